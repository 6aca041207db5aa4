import Casework
import Foundation
import Testing

@Suite struct PersonTests {
  private func person(_ born: String?) throws -> Person {
    Person(
      id: id(1), familyID: Made.family, name: "Kayla Rose Duffy", born: try born.map(day),
      isChild: true)
  }

  @Test(
    arguments: [
      ("2014-11-21", 12), ("2014-11-22", 11), ("2014-11-20", 12), ("2026-11-21", 0),
      ("2026-11-22", nil), (nil, nil),
    ] as [(String?, Int?)])
  func `an age is in completed years`(born: String?, age: Int?) throws {
    #expect(try person(born).age(on: Made.today) == age)
  }

  @Test(arguments: [("2023-02-28", 2), ("2023-03-01", 3), ("2024-02-28", 3), ("2024-02-29", 4)])
  func `who is born on 29 February is a year older on 1 March of other years`(
    today: String, age: Int
  ) throws {
    #expect(try person("2020-02-29").age(on: day(today)) == age)
  }

  @Test(
    arguments: [
      ("2014-05-10", 8), ("2014-08-31", 8), ("2014-09-01", 7), ("2021-08-31", 1),
      ("2021-09-01", nil), ("2008-09-01", 13), ("2008-08-31", nil), (nil, nil),
    ] as [(String?, Int?)])
  func `the school year follows the 1 September after the fifth birthday`(
    born: String?, year: Int?
  ) throws {
    #expect(try person(born).schoolYear(on: Made.today) == year)
  }

  @Test func `the school year changes on 1 September`() throws {
    let kayla = try person("2014-05-10")

    #expect(try kayla.schoolYear(on: day("2026-08-31")) == 7)
    #expect(try kayla.schoolYear(on: day("2026-09-01")) == 8)
  }

  @Test func `the short name is what they are known as, else the first name`() throws {
    var kayla = try person(nil)
    #expect(kayla.shortName == "Kayla")
    kayla.knownAs = "Kay"
    #expect(kayla.shortName == "Kay")
    kayla = Person(id: id(1), familyID: Made.family, name: "")
    #expect(kayla.shortName == "")
  }

  @Test func `somebody is in the team through the day they leave`() {
    var grant = Made.file().team[0]
    #expect(grant.isInTeam(on: Made.today))
    grant.left = Made.today
    #expect(grant.isInTeam(on: Made.today) && !grant.isInTeam(on: Made.today + 1))
  }
}

@Suite struct FamilyTests {
  private let today = Made.today

  @Test func `a new status is added to the history, the same again is not`() {
    var family = Made.family()

    family.setStatus(.open, from: today - 5)
    family.setStatus(.steppingDown, from: today)

    #expect(family.statusHistory.map(\.value) == [.open, .steppingDown])
    #expect(family.status == .steppingDown && family.isOpen)
  }

  @Test func `a status of an earlier day replaces what came after it`() {
    var family = Made.family([(today - 100, .referred), (today - 50, .open), (today, .closed)])

    family.setStatus(.steppingDown, from: today - 50)
    #expect(family.statusHistory.map(\.value) == [.referred, .steppingDown])

    family.setStatus(.referred, from: today - 60)
    #expect(family.statusHistory.map(\.from) == [today - 100])
  }

  @Test func `a support level has the day since which it holds`() {
    var family = Made.family()

    family.setSupportLevel(.childProtection, from: today - 3)

    #expect(family.supportLevel == .childProtection && family.supportSince == today - 3)
    #expect(family.supportHistory.count == 2)
  }

  @Test func `work begins with the first status that is not referred`() {
    #expect(Made.family([(today - 9, .referred), (today - 4, .open)]).openedOn == today - 4)
    #expect(Made.family([(today - 9, .referred)]).openedOn == today - 9)
    #expect(Made.family([]).openedOn == nil)
    #expect(Made.family([]).status == .referred)
  }

  @Test func `of a family that came back, work begins after it was closed`() {
    let before: [(Day, Family.Status)] = [(today - 900, .open), (today - 800, .closed)]

    let closed = Made.family(before)
    let referred = Made.family(before + [(today - 9, .referred)])
    let open = Made.family(before + [(today - 9, .referred), (today - 4, .open)])

    #expect(closed.openedOn == today - 900 && closed.closedBeforeOn == nil)
    #expect(referred.openedOn == today - 9 && referred.closedBeforeOn == today - 800)
    #expect(open.openedOn == today - 4)
  }

  @Test func `a family without a history is referred, at universal level`() {
    let family = Family(
      id: Made.family, reference: "F", name: "Duffy", statusHistory: [], supportHistory: [])

    #expect(family.supportLevel == .universal && family.supportSince == nil)
  }

  @Test func `flags about somebody's safety are told apart`() {
    let safety = Flag.Kind.allCases.filter { Flag(kind: $0).concernsSafety }

    #expect(safety == [.domesticAbuse, .keepApart, .edgeOfCare, .missing])
  }

  @Test func `children come oldest first, those without a day of birth last by name`() {
    var file = Made.file()
    file.people += [("Zed", nil), ("Amy", nil), ("Tom", 9_000)].enumerated().map { index, child in
      Person(
        id: id(100 + index), familyID: Made.family, name: child.0,
        born: child.1.map { Day(number: $0) }, isChild: true)
    }

    #expect(file.children.map(\.name) == ["Tom", "Kayla Duffy", "Amy", "Zed"])
    #expect(file.adults.map(\.name) == ["Dawn Duffy"])
  }

  @Test func `everybody has a name, also who was removed`() {
    let file = Made.file()

    #expect(file.name(of: .person(Made.mum)) == "Mum")
    #expect(file.name(of: .member(Made.grant)) == "Ms Grant")
    #expect(file.name(of: nil) == "the family")
    #expect(file.name(of: .person(id(99))) == "somebody removed")
    #expect(file.name(of: .member(id(99))) == "somebody removed")
  }

  @Test func `records are found by their id`() {
    var file = Made.file()
    file.goals = [Made.goal()]

    #expect(file.person(Made.mum)?.name == "Dawn Duffy" && file.person(nil) == nil)
    #expect(file.member(Made.grant)?.name == "Ms Grant" && file.member(id(99)) == nil)
    #expect(file.goal(id(41)) == Made.goal() && file.goal(nil) == nil)
    #expect(file.progress.goals.count == 1)
  }

  @Test func `actions of a goal, or of the whole plan, come in its order`() {
    var file = Made.file()
    file.actions = [
      Made.action(61, by: nil, goal: id(41), order: 2), Made.action(62, by: nil),
      Made.action(64, by: nil, goal: id(41), order: 1),
      Made.action(63, by: nil, goal: id(41), order: 1),
    ]

    #expect(file.actions(of: id(41)).map(\.id) == [id(63), id(64), id(61)])
    #expect(file.actions(of: nil).map(\.id) == [id(62)])
  }
}

@Suite struct PlanTests {
  private let today = Made.today

  @Test func `a goal that is re-worded keeps how it was worded`() {
    var goal = Made.goal()

    goal.reword("Quiet mornings", on: today)
    goal.reword("Quiet mornings", on: today + 1)

    #expect(goal.words == "Quiet mornings")
    #expect(goal.formerWords == [FormerWords(words: "Goal 41", until: today)])
    #expect(goal.statusSince == goal.setOn)
  }

  @Test func `an agreed version is frozen as it stood`() throws {
    var plan = Plan(id: id(91), familyID: Made.family, openingWords: "Calm", ifNotWorking: "Call")
    let goals = [Made.goal(42, order: 2), Made.goal(41), Made.goal(43, status: .reached)]
    let actions = [
      Made.action(61, by: today, goal: id(41), order: 2),
      Made.action(62, by: nil, goal: id(41), who: .person(Made.mum), order: 1),
      Made.action(63, by: nil), Made.action(64, by: nil, goal: id(43)),
    ]

    try plan.agree(on: today, at: "home", by: [.person(Made.mum)], goals: goals, actions: actions)
    plan.openingWords = "Other"

    let agreed = try #require(plan.agreed.first)
    #expect(agreed.openingWords == "Calm" && agreed.ifNotWorking == "Call")
    #expect(agreed.number == 1 && agreed.on == today && agreed.at == "home")
    #expect(agreed.by == [.person(Made.mum)])
    #expect(agreed.goals.map(\.goal) == [id(41), id(42)])
    #expect(agreed.goals[0].actions.map(\.action) == [id(62), id(61)])
    #expect(agreed.goals[0].actions[0].who == .person(Made.mum))
    #expect(agreed.actions.map(\.words) == ["Action 63"])
    #expect(plan.version == 2 && plan.agreedOn == today)
  }

  @Test func `a plan without an open goal cannot be agreed`() {
    var plan = Plan(id: id(91), familyID: Made.family)

    #expect(throws: RuleBreach.self) {
      try plan.agree(
        on: today, at: "", by: [], goals: [Made.goal(status: .reached)], actions: [])
    }
    #expect(plan.agreed.isEmpty && plan.version == 1 && plan.agreedOn == nil)
  }

  @Test func `R-C13: nobody is not enough to agree a plan`() {
    var plan = Plan(id: id(91), familyID: Made.family)

    let breach = #expect(throws: RuleBreach.self) {
      try plan.agree(on: today, at: "", by: [], goals: [Made.goal()], actions: [])
    }
    #expect(breach?.field == "by" && plan.agreed.isEmpty)
  }

  @Test func `a version cannot be agreed before the last`() throws {
    var plan = Plan(id: id(91), familyID: Made.family)
    try plan.agree(on: today, at: "", by: [.person(Made.mum)], goals: [Made.goal()], actions: [])

    let breach = #expect(throws: RuleBreach.self) {
      try plan.agree(
        on: today - 1, at: "", by: [.person(Made.mum)], goals: [Made.goal()], actions: [])
    }
    #expect(breach?.field == "on" && breach?.sentence.contains("Sat 21 Nov 2026") == true)
    try plan.agree(on: today, at: "", by: [.person(Made.mum)], goals: [Made.goal()], actions: [])
    #expect(plan.agreed.map(\.number) == [1, 2])
  }
}

@Suite struct ReviewTests {
  private let today = Made.today

  @Test func `a review is planned, then held or called off, then signed off`() {
    var review = Made.review(51, planned: today)
    #expect(review.state == .planned && review.when?.day == today)
    review.cancelledOn = today
    #expect(review.state == .cancelled)
    review.held = MeetingTime(day: today + 1)
    #expect(review.state == .held && review.when?.day == today + 1)
    review.signedOff = SignOff(by: Made.maya, on: today)
    #expect(review.state == .signedOff)
  }

  @Test func `the words of one kind of voice stand together`() {
    var review = Made.review(51, held: today)
    review.voices = [
      Voice(source: .child, words: "One."), Voice(source: .school, words: "Two."),
      Voice(source: .child, words: "Three."),
    ]

    #expect(review.words(of: .child) == "One. Three.")
    #expect(review.words(of: .agencies) == "")
  }

  @Test func `each kind of review is short enough for a column, and each level has its kind`() {
    #expect(Review.Kind.allCases.allSatisfy { $0.short.count <= 10 })
    #expect(Set(Review.Kind.allCases.map(\.short)).count == Review.Kind.allCases.count)
    #expect(
      Family.SupportLevel.allCases.map(\.reviewKind) == [
        .teamAroundFamily, .teamAroundFamily, .teamAroundFamily, .childInNeed, .coreGroup,
      ])
  }
}
