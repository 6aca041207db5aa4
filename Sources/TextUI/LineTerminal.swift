/// The port of a program that talks in lines: no screen, no cursor, no colours; text out, lines in.
@MainActor public protocol LineTerminal: AnyObject {
  /// Columns after which lines are broken; nil leaves them whole, for whatever reads them.
  var width: Int? { get }

  /// Whether what is typed stands behind the prompt by itself, as somebody at a keyboard sees it.
  var showsTyping: Bool { get }

  /// Whether a keyboard has sent further lines already, as where a text was pasted; never where
  /// lines come from a pipe or a file.
  var hasTypedAhead: Bool { get }

  /// Writes text as it is; line ends are the caller's.
  func write(_ text: String)

  /// Waits until something happened or the deadline passed. Without a deadline it may wait for ever.
  ///
  /// - Parameter reading: whether a line may be taken now; else lines wait where they are.
  func next(reading: Bool, until deadline: ContinuousClock.Instant?) -> LineEvent

  /// Wakes it from any thread.
  var waker: Waker { get }
}

/// What happened at a line terminal.
public enum LineEvent: Equatable, Sendable {
  /// A line without its end.
  case line(String)
  /// A line that is no text, or is too long; nothing of it is kept.
  case unreadable
  /// There will be no further line.
  case ended
  case interrupted(StopSignal)
  case woken
  /// The deadline passed and nothing happened.
  case timeout
}

/// A line terminal for tests: plays lines and keeps what was written.
public final class ScriptedLines: LineTerminal {
  public var width: Int?
  public var showsTyping = false
  public var hasTypedAhead: Bool { showsTyping && !events.isEmpty }
  public private(set) var written = ""
  /// What comes once the lines are used up.
  public var atEnd = LineEvent.ended
  /// Called before the program waits for a line; may feed more.
  public var onWait: (@MainActor (ScriptedLines) -> Void)?

  private var events: [LineEvent]
  private let pipe = WakePipe()

  public init(_ lines: [String] = []) {
    events = lines.map(LineEvent.line)
  }

  /// Adds what happens next.
  public func feed(_ events: LineEvent...) { self.events += events }

  public func write(_ text: String) { written += text }

  public func next(reading: Bool, until deadline: ContinuousClock.Instant?) -> LineEvent {
    if reading {
      onWait?(self)
      if pipe.wait(until: .now) { return takeWake() }
      return events.isEmpty ? atEnd : events.removeFirst()
    }
    let limit = ContinuousClock.now + .seconds(2)
    return pipe.wait(until: deadline.map { min($0, limit) } ?? limit) ? takeWake() : .timeout
  }

  public var waker: Waker {
    Waker { [pipe] in pipe.wake() }
  }

  private func takeWake() -> LineEvent {
    _ = pipe.drain()
    return .woken
  }
}
