extension FamilyFile {
  /// What changed between the review before this one and this one, in sentences: goals that moved,
  /// actions done, who joined and left; empty for the first.
  public func changedSinceLast(_ review: Review) -> [String] { [] }
}
