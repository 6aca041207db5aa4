import Casework
import Testing
import TextUI

@testable import KithApp

/// One grammar of keys on every screen.
@MainActor
@Suite(.serialized)
struct KeyTests {
  @Test func `no screen has a key for two things`() async throws {
    let desk = try await Desk.demo()
    var places = 0

    func check() {
      let rows = desk.app.top.keyRows(desk.app.context)
      let keys = rows.flatMap(\.keys)
      let everywhere = Everywhere.keyBindings(atRoot: desk.app.isAtRoot, undoSentence: "x")
        .flatMap(\.keys)
      #expect(Set(keys).count == keys.count, "\(desk.app.top.title(desk.app.context))")
      #expect(Set(keys).isDisjoint(with: everywhere))
      #expect(rows.allSatisfy { !$0.title.isEmpty })
      places += 1
    }
    for tab in ["1", "2", "3", "4", "5"] as [Key] {
      desk.press(tab)
      check()
    }
    desk.press("2", "/")
    desk.type("du")
    desk.press(.enter)
    check()
    desk.press(.enter)
    for _ in FamilySection.allCases {
      check()
      desk.press(.tab)
    }

    desk.open("Duffy", .reviews)
    desk.press(.down, .enter)
    check()

    #expect(places == 13)
  }

  @Test func `every screen says on its last line how to get help`() async throws {
    let desk = try await Desk.demo()

    for tab in ["1", "2", "3", "4", "5"] as [Key] {
      desk.press(tab)
      #expect(desk.screen.lines.last?.contains("? help") == true)
    }
    desk.open("Duffy")
    for _ in FamilySection.allCases {
      #expect(desk.screen.lines.last?.contains("? help") == true)
      desk.press(.tab)
    }
  }

  @Test(
    arguments: [
      [.down, .up], ["j", "k"], [.pageDown, .pageUp], [.control("d"), .control("u")],
      [.end, .home], ["G", "g"],
    ] as [[Key]])
  func `the moving keys move in every list`(_ keys: [Key]) async throws {
    let desk = try await Desk.demo(width: 80, height: 12)

    for tab in ["1", "2", "3", "5"] as [Key] {
      desk.press(tab)
      let first = desk.line
      desk.press(keys[0])
      #expect(desk.line != first)
      #expect(desk.line.hasPrefix("▌"))
      desk.press(keys[1])
      #expect(desk.line == first)
    }
  }

  @Test(arguments: [.enter, .right, "l"] as [Key])
  func `three keys open`(_ key: Key) async throws {
    let desk = try await Desk.demo()
    desk.press("2")

    desk.press(key)

    #expect(desk.shows("[Overview]"))
  }

  @Test(arguments: [.escape, .left, "h", .control("c")] as [Key])
  func `four keys go back from every section`(_ key: Key) async throws {
    let desk = try await Desk.demo()
    desk.press("2")

    for section in FamilySection.allCases {
      desk.press(.enter)
      for _ in 0..<section.rawValue { desk.press(.tab) }
      #expect(desk.shows("[\(section.title)]"))
      desk.press(key)
      #expect(desk.shows("[2 Families]"))
    }
  }

  @Test func `Tab and Shift-Tab go round the sections`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy")

    desk.press(.backTab)
    #expect(desk.shows("[Record]"))
    desk.press(.tab)

    #expect(desk.shows("[Overview]"))
  }

  @Test(arguments: ["?", .control("g")] as [Key])
  func `help lists what the keys of the screen do`(_ key: Key) async throws {
    let desk = try await Desk.demo(width: 80, height: 60)
    desk.open("Duffy", .plan)
    let titles = desk.app.top.keyRows(desk.app.context).filter { !$0.keys.isEmpty }.map(\.title)

    desk.press(key)
    for title in titles { #expect(desk.shows(title), "\(title) is missing") }
    desk.press(.escape)

    #expect(desk.app.help == nil)
    #expect(desk.shows("[Plan]"))
  }

  @Test func `Ctrl-G helps while I type, and the typing is there afterwards`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .record)
    desk.press("a")
    desk.type("Dawn")

    desk.press(.control("g"))
    #expect(desk.shows("Close; what was typed is kept as a draft"))
    desk.press(.escape)

    #expect(desk.shows("Dawn"))
    #expect(desk.app.sheet != nil)
  }

  @Test func `Ctrl-L draws anew and Ctrl-Z suspends, in a form too`() async throws {
    let desk = try await Desk.demo()

    desk.press(.control("l"), .control("z"))
    desk.open("Duffy", .record)
    desk.press("a", .control("l"), .control("z"))
    desk.terminal.feed([.woken])
    desk.settle()

    #expect(desk.terminal.redraws == 2)
    #expect(desk.terminal.suspensions == 2)
  }

  @Test func `Delete removes as x does`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.select("meets her at the gate")

    desk.press(.delete)

    #expect(desk.shows("Removed “meets her at the gate”"))
  }

  @Test func `Ctrl-underscore takes typing back, not an edit`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .record)
    desk.press("a")
    desk.type("Dawn rang")

    desk.press(.control("_"))

    #expect(desk.shows("Dawn"))
    #expect(!desk.shows("Dawn rang"))
  }
}
