/// England's bank holidays, as far as they are known: each year's days as month × 100 + day.
///
/// - Source: gov.uk, "UK bank holidays", England and Wales; for the years that are not on that page
///   yet, the rule behind it: the Banking and Financial Dealings Act 1971 with Easter's days, and a
///   weekday in the place of each that falls on a weekend. A holiday proclaimed later, as for a
///   coronation, has to be added here.
private let bankHolidayTable: [Int: [Int]] = [
  2024: [0101, 0329, 0401, 0506, 0527, 0826, 1225, 1226],
  2025: [0101, 0418, 0421, 0505, 0526, 0825, 1225, 1226],
  2026: [0101, 0403, 0406, 0504, 0525, 0831, 1225, 1228],
  2027: [0101, 0326, 0329, 0503, 0531, 0830, 1227, 1228],
  2028: [0103, 0414, 0417, 0501, 0529, 0828, 1225, 1226],
]

private let bankHolidays = Set(
  bankHolidayTable.flatMap { year, days in
    days.compactMap { Day(year: year, month: $0 / 100, day: $0 % 100) }
  })

extension Day {
  /// The years of which the bank holidays are known, 2024–2028; outside them only weekends are not
  /// working days.
  public static let bankHolidayYears = 2024...2028

  /// Whether it is a bank holiday in England; false outside `bankHolidayYears`.
  public var isBankHoliday: Bool { bankHolidays.contains(self) }

  /// Monday to Friday, without England's bank holidays.
  public var isWorkingDay: Bool { weekday < 5 && !isBankHoliday }

  /// The working day so many working days after this one, which itself does not count; the same day
  /// for none. Asked for fewer than none, it goes back.
  public func adding(workingDays: Int) -> Day {
    let step = workingDays < 0 ? -1 : 1
    var (day, left) = (self, abs(workingDays))
    while left > 0 {
      day = day + step
      if day.isWorkingDay { left -= 1 }
    }
    return day
  }
}
