/// Works out, rule by rule, what one reader may not see.
struct Withholding {
  let file: FamilyFile
  let reader: Reader
  let today: Day
  var result = Withheld()
  /// Those of the family network who read it.
  private let readers: Set<Person.ID>

  init(file: FamilyFile, reader: Reader, today: Day) {
    self.file = file
    self.reader = reader
    self.today = today
    readers =
      switch reader {
      case .family: Set(file.participants.map(\.id))
      case .party(let party): Set([party.personID].compactMap(\.self))
      }
  }

  /// Whether an action is the reader's own; of the family together nobody's is.
  private func isOwn(_ action: PlanAction) -> Bool {
    if case .party(let party) = reader { action.who == party } else { false }
  }

  private func isOwn(_ party: Party?) -> Bool {
    if case .party(let own) = reader { party == own } else { false }
  }

  private func name(_ person: Person.ID) -> String { file.name(of: .person(person)) }

  // MARK: Who may not see whose

  /// - Source: `Safety.keptFrom`.
  mutating func keepFrom() {
    for kept in file.family.safety.keptFrom where readers.contains(kept.from) {
      let why = kept.why.isEmpty ? "" : " (\(kept.why))"
      let reason = "kept from \(name(kept.from))\(why)."
      leaveOutGoals(of: kept.of, reason)
      leaveOutActions(of: kept.of, reason)
      leaveOutVoice(of: kept.of, reason)
    }
  }

  /// A condition that keeps one reader from somebody: what they do, when and where, and their words.
  ///
  /// - Source: rule R-C9.
  mutating func obeyConditions() {
    for condition in file.family.safety.conditions
    where condition.holds(on: today) && readers.contains(condition.keeps) {
      let until = condition.ends.map { " until \($0.full)" } ?? ""
      for person in condition.from where person != condition.keeps {
        let reason =
          "a \(condition.kind.rawValue) keeps \(name(condition.keeps)) from \(name(person))\(until)."
        leaveOutActions(of: person, reason)
        leaveOutVoice(of: person, reason)
        leaveOutNextMeeting(reason)
      }
      if let place = file.nextMeeting(on: today)?.place,
        names(condition.place, theSameAs: place)
      {
        leaveOutNextMeeting(
          "a \(condition.kind.rawValue) keeps \(name(condition.keeps)) from the place\(until).")
      }
    }
  }

  /// The words of those harmed, where somebody who harmed reads it without all three conditions.
  ///
  /// - Source: rules R-C7 and R-C8.
  mutating func protectHarmed() {
    let safety = file.family.safety
    for person in safety.harmedBy where readers.contains(person) {
      let invitation = file.conference?.invitations.first { $0.who == .person(person) }
      guard invitation?.presence?.areAllMet != true else { continue }
      for harmed in safety.harmed where harmed != person {
        leaveOutVoice(
          of: harmed,
          "\(name(person)) harmed \(name(harmed)), and the three conditions are not all met.")
      }
    }
  }

  /// Somebody who is kept out of the conference, or not included, is not told where and when people
  /// meet next.
  ///
  /// - Source: rules R-C8 and R-C12.
  mutating func keepOut() {
    guard case .party(let who) = reader, file.nextMeeting(on: today) != nil,
      let invitation = file.conference?.invitations.first(where: { $0.who == who }),
      invitation.exclusion != nil || invitation.part == .none
    else { return }
    leaveOutNextMeeting("\(file.name(of: who)) is not included in the conference.")
  }

  /// What somebody has not agreed to share with the professional who reads it.
  ///
  /// - Source: rule R-L9.
  mutating func askConsents() {
    guard case .party(.member(let id)) = reader, let member = file.member(id) else { return }
    var refusals: [Person.ID: String] = [:]
    for person in file.people {
      refusals[person.id] = file.refusal(toShareFor: person, with: member, on: today)
    }
    for goal in planOrder where !isOwn(goal.whose) {
      let about = [goal.whose?.personID, goal.about].compactMap(\.self)
      if let reason = about.compactMap({ refusals[$0] }).first {
        leaveOut(goal, reason)
      }
    }
    for action in actionsInOrder {
      if let person = action.who?.personID, let reason = refusals[person] {
        leaveOut(action, reason)
      }
    }
    for person in file.people {
      if let reason = refusals[person.id] { leaveOutVoice(of: person.id, reason) }
    }
    shareWhatIsTogether(refusals, member)
  }

  /// What the family says together needs one consent: of somebody with parental responsibility, of
  /// anybody where nobody has it.
  private mutating func shareWhatIsTogether(
    _ refusals: [Person.ID: String], _ member: TeamMember
  ) {
    let responsible = file.people.filter(\.hasParentalResponsibility)
    let asked = responsible.isEmpty ? file.people : responsible
    guard !asked.isEmpty, asked.allSatisfy({ refusals[$0.id] != nil }) else { return }
    let who = responsible.isEmpty ? "nobody of the family" : "nobody with parental responsibility"
    let reason = "\(who) shares with \(member.placeOrName)."
    for goal in planOrder where goal.whose == nil { leaveOut(goal, reason) }
    for action in actionsInOrder where action.who == nil { leaveOut(action, reason) }
    result.leaveOut(.sharedWords, "What the family says together", because: reason)
  }

  /// A goal that is left out says much through the actions under it.
  mutating func takeActionsAlong() {
    for action in actionsInOrder {
      if let goal = action.goalID, result.has(.goal(goal)) {
        leaveOut(action, "it belongs to a goal that is left out.")
      }
    }
  }

  // MARK: Leaving out

  private var planOrder: [Goal] { file.progress.goals.map(\.goal) }

  private var actionsInOrder: [PlanAction] {
    (planOrder.map { Optional($0.id) } + [nil]).flatMap { file.actions(of: $0) }
  }

  private mutating func leaveOut(_ goal: Goal, _ reason: String) {
    result.leaveOut(
      .goal(goal.id), "The goal of \(file.name(of: goal.whose)), \(begin(goal.words))",
      because: reason)
  }

  private mutating func leaveOut(_ action: PlanAction, _ reason: String) {
    guard !isOwn(action) else { return }
    let who = action.who.map { "What \(file.name(of: $0)) does" } ?? "The action"
    result.leaveOut(.action(action.id), "\(who), \(begin(action.words))", because: reason)
  }

  private mutating func leaveOutGoals(of person: Person.ID, _ reason: String) {
    for goal in planOrder where goal.whose == .person(person) { leaveOut(goal, reason) }
  }

  private mutating func leaveOutActions(of person: Person.ID, _ reason: String) {
    for action in actionsInOrder where action.who == .person(person) { leaveOut(action, reason) }
  }

  private mutating func leaveOutVoice(of person: Person.ID, _ reason: String) {
    guard !isOwn(.person(person)) else { return }
    result.leaveOut(
      .voice(.person(person)), "What \(name(person)) said and how they rate", because: reason)
  }

  private mutating func leaveOutNextMeeting(_ reason: String) {
    result.leaveOut(.nextMeeting, "When and where the next meeting is", because: reason)
  }

  /// As much of some words as whoever prints needs to know which ones are meant.
  private func begin(_ words: String) -> String {
    let line = words.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard line.count > 32 else { return "“\(line)”" }
    let cut = line.prefix(32)
    let atWord = cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut
    return "“\(atWord) …”"
  }

  /// Whether one place is named in another.
  private func names(_ one: String, theSameAs other: String) -> Bool {
    let (words, place) = (foldedWords(one), foldedWords(other))
    return holds(words, in: place) || holds(place, in: words)
  }
}
