@_spi(_Unicode) import Swift

/// Texts as a person means them when they compare them: without case and accents.
enum Folding {
  /// The text's characters, one for each of its own: small, without accents, a straight apostrophe,
  /// a plain space for all white space.
  static func letters(_ text: String) -> [Character] { text.map(letter) }

  /// The text in small plain letters, white space as single spaces, none at its ends.
  static func plain(_ text: String) -> String {
    String(letters(text)).split(separator: " ").joined(separator: " ")
  }

  static func letter(_ character: Character) -> Character {
    if character.isWhitespace { return " " }
    if let byte = character.asciiValue {
      return byte >= 0x41 && byte <= 0x5A ? Character(Unicode.Scalar(byte + 0x20)) : character
    }
    if character == "’" { return "'" }
    let base = String(character)._nfd.first {
      $0.properties.canonicalCombiningClass == .notReordered
    }
    guard let base, base.properties.isAlphabetic else { return character }
    return String(base).lowercased().first ?? character
  }
}

extension Character {
  /// Whether it belongs to a word, so that no word begins after it.
  var isInWord: Bool { isLetter || isNumber }
}
