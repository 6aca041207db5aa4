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
    return TypedText.cleaned(String(decoding: bytes, as: UTF8.self), lineEnd: "\n")
  }
}

/// What may be typed into a text.
enum TypedText {
  /// The text without control characters; tabs are spaces, and every kind of line end is one.
  static func cleaned(_ text: String, lineEnd: Unicode.Scalar) -> String {
    if isClean(text, lineEnd) { return text }
    var clean = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A where previous == "\r": break
      case 0x0A...0x0D, 0x85, 0x2028, 0x2029: clean.append(lineEnd)
      case 0x09: clean.append(" ")
      case 0..<0x20, 0x7F..<0xA0: break
      default: clean.append(scalar)
      }
      previous = scalar
    }
    return String(clean)
  }

  /// Whether nothing in it would change; by its bytes, since most texts are long and clean.
  private static func isClean(_ text: String, _ lineEnd: Unicode.Scalar) -> Bool {
    var (second, first) = (UInt8(0), UInt8(0))
    for byte in text.utf8 {
      switch byte {
      case 0x0A where lineEnd == "\n": break
      case 0..<0x20, 0x7F: return false
      // U+0080 to U+009F, U+2028 and U+2029.
      case 0x80..<0xA0 where first == 0xC2: return false
      case 0xA8...0xA9 where first == 0x80 && second == 0xE2: return false
      default: break
      }
      (second, first) = (first, byte)
    }
    return true
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
