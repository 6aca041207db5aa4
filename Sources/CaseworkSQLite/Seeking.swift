import Casework
import FoundationEssentials
import Glibc

/// What a few letters find among the opened names: families, and people and goals in them.
extension NameIndex {
  /// Something found, before it is opened again for its words.
  struct Hit {
    let family: UUID
    /// Its place in `FamilyBrief.named`; nil for the family itself.
    var place: Int?
  }

  /// What was found of each kind, the best first.
  struct Hits {
    var families: [Hit] = []
    var people: [Hit] = []
    var goals: [Hit] = []

    var all: [Hit] { families + people + goals }
  }

  func seek(_ query: SeekQuery) -> Hits {
    let words = NameIndex.words(query.text)
    guard !words.isEmpty, query.limit > 0 else { return Hits() }
    var families = Best(limit: query.limit)
    var people = Best(limit: query.limit)
    var goals = Best(limit: query.limit)
    let letters = words.flatMap { $0.dropLast() }
    for entry in entries {
      let isOwn = Scope.mine(query.seeker).holds(entry)
      let beside = words.map { match(entry.text, $0) }
      families.add(Hit(family: entry.id), Fit(beside) ?? scattered(letters, entry), isOwn)
      forEachNamed(in: entry) { kind, place, text in
        let found = words.map { NameIndex.match(text, $0) }
        // Words of the family's name may stand beside it, but not all of them.
        let whole = zip(found, beside).map { $0 ?? $1 }
        let fit =
          found.contains { $0 != nil } ? Fit(whole) : NameIndex.scattered(letters, text)
        guard let fit else { return }
        let hit = Hit(family: entry.id, place: place)
        if kind == .goal { goals.add(hit, fit, isOwn) } else { people.add(hit, fit, isOwn) }
      }
    }
    return Hits(families: families.found, people: people.found, goals: goals.found)
  }

  /// Families of which at least one word of a text is the name, with the words that are not.
  func familiesNamed(in text: String) -> [UUID: [[CChar]]] {
    let words = NameIndex.words(text)
    guard words.count > 1 else { return [:] }
    var found: [UUID: [[CChar]]] = [:]
    for entry in entries {
      let others = words.filter { match(entry.text, $0) != .begins }
      if !others.isEmpty, others.count < words.count { found[entry.id] = others }
    }
    return found
  }

  private func forEachNamed(
    in entry: Entry, _ body: (FamilyBrief.Named.Kind?, Int, UnsafePointer<CChar>) -> Void
  ) {
    entry.named.withUnsafeBufferPointer { texts in
      guard let start = texts.baseAddress else { return }
      var (place, offset) = (0, 0)
      while offset < texts.count {
        body(FamilyBrief.Named.Kind(rawValue: Int(texts[offset])), place, start + offset + 1)
        offset += strlen(start + offset) + 1
        place += 1
      }
    }
  }

  // MARK: - How well something fits

  private func scattered(_ letters: [CChar], _ entry: Entry) -> Fit? {
    entry.text.withUnsafeBufferPointer { text in
      text.baseAddress.flatMap { NameIndex.scattered(letters, $0) }
    }
  }

  /// Three letters or more that stand in a text in their order, the first at the start of a word,
  /// none behind the end of a field: `drn` for Darren.
  private static func scattered(_ letters: [CChar], _ text: UnsafePointer<CChar>) -> Fit? {
    guard letters.count >= 3 else { return nil }
    let separator = CChar(bitPattern: Folding.separator)
    var (place, next) = (0, 0)
    while text[place] != 0, text[place] != separator, next < letters.count {
      let begins = place == 0 || !Folding.isInWord(UInt8(bitPattern: text[place - 1]))
      if text[place] == letters[next], next > 0 || begins { next += 1 }
      place += 1
    }
    return next == letters.count ? .scattered : nil
  }
}

/// How well something fits what is sought.
private enum Fit: Int {
  /// Every word begins a word.
  case begins
  /// Every word is there.
  case inside
  /// Only the letters are there, in their order.
  case scattered

  /// - Parameter words: how each word stands in it; nil where one is not there.
  init?(_ words: [NameIndex.Match?]) {
    self = .begins
    for match in words {
      guard let match else { return nil }
      if match == .inside { self = .inside }
    }
  }
}

/// The best few of a kind: by fit, one's own before others', else in the order they came.
private struct Best {
  let limit: Int
  private var hits: [[NameIndex.Hit]] = Array(repeating: [], count: 6)

  init(limit: Int) { self.limit = limit }

  mutating func add(_ hit: NameIndex.Hit, _ fit: Fit?, _ isOwn: Bool) {
    guard let fit else { return }
    let index = fit.rawValue * 2 + (isOwn ? 0 : 1)
    if hits[index].count < limit { hits[index].append(hit) }
  }

  var found: [NameIndex.Hit] { Array(hits.joined().prefix(limit)) }
}

// MARK: - Reviews

extension ReviewIndex {
  /// Reviews of some families that a few words find by their kind and their day, the latest first.
  ///
  /// - Parameter families: the words to look for in the reviews of each.
  func seek(_ families: [UUID: [[CChar]]], limit: Int) -> [Entry] {
    let words = self.families.rows.map { families[$0.id] }
    var found: [Entry] = []
    for entry in entries.reversed() where found.count < limit {
      guard let words = words[Int(entry.family)],
        entry.item != self.families.rows[Int(entry.family)].id
      else { continue }
      let day = Rank.time(at: entry.rank).day
      let text = Folding.fold("review \(entry.kind.rawValue) \(entry.kind.short) \(day.full)")
        .map(CChar.init(bitPattern:))
      let isFound = words.allSatisfy { NameIndex.match(text + [0], $0) == .begins }
      if isFound { found.append(entry) }
    }
    return found
  }
}

// MARK: - Opened again

extension SQLiteCaseStore {
  public func seek(_ query: SeekQuery) async throws(StoreError) -> [Found] {
    try await readLists { [self] db in
      let (hits, families) = try asked(db) {
        ($0.seek(query), $0.familiesNamed(in: query.text))
      }
      let reader = ListReader(db, vault)
      var found = try hits.all.compactMap { try reader.found($0) }
      guard !families.isEmpty else { return found }
      let reviews = try reviewIndex.withLock { index in
        try index.refresh(db, vault)
        return index.seek(families, limit: query.limit).map { ($0, index.family(of: $0)) }
      }
      found += try reviews.compactMap { try reader.found($0, of: $1) }
      return found
    }
  }
}

extension ReviewIndex {
  fileprivate func family(of entry: Entry) -> UUID { families.rows[Int(entry.family)].id }
}

extension ListReader {
  fileprivate func found(_ hit: NameIndex.Hit) throws -> Found? {
    guard let row = try family(hit.family) else { return nil }
    let (id, name) = (row.entry.id, row.entry.name)
    guard let place = hit.place else {
      return Found(
        .family, in: id, familyName: name, name: name, children: row.entry.children.map(\.name))
    }
    guard row.brief.named.indices.contains(place) else { throw StoreError.damaged }
    let named = row.brief.named[place]
    let target: Found.Target =
      switch named.kind {
      case .person: .person(.person(Person.ID(named.id)))
      case .member: .person(.member(TeamMember.ID(named.id)))
      case .goal: .goal(Goal.ID(named.id))
      }
    return Found(target, in: id, familyName: name, name: named.words)
  }

  fileprivate func found(_ review: ReviewIndex.Entry, of family: UUID) throws -> Found? {
    guard let entry = try self.family(family)?.entry else { return nil }
    return Found(
      .review(Review.ID(review.item), review.kind, Rank.time(at: review.rank)), in: entry.id,
      familyName: entry.name, name: entry.name)
  }
}
