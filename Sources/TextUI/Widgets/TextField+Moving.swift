import Synchronization

extension TextField {
  mutating func move(_ key: Key, goal: Int?) -> Bool {
    switch key {
    case .left, .control("b"): caret -= 1
    case .right, .control("f"): caret += 1
    case Key(.left, .control), Key(.left, .alt), Key(.character("b"), .alt):
      caret = wordStart(before: place)
    case Key(.right, .control), Key(.right, .alt), Key(.character("f"), .alt):
      caret = wordEnd(after: place)
    case .home, .control("a"): caret = lineStart
    case .end, .control("e"): caret = lineEnd
    case Key(.home, .control): caret = 0
    case Key(.end, .control): caret = characters.count
    case .up where multiline: return moveRow(by: -1, goal: goal)
    case .down where multiline: return moveRow(by: 1, goal: goal)
    case .pageUp where multiline: return moveRow(by: -5, goal: goal)
    case .pageDown where multiline: return moveRow(by: 5, goal: goal)
    default: return false
    }
    return true
  }

  /// Moves by rows; false at the very start or end, where a form may take the key.
  private mutating func moveRow(by step: Int, goal: Int?) -> Bool {
    guard place != (step < 0 ? 0 : characters.count) else { return false }
    let lines = lines(width: lastWidth.value)
    let row = row(in: lines)
    let goal = goal ?? width(of: characters[lines[row].lowerBound..<place])
    let target = row + step
    if target < 0 && row == 0 {
      caret = 0
    } else if target >= lines.count && row == lines.count - 1 {
      caret = characters.count
    } else {
      caret = place(at: goal, in: max(0, min(target, lines.count - 1)), of: lines)
    }
    goalColumn = goal
    return true
  }

  /// The caret place in a row that is nearest to a column without passing it.
  private func place(at column: Int, in row: Int, of lines: [Range<Int>]) -> Int {
    let last = lastPlace(of: lines[row], isLast: row == lines.count - 1)
    var place = lines[row].lowerBound
    var columns = 0
    while place < last {
      columns += TextLayout.width(of: characters[place])
      if columns > column { break }
      place += 1
    }
    return place
  }

  /// The last caret place that shows on a row: before its line end, or before the next row's start.
  private func lastPlace(of line: Range<Int>, isLast: Bool) -> Int {
    isLast ? line.upperBound : max(line.lowerBound, line.upperBound - 1)
  }

  var lineStart: Int {
    (characters[..<place].lastIndex(of: "\n") ?? -1) + 1
  }

  var lineEnd: Int {
    characters[place...].firstIndex(of: "\n") ?? characters.count
  }

  func wordStart(before place: Int) -> Int {
    var place = place
    while place > 0, !Self.isWord(characters[place - 1]) { place -= 1 }
    while place > 0, Self.isWord(characters[place - 1]) { place -= 1 }
    return place
  }

  func wordEnd(after place: Int) -> Int {
    var place = place
    while place < characters.count, !Self.isWord(characters[place]) { place += 1 }
    while place < characters.count, Self.isWord(characters[place]) { place += 1 }
    return place
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "'" || character == "’"
  }
}

// MARK: - Layout, shared with drawing

extension TextField {
  /// The rows of the text at a width, as ranges of characters; one row unless it may have many.
  func lines(width: Int) -> [Range<Int>] {
    multiline
      ? TextLayout.lineRanges(of: characters, width: max(1, width))
      : [0..<characters.count]
  }

  /// The row that the caret stands on.
  func row(in lines: [Range<Int>]) -> Int {
    lines.lastIndex { $0.lowerBound <= place } ?? 0
  }

  func width(of characters: ArraySlice<Character>) -> Int {
    characters.reduce(0) { $0 + ($1 == "\n" ? 0 : TextLayout.width(of: $1)) }
  }

  func noteWidth(_ width: Int) {
    lastWidth.value = width
  }
}

/// The width a text was last drawn at, which ↑ and ↓ need; a field's copies share it.
final class LastWidth: Sendable {
  private let width = Mutex(60)

  var value: Int {
    get { width.withLock { $0 } }
    set { width.withLock { $0 = newValue } }
  }
}
