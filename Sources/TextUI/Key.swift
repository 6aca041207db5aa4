/// One key as a person pressed it.
public struct Key: Hashable, Sendable {
  public enum Code: Hashable, Sendable {
    /// A character that was typed, as one grapheme cluster.
    case character(Character)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// F1 is 1.
    case function(Int)
    /// An item of a list that was pointed at, counted from 0; no keyboard sends it.
    case item(Int)
  }

  public struct Modifiers: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let control = Modifiers(rawValue: 1)
    public static let alt = Modifiers(rawValue: 2)
    public static let shift = Modifiers(rawValue: 4)
  }

  public var code: Code
  public var modifiers: Modifiers

  public init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  /// A character typed without Control or Alt.
  public init(_ character: Character) {
    self.init(.character(character))
  }

  /// Control with a character; letters in lower case.
  public static func control(_ character: Character) -> Key {
    Key(.character(character), .control)
  }

  public static let enter = Key(.enter)
  public static let escape = Key(.escape)
  public static let tab = Key(.tab)
  public static let backTab = Key(.backTab)
  public static let up = Key(.up)
  public static let down = Key(.down)
  public static let left = Key(.left)
  public static let right = Key(.right)
  public static let home = Key(.home)
  public static let end = Key(.end)
  public static let pageUp = Key(.pageUp)
  public static let pageDown = Key(.pageDown)
  public static let backspace = Key(.backspace)
  public static let delete = Key(.delete)
}

extension Key {
  /// The key as hints and help name it: "↵", "Esc", "Shift-Tab", "PgDn", "Ctrl-S", "a", "F2".
  public var label: String {
    var prefix = ""
    if modifiers.contains(.control) { prefix += "Ctrl-" }
    if modifiers.contains(.alt) { prefix += "Alt-" }
    if modifiers.contains(.shift) { prefix += "Shift-" }
    return prefix + codeLabel
  }

  private var codeLabel: String {
    switch code {
    case .character(" "): "Space"
    case .character(let character):
      modifiers.contains(.control) ? String(character).uppercased() : String(character)
    case .enter: "↵"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .insert: "Insert"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .function(let number): "F\(number)"
    case .item: ""
    }
  }

  /// The character typed as text: nil for keys with Control or Alt, and for keys that are not text.
  var typedCharacter: Character? {
    guard case .character(let character) = code, modifiers.isDisjoint(with: [.control, .alt])
    else { return nil }
    return character
  }
}

extension Key {
  /// Whether it is an item of a list that was pointed at.
  public var isItem: Bool { if case .item = code { true } else { false } }
}
