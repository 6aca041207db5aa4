import Casework
import CaseworkSQLite
import Testing

/// What lists say is what the domain says over every family's whole file.
struct ListTests {
  /// A store of random families after a few random edits, and the families as they should be.
  private func random(_ seed: UInt64) async throws -> (Made, [Practitioner], [FamilyFile]) {
    var source = Seeded(seed)
    let made = try StoreKind.memory.make()
    let team = ["Maya", "Ruth", "Dan", "Ines"].map { Practitioner.sample($0) }
    var files = (0..<30).map { source.family($0, of: team, around: sampleToday) }
    try await made.store.commit(
      .adding(team.map(Record.practitioner) + files.flatMap(\.records), by: team[0]))
    for _ in 0..<20 {
      let index = source.number(0...files.count - 1)
      var new = source.family(100 + index, of: team, around: sampleToday).family
      new.id = files[index].family.id
      new.reference = files[index].family.reference
      try await made.store.commit(
        .changing(.family(files[index].family), to: .family(new), by: team[0]))
      files[index].family = new
      guard let review = files[index].reviews.first else { continue }
      try await made.store.commit(.changing(.review(review), to: nil, by: team[1]))
      files[index].reviews.removeFirst()
      for rating in files[index].ratings where rating.reviewID == review.id {
        Issue.record("a rating names the review \(rating.id)")
      }
    }
    return (made, team, files)
  }

  private func scopes(_ team: [Practitioner]) -> [Scope] {
    [.everyone] + team.map { .mine($0.id) }
  }

  private func holds(_ scope: Scope, _ file: FamilyFile) -> Bool {
    guard case .mine(let id) = scope else { return true }
    let family = file.family
    return [family.leadProfessional, family.coordinator, family.supervisor].contains(id)
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `the caseload is what the families' files say`(seed: UInt64) async throws {
    let (made, team, files) = try await random(seed)

    for scope in scopes(team) {
      let mine = files.filter { holds(scope, $0) }
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
        let mine = files.filter { holds(scope, $0) }
        let expected = mine.flatMap { file in
          file.watchpoints().filter { $0.isShown(on: day) }.map {
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

  private func meetings(_ file: FamilyFile, from day: Day) -> [Meeting] {
    guard file.family.isOpen else { return [] }
    let reviews = file.reviews.filter { $0.state == .planned }
      .compactMap { review in review.planned.map { ($0, review.kind.rawValue, review.place) } }
    let conferences = file.conferences.filter { $0.heldOn == nil && $0.withdrawnOn == nil }
      .compactMap { one in one.planned.map { ($0, "family group conference", one.place) } }
    return (reviews + conferences).filter { (day...day + 7).contains($0.0.day) }.map {
      Meeting(
        familyID: file.family.id, familyName: file.family.name, when: $0.0, title: $0.1,
        place: $0.2)
    }
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `the reviews are what the families' files say`(seed: UInt64) async throws {
    let (made, team, files) = try await random(seed)

    for scope in scopes(team) {
      for day in [sampleToday - 40, sampleToday, sampleToday + 25] {
        let all = files.filter { holds(scope, $0) }.flatMap(reviews)
        for part in ReviewQuery.Part.allCases {
          let page = try await made.store.reviews(
            ReviewQuery(scope: scope, part: part, today: day, limit: 500))
          let expected = all.filter { belongs($0, part, day) }
          #expect(Set(page.page.entries) == Set(expected))
          #expect(page.page.total == expected.count)
          #expect(page.counts[part] == expected.count)
          let times = page.page.entries.map(\.when)
          #expect(times == (part == .held ? times.sorted().reversed() : times.sorted()))
        }
      }
    }
  }

  private func reviews(_ file: FamilyFile) -> [ReviewEntry] {
    let family = file.family
    func entry(_ review: Review?, _ when: MeetingTime) -> ReviewEntry {
      ReviewEntry(
        reviewID: review?.id, familyID: family.id, familyName: family.name,
        lead: family.leadProfessional, kind: review?.kind ?? family.supportLevel.reviewKind,
        when: when, place: review?.place ?? "", state: review?.state ?? .planned,
        outcome: review?.outcome, signedOff: review?.signedOff)
    }
    var entries = file.reviews.filter { $0.state != .cancelled }
      .filter { family.isOpen || $0.held != nil }
      .compactMap { review in review.when.map { entry(review, $0) } }
    if let due = reviewDue(family: family, reviews: file.reviews), due.planned == nil {
      entries.append(entry(nil, MeetingTime(day: due.day)))
    }
    return entries
  }

  private func belongs(_ entry: ReviewEntry, _ part: ReviewQuery.Part, _ day: Day) -> Bool {
    switch part {
    case .coming: entry.state == .planned && entry.when.day <= day + 42
    case .overdue: entry.isOverdue(on: day)
    case .held: entry.state == .held || entry.state == .signedOff
    case .toSignOff: entry.state == .held
    case .sentBack: entry.state == .sentBack
    }
  }

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `the goals are what the families' files say`(seed: UInt64) async throws {
    let (made, team, files) = try await random(seed)

    for scope in scopes(team) {
      let mine = files.filter { holds(scope, $0) }
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
    let held = try await made.store.reviews(
      ReviewQuery(scope: .everyone, part: .held, today: sampleToday, limit: 500))
    let some = try await made.store.reviews(
      ReviewQuery(
        scope: .everyone, part: .held, today: sampleToday, find: "o", offset: 1, limit: 3))
    let expected = held.page.entries.filter { ids.contains($0.familyID) }
    #expect(some.page.entries == Array(expected.dropFirst().prefix(3)))
    #expect(some.page.total == expected.count)
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
