import Casework
import Foundation
import Synchronization

/// A random source that gives the same numbers every time.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &+ 0x9e37_79b9_7f4a_7c15 }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  mutating func number(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &self) }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }

  mutating func maybe<Element>(_ percent: Int, _ element: Element) -> Element? {
    chance(percent) ? element : nil
  }
}

/// Ids in order, the same in every run.
enum Ids {
  private static let made = Mutex<UInt64>(0)

  static func next<Entity>(_ entity: Entity.Type = Entity.self) -> RecordID<Entity> {
    let count = made.withLock { count in
      count += 1
      return count
    }
    var generator = Seeded(count)
    return RecordID(
      .timeOrdered(
        at: Moment(milliseconds: 1_700_000_000_000 + Int64(count)), using: &generator))
  }
}

let sampleToday = Day(number: 20_778)

extension Practitioner {
  static func sample(_ name: String, _ role: Role = .practitioner) -> Practitioner {
    Practitioner(id: Ids.next(), name: name, role: role, team: "North")
  }
}

extension FamilyFile {
  /// A small family with one of most things.
  static func sample(
    _ name: String, reference: String, lead: Practitioner, child: String = "Kayla"
  ) -> FamilyFile {
    let id: Family.ID = Ids.next()
    let kid = Person(
      id: Ids.next(), familyID: id, name: "\(child) \(name)", born: sampleToday - 4400,
      isChild: true, livesAtHome: true)
    let mother = Person(
      id: Ids.next(), familyID: id, name: "Josephine \(name)", knownAs: "Mum",
      relationships: [Relationship(child: kid.id, kind: "mother")], livesAtHome: true)
    let goal = Goal(
      id: Ids.next(), familyID: id, whose: .person(kid.id), about: kid.id,
      words: "Getting to school on time", category: .engagement, baseline: 2, hopedFor: 8,
      setOn: sampleToday - 60)
    return FamilyFile(
      family: Family(
        id: id, reference: reference, name: name,
        statusHistory: [Dated(from: sampleToday - 90, value: .open)],
        supportHistory: [Dated(from: sampleToday - 90, value: .childInNeed)],
        leadProfessional: lead.id),
      people: [kid, mother], goals: [goal],
      actions: [
        PlanAction(
          id: Ids.next(), familyID: id, goalID: goal.id, who: .person(mother.id),
          words: "Alarm clock by the bed", by: sampleToday + 3, statusSince: sampleToday - 60)
      ],
      ratings: [
        Rating(
          id: Ids.next(), familyID: id, goalID: goal.id, day: sampleToday - 30, score: 4,
          by: .person(kid.id), words: "Mondays are hard")
      ],
      reviews: [
        Review(
          id: Ids.next(), familyID: id, kind: .childInNeed,
          planned: MeetingTime(day: sampleToday + 5), place: "Carlton School")
      ])
  }
}

extension Edit {
  /// An edit that adds records, in the order in which they refer to each other.
  static func adding(
    _ records: [Record], by practitioner: Practitioner, sentence: String = "Added it",
    at moment: Int64 = 1_795_000_000_000, family: Family.ID? = nil, isUndoable: Bool = true
  ) -> Edit {
    Edit(
      id: Ids.next(), by: practitioner.id, at: Moment(milliseconds: moment), sentence: sentence,
      familyID: family, changes: records.map { Change(before: nil, after: $0) },
      isUndoable: isUndoable)
  }

  static func changing(
    _ before: Record?, to after: Record?, by practitioner: Practitioner,
    sentence: String = "Changed it", at moment: Int64 = 1_795_000_000_000,
    isUndoable: Bool = true
  ) -> Edit {
    Edit(
      id: Ids.next(), by: practitioner.id, at: Moment(milliseconds: moment), sentence: sentence,
      familyID: (after ?? before)?.familyID, changes: [Change(before: before, after: after)],
      isUndoable: isUndoable)
  }
}
