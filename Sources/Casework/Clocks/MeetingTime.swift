/// A time of the day on the wall clock, to the minute; written `16:30`.
public struct TimeOfDay: Hashable, Comparable, Sendable {
  /// Minutes since midnight, 0–1439.
  public let minutes: Int

  public init?(hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    minutes = hour * 60 + minute
  }

  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }
}

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
