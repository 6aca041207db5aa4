extension FamilyFile {
  /// What changed between the review before this one and this one, in sentences, the most telling
  /// first: goals that moved, goals set and ended, actions done and not, who joined and left, the
  /// level of support. Empty for the first, and for one that has no day.
  ///
  /// The review before is the last that was held before this one, of whatever kind. What happened on
  /// its day belongs to it; what happened on this one's day belongs to this one.
  public func changedSinceLast(_ review: Review) -> [String] {
    guard let span = spanSinceLast(review) else { return [] }
    return goalsMoved(in: span, at: review) + goalsSetAndEnded(in: span)
      + actionsChanged(in: span, before: review)
      + teamChanged(in: span) + supportChanged(in: span)
  }

  /// The review that was held before one; nil for the first.
  public func reviewBefore(_ review: Review) -> Review? {
    guard let when = review.held ?? review.begun ?? review.planned else { return nil }
    return reviews.compactMap { other in other.held.map { (time: $0, review: other) } }
      .filter { $0.review.id != review.id && ($0.time, $0.review.id) < (when, review.id) }
      .max { ($0.time, $0.review.id) < ($1.time, $1.review.id) }?.review
  }

  /// From the day after the last review to the day of this one.
  private func spanSinceLast(_ review: Review) -> ClosedRange<Day>? {
    guard let last = reviewBefore(review)?.held?.day, let day = review.meetingDay, day > last
    else { return nil }
    return last + 1...day
  }

  /// Each goal that its owner saw higher or lower at the end of the span than before it.
  private func goalsMoved(in span: ClosedRange<Day>, at review: Review) -> [String] {
    progress.goals.compactMap { progress in
      let points = progress.ownersLine?.points ?? []
      guard let now = points.last(where: { $0.day <= span.upperBound }), now.day >= span.lowerBound
      else { return nil }
      let goal = progress.goal
      let before =
        points.last { $0.day < span.lowerBound }?.score
        ?? (goal.setOn < span.lowerBound ? goal.baseline : nil)
      guard let before, before != now.score else { return nil }
      let way = now.score > before ? "up" : "down"
      return "“\(goal.words)” went \(way) from \(before) to \(now.score)."
    }
  }

  private func goalsSetAndEnded(in span: ClosedRange<Day>) -> [String] {
    let inOrder = progress.goals.map(\.goal)
    let set = inOrder.filter { span.contains($0.setOn) }.map { "New goal: “\($0.words)”." }
    let ended = inOrder.filter { $0.status != .open && span.contains($0.statusSince) }
      .map { "“\($0.words)” is \($0.status.rawValue)." }
    return ended + set
  }

  /// What was done, and how many were to be done by the day of the review and are not; of a review
  /// that lies ahead they may not be late yet.
  private func actionsChanged(in span: ClosedRange<Day>, before review: Review) -> [String] {
    let changed = actions.filter { span.contains($0.statusSince) }
      .sorted { ($0.statusSince, $0.order, $0.id) < ($1.statusSince, $1.order, $1.id) }
    let done = changed.filter { $0.status == .done }.map { "Done: \($0.words)" }
    let partly = changed.filter { $0.status == .partly }.map { "Partly done: \($0.words)" }
    let late = actions.filter { action in
      action.status == .notYet && action.by.map { $0 < span.upperBound } ?? false
    }.count
    let isAhead = review.held == nil && review.begun == nil
    let when = isAhead ? "to be done before it" : "past the day"
    let waiting = late == 0 ? [] : ["\(counted(late, "action")) \(when), not done yet."]
    return (done + partly).map(asSentence) + waiting
  }

  private func teamChanged(in span: ClosedRange<Day>) -> [String] {
    let joined = team.filter { $0.joined.map(span.contains) ?? false }
      .map { "\($0.name) joined the team." }
    let left = team.filter { $0.left.map(span.contains) ?? false }
      .map { "\($0.name) left the team." }
    return joined + left
  }

  private func supportChanged(in span: ClosedRange<Day>) -> [String] {
    family.supportHistory.dropFirst().filter { span.contains($0.from) }
      .map { "Support is \($0.value.rawValue) since \($0.from.dayAndMonth)." }
  }

  /// The words with a full stop, unless they end with a mark of their own.
  private func asSentence(_ words: String) -> String {
    words.last.map { ".!?…".contains($0) } ?? true ? words : words + "."
  }
}
