import Casework
import CaseworkDocuments
import CaseworkSQLite
import Foundation
import GRDB
import KithApp

/// A store in a folder of its own with the twelve invented families.
///
/// It is always Saturday 21 November 2026, nine in the morning, and ids count up.
struct InventedStore: Sendable {
  let path: String
  let store: SQLiteCaseStore
  let world: World
  let lastVisit: Moment
  let people: [Practitioner]
  let files: [FamilyFile]

  /// What such a store is made of.
  struct Material: Sendable {
    let world: World
    let demo: Demo
    /// In the order in which they refer to each other.
    var records: [Casework.Record]

    init() {
      world = ReplayClock(now: Moment(milliseconds: 1_795_251_600_000)).world
      demo = DemoCaseload.make(world: world)
      records = demo.caseload.records
    }
  }

  static func make(in folder: String, of material: Material = Material()) async throws
    -> InventedStore
  {
    let (world, demo) = (material.world, material.demo)
    let path = folder + "/fuzz.kith"
    let store = try SQLiteCaseStore.create(at: path, today: world.day)
    try await store.commit(
      Edit(
        id: world.newID(), by: demo.you, at: demo.lastVisit, sentence: "The families",
        changes: material.records.map { Change(before: nil, after: $0) }, isUndoable: false))
    var files: [FamilyFile] = []
    for id in try await store.familyIDs() { files.append(try await store.family(id)) }
    return InventedStore(
      path: path, store: store, world: world, lastVisit: demo.lastVisit,
      people: try await store.practitioners(), files: files)
  }
}

// MARK: - Whether it is whole

extension InventedStore {
  /// Looks at the store as the next program would: opened anew, every record read, every rule asked,
  /// every count beside its list.
  ///
  /// - Throws: `Fault` with what is wrong.
  func check() async throws {
    let verdict = try await DatabaseQueue(path: path).read { db in
      try String.fetchAll(db, sql: "PRAGMA integrity_check")
    }
    guard verdict == ["ok"] else { throw Fault(words: "the file: \(verdict)") }
    let again = try SQLiteCaseStore.open(at: path, today: world.day)
    let ids = try await again.familyIDs()
    for id in ids {
      let file = try await again.family(id)
      let breaches = file.breaches(on: world.today).map(\.breach.sentence)
      guard breaches.isEmpty else { throw Fault(words: "\(file.family.name): \(breaches)") }
    }
    for person in try await again.practitioners() { _ = try await again.drafts(of: person.id) }
    try await checkCaseload(again, count: ids.count)
    try await checkReviews(again)
    try await checkGoals(again)
  }

  private func expect(_ what: String, _ count: Int?, _ listed: Int) throws {
    guard count == listed else {
      throw Fault(words: "\(what): \(count.map(String.init) ?? "no number") said, \(listed) there")
    }
  }

  private func checkCaseload(_ store: SQLiteCaseStore, count: Int) async throws {
    let all = try await store.caseload(
      CaseloadQuery(scope: .everyone, includesClosed: true, limit: 100_000))
    try expect("families", all.page.total, all.page.entries.count)
    try expect("families open and closed", all.openCount + all.closedCount, count)
    try expect("families by id", all.page.total, count)
  }

  private func checkReviews(_ store: SQLiteCaseStore) async throws {
    for part in ReviewQuery.Part.allCases {
      let query = ReviewQuery(
        scope: .everyone, part: part, today: world.today, limit: 100_000)
      let list = try await store.reviews(query)
      try expect("reviews, \(part)", list.page.total, list.page.entries.count)
      try expect("count of reviews, \(part)", list.counts[part], list.page.entries.count)
      let places = try await store.reviewPlaces(query)
      try expect("places of reviews, \(part)", places.count, list.page.entries.count)
    }
  }

  private func checkGoals(_ store: SQLiteCaseStore) async throws {
    for part in GoalQuery.Part.allCases {
      let list = try await store.goals(GoalQuery(scope: .everyone, part: part, limit: 100_000))
      try expect("goals, \(part)", list.page.total, list.page.entries.count)
      try expect("count of goals, \(part)", list.counts[part], list.page.entries.count)
    }
  }
}
