import CTextWidth
@_spi(_Unicode) import Swift

/// A grapheme cluster as a terminal can show it: cells of one spacing scalar and its marks each.
///
/// Terminals disagree about joined emoji, and libc decides what ncurses draws, so the form keeps to what
/// all of them agree on: the base of an emoji, at most four marks, nothing invisible, nothing that moves
/// the cursor. What is stored is never changed.
struct DisplayForm: Equatable, Sendable {
  struct Piece: Equatable, Sendable {
    var text: String
    var width: Int
  }

  var pieces: [Piece]

  var text: String { pieces.reduce(into: "") { $0 += $1.text } }
  var width: Int { pieces.reduce(0) { $0 + $1.width } }

  /// ncurses keeps a spacing character and four marks in a cell.
  static let marksPerCell = 4
  static let unknown: Unicode.Scalar = "\u{FFFD}"
  static let dottedCircle: Unicode.Scalar = "\u{25CC}"

  init(_ character: Character) {
    if Self.isPlain(character) {
      pieces = [Piece(text: String(character), width: 1)]
      return
    }
    let scalars = character.unicodeScalars
    pieces = []
    if character == "\r\n" {
      pieces = [Piece(text: "\u{240A}", width: 1)]
      return
    }
    for scalar in Self.composed(Self.visible(scalars)) { append(scalar) }
  }

  /// Characters that need no thought, one column wide: ASCII, the letters of western and central
  /// Europe, and what screens are drawn with: quotes, rules, boxes, bars and braille.
  static func isPlain(_ character: Character) -> Bool {
    var scalars = character.unicodeScalars.makeIterator()
    guard let only = scalars.next(), scalars.next() == nil else { return false }
    switch only.value {
    case 0x20..<0x7F, 0xA1..<0xAD, 0xAE..<0x300: return true
    case 0x2013...0x2014, 0x2018...0x201F, 0x2026, 0x203A, 0x2190...0x2193, 0x2500...0x25CF,
      0x2605, 0x2713, 0x2800...0x28FF:
      return true
    default: return false
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    let width = Int(text_width_of(scalar.value))
    if width < 0 {
      pieces.append(Piece(text: String(Self.unknown), width: 1))
    } else if width > 0 {
      pieces.append(Piece(text: String(scalar), width: width))
    } else {
      if pieces.isEmpty { pieces.append(Piece(text: String(Self.dottedCircle), width: 1)) }
      let last = pieces.count - 1
      guard pieces[last].text.unicodeScalars.count <= Self.marksPerCell else { return }
      pieces[last].text.unicodeScalars.append(scalar)
    }
  }

  /// The scalars less what cannot be seen; controls as a visible sign of themselves.
  private static func visible(_ scalars: Character.UnicodeScalarView) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    for scalar in scalars {
      if scalar.value == 0x200D, let base = kept.first, isEmoji(base) { break }
      if kept.isEmpty == false, isEmojiTail(scalar) { continue }
      if let sign = sign(for: scalar) {
        kept.append(sign)
      } else if !isInvisible(scalar) {
        kept.append(scalar)
      }
    }
    return kept
  }

  private static func sign(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F..<0xA0, 0x2028, 0x2029: unknown
    default: nil
    }
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isDefaultIgnorableCodePoint || (0xFFF9...0xFFFB).contains(scalar.value)
  }

  private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0xA9 && scalar.properties.isEmoji
  }

  /// Skin tones and the keycap: terminals disagree on what they do to the width.
  private static func isEmojiTail(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F3FB...0x1F3FF).contains(scalar.value) || scalar.value == 0x20E3
  }

  private static func composed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard scalars.count > 1 else { return scalars }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return Array(String(text)._nfc)
  }
}
