import Casework
import TextUI

/// One step of a review that is being held. Goals and actions have screens of their own.
struct MeetingStepForm: EntryForm {
  let id: Review.ID
  let step: Review.Step

  func title(_ sources: FormSources) -> String { step.title }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    guard let file = sources.file, let review = file.review(id) else { return [] }
    let material = MeetingMaterial(file: file, review: review, sources: sources)
    return switch step {
    case .present: material.presentFields()
    case .childVoice: material.childFields(values)
    case .voices: material.voiceFields(values)
    case .assessment: material.assessmentFields()
    case .education: material.educationFields()
    case .outcome: material.outcomeFields(values)
    case .next: material.nextFields(values)
    case .goals, .actions: []
    }
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    var reader = reader
    guard let file = sources.file, let before = file.review(id) else {
      throw FormFault(breaches: [
        RuleBreach(field: "", sentence: "This review was removed in the meantime.")
      ])
    }
    let material = MeetingMaterial(file: file, review: before, sources: sources)
    var review = before
    var others: [Change] = []
    switch step {
    case .present: material.readPresent(&reader, into: &review)
    case .childVoice: material.readChildren(reader, into: &review)
    case .voices: material.readVoices(reader, into: &review)
    case .assessment: material.readAssessment(reader, into: &review)
    case .education: review.education = reader.text("education")
    case .outcome: others = material.readOutcome(reader, into: &review)
    case .next: others = material.readNext(&reader, into: &review)
    case .goals, .actions: break
    }
    let changes = [Change(before: .review(before), after: .review(review))] + others
    return try reader.finish(
      FormResult(
        changes: changes.filter { $0.before != $0.after },
        sentence: "Wrote down at the review: \(step.words)"))
  }
}

/// What the steps of a review are filled from and written to.
struct MeetingMaterial {
  let file: FamilyFile
  let review: Review
  let sources: FormSources

  /// Everybody who can be chosen, as the plan calls them; those of the review though they left.
  var everyone: [Choice] {
    sources.parties(
      keeping: review.invited + review.attended + review.apologies, brief: true)
  }

  // MARK: Who is here

  /// Those invited are offered as here until somebody is written down.
  func presentFields() -> [EntryField] {
    let isNew = review.attended.isEmpty && review.apologies.isEmpty
    let here = isNew ? review.invited : review.attended
    let day = review.held ?? review.begun ?? review.planned
    return [
      .choices("attended", "Here", here.map(\.choiceID), among: everyone),
      .choices("apologies", "Apologies", review.apologies.map(\.choiceID), among: everyone),
      .time("time", "Began at", day?.time),
      .day(
        "day", "On", day.map { min($0.day, sources.today) }, hint: "today, fri, 6 nov",
        reading: .pastDay),
      .line("place", "Place", review.place),
    ]
  }

  func readPresent(_ reader: inout FormReader, into review: inout Review) {
    review.attended = reader.parties("attended")
    review.apologies = reader.parties("apologies")
    if review.apologies.contains(where: review.attended.contains) {
      reader.add("apologies", "Somebody is here and sent apologies too.")
    }
    let day = reader.requiredDay("day", "On which day was it held?")
    review.begun = MeetingTime(day: day, time: reader.time("time"))
    review.place = reader.text("place")
  }

  // MARK: Where we are

  func assessmentFields() -> [EntryField] {
    let scored = review.scales.map(\.by)
    let people = review.attended + scored.filter { !review.attended.contains($0) }
    return [
      .area("workingWell", "Working well", review.workingWell, lines: 2),
      .area("worries", "Worries", review.worries, lines: 2),
      .area("needsToHappen", "Needs to happen", review.needsToHappen, lines: 2),
    ]
      + people.map { party in
        var scale = EntryField.scale(
          "scale.\(party.choiceID)", file.name(of: party),
          review.scales.first { $0.by == party }?.score)
        scale.field.hint = ""
        if party == people.first {
          scale.remark = "0 not safe enough, 10 safe enough to close"
        }
        return scale
      }
  }

  func readAssessment(_ reader: FormReader, into review: inout Review) {
    review.workingWell = reader.text("workingWell")
    review.worries = reader.text("worries")
    review.needsToHappen = reader.text("needsToHappen")
    let people = reader.values.keys.filter { $0.hasPrefix("scale.") }
    let scales = everyone.compactMap { Party(choiceID: $0.id) }.compactMap { party -> Scale? in
      let id = "scale.\(party.choiceID)"
      guard people.contains(id) else { return review.scales.first { $0.by == party } }
      return reader.score(id).map { Scale(by: party, score: $0) }
    }
    if Set(scales) != Set(review.scales) { review.scales = scales }
  }

  // MARK: Education

  func educationFields() -> [EntryField] {
    let schools = file.children.filter { !$0.school.isEmpty }
      .map { "\($0.shortName), \($0.school)" }.joined(separator: " · ")
    var field = EntryField.area(
      "education", "Since last time", review.education, lines: 5,
      hint: "attendance, learning, friends, what school says")
    field.remark = schools
    return [field]
  }
}

/// What somebody said with a rating.
struct RatingWordsForm: EntryForm {
  let id: Rating.ID

  func title(_ sources: FormSources) -> String {
    guard let file = sources.file, let rating = file.ratings.first(where: { $0.id == id }) else {
      return "In their words"
    }
    return "\(file.name(of: rating.by)) says, with a \(rating.score)"
  }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    let rating = sources.file?.ratings.first { $0.id == id }
    var field = EntryField.paragraph("words", "In their words", rating?.words ?? "", lines: 3)
    field.remark = sources.file?.goal(rating?.goalID)?.words ?? ""
    return [field]
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    guard let file = sources.file, let before = file.ratings.first(where: { $0.id == id }) else {
      throw FormFault(breaches: [
        RuleBreach(field: "words", sentence: "This rating was removed in the meantime.")
      ])
    }
    var rating = before
    rating.words = reader.text("words")
    return try reader.finish(
      FormResult(
        changes: [Change(before: .rating(before), after: .rating(rating))],
        sentence: "\(file.name(of: rating.by)) said with a \(rating.score): “\(rating.words)”"))
  }
}
