extension Day {
  /// Reads a day as a person types it, day first; nil when it cannot be read.
  ///
  /// `today`, `tomorrow`, `yesterday`, `fri` (the next one, never today), `last fri`, `27`, `27/11`, `27.11.26`,
  /// `27 nov`, `27 november 2026`, `2026-11-27`, `+6w`, `-3d`, `+2m`, `in 6 weeks`, `6 weeks`, `end of term`.
  /// A day without a year is the nearest one: within the 3 months behind `today`, else ahead.
  ///
  /// - Parameter isPast: for what cannot lie ahead: `fri` is the last one, today included, and a day
  ///   without a month or a year is the last such day.
  public init?(typed text: String, on today: Day, isPast: Bool = false) {
    let cleaned = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !cleaned.isEmpty, cleaned.utf8.count <= 40 else { return nil }
    let reading =
      Day(iso: cleaned) ?? Day.named(cleaned, on: today, isPast: isPast)
      ?? Day.distance(cleaned, from: today) ?? Day.calendarDate(cleaned, on: today, isPast: isPast)
    guard let day = reading, (1900...2200).contains(day.parts.year) else { return nil }
    self = day
  }

  private static func named(_ text: String, on today: Day, isPast: Bool) -> Day? {
    switch text {
    case "today", "tod", "now": return today
    case "tomorrow", "tom": return today + 1
    case "yesterday", "yes": return today - 1
    case "end of term", "term end", "end of this term": return endOfTerm(on: today)
    default:
      let isLast = text.hasPrefix("last ")
      let word = isLast || text.hasPrefix("next ") ? String(text.dropFirst(5)) : text
      guard word.count >= 2, let index = weekdayNames.firstIndex(where: { $0.hasPrefix(word) })
      else { return nil }
      let ahead = (index - today.weekday + 7) % 7
      if isLast { return today + (ahead - 7) }
      if isPast, !text.hasPrefix("next ") { return today + (ahead == 0 ? 0 : ahead - 7) }
      return today + (ahead == 0 ? 7 : ahead)
    }
  }

  /// The last day of the school term that `today` is in, or of the next one in the holidays.
  ///
  /// - Source: our own; every authority and school sets its own days, so this is near and no more: the
  ///   Friday by 20 December, the Friday by 4 April or the Thursday before Easter if that comes first, and
  ///   the last weekday by 22 July.
  private static func endOfTerm(on today: Day) -> Day? {
    (today.parts.year...today.parts.year + 1).lazy.flatMap { year -> [Day] in
      let spring = Day(year: year, month: 4, day: 4).map { $0.back(to: 4) }
      return [
        spring.map { min($0, easter(year) - 3) },
        Day(year: year, month: 7, day: 22).map { $0.weekday > 4 ? $0.back(to: 4) : $0 },
        Day(year: year, month: 12, day: 20).map { $0.back(to: 4) },
      ].compactMap { $0 }
    }.first { $0 >= today }
  }

  /// This day, or the last one before it on a weekday; 4 is Friday.
  private func back(to weekday: Int) -> Day { self - (self.weekday - weekday + 7) % 7 }

  /// Easter Sunday, by the Gregorian rule (the computus).
  private static func easter(_ year: Int) -> Day {
    let golden = year % 19
    let century = year / 100
    let skipped = century - century / 4 - (8 * century + 13) / 25
    let epact = (19 * golden + skipped + 15) % 30
    let moon = epact - epact / 28 * (1 - epact / 28 * (29 / (epact + 1)) * ((21 - golden) / 11))
    let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7
    let offset = moon - weekday
    guard let march = Day(year: year, month: 3, day: 28) else {
      preconditionFailure("every year has a 28 March")
    }
    return march + offset
  }

  /// `+6w`, `-3d`, `+2m`, `in 6 weeks`, `3 days ago`.
  private static func distance(_ text: String, from today: Day) -> Day? {
    var rest = Substring(text)
    var sign = 1
    var marked = false
    if rest.hasPrefix("in ") {
      rest = rest.dropFirst(3)
      marked = true
    } else if rest.hasPrefix("+") || rest.hasPrefix("-") {
      sign = rest.hasPrefix("-") ? -1 : 1
      rest = rest.dropFirst()
      marked = true
    }
    if rest.hasSuffix(" ago") {
      sign = -1
      rest = rest.dropLast(4)
    }
    let digits = rest.prefix(while: \.isNumber)
    guard let count = Int(digits), count <= 4000 else { return nil }
    let unit = rest.dropFirst(digits.count).drop(while: \.isWhitespace)
    switch unit {
    case "d", "day", "days": return today + sign * count
    case "w", "week", "weeks": return today + sign * count * 7
    case "m", "month", "months": return today.adding(months: sign * count)
    case "y", "year", "years": return today.adding(months: sign * count * 12)
    case "" where marked: return today + sign * count
    default: return nil
    }
  }

  /// `27`, `27/11`, `27/11/26`, `27 nov`, `fri 27 nov`, `27th november 2026`.
  private static func calendarDate(_ text: String, on today: Day, isPast: Bool) -> Day? {
    var words = text.split(whereSeparator: { " /.-,".contains($0) })
    if let first = words.first, words.count > 1, first.count >= 3,
      weekdayNames.contains(where: { $0.hasPrefix(first) })
    {
      words.removeFirst()
    }
    guard (1...3).contains(words.count), let day = dayOfMonth(words[0]) else { return nil }
    if words.count == 1 {
      return isPast ? lastMonth(day: day, on: today) : nearestMonth(day: day, on: today)
    }
    guard let month = monthNumber(words[1]) else { return nil }
    if words.count == 3 {
      guard let year = yearNumber(words[2]) else { return nil }
      return Day(year: year, month: month, day: day)
    }
    guard isPast else { return nearestYear(month: month, day: day, on: today) }
    return (0...8).lazy.compactMap { Day(year: today.parts.year - $0, month: month, day: day) }
      .first { $0 <= today }
  }

  private static func dayOfMonth(_ word: Substring) -> Int? {
    let digits = word.prefix(while: \.isNumber)
    guard ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count)) else { return nil }
    return Int(digits)
  }

  private static func monthNumber(_ word: Substring) -> Int? {
    if word.first?.isNumber == true {
      return Int(word).flatMap { (1...12).contains($0) ? $0 : nil }
    }
    guard word.count >= 3 else { return nil }
    return monthNames.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
  }

  private static func yearNumber(_ word: Substring) -> Int? {
    guard word.first?.isNumber == true, let number = Int(word) else { return nil }
    return word.count == 2 ? 2000 + number : word.count == 4 ? number : nil
  }

  /// The next such day of the month, today included.
  private static func nearestMonth(day: Int, on today: Day) -> Day? {
    let (year, month, _) = today.parts
    for ahead in 0..<12 {
      let total = month - 1 + ahead
      if let found = Day(year: year + total / 12, month: total % 12 + 1, day: day), found >= today {
        return found
      }
    }
    return nil
  }

  /// The last such day of the month, today included.
  private static func lastMonth(day: Int, on today: Day) -> Day? {
    let (year, month, _) = today.parts
    return (0..<12).lazy.compactMap { behind in
      let total = year * 12 + month - 1 - behind
      return Day(year: total / 12, month: total % 12 + 1, day: day)
    }.first { $0 <= today }
  }

  private static func nearestYear(month: Int, day: Int, on today: Day) -> Day? {
    let year = today.parts.year
    let earliest = today.adding(months: -3)
    return (year - 1...year + 8).lazy
      .compactMap { Day(year: $0, month: month, day: day) }
      .first { $0 >= earliest }
  }
}
