import Casework
import Foundation

/// A family whose conference is prepared: Dawn was harmed by Lee, an uncle helps.
enum Gate {
  static let today = Made.today
  static let dawn = Made.mum
  static let lee: Person.ID = id(13)
  static let joe: Person.ID = id(14)
  static let lead = Practitioner(
    id: Made.maya, name: "Maya Osei", role: .practitioner, team: "North")
  static let supervisor = Practitioner(
    id: id(32), name: "Ruth Bell", role: .supervisor, team: "North")
  static let coordinator = Practitioner(
    id: id(33), name: "Priya Nair", role: .coordinator, team: "FGC")
  static let noon = Moment(milliseconds: 1_795_262_400_000)

  /// With a booked conference to which Dawn said yes; nobody is invited yet.
  static func file(_ change: (inout Conference) -> Void = { _ in }) -> FamilyFile {
    var file = Made.file()
    file.family.leadProfessional = lead.id
    file.family.supervisor = supervisor.id
    file.family.coordinator = coordinator.id
    file.people[1].hasParentalResponsibility = true
    file.people += [
      Person(id: lee, familyID: Made.family, name: "Lee Marsh"),
      Person(id: joe, familyID: Made.family, name: "Joe Duffy"),
    ]
    var conference = conference()
    change(&conference)
    file.conferences = [conference]
    return file
  }

  static func conference() -> Conference {
    Conference(
      id: id(71), familyID: Made.family,
      offers: [ConferenceOffer(to: dawn, on: today - 30, answer: .yes, answeredOn: today - 28)],
      referredOn: today - 28,
      baseline: Baseline(questions: ["Who helps?"], bottomLines: ["Kayla is never left alone."]),
      planned: MeetingTime(day: today), place: "Kentish Town Library")
  }

  /// What a change of the conference breaks: fields and sentences.
  static func refusals(
    _ file: FamilyFile, by practitioner: Practitioner = coordinator,
    _ change: (inout Conference) -> Void
  ) -> [RuleBreach] {
    var after = file.conferences[0]
    change(&after)
    return file.refusals(
      of: [Change(before: .conference(file.conferences[0]), after: .conference(after))],
      by: practitioner, on: today)
  }

  static func fields(
    _ file: FamilyFile, by practitioner: Practitioner = coordinator,
    _ change: (inout Conference) -> Void
  ) -> [String] {
    refusals(file, by: practitioner, change).map(\.field)
  }

  static func begin(_ conference: inout Conference) { conference.begunAt = noon }

  static func agree(_ conference: inout Conference) {
    conference.agreement = Agreement(verdict: .agreed, on: today)
    conference.agreedBy = [.person(dawn)]
    conference.reviewOn = today + 84
  }
}
