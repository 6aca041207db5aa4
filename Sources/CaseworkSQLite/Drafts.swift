import Casework
import FoundationEssentials
import GRDB

// Visits, and typing that was not saved.
extension SQLiteCaseStore {
  public func lastVisit(of practitioner: Practitioner.ID) async throws(StoreError) -> Moment? {
    try await read { db in
      try Int64.fetchOne(
        db, sql: "SELECT made_at FROM visit WHERE practitioner = ?", arguments: [practitioner.uuid]
      ).map(Moment.init(milliseconds:))
    }
  }

  public func lastVisitor() async throws(StoreError) -> Practitioner.ID? {
    try await read { db in
      try UUID.fetchOne(db, sql: "SELECT practitioner FROM visit ORDER BY made_at DESC LIMIT 1")
        .map { Practitioner.ID($0) }
    }
  }

  public func recordVisit(
    of practitioner: Practitioner.ID, at moment: Moment
  ) async throws(StoreError) {
    try await write { [self] db in
      try settle(db)
      try db.execute(
        sql: """
          INSERT INTO visit (practitioner, made_at) VALUES (?, ?)
          ON CONFLICT (practitioner) DO UPDATE SET made_at = excluded.made_at
          """,
        arguments: [practitioner.uuid, moment.milliseconds])
    }
  }

  public func drafts(of practitioner: Practitioner.ID) async throws(StoreError) -> [Draft] {
    try await read { [vault] db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT key_digest, kept_at, sealed FROM draft WHERE practitioner = ?
          ORDER BY kept_at DESC, key_digest
          """,
        arguments: [practitioner.uuid])
      return try rows.map { row in
        let json = try vault.open(row[2], in: .draft, practitioner.uuid, row[1])
        let draft = try JSONDecoder().decode(Draft.self, from: json)
        guard vault.digest(draft.key) == row[0] else { throw StoreError.damaged }
        return draft
      }
    }
  }

  public func keep(_ draft: Draft) async throws(StoreError) {
    try await write { [vault] db in
      let keptAt = draft.keptAt.milliseconds
      let sealed = try vault.seal(
        try JSONEncoder().encode(draft), in: .draft, draft.practitioner.uuid, keptAt)
      try db.execute(
        sql: """
          INSERT INTO draft (practitioner, key_digest, kept_at, sealed) VALUES (?, ?, ?, ?)
          ON CONFLICT (practitioner, key_digest) DO UPDATE
          SET kept_at = excluded.kept_at, sealed = excluded.sealed
          """,
        arguments: [draft.practitioner.uuid, vault.digest(draft.key), keptAt, sealed])
    }
  }

  public func discardDraft(
    key: String, of practitioner: Practitioner.ID
  ) async throws(StoreError) {
    try await write { [vault] db in
      try db.execute(
        sql: "DELETE FROM draft WHERE practitioner = ? AND key_digest = ?",
        arguments: [practitioner.uuid, vault.digest(key)])
    }
  }
}
