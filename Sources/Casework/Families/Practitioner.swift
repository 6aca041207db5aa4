/// Somebody who works with families and sits at kith's keyboard.
public struct Practitioner: Hashable, Sendable, Codable {
  public typealias ID = RecordID<Practitioner>

  public enum Role: String, CaseIterable, Sendable, Codable {
    case practitioner, coordinator, supervisor, administrator
    case virtualSchool = "virtual school"
  }

  public var id: ID
  public var name: String
  public var role: Role
  public var team: String

  public init(id: ID, name: String, role: Role, team: String) {
    self.id = id
    self.name = name
    self.role = role
    self.team = team
  }
}
