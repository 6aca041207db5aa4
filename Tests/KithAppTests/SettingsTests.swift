import Testing
import TextUI
import Themes

@testable import KithApp

/// What the settings file and the environment say, and what is said of what they say wrongly.
struct SettingsTests {
  private func read(_ text: String) -> (settings: Settings, faults: [String]) {
    var settings = Settings()
    let faults = SettingsFile.read(text, file: "config.toml", into: &settings)
    return (settings, faults.map(\.sentence))
  }

  @Test func `a settings file is taken in`() {
    let (settings, faults) = read(
      """
      # mine
      theme = "night"
      glyphs = "ascii"
      mouse = false   # I select with it
      idle-lock = 10
      first-day = "sunday"
      """)

    #expect(faults == [])
    #expect(settings.theme == "night")
    #expect(settings.glyphs == .ascii)
    #expect(!settings.mouse)
    #expect(settings.idleLock == 10)
    #expect(settings.firstWeekday == .sunday)
  }

  @Test func `what is wrong is named with its line, and the rest is used`() {
    let (settings, faults) = read(
      """
      theme = "paper"
      colour = "blue"
      idle-lock = -1
      mouse = "maybe"
      glyphs = 3

      [window]
      width = 80
      """)

    #expect(settings.theme == "paper")
    #expect(settings.idleLock == 0)
    #expect(settings.mouse)
    #expect(
      faults == [
        "config.toml:2: “colour” is no setting of kith. There are: theme, glyphs, mouse, idle-lock, "
          + "first-day, and tables like [keys.families].",
        "config.toml:3: “idle-lock” takes whole minutes, 0 (never) to 240, not -1.",
        "config.toml:4: “mouse” takes true or false, not “maybe”.",
        "config.toml:5: “glyphs” takes \"auto\", \"unicode\" or \"ascii\", not 3.",
        "config.toml:8: “window.width” is no setting of kith. There are: theme, glyphs, mouse, "
          + "idle-lock, first-day, and tables like [keys.families].",
      ])
  }

  @Test func `a file that is not TOML changes nothing and says where it stops`() {
    let (settings, faults) = read("theme = \"night\"\nmouse = = false\n")

    #expect(settings == Settings())
    #expect(faults.count == 1)
    #expect(faults[0].hasPrefix("config.toml:2: This is not TOML: "))
  }

  @Test func `the environment wins over the file`() {
    var (settings, _) = read("theme = \"night\"\nmouse = true")

    let faults = SettingsFile.read(
      environment: [
        "KITH_THEME": "paper", "KITH_MOUSE": "off", "KITH_IDLE_LOCK": "5", "KITH_GLYPHS": "",
        "KITH_FIRST_DAY": "friday",
      ], into: &settings)

    #expect(settings.theme == "paper")
    #expect(!settings.mouse)
    #expect(settings.idleLock == 5)
    #expect(
      faults.map(\.sentence) == [
        "KITH_FIRST_DAY: “first-day” takes \"monday\" or \"sunday\", not “friday”."
      ])
  }

  private func changed(
    _ text: String, _ setting: Setting = .theme, _ value: SettingValue = .text("paper")
  ) throws -> String {
    try SettingsFile.changing(text, file: "config.toml", setting, to: value)
  }

  @Test func `changing a setting keeps comments and everything else`() throws {
    let before = """
      # my settings

      theme = "night" # for "the evening"
      mouse = false
      [keys.families]   # mine
      # theme = "none of it"

      """

    #expect(
      try changed(before)
        == before.replacing("\"night\" #", with: "\"paper\" #"))
    #expect(
      try changed(before, .idleLock, .number(5))
        == before.replacing("mouse = false\n", with: "mouse = false\nidle-lock = 5\n\n"))
    #expect(try changed(before, .mouse, .truth(true)).contains("mouse = true\n[keys"))
  }

  @Test func `a setting is added to an empty file, a file without an end and one of tables`() throws
  {
    #expect(try changed("") == "theme = \"paper\"\n")
    #expect(try changed("mouse = true") == "mouse = true\ntheme = \"paper\"\n")
    #expect(
      try changed("[keys.families]\nleave = \"n\"\n")
        == "theme = \"paper\"\n\n[keys.families]\nleave = \"n\"\n")
    #expect(try changed("theme = \"\"\"\nnight\"\"\"\n") == "theme = \"paper\"\n")
    #expect(try changed("'theme' = 'night'") == "theme = \"paper\"\n")
  }

  @Test func `a broken file is not written over`() {
    #expect(throws: FileFault.self) { try changed("theme = = 1") }
  }

  @Test(arguments: Setting.allCases)
  func `every setting takes back what it says it has`(_ setting: Setting) {
    var settings = Settings()
    settings.idleLock = 7
    settings.mouse = false

    var copy = Settings()
    let fault = setting.take(setting.value(in: settings), into: &copy)

    #expect(fault == nil)
    #expect(setting.value(in: copy) == setting.value(in: settings))
    #expect(setting.take(.other("a list"), into: &copy) != nil)
  }
}
