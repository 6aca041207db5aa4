import Glibc
import TextUI
import TextUINcurses

/// What a checkup says of the terminal and of its characters.
struct TerminalChecks {
  let environment: [String: String]
  let facts: TerminalFacts

  init(_ environment: [String: String]) {
    self.environment = environment
    facts = TerminalFacts.read(environment: environment)
  }

  func findings() -> [Finding] {
    terminal() + multiplexer() + characters() + widths()
  }

  // MARK: Terminal

  private func terminal() -> [Finding] {
    var found: [Finding] = []
    if let fault = facts.fault {
      // Without a terminal there is nothing to draw in, whatever TERM says.
      let words = fault.description
      found.append(
        facts.size == nil
          ? .note(.terminal, words) : .fault(.terminal, words, "kith --help names what needs none.")
      )
    } else {
      found.append(.good(.terminal, "TERM is \(facts.type): kith can draw in it."))
      found.append(colours())
      found.append(capabilities())
    }
    found.append(size())
    return found
  }

  private func size() -> Finding {
    guard let size = facts.size else {
      return .note(.terminal, "This runs without a terminal; in one it would look at that too.")
    }
    let words = "\(size.width) columns by \(size.height) lines."
    if size.width < 40 || size.height < 10 {
      return .fault(.terminal, words, "kith needs 40 by 10; 80 by 24 show everything.")
    }
    if size.width < 80 || size.height < 24 {
      return .note(.terminal, words + " 80 by 24 show everything.")
    }
    return .good(.terminal, words)
  }

  private func colours() -> Finding {
    if !(environment["NO_COLOR"] ?? "").isEmpty {
      return .note(.terminal, "NO_COLOR is set: no colours.")
    }
    switch facts.colours {
    case 256...: return .good(.terminal, "\(facts.colours) colours.")
    case 8...:
      return .note(
        .terminal, "\(facts.colours) colours, by TERM.",
        "If the terminal has 256: TERM=xterm-256color")
    default: return .note(.terminal, "No colours, by TERM; everything is said in words too.")
    }
  }

  private func capabilities() -> Finding {
    var missing: [String] = []
    if !facts.hasOtherScreen {
      missing.append("a second screen (kith clears the first on leaving)")
    }
    if !facts.hidesCursor { missing.append("a cursor that can be hidden") }
    if !facts.hasMouse { missing.append("a mouse") }
    return missing.isEmpty
      ? .good(.terminal, "It has a second screen, a cursor that can be hidden and a mouse.")
      : .note(.terminal, "Its description has not: \(missing.joined(separator: ", ")).")
  }

  /// tmux and screen hold Esc back, in case it begins a longer key.
  private func multiplexer() -> [Finding] {
    if !(environment["TMUX"] ?? "").isEmpty {
      guard let wait = CommandOutput.number(of: "tmux show-options -sv escape-time 2>/dev/null")
      else { return [.note(.terminal, "In tmux.", TerminalChecks.tmuxRemedy)] }
      return wait <= 50
        ? [.good(.terminal, "In tmux, which passes Esc on after \(wait) ms.")]
        : [
          .fault(
            .terminal, "In tmux, which holds Esc back for \(wait) ms.", TerminalChecks.tmuxRemedy)
        ]
    }
    if !(environment["STY"] ?? "").isEmpty {
      return [
        .note(
          .terminal, "In screen, which may hold Esc back for 300 ms.",
          "In ~/.screenrc: maptimeout 10")
      ]
    }
    return []
  }

  private static let tmuxRemedy =
    "So that Esc acts at once, in ~/.tmux.conf: set -sg escape-time 10"

  // MARK: Characters

  private func characters() -> [Finding] {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { name in
      environment[name].flatMap { $0.isEmpty ? nil : "\(name)=\($0)" }
    }.first
    guard facts.hasUTF8 else {
      return [
        .fault(
          .characters, "There is no UTF-8 on this machine: names lose their accents on the screen.",
          "Install the locale C.UTF-8, which most systems bring.")
      ]
    }
    switch facts.characters {
    case "UTF-8": return [.good(.characters, "UTF-8, by \(named ?? "default").")]
    case "":
      return [
        .note(
          .characters, "\(named ?? "The locale") is not installed here; kith takes C.UTF-8.",
          "To have it quiet: LANG=C.UTF-8")
      ]
    default:
      return [
        .note(
          .characters,
          "\(named ?? "No locale is set, which") means \(facts.characters); kith takes C.UTF-8.",
          "If names look wrong, the terminal is not set to UTF-8: set it, and LANG=C.UTF-8")
      ]
    }
  }

  /// Whether libc, kith and the terminal give characters the same room.
  private func widths() -> [Finding] {
    var found: [Finding] = []
    let unknown = WidthSample.all.filter { Canvas.shown($0.text).contains("\u{FFFD}") }
    if unknown.isEmpty {
      found.append(.good(.characters, "This machine knows the width of every character tried."))
    } else {
      let names = unknown.map(\.name).joined(separator: ", ")
      found.append(
        .note(
          .characters, "Too new for this machine, shown as a box with a question mark: \(names)."))
    }
    guard facts.size != nil, facts.fault == nil else { return found }
    return found + [WidthProbe.finding()]
  }
}

/// What a small program says.
enum CommandOutput {
  /// The whole number that a command prints first; nil when it prints none.
  static func number(of command: String) -> Int? {
    guard let pipe = popen(command, "r") else { return nil }
    defer { pclose(pipe) }
    var line = [CChar](repeating: 0, count: 64)
    guard fgets(&line, Int32(line.count), pipe) != nil else { return nil }
    let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return Int(text.filter(\.isNumber))
  }
}

extension Canvas {
  /// A text as it is drawn.
  fileprivate static func shown(_ text: String) -> String {
    var canvas = Canvas(size: Size(width: 8, height: 1))
    canvas.put(text, x: 0, y: 0)
    return canvas.lines[0]
  }
}
