/// A family group conference, from the offer to its close.
public struct Conference: Hashable, Sendable, Codable {
  public typealias ID = RecordID<Conference>

  public var id: ID
  public var familyID: Family.ID
  /// To whom it was offered, and what they said.
  public var offers: [ConferenceOffer]
  /// Nil while it is only offered.
  public var referredOn: Day?
  public var referral: Referral
  public var baseline: Baseline
  public var invitations: [Invitation]
  public var planned: MeetingTime?
  public var place: String
  /// When the coordinator first opened it on the day.
  public var begunAt: Moment?
  /// Who came on the day.
  public var came: [Party]
  /// The times the family had to itself.
  public var familyTimes: [FamilyTime]
  public var heldOn: Day?
  /// What was said of the plan; nil while nothing was.
  public var agreement: Agreement?
  /// Who agreed the plan there.
  public var agreedBy: [Party]
  /// The day everybody had the typed plan.
  ///
  /// - Source: rule R-C14.
  public var sharedOn: Day?
  /// The day of the review conference, set before people left.
  ///
  /// - Source: rule R-C15.
  public var reviewOn: Day?
  public var closedOn: Day?
  /// The day consent to it was withdrawn; nil when it was not. A conference never "fails".
  ///
  /// - Source: rule R-C4.
  public var withdrawnOn: Day?
  /// The times the coordinator stopped it to keep somebody safe.
  public var stops: [ConferenceStop]

  public init(
    id: ID, familyID: Family.ID, offers: [ConferenceOffer] = [], referredOn: Day? = nil,
    referral: Referral = Referral(), baseline: Baseline = Baseline(),
    invitations: [Invitation] = [], planned: MeetingTime? = nil, place: String = "",
    begunAt: Moment? = nil, came: [Party] = [], familyTimes: [FamilyTime] = [],
    heldOn: Day? = nil,
    agreement: Agreement? = nil, agreedBy: [Party] = [], sharedOn: Day? = nil,
    reviewOn: Day? = nil, closedOn: Day? = nil, withdrawnOn: Day? = nil,
    stops: [ConferenceStop] = []
  ) {
    self.id = id
    self.familyID = familyID
    self.offers = offers
    self.referredOn = referredOn
    self.referral = referral
    self.baseline = baseline
    self.invitations = invitations
    self.planned = planned
    self.place = place
    self.begunAt = begunAt
    self.came = came
    self.familyTimes = familyTimes
    self.heldOn = heldOn
    self.agreement = agreement
    self.agreedBy = agreedBy
    self.sharedOn = sharedOn
    self.reviewOn = reviewOn
    self.closedOn = closedOn
    self.withdrawnOn = withdrawnOn
    self.stops = stops
  }

  /// The stages, in the order in which they come.
  ///
  /// - Source: rule R-C1.
  public enum Stage: String, CaseIterable, Sendable {
    case offered, referral, baseline, preparation, conference
    case planShared = "plan shared"
    case reviewBooked = "review booked"
    case closed
  }

  /// How far it has come, from what is recorded.
  ///
  /// - Source: rule R-C1.
  public var stage: Stage {
    if closedOn != nil { return .closed }
    if heldOn != nil, sharedOn != nil { return reviewOn == nil ? .planShared : .reviewBooked }
    if heldOn != nil || begunAt != nil { return .conference }
    if !invitations.isEmpty { return .preparation }
    if baseline != Baseline() { return .baseline }
    return referredOn == nil ? .offered : .referral
  }

  /// Whether it still waits for a day.
  public var isWaitingForDay: Bool {
    planned == nil && heldOn == nil && withdrawnOn == nil && closedOn == nil
  }

  /// Whether work on it goes on: not withdrawn, not closed.
  public var isOpen: Bool { withdrawnOn == nil && closedOn == nil }

  /// Whether the coordinator has stopped it and it has not gone on since.
  ///
  /// - Source: rule R-C11.
  public var isStopped: Bool { stops.last.map { $0.resumedOn == nil } ?? false }

  /// Whether the family has the room to itself now.
  public var isFamilyTime: Bool { familyTimes.last.map { $0.ended == nil } ?? false }

  /// The week since the referral that a day falls in; the first is 1; nil before the referral.
  public func week(on today: Day) -> Int? {
    referredOn.map { max(0, today.days(since: $0)) / 7 + 1 }
  }
}

/// A conference is offered to one person, who answers.
///
/// - Source: rules R-C1 and R-C4.
public struct ConferenceOffer: Hashable, Sendable, Codable {
  public enum Answer: String, CaseIterable, Sendable, Codable {
    case waiting, yes, no
  }

  public var to: Person.ID
  public var on: Day
  public var answer: Answer
  public var answeredOn: Day?
  /// Why not, in their words; empty otherwise.
  public var reason: String

  public init(
    to: Person.ID, on: Day, answer: Answer = .waiting, answeredOn: Day? = nil, reason: String = ""
  ) {
    self.to = to
    self.on = on
    self.answer = answer
    self.answeredOn = answeredOn
    self.reason = reason
  }
}

/// Who referred the family, and how quickly they heard from the coordinator.
///
/// - Source: rule R-C3.
public struct Referral: Hashable, Sendable, Codable, AddedLater {
  public var from: String
  /// The day a coordinator was found for it.
  public var allocatedOn: Day?
  /// The day the referrer had their answer; due 2 days after the referral.
  public var answeredOn: Day?
  /// The day the coordinator spoke with the referrer; due 48 hours after the allocation.
  public var contactedOn: Day?

  public init() {
    self.init(from: "")
  }

  public init(
    from: String, allocatedOn: Day? = nil, answeredOn: Day? = nil, contactedOn: Day? = nil
  ) {
    self.from = from
    self.allocatedOn = allocatedOn
    self.answeredOn = answeredOn
    self.contactedOn = contactedOn
  }
}

/// What the family is asked, and what its plan has to hold: written with the referrer before
/// anybody is invited.
public struct Baseline: Hashable, Sendable, Codable, AddedLater {
  /// Questions for the family, in plain words.
  public var questions: [String]
  /// What the plan has to hold to be agreed, each a line of its own.
  ///
  /// - Source: rule R-C13.
  public var bottomLines: [String]
  /// What the agencies can bring.
  public var resources: String

  public init() {
    self.init(questions: [])
  }

  public init(questions: [String], bottomLines: [String] = [], resources: String = "") {
    self.questions = questions
    self.bottomLines = bottomLines
    self.resources = resources
  }
}

extension Baseline {
  /// Questions to begin from where nobody has written any; each is to be changed.
  ///
  /// - Source: our own words; rule R-C10: none presupposes that anybody lives or stays with anybody.
  public static let usualQuestions = [
    "What is going well for the children, and who helps with it?",
    "What has to change so that every child is safe and well?",
    "Who in the family network can do what, and by when?",
    "What happens if the plan is not working, and who says so?",
  ]
}

/// A time the family had to itself, without any professional.
public struct FamilyTime: Hashable, Sendable, Codable {
  public var began: Moment
  /// Nil while it lasts.
  public var ended: Moment?

  public init(began: Moment, ended: Moment? = nil) {
    self.began = began
    self.ended = ended
  }
}

/// What was said of the plan that the family made.
///
/// - Source: rule R-C13.
public struct Agreement: Hashable, Sendable, Codable {
  public enum Verdict: String, CaseIterable, Sendable, Codable {
    case agreed
    case agreedWithPoints = "agreed with points"
    case notSafe = "not safe yet"
  }

  public var verdict: Verdict
  public var on: Day
  /// What was agreed besides; for `agreedWithPoints`.
  public var points: String
  /// Which lines the plan does not hold yet, and why; at least one for `notSafe`.
  public var refusals: [Refusal]

  public init(verdict: Verdict, on: Day, points: String = "", refusals: [Refusal] = []) {
    self.verdict = verdict
    self.on = on
    self.points = points
    self.refusals = refusals
  }
}

/// A line that the plan does not hold.
///
/// - Source: rule R-C13: each refusal cites the line.
public struct Refusal: Hashable, Sendable, Codable {
  /// The bottom line in its words; empty when the plan is unsafe for the child in another way.
  public var line: String
  public var why: String

  public init(line: String, why: String) {
    self.line = line
    self.why = why
  }
}

/// The coordinator stops a conference to keep somebody safe.
///
/// - Source: rule R-C11.
public struct ConferenceStop: Hashable, Sendable, Codable {
  public var on: Day
  public var by: Practitioner.ID
  public var reason: String
  public var supportOffered: String
  /// The day it went on; nil while it is stopped.
  public var resumedOn: Day?

  public init(
    on: Day, by: Practitioner.ID, reason: String, supportOffered: String, resumedOn: Day? = nil
  ) {
    self.on = on
    self.by = by
    self.reason = reason
    self.supportOffered = supportOffered
    self.resumedOn = resumedOn
  }
}
