import Casework
import Testing
import TextUI

@testable import KithApp

/// Going home with it: the plan, the slips and the minutes.
@MainActor
@Suite struct PrintJourneys {
  @Test func `p prints the plan for the family, and says where it went`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)

    desk.press("p")
    #expect(desk.shows("Print the plan of Duffy"))
    #expect(desk.shows("Nothing is left out."))
    #expect(desk.shows("Ctrl-S print"))
    desk.press(.control("s"))

    #expect(desk.shows("Printed to duffy-plan-2026-11-21.html"))
    let paper = try #require(desk.prints.papers.first)
    #expect(paper.name == "duffy-plan-2026-11-21.html")
    #expect(paper.text.contains("Getting to school on time"))
  }

  @Test func `Enter through the form prints, into the folder that was typed`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy")

    desk.press("p", .enter, .enter, .enter)
    desk.type("Prints")
    desk.press(.enter)

    #expect(desk.shows("Printed to Prints/duffy-plan-2026-11-21.html"))
    #expect(desk.prints.papers.count == 1)
  }

  @Test func `R-L9: what is left out is shown before anything is written, and follows For`()
    async throws
  {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.press("p")

    desk.type("dr sh")

    #expect(desk.focused == "For")
    #expect(desk.shows("Dr Shah, clinical psychologist"))
    #expect(desk.shows("CAMHS is limited to: health"))
    #expect(desk.prints.papers.isEmpty)
    desk.tab(to: "Left out")
    let first = desk.line
    desk.press(.end)
    #expect(desk.line != first)
    desk.press(.control("s"))
    #expect(desk.prints.papers.first?.name == "duffy-plan-for-dr-shah-2026-11-21.html")
    #expect(desk.prints.papers.first?.text.contains("shouting") == false)
  }

  @Test func `slips are printed for everybody, or for one`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)

    desk.press("p", .tab, .right, .control("s"))
    desk.press("p")
    desk.type("joe")
    desk.press(.tab, .right, .tab, .right, .control("s"))

    #expect(
      desk.prints.papers.map(\.name) == [
        "duffy-slips-2026-11-21.html", "duffy-slip-uncle-joe-2026-11-21.txt",
      ])
    #expect(desk.prints.papers.last?.text.contains("walks with her") == true)
    #expect(desk.prints.papers.last?.text.contains("swaps one Friday") == false)
  }

  @Test func `closing a print keeps no draft and leaves nothing behind`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)

    desk.press("p", .right, .tab, .right, .escape)

    #expect(!desk.shows("Kept as a draft"))
    let me = desk.app.context.me.id
    #expect(try await desk.store.drafts(of: me).isEmpty)
    desk.press("p")
    #expect(desk.line.contains("the family together"))
  }

  @Test func `the minutes of a held review are printed from the reviews`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .reviews)
    desk.select("continue")

    desk.press("p")
    #expect(desk.shows("Print the minutes of"))
    desk.press(.control("s"))

    let paper = try #require(desk.prints.papers.first)
    #expect(paper.name.hasPrefix("duffy-minutes-2026-"))
    #expect(paper.text.contains("school run; maths club"))
  }

  @Test(arguments: [(80, 24), (120, 40), (60, 16), (40, 10)])
  func `the print form can be read and used at every size`(width: Int, height: Int) async throws {
    let desk = try await Desk.demo(width: width, height: height)
    desk.open("Duffy", .plan)
    desk.press("p")
    desk.type("dr sh")

    desk.tab(to: "Left out")
    for _ in 0..<40 { desk.press(.down) }

    #expect(desk.screen.cursor != nil)
    #expect(desk.screen.lines.allSatisfy { TextLayout.width($0) <= width })
    #expect(desk.focused == "Left out")
    desk.press(.control("s"))
    #expect(desk.prints.papers.count == 1)
  }
}
