import Casework
import Testing
import TextUI

@testable import KithApp

/// Filling in forms: what is checked when, days from a month, names by a few letters.
@MainActor
@Suite(.serialized)
struct FormJourneys {
  @Test func `a wrong day is said when I go on, and never when I go back`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.press("A")
    desk.type("Ring the school")
    desk.tab(to: "By")
    desk.type("32 nov")

    desk.press(.backTab)
    #expect(!desk.shows("is not a day."))
    desk.press(.tab, .tab)

    #expect(desk.shows("! “32 nov” is not a day."))
    #expect(desk.focused != "By", "going on is free all the same")
    desk.press(.control("s"))
    #expect(desk.focused == "By", "saving goes to the first fault")
  }

  @Test func `Esc keeps a form that is wrong as a draft`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.press("A")
    desk.tab(to: "By")
    desk.type("32 nov")

    desk.press(.escape)

    #expect(desk.shows("Kept as a draft."))
  }

  @Test func `I choose a day from the month under the field`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.press("A")
    desk.type("Ring the school")
    desk.tab(to: "By")

    desk.press(.down)
    #expect(desk.shows("November 2026"))
    #expect(desk.line.contains("[21]"))
    desk.press(.down, .left)
    #expect(desk.line.contains("[27]"))
    #expect(desk.shows("Fri 27 Nov, in 6 days"))
    desk.press(.enter)

    #expect(!desk.shows("November 2026"))
    #expect(desk.line.contains("Fri 27 Nov 2026"))
    desk.press(.control("s"))
    #expect(try await desk.file("Duffy").actions.contains { $0.by?.iso == "2026-11-27" })
  }

  @Test func `Esc leaves the day as it was, and the form open`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.press("A")
    desk.tab(to: "By")
    desk.type("+1w")

    desk.press(.down, .pageDown, .escape)

    #expect(desk.line.contains("+1w"))
    #expect(desk.shows("╭─ New action"))
  }

  @Test func `the month marks when the family meets`() async throws {
    let desk = try await Desk.demo()
    let file = try await desk.file("Duffy")
    let days = file.reviews.compactMap { $0.held?.day ?? $0.planned?.day }
    let day = try #require(days.max())
    let settings = Settings()

    let month = MonthGrid(day + 1, on: desk.world.today, file: file, settings)

    let marked = month.grid.rows.joined().compactMap { $0 }.filter(\.isMarked).map(\.text)
    #expect(marked.contains("\(day.parts.day)") || day.parts.month != (day + 1).parts.month)
    #expect(month.grid.heads.first == "Mon")
    var sunday = settings
    sunday.firstWeekday = .sunday
    #expect(
      MonthGrid(day, on: desk.world.today, file: nil, sunday).grid.heads.first == "Sun")
  }

  @Test func `the days over a month are two letters each`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.press("A")
    desk.press(.tab)
    while desk.focused != "By" { desk.press(.tab) }

    desk.press(.down)

    #expect(desk.shows(" Mo  Tu  We  Th  Fr  Sa  Su"))
  }

  @Test func `every month shows each of its days once, in its weekday's column`() throws {
    let today = try #require(Day(iso: "2026-11-21"))
    for months in -30...30 {
      for first in Settings.FirstWeekday.allCases {
        var settings = Settings()
        settings.firstWeekday = first
        let month = MonthGrid(today.adding(months: months), on: today, file: nil, settings)
        let grid = month.grid
        let days = grid.rows.joined().compactMap { $0?.text }

        #expect(days == (1...days.count).map(String.init) && (28...31).contains(days.count))
        #expect(grid.rows[grid.selected.y][grid.selected.x]?.text == "\(month.day.parts.day)")
        #expect(grid.heads[grid.selected.x] == month.day.weekdayName)
      }
    }
  }

  @Test func `a few letters narrow a list of people, accents or not`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.press("A")
    desk.tab(to: "Who")

    desk.type("ro")

    #expect(desk.shows("those with ro"))
    #expect(desk.line.contains("Ros"))
    #expect(!desk.shows("nobody yet"))
    desk.press(.backspace, .backspace)
    #expect(!desk.shows("those with"))
  }

  @Test func `a long text shows as much of itself as there is room for`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .record)
    desk.press("a")

    for number in 1...10 {
      desk.type("line \(number)")
      desk.press(.enter)
    }

    for number in 1...10 { #expect(desk.shows("line \(number)")) }
  }

  @Test func `what is wrong with the plan as a whole stands above the fields`() async throws {
    var sheet = Sheet(
      .safety(try await Desk.demo().file("Duffy").family.id),
      FormSources(
        file: try await Desk.demo().file("Duffy"), context: try await Desk.demo().app.context))

    sheet.show(FormFault(breaches: [RuleBreach(field: "goals", sentence: "A plan needs a goal.")]))

    #expect(sheet.form.problem == "A plan needs a goal.")
    #expect(sheet.form.fields.allSatisfy { $0.error == nil })
  }

  @Test func `Ctrl-R types again what Ctrl-_ took back`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.press("a")
    desk.type("one two")

    desk.press(.control("_"))
    #expect(!desk.shows("one two"))
    desk.press(.control("r"))

    #expect(desk.shows("one two"))
  }

  @Test func `a letter with Alt that nothing is bound to does nothing, in a form and in a list`()
    async throws
  {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.press("a")
    desk.type("one two")
    let alts = "axqu1X:".map { Key(.character($0), .alt) } + [Key(.enter, .alt), Key(.up, .alt)]

    desk.press(Key(.character("b"), .alt))
    #expect(desk.app.sheet?.form.place?.caret == 4)
    for key in alts { desk.press(key) }
    #expect(desk.app.sheet?.form["words"] == "one two")
    desk.press(.escape, .home)
    let before = desk.screen
    for key in alts + [Key(.backspace, .alt), Key(.character("d"), .alt)] { desk.press(key) }

    #expect(desk.screen == before)
  }

  @Test func `a paste of a megabyte into the line of a conference is one line, not looked through`()
    async throws
  {
    let file = try await Desk.demo().file("Duffy")
    let context = try await Desk.demo().app.context
    let words = String(repeating: "Uncle Joe walks with her, fri ", count: 35_000)
    var line = PlanLine()

    let isTaken = line.handle(.paste("> " + words), file, context)

    #expect(isTaken)
    #expect(line.kind == .action)
    #expect(line.reading(file, on: context.today).who == nil, "so long a line is not read")
    #expect(line.form["who"] == "")
  }
}
