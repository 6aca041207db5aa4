/// One row among the reviews: a review, or a family whose next review is due and not planned.
public struct ReviewEntry: Hashable, Sendable {
  /// Nil when the review is due and not planned.
  public var reviewID: Review.ID?
  public var familyID: Family.ID
  public var familyName: String
  public var lead: Practitioner.ID?
  public var kind: Review.Kind
  /// When it was held or is planned, else the day it is due.
  public var when: MeetingTime
  public var place: String
  public var state: Review.State
  public var outcome: Review.Outcome?
  public var signedOff: SignOff?

  public init(
    reviewID: Review.ID?, familyID: Family.ID, familyName: String, lead: Practitioner.ID?,
    kind: Review.Kind, when: MeetingTime, place: String, state: Review.State,
    outcome: Review.Outcome?, signedOff: SignOff?
  ) {
    self.reviewID = reviewID
    self.familyID = familyID
    self.familyName = familyName
    self.lead = lead
    self.kind = kind
    self.when = when
    self.place = place
    self.state = state
    self.outcome = outcome
    self.signedOff = signedOff
  }

  public func isOverdue(on today: Day) -> Bool {
    state == .planned && dueState(of: when.day, on: today).isOverdue
  }
}

extension Family.SupportLevel {
  /// The kind of review that a family at this level has.
  public var reviewKind: Review.Kind {
    switch self {
    case .universal, .earlyHelp, .targetedEarlyHelp: .teamAroundFamily
    case .childInNeed: .childInNeed
    case .childProtection: .coreGroup
    }
  }
}

/// What narrows the list of reviews beside its part; nil narrows nothing.
public struct ReviewFilter: Hashable, Sendable {
  /// Lead professionals: one practitioner, or those of a team.
  public var leads: Set<Practitioner.ID>?
  public var kind: Review.Kind?
  public var outcome: Review.Outcome?
  public var state: Review.State?

  public init(
    leads: Set<Practitioner.ID>? = nil, kind: Review.Kind? = nil, outcome: Review.Outcome? = nil,
    state: Review.State? = nil
  ) {
    self.leads = leads
    self.kind = kind
    self.outcome = outcome
    self.state = state
  }
}

/// Which reviews, in which order, and which part of the list.
public struct ReviewQuery: Hashable, Sendable {
  public enum Part: String, CaseIterable, Sendable {
    /// Due or planned up to six weeks ahead, underway, and overdue; by day.
    case coming = "next six weeks"
    case overdue
    /// Held, the latest first.
    case held
    /// Held, not signed off and not sent back; the oldest first.
    case toSignOff = "to sign off"
    /// Sent back and not answered; the oldest first.
    case sentBack = "sent back"
  }

  /// Columns a list can be ordered by; of equal ones by time, then by id.
  public enum Order: String, CaseIterable, Sendable {
    /// As the part says.
    case usual = "by day"
    case family = "by family"
    /// By the lead professional's name.
    case lead = "by lead"
    case kind = "by kind"
    case outcome = "by outcome"
    /// Those not signed off first.
    case signedOff = "by sign-off"
  }

  public var scope: Scope
  public var part: Part
  public var filter: ReviewFilter
  public var order: Order
  public var isReversed: Bool
  public var today: Day
  /// As in `CaseloadQuery.find`.
  public var find: String
  public var offset: Int
  public var limit: Int

  public init(
    scope: Scope, part: Part, filter: ReviewFilter = ReviewFilter(), order: Order = .usual,
    isReversed: Bool = false, today: Day, find: String = "", offset: Int = 0, limit: Int = 100
  ) {
    self.scope = scope
    self.part = part
    self.filter = filter
    self.order = order
    self.isReversed = isReversed
    self.today = today
    self.find = find
    self.offset = offset
    self.limit = limit
  }
}

/// Where a review is: for walking along a list.
public struct ReviewPlace: Hashable, Sendable {
  public var familyID: Family.ID
  /// Nil when the review is due and not planned.
  public var reviewID: Review.ID?
  /// Of one that is due and not planned, as a family may have several; nil otherwise.
  public var kind: Review.Kind?

  public init(familyID: Family.ID, reviewID: Review.ID?, kind: Review.Kind? = nil) {
    self.familyID = familyID
    self.reviewID = reviewID
    self.kind = kind
  }
}

/// A page of reviews; the count of each part is the length of its list under the same filter and
/// the same `find`.
public struct ReviewPage: Hashable, Sendable {
  public var page: Page<ReviewEntry>
  public var counts: [ReviewQuery.Part: Int]

  public init(page: Page<ReviewEntry>, counts: [ReviewQuery.Part: Int]) {
    self.page = page
    self.counts = counts
  }
}
