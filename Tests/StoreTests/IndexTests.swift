import Casework
import GRDB
import Testing

@testable import CaseworkSQLite

/// That lists are read from their indexes, whatever the number of families, and what find finds.
struct IndexTests {
  private func plan(_ sql: String, _ count: Int) async throws -> [String] {
    let store = try SQLiteCaseStore.temporary { sampleToday }
    let arguments = StatementArguments(Array(repeating: 1, count: count))
    return try await store.database.read { db in
      try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: arguments)
        .map { $0["detail"] as String }
    }
  }

  @Test(arguments: [
    (ListReader.windowSQL, 5), (ListReader.countSQL, 3), (ListReader.watchpointsSQL, 3),
    (ListReader.meetingsSQL, 4), (ListReader.waitingSQL, 2), (ListedReview.readSQL, 3),
    (GoalIndex.fillSQL, 3), (Settling.statesSQL, 1),
  ])
  func `a list is read from its index, in its order`(sql: String, count: Int) async throws {
    let steps = try await plan(sql, count)

    #expect(!steps.isEmpty)
    #expect(steps.allSatisfy { $0.hasPrefix("SEARCH") }, "\(steps)")
  }

  @Test func `changes of others are read latest first from an index`() async throws {
    let steps = try await plan(ListReader.changesSQL, 2)

    #expect(steps.allSatisfy { $0.hasPrefix("SEARCH") }, "\(steps)")
  }

  private func store(_ names: [String]) async throws -> SQLiteCaseStore {
    let store = try SQLiteCaseStore.temporary { sampleToday }
    let maya = Practitioner.sample("Maya Osei")
    let files = names.enumerated().map { index, name in
      FamilyFile.sample(name, reference: "F-\(100 + index)", lead: maya, child: "Kid\(index)")
    }
    try await store.commit(.adding([.practitioner(maya)] + files.flatMap(\.records), by: maya))
    return store
  }

  @Test(arguments: [
    ("adey", ["Adéyẹmí"]), ("ADÉYẸMÍ", ["Adéyẹmí"]), ("obrien", []), ("o'brien", ["O’Brien"]),
    ("bri", ["O’Brien"]), ("son", ["Anderson", "Thomson"]), ("an", ["Anderson", "Van Dan"]),
    ("thom s", ["Thomson"]), ("101", ["O’Brien"]), ("f-10 mum", []), ("kid3", ["Anderson"]),
    ("lodz", ["Łódź"]), ("家", ["家"]), ("zzz", []), ("van an", ["Van Dan"]), ("%", []),
  ])
  func `find is blind to case and accents`(text: String, names: [String]) async throws {
    let store = try await store([
      "Adéyẹmí", "O’Brien", "Thomson", "Anderson", "Van Dan", "Łódź", "家",
    ])

    let found = try await store.find(text, limit: 10)

    #expect(found.map(\.name) == names)
  }

  @Test func `what begins a word is found before what stands inside one`() async throws {
    let store = try await store(["Bellamy", "Abel", "Isabel", "Elder"])

    #expect(
      try await store.find("el", limit: 10).map(\.name) == ["Elder", "Abel", "Bellamy", "Isabel"])
    #expect(try await store.find("el", limit: 2).map(\.name) == ["Elder", "Abel"])
    #expect(try await store.find("", limit: 2).map(\.name) == ["Abel", "Bellamy"])
  }

  @Test func `the order by name is blind to case and accents`() async throws {
    let store = try await store(["Zahra", "élan", "Eagle", "Evans", "adams"])

    let page = try await store.caseload(CaseloadQuery(scope: .everyone, order: .name))

    #expect(page.page.entries.map(\.name) == ["adams", "Eagle", "élan", "Evans", "Zahra"])
  }

  @Test func `find knows what was saved, added and removed since`() async throws {
    let store = try await store(["Duffy", "Okoro"])
    #expect(try await store.find("", limit: 10).count == 2)
    let maya = try #require(try await store.practitioners().first)
    let new = FamilyFile.sample("Ferris", reference: "F-900", lead: maya, child: "Noor")

    try await store.commit(.adding(new.records, by: maya))
    let added = try await store.find("noor", limit: 10)
    let undoing = try #require(try await store.undoable(by: maya.id))
    try await store.commit(
      undoing.inverse(id: Ids.next(), by: maya.id, at: Moment(milliseconds: 1)))

    #expect(added == [CaseloadEntry(new)])
    #expect(try await store.find("noor", limit: 10).isEmpty)
    #expect(try await store.find("", limit: 10).map(\.name) == ["Duffy", "Okoro"])
  }
}
