import Casework
import Testing
import TextUI

@testable import KithApp

/// Typing into forms: drafts, days, and keys that are faster than the program.
@MainActor
@Suite(.serialized)
struct TypingJourneys {
  @Test func `Esc keeps what I typed and the form brings it back`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.press("a")
    desk.type("A dog")

    desk.press(.escape)
    #expect(desk.shows("Kept as a draft."))
    desk.press("a")

    #expect(desk.shows("A dog"))
    #expect(desk.shows("Draft from 09:00 restored · Ctrl-N starts afresh"))
  }

  @Test func `a form I only looked at leaves no draft`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)

    desk.press("a", .tab, .escape, "1")

    #expect(!desk.shows("Not saved yet"))
  }

  @Test func `a draft is on Today and opens its form`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.press("a")
    desk.type("A dog")
    desk.press(.escape, "1")
    #expect(desk.shows("Not saved yet"))
    desk.select("New goal · Duffy")

    desk.press(.enter)

    #expect(desk.shows("╭─ New goal"))
    #expect(desk.shows("A dog"))
  }

  @Test func `x on Today throws a draft away`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.press("a")
    desk.type("A dog")
    desk.press(.escape, "1")
    desk.select("New goal · Duffy")

    desk.press("x", .right, .enter)

    #expect(!desk.shows("Not saved yet"))
  }

  @Test func `saving a form ends its draft`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.press("a")
    desk.type("A dog")
    desk.press(.escape, "a", .control("s"), "1")

    #expect(!desk.shows("Not saved yet"))
    #expect(try await desk.file("Duffy").goals.contains { $0.words == "A dog" })
  }

  @Test func `Ctrl-N starts a form afresh`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.press("a")
    desk.type("A dog")

    desk.press(.control("n"))
    #expect(!desk.shows("A dog"))
    desk.press(.escape, "1")

    #expect(!desk.shows("Not saved yet"))
  }

  @Test func `what I was typing when the terminal went away is there again`() async throws {
    let demo = try await DemoStore.make()
    let first = try demo.desk()
    first.open("Duffy", .record)
    first.press("a")
    first.type("Dawn rang, she slept for")

    first.terminal.feed([.interrupted(.hangUp)])
    first.settle()
    #expect(first.app.ending == .stopped(.hangUp))
    let again = try demo.desk()
    again.select("New note · Duffy")
    again.press(.enter)

    #expect(again.shows("Dawn rang, she slept for"))
  }

  @Test func `typing is kept while I am still typing`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .record)
    desk.press("a")
    desk.type("Half a sentence")

    while desk.app.draftDue != nil { _ = desk.app.round() }
    desk.settle()

    let drafts = try await desk.store.drafts(of: desk.app.context.me.id)
    #expect(drafts.map { $0.values["words"] } == ["Half a sentence"])
  }

  @Test func `a date I typed as fri is echoed as Friday`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.press("A", .tab, .tab)

    desk.type("fri")

    #expect(desk.line.contains("fri          → Fri 27 Nov 2026, in 6 days"))
  }

  @Test func `an invalid date does not trap me`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.press("a")
    desk.type("A dog")
    desk.press(.tab, .tab, .tab, .tab, .tab, .tab)
    desk.type("32/13")
    #expect(desk.line.contains("→ not a day yet"))

    desk.press(.control("s"))
    #expect(desk.shows("“32/13” is not a day."))
    desk.press(.backTab)
    #expect(desk.line.contains("Hoped for"))
    desk.press(.escape)

    #expect(desk.app.sheet == nil)
    #expect(desk.shows("Kept as a draft."))
  }

  @Test func `a day that is there already is typed over, not typed into`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .record)
    desk.press("a", .tab, .tab)
    #expect(desk.line.contains("Sat 21 Nov 2026"))

    desk.type("yesterday")

    #expect(desk.line.contains("yesterday        → Fri 20 Nov 2026, yesterday"))
  }

  @Test func `letters are text while I type`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .record)
    desk.press("a")

    desk.type("quiet: 1 jug? [x]")

    #expect(desk.line.contains("quiet: 1 jug? [x]"))
  }

  @Test func `a paste with line ends and escape codes is only text`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .record)
    desk.press("a")

    desk.terminal.feed([.paste("one\ntwo \u{1b}[31mred")])
    desk.settle()

    #expect(desk.shows("one"))
    #expect(desk.shows("two [31mred") || desk.shows("two ␛[31mred"))
  }

  @Test func `keys typed while a form opens go into the form`() async throws {
    let desk = try await Desk.demo()
    let before = try await desk.file("Duffy")
    desk.open("Duffy", .plan)
    desk.press(.down)

    desk.burst(["a", "x", "x", "d", "q"])

    #expect(desk.shows("xxdq"))
    #expect(try await desk.file("Duffy") == before)
  }

  @Test func `keys typed while a save is in flight are not lost`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)

    desk.burst(
      ["a"] + "One".map { Key($0) } + [.control("s"), "a"] + "Two".map { Key($0) }
        + [.control("s"), "a"] + "Three".map { Key($0) })

    let words = try await desk.file("Duffy").goals.map(\.words)
    #expect(words.contains("One"))
    #expect(words.contains("Two"))
    #expect(desk.shows("╭─ New goal"))
    #expect(desk.shows("Three"))
  }

  @Test func `u right behind a save takes back that save`() async throws {
    let desk = try await Desk.demo()
    let before = try await desk.file("Duffy")
    desk.open("Duffy", .plan)

    desk.burst(["a"] + "One".map { Key($0) } + [.control("s"), "u"])

    #expect(desk.shows("Taken back: New goal “One”"))
    #expect(try await desk.file("Duffy").goals == before.goals)
  }

  @Test func `keys right behind Enter act in the family that opens`() async throws {
    let desk = try await Desk.demo()
    desk.press("2")

    desk.burst([.enter, .tab, "a", "Z", "o", "ë"])

    #expect(desk.shows("Families › Brannigan"))
    #expect(desk.shows("╭─ New goal"))
    #expect(desk.shows("Zoë"))
  }
}
