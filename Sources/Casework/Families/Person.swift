/// One member of the family network: a child, a parent, a grandmother, a friend of the family.
public struct Person: Hashable, Sendable, Codable {
  public typealias ID = RecordID<Person>

  public var id: ID
  public var familyID: Family.ID
  public var name: String
  /// What they like to be called; empty when it is their name.
  public var knownAs: String
  public var born: Day?
  /// What they are to each child, in the family's words: mother, grandmother, neighbour.
  public var relationships: [Relationship]
  public var isChild: Bool
  public var livesAtHome: Bool
  public var hasParentalResponsibility: Bool
  public var contact: String
  public var school: String
  public var needs: String
  public var couldHelpWith: String
  /// Of a child: the one person they trust most; nil when nobody is known.
  public var trusted: TrustedPerson?

  public init(
    id: ID, familyID: Family.ID, name: String, knownAs: String = "", born: Day? = nil,
    relationships: [Relationship] = [], isChild: Bool = false, livesAtHome: Bool = false,
    hasParentalResponsibility: Bool = false, contact: String = "", school: String = "",
    needs: String = "", couldHelpWith: String = "", trusted: TrustedPerson? = nil
  ) {
    self.id = id
    self.familyID = familyID
    self.name = name
    self.knownAs = knownAs
    self.born = born
    self.relationships = relationships
    self.isChild = isChild
    self.livesAtHome = livesAtHome
    self.hasParentalResponsibility = hasParentalResponsibility
    self.contact = contact
    self.school = school
    self.needs = needs
    self.couldHelpWith = couldHelpWith
    self.trusted = trusted
  }

  /// The name the family uses: known as, else the first name.
  public var shortName: String {
    knownAs.isEmpty ? name.split(separator: " ").first.map(String.init) ?? name : knownAs
  }

  /// Completed years; nil when the day of birth is not known or lies ahead.
  public func age(on today: Day) -> Int? { born.flatMap { ageInYears(born: $0, on: today) } }

  /// The English school year, 1–13; nil below and above it.
  ///
  /// - Source: England: year 1 begins on the 1 September after the fifth birthday (general knowledge).
  public func schoolYear(on today: Day) -> Int? {
    guard let born else { return nil }
    func schoolStart(_ day: Day) -> Int { day.parts.year - (day.parts.month >= 9 ? 0 : 1) }
    let year = schoolStart(today) - schoolStart(born) - 5
    return (1...13).contains(year) ? year : nil
  }
}

/// What one person is to one child.
public struct Relationship: Hashable, Sendable, Codable {
  public var child: Person.ID
  public var kind: String

  public init(child: Person.ID, kind: String) {
    self.child = child
    self.kind = kind
  }
}

/// The person a child trusts most, and whether the child chose them.
public struct TrustedPerson: Hashable, Sendable, Codable {
  public var who: Party
  public var chosenByChild: Bool
  public var since: Day

  public init(who: Party, chosenByChild: Bool, since: Day) {
    self.who = who
    self.chosenByChild = chosenByChild
    self.since = since
  }
}

/// Completed years from birth to a day; nil before the birth.
public func ageInYears(born: Day, on today: Day) -> Int? {
  guard today >= born else { return nil }
  let (from, to) = (born.parts, today.parts)
  return to.year - from.year - ((to.month, to.day) < (from.month, from.day) ? 1 : 0)
}
