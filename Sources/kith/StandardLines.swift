import Glibc
import TextUI

/// Lines on standard input and output, whatever they are: a plain terminal, a pipe, a file.
///
/// SIGINT, SIGTERM and SIGHUP arrive as events, so that what is typed can be kept first. Only one can
/// be open at a time.
@MainActor
final class StandardLines: LineTerminal {
  let width: Int?
  let showsTyping = isatty(STDIN_FILENO) != 0
  private let pipe = WakePipe()
  private let signals = WakePipe()
  private var waiting: [UInt8] = []
  private var isEnded = false
  /// Whether the rest of a line that was too long is being passed over.
  private var isTooLong = false

  /// Bytes in a line at most.
  private static let longest = 1 << 20
  private static let told = [SIGINT, SIGTERM, SIGHUP]

  /// - Parameter columns: where lines are broken on a terminal; 72 when nil or below 20.
  init(columns: Int?) {
    width = isatty(STDOUT_FILENO) == 0 ? nil : columns.flatMap { $0 < 20 ? nil : $0 } ?? 72
    signalEnd = signals.writeEnd
    for number in StandardLines.told {
      // What was ignored on purpose, as by nohup, stays so.
      let before = unsafeBitCast(signal(number, tell), to: Int.self)
      if before == unsafeBitCast(SIG_IGN, to: Int.self) { signal(number, SIG_IGN) }
    }
  }

  /// Gives the signals back.
  func close() {
    for number in StandardLines.told { signal(number, SIG_DFL) }
    signalEnd = -1
  }

  var waker: Waker { Waker { [pipe] in pipe.wake() } }

  var hasTypedAhead: Bool {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return showsTyping && (!waiting.isEmpty || poll(&input, 1, 0) > 0 && input.revents == POLLIN)
  }

  func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        // Nobody listens any more: what is typed is kept, and it ends.
        isEnded = true
        waiting = []
        return
      }
    }
  }

  func next(reading: Bool, until deadline: ContinuousClock.Instant?) -> LineEvent {
    while true {
      if let stop = stopped() { return .interrupted(stop) }
      if reading {
        if let line = takeLine() { return line }
        if isEnded { return .ended }
      }
      var entries = [
        pollfd(fd: signals.readEnd, events: Int16(POLLIN), revents: 0),
        pollfd(fd: pipe.readEnd, events: Int16(POLLIN), revents: 0),
      ]
      if reading { entries.append(pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)) }
      let count = poll(&entries, nfds_t(entries.count), pollMilliseconds(until: deadline))
      if count == 0, let deadline, ContinuousClock.now >= deadline { return .timeout }
      guard count > 0 else { continue }
      if entries[1].revents != 0 {
        _ = pipe.drain()
        return .woken
      }
      if reading, entries[2].revents != 0 { readMore() }
    }
  }

  private func stopped() -> StopSignal? {
    switch signals.drain().first.map(Int32.init) {
    case SIGINT: .interrupt
    case SIGTERM: .terminate
    case SIGHUP: .hangUp
    default: nil
    }
  }

  private func readMore() {
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = read(STDIN_FILENO, &buffer, buffer.count)
    if count > 0 {
      waiting += buffer[..<count]
    } else if count == 0 || errno != EINTR && errno != EAGAIN {
      isEnded = true
    }
  }

  /// The next whole line, and what is left at the end of the input.
  private func takeLine() -> LineEvent? {
    guard let end = waiting.firstIndex(of: 0x0A) else {
      if waiting.count > StandardLines.longest {
        waiting = []
        isTooLong = true
      }
      guard isEnded, !waiting.isEmpty || isTooLong else { return nil }
      defer { waiting = [] }
      return event(waiting[...])
    }
    let line = waiting[..<end]
    defer { waiting.removeFirst(end + 1) }
    return event(line)
  }

  private func event(_ line: ArraySlice<UInt8>) -> LineEvent {
    if isTooLong || line.count > StandardLines.longest {
      isTooLong = false
      return .unreadable
    }
    let bytes = line.last == 0x0D ? line.dropLast() : line
    return String(validating: bytes, as: UTF8.self).map(LineEvent.line) ?? .unreadable
  }
}

/// Where a signal's number is written; -1 while nobody listens. A handler may use nothing else.
nonisolated(unsafe) private var signalEnd: Int32 = -1

private func tell(_ number: Int32) {
  let before = errno
  var byte = UInt8(truncatingIfNeeded: number)
  if signalEnd >= 0 { _ = write(signalEnd, &byte, 1) }
  errno = before
}
