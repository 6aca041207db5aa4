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
    return Self.cleaned(String(decoding: bytes, as: UTF8.self))
  }

  /// Line ends as `\n`, tabs as spaces, no other control characters.
  private static func cleaned(_ text: String) -> String {
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
