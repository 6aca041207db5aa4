import Foundation
import Synchronization

/// Ends the program by an alarm when a round takes so long that somebody would call it hung; the last
/// note says where it was.
enum Watchdog {
  /// Seconds without a round.
  static let limit: UInt32 = 20

  private static let isWatching = Atomic<Bool>(false)
  /// The file of the last note; negative for none.
  private static let notes = Atomic<Int32>(-1)

  static func beat() {
    if isWatching.load(ordering: .relaxed) { alarm(limit) }
  }

  /// Notes what is done now in a file, which outlives a trap.
  ///
  /// - Parameter what: `bytes 12` or `sequence 3`.
  static func note(_ what: String) {
    beat()
    let file = notes.load(ordering: .relaxed)
    guard file >= 0 else { return }
    let line = Array((what + "\n").utf8)
    _ = pwrite(file, line, line.count, 0)
  }

  /// Watches from now on.
  ///
  /// - Parameter path: where the last note is kept; nil keeps it nowhere.
  static func start(notesIn path: String?) {
    if let path {
      notes.store(open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600), ordering: .relaxed)
    }
    isWatching.store(true, ordering: .relaxed)
    beat()
  }
}
