/// What every record has to hold for itself; what it refers to is checked with its `FamilyFile`.
extension Record {
  /// Rules this record breaks; empty when it may be saved.
  public func breaches(on today: Day) -> [RuleBreach] {
    var checks = Checks()
    switch self {
    case .practitioner(let record):
      checks.needs(record.name, "name", "A practitioner needs a name.")
    case .family(let record): record.check(&checks)
    case .person(let record):
      checks.needs(record.name, "name", "A person needs a name.")
      if let born = record.born, born > today {
        checks.add("born", "The day of birth lies ahead: \(born.full).")
      }
    case .member(let record):
      checks.needs(record.name, "name", "A professional needs a name.")
      checks.ordered(record.joined, record.left, "left", "They left before they joined.")
    case .consent(let record): record.check(&checks)
    case .conference(let record): record.check(&checks, today)
    case .plan: break
    case .goal(let record): record.check(&checks)
    case .action(let record):
      checks.needs(record.words, "words", "An action needs words: what will be done?")
      checks.ordered(record.from, record.by, "by", "It ends before it starts.")
    case .rating(let record):
      checks.onScale(record.score, "score")
      if record.day > today { checks.add("day", "A rating cannot be given ahead of its day.") }
    case .review(let record): record.check(&checks, today)
    case .note(let record):
      checks.needs(record.words, "words", "A note needs words.")
      if record.day > today { checks.add("day", "A note cannot be written ahead of its day.") }
      if record.kind == .childWords, record.child == nil {
        checks.add("child", "Choose the child who said it.")
      }
    }
    return checks.breaches
  }
}

/// Rules that one record breaks, as they are found.
struct Checks {
  var breaches: [RuleBreach] = []

  mutating func add(_ field: String, _ sentence: String) {
    breaches.append(RuleBreach(field: field, sentence: sentence))
  }

  mutating func needs(_ text: String, _ field: String, _ sentence: String) {
    let isEmpty = text.unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
    }
    if isEmpty { add(field, sentence) }
  }

  mutating func onScale(_ score: Int?, _ field: String) {
    guard let score, !PracticeSettings.ratingScale.contains(score) else { return }
    add(field, "A rating is a whole number from 0 to 10, not \(score).")
  }

  mutating func ordered(_ first: Day?, _ second: Day?, _ field: String, _ sentence: String) {
    if let first, let second, second < first { add(field, sentence) }
  }
}

extension Family {
  fileprivate func check(_ checks: inout Checks) {
    checks.needs(reference, "reference", "A family needs a reference.")
    checks.needs(name, "name", "A family needs a name.")
    safety.check(&checks)
    for (days, field) in [
      (statusHistory.map(\.from), "statusHistory"), (supportHistory.map(\.from), "supportHistory"),
    ] {
      if days.isEmpty { checks.add(field, "A family's history needs its first entry.") }
      if days != days.sorted() { checks.add(field, "The history is not in the order of its days.") }
    }
  }
}

extension Consent {
  fileprivate func check(_ checks: inout Checks) {
    checks.needs(agency, "agency", "Consent is for an agency: which one?")
    checks.ordered(from, until, "until", "The consent ends before it begins.")
    checks.ordered(from, withdrawnOn, "withdrawnOn", "It was withdrawn before it was given.")
  }
}

extension Goal {
  fileprivate func check(_ checks: inout Checks) {
    checks.needs(words, "words", "A goal needs words, in the way they say it.")
    checks.onScale(baseline, "baseline")
    checks.onScale(hopedFor, "hopedFor")
    checks.ordered(setOn, lookAgainOn, "lookAgainOn", "Look again on a day after it was set.")
  }
}

extension Review {
  fileprivate func check(_ checks: inout Checks, _ today: Day) {
    if planned == nil, held == nil {
      checks.add("planned", "A review needs a day.")
    }
    if let held, held.day > today {
      checks.add("held", "A review cannot have been held on a day that lies ahead.")
    }
    for scale in scales { checks.onScale(scale.score, "scales") }
    checks.ordered(held?.day, nextOn, "nextOn", "The next review lies before this one.")
  }
}

extension FamilyFile {
  /// Everything in the file that breaks a rule, its references included, with the record it is in.
  ///
  /// - Parameter some: the records that are looked at; nil looks at all.
  public func breaches(
    on today: Day, in some: [Record]? = nil
  ) -> [(record: Record, breach: RuleBreach)] {
    let references = References(self)
    return (some ?? records).flatMap { record in
      (record.breaches(on: today) + references.breaches(of: record)).map { (record, $0) }
    }
  }
}

/// What records of one family may refer to.
private struct References {
  let people: Set<Person.ID>
  let children: Set<Person.ID>
  let members: Set<TeamMember.ID>
  let goals: Set<Goal.ID>
  let reviews: Set<Review.ID>

  init(_ file: FamilyFile) {
    people = Set(file.people.map(\.id))
    children = Set(file.people.filter(\.isChild).map(\.id))
    members = Set(file.team.map(\.id))
    goals = Set(file.goals.map(\.id))
    reviews = Set(file.reviews.map(\.id))
  }

  func breaches(of record: Record) -> [RuleBreach] {
    switch record {
    case .practitioner, .member: []
    case .family(let family): missing(family.safety.people, people, "safety", "somebody")
    case .person(let person):
      missing(person.relationships.map(\.child), children, "relationships", "a child")
        + missing([person.trusted?.who], "trusted")
    case .consent(let consent): missing([consent.person], people, "person", "somebody")
    case .conference(let conference):
      conference.parties.flatMap { missing($0.parties, $0.field) }
    case .plan(let plan): missing([plan.keptGoingBy], "keptGoingBy")
    case .goal(let goal):
      missing([goal.whose], "whose") + missing([goal.about], children, "about", "a child")
    case .action(let action):
      missing([action.who], "who") + missing([action.goalID], goals, "goalID", "a goal")
    case .rating(let rating):
      missing([rating.by], "by") + missing([rating.goalID], goals, "goalID", "a goal")
        + missing([rating.reviewID], reviews, "reviewID", "a review")
    case .review(let review):
      missing(review.invited, "invited") + missing(review.attended, "attended")
        + missing(review.apologies, "apologies")
        + missing(review.voices.flatMap { [$0.speaker, $0.heardBy] }, "voices")
        + missing(review.scales.map(\.by), "scales")
    case .note(let note):
      missing([note.child], children, "child", "a child") + missing([note.saidTo], "saidTo")
    }
  }

  private func missing<ID: Hashable>(
    _ ids: [ID?], _ known: Set<ID>, _ field: String, _ what: String
  ) -> [RuleBreach] {
    ids.contains { $0.map { !known.contains($0) } ?? false }
      ? [RuleBreach(field: field, sentence: "It names \(what) that is not in this family.")] : []
  }

  private func missing(_ parties: [Party?], _ field: String) -> [RuleBreach] {
    missing(parties.map { $0?.personID }, people, field, "somebody")
      + missing(parties.map { $0?.memberID }, members, field, "a professional")
  }
}
