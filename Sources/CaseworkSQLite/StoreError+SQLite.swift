import Casework
import GRDB

extension StoreError {
  /// A sealed column that does not open, or does not hold what it should.
  static let damaged = StoreError.refused(
    "The caseload file is damaged; put back its last backup. Nothing was changed.")

  static func newer(_ version: Int) -> StoreError {
    .refused(
      "The file was made by a newer kith (version \(version) of the file, this kith knows "
        + "\(Migrations.all.count)). Install the newer kith to open it.")
  }

  /// What a failure of the database means to the person, in their words.
  init(sqlite error: any Error) {
    if let error = error as? StoreError {
      self = error
    } else if let error = error as? DatabaseError {
      self = StoreError.of(error.resultCode)
    } else if error is CancellationError {
      self = .unavailable("It was stopped before it was saved; nothing was changed.")
    } else {
      self = .damaged
    }
  }

  private static func of(_ code: ResultCode) -> StoreError {
    switch code {
    case .SQLITE_FULL:
      .unavailable("The disk is full: nothing was changed. Make room, then save again.")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      .unavailable("Another program is saving to the caseload; nothing was changed. Try again.")
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      .refused(
        "The caseload file cannot be written; nothing was changed. "
          + "Make the file and its folder writable for you.")
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_MISMATCH: .damaged
    case .SQLITE_INTERRUPT, .SQLITE_ABORT:
      .unavailable("It was stopped before it was saved; nothing was changed.")
    case .SQLITE_IOERR:
      .unavailable(
        "The disk does not answer as it should (is it full?): nothing was changed. Try again.")
    default: .unavailable("The caseload file does not answer; nothing was changed. Try again.")
    }
  }
}
