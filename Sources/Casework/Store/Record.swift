import FoundationEssentials

/// Any one record of a store.
public enum Record: Hashable, Sendable {
  case practitioner(Practitioner)
  case family(Family)
  case person(Person)
  case member(TeamMember)
  case consent(Consent)
  case conference(Conference)
  case plan(Plan)
  case goal(Goal)
  case action(PlanAction)
  case rating(Rating)
  case review(Review)
  case note(CaseNote)

  /// The kinds of record, in the order in which they refer to each other.
  public enum Kind: String, CaseIterable, Sendable, Codable {
    case practitioner, family, person, member, consent, conference, plan, goal, action, rating
    case review, note

    /// What a person calls it.
    public var words: String {
      switch self {
      case .member: "professional"
      case .note: "note"
      default: rawValue
      }
    }
  }

  public var kind: Kind {
    switch self {
    case .practitioner: .practitioner
    case .family: .family
    case .person: .person
    case .member: .member
    case .consent: .consent
    case .conference: .conference
    case .plan: .plan
    case .goal: .goal
    case .action: .action
    case .rating: .rating
    case .review: .review
    case .note: .note
    }
  }

  public var id: UUID {
    switch self {
    case .practitioner(let record): record.id.uuid
    case .family(let record): record.id.uuid
    case .person(let record): record.id.uuid
    case .member(let record): record.id.uuid
    case .consent(let record): record.id.uuid
    case .conference(let record): record.id.uuid
    case .plan(let record): record.id.uuid
    case .goal(let record): record.id.uuid
    case .action(let record): record.id.uuid
    case .rating(let record): record.id.uuid
    case .review(let record): record.id.uuid
    case .note(let record): record.id.uuid
    }
  }

  /// The family it belongs to; nil for a practitioner.
  public var familyID: Family.ID? {
    switch self {
    case .practitioner: nil
    case .family(let record): record.id
    case .person(let record): record.familyID
    case .member(let record): record.familyID
    case .consent(let record): record.familyID
    case .conference(let record): record.familyID
    case .plan(let record): record.familyID
    case .goal(let record): record.familyID
    case .action(let record): record.familyID
    case .rating(let record): record.familyID
    case .review(let record): record.familyID
    case .note(let record): record.familyID
    }
  }
}

extension FamilyFile {
  /// Every record of the family, in the order in which they refer to each other.
  public var records: [Record] {
    [.family(family)] + people.map(Record.person) + team.map(Record.member)
      + consents.map(Record.consent) + conferences.map(Record.conference)
      + (plan.map { [Record.plan($0)] } ?? []) + goals.map(Record.goal)
      + actions.map(Record.action) + ratings.map(Record.rating) + reviews.map(Record.review)
      + notes.map(Record.note)
  }

  /// Puts a record in, or in the place of the one with its id; records of other families and
  /// practitioners are ignored.
  public mutating func put(_ record: Record) {
    guard record.familyID == family.id else { return }
    switch record {
    case .practitioner: break
    case .family(let new): family = new
    case .person(let new): people.put(new) { $0.id }
    case .member(let new): team.put(new) { $0.id }
    case .consent(let new): consents.put(new) { $0.id }
    case .conference(let new): conferences.put(new) { $0.id }
    case .plan(let new): plan = new
    case .goal(let new): goals.put(new) { $0.id }
    case .action(let new): actions.put(new) { $0.id }
    case .rating(let new): ratings.put(new) { $0.id }
    case .review(let new): reviews.put(new) { $0.id }
    case .note(let new): notes.put(new) { $0.id }
    }
  }

  /// Takes a record out; the family itself cannot be taken out of its own file.
  public mutating func remove(_ record: Record) {
    switch record {
    case .practitioner, .family: break
    case .person(let old): people.removeAll { $0.id == old.id }
    case .member(let old): team.removeAll { $0.id == old.id }
    case .consent(let old): consents.removeAll { $0.id == old.id }
    case .conference(let old): conferences.removeAll { $0.id == old.id }
    case .plan(let old): if plan?.id == old.id { plan = nil }
    case .goal(let old): goals.removeAll { $0.id == old.id }
    case .action(let old): actions.removeAll { $0.id == old.id }
    case .rating(let old): ratings.removeAll { $0.id == old.id }
    case .review(let old): reviews.removeAll { $0.id == old.id }
    case .note(let old): notes.removeAll { $0.id == old.id }
    }
  }

  /// The file after an edit's changes to this family.
  public func applying(_ changes: [Change]) -> FamilyFile {
    var file = self
    for change in changes {
      if let after = change.after {
        file.put(after)
      } else if let before = change.before {
        file.remove(before)
      }
    }
    return file
  }
}

extension Array {
  @inline(__always)
  fileprivate mutating func put<ID: Equatable>(_ element: Element, _ id: (Element) -> ID) {
    let new = id(element)
    if let index = firstIndex(where: { id($0) == new }) {
      self[index] = element
    } else {
      append(element)
    }
  }
}
