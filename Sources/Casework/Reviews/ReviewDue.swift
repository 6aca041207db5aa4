/// When one of a family's next reviews is due.
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

extension FamilyFile {
  /// Everything of `reviewsDue(family:reviews:conferences:settings:)`.
  public func reviewsDue(settings: PracticeSettings = .standard) -> [ReviewDue] {
    Casework.reviewsDue(
      family: family, reviews: reviews, conferences: conferences, settings: settings)
  }

  /// The earliest review that is due, of whatever kind.
  public func reviewDue(settings: PracticeSettings = .standard) -> ReviewDue? {
    reviewsDue(settings: settings).first
  }
}

/// The earliest review that is due, of whatever kind; nil when none is.
public func reviewDue(
  family: Family, reviews: [Review], conferences: [Conference] = [],
  settings: PracticeSettings = .standard
) -> ReviewDue? {
  reviewsDue(family: family, reviews: reviews, conferences: conferences, settings: settings).first
}

/// The reviews that are due, one for each clock that runs for the family, the earliest first: of the
/// plan (team around the family, child in need or core group, by the level of support), of the child
/// protection conference, and of the family group conference.
///
/// Each is the earliest planned day of its kinds if there is one, else the latest day it is allowed.
/// None runs for a closed family; for one that is only referred, those that are planned. Of a family
/// that came back after it was closed, what was held before does not count.
///
/// - Source: rules R-F1, R-F2, R-F6, R-F7, R-F9 and R-C15.
public func reviewsDue(
  family: Family, reviews: [Review], conferences: [Conference],
  settings: PracticeSettings = .standard
) -> [ReviewDue] {
  guard family.isOpen else { return [] }
  let clocks = ReviewClocks(
    family: family, reviews: reviews, conferences: conferences, settings: settings)
  return [clocks.plan, clocks.childProtection, clocks.familyGroupConference].compactMap(\.self)
    .enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
    .map(\.element)
}

/// The clocks of one open family.
private struct ReviewClocks {
  let family: Family
  let reviews: [Review]
  let conferences: [Conference]
  let settings: PracticeSettings

  private var isAtWork: Bool { family.status != .referred }

  /// The day child protection began, for a family at that level; not before it came back.
  private var childProtectionSince: Day? {
    guard isAtWork, family.supportLevel == .childProtection, let since = family.supportSince
    else { return nil }
    if let closed = family.closedBeforeOn, since <= closed { return family.openedOn }
    return since
  }

  /// R-F1, R-F2, R-F6 and R-F9.
  var plan: ReviewDue? {
    let kinds: Set<Review.Kind> = [.teamAroundFamily, .childInNeed, .coreGroup]
    let kind = family.supportLevel.reviewKind
    let last = lastHeld { kinds.contains($0.kind) }
    let opens = last.map { $0 + settings.reviewWindowOpens }
    let day = isAtWork || last != nil ? planDay(kind, last: last) : nil
    return planned(kinds, opens: opens) ?? unplanned(kind, day, opens: opens)
  }

  private func planDay(_ kind: Review.Kind, last: Day?) -> Day? {
    let next = last.map { $0 + settings.reviewDue }
    switch kind {
    case .coreGroup:
      guard let since = childProtectionSince else { return next }
      // The meeting that brought child protection about is not the first core group after it.
      let isFirst = !reviews.contains { review in
        review.held.map { review.kind == .coreGroup ? $0.day >= since : $0.day > since } ?? false
      }
      return isFirst ? since.adding(workingDays: settings.firstCoreGroupWorkingDays) : next
    case .childInNeed:
      return next ?? family.openedOn.map { $0 + settings.firstChildInNeedReviewDue }
    default: return next ?? family.openedOn.map { $0 + settings.firstTeamReviewDue }
    }
  }

  /// R-F7.
  var childProtection: ReviewDue? {
    let kind = Review.Kind.childProtection
    let since = childProtectionSince
    // What was held when child protection began is the first conference, not its review.
    let last = lastHeld { review in
      review.kind == kind && (since.map { review.held?.day ?? $0 > $0 } ?? true)
    }
    let window = last.map { settings.nextReview(of: kind, heldOn: $0) }
    let first = since.map { $0.adding(months: settings.firstChildProtectionReviewMonths) }
    let day = since == nil ? nil : window?.upperBound ?? first
    return planned([kind], opens: window?.lowerBound)
      ?? unplanned(kind, day, opens: window?.lowerBound)
  }

  /// R-C15: after a conference at which a plan was agreed, until its review is held, it is closed, or
  /// the family is on its way to another conference.
  var familyGroupConference: ReviewDue? {
    let kind = Review.Kind.familyGroupConference
    let agreed = conferences.filter { conference in
      conference.isOpen && conference.hasAgreedPlan
        && conference.heldOn.map { isCounted($0) } ?? false
    }.max { ($0.heldOn?.number ?? 0, $0.id) < ($1.heldOn?.number ?? 0, $1.id) }
    let window = agreed?.heldOn.map { settings.nextReview(of: kind, heldOn: $0) }
    let isReviewed = reviews.contains { review in
      guard review.kind == kind, let held = review.held, let conference = agreed?.heldOn else {
        return false
      }
      return held.day > conference
    }
    let isFollowed = conferences.contains { other in
      guard let held = agreed?.heldOn, let referred = other.referredOn else { return false }
      return other.isOpen && other.heldOn == nil && referred > held
    }
    let day = agreed?.reviewOn ?? window?.upperBound
    return planned([kind], opens: window?.lowerBound)
      ?? unplanned(kind, isReviewed || isFollowed ? nil : day, opens: window?.lowerBound)
  }

  private func unplanned(_ kind: Review.Kind, _ day: Day?, opens: Day?) -> ReviewDue? {
    day.map { ReviewDue(kind: kind, day: $0, windowOpens: opens) }
  }

  private func planned(_ kinds: Set<Review.Kind>, opens: Day?) -> ReviewDue? {
    reviews.filter { kinds.contains($0.kind) && [.planned, .underway].contains($0.state) }
      .compactMap { review in (review.planned ?? review.begun).map { (time: $0, review: review) } }
      .min { ($0.time, $0.review.id) < ($1.time, $1.review.id) }
      .map {
        ReviewDue(
          kind: $0.review.kind, day: $0.time.day, planned: $0.review.id, windowOpens: opens)
      }
  }

  /// The last day one was held, since the family came back if it did.
  private func lastHeld(_ isOne: (Review) -> Bool) -> Day? {
    reviews.filter(isOne).compactMap { $0.held?.day }.filter(isCounted).max()
  }

  private func isCounted(_ day: Day) -> Bool { family.closedBeforeOn.map { day > $0 } ?? true }
}

extension Conference {
  /// Whether a plan was agreed at it; of one that was written down before that was asked, whether
  /// anybody agreed it.
  var hasAgreedPlan: Bool {
    agreement.map { $0.verdict != .notSafe } ?? !agreedBy.isEmpty
  }
}
