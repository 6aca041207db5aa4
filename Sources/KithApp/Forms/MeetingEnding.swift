import Casework
import TextUI

/// The last steps of a review: what it came to, and when the next one is.
extension MeetingMaterial {
  // MARK: Outcome

  /// How it lasts is asked for a step down and a close, who carries on for a close.
  ///
  /// - Source: Oxfordshire committee paper 2019, paragraphs 34 and 35.
  func outcomeFields(_ values: [String: String]) -> [EntryField] {
    let outcomes = Review.Outcome.allCases.map { Choice(id: $0.rawValue, label: $0.rawValue) }
    let chosen = values["outcome"] ?? review.outcome?.rawValue ?? ""
    let outcome = Review.Outcome(rawValue: chosen)
    var fields: [EntryField] = [
      .choice(
        "outcome", "Outcome", review.outcome?.rawValue ?? "",
        among: [Choice(id: "", label: "not said yet")] + outcomes)
    ]
    if outcome == .stepDown || outcome == .close {
      fields.append(.area("sustainability", "How it lasts", review.sustainability, lines: 3))
    }
    if outcome == .close {
      fields.append(.area("carriedOnBy", "Who carries on", review.carriedOnBy, lines: 2))
    }
    if let outcome, outcome != .continueSupport {
      var support = EntryField.choice("support", "Support", file.family.supportLevel)
      support.remark = "from now on; the family's page changes too"
      fields.append(support)
    }
    return fields
  }

  /// What changes beside the review: the family's level of support, where another one was chosen.
  func readOutcome(_ reader: FormReader, into review: inout Review) -> [Change] {
    review.outcome = Review.Outcome(rawValue: reader.text("outcome"))
    if reader.values["sustainability"] != nil {
      review.sustainability = reader.text("sustainability")
    }
    if reader.values["carriedOnBy"] != nil { review.carriedOnBy = reader.text("carriedOnBy") }
    var family = file.family
    family.setSupportLevel(
      reader.choice("support", family.supportLevel), from: (review.begun?.day ?? sources.today))
    return [Change(before: .family(file.family), after: .family(family))]
  }

  // MARK: Next date

  /// The review of this kind that is planned next: the earliest that is not this one.
  private var planned: Review? {
    file.reviews.filter { $0.id != review.id && $0.kind == review.kind && $0.state == .planned }
      .min { ($0.when?.day.number ?? .max, $0.id) < ($1.when?.day.number ?? .max, $1.id) }
  }

  private var meetingDay: Day {
    (review.held ?? review.begun ?? review.planned)?.day ?? sources.today
  }

  /// The day is proposed inside the window of the kind; another one gets a soft word and is taken.
  ///
  /// - Source: rules R-F1, R-F6, R-F7, R-F9 and R-C15 (`PracticeSettings.nextReview`).
  func nextFields(_ values: [String: String]) -> [EntryField] {
    let isClose = review.outcome == .close
    let proposed = isClose ? nil : review.nextOn ?? planned?.planned?.day ?? proposal
    var day = EntryField.day("nextOn", "Next review", proposed)
    let typed = values["nextOn"] ?? day.raw
    if let next = Day(typed: typed, on: sources.today, isPast: false) {
      day.remark =
        sources.context.world.settings.nextDateAdvice(
          for: next, after: review.kind, heldOn: meetingDay) ?? "In the usual weeks."
    } else {
      let words = "\(window.lowerBound.short) to \(window.upperBound.words(on: sources.today))"
      day.remark = isClose ? "None is needed: it closes." : "Usually \(words)."
    }
    let time = planned?.planned?.time ?? review.planned?.time ?? review.begun?.time
    let place = planned?.place ?? review.place
    return [day, .time("time", "Time", time), .line("place", "Place", place)]
  }

  private var window: ClosedRange<Day> {
    file.nextReviewProposal(
      for: review.kind, heldOn: meetingDay, settings: sources.context.world.settings)
  }

  /// A week before the last day in time, on the weekday of this one; the next working day where
  /// that is none.
  private var proposal: Day {
    let day = max(window.lowerBound, window.upperBound - 7)
    return (0...7).map { day + $0 }.first(where: \.isWorkingDay) ?? day
  }

  /// The review set for next is planned at once, or moved where one is planned already.
  func readNext(_ reader: inout FormReader, into review: inout Review) -> [Change] {
    review.nextOn = reader.day("nextOn")
    let time = reader.time("time")
    let place = reader.text("place")
    guard let day = review.nextOn else { return [] }
    var next =
      planned
      ?? Review(
        id: sources.context.world.newID(), familyID: file.family.id, kind: review.kind,
        invited: Set(review.invited).isSuperset(of: review.attended)
          ? review.invited
          : review.invited + review.attended.filter { !review.invited.contains($0) })
    let before = planned
    next.planned = MeetingTime(day: day, time: time)
    next.place = place
    return [Change(before: before.map(Record.review), after: .review(next))]
  }
}
