import Synchronization

/// Text being typed, on one line or on many; the unit is what a person calls a character.
///
/// Two fields are equal when text, caret and kind are; what can be undone or yanked does not count.
public struct TextField: Sendable {
  /// Whether Enter starts a new line and long lines wrap.
  public let multiline: Bool
  var characters: [Character]
  private var place: Int
  /// The column that ↑ and ↓ aim for, kept while only they are pressed.
  private var goalColumn: Int?
  private var past: [Snapshot] = []
  private var lastEdit: EditKind?
  private var cut: [Character] = []
  private var lastWidth = LastWidth()

  private struct Snapshot: Sendable {
    var characters: [Character]
    var place: Int
  }

  private enum EditKind { case word, gap, deletion, other }

  private static let undoLimit = 200

  public init(_ text: String = "", multiline: Bool = false) {
    self.multiline = multiline
    characters = Array(Self.allowed(text, multiline: multiline))
    place = characters.count
  }

  public var text: String { String(characters) }

  /// How many characters stand before the caret; held within the text.
  public var caret: Int {
    get { place }
    set {
      place = max(0, min(newValue, characters.count))
      lastEdit = nil
    }
  }

  /// Replaces the whole text as one step that can be undone; the caret goes to its end.
  public mutating func replace(with text: String) {
    remember(.other)
    characters = Array(Self.allowed(text, multiline: multiline))
    place = characters.count
  }

  /// Edits or moves; false when the event means nothing to a text field.
  public mutating func handle(_ event: Event) -> Bool {
    switch event {
    case .paste(let text):
      insert(text, as: .other)
      return true
    case .key(let key):
      let goal = goalColumn
      goalColumn = nil
      return edit(key) || move(key, goal: goal)
    default:
      return false
    }
  }
}

extension TextField: Equatable {
  public static func == (one: TextField, other: TextField) -> Bool {
    one.multiline == other.multiline && one.place == other.place
      && one.characters == other.characters
  }
}

// MARK: - Editing

extension TextField {
  private mutating func edit(_ key: Key) -> Bool {
    if let character = key.typedCharacter {
      insert(String(character), as: character == " " ? .gap : .word)
      return true
    }
    switch key {
    case .enter:
      guard multiline else { return false }
      insert("\n", as: .other)
    case .backspace: delete(max(0, place - 1)..<place, as: .deletion)
    case .delete: delete(place..<min(place + 1, characters.count), as: .deletion)
    case Key(.backspace, .alt), .control("w"): kill(wordStart(before: place)..<place)
    case Key(.delete, .control), Key(.delete, .alt), Key(.character("d"), .alt):
      kill(place..<wordEnd(after: place))
    case .control("u"): kill(lineStart..<place)
    case .control("k"):
      let end = lineEnd
      // At the end of a line its line end goes, so that Ctrl-K twice takes a whole line.
      kill(place..<(end == place ? min(end + 1, characters.count) : end))
    case .control("y"): insert(String(cut), as: .other)
    case .control("_"), .control("/"): undo()
    default: return false
    }
    return true
  }

  private mutating func insert(_ text: String, as kind: EditKind) {
    let allowed = Self.allowed(text, multiline: multiline)
    guard !allowed.isEmpty else { return }
    // A new word after a gap is a new step; so undo takes back a word at a time.
    remember(kind, joinsLast: lastEdit == kind || (lastEdit == .word && kind == .gap))
    substitute(place..<place, with: allowed)
  }

  private mutating func delete(_ range: Range<Int>, as kind: EditKind) {
    guard !range.isEmpty else { return }
    remember(kind, joinsLast: kind == .deletion && lastEdit == .deletion)
    substitute(range, with: "")
  }

  private mutating func kill(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    cut = Array(characters[range])
    delete(range, as: .other)
  }

  private mutating func undo() {
    guard let last = past.popLast() else { return }
    characters = last.characters
    place = last.place
    lastEdit = nil
  }

  private mutating func remember(_ kind: EditKind, joinsLast: Bool = false) {
    defer { lastEdit = kind }
    guard !joinsLast || past.isEmpty else { return }
    past.append(Snapshot(characters: characters, place: place))
    if past.count > Self.undoLimit { past.removeFirst() }
  }

  /// Replaces a range and puts the caret after it, letting marks and joiners join their neighbours.
  private mutating func substitute(_ range: Range<Int>, with text: String) {
    let low = max(0, range.lowerBound - 1)
    var high = min(characters.count, range.upperBound + 1)
    while high < characters.count, Self.isRegional(characters[high]) { high += 1 }
    let before = String(characters[low..<range.lowerBound]) + text
    let joined = before + String(characters[range.upperBound..<high])
    var place = low
    var bytes = 0
    let middle = Array(joined)
    for character in middle where bytes < before.utf8.count {
      bytes += character.utf8.count
      place += 1
    }
    characters.replaceSubrange(low..<high, with: middle)
    self.place = place
  }

  private static func isRegional(_ character: Character) -> Bool {
    guard let first = character.unicodeScalars.first else { return false }
    return (0x1F1E6...0x1F1FF).contains(first.value)
  }

  /// Text without controls; line ends are `\n` in many lines and spaces in one.
  private static func allowed(_ text: String, multiline: Bool) -> String {
    if !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }) {
      return text
    }
    var kept = ""
    for character in text {
      if character.isNewline {
        kept.append(multiline ? "\n" : " ")
      } else if character == "\t" {
        kept.append(" ")
      } else {
        kept.unicodeScalars.append(
          contentsOf: character.unicodeScalars.filter { $0.properties.generalCategory != .control })
      }
    }
    return kept
  }
}

// MARK: - Moving

extension TextField {
  private mutating func move(_ key: Key, goal: Int?) -> Bool {
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

  private var lineStart: Int {
    (characters[..<place].lastIndex(of: "\n") ?? -1) + 1
  }

  private var lineEnd: Int {
    characters[place...].firstIndex(of: "\n") ?? characters.count
  }

  private func wordStart(before place: Int) -> Int {
    var place = place
    while place > 0, !Self.isWord(characters[place - 1]) { place -= 1 }
    while place > 0, Self.isWord(characters[place - 1]) { place -= 1 }
    return place
  }

  private func wordEnd(after place: Int) -> Int {
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
private final class LastWidth: Sendable {
  private let width = Mutex(60)

  var value: Int {
    get { width.withLock { $0 } }
    set { width.withLock { $0 = newValue } }
  }
}
