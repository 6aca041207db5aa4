import Casework
import Testing
import TextUI

@testable import KithApp

/// What a hand on the mouse does; never needed, never in the way.
@MainActor
@Suite(.serialized)
struct MouseJourneys {
  @Test func `I click on a family to select it and click twice to open it`() async throws {
    let desk = try await Desk.demo()
    desk.click("2 Families")

    desk.click("Duffy")
    #expect(desk.line.contains("Duffy"))
    #expect(desk.shows("[2 Families]"))
    desk.click("Duffy", clicks: 2)

    #expect(desk.shows("[Overview]"))
    #expect(desk.shows("Families › Duffy"))
  }

  @Test func `two clicks on two rows open nothing`() async throws {
    let desk = try await Desk.demo()
    desk.press("2")

    desk.click("Duffy")
    let other = try #require(desk.place(of: "Brannigan"))
    desk.point(Mouse(kind: .press, button: 0, position: other, clicks: 2))

    #expect(desk.shows("[2 Families]"))
    #expect(desk.line.contains("Brannigan"))
  }

  @Test func `the wheel goes down the list and up again`() async throws {
    let desk = try await Desk.demo()
    desk.press("2")
    let first = desk.line

    desk.wheel(.wheelDown)
    #expect(desk.screen.cursor?.y == 6)
    desk.wheel(.wheelUp)

    #expect(desk.line == first)
  }

  @Test(arguments: [80, 250]) func `tabs, sections and hints are buttons`(
    _ width: Int
  ) async throws {
    let desk = try await Desk.demo(width: width)

    desk.click("3 Reviews")
    #expect(desk.shows("[3 Reviews]"))
    desk.click("held")
    #expect(desk.shows("[held"))
    desk.open("Duffy")
    desk.click("Team")
    #expect(desk.shows("[Team]"))
    desk.click("a person")

    #expect(desk.focused == "Name")
  }

  @Test func `a click puts the caret into the text of a form`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.press("a")
    desk.type("Time for just Mum and me")

    desk.click("Hoped for")
    #expect(desk.focused == "Hoped for")
    desk.click("just Mum")
    desk.type("us, ")

    #expect(desk.shows("Time for us, just Mum and me"))
    let dots = try #require(desk.place(of: "○"))
    desk.click(at: Point(x: dots.x + 3, y: dots.y))
    #expect(desk.shows("●●●●○"))
  }

  @Test func `a click beside a question answers nothing, one on its button does`() async throws {
    let desk = try await Desk.demo(as: "Ruth Bell")
    desk.press("3", .tab, .tab, .tab, "s")
    #expect(desk.shows("[Cancel]"))

    desk.click(at: Point(x: 1, y: 23))
    desk.click(at: Point(x: 2, y: 6), clicks: 2)
    #expect(desk.shows("[Cancel]"))
    desk.click("[Cancel]")

    #expect(!desk.shows("Cancel"))
    #expect(desk.shows("[3 Reviews]"))
  }

  @Test func `a row of the palette is chosen with one click`() async throws {
    let desk = try await Desk.demo()
    desk.press(":")
    desk.type("duff")

    desk.click("Duffy")

    #expect(desk.shows("Families › Duffy"))
  }

  @Test func `a click acts on what I saw, not on what came meanwhile`() async throws {
    let desk = try await Desk.demo()
    let tab = try #require(desk.place(of: "4 Progress"))

    desk.terminal.feed([
      .key(":"), .mouse(Mouse(kind: .press, button: 0, position: tab)),
    ])
    desk.settle()

    #expect(!desk.shows("[4 Progress]"))
    #expect(desk.screen.cursor?.y == 1)
  }

  @Test func `the mouse changes nothing of what I am typing`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .record)
    desk.press("a")
    desk.type("Dawn rang")

    desk.wheel(.wheelDown)
    desk.click(at: Point(x: 0, y: 0))
    desk.click(at: Point(x: 79, y: 23), clicks: 2)
    desk.type(" twice")

    #expect(desk.shows("Dawn rang twice"))
  }

  @Test func `F4 leaves the mouse to the terminal and takes it again`() async throws {
    let desk = try await Desk.demo()
    #expect(desk.terminal.reportsMouse)

    desk.press(Key(.function(4)))
    #expect(!desk.terminal.reportsMouse)
    desk.press(.home)
    desk.click("2 Families")
    #expect(desk.shows("[1 Today]"))
    desk.press(Key(.function(4)), .home)
    desk.click("2 Families")

    #expect(desk.shows("[2 Families]"))
  }

  @Test func `a mouse drawn over the text tells me once how to select it`() async throws {
    let desk = try await Desk.demo()

    desk.point(Mouse(kind: .press, button: 0, position: Point(x: 10, y: 12)))
    desk.point(Mouse(kind: .release, button: 0, position: Point(x: 30, y: 12)))

    #expect(desk.shows("Shift and the mouse select text"))
  }

  @Test func `a click on a step of a review opens it and keeps what is typed`() async throws {
    let desk = try await Desk.demo()
    try await desk.goToMeeting()
    desk.press("2")
    desk.type("I like it here")

    desk.click("Education")
    desk.rest()
    desk.press(.escape)

    #expect(desk.app.top is ReviewMeeting)
    let drafts = try await desk.store.drafts(of: desk.app.context.me.id)
    let file = try await desk.file("Duffy")
    let kept =
      drafts.contains { $0.values.values.contains("I like it here") }
      || file.reviews.contains { $0.voices.contains { $0.words == "I like it here" } }
    #expect(kept)
  }
}

extension Desk {
  /// Plans a review of Duffy and begins to hold it.
  fileprivate func goToMeeting() async throws {
    open("Duffy", .reviews)
    press("m")
    if !(app.top is ReviewMeeting) { throw Missing(what: "a review to hold") }
    press(.escape)
  }
}
