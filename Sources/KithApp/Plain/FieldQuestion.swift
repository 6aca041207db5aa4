import TextUI

/// A field as a question: what is asked, and what can be answered.
extension FormField {
  /// The label without the sign that binds it to the field before.
  var said: String {
    let words = label.hasPrefix(bound) ? String(label.dropFirst(bound.count)) : label
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Whether it says who spoke, or to whom, the words of the field before it.
  var isAboutWords: Bool {
    if case .choice = kind { label.hasPrefix(bound) } else { false }
  }

  private var bound: String { "· " }

  /// Whether its value is read before the question, not within it.
  var isLong: Bool { raw.count > 60 || raw.contains(where: \.isNewline) }

  /// Whether its note begins with what the value was understood as.
  var isEchoed: Bool { note.hasPrefix("→") }

  /// `Sat 21 Nov 2026, today`.
  var shownWithNote: String { isEchoed ? "\(shown), \(note)" : shown }

  /// `Whose eyes, now Kayla Duffy, 1 to 9`.
  var question: String {
    let now = isLong || shown.isEmpty ? "" : "now \(shownWithNote)"
    let parts = [answerHint.isEmpty ? said : "\(said) \(answerHint)", now, answerWords]
    let words = parts.filter { !$0.isEmpty }.joined(separator: ", ")
    return words.hasSuffix(".") ? String(words.dropLast()) : words
  }

  /// What can be answered, for a prompt.
  private var answerWords: String {
    switch kind {
    case .choice: options.count > 14 ? "a few letters, or ? for all" : "1 to \(options.count)"
    case .choices: "numbers with blanks between"
    case .scale: "0 to 10"
    case .toggle: "yes or no"
    case .line, .area, .paragraph, .reading: ""
    }
  }

  /// What to type, in brackets, while nothing stands there.
  private var answerHint: String { kind.isText && raw.isEmpty ? hint : "" }

  var answerHelp: String {
    let example = hint.isEmpty ? "" : " \(hint)"
    return switch kind {
    case .choice: "a number, or a few letters of it."
    case .choices:
      "numbers with blanks between, or names with commas between. +3 adds the third, -3 takes it"
        + " away."
    case .scale: "a number from 0 to 10."
    case .toggle: "yes or no."
    case .area: "as many lines as you like; Enter alone ends them.\(example)"
    case .line, .paragraph: "one line.\(example)"
    case .reading: "nothing to answer."
    }
  }
}
