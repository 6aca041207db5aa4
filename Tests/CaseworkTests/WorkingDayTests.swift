import Casework
import Testing

@Suite struct WorkingDayTests {
  /// Easter Sunday by Butcher's reckoning.
  private func easter(_ year: Int) throws -> Day {
    let a = year % 19
    let (b, c) = year.quotientAndRemainder(dividingBy: 100)
    let (d, e) = b.quotientAndRemainder(dividingBy: 4)
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = c.quotientAndRemainder(dividingBy: 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 19 * l) / 433
    let month = (h + l - 7 * m + 90) / 25
    return try #require(Day(year: year, month: month, day: (h + l - 7 * m + 33 * month + 19) % 32))
  }

  /// The first Monday from a day on.
  private func monday(from day: Day) -> Day { day + (7 - day.weekday) % 7 }

  private func holidays(of year: Int) throws -> Set<Day> {
    func date(_ month: Int, _ day: Int) throws -> Day {
      try #require(Day(year: year, month: month, day: day))
    }
    let easter = try easter(year)
    let newYear = try date(1, 1)
    let christmas = try date(12, 25)
    // The two days after one another: what falls on a weekend moves to the next free weekdays.
    let festive: [Day] =
      switch christmas.weekday {
      case 4: [christmas, christmas + 3]
      case 5: [christmas + 2, christmas + 3]
      case 6: [christmas + 1, christmas + 2]
      default: [christmas, christmas + 1]
      }
    return Set(
      [
        newYear.weekday < 5 ? newYear : monday(from: newYear), easter - 2, easter + 1,
        monday(from: try date(5, 1)), monday(from: try date(5, 25)),
        monday(from: try date(8, 25)),
      ] + festive)
  }

  @Test(arguments: Day.bankHolidayYears)
  func `R-F6: the table of bank holidays is Easter's, the Mondays' and the substitutes'`(
    year: Int
  ) throws {
    let first = try #require(Day(year: year, month: 1, day: 1))
    let next = try #require(Day(year: year + 1, month: 1, day: 1))

    let found = (first.number..<next.number).map(Day.init(number:)).filter(\.isBankHoliday)

    #expect(found.count == 8)
    #expect(try Set(found) == holidays(of: year))
    #expect(found.allSatisfy { $0.weekday < 5 })
  }

  @Test(arguments: [
    ("2026-11-20", 10, "2026-12-04"), ("2026-11-21", 10, "2026-12-04"),
    ("2026-11-22", 1, "2026-11-23"), ("2026-12-18", 10, "2027-01-06"),
    ("2026-03-31", 3, "2026-04-07"), ("2026-11-25", 0, "2026-11-25"),
    ("2026-12-29", -1, "2026-12-24"),
  ])
  func `R-F6: working days leave out weekends and bank holidays, and the day itself`(
    from: String, days: Int, to: String
  ) throws {
    #expect(try day(from).adding(workingDays: days) == day(to))
  }

  @Test func `R-F6: beyond the table only weekends are left out`() throws {
    let christmas = try day("2029-12-25")

    #expect(!Day.bankHolidayYears.contains(2029))
    #expect(christmas.isWorkingDay)
    #expect(try !day("2029-12-29").isWorkingDay)
  }
}
