/// One of the days by which something of a conference is to be done.
public struct ConferenceClock: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case answer = "answer to the referrer"
    case call = "coordinator's call to the referrer"
    case conference
    case typedPlan = "typed plan given out"
    case review = "review conference"
  }

  public var kind: Kind
  public var due: Day
  /// The first day on which it begins to be late; nil when only `due` counts.
  public var amberFrom: Day?
  /// The day it was done; nil while it was not.
  public var done: Day?

  public init(kind: Kind, due: Day, amberFrom: Day? = nil, done: Day? = nil) {
    self.kind = kind
    self.due = due
    self.amberFrom = amberFrom
    self.done = done
  }

  public var title: String { kind.rawValue }

  /// How it stands; nil once it was done.
  public func state(on today: Day) -> DueState? { done == nil ? dueState(of: due, on: today) : nil }

  /// Whether it was done after its day.
  public var wasLate: Bool { done.map { dueState(of: due, on: $0).isOverdue } ?? false }
}

extension Conference {
  /// What is to be done by when, as far as it is known yet, in its order.
  ///
  /// - Source: rules R-C2, R-C3, R-C14 and R-C15.
  public func clocks(settings: PracticeSettings = .standard) -> [ConferenceClock] {
    var clocks: [ConferenceClock] = []
    if let referredOn {
      clocks.append(
        ConferenceClock(
          kind: .answer, due: referredOn + settings.referrerAnswerDue, done: referral.answeredOn))
    }
    if let allocated = referral.allocatedOn {
      clocks.append(
        ConferenceClock(
          kind: .call, due: allocated + settings.referrerCallDue, done: referral.contactedOn))
    }
    if let referredOn {
      clocks.append(
        ConferenceClock(
          kind: .conference, due: referredOn + settings.conferenceDue,
          amberFrom: referredOn + settings.conferenceAmber, done: heldOn))
    }
    if let heldOn {
      clocks.append(
        ConferenceClock(kind: .typedPlan, due: heldOn + settings.planCopyDue, done: sharedOn))
      clocks.append(
        ConferenceClock(kind: .review, due: reviewOn ?? heldOn + settings.conferenceReviewDue))
    }
    return clocks
  }

  /// The day to propose for the review conference: so many weeks after the conference, held or
  /// planned.
  ///
  /// - Source: rule R-C15; twelve weeks are general knowledge.
  public func proposedReview(
    on today: Day, settings: PracticeSettings = .standard
  ) -> Day {
    (heldOn ?? planned?.day ?? today) + settings.conferenceReviewDue
  }
}

extension FamilyFile {
  /// - Source: rules R-C2, R-C3 and R-C14.
  func conferenceWatchpoints(_ settings: PracticeSettings) -> [Watchpoint] {
    conferences.filter(\.isOpen).flatMap { conference in
      waiting(conference, settings) + referrerWaits(conference, settings)
        + planCopy(conference, settings)
    }
  }

  private func waiting(_ conference: Conference, _ settings: PracticeSettings) -> [Watchpoint] {
    guard conference.isWaitingForDay, let referred = conference.referredOn else { return [] }
    return [
      Watchpoint(
        kind: .conference, showsFrom: referred + settings.conferenceAmber,
        dueOn: referred + settings.conferenceDue, recordID: conference.id.uuid, subject: "")
    ]
  }

  /// While nobody is named as the referrer, nobody waits.
  private func referrerWaits(
    _ conference: Conference, _ settings: PracticeSettings
  ) -> [Watchpoint] {
    guard conference.heldOn == nil, !conference.referral.from.isEmpty else { return [] }
    return conference.clocks(settings: settings).compactMap { clock in
      guard clock.done == nil, clock.kind == .answer || clock.kind == .call else { return nil }
      let since = clock.kind == .answer ? conference.referredOn : conference.referral.allocatedOn
      return Watchpoint(
        kind: .referrer, showsFrom: since ?? clock.due, dueOn: clock.due,
        recordID: conference.id.uuid, subject: clock.kind == .answer ? "an answer" : "your call",
        detail: "\(conference.referral.from), by \(clock.due.short)", waitsFor: family.coordinator)
    }
  }

  /// Of a plan that was agreed in the room; what was only held before kith knew of that is not asked.
  private func planCopy(_ conference: Conference, _ settings: PracticeSettings) -> [Watchpoint] {
    guard let held = conference.heldOn, conference.isAgreementFrozen, conference.sharedOn == nil
    else { return [] }
    let due = held + settings.planCopyDue
    return [
      Watchpoint(
        kind: .planCopy, showsFrom: held, dueOn: due, recordID: conference.id.uuid, subject: "",
        detail: "typed copies by \(due.short)", waitsFor: family.coordinator)
    ]
  }
}
