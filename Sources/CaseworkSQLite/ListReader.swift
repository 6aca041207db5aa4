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
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: ListReader.windowSQL),
      arguments: [
        viewerColumn(window.viewer), window.list.rawValue, window.below, max(0, window.limit),
        max(0, window.offset),
      ])
    var items: [Item] = []
    while let row = try rows.next() { items.append(Item(id: row[0], family: row[1])) }
    return (items, try count(window.viewer, window.list, below: window.below))
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
          action_due, mean, sealed, review_kind
        FROM family WHERE id = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
    let brief = try FamilyBrief(vault.open(row[9], in: .family, id, row[0]))
    guard let status = Family.Status(rawValue: row[1]),
      let level = Family.SupportLevel(rawValue: row[2])
    else { throw StoreError.damaged }
    let due = try (row[4] as Int?).map { day in
      ReviewDue(
        kind: try Review.Kind(number: row[10]), day: Day(number: day),
        planned: (row[5] as UUID?).map { Review.ID($0) },
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
  /// - Parameters:
  ///   - answer: what the index of reviews says to the query.
  func reviews(
    _ query: ReviewQuery, _ answer: ReviewIndex.Answer, in index: ReviewIndex
  ) throws -> ReviewPage {
    let part = answer.places.dropFirst(max(0, query.offset)).prefix(max(0, query.limit))
    var last: FamilyRow?
    let entries = try part.compactMap { place -> ReviewEntry? in
      let entry = index.entries[Int(place)]
      let id = index.families.rows[Int(entry.family)].id
      let family = try last.flatMap { $0.entry.id.uuid == id ? $0 : nil } ?? self.family(id)
      last = family
      let review = try ListedReview(
        db, vault, rank: entry.rank, item: entry.item, kind: entry.kind)
      guard let family, let review else { return nil }
      return ReviewEntry(
        reviewID: review.item == id ? nil : Review.ID(review.item), familyID: family.entry.id,
        familyName: family.entry.name, lead: review.lead, kind: review.kind,
        when: Rank.time(at: review.rank), place: review.place, state: review.state,
        outcome: review.outcome, signedOff: review.signedOff)
    }
    return ReviewPage(
      page: Page(entries: entries, offset: query.offset, total: answer.places.count),
      counts: answer.counts)
  }
}

// MARK: - Goals

extension ListReader {
  /// - Parameter found: what the index of goals says, where something was sought.
  func goals(
    _ query: GoalQuery, found: (items: [Item], counts: [GoalQuery.Part: Int])?
  ) throws -> GoalPage {
    if let found {
      let part = found.items.dropFirst(max(0, query.offset)).prefix(max(0, query.limit))
      return GoalPage(
        page: Page(
          entries: try part.map(goal), offset: query.offset, total: found.items.count),
        counts: found.counts)
    }
    let viewer = query.scope.viewer
    var counts: [GoalQuery.Part: Int] = [:]
    for part in GoalQuery.Part.allCases {
      counts[part] = try count(viewer, part.list, below: part.end)
    }
    let (items, total) = try items(
      Window(
        viewer: viewer, list: query.part.list, below: query.part.end, offset: query.offset,
        limit: query.limit))
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
  var list: List {
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
