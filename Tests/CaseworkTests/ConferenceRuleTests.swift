import Casework
import Testing

/// A conference's stages, its offers, who leads it, how it is stopped and agreed.
@Suite struct ConferenceRuleTests {
  private let today = Made.today

  private func fields(_ change: (inout Conference) -> Void) -> [String] {
    var conference = Gate.conference()
    change(&conference)
    return Record.conference(conference).breaches(on: today).map(\.field)
  }

  @Test func `R-C1: a conference comes through its stages one after the other`() {
    var conference = Conference(id: id(71), familyID: Made.family)
    var stages = [conference.stage]
    let steps: [(inout Conference) -> Void] = [
      { $0.referredOn = Made.today - 50 }, { $0.baseline.questions = ["Who helps?"] },
      { $0.invitations = [Invitation(who: .person(Gate.joe))] }, { $0.begunAt = Gate.noon },
      { $0.heldOn = Made.today - 9 }, { $0.sharedOn = Made.today - 8 },
      { $0.reviewOn = Made.today + 75 }, { $0.closedOn = Made.today },
    ]
    for step in steps {
      step(&conference)
      stages.append(conference.stage)
    }

    #expect(
      stages == [
        .offered, .referral, .baseline, .preparation, .conference, .conference, .planShared,
        .reviewBooked, .closed,
      ])
    #expect(Record.conference(conference).breaches(on: today) == [])
  }

  @Test func `R-C1: no stage's day lies before the one before it, or ahead`() {
    #expect(fields { ($0.referredOn, $0.heldOn) = (Made.today, Made.today - 1) } == ["heldOn"])
    #expect(fields { ($0.heldOn, $0.closedOn) = (Made.today, Made.today - 1) } == ["closedOn"])
    #expect(fields { $0.heldOn = Made.today + 1 } == ["heldOn"])
    #expect(fields { $0.withdrawnOn = Made.today + 1 } == ["withdrawnOn"])
    #expect(fields { $0.offers[0].answeredOn = Made.today - 31 } == ["offers"])
  }

  @Test func `the family's times lie in the conference, one after the other`() {
    let later = Moment(milliseconds: Gate.noon.milliseconds + 60_000)
    let cases: [([FamilyTime], [String])] = [
      ([FamilyTime(began: Gate.noon, ended: later), FamilyTime(began: later)], []),
      ([FamilyTime(began: Gate.noon), FamilyTime(began: later)], ["familyTimes"]),
      ([FamilyTime(began: later, ended: Gate.noon)], ["familyTimes"]),
    ]
    for (times, expected) in cases {
      #expect(fields { ($0.begunAt, $0.familyTimes) = (Gate.noon, times) } == expected)
    }
    let early = FamilyTime(began: Gate.noon, ended: later)
    #expect(fields { ($0.begunAt, $0.familyTimes) = (later, [early]) } == ["familyTimes"])
  }

  @Test func `R-C4: nothing is booked, begun or held without a yes`() {
    let file = Gate.file {
      ($0.planned, $0.offers[0].answer) = (nil, .waiting)
    }

    #expect(Gate.fields(file) { $0.planned = MeetingTime(day: Made.today + 7) } == ["offers"])
    #expect(Gate.fields(file) { Gate.begin(&$0) } == ["offers"])
    #expect(Gate.fields(file) { $0.heldOn = Made.today } == ["offers"])
    #expect(Gate.fields(file) { $0.place = "Carlton School" } == [])
    #expect(
      Gate.fields(file) {
        $0.offers[0].answer = .yes
        $0.planned = MeetingTime(day: Made.today + 7)
      } == [])
  }

  @Test func `R-C4: yes is said by parental responsibility or by a child of 16 or 17`() {
    func isAgreed(to person: Person.ID, age: Int) -> Bool {
      var file = Gate.file { $0.offers = [] }
      file.people[0].born = (Made.today - 28).adding(months: -12 * age)
      file.conferences[0].offers = [
        ConferenceOffer(to: person, on: Made.today - 30, answer: .yes, answeredOn: Made.today - 28)
      ]
      return file.hasAgreedOffer(file.conferences[0])
    }

    #expect(isAgreed(to: Gate.dawn, age: 12))
    #expect(!isAgreed(to: Gate.joe, age: 12))
    #expect(
      [15, 16, 17, 18].map { isAgreed(to: Made.kayla, age: $0) } == [false, true, true, false])
  }

  @Test func `R-C4: what was booked before kith asked goes on, and what comes in held is history`()
  {
    var file = Gate.file { $0.offers = [] }
    #expect(Gate.fields(file) { $0.planned = MeetingTime(day: Made.today + 7) } == [])

    let held = Conference(
      id: id(72), familyID: Made.family, heldOn: Made.today - 90,
      agreement: Agreement(verdict: .agreed, on: Made.today - 90))
    file.conferences = []
    #expect(
      file.refusals(
        of: [Change(before: nil, after: .conference(held))], by: Gate.lead, on: Made.today) == [])
  }

  @Test func `R-C4: consent is withdrawn at any time, and then nothing moves`() {
    let stopped = ConferenceStop(on: today, by: id(33), reason: "Shouting", supportOffered: "Taxi")
    #expect(
      Gate.fields(Gate.file { $0.stops = [stopped] }) { $0.withdrawnOn = Made.today } == [])

    let withdrawn = Gate.file { $0.withdrawnOn = Made.today - 1 }
    #expect(Gate.fields(withdrawn) { $0.place = "Elsewhere" } == ["withdrawnOn"])
    #expect(Gate.fields(withdrawn) { Gate.begin(&$0) } == ["withdrawnOn"])
    #expect(Gate.fields(withdrawn) { $0.withdrawnOn = nil } == [])

    let closed = Gate.file { $0.closedOn = Made.today - 1 }
    #expect(Gate.fields(closed) { $0.place = "Elsewhere" } == ["closedOn"])
    #expect(Gate.fields(closed) { $0.closedOn = nil } == [])
  }

  @Test func `R-C5: the family's own practitioner and supervisor do not lead its conference`() {
    let begun = Gate.file { Gate.begin(&$0) }

    for own in [Gate.lead, Gate.supervisor] {
      #expect(Gate.fields(Gate.file(), by: own) { Gate.begin(&$0) } == [""])
      #expect(
        Gate.fields(begun, by: own) { $0.familyTimes = [FamilyTime(began: Gate.noon)] } == [""])
      #expect(Gate.fields(begun, by: own) { Gate.agree(&$0) } == [""])
      #expect(Gate.fields(begun, by: own) { $0.place = "Carlton School" } == [])
      #expect(Gate.file().coordinationRefusal(for: own)?.contains("independent") == true)
    }
    #expect(Gate.fields(Gate.file(), by: Gate.coordinator) { Gate.begin(&$0) } == [])
    #expect(Gate.file().coordinationRefusal(for: Gate.coordinator) == nil)
  }

  @Test func `R-C5: an edit that first makes somebody else the lead professional is refused too`() {
    let file = Gate.file()
    var family = file.family
    family.leadProfessional = nil
    var conference = file.conferences[0]
    Gate.begin(&conference)

    let refusals = file.refusals(
      of: [
        Change(before: .family(file.family), after: .family(family)),
        Change(before: .conference(file.conferences[0]), after: .conference(conference)),
      ], by: Gate.lead, on: today)

    #expect(refusals.map(\.field) == [""])
  }

  @Test func `R-C5: the coordinator is neither the lead professional nor the supervisor`() {
    func fields(_ old: Family, _ change: (inout Family) -> Void) -> [String] {
      var new = old
      change(&new)
      var file = Gate.file()
      file.family = old
      return file.refusals(
        of: [Change(before: .family(old), after: .family(new))], by: Gate.lead, on: today
      ).map(\.field)
    }
    let family = Gate.file().family
    var older = family
    older.coordinator = Gate.lead.id

    #expect(fields(family) { $0.coordinator = Gate.lead.id } == ["coordinator"])
    #expect(fields(family) { $0.supervisor = Gate.coordinator.id } == ["coordinator"])
    #expect(fields(family) { $0.leadProfessional = Gate.coordinator.id } == ["coordinator"])
    #expect(fields(family) { $0.coordinator = nil } == [])
    #expect(fields(older) { $0.name = "Duffy-Reid" } == [])
  }

  @Test func `R-C11: a stop has a reason and support, and nothing goes on before it ends`() {
    let stop = ConferenceStop(on: today, by: id(33), reason: "Shouting", supportOffered: "Taxi")
    let stopped = Gate.file {
      $0.invitations = [Invitation(who: .person(Gate.joe))]
      $0.stops = [stop]
    }
    let begun = Gate.file {
      Gate.begin(&$0)
      $0.stops = [stop]
    }

    #expect(Gate.fields(stopped) { Gate.begin(&$0) } == ["stops"])
    #expect(Gate.fields(stopped) { $0.heldOn = Made.today } == ["stops"])
    #expect(Gate.fields(stopped) { $0.invitations[0].releasedOn = Made.today } == ["stops"])
    #expect(Gate.fields(begun) { Gate.agree(&$0) } == ["stops"])
    #expect(
      Gate.fields(begun) { $0.familyTimes = [FamilyTime(began: Gate.noon)] } == ["stops"])
    #expect(
      Gate.fields(begun) {
        $0.stops[0].resumedOn = Made.today
        Gate.agree(&$0)
      } == [])
    let bare = ConferenceStop(on: today, by: id(33), reason: " ", supportOffered: "")
    #expect(fields { $0.stops = [bare] } == ["stops", "stops"])
    #expect(fields { $0.stops = [stop, stop] } == ["stops"])
  }

  @Test func `R-C12: who is kept out has a reason and another way, and is not in the room`() {
    func fields(_ exclusion: Exclusion, _ part: Invitation.Part) -> [String] {
      self.fields {
        $0.invitations = [
          Invitation(who: .person(Gate.joe), part: part, exclusion: exclusion)
        ]
      }
    }
    let good = Exclusion(on: today, reason: "Threats", instead: "A letter is read out")
    let appealed = Exclusion(on: today, reason: "Threats", appealedOn: today)

    #expect(fields(good, .words) == [] && fields(appealed, .shuttle) == [])
    #expect(fields(good, .room) == ["invitations"])
    #expect(
      fields(Exclusion(on: today, reason: "", instead: "A letter"), .words) == ["invitations"])
    #expect(fields(Exclusion(on: today, reason: "Threats"), .words) == ["invitations"])
  }

  @Test func `R-C13: a plan is refused only by a line, and agreed only when none stands`() {
    func fields(_ agreement: Agreement) -> [String] { self.fields { $0.agreement = agreement } }
    let line = Refusal(line: "kayla is never left alone.", why: "Nobody is there on Mondays.")
    let unsafe = Refusal(line: "", why: "The flat has no lock.")
    let other = Refusal(line: "Everybody is nice.", why: "They are not.")
    func notSafe(_ refusals: [Refusal]) -> Agreement {
      Agreement(verdict: .notSafe, on: today, refusals: refusals)
    }

    #expect(fields(notSafe([line, unsafe])) == [])
    #expect(fields(notSafe([])) == ["agreement"])
    #expect(fields(notSafe([other])) == ["agreement"])
    #expect(fields(notSafe([Refusal(line: "", why: " ")])) == ["agreement"])
    #expect(fields(Agreement(verdict: .agreedWithPoints, on: today)) == ["agreement"])
    #expect(fields(Agreement(verdict: .agreedWithPoints, on: today, points: "Locks")) == [])
    #expect(fields(Agreement(verdict: .agreed, on: today, refusals: [line])) == ["agreement"])
    #expect(fields(Agreement(verdict: .agreed, on: today + 1)) == ["agreement"])
  }

  @Test func `R-C13: nobody agrees before it began, and what was agreed stays`() {
    #expect(Gate.fields(Gate.file()) { Gate.agree(&$0) } == ["agreement"])

    let held = Gate.file {
      Gate.begin(&$0)
      Gate.agree(&$0)
      ($0.heldOn, $0.agreedBy) = (Made.today, [.person(Gate.dawn)])
    }
    #expect(Gate.fields(held) { $0.agreedBy = [] } == ["agreement"])
    #expect(Gate.fields(held) { $0.agreement = nil } == ["agreement"])
    #expect(Gate.fields(held) { $0.heldOn = nil } == ["agreement"])
    #expect(Gate.fields(held) { $0.sharedOn = Made.today } == [])
    #expect(
      held.refusals(
        of: [Change(before: .conference(held.conferences[0]), after: nil)], by: Gate.coordinator,
        on: today
      ).map(\.field) == ["agreement"])

    let notSafe = Gate.file {
      Gate.begin(&$0)
      $0.heldOn = Made.today
      $0.agreement = Agreement(
        verdict: .notSafe, on: Made.today, refusals: [Refusal(line: "", why: "No lock.")])
    }
    #expect(Gate.fields(notSafe) { Gate.agree(&$0) } == [])
  }

  @Test func `R-C13: a plan is agreed by somebody, and found unsafe by nobody`() {
    let begun = Gate.file { Gate.begin(&$0) }

    let byNobody = Gate.refusals(begun) {
      Gate.agree(&$0)
      $0.agreedBy = []
    }
    #expect(byNobody.map(\.field) == ["agreedBy"])
    #expect(byNobody.first?.sentence == "Who agrees? At least one person has to.")
    #expect(
      Gate.fields(begun) {
        $0.agreement = Agreement(
          verdict: .notSafe, on: Made.today, refusals: [Refusal(line: "", why: "No lock.")])
      } == [])
  }

  @Test func `R-C15: the review is set before people leave, four weeks on at the earliest`() {
    let begun = Gate.file { Gate.begin(&$0) }
    func agreed(_ review: Day?) -> [String] {
      Gate.fields(begun) {
        Gate.agree(&$0)
        $0.reviewOn = review
      }
    }

    #expect(agreed(nil) == ["reviewOn"] && agreed(today + 27) == ["reviewOn"])
    #expect(agreed(today + 28) == [] && agreed(today + 84) == [])
    #expect(Gate.conference().proposedReview(on: today) == today + 84)
    let held = Gate.file { $0.heldOn = Made.today - 7 }
    #expect(Gate.fields(held) { $0.reviewOn = Made.today + 20 } == ["reviewOn"])
    #expect(Gate.fields(held) { $0.reviewOn = Made.today + 21 } == [])
  }

  @Test func `whoever a conference or safety names belongs to the family`() {
    let stranger: Person.ID = id(99)
    var file = Gate.file {
      $0.offers[0].to = stranger
      $0.invitations = [
        Invitation(who: .person(Gate.joe), harmedConsents: [HarmedConsent(by: stranger, on: today)])
      ]
    }
    file.family.safety.conditions = [
      LegalCondition(kind: .bail, keeps: Gate.lee, from: [stranger], begins: today)
    ]

    #expect(
      file.breaches(on: today).map(\.breach.field) == ["safety", "offers", "invitations"])
  }

  @Test func `a legal condition keeps somebody from somebody else or from a place`() {
    func fields(_ condition: LegalCondition) -> [String] {
      var family = Made.family()
      family.safety.conditions = [condition]
      return Record.family(family).breaches(on: today).map(\.field)
    }

    #expect(fields(LegalCondition(kind: .bail, keeps: Gate.lee, begins: today)) == ["safety"])
    #expect(
      fields(LegalCondition(kind: .order, keeps: Gate.lee, from: [Gate.lee], begins: today))
        == ["safety"])
    #expect(
      fields(
        LegalCondition(
          kind: .release, keeps: Gate.lee, place: "Elm Road", begins: today, ends: today - 1))
        == ["safety"])
  }
}
