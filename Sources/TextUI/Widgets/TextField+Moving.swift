/// Moving the caret, with and without selecting what it passes.
extension TextField {
  /// Moves; false where a form may take the key, at the start and the end of the text.
  mutating func move(_ move: Move, goal: Int?) -> Bool {
    history.rest()
    if let selection, !isMarking {
      anchor = nil
      // Sideways from a selection goes to its edge.
      if move == .left || move == .right {
        place = move == .left ? selection.lowerBound : selection.upperBound
        return true
      }
    }
    return go(move, goal: goal)
  }

  /// Moves and selects what is passed; a key that goes nowhere is still the text's.
  mutating func select(_ move: Move, goal: Int?) -> Bool {
    history.rest()
    anchor = anchor ?? place
    _ = go(move, goal: goal)
    return true
  }

  private mutating func go(_ move: Move, goal: Int?) -> Bool {
    switch move {
    case .left: place = max(0, place - 1)
    case .right: place = min(characters.count, place + 1)
    case .wordLeft: place = wordStart(before: place)
    case .wordRight: place = wordEnd(after: place)
    case .rowStart: place = rowStart
    case .rowEnd: place = rowEnd
    case .lineStart: place = lineStart
    case .lineEnd: place = lineEnd
    case .textStart: place = 0
    case .textEnd: place = characters.count
    case .up: return moveRow(by: -1, goal: goal)
    case .down: return moveRow(by: 1, goal: goal)
    case .pageUp: return moveRow(by: -max(1, layout.lastHeight - 1), goal: goal)
    case .pageDown: return moveRow(by: max(1, layout.lastHeight - 1), goal: goal)
    }
    return true
  }

  /// Moves by rows; false at the very start or end, where a form may take the key.
  private mutating func moveRow(by step: Int, goal: Int?) -> Bool {
    guard place != (step < 0 ? 0 : characters.count) else { return false }
    let rows = rows(width: layout.lastWidth)
    let row = row(in: rows)
    let goal = goal ?? width(of: characters[rows[row].lowerBound..<place])
    let target = row + step
    if target < 0 && row == 0 {
      place = 0
    } else if target >= rows.count && row == rows.count - 1 {
      place = characters.count
    } else {
      place = place(at: goal, in: max(0, min(target, rows.count - 1)), of: rows)
    }
    goalColumn = goal
    return true
  }

  /// The caret place in a row that is nearest to a column without passing it.
  private func place(at column: Int, in row: Int, of rows: [Range<Int>]) -> Int {
    let last = lastPlace(of: row, in: rows)
    var place = rows[row].lowerBound
    var columns = 0
    while place < last {
      columns += characters[place] == "\n" ? 0 : TextLayout.width(of: characters[place])
      if columns > column { break }
      place += 1
    }
    return place
  }

  /// The last caret place that shows on a row: before its line end, or before the next row's start.
  private func lastPlace(of row: Int, in rows: [Range<Int>]) -> Int {
    let range = rows[row]
    return row == rows.count - 1 ? range.upperBound : max(range.lowerBound, range.upperBound - 1)
  }

  private var rowStart: Int {
    let rows = rows(width: layout.lastWidth)
    let start = rows[row(in: rows)].lowerBound
    return start == place ? lineStart : start
  }

  private var rowEnd: Int {
    let rows = rows(width: layout.lastWidth)
    let end = lastPlace(of: row(in: rows), in: rows)
    return end == place ? lineEnd : end
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
  func rows(width: Int) -> [Range<Int>] {
    multiline ? layout.rows(of: characters, width: max(1, width)) : [0..<characters.count]
  }

  /// The row that the caret stands on.
  func row(in rows: [Range<Int>]) -> Int {
    max(0, rows.partitioningIndex { $0.lowerBound > place } - 1)
  }

  func width(of characters: ArraySlice<Character>) -> Int {
    characters.reduce(0) { $0 + ($1 == "\n" ? 0 : TextLayout.width(of: $1)) }
  }

  /// Columns that one line takes, counted no further than to a limit.
  func width(upTo limit: Int) -> Int {
    var columns = 0
    for character in characters {
      columns += TextLayout.width(of: character)
      if columns >= limit { return limit }
    }
    return columns
  }
}
