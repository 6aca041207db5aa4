import Casework
import Foundation
import Testing

@testable import CaseworkSQLite

/// What a few letters find across the caseload: families, people, goals and reviews.
struct SeekTests {
  private func words(_ found: [Found]) -> [String] {
    found.map { one in
      switch one.target {
      case .family: "family \(one.name)"
      case .person: "person \(one.name) of \(one.familyName)"
      case .goal: "goal \(one.name) of \(one.familyName)"
      case .review(_, let kind, let when): "\(kind.short) of \(one.name) \(when.day.full)"
      }
    }
  }

  private func seek(_ text: String, in filled: Filled, limit: Int = 5) async throws -> [String] {
    words(try await filled.store.seek(SeekQuery(text, by: filled.maya.id, limit: limit)))
  }

  @Test(arguments: StoreKind.allCases)
  func `people and goals are found by their own words, blind to accents`(
    kind: StoreKind
  ) async throws {
    let filled = try await kind.filled()

    #expect(
      try await seek("adey", in: filled) == [
        "family Adéyẹmí", "person Tobi Adéyẹmí of Adéyẹmí",
        "person Josephine Adéyẹmí (Mum) of Adéyẹmí",
      ])
    #expect(try await seek("TOBI", in: filled).contains("person Tobi Adéyẹmí of Adéyẹmí"))
    #expect(
      try await seek("getting", in: filled) == [
        "goal Getting to school on time of Duffy", "goal Getting to school on time of Adéyẹmí",
      ])
    #expect(
      try await seek("school duffy", in: filled) == ["goal Getting to school on time of Duffy"])
    #expect(try await seek("mum duf", in: filled) == ["person Josephine Duffy (Mum) of Duffy"])
  }

  @Test func `a review is found by its family and its kind or its day`() async throws {
    let filled = try await StoreKind.memory.filled()
    let day = (sampleToday + 5).full

    #expect(try await seek("duffy review", in: filled) == ["CIN review of Duffy \(day)"])
    #expect(try await seek("cin adey", in: filled) == ["CIN review of Adéyẹmí \(day)"])
    #expect(try await seek("review", in: filled).isEmpty)
  }

  @Test func `letters in their order find what no word begins with`() async throws {
    let filled = try await StoreKind.memory.filled()

    #expect(try await seek("jsph", in: filled, limit: 1).contains { $0.contains("Josephine") })
    #expect(try await seek("dfy", in: filled).first == "family Duffy")
    #expect(try await seek("zz", in: filled).isEmpty)
    #expect(try await seek("", in: filled).isEmpty)
    #expect(try await seek("  %", in: filled).isEmpty)
  }

  @Test func `what was renamed, added and removed since is known`() async throws {
    let filled = try await StoreKind.memory.filled()
    #expect(try await seek("grace", in: filled).isEmpty)
    let goal = filled.duffy.goals[0]
    var renamed = goal
    renamed.words = "Grace before meals"

    try await filled.store.commit(.changing(.goal(goal), to: .goal(renamed), by: filled.maya))

    #expect(try await seek("grace", in: filled) == ["goal Grace before meals of Duffy"])
  }

  /// Of each family what fits: all words begin a word or stand in one, in the thing's own name or,
  /// but not all of them, in the family's.
  private func plainSearch(_ text: String, _ files: [FamilyFile]) -> Set<String> {
    let words = Folding.words(text).map { String(decoding: $0, as: UTF8.self) }
    func folded(_ text: String) -> String { String(decoding: Folding.fold(text), as: UTF8.self) }
    var found: Set<String> = []
    for file in files {
      let kids = file.children.flatMap { [$0.name, $0.knownAs] }.map(folded)
      let family = [folded(file.family.name), folded(file.family.reference)] + kids
      func has(_ texts: [String], _ word: String) -> Bool { texts.contains { $0.contains(word) } }
      if words.allSatisfy({ has(family, $0) }) { found.insert("\(file.family.id)") }
      for named in FamilyBrief.Named.all(in: file) {
        let own = [folded(named.words)]
        guard words.contains(where: { has(own, $0) }),
          words.allSatisfy({ has(own, $0) || has(family, $0) })
        else { continue }
        found.insert("\(named.id)")
      }
    }
    return found
  }

  private func ids(_ found: [Found]) -> Set<String> {
    Set(
      found.compactMap { one in
        switch one.target {
        case .family: "\(one.familyID)"
        case .person(.person(let id)): "\(id.uuid)"
        case .person(.member(let id)): "\(id.uuid)"
        case .goal(let id): "\(id.uuid)"
        case .review: nil
        }
      })
  }

  @Test func `it finds what a plain search finds, whatever was changed before`() async throws {
    let random = try await RandomStore(4)
    let maya = random.team[0].id

    for text in ["a", "to", "zoe", "sian", "ow", "rose bell", "o'h", "smith", "lukasz", "ngozi f"] {
      let found = try await random.made.store.seek(SeekQuery(text, by: maya, limit: 10_000))
      let plain = plainSearch(text, random.files)
      #expect(ids(found).isSuperset(of: plain), "\(text)")
      // Two letters are never looked for apart from each other.
      if text.filter({ $0 != " " }).count < 3 { #expect(ids(found) == plain, "\(text)") }
    }
  }

  @Test func `of five thousand families it finds what a plain search finds`() async throws {
    let store = try SQLiteCaseStore.temporary { sampleToday }
    let maya = Practitioner.sample("Maya Osei")
    var source = Seeded(7)
    let files = (0..<5000).map { number in
      let id: Family.ID = Ids.next()
      return FamilyFile(
        family: Family(
          id: id, reference: "F-\(number)", name: source.word() + source.word().lowercased(),
          statusHistory: [Dated(from: sampleToday, value: .open)],
          supportHistory: [Dated(from: sampleToday, value: .childInNeed)],
          leadProfessional: number.isMultiple(of: 2) ? maya.id : nil),
        people: [Person(id: Ids.next(), familyID: id, name: source.word(), isChild: true)])
    }
    try await store.commit(
      .adding([.practitioner(maya)] + files.flatMap(\.records), by: maya, isUndoable: false))

    for text in ["ki", "zo", "-49"] {
      let found = try await store.seek(SeekQuery(text, by: maya.id, limit: 10_000))
      #expect(ids(found) == plainSearch(text, files), "\(text)")
    }
    let best = try await store.seek(SeekQuery("kayla", by: maya.id, limit: 3))
    let own = Set(files.filter { $0.family.leadProfessional != nil }.map(\.family.id))
    #expect(best.count == 6)
    #expect(best.allSatisfy { own.contains($0.familyID) })
  }
}
