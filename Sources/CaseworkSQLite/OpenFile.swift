import Casework
import Glibc

/// The file that a store has open, and where it has to stay.
///
/// SQLite goes on writing to a file that was deleted or replaced, and whoever opens the path next finds
/// nothing of it.
struct OpenFile: Sendable {
  private let path: String
  private let device: UInt64
  private let number: UInt64

  /// - Throws: `unavailable` when there is no file at the path.
  init(_ path: String) throws(StoreError) {
    let status = try OpenFile.status(path)
    self.path = path
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
  }

  /// - Throws: `unavailable` when the path means another file by now, or none.
  func checkThatItIsThere() throws(StoreError) {
    let status = try OpenFile.status(path)
    guard UInt64(status.st_dev) == device, UInt64(status.st_ino) == number else {
      throw OpenFile.gone(path)
    }
  }

  private static func status(_ path: String) throws(StoreError) -> stat {
    var status = stat()
    guard stat(path, &status) == 0 else { throw gone(path) }
    return status
  }

  private static func gone(_ path: String) -> StoreError {
    .unavailable(
      "The caseload was taken away from \(path): nothing was changed. Put it back, then try again.")
  }
}
