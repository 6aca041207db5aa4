import TerminalHarness
import Testing

extension Scratch {
  /// The folder of the settings, as an environment that names it.
  var settings: [String: String] { ["XDG_CONFIG_HOME": file("config")] }

  func writeSettings(_ text: String, to name: String = "config.toml") throws {
    let folders = ["config", "config/kith"] + (name.contains("/") ? ["config/kith/themes"] : [])
    for folder in folders { _ = try run("/bin/mkdir", ["-p", file(folder)]) }
    try write(text, to: file("config/kith/\(name)"))
  }
}

extension ProgramTests.Screens {
  /// The program with settings and themes of somebody's own.
  @Suite struct SettingsFiles {
    /// The backgrounds where nothing is written.
    private func ground(_ screens: TerminalHarness, columns: Int = 80, rows: Int = 24) -> Set<Int?>
    {
      var found: Set<Int?> = []
      for y in 0..<rows {
        let row = (0..<columns).map { screens.cell(x: $0, y: y) }
        let blank = row.map { $0.text.allSatisfy { $0 == " " } }
        for x in 1..<columns - 1 where blank[x - 1] && blank[x] && blank[x + 1] {
          found.insert(row[x].background)
        }
      }
      return found
    }

    @Test(arguments: [
      ("xterm-256color", 234), ("tmux-256color", 234), ("linux", 0),
      ("vt100", nil), ("xterm-mono", nil),
    ])
    func `a theme fills the whole screen with its background`(
      _ type: String, _ background: Int?
    ) throws {
      let scratch = try Scratch()
      try scratch.writeSettings("theme = \"night\"\n")

      let screens = try scratch.screens(
        "--demo", environment: scratch.settings.merging(["TERM": type]) { $1 })

      #expect(ground(screens) == [background])
      screens.send("2")
      try screens.wait(forText: "[2 Families]")
      try screens.settle()
      #expect(ground(screens) == [background])
      screens.resize(columns: 100, rows: 30)
      try screens.wait(for: "the wider screen") { screens.lines.count == 30 }
      try screens.settle()
      #expect(ground(screens, columns: 100, rows: 30) == [background])
      screens.send("q")
      #expect(try screens.waitForEnd() == .exit(0))
      #expect(screens.isSane)
    }

    @Test(arguments: ["xterm-256color", "linux", "vt100", "xterm-mono"])
    func `the default leaves the terminal its own background`(_ type: String) throws {
      let scratch = try Scratch()

      let screens = try scratch.screens("--demo", environment: ["TERM": type])

      #expect(ground(screens) == [nil])
      #expect(screens.cell(x: 1, y: 0).isBold)
      #expect(screens.lines[3].hasPrefix(type == "linux" ? "▌ ! " : "▌ ! "))
    }

    @Test func `NO_COLOR leaves attributes alone, and --color always has colours in spite of it`()
      throws
    {
      let scratch = try Scratch()
      func coloured(_ arguments: String..., variable: String) throws -> Bool {
        let screens = try TerminalHarness(
          scratch.program, ["--demo", "--theme", "night"] + arguments,
          environment: scratch.environment.merging(["NO_COLOR": variable]) { $1 })
        try screens.wait(forText: "[1 Today]")
        try screens.settle()
        #expect(screens.cell(x: 1, y: 0).isBold)
        return (0..<24).contains { y in
          (0..<80).contains { screens.cell(x: $0, y: y).foreground != nil }
        }
      }

      #expect(try coloured(variable: ""))
      #expect(try !coloured(variable: "1"))
      #expect(try !coloured("--color", "never", variable: ""))
      #expect(try coloured("--color=always", variable: "1"))
      #expect(try !coloured("--color", "auto", variable: "1"))
    }

    @Test func `a broken theme is named with its line, and the default is used`() throws {
      let scratch = try Scratch()
      try scratch.writeSettings("theme = \"mine\"\n")
      try scratch.writeSettings("[256]\nbackground = \"loud\"\n", to: "themes/mine.toml")

      let screens = try scratch.screens(
        "--demo", environment: scratch.settings, showing: "Needs you")

      #expect(screens.text.contains("mine.toml:2: “background” takes"), "\(screens.text)")
      // The sentence takes two lines, and may break within the command.
      let words = screens.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(words.contains("kith config check"), "\(screens.text)")
      #expect(ground(screens) == [nil])
    }

    @Test func `a theme of my own is used`() throws {
      let scratch = try Scratch()
      try scratch.writeSettings("theme = \"mine\"\n")
      try scratch.writeSettings(
        "inherits = \"paper\"\n[256]\nbackground = 17\n", to: "themes/mine.toml")

      let screens = try scratch.screens("--demo", environment: scratch.settings)

      #expect(ground(screens) == [17])
    }

    @Test func `faults of the settings are said once at the start, and the rest is used`() throws {
      let scratch = try Scratch()
      try scratch.writeSettings("theme = \"night\"\nfoo = 1\nmouse = 3\n")

      let screens = try scratch.screens(
        "--demo", environment: scratch.settings, showing: "Needs you")

      #expect(screens.text.contains("config.toml:2: “foo” is no setting"), "\(screens.text)")
      #expect(screens.text.contains("1 more: kith config check"))
      #expect(ground(screens) == [234])
      screens.send("j")
      try screens.settle()
      #expect(!screens.text.contains("config.toml"))
    }

    @Test(arguments: ["relative/folder", ""])
    func `a relative XDG_CONFIG_HOME is no folder`(_ value: String) throws {
      let scratch = try Scratch()
      _ = try scratch.run("/bin/mkdir", ["-p", scratch.file(".config/kith")])
      try scratch.write("theme = \"night\"\n", to: scratch.file(".config/kith/config.toml"))

      let screens = try scratch.screens("--demo", environment: ["XDG_CONFIG_HOME": value])

      #expect(ground(screens) == [234])
    }

    @Test func `the environment wins over the file, an option over both`() throws {
      let scratch = try Scratch()
      try scratch.writeSettings("theme = \"night\"\n")
      let own = scratch.settings.merging(["KITH_THEME": "paper"]) { $1 }

      #expect(ground(try scratch.screens("--demo", environment: own)) == [230])
      #expect(
        ground(try scratch.screens("--demo", "--theme", "high-contrast", environment: own)) == [16])
    }

    @Test func `a theme of the command line that is not there is wrong usage`() throws {
      let scratch = try Scratch()

      let screens = try TerminalHarness(
        scratch.program, ["--demo", "--theme", "nigth"], environment: scratch.environment)

      #expect(try screens.waitForEnd() == .exit(2))
      #expect(screens.text.contains("--theme nigth: There is no theme “nigth”."))
    }

    @Test func `ASCII draws every line and mark as plain signs`() throws {
      let scratch = try Scratch()

      let screens = try scratch.screens("--demo", "--ascii")

      #expect(screens.lines[1] == String(repeating: "-", count: 80))
      #expect(screens.lines[3].hasPrefix("> ! "))
      for tab in ["2", "3", "4", "5"] {
        screens.send(tab)
        try screens.wait(forText: "[\(tab) ")
      }
      try screens.openFamily("Duffy")
      for section in ["Plan", "Team", "Reviews", "Progress", "Record"] {
        screens.send("\t")
        try screens.wait(forText: "[\(section)]")
      }
      screens.send("a")
      try screens.wait(forText: "What happened")
      #expect(screens.bytes.allSatisfy { $0 < 0x80 })
    }
  }
}
