import Casework
import GRDB
import Testing

@testable import CaseworkSQLite

/// A store remembers the family that was read or saved last, and its lists wait until they are read:
/// neither may ever be seen.
struct RememberingTests {
  private func note(_ words: String, _ filled: Filled) -> CaseNote {
    CaseNote(
      id: Ids.next(), familyID: filled.duffy.family.id, kind: .visit, day: sampleToday,
      author: filled.maya.id, words: words)
  }

  private func goal(_ words: String, _ filled: Filled) -> Goal {
    Goal(
      id: Ids.next(), familyID: filled.duffy.family.id, whose: filled.duffy.goals[0].whose,
      words: words, category: .engagement, setOn: sampleToday)
  }

  /// Everything that lists say of a store.
  private struct Lists: Equatable {
    var caseload: CaseloadPage
    var goals: [GoalPage] = []
    var reviews: [ReviewPage] = []
    var watchpoints: Set<FamilyWatchpoint>
    var meetings: [Meeting]

    init(_ store: any CaseStore) async throws {
      caseload = try await store.caseload(
        CaseloadQuery(scope: .everyone, includesClosed: true, order: .name))
      for part in GoalQuery.Part.allCases {
        goals.append(try await store.goals(GoalQuery(scope: .everyone, part: part)))
        goals.append(try await store.goals(GoalQuery(scope: .everyone, part: part, find: "a")))
      }
      for part in ReviewQuery.Part.allCases {
        reviews.append(
          try await store.reviews(ReviewQuery(scope: .everyone, part: part, today: sampleToday)))
      }
      let today = try await store.today(.everyone, on: sampleToday, since: nil)
      watchpoints = Set(today.watchpoints)
      meetings = today.meetings
    }
  }

  /// The lists as they are when all of them are worked out anew from the records.
  private func reworked(_ store: SQLiteCaseStore) async throws -> Lists {
    try await store.database.write { try $0.execute(sql: "UPDATE listing SET rules = x''") }
    return try await Lists(
      SQLiteCaseStore(store.database, settings: .standard) { sampleToday })
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `lists that were brought up later are as if worked out anew`(seed: UInt64) async throws {
    let random = try await RandomStore(seed)
    let store = try #require(random.made.store as? SQLiteCaseStore)

    let lists = try await Lists(store)

    #expect(try await reworked(store) == lists)
  }

  @Test func `a save leaves the lists alone, and whoever reads one brings all up`() async throws {
    let filled = try await StoreKind.file.filled()
    let file = try #require(filled.made.file)
    let store = try #require(filled.store as? SQLiteCaseStore)
    func isSettled() async throws -> Bool {
      try await store.read { [store] in
        try Settling($0, store.vault, settings: .standard).isDone()
      }
    }

    try await store.commit(.adding([.goal(goal("Time for Mum", filled))], by: filled.maya))
    #expect(try await isSettled() == false)
    let seen = try await file.open().goals(GoalQuery(scope: .everyone, part: .neverRated))

    #expect(seen.page.entries.map(\.goal.words).contains("Time for Mum"))
    #expect(try await isSettled())
  }

  @Test func `leaving brings the lists up`() async throws {
    let filled = try await StoreKind.file.filled()
    let store = try #require(filled.store as? SQLiteCaseStore)
    try await store.commit(.adding([.goal(goal("Time for Mum", filled))], by: filled.maya))

    try await store.recordVisit(of: filled.maya.id, at: Moment(milliseconds: 1))

    let isDone = try await store.read { [store] in
      try Settling($0, store.vault, settings: .standard).isDone()
    }
    #expect(isDone)
  }

  @Test func `two stores that save in turn see and keep each other's`() async throws {
    let filled = try await StoreKind.file.filled()
    let stores = [filled.store, try #require(filled.made.file).open()]
    var (expected, goal) = (filled.duffy, filled.duffy.goals[0])

    for turn in 0..<12 {
      let store = stores[turn % 2]
      if turn.isMultiple(of: 3) {
        let new = note("Note \(turn)", filled)
        expected.notes.append(new)
        try await store.commit(.adding([.note(new)], by: filled.maya))
      } else {
        let before = goal
        goal.words = "Words \(turn)"
        try await store.commit(.changing(.goal(before), to: .goal(goal), by: filled.maya))
        expected.goals[0] = goal
      }
      // Sometimes nobody reads between the saves.
      guard turn % 4 < 2 else { continue }
      for reader in stores { #expect(try await reader.family(expected.family.id) == expected) }
    }

    #expect(try await Lists(stores[0]) == Lists(stores[1]))
    let store = try #require(filled.store as? SQLiteCaseStore)
    let lists = try await Lists(store)
    #expect(try await reworked(store) == lists)
  }

  @Test func `what another store changed is a conflict though it was remembered`() async throws {
    let filled = try await StoreKind.file.filled()
    let other = try #require(filled.made.file).open()
    let goal = filled.duffy.goals[0]
    _ = try await filled.store.family(filled.duffy.family.id)
    var (mine, theirs) = (goal, goal)
    (mine.words, theirs.words) = ("Mine", "Theirs")
    try await other.commit(.changing(.goal(goal), to: .goal(theirs), by: filled.ruth))

    let expected = StoreError.conflict([
      Conflict(mine: Change(before: .goal(goal), after: .goal(mine)), theirs: .goal(theirs))
    ])
    await #expect(throws: expected) {
      try await filled.store.commit(.changing(.goal(goal), to: .goal(mine), by: filled.maya))
    }
    #expect(try await filled.store.family(filled.duffy.family.id).goals == [theirs])
  }

  @Test(arguments: StoreKind.allCases)
  func `a save that was refused is not remembered`(kind: StoreKind) async throws {
    let filled = try await kind.filled()
    let good = note("Rang Nan Rose", filled)
    var (bad, expected) = (goal("Sleep", filled), filled.duffy)
    bad.about = Ids.next()
    expected.notes = [good]
    _ = try await filled.store.family(filled.duffy.family.id)

    await #expect(throws: StoreError.self) {
      try await filled.store.commit(
        .adding([.note(note("Lost", filled)), .goal(bad)], by: filled.maya))
    }
    let afterRefusal = try await filled.store.family(filled.duffy.family.id)
    try await filled.store.commit(.adding([.note(good)], by: filled.maya))

    #expect(afterRefusal == filled.duffy)
    #expect(try await filled.store.family(filled.duffy.family.id) == expected)
  }

  @Test func `a save that the disk did not take is not remembered`() async throws {
    let filled = try await StoreKind.file.filled()
    let store = try #require(filled.store as? SQLiteCaseStore)
    func setPages(_ count: Int) async throws {
      try await store.database.writeWithoutTransaction { db in
        _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(count)")
      }
    }
    _ = try await store.family(filled.duffy.family.id)
    try await setPages(1)
    let long = note(String(repeating: "Long talk. ", count: 50_000), filled)

    await #expect(throws: StoreError.self) {
      try await store.commit(.adding([.note(long)], by: filled.maya))
    }

    #expect(try await store.family(filled.duffy.family.id) == filled.duffy)
    try await setPages(1_000_000)
    let short = note("Short", filled)
    try await store.commit(.adding([.note(short)], by: filled.maya))
    #expect(try await store.family(filled.duffy.family.id).notes == [short])
  }

  @Test(arguments: StoreKind.allCases)
  func `what was saved, undone and done again is what is read`(kind: StoreKind) async throws {
    let filled = try await kind.filled()
    let goal = filled.duffy.goals[0]
    var changed = goal
    changed.words = "Getting to school by nine"
    var expected = filled.duffy
    let new = note("Rang", filled)
    try await filled.store.commit(
      Edit(
        id: Ids.next(), by: filled.maya.id, at: Moment(milliseconds: 5), sentence: "Both",
        familyID: filled.duffy.family.id,
        changes: [
          Change(before: .goal(goal), after: .goal(changed)),
          Change(before: nil, after: .note(new)),
        ]))
    let done = try await filled.store.family(filled.duffy.family.id)

    let undo = try #require(try await filled.store.undoable(by: filled.maya.id))
    try await filled.store.commit(
      undo.inverse(id: Ids.next(), by: filled.maya.id, at: Moment(milliseconds: 6)))
    let undone = try await filled.store.family(filled.duffy.family.id)
    let redo = try #require(try await filled.store.redoable(by: filled.maya.id))
    try await filled.store.commit(
      redo.inverse(id: Ids.next(), by: filled.maya.id, at: Moment(milliseconds: 7)))

    #expect(undone == filled.duffy)
    (expected.goals[0], expected.notes) = (changed, [new])
    #expect(done == expected)
    #expect(try await filled.store.family(filled.duffy.family.id) == expected)
  }

  @Test func `a family is read with its records by id, whatever was saved last`() async throws {
    let filled = try await StoreKind.memory.filled()
    let notes = (0..<3).map { note("Note \($0)", filled) }

    for new in notes.reversed() {
      try await filled.store.commit(.adding([.note(new)], by: filled.maya))
      _ = try await filled.store.family(filled.duffy.family.id)
    }

    #expect(try await filled.store.family(filled.duffy.family.id).notes == notes)
  }

  @Test func `a name in what was removed is refused, in whatever record it stands`() async throws {
    let filled = try await StoreKind.memory.filled()
    _ = try await filled.store.family(filled.duffy.family.id)
    let mother = filled.duffy.people[1]

    let error = await #expect(throws: StoreError.self) {
      try await filled.store.commit(.changing(.person(mother), to: nil, by: filled.maya))
    }

    guard case .breaches(let breaches) = error else {
      Issue.record("not refused: \(String(describing: error))")
      return
    }
    #expect(breaches.map(\.field) == ["who"])
  }
}
