/// Something of a caseload that was found by a few letters of its name.
public struct Found: Hashable, Sendable {
  /// What it is, and where.
  public enum Target: Hashable, Sendable {
    case family
    case person(Party)
    case goal(Goal.ID)
    case review(Review.ID, Review.Kind, MeetingTime)
  }

  public var target: Target
  public var familyID: Family.ID
  public var familyName: String
  /// A person's name or a goal's words; the family's name for a family and a review.
  public var name: String
  /// The names of a family's children; empty for anything else.
  public var children: [String]

  public init(
    _ target: Target, in familyID: Family.ID, familyName: String, name: String,
    children: [String] = []
  ) {
    self.target = target
    self.familyID = familyID
    self.familyName = familyName
    self.name = name
    self.children = children
  }
}

/// What somebody looks for across the caseload.
public struct SeekQuery: Hashable, Sendable {
  /// As it was typed: every word begins, or stands inside, a word of the name, blind to case and
  /// accents; words of the family's name may stand beside those of what is in it. A review is found
  /// by its family's name and a word of its kind or its day.
  public var text: String
  /// Whose families come first among equals.
  public var seeker: Practitioner.ID
  /// How many of each kind are given at most.
  public var limit: Int

  public init(_ text: String, by seeker: Practitioner.ID, limit: Int = 5) {
    self.text = text
    self.seeker = seeker
    self.limit = limit
  }
}
