import Casework
import FoundationEssentials
import GRDB

/// The domain's record, not GRDB's class of that name.
typealias Record = Casework.Record

/// A row of table `record`: the sealed state of one record.
struct StoredRecord {
  let revision: Int64
  let sealed: Data
}

/// Reads and writes rows of table `record`, in one transaction.
///
/// Practitioners belong to no family; their `family_id` is empty. The revision of a row is the
/// number of the edit that wrote it.
struct RecordTable {
  let db: Database
  let vault: Vault
  private static let encoder = JSONEncoder()
  private static let decoder = JSONDecoder()

  init(_ db: Database, _ vault: Vault) {
    self.db = db
    self.vault = vault
  }

  func stored(_ record: Record) throws -> StoredRecord? {
    let statement = try db.cachedStatement(
      sql: "SELECT revision, sealed FROM record WHERE family_id = ? AND kind = ? AND id = ?")
    return try Row.fetchOne(statement, arguments: key(record))
      .map { StoredRecord(revision: $0[0], sealed: $0[1]) }
  }

  func open(_ stored: StoredRecord, _ kind: Record.Kind, _ id: UUID) throws -> Record {
    let json = try vault.open(stored.sealed, in: .record, id, stored.revision)
    return try Record(kind, json: json, RecordTable.decoder)
  }

  func write(_ record: Record, revision: Int64) throws {
    let sealed = try vault.seal(record.json(RecordTable.encoder), in: .record, record.id, revision)
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO record (family_id, kind, id, revision, sealed) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (family_id, kind, id) DO UPDATE
        SET revision = excluded.revision, sealed = excluded.sealed
        """)
    try statement.execute(arguments: key(record) + [revision, sealed])
  }

  func remove(_ record: Record) throws {
    let statement = try db.cachedStatement(
      sql: "DELETE FROM record WHERE family_id = ? AND kind = ? AND id = ?")
    try statement.execute(arguments: key(record))
  }

  func record(_ kind: Record.Kind, _ id: UUID, of family: UUID) throws -> Record? {
    try record(kind, id, familyColumn: family.databaseValue)
  }

  func record(_ kind: Record.Kind, _ id: UUID, familyColumn: DatabaseValue) throws -> Record? {
    let statement = try db.cachedStatement(
      sql: "SELECT revision, sealed FROM record WHERE family_id = ? AND kind = ? AND id = ?")
    let row = try Row.fetchOne(statement, arguments: [familyColumn, kind.rawValue, id])
    return try row.map { try open(StoredRecord(revision: $0[0], sealed: $0[1]), kind, id) }
  }

  /// All records of a family, or the practitioners for nil; each kind by id.
  func records(of family: Family.ID?) throws -> [Record] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT kind, id, revision, sealed FROM record WHERE family_id = ? ORDER BY kind, id
        """)
    let rows = try Row.fetchCursor(
      statement, arguments: [family?.uuid.databaseValue ?? Data().databaseValue])
    var records: [Record] = []
    while let row = try rows.next() {
      guard let kind = Record.Kind(rawValue: row[0]) else { throw StoreError.damaged }
      records.append(try open(StoredRecord(revision: row[2], sealed: row[3]), kind, row[1]))
    }
    return records
  }

  func practitioners() throws -> [Practitioner] {
    let all = try records(of: nil).compactMap { record -> Practitioner? in
      if case .practitioner(let practitioner) = record { practitioner } else { nil }
    }
    return all.map { (Folding.fold($0.name), $0) }
      .sorted { $0.0 == $1.0 ? $0.1.id < $1.1.id : $0.0.lexicographicallyPrecedes($1.0) }
      .map(\.1)
  }

  /// Where each practitioner stands by name.
  func practitionerRanks() throws -> [UUID: Int] {
    Dictionary(uniqueKeysWithValues: try practitioners().enumerated().map { ($1.id.uuid, $0) })
  }

  /// The whole of a family; nil when there is none with that id.
  func file(_ id: Family.ID) throws -> FamilyFile? {
    try FamilyFile(records(of: id))
  }

  private func key(_ record: Record) -> StatementArguments {
    [record.familyColumn, record.kind.rawValue, record.id]
  }
}

extension FamilyFile {
  /// Puts a family together from its records, each kind in their order; nil without a family.
  init?(_ records: [Record]) {
    let heads = records.compactMap { record -> Family? in
      if case .family(let family) = record { family } else { nil }
    }
    guard let head = heads.first else { return nil }
    self.init(family: head)
    for record in records {
      switch record {
      case .practitioner, .family: break
      case .person(let record): people.append(record)
      case .member(let record): team.append(record)
      case .consent(let record): consents.append(record)
      case .conference(let record): conferences.append(record)
      case .plan(let record): plan = record
      case .goal(let record): goals.append(record)
      case .action(let record): actions.append(record)
      case .rating(let record): ratings.append(record)
      case .review(let record): reviews.append(record)
      case .note(let record): notes.append(record)
      }
    }
  }
}

extension Record {
  var familyColumn: DatabaseValue { familyID?.uuid.databaseValue ?? Data().databaseValue }

  func json(_ encoder: JSONEncoder) throws -> Data {
    switch self {
    case .practitioner(let record): try encoder.encode(record)
    case .family(let record): try encoder.encode(record)
    case .person(let record): try encoder.encode(record)
    case .member(let record): try encoder.encode(record)
    case .consent(let record): try encoder.encode(record)
    case .conference(let record): try encoder.encode(record)
    case .plan(let record): try encoder.encode(record)
    case .goal(let record): try encoder.encode(record)
    case .action(let record): try encoder.encode(record)
    case .rating(let record): try encoder.encode(record)
    case .review(let record): try encoder.encode(record)
    case .note(let record): try encoder.encode(record)
    }
  }

  init(_ kind: Kind, json: Data, _ decoder: JSONDecoder) throws {
    self =
      switch kind {
      case .practitioner: .practitioner(try decoder.decode(Practitioner.self, from: json))
      case .family: .family(try decoder.decode(Family.self, from: json))
      case .person: .person(try decoder.decode(Person.self, from: json))
      case .member: .member(try decoder.decode(TeamMember.self, from: json))
      case .consent: .consent(try decoder.decode(Consent.self, from: json))
      case .conference: .conference(try decoder.decode(Conference.self, from: json))
      case .plan: .plan(try decoder.decode(Plan.self, from: json))
      case .goal: .goal(try decoder.decode(Goal.self, from: json))
      case .action: .action(try decoder.decode(PlanAction.self, from: json))
      case .rating: .rating(try decoder.decode(Rating.self, from: json))
      case .review: .review(try decoder.decode(Review.self, from: json))
      case .note: .note(try decoder.decode(CaseNote.self, from: json))
      }
  }
}
