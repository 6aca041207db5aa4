/// What a goal's ratings say: where it stands, who sees it how, whether it moves.
public struct GoalProgress: Hashable, Sendable {
  public let goal: Goal
  /// One line for each rater, the owner's first, then by name of id; each oldest first.
  public let lines: [RaterLine]
  private let settings: PracticeSettings

  /// - Parameter ratings: any ratings; those of other goals are left out.
  public init(goal: Goal, ratings: [Rating], settings: PracticeSettings = .standard) {
    self.goal = goal
    self.settings = settings
    var byRater: [Party: [Rating]] = [:]
    for rating in ratings where rating.goalID == goal.id {
      byRater[rating.by, default: []].append(rating)
    }
    lines =
      byRater
      .map { by, ratings in
        let points = ratings.map {
          RaterLine.Point(day: $0.day, score: $0.score, rating: $0.id)
        }
        return RaterLine(by: by, points: GoalProgress.lastOfEachDay(points))
      }
      .sorted { left, right in
        if (left.by == goal.whose) != (right.by == goal.whose) { return left.by == goal.whose }
        return left.firstID < right.firstID
      }
  }

  /// One point a day, oldest first: the last that was entered counts.
  private static func lastOfEachDay(_ points: [RaterLine.Point]) -> [RaterLine.Point] {
    var result: [RaterLine.Point] = []
    for point in points.sorted(by: { ($0.day, $0.rating) < ($1.day, $1.rating) }) {
      if result.last?.day == point.day { result.removeLast() }
      result.append(point)
    }
    return result
  }

  /// The owner's line; the family's own goals take everybody's ratings together, of each day the
  /// one that was entered last.
  public var ownersLine: RaterLine? {
    guard goal.whose == nil else { return lines.first { $0.by == goal.whose } }
    let all = GoalProgress.lastOfEachDay(lines.flatMap(\.points))
    return lines.first.map { RaterLine(by: $0.by, points: all) }
  }

  /// Where the goal stands: its owner's latest rating; nil while it has none.
  public var now: Int? { ownersLine?.points.last?.score }

  public var lastRatedOn: Day? { lines.compactMap { $0.points.last?.day }.max() }

  /// The owner's movement from the baseline, or from their first rating where there is no baseline;
  /// nil with fewer than two values on different days.
  ///
  /// - Source: rule R-D4.
  public var movement: Int? {
    guard let line = ownersLine, let last = line.points.last else { return nil }
    if let baseline = goal.baseline, last.day != goal.setOn || line.points.count > 1 {
      return last.score - baseline
    }
    return line.movement
  }

  /// How the movement is called.
  ///
  /// - Source: rule R-D5.
  public var change: Change? {
    movement.map { points in
      switch points {
      case ..<0: .backwards
      case 0: .none
      case ..<settings.clearChange: .small
      default: .clear
      }
    }
  }

  public enum Change: String, Sendable, CaseIterable {
    case backwards
    case none = "no change"
    case small = "small change"
    case clear = "clear change"
  }

  /// The day since which the owner's ratings have not risen; nil unless there are three in a row
  /// over at least eight weeks. A goal that is reached, or where it was hoped for, is not stuck.
  ///
  /// - Source: rule R-D6.
  public var stuckSince: Day? {
    guard goal.status == .open, let points = ownersLine?.points, let last = points.last,
      last.score < (goal.hopedFor ?? PracticeSettings.ratingScale.upperBound)
    else { return nil }
    var first = points.count - 1
    while first > 0, points[first].score <= points[first - 1].score { first -= 1 }
    guard points.count - first >= settings.stuckRatings,
      last.day.days(since: points[first].day) >= settings.stuckSpan
    else { return nil }
    return points[first].day
  }

  /// The two raters who see it most differently now, when they are three points or more apart and
  /// rated within 14 days of each other; nil otherwise.
  ///
  /// - Source: rule R-D7.
  public var gap: RaterGap? {
    var widest: RaterGap?
    for (index, first) in lines.enumerated() {
      for second in lines[(index + 1)...] {
        guard let one = first.points.last, let other = second.points.last,
          abs(one.day.days(since: other.day)) <= settings.raterGapDays
        else { continue }
        let firstIsHigher = one.score >= other.score
        let gap = RaterGap(
          higher: firstIsHigher ? first.by : second.by,
          higherScore: max(one.score, other.score),
          lower: firstIsHigher ? second.by : first.by,
          lowerScore: min(one.score, other.score))
        if gap.points >= settings.raterGap, gap.points > (widest?.points ?? 0) { widest = gap }
      }
    }
    return widest
  }

  /// The owner's scores, oldest first, the baseline before them: for a sparkline.
  public var trend: [Int] {
    let scores = ownersLine?.points.map(\.score) ?? []
    guard let baseline = goal.baseline, !scores.isEmpty else { return scores }
    return ownersLine?.points.first?.day == goal.setOn ? scores : [baseline] + scores
  }
}

/// One rater's ratings of one goal.
public struct RaterLine: Hashable, Sendable {
  public struct Point: Hashable, Sendable {
    public var day: Day
    public var score: Int
    public var rating: Rating.ID
  }

  public var by: Party
  /// Oldest first, at most one a day.
  public var points: [Point]

  /// Last minus first; nil with fewer than two days.
  ///
  /// - Source: rule R-D4.
  public var movement: Int? {
    guard let first = points.first, let last = points.last, points.count >= 2 else { return nil }
    return last.score - first.score
  }

  fileprivate var firstID: Rating.ID {
    guard let first = points.first else { preconditionFailure("a line has a rating") }
    return first.rating
  }
}

/// Two raters who see one goal differently.
public struct RaterGap: Hashable, Sendable, Codable {
  public var higher: Party
  public var higherScore: Int
  public var lower: Party
  public var lowerScore: Int

  public var points: Int { higherScore - lowerScore }

  public init(higher: Party, higherScore: Int, lower: Party, lowerScore: Int) {
    self.higher = higher
    self.higherScore = higherScore
    self.lower = lower
    self.lowerScore = lowerScore
  }
}
