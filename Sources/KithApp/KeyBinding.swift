import TextUI

/// One row of a screen's table of keys and actions.
///
/// Dispatch, the hint line, help, the command palette and the README's key table all read it.
public struct KeyBinding<Action: Equatable & Sendable>: Sendable {
  /// The first is the one that is shown; none for what only the palette reaches.
  public var keys: [Key]
  public var action: Action
  /// For help and the palette: `Add a goal`.
  public var title: String
  /// For the hint line: `goal`; nil keeps it off that line.
  public var hint: String?
  public var group: KeyGroup
  /// Why the action is off now; nil when it can be done.
  public var offReason: String?

  public init(
    _ keys: [Key], _ action: Action, _ title: String, hint: String? = nil,
    group: KeyGroup = .here, offReason: String? = nil
  ) {
    self.keys = keys
    self.action = action
    self.title = title
    self.hint = hint
    self.group = group
    self.offReason = offReason
  }

  public init(
    _ key: Key, _ action: Action, _ title: String, hint: String? = nil,
    group: KeyGroup = .here, offReason: String? = nil
  ) {
    self.init([key], action, title, hint: hint, group: group, offReason: offReason)
  }

  /// The same row for a screen that wraps this one's actions in its own.
  func mapped<Wrapped>(_ wrap: (Action) -> Wrapped) -> KeyBinding<Wrapped> {
    KeyBinding<Wrapped>(
      keys, wrap(action), title, hint: hint, group: group, offReason: offReason)
  }
}

/// The table as it is reached: a key that an earlier row has is left out of the later ones. A row
/// that never had a key stays: the palette reaches it.
func reachable<Action>(_ bindings: [KeyBinding<Action>]) -> [KeyBinding<Action>] {
  var taken: Set<Key> = []
  return bindings.compactMap { binding in
    var left = binding
    left.keys = binding.keys.filter { taken.insert($0).inserted }
    return left.keys.isEmpty && !binding.keys.isEmpty ? nil : left
  }
}

/// Where a key stands in help.
public enum KeyGroup: String, CaseIterable, Sendable {
  case here = "On this screen"
  case typing = "While typing"
  case moving = "Moving about"
  case everywhere = "Everywhere"
}

/// A row of a key table without its action: for help, the palette and the README.
public struct KeyRow: Hashable, Sendable {
  public var keys: [Key]
  public var title: String
  public var hint: String?
  public var group: KeyGroup
  public var offReason: String?

  public init<Action>(_ binding: KeyBinding<Action>) {
    keys = binding.keys
    title = binding.title
    hint = binding.hint
    group = binding.group
    offReason = binding.offReason
  }

  func has(_ key: Key) -> Bool { keys.contains(key) }

  /// `↑ ↓ j k`.
  public var keyWords: String { keys.map(\.label).joined(separator: " ") }
}

extension KeyRow {
  /// Whether it only moves the cursor, which nobody looks for by name.
  var isScrolling: Bool {
    group == .moving && KeyRow.scrolling.contains(title)
  }

  private static let scrolling = Set(listKeys { _ in 0 }.map(\.title))
}

/// The rows that move about in a list; `Key` is handed to the screen's `ListCursor`.
func listKeys<Action>(_ moved: (Key) -> Action) -> [KeyBinding<Action>] {
  let rows: [([Key], String)] = [
    ([.up, Key("k")], "Up"), ([.down, Key("j")], "Down"),
    ([.pageUp, .control("u")], "A page up"), ([.pageDown, .control("d")], "A page down"),
    ([.home, Key("g")], "To the first"), ([.end, Key("G")], "To the last"),
  ]
  return rows.map { keys, title in KeyBinding(keys, moved(keys[0]), title, group: .moving) }
}
