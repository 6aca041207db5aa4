import Casework
import CaseworkSQLite
import Testing

/// Undo, redo and what others did, on every store.
struct HistoryTests {
  /// The family under another name, each time from the one before.
  private func rename(
    _ filled: Filled, _ name: String, by: Practitioner? = nil, isUndoable: Bool = true,
    at: Int64 = 2_000
  ) async throws -> Edit {
    let before = try await filled.store.family(filled.duffy.family.id).family
    var after = before
    after.name = name
    let edit = Edit.changing(
      .family(before), to: .family(after), by: by ?? filled.maya, sentence: "Named it \(name)",
      at: at, isUndoable: isUndoable)
    try await filled.store.commit(edit)
    return edit
  }

  private func name(_ filled: Filled) async throws -> String {
    try await filled.store.family(filled.duffy.family.id).family.name
  }

  private func undo(_ filled: Filled, by: Practitioner? = nil) async throws {
    let edit = try #require(try await filled.store.undoable(by: (by ?? filled.maya).id))
    try await filled.store.commit(
      edit.inverse(id: Ids.next(), by: edit.by, at: Moment(milliseconds: 3_000)))
  }

  private func redo(_ filled: Filled) async throws {
    let edit = try #require(try await filled.store.redoable(by: filled.maya.id))
    try await filled.store.commit(
      edit.inverse(id: Ids.next(), by: edit.by, at: Moment(milliseconds: 4_000)))
  }

  @Test(arguments: StoreKind.allCases)
  func `an edit is given back for undo as it was committed`(kind: StoreKind) async throws {
    let filled = try await kind.filled()
    let edit = try await rename(filled, "Reid")

    #expect(try await filled.store.undoable(by: filled.maya.id) == edit)
    #expect(try await filled.store.redoable(by: filled.maya.id) == nil)
    #expect(try await filled.store.undoable(by: filled.ruth.id) == nil)
  }

  @Test(arguments: StoreKind.allCases)
  func `undo goes back step by step and redo forward again`(kind: StoreKind) async throws {
    let filled = try await kind.filled()
    for name in ["A", "B", "C"] { _ = try await rename(filled, name) }

    try await undo(filled)
    try await undo(filled)
    #expect(try await name(filled) == "A")
    try await redo(filled)
    #expect(try await name(filled) == "B")
    try await redo(filled)
    #expect(try await name(filled) == "C")

    #expect(try await filled.store.redoable(by: filled.maya.id) == nil)
    try await undo(filled)
    try await undo(filled)
    try await undo(filled)
    #expect(try await name(filled) == "Duffy")
    #expect(try await filled.store.undoable(by: filled.maya.id) == nil)
  }

  @Test(arguments: StoreKind.allCases)
  func `after a new edit there is nothing to redo`(kind: StoreKind) async throws {
    let filled = try await kind.filled()
    _ = try await rename(filled, "A")
    try await undo(filled)

    _ = try await rename(filled, "B")

    #expect(try await filled.store.redoable(by: filled.maya.id) == nil)
  }

  @Test(arguments: StoreKind.allCases)
  func `an edit that may not be undone is skipped and refused`(kind: StoreKind) async throws {
    let filled = try await kind.filled()
    let first = try await rename(filled, "A", by: filled.ruth)
    let agreeing = try await rename(filled, "B", isUndoable: false)
    var action = filled.duffy.actions[0]
    action.words = "Two alarm clocks"
    let own = Edit.changing(
      .action(filled.duffy.actions[0]), to: .action(action), by: filled.maya)
    try await filled.store.commit(own)
    let agreed = try await rename(filled, "C", isUndoable: false)

    #expect(try await filled.store.undoable(by: filled.maya.id)?.id == own.id)
    for edit in [agreeing, agreed, first] {
      await #expect(throws: StoreError.self) {
        try await filled.store.commit(
          edit.inverse(id: Ids.next(), by: filled.maya.id, at: Moment(milliseconds: 9)))
      }
    }
    #expect(try await name(filled) == "C")
  }

  @Test(arguments: StoreKind.allCases)
  func `undo is a conflict when somebody else edited the record since`(kind: StoreKind)
    async throws
  {
    let filled = try await kind.filled()
    let mine = try await rename(filled, "A")
    _ = try await rename(filled, "B", by: filled.ruth)

    let error = await #expect(throws: StoreError.self) { try await undo(filled) }

    guard case .conflict(let conflicts) = error else {
      Issue.record("not a conflict")
      return
    }
    #expect(conflicts.count == 1)
    #expect(conflicts[0].mine.before == mine.changes[0].after)
    #expect(try await name(filled) == "B")
  }

  @Test(arguments: StoreKind.allCases)
  func `what was added is taken out by undo and comes back with redo`(kind: StoreKind)
    async throws
  {
    let filled = try await kind.filled()
    let new = FamilyFile.sample("Ferris", reference: "F-103", lead: filled.maya)
    try await filled.store.commit(.adding(new.records, by: filled.maya))

    try await undo(filled)
    #expect(try await filled.store.familyIDs().count == 2)
    try await redo(filled)

    #expect(try await filled.store.family(new.family.id) == new)
    let page = try await filled.store.caseload(CaseloadQuery(scope: .mine(filled.maya.id)))
    #expect(page.openCount == 2)
  }

  @Test func `undo and redo go on after the file was closed and opened`() async throws {
    let filled = try await StoreKind.file.filled()
    let file = try #require(filled.made.file)
    _ = try await rename(filled, "A")
    let edit = try await rename(filled, "B")
    try await undo(filled)

    let store = try file.open()

    let redoable = try #require(try await store.redoable(by: filled.maya.id))
    #expect(redoable.reverts == edit.id)
    try await store.commit(
      redoable.inverse(id: Ids.next(), by: filled.maya.id, at: Moment(milliseconds: 1)))
    #expect(try await store.undoable(by: filled.maya.id)?.id == edit.id)
    #expect(try await store.family(filled.duffy.family.id).family.name == "B")
  }

  @Test(arguments: StoreKind.allCases)
  func `the same edit is not saved twice, nor undone twice`(kind: StoreKind) async throws {
    let filled = try await kind.filled()
    let edit = try await rename(filled, "A")
    try await undo(filled)

    for again in [edit, edit.inverse(id: Ids.next(), by: edit.by, at: Moment(milliseconds: 5))] {
      let error = await #expect(throws: StoreError.self) { try await filled.store.commit(again) }
      #expect(error?.sentence.contains("already") == true)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `today lists what others changed in my families since, the latest first`(kind: StoreKind)
    async throws
  {
    let filled = try await kind.filled()
    _ = try await rename(filled, "Before", by: filled.ruth, at: 1_000)
    let first = try await rename(filled, "Seen", by: filled.ruth, at: 2_000)
    let second = try await rename(filled, "Later", by: filled.ruth, at: 3_000)
    _ = try await rename(filled, "Mine", at: 4_000)
    _ = try await rename(filled, "Undone", by: filled.ruth, at: 5_000)
    try await undo(filled, by: filled.ruth)

    let material = try await filled.store.today(
      .mine(filled.maya.id), on: sampleToday, since: Moment(milliseconds: 1_500))
    let others = try await filled.store.today(
      .mine(filled.ruth.id), on: sampleToday, since: Moment(milliseconds: 1_500))

    #expect(material.changes.map(\.edit) == [second.id, first.id])
    #expect(material.changes.map(\.sentence) == ["Named it Later", "Named it Seen"])
    #expect(material.changes.map(\.familyName) == ["Mine", "Mine"])
    #expect(others.changes.isEmpty)
  }
}
