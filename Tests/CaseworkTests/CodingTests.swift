import Casework
import Foundation
import Testing

/// What is encoded is decoded to the same value, and in the form that documents and stores rely on.
@Suite struct CodingTests {
  private let today = Made.today

  private func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private func comesBack<Value: Codable & Equatable>(_ value: Value) throws -> Bool {
    try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value)) == value
  }

  private func refuses<Value: Decodable>(_ type: Value.Type, _ text: String) -> Bool {
    do {
      _ = try JSONDecoder().decode(type, from: Data(text.utf8))
      return false
    } catch {
      return error is DecodingError
    }
  }

  @Test func `days, times, moments, ids and parties have their written form`() throws {
    let uuid = try #require(UUID(uuidString: "0190B3C4-5D6E-7F80-91A2-B3C4D5E6F708"))
    let person = Person.ID(uuid)

    #expect(try text([try day("2026-11-27")]) == "[\"2026-11-27\"]")
    #expect(try text([TimeOfDay(hour: 9, minute: 5)]) == "[\"09:05\"]")
    #expect(try text([Moment(milliseconds: 1_790_000_000_000)]) == "[1790000000000]")
    #expect(try text([person]) == "[\"0190b3c4-5d6e-7f80-91a2-b3c4d5e6f708\"]")
    #expect(try text(Party.person(person)) == "{\"person\":\"\(person)\"}")
    #expect(try text(Party.member(TeamMember.ID(uuid))) == "{\"member\":\"\(person)\"}")
    #expect(
      try text(MeetingTime(day: try day("2026-11-27"), time: TimeOfDay(hour: 16, minute: 30)))
        == "{\"day\":\"2026-11-27\",\"time\":\"16:30\"}")
  }

  @Test func `what is no day, time, id or party is refused`() {
    #expect(refuses([Day].self, "[\"27/11/2026\"]") && refuses([Day].self, "[7]"))
    #expect(refuses([TimeOfDay].self, "[\"9:05\"]") && refuses([TimeOfDay].self, "[\"4 pm\"]"))
    #expect(refuses([Person.ID].self, "[\"x\"]"))
    #expect(refuses(Party.self, "{}") && refuses(Party.self, "{\"person\":\"x\"}"))
    #expect(refuses([Family.Status].self, "[\"shut\"]"))
  }

  @Test func `a record that was sealed before a field was added reads it as empty`() throws {
    let family = Made.file().family
    let conference = Conference(id: id(71), familyID: Made.family, referredOn: today)
    let review = Review(id: id(81), familyID: Made.family, kind: .childInNeed)

    #expect(try isOpened(family, without: ["safety"]))
    #expect(
      try isOpened(
        conference,
        without: ["offers", "referral", "baseline", "invitations", "familyTimes", "stops"]))
    #expect(
      try isOpened(review, without: ["whyNotHeard", "carriedOnBy", "returns", "corrections"]))
  }

  private func isOpened<Value: Codable & Equatable>(
    _ value: Value, without fields: [String]
  ) throws -> Bool {
    let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(value))
    var object = try #require(json as? [String: Any])
    for field in fields where object.removeValue(forKey: field) == nil { return false }
    let older = try JSONSerialization.data(withJSONObject: object)
    return try JSONDecoder().decode(Value.self, from: older) == value
  }

  @Test func `every kind of record comes back`() throws {
    var file = Made.file()
    file.family.flags = [Flag(kind: .keepApart, note: "not in one room")]
    file.people[0].trusted = TrustedPerson(
      who: .member(Made.grant), chosenByChild: true, since: today)
    file.people[1].relationships = [Relationship(child: Made.kayla, kind: "mother")]
    var goal = Made.goal(baseline: 3)
    goal.reword("Other", on: today)
    let action = Made.action(61, by: today, goal: goal.id)
    var plan = Plan(id: id(91), familyID: Made.family)
    try plan.agree(
      on: today, at: "", by: [.person(Made.mum)], goals: [goal],
      actions: [action, Made.action(62, by: nil)])
    var review = Made.review(51, held: today)
    review.voices = [Voice(source: .agencies, words: "Yes")]
    review.scales = [Scale(by: .person(Made.mum), score: 4)]
    review.signedOff = SignOff(by: Made.maya, on: today)

    #expect(try comesBack(file.family))
    #expect(try comesBack(file.people) && comesBack(file.team))
    #expect(try comesBack(goal) && comesBack(action) && comesBack(plan) && comesBack(review))
    #expect(
      try comesBack(Made.rating(1, 4, daysAgo: 0)) && comesBack(Made.childWords(1, daysAgo: 0)))
    #expect(
      try comesBack(Practitioner(id: Made.maya, name: "M", role: .virtualSchool, team: "T")))
    #expect(
      try comesBack(
        Draft(
          key: "goal/new", practitioner: Made.maya, keptAt: Moment(milliseconds: 1),
          title: "New goal", values: ["words": "Quiet"])))
    #expect(try comesBack(PracticeSettings.standard) && comesBack(Scope.mine(Made.maya)))
    #expect(
      try comesBack(
        Watchpoint(
          kind: .ratersApart, showsFrom: today, dueOn: nil, recordID: goal.id.uuid, subject: "s")))
    #expect(
      try comesBack(
        ReviewDue(kind: .teamAroundFamily, day: today, planned: review.id, windowOpens: today)))
  }

  // MARK: Ids

  @Test func `ids follow the time at which they were made`() {
    var random = SplitMix(state: 9)

    let ids = (0..<500).map { index in
      Family.ID(UUID.timeOrdered(at: Moment(milliseconds: Int64(index) * 37), using: &random))
    }

    #expect(ids == ids.sorted() && Set(ids).count == 500)
    #expect(ids.map(\.description) == ids.map(\.description).sorted())
    #expect(!(ids[0] < ids[0]))
  }

  @Test func `an id is a UUID of version 7 with its milliseconds in front`() {
    var random = SplitMix(state: 9)

    let made = UUID.timeOrdered(at: Moment(milliseconds: 0x0190_b3c4_5d6e), using: &random)
    let text = RecordID<Goal>(made).description

    #expect(text.hasPrefix("0190b3c4-5d6e-7"))
    #expect("89ab".contains(Array(text)[19]))
    #expect(
      UUID.timeOrdered(at: Moment(milliseconds: -5), using: &random).uuidString.hasPrefix(
        "00000000-0000-7"))
  }

  @Test func `ids of one millisecond follow their count`() {
    var random = SplitMix(state: 9)
    let moment = Moment(milliseconds: 1_790_000_000_000)

    let ids = (0..<4096).map { count in
      Goal.ID(UUID.timeOrdered(at: moment, count: count, using: &random))
    }

    #expect(ids == ids.sorted())
  }

  @Test(arguments: [
    "", "x", "0190b3c4-5d6e-7f80-91a2", "0190b3c45d6e7f8091a2b3c4d5e6f708",
    "+190b3c4-5d6e-7f80-91a2-b3c4d5e6f708", " 190b3c4-5d6e-7f80-91a2-b3c4d5e6f708",
    "0x90b3c4-5d6e-7f80-91a2-b3c4d5e6f708", "0190b3c4-5d6e-7f80-91a2-b3c4d5e6f7081",
    "0190b3c4-5d6e-7f80-91a2-b3c4d5e6f70g", "0190b3c4-5d6e-7f80-91a2-b3c4d5e6f708-",
    "0190b3c405d6e-7f80-91a2-b3c4d5e6f708", "{190b3c4-5d6e-7f80-91a2-b3c4d5e6f70}",
  ])
  func `what is no UUID makes no id`(text: String) {
    #expect(Goal.ID(text) == nil)
  }

  @Test func `an id is written as the UUID is, in lower case, and read back`() {
    var random = SplitMix(state: 10)

    for _ in 0..<200 {
      let (high, low) = (random.next(), random.next())
      let id = withUnsafeBytes(of: (high, low)) { bytes in
        Goal.ID(UUID(uuid: bytes.loadUnaligned(as: uuid_t.self)))
      }
      #expect(id.description == id.uuid.uuidString.lowercased())
      #expect(Goal.ID(id.description) == id)
    }
  }

  @Test func `an id is read in either case and written in lower case`() {
    let text = "0190B3C4-5D6E-7F80-91A2-B3C4D5E6F708"

    #expect(Goal.ID(text)?.description == text.lowercased())
  }

  @Test func `the world makes new ids and tells the day and the time`() {
    let uuid = id(7, Goal.self).uuid
    let world = World(
      today: today, now: { Moment(milliseconds: 5) }, newUUID: { uuid }, settings: .standard)

    #expect(world.newID(Goal.self) == id(7) && world.now() < Moment(milliseconds: 6))
    #expect(world.today == today && world.settings == PracticeSettings())
  }
}
