import Casework
import CaseworkDocuments
import Foundation
import Testing

/// The demo, on whatever day it is opened.
@Suite struct DemoCaseloadTests {
  @Test(arguments: manyDays)
  func `twelve families, each free of breaches, before and after what others did`(today: Day) {
    let demo = DemoCaseload.make(world: inventedWorld(on: today))

    #expect(demo.caseload.families.count == 12)
    for file in demo.caseload.families + demo.caughtUp {
      let breaches = file.breaches(on: today)
      #expect(breaches.isEmpty, "\(file.family.name): \(breaches.map(\.breach.sentence))")
    }
  }

  @Test(arguments: manyDays)
  func `over everyone four reviews are overdue and five wait, one of them sent back since`(
    today: Day
  ) {
    let demo = DemoCaseload.make(world: inventedWorld(on: today))

    for files in [demo.caseload.families, demo.caughtUp] {
      #expect(files.filter { $0.hasOverdueReview(on: today) }.count == 4)
    }
    #expect(demo.caseload.families.flatMap(\.reviewsToSignOff).count == 5)
    #expect(demo.caughtUp.flatMap(\.reviewsToSignOff).count == 4)
    #expect(demo.caughtUp.flatMap(\.reviews).filter { $0.state == .sentBack }.count == 1)
  }

  @Test(arguments: manyDays)
  func `Maya is asked by her supervisor, and Ruth is answered`(today: Day) {
    let demo = DemoCaseload.make(world: inventedWorld(on: today))

    let asked = demo.caughtUp.flatMap { $0.watchpoints() }
      .filter { [.sentBack, .answered].contains($0.kind) }

    #expect(Set(asked.map(\.kind)) == [.sentBack, .answered] && asked.count == 2)
    #expect(asked.first { $0.kind == .sentBack }?.waitsFor == demo.you)
    let ruth = demo.caseload.practitioners.first { $0.name == "Ruth Bell" }
    #expect(asked.first { $0.kind == .answered }?.waitsFor == ruth?.id)
  }

  @Test(arguments: manyDays)
  func `R-F6, R-F7, R-C15: the Reeves' clocks run, and one of their reviews is today`(today: Day) {
    let demo = DemoCaseload.make(world: inventedWorld(on: today))

    let due = demo.file("Reeve")?.reviewsDue() ?? []

    #expect(due.map(\.kind) == [.familyGroupConference, .coreGroup, .childProtection])
    #expect(due.first?.day == today)
    #expect(!due.contains { $0.state(on: today).isOverdue })
  }

  @Test(arguments: manyDays)
  func `every kind of Today's rows occurs for Maya`(today: Day) {
    let demo = DemoCaseload.make(world: inventedWorld(on: today))

    for files in [demo.caseload.families, demo.caughtUp] {
      let rows = demo.todayRows(of: files, on: today)
      // What waits for the coordinator or the supervisor is not hers.
      let kinds: Set<Watchpoint.Kind> = [
        .review, .action, .conference, .childWords, .stuck, .ratersApart,
      ]
      #expect(Set(rows.map(\.kind)).isSuperset(of: kinds))
      #expect(rows.first?.familyName == "Brannigan")
      #expect(rows.first?.reason == "review overdue by 6 days")
    }
  }

  @Test(arguments: manyDays)
  func `every part of Progress occurs for Maya`(today: Day) {
    let demo = DemoCaseload.make(world: inventedWorld(on: today))

    let entries = demo.mine(demo.caughtUp).filter(\.family.isOpen).flatMap { file in
      file.progress.goals.map { GoalEntry($0, in: file) }
    }

    for part in GoalQuery.Part.allCases {
      #expect(entries.contains { $0.belongs(to: part) }, "\(part)")
    }
    #expect(entries.contains { ($0.movement ?? 0) >= 3 }, "a goal that clearly moves up")
  }

  @Test func `Today reads as it was drawn`() {
    let demo = DemoCaseload.make(world: inventedWorld(on: drawnDay))

    let rows = demo.todayRows(of: demo.caughtUp, on: drawnDay)
      .map { "\($0.familyName): \($0.reason); \($0.detail)" }

    for row in [
      "Brannigan: review overdue by 6 days; was due Sun 15 Nov",
      "Adeyemi: action overdue: ring CAMHS; Uncle Femi, Wed 18 Nov",
      "Chowdhury: conference not booked; week 7 of 8",
      "Duffy: 2 actions due in the next 7 days; first on Fri 27 Nov",
    ] {
      #expect(rows.contains(row), "\(rows)")
    }
  }

  @Test func `the next seven days hold the meetings that were drawn`() {
    let demo = DemoCaseload.make(world: inventedWorld(on: drawnDay))

    let adeyemi = demo.file("Adeyemi")?.reviews.compactMap { $0.held == nil ? $0 : nil }.first
    let duffy = demo.file("Duffy")?.conferences.first { $0.heldOn == nil }

    #expect(adeyemi?.planned?.day.short == "Tue 24 Nov")
    #expect(adeyemi?.place == "Carlton School")
    #expect(duffy?.planned?.day.short == "Thu 26 Nov")
    #expect(duffy?.planned?.time?.description == "16:30")
    #expect(duffy?.place == "Kentish Town Library")
  }

  @Test(arguments: manyDays)
  func `children are the ages they are told to be`(today: Day) {
    let demo = DemoCaseload.make(world: inventedWorld(on: today))

    let ages = Dictionary(
      uniqueKeysWithValues: demo.caseload.families.map { file in
        (file.family.name, file.children.map { "\($0.shortName) \($0.age(on: today) ?? -1)" })
      })

    #expect(ages["Duffy"] == ["Kayla 12", "Lee 9", "Sam 6"])
    #expect(ages["Adeyemi"] == ["Ife 13", "Tobi 11"])
    #expect(ages["Brannigan"] == ["Kayleigh 12"])
    #expect(ages["Chowdhury"] == ["Samir 10"])
    #expect(ages["Hale"] == ["Tamsin 13"])
    #expect(ages["Peña"] == ["Inés 12", "Mateo 6"])
  }

  @Test(arguments: manyDays)
  func `whoever rates, speaks or comes was there by then`(today: Day) {
    let demo = DemoCaseload.make(world: inventedWorld(on: today))

    for file in demo.caughtUp {
      let opened = file.family.statusHistory.first?.from ?? today
      for member in file.team {
        let used =
          file.ratings.filter { $0.by == .member(member.id) }.map(\.day)
          + file.reviews.filter { $0.attended.contains(.member(member.id)) }
          .compactMap { $0.held?.day }
        for day in used {
          #expect(member.joined.map { $0 <= day } ?? false, "\(member.name), \(day)")
          #expect(member.isInTeam(on: day), "\(member.name), \(day)")
        }
      }
      for goal in file.goals {
        let days = file.ratings.filter { $0.goalID == goal.id }.map(\.day)
        #expect(days.allSatisfy { $0 >= goal.setOn && $0 <= today }, "\(goal.words)")
      }
      #expect(file.notes.allSatisfy { $0.day >= opened }, "\(file.family.name)")
      #expect(file.reviews.allSatisfy { ($0.held?.day ?? today) >= opened })
    }
  }

  @Test func `every answer to consent, every status and every voice is met`() {
    let demo = DemoCaseload.make(world: inventedWorld(on: drawnDay))
    let files = demo.caughtUp

    #expect(Set(files.flatMap(\.consents).map(\.answer)) == Set(Consent.Answer.allCases))
    #expect(files.flatMap(\.consents).contains { $0.withdrawnOn != nil })
    #expect(Set(files.map(\.family.status)) == Set(Family.Status.allCases))
    #expect(Set(files.flatMap(\.actions).map(\.status)).isSuperset(of: [.notYet, .partly, .done]))
    let voices = files.flatMap(\.reviews).flatMap(\.voices)
    #expect(Set(voices.map(\.source)) == Set(Voice.Source.allCases))
    #expect(files.flatMap(\.team).contains { $0.left != nil })
    #expect(files.contains { $0.family.interpreter != nil })
    #expect(files.flatMap(\.conferences).contains { $0.withdrawnOn != nil })
  }

  @Test(arguments: manyDays)
  func `what others did fits the caseload, comes after the last visit and is not by Maya`(
    today: Day
  ) {
    let world = inventedWorld(on: today)
    let demo = DemoCaseload.make(world: world)

    #expect((3...5).contains(demo.laterEdits.count))
    #expect(demo.laterEdits.map(\.at) == demo.laterEdits.map(\.at).sorted())
    for edit in demo.laterEdits {
      #expect(edit.by != demo.you)
      #expect(edit.at > demo.lastVisit && edit.at < world.now())
      let file = demo.caseload.families.first { $0.family.id == edit.familyID }
      #expect(file?.family.leadProfessional == demo.you)
      for change in edit.changes {
        let before = file?.records.first { $0.id == change.record.id }
        #expect(before == change.before)
        #expect(change.before != change.after)
      }
    }
    #expect(
      demo.laterEdits.map(\.sentence).contains(
        "Nan Rose rated “Getting to school on time” 7, was 4"))
  }

  @Test func `ids are all different and every reference is used once`() {
    let demo = DemoCaseload.make(world: inventedWorld(on: drawnDay))

    let ids = demo.caseload.families.flatMap(\.records).map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(Set(demo.caseload.families.map(\.family.reference)).count == 12)
  }

  @Test(arguments: manyDays)
  func `the Duffys' second conference is ready for its coordinator to hold`(today: Day) throws {
    let demo = DemoCaseload.make(world: inventedWorld(on: today))
    let file = try #require(demo.file("Duffy"))
    let conference = try #require(file.conference)
    let priya = try #require(demo.caseload.practitioners.first { $0.role == .coordinator })
    var begun = conference
    begun.begunAt = Moment(milliseconds: Int64(today.number) * 86_400_000)

    #expect(conference.heldOn == nil && conference.stage == .preparation)
    #expect(conference.planned.map { (0...7).contains($0.day.days(since: today)) } == true)
    #expect(conference.invitations.count == 7 && !conference.baseline.bottomLines.isEmpty)
    #expect(file.coordinationRefusal(for: priya) == nil)
    #expect(
      file.refusals(
        of: [Change(before: .conference(conference), after: .conference(begun))], by: priya,
        on: today) == [])
  }

  @Test(arguments: manyDays)
  func `R-C4, R-C7 to R-C9: every conference of the demo was prepared as the rules ask`(
    today: Day
  ) throws {
    let demo = DemoCaseload.make(world: inventedWorld(on: today))

    for file in demo.caughtUp {
      for conference in file.conferences {
        #expect(file.hasAgreedOffer(conference), "\(file.family.name)")
        #expect(!conference.baseline.questions.isEmpty && !conference.baseline.bottomLines.isEmpty)
        for invitation in conference.invitations where invitation.releasedOn != nil {
          #expect(file.missingConsents(for: invitation) == [])
          #expect(file.presenceRefusal(for: invitation) == nil)
        }
        let day = conference.heldOn ?? conference.planned?.day ?? today
        #expect(file.legalConflicts(in: conference, on: day) == [])
      }
    }
    let reeve = try #require(demo.file("Reeve"))
    #expect(reeve.hasDomesticAbuse && reeve.family.safety.conditions.count == 1)
    #expect(reeve.conferences[0].invitations.contains { !$0.harmedConsents.isEmpty })
  }

  @Test func `plans that were agreed are frozen with their goals and actions`() {
    let demo = DemoCaseload.make(world: inventedWorld(on: drawnDay))

    let agreed = demo.caseload.families.compactMap(\.plan).flatMap(\.agreed)

    #expect(agreed.count >= 8)
    #expect(agreed.allSatisfy { !$0.goals.isEmpty && !$0.by.isEmpty })
    #expect(demo.file("Duffy")?.plan?.agreed.first?.by.count == 7)
    #expect(demo.file("Duffy")?.plan?.agreedOn?.short == "Sat 12 Sep")
  }
}

extension Demo {
  /// The families after what others did.
  var caughtUp: [FamilyFile] {
    caseload.families.map { file in
      laterEdits.filter { $0.familyID == file.family.id }
        .reduce(file) { $0.applying($1.changes) }
    }
  }

  func mine(_ files: [FamilyFile]) -> [FamilyFile] {
    files.filter { $0.family.leadProfessional == you }
  }

  func file(_ name: String) -> FamilyFile? { caughtUp.first { $0.family.name == name } }

  func todayRows(of files: [FamilyFile], on today: Day) -> [TodayRow] {
    Casework.todayRows(
      from: mine(files).flatMap { file in
        file.watchpoints().map {
          FamilyWatchpoint(
            familyID: file.family.id, familyName: file.family.name, watchpoint: $0)
        }
      }, on: today)
  }
}
