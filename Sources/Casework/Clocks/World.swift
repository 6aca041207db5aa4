import FoundationEssentials

/// What the rules may know of the world outside: the day, the time, and where new ids come from.
public struct World: Sendable {
  /// The day it is; asked for anew each time, so that a program that runs past midnight notices.
  public var day: @Sendable () -> Day
  public var now: @Sendable () -> Moment
  public var newUUID: @Sendable () -> UUID
  public var settings: PracticeSettings

  public init(
    day: @escaping @Sendable () -> Day, now: @escaping @Sendable () -> Moment,
    newUUID: @escaping @Sendable () -> UUID, settings: PracticeSettings = .standard
  ) {
    self.day = day
    self.now = now
    self.newUUID = newUUID
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

  /// Reads the 36 characters of a UUID; nil for anything else.
  public init?(_ text: String) {
    guard let uuid = UUID(uuidString: text) else { return nil }
    self.init(uuid)
  }

  public static func < (left: RecordID, right: RecordID) -> Bool {
    withUnsafeBytes(of: left.uuid.uuid) { leftBytes in
      withUnsafeBytes(of: right.uuid.uuid) { leftBytes.lexicographicallyPrecedes($0) }
    }
  }
}

extension RecordID: CustomStringConvertible, Codable {
  /// The 36 characters of the UUID, in lower case.
  public var description: String { uuid.uuidString.lowercased() }

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
