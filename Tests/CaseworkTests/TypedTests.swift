import Casework
import Testing

/// Days and times as people type them; today is Saturday 21 November 2026.
@Suite struct TypedTests {
  @Test(
    arguments: [
      ("today", "2026-11-21"), ("tod", "2026-11-21"), ("now", "2026-11-21"),
      ("Tomorrow", "2026-11-22"), ("tom", "2026-11-22"), ("yesterday", "2026-11-20"),
      ("yes", "2026-11-20"),
      ("fri", "2026-11-27"), ("FRIDAY", "2026-11-27"), ("sat", "2026-11-28"),
      ("sun", "2026-11-22"), ("next fri", "2026-11-27"), ("mo", "2026-11-23"),
      ("thurs", "2026-11-26"),
      ("27", "2026-11-27"), ("21", "2026-11-21"), ("20", "2026-12-20"), ("31", "2026-12-31"),
      ("1st", "2026-12-01"), ("2nd", "2026-12-02"), ("23rd", "2026-11-23"),
      ("27/11", "2026-11-27"), ("27.11", "2026-11-27"), ("27-11", "2026-11-27"),
      ("27 nov", "2026-11-27"), ("27 November", "2026-11-27"), ("fri 27 nov", "2026-11-27"),
      ("27nov", nil), ("3 jan", "2027-01-03"), ("1 sep", "2026-09-01"), ("21/8", "2026-08-21"),
      ("20/8", "2027-08-20"), ("29 feb", "2028-02-29"), ("1 sept", "2026-09-01"),
      ("27.11.26", "2026-11-27"), ("27/11/2027", "2027-11-27"),
      ("27th november 2026", "2026-11-27"), ("27 nov, 2026", "2026-11-27"),
      ("2026-11-27", "2026-11-27"), ("  27   nov ", "2026-11-27"),
      ("10/5/2014", "2014-05-10"), ("10/5/14", "2014-05-10"), ("29/2/2024", "2024-02-29"),
      ("+6w", "2027-01-02"), ("-3d", "2026-11-18"), ("+2m", "2027-01-21"), ("+1y", "2027-11-21"),
      ("+5", "2026-11-26"), ("-5", "2026-11-16"), ("in 6 weeks", "2027-01-02"),
      ("6 weeks", "2027-01-02"), ("3 days ago", "2026-11-18"), ("2 months ago", "2026-09-21"),
      ("1 day", "2026-11-22"), ("in 1 year", "2027-11-21"), ("+0d", "2026-11-21"),
      ("-1m", "2026-10-21"), ("end of term", "2026-12-18"),
    ] as [(String, String?)])
  func `a day is read as it is typed`(text: String, expected: String?) throws {
    #expect(try Day(typed: text, on: day("2026-11-21"))?.iso == expected)
  }

  @Test(arguments: [
    "", "   ", "soon", "f", "32", "0", "31/11", "29/2/2027", "11/27", "2026", "27/11/126",
    "1/2/3/4", "nov 27", "27 no", "+", "-", "+w", "in", "ago", "5001 days", "99999999999999999999",
    "27/+1", "27/11/+1", "1/1/1899", "1/1/2201", "½", "३", "27xx", "6 fortnights", "+-3",
    "tuesday week and some more words that go on", "\u{1b}[A", "2026-02-30",
  ])
  func `what is no day is not read`(text: String) throws {
    #expect(try Day(typed: text, on: day("2026-11-21")) == nil)
  }

  @Test(arguments: [
    ("2026-11-21", "2026-12-18"), ("2026-12-18", "2026-12-18"), ("2026-12-19", "2027-03-25"),
    ("2025-03-01", "2025-04-04"), ("2027-04-20", "2027-07-22"), ("2028-07-01", "2028-07-21"),
  ])
  func `the end of term is the next one, by our own rule`(today: String, expected: String) throws {
    #expect(try Day(typed: "end of term", on: day(today))?.iso == expected)
  }

  @Test func `a weekday is always ahead, and a week at most`() throws {
    let start = try day("2026-11-21")

    for offset in 0..<7 {
      for name in ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] {
        let today = start + offset
        let read = try #require(Day(typed: name, on: today))
        #expect((1...7).contains(read.days(since: today)))
        #expect(read.weekdayName.lowercased() == name)
      }
    }
  }

  @Test func `a day and month without a year lies from three months back to nine ahead`() throws {
    let today = try day("2026-11-21")

    for number in 0..<365 {
      let day = today.adding(months: -3) + number
      let parts = day.parts
      #expect(Day(typed: "\(parts.day)/\(parts.month)", on: today) == day)
    }
  }

  @Test(arguments: [
    ("16:30", "16:30"), ("16.30", "16:30"), ("1630", "16:30"), ("9", "09:00"), ("09:05", "09:05"),
    ("905", "09:05"), ("4pm", "16:00"), ("4.30 pm", "16:30"), ("4:30PM", "16:30"),
    ("12am", "00:00"), ("12pm", "12:00"), ("12.15am", "00:15"), ("11am", "11:00"),
    ("0:00", "00:00"), ("23:59", "23:59"), (" 7 : 15 ", "07:15"),
    ("4", "16:00"), ("4:30", "16:30"), ("430", "16:30"), ("04:30", "04:30"), ("4am", "04:00"),
    ("half four", "16:30"), ("half past four", "16:30"), ("Half 9", "09:30"),
    ("quarter to five", "16:45"), ("quarter past nine", "09:15"), ("ten to one", "12:50"),
    ("twenty five past three", "15:25"), ("twenty-five to 4", "15:35"), ("four", "16:00"),
    ("four o'clock", "16:00"), ("9 o’clock", "09:00"), ("four thirty", "16:30"),
    ("nine forty five", "09:45"), ("noon", "12:00"), ("midday", "12:00"), ("midnight", "00:00"),
    ("half seven in the evening", "19:30"), ("nine in the morning", "09:00"),
    ("half eight pm", "20:30"),
    ("twelve", "12:00"), ("quarter to twelve", "11:45"), ("1", "13:00"), ("7", "07:00"),
  ])
  func `a time is read as it is typed`(text: String, expected: String) {
    #expect(TimeOfDay(typed: text)?.description == expected)
  }

  @Test(arguments: [
    "", "24:00", "16:60", "0pm", "13pm", "noon pm", "pm", ":30", "9:", "1:2:3", "12345", "-1", "４",
    "4pmam", "4 ampm", "99", "half", "half past", "quarter five", "sixty past four", "four to",
    "half thirteen", "a four", "four four four", "past four", "to five",
  ])
  func `what is no time is not read`(text: String) {
    #expect(TimeOfDay(typed: text) == nil)
  }

  @Test func `every minute of the day is written and read back`() {
    let times = (0..<24).flatMap { hour in
      (0..<60).compactMap { TimeOfDay(hour: hour, minute: $0) }
    }

    #expect(times.map(\.minutes) == Array(0..<1440))
    #expect(times.allSatisfy { TimeOfDay(typed: $0.description) == $0 })
    #expect(times == times.sorted())
    #expect(TimeOfDay(hour: 24, minute: 0) == nil && TimeOfDay(hour: 0, minute: 60) == nil)
  }

  @Test func `meetings come by day, then by time, those without a time first`() throws {
    let nine = TimeOfDay(hour: 9, minute: 0)
    let ten = TimeOfDay(hour: 10, minute: 0)
    let (first, second) = try (day("2026-11-21"), day("2026-11-22"))
    let ordered = [
      MeetingTime(day: first), MeetingTime(day: first, time: nine),
      MeetingTime(day: first, time: ten), MeetingTime(day: second),
    ]

    #expect(ordered.reversed().sorted() == ordered)
  }
}
