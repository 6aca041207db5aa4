import Casework
import FoundationEssentials
import GRDB
import Glibc

/// The opened names of all families, in memory: for the order by name, and for find.
///
/// Filled when it is first asked, and brought up to date by every later question from what was
/// saved since, by this program or another. About 500 bytes a family.
struct NameIndex {
  struct Entry {
    let id: UUID
    /// Name, reference and children's names as find compares them, `Folding.separator` between
    /// them and a zero byte at the end.
    let text: [CChar]
    /// Of each of `FamilyBrief.named` the number of its kind and its words, folded, ended by a zero
    /// byte.
    let named: [CChar]
    let lead: UUID?
    let coordinator: UUID?
    let supervisor: UUID?
    let due: Int
    let support: Int
    let mean: Int

    func rank(_ order: CaseloadQuery.Order) -> Int {
      switch order {
      case .due: due
      case .support: support
      case .goals: mean
      case .name: isClosed ? 1 : 0
      }
    }

    var isClosed: Bool { due >= Rank.closed }
  }

  /// By name, then by id.
  private(set) var entries: [Entry] = []
  /// Places in `entries` in the orders that were asked for since they changed.
  private var orders: [CaseloadQuery.Order: [Int32]] = [:]
  /// The number of the last edit that is in it; nil while it is empty.
  private var lastNumber: Int64?

  /// Brings the index up to what a transaction sees.
  mutating func refresh(_ db: Database, _ vault: Vault) throws {
    let number = try History(db, vault).lastNumber()
    guard let last = lastNumber else {
      entries = try NameIndex.read(db, vault, "FROM family", [])
      entries.sort(by: NameIndex.isBefore)
      lastNumber = number
      return
    }
    guard number > last else { return }
    orders = [:]
    let touched = try History(db, vault).families(since: last)
    entries.removeAll { touched.contains($0.id) }
    entries += try NameIndex.read(db, vault, "FROM family WHERE revision > ?", [last])
    entries.sort(by: NameIndex.isBefore)
    lastNumber = number
  }

  private static func read(
    _ db: Database, _ vault: Vault, _ source: String, _ arguments: StatementArguments
  ) throws -> [Entry] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, revision, lead, coordinator, supervisor, due_rank, support_rank, goals_rank,
          sealed
        \(source)
        """,
      arguments: arguments)
    var entries: [Entry] = []
    while let row = try rows.next() {
      let id: UUID = row[0]
      let sealed: Data = row[8]
      let plain = try vault.open(sealed, in: .family, id, row[1])
      let brief = try FamilyBrief(plain)
      entries.append(
        Entry(
          id: id, text: terminated(brief.folded),
          named: brief.named.flatMap {
            [CChar($0.kind.rawValue)] + terminated(Folding.fold($0.words))
          },
          lead: row[2], coordinator: row[3], supervisor: row[4], due: row[5], support: row[6],
          mean: row[7]))
    }
    return entries
  }

  private static func isBefore(_ left: Entry, _ right: Entry) -> Bool {
    let order = strcmp(left.text, right.text)
    return order == 0
      ? RecordID<Family>(left.id) < RecordID<Family>(right.id) : order < 0
  }

  private static func terminated(_ text: [UInt8]) -> [CChar] {
    text.map(CChar.init(bitPattern:)) + [0]
  }

  static func words(_ text: String) -> [[CChar]] {
    Folding.words(text).map(terminated)
  }

  // MARK: - Questions

  /// Ids of the families that a query lists, in its order.
  mutating func families(_ query: CaseloadQuery) -> [UUID] {
    let words = NameIndex.words(query.find)
    return order(query.order).compactMap { place in
      let entry = entries[Int(place)]
      guard query.includesClosed || !entry.isClosed, query.scope.holds(entry),
        match(entry.text, words) != nil
      else { return nil }
      return entry.id
    }
  }

  private mutating func order(_ order: CaseloadQuery.Order) -> [Int32] {
    if let known = orders[order] { return known }
    let ranks = entries.enumerated().map { (place: Int32($0), rank: $1.rank(order)) }
    let sorted = ranks.sorted { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      if order == .name { return left.place < right.place }
      return RecordID<Family>(entries[Int(left.place)].id)
        < RecordID<Family>(entries[Int(right.place)].id)
    }
    let places = sorted.map(\.place)
    orders[order] = places
    return places
  }

  /// Ids of the families of a scope that a text finds.
  func found(by text: String, in scope: Scope = .everyone) -> Set<UUID> {
    let words = NameIndex.words(text)
    return Set(
      entries.lazy.filter { scope.holds($0) && match($0.text, words) != nil }.map(\.id))
  }

  /// Where each family stands by name, closed or not.
  var ranks: [UUID: Int] {
    Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.id, $0) })
  }

  /// The best matches first: those in which every word begins a word; then by name.
  func find(_ text: String, limit: Int) -> [UUID] {
    let words = NameIndex.words(text)
    var (best, others): ([UUID], [UUID]) = ([], [])
    for entry in entries where best.count < limit {
      switch match(entry.text, words) {
      case .begins: best.append(entry.id)
      case .inside where others.count < limit: others.append(entry.id)
      case .inside, nil: break
      }
    }
    return Array((best + others).prefix(limit))
  }

  enum Match {
    case begins, inside
  }

  func match(_ text: [CChar], _ words: [[CChar]]) -> Match? {
    var result = Match.begins
    for word in words {
      switch match(text, word) {
      case nil: return nil
      case .inside: result = .inside
      case .begins: break
      }
    }
    return result
  }

  /// - Parameters:
  ///   - text: folded, ended by a zero byte, as C looks for texts.
  ///   - word: likewise.
  func match(_ text: [CChar], _ word: [CChar]) -> Match? {
    text.withUnsafeBufferPointer { text in
      text.baseAddress.flatMap { NameIndex.match($0, word) }
    }
  }

  /// - Parameters: both end with a zero byte.
  static func match(_ start: UnsafePointer<CChar>, _ word: [CChar]) -> Match? {
    var result: Match?
    var from = start
    while let hit = strstr(from, word) {
      let place = UnsafePointer(hit) - start
      if place == 0 || !Folding.isInWord(UInt8(bitPattern: start[place - 1])) { return .begins }
      result = .inside
      from = UnsafePointer(hit) + 1
    }
    return result
  }
}

extension Scope {
  /// Whose lists it is about; nil is everyone's.
  var viewer: UUID? {
    switch self {
    case .mine(let practitioner): practitioner.uuid
    case .everyone: nil
    }
  }

  func holds(_ entry: NameIndex.Entry) -> Bool {
    guard let viewer else { return true }
    return entry.lead == viewer || entry.coordinator == viewer || entry.supervisor == viewer
  }
}
