import Casework
import FoundationEssentials
import GRDB

/// Reads lists, a window at a time, in one transaction.
struct ListReader {
  let db: Database
  let vault: Vault
  let records: RecordTable

  init(_ db: Database, _ vault: Vault) {
    self.db = db
    self.vault = vault
    records = RecordTable(db, vault)
  }

  /// One row of table `listed`.
  struct Item {
    let id: UUID
    let family: UUID
  }

  /// A window on one list: whose, which, ranks below a bound, and which part of it.
  struct Window {
    var viewer: UUID?
    var list: List
    var below = Int.max
    /// Only families in it, where it is not nil.
    var within: Set<UUID>?
    var offset: Int
    var limit: Int
  }

  static let countSQL = "SELECT COUNT(*) FROM listed WHERE viewer = ? AND list = ? AND rank < ?"

  /// How many a list holds with ranks below a bound; counted only where no tally is kept.
  func count(_ viewer: UUID?, _ list: List, below: Int = .max) throws -> Int {
    guard below != .max, below != Rank.closed else {
      return try Int.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT COALESCE(SUM(count), 0) FROM tally
            WHERE viewer = ? AND list = ? AND is_closed <= ?
            """),
        arguments: [viewerColumn(viewer), list.rawValue, below == .max]) ?? 0
    }
    let statement = try db.cachedStatement(sql: ListReader.countSQL)
    return try Int.fetchOne(
      statement, arguments: [viewerColumn(viewer), list.rawValue, below]) ?? 0
  }

  static let windowSQL = """
    SELECT item, family_id FROM listed WHERE viewer = ? AND list = ? AND rank < ?
    ORDER BY rank, item LIMIT ? OFFSET ?
    """

  /// The items of a window, in order, and how many there are without its limits.
  func items(_ window: Window) throws -> (items: [Item], total: Int) {
    let isWhole = window.within != nil
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: ListReader.windowSQL),
      arguments: [
        viewerColumn(window.viewer), window.list.rawValue, window.below,
        isWhole ? -1 : max(0, window.limit), isWhole ? 0 : max(0, window.offset),
      ])
    var items: [Item] = []
    while let row = try rows.next() {
      let item = Item(id: row[0], family: row[1])
      if window.within?.contains(item.family) ?? true { items.append(item) }
    }
    guard isWhole else {
      return (items, try count(window.viewer, window.list, below: window.below))
    }
    let part = items.dropFirst(max(0, window.offset)).prefix(max(0, window.limit))
    return (Array(part), items.count)
  }

  /// A row of table `family`, opened.
  struct FamilyRow {
    let entry: CaseloadEntry
    let brief: FamilyBrief
  }

  /// - Returns: nil when the family was removed.
  func family(_ id: UUID) throws -> FamilyRow? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT revision, status, support_level, lead, review_due, planned_review, window_opens,
          action_due, mean, sealed
        FROM family WHERE id = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
    let brief = try FamilyBrief(vault.open(row[9], in: .family, id, row[0]))
    guard let status = Family.Status(rawValue: row[1]),
      let level = Family.SupportLevel(rawValue: row[2])
    else { throw StoreError.damaged }
    let due = (row[4] as Int?).map { day in
      ReviewDue(
        kind: level.reviewKind,
        day: Day(number: day), planned: (row[5] as UUID?).map { Review.ID($0) },
        windowOpens: (row[6] as Int?).map(Day.init(number:)))
    }
    let entry = CaseloadEntry(
      id: Family.ID(id), reference: brief.reference, name: brief.name, children: brief.children,
      status: status, supportLevel: level, trend: brief.trend, mean: row[8], reviewDue: due,
      actionDue: (row[7] as Int?).map(Day.init(number:)),
      lead: (row[3] as UUID?).map { Practitioner.ID($0) })
    return FamilyRow(entry: entry, brief: brief)
  }

  /// - Throws: `StoreError.damaged` when a list names a family that is not there.
  func knownFamily(_ id: UUID) throws -> FamilyRow {
    guard let family = try family(id) else { throw StoreError.damaged }
    return family
  }
}

// MARK: - Caseload

extension ListReader {
  /// - Parameter chosen: ids in order, where the index of names has answered; else nil.
  func caseload(_ query: CaseloadQuery, chosen: [UUID]?) throws -> CaseloadPage {
    let viewer = query.scope.viewer
    let open = try count(viewer, .due, below: Rank.closed)
    let closed = try count(viewer, .due) - open
    let ids: [UUID]
    let total: Int
    if let chosen {
      ids = Array(chosen.dropFirst(max(0, query.offset)).prefix(max(0, query.limit)))
      total = chosen.count
    } else {
      ids = try items(
        Window(
          viewer: viewer, list: query.order.list,
          below: query.includesClosed ? .max : Rank.closed, offset: query.offset,
          limit: query.limit)
      ).items.map(\.id)
      total = query.includesClosed ? open + closed : open
    }
    return CaseloadPage(
      page: Page(
        entries: try ids.compactMap { try family($0)?.entry }, offset: query.offset, total: total),
      openCount: open, closedCount: closed)
  }
}

extension CaseloadQuery.Order {
  fileprivate var list: List {
    switch self {
    case .due: .due
    case .support: .support
    case .goals: .means
    case .name: preconditionFailure("the order by name is the index's")
    }
  }
}

// MARK: - Reviews

extension ListReader {
  /// - Parameter within: the families that were found; nil when nothing was sought.
  func reviews(_ query: ReviewQuery, within: Set<UUID>?) throws -> ReviewPage {
    let viewer = query.scope.viewer
    var counts: [ReviewQuery.Part: Int] = [:]
    for part in ReviewQuery.Part.allCases {
      counts[part] = try count(viewer, part.list, below: part.end(on: query.today))
    }
    let (items, total) = try items(
      Window(
        viewer: viewer, list: query.part.list, below: query.part.end(on: query.today),
        within: within, offset: query.offset, limit: query.limit))
    return ReviewPage(
      page: Page(entries: try items.map(review), offset: query.offset, total: total),
      counts: counts)
  }

  private func review(_ item: Item) throws -> ReviewEntry {
    let family = try knownFamily(item.family).entry
    if item.id == item.family {
      guard let due = family.reviewDue else { throw StoreError.damaged }
      return ReviewEntry(
        reviewID: nil, familyID: family.id, familyName: family.name, lead: family.lead,
        kind: family.supportLevel.reviewKind, when: MeetingTime(day: due.day), place: "",
        state: .planned, outcome: nil, signedOff: nil)
    }
    guard case .review(let review)? = try records.record(.review, item.id, of: item.family),
      let when = review.when
    else { throw StoreError.damaged }
    return ReviewEntry(
      reviewID: review.id, familyID: family.id, familyName: family.name, lead: family.lead,
      kind: review.kind, when: when, place: review.place, state: review.state,
      outcome: review.outcome, signedOff: review.signedOff)
  }
}

extension ReviewQuery.Part {
  fileprivate var list: List {
    switch self {
    case .coming, .overdue: .coming
    case .held: .held
    case .toSignOff, .sentBack: .toSignOff
    }
  }

  /// The rank at which the part ends: six weeks on, and today, are whole days.
  fileprivate func end(on today: Day) -> Int {
    switch self {
    case .coming: Rank.start(of: today + 43)
    case .overdue: Rank.start(of: today)
    case .held, .toSignOff, .sentBack: .max
    }
  }
}

// MARK: - Goals

extension ListReader {
  /// - Parameter within: the families that were found; nil when nothing was sought.
  func goals(_ query: GoalQuery, within: Set<UUID>?) throws -> GoalPage {
    let viewer = query.scope.viewer
    var counts: [GoalQuery.Part: Int] = [:]
    for part in GoalQuery.Part.allCases {
      counts[part] = try count(viewer, part.list, below: part.end)
    }
    let (items, total) = try items(
      Window(
        viewer: viewer, list: query.part.list, below: query.part.end, within: within,
        offset: query.offset, limit: query.limit))
    return GoalPage(
      page: Page(entries: try items.map(goal), offset: query.offset, total: total), counts: counts)
  }

  private func goal(_ item: Item) throws -> GoalEntry {
    let statement = try db.cachedStatement(
      sql: """
        SELECT revision, now, movement, stuck_since, last_rated_on, sealed FROM goal WHERE id = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [item.id]),
      case .goal(let goal)? = try records.record(.goal, item.id, of: item.family)
    else { throw StoreError.damaged }
    let words = try GoalWords(vault.open(row[5], in: .goal, item.id, row[0]))
    return GoalEntry(
      goal: goal, familyName: try knownFamily(item.family).entry.name, whose: words.whose,
      now: row[1], movement: row[2], trend: words.trend,
      stuckSince: (row[3] as Int?).map(Day.init(number:)), gapWords: words.gapWords,
      lastRatedOn: (row[4] as Int?).map(Day.init(number:)))
  }
}

extension GoalQuery.Part {
  fileprivate var list: List {
    switch self {
    case .stuck: .stuck
    case .backwards: .backwards
    case .seenDifferently: .seenDifferently
    case .neverRated: .neverRated
    case .open, .all: .goals
    }
  }

  fileprivate var end: Int { self == .open ? Rank.closed : .max }
}
