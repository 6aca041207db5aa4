/// Text being typed, on one line or on many; the unit is what a person calls a character.
///
/// Its keys are one table, `TextField.keys`. What is cut stays in the field, or in its form; it never
/// goes to the system's clipboard. Two fields are equal when text, caret, selection and kind are; what
/// can be undone or put back does not count.
public struct TextField: Sendable {
  /// Whether Enter starts a new line and long lines wrap.
  public let multiline: Bool
  var characters: [Character]
  /// The characters before the caret.
  var place: Int
  /// Where the selection began; it reaches to the caret. Nil while nothing is selected.
  var anchor: Int?
  /// Whether moving by itself goes on selecting, as after Ctrl-Space.
  var isMarking = false
  /// The column that ↑ and ↓ aim for, kept while only they are pressed.
  var goalColumn: Int?
  var history = TextHistory()
  /// What was cut last.
  var cut: [Character] = []
  /// What was worked out for exactly these characters; every edit begins another.
  var layout = TextRows()

  public init(_ text: String = "", multiline: Bool = false) {
    self.multiline = multiline
    characters = Array(Self.allowed(text, multiline: multiline))
    place = characters.count
  }

  public var text: String { layout.text(of: characters) }

  public var isEmpty: Bool { characters.isEmpty }

  /// The first character that is no space; nil when there is none.
  public var firstSign: Character? { characters.first { !$0.isWhitespace } }

  /// How many characters stand before the caret; held within the text.
  public var caret: Int {
    get { place }
    set {
      place = max(0, min(newValue, characters.count))
      (anchor, isMarking) = (nil, false)
      history.rest()
    }
  }

  /// The characters that are selected; nil while none are.
  public var selection: Range<Int>? {
    guard let anchor, anchor != place else { return nil }
    return min(anchor, place)..<max(anchor, place)
  }

  public var canUndo: Bool { history.canUndo }
  public var canRedo: Bool { history.canRedo }

  /// Replaces the whole text as one step that can be undone; the caret goes to its end.
  public mutating func replace(with text: String) {
    begin(.other)
    put(Array(Self.allowed(text, multiline: multiline)), in: 0..<characters.count)
    place = characters.count
    history.end(at: place)
  }

  /// The keys have rested: what is typed next can be undone by itself.
  public mutating func rest() {
    history.rest()
  }

  /// Edits or moves; false when the event means nothing to a text field.
  public mutating func handle(_ event: Event) -> Bool {
    switch event {
    case .paste(let text):
      goalColumn = nil
      insert(text, as: .other)
      return true
    case .key(let key):
      let goal = goalColumn
      goalColumn = nil
      if let character = key.typedCharacter {
        insert(String(character), as: character == " " ? .gap : .word)
        return true
      }
      guard let action = action(for: key) else { return false }
      return perform(action, goal: goal)
    default:
      return false
    }
  }
}

extension TextField: Equatable {
  public static func == (one: TextField, other: TextField) -> Bool {
    one.multiline == other.multiline && one.place == other.place
      && one.selection == other.selection
      && (one.layout === other.layout || one.characters == other.characters)
  }
}
