/// Who does what by when, as it was read from one line: `Uncle Joe walks with her, fri`.
public struct ActionLine: Hashable, Sendable {
  public var who: Party?
  /// What is left of the line once who and when are taken out.
  public var words: String
  public var from: Day?
  public var by: Day?

  public init(who: Party? = nil, words: String, from: Day? = nil, by: Day? = nil) {
    self.who = who
    self.words = words
    self.from = from
    self.by = by
  }
}

extension FamilyFile {
  /// Reads a line as an action: somebody of the family or the team at its beginning, by any of
  /// their names, and a day at its end, after a comma or `by` or `from`.
  public func readAction(_ line: String, on today: Day) -> ActionLine { ActionLine(words: line) }
}
