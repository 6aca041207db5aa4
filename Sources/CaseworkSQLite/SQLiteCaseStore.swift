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
  let names = Mutex(NameIndex())
  let reviewIndex = Mutex(ReviewIndex())
  private let goalIndex = Mutex(GoalIndex())
  private let memory = Mutex(Commit.Memory())
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

  /// Reads lists in one transaction, up to date with every edit that it sees.
  func readLists<Result: Sendable>(
    _ work: @escaping @Sendable (Database) throws -> Result
  ) async throws(StoreError) -> Result {
    let result: Result? = try await read { [vault, settings] db in
      try Settling(db, vault, settings: settings).isDone() ? try work(db) : nil
    }
    if let result { return result }
    return try await write { [vault, settings] db in
      try Settling(db, vault, settings: settings).run()
      return try work(db)
    }
  }

  /// Asks the index of names, up to date with a transaction.
  func asked<Answer: Sendable>(
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
      try RecordTable(db, vault).practitioners()
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
    try await read { [self] db in
      let number = try History(db, vault).lastNumber()
      if let known = memory.withLock({ $0.family?.file(id, at: number) }) { return known }
      guard let file = try RecordTable(db, vault).file(id) else {
        throw StoreError.notFound("The family is not in this caseload any more.")
      }
      remember(RecentFamily(number: number, file: file))
      return file
    }
  }

  public func familyIDs() async throws(StoreError) -> [Family.ID] {
    try await read { db in
      try UUID.fetchAll(db, sql: "SELECT id FROM family ORDER BY id").map { Family.ID($0) }
    }
  }

  public func caseload(_ query: CaseloadQuery) async throws(StoreError) -> CaseloadPage {
    try await readLists { [self] db in
      let needsNames = query.order == .name || !Folding.words(query.find).isEmpty
      let chosen = needsNames ? try asked(db) { $0.families(query) } : nil
      return try ListReader(db, vault).caseload(query, chosen: chosen)
    }
  }

  public func find(_ text: String, limit: Int) async throws(StoreError) -> [CaseloadEntry] {
    try await readLists { [self] db in
      let ids = try asked(db) { $0.find(text, limit: max(0, limit)) }
      let reader = ListReader(db, vault)
      return try ids.compactMap { try reader.family($0)?.entry }
    }
  }

  public func warmUp() async throws(StoreError) {
    try await readLists { [self] db in
      let count = try asked(db) { $0.entries.count }
      // Of more families than a borough has, whoever opens the list waits a blink once, and whoever
      // never does is spared the memory.
      guard count <= 10_000 else { return }
      try reviewIndex.withLock { try $0.refresh(db, vault) }
    }
  }

  public func reviews(_ query: ReviewQuery) async throws(StoreError) -> ReviewPage {
    try await readLists { [self] db in
      try answered(query, db) { answer, index in
        try ListReader(db, vault).reviews(query, answer, in: index)
      }
    }
  }

  public func reviewPlaces(_ query: ReviewQuery) async throws(StoreError) -> [ReviewPlace] {
    try await readLists { [self] db in
      try answered(query, db) { answer, index in answer.places.map(index.place) }
    }
  }

  private func answered<Result: Sendable>(
    _ query: ReviewQuery, _ db: Database,
    _ read: (ReviewIndex.Answer, ReviewIndex) throws -> Result
  ) throws -> Result {
    let within =
      Folding.words(query.find).isEmpty
      ? nil : try asked(db) { $0.found(by: query.find, in: query.scope) }
    let ranks: [UUID: Int] =
      switch query.order {
      case .family: try asked(db) { $0.ranks }
      case .lead: try reviewIndex.withLock { try $0.leadRanks(db, vault) }
      default: [:]
      }
    return try reviewIndex.withLock { index in
      try index.refresh(db, vault)
      return try read(index.answer(query, within: within, ranks: ranks), index)
    }
  }

  public func goals(_ query: GoalQuery) async throws(StoreError) -> GoalPage {
    try await readLists { [self] db in
      let reader = ListReader(db, vault)
      guard !Folding.words(query.find).isEmpty else { return try reader.goals(query, found: nil) }
      let within = try asked(db) { $0.found(by: query.find, in: query.scope) }
      let found = try goalIndex.withLock { index in
        try index.refresh(db, vault)
        return index.answer(query.part, within: within)
      }
      return try reader.goals(query, found: found)
    }
  }

  public func today(
    _ scope: Scope, on today: Day, since: Moment?
  ) async throws(StoreError) -> TodayMaterial {
    try await readLists { [vault] db in
      try ListReader(db, vault).today(scope, on: today, since: since)
    }
  }

  // MARK: - Writing

  public func commit(_ edit: Edit) async throws(StoreError) {
    let known = memory.withLock { $0 }
    let seen = try await write { [vault, settings, today] db in
      try Commit(edit, today: today(), settings: settings, db, vault, known).run()
    }
    if let author = seen.author { memory.withLock { $0.author = author } }
    if let family = seen.family { remember(family) }
  }

  /// Remembers a family once it is known to be in the file; what was seen later stays.
  private func remember(_ family: RecentFamily) {
    memory.withLock { memory in
      if family.number >= (memory.family?.number ?? 0) { memory.family = family }
    }
  }

  /// Brings the lists up to date, so that whoever opens the file next need not.
  func settle(_ db: Database) throws { try Settling(db, vault, settings: settings).run() }

  /// Leaves the file as one whole, with nothing of it in files beside it where no other program has
  /// it open. Nothing can be read or saved afterwards; a file that cannot be closed stays as good as
  /// after a kill.
  public func close() {
    foreignSaves.withLock { $0 = nil }
    // Only the connection that writes can take the log in, so it has to be the last.
    (database as? DatabasePool)?.invalidateReadOnlyConnections()
    do {
      try database.close()
    } catch {
      // Everything is on the disk; whoever opens it next takes the log in.
    }
  }

  public func undoable(by practitioner: Practitioner.ID) async throws(StoreError) -> Edit? {
    try await read { [vault] db in try History(db, vault).undoable(by: practitioner) }
  }

  public func redoable(by practitioner: Practitioner.ID) async throws(StoreError) -> Edit? {
    try await read { [vault] db in try History(db, vault).redoable(by: practitioner) }
  }

  public func undoSteps(of practitioner: Practitioner.ID) async throws(StoreError) -> UndoSteps {
    try await readLists { [vault] db in try UndoReader(db, vault).steps(of: practitioner) }
  }

  public func removed(_ query: RemovedQuery) async throws(StoreError) -> Page<RemovedEntry> {
    try await readLists { [vault] db in try RemovedReader(db, vault).page(query) }
  }

  public func recordsRemoved(by edit: Edit.ID) async throws(StoreError) -> [Casework.Record] {
    try await read { [vault] db in try RemovedReader(db, vault).records(removedBy: edit) }
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
