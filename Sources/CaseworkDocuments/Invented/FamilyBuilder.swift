import Casework

/// Puts one invented family together, in the order in which things happened to it.
///
/// Days are counted from today: -70 is ten weeks ago, 5 is in five days. A meeting, a note or a
/// rating that would fall on a weekend is moved to the Friday before. People are called as the
/// plan calls them (`Mum`, `Uncle Joe`, `Ms Grant`); a name that nobody has is a bug.
struct FamilyBuilder {
  let world: World
  let crew: Crew
  let lead: Practitioner
  var file: FamilyFile
  /// Days that stay where they are though it may be a weekend.
  var exactDays: Set<Int> = []
  private var siblings: [Person.ID: String] = [:]

  init(
    _ world: World, _ crew: Crew, _ name: String, _ reference: String, lead: Practitioner,
    leadRole: String = "social worker", status: [(Int, Family.Status)],
    support: [(Int, Family.SupportLevel)], locality: String, languages: [String] = ["English"],
    interpreter: String? = nil, flags: [Flag] = []
  ) {
    self.world = world
    self.crew = crew
    self.lead = lead
    file = FamilyFile(
      family: Family(
        id: world.newID(), reference: reference, name: name,
        statusHistory: status.map { Dated(from: world.today + $0.0, value: $0.1) },
        supportHistory: support.map { Dated(from: world.today + $0.0, value: $0.1) },
        locality: locality, languages: languages, interpreter: interpreter,
        leadProfessional: lead.id, coordinator: crew.priya.id, supervisor: crew.ruth.id,
        flags: flags))
    professional(lead.name, leadRole, "Children's services", joined: status.first?.0)
    file.team[0].isLeadProfessional = true
  }

  /// The family as it was put together, siblings told apart, ratings tied to their reviews.
  func finished() -> FamilyFile {
    var file = file
    for index in file.people.indices {
      guard let kind = siblings[file.people[index].id] else { continue }
      file.people[index].relationships += file.people
        .filter { $0.isChild && $0.id != file.people[index].id }
        .map { Relationship(child: $0.id, kind: kind) }
    }
    for index in file.ratings.indices {
      file.ratings[index].reviewID =
        file.reviews.first { $0.held?.day == file.ratings[index].day }?.id
    }
    return file
  }

  // MARK: - Days and names

  /// The day so far from today; the Friday before for a weekend, unless that day is kept.
  func day(_ offset: Int) -> Day {
    let day = world.today + offset
    return exactDays.contains(offset) || day.weekday < 5 ? day : day - (day.weekday - 4)
  }

  func time(_ text: String?) -> TimeOfDay? { text.flatMap { TimeOfDay(typed: $0) } }

  func party(_ name: String) -> Party {
    if let person = file.people.first(where: { $0.shortName == name }) { return .person(person.id) }
    if let member = file.team.first(where: { $0.name == name }) { return .member(member.id) }
    preconditionFailure("nobody in the \(file.family.name) family is called \(name)")
  }

  func person(_ name: String) -> Person.ID {
    guard let id = party(name).personID else {
      preconditionFailure("\(name) is not one of the \(file.family.name) family")
    }
    return id
  }

  // MARK: - People

  /// A child of so many years and months; `sibling` is what they are to the other children.
  mutating func child(
    _ name: String, knownAs: String = "", _ age: Int, _ months: Int, school: String,
    sibling: String = "", livesAtHome: Bool = true, needs: String = ""
  ) {
    let id: Person.ID = world.newID()
    file.people.append(
      Person(
        id: id, familyID: file.family.id, name: name, knownAs: knownAs,
        born: world.today.adding(months: -(age * 12 + months)) - file.people.count, isChild: true,
        livesAtHome: livesAtHome, school: school, needs: needs))
    if !sibling.isEmpty { siblings[id] = sibling }
  }

  /// An adult of the network; what they are to every child so far, or to those named.
  mutating func adult(
    _ name: String, knownAs: String = "", _ kind: String, to children: [String]? = nil,
    home: Bool = false, parental: Bool = false, contact: String = "", needs: String = "",
    help: String = ""
  ) {
    let ids = children.map { $0.map(person) } ?? file.people.filter(\.isChild).map(\.id)
    file.people.append(
      Person(
        id: world.newID(), familyID: file.family.id, name: name, knownAs: knownAs,
        relationships: ids.map { Relationship(child: $0, kind: kind) }, livesAtHome: home,
        hasParentalResponsibility: parental, contact: contact, needs: needs, couldHelpWith: help))
  }

  mutating func professional(
    _ name: String, _ role: String, _ organisation: String, contact: String = "",
    joined: Int? = nil, left: Int? = nil
  ) {
    file.team.append(
      TeamMember(
        id: world.newID(), familyID: file.family.id, name: name, role: role,
        organisation: organisation, contact: contact, joined: joined.map { world.today + $0 },
        left: left.map { world.today + $0 }))
  }

  /// Who a child trusts most, and whether the child chose them.
  mutating func trusts(_ child: String, _ who: String, chosen: Bool = true, since offset: Int) {
    let (id, trusted) = (person(child), party(who))
    for index in file.people.indices where file.people[index].id == id {
      file.people[index].trusted = TrustedPerson(
        who: trusted, chosenByChild: chosen, since: world.today + offset)
    }
  }

  mutating func consent(
    _ name: String, _ agency: String, _ purpose: String, _ answer: Consent.Answer = .given,
    from offset: Int, until: Int? = nil, withdrawn: Int? = nil
  ) {
    file.consents.append(
      Consent(
        id: world.newID(), familyID: file.family.id, person: person(name), agency: agency,
        purpose: purpose, answer: answer, from: world.today + offset,
        until: until.map { world.today + $0 },
        withdrawnOn: withdrawn.map { world.today + $0 }))
  }

  // MARK: - The record

  /// An entry of the record; by the lead professional unless somebody else is named.
  mutating func note(
    _ kind: CaseNote.Kind, _ offset: Int, at hour: String? = nil, by author: Practitioner? = nil,
    _ words: String
  ) {
    file.notes.append(
      CaseNote(
        id: world.newID(), familyID: file.family.id, kind: kind, day: day(offset),
        time: time(hour), author: (author ?? lead).id, words: words))
  }

  /// A child's own words, and who heard them.
  mutating func says(_ child: String, _ offset: Int, to listener: String, _ words: String) {
    file.notes.append(
      CaseNote(
        id: world.newID(), familyID: file.family.id, kind: .childWords, day: day(offset),
        author: lead.id, words: words, child: person(child), saidTo: party(listener)))
  }
}
