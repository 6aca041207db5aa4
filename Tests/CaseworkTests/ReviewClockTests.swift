import Casework
import Testing

@Suite struct ReviewClockTests {
  private let today = Made.today

  private func family(_ level: Family.SupportLevel, since: Int = 100) -> Family {
    var family = Made.family()
    family.supportHistory = [Dated(from: today - since, value: level)]
    return family
  }

  private func held(_ number: Int, _ kind: Review.Kind, daysAgo: Int) -> Review {
    var review = Made.review(number, held: today - daysAgo)
    review.kind = kind
    return review
  }

  private func due(
    _ family: Family, _ reviews: [Review] = [], _ conferences: [Conference] = []
  ) -> [ReviewDue] {
    reviewsDue(family: family, reviews: reviews, conferences: conferences)
  }

  // MARK: The plan

  @Test(arguments: [Family.SupportLevel.universal, .earlyHelp, .targetedEarlyHelp])
  func `R-F2: the first team around the family meets within 21 days, or as the county says`(
    level: Family.SupportLevel
  ) {
    var settings = PracticeSettings()
    settings.firstTeamReviewDue = 42

    let slow = reviewDue(family: family(level), reviews: [], settings: settings)

    #expect(due(family(level)) == [ReviewDue(kind: .teamAroundFamily, day: today - 79)])
    #expect(slow?.day == today - 58)
  }

  @Test func `R-F9: a child in need's plan is reviewed after 42 days, first and later`() {
    let first = due(family(.childInNeed))
    let later = due(family(.childInNeed), [held(51, .teamAroundFamily, daysAgo: 10)])

    #expect(first == [ReviewDue(kind: .childInNeed, day: today - 58)])
    #expect(later == [ReviewDue(kind: .childInNeed, day: today + 32, windowOpens: today + 18)])
  }

  @Test func `R-F1: a conference or its review is no review of the plan`() {
    let due = due(
      family(.childInNeed),
      [
        held(51, .childInNeed, daysAgo: 40), held(52, .familyGroupConference, daysAgo: 5),
        held(53, .childProtection, daysAgo: 5),
      ])

    #expect(due.map(\.day) == [today + 2])
  }

  @Test func `R-F1: a review underway is the one that is due`() {
    var review = Made.review(51, planned: today - 1)
    review.begun = MeetingTime(day: today - 1)

    #expect(
      due(family(.earlyHelp), [review]) == [
        ReviewDue(kind: .teamAroundFamily, day: today - 1, planned: id(51))
      ])
  }

  // MARK: Child protection

  @Test func `R-F6: the first core group meets within 10 working days, then every 42 days`() {
    let stepUp = held(51, .childInNeed, daysAgo: 8)
    let family = family(.childProtection, since: 8)

    let first = due(family, [stepUp])
    let then = due(family, [stepUp, held(52, .coreGroup, daysAgo: 2)])

    #expect(
      first.first == ReviewDue(kind: .coreGroup, day: today + 6, windowOpens: today + 20))
    #expect(
      then.first == ReviewDue(kind: .coreGroup, day: today + 40, windowOpens: today + 26))
  }

  @Test func `R-F7: the conference is reviewed within 3 months, then within 6`() {
    let family = family(.childProtection, since: 20)
    let groups = [held(51, .coreGroup, daysAgo: 12), held(52, .childProtection, daysAgo: 20)]

    let first = due(family, groups)
    let then = due(family, groups + [held(53, .childProtection, daysAgo: 3)])

    #expect(first.map(\.kind) == [.coreGroup, .childProtection])
    #expect(first.last?.day == (today - 20).adding(months: 3))
    #expect(
      then.last
        == ReviewDue(
          kind: .childProtection, day: (today - 3).adding(months: 6),
          windowOpens: (today - 3).adding(months: 5)))
  }

  @Test func `R-F7: without child protection only a planned conference counts`() {
    var planned = Made.review(51, planned: today + 9)
    planned.kind = .childProtection

    #expect(
      due(family(.childInNeed), [held(52, .childInNeed, daysAgo: 2), planned]).map(\.kind)
        == [.childProtection, .childInNeed])
    #expect(due(family(.childInNeed)).map(\.kind) == [.childInNeed])
  }

  @Test func `R-F6, R-F7: of a family that came back the clocks begin anew`() {
    var family = Made.family([
      (today - 800, .open), (today - 300, .closed), (today - 20, .referred), (today - 5, .open),
    ])
    family.supportHistory = [Dated(from: today - 700, value: .childProtection)]

    let due = due(family, [held(51, .childProtection, daysAgo: 400)])

    #expect(due.map(\.kind) == [.coreGroup, .childProtection])
    #expect(due.map(\.day) == [today + 6 + 3, (today - 5).adding(months: 3)])
  }

  // MARK: The family group conference

  private func conference(heldDaysAgo: Int, reviewIn days: Int? = nil) -> Conference {
    Conference(
      id: id(71), familyID: Made.family, heldOn: today - heldDaysAgo,
      agreement: Agreement(verdict: .agreed, on: today - heldDaysAgo),
      reviewOn: days.map { today + $0 })
  }

  @Test func `R-C15: a conference is reviewed on its day, else 84 days after it`() {
    let plan = held(51, .childInNeed, daysAgo: 0)

    let onItsDay = due(family(.childInNeed), [plan], [conference(heldDaysAgo: 30, reviewIn: 20)])
    let unset = due(family(.childInNeed), [plan], [conference(heldDaysAgo: 70)])

    #expect(
      onItsDay.first
        == ReviewDue(kind: .familyGroupConference, day: today + 20, windowOpens: today - 2))
    #expect(unset.first?.day == today + 14 && unset.first?.kind == .familyGroupConference)
  }

  @Test
  func `R-C15: none is due without an agreed plan, once held, when it closed or another comes`() {
    let plan = held(51, .childInNeed, daysAgo: 0)
    var unsafe = conference(heldDaysAgo: 70)
    unsafe.agreement?.verdict = .notSafe
    var closed = conference(heldDaysAgo: 70)
    closed.closedOn = today
    var old = conference(heldDaysAgo: 70)
    old.agreement = nil

    func kinds(_ reviews: [Review], _ conference: Conference) -> [Review.Kind] {
      due(family(.childInNeed), reviews, [conference]).map(\.kind)
    }
    let reviewed = held(52, .familyGroupConference, daysAgo: 3)

    #expect(kinds([plan], unsafe) == [.childInNeed] && kinds([plan], closed) == [.childInNeed])
    #expect(kinds([plan], old) == [.childInNeed])
    #expect(kinds([plan, reviewed], conference(heldDaysAgo: 70)) == [.childInNeed])
    let next = Conference(id: id(72), familyID: Made.family, referredOn: today - 5)
    #expect(
      due(family(.childInNeed), [plan], [conference(heldDaysAgo: 70), next]).map(\.kind)
        == [.childInNeed])
    old.agreedBy = [.person(Made.mum)]
    #expect(kinds([plan], old) == [.familyGroupConference, .childInNeed])
  }

  // MARK: Which shows

  @Test func `the earliest of all stands for the family`() {
    var file = Made.file(family(.childProtection, since: 20))
    file.reviews = [held(51, .coreGroup, daysAgo: 1)]
    file.conferences = [conference(heldDaysAgo: 80)]

    #expect(
      file.reviewsDue().map(\.kind) == [.familyGroupConference, .coreGroup, .childProtection])
    #expect(CaseloadEntry(file).reviewDue == file.reviewsDue().first)
  }

  @Test func `R-F1, R-F7, R-C15: the next day is proposed by the kind, and advised, not forced`() {
    let settings = PracticeSettings.standard

    #expect(settings.nextReview(of: .childInNeed, heldOn: today) == today + 28...today + 42)
    #expect(
      settings.nextReview(of: .childProtection, heldOn: today).upperBound
        == today.adding(months: 6))
    #expect(
      settings.nextReview(of: .familyGroupConference, heldOn: today) == today + 28...today + 84)
    let advice = [27, 28, 42, 43].map {
      settings.nextDateAdvice(for: today + $0, after: .childInNeed, heldOn: today)
    }
    #expect(
      advice == [
        "That is sooner than usual; it can be held from Sat 19 Dec.", nil, nil,
        "That is later than Sat 2 Jan, the last day in time.",
      ])
    #expect(settings.nextDateAdvice(for: today + 9, after: .coreGroup, heldOn: today) == nil)
  }
}
