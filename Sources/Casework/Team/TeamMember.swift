/// A professional in the team around the family.
public struct TeamMember: Hashable, Sendable, Codable {
  public typealias ID = RecordID<TeamMember>

  public var id: ID
  public var familyID: Family.ID
  public var name: String
  /// What they do: teacher, mentor, health visitor.
  public var role: String
  public var organisation: String
  public var contact: String
  public var joined: Day?
  public var left: Day?
  public var isLeadProfessional: Bool

  public init(
    id: ID, familyID: Family.ID, name: String, role: String, organisation: String = "",
    contact: String = "", joined: Day? = nil, left: Day? = nil, isLeadProfessional: Bool = false
  ) {
    self.id = id
    self.familyID = familyID
    self.name = name
    self.role = role
    self.organisation = organisation
    self.contact = contact
    self.joined = joined
    self.left = left
    self.isLeadProfessional = isLeadProfessional
  }

  /// Whether they still belong to the team on a day; the day they leave is their last.
  public func isInTeam(on today: Day) -> Bool { left.map { today <= $0 } ?? true }
}

/// Anybody who can hold a goal, take an action or give a rating: of the family or of the team.
public enum Party: Hashable, Sendable {
  case person(Person.ID)
  case member(TeamMember.ID)
}

extension Party: Codable {
  private enum CodingKeys: String, CodingKey {
    case person, member
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    if let person = try container.decodeIfPresent(Person.ID.self, forKey: .person) {
      self = .person(person)
    } else {
      self = .member(try container.decode(TeamMember.ID.self, forKey: .member))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .person(let id): try container.encode(id, forKey: .person)
    case .member(let id): try container.encode(id, forKey: .member)
    }
  }
}
