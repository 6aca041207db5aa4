extension TimeOfDay {
  /// Reads a time as a person types or says it; nil for anything else.
  ///
  /// `16:30`, `16.30`, `1630`, `9`, `4pm`, `4.30 pm`, `four`, `half four`, `quarter to five`, `ten past nine`,
  /// `four thirty`, `4 o'clock`, `noon`. An hour from 1 to 6 by itself is in the afternoon, when families are
  /// met; with a zero before it (`04:30`), or with `am`, it is in the morning.
  public init?(typed text: String) {
    guard text.utf8.count <= 40 else { return nil }
    let said = Said(text)
    guard let reading = said.inDigits ?? said.inWords else { return nil }
    self = reading
  }
}

/// A time as it was typed, with its half of the day taken off its end.
private struct Said {
  private var words: [String]
  private var isAfternoon: Bool?

  init(_ text: String) {
    let isSaid = text.contains { $0.isLetter }
    let plain = text.lowercased().map { isSaid && ($0 == "-" || $0 == "–") ? " " : $0 }
    words = String(plain).split(whereSeparator: \.isWhitespace).map(String.init)
    let endings: [([String], Bool)] = [
      (["in", "the", "morning"], false), (["in", "the", "afternoon"], true),
      (["in", "the", "evening"], true), (["am"], false), (["pm"], true),
    ]
    for (ending, isLate) in endings where words.count > ending.count && isAfternoon == nil {
      if words.suffix(ending.count) == ending[...] {
        words.removeLast(ending.count)
        isAfternoon = isLate
      }
    }
    if isAfternoon == nil, let last = words.last, last.hasSuffix("am") || last.hasSuffix("pm") {
      isAfternoon = last.hasSuffix("pm")
      words[words.count - 1] = String(last.dropLast(2))
    }
    if let last = words.last, words.count > 1, ["o'clock", "o’clock", "oclock"].contains(last) {
      words.removeLast()
    }
  }

  // MARK: In digits

  var inDigits: TimeOfDay? {
    let pieces = words.joined()
      .split(omittingEmptySubsequences: false) { ":.".contains($0) }.map(String.init)
    guard pieces.count <= 2, pieces.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) })
    else { return nil }
    var (hourText, minuteText) = (pieces[0], pieces.count == 2 ? pieces[1] : "0")
    if pieces.count == 1, hourText.count >= 3 {
      minuteText = String(hourText.suffix(2))
      hourText.removeLast(2)
    }
    guard let hour = Int(hourText), let minute = Int(minuteText) else { return nil }
    // A zero before the hour says that it is meant as it stands.
    let isExact = isAfternoon == nil && (hourText.count > 1 || hour == 0)
    return isExact ? TimeOfDay(hour: hour, minute: minute) : time(hour, minute)
  }

  private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  /// An hour as it is said, 1 to 12, in the half of the day that was said or is likely.
  private func time(_ hour: Int, _ minute: Int) -> TimeOfDay? {
    guard (1...12).contains(hour) else { return nil }
    let isLate = isAfternoon ?? ((1...6).contains(hour) || hour == 12)
    return TimeOfDay(hour: hour % 12 + (isLate ? 12 : 0), minute: minute)
  }

  // MARK: In words

  var inWords: TimeOfDay? {
    switch words {
    case ["noon"], ["midday"]: return isAfternoon == nil ? TimeOfDay(hour: 12, minute: 0) : nil
    case ["midnight"]: return isAfternoon == nil ? TimeOfDay(hour: 0, minute: 0) : nil
    default: break
    }
    guard let last = words.last else { return nil }
    if let hour = Self.hour(last) {
      let before = words.dropLast()
      switch before.last {
      case nil: return time(hour, 0)
      case "half" where before.count == 1: return time(hour, 30)
      case "past": return Self.minutes(before.dropLast()).flatMap { time(hour, $0) }
      case "to": return Self.minutes(before.dropLast()).flatMap { beforeHour(hour, $0) }
      default: break
      }
    }
    guard let first = words.first, let hour = Self.hour(first), words.count > 1 else { return nil }
    return Self.minutes(words.dropFirst()).flatMap { time(hour, $0) }
  }

  /// `quarter to five`: in the half of the day that five is in.
  private func beforeHour(_ hour: Int, _ minutes: Int) -> TimeOfDay? {
    time(hour, 0).flatMap { full in
      let before = (full.minutes - minutes + 1440) % 1440
      return TimeOfDay(hour: before / 60, minute: before % 60)
    }
  }

  private static let numbers = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]

  private static func hour(_ word: String) -> Int? {
    if let index = numbers.firstIndex(of: word) { return index + 1 }
    return Int(word).flatMap { (1...12).contains($0) && word.count < 3 ? $0 : nil }
  }

  /// `quarter`, `half`, `ten`, `twenty five`, `25`, with or without `minutes`.
  private static func minutes(_ words: ArraySlice<String>) -> Int? {
    let words =
      words.last.map { ["minutes", "mins"].contains($0) } == true ? words.dropLast() : words
    let named = ["quarter": 15, "half": 30, "five": 5, "ten": 10, "fifteen": 15, "twenty": 20]
      .merging(["thirty": 30, "forty": 40, "fifty": 50, "a quarter": 15]) { $1 }
    let joined = words.joined(separator: " ")
    if let found = named[joined] { return found }
    if words.count == 2, let tens = words.first,
      ["twenty", "thirty", "forty", "fifty"].contains(tens),
      words.last == "five"
    {
      return (named[tens] ?? 0) + 5
    }
    return words.count == 1 ? Int(joined).flatMap { (1...59).contains($0) ? $0 : nil } : nil
  }
}
