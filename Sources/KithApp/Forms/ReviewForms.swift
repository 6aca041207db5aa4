import Casework
import TextUI

/// A review that is planned: when, where, who is invited.
struct ReviewForm: EntryForm {
  let id: Review.ID?

  func title(_ sources: FormSources) -> String { id == nil ? "Plan a review" : "Planned review" }

  private func review(_ sources: FormSources) -> Review? {
    sources.file?.reviews.first { $0.id == id }
  }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    let review = review(sources)
    let file = sources.file
    let due = file.flatMap { reviewDue(family: $0.family, reviews: $0.reviews) }
    let proposed = max(due?.day ?? sources.today, sources.today)
    let day = review.map { $0.planned?.day } ?? proposed
    let place = review?.place ?? file?.reviews.last { !$0.place.isEmpty }?.place ?? ""
    let everyone = sources.parties(brief: true)
    let invited = review.map { $0.invited.map(\.choiceID) } ?? everyone.map(\.id)
    var fields: [EntryField] = [
      .choice(
        "kind", "Kind",
        review?.kind ?? file?.family.supportLevel.reviewKind ?? .teamAroundFamily),
      .day("planned", "Day", day),
      .time("time", "Time", review?.planned?.time),
      .line("place", "Place", place),
      .choices("invited", "Invited", invited, among: everyone),
    ]
    if let review { fields.append(.day("cancelledOn", "Called off on", review.cancelledOn)) }
    return fields
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    var reader = reader
    let before = review(sources)
    let kind: Review.Kind = reader.choice("kind", .teamAroundFamily)
    var review =
      before ?? Review(id: sources.context.world.newID(), familyID: sources.familyID, kind: kind)
    review.kind = kind
    let day = reader.requiredDay("planned", "A review needs a day.")
    review.planned = MeetingTime(day: day, time: reader.time("time"))
    review.place = reader.text("place")
    review.invited = reader.parties("invited")
    review.cancelledOn = before == nil ? nil : reader.day("cancelledOn")
    return try reader.finish(
      FormResult(
        changes: [Change(before: before.map(Record.review), after: .review(review))],
        sentence: "\(before == nil ? "Planned" : "Changed") the review of "
          + day.words(on: sources.today)))
  }
}

/// What was said at a review that was held.
struct HeldReviewForm: EntryForm {
  let id: Review.ID

  func title(_ sources: FormSources) -> String { "What the review said" }

  private func review(_ sources: FormSources) -> Review? {
    sources.file?.reviews.first { $0.id == id }
  }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    guard let review = review(sources) else { return [] }
    let held = review.held ?? review.planned
    let everyone = sources.parties(
      keeping: review.attended + review.apologies + review.invited, brief: true)
    let childVoice = review.voices.first { $0.source == .child }
    var fields: [EntryField] = [
      .day(
        "held", "Held on", held.map { min($0.day, sources.today) }, hint: "today, fri, 6 nov",
        reading: .pastDay),
      .time("time", "At", held?.time),
      .choices("attended", "Who came", review.attended.map(\.choiceID), among: everyone),
      .choices("apologies", "Apologies", review.apologies.map(\.choiceID), among: everyone),
      .area("childSays", "The child says", childVoice?.words ?? "", lines: 2),
    ]
    if sources.children.count > 1 {
      fields.append(
        .choice(
          "child", "Which child", childVoice?.speaker?.personID.map { "\($0)" } ?? "",
          among: [Choice(id: "", label: "the children together")] + sources.children))
    }
    fields += [
      .choice(
        "heardBy", "Told to", childVoice?.heardBy?.choiceID ?? "",
        among: [Choice(id: "", label: "said at the review")] + everyone),
      .area("family", "The family says", review.words(of: .family), lines: 2),
      .area("school", "The school says", review.words(of: .school), lines: 2),
      .area("agencies", "Other agencies say", review.words(of: .agencies), lines: 2),
      .area("workingWell", "Working well", review.workingWell, lines: 2),
      .area("worries", "Worried about", review.worries, lines: 2),
      .area("needsToHappen", "Needs to happen", review.needsToHappen, lines: 2),
      .area("education", "Education", review.education, lines: 2),
    ]
    return fields + ending(review, sources, values)
  }

  private func ending(
    _ review: Review, _ sources: FormSources, _ values: [String: String]
  ) -> [EntryField] {
    let outcomes = Review.Outcome.allCases.map { Choice(id: $0.rawValue, label: $0.rawValue) }
    let outcome = values["outcome"] ?? review.outcome?.rawValue ?? ""
    var fields: [EntryField] = [
      .choice(
        "outcome", "Outcome", outcome, among: [Choice(id: "", label: "not said yet")] + outcomes)
    ]
    if [.stepDown, .close].contains(Review.Outcome(rawValue: outcome)) {
      fields.append(.area("sustainability", "How it lasts", review.sustainability, lines: 2))
    }
    fields.append(.day("nextOn", "Next review", review.nextOn))
    return fields
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    var reader = reader
    guard let before = review(sources) else {
      throw FormFault(breaches: [
        RuleBreach(field: "held", sentence: "This review was removed in the meantime.")
      ])
    }
    var review = before
    let day = reader.requiredDay("held", "On which day was it held?")
    review.held = MeetingTime(day: day, time: reader.time("time"))
    review.attended = reader.parties("attended")
    review.apologies = reader.parties("apologies")
    review.voices = voices(reader, before, sources)
    review.workingWell = reader.text("workingWell")
    review.worries = reader.text("worries")
    review.needsToHappen = reader.text("needsToHappen")
    review.education = reader.text("education")
    review.outcome = Review.Outcome(rawValue: reader.text("outcome"))
    review.sustainability = reader.text("sustainability")
    review.nextOn = reader.day("nextOn")
    var changes = [Change(before: .review(before), after: .review(review))]
    changes += next(after: review, sources)
    return try reader.finish(
      FormResult(
        changes: changes, sentence: "Wrote down the review of \(day.words(on: sources.today))"))
  }

  /// Everybody's voices: those whose words were not touched stay as they are, with who said them.
  private func voices(
    _ reader: FormReader, _ before: Review, _ sources: FormSources
  ) -> [Voice] {
    let chosen: Person.ID? = reader.recordID("child")
    let child = chosen ?? (sources.children.count == 1 ? sources.file?.children.first?.id : nil)
    let spoken = Voice(
      source: .child, speaker: child.map(Party.person), words: reader.text("childSays"),
      heardBy: reader.party("heardBy"))
    let others = before.voices.filter { $0.source == .child }.dropFirst()
    return [spoken].filter { !$0.words.isEmpty } + others
      + said(.family, reader.text("family"), before) + said(.school, reader.text("school"), before)
      + said(.agencies, reader.text("agencies"), before)
  }

  private func said(_ source: Voice.Source, _ words: String, _ before: Review) -> [Voice] {
    let was = before.voices.filter { $0.source == source }
    guard words != before.words(of: source) else { return was }
    let speaker = was.count == 1 ? was.first?.speaker : nil
    return words.isEmpty ? [] : [Voice(source: source, speaker: speaker, words: words)]
  }

  /// The review that was set in the meeting, planned at once unless one is planned already.
  private func next(after review: Review, _ sources: FormSources) -> [Change] {
    let isPlanned = sources.file?.reviews.contains { $0.id != id && $0.state == .planned } ?? false
    guard let day = review.nextOn, day > sources.today, !isPlanned else { return [] }
    let next = Review(
      id: sources.context.world.newID(), familyID: sources.familyID, kind: review.kind,
      planned: MeetingTime(day: day, time: review.held?.time), place: review.place,
      invited: review.invited)
    return [Change(before: nil, after: .review(next))]
  }
}

/// The family group conference: its days, and who agreed the plan there.
struct ConferenceForm: EntryForm {
  func title(_ sources: FormSources) -> String { "Family group conference" }

  private func conference(_ sources: FormSources) -> Conference? {
    sources.file?.conference
  }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    let conference = conference(sources)
    return [
      .day(
        "referredOn", "Referred on", conference?.referredOn ?? sources.today, reading: .pastDay),
      .day("planned", "Booked for", conference?.planned?.day),
      .time("time", "Time", conference?.planned?.time),
      .line("place", "Place", conference?.place ?? ""),
      .day("heldOn", "Held on", conference?.heldOn, reading: .pastDay),
      .choices(
        "agreedBy", "Plan agreed by", (conference?.agreedBy ?? []).map(\.choiceID),
        among: sources.parties(keeping: conference?.agreedBy ?? [], brief: true)),
      .day("withdrawnOn", "Withdrawn on", conference?.withdrawnOn),
    ]
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    var reader = reader
    let before = conference(sources)
    let referred = reader.requiredDay("referredOn")
    let planned = reader.day("planned")
    let time = reader.time("time")
    if planned == nil, time != nil { reader.add("planned", "A time needs its day.") }
    var conference =
      before ?? Conference(id: sources.context.world.newID(), familyID: sources.familyID)
    conference.referredOn = referred
    conference.planned = planned.map { MeetingTime(day: $0, time: time) }
    conference.place = reader.text("place")
    conference.heldOn = reader.day("heldOn")
    conference.agreedBy = reader.parties("agreedBy")
    conference.withdrawnOn = reader.day("withdrawnOn")
    return try reader.finish(
      FormResult(
        changes: [
          Change(before: before.map(Record.conference), after: .conference(conference))
        ],
        sentence: planned.map {
          "Family group conference booked for \($0.words(on: sources.today))"
        } ?? "Changed the family group conference"))
  }
}
