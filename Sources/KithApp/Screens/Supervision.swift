import Casework
import TextUI

/// What may be done with a review as it stands, and why not; the store holds the same rules.
struct Supervision {
  let state: Review.State
  let me: Practitioner

  private var notHeld: String? {
    switch state {
    case .planned, .underway: "it was not held yet"
    case .cancelled: "it was called off"
    case .held, .sentBack, .signedOff: nil
    }
  }

  private var notSupervisor: String? { me.role == .supervisor ? nil : "only a supervisor does" }

  var signOffReason: String? {
    if let reason = notSupervisor ?? notHeld { return reason }
    switch state {
    case .sentBack: return "it was sent back and has no answer yet"
    case .signedOff: return "it is signed off"
    default: return nil
    }
  }

  var sendBackReason: String? {
    if let reason = notSupervisor ?? notHeld { return reason }
    switch state {
    case .sentBack: return "it was sent back already"
    case .signedOff: return "it is signed off"
    default: return nil
    }
  }

  var correctionReason: String? { notHeld }

  var printReason: String? { notHeld }

  /// Why it cannot be held now.
  var holdReason: String? {
    switch state {
    case .planned, .underway: nil
    case .cancelled: "it was called off"
    case .held, .sentBack, .signedOff: "it was held"
    }
  }

  /// Why somebody cannot answer; nil for the workers of the family.
  func answerReason(_ family: Family?) -> String? {
    guard state == .sentBack else { return "it is not sent back" }
    if me.role == .supervisor { return "whoever held it answers" }
    guard let family, family.leadProfessional != nil else { return nil }
    let workers = [family.leadProfessional, family.coordinator, family.supervisor]
    return workers.contains(me.id) ? nil : "those who work with this family answer"
  }

  // MARK: Edits

  static func signOff(_ review: Review, of family: String, _ context: Context) -> Step {
    let words = "\(family), \(reviewWords(review, on: context.today))"
    var after = review
    after.signedOff = SignOff(by: context.me.id, on: context.today)
    var edit = context.edit(
      "Signed off: \(words)", in: review.familyID,
      [Change(before: .review(review), after: .review(after))])
    edit.isUndoable = false
    return .confirm(
      Question(
        title: "Sign off this review", message: "\(words). This cannot be taken back.",
        yes: "Sign off"),
      then: [.ask(.commit(edit, said: edit.sentence))])
  }

  /// Holds a review that is due and not planned: today, with everybody.
  ///
  /// - Parameter kind: nil is the kind that is due first.
  static func holdUnplanned(
    _ kind: Review.Kind?, _ file: FamilyFile, _ context: Context
  ) -> [Step] {
    let due = file.reviewDue(settings: context.world.settings)
    let today = MeetingTime(day: context.today)
    let review = Review(
      id: context.world.newID(), familyID: file.family.id,
      kind: kind ?? due?.kind ?? file.family.supportLevel.reviewKind, planned: today, begun: today,
      place: file.reviews.last { !$0.place.isEmpty }?.place ?? "",
      invited: FormSources(file: file, context: context).parties(brief: true)
        .compactMap { Party(choiceID: $0.id) })
    let sentence = "Began \(reviewWords(review, on: context.today))"
    let edit = context.edit(
      sentence, in: file.family.id, [Change(before: nil, after: .review(review))])
    return [.ask(.commit(edit, said: sentence)), .go(.meeting(file.family.id, review.id))]
  }
}
