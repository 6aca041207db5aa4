/// When a family's next review is due.
public struct ReviewDue: Hashable, Sendable, Codable {
  public var kind: Review.Kind
  public var day: Day
  /// The planned review it comes from; nil when none is planned and the day is the latest allowed.
  public var planned: Review.ID?
  /// The first day on which the next review makes sense; nil when none was held yet.
  public var windowOpens: Day?

  public init(
    kind: Review.Kind, day: Day, planned: Review.ID? = nil, windowOpens: Day? = nil
  ) {
    self.kind = kind
    self.day = day
    self.planned = planned
    self.windowOpens = windowOpens
  }

  /// How it stands; the one definition of overdue.
  public func state(on today: Day) -> DueState { dueState(of: day, on: today) }
}

/// When the next review is due: the earliest planned day if there is one, else 42 days after the
/// last held (after the opening, when none was held yet); nil for a family that is only referred
/// with none planned, and for a closed one. Of a family that came back after it was closed, reviews
/// held before do not count.
///
/// - Source: rule R-F1; Oxfordshire committee paper 2019, paragraph 31.
public func reviewDue(
  family: Family, reviews: [Review], settings: PracticeSettings = .standard
) -> ReviewDue? {
  guard family.isOpen else { return nil }
  let closedBefore = family.closedBeforeOn
  let lastHeld = reviews.compactMap { $0.held?.day }
    .filter { day in closedBefore.map { day > $0 } ?? true }.max()
  let opens = lastHeld.map { $0 + settings.reviewWindowOpens }
  let planned = reviews.filter { $0.state == .planned }
    .compactMap { review in review.planned.map { (time: $0, id: review.id, kind: review.kind) } }
    .min { ($0.time, $0.id) < ($1.time, $1.id) }
  if let planned {
    return ReviewDue(
      kind: planned.kind, day: planned.time.day, planned: planned.id, windowOpens: opens)
  }
  guard let start = lastHeld ?? (family.status == .referred ? nil : family.openedOn) else {
    return nil
  }
  return ReviewDue(
    kind: family.supportLevel.reviewKind, day: start + settings.reviewDue, windowOpens: opens)
}
