@_spi(_Unicode) import Swift

/// Finds what somebody means from a few of its letters.
public enum Fuzzy {
  /// The text's characters without case and accents, one for each of its own.
  public static func folded(_ text: String) -> [Character] {
    text.map(folded)
  }

  /// One character without case and accents; a letter that has no plain form stays.
  public static func folded(_ character: Character) -> Character {
    if let byte = character.asciiValue {
      return byte >= 0x41 && byte <= 0x5A ? Character(Unicode.Scalar(byte + 0x20)) : character
    }
    let scalars = String(character)._nfd
    guard
      let base = scalars.first(where: { $0.properties.canonicalCombiningClass == .notReordered })
    else { return character }
    return PlainGlyphs.letters[base]?.lowercased().first
      ?? String(base).lowercased().first ?? character
  }

  /// How well the letters of a query fit a candidate, and which of its characters they are.
  ///
  /// All letters must be there, in order; nil when they are not. Higher is better: runs of letters,
  /// starts of words and the start itself count most. Both must be folded. O(n·m).
  public static func score(
    _ query: [Character], in candidate: [Character]
  ) -> (score: Int, positions: [Int])? {
    let letters = query.filter { $0 != " " }
    guard !letters.isEmpty else { return (0, []) }
    guard letters.count <= candidate.count, isSubsequence(letters, of: candidate) else {
      return nil
    }
    return Alignment(letters: letters, candidate: candidate).best()
  }

  /// Whether every word of a query begins a word of the candidate or stands inside one; both folded.
  static func fits(_ query: [Character], _ candidate: [Character]) -> Bool {
    query.split(separator: " ").allSatisfy { word in
      word.count <= candidate.count
        && (0...(candidate.count - word.count)).contains { candidate[$0...].starts(with: word) }
    }
  }

  private static func isSubsequence(_ letters: [Character], of candidate: [Character]) -> Bool {
    var next = 0
    for character in candidate where next < letters.count && character == letters[next] {
      next += 1
    }
    return next == letters.count
  }
}

/// The best way to lay a query's letters over a candidate, worked out row by row.
private struct Alignment {
  let letters: [Character]
  let candidate: [Character]

  private static let match = 16
  private static let run = 12
  private static let wordStart = 10
  private static let textStart = 8
  private static let wholeName = 8
  private static let worst = Int.min / 2

  func best() -> (score: Int, positions: [Int])? {
    let width = candidate.count
    // ends[i][j]: the best score with letter i on character j; from[i][j]: where letter i - 1 was then.
    var previous = [Int](repeating: Self.worst, count: width)
    var from: [[Int32]] = []
    for (row, letter) in letters.enumerated() {
      var current = [Int](repeating: Self.worst, count: width)
      var origin = [Int32](repeating: -1, count: width)
      var bestBefore = Self.worst
      var bestBeforeAt = -1
      for column in 0..<width {
        if candidate[column] == letter {
          let here = Self.match + bonus(at: column)
          if row == 0 {
            current[column] = here - min(column, 15)
          } else if bestBefore > Self.worst {
            let gap = min(column - bestBeforeAt - 1, 10)
            current[column] = bestBefore - gap + here
            origin[column] = Int32(bestBeforeAt)
            let joined = column > 0 ? previous[column - 1] : Self.worst
            if joined > Self.worst, joined + Self.run + here >= current[column] {
              current[column] = joined + Self.run + here
              origin[column] = Int32(column - 1)
            }
          }
        }
        if previous[column] > Self.worst, previous[column] >= bestBefore {
          bestBefore = previous[column]
          bestBeforeAt = column
        }
      }
      previous = current
      from.append(origin)
    }
    return trace(previous, from)
  }

  private func trace(_ last: [Int], _ from: [[Int32]]) -> (score: Int, positions: [Int])? {
    guard let score = last.max(), score > Self.worst, let end = last.firstIndex(of: score) else {
      return nil
    }
    var positions = [end]
    for row in stride(from: from.count - 1, to: 0, by: -1) {
      positions.append(Int(from[row][positions[positions.count - 1]]))
    }
    // The whole name typed out comes before longer names that begin with it.
    let whole = letters.count == candidate.count ? Self.wholeName : 0
    return (score + whole, positions.reversed())
  }

  private func bonus(at column: Int) -> Int {
    if column == 0 { return Self.wordStart + Self.textStart }
    let before = candidate[column - 1]
    return before.isLetter || before.isNumber || before == "'" || before == "’"
      ? 0 : Self.wordStart
  }
}
