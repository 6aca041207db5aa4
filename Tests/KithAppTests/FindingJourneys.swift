import Casework
import Testing
import TextUI

@testable import KithApp

/// Going about and finding.
@MainActor
@Suite(.serialized)
struct FindingJourneys {
  @Test func `I find a family by three letters from the reviews tab`() async throws {
    let desk = try await Desk.demo()

    desk.press("3", "/")
    desk.type("duf")

    #expect(desk.line(with: "1 found").contains("/ duf"))
    #expect(desk.shows("Duffy"))
    #expect(!desk.shows("Brannigan   "))
  }

  @Test func `Enter right behind the letters opens what the letters find`() async throws {
    let desk = try await Desk.demo()
    desk.press("2")

    desk.burst(["/", "c", "h", "o", "w", .enter, .enter])

    #expect(desk.shows("Families › Chowdhury"))
  }

  @Test func `the palette opens a family whose letters a command has too`() async throws {
    let desk = try await Desk.demo()

    desk.burst([":", "l", "i", "n", .enter])

    #expect(desk.shows("Families › Lin"))
  }

  @Test func `the palette does what it names`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)

    desk.press(.control("p"))
    desk.type("add a goal")
    desk.press(.enter)

    #expect(desk.shows("╭─ New goal"))
  }

  @Test func `what is off in the palette says why and stays`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.press(":")
    desk.type("rate this")

    desk.press(.enter)

    #expect(desk.shows("select a goal"))
    #expect(desk.app.palette != nil)
  }

  @Test func `Esc shows all families again`() async throws {
    let desk = try await Desk.demo()
    desk.press("2", "/")
    desk.type("duf")
    desk.press(.enter)
    #expect(desk.shows("1 found"))

    desk.press(.escape)

    #expect(desk.shows("Brannigan"))
    #expect(!desk.shows("found"))
  }

  @Test func `nothing found says what to do`() async throws {
    let desk = try await Desk.demo()
    desk.press("2", "/")

    desk.type("zzz")

    #expect(desk.shows("No family is found by “zzz”. Esc shows all again"))
  }

  @Test func `f widens to everyone and then to the closed ones`() async throws {
    let desk = try await Desk.demo()
    desk.press("2")
    #expect(!desk.shows("Okoro"))

    desk.press("f")
    #expect(desk.shows("Okoro"))
    #expect(desk.shows("Now: everyone's families."))
    #expect(!desk.shows("Lin "))

    desk.press("f")
    #expect(desk.shows("Lin "))
    #expect(desk.shows("All families, closed too"))
    desk.press("f")
    #expect(!desk.shows("Okoro"))
    #expect(!desk.shows("closed too"))
  }

  @Test func `o puts the families in order of their names`() async throws {
    let desk = try await Desk.demo()
    desk.press("2")

    desk.press("o")
    #expect(desk.shows("In order of name."))
    desk.press(.home)

    #expect(desk.line.contains("Adeyemi"))
  }

  @Test func `next and previous go along the list I came from`() async throws {
    let desk = try await Desk.demo()
    desk.press("2", .enter)
    #expect(desk.shows("Families › Brannigan"))

    desk.press("]")
    #expect(desk.shows("Families › Sharkey"))
    desk.press("[")
    #expect(desk.shows("Families › Brannigan"))
    desk.press("[")
    #expect(desk.shows("Families › Chowdhury"))
  }

  @Test func `next family keeps the section`() async throws {
    let desk = try await Desk.demo()
    desk.press("2", .enter, .tab, .tab)

    desk.press("]")

    #expect(desk.shows("Families › Sharkey"))
    #expect(desk.shows("[Team]"))
  }

  @Test func `each tab remembers where I was`() async throws {
    let desk = try await Desk.demo()
    desk.press("2", .down, .down, .enter)
    #expect(desk.shows("Families › Hale"))

    desk.press("1")
    #expect(desk.shows("Needs you"))
    desk.press("2")

    #expect(desk.shows("Families › Hale"))
    desk.press(.escape)
    #expect(desk.line.contains("Hale"))
  }

  @Test func `q goes to the first screen and then leaves`() async throws {
    let desk = try await Desk.demo()
    desk.press("2", .enter)

    desk.press("q")
    #expect(desk.shows("[2 Families]"))
    #expect(!desk.hasEnded)

    desk.press("q")
    #expect(desk.hasEnded)
    #expect(desk.app.ending == .left)
  }

  @Test func `Esc and Ctrl-C never leave kith`() async throws {
    let desk = try await Desk.demo()

    desk.press(.escape, .escape, .control("c"), .control("c"))

    #expect(!desk.hasEnded)
    #expect(desk.shows("q leaves kith."))
  }

  @Test func `from what needs me I come to where I deal with it`() async throws {
    let desk = try await Desk.demo()
    desk.select("ring CAMHS")

    desk.press(.enter)

    #expect(desk.shows("Families › Adeyemi"))
    #expect(desk.shows("[Plan]"))
    #expect(desk.line.contains("ring CAMHS"))
  }

  @Test func `from actions that are due I come to the first of them and d does it`() async throws {
    let desk = try await Desk.demo()
    desk.select("2 actions due")

    desk.press(.enter, "d")

    #expect(desk.shows("Families › Duffy"))
    let first = try await desk.file("Duffy").actions.filter { $0.status == .done }
    #expect(first.contains { desk.line.contains($0.words.prefix(20)) })
  }

  @Test func `from a stuck goal I come to the chart of that goal`() async throws {
    let desk = try await Desk.demo()
    desk.select("goal stuck: Catching up in maths")

    desk.press(.enter)

    #expect(desk.line(with: "Hale ›").contains("Catching up in maths"))
    #expect(desk.shows("No higher since"))
  }

  @Test func `from a meeting of the next days I come to that review`() async throws {
    let desk = try await Desk.demo(width: 80, height: 40)
    desk.select("Tue 24")
    #expect(desk.line.contains("Adeyemi"))

    desk.press(.enter)

    #expect(desk.shows("Families › Adeyemi"))
    #expect(desk.line.contains("Tue 24 Nov"))
  }

  @Test func `how long a review is overdue is never cut`() async throws {
    let desk = try await Desk.demo()
    try await desk.meanwhile(in: "Duffy") { file in
      let planned = try #require(file.reviews.first { $0.state == .planned })
      var late = planned
      late.planned = MeetingTime(day: try #require(Day(iso: "2025-09-05")))
      return [Change(before: .review(planned), after: .review(late))]
    }
    desk.press("2", "1")
    #expect(desk.line(with: "Duffy").contains("overdue by 442 days"))

    desk.press("2")

    #expect(desk.line(with: "Duffy").contains("442 days overdue"))
  }

  @Test func `I read what the others did since I was here`() async throws {
    let desk = try await Desk.demo(width: 80, height: 40)

    #expect(desk.shows("Since you were last here"))
    #expect(desk.shows("Nan Rose rated “Getting to school on time” 7, was 4 (D. Lane)"))
  }

  @Test func `I look around and leave, and my visit is noted`() async throws {
    let demo = try await DemoStore.make()
    let me = try #require(demo.practitioners.first)
    let terminal = ScriptedTerminal(size: Size(width: 80, height: 24), patience: .seconds(5))
    let app = App(
      terminal: terminal, store: demo.store, world: demo.world, me: me, since: demo.lastVisit,
      place: "a test", tray: Prints().tray)
    terminal.feed([.key("2")]) { $0.lines.contains { $0.contains("Needs you") } }
    terminal.feed([.key(.enter)]) { $0.lines.contains { $0.contains("Brannigan   ") } }
    terminal.feed([.key("q")]) { $0.lines.contains { $0.contains("Families › Brannigan") } }
    terminal.feed([.key("q")]) { $0.lines.contains { $0.contains("[2 Families]") } }

    let ending = try app.run()

    #expect(ending == .left)
    #expect(terminal.remaining == 0)
    #expect(try await demo.store.lastVisit(of: me.id) == demo.world.now())
  }
}
