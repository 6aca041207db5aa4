import Casework
import TextUI

/// A review that is planned: when, where, who is invited.
struct ReviewForm: EntryForm {
  let id: Review.ID?

  func title(_ sources: FormSources) -> String { id == nil ? "Plan a review" : "Planned review" }

  private func review(_ sources: FormSources) -> Review? {
    sources.file?.reviews.first { $0.id == id }
  }

  /// Another review of the same kind that is planned for the same day; nil when there is none.
  private func twin(of review: Review, _ sources: FormSources) -> Review? {
    sources.file?.reviews.first {
      $0.id != review.id && $0.kind == review.kind && $0.state == .planned
        && $0.planned?.day == review.planned?.day
    }
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
    if review.cancelledOn == nil, let other = twin(of: review, sources) {
      reader.add("planned", "A \(other.kind.short) is planned for that day already.")
    }
    return try reader.finish(
      FormResult(
        changes: [Change(before: before.map(Record.review), after: .review(review))],
        sentence: "\(before == nil ? "Planned" : "Changed") the review of "
          + day.words(on: sources.today)))
  }
}
