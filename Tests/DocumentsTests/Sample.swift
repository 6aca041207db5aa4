import Casework
import Foundation

/// One invented family, small and the same every time.
enum Sample {
  static let today = day(2026, 11, 21)
  static let maya = Practitioner(
    id: id(1), name: "Maya Osei", role: .practitioner, team: "Early help north")

  static func id<Entity>(_ number: UInt8) -> RecordID<Entity> {
    RecordID(UUID(uuid: (0, 0, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, number)))
  }

  static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    guard let day = Day(year: year, month: month, day: day) else {
      preconditionFailure("no such day")
    }
    return day
  }

  static let kayla = Person(
    id: id(3), familyID: id(2), name: "Kayla Duffy", born: day(2014, 5, 10), isChild: true,
    livesAtHome: true, school: "Carlton School",
    trusted: TrustedPerson(who: .member(id(6)), chosenByChild: true, since: day(2026, 9, 12)))
  static let mum = Person(
    id: id(4), familyID: id(2), name: "Dawn Duffy",
    relationships: [Relationship(child: id(3), kind: "mother")], livesAtHome: true,
    hasParentalResponsibility: true)
  static let uncle = Person(
    id: id(5), familyID: id(2), name: "Joe Duffy", knownAs: "Uncle Joe",
    couldHelpWith: "the walk to school")
  static let grant = TeamMember(
    id: id(6), familyID: id(2), name: "Ms Grant", role: "mentor", joined: day(2026, 9, 1))

  static var duffy: FamilyFile {
    let family = Family(
      id: id(2), reference: "F-1", name: "Duffy",
      statusHistory: [Dated(from: day(2026, 8, 4), value: .open)],
      supportHistory: [Dated(from: day(2026, 8, 4), value: .childInNeed)], locality: "North",
      languages: ["English"], leadProfessional: maya.id,
      flags: [Flag(kind: .domesticAbuse, note: "in the past"), Flag(kind: .youngCarer)])
    var file = FamilyFile(family: family, people: [kayla, mum, uncle], team: [grant])
    file.consents = [
      Consent(
        id: id(7), familyID: family.id, person: mum.id, agency: "Carlton School",
        purpose: "plan and reviews", answer: .given, from: day(2026, 9, 12),
        withdrawnOn: day(2026, 11, 2))
    ]
    addPlan(to: &file)
    addRecord(to: &file)
    return file
  }

  private static func addPlan(to file: inout FamilyFile) {
    let family = file.family.id
    file.goals = [
      Goal(
        id: id(8), familyID: family, whose: .person(kayla.id), about: kayla.id,
        words: "Getting to school on time", category: .engagement, baseline: 2, hopedFor: 8,
        setOn: day(2026, 9, 12))
    ]
    file.actions = [
      PlanAction(
        id: id(9), familyID: family, goalID: id(8), who: .person(uncle.id),
        words: "walks with her", status: .done, statusSince: day(2026, 9, 14), order: 1),
      PlanAction(
        id: id(10), familyID: family, goalID: id(8), words: "has the twins",
        by: day(2026, 11, 18), statusSince: day(2026, 9, 12), order: 2),
      PlanAction(
        id: id(11), familyID: family, who: .person(uncle.id), words: "ring everyone",
        statusSince: day(2026, 9, 12)),
    ]
    file.ratings = [
      Rating(
        id: id(12), familyID: family, goalID: id(8), day: day(2026, 11, 7), score: 6,
        by: .person(kayla.id)),
      Rating(
        id: id(13), familyID: family, goalID: id(8), day: day(2026, 11, 7), score: 3,
        by: .person(mum.id)),
    ]
    file.plan = Plan(
      id: id(14), familyID: family, openingWords: "We want mornings to be calmer.",
      ifNotWorking: "Nan Rose calls everyone together.", keptGoingBy: .person(uncle.id),
      agreed: [
        AgreedPlan(
          number: 1, on: day(2026, 9, 12), at: "the conference", by: [.person(kayla.id)],
          openingWords: "", ifNotWorking: "", goals: [])
      ])
  }

  private static func addRecord(to file: inout FamilyFile) {
    let family = file.family.id
    file.conferences = [
      Conference(
        id: id(15), familyID: family,
        offers: [ConferenceOffer(to: mum.id, on: day(2026, 8, 1), answer: .yes)],
        referredOn: day(2026, 8, 4), heldOn: day(2026, 9, 12),
        agreement: Agreement(verdict: .agreed, on: day(2026, 9, 12)),
        agreedBy: [.person(kayla.id), .person(mum.id)], sharedOn: day(2026, 9, 14),
        reviewOn: day(2026, 12, 19))
    ]
    file.reviews = [
      Review(
        id: id(16), familyID: family, kind: .childInNeed,
        planned: MeetingTime(day: day(2026, 12, 18), time: TimeOfDay(hour: 10, minute: 0)),
        place: "Carlton School"),
      Review(
        id: id(17), familyID: family, kind: .childInNeed,
        held: MeetingTime(day: day(2026, 11, 7)), attended: [.person(kayla.id), .member(grant.id)],
        voices: [
          Voice(
            source: .child, speaker: .person(kayla.id), words: "It is quieter.",
            heardBy: .member(grant.id))
        ], workingWell: "Uncle Joe's walk; maths club.\nSleep is better.",
        scales: [Scale(by: .person(mum.id), score: 4)], outcome: .continueSupport,
        signedOff: SignOff(by: maya.id, on: day(2026, 11, 9))),
    ]
    file.notes = [
      CaseNote(
        id: id(18), familyID: family, kind: .visit, day: day(2026, 11, 17),
        time: TimeOfDay(hour: 16, minute: 5), author: maya.id,
        words: "Kayla up and dressed when I came. Talked about the science trip; she wants to go."),
      CaseNote(
        id: id(19), familyID: family, kind: .childWords, day: day(2026, 11, 3), author: maya.id,
        words: "I want mornings to be quiet.", child: kayla.id, saidTo: .member(grant.id)),
    ]
  }
}
