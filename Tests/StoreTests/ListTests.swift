import Casework
import CaseworkSQLite
import Testing

/// What lists say is what the domain says over every family's whole file.
struct ListTests {
  private func random(_ seed: UInt64) async throws -> (Made, [Practitioner], [FamilyFile]) {
    let random = try await RandomStore(seed)
    return (random.made, random.team, random.files)
  }

  private func scopes(_ team: [Practitioner]) -> [Scope] {
    [.everyone] + team.map { .mine($0.id) }
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `the caseload is what the families' files say`(seed: UInt64) async throws {
    let (made, team, files) = try await random(seed)

    for scope in scopes(team) {
      let mine = files.filter { $0.isIn(scope) }
      for order in CaseloadQuery.Order.allCases {
        let page = try await made.store.caseload(
          CaseloadQuery(scope: scope, includesClosed: true, order: order))
        let expected = mine.map { CaseloadEntry($0) }
        #expect(Set(page.page.entries) == Set(expected))
        #expect(page.page.entries.count == mine.count)
        #expect(page.openCount == mine.filter { $0.family.isOpen }.count)
        #expect(page.closedCount == mine.filter { !$0.family.isOpen }.count)
        #expect(page.page.total == mine.count)
        #expect(isInOrder(page.page.entries, order))
        let open = try await made.store.caseload(CaseloadQuery(scope: scope, order: order))
        #expect(open.page.entries == page.page.entries.filter { $0.status != .closed })
        #expect(open.page.total == page.openCount)
      }
    }
  }

  private func isInOrder(_ entries: [CaseloadEntry], _ order: CaseloadQuery.Order) -> Bool {
    func key(_ entry: CaseloadEntry) -> (Int, Double) {
      let closed = entry.status == .closed ? 1 : 0
      switch order {
      case .due: return (closed, Double(entry.reviewDue?.day.number ?? .max))
      case .name: return (closed, 0)
      case .support:
        return (
          closed, -Double(Family.SupportLevel.allCases.firstIndex(of: entry.supportLevel) ?? 0)
        )
      case .goals: return (closed, entry.mean ?? 99)
      }
    }
    return zip(entries, entries.dropFirst()).allSatisfy { key($0) <= key($1) }
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `what needs somebody is what the families' files say`(seed: UInt64) async throws {
    let (made, team, files) = try await random(seed)

    for scope in scopes(team) {
      for day in [sampleToday - 40, sampleToday, sampleToday + 25] {
        let material = try await made.store.today(scope, on: day, since: nil)
        let mine = files.filter { $0.isIn(scope) }
        let expected = files.flatMap { file in
          file.watchpoints().filter { $0.isShown(on: day) && isFor(scope, $0, file) }.map {
            FamilyWatchpoint(
              familyID: file.family.id, familyName: file.family.name, watchpoint: $0)
          }
        }
        #expect(Set(material.watchpoints) == Set(expected))
        #expect(material.watchpoints.count == expected.count)
        #expect(Set(material.meetings) == Set(mine.flatMap { meetings($0, from: day) }))
        #expect(material.meetings.map(\.when) == material.meetings.map(\.when).sorted())
      }
    }
  }

  /// Everyone's are all; one person's those of their families, but not what waits for another, and
  /// what waits for them wherever it is.
  private func isFor(_ scope: Scope, _ watchpoint: Watchpoint, _ file: FamilyFile) -> Bool {
    guard case .mine(let me) = scope else { return true }
    return watchpoint.waitsFor.map { $0 == me } ?? file.isIn(scope)
  }

  private func meetings(_ file: FamilyFile, from day: Day) -> [Meeting] {
    guard file.family.isOpen else { return [] }
    let reviews = file.reviews.filter { $0.state == .planned || $0.state == .underway }
      .compactMap { review in
        review.planned.map { (review.id as Review.ID?, $0, review.kind.rawValue, review.place) }
      }
    let conferences = file.conferences.filter { $0.heldOn == nil && $0.withdrawnOn == nil }
      .compactMap { one in
        one.planned.map { (nil as Review.ID?, $0, "family group conference", one.place) }
      }
    return (reviews + conferences).filter { (day...day + 7).contains($0.1.day) }.map {
      Meeting(
        familyID: file.family.id, familyName: file.family.name, reviewID: $0.0, when: $0.1,
        title: $0.2, place: $0.3)
    }
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `the goals are what the families' files say`(seed: UInt64) async throws {
    let (made, team, files) = try await random(seed)

    for scope in scopes(team) {
      let mine = files.filter { $0.isIn(scope) }
      for part in GoalQuery.Part.allCases {
        let page = try await made.store.goals(GoalQuery(scope: scope, part: part, limit: 500))
        let expected = mine.filter { part == .all || $0.family.isOpen }.flatMap { file in
          file.progress.goals.map { GoalEntry($0, in: file) }.filter { $0.belongs(to: part) }
        }
        #expect(Set(page.page.entries) == Set(expected))
        #expect(page.page.total == expected.count)
        #expect(page.counts[part] == expected.count)
      }
    }
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `find narrows a list and keeps its order`(seed: UInt64) async throws {
    let (made, _, files) = try await random(seed)
    let found = try await made.store.find("o", limit: 500)
    let ids = Set(found.map(\.id))
    #expect(!ids.isEmpty && ids.count < files.count)

    for order in CaseloadQuery.Order.allCases {
      let all = try await made.store.caseload(
        CaseloadQuery(scope: .everyone, includesClosed: true, order: order))
      let some = try await made.store.caseload(
        CaseloadQuery(scope: .everyone, includesClosed: true, order: order, find: "o"))
      #expect(some.page.entries == all.page.entries.filter { ids.contains($0.id) })
    }
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `find narrows the goals, and each count is the length of its list`(seed: UInt64) async throws
  {
    let (made, team, _) = try await random(seed)
    let ids = Set(try await made.store.find("o", limit: 500).map(\.id))

    for scope in [Scope.everyone, .mine(team[0].id)] {
      for part in GoalQuery.Part.allCases {
        let all = try await made.store.goals(GoalQuery(scope: scope, part: part, limit: 500))
        let found = try await made.store.goals(
          GoalQuery(scope: scope, part: part, find: "o", limit: 500))
        let page = try await made.store.goals(
          GoalQuery(scope: scope, part: part, find: "o", offset: 2, limit: 3))

        let expected = all.page.entries.filter { ids.contains($0.goal.familyID) }
        #expect(found.page.entries == expected)
        #expect(page.page.entries == Array(expected.dropFirst(2).prefix(3)))
        #expect([found, page].allSatisfy { $0.counts[part] == expected.count })
        #expect(page.page.total == expected.count)
      }
    }
  }

  @Test func `a part of a list is the same as that part of the whole`() async throws {
    let (made, _, _) = try await random(9)
    let whole = try await made.store.caseload(CaseloadQuery(scope: .everyone))

    let part = try await made.store.caseload(
      CaseloadQuery(scope: .everyone, offset: 7, limit: 5))

    #expect(part.page.entries == Array(whole.page.entries[7..<12]))
    #expect(part.page.offset == 7)
    #expect(part.page.total == whole.page.total)
  }
}
