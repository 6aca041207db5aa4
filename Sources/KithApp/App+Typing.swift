import TextUI

/// What typing means to the program as a whole: where text is edited, and when the keys have rested.
extension App {
  /// Whether the keys of a text field act.
  var editsText: Bool {
    if dialog != nil || help != nil { return false }
    if palette != nil { return true }
    return sheet?.form.editsText ?? top.isTyping
  }

  /// Escape and the key after it, where a terminal made one key of the two that nobody meant: Alt with a
  /// letter belongs to text alone.
  func partedAlt(_ event: Event) -> (Event, Event)? {
    guard case .key(let key) = event, key.modifiers == .alt, !editsText else { return nil }
    switch key.code {
    case .character, .backspace: return (.key(.escape), .key(Key(key.code)))
    default: return nil
    }
  }

  /// After a second without a key, what is typed next can be taken back by itself.
  func noteRest() {
    let now = ContinuousClock.now
    if let lastTyped, now - lastTyped > .seconds(1) { sheet?.rest() }
    lastTyped = now
  }
}
