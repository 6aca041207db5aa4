import FoundationEssentials

/// Something about a family that needs somebody from a day on.
///
/// Worked out from a family's file without knowing today, so that a store can keep it and ask
/// on any day; `isShown(on:)` and `isOverdue(on:)` are the only readings.
public struct Watchpoint: Hashable, Sendable, Codable {
  /// The rules behind Today's rows, the most pressing first.
  public enum Kind: String, CaseIterable, Sendable, Codable {
    /// A review that a supervisor sent back; for the lead professional.
    case sentBack = "sent back"
    /// A review that was sent back and has an answer; for the supervisor who sent it.
    case answered
    case review, action
    case conference
    /// The referrer of a conference waits to hear from the coordinator.
    case referrer
    /// The typed plan is not given out yet.
    case planCopy = "plan copy"
    case childWords = "child's words"
    case stuck
    case ratersApart = "raters apart"

    var isReview: Bool {
      switch self {
      case .sentBack, .answered, .review: true
      default: false
      }
    }
  }

  public var kind: Kind
  /// The first day it shows.
  public var showsFrom: Day
  /// The last day it is in time; nil when there is no day to miss.
  public var dueOn: Day?
  /// The record it is about: a review, an action, a conference, a child or a goal; the family
  /// itself for a review that is not planned.
  public var recordID: UUID
  /// The words of what it is about: the action, the goal, the child's name; of a review its kind
  /// where it is not the usual one, and the day it was held where its supervisor asked.
  public var subject: String
  /// Who it waits for, or who sees it how; may be empty.
  public var detail: String
  /// The one person it waits for; nil when it is everybody's who works with the family.
  public var waitsFor: Practitioner.ID?

  public init(
    kind: Kind, showsFrom: Day, dueOn: Day?, recordID: UUID, subject: String, detail: String = "",
    waitsFor: Practitioner.ID? = nil
  ) {
    self.kind = kind
    self.showsFrom = showsFrom
    self.dueOn = dueOn
    self.recordID = recordID
    self.subject = subject
    self.detail = detail
    self.waitsFor = waitsFor
  }

  public func isShown(on today: Day) -> Bool { today >= showsFrom }

  public func isOverdue(on today: Day) -> Bool {
    dueOn.map { dueState(of: $0, on: today).isOverdue } ?? false
  }
}

extension FamilyFile {
  /// Everything that will need somebody; of a closed family only what its supervisor asked.
  ///
  /// - Source: rules R-F1, R-F2, R-F6, R-F7, R-F9, R-C15, R-D8, R-C2, R-C3, R-C14, R-L7, R-D6, R-D7.
  public func watchpoints(settings: PracticeSettings = .standard) -> [Watchpoint] {
    let asked = supervisionWatchpoints
    guard family.isOpen else { return asked }
    return asked + reviewWatchpoints(settings) + actionWatchpoints(settings)
      + conferenceWatchpoints(settings) + childWordsWatchpoints(settings)
      + goalWatchpoints(settings)
  }

  private func actionWatchpoints(_ settings: PracticeSettings) -> [Watchpoint] {
    actions.filter { $0.status == .notYet }.compactMap { action in
      action.by.map { by in
        Watchpoint(
          kind: .action, showsFrom: by - settings.soon, dueOn: by, recordID: action.id.uuid,
          subject: action.words, detail: action.who.map { name(of: $0) } ?? "")
      }
    }
  }

  private func childWordsWatchpoints(_ settings: PracticeSettings) -> [Watchpoint] {
    guard family.status != .referred, let opened = family.openedOn else { return [] }
    return children.map { child in
      let last = latestWords(of: child.id)?.day
      return Watchpoint(
        kind: .childWords, showsFrom: max(last ?? opened, opened) + settings.childWordsDue,
        dueOn: nil, recordID: child.id.uuid, subject: child.shortName,
        detail: last.map { "last heard on \($0.short)" } ?? "never heard since we began")
    }
  }

  private func goalWatchpoints(_ settings: PracticeSettings) -> [Watchpoint] {
    FamilyProgress(goals: goals, ratings: ratings, settings: settings).open.flatMap { progress in
      var found: [Watchpoint] = []
      if let since = progress.stuckSince, let day = progress.lastRatedOn {
        found.append(
          Watchpoint(
            kind: .stuck, showsFrom: day, dueOn: nil, recordID: progress.goal.id.uuid,
            subject: progress.goal.words, detail: "no higher since \(since.words(on: day))"))
      }
      if let gap = progress.gap, let day = progress.lastRatedOn {
        found.append(
          Watchpoint(
            kind: .ratersApart, showsFrom: day, dueOn: nil, recordID: progress.goal.id.uuid,
            subject: progress.goal.words,
            detail: "\(name(of: gap.higher)) \(gap.higherScore), "
              + "\(name(of: gap.lower)) \(gap.lowerScore)"))
      }
      return found
    }
  }
}
