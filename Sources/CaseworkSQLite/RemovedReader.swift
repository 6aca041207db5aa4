import Casework
import FoundationEssentials
import GRDB

/// Reads what was removed and is not back, a window at a time, in one transaction.
///
/// A thing is gone while the latest change of its record is the one that removed it.
struct RemovedReader {
  private let db: Database
  private let history: History
  private let records: RecordTable
  private let lists: ListReader

  init(_ db: Database, _ vault: Vault) {
    self.db = db
    history = History(db, vault)
    records = RecordTable(db, vault)
    lists = ListReader(db, vault)
  }

  private static let stillGone = """
    c.removes AND NOT EXISTS (
      SELECT 1 FROM change later WHERE later.record_id = c.record_id AND later.edit > c.edit)
    """

  /// - Parameter scope: narrows to the families of ?1, and to the family ?2.
  private static let source = """
    FROM (SELECT DISTINCT c.edit AS number FROM change c INDEXED BY change_removing
          WHERE \(stillGone)
            AND (LENGTH(?1) = 0 OR c.family_id IN (
                   SELECT f.id FROM family f
                   WHERE f.lead = ?1 OR f.coordinator = ?1 OR f.supervisor = ?1))
            AND (LENGTH(?2) = 0 OR c.family_id = ?2))
    """

  func page(_ query: RemovedQuery) throws -> Page<RemovedEntry> {
    let (viewer, family) = (viewerColumn(query.scope.viewer), viewerColumn(query.familyID?.uuid))
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT e.number, e.id, e.practitioner, e.made_at, e.family_id, e.sealed, e.turn
          \(Self.source) gone JOIN edit e ON e.number = gone.number
          ORDER BY e.number DESC LIMIT ?3 OFFSET ?4
          """),
      arguments: [viewer, family, max(0, query.limit), max(0, query.offset)])
    let total = try Int.fetchOne(
      db.cachedStatement(sql: "SELECT COUNT(*) \(Self.source)"), arguments: [viewer, family])
    return Page(entries: try rows.map(entry), offset: query.offset, total: total ?? 0)
  }

  private func entry(_ row: Row) throws -> RemovedEntry {
    let number: Int64 = row[0]
    var kinds: [Record.Kind: Int] = [:]
    let counts = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT c.kind, COUNT(*) FROM change c WHERE c.edit = ? AND \(Self.stillGone)
          GROUP BY c.kind
          """),
      arguments: [number])
    for count in counts { kinds[try Record.Kind(column: count[0])] = count[1] }
    return RemovedEntry(
      change: try history.entry(row) { try name(of: $0, in: number) },
      wasUndone: row[6] == Turn.undo.rawValue, kinds: kinds)
  }

  /// A family's name; one that was removed itself has it in what was removed.
  private func name(of family: UUID, in number: Int64) throws -> String {
    if let known = try lists.family(family)?.entry.name { return known }
    let gone = try removed(by: number).lazy.compactMap { record -> String? in
      if case .family(let family) = record { family.name } else { nil }
    }
    return gone.first ?? ""
  }

  func records(removedBy edit: Edit.ID) throws -> [Record] {
    let number = try Int64.fetchOne(
      db, sql: "SELECT number FROM edit WHERE id = ?", arguments: [edit.uuid])
    guard let number else {
      throw StoreError.notFound("This change is not in this caseload.")
    }
    return try removed(by: number)
  }

  private func removed(by number: Int64) throws -> [Record] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT c.record_id, c.kind, c.revision, c.sealed FROM change c
          WHERE c.edit = ? AND \(Self.stillGone) ORDER BY c.place DESC
          """),
      arguments: [number])
    return try rows.compactMap { row in
      try history.state(row, Record.Kind(column: row[1]), row[0], records, revision: 2)
    }
  }
}
