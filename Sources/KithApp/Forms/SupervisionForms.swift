import Casework
import TextUI

private let removed = FormFault(breaches: [
  RuleBreach(field: "", sentence: "This review was removed in the meantime.")
])

/// `the review of Tue 17 Nov`.
func reviewWords(_ review: Review, on today: Day) -> String {
  "the review" + (review.when.map { " of \($0.day.words(on: today))" } ?? "")
}

/// A supervisor sends a review back with a note.
struct SendBackForm: EntryForm {
  let id: Review.ID

  func title(_ sources: FormSources) -> String {
    let review = sources.file?.review(id)
    return "Send back \(review.map { reviewWords($0, on: sources.today) } ?? "the review")"
  }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    let lead = sources.context.name(of: sources.file?.family.leadProfessional)
    var note = EntryField.paragraph("note", "What is missing", "", lines: 4)
    note.remark = lead.isEmpty ? "" : "It stands on \(lead)'s Today until it is answered."
    return [note]
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    var reader = reader
    guard let before = sources.file?.review(id) else { throw removed }
    let note = reader.text("note")
    if note.isEmpty { reader.add("note", "Say in a few words what is missing.") }
    var review = before
    review.returns.append(
      SentBack(by: sources.context.me.id, on: sources.today, note: note))
    return try reader.finish(
      FormResult(
        changes: [Change(before: .review(before), after: .review(review))],
        sentence: "Sent back \(reviewWords(before, on: sources.today))"))
  }
}

/// The answer to a review that was sent back.
struct AnswerForm: EntryForm {
  let id: Review.ID

  func title(_ sources: FormSources) -> String { "Answer" }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    var answer = EntryField.paragraph("answer", "Your answer", "", lines: 4)
    if let asked = sources.file?.review(id)?.returns.last {
      answer.remark = "\(sources.context.name(of: asked.by)) asked: “\(asked.note)”"
    }
    return [answer]
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    var reader = reader
    guard let before = sources.file?.review(id), let last = before.returns.indices.last else {
      throw removed
    }
    let words = reader.text("answer")
    if words.isEmpty { reader.add("answer", "An answer needs words.") }
    var review = before
    review.returns[last].answer = words
    review.returns[last].answeredBy = sources.context.me.id
    review.returns[last].answeredOn = sources.today
    return try reader.finish(
      FormResult(
        changes: [Change(before: .review(before), after: .review(review))],
        sentence: "Answered about \(reviewWords(before, on: sources.today))", isUndoable: false))
  }
}

/// What a review that was held should have said; what it said stays beside it.
struct CorrectionForm: EntryForm {
  let id: Review.ID

  func title(_ sources: FormSources) -> String { "Correction: both are shown" }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    let part = Review.Step(rawValue: values["part"] ?? "") ?? .assessment
    var choice = EntryField.choice("part", "Which part", Review.Step.assessment)
    if let file = sources.file, let review = file.review(id) {
      let words = ReviewWords.plainWords(of: part, review, in: file)
      choice.remark = words.isEmpty ? "nothing is written there" : "it says: \(words)"
    }
    return [
      choice, .paragraph("words", "It should say", "", lines: 3), .line("why", "Why", ""),
    ]
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    var reader = reader
    guard let before = sources.file?.review(id) else { throw removed }
    let words = reader.text("words")
    if words.isEmpty { reader.add("words", "A correction needs words: what should it say?") }
    let part: Review.Step = reader.choice("part", .assessment)
    var review = before
    review.corrections.append(
      Correction(
        by: sources.context.me.id, on: sources.today, part: part, words: words,
        why: reader.text("why")))
    return try reader.finish(
      FormResult(
        changes: [Change(before: .review(before), after: .review(review))],
        sentence: "Corrected \(reviewWords(before, on: sources.today)): \(part.words)",
        isUndoable: false))
  }
}
