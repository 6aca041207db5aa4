extension FamilyFile {
  /// What a change to a review may not do; `self` is the file after the edit.
  func reviewRefusals(
    of change: Change, before: FamilyFile, by practitioner: Practitioner, on today: Day,
    _ settings: PracticeSettings
  ) -> [RuleBreach] { [] }
}

extension FamilyFile {
  /// What is missing before a review can be called complete; in the order of its steps.
  public func missing(in review: Review) -> [Review.Missing] { [] }
}
