import TextUI

/// The keys that mean the same on every screen.
enum Everywhere: Equatable, Sendable {
  case tab(Tab)
  case palette
  case help
  case undo
  case redo
  case removed
  case messages
  case redraw
  case tables
  case privacy
  case initials
  case mouse
  case suspend
  case leave
  case closed

  /// Whether it shows, or leads to, families other than the one that is looked at.
  var showsOthers: Bool {
    switch self {
    case .tab, .leave, .removed, .messages: true
    default: false
    }
  }

  /// Whether it may be done while nothing else may be reached.
  var isFreeWhenLocked: Bool {
    switch self {
    case .redraw, .help, .privacy, .initials, .mouse: true
    default: false
    }
  }

  /// What a key does at once wherever one is, also while something is typed or asked; nil for others.
  static func anywhere(_ key: Key, changes: KeyChanges) -> Everywhere? {
    keyBindings(atRoot: false, undoSentence: nil, changes: changes)
      .first { $0.action.isAtOnce && $0.keys.contains(key) }?.action
  }

  /// The keys that hide everything and show it again.
  static func privacyKeys(_ changes: KeyChanges) -> [Key] {
    keyBindings(atRoot: false, undoSentence: nil, changes: changes)
      .first { $0.action == .privacy }?.keys ?? []
  }

  /// The keys of everything that is done at once: in a hurry they are where they always are.
  static var keysAtOnce: [Key] { deeper.filter { $0.action.isAtOnce }.flatMap(\.keys) }

  private var isAtOnce: Bool {
    switch self {
    case .privacy, .initials, .mouse: true
    default: false
    }
  }

  /// What is said for it where words are said, not keys; nil for what has no word of its own.
  var word: String? {
    switch self {
    case .undo: "undo"
    case .redo: "redo"
    case .removed: "removed"
    case .messages: "messages"
    default: nil
    }
  }

  /// The words that people look for it by, besides its title.
  var names: [String] {
    switch self {
    case .undo: ["undo", "take back"]
    case .redo: ["redo", "do again"]
    case .leave: ["quit", "exit"]
    case .tab(.reviews): ["sign off a review"]
    case .tab(.progress): ["rate a goal", "stuck goals"]
    case .tab(.more): ["settings", "theme", "night", "switch person", "export"]
    default: []
    }
  }

  /// Whether it depends on what was saved last.
  var needsHistory: Bool { self == .undo || self == .redo }

  static func keyBindings(
    atRoot: Bool, undoSentence: String?, changes: KeyChanges = KeyChanges()
  ) -> [KeyBinding<Everywhere>] {
    let table =
      switch (atRoot, undoSentence == nil) {
      case (true, true): rootWithout
      case (true, false): root
      case (false, true): deeperWithout
      case (false, false): deeper
      }
    return changes.applied(to: table, in: KeyTable.everywhere)
  }

  // Asked for at every key, so each of the four is made once.
  private static let root = table(atRoot: true, canUndo: true)
  private static let rootWithout = table(atRoot: true, canUndo: false)
  private static let deeper = table(atRoot: false, canUndo: true)
  private static let deeperWithout = table(atRoot: false, canUndo: false)

  private static func table(atRoot: Bool, canUndo: Bool) -> [KeyBinding<Everywhere>] {
    let nothing = canUndo ? nil : "there is nothing"
    let tabs = Tab.allCases.map { tab in
      KeyBinding(
        Key(Character("\(tab.rawValue + 1)")), Everywhere.tab(tab), "Go to \(tab.title)",
        group: .everywhere)
    }
    return tabs + [
      KeyBinding(
        Key("t"), .tables, "Charts as tables of their numbers, or drawn", group: .everywhere),
      KeyBinding(
        [Key(":"), .control("p")], .palette,
        "Commands, families, people, goals and reviews by name", hint: "commands",
        group: .everywhere),
      KeyBinding(
        Key("u"), .undo, "Take back your last change", group: .everywhere, offReason: nothing),
      KeyBinding(.control("r"), .redo, "Do again what was taken back", group: .everywhere),
      KeyBinding([], .removed, "What was removed, to bring it back", group: .everywhere),
      KeyBinding([], .messages, "What kith said last", group: .everywhere),
      KeyBinding(.control("l"), .redraw, "Draw the screen anew", group: .everywhere),
      KeyBinding(
        [Key(.function(2)), .control("t")], .privacy, "Hide every name and word; again shows them",
        group: .everywhere),
      KeyBinding(
        Key(.function(3)), .initials, "Names as initials, or whole", group: .everywhere),
      KeyBinding(
        Key(.function(4)), .mouse, "Mouse on or off; Shift with it selects text",
        group: .everywhere),
      KeyBinding(.control("z"), .suspend, "Suspend kith", group: .everywhere),
      KeyBinding(
        Key("q"), .leave, atRoot ? "Leave kith" : "To the first screen of this tab",
        hint: atRoot ? "leave" : nil, group: .everywhere),
      KeyBinding(.control("c"), .closed, "Back; never leaves by itself", group: .everywhere),
      KeyBinding(
        [Key("?"), .control("g")], .help, "Help for this screen", hint: "help",
        group: .everywhere),
    ]
  }
}
