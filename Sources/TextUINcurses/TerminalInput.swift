import Glibc
import TextUI

/// Reads what is typed, and notices when there is nobody left to type.
struct TerminalInput {
  private var decoder = InputDecoder()
  private var buffer = [UInt8](repeating: 0, count: 65536)
  /// Whether reading has failed for good.
  private(set) var isGone = false

  /// - Parameter marksPastes: whether the terminal says where a paste begins and ends.
  init(marksPastes: Bool) {
    decoder.takesBurstsForPastes = !marksPastes
  }

  /// When an unfinished key or paste is given up.
  var deadline: ContinuousClock.Instant? { isGone ? nil : decoder.deadline }

  /// Everything that can be read without waiting, decoded; at most a megabyte in one go.
  mutating func take() -> [Event] {
    guard !isGone else { return [] }
    var events: [Event] = []
    var total = 0
    while total < 1 << 20, isReadable {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count > 0 {
        total += count
        events += decoder.feed(buffer[..<count])
      } else if count == 0 || errno != EINTR && errno != EAGAIN {
        isGone = true
        return events + [.interrupted(.terminalGone)]
      } else if errno == EAGAIN {
        break
      }
    }
    return events + decoder.timeOut()
  }

  private var isReadable: Bool {
    var entry = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, 0) > 0
  }
}
