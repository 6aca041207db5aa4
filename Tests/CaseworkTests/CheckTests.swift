import Casework
import Testing

@Suite struct CheckTests {
  private let today = Made.today

  /// The fields that a record breaks a rule in.
  private func fields(_ record: Record) -> [String] { record.breaches(on: today).map(\.field) }

  /// The fields that break a rule anywhere in a file.
  private func fields(_ file: FamilyFile) -> [String] {
    file.breaches(on: today).map { "\($0.record.kind.rawValue).\($0.breach.field)" }
  }

  @Test func `a practitioner, a person and a professional need a name`() {
    #expect(
      fields(.practitioner(Practitioner(id: id(1), name: " ", role: .supervisor, team: ""))) == [
        "name"
      ])
    #expect(fields(.person(Person(id: id(1), familyID: Made.family, name: "\n"))) == ["name"])
    #expect(
      fields(.member(TeamMember(id: id(1), familyID: Made.family, name: "", role: ""))) == ["name"])
  }

  @Test func `a family needs a reference, a name and two histories in order`() {
    var family = Made.family([(today, .open), (today - 1, .closed)])
    family.name = ""
    family.reference = " "
    family.supportHistory = []

    #expect(fields(.family(family)) == ["reference", "name", "statusHistory", "supportHistory"])
    #expect(fields(.family(Made.family())) == [])
  }

  @Test func `nobody is born ahead, and nobody leaves before they join`() {
    var person = Made.file().people[0]
    person.born = today + 1
    var member = Made.file().team[0]
    (member.joined, member.left) = (today, today - 1)

    #expect(fields(.person(person)) == ["born"])
    #expect(fields(.member(member)) == ["left"])
    member.left = today
    person.born = today
    #expect(fields(.person(person)) == [] && fields(.member(member)) == [])
  }

  @Test func `consent has an agency, and ends and is withdrawn after it begins`() {
    let consent = Consent(
      id: id(81), familyID: Made.family, person: Made.mum, agency: "", purpose: "", answer: .given,
      from: today, until: today - 1, withdrawnOn: today - 1)

    #expect(fields(.consent(consent)) == ["agency", "until", "withdrawnOn"])
  }

  @Test func `a conference is held after its referral`() {
    let conference = Conference(
      id: id(71), familyID: Made.family, referredOn: today, heldOn: today - 1)

    #expect(fields(.conference(conference)) == ["heldOn"])
  }

  @Test(arguments: [(-1, true), (0, false), (10, false), (11, true)])
  func `R-D1: a rating is a whole number from 0 to 10`(score: Int, isBreach: Bool) {
    let expected = isBreach ? ["score"] : []
    var review = Made.review(51, held: today)
    review.scales = [Scale(by: .person(Made.mum), score: score)]

    #expect(fields(.rating(Made.rating(1, score, daysAgo: 0))) == expected)
    #expect(
      fields(.goal(Made.goal(baseline: score, hopedFor: score)))
        == (isBreach ? ["baseline", "hopedFor"] : []))
    #expect(fields(.review(review)) == (isBreach ? ["scales"] : []))
  }

  @Test func `the sentence about a rating names it`() {
    let breach = Record.rating(Made.rating(1, 14, daysAgo: 0)).breaches(on: today).first

    #expect(breach?.sentence == "A rating is a whole number from 0 to 10, not 14.")
  }

  @Test func `a goal and an action need words and days in order`() {
    var goal = Made.goal()
    goal.words = ""
    goal.lookAgainOn = goal.setOn - 1
    var action = Made.action(61, by: today)
    action.words = " "
    action.from = today + 1

    #expect(fields(.goal(goal)) == ["words", "lookAgainOn"])
    #expect(fields(.action(action)) == ["words", "by"])
  }

  @Test func `nothing is rated, written or held ahead of its day`() {
    #expect(fields(.rating(Made.rating(1, 5, daysAgo: -1))) == ["day"])
    #expect(fields(.note(Made.childWords(1, daysAgo: -1))) == ["day"])
    #expect(fields(.review(Made.review(51, held: today + 1))) == ["held"])
  }

  @Test func `a review needs a day, and the next comes after it`() {
    var review = Made.review(51, held: today)
    review.nextOn = today - 1

    #expect(fields(.review(review)) == ["nextOn"])
    #expect(fields(.review(Made.review(52))) == ["planned"])
  }

  @Test func `a note needs words, and a child's words need the child`() {
    var note = Made.childWords(1, daysAgo: 0, child: nil)
    note.words = ""

    #expect(fields(.note(note)) == ["words", "child"])
  }

  @Test func `a plan by itself breaks no rule`() {
    #expect(fields(.plan(Plan(id: id(91), familyID: Made.family))) == [])
  }

  @Test func `a file with right references breaks none`() {
    var file = Made.file()
    file.people[0].trusted = TrustedPerson(
      who: .member(Made.grant), chosenByChild: true, since: today)
    file.people[1].relationships = [Relationship(child: Made.kayla, kind: "mother")]
    file.goals = [Made.goal()]
    file.actions = [Made.action(61, by: today, goal: id(41), who: .member(Made.grant))]
    file.ratings = [Made.rating(1, 5, daysAgo: 0)]
    file.plan = Plan(id: id(91), familyID: Made.family, keptGoingBy: .person(Made.mum))
    file.notes = [Made.childWords(2, daysAgo: 0)]
    file.conferences = [
      Conference(
        id: id(71), familyID: Made.family, referredOn: today, agreedBy: [.person(Made.mum)])
    ]

    #expect(fields(file) == [])
  }

  @Test func `references to somebody outside the family are told with their record`() {
    let stranger = Party.person(id(99))
    var file = Made.file()
    file.people[0].trusted = TrustedPerson(who: stranger, chosenByChild: true, since: today)
    // Mum is no child.
    file.people[1].relationships = [Relationship(child: Made.mum, kind: "mother")]
    file.consents = [
      Consent(
        id: id(81), familyID: Made.family, person: id(99), agency: "CAMHS", purpose: "",
        answer: .given, from: today)
    ]
    file.conferences = [
      Conference(id: id(71), familyID: Made.family, referredOn: today, agreedBy: [stranger])
    ]
    file.plan = Plan(id: id(91), familyID: Made.family, keptGoingBy: .member(id(99)))
    file.goals = [Made.goal(whose: stranger)]
    file.goals[0].about = Made.mum
    file.actions = [Made.action(61, by: nil, goal: id(42), who: stranger)]
    file.ratings = [Made.rating(1, 5, daysAgo: 0, by: stranger, goal: 42)]
    file.ratings[0].reviewID = id(59)
    var review = Made.review(51, held: today)
    review.invited = [stranger]
    review.attended = [stranger]
    review.apologies = [stranger]
    review.voices = [Voice(source: .child, words: "", heardBy: stranger)]
    review.scales = [Scale(by: stranger, score: 5)]
    file.reviews = [review]
    file.notes = [Made.childWords(2, daysAgo: 0, child: Made.mum)]
    file.notes[0].saidTo = .member(id(99))

    #expect(
      fields(file) == [
        "person.trusted", "person.relationships", "consent.person", "conference.agreedBy",
        "plan.keptGoingBy", "goal.whose", "goal.about", "action.who", "action.goalID", "rating.by",
        "rating.goalID", "rating.reviewID", "review.invited", "review.attended",
        "review.apologies", "review.voices", "review.scales", "note.child", "note.saidTo",
      ])
  }
}
