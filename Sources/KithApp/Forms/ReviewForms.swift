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
    let due = file.flatMap { $0.reviewDue() }
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
