/// What a goal is probably about, from its words; a first guess, to be changed.
public struct GoalGuess: Hashable, Sendable {
  public var whose: Party?
  public var about: Person.ID?
  public var category: Goal.Category

  public init(whose: Party? = nil, about: Person.ID? = nil, category: Goal.Category = .other) {
    self.whose = whose
    self.about = about
    self.category = category
  }
}

extension FamilyFile {
  /// - Parameter last: whose goal was typed before; the same person often goes on.
  public func guess(goal words: String, last: Party?) -> GoalGuess { GoalGuess(whose: last) }
}
