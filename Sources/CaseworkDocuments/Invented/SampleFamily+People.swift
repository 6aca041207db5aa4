import Casework

/// The family network, the team around it, what may be shared, and the record.
extension SampleFamily {
  mutating func addPeople() {
    for _ in 0..<random.pick([1, 1, 1, 2, 2, 3]) { addChild() }
    let children = file.people.map(\.id)
    for _ in 0..<random.pick([1, 2, 2, 3, 3]) { addAdult(of: children) }
  }

  /// Where domestic abuse is flagged, whom it harmed: the first adult.
  mutating func addSafety() {
    guard file.family.flags.contains(where: { $0.kind == .domesticAbuse }),
      let parent = file.adults.first
    else { return }
    file.family.safety = Safety(harmed: [parent.id])
  }

  private mutating func addChild() {
    let name = "\(random.pick(SampleWords.firstNames)) \(file.family.name)"
    let age = random.chance(70) ? random.number(8...14) : random.number(1...17)
    file.people.append(
      Person(
        id: newID(), familyID: file.family.id, name: name,
        born: today.adding(months: -12 * age) - random.number(0...360),
        isChild: true, livesAtHome: !random.chance(6),
        school: age > 4 ? random.pick(SampleWords.schools) : "",
        needs: random.chance(30) ? random.pick(SampleWords.childNeeds) : ""))
  }

  private mutating func addAdult(of children: [Person.ID]) {
    let taken = file.adults.count
    let kind = random.pick(taken == 0 ? SampleWords.parents : SampleWords.relatives)
    let first = random.pick(SampleWords.firstNames)
    let surname =
      taken == 0 || random.chance(50) ? file.family.name : SampleWords.surname(&random)
    file.people.append(
      Person(
        id: newID(), familyID: file.family.id, name: "\(first) \(surname)",
        knownAs: SampleWords.knownAs(kind, first),
        relationships: children.map { Relationship(child: $0, kind: kind) },
        livesAtHome: taken == 0 || random.chance(30),
        hasParentalResponsibility: taken == 0 || random.chance(30),
        contact: "07700 900\(random.number(100...999))",
        couldHelpWith: random.chance(50) ? random.pick(SampleWords.help) : ""))
  }

  mutating func addTeam() {
    for index in 0..<random.number(2...4) {
      let role = random.pick(SampleWords.roles)
      let joined = workingDay(from: opened, to: min(last, opened + 60))
      let left =
        random.chance(8) ? joined + random.number(0...max(0, last.days(since: joined))) : nil
      file.team.append(
        TeamMember(
          id: newID(), familyID: file.family.id,
          name: "\(random.pick(SampleWords.firstNames)) \(SampleWords.surname(&random))",
          role: index == 0 ? "early help practitioner" : role.0,
          organisation: index == 0 ? "Children's services" : role.1,
          joined: index == 0 ? opened : joined, left: index == 0 ? nil : left,
          isLeadProfessional: index == 0))
    }
    for index in file.people.indices where file.people[index].isChild && random.chance(70) {
      let who: Party = random.chance(50) ? .person(adult().id) : .member(professional().id)
      file.people[index].trusted = TrustedPerson(
        who: who, chosenByChild: random.chance(80), since: workingDay(from: opened, to: last))
    }
  }

  mutating func addConsents() {
    for _ in 0..<2 {
      let from = workingDay(from: opened, to: last)
      let answer: Consent.Answer =
        random.chance(78) ? .given : random.chance(60) ? .limited : .refused
      let withdrawn = answer != .refused && random.chance(6)
      file.consents.append(
        Consent(
          id: newID(), familyID: file.family.id, person: adult().id,
          agency: random.pick(SampleWords.roles).1, purpose: random.pick(SampleWords.purposes),
          answer: answer, from: from, until: random.chance(20) ? from + 182 : nil,
          withdrawnOn: withdrawn ? workingDay(from: from, to: last) : nil))
    }
  }

  mutating func addNotes() {
    guard let lead = file.family.leadProfessional else { return }
    for _ in 0..<random.number(2...4) {
      file.notes.append(
        CaseNote(
          id: newID(), familyID: file.family.id, kind: random.pick(SampleWords.noteKinds),
          day: workingDay(from: opened, to: last), time: random.chance(60) ? hour() : nil,
          author: lead, words: SampleWords.note(adult().shortName, &random)))
    }
    for child in file.children where random.chance(85) {
      let since = random.chance(85) ? max(opened, last - 40) : opened
      let listener: Party = random.chance(50) ? .member(professional().id) : .person(adult().id)
      file.notes.append(
        CaseNote(
          id: newID(), familyID: file.family.id, kind: .childWords,
          day: workingDay(from: since, to: last), author: lead,
          words: SampleWords.childSays(&random), child: child.id, saidTo: listener))
    }
  }
}
