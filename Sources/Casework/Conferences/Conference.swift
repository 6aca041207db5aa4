/// A family group conference, from its referral to the day it was held.
public struct Conference: Hashable, Sendable, Codable {
  public typealias ID = RecordID<Conference>

  public var id: ID
  public var familyID: Family.ID
  public var referredOn: Day
  public var planned: MeetingTime?
  public var place: String
  public var heldOn: Day?
  /// Who agreed the plan there.
  public var agreedBy: [Party]
  /// The day consent to it was withdrawn; nil when it was not. A conference never "fails".
  ///
  /// - Source: rule R-C4.
  public var withdrawnOn: Day?

  public init(
    id: ID, familyID: Family.ID, referredOn: Day, planned: MeetingTime? = nil,
    place: String = "", heldOn: Day? = nil, agreedBy: [Party] = [], withdrawnOn: Day? = nil
  ) {
    self.id = id
    self.familyID = familyID
    self.referredOn = referredOn
    self.planned = planned
    self.place = place
    self.heldOn = heldOn
    self.agreedBy = agreedBy
    self.withdrawnOn = withdrawnOn
  }

  /// Whether it still waits for a day.
  public var isWaitingForDay: Bool { planned == nil && heldOn == nil && withdrawnOn == nil }

  /// The week since the referral that a day falls in; the first is 1.
  public func week(on today: Day) -> Int { max(0, today.days(since: referredOn)) / 7 + 1 }
}
