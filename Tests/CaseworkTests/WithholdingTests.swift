import Casework
import Testing

/// What a print leaves out, and why.
@Suite struct WithholdingTests {
  static let today = Made.today
  static let dad: Person.ID = id(13)
  static let nan: Person.ID = id(14)
  static let school: TeamMember.ID = id(22)

  /// A family whose mother, father, grandmother, child and mentor each have a goal or an action.
  static func file() -> FamilyFile {
    var file = Made.file()
    file.people[1].hasParentalResponsibility = true
    file.people.append(Person(id: dad, familyID: Made.family, name: "Darren Cole"))
    file.people.append(Person(id: nan, familyID: Made.family, name: "Rose Duffy", knownAs: "Nan"))
    file.team.append(
      TeamMember(
        id: school, familyID: Made.family, name: "Mr Webb", role: "head of year",
        organisation: "Carlton School"))
    file.goals = [
      Made.goal(41), Made.goal(42, whose: .person(Made.mum), order: 2),
      Made.goal(43, whose: nil, order: 3),
    ]
    file.actions = [
      Made.action(51, by: today + 6, goal: id(41), who: .person(Made.mum)),
      Made.action(52, by: nil, goal: id(41), who: .member(school), order: 2),
      Made.action(53, by: nil, goal: id(42), who: .person(nan)),
      Made.action(54, by: nil, goal: id(43), who: .person(dad)),
      Made.action(55, by: nil, who: .person(Made.kayla)),
    ]
    file.reviews = [Made.review(61, planned: today + 20)]
    file.reviews[0].place = "Carlton School"
    return file
  }

  static func consent(
    _ number: Int, _ person: Person.ID, _ agency: String, _ answer: Consent.Answer = .given,
    from: Day = today - 60, until: Day? = nil, withdrawn: Day? = nil
  ) -> Consent {
    Consent(
      id: id(number), familyID: Made.family, person: person, agency: agency, purpose: "health only",
      answer: answer, from: from, until: until, withdrawnOn: withdrawn)
  }

  static func condition(_ kind: LegalCondition.Kind = .bail, ends: Day? = today + 30)
    -> LegalCondition
  {
    LegalCondition(
      kind: kind, keeps: dad, from: [Made.mum], begins: today - 10, ends: ends)
  }

  @Test func `where nothing is recorded a family sees its whole plan`() {
    let withheld = Self.file().withheld(from: .family, on: Self.today)

    #expect(withheld == Withheld())
    #expect(withheld.reasons.isEmpty)
  }

  @Test func `those who take part are asked for, and nobody who is only named`() {
    var file = Self.file()
    file.people.append(Person(id: id(15), familyID: Made.family, name: "Far Cousin"))
    file.people.append(Person(id: id(16), familyID: Made.family, name: "Invited Aunt"))
    file.people.append(Person(id: id(17), familyID: Made.family, name: "Excluded Uncle"))
    file.conferences = [
      Conference(
        id: id(71), familyID: Made.family,
        invitations: [
          Invitation(who: .person(id(16))),
          Invitation(who: .person(id(17)), exclusion: Exclusion(on: Self.today, reason: "risk")),
        ])
    ]

    #expect(
      file.participants.map(\.shortName) == ["Kayla", "Mum", "Darren", "Nan", "Invited"])
  }

  // MARK: Kept from

  @Test func `R-C9: what is kept from a reader is left out whole, with its reason`() {
    var file = Self.file()
    file.family.safety.keptFrom = [KeptFrom(of: Made.mum, from: Self.dad, why: "her address")]

    for reader in [Reader.family, .party(.person(Self.dad))] {
      let withheld = file.withheld(from: reader, on: Self.today)

      #expect(withheld.goals == [id(42)])
      #expect(withheld.actions == [id(51), id(53)])
      #expect(withheld.voices == [.person(Made.mum)])
      #expect(!withheld.nextMeeting)
      #expect(
        withheld.reasons.first
          == "The goal of Mum, “Goal 42”: kept from Darren (her address).")
    }
    #expect(file.withheld(from: .party(.person(Self.nan)), on: Self.today) == Withheld())
  }

  @Test func `a reader's own action under a goal that is left out is still theirs`() {
    var file = Self.file()
    file.family.safety.keptFrom = [KeptFrom(of: Made.mum, from: Self.nan, why: "")]

    let withheld = file.withheld(from: .party(.person(Self.nan)), on: Self.today)

    #expect(withheld.goals == [id(42)])
    #expect(withheld.actions == [id(51)])
  }

  // MARK: Legal conditions

  @Test
  func `R-C9: a condition that holds leaves out what the other does, says and where they meet`() {
    var file = Self.file()
    file.family.safety.conditions = [Self.condition()]

    let withheld = file.withheld(from: .family, on: Self.today)

    #expect(withheld.goals.isEmpty)
    #expect(withheld.actions == [id(51)])
    #expect(withheld.voices == [.person(Made.mum)])
    #expect(withheld.nextMeeting)
    #expect(
      withheld.reasons.first
        == "What Mum does, “Action 51”: a bail condition keeps Darren from Mum until "
        + "Mon 21 Dec 2026.")
  }

  @Test(arguments: [(-1, false), (0, true), (1, true)])
  func `R-C9: a condition holds to the end of its last day`(ends: Int, holds: Bool) {
    var file = Self.file()
    file.family.safety.conditions = [Self.condition(ends: Self.today + ends)]

    #expect(file.withheld(from: .family, on: Self.today).nextMeeting == holds)
  }

  @Test func `R-C9: a condition about somebody who does not read it leaves nothing out`() {
    var file = Self.file()
    file.family.safety.conditions = [Self.condition()]

    #expect(file.withheld(from: .party(.person(Self.nan)), on: Self.today) == Withheld())
  }

  @Test(arguments: [("Carlton school", true), ("Fleet Lane Primary", false)])
  func `R-C9: a condition about a place leaves out a meeting at that place`(
    place: String, leftOut: Bool
  ) {
    var file = Self.file()
    file.family.safety.conditions = [
      LegalCondition(kind: .order, keeps: Self.dad, place: place, begins: Self.today)
    ]

    #expect(file.withheld(from: .family, on: Self.today).nextMeeting == leftOut)
  }

  // MARK: Harm

  @Test(
    arguments: [
      (nil, true), (PresenceConditions(), true),
      (PresenceConditions(isRequestedByHarmed: true, acknowledgesAbuse: true), true),
      (
        PresenceConditions(
          isRequestedByHarmed: true, acknowledgesAbuse: true, isWillingToAddressIt: true), false
      ),
    ] as [(PresenceConditions?, Bool)])
  func `R-C7, R-C8: words of those harmed are kept from who harmed until all three conditions hold`(
    presence: PresenceConditions?, leftOut: Bool
  ) {
    var file = Self.file()
    file.family.safety = Safety(harmed: [Made.mum, Made.kayla], harmedBy: [Self.dad])
    file.conferences = [
      Conference(
        id: id(71), familyID: Made.family,
        invitations: [Invitation(who: .person(Self.dad), presence: presence)])
    ]

    let withheld = file.withheld(from: .family, on: Self.today)

    #expect(withheld.voices == (leftOut ? [.person(Made.mum), .person(Made.kayla)] : []))
    #expect(withheld.goals.isEmpty && withheld.actions.isEmpty)
  }
}

/// What a professional may see of whom.
@Suite struct WithholdingConsentTests {
  typealias Base = WithholdingTests

  private func withheld(_ consents: [Consent]) -> Withheld {
    var file = Base.file()
    file.consents = consents
    return file.withheld(from: .party(.member(Base.school)), on: Base.today)
  }

  @Test func `R-L9: without any consent a professional sees their own actions only`() {
    let withheld = withheld([])

    #expect(withheld.goals == [id(41), id(42), id(43)])
    #expect(withheld.actions == [id(51), id(53), id(54), id(55)])
    #expect(withheld.sharedWords)
    #expect(
      withheld.reasons.contains(
        "The goal of Mum, “Goal 42”: no consent of Mum for Carlton School is recorded."))
    #expect(Set(withheld.reasons).count == withheld.items.count)
  }

  @Test(arguments: [
    "Carlton School", "carlton school, north site", "the school", "Mr Webb", "Head of Year",
  ])
  func `R-L9: one who is responsible shares for themselves and for their child`(agency: String) {
    let agency = agency == "the school" ? "School" : agency

    let withheld = withheld([Base.consent(81, Made.mum, agency)])

    #expect(withheld.goals.isEmpty)
    #expect(withheld.actions == [id(53), id(54)])
    #expect(!withheld.sharedWords)
    #expect(withheld.voices == [.person(Base.dad), .person(Base.nan)])
  }

  @Test(arguments: [
    (Base.consent(81, Made.mum, "Carlton School", .limited), "is limited to: health only."),
    (Base.consent(81, Made.mum, "Carlton School", .refused), "refused consent for Carlton School."),
    (
      Base.consent(81, Made.mum, "Carlton School", withdrawn: Base.today),
      "was withdrawn on Sat 21 Nov 2026."
    ),
    (
      Base.consent(81, Made.mum, "Carlton School", until: Base.today - 1),
      "ended on Fri 20 Nov 2026."
    ),
    (
      Base.consent(81, Made.mum, "Carlton School", from: Base.today + 1),
      "begins on Sun 22 Nov 2026."
    ),
    (Base.consent(81, Made.mum, "CAMHS"), "no consent of Mum for Carlton School is recorded."),
  ])
  func `R-L9: what does not cover the plan is said`(consent: Consent, says: String) {
    let withheld = withheld([consent])

    let reason = withheld.items.first { $0.thing == .goal(id(42)) }?.reason ?? ""
    #expect(reason.hasSuffix(says), "\(reason)")
    #expect(withheld.goals.contains(id(41)))
  }

  @Test func `R-L9: a child's own answer goes before a parent's, a name before an organisation`() {
    let refused = withheld([
      Base.consent(81, Made.mum, "Carlton School"),
      Base.consent(82, Made.kayla, "Carlton School", .refused),
    ])
    let byName = withheld([
      Base.consent(81, Made.mum, "Carlton School"),
      Base.consent(82, Made.mum, "Mr Webb, head of year", withdrawn: Base.today - 1),
    ])

    #expect(refused.goals == [id(41)])
    #expect(byName.goals.contains(id(42)))
  }
}
