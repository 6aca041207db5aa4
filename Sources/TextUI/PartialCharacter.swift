/// A character whose UTF-8 bytes have not all arrived; bytes that make none become U+FFFD.
struct PartialCharacter: Sendable {
  private var value: UInt32 = 0
  private var missing = 0
  /// The bounds that the next byte must keep.
  private var bounds: ClosedRange<UInt8> = 0x80...0xBF

  var isEmpty: Bool { missing == 0 }

  /// Takes a byte; what it completed, or made impossible, comes back.
  mutating func take(_ byte: UInt8) -> [Unicode.Scalar] {
    guard missing > 0 else { return start(byte) }
    guard bounds.contains(byte) else {
      missing = 0
      return ["\u{FFFD}"] + start(byte)
    }
    bounds = 0x80...0xBF
    value = value << 6 | UInt32(byte & 0x3F)
    missing -= 1
    return missing == 0 ? [Unicode.Scalar(value) ?? "\u{FFFD}"] : []
  }

  /// Drops an unfinished character; U+FFFD in its place, nil when there was none.
  mutating func giveUp() -> Unicode.Scalar? {
    defer { missing = 0 }
    return missing > 0 ? "\u{FFFD}" : nil
  }

  private mutating func start(_ byte: UInt8) -> [Unicode.Scalar] {
    bounds = 0x80...0xBF
    switch byte {
    case 0..<0x80: return [Unicode.Scalar(byte)]
    case 0xC2...0xDF: (value, missing) = (UInt32(byte & 0x1F), 1)
    case 0xE0...0xEF:
      (value, missing) = (UInt32(byte & 0x0F), 2)
      if byte == 0xE0 { bounds = 0xA0...0xBF }
      if byte == 0xED { bounds = 0x80...0x9F }
    case 0xF0...0xF4:
      (value, missing) = (UInt32(byte & 0x07), 3)
      if byte == 0xF0 { bounds = 0x90...0xBF }
      if byte == 0xF4 { bounds = 0x80...0x8F }
    default: return ["\u{FFFD}"]
    }
    return []
  }
}
