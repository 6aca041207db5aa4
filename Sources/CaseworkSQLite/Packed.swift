import Casework
import FoundationEssentials

/// Writes a few values one after the other, each as short as it goes.
struct Packer {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number << 1) ^ Int64(number >> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7f) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// A number that may be missing; what is there lies above `Int.min`.
  mutating func put(_ number: Int?) { put(number ?? Packer.missing) }

  mutating func put(_ double: Double) { put(Int(bitPattern: UInt(double.bitPattern))) }

  mutating func put(_ text: String) { put(Array(text.utf8)) }

  mutating func put(_ text: [UInt8]) {
    put(text.count)
    bytes.append(contentsOf: text)
  }

  /// Its sixteen bytes, without their count.
  mutating func put(_ id: UUID) {
    withUnsafeBytes(of: id.uuid) { bytes.append(contentsOf: $0) }
  }

  static let missing = Int(Int32.min)
}

/// Reads what a `Packer` wrote, in the same order.
///
/// Every method throws `StoreError.damaged` where the bytes are not what it expects.
struct Unpacker {
  private var rest: Data

  init(_ data: Data) { rest = data }

  mutating func int() throws -> Int {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      guard let byte = rest.popFirst() else { throw StoreError.damaged }
      value |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: value >> 1) ^ -Int64(value & 1)) }
    }
    throw StoreError.damaged
  }

  mutating func optionalInt() throws -> Int? {
    let number = try int()
    return number == Packer.missing ? nil : number
  }

  mutating func double() throws -> Double {
    Double(bitPattern: UInt64(UInt(bitPattern: try int())))
  }

  mutating func bytes() throws -> [UInt8] { [UInt8](try slice()) }

  mutating func text() throws -> String { String(decoding: try slice(), as: UTF8.self) }

  mutating func uuid() throws -> UUID {
    guard rest.count >= 16 else { throw StoreError.damaged }
    defer { rest = rest.dropFirst(16) }
    return rest.prefix(16).withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
  }

  /// The elements of an array written as its count and then each of them.
  mutating func array<Element>(_ element: (inout Unpacker) throws -> Element) throws -> [Element] {
    let count = try int()
    guard count >= 0, count <= rest.count else { throw StoreError.damaged }
    var elements: [Element] = []
    for _ in 0..<count { elements.append(try element(&self)) }
    return elements
  }

  private mutating func slice() throws -> Data {
    let count = try int()
    guard count >= 0, count <= rest.count else { throw StoreError.damaged }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }
}
