import Casework
import FoundationEssentials
import GRDB
import Synchronization

/// Cases in one local file: SQLite with every name and every word sealed.
///
/// Any number of stores, in this program and others, may have the same file open.
public final class SQLiteCaseStore: CaseStore {
  /// Whether the data key lies open in the file.
  public let isTraining: Bool

  let database: any DatabaseWriter
  let vault: Vault
  /// Nil in memory.
  private let file: OpenFile?
  private let today: @Sendable () -> Day
  private let settings: PracticeSettings
  private let names = Mutex(NameIndex())
  private let foreignSaves = Mutex<ForeignSaves?>(nil)

  /// - Parameters:
  ///   - database: migrated, with its key.
  ///   - today: the day by which the rules of what is saved are checked.
  init(
    _ database: any DatabaseWriter, settings: PracticeSettings, today: @escaping @Sendable () -> Day
  ) throws {
    self.database = database
    file = try (database as? DatabasePool).map { try OpenFile($0.path) }
    self.settings = settings
    self.today = today
    let row = try database.read { db in
      try Row.fetchOne(db, sql: "SELECT kind, wrapped FROM wrapped_key")
    }
    guard let row, let key: Data = row["wrapped"], key.count == 32 else { throw StoreError.damaged }
    isTraining = row["kind"] == "training"
    vault = Vault(key: key)
    try Rework(database, vault, settings: settings).runIfNeeded()
  }

  /// Reads in one transaction, off the caller's thread.
  func read<Result: Sendable>(
    _ work: @escaping @Sendable (Database) throws -> Result
  ) async throws(StoreError) -> Result {
    do {
      return try await database.read(work)
    } catch {
      throw StoreError(sqlite: error)
    }
  }

  /// Writes in one transaction, off the caller's thread.
  func write<Result: Sendable>(
    _ work: @escaping @Sendable (Database) throws -> Result
  ) async throws(StoreError) -> Result {
    do {
      return try await database.write { [file] db in
        try file?.checkThatItIsThere()
        return try work(db)
      }
    } catch {
      throw StoreError(sqlite: error)
    }
  }

  /// Asks the index of names, up to date with a transaction.
  private func asked<Answer: Sendable>(
    _ db: Database, _ question: @Sendable (inout NameIndex) -> Answer
  ) throws -> Answer {
    try names.withLock { index in
      try index.refresh(db, vault)
      return question(&index)
    }
  }

  // MARK: - Reading

  public func practitioners() async throws(StoreError) -> [Practitioner] {
    try await read { [vault] db in
      let all = try RecordTable(db, vault).records(of: nil).compactMap { record -> Practitioner? in
        if case .practitioner(let practitioner) = record { practitioner } else { nil }
      }
      return all.map { (Folding.fold($0.name), $0) }
        .sorted { $0.0 == $1.0 ? $0.1.id < $1.1.id : $0.0.lexicographicallyPrecedes($1.0) }
        .map(\.1)
    }
  }

  public func practitioner(_ id: Practitioner.ID) async throws(StoreError) -> Practitioner {
    try await read { [vault] db in
      let record = try RecordTable(db, vault)
        .record(.practitioner, id.uuid, familyColumn: Data().databaseValue)
      guard case .practitioner(let practitioner)? = record else {
        throw StoreError.notFound("This practitioner is not in this caseload.")
      }
      return practitioner
    }
  }

  public func family(_ id: Family.ID) async throws(StoreError) -> FamilyFile {
    try await read { [vault] db in
      guard let file = try RecordTable(db, vault).file(id) else {
        throw StoreError.notFound("The family is not in this caseload any more.")
      }
      return file
    }
  }

  public func familyIDs() async throws(StoreError) -> [Family.ID] {
    try await read { db in
      try UUID.fetchAll(db, sql: "SELECT id FROM family ORDER BY id").map { Family.ID($0) }
    }
  }

  public func caseload(_ query: CaseloadQuery) async throws(StoreError) -> CaseloadPage {
    try await read { [self] db in
      let needsNames = query.order == .name || !Folding.words(query.find).isEmpty
      let chosen = needsNames ? try asked(db) { $0.families(query) } : nil
      return try ListReader(db, vault).caseload(query, chosen: chosen)
    }
  }

  public func find(_ text: String, limit: Int) async throws(StoreError) -> [CaseloadEntry] {
    try await read { [self] db in
      let ids = try asked(db) { $0.find(text, limit: max(0, limit)) }
      let reader = ListReader(db, vault)
      return try ids.compactMap { try reader.family($0)?.entry }
    }
  }

  public func reviews(_ query: ReviewQuery) async throws(StoreError) -> ReviewPage {
    try await read { [self] db in
      try ListReader(db, vault).reviews(query, within: try found(db, query.find))
    }
  }

  public func reviewPlaces(_ query: ReviewQuery) async throws(StoreError) -> [ReviewPlace] {
    var whole = query
    (whole.offset, whole.limit) = (0, Int(Int32.max))
    return try await reviews(whole).page.entries.map {
      ReviewPlace(familyID: $0.familyID, reviewID: $0.reviewID)
    }
  }

  public func goals(_ query: GoalQuery) async throws(StoreError) -> GoalPage {
    try await read { [self] db in
      try ListReader(db, vault).goals(query, within: try found(db, query.find))
    }
  }

  private func found(_ db: Database, _ text: String) throws -> Set<UUID>? {
    Folding.words(text).isEmpty ? nil : try asked(db) { $0.found(by: text) }
  }

  public func today(
    _ scope: Scope, on today: Day, since: Moment?
  ) async throws(StoreError) -> TodayMaterial {
    try await read { [vault] db in
      try ListReader(db, vault).today(scope, on: today, since: since)
    }
  }

  // MARK: - Writing

  public func commit(_ edit: Edit) async throws(StoreError) {
    try await write { [vault, settings, today] db in
      try Commit(edit, today: today(), settings: settings, db, vault).run()
    }
  }

  public func undoable(by practitioner: Practitioner.ID) async throws(StoreError) -> Edit? {
    try await read { [vault] db in try History(db, vault).undoable(by: practitioner) }
  }

  public func redoable(by practitioner: Practitioner.ID) async throws(StoreError) -> Edit? {
    try await read { [vault] db in try History(db, vault).redoable(by: practitioner) }
  }

  public func onForeignSave(_ notify: @escaping @Sendable () -> Void) throws(StoreError) {
    guard let pool = database as? DatabasePool else { return }
    do {
      try foreignSaves.withLock { watcher in
        if watcher == nil { watcher = try ForeignSaves(of: pool) }
        watcher?.add(notify)
      }
    } catch {
      throw StoreError(sqlite: error)
    }
  }
}
