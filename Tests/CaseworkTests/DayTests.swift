import Casework
import Foundation
import Testing

@Suite struct DayTests {
  @Test func `every day from 1900 to 2200 goes through its parts and its text and comes back`()
    throws
  {
    let first = try #require(Day(year: 1900, month: 1, day: 1))
    let last = try #require(Day(year: 2200, month: 12, day: 31))
    var wrong: [Int] = []

    for number in first.number...last.number {
      let day = Day(number: number)
      let (year, month, dayOfMonth) = day.parts
      if Day(year: year, month: month, day: dayOfMonth) != day { wrong.append(number) }
      if Day(iso: day.iso) != day { wrong.append(number) }
    }

    #expect(last.number - first.number + 1 == 109_938)
    #expect(wrong.isEmpty)
  }

  @Test func `days are counted as the Gregorian calendar of Foundation counts them`() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    var random = SplitMix(state: 1)

    for _ in 0..<300 {
      let day = Day(number: Int.random(in: -25_000...80_000, using: &random))
      let date = Date(timeIntervalSince1970: Double(day.number) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
      #expect(day.parts == (parts.year, parts.month, parts.day) as (Int?, Int?, Int?))
      #expect(((day.weekday + 1) % 7) + 1 == parts.weekday)
    }
  }

  @Test(arguments: [
    (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2000, 3, 1, 11_017),
    (2026, 11, 21, 20_778), (1, 1, 1, -719_162), (9999, 12, 31, 2_932_896),
  ])
  func `a day has its number`(year: Int, month: Int, day: Int, number: Int) {
    #expect(Day(year: year, month: month, day: day)?.number == number)
    #expect(Day(number: number).parts == (year, month, day))
  }

  @Test(arguments: [
    (2100, 2, 29), (1900, 2, 29), (2023, 2, 29), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1),
    (2026, 1, 0), (2026, 1, 32), (0, 1, 1), (10_000, 1, 1), (2026, 6, -1),
  ])
  func `a day that no calendar has is none`(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [(2024, 29), (2000, 29), (2400, 29), (1900, 28), (2100, 28), (2026, 28)])
  func `February is as long as its year says`(year: Int, length: Int) throws {
    let first = try #require(Day(year: year, month: 2, day: 1))
    let next = try #require(Day(year: year, month: 3, day: 1))

    #expect(next.days(since: first) == length)
  }

  @Test(arguments: [
    "", "2026-1-01", "2026-01-1", "26-01-01", "2026/01/01", "2026-01-01 ", "+026-01-01",
    "2026-01-32", "２０２６-01-01", "2026-01-01-", "-026-01-01", "2026-0１-01",
  ])
  func `only a full ISO day is read as one`(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2026-11-30", 3, "2027-02-28"), ("2026-03-31", -1, "2026-02-28"),
    ("2026-01-15", -1, "2025-12-15"), ("2026-12-15", 1, "2027-01-15"),
    ("2026-05-20", 0, "2026-05-20"), ("2024-02-29", 12, "2025-02-28"),
    ("2026-01-15", -25, "2023-12-15"), ("9999-12-31", 1, "9999-12-31"),
    ("0001-01-15", -1, "0001-01-15"),
  ])
  func `months are added to the same day, or the last of a shorter month`(
    start: String, months: Int, end: String
  ) throws {
    #expect(try day(start).adding(months: months) == day(end))
  }

  @Test func `days are added, taken away, counted and ordered`() throws {
    let eve = try day("2026-12-31")

    #expect(try eve + 1 == day("2027-01-01"))
    #expect(try day("2027-01-01") - 1 == eve)
    #expect((eve + 365).days(since: eve) == 365)
    #expect(eve.days(since: eve + 3) == -3)
    #expect(eve < eve + 1)
  }

  @Test func `a day is written in the ways people read it`() throws {
    let friday = try day("2026-11-27")

    #expect(friday.weekday == 4)
    #expect(friday.weekdayName == "Fri" && friday.monthName == "Nov")
    #expect(friday.fullMonthName == "November")
    #expect(friday.short == "Fri 27 Nov" && friday.full == "Fri 27 Nov 2026")
    #expect(friday.dayAndMonth == "27 Nov")
    #expect("\(friday)" == "2026-11-27")
    #expect(try day("0900-01-05").iso == "0900-01-05")
  }

  @Test func `the year is written where it is not that of today`() throws {
    #expect(try day("2026-11-27").words(on: day("2026-01-01")) == "Fri 27 Nov")
    #expect(try day("2026-11-27").words(on: day("2027-01-01")) == "Fri 27 Nov 2026")
  }

  @Test func `weekdays follow each other across 1970`() {
    #expect(
      (-8...8).map { Day(number: $0).weekday } == [
        2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4,
      ])
  }
}
