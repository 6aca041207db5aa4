import Casework
import Testing

@Suite struct DueTests {
  private let today = Made.today

  @Test(arguments: [
    (-1, DueState.overdue(byDays: 1), "1 day overdue"),
    (-6, .overdue(byDays: 6), "6 days overdue"),
    (0, .due(inDays: 0), "today"), (1, .due(inDays: 1), "tomorrow"),
    (2, .due(inDays: 2), "in 2 days"), (13, .due(inDays: 13), "in 13 days"),
    (14, .due(inDays: 14), "in 2 weeks"), (27, .due(inDays: 27), "in 3 weeks"),
    (28, .due(inDays: 28), "in 4 weeks"),
  ])
  func `R-L0: due through its day, overdue from the day after`(
    ahead: Int, state: DueState, words: String
  ) {
    let found = dueState(of: today + ahead, on: today)

    #expect(found == state)
    #expect(found.words == words)
    #expect(found.isOverdue == (ahead < 0))
  }

  @Test(arguments: [(0, "0 goals"), (1, "1 goal"), (2, "2 goals")])
  func `a count has its noun in the right number`(count: Int, words: String) {
    #expect(counted(count, "goal") == words)
    #expect(counted(2, "child", plural: "children") == "2 children")
  }

  // MARK: R-F1

  private func due(_ reviews: [Review]) -> ReviewDue? { due(Made.family(), reviews) }

  private func due(_ family: Family, _ reviews: [Review]) -> ReviewDue? {
    reviewDue(family: family, reviews: reviews)
  }

  @Test func `R-F9: a child in need's first is due 42 days after the opening`() {
    let due = self.due([])

    #expect(due == ReviewDue(kind: .childInNeed, day: today - 100 + 42))
    #expect(due?.state(on: today) == .overdue(byDays: 58))
  }

  @Test func `R-F1: the next is due 42 days after the last held, and its window opens after 28`() {
    let held = [Made.review(51, held: today - 60), Made.review(52, held: today - 30)]

    let due = self.due(held)

    #expect(due == ReviewDue(kind: .childInNeed, day: today + 12, windowOpens: today - 2))
    #expect(due?.state(on: today + 12).isOverdue == false)
    #expect(due?.state(on: today + 13) == .overdue(byDays: 1))
  }

  @Test func `R-F1: a planned review says when, the earliest of several`() {
    let reviews = [
      Made.review(51, held: today - 30), Made.review(52, planned: today + 20),
      Made.review(53, planned: today + 5), Made.review(54, planned: today + 1, cancelledOn: today),
    ]

    #expect(
      due(reviews)
        == ReviewDue(
          kind: .teamAroundFamily, day: today + 5, planned: id(53), windowOpens: today - 2))
  }

  @Test func `R-F1: a planned review that has passed is overdue`() {
    #expect(due([Made.review(51, planned: today - 6)])?.state(on: today) == .overdue(byDays: 6))
  }

  @Test func `R-F1: a family that is only referred has none, until one is planned`() {
    let referred = Made.family([(today - 10, .referred)])

    #expect(due(referred, []) == nil)
    #expect(due(referred, [Made.review(51, planned: today)])?.day == today)
  }

  @Test func `R-F1: a closed family has none`() {
    let closed = Made.family([(today - 100, .open), (today - 1, .closed)])

    #expect(due(closed, [Made.review(51, planned: today)]) == nil)
  }

  @Test func `R-F1: of a family that came back, reviews before its closing do not count`() {
    let family = Made.family([
      (today - 800, .open), (today - 700, .closed), (today - 20, .referred), (today - 10, .open),
    ])

    let before = due(family, [Made.review(51, held: today - 720)])
    let after = due(
      family, [Made.review(51, held: today - 720), Made.review(52, held: today - 4)])

    #expect(before == ReviewDue(kind: .childInNeed, day: today + 32))
    #expect(after == ReviewDue(kind: .childInNeed, day: today + 38, windowOpens: today + 24))
  }

  @Test func `R-F1: the number of days comes from the settings`() {
    var settings = PracticeSettings()
    settings.reviewDue = 180

    let due = reviewDue(
      family: Made.family(), reviews: [Made.review(51, held: today - 30)], settings: settings)

    #expect(due?.day == today + 150)
  }

  // MARK: R-D8

  @Test(arguments: PlanAction.Status.allCases)
  func `R-D8: only what is not yet done is overdue, from the day after its day`(
    status: PlanAction.Status
  ) {
    let action = Made.action(61, by: today - 1, status: status)

    #expect(action.due(on: today) == (status == .notYet ? .overdue(byDays: 1) : nil))
    #expect(action.due(on: today - 1)?.isOverdue != true)
    #expect(Made.action(62, by: nil, status: status).due(on: today) == nil)
  }

  // MARK: R-C2, R-C4

  @Test(arguments: [(0, 1), (6, 1), (7, 2), (42, 7), (48, 7), (49, 8), (-3, 1)])
  func `R-C2: the weeks of a conference are counted from its referral, the first is 1`(
    days: Int, week: Int
  ) {
    let conference = Conference(id: id(71), familyID: Made.family, referredOn: today - days)

    #expect(conference.week(on: today) == week)
  }

  @Test func `R-C4: a conference waits for a day until it has one, is held or withdrawn`() {
    let waiting = Conference(id: id(71), familyID: Made.family, referredOn: today)
    var (planned, held, withdrawn) = (waiting, waiting, waiting)
    planned.planned = MeetingTime(day: today)
    held.heldOn = today
    withdrawn.withdrawnOn = today

    #expect(
      [waiting, planned, held, withdrawn].map(\.isWaitingForDay) == [true, false, false, false])
  }

  // MARK: R-L9

  @Test func `R-L9: consent holds through its last day, and from its first`() {
    let consent = Consent(
      id: id(81), familyID: Made.family, person: Made.mum, agency: "Carlton School",
      purpose: "plan", answer: .given, from: today, until: today + 10)

    let days = [-1, 0, 10, 11].map { consent.allowsSharing(on: today + $0) }

    #expect(days == [false, true, true, false])
  }

  @Test func `R-L9: consent without an end goes on, refused or withdrawn does not`() {
    let given = Consent(
      id: id(81), familyID: Made.family, person: Made.mum, agency: "CAMHS", purpose: "",
      answer: .limited, from: today)
    var (refused, withdrawn) = (given, given)
    refused.answer = .refused
    withdrawn.withdrawnOn = today + 5

    #expect(given.allowsSharing(on: today + 9_000))
    #expect(!refused.allowsSharing(on: today))
    #expect(withdrawn.allowsSharing(on: today + 4) && !withdrawn.allowsSharing(on: today + 5))
  }
}
