import Casework
import TextUI

/// A month of days to choose one from, under a field that takes a day.
///
/// The arrows go by days and weeks, PgUp and PgDn by months; Enter takes the day, Esc leaves the field as
/// it was, and typing goes on in the field. Days on which the family met or will meet are marked.
struct MonthGrid: Equatable, Sendable {
  private(set) var day: Day
  /// Whether somebody has gone to another day than the one it opened at.
  private(set) var hasMoved = false
  private let today: Day
  /// What the family has on a day.
  private let marks: [Day: String]
  /// 0 for Monday.
  private let firstWeekday: Int

  enum Outcome { case moved, taken, closed, passed }

  init(_ day: Day, on today: Day, file: FamilyFile?, _ settings: Settings) {
    self.day = day
    self.today = today
    firstWeekday = settings.firstWeekday == .monday ? 0 : 6
    var marks: [Day: String] = [:]
    for review in file?.reviews ?? [] {
      if let held = review.held?.day {
        marks[held] = "a review was held"
      } else if let planned = review.planned?.day {
        marks[planned] = "a review is planned"
      }
    }
    self.marks = marks
  }

  mutating func handle(_ key: Key) -> Outcome {
    let target: Day
    switch key {
    case .left: target = day - 1
    case .right: target = day + 1
    case .up: target = day - 7
    case .down: target = day + 7
    case .pageUp: target = day.adding(months: -1)
    case .pageDown: target = day.adding(months: 1)
    case .home: target = day - (day.parts.day - 1)
    case .end: target = (day - (day.parts.day - 1)).adding(months: 1) - 1
    case .enter, Key(" "): return .taken
    case .escape: return .closed
    default: return .passed
    }
    guard (1900...2200).contains(target.parts.year) else { return .moved }
    hasMoved = true
    day = target
    return .moved
  }

  var grid: ChoiceGrid {
    let first = day - (day.parts.day - 1)
    let last = first.adding(months: 1) - 1
    let lead = column(first)
    let count = (lead + last.parts.day + 6) / 7
    let rows = (0..<count).map { row in
      (0..<7).map { column -> ChoiceGrid.Cell? in
        let cell = first + (row * 7 + column - lead)
        guard cell >= first, cell <= last else { return nil }
        return ChoiceGrid.Cell(
          "\(cell.parts.day)", isMarked: marks[cell] != nil, isFaint: cell < today)
      }
    }
    let place = lead + day.parts.day - 1
    return ChoiceGrid(
      title: "\(day.fullMonthName) \(day.parts.year)",
      heads: (0..<7).map { (first + ($0 - lead)).weekdayName },
      rows: rows, selected: Point(x: place % 7, y: place / 7),
      legend: [
        [day.words(on: today), distance, marks[day]].compactMap(\.self).joined(separator: ", "),
        "↵ takes it   Esc leaves it   PgUp PgDn months" + (marks.isEmpty ? "" : "   * a review"),
      ])
  }

  private func column(_ day: Day) -> Int { (day.weekday - firstWeekday + 7) % 7 }

  private var distance: String {
    switch day.days(since: today) {
    case 0: "today"
    case 1: "tomorrow"
    case -1: "yesterday"
    case let days where days > 0: "in \(days) days"
    case let days: "\(-days) days ago"
    }
  }
}

extension Key {
  /// Whether what is chosen in a month stands when this is pressed: going on, or saving.
  var endsChoosing: Bool { self == .tab || self == .backTab || self == .control("s") }
}
