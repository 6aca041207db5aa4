import FoundationEssentials
import Glibc
import TextUI
import TextUINcurses

/// A small program for tests: a list, a form, a log of events, or lines of text as they were given.
@MainActor struct Probe {
  private let terminal: NcursesTerminal
  private let kind: String
  private let environment: [String: String]
  private var list = ListCursor()
  private var form = Probe.emptyForm()
  private var log: [String] = []
  private var isDone = false

  static func run(_ arguments: [String]) -> Never {
    let environment = ProcessInfo.processInfo.environment
    do {
      let terminal = try NcursesTerminal(
        environment: environment, mouse: environment["PROBE_MOUSE"] != nil)
      var probe = Probe(
        terminal: terminal, kind: arguments.dropFirst().first ?? "list", environment: environment)
      probe.loop()
      exit(0)
    } catch {
      complain("\(error)")
      exit(2)
    }
  }

  private init(terminal: NcursesTerminal, kind: String, environment: [String: String]) {
    self.terminal = terminal
    self.kind = kind
    self.environment = environment
  }

  private mutating func loop() {
    while !isDone {
      terminal.draw(view(terminal.size))
      for event in terminal.events(until: nil) { take(event) }
    }
    terminal.close()
  }

  private mutating func take(_ event: Event) {
    log.append("\(event)")
    switch event {
    case .interrupted(let signal):
      save("saved after \(signal)")
      terminal.close()
      NcursesTerminal.reraise(signal)
    case .key(.control("z")):
      save("saved before stopping")
      terminal.suspend()
    case .key(.control("l")): terminal.redraw()
    case .key(.control("q")): isDone = true
    case .key(Key(.function(12))): crash()
    default:
      switch kind {
      case "list": takeInList(event)
      case "form": _ = form.handle(event)
      default: break
      }
    }
  }

  private mutating func takeInList(_ event: Event) {
    guard case .key(let key) = event else { return }
    if list.handle(key, count: 200, page: max(1, terminal.size.height - 2)) { return }
    switch key {
    case Key("q"): isDone = true
    case Key("e"): Self.complain("a warning")
    case Key("w"):
      let waker = terminal.waker
      Task.detached { waker.wake() }
    default: break
    }
  }

  /// Ends as a bug in the program would.
  private func crash() {
    let numbers = [Int](repeating: 1, count: environment.isEmpty ? 1 : 0)
    switch environment["PROBE_CRASH"] {
    case "abort": abort()
    case "stack": print(Self.deeper(numbers.count))
    default: print(numbers[environment.count])
    }
  }

  private static func deeper(_ depth: Int) -> Int {
    depth < 0 ? 0 : deeper(depth + 1) + deeper(depth + 2)
  }

  private func save(_ text: String) {
    guard let path = environment["PROBE_SAVE"], let file = fopen(path, "a") else { return }
    fputs(text + "\n", file)
    fclose(file)
  }
}

// MARK: - Views

extension Probe {
  private func view(_ size: Size) -> Canvas {
    switch kind {
    case "form":
      var canvas = listView(size)
      form.draw(over: &canvas)
      return canvas
    case "events": return eventsView(size)
    case "lines":
      let text = environment["PROBE_LINES"] ?? ""
      return Self.linesView(text.split(separator: "|").map(String.init), size)
    default: return listView(size)
    }
  }

  private func listView(_ size: Size) -> Canvas {
    var canvas = Canvas(size: size)
    canvas.put("Probe \(size.width)×\(size.height)", x: 1, y: 0, style: .title)
    let page = max(1, size.height - 2)
    for (row, index) in list.visible(count: 200, page: page).enumerated() {
      let isHere = index == list.index
      if isHere {
        canvas.put("▌", x: 0, y: row + 1, style: .marker)
        canvas.cursor = Point(x: 2, y: row + 1)
      }
      let name = "Row \(index)"
      let used = canvas.put(name, x: 2, y: row + 1, style: isHere ? .selected : .text)
      canvas.put("▂▃▄ Łódź", x: 3 + used, y: row + 1)
    }
    HintLine.draw(on: &canvas, y: size.height - 1, hints: [("↵", "open"), ("q", "leave")])
    return canvas
  }

  private func eventsView(_ size: Size) -> Canvas {
    var canvas = Canvas(size: size)
    canvas.cursor = Point(x: 0, y: 0)
    for (row, line) in log.suffix(size.height).enumerated() {
      canvas.put(line, x: 0, y: row)
    }
    return canvas
  }

  /// Each line at the left edge and a bar in the last column, which must line up.
  static func linesView(_ lines: [String], _ size: Size) -> Canvas {
    var canvas = Canvas(size: size)
    for (row, line) in lines.prefix(size.height).enumerated() {
      canvas.put(line, x: 0, y: row, width: size.width - 1)
      canvas.put("│", x: size.width - 1, y: row, style: .rule)
    }
    canvas.cursor = Point(x: 0, y: 0)
    return canvas
  }

  private static func emptyForm() -> Form {
    Form(
      title: "New goal",
      fields: [
        FormField(id: "words", label: "In their words", kind: .line),
        FormField(id: "more", label: "More about it", kind: .area(lines: 3)),
        FormField(id: "now", label: "Now", kind: .scale),
      ])
  }

  private static func complain(_ text: String) {
    let bytes = Array((text + "\n").utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }
}
