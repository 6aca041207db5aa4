/// What the parser takes for granted and ends the program over where it is not so: a table's name behind
/// its bracket, a value where a list goes on, no blanks but the usual ones.
///
/// Everything here goes by bytes, as the parser does: a mark behind a quote makes it no other quote.
struct TOMLTraps {
  private let bytes: [UInt8]
  private var place = 0
  private var line = 1

  /// The first of them in a text; nil when the parser can be trusted with it.
  static func first(in text: String, file: String) -> FileFault? {
    var traps = TOMLTraps(bytes: Array(text.utf8))
    return (traps.oddBlank() ?? traps.brokenHeader() ?? traps.straySign()).map {
      FileFault(file: file, line: $0.line, words: "This is not TOML: \($0.words).")
    }
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private static let newline = UInt8(ascii: "\n")

  private func line(at index: Int) -> Int {
    1 + bytes[..<index].count { $0 == TOMLTraps.newline }
  }

  /// A NUL, a blank that is no space, tab or end of line.
  private func oddBlank() -> (line: Int, words: String)? {
    let odd: [[UInt8]] = [
      [0x00], [0x0B], [0x0C], [0x0D], [0xC2, 0x85], [0xE2, 0x80, 0xA8], [0xE2, 0x80, 0xA9],
    ]
    let index = bytes.indices.first { index in
      if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == TOMLTraps.newline {
        return false
      }
      return odd.contains { bytes[index...].starts(with: $0) }
    }
    return index.map { (line(at: $0), "it has a sign that is no text") }
  }

  /// A line that begins like a table and goes on without its name.
  private func brokenHeader() -> (line: Int, words: String)? {
    let lines = bytes.split(separator: TOMLTraps.newline, omittingEmptySubsequences: false)
    let blanks = Array(" \t\u{FEFF}".utf8)
    let broken = lines.firstIndex { line in
      let rest = line.drop { blanks.contains($0) }
      guard rest.first == UInt8(ascii: "[") else { return false }
      var name = rest.dropFirst().drop { blanks.contains($0) }
      if name.first == UInt8(ascii: "[") { name = name.dropFirst().drop { blanks.contains($0) } }
      guard let first = name.first else { return true }
      let letter = Unicode.Scalar(first)
      return !(letter.isASCII && letter.properties.isAlphabetic)
        && !"0123456789-_\"'".unicodeScalars.contains(letter)
    }
    return broken.map { ($0 + 1, "a table looks like [keys.families]") }
  }

  /// A `}` where a list waits for a value.
  private mutating func straySign() -> (line: Int, words: String)? {
    var last: UInt8 = 0
    while place < bytes.count {
      let byte = bytes[place]
      switch byte {
      case TOMLTraps.newline: line += 1
      case UInt8(ascii: "#"): skipComment()
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        skipText(byte)
        last = byte
        continue
      case UInt8(ascii: "}") where last == UInt8(ascii: "[") || last == UInt8(ascii: ","):
        return (line, "a “}” stands where a value belongs")
      case 0x20, 0x09, 0x0D: break
      default: last = byte
      }
      place += 1
    }
    return nil
  }

  /// To the last byte of a comment.
  private mutating func skipComment() {
    while place + 1 < bytes.count, bytes[place + 1] != TOMLTraps.newline { place += 1 }
  }

  /// Behind a text in quotes; one that is not closed ends with its line, in three quotes with the file.
  private mutating func skipText(_ quote: UInt8) {
    let isLong = bytes[place...].starts(with: [quote, quote, quote])
    let closing = [UInt8](repeating: quote, count: isLong ? 3 : 1)
    place += closing.count
    while place < bytes.count {
      if bytes[place...].starts(with: closing) {
        place += closing.count
        // Up to two more belong to the text.
        while isLong, place < bytes.count, bytes[place] == quote { place += 1 }
        return
      }
      if bytes[place] == TOMLTraps.newline {
        if !isLong { return }
        line += 1
      }
      place += bytes[place] == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") ? 2 : 1
    }
  }
}
