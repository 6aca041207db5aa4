import Casework
import Synchronization
import Testing
import TextUI
import Themes

@testable import KithApp

/// What somebody changes about kith while it runs.
@MainActor
@Suite(.serialized)
struct SettingsJourneys {
  private final class Kept: Sendable {
    private let all = Mutex<[String]>([])
    var lines: [String] { all.withLock { $0 } }

    func desk(_ themes: ThemeShelf = .builtIn, failing: Bool = false) -> SettingsDesk {
      SettingsDesk(themes: themes) { [self] setting, value throws(StoreError) in
        if failing { throw .unavailable("the disk is full") }
        all.withLock { $0.append("\(setting.key) = \(value.written)") }
        return "config.toml"
      }
    }
  }

  private func more(_ desk: Desk, _ row: String) {
    desk.press("5")
    desk.select(row)
    desk.press(.enter)
  }

  @Test func `I try themes by moving, and keep one`() async throws {
    let kept = Kept()
    let desk = try await DemoStore.make().desk(desk: kept.desk())
    more(desk, "Theme")
    #expect(desk.line.contains("terminal"))

    desk.press(.down)
    #expect(try desk.terminal.themes.last == ThemeShelf.builtIn.theme("night"))
    desk.press(.down)
    #expect(try desk.terminal.themes.last == ThemeShelf.builtIn.theme("paper"))
    #expect(kept.lines == [])
    desk.press(.enter)

    #expect(kept.lines == ["theme = \"paper\""])
    #expect(desk.app.context.settings.theme == "paper")
    #expect(desk.shows("Theme: paper, kept in config.toml"))
    #expect(desk.line(with: "Theme  ").contains("paper"))
  }

  @Test func `I try a theme and leave everything as it was`() async throws {
    let kept = Kept()
    let desk = try await DemoStore.make().desk(desk: kept.desk())
    more(desk, "Theme")

    desk.press(.end, "2")
    #expect(desk.shows("Enter keeps it, Esc leaves it as it was."))
    desk.press("q")
    #expect(!desk.hasEnded)
    desk.press(.escape)

    #expect(desk.terminal.themes.last == Theme.standard)
    #expect(kept.lines == [])
    #expect(desk.app.context.settings.theme == "terminal")
    desk.press("2")
    #expect(desk.shows("[2 Families]"))
  }

  @Test func `a theme of my own that is broken says why and changes nothing`() async throws {
    let themes = ThemeShelf(
      own: { name in
        name == "mine" ? ("mine.toml", "[256]\ntext = \"loud\"") : nil
      }, ownNames: { ["mine"] })
    let kept = Kept()
    let desk = try await DemoStore.make().desk(desk: kept.desk(themes))
    more(desk, "Theme")
    #expect(desk.shows("cannot be used"))

    desk.press(.end)
    #expect(desk.shows("mine.toml:2: “loud” is not a look"))
    desk.press(.enter)

    #expect(kept.lines == [])
    #expect(desk.app.context.settings.theme == "terminal")
  }

  @Test func `what cannot be kept holds until I leave, and says so`() async throws {
    let desk = try await DemoStore.make().desk(desk: Kept().desk(failing: true))
    more(desk, "Glyphs")

    desk.press(.end)
    #expect(desk.terminal.glyphs == .ascii)
    desk.press(.enter)

    #expect(desk.shows("Glyphs: ascii, until you leave kith. Not kept: "), "\(desk.text)")
    #expect(desk.app.context.settings.glyphs == .ascii)
  }

  @Test func `mouse, idle lock and the first day of the week are chosen alike`() async throws {
    let kept = Kept()
    let desk = try await DemoStore.make().desk(desk: kept.desk())

    more(desk, "Mouse")
    desk.press(.down, .enter)
    more(desk, "Idle lock")
    desk.press(.down, .down, .down, .down, .enter)
    more(desk, "First day")
    desk.press(.end, "l")

    #expect(kept.lines == ["mouse = false", "idle-lock = 10", "first-day = \"sunday\""])
    #expect(!desk.app.context.settings.mouse)
    #expect(desk.line(with: "Idle lock").contains("after 10 minutes"))
    #expect(desk.line(with: "First day").contains("Sunday"))
  }

  @Test func `at the start faults are said in one line, until a key`() async throws {
    let faults = [
      FileFault(
        file: "/home/ana/.config/kith/config.toml", line: 3, words: "“loud” is no setting."),
      FileFault(file: "KITH_MOUSE", line: nil, words: "“mouse” takes true or false."),
    ]
    let desk = try await DemoStore.make().desk(faults: faults)

    #expect(desk.shows("config.toml:3: “loud” is no setting. · 1 more: kith config check"))
    desk.press(.down)
    #expect(!desk.shows("config.toml"))
    desk.press("5", "M")
    #expect(desk.shows("! /home/ana/.config/kith/config.toml:3: “loud” is no setting."))
    #expect(desk.shows("! KITH_MOUSE: “mouse” takes true or false."))
  }

  @Test(arguments: [(80, 24), (60, 16)])
  func `all of More is reached in a low window`(_ width: Int, _ height: Int) async throws {
    let desk = try await Desk.demo(width: width, height: height)
    desk.press("5")
    var seen = desk.text

    for _ in 0..<20 {
      desk.press(.down)
      seen += desk.text
    }

    #expect(desk.line.contains("Outside the screens"))
    for words in ["This store", "X    ", "M    ", "kith keys", "First day of the week  "] {
      #expect(seen.contains(words), "\(words)")
    }
  }
}
