extension FamilyFile {
  /// What was rated at a review that was held stays with it: nothing is added, changed or removed;
  /// `self` is the file before the edit. Where it stands by now is a rating of its own.
  ///
  /// - Source: our own decision, as for the review itself.
  func ratingRefusals(of change: Change) -> [RuleBreach] {
    let ratings = [change.before, change.after].compactMap { record -> Rating? in
      if case .rating(let rating)? = record { rating } else { nil }
    }
    let isFrozen = ratings.contains { review($0.reviewID)?.held != nil }
    guard isFrozen, change.before != change.after else { return [] }
    let sentence =
      change.after == nil
      ? "It was rated at a review that was held; say with e that it is reached or no longer needed."
      : "That review was held, and its ratings stay; rate the goal anew instead."
    return [RuleBreach(field: "reviewID", sentence: sentence)]
  }
}
