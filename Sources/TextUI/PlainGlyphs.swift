@_spi(_Unicode) import Swift

/// What to draw where a terminal lacks a glyph: one plain cell for one cell.
public enum PlainGlyphs {
  /// The text of a cell in ASCII: accents dropped, lines and marks as signs like them, else `?`.
  public static func ascii(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return " " }
    if first.isASCII { return String(first) }
    if let sign = signs[first] { return sign }
    if let dots = brailleDots(first) { return brailleSign(dots) }
    if let letter = letters[first] { return letter }
    if let base = text._nfd.first(where: { _ in true }), base.isASCII { return String(base) }
    return "?"
  }

  /// A braille cell as the sign that lies about where its dots do; nil for any other text.
  public static func withoutBraille(_ text: String) -> String? {
    guard let first = text.unicodeScalars.first, let dots = brailleDots(first) else { return nil }
    return brailleSign(dots)
  }

  private static func brailleDots(_ scalar: Unicode.Scalar) -> UInt32? {
    (0x2800...0x28FF).contains(scalar.value) ? scalar.value - 0x2800 : nil
  }

  /// Rows of dots from the top: bits 0 and 3, 1 and 4, 2 and 5, 6 and 7.
  private static func brailleSign(_ dots: UInt32) -> String {
    switch dots {
    case 0: " "
    case _ where dots & 0b0000_1001 != 0 && dots & 0b1110_0100 == 0: "'"
    case _ where dots & 0b1100_0000 != 0 && dots & 0b0001_1011 == 0: "_"
    case _ where dots & 0b0010_0100 != 0 && dots & 0b0001_1011 == 0: "."
    default: "-"
    }
  }

  /// Letters that have no accent to drop but a plain letter like them.
  static let letters: [Unicode.Scalar: String] = [
    "Ł": "L", "ł": "l", "Ø": "O", "ø": "o", "Đ": "D", "đ": "d", "Ħ": "H", "ħ": "h", "ı": "i",
    "Ŧ": "T", "ŧ": "t", "Æ": "A", "æ": "a", "Œ": "O", "œ": "o", "ß": "s", "ẞ": "S", "Þ": "T",
    "þ": "t", "Ð": "D", "ð": "d", "ə": "e", "Ə": "E", "ŋ": "n", "Ŋ": "N",
  ]

  private static let signs: [Unicode.Scalar: String] = [
    "▌": ">", "✓": "+", "★": "*", "☆": "*", "“": "\"", "”": "\"", "„": "\"", "‘": "'", "’": "'",
    "›": ">", "‹": "<", "»": ">", "«": "<", "·": "-", "…": "~", "→": ">", "←": "<", "↑": "^",
    "↓": "v", "↵": "E", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "×": "x", "•": "*",
    "─": "-", "━": "-", "╌": "-", "┄": "-", "┈": "-", "│": "|", "┃": "|", "╎": "|", "╭": "+",
    "╮": "+", "╰": "+", "╯": "+", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+",
    "┬": "+", "┴": "+", "┼": "+", "●": "*", "○": "o", "◆": "*", "◇": "o", "■": "#", "□": "o",
    "▲": "^", "▼": "v", "▏": "|", "█": "#", "▇": "#", "▆": "=", "▅": "=", "▄": "-", "▃": "-",
    "▂": "_", "▁": "_", "░": ".", "▒": ":", "▓": "#", "£": "L", "€": "E", "§": "S", "©": "c",
    "®": "r", "°": "o", "±": "+", "½": "1", "¼": "1", "¾": "3", "¿": "?", "¡": "!", "\u{25CC}": "o",
  ]
}
