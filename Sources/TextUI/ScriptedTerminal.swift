/// A terminal for tests: plays a script of events and keeps every canvas that was drawn.
public final class ScriptedTerminal: Terminal {
  public private(set) var size: Size
  /// Every canvas drawn, the oldest first; the last alone where not all are kept.
  public private(set) var frames: [Canvas] = []
  /// Whether `frames` keeps more than the last one.
  public var keepsAllFrames = true
  public private(set) var isClosed = false
  public private(set) var suspensions = 0
  public private(set) var redraws = 0
  /// Every theme that was put on, the oldest first.
  public private(set) var themes: [Theme] = []
  public private(set) var glyphs = GlyphChoice.auto
  public private(set) var reportsMouse = false
  /// How long an empty script, or a step whose condition does not hold yet, waits to be woken.
  public var patience: Duration
  /// What an exhausted script answers when nothing woke it: `.timeout`, unless told otherwise.
  public var atEnd: Event = .timeout
  /// Called before the program waits; may feed more.
  public var onWait: (@MainActor (ScriptedTerminal) -> Void)?

  /// What a program does that the terminal is lent to; ends well without doing anything.
  public var onLend: (@MainActor ([String]) -> ProgramEnd)?

  private struct Step {
    var events: [Event]
    var condition: (@MainActor (Canvas) -> Bool)?
  }

  private var script: [Step] = []
  private let pipe = WakePipe()

  /// - Parameter patience: how long to wait to be woken; zero answers at once.
  public init(size: Size = Size(width: 80, height: 24), patience: Duration = .zero) {
    self.size = size
    self.patience = patience
  }

  /// The canvas on the screen; an empty one before anything was drawn.
  public var screen: Canvas { frames.last ?? Canvas(size: size) }

  /// Adds events that arrive together, once the screen satisfies the condition when there is one.
  public func feed(_ events: [Event], when condition: (@MainActor (Canvas) -> Bool)? = nil) {
    script.append(Step(events: events, condition: condition))
  }

  /// Adds keys, each arriving by itself.
  public func press(_ keys: Key...) {
    for key in keys { feed([.key(key)]) }
  }

  /// Adds the characters of a text as keys, each arriving by itself.
  public func type(_ text: String) {
    for character in text { feed([.key(Key(character))]) }
  }

  /// Changes the size at once and tells the program with its next events.
  public func resize(to size: Size) {
    self.size = size
    feed([.resized(size)])
  }

  /// Steps of the script that have not been played.
  public var remaining: Int { script.count }

  public func draw(_ canvas: Canvas) {
    if !keepsAllFrames { frames.removeAll(keepingCapacity: true) }
    frames.append(canvas)
  }

  public func events(until deadline: ContinuousClock.Instant?) -> [Event] {
    onWait?(self)
    if pipe.wait(until: .now) { return takeWake() }
    if let step = script.first, step.condition?(screen) ?? true {
      script.removeFirst()
      return step.events.isEmpty ? [.timeout] : step.events
    }
    let limit = ContinuousClock.now + patience
    if pipe.wait(until: deadline.map { min($0, limit) } ?? limit) { return takeWake() }
    return script.isEmpty ? [atEnd] : [.timeout]
  }

  public var waker: Waker {
    Waker { [pipe] in pipe.wake() }
  }

  public func suspend() { suspensions += 1 }

  public func lend(to command: [String]) -> ProgramEnd {
    onLend?(command) ?? .exited(status: 0)
  }

  public func redraw() { redraws += 1 }

  public func use(theme: Theme) { themes.append(theme) }

  public func use(glyphs: GlyphChoice) { self.glyphs = glyphs }

  public func setMouse(_ isOn: Bool) { reportsMouse = isOn }

  public func close() { isClosed = true }

  private func takeWake() -> [Event] {
    _ = pipe.drain()
    return [.woken]
  }
}
