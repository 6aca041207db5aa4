import Casework

extension Seeded {
  /// A family with whatever may be in one, around a day; its references hold and its rules too.
  mutating func family(_ number: Int, of team: [Practitioner], around today: Day) -> FamilyFile {
    let id: Family.ID = Ids.next()
    var file = FamilyFile(family: familyHead(id, number, team, today))
    for index in 0..<self.number(1...3) { file.people.append(child(id, index, file, today)) }
    for index in 0..<self.number(0...2) { file.people.append(adult(id, index, file)) }
    for _ in 0..<self.number(0...2) {
      file.team.append(
        TeamMember(id: Ids.next(), familyID: id, name: word() + " " + word(), role: "mentor"))
    }
    for index in 0..<self.number(0...4) { addGoal(to: &file, order: index + 1, today) }
    for _ in 0..<self.number(0...4) { file.reviews.append(review(file, team, today)) }
    if chance(30) { file.conferences.append(conference(id, today)) }
    if chance(50) {
      file.plan = Plan(id: Ids.next(), familyID: id, openingWords: "We want \(word()).")
    }
    for _ in 0..<self.number(0...3) { file.notes.append(note(file, team, today)) }
    return file
  }

  mutating func word() -> String {
    pick([
      "Amina", "Tobi", "Kayla", "Siân", "Zoë", "Owen", "Łukasz", "Ngozi", "O'Hara", "Rose", "Bell",
      "Okoro", "Ferris", "Adéyẹmí", "Smith-Jones", "Chowdhury", "李", "Fatima", "Idris", "Gwen",
    ])
  }

  private mutating func familyHead(
    _ id: Family.ID, _ number: Int, _ team: [Practitioner], _ today: Day
  ) -> Family {
    let start = today - self.number(0...300)
    var statuses: [Family.Status] = [.referred]
    if chance(85) { statuses.append(.open) }
    if chance(25) { statuses.append(.steppingDown) }
    if chance(20) { statuses.append(.closed) }
    let (lead, supervisor) = (maybe(80, pick(team).id), maybe(60, pick(team).id))
    // Rule R-C5: the coordinator is neither of the two.
    let independent = team.map(\.id).filter { $0 != lead && $0 != supervisor }
    return Family(
      id: id, reference: "F-\(1000 + number)", name: word(),
      statusHistory: statuses.enumerated().map { Dated(from: start + $0, value: $1) },
      supportHistory: [Dated(from: start, value: pick(Family.SupportLevel.allCases))],
      leadProfessional: lead,
      coordinator: independent.isEmpty ? nil : maybe(30, pick(independent)),
      supervisor: supervisor)
  }

  private mutating func child(
    _ id: Family.ID, _ index: Int, _ file: FamilyFile, _ today: Day
  ) -> Person {
    Person(
      id: Ids.next(), familyID: id, name: word() + " " + file.family.name,
      knownAs: chance(20) ? word() : "", born: maybe(90, today - number(1000...6000)),
      isChild: true)
  }

  private mutating func adult(_ id: Family.ID, _ index: Int, _ file: FamilyFile) -> Person {
    Person(
      id: Ids.next(), familyID: id, name: word() + " " + word(),
      relationships: file.children.map { Relationship(child: $0.id, kind: "aunt") })
  }

  private mutating func party(_ file: FamilyFile) -> Party {
    if !file.team.isEmpty, chance(30) { return .member(pick(file.team).id) }
    return .person(pick(file.people).id)
  }

  private mutating func addGoal(to file: inout FamilyFile, order: Int, _ today: Day) {
    let id = file.family.id
    let setOn = today - number(0...250)
    let goal = Goal(
      id: Ids.next(), familyID: id, whose: maybe(80, party(file)), words: "More of \(word())",
      category: pick(Goal.Category.allCases), baseline: maybe(60, number(0...10)),
      hopedFor: maybe(70, number(5...10)), status: chance(75) ? .open : .reached, order: order,
      setOn: setOn)
    file.goals.append(goal)
    let owner = goal.whose ?? party(file)
    for _ in 0..<number(0...7) {
      file.ratings.append(
        Rating(
          id: Ids.next(), familyID: id, goalID: goal.id, day: today - number(0...200),
          score: number(0...10), by: chance(70) ? owner : party(file)))
    }
    for index in 0..<number(0...2) {
      file.actions.append(
        PlanAction(
          id: Ids.next(), familyID: id, goalID: goal.id, who: maybe(70, party(file)),
          words: "Ask \(word())", by: maybe(80, today + number(-30...40)),
          status: chance(60) ? .notYet : .done, statusSince: setOn, order: index + 1))
    }
  }

  private mutating func review(_ file: FamilyFile, _ team: [Practitioner], _ today: Day) -> Review {
    let time = maybe(60, TimeOfDay(hour: number(8...17), minute: 30) ?? nil)?.flatMap(\.self)
    var review = Review(
      id: Ids.next(), familyID: file.family.id, kind: pick(Review.Kind.allCases),
      planned: MeetingTime(day: today + number(-90...90), time: time), place: word())
    if chance(50) {
      review.held = MeetingTime(day: today - number(0...200), time: time)
      if chance(50) { review.outcome = pick(Review.Outcome.allCases) }
      if chance(40) { review.returns = returns(team, today) }
      if !review.isSentBack, chance(40) {
        review.signedOff = SignOff(by: pick(team).id, on: today - number(0...30))
      }
      if chance(50) {
        review.voices = [Voice(source: .child, speaker: party(file), words: "I like \(word()).")]
      }
    } else if chance(20) {
      review.cancelledOn = today
    } else if chance(30) {
      review.begun = review.planned
    }
    return review
  }

  /// The times that a review was sent back, all answered but the last perhaps.
  private mutating func returns(_ team: [Practitioner], _ today: Day) -> [SentBack] {
    let count = number(1...2)
    return (1...count).map { index in
      var back = SentBack(by: pick(team).id, on: today - number(1...20), note: "Ask \(word()).")
      if index < count || chance(50) {
        (back.answer, back.answeredBy, back.answeredOn) = ("Asked.", pick(team).id, today)
      }
      return back
    }
  }

  private mutating func conference(_ id: Family.ID, _ today: Day) -> Conference {
    Conference(
      id: Ids.next(), familyID: id, referredOn: today - number(0...100),
      planned: maybe(50, MeetingTime(day: today + number(-5...12))), place: word())
  }

  private mutating func note(
    _ file: FamilyFile, _ team: [Practitioner], _ today: Day
  ) -> CaseNote {
    CaseNote(
      id: Ids.next(), familyID: file.family.id, kind: chance(40) ? .childWords : .visit,
      day: today - number(0...120), author: pick(team).id, words: "Talked with \(word()).",
      child: file.children[0].id)
  }
}
