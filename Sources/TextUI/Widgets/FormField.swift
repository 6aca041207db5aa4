/// One field of a form: a label, a value being entered, and what to say about it.
///
/// The value is always text (`raw`), so that a form can be kept as a draft whatever was typed.
public struct FormField: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    /// One line of text.
    case line
    /// Many lines of text, so many of them shown.
    case area(lines: Int)
    /// One paragraph, so many lines of it shown; Enter goes on to the next field.
    case paragraph(lines: Int)
    /// One of several; raw is its id.
    case choice([Choice])
    /// Any of several; raw is their ids in the choices' order, joined by commas.
    case choices([Choice])
    /// 0 to 10; raw is the number, or empty when none is given.
    case scale
    /// Raw is "yes", "no", or empty when not answered.
    case toggle
    /// Sentences to read, one a line of raw; nothing can be entered.
    case reading
  }

  public var id: String
  public var label: String
  /// The value stays when the kind changes, as text.
  public var kind: Kind {
    didSet { adopt(oldValue) }
  }
  /// What the value was understood as, beside or under it: "→ Fri 27 Nov 2026". Set by the owner.
  public var note = ""
  /// What is wrong with the value; shown under it with a `!`.
  public var error: String?
  /// What to type, shown while nothing is.
  public var hint: String
  /// Offered while a line is typed; → or End at its end takes the offer.
  public var completions: [String]

  /// Whether the first letter typed into a line takes the place of what stands there, as for a day.
  public var replacesWhenTyped = false
  /// Whether something new begins with it: a blank row stands before it where there is room.
  public var isApart = false
  /// A table to choose from, under the line while it has the focus; set by the owner.
  public var grid: ChoiceGrid?
  /// Whether the focus has just come to it.
  var isFresh = false

  /// The text of a line or an area.
  var field: TextField
  /// The value of the other kinds.
  private var picked = ""
  /// The choice that ←, → and Space act on where several may be chosen; the sentence that is read.
  var cursor = 0
  /// Letters typed to jump to a choice.
  var typed = ""

  public init(
    id: String, label: String, kind: Kind, raw: String = "", hint: String = "",
    completions: [String] = []
  ) {
    self.id = id
    self.label = label
    self.kind = kind
    self.hint = hint
    self.completions = completions
    field = TextField(kind.isText ? raw : "", multiline: kind.isArea)
    picked = kind.isText ? "" : raw
  }

  /// The value as text.
  public var raw: String {
    get { kind.isText ? field.text : picked }
    set {
      if kind.isText {
        if newValue != field.text { field.replace(with: newValue) }
      } else {
        picked = newValue
        typed = ""
      }
    }
  }

  /// Takes another text as one step that can be undone; a paragraph stays one.
  public mutating func take(_ text: String) {
    guard kind.isText else { return }
    let isParagraph = if case .paragraph = kind { true } else { false }
    field.replace(with: isParagraph ? String(text.map { $0.isNewline ? " " : $0 }) : text)
    error = nil
  }

  /// Tells one value from another without looking at all of a long text.
  struct Stamp: Equatable {
    fileprivate var layout: TextRows
    fileprivate var picked: String

    static func == (one: Stamp, other: Stamp) -> Bool {
      one.layout === other.layout && one.picked == other.picked
    }
  }

  var stamp: Stamp { Stamp(layout: field.layout, picked: picked) }

  var isEmpty: Bool { kind.isText ? field.isEmpty : picked.isEmpty }

  /// How many characters of a line stand before the caret; 0 for other kinds.
  public var caret: Int { kind.isText ? field.caret : 0 }

  /// The choices on offer; none for kinds without.
  public var options: [Choice] {
    switch kind {
    case .choice(let choices), .choices(let choices): choices
    default: []
    }
  }

  /// Where the chosen one stands among the options; nil when none is chosen.
  var pickedIndex: Int? {
    options.firstIndex { $0.id == picked }
  }

  /// The sentences to read.
  var sentences: [String] {
    picked.split(separator: "\n").map(String.init)
  }

  /// The options that fit the letters typed so far, in their own order; all of them without letters.
  var narrowed: [Int] {
    guard !typed.isEmpty else { return Array(options.indices) }
    let letters = Fuzzy.folded(typed)
    return options.indices.filter { Fuzzy.fits(letters, Fuzzy.folded(options[$0].label)) }
  }

  /// The ids that are chosen where several may be.
  var pickedIDs: Set<String> {
    Set(picked.split(separator: ",").map(String.init))
  }

  private mutating func adopt(_ old: Kind) {
    guard old.isText != kind.isText || old.isArea != kind.isArea else { return }
    let value = old.isText ? field.text : picked
    field = TextField(kind.isText ? value : "", multiline: kind.isArea)
    picked = kind.isText ? "" : value
  }

  mutating func setPicked(_ value: String) {
    picked = value
  }
}

extension FormField.Kind {
  /// Rows that a text of many lines asks for; nil for other kinds.
  var areaLines: Int? {
    switch self {
    case .area(let lines), .paragraph(let lines): lines
    default: nil
    }
  }

  var isArea: Bool {
    switch self {
    case .area, .paragraph: true
    default: false
    }
  }

  /// Whether the value is typed letter by letter.
  public var isText: Bool {
    switch self {
    case .line, .area, .paragraph: true
    default: false
    }
  }
}
