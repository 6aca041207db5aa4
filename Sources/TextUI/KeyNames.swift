extension Key {
  /// The key that a name means, however its letters are cased: `Enter`, `Esc`, `PgDn`, `Ctrl-S`,
  /// `Alt-Left`, `Shift-Tab`, `F2`, `Space`; a single character is itself, and its case counts.
  ///
  /// The labels of hints and help (`↵`, `↑`) are names too. Nil for anything else.
  public init?(named name: String) {
    var modifiers: Modifiers = []
    var rest = Substring(name)
    while rest.count > 1, let (modifier, length) = Key.modifier(before: rest) {
      modifiers.insert(modifier)
      rest = rest.dropFirst(length)
    }
    guard let code = Key.code(named: rest) else { return nil }
    switch code {
    case .tab where modifiers == .shift: self = .backTab
    case .character(let character):
      if modifiers == .shift {
        self.init(.character(Character(character.uppercased())))
      } else if modifiers.contains(.control), let small = character.lowercased().first {
        self.init(.character(small), modifiers)
      } else {
        self.init(code, modifiers)
      }
    default: self.init(code, modifiers)
    }
  }

  /// The key in words, where arrows cannot be drawn: `Up`, `Enter`, else its label.
  public var name: String {
    let word: String? =
      switch code {
      case .enter: "Enter"
      case .up: "Up"
      case .down: "Down"
      case .left: "Left"
      case .right: "Right"
      default: nil
      }
    guard let word else { return label }
    return label.dropLast() + word
  }

  /// The modifier whose name and hyphen a name begins with, and how many characters they are.
  private static func modifier(before name: Substring) -> (Modifiers, Int)? {
    let names: [(String, Modifiers)] = [("ctrl-", .control), ("alt-", .alt), ("shift-", .shift)]
    let small = name.lowercased()
    guard let found = names.first(where: { small.hasPrefix($0.0) && small.count > $0.0.count })
    else { return nil }
    return (found.1, found.0.count)
  }

  private static func code(named name: Substring) -> Code? {
    if name.count == 1, let character = name.first, let code = labelled[character] { return code }
    if name.count == 1, let character = name.first { return .character(character) }
    let small = name.lowercased()
    if let code = codes[small] { return code }
    guard small.first == "f", let number = Int(small.dropFirst()), (1...24).contains(number),
      small.dropFirst().allSatisfy(\.isNumber)
    else { return nil }
    return .function(number)
  }

  private static let labelled: [Character: Code] = [
    "↵": .enter, "↑": .up, "↓": .down, "←": .left, "→": .right,
  ]

  private static let codes: [String: Code] = [
    "enter": .enter, "return": .enter, "esc": .escape, "escape": .escape, "tab": .tab,
    "backspace": .backspace, "delete": .delete, "del": .delete, "insert": .insert,
    "ins": .insert, "up": .up, "down": .down, "left": .left, "right": .right, "home": .home,
    "end": .end, "pgup": .pageUp, "pageup": .pageUp, "pgdn": .pageDown, "pagedown": .pageDown,
    "space": .character(" "),
  ]
}
