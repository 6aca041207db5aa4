import Casework
import Testing
import TextUI

@testable import KithApp

/// Two people on one family.
@MainActor
@Suite(.serialized)
struct TwoPeopleJourneys {
  private func reworded(_ words: String, in file: FamilyFile) throws -> [Change] {
    let goal = try #require(file.goals.first { $0.words.hasPrefix("Less shouting") })
    var after = goal
    after.reword(words, on: file.goals.map(\.setOn).max() ?? goal.setOn)
    return [Change(before: .goal(goal), after: .goal(after))]
  }

  /// Maya has the goal open and has typed; Dan has saved other words for it; Maya saves.
  private func quarrel() async throws -> Desk {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.select("Less shouting")
    desk.press("e", .control("e"))
    desk.type(", please")
    try await desk.meanwhile(in: "Duffy") { try reworded("Quiet mornings", in: $0) }
    desk.press(.control("s"))
    return desk
  }

  @Test func `the same goal changed elsewhere shows me both values`() async throws {
    let desk = try await quarrel()

    #expect(desk.shows("Somebody else saved this while you were typing"))
    #expect(desk.shows("Less shouting in the mornings, please"))
    #expect(desk.shows("Quiet mornings"))
    #expect(desk.line.contains("[Back to the form]"))
  }

  @Test func `save mine puts my words over theirs and both stay in the history`() async throws {
    let desk = try await quarrel()

    desk.press(.right, .enter)

    #expect(desk.app.sheet == nil)
    let goal = try await desk.file("Duffy").goals.first { $0.words.hasSuffix(", please") }
    #expect(goal != nil)
    desk.press("u")
    #expect(try await desk.file("Duffy").goals.contains { $0.words == "Quiet mornings" })
  }

  @Test func `keep theirs keeps mine as a draft`() async throws {
    let desk = try await quarrel()

    desk.press(.right, .right, .enter)
    #expect(desk.shows("2 Quiet mornings"))
    desk.press("1")

    #expect(desk.shows("Goal · Duffy"))
  }

  @Test func `Esc from the question goes back to my typing`() async throws {
    let desk = try await quarrel()

    desk.press(.escape)

    #expect(desk.app.dialog == nil)
    #expect(desk.shows("Less shouting in the mornings, please"))
  }

  @Test func `what only they changed is kept without a question`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.select("Less shouting")
    desk.press("e", .control("e"))
    desk.type(", please")
    try await desk.meanwhile(in: "Duffy") { file in
      let goal = try #require(file.goals.first { $0.words.hasPrefix("Less shouting") })
      var after = goal
      after.hopedFor = 9
      return [Change(before: .goal(goal), after: .goal(after))]
    }

    desk.press(.control("s"))

    let goal = try await desk.file("Duffy").goals.first { $0.words.hasSuffix(", please") }
    #expect(goal?.hopedFor == 9)
    #expect(desk.app.dialog == nil)
  }

  @Test func `a removal that somebody else's change has overtaken is refused`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.select("Less shouting")
    try await desk.meanwhile(in: "Duffy") { try reworded("Quiet mornings", in: $0) }

    desk.press("x")

    #expect(desk.shows("Not removed: somebody else changed this meanwhile."))
    #expect(desk.shows("2 Quiet mornings"))
  }

  @Test func `u takes back my own edit and not somebody else's`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.press("a")
    desk.fill("Mine")
    try await desk.meanwhile(in: "Duffy") { try reworded("Quiet mornings", in: $0) }

    desk.press("u")

    let words = try await desk.file("Duffy").goals.map(\.words)
    #expect(!words.contains("Mine"))
    #expect(words.contains("Quiet mornings"))
    desk.press("u")
    #expect(try await desk.file("Duffy").goals.map(\.words) == words)
  }

  @Test func `an edit that somebody has built on is not taken back`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.select("Less shouting")
    desk.press("e", .control("e"))
    desk.fill(", please")
    try await desk.meanwhile(in: "Duffy") { try reworded("Quiet mornings", in: $0) }

    desk.press("u")

    #expect(desk.shows("Not taken back: Dan Lane changed it since: “Changed by Dan Lane”."))
    #expect(try await desk.file("Duffy").goals.contains { $0.words == "Quiet mornings" })
  }

  @Test func `what another program saves appears by itself`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    try await desk.meanwhile(in: "Duffy") { try reworded("Quiet mornings", in: $0) }

    desk.app.inbox.put(.savedElsewhere)
    _ = desk.app.round()
    desk.settle()

    #expect(desk.shows("2 Quiet mornings"))
  }
}
