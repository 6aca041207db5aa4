import Casework
import Foundation
import Testing

/// Reads `2026-11-27`, or fails the test.
func day(_ text: String) throws -> Day { try #require(Day(iso: text), "no day: \(text)") }

/// The id with a number; the same number makes the same id.
func id<Entity>(_ number: Int, _ entity: Entity.Type = Entity.self) -> RecordID<Entity> {
  var random = SplitMix(state: UInt64(number))
  return RecordID(UUID.timeOrdered(at: Moment(milliseconds: Int64(number)), using: &random))
}

/// Small records for the tests; 21 November 2026 is today, a Saturday.
enum Made {
  static let today = Day(number: 20_778)
  static let family: Family.ID = id(1)
  static let kayla: Person.ID = id(11)
  static let mum: Person.ID = id(12)
  static let grant: TeamMember.ID = id(21)
  static let maya: Practitioner.ID = id(31)

  static func family(
    _ statuses: [(Day, Family.Status)] = [(today - 100, .open)]
  ) -> Family {
    Family(
      id: family, reference: "F-1", name: "Duffy",
      statusHistory: statuses.map { Dated(from: $0.0, value: $0.1) },
      supportHistory: [Dated(from: today - 100, value: .childInNeed)])
  }

  /// A family with a child, her mother and a mentor, opened 100 days ago.
  static func file(_ family: Family = family()) -> FamilyFile {
    FamilyFile(
      family: family,
      people: [
        Person(
          id: kayla, familyID: family.id, name: "Kayla Duffy", born: Day(number: 16_200),
          isChild: true),
        Person(id: mum, familyID: family.id, name: "Dawn Duffy", knownAs: "Mum"),
      ],
      team: [TeamMember(id: grant, familyID: family.id, name: "Ms Grant", role: "mentor")])
  }

  static func goal(
    _ number: Int = 41, whose: Party? = .person(kayla), baseline: Int? = nil, hopedFor: Int? = nil,
    status: Goal.Status = .open, order: Int = 1, setOn: Day = today - 100
  ) -> Goal {
    Goal(
      id: id(number), familyID: family, whose: whose, words: "Goal \(number)", baseline: baseline,
      hopedFor: hopedFor, status: status, order: order, setOn: setOn)
  }

  /// A rating so many days ago.
  static func rating(
    _ number: Int, _ score: Int, daysAgo: Int, by: Party = .person(kayla), goal: Int = 41,
    words: String = ""
  ) -> Rating {
    Rating(
      id: id(number), familyID: family, goalID: id(goal), day: today - daysAgo, score: score,
      by: by, words: words)
  }

  static func review(
    _ number: Int, planned: Day? = nil, held: Day? = nil, cancelledOn: Day? = nil
  ) -> Review {
    Review(
      id: id(number), familyID: family, kind: .teamAroundFamily,
      planned: planned.map { MeetingTime(day: $0) }, held: held.map { MeetingTime(day: $0) },
      cancelledOn: cancelledOn)
  }

  static func action(
    _ number: Int, by: Day?, status: PlanAction.Status = .notYet, goal: Goal.ID? = nil,
    who: Party? = nil, order: Int = 1
  ) -> PlanAction {
    PlanAction(
      id: id(number), familyID: family, goalID: goal, who: who, words: "Action \(number)", by: by,
      status: status, statusSince: today - 50, order: order)
  }

  static func childWords(_ number: Int, daysAgo: Int, child: Person.ID? = kayla) -> CaseNote {
    CaseNote(
      id: id(number), familyID: family, kind: .childWords, day: today - daysAgo, author: maya,
      words: "Words \(number)", child: child, saidTo: .member(grant))
  }
}

/// A small generator of random numbers, the same ones for the same state.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

extension Made {
  /// A family with an open goal that is rated at `wholeReview`.
  static func fileInReview() -> FamilyFile {
    var file = file()
    file.goals = [goal()]
    file.ratings = [rating(101, 5, daysAgo: 0)]
    file.ratings[0].reviewID = id(51)
    file.reviews = [wholeReview()]
    return file
  }

  /// A review underway today that nothing is missing in.
  static func wholeReview() -> Review {
    Review(
      id: id(51), familyID: family, kind: .childInNeed, planned: MeetingTime(day: today),
      begun: MeetingTime(day: today), attended: [.person(kayla), .person(mum)],
      voices: [
        Voice(source: .child, speaker: .person(kayla), words: "Mornings are quieter."),
        Voice(source: .family, words: "Nothing to add"),
        Voice(source: .agencies, words: "Nothing to add"),
      ], workingWell: "Joe’s school run", worries: "No worries", needsToHappen: "Go on",
      education: "In every day", outcome: .continueSupport, nextOn: today + 35)
  }
}
