import Casework
import CaseworkSQLite
import Foundation
import TextUI

@testable import KithApp

/// A family with a conference that is ready to be held, in a store of its own: the Marlows, whose
/// coordinator is Priya Nair.
struct ConferenceRoom: Sendable {
  let demo: DemoStore
  let coordinator: Practitioner
  let id: Family.ID

  /// - Parameter change: what is different from the Marlows as they are.
  static func make(
    _ change: @Sendable (inout FamilyFile) -> Void = { _ in }
  ) async throws -> ConferenceRoom {
    let demo = try await DemoStore.make()
    let world = demo.world
    guard let priya = demo.practitioners.first(where: { $0.name == "Priya Nair" }) else {
      throw Missing(what: "Priya Nair")
    }
    var file = ConferenceRoom.marlow(world, coordinator: priya.id, of: demo.practitioners)
    change(&file)
    try await demo.store.commit(
      Edit(
        id: world.newID(), by: priya.id, at: world.now(), sentence: "The Marlows",
        changes: file.records.map { Change(before: nil, after: $0) },
        isUndoable: false))
    return ConferenceRoom(demo: demo, coordinator: priya, id: file.family.id)
  }

  @MainActor
  func desk(as person: Practitioner? = nil, width: Int = 80, height: Int = 24) throws -> Desk {
    try Desk(
      demo.store, demo.world, me: person ?? coordinator, since: demo.lastVisit,
      size: Size(width: width, height: height))
  }

  /// In conference mode, at one of its stages.
  @MainActor
  func mode(
    _ stage: ConferenceStage = .plan, width: Int = 80, height: Int = 24
  ) throws -> Desk {
    let desk = try desk(width: width, height: height)
    desk.open("Marlow")
    desk.press("c")
    desk.stage(stage.rawValue)
    return desk
  }

  func file() async throws -> FamilyFile { try await demo.store.family(id) }

  private static func marlow(
    _ world: World, coordinator: Practitioner.ID, of all: [Practitioner]
  ) -> FamilyFile {
    let today = world.today
    var family = Family(
      id: world.newID(), reference: "M-104", name: "Marlow", statusHistory: [],
      supportHistory: [])
    family.setStatus(.open, from: today - 90)
    family.setSupportLevel(.childInNeed, from: today - 80)
    family.leadProfessional = all.first { $0.name == "Maya Osei" }?.id
    family.supervisor = all.first { $0.name == "Ruth Bell" }?.id
    family.coordinator = coordinator
    func person(_ name: String, _ kind: String = "", known: String = "") -> Person {
      Person(id: world.newID(), familyID: family.id, name: name, knownAs: known)
    }
    var ella = person("Ella Marlow")
    ella.isChild = true
    ella.born = today.adding(months: -150)
    var adults = [
      (person("Carol Marlow", known: "Mum"), "mother"),
      (person("Rita Marlow", known: "Nan Rita"), "grandmother"),
      (person("Joe Marlow", known: "Uncle Joe"), "uncle"),
      (person("Abel Stone"), "stepfather"),
    ]
    for index in adults.indices {
      adults[index].0.relationships = [Relationship(child: ella.id, kind: adults[index].1)]
    }
    let team = [
      TeamMember(
        id: world.newID(), familyID: family.id, name: "Ms Grant", role: "mentor"),
      TeamMember(
        id: world.newID(), familyID: family.id, name: "Dr Shah", role: "school nurse"),
    ]
    adults[0].0.hasParentalResponsibility = true
    var conference = Conference(id: world.newID(), familyID: family.id, referredOn: today - 40)
    conference.referral = Referral(
      from: "Maya Osei", allocatedOn: today - 39, answeredOn: today - 39, contactedOn: today - 38)
    conference.offers = [
      ConferenceOffer(
        to: adults[0].0.id, on: today - 45, answer: .yes, answeredOn: today - 41)
    ]
    conference.planned = MeetingTime(day: today, time: TimeOfDay(hour: 10, minute: 0))
    conference.place = "Kentish Town Library"
    conference.baseline = Baseline(
      questions: [
        "How can mornings be calm enough for Ella to get to school?",
        "Who can be there for Ella when Mum works nights?",
      ],
      bottomLines: [
        "Ella is at school every day.", "An adult Ella trusts is at home every night.",
      ], resources: "A mentor twice a week; £200 for the twins' beds.")
    conference.invitations = [
      Invitation(who: .person(ella.id), reply: .coming, statement: "I want mornings to be quiet."),
      Invitation(who: .person(adults[0].0.id), reply: .coming),
      Invitation(who: .person(adults[1].0.id), reply: .coming),
      Invitation(
        who: .person(adults[2].0.id), part: .words, reply: .sendingWords,
        statement: "I can walk with her whenever I am on lates."),
      Invitation(who: .person(adults[3].0.id), part: .none),
      Invitation(who: .member(team[0].id), reply: .coming),
    ]
    return FamilyFile(
      family: family, people: [ella] + adults.map(\.0), team: team, conferences: [conference])
  }
}

extension Desk {
  /// Goes to a stage of the conference that is held, page by page.
  func stage(_ wanted: Int) {
    for _ in ConferenceStage.allCases {
      guard let active = app.top.sections?.active, active != wanted else { return }
      press(active < wanted ? .pageDown : .pageUp)
    }
  }
}
