import Casework
import Testing
import TextUI

@testable import KithApp

/// What was removed, what was said, what is taken back.
@MainActor
@Suite(.serialized)
struct BinJourneys {
  @Test func `I removed a goal last week and bring it back with all it had`() async throws {
    let desk = try await Desk.demo()
    let before = try await desk.file("Duffy")
    desk.open("Duffy", .plan)
    desk.select("Time with Mum")
    desk.press("x")
    #expect(try await desk.file("Duffy").goals.count == before.goals.count - 1)

    desk.press("X")
    #expect(desk.line.contains("Time with Mum"))
    desk.press(.enter)
    #expect(desk.shows("removed by Maya Osei"))
    #expect(desk.shows("Goal"))
    desk.press("r")

    #expect(desk.shows("Brought back “Time with Mum"))
    #expect(try await desk.file("Duffy") == before)
    #expect(desk.shows("Nothing was removed from this family."))
    desk.press("u")
    #expect(try await desk.file("Duffy").goals.count == before.goals.count - 1)
  }

  @Test func `from More I find what went from any of my families`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.select("meets her at the gate")
    desk.press("x")

    desk.press("5", "X")
    #expect(desk.line.contains("meets her at the gate"))
    #expect(desk.line.contains("Duffy"))
    desk.press("r")

    #expect(desk.shows("Brought back “meets her at the gate”"))
  }

  @Test func `nothing removed says so, and the way back`() async throws {
    let desk = try await Desk.demo()

    desk.press(":")
    desk.type("bring it back")
    desk.press(.enter)

    #expect(desk.shows("Nothing was removed from your families. f shows everyone's"))
    desk.press(.escape)
    #expect(desk.shows("[1 Today]"))
  }

  @Test func `I read again what I missed`() async throws {
    let desk = try await Desk.demo()
    desk.press("2", "o", "o")

    desk.press(":")
    desk.type("kith said")
    desk.press(.enter)

    #expect(desk.shows("What kith said last"))
    #expect(desk.line.contains("In order of support level."))
    #expect(desk.shows("In order of name."))
  }

  @Test func `help and the palette say what u would take back`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.select("meets her at the gate")
    desk.press("x", "?")
    desk.type("take back")
    #expect(desk.shows("Take back: Removed “meets her at the gate”"))
    desk.press(.enter)

    #expect(desk.shows("Taken back: Removed “meets her at the gate”"))
    #expect(desk.app.help == nil)
    #expect(desk.line.contains("meets her at the gate"))
  }

  @Test func `taken back in another family it says where`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.select("meets her at the gate")
    desk.press("x")
    desk.open("Okoro")

    desk.press("u")

    #expect(desk.shows("Taken back in Duffy: Removed “meets her at the gate”"))
    #expect(desk.shows("Families › Okoro"))
  }

  @Test func `taking back what I added I stand where I stood before`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.select("Less shouting")
    let before = desk.line

    desk.press("a")
    desk.fill("Quiet evenings")
    #expect(desk.line.contains("Quiet evenings"))
    desk.press("u")

    #expect(desk.line == before)
  }

  @Test func `a long sentence takes two lines, and nothing of it is lost`() async throws {
    let desk = try await Desk.demo(width: 60, height: 16)
    desk.open("Duffy", .plan)
    desk.press("a")
    desk.fill("I want to be able to walk to school with Nan Rose on Mondays")

    let said = desk.screen.lines.suffix(3).joined(separator: " ")
    #expect(said.contains("u takes it back"))
    #expect(said.contains("Mondays"))
  }

  @Test func `help runs what I choose after a few letters`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)

    desk.press("?")
    desk.type("add a goal")
    desk.press(.enter)

    #expect(desk.shows("╭─ New goal"))
  }

  @Test func `what is off in help says why and help stays`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)

    desk.press("?")
    desk.type("rate this")
    #expect(desk.shows("Rate this goal (select a goal)"))
    desk.press(.enter)

    #expect(desk.app.toast?.text == "Rate this goal: select a goal")
    #expect(desk.app.help != nil)
    desk.press(.escape)
    #expect(desk.shows("Add a goal"))
    desk.press(.escape)
    #expect(desk.app.help == nil)
  }

  @Test func `a form's help presses the form's keys`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .record)
    desk.press("a")
    desk.type("Dawn rang")

    desk.press(.control("g"))
    desk.type("save")
    desk.press(.enter)

    #expect(try await desk.file("Duffy").notes.contains { $0.words == "Dawn rang" })
  }

  @Test func `a draft is not thrown away before I said yes`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .record)
    desk.press("a")
    desk.type("Dawn rang")
    desk.press(.escape, "1", .home)
    #expect(desk.shows("Not saved yet"))

    desk.press("x", .enter)
    #expect(desk.shows("Not saved yet"))
    desk.press("x", .right, .enter)

    #expect(!desk.shows("Not saved yet"))
  }
}
