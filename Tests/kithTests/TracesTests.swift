import Foundation
import TerminalHarness
import Testing

extension ProgramTests.Screens {
  /// What others on the machine see of a family while it is on the screen, and what stays of it after.
  @Suite struct Traces {
    private static let names = ["Quillfeather", "Zebracrossing", "Half a sen", "Osei"]

    /// A family's plan with a form over it, half a sentence typed.
    private static func open(
      _ scratch: Scratch, environment: [String: String] = [:]
    ) throws -> TerminalHarness {
      try scratch.imports([CaseloadFile.family(10, "Quillfeather", goal: "Zebracrossing")])
      let screens = try scratch.screens(environment: environment)
      try screens.beginGoal("Half a sen", of: "Quillfeather")
      return screens
    }

    private static func expectNone(in text: String, _ place: String) {
      for name in names { #expect(!text.contains(name), "\(name) in \(place)") }
    }

    private static func process(_ file: String, _ screens: TerminalHarness) throws -> String {
      try String(contentsOfFile: "/proc/\(screens.processID)/\(file)", encoding: .utf8)
    }

    /// What was written while the second screen was not shown.
    private static func outsideSecondScreen(_ screens: TerminalHarness) -> ByteStream {
      let visits = String(decoding: screens.bytes, as: UTF8.self)
        .components(separatedBy: "\u{1B}[?1049h")
      let after = visits.dropFirst().flatMap {
        $0.components(separatedBy: "\u{1B}[?1049l").dropFirst()
      }
      return ByteStream(Array((visits[0] + after.joined()).utf8))
    }

    @Test
    func `others on the machine see no name of a family, and a crash leaves no memory behind`()
      throws
    {
      let scratch = try Scratch()
      let screens = try Self.open(scratch)

      for file in ["cmdline", "environ", "comm"] {
        let text = try Self.process(file, screens)
        #expect(text.contains("kith"), "\(file): \(text)")
        Self.expectNone(in: text, file)
      }
      let limits = try Self.process("limits", screens).split(separator: "\n")
      let cores = try #require(limits.first { $0.hasPrefix("Max core file size") })
      #expect(cores.split(separator: " ").dropFirst(4).prefix(2) == ["0", "0"])
    }

    @Test func `my editor is told no name of a family, but what it is to change`() throws {
      let scratch = try Scratch()
      let script = "#!/bin/sh\ncat /proc/$$/cmdline /proc/$$/environ > \"$HOME/seen\"\ncat \"$1\"\n"
      try scratch.script(script, at: scratch.file("editor"))
      let screens = try Self.open(scratch, environment: ["EDITOR": scratch.file("editor")])

      screens.send("\u{18}\u{5}")
      try screens.wait(forText: "the text is as it was")

      let seen = String(decoding: try scratch.bytes(scratch.file("seen")), as: UTF8.self)
      #expect(seen.contains("text.txt"))
      Self.expectNone(in: seen, "the editor's arguments and environment")
      // The terminal was the editor's own for a while, and has that still.
      let words = Self.outsideSecondScreen(screens)
      #expect(String(words.text) == "Half a sen")
    }

    /// A terminal, and the signal that ends kith in it; 0 for leaving by its key.
    @Test(arguments: [
      ("xterm-256color", 0), ("tmux-256color", 0), ("vt100", 0), ("linux", 0),
      ("xterm-256color", SIGTERM), ("xterm-256color", SIGHUP), ("xterm-256color", SIGABRT),
    ])
    func `nothing of a family stays in the terminal, its scrollback, title or clipboard`(
      _ type: String, _ signal: Int32
    ) throws {
      let scratch = try Scratch()
      let screens = try Self.open(scratch, environment: ["TERM": type])

      if signal == 0 {
        screens.send(TerminalHarness.escape)
        try screens.wait(forText: "Kept as a draft")
        screens.send("qq")
        #expect(try screens.waitForEnd() == .exit(0))
      } else {
        screens.signal(signal)
        #expect(try screens.waitForEnd() == .signal(signal))
      }

      Self.expectNone(in: screens.text, "the terminal")
      // Names for the window and copies for the clipboard are such sequences.
      #expect(ByteStream(screens.bytes).kinds.isDisjoint(with: ["OSC", "ESC k"]))
      if screens.mode(1049) != nil {
        #expect(Self.outsideSecondScreen(screens).text.isEmpty)
      }
      let files = try scratch.names(in: scratch.path).filter { !$0.hasPrefix(".input-") }
      #expect(files == ["data"])
    }
  }
}
