import Foundation
import Synchronization

/// Ends the program when a round takes so long that somebody would call it hung, and says where.
enum Watchdog {
  /// Seconds without a round.
  static let limit = 20
  static let hung: Int32 = 70

  private static let beats = Atomic<Int>(0)
  private static let place = Mutex<(words: String, file: Int32)>(("the start", -1))

  static func beat() { beats.add(1, ordering: .relaxed) }

  /// Notes what is done now, also in a file, which outlives a trap.
  ///
  /// - Parameter what: `bytes 12` or `sequence 3`.
  static func note(_ what: String) {
    beat()
    place.withLock { place in
      place.words = what
      let line = Array((what + "\n").utf8)
      guard place.file >= 0 else { return }
      _ = pwrite(place.file, line, line.count, 0)
    }
  }

  /// Watches from now on.
  ///
  /// - Parameter path: where the last note is kept; nil keeps it nowhere.
  static func start(notesIn path: String?) {
    if let path {
      let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
      place.withLock { $0.file = file }
    }
    Thread.detachNewThread {
      var (seen, since) = (-1, 0)
      while true {
        sleep(1)
        let now = beats.load(ordering: .relaxed)
        since = now == seen ? since + 1 : 0
        seen = now
        guard since >= limit else { continue }
        let words = place.withLock { $0.words }
        print("no answer for \(limit) s at \(words)")
        fflush(nil)
        _exit(hung)
      }
    }
  }
}
