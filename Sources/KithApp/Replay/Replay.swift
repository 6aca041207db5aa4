import Casework
import TextUI

/// Does what a script says, on a terminal in memory, and keeps the frames that came of it.
///
/// Each step waits until the program has done all that the one before set off: nothing sleeps, and the
/// frames are the same every time.
@MainActor
public final class Replay {
  /// What the screen showed.
  public struct Frame: Sendable {
    /// From a `dump`; nil for a frame that was kept because all are.
    public var name: String?
    /// The steps since the frame before, as they are written.
    public var steps: String
    public var canvas: Canvas
    /// The one that was put on while it ran; nil where none was.
    public var theme: Theme?
  }

  /// Why a replay cannot go on.
  public struct Stop: Error, CustomStringConvertible {
    /// The line of the script, from 1.
    public var line: Int
    public var sentence: String
    /// What the screen showed then.
    public var canvas: Canvas

    public var description: String {
      "line \(line): \(sentence)\n" + canvas.lines.joined(separator: "\n")
    }
  }

  /// Those who replay: everything that an `App` is given but its terminal and its tray.
  public struct Start: Sendable {
    public var store: any CaseStore
    public var clock: ReplayClock
    public var me: Practitioner
    /// When `me` was here last.
    public var since: Moment?
    /// Where the store is, for people.
    public var place: String
    public var size: Size
    public var settings: Settings

    public init(
      store: any CaseStore, clock: ReplayClock, me: Practitioner, since: Moment?, place: String,
      size: Size, settings: Settings = Settings()
    ) {
      self.store = store
      self.clock = clock
      self.me = me
      self.since = since
      self.place = place
      self.size = size
      self.settings = settings
    }
  }

  public private(set) var frames: [Frame] = []

  private let start: Start
  private let keepsAll: Bool
  private let terminal: ScriptedTerminal
  private var app: App
  private var hasEnded = false
  private var since: [String] = []

  /// - Parameter keepsAll: keeps a frame after every step; else those that the script dumps, and the
  ///   last one where it dumps none.
  public init(_ start: Start, keepsAll: Bool = false) {
    self.start = start
    self.keepsAll = keepsAll
    terminal = ScriptedTerminal(size: start.size, patience: .seconds(2))
    terminal.keepsAllFrames = false
    app = Replay.app(start, since: start.since, on: terminal)
  }

  private static func app(_ start: Start, since: Moment?, on terminal: ScriptedTerminal) -> App {
    App(
      terminal: terminal, store: start.store, world: start.clock.world, me: start.me,
      since: since, place: start.place, tray: .nowhere, settings: start.settings)
  }

  /// Does every step; the frames so far stay when it stops.
  public func run(_ script: ReplayScript) async throws(Stop) {
    try await open(line: script.steps.first?.line ?? 1)
    for step in script.steps {
      since.append(step.text)
      try await take(step)
      if keepsAll, !step.step.isDump { keep(nil) }
    }
    if frames.isEmpty { keep(nil) }
  }

  /// What the screen shows.
  public var screen: Canvas { terminal.screen }

  private func open(line: Int) async throws(Stop) {
    do throws(StoreError) {
      try app.begin()
    } catch {
      throw Stop(line: line, sentence: error.sentence, canvas: screen)
    }
    try settle(line)
  }

  private func keep(_ name: String?) {
    frames.append(
      Frame(
        name: name, steps: since.joined(separator: " "), canvas: screen,
        theme: terminal.themes.last))
    since = []
  }

  // MARK: Steps

  private func take(_ placed: ReplayScript.PlacedStep) async throws(Stop) {
    let line = placed.line
    if hasEnded, placed.step.needsProgram {
      throw stop(line, "“\(placed.text)” has nothing to act on: kith was left before it.")
    }
    switch placed.step {
    case .key(let key): try feed([.key(key)], line)
    case .type(let text): try feed(text.map { .key(ReplayScript.key(typing: $0)) }, line)
    case .paste(let text): try feed([.paste(text)], line)
    case .click(let text, let count): try click(text, count, line)
    case .wheel(let isUp): try turnWheel(isUp, line)
    case .resize(let size):
      terminal.resize(to: size)
      try settle(line)
    case .wait(let milliseconds):
      start.clock.advance(milliseconds: milliseconds)
      app.passTime(milliseconds: milliseconds)
      try settle(line)
    case .expect(let text):
      guard shows(text) else { throw stop(line, "The screen does not say “\(text)”.") }
    case .refuse(let text):
      guard !shows(text) else { throw stop(line, "The screen says “\(text)”.") }
    case .dump(let name): keep(name)
    case .restart: try await restart(line)
    }
  }

  private func feed(_ events: [Event], _ line: Int) throws(Stop) {
    terminal.feed(events)
    try settle(line)
  }

  private func click(_ text: String, _ count: Int, _ line: Int) throws(Stop) {
    guard let place = place(of: text) else {
      throw stop(line, "There is no “\(text)” on the screen to click on.")
    }
    for _ in 0..<count {
      try feed(
        [
          .mouse(Mouse(kind: .press, button: 0, position: place)),
          .mouse(Mouse(kind: .release, button: 0, position: place)),
        ], line)
    }
  }

  private func turnWheel(_ isUp: Bool, _ line: Int) throws(Stop) {
    let middle = Point(x: terminal.size.width / 2, y: terminal.size.height / 2)
    try feed([.mouse(Mouse(kind: isUp ? .wheelUp : .wheelDown, button: 0, position: middle))], line)
  }

  /// Leaves, unless that is done, and opens the program on the same store, as the next morning would.
  private func restart(_ line: Int) async throws(Stop) {
    if !hasEnded {
      app.close(.left)
      try settle(line)
    }
    hasEnded = false
    let last: Moment?
    do throws(StoreError) {
      last = try await start.store.lastVisit(of: start.me.id)
    } catch {
      throw stop(line, error.sentence)
    }
    app = Replay.app(start, since: last, on: terminal)
    try await open(line: line)
  }

  /// Waits for everything that is on its way, and draws.
  private func settle(_ line: Int) throws(Stop) {
    let limit = ContinuousClock.now + .seconds(30)
    while !hasEnded, terminal.remaining > 0 || app.isBusy {
      guard .now < limit else { throw stop(line, "kith did not come to rest within 30 s.") }
      hasEnded = !app.round()
    }
    if !hasEnded { app.draw() }
  }

  // MARK: The screen

  private func stop(_ line: Int, _ sentence: String) -> Stop {
    Stop(line: line, sentence: sentence, canvas: screen)
  }

  /// Whether a line of the screen has the words.
  private func shows(_ text: String) -> Bool {
    screen.lines.contains { $0.contains(text) }
  }

  /// The middle of the first place with these words.
  private func place(of text: String) -> Point? {
    for (y, line) in screen.lines.enumerated() {
      guard let range = line.range(of: text) else { continue }
      let before = TextLayout.width(String(line[..<range.lowerBound]))
      return Point(x: before + TextLayout.width(text) / 2, y: y)
    }
    return nil
  }
}

extension ReplayScript {
  /// The key that types a character.
  static func key(typing character: Character) -> Key {
    character.isNewline ? .enter : Key(character)
  }
}

extension ReplayScript.Step {
  fileprivate var isDump: Bool { if case .dump = self { true } else { false } }

  /// Whether the program must be running for it.
  fileprivate var needsProgram: Bool {
    switch self {
    case .expect, .refuse, .dump, .restart: false
    default: true
    }
  }
}

extension PaperTray {
  /// Says where a print would have gone, and writes nothing.
  public static let nowhere = PaperTray { name, _, folder throws(StoreError) in
    folder.isEmpty ? name : folder + (folder.hasSuffix("/") ? "" : "/") + name
  }
}
