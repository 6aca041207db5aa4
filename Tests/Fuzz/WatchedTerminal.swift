import TextUI

/// A terminal in memory that looks at every frame and notes the first that is not whole.
@MainActor final class WatchedTerminal: Terminal {
  private(set) var size: Size
  private(set) var frame: Canvas
  private(set) var frames = 0
  /// The first frame that was not whole, and what was wrong with it; nil while all were.
  private(set) var fault: Fault?

  private var waiting: [[Event]] = []
  private let pipe = WakePipe()

  init(size: Size) {
    self.size = size
    frame = Canvas(size: size)
  }

  /// Whether everything that was fed has been taken.
  var isTaken: Bool { waiting.isEmpty }

  /// Adds events that arrive together.
  func feed(_ events: [Event]) {
    if !events.isEmpty { waiting.append(events) }
  }

  /// Changes the size and tells it with the next events.
  func resize(to new: Size) {
    size = new
    feed([.resized(new)])
  }

  func draw(_ canvas: Canvas) {
    frames += 1
    frame = canvas
    guard fault == nil, let words = FrameFault.find(in: canvas, size: size) else { return }
    fault = Fault(words: words, frame: canvas)
  }

  func events(until deadline: ContinuousClock.Instant?) -> [Event] {
    Watchdog.beat()
    if !waiting.isEmpty { return waiting.removeFirst() }
    let soon = ContinuousClock.now + .milliseconds(20)
    guard pipe.wait(until: deadline.map { min($0, soon) } ?? soon) else { return [.timeout] }
    _ = pipe.drain()
    return [.woken]
  }

  var waker: Waker {
    Waker { [pipe] in pipe.wake() }
  }

  func use(theme: Theme) {}
  func use(glyphs: GlyphChoice) {}
  func setMouse(_ isOn: Bool) {}
  func suspend() {}
  func redraw() {}
  func close() {}
}

/// What no frame may be, whatever was typed and stored.
enum FrameFault {
  /// The first fault of a frame, for people; nil when it is whole.
  static func find(in canvas: Canvas, size: Size) -> String? {
    guard canvas.size == size else { return "a frame of \(canvas.size) in a window of \(size)" }
    guard let cursor = canvas.cursor else { return "a frame without a cursor" }
    guard (0..<size.width).contains(cursor.x), (0..<size.height).contains(cursor.y) else {
      return "the cursor at \(cursor) in a window of \(size)"
    }
    for y in 0..<size.height {
      for x in 0..<size.width {
        if let fault = fault(canvas, x, y) { return "\(fault) at \(x),\(y)" }
      }
    }
    return nil
  }

  private static func fault(_ canvas: Canvas, _ x: Int, _ y: Int) -> String? {
    let cell = canvas[x, y]
    if cell.isBlank { return nil }
    switch cell.width {
    case 0: if x == 0 || canvas[x - 1, y].width != 2 { return "half a wide character" }
    case 2:
      if x + 1 >= canvas.size.width || canvas[x + 1, y].width != 0 {
        return "a wide character cut in two"
      }
    default: break
    }
    for scalar in cell.text.unicodeScalars where !isHarmless(scalar) {
      return "U+" + String(scalar.value, radix: 16)
    }
    return nil
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    if (0x20..<0x7F).contains(scalar.value) { return true }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: return false
    // The numbers' signs of Arabic are format characters that are seen.
    default:
      return !scalar.properties.isDefaultIgnorableCodePoint
        && !(0xFFF9...0xFFFB).contains(scalar.value)
    }
  }
}
