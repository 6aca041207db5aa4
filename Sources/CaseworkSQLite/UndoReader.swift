import Casework
import FoundationEssentials
import GRDB

/// What somebody can take back or do again, and what stands in the way; in one transaction.
struct UndoReader {
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

  func steps(of practitioner: Practitioner.ID) throws -> UndoSteps {
    UndoSteps(
      undo: try history.undoable(by: practitioner).map(step),
      redo: try history.redoable(by: practitioner).map(step))
  }

  private func step(_ edit: Edit) throws -> UndoStep {
    UndoStep(
      edit: edit.id, sentence: edit.sentence, familyID: edit.familyID,
      familyName: try edit.familyID.flatMap { try lists.family($0.uuid)?.entry.name } ?? "",
      obstacle: try obstacle(to: edit))
  }

  private func obstacle(to edit: Edit) throws -> ChangeEntry? {
    let moved = try edit.changes.first { change in
      let record = change.record
      return try records.record(record.kind, record.id, familyColumn: record.familyColumn)
        != change.after
    }
    guard let moved else { return nil }
    return try latest(of: moved.record.id)
  }

  /// The latest edit that changed a record.
  private func latest(of record: UUID) throws -> ChangeEntry? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT number, id, practitioner, made_at, family_id, sealed FROM edit
          WHERE number = (SELECT MAX(edit) FROM change WHERE record_id = ?)
          """),
      arguments: [record])
    guard let row else { return nil }
    return try history.entry(row) { _ in nil }
  }
}
