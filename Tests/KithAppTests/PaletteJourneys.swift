import Casework
import Testing
import TextUI

@testable import KithApp

/// Finding what I mean by a few letters.
@MainActor
@Suite(.serialized)
struct PaletteJourneys {
  private func type(_ text: String, on desk: Desk) {
    desk.press(":")
    desk.type(text)
  }

  @Test func `I come to a grandmother by her name and stand on her row`() async throws {
    let desk = try await Desk.demo()

    type("nan rose", on: desk)
    #expect(desk.line(with: "▌ ").contains("Person"))
    desk.press(.enter)

    #expect(desk.shows("Families › Duffy"))
    #expect(desk.shows("[Team]"))
    #expect(desk.line.contains("Rose"))
  }

  @Test func `I come to a goal by two of its words and see how it goes`() async throws {
    let desk = try await Desk.demo()

    type("duffy getting", on: desk)
    #expect(desk.line(with: "▌ ").contains("Goal"))
    desk.press(.enter)

    #expect(desk.shows("[Progress]"))
    #expect(desk.shows("Getting to school on time"))
  }

  @Test func `I come to a review by its family and its kind`() async throws {
    let desk = try await Desk.demo()

    type("okoro review", on: desk)
    #expect(desk.line(with: "▌ ").contains("Review"))
    desk.press(.enter)

    #expect(desk.shows("Reviews › Okoro"))
  }

  @Test func `an action stands before names that have its letters too`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)

    type("add an action", on: desk)

    #expect(desk.line(with: "▌ ").contains("Add an action"))
    #expect(desk.line(with: "▌ ").contains("A │"))
  }

  @Test func `what I chose last stands first while nothing is typed`() async throws {
    let desk = try await Desk.demo()
    desk.open("Chowdhury")
    desk.press("1", ":")
    desk.type("go to progress")
    desk.press(.enter)
    #expect(desk.shows("[4 Progress]"))

    desk.press(":")

    #expect(desk.screen.lines[2].contains("Go to Progress"))
    #expect(desk.screen.lines[3].contains("Chowdhury"))
    desk.press(.down, .enter)
    #expect(desk.shows("Families › Chowdhury"))
  }

  @Test func `I go to a section of the family by its name`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy")

    type("go to rec", on: desk)
    desk.press(.enter)

    #expect(desk.shows("Families › Duffy"))
    #expect(desk.shows("[Record]"))
  }

  @Test(arguments: [
    ("undo", "Take back"), ("quit", "Leave kith"), ("theme", "Go to More"),
    ("settings", "Go to More"), ("night", "Go to More"), ("switch", "Go to More"),
    ("export", "Go to More"), ("rate", "Go to Progress"), ("stuck", "Go to Progress"),
    ("sign off", "Go to Reviews"), ("duffy plan", "Duffy › Plan"),
  ])
  func `the words that people have for it find it`(_ words: String, _ title: String) async throws {
    let desk = try await Desk.demo()

    type(words, on: desk)

    #expect(desk.line(with: "▌ ").contains(title))
  }

  @Test func `a family and a section together open it there`() async throws {
    let desk = try await Desk.demo()

    type("duffy plan", on: desk)
    desk.press(.enter)

    #expect(desk.shows("Families › Duffy"))
    #expect(desk.shows("[Plan]"))
  }

  @Test(arguments: ["new note", "note", "wrote", "bac", "t", "ta", "e"])
  func `letters that happen to be in it do not choose taking back`(_ words: String) async throws {
    let desk = try await Desk.demo()
    desk.open("Hale")
    desk.press("a")
    desk.type("She rang twice.")
    desk.press(.control("s"))
    #expect(desk.shows("u takes it back"))

    type(words, on: desk)

    #expect(desk.app.palette?.matches.contains { $0.title.hasPrefix("Take back") } == false)
  }

  @Test func `Enter on what is off says the whole reason`() async throws {
    let desk = try await Desk.demo(width: 60, height: 16)
    desk.open("Duffy", .plan)
    type("conference mode", on: desk)

    desk.press(.enter)

    let reason = desk.app.toast?.text ?? ""
    #expect(reason.hasPrefix("Conference mode: the plan, typed live: "))
    #expect(desk.app.palette != nil)
  }

  @Test(arguments: ["1", "2", "3", "4", "5"] as [Key])
  func `every tab's palette offers every tab`(_ key: Key) async throws {
    let desk = try await Desk.demo()
    desk.press(key, ":")

    let titles = desk.app.palette?.items.map(\.title) ?? []

    for tab in Tab.allCases { #expect(titles.contains("Go to \(tab.title)")) }
  }

  @Test func `before a family the palette shows nobody else, whatever was chosen before`()
    async throws
  {
    let desk = try await ConferenceRoom.make().mode(.plan)
    let others = ["Duffy", "Brannigan", "Okoro", "Chowdhury", "Sharkey", "Hale"]

    for letters in ["", "duff", "okoro review", "a"] {
      desk.press(.control("p"))
      if !letters.isEmpty { desk.type(letters) }
      for name in others { #expect(!desk.shows(name), "\(name) after \(letters)") }
      desk.press(.escape)
    }
    desk.press(.control("p"))
    desk.type("go to today")
    desk.press(.enter)
    #expect(desk.shows("Go to Today: Esc leaves conference mode first"))
    #expect(desk.app.tab == .families)
  }
}
