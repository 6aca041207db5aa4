/// Who does what by when, for a goal or for the plan as a whole.
public struct PlanAction: Hashable, Sendable, Codable {
  public typealias ID = RecordID<PlanAction>

  /// How far an action got.
  ///
  /// - Source: rule R-D8.
  public enum Status: String, CaseIterable, Sendable, Codable {
    case notYet = "not yet"
    case partly, done
    case noLongerNeeded = "no longer needed"
  }

  public var id: ID
  public var familyID: Family.ID
  /// The goal it serves; nil when it serves the whole plan.
  public var goalID: Goal.ID?
  public var who: Party?
  public var words: String
  /// The day it starts, for something that goes on.
  public var from: Day?
  /// The day by which it is to be done; nil when it has none.
  public var by: Day?
  public var status: Status
  /// The day the status became what it is.
  public var statusSince: Day
  public var howItWent: String
  /// Its place under its goal, 1 first.
  public var order: Int

  public init(
    id: ID, familyID: Family.ID, goalID: Goal.ID? = nil, who: Party? = nil, words: String,
    from: Day? = nil, by: Day? = nil, status: Status = .notYet, statusSince: Day,
    howItWent: String = "", order: Int = 1
  ) {
    self.id = id
    self.familyID = familyID
    self.goalID = goalID
    self.who = who
    self.words = words
    self.from = from
    self.by = by
    self.status = status
    self.statusSince = statusSince
    self.howItWent = howItWent
    self.order = order
  }

  /// How its day stands; nil when it has no day, or nothing is left to wait for.
  ///
  /// - Source: rule R-D8: only "not yet" past its day is overdue, from the next day on.
  public func due(on today: Day) -> DueState? {
    guard status == .notYet, let by else { return nil }
    return dueState(of: by, on: today)
  }
}
