extension FamilyFile {
  /// Why an edit may not be saved, beside what each record has to hold for itself: what is frozen,
  /// who may do what, and the gates of a conference. `self` is the file before the edit; every
  /// store asks this before it writes.
  ///
  /// What comes in whole, as from a document, is history and is not asked how it came about; nor is
  /// a family that goes whole.
  ///
  /// - Parameters:
  ///   - changes: the edit's changes to this family.
  ///   - practitioner: who saves.
  public func refusals(
    of changes: [Change], by practitioner: Practitioner, on today: Day,
    settings: PracticeSettings = .standard
  ) -> [RuleBreach] {
    guard !changes.contains(where: { $0.after == nil && $0.record.kind == .family }) else {
      return []
    }
    let after = applying(changes)
    return changes.flatMap { change in
      after.conferenceRefusals(of: change, before: self, by: practitioner, on: today, settings)
        + after.reviewRefusals(of: change, before: self, by: practitioner, on: today, settings)
        + ratingRefusals(of: change)
    }
  }
}
