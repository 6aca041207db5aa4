import Casework
import Foundation
import GRDB
import Glibc
import Synchronization

/// Tells when another program has saved into a file.
///
/// One thread sleeps until the file's write-ahead log is written to. The log is written before a
/// save can be seen, so the thread looks again a few times in the two seconds after; then it sleeps.
/// SQLite's `data_version` on the one connection that writes tells others' saves from our own.
final class ForeignSaves: Sendable {
  private let listeners: Listeners
  /// The writing end of a pipe; closed, it ends the thread.
  private let lifeline: Int32

  /// What the thread keeps alive when this object is gone.
  private final class Listeners: Sendable {
    let all = Mutex<[@Sendable () -> Void]>([])
  }

  /// - Throws: `StoreError.unavailable` when the system gives no watch.
  init(of pool: DatabasePool) throws {
    let watch = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    var ends: [Int32] = [-1, -1]
    guard watch >= 0, pipe(&ends) == 0,
      ends.allSatisfy({ fcntl($0, F_SETFD, FD_CLOEXEC) == 0 }),
      inotify_add_watch(watch, pool.path + "-wal", UInt32(IN_MODIFY)) >= 0
    else {
      for fd in ends + [watch] where fd >= 0 { close(fd) }
      throw StoreError.unavailable("Saves by other programs cannot be noticed on this system.")
    }
    lifeline = ends[1]
    let listeners = Listeners()
    self.listeners = listeners
    let (death, version) = (ends[0], try LogWatch.version(pool))
    Thread.detachNewThread {
      var watching = LogWatch(pool: pool, watch: watch, death: death, version: version)
      watching.run { for notify in listeners.all.withLock({ $0 }) { notify() } }
      close(watch)
      close(death)
    }
  }

  deinit { close(lifeline) }

  func add(_ notify: @escaping @Sendable () -> Void) {
    listeners.all.withLock { $0.append(notify) }
  }
}

/// The thread's own state.
private struct LogWatch {
  let pool: DatabasePool
  let watch: Int32
  let death: Int32
  var version: Int64?

  /// Milliseconds to let whoever writes finish: a save is many writes, which wake this thread once.
  private static let pause: Int32 = 15
  /// Milliseconds to wait before each further look after the log was written to.
  private static let looks: [Int32] = [85, 200, 300, 400, 1000]

  mutating func run(_ notify: () -> Void) {
    var looks: ArraySlice<Int32> = []
    var lastLook = ContinuousClock.now
    while true {
      var files = [
        pollfd(fd: watch, events: Int16(POLLIN), revents: 0),
        pollfd(fd: death, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&files, 2, looks.first ?? -1)
      if files[1].revents != 0 { return }
      let wasWritten = ready > 0 && files[0].revents != 0
      if wasWritten {
        if poll(&files[1], 1, LogWatch.pause) > 0 { return }
        drain()
        looks = LogWatch.looks[...]
        if lastLook.duration(to: .now) < .milliseconds(200) { continue }
      } else {
        looks = looks.dropFirst()
      }
      lastLook = .now
      if sawForeignSave() { notify() }
    }
  }

  private func drain() {
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { buffer in
      while Glibc.read(watch, buffer.baseAddress, buffer.count) > 0 {}
    }
  }

  private mutating func sawForeignSave() -> Bool {
    do {
      let now = try LogWatch.version(pool)
      defer { version = now }
      return now != version
    } catch {
      // The file does not answer now; whoever reads or saves next is told why.
      return false
    }
  }

  static func version(_ pool: DatabasePool) throws -> Int64? {
    try pool.writeWithoutTransaction { try Int64.fetchOne($0, sql: "PRAGMA data_version") }
  }
}
