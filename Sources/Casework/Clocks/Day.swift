/// A calendar date without a time or a time zone, kept as whole days since 1 January 1970.
///
/// Written and encoded as `2026-11-27`; years 1 to 9999.
public struct Day: Hashable, Comparable, Sendable {
  /// Whole days since 1 January 1970; negative before it.
  public let number: Int

  public init(number: Int) {
    self.number = number
  }

  /// A day of the Gregorian calendar; nil when there is no such day (31 June, year 0).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    // Days from civil: the year starts in March, so that the leap day is its last.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Reads `2026-11-27`; nil for anything else.
  public init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  public static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }

  public static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }

  /// Whole days from `earlier` to this day; negative when this day comes first.
  public func days(since earlier: Day) -> Int { number - earlier.number }

  /// Year, month 1–12 and day 1–31.
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// 0 is Monday, 6 is Sunday.
  public var weekday: Int { ((number + 3) % 7 + 7) % 7 }

  /// The same day of the month so many months on; the last of the month where there is none. Stays
  /// within the years 1 to 9999.
  public func adding(months: Int) -> Day {
    let (year, month, day) = parts
    let total = min(max(year * 12 + (month - 1) + months, 12), 9999 * 12 + 11)
    let newYear = total / 12
    let newMonth = total % 12 + 1
    let last = Day.length(ofMonth: newMonth, year: newYear)
    guard let result = Day(year: newYear, month: newMonth, day: min(day, last)) else {
      preconditionFailure("a month's last day always exists")
    }
    return result
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}

// MARK: - Words

extension Day {
  static let weekdayNames = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  static let monthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// `Fri`.
  public var weekdayName: String { Day.weekdayNames[weekday].prefix(3).capitalizedFirst }

  /// `Nov`.
  public var monthName: String { Day.monthNames[parts.month - 1].prefix(3).capitalizedFirst }

  /// `November`.
  public var fullMonthName: String { Day.monthNames[parts.month - 1].capitalizedFirst }

  /// `Fri 27 Nov`: within a year of reading it.
  public var short: String { "\(weekdayName) \(parts.day) \(monthName)" }

  /// `Fri 27 Nov 2026`.
  public var full: String { "\(short) \(parts.year)" }

  /// `27 Nov`.
  public var dayAndMonth: String { "\(parts.day) \(monthName)" }

  /// `Fri 27 Nov`, with the year where it is not the year of `today`.
  public func words(on today: Day) -> String {
    parts.year == today.parts.year ? short : full
  }

  /// `27 Nov`, and `27 Nov 25` where it is not the year of `today`.
  public func dayAndMonth(on today: Day) -> String {
    parts.year == today.parts.year ? dayAndMonth : "\(dayAndMonth) \(iso.dropFirst(2).prefix(2))"
  }

  /// `Fri 27 Nov`, and `27 Nov 25` where it is not the year of `today`: for a narrow column.
  public func brief(on today: Day) -> String {
    parts.year == today.parts.year ? short : dayAndMonth(on: today)
  }

  /// `2026-11-27`.
  public var iso: String {
    let (year, month, day) = parts
    func padded(_ value: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - String(value).count)) + String(value)
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

extension Day: CustomStringConvertible {
  public var description: String { iso }
}

extension Day: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = Day(iso: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "“\(text)” is not a day like 2026-11-27")
    }
    self = day
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}

extension StringProtocol {
  /// The text with its first letter as a capital, the rest as it is.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
