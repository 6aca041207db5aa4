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

  /// How well the words of a query fit a candidate, and which of its characters they are.
  ///
  /// Each word has to begin a word, stand inside one, be the first letters of words that follow one
  /// another, or be letters of one word in their order from its start on; nil when one is not.
  /// Higher is better: in that order, the start of the candidate and its whole name above all. Both
  /// must be folded. O(n·m).
  public static func score(
    _ query: [Character], in candidate: [Character]
  ) -> (score: Int, positions: [Int])? {
    let starts = wordStarts(candidate)
    var (score, positions): (Int, [Int]) = (0, [])
    for word in query.split(separator: " ").map(Array.init) {
      guard
        let match = run(word, in: candidate, starts) ?? initials(word, in: candidate, starts)
          ?? letters(word, in: candidate, starts)
      else { return nil }
      score += match.score - min(match.positions.first ?? 0, 15)
      positions += match.positions
    }
    // The whole name typed out comes before longer names that begin with it.
    return (query == candidate ? score + 8 : score, positions)
  }

  /// Whether every word of a query begins a word of the candidate or stands inside one; both folded.
  static func fits(_ query: [Character], _ candidate: [Character]) -> Bool {
    query.split(separator: " ").allSatisfy { word in
      word.count <= candidate.count
        && (0...(candidate.count - word.count)).contains { candidate[$0...].starts(with: word) }
    }
  }

  // MARK: - How a word fits

  private typealias Match = (score: Int, positions: [Int])

  /// The word as it is: best at the very start, else at the start of a word, else inside one.
  private static func run(
    _ word: [Character], in candidate: [Character], _ starts: [Int]
  ) -> Match? {
    func stands(at column: Int) -> Bool { candidate[column...].starts(with: word) }
    func match(_ score: Int, at column: Int) -> Match {
      (score, Array(column..<column + word.count))
    }
    if let start = starts.first(where: stands) { return match(start == 0 ? 100 : 80, at: start) }
    return candidate.indices.first(where: stands).map { match(40, at: $0) }
  }

  /// Two letters or more that begin words which follow one another: `gr` for "Goals rated".
  private static func initials(
    _ word: [Character], in candidate: [Character], _ starts: [Int]
  ) -> Match? {
    guard word.count > 1, word.count <= starts.count else { return nil }
    let places = (0...(starts.count - word.count)).lazy.map { starts[$0..<$0 + word.count] }
    return places.first { $0.map { candidate[$0] } == word }.map { (20, Array($0)) }
  }

  /// Three letters or more of one word, the first at its start: `drn` for Darren.
  private static func letters(
    _ word: [Character], in candidate: [Character], _ starts: [Int]
  ) -> Match? {
    guard word.count > 2 else { return nil }
    for start in starts {
      var positions: [Int] = []
      for column in start..<candidate.count where positions.count < word.count {
        guard isInWord(candidate[column]) else { break }
        if candidate[column] == word[positions.count] {
          positions.append(column)
        } else if column == start {
          break
        }
      }
      if positions.count == word.count { return (10, positions) }
    }
    return nil
  }

  private static func wordStarts(_ candidate: [Character]) -> [Int] {
    candidate.indices.filter { $0 == 0 || !isInWord(candidate[$0 - 1]) }
  }

  private static func isInWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "'" || character == "’"
  }
}
