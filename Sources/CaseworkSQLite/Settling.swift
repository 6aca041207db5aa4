import Casework
import FoundationEssentials
import GRDB

/// Brings the lists up to the last edit, in the transaction it is given.
///
/// A commit leaves the lists alone unless it changes a family's own record, so that what is typed
/// in a meeting is on the disk as soon as it can be; whoever reads a list next brings them up.
/// `listing.number` is the last edit that they know of; it is written with them, so that a program
/// that dies in between leaves them as far as they were.
struct Settling {
  private let db: Database
  private let vault: Vault
  private let settings: PracticeSettings
  private let history: History
  private let records: RecordTable

  init(_ db: Database, _ vault: Vault, settings: PracticeSettings) {
    self.db = db
    self.vault = vault
    self.settings = settings
    history = History(db, vault)
    records = RecordTable(db, vault)
  }

  /// Whether the lists know of every edit.
  func isDone() throws -> Bool { try settledNumber() == history.lastNumber() }

  private func settledNumber() throws -> Int64 {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT number FROM listing")) ?? 0
  }

  func run() throws {
    let (settled, last) = (try settledNumber(), try history.lastNumber())
    guard settled < last else { return }
    var writer = ListingWriter(db, vault, revision: last)
    for (id, before) in try states(after: settled) {
      let new = try records.file(id)
      let old = FamilyFile.before(before, new)
      try writer.write(
        old.map { Listing($0, settings: settings) }, to: new.map { Listing($0, settings: settings) }
      )
    }
    try writer.writeTallies()
    try Settling.mark(last, db)
  }

  /// The lists know of every edit up to one.
  static func mark(_ number: Int64, _ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE listing SET number = ?").execute(arguments: [number])
  }

  /// What a record was before the edits that the lists do not know of; nil when it was not there.
  struct Before {
    let id: UUID
    let record: Record?
  }

  static let statesSQL = """
    SELECT family_id, record_id, kind, revision, sealed FROM change WHERE edit > ?
    ORDER BY edit, place
    """

  /// By family, of each record that was changed after an edit what it was before.
  private func states(after number: Int64) throws -> [Family.ID: [Before]] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: Settling.statesSQL), arguments: [number])
    var seen: Set<UUID> = []
    var states: [Family.ID: [Before]] = [:]
    while let row = try rows.next() {
      let (family, id): (Data, UUID) = (row[0], row[1])
      guard !family.isEmpty, seen.insert(id).inserted else { continue }
      let kind = try Record.Kind(column: row[2])
      let state = try (row[3] as Int64?).map { revision in
        try records.open(StoredRecord(revision: revision, sealed: row[4]), kind, id)
      }
      states[Family.ID(row[0]), default: []].append(Before(id: id, record: state))
    }
    return states
  }
}

extension Record.Kind {
  /// - Throws: `StoreError.damaged` for a kind that there is not.
  init(column: String) throws {
    guard let kind = Record.Kind(rawValue: column) else { throw StoreError.damaged }
    self = kind
  }
}

extension FamilyFile {
  /// A family's file as it was before its latest edits; nil when it was not there.
  ///
  /// - Parameters:
  ///   - states: of each record that they changed what it was.
  ///   - now: the file as it is; nil when the family was removed.
  fileprivate static func before(_ states: [Settling.Before], _ now: FamilyFile?) -> FamilyFile? {
    let heads = states.compactMap { state -> Family? in
      if case .family(let family)? = state.record { family } else { nil }
    }
    guard var file = now ?? heads.first.map({ FamilyFile(family: $0) }) else { return nil }
    let isNew = states.contains { $0.id == file.family.id.uuid && $0.record == nil }
    if isNew { return nil }
    let present = Dictionary(uniqueKeysWithValues: file.records.map { ($0.id, $0) })
    for state in states {
      if let record = state.record {
        file.put(record)
      } else if let added = present[state.id] {
        file.remove(added)
      }
    }
    return file
  }
}
