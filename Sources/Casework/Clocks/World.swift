import FoundationEssentials

/// What the rules may know of the world outside: the day, the time, and where new ids come from.
public struct World: Sendable {
  /// The day it is; asked for anew each time, so that a program that runs past midnight notices.
  public var day: @Sendable () -> Day
  public var now: @Sendable () -> Moment
  public var newUUID: @Sendable () -> UUID
  /// What the clock on the wall shows at a moment.
  public var wallClock: @Sendable (Moment) -> TimeOfDay
  public var settings: PracticeSettings

  public init(
    day: @escaping @Sendable () -> Day, now: @escaping @Sendable () -> Moment,
    newUUID: @escaping @Sendable () -> UUID,
    wallClock: @escaping @Sendable (Moment) -> TimeOfDay = World.universalTime,
    settings: PracticeSettings = .standard
  ) {
    self.day = day
    self.now = now
    self.newUUID = newUUID
    self.wallClock = wallClock
    self.settings = settings
  }

  /// A world in which it is always the same day.
  public init(
    today: Day, now: @escaping @Sendable () -> Moment,
    newUUID: @escaping @Sendable () -> UUID, settings: PracticeSettings = .standard
  ) {
    self.init(day: { today }, now: now, newUUID: newUUID, settings: settings)
  }

  public var today: Day { day() }

  /// The time of day in UTC.
  @Sendable public static func universalTime(at moment: Moment) -> TimeOfDay {
    let minutes = Int(moment.milliseconds / 60_000 % 1440 + 1440) % 1440
    guard let time = TimeOfDay(hour: minutes / 60, minute: minutes % 60) else {
      preconditionFailure("a minute of a day has its time")
    }
    return time
  }

  /// A new id of any kind of record.
  public func newID<Entity>(_ entity: Entity.Type = Entity.self) -> RecordID<Entity> {
    RecordID(newUUID())
  }
}

/// The id of one kind of record; ordered by when it was made.
public struct RecordID<Entity>: Hashable, Comparable, Sendable {
  public let uuid: UUID

  public init(_ uuid: UUID) {
    self.uuid = uuid
  }

  /// Reads the 36 characters of a UUID, in either case; nil for anything else.
  public init?(_ text: String) {
    var uuid: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    let isRead = withUnsafeMutableBytes(of: &uuid) { bytes in
      var digits = 0
      for (place, mark) in text.utf8.enumerated() {
        if isHyphen(place) {
          guard mark == UInt8(ascii: "-") else { return false }
        } else {
          guard digits < 32, let value = hexValue(mark) else { return false }
          bytes[digits / 2] = bytes[digits / 2] << 4 | value
          digits += 1
        }
      }
      return digits == 32
    }
    guard isRead else { return nil }
    self.init(UUID(uuid: uuid))
  }

  public static func < (left: RecordID, right: RecordID) -> Bool {
    withUnsafeBytes(of: left.uuid.uuid) { leftBytes in
      withUnsafeBytes(of: right.uuid.uuid) { leftBytes.lexicographicallyPrecedes($0) }
    }
  }
}

extension RecordID: CustomStringConvertible, Codable {
  /// The 36 characters of the UUID, in lower case.
  public var description: String {
    String(unsafeUninitializedCapacity: 36) { text in
      var place = 0
      withUnsafeBytes(of: uuid.uuid) { bytes in
        for byte in bytes {
          if isHyphen(place) {
            text[place] = UInt8(ascii: "-")
            place += 1
          }
          text[place] = hexDigit(byte >> 4)
          text[place + 1] = hexDigit(byte & 15)
          place += 2
        }
      }
      return place
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let id = RecordID(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "“\(text)” is not an id (a UUID)")
    }
    self = id
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// Whether a hyphen stands at a place among the 36 characters of a UUID.
private func isHyphen(_ place: Int) -> Bool {
  place == 8 || place == 13 || place == 18 || place == 23
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}

private func hexValue(_ mark: UInt8) -> UInt8? {
  switch mark {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): mark - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): mark - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): mark - UInt8(ascii: "A") + 10
  default: nil
  }
}

extension UUID {
  /// A time-ordered id (UUID version 7): 48 bits of milliseconds, a count, the rest random.
  ///
  /// - Parameter count: orders ids of the same millisecond, 0–4095; random when nil.
  public static func timeOrdered(
    at moment: Moment, count: UInt64? = nil, using generator: inout some RandomNumberGenerator
  ) -> UUID {
    let time = UInt64(max(0, moment.milliseconds))
    let first: UInt64 = generator.next()
    let second: UInt64 = generator.next()
    let high = (time << 16) | 0x7000 | ((count ?? first) & 0x0fff)
    let low = 0x8000_0000_0000_0000 | (second & 0x3fff_ffff_ffff_ffff)
    func byte(_ value: UInt64, _ index: Int) -> UInt8 { UInt8(value >> (56 - 8 * index) & 0xff) }
    return UUID(
      uuid: (
        byte(high, 0), byte(high, 1), byte(high, 2), byte(high, 3), byte(high, 4), byte(high, 5),
        byte(high, 6), byte(high, 7), byte(low, 0), byte(low, 1), byte(low, 2), byte(low, 3),
        byte(low, 4), byte(low, 5), byte(low, 6), byte(low, 7)
      ))
  }
}

extension World {
  /// The day that it is, or was, on the wall at a moment.
  public func day(of moment: Moment) -> Day {
    let minutes = Int((Double(moment.milliseconds) / 60_000).rounded(.down))
    let utc = World.universalTime(at: moment).minutes
    var ahead = wallClock(moment).minutes - utc
    // Clocks are at most twelve hours behind, and fourteen ahead.
    if ahead < -12 * 60 { ahead += 1440 }
    if ahead > 14 * 60 { ahead -= 1440 }
    return Day(number: Int((Double(minutes + ahead) / 1440).rounded(.down)))
  }
}
