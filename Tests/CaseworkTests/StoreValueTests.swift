import Casework
import Foundation
import Testing

@Suite struct EditTests {
  private let today = Made.today

  private func edit(_ changes: [Change]) -> Edit {
    Edit(
      id: id(1), by: Made.maya, at: Moment(milliseconds: 1), sentence: "Rated", changes: changes)
  }

  /// A file with one of each kind of record.
  private func full() throws -> FamilyFile {
    var file = Made.file()
    file.consents = [
      Consent(
        id: id(81), familyID: Made.family, person: Made.mum, agency: "CAMHS", purpose: "",
        answer: .given, from: today)
    ]
    file.conferences = [Conference(id: id(71), familyID: Made.family, referredOn: today)]
    file.goals = [Made.goal()]
    file.actions = [Made.action(61, by: today, goal: id(41))]
    var plan = Plan(id: id(91), familyID: Made.family)
    try plan.agree(
      on: today, at: "", by: [.person(Made.mum)], goals: file.goals, actions: file.actions)
    file.plan = plan
    file.ratings = [Made.rating(101, 5, daysAgo: 0)]
    file.reviews = [Made.review(51, planned: today)]
    file.notes = [Made.childWords(2, daysAgo: 0)]
    return file
  }

  @Test func `a file lists every kind of record, in the order in which they refer to each other`()
    throws
  {
    let records = try full().records

    #expect(
      records.map(\.kind) == [
        .family, .person, .person, .member, .consent, .conference, .plan, .goal, .action, .rating,
        .review, .note,
      ])
    #expect(records.allSatisfy { $0.familyID == Made.family })
    #expect(Set(records.map(\.id)).count == records.count)
    #expect(Set(records.map(\.kind.words)).count == Set(records.map(\.kind)).count)
  }

  @Test func `a practitioner belongs to no family`() {
    let record = Record.practitioner(
      Practitioner(id: Made.maya, name: "Maya", role: .practitioner, team: ""))

    #expect(record.familyID == nil && record.kind == .practitioner && record.id == Made.maya.uuid)
    #expect(record.kind.words == "practitioner" && Record.Kind.member.words == "professional")
  }

  @Test func `applying an edit and its inverse leaves the file as it was`() throws {
    let file = try full()
    let removals = file.records.dropFirst().map { Change(before: $0, after: nil) }
    var goal = file.goals[0]
    goal.reword("Other", on: today)
    let edit = edit(
      [Change(before: .goal(file.goals[0]), after: .goal(goal))]
        + removals.filter {
          $0.record.kind != .goal
        })

    let after = file.applying(edit.changes)
    let inverse = edit.inverse(id: id(2), by: Made.maya, at: Moment(milliseconds: 2))
    let restored = after.applying(inverse.changes)

    #expect(after.goals == [goal] && after.people.isEmpty && after.plan == nil)
    #expect(after.records.map(\.kind) == [.family, .goal])
    #expect(Set(restored.records) == Set(file.records))
    #expect(inverse.reverts == edit.id && inverse.changes.count == edit.changes.count)
    #expect(
      inverse.changes.first
        == Change(before: edit.changes.last?.after, after: edit.changes.last?.before))
  }

  @Test func `the inverse of an inverse changes what the edit changed`() {
    let edit = edit([Change(before: nil, after: .goal(Made.goal()))])

    let twice = edit.inverse(id: id(2), by: Made.maya, at: Moment(milliseconds: 2))
      .inverse(id: id(3), by: Made.maya, at: Moment(milliseconds: 3))

    #expect(twice.changes == edit.changes && twice.reverts == id(2) && twice.isUndoable)
  }

  @Test func `a record is put in, or in the place of the one with its id`() throws {
    var file = try full()
    let count = file.records.count
    for record in file.records { file.put(record) }
    #expect(file.records.count == count)

    var rating = file.ratings[0]
    rating.score = 9
    file.put(.rating(rating))
    file.put(.rating(Made.rating(3, 4, daysAgo: 0)))
    #expect(file.ratings.map(\.score) == [9, 4])
  }

  @Test func `records of other families, and practitioners, are left out`() throws {
    var file = try full()
    var goal = Made.goal(49)
    goal.familyID = id(2)
    let before = file

    file.put(.goal(goal))
    file.put(.practitioner(Practitioner(id: Made.maya, name: "M", role: .supervisor, team: "")))
    file.remove(.family(file.family))
    file.remove(.plan(Plan(id: id(92), familyID: Made.family)))

    #expect(file == before)
  }

  @Test func `a change is of its after, else of its before`() {
    let (goal, other) = (Record.goal(Made.goal()), Record.goal(Made.goal(baseline: 3)))

    #expect(Change(before: goal, after: other).record == other)
    #expect(Change(before: goal, after: nil).record == goal)
  }

  @Test func `an error says what happened in a sentence`() {
    let change = Change(before: nil, after: .member(Made.file().team[0]))

    #expect(StoreError.notFound("Gone.").sentence == "Gone.")
    #expect(StoreError.refused("No.").sentence == "No.")
    #expect(StoreError.unavailable("Full.").sentence == "Full.")
    #expect(
      StoreError.breaches([
        RuleBreach(field: "a", sentence: "One."), RuleBreach(field: "b", sentence: "Two."),
        RuleBreach(field: "c", sentence: "One."),
      ]).sentence == "One. Two.")
    #expect(
      StoreError.conflict([Conflict(mine: change, theirs: nil)]).sentence
        == "Somebody else changed the same professional.")
    #expect(StoreError.conflict([]).sentence == "Somebody else changed the same record.")
  }
}

@Suite struct EntryTests {
  private let today = Made.today

  @Test func `a caseload entry holds what the list shows`() {
    var file = Made.file()
    file.family.leadProfessional = Made.maya
    file.goals = [Made.goal(baseline: 2)]
    file.ratings = [Made.rating(1, 4, daysAgo: 9), Made.rating(2, 5, daysAgo: 1)]
    file.actions = [
      Made.action(61, by: today + 9), Made.action(62, by: today + 3),
      Made.action(63, by: today - 3, status: .done), Made.action(64, by: nil),
    ]
    file.reviews = [Made.review(51, planned: today + 4)]

    let entry = CaseloadEntry(file)

    #expect(entry.id == Made.family && entry.reference == "F-1" && entry.name == "Duffy")
    #expect(entry.children == [ChildBrief(name: "Kayla", born: Day(number: 16_200))])
    #expect(entry.status == .open && entry.supportLevel == .childInNeed)
    #expect(entry.trend == [4, 5] && entry.mean == 5)
    #expect(entry.reviewDue?.day == today + 4 && entry.actionDue == today + 3)
    #expect(entry.lead == Made.maya)
  }

  @Test func `a closed family waits for no action and no review`() {
    var file = Made.file(Made.family([(today - 9, .open), (today, .closed)]))
    file.actions = [Made.action(61, by: today)]

    let entry = CaseloadEntry(file)

    #expect(entry.actionDue == nil && entry.reviewDue == nil)
  }

  private func goalEntry(_ goal: Goal, _ ratings: [Rating]) -> GoalEntry {
    GoalEntry(GoalProgress(goal: goal, ratings: ratings), in: Made.file())
  }

  @Test func `a goal entry says whose it is, where it stands and who sees it differently`() {
    let entry = goalEntry(
      Made.goal(baseline: 2),
      [Made.rating(1, 6, daysAgo: 3), Made.rating(2, 3, daysAgo: 1, by: .person(Made.mum))])

    #expect(entry.familyName == "Duffy" && entry.whose == "Kayla" && entry.now == 6)
    #expect(entry.movement == 4 && entry.trend == [2, 6] && entry.gapWords == "Kayla 6, Mum 3")
    #expect(entry.lastRatedOn == today - 1)
    #expect(goalEntry(Made.goal(whose: nil), []).whose == "the family")
  }

  @Test func `a goal belongs to each part that its readings name`() {
    func parts(_ goal: Goal, _ ratings: [Rating]) -> [GoalQuery.Part] {
      GoalQuery.Part.allCases.filter { goalEntry(goal, ratings).belongs(to: $0) }
    }
    let stuck = [60, 30, 0].enumerated().map { Made.rating($0, 6 - $0, daysAgo: $1) }
    let apart = [
      Made.rating(1, 6, daysAgo: 0), Made.rating(2, 9, daysAgo: 0, by: .person(Made.mum)),
    ]

    #expect(parts(Made.goal(), []) == [.neverRated, .open, .all])
    #expect(parts(Made.goal(), stuck) == [.stuck, .backwards, .open, .all])
    #expect(parts(Made.goal(), apart) == [.seenDifferently, .open, .all])
    #expect(parts(Made.goal(status: .reached), stuck + apart) == [.all])
  }

  @Test func `only a planned review can be overdue`() {
    var entry = ReviewEntry(
      reviewID: nil, familyID: Made.family, familyName: "Duffy", lead: nil,
      kind: .teamAroundFamily, when: MeetingTime(day: today - 1), place: "", state: .planned,
      outcome: nil, signedOff: nil)
    #expect(entry.isOverdue(on: today) && !entry.isOverdue(on: today - 1))
    entry.state = .held
    #expect(!entry.isOverdue(on: today))
  }

  @Test func `queries and pages begin at the beginning, a hundred at a time`() {
    let caseload = CaseloadQuery(scope: .everyone)
    let reviews = ReviewQuery(scope: .mine(Made.maya), part: .coming, today: today)
    let goals = GoalQuery(scope: .everyone, part: .stuck)

    #expect(caseload.limit == 100 && caseload.offset == 0 && !caseload.includesClosed)
    #expect(caseload.order == .due && caseload.find.isEmpty)
    #expect(reviews.limit == 100 && goals.limit == 100)
    #expect(TodayMaterial() == TodayMaterial(watchpoints: [], meetings: [], changes: []))
  }
}
