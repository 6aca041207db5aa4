/// Text being typed, on one line or on many; the unit is what a person calls a character.
///
/// Two fields are equal when text, caret and kind are; what can be undone or yanked does not count.
public struct TextField: Sendable {
  /// Whether Enter starts a new line and long lines wrap.
  public let multiline: Bool
  var characters: [Character]
  var place: Int
  /// The column that ↑ and ↓ aim for, kept while only they are pressed.
  var goalColumn: Int?
  private var past: [Snapshot] = []
  private var lastEdit: EditKind?
  private var cut: [Character] = []
  var lastWidth = LastWidth()

  private struct Snapshot: Sendable {
    var characters: [Character]
    var place: Int
  }

  private enum EditKind { case word, gap, deletion, other }

  private static let undoLimit = 200
  /// Characters that all the steps to go back may hold together.
  private static let undoRoom = 1_000_000

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
    while past.count > Self.undoLimit || past.count > 1 && undoSize > Self.undoRoom {
      past.removeFirst()
    }
  }

  private var undoSize: Int { past.reduce(0) { $0 + $1.characters.count } }

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
