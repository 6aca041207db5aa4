import Casework
import CaseworkSQLite
import Testing

/// What every store refuses, and what it leaves as it was then.
struct CommitTests {
  private func renamed(_ family: Family, _ name: String) -> Record {
    var family = family
    family.name = name
    return .family(family)
  }

  @Test(arguments: StoreKind.allCases)
  func `a record that was changed underneath is a conflict that shows both`(kind: StoreKind)
    async throws
  {
    let filled = try await kind.filled()
    let family = filled.duffy.family
    try await filled.store.commit(
      .changing(.family(family), to: renamed(family, "Duffy-Reid"), by: filled.ruth))

    let mine = Change(before: .family(family), after: renamed(family, "Duffie"))
    let expected = StoreError.conflict([Conflict(mine: mine, theirs: renamed(family, "Duffy-Reid"))]
    )

    await #expect(throws: expected) {
      try await filled.store.commit(
        .changing(.family(family), to: renamed(family, "Duffie"), by: filled.maya))
    }
    #expect(try await filled.store.family(family.id).family.name == "Duffy-Reid")
  }

  @Test(arguments: StoreKind.allCases)
  func `a record that was removed underneath is a conflict without theirs`(kind: StoreKind)
    async throws
  {
    let filled = try await kind.filled()
    let action = filled.duffy.actions[0]
    try await filled.store.commit(.changing(.action(action), to: nil, by: filled.ruth))
    var done = action
    done.status = .done

    let mine = Change(before: .action(action), after: .action(done))

    await #expect(throws: StoreError.conflict([Conflict(mine: mine, theirs: nil)])) {
      try await filled.store.commit(
        .changing(.action(action), to: .action(done), by: filled.maya))
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `a record that breaks a rule is refused by field`(kind: StoreKind) async throws {
    let filled = try await kind.filled()
    var rating = filled.duffy.ratings[0]
    rating.score = 11

    await #expect(
      throws: StoreError.breaches([
        RuleBreach(field: "score", sentence: "A rating is a whole number from 0 to 10, not 11.")
      ])
    ) {
      try await filled.store.commit(
        .changing(.rating(filled.duffy.ratings[0]), to: .rating(rating), by: filled.maya))
    }
    #expect(try await filled.store.family(filled.duffy.family.id) == filled.duffy)
  }

  @Test(arguments: StoreKind.allCases)
  func `a reference that another family has is refused`(kind: StoreKind) async throws {
    let filled = try await kind.filled()
    let other = FamilyFile.sample("Okoro", reference: "F-101", lead: filled.maya)

    let error = await #expect(throws: StoreError.self) {
      try await filled.store.commit(.adding(other.records, by: filled.maya))
    }

    guard case .breaches(let breaches) = error else {
      Issue.record("not a breach: \(String(describing: error))")
      return
    }
    #expect(breaches.map(\.field) == ["reference"])
    #expect(try await filled.store.familyIDs().count == 2)
  }

  @Test(arguments: StoreKind.allCases)
  func `a person whom others refer to cannot be removed`(kind: StoreKind) async throws {
    let filled = try await kind.filled()
    let kid = filled.duffy.children[0]

    let error = await #expect(throws: StoreError.self) {
      try await filled.store.commit(.changing(.person(kid), to: nil, by: filled.maya))
    }

    #expect(error?.sentence.contains("not in this family") == true)
    #expect(try await filled.store.family(filled.duffy.family.id) == filled.duffy)
  }

  @Test(arguments: StoreKind.allCases)
  func `a family is removed only with everything in it`(kind: StoreKind) async throws {
    let filled = try await kind.filled()
    let all = filled.duffy.records.reversed().map { Change(before: $0, after: nil) }

    await #expect(throws: StoreError.self) {
      try await filled.store.commit(
        .changing(.family(filled.duffy.family), to: nil, by: filled.maya))
    }
    try await filled.store.commit(
      Edit(
        id: Ids.next(), by: filled.maya.id, at: Moment(milliseconds: 1), sentence: "Removed",
        changes: all))

    #expect(try await filled.store.familyIDs() == [filled.adeyemi.family.id])
    #expect(try await filled.store.find("duffy", limit: 9).isEmpty)
    await #expect(throws: StoreError.self) {
      _ = try await filled.store.family(filled.duffy.family.id)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `somebody who is not of the store cannot save`(kind: StoreKind) async throws {
    let filled = try await kind.filled()
    let stranger = Practitioner.sample("Nobody Known")

    let error = await #expect(throws: StoreError.self) {
      try await filled.store.commit(
        .changing(
          .family(filled.duffy.family), to: renamed(filled.duffy.family, "X"), by: stranger))
    }
    let own = await #expect(throws: StoreError.self) {
      try await filled.store.commit(.adding([.practitioner(stranger)], by: stranger))
    }

    #expect(error?.sentence.contains("practitioner of this caseload") == true)
    #expect(own == error)
  }

  @Test(arguments: StoreKind.allCases)
  func `a practitioner who works with families cannot be removed`(kind: StoreKind) async throws {
    let filled = try await kind.filled()

    let error = await #expect(throws: StoreError.self) {
      try await filled.store.commit(
        .changing(.practitioner(filled.ruth), to: nil, by: filled.maya))
    }

    #expect(error?.sentence.contains("give those to somebody else") == true)
  }

  @Test(arguments: StoreKind.allCases)
  func `a family has one plan`(kind: StoreKind) async throws {
    let filled = try await kind.filled()
    let id = filled.duffy.family.id
    let first = Plan(id: Ids.next(), familyID: id, openingWords: "First")
    let second = Plan(id: Ids.next(), familyID: id, openingWords: "Second")
    try await filled.store.commit(.adding([.plan(first)], by: filled.maya))

    await #expect(throws: StoreError.self) {
      try await filled.store.commit(.adding([.plan(second)], by: filled.maya))
    }

    #expect(try await filled.store.family(id).plan == first)
  }

  @Test(arguments: StoreKind.allCases)
  func `a failed edit leaves nothing behind`(kind: StoreKind) async throws {
    let filled = try await kind.filled()
    let good = FamilyFile.sample("Ferris", reference: "F-103", lead: filled.maya)
    let bad = FamilyFile.sample("Lane", reference: "F-102", lead: filled.maya)

    await #expect(throws: StoreError.self) {
      try await filled.store.commit(.adding(good.records + bad.records, by: filled.maya))
    }

    let page = try await filled.store.caseload(CaseloadQuery(scope: .everyone))
    #expect(page.openCount == 2)
    #expect(try await filled.store.undoable(by: filled.maya.id) == nil)
  }

  @Test(arguments: StoreKind.allCases)
  func `drafts are kept by key and read latest first`(kind: StoreKind) async throws {
    let filled = try await kind.filled()
    func draft(_ key: String, _ at: Int64, _ words: String) -> Draft {
      Draft(
        key: key, practitioner: filled.maya.id, keptAt: Moment(milliseconds: at),
        title: "New goal for Duffy", values: ["words": words])
    }

    try await filled.store.keep(draft("goal", 1, "Time"))
    try await filled.store.keep(draft("note", 2, "Visit"))
    try await filled.store.keep(draft("goal", 3, "Time with Mum"))
    try await filled.store.discardDraft(key: "other", of: filled.maya.id)

    let kept = try await filled.store.drafts(of: filled.maya.id)
    #expect(kept == [draft("goal", 3, "Time with Mum"), draft("note", 2, "Visit")])
    #expect(try await filled.store.drafts(of: filled.ruth.id).isEmpty)
    try await filled.store.discardDraft(key: "goal", of: filled.maya.id)
    #expect(try await filled.store.drafts(of: filled.maya.id).map(\.key) == ["note"])
  }

  @Test(arguments: StoreKind.allCases)
  func `the last visit and the last visitor are remembered`(kind: StoreKind) async throws {
    let filled = try await kind.filled()
    #expect(try await filled.store.lastVisitor() == nil)
    #expect(try await filled.store.lastVisit(of: filled.maya.id) == nil)

    try await filled.store.recordVisit(of: filled.maya.id, at: Moment(milliseconds: 5))
    try await filled.store.recordVisit(of: filled.ruth.id, at: Moment(milliseconds: 7))
    try await filled.store.recordVisit(of: filled.maya.id, at: Moment(milliseconds: 9))

    #expect(try await filled.store.lastVisitor() == filled.maya.id)
    #expect(try await filled.store.lastVisit(of: filled.maya.id) == Moment(milliseconds: 9))
  }
}
