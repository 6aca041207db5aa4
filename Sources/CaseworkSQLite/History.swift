import Casework
import FoundationEssentials
import GRDB

/// What an edit is in the chain of somebody's undos.
enum Turn: String {
  case done, undo, redo
}

/// Tables `edit` and `change`: who changed what, from what.
///
/// A change keeps only what was before, as it was sealed then; what came after it is the next
/// change's before, or what stands now.
struct History {
  let db: Database
  let vault: Vault

  init(_ db: Database, _ vault: Vault) {
    self.db = db
    self.vault = vault
  }

  /// The number of the latest edit; 0 before the first.
  func lastNumber() throws -> Int64 {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT MAX(number) FROM edit")) ?? 0
  }

  /// The families that were changed after an edit.
  func families(since number: Int64) throws -> Set<UUID> {
    let statement = try db.cachedStatement(
      sql: "SELECT DISTINCT family_id FROM change WHERE edit > ? AND family_id <> ?")
    return try UUID.fetchSet(statement, arguments: [number, Data()])
  }

  // MARK: - Writing

  /// - Throws: `StoreError.refused` when the edit takes back what it may not, or is known already.
  func turn(of edit: Edit) throws -> Turn {
    let isKnown = try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM edit WHERE id = ?)"),
      arguments: [edit.id.uuid])
    if isKnown == true { throw StoreError.refused("This was saved already.") }
    guard let reverts = edit.reverts else { return .done }
    let row = try Row.fetchOne(
      db, sql: "SELECT turn, practitioner, undone_by, is_undoable FROM edit WHERE id = ?",
      arguments: [reverts.uuid])
    guard let row, let turn = Turn(rawValue: row[0]) else {
      throw StoreError.refused("What was to be undone is not in this caseload.")
    }
    guard row[1] == edit.by.uuid else {
      throw StoreError.refused("Somebody else saved it; only they can undo it.")
    }
    guard row[2] as UUID? == nil else { throw StoreError.refused("It was undone already.") }
    guard turn != .redo, row[3] else { throw StoreError.refused("This cannot be undone.") }
    return turn == .done ? .undo : .redo
  }

  func write(_ edit: Edit, _ turn: Turn, number: Int64) throws {
    let sealed = try vault.seal(Data(edit.sentence.utf8), in: .edit, edit.id.uuid, number)
    try db.cachedStatement(
      sql: """
        INSERT INTO edit (number, id, practitioner, made_at, family_id, turn, reverts, is_undoable,
          sealed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: [
        number, edit.id.uuid, edit.by.uuid, edit.at.milliseconds, edit.familyID?.uuid,
        turn.rawValue, edit.reverts?.uuid, edit.isUndoable, sealed,
      ])
    guard let reverts = edit.reverts?.uuid else { return }
    try db.execute(
      sql: "UPDATE edit SET undone_by = ? WHERE id = ?", arguments: [edit.id.uuid, reverts])
    if turn == .redo {
      try db.execute(
        sql: """
          UPDATE edit SET undone_by = NULL
          WHERE id = (SELECT undo.reverts FROM edit undo WHERE undo.id = ?)
          """,
        arguments: [reverts])
    }
  }

  func write(_ change: Change, _ stored: StoredRecord?, place: Int, number: Int64) throws {
    let record = change.record
    try db.cachedStatement(
      sql: """
        INSERT INTO change (record_id, edit, place, kind, family_id, revision, sealed)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: [
        record.id, number, place, record.kind.rawValue, record.familyColumn, stored?.revision,
        stored?.sealed,
      ])
    if change.after == nil {
      try db.cachedStatement(sql: "UPDATE change SET removes = 1 WHERE record_id = ? AND edit = ?")
        .execute(arguments: [record.id, number])
    }
  }

  // MARK: - Reading

  func undoable(by practitioner: Practitioner.ID) throws -> Edit? {
    try edit(
      """
      WHERE practitioner = ? AND turn = 'done' AND undone_by IS NULL AND is_undoable
      ORDER BY number DESC LIMIT 1
      """, [practitioner.uuid])
  }

  func redoable(by practitioner: Practitioner.ID) throws -> Edit? {
    try edit(
      """
      WHERE practitioner = ?1 AND turn = 'undo' AND undone_by IS NULL
        AND number > (SELECT COALESCE(MAX(number), 0) FROM edit
                      WHERE practitioner = ?1 AND turn = 'done' AND undone_by IS NULL)
      ORDER BY number DESC LIMIT 1
      """, [practitioner.uuid])
  }

  private func edit(_ condition: String, _ arguments: StatementArguments) throws -> Edit? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT number, id, practitioner, made_at, family_id, reverts, is_undoable, sealed FROM edit
        \(condition)
        """,
      arguments: arguments)
    guard let row else { return nil }
    let (number, id): (Int64, UUID) = (row[0], row[1])
    return Edit(
      id: Edit.ID(id), by: Practitioner.ID(row[2]), at: Moment(milliseconds: row[3]),
      sentence: try sentence(row[7], id, number),
      familyID: (row[4] as UUID?).map { Family.ID($0) }, changes: try changes(of: number),
      reverts: (row[5] as UUID?).map { Edit.ID($0) }, isUndoable: row[6])
  }

  /// An edit as lists show it.
  ///
  /// - Parameters:
  ///   - row: begins with number, id, practitioner, made_at, family_id and sealed.
  ///   - name: a family's name; nil when there is no such family.
  func entry(_ row: Row, familyName name: (UUID) throws -> String?) throws -> ChangeEntry {
    let family: UUID? = row[4]
    return ChangeEntry(
      edit: Edit.ID(row[1]), familyID: family.map { Family.ID($0) },
      familyName: try family.flatMap(name) ?? "", by: Practitioner.ID(row[2]),
      at: Moment(milliseconds: row[3]), sentence: try sentence(row[5], row[1], row[0]))
  }

  private func sentence(_ sealed: Data, _ id: UUID, _ number: Int64) throws -> String {
    String(decoding: try vault.open(sealed, in: .edit, id, number), as: UTF8.self)
  }

  private func changes(of number: Int64) throws -> [Change] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT record_id, kind, family_id, revision, sealed FROM change WHERE edit = ?
        ORDER BY place
        """,
      arguments: [number])
    let records = RecordTable(db, vault)
    return try rows.map { row in
      let id: UUID = row[0]
      guard let kind = Record.Kind(rawValue: row[1]) else { throw StoreError.damaged }
      let before = try state(row, kind, id, records, revision: 3)
      let next = try Row.fetchOne(
        db,
        sql: """
          SELECT revision, sealed FROM change WHERE record_id = ? AND edit > ?
          ORDER BY edit LIMIT 1
          """,
        arguments: [id, number])
      let after =
        if let next {
          try state(next, kind, id, records, revision: 0)
        } else {
          try records.record(kind, id, familyColumn: row[2])
        }
      guard before != nil || after != nil else { throw StoreError.damaged }
      return Change(before: before, after: after)
    }
  }

  /// The record in the columns of a change from `revision` on; nil when there was none.
  func state(
    _ row: Row, _ kind: Record.Kind, _ id: UUID, _ records: RecordTable, revision: Int
  ) throws -> Record? {
    guard let number: Int64 = row[revision], let sealed: Data = row[revision + 1] else {
      return nil
    }
    return try records.open(StoredRecord(revision: number, sealed: sealed), kind, id)
  }
}
