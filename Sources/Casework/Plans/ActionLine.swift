/// Who does what by when, as it was read from one line: `Uncle Joe walks with her, fri`.
public struct ActionLine: Hashable, Sendable {
  public var who: Party?
  /// What is left of the line once who and when are taken out.
  public var words: String
  public var from: Day?
  public var by: Day?

  public init(who: Party? = nil, words: String, from: Day? = nil, by: Day? = nil) {
    self.who = who
    self.words = words
    self.from = from
    self.by = by
  }
}

extension FamilyFile {
  /// Reads a line as an action: somebody of the family or the team at its beginning, by any of
  /// their names, and a day at its end, after a comma or `by` or `from` or `on`.
  ///
  /// Somebody is their full name, what they are known as, their first name, what they are to a child
  /// alone or before the first name (`mum`, `uncle joe`), a professional with or without the title,
  /// or a role that only one holds. Then `:`, `will` or `to` may stand. A day is one that
  /// `Day(typed:on:)` reads, but not what is just as well a time (`in bed by 9`), a length
  /// (`, 2 weeks`) or somebody's name. Whatever is not read stays in the words.
  public func readAction(_ line: String, on today: Day) -> ActionLine {
    var reader = ActionReader(line, Callings(self, on: today), today)
    reader.readDays()
    reader.readWho()
    return reader.result
  }
}

/// A line that is read from both ends.
private struct ActionReader {
  private let callings: Callings
  private let today: Day
  /// What is not read yet, and the same folded, character by character.
  private var rest: [Character]
  private var letters: [Character]
  private var read = ActionLine(words: "")

  init(_ line: String, _ callings: Callings, _ today: Day) {
    self.callings = callings
    self.today = today
    rest = Array(line).trimmed { $0.isWhitespace }
    letters = rest.map(Folding.letter)
  }

  var result: ActionLine {
    var line = read
    line.words = String(rest)
    return line
  }

  // MARK: - When

  /// One day, and a second one of the other kind when both say which they are: `from mon, by 4 dec`.
  mutating func readDays() {
    guard let last = lastDay() else { return }
    take(last)
    guard let first = lastDay(), first.mark != .comma, last.mark != .comma,
      (first.mark == .from) != (last.mark == .from)
    else { return }
    let by = read.by
    take(first)
    // `from fri by mon` is the Monday after that Friday.
    if let from = read.from, let by, by < from, let later = day(last.text, on: from) {
      read.by = later
    }
  }

  private enum Mark {
    case comma, by, from, on
  }

  private struct Ending {
    var mark: Mark
    var start: Int
    var text: String
    var day: Day
  }

  private mutating func take(_ ending: Ending) {
    if ending.mark == .from { read.from = ending.day } else { read.by = ending.day }
    rest = Array(rest[..<ending.start])
    while let last = rest.last, last.isWhitespace || last == "," { rest.removeLast() }
    letters = Array(letters[..<rest.count])
  }

  /// The longest ending that is a day after a mark.
  private func lastDay() -> Ending? {
    for start in max(0, letters.count - 48)..<letters.count {
      guard let (mark, end) = mark(at: start) else { continue }
      let text = String(letters[end...].drop { $0 == " " })
      if let day = day(text, on: today, after: mark) {
        return Ending(mark: mark, start: start, text: text, day: day)
      }
    }
    return nil
  }

  private func mark(at start: Int) -> (Mark, end: Int)? {
    if letters[start] == "," {
      let after = letters[(start + 1)...].prefix { $0 == " " }.count + start + 1
      return word(at: after) ?? (.comma, start + 1)
    }
    return start == 0 || letters[start - 1] == " " ? word(at: start) : nil
  }

  private func word(at start: Int) -> (Mark, end: Int)? {
    for (word, mark) in [("by", Mark.by), ("from", .from), ("on", .on)] {
      let end = start + word.count
      if end < letters.count, letters[end] == " ", String(letters[start..<end]) == word {
        return (mark, end)
      }
    }
    return nil
  }

  private func day(_ text: String, on start: Day, after mark: Mark = .by) -> Day? {
    guard let day = Day(typed: text, on: start), TimeOfDay(typed: text) == nil,
      !ActionReader.shortWords.contains(text), !callings.holds(text)
    else { return nil }
    let hasNumber = text.contains(where: \.isNumber)
    let isLength = ["day", "week", "month", "year"].contains { text.contains($0) }
    if mark == .comma, isLength, text.first?.isNumber == true { return nil }
    // What lies behind is meant only where it is written out: `by 20 nov`, not `from last fri`.
    let isWrittenOut = hasNumber && !text.hasPrefix("-") && !text.hasSuffix("ago")
    return day >= start || isWrittenOut ? day : nil
  }

  /// What reads as a day where one is asked for, and is a word or a name everywhere else.
  private static let shortWords: Set<String> = [
    "now", "yes", "tod", "tom", "mo", "tu", "we", "th", "fr", "sa", "su",
  ]

  // MARK: - Who

  mutating func readWho() {
    for (calling, party) in callings.longestFirst {
      guard let end = Callings.end(of: calling, in: letters, from: 0, isOwning: false) else {
        continue
      }
      guard !isList(from: end) else { return }
      read.who = party
      let start = wordsStart(after: end)
      rest = Array(rest[start...])
      letters = Array(letters[start...])
      return
    }
  }

  /// Whether more people follow: `Mum, Dad and Nan take turns` is nobody's alone.
  private func isList(from end: Int) -> Bool {
    guard end < letters.count, letters[end] == "," else { return false }
    let next = spaces(from: end + 1)
    return callings.longestFirst.contains {
      Callings.end(of: $0.calling, in: letters, from: next, isOwning: false) != nil
    }
  }

  private func wordsStart(after end: Int) -> Int {
    var start = spaces(from: end)
    if start < letters.count, letters[start] == ":" || letters[start] == "," {
      start = spaces(from: start + 1)
    }
    for word in ["will", "to"] {
      let end = start + word.count
      if end < letters.count, letters[end] == " ", String(letters[start..<end]) == word {
        return spaces(from: end)
      }
    }
    return start
  }

  private func spaces(from start: Int) -> Int {
    letters[start...].prefix { $0 == " " }.count + start
  }
}

extension Array where Element == Character {
  fileprivate func trimmed(_ isLeftOut: (Character) -> Bool) -> [Character] {
    guard let first = firstIndex(where: { !isLeftOut($0) }),
      let last = lastIndex(where: { !isLeftOut($0) })
    else { return [] }
    return Array(self[first...last])
  }
}
