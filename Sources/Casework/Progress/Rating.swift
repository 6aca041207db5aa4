/// How far somebody sees a goal on a day.
public struct Rating: Hashable, Sendable, Codable {
  public typealias ID = RecordID<Rating>

  public var id: ID
  public var familyID: Family.ID
  public var goalID: Goal.ID
  public var day: Day
  /// 0 (nowhere near) to 10 (reached).
  ///
  /// - Source: rule R-D1.
  public var score: Int
  /// Whose eyes it is seen with.
  public var by: Party
  /// What they said with it; may be empty.
  public var words: String
  /// The review at which it was given; nil when it was given between reviews.
  public var reviewID: Review.ID?

  public init(
    id: ID, familyID: Family.ID, goalID: Goal.ID, day: Day, score: Int, by: Party,
    words: String = "", reviewID: Review.ID? = nil
  ) {
    self.id = id
    self.familyID = familyID
    self.goalID = goalID
    self.day = day
    self.score = score
    self.by = by
    self.words = words
    self.reviewID = reviewID
  }
}
