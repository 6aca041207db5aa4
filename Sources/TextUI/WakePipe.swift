import Glibc

/// A pipe that wakes a thread waiting in `poll`; also how a signal handler reaches the loop.
///
/// Both ends are non-blocking and closed on exec. The descriptors live as long as the value.
public final class WakePipe: Sendable {
  public let readEnd: Int32
  public let writeEnd: Int32

  public init() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      preconditionFailure("no file descriptors are left for a pipe")
    }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    readEnd = ends[0]
    writeEnd = ends[1]
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Makes the read end readable; a full pipe is readable already.
  public func wake() {
    var byte: UInt8 = 0
    while write(writeEnd, &byte, 1) < 0 && errno == EINTR {}
  }

  /// Takes everything that is in the pipe.
  public func drain() -> [UInt8] {
    var taken: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 256)
    while true {
      let count = read(readEnd, &buffer, buffer.count)
      if count > 0 {
        taken += buffer[..<count]
      } else if count == 0 || errno != EINTR {
        return taken
      }
    }
  }

  /// Waits until the pipe is readable; false when the deadline passed first.
  public func wait(until deadline: ContinuousClock.Instant?) -> Bool {
    while true {
      var entry = pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)
      let count = poll(&entry, 1, pollMilliseconds(until: deadline))
      if count > 0 { return true }
      if count == 0, let deadline, ContinuousClock.now >= deadline { return false }
    }
  }
}

/// The time-out for `poll`, rounded up so that the deadline has passed when it returns; -1 without one.
public func pollMilliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
  guard let deadline else { return -1 }
  let left = ContinuousClock.now.duration(to: deadline)
  guard left > .zero else { return 0 }
  let (seconds, attoseconds) = left.components
  guard seconds < 1_000_000 else { return 1_000_000_000 }
  return Int32(seconds) * 1000 + Int32((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
}
