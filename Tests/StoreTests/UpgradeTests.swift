import Casework
import Foundation
import GRDB
import Testing

@testable import CaseworkSQLite

/// A file of an earlier version opens with all that was in it, and its lists.
struct UpgradeTests {
  /// Writes a family into a file as the first version did: its records, and lists of old rules.
  private func writeFirstVersion(
    _ queue: DatabaseQueue, _ records: [Casework.Record], by practitioner: Practitioner, _ key: Data
  ) throws {
    let vault = Vault(key: key)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA application_id = \(Migrations.applicationID)")
      try Migrations.migrate(db, steps: Array(Migrations.all.prefix(1)))
      try db.execute(
        sql: "INSERT INTO wrapped_key VALUES ('', 'training', x'', ?, 0)", arguments: [key])
      let table = RecordTable(db, vault)
      for record in records { try table.write(record, revision: 1) }
      let edit = Edit.adding(records, by: practitioner)
      try History(db, vault).write(edit, .done, number: 1)
      for (place, change) in edit.changes.enumerated() {
        try History(db, vault).write(change, nil, place: place, number: 1)
      }
      try db.execute(sql: "INSERT INTO listing (rules) VALUES (?)", arguments: [Data([1])])
      try db.execute(
        sql: "INSERT INTO listed VALUES (x'', 11, 5, ?, ?)",
        arguments: [UUID(), UUID()])
      try db.execute(sql: "INSERT INTO tally VALUES (x'', 11, 0, 1)")
    }
    try queue.close()
  }

  @Test func `a file of the first version opens with its records and new lists`() async throws {
    let file = TemporaryFile()
    try FileManager.default.createDirectory(
      atPath: file.folder, withIntermediateDirectories: true)
    let maya = Practitioner.sample("Maya Osei")
    let duffy = FamilyFile.sample("Duffy", reference: "F-101", lead: maya)
    try writeFirstVersion(
      DatabaseQueue(path: file.path), [.practitioner(maya)] + duffy.records, by: maya,
      Vault.newKey())

    let store = try file.open()

    let version = try await store.database.read {
      try Int.fetchOne($0, sql: "PRAGMA user_version")
    }
    #expect(version == Migrations.all.count)
    #expect(try await store.family(duffy.family.id) == duffy)
    let caseload = try await store.caseload(CaseloadQuery(scope: .mine(maya.id)))
    #expect(caseload.page.entries == [CaseloadEntry(duffy)])
    let reviews = try await store.reviews(
      ReviewQuery(scope: .everyone, part: .coming, today: sampleToday))
    #expect(reviews.page.entries.map(\.reviewID) == duffy.reviews.map(\.id))
    #expect(reviews.counts[.coming] == 1 && reviews.counts[.held] == 0)
    let undoable = try await store.undoable(by: maya.id)
    #expect(undoable?.changes.count == duffy.records.count + 1)
  }

  @Test func `an upgraded file is what a new one is`() throws {
    func schema(_ steps: [[String]]) throws -> [String] {
      let queue = try DatabaseQueue()
      return try queue.writeWithoutTransaction { db in
        for some in steps { try Migrations.migrate(db, steps: some) }
        return try String.fetchAll(
          db, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
      }
    }

    let upgraded = try schema((1...Migrations.all.count).map { Array(Migrations.all.prefix($0)) })

    #expect(try schema([Migrations.all]) == upgraded)
  }
}
