import Testing
import TextUI

@testable import KithApp

/// Other keys for actions, from the settings file to the screen.
@MainActor
@Suite(.serialized)
struct KeyChangeTests {
  private func read(_ text: String) -> (settings: Settings, faults: [String]) {
    var settings = Settings()
    let faults = SettingsFile.read(text, file: "c", into: &settings)
    return (settings, faults.map(\.sentence))
  }

  @Test func `an action has the keys it was given, and shows them everywhere`() async throws {
    let (settings, faults) = read(
      """
      [keys.families]
      add-a-family = ["n", "F5"]
      [keys.everywhere]
      take-back-your-last-change = "Ctrl-U"
      a-page-up = "PgUp"
      down = ["Down", "e"]
      """)
    let desk = try await DemoStore.make().desk(settings: settings)

    #expect(faults.count == 1)
    #expect(faults.first?.hasPrefix("c:6: e is “") == true)
    desk.press("2")
    #expect(desk.shows("n new family"))
    desk.press("a")
    #expect(desk.app.sheet == nil)
    desk.press(Key(.function(5)))
    #expect(desk.shows("New family"))
    desk.press(.escape, "?")
    #expect(desk.shows("n F5"))
    desk.press(.escape, ":")
    desk.type("add a fam")
    #expect(desk.line(with: "Add a family").contains(" n │"))
    desk.press(.escape)
    #expect(KeyTable.markdown(settings).contains("`n` `F5` Add a family"))
    #expect(KeyTable.names(settings).contains("add-a-family = [\"n\", \"F5\"]"))
  }

  @Test func `what is taken back is said with the key that does it`() async throws {
    let (settings, _) = read("[keys.everywhere]\ntake-back-your-last-change = \"z\"")
    let desk = try await DemoStore.make().desk(settings: settings)
    desk.open("Duffy", .plan)
    desk.select("meets her at the gate")

    desk.press("x")
    #expect(desk.shows("z takes it back"))
    desk.press("u")
    #expect(!desk.shows("Taken back"))
    desk.press("z")

    #expect(desk.shows("Taken back"))
  }

  @Test func `two actions can change places`() {
    let (settings, faults) = read(
      "[keys.families]\nadd-a-family = \"f\"\nmine-everyones-closed-too = \"a\"")

    #expect(faults == [])
    #expect(settings.keys.keys(of: "add-a-family", in: "families") == ["f"])
  }

  @Test func `what cannot be used is named with its line, and the rest is used`() {
    let (settings, faults) = read(
      """
      [keys.families]
      add-a-family = "f"
      find-in-this-list = "Ctrl-F"
      change-the-order = "Ctrl-Home-End"
      open-the-family = 3
      fly = "x"
      [keys.window]
      a = "b"
      [keys.progress]
      rate-this-goal = "?"
      find-in-this-list = "Ctrl-M"
      mine-or-everyones = []
      [keys.everywhere]
      go-to-today = "t"
      [keys]
      x = "y"
      [keys.conference-mode]
      remove-it = "D"
      [keys.reviews]
      sign-off = "Z"
      hold-it = "Z"
      """)

    #expect(settings.keys.keys(of: "find-in-this-list", in: "families") == [.control("f")])
    #expect(settings.keys.keys(of: "sign-off", in: "reviews") == ["Z"])
    #expect(settings.keys.keys(of: "hold-it", in: "reviews") == nil)
    let starts = [
      "c:2: f is “Mine, everyone's, closed too” in families",
      "c:4: “Ctrl-Home-End” is not a key.", "c:5: this is not a key.",
      "c:6: “fly” is nothing that can be done in families.",
      "c:8: “window” is no screen with keys.",
      "c:10: ? cannot be given to anything else.", "c:11: Ctrl-M cannot be told from Enter",
      "c:12: “mine-or-everyones” needs one key",
      "c:14: The keys of “go-to-today” cannot be changed.",
      "c:16: Keys stand in a table of their screen", "c:18: The keys of “remove-it” cannot",
      "c:21: Z is “Sign off” in reviews",
    ]
    #expect(faults.count == starts.count, "\(faults)")
    for (fault, start) in zip(faults, starts) { #expect(fault.hasPrefix(start)) }
  }

  @Test func `every screen's actions have names, and no name is there twice`() async throws {
    let desk = try await Desk.demo()
    let places = KeyTable.places()
    var seen: Set<String> = []

    func check() throws {
      let place = desk.app.top.keyPlace
      seen.insert(place)
      let rows = try #require(places[place], "\(place) is not in the key table")
      for row in desk.app.top.keyRows(desk.app.context) where row.group == .here {
        #expect(rows.contains { $0.title == row.title }, "\(place): \(row.title)")
      }
    }
    for tab in ["1", "2", "3", "4", "5"] as [Key] {
      desk.press(tab)
      try check()
    }
    desk.press("2", .enter)
    for _ in FamilySection.allCases {
      try check()
      desk.press(.tab)
    }

    #expect(seen.count == 11)
    for (place, rows) in places where KeyTable.isChangeable(place) {
      let titles = Set(rows.map(\.title))
      #expect(Set(titles.map(KeyChanges.name)).count == titles.count, "\(place)")
      #expect(!titles.map(KeyChanges.name).contains(""))
    }
  }

  @Test func `every name that kith prints is taken back`() {
    let (settings, faults) = read(KeyTable.names())

    #expect(faults == [])
    #expect(KeyTable.names(settings) == KeyTable.names())
  }
}
