/// What one person agrees may be shared with one agency, and for what.
public struct Consent: Hashable, Sendable, Codable {
  public typealias ID = RecordID<Consent>

  public enum Answer: String, CaseIterable, Sendable, Codable {
    case given, limited, refused
  }

  public var id: ID
  public var familyID: Family.ID
  public var person: Person.ID
  /// The agency as the team writes it: Carlton School, CAMHS.
  public var agency: String
  /// What may be shared, in words: plan and reviews, health only.
  public var purpose: String
  public var answer: Answer
  public var from: Day
  /// The last day it holds; nil when it has no end.
  public var until: Day?
  public var withdrawnOn: Day?

  public init(
    id: ID, familyID: Family.ID, person: Person.ID, agency: String, purpose: String,
    answer: Answer, from: Day, until: Day? = nil, withdrawnOn: Day? = nil
  ) {
    self.id = id
    self.familyID = familyID
    self.person = person
    self.agency = agency
    self.purpose = purpose
    self.answer = answer
    self.from = from
    self.until = until
    self.withdrawnOn = withdrawnOn
  }

  /// Whether something may be shared on a day: given or limited, begun, not ended, not withdrawn.
  ///
  /// - Source: rule R-L9: expired from the day after its last.
  public func allowsSharing(on today: Day) -> Bool {
    guard answer != .refused, today >= from else { return false }
    if let withdrawnOn, today >= withdrawnOn { return false }
    return until.map { !dueState(of: $0, on: today).isOverdue } ?? true
  }
}
