/// A time of the day on the wall clock, to the minute; written `16:30`.
public struct TimeOfDay: Hashable, Comparable, Sendable {
  /// Minutes since midnight, 0–1439.
  public let minutes: Int

  public init?(hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    minutes = hour * 60 + minute
  }

  /// Reads `16:30`, `16.30`, `1630`, `9`, `4pm`, `4.30 pm`; nil for anything else.
  public init?(typed text: String) {
    var word = text.lowercased().filter { !$0.isWhitespace }
    var afternoon: Bool?
    if word.hasSuffix("am") || word.hasSuffix("pm") {
      afternoon = word.hasSuffix("pm")
      word.removeLast(2)
    }
    let pieces = word.split(omittingEmptySubsequences: false, whereSeparator: { ":.".contains($0) })
      .map(String.init)
    guard pieces.count <= 2, pieces.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) })
    else { return nil }
    var (hourText, minuteText) = (pieces[0], pieces.count == 2 ? pieces[1] : "0")
    if pieces.count == 1, hourText.count >= 3 {
      minuteText = String(hourText.suffix(2))
      hourText.removeLast(2)
    }
    guard var hour = Int(hourText), let minute = Int(minuteText) else { return nil }
    if let afternoon {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (afternoon ? 12 : 0)
    }
    self.init(hour: hour, minute: minute)
  }

  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }
}

private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

extension TimeOfDay: CustomStringConvertible, Codable {
  public var description: String {
    let (hour, minute) = (minutes / 60, minutes % 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard text.utf8.count == 5, let time = TimeOfDay(typed: text), time.description == text else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "“\(text)” is not a time like 16:30")
    }
    self = time
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// The day of a meeting, and its time where one is known.
public struct MeetingTime: Hashable, Comparable, Sendable, Codable {
  public var day: Day
  public var time: TimeOfDay?

  public init(day: Day, time: TimeOfDay? = nil) {
    self.day = day
    self.time = time
  }

  /// By day, then by time; a meeting without a time comes first on its day.
  public static func < (left: MeetingTime, right: MeetingTime) -> Bool {
    (left.day, left.time?.minutes ?? -1) < (right.day, right.time?.minutes ?? -1)
  }
}

/// A point in time, in milliseconds since 1 January 1970 UTC.
public struct Moment: Hashable, Comparable, Sendable, Codable {
  public let milliseconds: Int64

  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  public static func < (left: Moment, right: Moment) -> Bool {
    left.milliseconds < right.milliseconds
  }

  public init(from decoder: any Decoder) throws {
    milliseconds = try decoder.singleValueContainer().decode(Int64.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }
}
