import Casework
import Testing

@Suite struct PlanDifferenceTests {
  private let today = Made.today
  private let kayla = Party.person(Made.kayla)
  private let grant = Party.member(Made.grant)

  /// A plan of two goals and three actions, agreed a month ago.
  private func agreed() throws -> FamilyFile {
    var file = Made.file()
    file.goals = [Made.goal(41, order: 1), Made.goal(42, order: 2)]
    file.actions = [
      Made.action(61, by: Made.today + 7, goal: id(41), who: grant),
      Made.action(62, by: nil, goal: id(42), who: kayla),
      Made.action(63, by: nil, who: .person(Made.mum)),
    ]
    var plan = Plan(id: id(91), familyID: Made.family, openingWords: "Calm mornings.")
    try plan.agree(
      on: today - 30, at: "the conference", by: [kayla], goals: file.goals, actions: file.actions)
    file.plan = plan
    return file
  }

  private func told(_ change: (inout FamilyFile) -> Void) throws -> [String] {
    var file = try agreed()
    change(&file)
    return file.differenceSinceAgreed()
  }

  @Test func `nothing changed is no sentence, and neither is a plan that was never agreed`() throws
  {
    #expect(try told { _ in } == [])
    #expect(try told { $0.plan = Plan(id: id(91), familyID: Made.family) } == [])
    #expect(Made.file().differenceSinceAgreed() == [])
    #expect(
      try told {
        $0.goals[0].baseline = 3
        $0.actions[0].howItWent = "Well."
      } == [])
  }

  @Test func `goals that are new, reworded, given to others, gone and moved are told`() throws {
    #expect(
      try told {
        $0.goals.append(Made.goal(43, order: 3))
        $0.actions.append(Made.action(64, by: Made.today, goal: id(43), who: kayla))
      } == ["New goal “Goal 43”", "New: Kayla Action 64, by Sat 21 Nov 2026"])
    #expect(
      try told { $0.goals[0].reword("On time", on: today) } == ["“Goal 41” is now “On time”"])
    #expect(
      try told {
        ($0.goals[0].whose, $0.goals[1].whose) = (.person(Made.mum), nil)
        $0.goals[0].about = Made.kayla
      } == [
        "“Goal 41” is now Mum's", "“Goal 41” is now about Kayla",
        "“Goal 42” is now the whole family's",
      ])
    #expect(
      try told { $0.goals[0].status = .reached } == [
        "Goal reached: “Goal 41”"
      ])
    #expect(
      try told { $0.goals[0].status = .noLongerNeeded } == ["Goal no longer needed: “Goal 41”"])
    #expect(
      try told { ($0.goals[0].order, $0.goals[1].order) = (2, 1) } == [
        "The goals stand in another order."
      ])
  }

  @Test func `actions that are new, changed, moved and gone are told`() throws {
    #expect(try told { $0.actions.remove(at: 1) } == ["Kayla no longer: Action 62"])
    #expect(
      try told { $0.actions[0].who = kayla } == ["Kayla instead of Ms Grant: Action 61"])
    #expect(try told { $0.actions[2].who = nil } == ["The family instead of Mum: Action 63"])
    #expect(
      try told { $0.actions[0].words = "rings" } == ["Ms Grant Action 61 is now: rings"])
    #expect(
      try told {
        $0.actions[0].by = nil
        $0.actions[2].by = Made.today
      } == [
        "Ms Grant Action 61: no day any more, was Sat 28 Nov 2026",
        "Mum Action 63: now by Sat 21 Nov 2026",
      ])
    #expect(
      try told { $0.actions[1].goalID = id(41) } == ["Now elsewhere in the plan: Kayla Action 62"])
  }

  @Test func `the family's own words that changed are told in their new words`() throws {
    #expect(
      try told {
        $0.plan?.openingWords = "Quiet mornings."
        $0.plan?.ifNotWorking = "Nan rings."
      } == [
        "What the family wants: now “Quiet mornings.”", "If it isn't working: now “Nan rings.”",
      ])
    #expect(
      try told { $0.plan?.openingWords = "" } == ["What the family wants: taken out"])
  }

  @Test func `two agreed versions are compared as they were agreed`() throws {
    var file = try agreed()
    file.goals[0].reword("On time", on: today)
    try file.plan?.agree(
      on: today, at: "a review", by: [kayla], goals: file.goals, actions: file.actions)
    file.goals[0].reword("Early", on: today)
    let versions = try #require(file.plan?.agreed)

    #expect(file.difference(from: versions[0], to: versions[1]) == ["“Goal 41” is now “On time”"])
    #expect(file.difference(from: versions[1], to: versions[1]) == [])
    #expect(file.differenceSinceAgreed() == ["“On time” is now “Early”"])
  }
}
