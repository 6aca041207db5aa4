import Casework
import Foundation
import GRDB
import Testing

@testable import CaseworkSQLite

/// Files that are made, opened and refused.
struct FileTests {
  /// Bytes and time of a file, and what lies beside it.
  private struct Trace: Equatable {
    var bytes: Data
    var changed: Date?
    var names: [String]

    init(_ file: TemporaryFile) throws {
      bytes = try Data(contentsOf: URL(fileURLWithPath: file.path))
      changed =
        try FileManager.default.attributesOfItem(atPath: file.path)[.modificationDate] as? Date
      names = try file.names
    }
  }

  private func refusal(_ file: TemporaryFile) throws -> StoreError? {
    let before = try Trace(file)
    let error = #expect(throws: StoreError.self) { _ = try file.open() }
    #expect(try Trace(file) == before)
    return error
  }

  private func write(_ bytes: Data, to file: TemporaryFile) throws {
    try FileManager.default.createDirectory(
      atPath: file.folder, withIntermediateDirectories: true)
    try bytes.write(to: URL(fileURLWithPath: file.path))
  }

  /// The bytes of a whole file that nobody has open.
  private func whole() async throws -> Data {
    let filled = try await StoreKind.file.filled()
    let file = try #require(filled.made.file)
    let store = try #require(filled.store as? SQLiteCaseStore)
    _ = try await store.database.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    return try Data(contentsOf: URL(fileURLWithPath: file.path))
  }

  @Test func `a store that is closed leaves one file, with everything in it`() async throws {
    let filled = try await StoreKind.file.filled()
    let file = try #require(filled.made.file)
    let store = try #require(filled.store as? SQLiteCaseStore)
    try store.onForeignSave {}
    let families = try await store.familyIDs()
    let names = try file.names

    store.close()

    #expect(names.count == 3)
    #expect(try file.names == ["caseload.kith"])
    #expect(try await file.open().familyIDs() == families)
  }

  @Test func `a new file is only for its owner, and so is its folder`() throws {
    let file = TemporaryFile()

    let store = try file.create()

    #expect(store.isTraining)
    for (path, mode) in [
      (file.path, 0o600), (file.path + "-wal", 0o600), (file.path + "-shm", 0o600),
      (file.folder, 0o700),
    ] {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == mode, "\(path)")
    }
    #expect(try file.names.allSatisfy { $0.hasPrefix("caseload.kith") && !$0.contains("new") })
  }

  @Test func `a new file never takes the place of another`() throws {
    let file = TemporaryFile()
    try write(Data("shopping list".utf8), to: file)

    let error = #expect(throws: StoreError.self) { _ = try file.create() }

    guard case .refused(let sentence) = error else {
      Issue.record("not refused")
      return
    }
    #expect(sentence.contains("already"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: file.path)) == Data("shopping list".utf8))
    #expect(try file.names == ["caseload.kith"])
  }

  @Test func `what is saved is on the disk: the writer waits for it`() async throws {
    let file = TemporaryFile()
    let store = try file.create()

    let (level, journal, version) = try await store.database.writeWithoutTransaction { db in
      (
        try Int.fetchOne(db, sql: "PRAGMA synchronous"),
        try String.fetchOne(db, sql: "PRAGMA journal_mode"),
        try Int.fetchOne(db, sql: "PRAGMA user_version")
      )
    }

    #expect(level == 2)
    #expect(journal == "wal")
    #expect(version == Migrations.all.count)
  }

  @Test func `a path without a file is not found`() throws {
    let error = #expect(throws: StoreError.self) { _ = try TemporaryFile().open() }

    guard case .notFound = error else {
      Issue.record("found: \(String(describing: error))")
      return
    }
  }

  @Test func `a folder is refused`() throws {
    let file = TemporaryFile()
    try FileManager.default.createDirectory(
      atPath: file.path, withIntermediateDirectories: true)

    let error = #expect(throws: StoreError.self) { _ = try file.open() }

    #expect(error?.sentence.contains("is not a file") == true)
  }

  @Test(arguments: [0, 5, 99, 100, 5000])
  func `something else is refused and left as it was`(size: Int) throws {
    let file = TemporaryFile()
    try write(Data(repeating: 0x4b, count: size), to: file)

    let error = try refusal(file)

    #expect(error?.sentence.contains(size == 0 ? "is empty" : "not a kith caseload") == true)
  }

  @Test func `another program's database is refused and left as it was`() throws {
    let file = TemporaryFile()
    try write(Data(), to: file)
    let queue = try DatabaseQueue(path: file.path)
    try queue.write { try $0.execute(sql: "CREATE TABLE recipe (name TEXT)") }
    try queue.close()

    #expect(try refusal(file)?.sentence.contains("not a kith caseload") == true)
  }

  @Test func `a file of a newer kith is refused and left as it was`() async throws {
    let file = TemporaryFile()
    var bytes = try await whole()
    bytes[63] = 9
    try write(bytes, to: file)

    #expect(try refusal(file)?.sentence.contains("newer kith (version 9") == true)
  }

  @Test func `a file of which a part is missing is refused and left as it was`() async throws {
    let file = TemporaryFile()
    let bytes = try await whole()
    try write(bytes.prefix(bytes.count / 2), to: file)

    #expect(try refusal(file)?.sentence.contains("damaged") == true)
  }

  @Test func `a whole copy of a file opens`() async throws {
    let file = TemporaryFile()
    try write(try await whole(), to: file)

    #expect(try await file.open().familyIDs().count == 2)
  }

  @Test func `pages that were overwritten are damage, not a crash`() async throws {
    let file = TemporaryFile()
    var bytes = try await whole()
    bytes.replaceSubrange(
      4096..<bytes.count, with: Data(repeating: 0x5a, count: bytes.count - 4096))
    try write(bytes, to: file)

    let error = await #expect(throws: StoreError.self) {
      _ = try await file.open().caseload(CaseloadQuery(scope: .everyone))
    }

    #expect(error == .damaged)
  }

  @Test(arguments: [
    (EACCES, "may not be opened"), (EROFS, "cannot be written"), (ENOENT, "no caseload"),
    (EEXIST, "already"), (ENOSPC, "full"), (EIO, "cannot be used"),
  ])
  func `a failure of the system is said in words`(code: Int32, words: String) {
    #expect(CaseFile.error(code, "caseload.kith").sentence.contains(words))
  }

  @Test(.enabled(if: getuid() != 0, "nothing is forbidden to root"))
  func `a file that may not be written is refused`() async throws {
    let filled = try await StoreKind.file.filled()
    let file = try #require(filled.made.file)
    chmod(file.path, 0o400)

    #expect(try refusal(file)?.sentence.contains("writable") == true)
  }

  @Test func `lists are worked out anew with other settings`() async throws {
    let filled = try await StoreKind.file.filled()
    let file = try #require(filled.made.file)
    var settings = PracticeSettings()
    settings.soon = 2
    func shown(_ store: SQLiteCaseStore) async throws -> Set<Watchpoint.Kind> {
      let today = try await store.today(.everyone, on: sampleToday, since: nil)
      return Set(today.watchpoints.map(\.watchpoint.kind))
    }

    let strict = try SQLiteCaseStore.open(at: file.path, settings: settings) { sampleToday }
    let seen = try await shown(strict)
    let page = try await strict.caseload(CaseloadQuery(scope: .everyone))
    let usual = try await shown(file.open())

    #expect(seen.isEmpty)
    #expect(usual == [.review, .action])
    #expect(page.page.entries.count == 2 && page.openCount == 2)
  }

  @Test func `an edit with one record twice is refused`() async throws {
    let filled = try await StoreKind.memory.filled()
    let people = filled.duffy.people.prefix(1).map(Record.person)

    let error = await #expect(throws: StoreError.self) {
      try await filled.store.commit(.adding(people + people, by: filled.maya))
    }

    #expect(error?.sentence.contains("twice") == true)
  }

  @Test func `steps that a file lacks are taken in order, each once`() throws {
    let queue = try DatabaseQueue()
    let steps = [
      "CREATE TABLE a (x INTEGER)", "INSERT INTO a VALUES (1)", "UPDATE a SET x = x * 10",
    ]

    for count in 1...3 {
      try queue.writeWithoutTransaction {
        try Migrations.migrate($0, steps: Array(steps.prefix(count)))
      }
    }

    #expect(try queue.read { try Int.fetchAll($0, sql: "SELECT x FROM a") } == [10])
    #expect(try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 3)
  }

  @Test func `a step that fails leaves the version before it`() throws {
    let queue = try DatabaseQueue()
    let steps = ["CREATE TABLE a (x INTEGER)", "INSERT INTO a VALUES (1); NONSENSE"]

    #expect(throws: DatabaseError.self) {
      try queue.writeWithoutTransaction { try Migrations.migrate($0, steps: steps) }
    }

    #expect(try queue.read { try Int.fetchAll($0, sql: "SELECT x FROM a") }.isEmpty)
    #expect(try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 1)
  }

  @Test func `a newer version in the log is refused too`() throws {
    let queue = try DatabaseQueue()
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 7") }

    #expect(throws: StoreError.newer(7)) {
      try queue.writeWithoutTransaction { try Migrations.migrate($0) }
    }
  }
}
