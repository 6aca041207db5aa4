/// One entry of the family's record: a visit, a call, a child's own words.
public struct CaseNote: Hashable, Sendable, Codable {
  public typealias ID = RecordID<CaseNote>

  public enum Kind: String, CaseIterable, Sendable, Codable {
    case visit, call, meeting, message
    case directWork = "direct work"
    case childWords = "child says"
    case other = "note"
  }

  public var id: ID
  public var familyID: Family.ID
  public var kind: Kind
  public var day: Day
  public var time: TimeOfDay?
  public var author: Practitioner.ID
  public var words: String
  /// The child whose words they are.
  public var child: Person.ID?
  /// Who the child said it to.
  public var saidTo: Party?

  public init(
    id: ID, familyID: Family.ID, kind: Kind, day: Day, time: TimeOfDay? = nil,
    author: Practitioner.ID, words: String, child: Person.ID? = nil, saidTo: Party? = nil
  ) {
    self.id = id
    self.familyID = familyID
    self.kind = kind
    self.day = day
    self.time = time
    self.author = author
    self.words = words
    self.child = child
    self.saidTo = saidTo
  }
}
