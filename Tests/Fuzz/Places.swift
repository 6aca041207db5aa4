import Casework
import KithApp
import TextUI

/// One place of the program that can be shown, and how somebody comes to it.
struct Place: Sendable {
  var name: String
  var me: Practitioner
  var steps: [Step]
  /// Pressed one after the other once the steps are done.
  var events: [Event] = []
}

/// Every screen, section, form and layer of the program. What is missing here is found by the test
/// that reads the names of the types in the sources: add a line for a new screen or form.
struct Places {
  private(set) var all: [Place] = []

  private let worker: Practitioner
  private let supervisor: Practitioner
  /// The family that has the most records.
  private let fullest: FamilyFile
  /// A family with a conference in hand, and who coordinates it.
  private let meeting: (file: FamilyFile, coordinator: Practitioner)
  /// A family with a review that is planned.
  private let planned: (file: FamilyFile, review: Review)
  private let ids: [Family.ID]

  /// - Throws: `Fault` when the families lack something that a place needs.
  init(_ store: InventedStore) throws(Fault) {
    func found<Wanted>(_ what: String, _ wanted: Wanted?) throws(Fault) -> Wanted {
      guard let wanted else { throw Fault(words: "the invented families have no \(what)") }
      return wanted
    }
    let (files, people) = (store.files, store.people)
    worker = try found(
      "worker", people.first { one in files.contains { $0.family.leadProfessional == one.id } })
    supervisor = try found("supervisor", people.first { $0.role == .supervisor })
    fullest = try found("family", files.max { $0.records.count < $1.records.count })
    let conferences = files.filter { $0.conference?.isOpen == true }
    meeting = try found(
      "conference",
      people.lazy.flatMap { person in
        conferences.filter { $0.coordinationRefusal(for: person) == nil }.map { ($0, person) }
      }.first)
    planned = try found(
      "planned review",
      files.lazy.flatMap { file in
        file.reviews.filter { $0.held == nil }.map { (file, $0) }
      }.first)
    ids = files.map(\.family.id)
    addTabs()
    addFamily()
    addRoutes()
    addForms()
    addMeetingForms()
  }

  private mutating func add(
    _ name: String, _ me: Practitioner, _ steps: [Step], _ keys: Key...
  ) {
    all.append(Place(name: name, me: me, steps: steps, events: keys.map(Event.key)))
  }

  private mutating func addTabs() {
    for tab in Tab.allCases {
      let here: [Step] = [.switchTab(tab)]
      add("\(tab)", worker, here)
      add("\(tab) of everyone", supervisor, here, Key("f"))
      add("\(tab), finding", worker, here, Key("/"))
      add("\(tab), help", worker, here, Key("?"))
      add("\(tab), commands", supervisor, here, Key(":"))
      add("\(tab), entering", worker, here, .down, .enter)
    }
    let question = Question(title: "Sure?", message: "It cannot be taken back.", yes: "Do it")
    add("a question", worker, [.confirm(question, then: [.say("Done.")])])
  }

  private mutating func addFamily() {
    let id = fullest.family.id
    for section in FamilySection.allCases {
      let here: [Step] = [.go(.family(id, section, among: ids))]
      add("family, \(section)", worker, here)
      add("family, \(section), help", worker, here, Key("?"))
      add("family, \(section), commands", worker, here, Key(":"))
      add("family, \(section), another worker", supervisor, here)
    }
    add("family, record, finding", worker, [.go(.family(id, .record, among: ids))], Key("/"))
  }

  private mutating func addRoutes() {
    let id = fullest.family.id
    for goal in fullest.goals.prefix(1) {
      add("a goal", worker, [.go(.goal(id, goal.id, among: ids))])
      add("a goal as a table", worker, [.go(.goal(id, goal.id, among: ids))], Key("t"))
    }
    for review in fullest.reviews.prefix(2) {
      add("a review of a family", worker, [.go(.review(id, review.id, among: ids))])
      let place = ReviewPlace(familyID: id, reviewID: review.id)
      add("a review's page", supervisor, [.go(.reviewPage(place, among: [place]))])
    }
    for person in fullest.people.prefix(1) {
      add("somebody by name", worker, [.go(.person(id, .person(person.id)))])
    }
    add("what was removed", worker, [.go(.removed(nil))])
    add("what a family had removed", worker, [.go(.removed(id))])
    add("what was said last", worker, [.say("Something."), .go(.messages)])
    let coordinator = meeting.coordinator
    let family = meeting.file.family.id
    add("preparation", coordinator, [.go(.preparation(family))])
    add("preparation, its end", coordinator, [.go(.preparation(family))], .end)
    for stage in 0..<5 {
      all.append(
        Place(
          name: "conference, stage \(stage + 1)", me: coordinator,
          steps: [.go(.conference(family))],
          events: Array(repeating: .key(.pageUp), count: 4)
            + Array(repeating: .key(.pageDown), count: stage)))
    }
    let hold: [Step] = [.go(.meeting(planned.file.family.id, planned.review.id))]
    add("holding a review", worker, hold)
    for step in 1...9 {
      add("holding a review, step \(step)", worker, hold, .escape, Key(Character("\(step)")))
    }
  }

  private mutating func addForm(
    _ name: String, _ me: Practitioner, _ under: [Step], _ purpose: FormPurpose
  ) {
    add("form: \(name)", me, under + [.form(purpose)])
  }

  private mutating func addForms() {
    let id = fullest.family.id
    let under: [Step] = [.go(.family(id, .overview, among: ids))]
    func one(_ name: String, _ purpose: FormPurpose?) {
      if let purpose { addForm(name, worker, under, purpose) }
    }
    one("new family", .family(nil))
    one("family", .family(id))
    one("new person", .person(id, nil))
    for person in fullest.people { one("person", .person(id, person.id)) }
    one("new professional", .member(id, nil))
    one("professional", fullest.team.first.map { .member(id, $0.id) })
    one("new consent", .consent(id, nil, of: fullest.people.first?.id))
    one("consent", fullest.consents.first.map { .consent(id, $0.id, of: nil) })
    one("trusted person", .trusted(id, nil))
    one("plan", .plan(id))
    one("agreement", .agreement(id))
    one("new goal", .goal(id, nil))
    one("goal", fullest.goals.first.map { .goal(id, $0.id) })
    one("new action", .action(id, goal: fullest.goals.first?.id, nil))
    one("action", fullest.actions.first.map { .action(id, goal: $0.goalID, $0.id) })
    one("rating", fullest.goals.first.map { .rating(id, $0.id) })
    one("rating's words", fullest.ratings.first.map { .ratingWords(id, $0.id) })
    one("new review", .review(id, nil))
    one("planned review", .review(planned.file.family.id, planned.review.id))
    one("new note", .note(id, nil))
    one("note", fullest.notes.first.map { .note(id, $0.id) })
    one("child's words", .childWords(id))
    one("new practitioner", .practitioner(nil))
    one("practitioner", .practitioner(supervisor.id))
    one("print of the plan", .printPlan(id))
    for review in fullest.reviews.filter({ $0.held != nil }).prefix(1) {
      one("print of minutes", .printMinutes(id, review.id))
      one("correction", .correction(id, review.id))
      one("answer", .answer(id, review.id))
      addForm("sending back", supervisor, under, .sendBack(id, review.id))
    }
    add("form: help", worker, under + [.form(.goal(id, nil))], .control("g"))
    add("form: with faults", worker, under + [.form(.goal(id, nil))], .control("s"))
  }

  private mutating func addMeetingForms() {
    let (file, coordinator) = meeting
    let id = file.family.id
    let preparing: [Step] = [.go(.preparation(id))]
    func one(_ name: String, _ purpose: FormPurpose) {
      addForm(name, coordinator, preparing, purpose)
    }
    one("conference", .conference(id))
    one("offer", .offer(id, to: nil))
    one("offer to somebody", .offer(id, to: file.adults.first?.id))
    one("referral", .referral(id))
    one("baseline", .baseline(id))
    one("invitation", .invitation(id, nil))
    one("invitation of somebody", .invitation(id, file.people.first.map { .person($0.id) }))
    one("safety", .safety(id))
    one("stop", .stop(id))
    one("verdict", .verdict(id))
    let hold: [Step] = [.go(.meeting(planned.file.family.id, planned.review.id))]
    // Goals and actions have rows on the screen itself, not a form.
    for step in Review.Step.allCases where step != .goals && step != .actions {
      addForm(
        "meeting, \(step.rawValue)", worker, hold,
        .meetingStep(planned.file.family.id, planned.review.id, step))
    }
  }
}
