import Casework
import Foundation
import Synchronization

/// A world whose day is given and whose ids count up.
func inventedWorld(on today: Day) -> World {
  let count = Counter()
  return World(
    today: today,
    now: { Moment(milliseconds: Int64(today.number) * 86_400_000 + 36_000_000) },
    newUUID: {
      var random = SystemRandomNumberGenerator()
      return UUID.timeOrdered(at: Moment(milliseconds: count.next()), using: &random)
    })
}

/// Saturday 21 November 2026, the day of the drawn screens.
let drawnDay = Day(number: 20_778)

/// Two weeks and some awkward days: every weekday, the ends of months and years, a leap day.
let manyDays: [Day] =
  (0..<14).map { drawnDay + $0 }
  + ["2026-12-31", "2027-01-01", "2027-03-01", "2028-02-29", "2027-08-31", "2027-09-01"]
  .compactMap { Day(iso: $0) }

private final class Counter: Sendable {
  private let value = Mutex<Int64>(1_700_000_000_000)

  func next() -> Int64 {
    value.withLock { value in
      value += 1
      return value
    }
  }
}

extension FamilyFile {
  /// As `ReviewQuery.Part.overdue` counts: planned in the past, or due and not planned.
  func hasOverdueReview(on today: Day) -> Bool {
    reviewDue()?.state(on: today).isOverdue ?? false
  }

  var reviewsToSignOff: [Review] { reviews.filter { $0.state == .held } }
}
