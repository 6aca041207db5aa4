import Casework
import FoundationEssentials
import GRDB

/// Every row of the list of reviews without its words, in memory: what it is narrowed, counted and
/// ordered by, so that no key waits for thousands of rows.
///
/// Filled when it is first asked, and brought up to date by every later question. About 50 bytes a
/// review and 150 a family.
struct ReviewIndex {
  struct Entry {
    let rank: Int
    let item: UUID
    /// Its family's place in `families`.
    let family: Int32
    /// The day's number; nil while nobody signed it off.
    let signedOn: Int32?
    let kind: Review.Kind
    let state: Review.State
    let outcome: Review.Outcome?
  }

  /// By rank, then by item, then by kind.
  private(set) var entries: [Entry] = []
  private(set) var families = FamilyRoles()
  /// The number of the last edit that is in it; nil while it is empty.
  private var lastNumber: Int64?

  /// Where practitioners stand by name, as it was at an edit.
  private var leads: (number: Int64, ranks: [UUID: Int])?

  /// Where each lead professional stands by name.
  mutating func leadRanks(_ db: Database, _ vault: Vault) throws -> [UUID: Int] {
    let number = try History(db, vault).lastNumber()
    if let leads, leads.number == number { return leads.ranks }
    let ranks = try RecordTable(db, vault).practitionerRanks()
    leads = (number, ranks)
    return ranks
  }

  /// More families than these are all read anew.
  private static let few = 50

  /// Brings the index up to what a transaction sees.
  mutating func refresh(_ db: Database, _ vault: Vault) throws {
    let history = History(db, vault)
    let number = try history.lastNumber()
    let touched = try lastNumber.map { last in
      number > last ? try history.families(since: last) : []
    }
    if let touched, touched.count <= ReviewIndex.few {
      try reread(touched, db)
    } else {
      try families.fill(db)
      entries = try read(db, "ORDER BY rank, item, kind", [])
    }
    lastNumber = max(number, lastNumber ?? 0)
  }

  private mutating func reread(_ touched: Set<UUID>, _ db: Database) throws {
    guard !touched.isEmpty else { return }
    let places = Set(touched.compactMap { families.places[$0] })
    entries.removeAll { places.contains(Int($0.family)) }
    for id in touched {
      try families.reread(id, db)
      entries += try read(db, "WHERE family_id = ?", [id])
    }
    entries.sort(by: ReviewIndex.isBefore)
  }

  private func read(
    _ db: Database, _ condition: String, _ arguments: StatementArguments
  ) throws -> [Entry] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT rank, item, family_id, signed_on, kind, state, outcome FROM review \(condition)
          """),
      arguments: arguments)
    var entries: [Entry] = []
    while let row = try rows.next() {
      guard let family = families.places[row[2]] else { throw StoreError.damaged }
      entries.append(
        Entry(
          rank: row[0], item: row[1], family: Int32(family), signedOn: row[3],
          kind: try Review.Kind(number: row[4]), state: try Review.State(number: row[5]),
          outcome: try (row[6] as Int?).map(Review.Outcome.init(number:))))
    }
    return entries
  }

  private static func isBefore(_ left: Entry, _ right: Entry) -> Bool {
    if left.rank != right.rank { return left.rank < right.rank }
    if left.item != right.item {
      return RecordID<Review>(left.item) < RecordID<Review>(right.item)
    }
    return left.kind.number < right.kind.number
  }

  // MARK: - Questions

  /// What a query lists, and how many every part holds under its filter.
  struct Answer {
    /// Places in `entries`, in the query's order.
    var places: [Int32] = []
    var counts: [ReviewQuery.Part: Int] = [:]
  }

  /// - Parameters:
  ///   - within: the families that were found; nil when nothing was sought.
  ///   - ranks: where families and lead professionals stand by name, for the orders by name.
  func answer(
    _ query: ReviewQuery, within: Set<UUID>?, ranks: [UUID: Int]
  ) -> Answer {
    let chosen = families.chosen(query, within)
    let parts = Parts(on: query.today)
    var (counts, places) = ([0, 0, 0, 0, 0], [Int32]())
    let all = ReviewQuery.Part.allCases
    for (place, entry) in entries.enumerated()
    where chosen[Int(entry.family)] && query.filter.holds(entry) {
      for (index, part) in all.enumerated() where parts.holds(entry, part) {
        counts[index] += 1
        if part == query.part { places.append(Int32(place)) }
      }
    }
    if query.part == .held { places.reverse() }
    if query.order != .usual { sort(&places, query.order, ranks) }
    if query.isReversed { places.reverse() }
    return Answer(places: places, counts: Dictionary(uniqueKeysWithValues: zip(all, counts)))
  }

  /// Where the review of an entry is.
  func place(_ entry: Int32) -> ReviewPlace {
    let found = entries[Int(entry)]
    let family = families.rows[Int(found.family)].id
    return ReviewPlace(
      familyID: Family.ID(family),
      reviewID: found.item == family ? nil : Review.ID(found.item),
      kind: found.item == family ? found.kind : nil)
  }

  /// Equal ones stay in the order they are in.
  private func sort(_ places: inout [Int32], _ order: ReviewQuery.Order, _ ranks: [UUID: Int]) {
    let last = 1 << 30
    let familyRanks: [Int] =
      switch order {
      case .family: families.rows.map { ranks[$0.id] ?? last }
      case .lead: families.rows.map { $0.lead.flatMap { ranks[$0] } ?? last }
      default: []
      }
    let keys = places.enumerated().map { index, place in
      let entry = entries[Int(place)]
      let rank =
        switch order {
        case .usual: 0
        case .family, .lead: familyRanks[Int(entry.family)]
        case .kind: entry.kind.number
        case .outcome: entry.outcome?.number ?? last
        case .signedOff: entry.signedOn.map { Int($0) + last } ?? 0
        }
      return (rank << 32) | index
    }
    places = keys.sorted().map { places[$0 & 0xffff_ffff] }
  }
}

/// Which entries belong to which part on a day.
private struct Parts {
  private let comingEnd: Int
  private let todayStart: Int

  /// Six weeks on, and today, are whole days.
  init(on today: Day) {
    comingEnd = Rank.start(of: today + 43)
    todayStart = Rank.start(of: today)
  }

  func holds(_ entry: ReviewIndex.Entry, _ part: ReviewQuery.Part) -> Bool {
    switch (part, entry.state) {
    case (.coming, .planned), (.coming, .underway): entry.rank < comingEnd
    case (.overdue, .planned): entry.rank < todayStart
    case (.held, .held), (.held, .sentBack), (.held, .signedOff): true
    case (.toSignOff, .held), (.sentBack, .sentBack): true
    default: false
    }
  }
}

extension ReviewFilter {
  /// Leads apart: those are the family's.
  fileprivate func holds(_ entry: ReviewIndex.Entry) -> Bool {
    (kind == nil || kind == entry.kind) && (state == nil || state == entry.state)
      && (outcome == nil || outcome == entry.outcome)
  }
}

/// Families and whose they are, each with a place that stays its own.
struct FamilyRoles {
  struct Row {
    let id: UUID
    let lead: UUID?
    let coordinator: UUID?
    let supervisor: UUID?

    func isOf(_ practitioner: UUID) -> Bool {
      lead == practitioner || coordinator == practitioner || supervisor == practitioner
    }
  }

  private(set) var rows: [Row] = []
  private(set) var places: [UUID: Int] = [:]

  private static let sql = "SELECT id, lead, coordinator, supervisor FROM family"

  mutating func fill(_ db: Database) throws {
    let found = try GRDB.Row.fetchCursor(db.cachedStatement(sql: FamilyRoles.sql))
    rows = []
    while let next = try found.next() { rows.append(row(next)) }
    places = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1.id, $0) })
  }

  /// A family that was removed keeps its place.
  mutating func reread(_ id: UUID, _ db: Database) throws {
    let found = try GRDB.Row.fetchOne(
      db.cachedStatement(sql: FamilyRoles.sql + " WHERE id = ?"), arguments: [id])
    guard let found else { return }
    if let place = places[id] {
      rows[place] = row(found)
    } else {
      places[id] = rows.count
      rows.append(row(found))
    }
  }

  private func row(_ row: GRDB.Row) -> Row {
    Row(id: row[0], lead: row[1], coordinator: row[2], supervisor: row[3])
  }

  /// Of each family by its place, whether a query asks for it.
  fileprivate func chosen(_ query: ReviewQuery, _ within: Set<UUID>?) -> [Bool] {
    let leads = query.filter.leads.map { Set($0.map(\.uuid)) }
    let viewer = query.scope.viewer
    return rows.map { row in
      if let viewer, !row.isOf(viewer) { return false }
      if let leads, !(row.lead.map(leads.contains) ?? false) { return false }
      return within?.contains(row.id) ?? true
    }
  }
}
