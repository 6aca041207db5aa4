import Casework
import CaseworkSQLite
import Testing

/// The gates of a conference hold in the store, whatever a screen asks for.
@Suite struct ConferenceGateTests {
  /// A family in which Mum was harmed by Lee, with a conference that is booked.
  private struct Prepared {
    let filled: Filled
    let lee: Person
    let conference: Conference

    init(_ kind: StoreKind, _ safety: (Person.ID, Person.ID) -> Safety) async throws {
      filled = try await kind.filled()
      let mum = filled.duffy.people[1]
      lee = Person(id: Ids.next(), familyID: mum.familyID, name: "Lee Marsh")
      conference = Conference(
        id: Ids.next(), familyID: mum.familyID, referredOn: sampleToday - 20,
        invitations: [
          Invitation(who: .person(mum.id), releasedOn: sampleToday),
          Invitation(who: .person(lee.id), part: .shuttle),
        ], place: "Kentish Town Library")
      try await filled.store.commit(.adding([.person(lee)], by: filled.maya))
      try await filled.store.commit(.adding([.conference(conference)], by: filled.maya))
      var family = filled.duffy.family
      family.safety = safety(mum.id, lee.id)
      try await filled.store.commit(
        .changing(.family(filled.duffy.family), to: .family(family), by: filled.maya))
    }

    /// Commits a change straight to the store; it is to be refused, and nothing changed.
    func expectRefused(
      _ sentence: String, _ change: (inout Conference) -> Void
    ) async throws {
      var after = conference
      change(&after)
      let before = try await filled.store.family(conference.familyID)

      let error = await #expect(throws: StoreError.self) {
        try await filled.store.commit(
          .changing(.conference(conference), to: .conference(after), by: filled.maya))
      }

      guard case .breaches(let breaches) = error else {
        Issue.record("not refused by a rule: \(String(describing: error))")
        return
      }
      #expect(breaches.map(\.field) == ["invitations"])
      #expect(breaches.first?.sentence.hasPrefix(sentence) == true, "\(breaches)")
      #expect(try await filled.store.family(conference.familyID) == before)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `R-C7: the store releases no invitation that whoever was harmed has not agreed to`(
    kind: StoreKind
  ) async throws {
    let prepared = try await Prepared(kind) { mum, lee in
      Safety(harmed: [mum], harmedBy: [lee])
    }

    try await prepared.expectRefused("Mum has not agreed that Lee is invited") {
      $0.invitations[1].releasedOn = sampleToday
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `R-C8: the store puts nobody who harmed in the room without the three conditions`(
    kind: StoreKind
  ) async throws {
    let prepared = try await Prepared(kind) { mum, lee in
      Safety(harmed: [mum], harmedBy: [lee])
    }

    try await prepared.expectRefused("Lee may be in the room only if") {
      $0.invitations[1].part = .room
      $0.invitations[1].presence = PresenceConditions(
        isRequestedByHarmed: true, acknowledgesAbuse: true)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `R-C9: the store releases no invitation that a condition of the law forbids`(
    kind: StoreKind
  ) async throws {
    let prepared = try await Prepared(kind) { mum, lee in
      Safety(
        harmed: [],
        conditions: [
          LegalCondition(kind: .bail, keeps: lee, from: [mum], begins: sampleToday - 5)
        ])
    }

    try await prepared.expectRefused("A bail condition keeps Lee away from Mum") {
      $0.invitations[1].part = .room
      $0.invitations[1].releasedOn = sampleToday
    }
  }
}
