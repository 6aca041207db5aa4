import Casework
import Testing

@Suite struct AttentionTests {
  private let today = Made.today

  private func kinds(_ file: FamilyFile) -> [Watchpoint.Kind] {
    file.watchpoints().filter { $0.isShown(on: today) }.map(\.kind)
  }

  /// A family about which nothing shows today.
  private func quiet() -> FamilyFile {
    var file = Made.file()
    file.reviews = [Made.review(51, planned: today + 20)]
    file.notes = [Made.childWords(1, daysAgo: 3)]
    return file
  }

  @Test func `a quiet family needs nobody`() {
    #expect(kinds(quiet()) == [])
  }

  @Test func `a closed family needs nobody`() {
    var file = Made.file(Made.family([(today - 100, .open), (today, .closed)]))
    file.actions = [Made.action(61, by: today - 3)]

    #expect(file.watchpoints() == [])
  }

  @Test(arguments: [(7, true), (8, false), (0, true), (-5, true)])
  func `R-F1: a review shows seven days ahead`(ahead: Int, isShown: Bool) {
    var file = quiet()
    file.reviews = [Made.review(51, planned: today + ahead)]

    #expect(kinds(file) == (isShown ? [.review] : []))
    #expect(file.watchpoints().first?.isOverdue(on: today) == (ahead < 0))
    #expect(file.watchpoints().first?.recordID == id(51, Review.self).uuid)
  }

  @Test func `R-F1: a review that is due and not planned is about the family`() {
    var file = quiet()
    file.reviews = [Made.review(51, held: today - 40)]

    let found = file.watchpoints().first

    #expect(found?.recordID == Made.family.uuid && found?.detail == "none planned")
    #expect(found?.dueOn == today + 2)
  }

  @Test func `R-F7, R-C15: each review that is due shows, with its kind where it is another`() {
    var file = quiet()
    file.family.supportHistory = [Dated(from: today - 90, value: .childProtection)]
    file.reviews[0].kind = .coreGroup
    var conference = Conference(id: id(71), familyID: Made.family, heldOn: today - 80)
    conference.agreedBy = [.person(Made.mum)]
    file.conferences = [conference]

    let found = file.watchpoints().filter { $0.kind == .review }

    #expect(found.map(\.subject) == ["CP review", "FGC review", ""])
    #expect(found.map(\.dueOn) == [(today - 90).adding(months: 3), today + 4, today + 20])
  }

  @Test func `a review that was begun before today and is not finished shows`() {
    var file = quiet()
    file.reviews[0].begun = MeetingTime(day: today - 2)

    let found = file.watchpoints().filter { $0.kind == .review }
    let rows = words(found.map(inDuffy))

    #expect(found.map(\.recordID) == [id(51, Review.self).uuid])
    #expect(!found[0].isShown(on: today - 2) && found[0].isShown(on: today - 1))
    #expect(rows == ["Duffy: TAF review begun, not finished | begun on Thu 19 Nov"])
    file.reviews[0].held = MeetingTime(day: today)
    #expect(!kinds(file).contains(.review))
  }

  @Test func `a review that was sent back waits for the lead professional, then for who sent it`() {
    var file = quiet()
    file.family.leadProfessional = Made.maya
    var review = Made.review(52, held: today - 4)
    review.returns = [SentBack(by: id(32), on: today - 1, note: "And Lee?")]
    file.reviews.append(review)

    let sent = file.watchpoints().first
    file.reviews[1].returns[0].answer = "He was at Nan’s."
    file.reviews[1].returns[0].answeredBy = Made.maya
    file.reviews[1].returns[0].answeredOn = today
    let answered = file.watchpoints().first

    #expect(sent?.kind == .sentBack && sent?.waitsFor == Made.maya)
    #expect(answered?.kind == .answered && answered?.waitsFor == id(32))
    #expect(
      words([sent, answered].compactMap(\.self).map(inDuffy)) == [
        "Duffy: review sent back: Tue 17 Nov | And Lee?",
        "Duffy: sent back and answered: Tue 17 Nov | He was at Nan’s.",
      ])
    file.family.setStatus(.closed, from: today)
    #expect(file.watchpoints().map(\.kind) == [.answered])
    file.reviews[1].signedOff = SignOff(by: id(32), on: today)
    #expect(file.watchpoints() == [])
  }

  private func inDuffy(_ watchpoint: Watchpoint) -> FamilyWatchpoint {
    FamilyWatchpoint(familyID: Made.family, familyName: "Duffy", watchpoint: watchpoint)
  }

  @Test func `R-D8: an action with a day shows seven days ahead while it is not yet done`() {
    var file = quiet()
    file.actions = [
      Made.action(61, by: today + 7, who: .person(Made.mum)), Made.action(62, by: today + 8),
      Made.action(63, by: today - 1, status: .done), Made.action(64, by: today, status: .partly),
      Made.action(65, by: nil),
    ]

    let shown = file.watchpoints().filter { $0.isShown(on: today) }

    #expect(shown.map(\.subject) == ["Action 61"])
    #expect(shown.map(\.detail) == ["Mum"])
  }

  @Test(arguments: [(41, false, false), (42, true, false), (56, true, false), (57, true, true)])
  func `R-C2: a conference without a day shows after 42 days, and is late after 56`(
    days: Int, isShown: Bool, isOverdue: Bool
  ) {
    var file = quiet()
    file.conferences = [
      Conference(id: id(71), familyID: Made.family, referredOn: today - days)
    ]

    #expect(kinds(file) == (isShown ? [.conference] : []))
    #expect(file.watchpoints().contains { $0.isOverdue(on: today) } == isOverdue)
  }

  @Test(arguments: [(41, false), (42, true)])
  func `R-L7: a child who was not heard for 42 days is told`(days: Int, isShown: Bool) {
    var file = quiet()
    file.notes = [Made.childWords(1, daysAgo: days), Made.childWords(2, daysAgo: days + 30)]

    #expect(kinds(file) == (isShown ? [.childWords] : []))
  }

  @Test func `R-L7: a child who was never heard counts from the opening`() {
    var file = quiet()
    file.notes = []
    file.people.append(
      Person(id: id(13), familyID: Made.family, name: "Lee Duffy", isChild: true))

    let found = file.watchpoints().filter { $0.kind == .childWords }

    #expect(found.map(\.subject) == ["Kayla", "Lee"])
    #expect(found.allSatisfy { $0.showsFrom == today - 58 && $0.dueOn == nil })
    #expect(found[0].detail == "never heard since we began")
    file.family = Made.family([(today - 100, .referred)])
    #expect(file.watchpoints().filter { $0.kind == .childWords } == [])
  }

  @Test func `R-L7: words at a review, with a rating, and of the children together count`() {
    var heard = quiet()
    heard.notes = []
    var review = Made.review(52, held: today - 9)
    review.voices = [Voice(source: .child, speaker: .person(Made.kayla), words: "Quieter")]
    var (together, rated) = (heard, heard)
    heard.reviews.append(review)
    together.notes = [Made.childWords(1, daysAgo: 8, child: nil)]
    rated.ratings = [Made.rating(1, 5, daysAgo: 7, words: "Better")]

    #expect(heard.latestWords(of: Made.kayla)?.day == today - 9)
    #expect(together.latestWords(of: Made.kayla)?.day == today - 8)
    #expect(rated.latestWords(of: Made.kayla)?.day == today - 7)
    #expect(!kinds(heard).contains(.childWords) && !kinds(rated).contains(.childWords))
  }

  @Test func `only a child's words count as a child's`() {
    var file = quiet()
    file.notes = [
      CaseNote(
        id: id(1), familyID: Made.family, kind: .visit, day: today, author: Made.maya,
        words: "At home")
    ]
    file.ratings = [
      Made.rating(1, 5, daysAgo: 0, by: .person(Made.mum), words: "Mum's"),
      Made.rating(2, 5, daysAgo: 0),
    ]
    var planned = Made.review(52, planned: today)
    planned.voices = [Voice(source: .child, words: "Not said yet")]
    var held = Made.review(53, held: today)
    held.voices = [Voice(source: .family, words: "Mum's"), Voice(source: .child, words: "")]
    file.reviews = [planned, held]

    #expect(file.latestWords() == nil)
  }

  @Test func `R-D6, R-D7: a goal that is stuck, or seen differently, is told with its words`() {
    var file = quiet()
    file.goals = [Made.goal(41), Made.goal(42, status: .reached)]
    file.ratings = [60, 30, 0].enumerated().map { Made.rating(100 + $0, 4, daysAgo: $1) }
    file.ratings.append(Made.rating(110, 8, daysAgo: 1, by: .person(Made.mum)))

    let found = file.watchpoints().filter { $0.isShown(on: today) }

    #expect(found.map(\.kind) == [.stuck, .ratersApart])
    #expect(found[0].detail == "no higher since \((today - 60).short)")
    #expect(found[1].detail == "Mum 8, Kayla 4")
    #expect(found.allSatisfy { $0.subject == "Goal 41" && $0.recordID == id(41, Goal.self).uuid })
  }

  // MARK: Today's rows

  private func entry(
    _ kind: Watchpoint.Kind, _ family: Int = 1, due: Int? = nil, showsFrom: Int = -7,
    subject: String = "", detail: String = ""
  ) -> FamilyWatchpoint {
    FamilyWatchpoint(
      familyID: id(family), familyName: "Family \(family)",
      watchpoint: Watchpoint(
        kind: kind, showsFrom: today + showsFrom, dueOn: due.map { today + $0 },
        recordID: id(family, Goal.self).uuid, subject: subject, detail: detail))
  }

  private func words(_ entries: [FamilyWatchpoint]) -> [String] {
    todayRows(from: entries, on: today).map { row in
      "\(row.isOverdue ? "! " : "")\(row.familyName): \(row.reason) | \(row.detail)"
    }
  }

  @Test func `what is overdue comes first, the oldest first, then by kind and day`() {
    let entries = [
      entry(.ratersApart, 1, subject: "G", detail: "a"), entry(.review, 2, due: 3),
      entry(.review, 3, due: 1), entry(.action, 4, due: -2, subject: "A"),
      entry(.review, 5, due: -1), entry(.conference, 6, due: 9, showsFrom: -5),
      entry(.childWords, 7, subject: "Kayla"), entry(.stuck, 8, subject: "S"),
      entry(.action, 9, due: 0, subject: "B"), entry(.review, 10, due: -2),
      entry(.stuck, 11, showsFrom: 1),
    ]

    let order = todayRows(from: entries, on: today).map(\.familyName)

    #expect(order == [10, 4, 5, 3, 2, 9, 6, 7, 8, 1].map { "Family \($0)" })
  }

  @Test(arguments: [
    (-6, "! Family 1: review overdue by 6 days | was due Sun 15 Nov"),
    (-1, "! Family 1: review overdue by 1 day | was due Fri 20 Nov"),
    (0, "Family 1: review today | Sat 21 Nov"), (1, "Family 1: review tomorrow | Sun 22 Nov"),
    (7, "Family 1: review due in 7 days | Sat 28 Nov"),
  ])
  func `a review says when it is or was due`(ahead: Int, words: String) {
    #expect(self.words([entry(.review, due: ahead)]) == [words])
  }

  @Test func `a review that is not planned says so`() {
    #expect(
      words([entry(.review, due: 2, detail: "none planned")]) == [
        "Family 1: review due in 2 days | Mon 23 Nov, none planned"
      ])
  }

  @Test func `each review has a row of its own, with its kind`() {
    #expect(
      words([
        entry(.review, due: 2), entry(.review, due: 2, subject: "CP review"),
        entry(.review, due: -1, subject: "FGC review"),
      ]) == [
        "! Family 1: FGC review overdue by 1 day | was due Fri 20 Nov",
        "Family 1: review due in 2 days | Mon 23 Nov",
        "Family 1: CP review due in 2 days | Mon 23 Nov",
      ])
  }

  @Test func `one action is named, several are counted, overdue and due apart`() {
    let one = entry(.action, due: -3, subject: "ring CAMHS", detail: "Uncle Femi")
    let entries = [
      one, entry(.action, due: 6, subject: "a", detail: "Mum"),
      entry(.action, due: 2, subject: "b"), entry(.action, 2, due: 4, subject: "c"),
      entry(.action, 3, due: -1), entry(.action, 3, due: -9),
    ]

    #expect(
      words(entries) == [
        "! Family 3: 2 actions overdue | first was due Thu 12 Nov",
        "! Family 1: action overdue: ring CAMHS | Uncle Femi, Wed 18 Nov",
        "Family 1: 2 actions due in the next 7 days | first on Mon 23 Nov",
        "Family 2: action due: c | Wed 25 Nov",
      ])
  }

  @Test(arguments: [
    (43, "Family 1: conference not booked | week 7 of 8"),
    (56, "Family 1: conference not booked | week 8 of 8"),
    (57, "! Family 1: conference not booked, late | week 9 of 8"),
  ])
  func `R-C2: a conference says which week it is in`(days: Int, words: String) {
    var file = quiet()
    file.family.name = "Family 1"
    file.conferences = [Conference(id: id(71), familyID: Made.family, referredOn: today - days)]
    let entries = file.watchpoints().map {
      FamilyWatchpoint(familyID: Made.family, familyName: "Family 1", watchpoint: $0)
    }

    #expect(self.words(entries) == [words])
  }

  @Test func `children, goals that are stuck and goals seen differently are named or counted`() {
    #expect(
      words([
        entry(.childWords, 1, subject: "Kayla", detail: "d"), entry(.childWords, 2, subject: "A"),
        entry(.childWords, 2, subject: "B"), entry(.stuck, 1, subject: "S", detail: "d"),
        entry(.stuck, 2, subject: "T"), entry(.stuck, 2, subject: "U"),
        entry(.ratersApart, 1, subject: "G", detail: "Mum 8, Kayla 4"),
        entry(.ratersApart, 2, subject: "H"), entry(.ratersApart, 2, subject: "I"),
      ]) == [
        "Family 1: no words from Kayla for 42 days | d",
        "Family 2: no words from 2 children for 42 days | first: A",
        "Family 1: goal stuck: S | d", "Family 2: 2 goals stuck | first: T",
        "Family 1: seen differently: G | Mum 8, Kayla 4",
        "Family 2: 2 goals seen differently | first: H",
      ])
  }
}
