import Glibc
import TerminalHarness
import Testing

extension ProgramTests.Commands {
  /// What `kith config` says of the settings file.
  @Suite struct ConfigCommands {
    @Test func `config path says where the settings are, or that they have no home`() throws {
      let scratch = try Scratch()

      let usual = try scratch.kith("config", "path")
      let own = try scratch.kith("config", "path", environment: scratch.settings)
      let homeless = try scratch.kith("config", "path", environment: ["HOME": ""])

      #expect(usual.text == scratch.file(".config/kith/config.toml\n"))
      #expect(own.text == scratch.file("config/kith/config.toml\n"))
      #expect(usual.ending == .exit(0) && own.ending == .exit(0))
      #expect(homeless.ending == .exit(3))
      #expect(homeless.output.isEmpty)
      #expect(
        homeless.errors == "kith: There is no home folder for settings; set XDG_CONFIG_HOME.\n")
    }

    @Test func `config check finds nothing wrong where nothing is, or nothing is there`() throws {
      let scratch = try Scratch()
      let path = scratch.file("config/kith/config.toml")

      let none = try scratch.kith("config", "check", environment: scratch.settings)
      try scratch.writeSettings("# mine\ntheme = \"night\"\nmouse = false\n")
      let good = try scratch.kith("config", "check", environment: scratch.settings)

      #expect(none.text == "There is no \(path); kith uses its own settings.\n")
      #expect(good.text == "Nothing is wrong in \(path).\n")
      for outcome in [none, good] {
        #expect(outcome.ending == .exit(0))
        #expect(outcome.errors.isEmpty)
      }
    }

    @Test func `config check names every fault of settings, keys and themes with its line`() throws
    {
      let scratch = try Scratch()
      let folder = scratch.file("config/kith")
      try scratch.writeSettings(
        "theme = \"mine\"\nloud = 1\nmouse = 3\n\n[keys.families]\nfly-away = \"n\"\n")
      try scratch.writeSettings("[256]\nbackground = \"loud\"\n", to: "themes/mine.toml")

      let outcome = try scratch.kith(
        "config", "check", environment: scratch.settings.merging(["KITH_GLYPHS": "loud"]) { $1 })

      let places = [
        "\(folder)/config.toml:2: “loud”", "\(folder)/config.toml:3: “mouse”",
        "\(folder)/config.toml:6: “fly-away”", "KITH_GLYPHS: “glyphs”",
        "\(folder)/themes/mine.toml:2: “background”",
      ]
      for place in places {
        #expect(outcome.lines.contains { $0.hasPrefix(place) }, "\(place) in:\n\(outcome.text)")
      }
      #expect(outcome.lines.count == places.count, "\(outcome.text)")
      #expect(outcome.ending == .exit(1))
      #expect(outcome.errors == "kith: 5 things are not right; the rest is used.\n")
    }

    @Test(arguments: [
      ("theme = = 1\n", "config.toml:1: This is not TOML: "),
      ("mouse = true\ntheme = \"nigth\"\n", "config.toml:2: There is no theme “nigth”."),
      ("caf\u{E9}", "config.toml: This is not a text file in UTF-8."),
      (String(repeating: "#", count: 2 << 20), "config.toml: This is not a file of settings"),
    ])
    func `config check says what is no settings file or no theme`(
      _ text: String, _ sentence: String
    ) throws {
      let scratch = try Scratch()
      try scratch.writeSettings("")
      let latin = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
      try scratch.write(latin, to: scratch.file("config/kith/config.toml"))

      let outcome = try scratch.kith("config", "check", environment: scratch.settings)

      #expect(outcome.lines.count == 1)
      #expect(outcome.text.hasPrefix(scratch.file("config/kith/") + sentence), "\(outcome.text)")
      #expect(outcome.ending == .exit(1))
      #expect(outcome.errors == "kith: One thing is not right; the rest is used.\n")
    }
  }
}

extension ProgramTests.Screens {
  /// What the screens write into the settings file.
  @Suite struct KeptSettings {
    /// Chooses the last value of a setting on More.
    static func choose(_ setting: String, _ screens: TerminalHarness) throws {
      screens.send("5")
      try screens.wait(forText: "[5 More]")
      try screens.select(setting)
      screens.send("\r")
      try screens.wait(forText: "keep this")
      screens.send("G\r")
    }

    private static func leave(_ screens: TerminalHarness) throws {
      screens.send("q")
      #expect(try screens.waitForEnd() == .exit(0))
    }

    @Test func `a first choice makes a file and folders that only I can read`() throws {
      let scratch = try Scratch()
      let screens = try scratch.screens("--demo", environment: scratch.settings)

      try Self.choose("Mouse", screens)
      try screens.wait(forText: "Mouse: off, kept in")
      try Self.leave(screens)

      let path = scratch.file("config/kith/config.toml")
      let text = String(decoding: try scratch.bytes(path), as: UTF8.self)
      #expect(text == "# kith's settings; kith config check reads them.\nmouse = false\n")
      #expect(try scratch.mode(path) == 0o600)
      #expect(try scratch.mode(scratch.file("config/kith")) == 0o700)
      #expect(try scratch.mode(scratch.file("config")) == 0o700)
      #expect(try scratch.names(in: scratch.file("config/kith")) == ["config.toml"])
      let check = try scratch.kith("config", "check", environment: scratch.settings)
      #expect(check.ending == .exit(0))
    }

    @Test func `a later choice changes its line, in a file behind a link too, and nothing else`()
      throws
    {
      let scratch = try Scratch()
      let before = """
        # mine, not yours

        mouse = true   # for the tablet
        [keys.families]  # as I am used to
        add-a-family = "n"

        """
      try scratch.writeSettings("")
      let (path, real) = (scratch.file("config/kith/config.toml"), scratch.file("dotfile"))
      try scratch.write(before, to: real)
      unlink(path)
      symlink(real, path)
      chmod(real, 0o644)
      let screens = try scratch.screens("--demo", environment: scratch.settings)

      try Self.choose("Mouse", screens)
      try screens.wait(forText: "Mouse: off, kept in")
      try Self.leave(screens)

      let text = String(decoding: try scratch.bytes(real), as: UTF8.self)
      #expect(text == before.replacing("mouse = true", with: "mouse = false"))
      #expect(try scratch.mode(real) == 0o600)
      var target = [CChar](repeating: 0, count: 4096)
      #expect(readlink(path, &target, target.count) == real.utf8.count, "it is a link still")
    }
  }
}
