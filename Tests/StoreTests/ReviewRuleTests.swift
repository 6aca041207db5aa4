import Casework
import CaseworkSQLite
import Testing

/// Reviews that are written straight to the store, around every screen.
struct ReviewRuleTests {
  /// A store with a review that waits to be held, and was held.
  private struct Held {
    let filled: Filled
    let underway: Review
    let review: Review

    init(_ kind: StoreKind) async throws {
      filled = try await kind.filled()
      let file = filled.duffy
      underway = file.reviews[0]
      var rating = file.ratings[0]
      rating.reviewID = underway.id
      var held = underway
      held.held = MeetingTime(day: sampleToday)
      held.attended = [.person(file.people[0].id)]
      held.voices = [
        Voice(source: .child, speaker: .person(file.people[0].id), words: "Mornings are quiet."),
        Voice(source: .family, words: "Nothing to add"),
      ]
      held.workingWell = "The alarm clock"
      held.worries = "No worries"
      held.education = "In every day"
      held.outcome = .continueSupport
      held.nextOn = sampleToday + 35
      review = held
      try await filled.store.commit(
        .changing(.rating(file.ratings[0]), to: .rating(rating), by: filled.maya))
    }

    func hold() async throws {
      try await filled.store.commit(
        .changing(.review(underway), to: .review(review), by: filled.maya, isUndoable: false))
    }

    /// Whether the store refused it by a rule and holds what it held.
    func refuses(
      _ before: Review, _ after: Review?, by practitioner: Practitioner
    ) async throws -> Bool {
      let old = try await filled.store.family(filled.duffy.family.id)
      let edit = Edit.changing(.review(before), to: after.map(Record.review), by: practitioner)
      let error = await #expect(throws: StoreError.self) { try await filled.store.commit(edit) }
      let new = try await filled.store.family(filled.duffy.family.id)
      guard case .breaches? = error else { return false }
      return new == old
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `¶31-35: a review with a part missing is not held`(kind: StoreKind) async throws {
    let held = try await Held(kind)
    var short = held.review
    short.voices.removeFirst()

    #expect(try await held.refuses(held.underway, short, by: held.filled.maya))
    try await held.hold()
    let stored = try await held.filled.store.family(held.filled.duffy.family.id)
    #expect(stored.reviews == [held.review])
  }

  @Test(arguments: StoreKind.allCases)
  func `a review that was held is not changed, un-held or removed`(kind: StoreKind) async throws {
    let held = try await Held(kind)
    try await held.hold()
    var changed = held.review
    changed.worries = "None"
    var unheld = held.review
    unheld.held = nil

    #expect(try await held.refuses(held.review, changed, by: held.filled.maya))
    #expect(try await held.refuses(held.review, unheld, by: held.filled.ruth))
    #expect(try await held.refuses(held.review, nil, by: held.filled.ruth))
  }

  @Test(arguments: StoreKind.allCases)
  func `holding a review is not undone, whatever its edit says`(kind: StoreKind) async throws {
    let held = try await Held(kind)
    let holding = Edit.changing(
      .review(held.underway), to: .review(held.review), by: held.filled.maya)
    try await held.filled.store.commit(holding)

    await #expect(throws: StoreError.self) {
      try await held.filled.store.commit(
        holding.inverse(
          id: Ids.next(), by: held.filled.maya.id, at: Moment(milliseconds: 1_796_000_000_000)))
    }
    let stored = try await held.filled.store.family(held.filled.duffy.family.id)
    #expect(stored.reviews == [held.review])
  }

  @Test(arguments: StoreKind.allCases)
  func `only a supervisor signs a review off or sends it back`(kind: StoreKind) async throws {
    let held = try await Held(kind)
    try await held.hold()
    let (maya, ruth) = (held.filled.maya, held.filled.ruth)
    var signed = held.review
    signed.signedOff = SignOff(by: maya.id, on: sampleToday)
    var inHerName = held.review
    inHerName.signedOff = SignOff(by: ruth.id, on: sampleToday)
    var sent = held.review
    sent.returns = [SentBack(by: maya.id, on: sampleToday, note: "And Lee?")]

    #expect(try await held.refuses(held.review, signed, by: maya))
    #expect(try await held.refuses(held.review, inHerName, by: maya))
    #expect(try await held.refuses(held.review, sent, by: maya))
    try await held.filled.store.commit(
      .changing(.review(held.review), to: .review(inHerName), by: ruth))
    #expect(try await held.refuses(inHerName, held.review, by: maya))
  }

  @Test(arguments: StoreKind.allCases)
  func `what was sent back is signed off after its answer`(kind: StoreKind) async throws {
    let held = try await Held(kind)
    try await held.hold()
    let (maya, ruth) = (held.filled.maya, held.filled.ruth)
    var sent = held.review
    sent.returns = [SentBack(by: ruth.id, on: sampleToday, note: "And Lee?")]
    try await held.filled.store.commit(.changing(.review(held.review), to: .review(sent), by: ruth))
    var signed = sent
    signed.signedOff = SignOff(by: ruth.id, on: sampleToday)
    var answered = sent
    answered.returns[0].answer = "He was at Nan’s."
    answered.returns[0].answeredBy = maya.id
    answered.returns[0].answeredOn = sampleToday

    #expect(try await held.refuses(sent, signed, by: ruth))
    try await held.filled.store.commit(.changing(.review(sent), to: .review(answered), by: maya))
    signed.returns = answered.returns
    try await held.filled.store.commit(.changing(.review(answered), to: .review(signed), by: ruth))
    let stored = try await held.filled.store.family(held.filled.duffy.family.id)
    #expect(stored.reviews == [signed])
  }
}
