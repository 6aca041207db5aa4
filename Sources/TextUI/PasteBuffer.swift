/// The bytes of a bracketed paste, until its end comes.
struct PasteBuffer: Sendable {
  enum Outcome: Equatable, Sendable {
    case unfinished
    /// So much that a part is delivered before the end.
    case piece(String)
    case end(String)
  }

  private var bytes: [UInt8] = []

  private static let end = Array("\u{1B}[201~".utf8)
  /// A longer paste comes in several pieces, cut at spaces and line ends.
  private static let pieceLength = 8 << 20

  mutating func take(_ byte: UInt8) -> Outcome {
    bytes.append(byte)
    if byte == UInt8(ascii: "~"), bytes.suffix(Self.end.count) == Self.end[...] {
      bytes.removeLast(Self.end.count)
      return .end(giveUp())
    }
    if bytes.count >= Self.pieceLength, byte == 0x0A || byte == 0x20 { return .piece(giveUp()) }
    return .unfinished
  }

  /// What has come, and an empty buffer.
  mutating func giveUp() -> String {
    defer { bytes = [] }
    let text = String(decoding: bytes, as: UTF8.self)
    let isClean = bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A }
    return isClean ? text : Self.cleaned(text)
  }

  /// Line ends as `\n`, tabs as spaces, no other control characters.
  static func cleaned(_ text: String) -> String {
    var clean = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A where previous == "\r": break
      case 0x0A, 0x0D: clean.append("\n")
      case 0x09: clean.append(" ")
      case 0..<0x20, 0x7F..<0xA0: break
      default: clean.append(scalar)
      }
      previous = scalar
    }
    return String(clean)
  }
}

/// Letters that came in one go, too many and too different for a hand on a keyboard.
struct Burst {
  /// The end of a character whose beginning came earlier.
  var before: ArraySlice<UInt8>
  var text: String
  /// The beginning of a character whose end has not come.
  var rest: ArraySlice<UInt8>

  /// More than a quick hand types while the program looks away.
  static let longestTyped = 8

  /// Nil for what may have been typed: few letters, one key held down, or anything but text.
  init?(_ bytes: [UInt8], after partial: PartialCharacter) {
    guard bytes.count > Self.longestTyped else { return nil }
    let start = partial.isEmpty ? 0 : bytes.firstIndex { $0 & 0xC0 != 0x80 } ?? 0
    // The last character begins at the last byte that is no continuation.
    let last = bytes.lastIndex { $0 & 0xC0 != 0x80 } ?? 0
    let length = bytes[last] >= 0xF0 ? 4 : bytes[last] >= 0xE0 ? 3 : bytes[last] >= 0xC0 ? 2 : 1
    let end = bytes.count - last < length ? last : bytes.count
    guard start < end else { return nil }
    let body = bytes[start..<end]
    let isText = body.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 9 || $0 == 10 || $0 == 13 }
    let letters = body.filter { $0 >= 0x20 }
    guard isText, letters.count > Self.longestTyped, Set(letters).count > 1 else { return nil }
    (before, rest) = (bytes[..<start], bytes[end...])
    text = String(decoding: body, as: UTF8.self)
  }
}
