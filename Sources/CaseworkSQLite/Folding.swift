import Foundation

/// Texts as find compares them: small letters without accents, as UTF-8.
enum Folding {
  /// Stands between the fields of a family; cannot be typed into a find.
  static let separator: UInt8 = 0x1f

  /// Control characters become spaces, and so does all other white space.
  static func fold(_ text: String) -> [UInt8] {
    var text = text
    if !text.utf8.allSatisfy({ $0 < 0x80 }) {
      text = text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      for (letter, plain) in letters where text.contains(letter) {
        text = String(text.flatMap { $0 == letter ? plain : String($0) })
      }
    }
    return text.utf8.map { byte in
      switch byte {
      case 0x41...0x5a: byte + 0x20
      case ..<0x20, 0x7f: 0x20
      default: byte
      }
    }
  }

  /// The words of a text, folded.
  static func words(_ text: String) -> [[UInt8]] {
    fold(text).split(separator: 0x20).map(Array.init)
  }

  /// Whether a byte belongs to a word, so that no word begins after it.
  static func isInWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x61...0x7a, 0x80...: true
    default: false
    }
  }

  /// Letters whose stroke or shape is not an accent, and the curly apostrophe.
  private static let letters: [(Character, String)] = [
    ("ø", "o"), ("ł", "l"), ("đ", "d"), ("ħ", "h"), ("æ", "ae"), ("œ", "oe"), ("ı", "i"),
    ("ß", "ss"), ("’", "'"), ("\u{a0}", " "),
  ]
}
