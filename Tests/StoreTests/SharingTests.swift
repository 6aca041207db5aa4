import Casework
import Foundation
import GRDB
import Synchronization
import Testing

@testable import CaseworkSQLite

/// Two stores on one file, and a file that cannot take what is saved.
struct SharingTests {
  /// Counts calls, and lets somebody wait for them.
  private final class Bell: Sendable {
    private let rings = AsyncStream<Void>.makeStream()

    func ring() { rings.continuation.yield() }

    /// Waits for the next ring, so many seconds at most; whether it came.
    func rang(within seconds: Int) async -> Bool {
      await withTaskGroup(of: Bool.self) { group in
        group.addTask {
          for await _ in self.rings.stream { return true }
          return false
        }
        group.addTask {
          do { try await Task.sleep(for: .seconds(seconds)) } catch { return false }
          return false
        }
        let first = await group.next() ?? false
        group.cancelAll()
        return first
      }
    }
  }

  private func renaming(_ filled: Filled, _ from: String, _ name: String) -> Edit {
    var before = filled.duffy.family
    before.name = from
    var after = before
    after.name = name
    return .changing(.family(before), to: .family(after), by: filled.maya)
  }

  @Test func `another store on the file sees a save, in lists and in find`() async throws {
    let filled = try await StoreKind.file.filled()
    let other = try #require(filled.made.file).open()
    #expect(try await other.find("duf", limit: 5).count == 1)

    try await filled.store.commit(renaming(filled, "Duffy", "Ó Raghallaigh"))

    #expect(try await other.find("raghal", limit: 5).map(\.name) == ["Ó Raghallaigh"])
    #expect(try await other.find("o", limit: 5).first?.name == "Ó Raghallaigh")
  }

  @Test func `a save by another store is told within a second, an own one is not`() async throws {
    let filled = try await StoreKind.file.filled()
    let other = try #require(filled.made.file).open()
    let (bell, ownBell) = (Bell(), Bell())
    try other.onForeignSave { bell.ring() }
    try filled.store.onForeignSave { ownBell.ring() }

    try await filled.store.commit(renaming(filled, "Duffy", "Reid"))
    let start = ContinuousClock.now
    let rang = await bell.rang(within: 5)

    #expect(rang)
    #expect(start.duration(to: .now) < .seconds(1))
    #expect(await ownBell.rang(within: 1) == false)
  }

  @Test func `a store that is gone keeps no thread that watches`() async throws {
    let filled = try await StoreKind.file.filled()
    let file = try #require(filled.made.file)
    weak var pool: DatabasePool?
    do {
      let store = try file.open()
      try store.onForeignSave {}
      pool = store.database as? DatabasePool
      #expect(pool != nil)
    }

    for _ in 0..<500 where pool != nil { try await Task.sleep(for: .milliseconds(10)) }

    #expect(pool == nil)
  }

  @Test func `of two edits of one record from two stores the second is a conflict`() async throws {
    let filled = try await StoreKind.file.filled()
    let other = try #require(filled.made.file).open()
    try await filled.store.commit(renaming(filled, "Duffy", "A"))

    let error = await #expect(throws: StoreError.self) {
      try await other.commit(renaming(filled, "Duffy", "B"))
    }

    guard case .conflict = error else {
      Issue.record("not a conflict")
      return
    }
  }

  @Test func `a save waits for another program and then says that it is busy`() async throws {
    let filled = try await StoreKind.file.filled()
    let file = try #require(filled.made.file)
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let hog = try DatabaseQueue(path: file.path, configuration: configuration)
    try await hog.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }

    let start = ContinuousClock.now
    let error = await #expect(throws: StoreError.self) {
      try await filled.store.commit(renaming(filled, "Duffy", "A"))
    }
    let waited = start.duration(to: .now)
    try await hog.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
    try await filled.store.commit(renaming(filled, "Duffy", "A"))

    #expect(error?.sentence.contains("Another program is saving") == true)
    #expect(waited > .seconds(2) && waited < .seconds(6))
  }

  @Test func `a full disk is said in words and nothing is changed`() async throws {
    let filled = try await StoreKind.file.filled()
    let store = try #require(filled.store as? SQLiteCaseStore)
    func setPages(_ count: Int) async throws {
      try await store.database.writeWithoutTransaction { db in
        _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(count)")
      }
    }
    try await setPages(1)
    let note = CaseNote(
      id: Ids.next(), familyID: filled.duffy.family.id, kind: .visit, day: sampleToday,
      author: filled.maya.id, words: String(repeating: "Long talk. ", count: 50_000))

    let error = await #expect(throws: StoreError.self) {
      try await store.commit(.adding([.note(note)], by: filled.maya))
    }

    #expect(error?.sentence.contains("disk is full") == true)
    #expect(try await store.family(filled.duffy.family.id) == filled.duffy)
    try await setPages(1_000_000)
    try await store.commit(.adding([.note(note)], by: filled.maya))
    #expect(try await store.family(filled.duffy.family.id).notes == [note])
  }

  @Test(arguments: [
    (ResultCode.SQLITE_FULL, "disk is full"), (.SQLITE_READONLY, "cannot be written"),
    (.SQLITE_CANTOPEN, "cannot be written"), (.SQLITE_PERM, "cannot be written"),
    (.SQLITE_CORRUPT, "damaged"), (.SQLITE_NOTADB, "damaged"), (.SQLITE_BUSY, "Another program"),
    (.SQLITE_IOERR, "disk"), (.SQLITE_INTERRUPT, "stopped"), (.SQLITE_NOMEM, "does not answer"),
  ])
  func `a failure of the database is said in words`(code: ResultCode, words: String) {
    let error = StoreError(sqlite: DatabaseError(resultCode: code, message: "internal words"))

    #expect(error.sentence.contains(words))
    #expect(!error.sentence.contains("internal"))
  }
}
