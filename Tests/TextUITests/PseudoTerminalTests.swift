import FoundationEssentials
import Glibc
import TerminalHarness
import Testing

@testable import TextUI

/// The built probe program in a real terminal, one at a time.
///
/// All such tests are in this suite: each blocks its thread, and two could leave none for anything else.
@Suite(.serialized) struct PseudoTerminalTests {
  static let program = TerminalHarness.builtProgram("ProbeProgram")

  static func start(
    _ kind: String = "list", columns: Int = 80, rows: Int = 24,
    _ environment: [String: String] = [:]
  ) throws -> TerminalHarness {
    let harness = try TerminalHarness(
      program, [kind], columns: columns, rows: rows, environment: environment)
    try harness.wait(forText: kind == "list" ? "Probe" : kind == "form" ? "New goal" : "")
    try harness.wait(for: "the first frame") { harness.mode(2004) == true }
    try harness.settle()
    return harness
  }

  static func temporaryPath() -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent("probe-\(UUID())").path
  }

  static func contents(_ path: String) -> String {
    guard let data = FileManager.default.contents(atPath: path) else { return "" }
    return String(decoding: data, as: UTF8.self)
  }

  static func expectRestored(_ harness: TerminalHarness) {
    #expect(harness.isSane)
    #expect(harness.mode(1049) == false)
    #expect(harness.mode(25) == true)
    for mode in [1000, 1006, 2004] { #expect(harness.mode(mode) == false, "\(mode)") }
  }

  // MARK: Start

  @Suite(.serialized) struct Starting {
    @Test(arguments: [
      ["TERM": ""], ["TERM": "nosuch"], ["TERM": "dumb"], ["TERM": "\u{1B}[31m"],
    ])
    func `a terminal that cannot draw gets one clear line and exit 2`(
      _ environment: [String: String]
    ) throws {
      let harness = try TerminalHarness(PseudoTerminalTests.program, environment: environment)

      #expect(try harness.waitForEnd() == .exit(2))
      #expect(!harness.bytes.contains(0x1B))
      #expect(harness.text.contains("TERM"))
      #expect(harness.isSane)
    }

    @Test func `input that is no terminal gets one clear line and exit 2`() throws {
      let harness = try TerminalHarness(PseudoTerminalTests.program, input: "/dev/null")

      #expect(try harness.waitForEnd() == .exit(2))
      #expect(!harness.bytes.contains(0x1B))
      #expect(harness.text.contains("standard input"))
    }

    @Test(arguments: [
      ["LANG": "C"], ["LANG": ""], ["LANG": "xx_XX.UTF-8"], ["LC_ALL": "POSIX"],
      ["TERM": "screen"], ["TERM": "vt100"], ["TERM": "xterm"], ["TERM": "tmux-256color"],
      ["NO_COLOR": "1"], ["TERM": "rxvt"],
    ])
    func `names and glyphs are whole in every locale and terminal`(_ environment: [String: String])
      throws
    {
      let harness = try PseudoTerminalTests.start("list", environment)

      #expect(harness.lines[1] == "▌ Row 0 ▂▃▄ Łódź")
      #expect(harness.lines[23] == " ↵ open   q leave")
      #expect(harness.cursor == (2, 1))
      harness.send("q")
      #expect(try harness.waitForEnd() == .exit(0))
      #expect(harness.isSane)
    }

    @Test func `the Linux console gets no glyph that it lacks`() throws {
      let harness = try PseudoTerminalTests.start(
        "lines", ["TERM": "linux", "PROBE_LINES": "╭─╮ ⣀⠤⠒⠉ ★ 王 Łódź ▌█"])

      #expect(harness.lines[0].hasPrefix("┌─┐ _.-' * ?  Łódź ▌█"))
    }

    @Test func `sizes in the environment are not believed`() throws {
      let harness = try PseudoTerminalTests.start("list", ["LINES": "5", "COLUMNS": "20"])

      #expect(harness.lines[0] == " Probe 80×24")
    }

    @Test func `no colours are used when none are wanted`() throws {
      let plain = try PseudoTerminalTests.start("list", ["NO_COLOR": "1"])
      let coloured = try PseudoTerminalTests.start("list")

      #expect(!String(decoding: plain.bytes, as: UTF8.self).contains("[38;5"))
      #expect(String(decoding: coloured.bytes, as: UTF8.self).contains("38;5"))
    }
  }

  // MARK: Ends

  @Suite(.serialized) struct Ending {
    @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
    func `a signal saves, restores the terminal, and is passed on`(_ number: Int32) throws {
      let path = PseudoTerminalTests.temporaryPath()
      defer { unlink(path) }
      let harness = try PseudoTerminalTests.start("list", ["PROBE_SAVE": path, "PROBE_MOUSE": "1"])
      #expect(harness.mode(1006) == true)
      #expect(!harness.isSane)

      harness.signal(number)

      #expect(try harness.waitForEnd() == .signal(number))
      #expect(PseudoTerminalTests.contents(path).hasPrefix("saved after"))
      PseudoTerminalTests.expectRestored(harness)
    }

    @Test func `a signal in the middle of a paste loses nothing`() throws {
      let path = PseudoTerminalTests.temporaryPath()
      defer { unlink(path) }
      let harness = try PseudoTerminalTests.start("form", ["PROBE_SAVE": path])

      harness.send("\u{1B}[200~half")
      harness.signal(SIGTERM)
      harness.signal(SIGTERM)

      #expect(try harness.waitForEnd() == .signal(SIGTERM))
      #expect(PseudoTerminalTests.contents(path).contains("saved"))
      PseudoTerminalTests.expectRestored(harness)
    }

    @Test(arguments: [("trap", SIGILL), ("abort", SIGABRT), ("stack", SIGSEGV)])
    func `a crash restores the terminal and still says what happened`(
      _ kind: String, _ number: Int32
    ) throws {
      let harness = try PseudoTerminalTests.start(
        "list", ["PROBE_CRASH": kind, "SWIFT_BACKTRACE": "enable=yes"])

      harness.send("\u{1B}[24~")

      let ending = try harness.waitForEnd()
      #expect(ending == .signal(number) || ending == .signal(SIGTRAP))
      PseudoTerminalTests.expectRestored(harness)
      if kind == "trap" { #expect(harness.text.contains("Index out of range")) }
    }

    @Test(arguments: [SIGQUIT, SIGSEGV])
    func `a crash from outside restores the terminal too`(_ number: Int32) throws {
      let harness = try PseudoTerminalTests.start()

      harness.signal(number)

      #expect(try harness.waitForEnd() == .signal(number))
      PseudoTerminalTests.expectRestored(harness)
    }

    @Test(arguments: [false, true])
    func `a terminal that vanishes ends the program, with its work saved`(_ ignoringHangUp: Bool)
      throws
    {
      let path = PseudoTerminalTests.temporaryPath()
      defer { unlink(path) }
      let harness = try TerminalHarness(
        PseudoTerminalTests.program, ["list"], environment: ["PROBE_SAVE": path],
        ignoringHangUp: ignoringHangUp)
      try harness.wait(forText: "Probe")
      try harness.settle()

      harness.hangUp()

      let ending = try harness.waitForEnd()
      #expect(ending == (ignoringHangUp ? .exit(1) : .signal(SIGHUP)))
      #expect(PseudoTerminalTests.contents(path).contains("saved after"))
    }

    @Test func `leaving restores the terminal and shows what was kept from it`() throws {
      let harness = try PseudoTerminalTests.start()

      harness.send("e")
      try harness.settle()
      #expect(!harness.text.contains("a warning"))
      harness.send("q")

      #expect(try harness.waitForEnd() == .exit(0))
      PseudoTerminalTests.expectRestored(harness)
      #expect(harness.text.contains("a warning"))
      #expect(!harness.text.contains("Row"), "what was shown stays nowhere")
    }

    @Test func `a terminal without a second screen is cleared`() throws {
      let harness = try PseudoTerminalTests.start("list", ["TERM": "vt100"])

      harness.send("q")

      #expect(try harness.waitForEnd() == .exit(0))
      #expect(!harness.text.contains("Row"))
    }
  }

  // MARK: Keys

  @Suite(.serialized) struct Typing {
    @Test func `a lone escape acts within 60 ms and an arrow may come in pieces`() throws {
      let harness = try PseudoTerminalTests.start("events")

      let before = ContinuousClock.now
      harness.send("\u{1B}")
      try harness.wait(forText: "escape")
      #expect(ContinuousClock.now - before < .milliseconds(150))
      harness.send("\u{1B}[")
      harness.pass(.milliseconds(200))
      harness.send("A")

      try harness.wait(forText: "Code.up")
      #expect(!harness.text.contains("\"A\""))
    }

    @Test func `a paste that comes in pieces is one event`() throws {
      let harness = try PseudoTerminalTests.start("events")

      for piece in ["\u{1B}[20", "0~hel", "lo\r", "\nyou", "\u{1B}[2", "01~"] {
        harness.send(piece)
        harness.pass(.milliseconds(60))
      }

      try harness.wait(forText: "paste(\"hello\\nyou\")")
    }

    @Test func `bytes that are no character do not make it deaf`() throws {
      let harness = try PseudoTerminalTests.start()

      harness.send([0xFF, 0xE9, 0xC3, 0x28, 0xF0, 0x1B] + Array("[B".utf8))

      try harness.wait(for: "the second row") { harness.lines[2].hasPrefix("▌") }
      harness.send("jj")
      try harness.wait(for: "the fourth row") { harness.lines[4].hasPrefix("▌") }
    }

    @Test func `control keys are keys`() throws {
      let harness = try PseudoTerminalTests.start("events")

      harness.send("\u{3}\u{13}\u{1C}\u{16}\u{0F}")

      for key in ["c", "s", "v", "o"] { try harness.wait(forText: "(\"\(key)\")") }
    }

    @Test func `a hundred keys in one packet are one frame`() throws {
      let harness = try PseudoTerminalTests.start()
      let before = harness.bytes.count

      harness.send(String(repeating: "\u{1B}[B", count: 100))
      try harness.wait(forText: "▌ Row 100")
      try harness.settle()

      #expect(harness.bytes.count - before <= 2000)
    }

    @Test func `a wake from another thread is an event`() throws {
      let harness = try PseudoTerminalTests.start()

      harness.send("w")
      harness.send("j")

      try harness.wait(for: "the second row") { harness.lines[2].hasPrefix("▌") }
    }

    @Test func `the mouse is told where it was pressed`() throws {
      let harness = try PseudoTerminalTests.start("events", columns: 300, ["PROBE_MOUSE": "1"])

      harness.send("\u{1B}[<0;250;7M")

      try harness.wait(forText: "x: 249, y: 6")
    }
  }

  // MARK: Job control

  @Suite(.serialized) struct Stopping {
    @Test func `an orphan that cannot be stopped comes back at once`() throws {
      let path = PseudoTerminalTests.temporaryPath()
      defer { unlink(path) }
      let harness = try PseudoTerminalTests.start("list", ["PROBE_SAVE": path])

      harness.send("\u{1A}j")

      try harness.wait(for: "the second row") { harness.lines[2].hasPrefix("▌") }
      #expect(PseudoTerminalTests.contents(path).contains("saved before stopping"))
      #expect(harness.mode(1049) == true)
    }

    @Test func `under a shell Ctrl-Z stops it and fg brings it back`() throws {
      let harness = try TerminalHarness(
        "/bin/bash", ["--norc", "--noprofile", "-i"], environment: ["PS1": "$ "])
      try harness.wait(forText: "$")
      harness.send(PseudoTerminalTests.program + " list\r")
      try harness.wait(forText: "▌ Row 0")
      harness.send("j")
      try harness.wait(forText: "▌ Row 1")

      harness.send("\u{1A}")
      try harness.wait(forText: "Stopped")
      #expect(harness.mode(1049) == false)
      harness.send("stty -a | grep -c ' icanon'\r")
      try harness.wait(for: "a sane shell") { harness.lines.contains("1") }
      harness.resize(columns: 60, rows: 20)
      harness.send("fg\r")

      try harness.wait(forText: "▌ Row 1")
      try harness.wait(forText: "Probe 60×20")
      harness.send("q")
      try harness.wait(for: "the shell") { harness.mode(1049) == false }
      harness.send("exit\r")
      _ = try harness.waitForEnd()
    }

    @Test func `stopped in the background it can still be ended, with its work saved`() throws {
      let path = PseudoTerminalTests.temporaryPath()
      defer { unlink(path) }
      let harness = try TerminalHarness(
        "/bin/bash", ["--norc", "--noprofile", "-i"],
        environment: ["PS1": "$ ", "PROBE_SAVE": path])
      try harness.wait(forText: "$")
      harness.send(PseudoTerminalTests.program + " list\r")
      try harness.wait(forText: "▌ Row 0")
      harness.send("\u{1A}")
      try harness.wait(forText: "Stopped")

      harness.send("bg\r")
      try harness.settle()
      harness.send("kill %1\r")

      try harness.wait(for: "the work") {
        PseudoTerminalTests.contents(path).contains("saved after terminate")
      }
      harness.send("jobs; echo fine\r")
      try harness.wait(for: "a sane shell") { harness.lines.contains("fine") }
      #expect(!harness.text.contains("Running"))
      harness.send("exit\r")
      _ = try harness.waitForEnd()
    }

    @Test func `stopped and continued from outside it paints again`() throws {
      let harness = try PseudoTerminalTests.start()
      let before = harness.bytes.count

      harness.signal(SIGSTOP)
      harness.signal(SIGCONT)

      try harness.wait(for: "a new frame") { harness.bytes.count > before + 500 }
      try harness.settle()
      #expect(harness.lines[1].hasPrefix("▌ Row 0"))
      #expect(!harness.isSane)
    }
  }
}
