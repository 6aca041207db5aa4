import Casework
import CaseworkSQLite
import Testing
import TextUI

@testable import KithApp

/// The first minute with kith.
@MainActor
@Suite(.serialized)
struct FirstMinuteJourneys {
  private func newStore() async throws -> Desk {
    let world = World.counted()
    let store = try SQLiteCaseStore.temporary(today: world.day)
    let me = Practitioner(id: world.newID(), name: "Maya Osei", role: .practitioner, team: "")
    try await store.commit(
      Edit(
        id: world.newID(), by: me.id, at: world.now(), sentence: "Added Maya Osei",
        changes: [Change(before: nil, after: .practitioner(me))], isUndoable: false))
    return try Desk(store, world, me: me)
  }

  @Test func `a new store says what to do, and a does it`() async throws {
    let desk = try await newStore()
    #expect(desk.shows("Welcome. No family is here yet: a adds the first."))
    #expect(desk.screen.lines.last?.contains("a first family") == true)

    desk.press("a")

    #expect(desk.shows("╭─ New family"))
  }

  @Test(arguments: ["1", "2", "3", "4", "5"] as [Key])
  func `every empty tab names a key to press next`(_ key: Key) async throws {
    let desk = try await newStore()

    desk.press(key)

    let keys = ["a adds", "Press a", "Tab shows", "X  "]
    #expect(keys.contains { desk.shows($0) }, "\(desk.text)")
  }

  @Test func `every empty section of a new family names a key to press next`() async throws {
    let desk = try await newStore()
    desk.press("a")
    desk.fill("Ferris")
    #expect(desk.shows("Families › Ferris"))

    for (section, words) in [
      ("[Plan]", "a adds the first"), ("[Team]", "a adds the first person"),
      ("[Reviews]", "a plans the first"), ("[Progress]", "a adds the first"),
      ("[Record]", "a writes a note"),
    ] {
      desk.press(.tab)
      #expect(desk.shows(section))
      #expect(desk.shows(words), "\(section): \(desk.text)")
    }
  }

  @Test func `the greeting goes with the first key, which does what it does`() async throws {
    let demo = try await DemoStore.make()
    let me = try #require(demo.practitioners.first { $0.name == "Maya Osei" })
    let terminal = ScriptedTerminal(size: Size(width: 80, height: 24), patience: .seconds(5))
    let app = App(
      terminal: terminal, store: demo.store, world: demo.world, me: me, since: nil,
      place: "a test", tray: Prints().tray, greeting: "Invented families. ? help")
    terminal.feed([.key("2")]) { screen in
      screen.lines.contains { $0.contains("Invented families. ? help") }
        && screen.lines.contains { $0.contains("[1 Today]") }
    }
    terminal.feed([.key("q")]) { screen in
      screen.lines.contains { $0.contains("[2 Families]") }
        && !screen.lines.contains { $0.contains("Invented families") }
    }

    #expect(try app.run() == .left)
    #expect(terminal.remaining == 0)
  }
}
