/// How a due day stands to today.
public enum DueState: Hashable, Sendable {
  /// Due in so many days; 0 is today.
  case due(inDays: Int)
  /// Past its day by so many days; at least 1.
  case overdue(byDays: Int)

  public var isOverdue: Bool {
    if case .overdue = self { true } else { false }
  }
}

/// The only definition of overdue: due through its day, overdue from the day after.
///
/// - Source: rule R-L0 (our own decision).
public func dueState(of due: Day, on today: Day) -> DueState {
  today > due ? .overdue(byDays: today.days(since: due)) : .due(inDays: due.days(since: today))
}

extension DueState {
  /// `6 days overdue`, `today`, `tomorrow`, `in 3 days`, `in 4 weeks` (from 14 days on).
  public var words: String {
    switch self {
    case .overdue(let days): "\(counted(days, "day")) overdue"
    case .due(0): "today"
    case .due(1): "tomorrow"
    case .due(let days) where days < 14: "in \(days) days"
    case .due(let days): "in \(days / 7) weeks"
    }
  }
}

/// `1 day`, `2 days`: the count and the noun in the right number.
public func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
  "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}
