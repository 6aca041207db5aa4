import TextUI

/// What the App takes for its terminal in plain mode: nothing is drawn, and no keys come from it.
///
/// It hands the App wake-ups, deadlines and signals, and keeps the line that was typed meanwhile.
@MainActor
final class PlainTerminal: Terminal {
  /// The size the screens are laid out for; what is read out is laid out without one.
  let size = Size(width: 100, height: 60)
  let lines: any LineTerminal
  /// Whether a line may be taken now.
  var isListening = false
  /// What was typed, or that there will be no more; nil while neither is known.
  private var heard: Heard?

  enum Heard: Equatable {
    case line(String)
    case unreadable
    case ended
  }

  init(_ lines: any LineTerminal) {
    self.lines = lines
  }

  func takeHeard() -> Heard? {
    defer { heard = nil }
    return heard
  }

  func events(until deadline: ContinuousClock.Instant?) -> [Event] {
    switch lines.next(reading: isListening && heard == nil, until: deadline) {
    case .line(let line): heard = .line(line)
    case .unreadable: heard = .unreadable
    case .ended: heard = .ended
    case .interrupted(let signal): return [.interrupted(signal)]
    case .timeout: return [.timeout]
    case .woken: break
    }
    return [.woken]
  }

  var waker: Waker { lines.waker }

  func draw(_ canvas: Canvas) {}
  func suspend() {}
  func redraw() {}
  func use(theme: Theme) {}
  func use(glyphs: GlyphChoice) {}
  func setMouse(_ isOn: Bool) {}
  func close() {}
}
