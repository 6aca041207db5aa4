import Casework
import Foundation
import GRDB
import Testing

@testable import CaseworkSQLite

/// No name and no word in plain bytes, and nothing sealed that could be swapped or changed.
struct SealTests {
  /// Every word of a caseworker's that a file holds: of its records, its history and its drafts.
  private func texts(_ filled: Filled) -> Set<String> {
    var texts: Set<String> = [
      "Maya Osei", "Ruth Bell", "Josephine", "Wrote a plan", "Half a", "goal-key", "Time for",
    ]
    for file in [filled.duffy, filled.adeyemi] {
      texts.formUnion([file.family.name, file.family.reference])
      texts.formUnion(file.people.flatMap { [$0.name, $0.knownAs] })
      texts.formUnion(file.goals.map(\.words) + file.actions.map(\.words))
      texts.formUnion(file.ratings.map(\.words) + file.reviews.map(\.place))
    }
    return texts.filter { $0.count > 2 }
  }

  private func occurrences(of text: String, in bytes: Data) -> Int {
    let forms = [
      Data(text.utf8), Data(text.lowercased().utf8), text.data(using: .utf16LittleEndian),
      text.data(using: .utf16BigEndian),
    ]
    return forms.compactMap(\.self).filter { bytes.range(of: $0) != nil }.count
  }

  @Test func `no name and no word lies in plain bytes in any file of the store`() async throws {
    let filled = try await StoreKind.file.filled()
    let file = try #require(filled.made.file)
    let store = try #require(filled.store as? SQLiteCaseStore)
    let plan = Plan(
      id: Ids.next(), familyID: filled.duffy.family.id, openingWords: "Time for each other")
    try await store.commit(.adding([.plan(plan)], by: filled.maya, sentence: "Wrote a plan"))
    try await store.keep(
      Draft(
        key: "goal-key", practitioner: filled.maya.id, keptAt: Moment(milliseconds: 1),
        title: "Half a goal", values: ["words": "Time for Mum"]))
    _ = try await store.caseload(CaseloadQuery(scope: .everyone, order: .name))

    func seen() throws -> [String] {
      let bytes = try file.names.map {
        try Data(contentsOf: URL(fileURLWithPath: file.folder + "/" + $0))
      }
      #expect(try file.names.count == 3)
      #expect(bytes.reduce(0) { $0 + $1.count } > 50_000)
      return texts(filled).filter { text in bytes.contains { occurrences(of: text, in: $0) > 0 } }
    }

    #expect(try seen() == [])
    _ = try await store.database.writeWithoutTransaction { try $0.checkpoint(.full) }
    #expect(try seen() == [])
  }

  @Test func `the search for plain words finds one that is there`() {
    let bytes = Data("xx".utf8) + (("Duffy".data(using: .utf16LittleEndian)) ?? Data())

    #expect(occurrences(of: "Duffy", in: bytes) == 1)
    #expect(occurrences(of: "Duffy", in: Data("the duffy family".utf8)) == 1)
  }

  /// What reads a table's sealed column again, in a store that remembers nothing.
  private func reading(_ table: String, _ filled: Filled) async throws {
    let known = try #require(filled.store as? SQLiteCaseStore)
    let store = try SQLiteCaseStore(known.database, settings: .standard) { sampleToday }
    switch table {
    case "record": _ = try await store.family(filled.duffy.family.id)
    case "review":
      _ = try await store.reviews(
        ReviewQuery(scope: .everyone, part: .coming, today: sampleToday))
    case "family": _ = try await filled.store.caseload(CaseloadQuery(scope: .everyone))
    case "goal": _ = try await filled.store.goals(GoalQuery(scope: .everyone, part: .all))
    case "change": _ = try await filled.store.undoable(by: filled.maya.id)
    case "edit": _ = try await filled.store.undoable(by: filled.maya.id)
    default: _ = try await filled.store.drafts(of: filled.maya.id)
    }
  }

  /// A store in which every sealed table has two rows.
  private func filled() async throws -> (Filled, SQLiteCaseStore) {
    let filled = try await StoreKind.memory.filled()
    for (key, at) in [("a", 1), ("b", 2)] {
      try await filled.store.keep(
        Draft(
          key: key, practitioner: filled.maya.id, keptAt: Moment(milliseconds: Int64(at)),
          title: "", values: [:]))
    }
    var goal = filled.duffy.goals[0]
    goal.order = 2
    var person = filled.duffy.people[0]
    person.needs = "Glasses"
    try await filled.store.commit(
      Edit(
        id: Ids.next(), by: filled.maya.id, at: Moment(milliseconds: 1), sentence: "Both",
        changes: [
          Change(before: .goal(filled.duffy.goals[0]), after: .goal(goal)),
          Change(before: .person(filled.duffy.people[0]), after: .person(person)),
        ]))
    return (filled, try #require(filled.store as? SQLiteCaseStore))
  }

  static let tables = ["record", "family", "goal", "review", "change", "edit", "draft"]

  private func key(_ table: String) -> String { table == "review" ? "item" : "rowid" }

  @Test(arguments: tables)
  func `two sealed values that changed places are found out`(table: String) async throws {
    let (filled, store) = try await filled()
    try await reading(table, filled)

    try await store.database.write { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT \(key(table)) AS place, sealed FROM \(table) WHERE sealed IS NOT NULL
          ORDER BY \(key(table))
          """)
      for (row, other) in zip(rows, rows.dropFirst() + rows.prefix(1)) {
        try db.execute(
          sql: "UPDATE \(table) SET sealed = ? WHERE \(key(table)) = ?",
          arguments: [other["sealed"] as Data, row["place"] as DatabaseValue])
      }
    }

    await #expect(throws: StoreError.damaged) { try await reading(table, filled) }
  }

  @Test(arguments: tables)
  func `a sealed value of which a bit was changed is found out`(table: String) async throws {
    let (filled, store) = try await filled()

    try await store.database.write { db in
      let rows = try Row.fetchAll(
        db,
        sql: "SELECT \(key(table)) AS place, sealed FROM \(table) WHERE sealed IS NOT NULL")
      for row in rows {
        var sealed: Data = row["sealed"]
        sealed[sealed.count / 2] ^= 1
        try db.execute(
          sql: "UPDATE \(table) SET sealed = ? WHERE \(key(table)) = ?",
          arguments: [sealed, row["place"] as DatabaseValue])
      }
    }

    await #expect(throws: StoreError.damaged) { try await reading(table, filled) }
  }

  @Test func `what is packed is unpacked as it was`() throws {
    var packer = Packer()
    let numbers = [0, 1, -1, 63, 64, -20_000, Int.max, Int.min]
    for number in numbers { packer.put(number) }
    packer.put("Zoë 家")
    packer.put(nil as Int?)
    packer.put(10.0 / 3)

    var unpacker = Unpacker(Data(packer.bytes))

    #expect(try numbers.map { _ in try unpacker.int() } == numbers)
    #expect(try unpacker.text() == "Zoë 家")
    #expect(try unpacker.optionalInt() == nil)
    #expect(try unpacker.double() == 10.0 / 3)
    #expect(throws: StoreError.damaged) { _ = try unpacker.int() }
  }
}
