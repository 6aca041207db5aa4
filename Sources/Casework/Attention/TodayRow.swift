import FoundationEssentials

/// A watchpoint with the family it is about.
public struct FamilyWatchpoint: Hashable, Sendable {
  public var familyID: Family.ID
  public var familyName: String
  public var watchpoint: Watchpoint

  public init(familyID: Family.ID, familyName: String, watchpoint: Watchpoint) {
    self.familyID = familyID
    self.familyName = familyName
    self.watchpoint = watchpoint
  }
}

/// One row under "Needs you": a family, the reason, and a detail to act on.
public struct TodayRow: Hashable, Sendable {
  public var familyID: Family.ID
  public var familyName: String
  public var kind: Watchpoint.Kind
  public var isOverdue: Bool
  /// `review overdue by 6 days`, `2 actions due in the next 7 days`.
  public var reason: String
  /// `was due Sun 15 Nov`, `Uncle Femi, Wed 18 Nov`.
  public var detail: String
  /// The record of the first watchpoint behind it; the family itself for a review not planned.
  public var recordID: UUID
}

/// Today's rows: what is overdue first, the oldest first; then by kind and day. Watchpoints of one
/// family and kind that are all overdue, or all not, make one row; each review has its own. Those
/// that do not show yet are left out.
public func todayRows(
  from watchpoints: [FamilyWatchpoint], on today: Day, settings: PracticeSettings = .standard
) -> [TodayRow] {
  struct Group: Hashable {
    var family: Family.ID
    var kind: Watchpoint.Kind
    var isOverdue: Bool
    /// Keeps reviews apart: which one, and of which kind.
    var review: String
  }
  var groups: [Group: [FamilyWatchpoint]] = [:]
  for entry in watchpoints where entry.watchpoint.isShown(on: today) {
    let watchpoint = entry.watchpoint
    let group = Group(
      family: entry.familyID, kind: watchpoint.kind, isOverdue: watchpoint.isOverdue(on: today),
      review: watchpoint.kind.isReview ? "\(watchpoint.recordID) \(watchpoint.subject)" : "")
    groups[group, default: []].append(entry)
  }
  let ordered = groups.map { group, entries in
    let sorted = entries.sorted { sortKey($0) < sortKey($1) }
    return (key: rowKey(sorted[0], isOverdue: group.isOverdue), row: row(sorted, today, settings))
  }
  return ordered.sorted { $0.key < $1.key }.map(\.row)
}

private func sortKey(_ entry: FamilyWatchpoint) -> (Int, Int, String) {
  let watchpoint = entry.watchpoint
  return (
    watchpoint.dueOn?.number ?? watchpoint.showsFrom.number, watchpoint.showsFrom.number,
    watchpoint.subject
  )
}

private func rowKey(
  _ entry: FamilyWatchpoint, isOverdue: Bool
) -> (Int, Int, Int, String, String) {
  let order = Watchpoint.Kind.allCases.firstIndex(of: entry.watchpoint.kind) ?? 0
  let day = sortKey(entry).0
  let (name, subject) = (entry.familyName, entry.watchpoint.subject)
  return isOverdue ? (0, day, order, name, subject) : (1, order, day, name, subject)
}

private func row(
  _ entries: [FamilyWatchpoint], _ today: Day, _ settings: PracticeSettings
) -> TodayRow {
  let first = entries[0]
  let words = RowWords(
    first: first.watchpoint, count: entries.count, today: today, settings: settings)
  return TodayRow(
    familyID: first.familyID, familyName: first.familyName, kind: first.watchpoint.kind,
    isOverdue: first.watchpoint.isOverdue(on: today), reason: words.reason, detail: words.detail,
    recordID: first.watchpoint.recordID)
}

/// The words of one row, from the first of its watchpoints and how many there are.
private struct RowWords {
  let first: Watchpoint
  let count: Int
  let today: Day
  let settings: PracticeSettings

  private var isOverdue: Bool { first.isOverdue(on: today) }

  private var dueWords: String { first.dueOn?.words(on: today) ?? "" }

  var reason: String {
    switch first.kind {
    case .sentBack: "review sent back: \(first.subject)"
    case .answered: "sent back and answered: \(first.subject)"
    case .referrer: "referrer waits for \(first.subject)"
    case .planCopy: "plan not given out yet"
    case .review: reviewReason
    case .action where isOverdue:
      count == 1 ? "action overdue: \(first.subject)" : "\(count) actions overdue"
    case .action:
      count == 1
        ? "action due: \(first.subject)" : "\(count) actions due in the next \(settings.soon) days"
    case .conference: isOverdue ? "conference not booked, late" : "conference not booked"
    case .childWords:
      count == 1
        ? "no words from \(first.subject) for \(settings.childWordsDue) days"
        : "no words from \(count) children for \(settings.childWordsDue) days"
    case .stuck: count == 1 ? "goal stuck: \(first.subject)" : "\(count) goals stuck"
    case .ratersApart:
      count == 1
        ? "seen differently: \(first.subject)" : "\(count) goals seen differently"
    }
  }

  private var reviewReason: String {
    let noun = first.subject.isEmpty ? "review" : first.subject
    guard let due = first.dueOn else { return "\(noun) begun, not finished" }
    switch dueState(of: due, on: today) {
    case .overdue(let days): return "\(noun) overdue by \(counted(days, "day"))"
    case .due(0): return "\(noun) today"
    case .due(1): return "\(noun) tomorrow"
    case .due(let days): return "\(noun) due in \(days) days"
    }
  }

  var detail: String {
    switch first.kind {
    case .review where first.dueOn == nil: first.detail
    case .review where isOverdue: "was due \(dueWords)"
    case .review: first.detail.isEmpty ? dueWords : "\(dueWords), \(first.detail)"
    case .action where count == 1:
      first.detail.isEmpty ? dueWords : "\(first.detail), \(dueWords)"
    case .action: isOverdue ? "first was due \(dueWords)" : "first on \(dueWords)"
    case .conference: conferenceDetail
    case .sentBack, .answered, .referrer, .planCopy: first.detail
    case .childWords, .stuck, .ratersApart: count == 1 ? first.detail : "first: \(first.subject)"
    }
  }

  private var conferenceDetail: String {
    let weeks = settings.conferenceDue / 7
    let referred = first.showsFrom - settings.conferenceAmber
    let week = max(0, today.days(since: referred)) / 7 + 1
    // The last day in time is the first of the week after: it still belongs to the last week.
    return "week \(isOverdue ? week : min(week, weeks)) of \(weeks)"
  }
}
