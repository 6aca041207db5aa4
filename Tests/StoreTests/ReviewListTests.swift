import Casework
import Testing

@testable import CaseworkSQLite

/// The list of reviews is what the domain says over every family's whole file, and every count is
/// the length of the list that it opens.
struct ReviewListTests {
  private static let days = [sampleToday - 40, sampleToday, sampleToday + 25]

  /// The reviews of a family as the list shows them, those due and not planned with them.
  private func entries(_ file: FamilyFile) -> [ReviewEntry] {
    let family = file.family
    func entry(_ review: Review?, _ kind: Review.Kind, _ when: MeetingTime) -> ReviewEntry {
      ReviewEntry(
        reviewID: review?.id, familyID: family.id, familyName: family.name,
        lead: family.leadProfessional, kind: kind, when: when, place: review?.place ?? "",
        state: review?.state ?? .planned, outcome: review?.outcome, signedOff: review?.signedOff)
    }
    let reviews = file.reviews.filter { $0.state != .cancelled }
      .filter { family.isOpen || $0.held != nil }
      .compactMap { review in review.when.map { entry(review, review.kind, $0) } }
    let dues = file.dues(settings: .standard).filter { $0.planned == nil }
    return reviews + dues.map { entry(nil, $0.kind, MeetingTime(day: $0.day)) }
  }

  private func belongs(_ entry: ReviewEntry, _ part: ReviewQuery.Part, _ day: Day) -> Bool {
    switch part {
    case .coming: [.planned, .underway].contains(entry.state) && entry.when.day <= day + 42
    case .overdue: entry.isOverdue(on: day)
    case .held: [.held, .sentBack, .signedOff].contains(entry.state)
    case .toSignOff: entry.state == .held
    case .sentBack: entry.state == .sentBack
    }
  }

  private func holds(_ filter: ReviewFilter, _ entry: ReviewEntry) -> Bool {
    if let leads = filter.leads, !(entry.lead.map(leads.contains) ?? false) { return false }
    return (filter.kind == nil || filter.kind == entry.kind)
      && (filter.outcome == nil || filter.outcome == entry.outcome)
      && (filter.state == nil || filter.state == entry.state)
  }

  /// What an order compares, so that the next is never less than the one before.
  private func key(
    _ entry: ReviewEntry, _ order: ReviewQuery.Order, _ team: [Practitioner]
  ) -> [String] {
    func place<Value: Equatable>(_ value: Value?, _ all: [Value]) -> String {
      String(1000 + (all.firstIndex { $0 == value } ?? 900))
    }
    let name = team.first { $0.id == entry.lead }?.name
    return switch order {
    case .usual: []
    case .family: [String(decoding: Folding.fold(entry.familyName), as: UTF8.self)]
    case .lead: [name == nil ? "1" : "0", name ?? ""]
    case .kind: [place(entry.kind, Review.Kind.allCases)]
    case .outcome: [place(entry.outcome, Review.Outcome.allCases)]
    case .signedOff: [entry.signedOff.map { String(1_000_000 + $0.on.number) } ?? "0"]
    }
  }

  private func isInOrder(
    _ entries: [ReviewEntry], _ query: ReviewQuery, _ team: [Practitioner]
  ) -> Bool {
    let entries = query.isReversed ? entries.reversed() : entries
    return zip(entries, entries.dropFirst()).allSatisfy { left, right in
      let (one, two) = (key(left, query.order, team), key(right, query.order, team))
      if one != two { return one.lexicographicallyPrecedes(two) }
      // Families of one name stand together; those of one family by time.
      if query.order == .family, left.familyID != right.familyID { return true }
      return query.part == .held ? left.when >= right.when : left.when <= right.when
    }
  }

  /// A query with whatever narrows and orders it.
  private func query(_ scope: Scope, _ team: [Practitioner], _ random: inout Seeded) -> ReviewQuery
  {
    var query = ReviewQuery(
      scope: scope, part: random.pick(ReviewQuery.Part.allCases),
      order: random.pick(ReviewQuery.Order.allCases), isReversed: random.chance(40),
      today: random.pick(ReviewListTests.days))
    if random.chance(40) { query.filter.leads = [random.pick(team).id, random.pick(team).id] }
    if random.chance(30) { query.filter.kind = random.pick(Review.Kind.allCases) }
    if random.chance(20) { query.filter.outcome = random.pick(Review.Outcome.allCases) }
    if random.chance(20) { query.filter.state = random.pick(Review.State.allCases) }
    if random.chance(40) { query.find = random.pick(["o", "a", "ow", "zzz", "f-10"]) }
    return query
  }

  /// All entries of a list, page by page.
  private func walk(_ query: ReviewQuery, _ store: any CaseStore) async throws -> [ReviewEntry] {
    var (query, entries) = (query, [ReviewEntry]())
    query.limit = 7
    while true {
      query.offset = entries.count
      let page = try await store.reviews(query).page
      entries += page.entries
      if page.entries.isEmpty || entries.count > page.total { return entries }
    }
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `a list is what the files say, in its order, and walked it is whole`(seed: UInt64)
    async throws
  {
    let random = try await RandomStore(seed)
    var source = Seeded(seed + 100)

    for scope in [.everyone] + random.team.map({ Scope.mine($0.id) }) {
      for _ in 0..<25 {
        let query = query(scope, random.team, &source)
        let found = Set(try await random.made.store.find(query.find, limit: 500).map(\.id))
        let all = random.files.filter { $0.isIn(scope) && found.contains($0.family.id) }
          .flatMap(entries).filter { holds(query.filter, $0) }
        let expected = all.filter { belongs($0, query.part, query.today) }

        let listed = try await walk(query, random.made.store)
        let page = try await random.made.store.reviews(query)
        let places = try await random.made.store.reviewPlaces(query)

        #expect(Set(listed) == Set(expected), "\(query)")
        #expect(listed.count == expected.count && page.page.total == expected.count)
        #expect(isInOrder(listed, query, random.team), "\(query)")
        #expect(
          places
            == listed.map {
              ReviewPlace(
                familyID: $0.familyID, reviewID: $0.reviewID,
                kind: $0.reviewID == nil ? $0.kind : nil)
            })
        for part in ReviewQuery.Part.allCases {
          #expect(page.counts[part] == all.filter { belongs($0, part, query.today) }.count)
        }
      }
    }
  }

  @Test(arguments: 1...2 as ClosedRange<UInt64>)
  func `every count is the length of the list that it opens`(seed: UInt64) async throws {
    let random = try await RandomStore(seed)
    var source = Seeded(seed + 200)

    for _ in 0..<20 {
      var query = query(.everyone, random.team, &source)
      let counts = try await random.made.store.reviews(query).counts
      for part in ReviewQuery.Part.allCases {
        query.part = part
        #expect(try await walk(query, random.made.store).count == counts[part], "\(query)")
      }
    }
  }

  @Test func `a list knows what was saved since it was read`() async throws {
    let filled = try await StoreKind.memory.filled()
    var query = ReviewQuery(scope: .everyone, part: .coming, today: sampleToday)
    let before = try await filled.store.reviews(query)
    var review = filled.duffy.reviews[0]
    (review.planned, review.place) = (MeetingTime(day: sampleToday - 3), "Library")

    try await filled.store.commit(
      .changing(.review(filled.duffy.reviews[0]), to: .review(review), by: filled.maya))
    query.part = .overdue
    let after = try await filled.store.reviews(query)

    #expect(before.page.entries.compactMap(\.reviewID).contains(review.id))
    #expect(before.counts[.overdue] == 0)
    #expect(after.page.entries.map(\.reviewID) == [review.id])
    #expect(after.page.entries.first?.place == "Library")
    #expect(after.counts[.overdue] == 1)
  }
}
