/// One goal of a plan, in the exact words of whoever it belongs to.
public struct Goal: Hashable, Sendable, Codable {
  public typealias ID = RecordID<Goal>

  public enum Status: String, CaseIterable, Sendable, Codable {
    case open, reached
    case noLongerNeeded = "no longer needed"
  }

  /// What a goal is about.
  ///
  /// - Source: rule R-D3; Right Balance workshop 2019, "What have families wanted in their plans?".
  public enum Category: String, CaseIterable, Sendable, Codable {
    case learning = "learning at school"
    case activities = "activities and hobbies"
    case trustedRelationship = "trusted relationship or mentor"
    case parentChild = "parent–child relationships"
    case engagement = "attendance and lateness"
    case behaviour = "behaviour at home or school"
    case wellbeing = "emotional wellbeing"
    case other
  }

  public var id: ID
  public var familyID: Family.ID
  /// Whose goal it is; nil when it is the family's together.
  public var whose: Party?
  /// The child it is about; nil when it is about the whole family.
  public var about: Person.ID?
  public var words: String
  /// How it was worded before, oldest first.
  public private(set) var formerWords: [FormerWords]
  public var category: Category
  /// Where it stood when it was set, 0–10; nil when nobody said.
  public var baseline: Int?
  /// Where its owner hopes to get, 0–10.
  public var hopedFor: Int?
  public var status: Status
  /// The day the status became what it is.
  public var statusSince: Day
  /// Its place in the plan, 1 first.
  public var order: Int
  /// The day it was set.
  public var setOn: Day
  /// The day to look at it again.
  public var lookAgainOn: Day?

  public init(
    id: ID, familyID: Family.ID, whose: Party? = nil, about: Person.ID? = nil, words: String,
    formerWords: [FormerWords] = [], category: Category = .other, baseline: Int? = nil,
    hopedFor: Int? = nil, status: Status = .open, statusSince: Day? = nil, order: Int = 1,
    setOn: Day, lookAgainOn: Day? = nil
  ) {
    self.id = id
    self.familyID = familyID
    self.whose = whose
    self.about = about
    self.words = words
    self.formerWords = formerWords
    self.category = category
    self.baseline = baseline
    self.hopedFor = hopedFor
    self.status = status
    self.statusSince = statusSince ?? setOn
    self.order = order
    self.setOn = setOn
    self.lookAgainOn = lookAgainOn
  }

  /// How it was worded at the end of a day.
  public func words(on day: Day) -> String {
    formerWords.first { $0.until > day }?.words ?? words
  }

  /// Words it anew and keeps how it was worded; its ratings stay.
  public mutating func reword(_ newWords: String, on day: Day) {
    guard newWords != words else { return }
    formerWords.append(FormerWords(words: words, until: day))
    words = newWords
  }
}

/// How a goal was worded until a day.
public struct FormerWords: Hashable, Sendable, Codable {
  public var words: String
  public var until: Day

  public init(words: String, until: Day) {
    self.words = words
    self.until = until
  }
}
