import Casework
import Testing

/// The gates where domestic abuse is recorded, or the law keeps people apart.
@Suite struct ConferenceGateTests {
  private let today = Made.today
  private let joe = Party.person(Gate.joe)
  private let lee = Party.person(Gate.lee)

  /// Joe and Lee are to be invited; Dawn was harmed, by Lee.
  private func file(
    _ safety: Safety = Safety(harmed: [Gate.dawn], harmedBy: [Gate.lee]),
    _ change: (inout Conference) -> Void = { _ in }
  ) -> FamilyFile {
    var file = Gate.file {
      $0.invitations = [
        Invitation(who: .person(Gate.dawn)), Invitation(who: .person(Gate.joe)),
        Invitation(who: .person(Gate.lee), part: .shuttle),
      ]
      change(&$0)
    }
    file.family.safety = safety
    return file
  }

  private func release(_ index: Int) -> (inout Conference) -> Void {
    { $0.invitations[index].releasedOn = Made.today }
  }

  // MARK: - R-C7

  @Test func `R-C7: no invitation goes out before whoever was harmed agreed to that person`() {
    let consent = HarmedConsent(by: Gate.dawn, on: today)

    let refusals = Gate.refusals(file(), release(1))

    #expect(refusals.map(\.field) == ["invitations"])
    #expect(refusals.first?.sentence.hasPrefix("Mum has not agreed that Joe is invited") == true)
    #expect(
      Gate.refusals(file()) {
        $0.invitations[1].releasedOn = Made.today
        $0.invitations[1].harmedConsents = [consent]
      } == [])
    // What she agreed of Joe says nothing of Lee.
    #expect(
      Gate.fields(file { $0.invitations[1].harmedConsents = [consent] }, release(2)) == [
        "invitations"
      ])
  }

  @Test func `R-C7: whoever was harmed needs nobody else's word for their own invitation`() {
    #expect(Gate.fields(file(), release(0)) == [])

    let both = file(Safety(harmed: [Gate.dawn, Made.kayla]))
    #expect(
      Gate.refusals(both, release(0)).first?.sentence.hasPrefix("Kayla has not agreed") == true)
    #expect(
      Gate.refusals(both, release(1)).first?.sentence.hasPrefix("Mum and Kayla have not") == true)
  }

  @Test func `R-C7: where domestic abuse is flagged, who was harmed is written down first`() {
    var file = file(Safety())
    #expect(Gate.fields(file, release(1)) == [])

    file.family.flags = [Flag(kind: .domesticAbuse)]

    #expect(file.hasDomesticAbuse)
    #expect(
      Gate.refusals(file, release(1)).map(\.sentence) == [
        "Domestic abuse is recorded: write down who was harmed first; they say who is invited."
      ])
  }

  @Test func `R-C7: a released invitation that is given to somebody else is asked anew`() {
    let released = file { $0.invitations[0].releasedOn = Made.today }

    #expect(
      Gate.fields(released) {
        $0.invitations[0].who = .member(Made.grant)
      } == ["invitations"])
    #expect(Gate.fields(released) { $0.invitations[0].needsNote = "A ramp" } == [])
  }

  // MARK: - R-C8

  @Test(arguments: [
    (PresenceConditions(), 3),
    (PresenceConditions(isRequestedByHarmed: true), 2),
    (PresenceConditions(isRequestedByHarmed: true, acknowledgesAbuse: true), 1),
    (PresenceConditions(acknowledgesAbuse: true, isWillingToAddressIt: true), 1),
    (
      PresenceConditions(
        isRequestedByHarmed: true, acknowledgesAbuse: true, isWillingToAddressIt: true), 0
    ),
  ])
  func `R-C8: who harmed is in the room only under all three conditions`(
    presence: PresenceConditions, missing: Int
  ) {
    let refusals = Gate.refusals(file()) {
      $0.invitations[2].part = .room
      $0.invitations[2].presence = presence
    }

    #expect(refusals.map(\.field) == (missing == 0 ? [] : ["invitations"]))
    let sentence = refusals.first?.sentence ?? ""
    let told = ["Mum asked for it", "acknowledge the abuse", "willing to address it"]
    #expect(told.filter { sentence.contains($0) }.count == missing)
  }

  @Test func `R-C8: nobody else is asked for conditions, and other ways to take part are free`() {
    for part in [Invitation.Part.shuttle, .words, .none] {
      #expect(Gate.fields(file()) { $0.invitations[2].part = part } == [])
    }
    #expect(Gate.fields(file(Safety(harmed: [Gate.dawn]))) { $0.invitations[2].part = .room } == [])
  }

  @Test func `R-C8: it is asked again when the invitation goes out, and when it begins`() {
    // Recorded as safety once he was in the room already.
    let late = file { $0.invitations[2].part = .room }

    #expect(Gate.fields(late) { $0.place = "Carlton School" } == [])
    #expect(Gate.fields(late) { Gate.begin(&$0) } == ["invitations"])
    #expect(Gate.fields(late) { $0.heldOn = Made.today } == ["invitations"])
    #expect(
      Gate.fields(late) {
        $0.invitations[2].releasedOn = Made.today
        $0.invitations[2].harmedConsents = [HarmedConsent(by: Gate.dawn, on: Made.today)]
      } == ["invitations"])
  }

  @Test func `what is recorded about somebody's safety is never refused`() {
    let late = file(Safety()) {
      $0.invitations[2].part = .room
      $0.invitations[2].releasedOn = Made.today
    }
    var family = late.family
    family.safety = Safety(
      harmed: [Gate.dawn], harmedBy: [Gate.lee],
      conditions: [LegalCondition(kind: .bail, keeps: Gate.lee, from: [Gate.dawn], begins: today)])

    #expect(
      late.refusals(
        of: [Change(before: .family(late.family), after: .family(family))], by: Gate.lead,
        on: today) == [])
  }

  // MARK: - R-C9

  private func kept(
    from: [Person.ID] = [], place: String = "", begins: Int = -30, ends: Int? = nil
  ) -> Safety {
    Safety(
      harmed: [],
      conditions: [
        LegalCondition(
          kind: .bail, keeps: Gate.lee, from: from, place: place, begins: today + begins,
          ends: ends.map { today + $0 })
      ])
  }

  @Test func `R-C9: a condition blocks an invitation that puts both people in the room`() {
    let kept = kept(from: [Gate.dawn], ends: 6)
    let both = file(kept) { $0.invitations[2].part = .room }

    let refusals = Gate.refusals(both, release(2))

    #expect(
      refusals.map(\.sentence) == [
        "A bail condition keeps Lee away from Mum until Fri 27 Nov 2026: choose a day after it, "
          + "let somebody go between or have Lee's words read out."
      ])
    #expect(Gate.fields(both, release(0)) == ["invitations"])
    #expect(Gate.fields(both, release(1)) == [])
    #expect(Gate.fields(file(kept), release(2)) == [])
    #expect(
      Gate.fields(both) {
        $0.invitations[2].reply = .notComing
        $0.invitations[0].releasedOn = Made.today
      } == [])
  }

  @Test func `R-C9: a condition holds from its first day to its last, and no longer`() {
    func begins(on day: Int, from first: Int, to last: Int?) -> [String] {
      let file = file(kept(from: [Gate.dawn], begins: first, ends: last)) {
        $0.invitations[2].part = .room
      }
      return Gate.fields(file) { $0.planned = MeetingTime(day: Made.today + day) }
    }

    #expect(begins(on: 6, from: -30, to: 6) == ["invitations"])
    #expect(begins(on: 7, from: -30, to: 6) == [])
    #expect(begins(on: 7, from: 7, to: nil) == ["invitations"])
    #expect(begins(on: 6, from: 7, to: nil) == [])
  }

  @Test func `R-C9: a place that a condition forbids blocks the booking and the change of place`() {
    let kept = kept(place: "kentish town library")
    let there = file(kept) { $0.invitations[2].part = .room }
    let elsewhere = file(kept) {
      $0.invitations[2].part = .room
      $0.place = "Carlton School"
    }
    let unbooked = file(kept) {
      $0.invitations[2].part = .room
      $0.planned = nil
    }

    #expect(Gate.fields(elsewhere) { $0.place = "Room 2, Kéntish Town Library" } == ["invitations"])
    #expect(Gate.fields(elsewhere) { $0.place = "Elm Road" } == [])
    #expect(Gate.fields(unbooked) { $0.planned = MeetingTime(day: Made.today) } == ["invitations"])
    #expect(Gate.fields(there) { Gate.begin(&$0) } == ["invitations"])
    #expect(
      Gate.refusals(there, release(2)).first?.sentence
        == "A bail condition keeps Lee away from kentish town library with no end known: choose "
        + "another place, let somebody go between or have Lee's words read out.")
  }

  @Test func `R-C9: a released invitation cannot be turned into one for the room`() {
    let out = file(kept(from: [Gate.dawn])) {
      for index in 0..<3 { $0.invitations[index].releasedOn = Made.today }
    }

    #expect(Gate.fields(out) { $0.invitations[2].part = .room } == ["invitations"])
    #expect(Gate.fields(out) { $0.invitations[2].needsNote = "A lift" } == [])
  }

  // MARK: - R-C10

  @Test func `R-C10: nothing that kith proposes presupposes that anybody stays together`() {
    let proposed =
      Baseline.usualQuestions + Conference.Stage.allCases.map(\.rawValue)
      + Invitation.Part.allCases.map(\.rawValue) + Invitation.Need.allCases.map(\.rawValue)
      + Agreement.Verdict.allCases.map(\.rawValue) + ConferenceClock.Kind.allCases.map(\.rawValue)
      + Goal.Category.allCases.map(\.rawValue) + Review.Outcome.allCases.map(\.rawValue)
    let presupposing = [
      "together", "reunit", "reunif", "reconcil", "marriage", "couple", "partner", "back home",
      "return home", "come home", "under one roof", "as a family again", "forgive",
    ]

    #expect(proposed.count > 30)
    for text in proposed {
      #expect(presupposing.filter { text.lowercased().contains($0) } == [], "\(text)")
    }
    #expect(Conference(id: id(71), familyID: Made.family).baseline == Baseline())
    #expect(Made.file().guess(goal: "", last: nil).category == .other)
  }
}

@Suite struct ConferenceClockTests {
  private let today = Made.today

  @Test func `R-C2, R-C3, R-C14, R-C15: a conference's clocks, as far as they are known`() {
    var conference = Conference(id: id(71), familyID: Made.family)
    #expect(conference.clocks() == [])

    conference.referredOn = today - 50
    conference.referral = Referral(
      from: "Carlton School", allocatedOn: today - 49, answeredOn: today - 47)
    #expect(
      conference.clocks() == [
        ConferenceClock(kind: .answer, due: today - 48, done: today - 47),
        ConferenceClock(kind: .call, due: today - 47),
        ConferenceClock(kind: .conference, due: today + 6, amberFrom: today - 8),
      ])
    #expect(conference.clocks()[0].wasLate && conference.clocks()[0].state(on: today) == nil)
    #expect(conference.clocks()[1].state(on: today) == .overdue(byDays: 47))

    conference.heldOn = today
    #expect(
      conference.clocks().suffix(2) == [
        ConferenceClock(kind: .typedPlan, due: today + 3),
        ConferenceClock(kind: .review, due: today + 84),
      ])
  }

  @Test func `R-C3: the referrer waits for an answer and a call, as long as nobody gave them`() {
    var file = Gate.file {
      $0.referredOn = Made.today
      $0.referral = Referral(from: "Carlton School", allocatedOn: Made.today + 1)
    }
    func told() -> [String] {
      file.watchpoints().filter { $0.kind == .referrer }
        .map { "\($0.subject), \($0.dueOn.map { $0.days(since: today) } ?? 0)" }
    }

    #expect(told() == ["an answer, 2", "your call, 3"])
    #expect(
      file.watchpoints().first { $0.kind == .referrer }?.waitsFor == Gate.coordinator.id)
    file.conferences[0].referral.answeredOn = today
    #expect(told() == ["your call, 3"])
    file.conferences[0].referral.contactedOn = today
    #expect(told() == [])
    file.conferences[0].referral = Referral()
    #expect(told() == [])
  }

  @Test func `R-C14: the typed plan is given out within three days, and not before it was made`() {
    var file = Gate.file {
      Gate.begin(&$0)
      Gate.agree(&$0)
      $0.heldOn = Made.today
    }
    let copy = file.watchpoints().first { $0.kind == .planCopy }

    #expect(copy?.showsFrom == today && copy?.dueOn == today + 3)
    file.conferences[0].sharedOn = today
    #expect(!file.watchpoints().contains { $0.kind == .planCopy })
    for (held, shared) in [(today as Day?, today - 1), (nil, today)] {
      (file.conferences[0].heldOn, file.conferences[0].sharedOn) = (held, shared)
      #expect(
        Record.conference(file.conferences[0]).breaches(on: today).map(\.field) == ["sharedOn"])
    }
  }
}

/// What a fresh pair of eyes found: each holds whatever the screen does.
@Suite struct ConferenceWayOutTests {
  private let lee = Party.person(Gate.lee)

  private func file(_ change: (inout Conference) -> Void) -> FamilyFile {
    var file = Gate.file {
      $0.invitations = [
        Invitation(who: .person(Gate.dawn)), Invitation(who: .person(Gate.lee), part: .shuttle),
      ]
      change(&$0)
    }
    file.family.safety = Safety(harmed: [Gate.dawn], harmedBy: [Gate.lee])
    return file
  }

  @Test func `the family's own time can be ended whatever became of the conference`() {
    let began = Moment(milliseconds: 1_000_000)
    let withdrawn = file {
      $0.begunAt = began
      $0.familyTimes = [FamilyTime(began: began)]
      $0.withdrawnOn = Made.today
    }

    let ending = Gate.refusals(withdrawn) {
      $0.familyTimes[0].ended = Moment(milliseconds: 2_000_000)
    }

    #expect(ending == [])
  }

  @Test func `R-C8: who harmed is not written down as here without the three conditions`() {
    #expect(Gate.fields(file { _ in }) { $0.came = [lee] } == ["invitations"])
    #expect(Gate.fields(file { _ in }) { $0.came = [.person(Gate.dawn)] } == [])
  }

  @Test func `R-C12: who is kept out is not told when and where people meet next`() {
    var kept = file { $0.invitations[1].part = .none }
    kept.reviews = [
      Review(
        id: id(81), familyID: Made.family, kind: .familyGroupConference,
        planned: MeetingTime(day: Made.today + 30))
    ]

    #expect(kept.withheld(from: .party(lee), on: Made.today).nextMeeting)
    #expect(!kept.withheld(from: .party(.person(Gate.dawn)), on: Made.today).nextMeeting)
  }

  @Test func `what was rated at a review that was held stays, also when its goal would go`() {
    var file = Made.file()
    var held = Review(id: id(82), familyID: Made.family, kind: .childInNeed)
    held.held = MeetingTime(day: Made.today - 7)
    let goal = Made.goal()
    let rating = Rating(
      id: id(83), familyID: Made.family, goalID: goal.id, day: Made.today - 7, score: 4,
      by: .person(Made.kayla), reviewID: held.id)
    (file.goals, file.reviews, file.ratings) = ([goal], [held], [rating])
    var higher = rating
    higher.score = 9

    func refused(_ before: Rating?, _ after: Rating?) -> Bool {
      !file.refusals(
        of: [Change(before: before.map(Record.rating), after: after.map(Record.rating))],
        by: Practitioner(id: id(1), name: "Maya", role: .practitioner, team: ""), on: Made.today
      ).isEmpty
    }
    #expect(refused(rating, nil) && refused(rating, higher))
    higher.reviewID = nil
    #expect(
      !refused(
        nil,
        Rating(
          id: id(84), familyID: Made.family, goalID: goal.id, day: Made.today, score: 5,
          by: .person(Made.kayla))))
  }

  @Test func `a goal tells how it was worded on a day`() {
    var goal = Made.goal()
    let first = goal.words
    goal.reword("Something else", on: Made.today)

    #expect(goal.words(on: Made.today - 1) == first)
    #expect(goal.words(on: Made.today) == "Something else")
  }
}
