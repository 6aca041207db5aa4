/// A family's goals taken together.
public struct FamilyProgress: Hashable, Sendable {
  /// In the plan's order, the open ones first.
  public let goals: [GoalProgress]

  public init(goals: [Goal], ratings: [Rating], settings: PracticeSettings = .standard) {
    let byGoal = Dictionary(grouping: ratings, by: \.goalID)
    self.goals =
      goals
      .sorted { left, right in
        if (left.status == .open) != (right.status == .open) { return left.status == .open }
        return (left.order, left.id) < (right.order, right.id)
      }
      .map { GoalProgress(goal: $0, ratings: byGoal[$0.id] ?? [], settings: settings) }
  }

  public var open: [GoalProgress] { goals.filter { $0.goal.status == .open } }

  /// The mean of where the open goals stand, 0–10; nil while none is rated.
  public var mean: Double? {
    let scores = open.compactMap(\.now)
    guard !scores.isEmpty else { return nil }
    return Double(scores.reduce(0, +)) / Double(scores.count)
  }

  /// How many open goals stand higher than when they began.
  public var movingUp: Int { open.filter { ($0.movement ?? 0) > 0 }.count }

  /// The mean of the open goals after each day on which one was rated by its owner, oldest first;
  /// the last `count` of them. A goal that was set but not yet rated stands at its baseline.
  public func trend(last count: Int) -> [Double] {
    let days = Set(open.flatMap { $0.ownersLine?.points.map(\.day) ?? [] }).sorted()
    return days.suffix(count).map { day in
      let scores = open.compactMap { goal in
        goal.ownersLine?.points.last { $0.day <= day }?.score
          ?? (goal.goal.setOn <= day ? goal.goal.baseline : nil)
      }
      return Double(scores.reduce(0, +)) / Double(max(1, scores.count))
    }
  }
}
