import Casework
import Foundation
import GRDB
import Glibc

/// What can be said of a store's file without a word of what it keeps.
public struct StoreCheckup: Sendable {
  /// Bytes.
  public var size: Int
  /// Permissions of the file and of its folder, as 0o600.
  public var mode: Int
  public var folderMode: Int
  /// The version of its tables, and the newest that this program knows.
  public var version: Int
  public var newestVersion: Int
  public var isTraining: Bool
  /// Whether changes are written beside the file first.
  public var hasWriteAheadLog: Bool
  /// What SQLite finds wrong in the file's pages; empty when they are whole.
  public var damage: [String]

  /// Looks at the file at a path; its bytes stay as they are.
  ///
  /// - Throws: as `SQLiteCaseStore.open`.
  public static func of(_ path: String) throws(StoreError) -> StoreCheckup {
    try CaseFile(path).check()
    var status = stat()
    guard stat(path, &status) == 0 else { throw CaseFile.error(errno, path) }
    var folder = stat()
    let parent = (path as NSString).deletingLastPathComponent
    guard stat(parent.isEmpty ? "." : parent, &folder) == 0 else {
      throw CaseFile.error(errno, path)
    }
    do {
      let queue = try DatabaseQueue(path: path)
      defer { closing(queue) }
      return try queue.read { db in
        StoreCheckup(
          size: Int(status.st_size), mode: Int(status.st_mode & 0o777),
          folderMode: Int(folder.st_mode & 0o777),
          version: try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
          newestVersion: Migrations.all.count,
          isTraining: try String.fetchOne(db, sql: "SELECT kind FROM wrapped_key") == "training",
          hasWriteAheadLog: try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal",
          damage: try String.fetchAll(db, sql: "PRAGMA quick_check(5)").filter { $0 != "ok" })
      }
    } catch {
      throw StoreError(sqlite: error)
    }
  }

  /// `3.40.1`.
  public static func engine() throws(StoreError) -> String {
    do {
      return try DatabaseQueue().read { db in
        try String.fetchOne(db, sql: "SELECT sqlite_version()") ?? ""
      }
    } catch {
      throw StoreError(sqlite: error)
    }
  }

  private static func closing(_ queue: DatabaseQueue) {
    do {
      try queue.close()
    } catch {
      // It closes when it is let go.
    }
  }
}
