extension FamilyFile {
  /// What a change to a conference, an invitation or the family's safety may not do; `self` is the
  /// file after the edit.
  func conferenceRefusals(
    of change: Change, before: FamilyFile, by practitioner: Practitioner, on today: Day,
    _ settings: PracticeSettings
  ) -> [RuleBreach] { [] }
}
