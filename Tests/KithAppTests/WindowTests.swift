import Casework
import Testing
import TextUI

@testable import KithApp

/// Windows of every size, and names from anywhere.
@MainActor
@Suite(.serialized)
struct WindowTests {
  @Test func `a window of 40 by 10 shows one column`() async throws {
    let desk = try await Desk.demo(width: 40, height: 10)

    desk.press("2")

    #expect(desk.shows("Brannigan"))
    #expect(desk.shows("6 days overdue"))
    #expect(!desk.shows("│"))
    #expect(!desk.shows("Children"))
  }

  @Test func `a name of mine without an end leaves room for the title, also under the help`()
    async throws
  {
    let desk = try await Desk.demo()
    desk.press("5", "e")
    desk.fill(String(repeating: "Long name ", count: 20))
    desk.press(.enter)

    for width in [60, 80, 120] {
      desk.resize(width, 24)
      #expect(desk.text.contains("Long name Long…"))
      desk.press("?")
      #expect(desk.text.contains("TRAINING"))
      desk.press(.escape)
      #expect(desk.screen.lines[0].hasPrefix(" Today"))
    }
  }

  @Test func `a tiny window says so politely and keeps my place`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .team)

    desk.resize(39, 10)
    #expect(desk.shows("Please make the window larger."))
    desk.resize(80, 24)

    #expect(desk.shows("[Team]"))
  }

  @Test func `a tiny window keeps what I typed`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .record)
    desk.press("a")
    desk.type("Dawn rang")

    desk.resize(20, 4)
    #expect(desk.shows("Typing is"))
    desk.type(" twice")
    desk.resize(80, 24)

    #expect(desk.shows("Dawn rang twice"))
  }

  @Test(arguments: [("1", "Duffy"), ("2", "Chowdhury"), ("5", "Ruth Bell")] as [(Key, String)])
  func `the selected row stays in sight when the window shrinks`(
    _ tab: Key, _ row: String
  ) async throws {
    let desk = try await Desk.demo()
    desk.press(tab)
    desk.select(row)
    let line = desk.line
    #expect(line.contains(row))

    desk.resize(80, 10)

    #expect(desk.line.hasPrefix("▌"))
    #expect(desk.line.contains(row))
  }

  @Test func `a page that was scrolled has no gap when the window grows`() async throws {
    let desk = try await Desk.demo(width: 80, height: 12)
    desk.open("Duffy")
    desk.press(.end)
    #expect(desk.shows("Reference"))

    desk.resize(80, 40)

    #expect(desk.shows("Kayla, 12, year 8"))
  }

  @Test func `a window that grows shows the family beside the list at once`() async throws {
    let desk = try await Desk.demo()
    desk.press("2")
    #expect(!desk.shows("Working well"))

    desk.resize(120, 40)

    #expect(desk.shows("│  Brannigan"))
    #expect(desk.shows("Working well"))
  }

  @Test func `the family beside the list follows the cursor`() async throws {
    let desk = try await Desk.demo(width: 120, height: 40)
    desk.press("2")

    desk.press(.down)

    #expect(desk.shows("│  Sharkey"))
  }

  @Test(
    arguments: [
      "A\u{1b}]0;pwn\u{07}", "\u{202e}drawkcab", "B\u{9b}31m", "Zoë-Ængström", "李小龙家庭",
      "عائلة", "👩‍👧‍👦 Bird", "e\u{301}\u{301}\u{301}",
    ])
  func `a family with any name is listed harmlessly`(_ name: String) async throws {
    let demo = try await DemoStore.make()
    let desk = try demo.desk(width: 120, height: 40)
    let me = desk.app.context.me
    var family = Family(
      id: demo.world.newID(), reference: "X-1", name: name,
      statusHistory: [], supportHistory: [])
    family.setStatus(.open, from: demo.world.today)
    family.setSupportLevel(.earlyHelp, from: demo.world.today)
    family.leadProfessional = me.id
    let edit = Edit(
      id: demo.world.newID(), by: me.id, at: demo.world.now(), sentence: "New family \(name)",
      changes: [Change(before: nil, after: .family(family))])
    try await demo.store.commit(edit)

    desk.press("2", "2", .end, .enter)

    #expect(desk.shows("Families › "))
    for canvas in desk.terminal.frames {
      let scalars = canvas.lines.joined().unicodeScalars
      #expect(scalars.allSatisfy { $0.properties.generalCategory != .control })
      #expect(!scalars.contains("\u{202e}"))
      #expect(canvas.lines.allSatisfy { TextLayout.width($0) <= 120 })
    }
  }
}
