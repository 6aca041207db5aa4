import Casework
import Foundation
import Testing

@testable import CaseworkSQLite

/// What was removed can be browsed and put back; what stands in the way of an undo is told.
struct RemovedTests {
  private func removing(
    _ records: [Casework.Record], by practitioner: Practitioner, _ words: String
  )
    -> Edit
  {
    var edit = Edit.changing(records[0], to: nil, by: practitioner, sentence: words)
    edit.changes = records.map { Change(before: $0, after: nil) }
    return edit
  }

  private func goalWithAll(_ file: FamilyFile) -> [Casework.Record] {
    file.ratings.map(Record.rating) + file.actions.map(Record.action)
      + file.goals.map(Record.goal)
  }

  @Test(arguments: StoreKind.allCases)
  func `what was removed is listed with who and how much, and comes back whole`(
    kind: StoreKind
  ) async throws {
    let filled = try await kind.filled()
    let store = filled.store
    let edit = removing(goalWithAll(filled.duffy), by: filled.maya, "Removed “Getting to school”")
    try await store.commit(edit)

    let page = try await store.removed(RemovedQuery(scope: .mine(filled.maya.id)))
    let records = try await store.recordsRemoved(by: edit.id)

    #expect(page.total == 1)
    #expect(page.entries.first?.change.sentence == "Removed “Getting to school”")
    #expect(page.entries.first?.change.familyName == "Duffy")
    #expect(page.entries.first?.change.by == filled.maya.id)
    #expect(page.entries.first?.kinds == [.goal: 1, .action: 1, .rating: 1])
    #expect(records.map(\.kind) == [.goal, .action, .rating])
    try await store.commit(.adding(records, by: filled.ruth))
    #expect(try await store.family(filled.duffy.family.id) == filled.duffy)
    #expect(try await store.removed(RemovedQuery(scope: .everyone)).total == 0)
  }

  @Test func `each sees what went from their families, everyone all of it`() async throws {
    let filled = try await StoreKind.memory.filled()
    let (duffy, adeyemi) = (filled.duffy, filled.adeyemi)
    try await filled.store.commit(
      removing([.review(duffy.reviews[0])], by: filled.ruth, "Removed Duffy's"))
    try await filled.store.commit(
      removing([.review(adeyemi.reviews[0])], by: filled.ruth, "Removed Adéyẹmí's"))

    func sentences(_ query: RemovedQuery) async throws -> [String] {
      try await filled.store.removed(query).entries.map(\.change.sentence)
    }

    #expect(try await sentences(RemovedQuery(scope: .mine(filled.maya.id))) == ["Removed Duffy's"])
    #expect(
      try await sentences(RemovedQuery(scope: .everyone)) == [
        "Removed Adéyẹmí's", "Removed Duffy's",
      ])
    #expect(
      try await sentences(RemovedQuery(scope: .everyone, familyID: duffy.family.id))
        == ["Removed Duffy's"])
    #expect(
      try await sentences(RemovedQuery(scope: .everyone, offset: 1, limit: 1))
        == ["Removed Duffy's"])
  }

  @Test func `what is back by undo is not listed; what went by undo is`() async throws {
    let filled = try await StoreKind.memory.filled()
    let review = filled.duffy.reviews[0]
    let edit = removing([.review(review)], by: filled.maya, "Removed it")
    try await filled.store.commit(edit)
    let undo = edit.inverse(id: Ids.next(), by: filled.maya.id, at: Moment(milliseconds: 9))
    try await filled.store.commit(undo)
    #expect(try await filled.store.removed(RemovedQuery(scope: .everyone)).total == 0)

    try await filled.store.commit(
      undo.inverse(id: Ids.next(), by: filled.maya.id, at: Moment(milliseconds: 10)))
    let added = Edit.adding(
      [.member(TeamMember(id: Ids.next(), familyID: review.familyID, name: "Ms Grant", role: ""))],
      by: filled.maya, sentence: "Added Ms Grant")
    try await filled.store.commit(added)
    try await filled.store.commit(
      added.inverse(id: Ids.next(), by: filled.maya.id, at: Moment(milliseconds: 11)))

    let page = try await filled.store.removed(RemovedQuery(scope: .everyone))
    #expect(page.entries.map(\.wasUndone) == [true, false])
    #expect(page.entries.map(\.change.sentence) == ["Added Ms Grant", "Removed it"])
  }

  @Test func `it cannot come back without what it refers to`() async throws {
    let filled = try await StoreKind.memory.filled()
    let action = removing([.action(filled.duffy.actions[0])], by: filled.maya, "Removed it")
    try await filled.store.commit(action)
    try await filled.store.commit(
      removing(
        filled.duffy.ratings.map(Record.rating) + filled.duffy.goals.map(Record.goal),
        by: filled.maya, "Removed the goal"))
    let records = try await filled.store.recordsRemoved(by: action.id)

    await #expect(throws: StoreError.self) {
      try await filled.store.commit(.adding(records, by: filled.maya))
    }
    #expect(try await filled.store.removed(RemovedQuery(scope: .everyone)).total == 2)
  }

  @Test func `of five thousand removals it lists what a plain look at the history lists`()
    async throws
  {
    let store = try SQLiteCaseStore.temporary { sampleToday }
    let maya = Practitioner.sample("Maya Osei")
    var source = Seeded(11)
    let files = (0..<50).map {
      FamilyFile.sample("Family\($0)", reference: "F-\($0)", lead: maya)
    }
    try await store.commit(
      .adding([.practitioner(maya)] + files.flatMap(\.records), by: maya, isUndoable: false))
    let members = (0..<5000).map { _ in
      TeamMember(
        id: Ids.next(), familyID: source.pick(files).family.id, name: source.word(), role: "")
    }
    try await store.commit(.adding(members.map(Record.member), by: maya, isUndoable: false))
    var gone: [Edit] = []
    for part in stride(from: 0, to: 5000, by: 100) {
      let edit = removing(
        members[part..<part + 100].map(Record.member), by: maya, "Removed from \(part)")
      try await store.commit(edit)
      gone.append(edit)
    }
    let back = gone.remove(at: 20)
    try await store.commit(.adding(try await store.recordsRemoved(by: back.id), by: maya))

    let all = try await store.removed(RemovedQuery(scope: .everyone, limit: 1000))
    let window = try await store.removed(RemovedQuery(scope: .everyone, offset: 10, limit: 5))

    #expect(all.total == 49)
    #expect(all.entries.map(\.change.edit) == gone.reversed().map(\.id))
    #expect(window.entries == Array(all.entries[10..<15]))
    #expect(all.entries.allSatisfy { $0.kinds == [.member: 100] })
  }

  // MARK: What stands in the way of an undo

  @Test(arguments: StoreKind.allCases)
  func `the next undo says what it takes back, and where`(kind: StoreKind) async throws {
    let filled = try await kind.filled()
    let goal = filled.duffy.goals[0]
    var after = goal
    after.hopedFor = 9
    #expect(try await filled.store.undoSteps(of: filled.maya.id) == UndoSteps())

    try await filled.store.commit(
      .changing(.goal(goal), to: .goal(after), by: filled.maya, sentence: "Hopes for 9"))
    let steps = try await filled.store.undoSteps(of: filled.maya.id)

    #expect(steps.undo?.sentence == "Hopes for 9")
    #expect(steps.undo?.familyName == "Duffy")
    #expect(steps.undo?.obstacle == nil)
    #expect(steps.redo == nil)
  }

  @Test func `a later change of the same record stands in the way, and is named`() async throws {
    let filled = try await StoreKind.memory.filled()
    let goal = filled.duffy.goals[0]
    var (mine, theirs) = (goal, goal)
    mine.hopedFor = 9
    theirs.hopedFor = 7
    try await filled.store.commit(
      .changing(.goal(goal), to: .goal(mine), by: filled.maya, sentence: "Hopes for 9"))
    try await filled.store.commit(
      .changing(.goal(mine), to: .goal(theirs), by: filled.ruth, sentence: "Hopes for 7"))
    let steps = try await filled.store.undoSteps(of: filled.maya.id)
    #expect(steps.undo?.obstacle?.sentence == "Hopes for 7")
    #expect(steps.undo?.obstacle?.by == filled.ruth.id)

    try await filled.store.commit(
      .changing(.goal(theirs), to: .goal(mine), by: filled.ruth, sentence: "Hopes for 9 again"))

    #expect(try await filled.store.undoSteps(of: filled.maya.id).undo?.obstacle == nil)
  }
}
