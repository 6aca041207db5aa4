import Casework
import Foundation
import GRDB
import Glibc

// Making, checking and opening files.
extension SQLiteCaseStore {
  /// Makes a new, empty training file and opens it. It appears whole, or not at all, and never in
  /// the place of another file. Its folder is made when it is missing.
  ///
  /// - Throws: `refused` when there is something at the path already, or it may not be made.
  public static func create(
    at path: String, settings: PracticeSettings = .standard,
    today: @escaping @Sendable () -> Day
  ) throws(StoreError) -> SQLiteCaseStore {
    let file = CaseFile(path)
    try file.create { db throws in
      try Migrations.migrate(db)
      try addTrainingKey(db, madeOn: today())
    }
    return try open(at: path, settings: settings, today: today)
  }

  /// Opens a file and brings it up to this version.
  ///
  /// - Parameters:
  ///   - settings: what the lists are worked out with; after others all of them are, anew.
  ///   - forReading: nothing will be saved; the file's bytes stay as they are, unless an older
  ///     version has to be brought up first.
  ///   - today: the day by which the rules of what is saved are checked.
  /// - Throws: `notFound`; `refused` when it is not a file that this kith can use, and then nothing
  ///   was written to it.
  public static func open(
    at path: String, settings: PracticeSettings = .standard, forReading: Bool = false,
    today: @escaping @Sendable () -> Day
  ) throws(StoreError) -> SQLiteCaseStore {
    let file = CaseFile(path)
    try file.check()
    do {
      if forReading {
        // A pool writes as it opens; a queue does not.
        let queue = try DatabaseQueue(path: file.path, configuration: configuration)
        try queue.writeWithoutTransaction { db in try Migrations.migrate(db) }
        return try SQLiteCaseStore(queue, settings: settings, today: today)
      }
      let pool = try DatabasePool(path: file.path, configuration: configuration)
      try pool.writeWithoutTransaction { db in
        // Only now: the pool lowers it while it opens.
        try db.execute(sql: "PRAGMA synchronous = FULL")
        try db.execute(sql: "PRAGMA journal_size_limit = 16777216")
        try Migrations.migrate(db)
      }
      return try SQLiteCaseStore(pool, settings: settings, today: today)
    } catch {
      throw StoreError(sqlite: error)
    }
  }

  /// A new, empty store that lives in memory only.
  public static func temporary(
    settings: PracticeSettings = .standard, today: @escaping @Sendable () -> Day
  ) throws(StoreError) -> SQLiteCaseStore {
    do {
      let queue = try DatabaseQueue(configuration: configuration)
      try queue.writeWithoutTransaction { db in
        try Migrations.migrate(db)
        try addTrainingKey(db, madeOn: today())
      }
      return try SQLiteCaseStore(queue, settings: settings, today: today)
    } catch {
      throw StoreError(sqlite: error)
    }
  }

  /// A copy, in memory, of what a file holds: whatever is saved in it, the file stays as it is.
  ///
  /// - Throws: as `open`.
  public static func copy(
    of path: String, settings: PracticeSettings = .standard,
    today: @escaping @Sendable () -> Day
  ) throws(StoreError) -> SQLiteCaseStore {
    let file = CaseFile(path)
    try file.check()
    do {
      let original = try DatabaseQueue(path: file.path, configuration: configuration)
      let copy = try DatabaseQueue(configuration: configuration)
      try original.backup(to: copy)
      try original.close()
      try copy.writeWithoutTransaction { db in try Migrations.migrate(db) }
      return try SQLiteCaseStore(copy, settings: settings, today: today)
    } catch {
      throw StoreError(sqlite: error)
    }
  }

  /// The key of a training store lies open in the file.
  private static func addTrainingKey(_ db: Database, madeOn day: Day) throws {
    try db.execute(
      sql: "INSERT INTO wrapped_key (holder, kind, salt, wrapped, made_on) VALUES (?, ?, ?, ?, ?)",
      arguments: ["", "training", Data(), Vault.newKey(), day.number])
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "kith"
    configuration.foreignKeysEnabled = false
    configuration.maximumReaderCount = 2
    configuration.busyMode = .timeout(3)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
      if !db.configuration.readonly { try db.execute(sql: "PRAGMA secure_delete = ON") }
    }
    return configuration
  }
}

/// A path at which a caseload is, or is to be.
///
/// What is read here is read before SQLite opens the file, since opening alone would write to it.
struct CaseFile {
  let path: String

  init(_ path: String) {
    self.path = path
  }

  private var folder: String {
    let folder = (path as NSString).deletingLastPathComponent
    return folder.isEmpty ? "." : folder
  }

  // MARK: - Checking

  /// - Throws: as `SQLiteCaseStore.open`.
  func check() throws(StoreError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw CaseFile.error(errno, path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .refused("\(path) is not a file. Give the path of a caseload file.")
    }
    let header = try header()
    try check(header, size: Int(status.st_size))
    guard access(path, W_OK) == 0, access(folder, W_OK) == 0 else {
      throw .refused(
        "\(path) can be read but not written. Make the file and its folder writable for you.")
    }
  }

  /// Closing the file here drops the locks that SQLite holds on it for this program, so a program
  /// opens a file once.
  private func header() throws(StoreError) -> [UInt8] {
    let fd = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard fd >= 0 else { throw CaseFile.error(errno, path) }
    defer { close(fd) }
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = Glibc.read(fd, &bytes, bytes.count)
    guard count >= 0 else { throw CaseFile.error(errno, path) }
    return Array(bytes.prefix(count))
  }

  /// Reads what SQLite keeps in the first 100 bytes of a file.
  private func check(_ header: [UInt8], size: Int) throws(StoreError) {
    guard size > 0 else {
      throw .refused(
        "\(path) is empty, so it is not a caseload. Delete it or put back the last backup.")
    }
    guard header.count == 100, header.starts(with: Array("SQLite format 3\u{0}".utf8)),
      CaseFile.number(header, at: 68) == Int(Migrations.applicationID)
    else {
      throw .refused("\(path) is not a kith caseload. Give the path of a caseload file.")
    }
    let version = CaseFile.number(header, at: 60)
    guard version <= Migrations.all.count else { throw .newer(version) }
    let pageSize = Int(header[16]) << 8 + Int(header[17])
    let whole = (pageSize == 1 ? 65536 : pageSize) * CaseFile.number(header, at: 28)
    var log = stat()
    // A checkpoint that was cut off leaves a short file beside a log that makes it whole again.
    let hasLog = stat(path + "-wal", &log) == 0 && log.st_size > 0
    guard size >= whole || hasLog, version > 0 else {
      throw .refused("\(path) is damaged: a part of it is missing. Put back its last backup.")
    }
  }

  private static func number(_ header: [UInt8], at offset: Int) -> Int {
    header[offset..<offset + 4].reduce(0) { $0 << 8 + Int($1) }
  }

  static func error(_ code: Int32, _ path: String) -> StoreError {
    switch code {
    case ENOENT, ENOTDIR: .notFound("There is no caseload at \(path).")
    case EACCES, EPERM:
      .refused("\(path) may not be opened by you. Ask whoever owns it, or choose another file.")
    case EROFS: .refused("\(path) lies on a disk that cannot be written. Choose another place.")
    case EEXIST: .refused("There is a file at \(path) already; it was left as it is.")
    case ENOSPC, EDQUOT: .unavailable("The disk is full. Make room, then try again.")
    default:
      .unavailable("\(path) cannot be used: \(String(cString: strerror(code))). Try again.")
    }
  }

  // MARK: - Making

  /// Makes the file under another name, and gives it its own when it is whole and on the disk.
  func create(_ fill: (Database) throws -> Void) throws(StoreError) {
    try makeFolder()
    guard access(path, F_OK) != 0 else { throw CaseFile.error(EEXIST, path) }
    let draft = "\(path).new-\(getpid())"
    defer { for name in [draft, draft + "-journal"] { unlink(name) } }
    try write(draft, fill)
    guard link(draft, path) == 0 else { throw CaseFile.error(errno, path) }
    try flush(folder)
  }

  private func makeFolder() throws(StoreError) {
    guard access(folder, F_OK) != 0 else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw .refused("The folder \(folder) cannot be made. Choose a place that you may write to.")
    }
  }

  private func write(_ draft: String, _ fill: (Database) throws -> Void) throws(StoreError) {
    let fd = Glibc.open(draft, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    guard fd >= 0 else { throw CaseFile.error(errno, draft) }
    close(fd)
    do {
      let queue = try DatabaseQueue(path: draft)
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA application_id = \(Migrations.applicationID)")
        try fill(db)
      }
      try queue.close()
    } catch {
      throw StoreError(sqlite: error)
    }
    try flush(draft)
  }

  private func flush(_ name: String) throws(StoreError) {
    let fd = Glibc.open(name, O_RDONLY | O_CLOEXEC)
    guard fd >= 0 else { throw CaseFile.error(errno, name) }
    defer { close(fd) }
    guard fsync(fd) == 0 else { throw CaseFile.error(errno, name) }
  }
}
