extension PracticeSettings {
  /// The days among which the review after one that was held lies; the last is the latest in time.
  ///
  /// - Source: rules R-F1, R-F6, R-F9: 28 to 42 days; R-F7: up to 6 months, that it opens a month
  ///   earlier is our own decision; R-C15: 4 to 12 weeks.
  public func nextReview(of kind: Review.Kind, heldOn day: Day) -> ClosedRange<Day> {
    switch kind {
    case .teamAroundFamily, .childInNeed, .coreGroup:
      return day + reviewWindowOpens...day + max(reviewWindowOpens, reviewDue)
    case .childProtection:
      return day.adding(
        months: max(0, childProtectionReviewMonths - 1))...day.adding(
          months: max(0, childProtectionReviewMonths))
    case .familyGroupConference:
      return day + conferenceReviewMin...day + max(conferenceReviewMin, conferenceReviewDue)
    }
  }

  /// Says softly that a next day lies outside `nextReview(of:heldOn:)`; nil inside it. Sooner is
  /// always right where the clock only says how late.
  public func nextDateAdvice(for next: Day, after kind: Review.Kind, heldOn day: Day) -> String? {
    let window = nextReview(of: kind, heldOn: day)
    if next > window.upperBound {
      return "That is later than \(window.upperBound.short), the last day in time."
    }
    let isSoonerFine = kind == .coreGroup || kind == .childProtection
    if next < window.lowerBound, !isSoonerFine {
      return "That is sooner than usual; it can be held from \(window.lowerBound.short)."
    }
    return nil
  }
}
