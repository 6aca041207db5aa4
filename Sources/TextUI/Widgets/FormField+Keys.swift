extension FormField {
  /// Edits the value; false when the event means nothing to this kind of field.
  mutating func handle(_ event: Event) -> Bool {
    if kind.isText { return handleText(event) }
    guard case .key(let key) = event else { return false }
    switch kind {
    case .choice: return handleChoice(key)
    case .choices: return handleChoices(key)
    case .scale: return handleScale(key)
    case .toggle: return handleToggle(key)
    case .reading: return handleReading(key)
    case .line, .area, .paragraph: return false
    }
  }

  /// What would complete the line, and whether it goes on from what was typed; nil when nothing does.
  var completion: (text: String, continues: Bool)? {
    guard case .line = kind, !completions.isEmpty, field.caret == field.characters.count,
      field.caret <= Self.longestCompleted
    else { return nil }
    let typed = Fuzzy.folded(field.text)
    guard typed.contains(where: { $0 != " " }) else { return nil }
    var inside: String?
    for candidate in completions {
      let folded = Fuzzy.folded(candidate)
      if folded == typed { return nil }
      if folded.starts(with: typed) { return (candidate, true) }
      if inside == nil, folded.holds(typed) { inside = candidate }
    }
    return inside.map { ($0, false) }
  }

  /// Longer texts are no names that could be completed.
  private static let longestCompleted = 200

  private mutating func handleText(_ event: Event) -> Bool {
    if case .paragraph = kind, event == .key(.enter) { return false }
    let wasFresh = isFresh
    isFresh = false
    if wasFresh, event.entersText { field.replace(with: "") }
    if event == .key(.right) || event == .key(.end), let completion {
      field.replace(with: completion.text)
      return true
    }
    if case .paragraph = kind, case .paste(let text) = event {
      return field.handle(.paste(String(text.map { $0.isNewline ? " " : $0 })))
    }
    return field.handle(event)
  }

  private mutating func handleChoice(_ key: Key) -> Bool {
    let options = options
    guard !options.isEmpty else { return false }
    switch key {
    case .left: step(by: -1)
    case .right: step(by: 1)
    case .up:
      guard let now = pickedIndex, now > 0 else { return false }
      pick(now - 1)
    case .down:
      guard let now = pickedIndex, now < options.count - 1 else { return false }
      pick(now + 1)
    case Key(" ") where typed.isEmpty: step(by: 1)
    case .home: pick(0)
    case .end: pick(options.count - 1)
    case .backspace, .delete:
      typed = ""
      setPicked("")
    default:
      guard let index = jump(to: key) else { return false }
      setPicked(options[index].id)
    }
    return true

    func pick(_ index: Int) {
      typed = ""
      setPicked(options[index].id)
    }
    func step(by step: Int) {
      guard let now = pickedIndex else { return pick(step > 0 ? 0 : options.count - 1) }
      pick((now + step + options.count) % options.count)
    }
  }

  private mutating func handleChoices(_ key: Key) -> Bool {
    let options = options
    guard !options.isEmpty else { return false }
    switch key {
    case .left:
      typed = ""
      cursor = (cursor - 1 + options.count) % options.count
    case .right:
      typed = ""
      cursor = (cursor + 1) % options.count
    case .up:
      guard cursor > 0 else { return false }
      cursor -= 1
    case .down:
      guard cursor < options.count - 1 else { return false }
      cursor += 1
    case .home: cursor = 0
    case .end: cursor = options.count - 1
    case Key(" "):
      typed = ""
      var ids = pickedIDs
      let id = options[min(cursor, options.count - 1)].id
      if ids.remove(id) == nil { ids.insert(id) }
      setPicked(options.map(\.id).filter(ids.contains).joined(separator: ","))
    default:
      guard let index = jump(to: key) else { return false }
      cursor = index
    }
    return true
  }

  /// The option whose label, or a word of it, begins with the letters typed so far.
  private mutating func jump(to key: Key) -> Int? {
    guard let character = key.typedCharacter else { return nil }
    for attempt in [typed + String(character), String(character)] {
      if let index = option(beginningWith: attempt) {
        typed = attempt
        return index
      }
    }
    return nil
  }

  private func option(beginningWith text: String) -> Int? {
    let letters = Fuzzy.folded(text)
    let labels = options.map { Fuzzy.folded($0.label) }
    return labels.firstIndex { $0.starts(with: letters) }
      ?? labels.firstIndex { label in
        label.indices.contains { start in
          start > 0 && label[start - 1] == " " && label[start...].starts(with: letters)
        }
      }
  }

  private mutating func handleScale(_ key: Key) -> Bool {
    let now = Int(raw)
    let justTyped = typed
    typed = ""
    switch key {
    case .left: setPicked(String(max(0, (now ?? 1) - 1)))
    case .right: setPicked(String(min(10, (now ?? -1) + 1)))
    case .home: setPicked("0")
    case .end, Key("+"): setPicked("10")
    case .backspace, .delete: setPicked("")
    case Key("0") where justTyped == "1": setPicked("10")
    default:
      guard let digit = key.typedCharacter, digit.isASCII, digit.isNumber else { return false }
      setPicked(String(digit))
      typed = String(digit)
    }
    return true
  }

  /// Goes from sentence to sentence; at either end the key belongs to the form.
  private mutating func handleReading(_ key: Key) -> Bool {
    let last = sentences.count - 1
    let now = min(cursor, max(0, last))
    switch key {
    case .up where now > 0: cursor = now - 1
    case .down where now < last: cursor = now + 1
    case .pageUp: cursor = max(0, now - 5)
    case .pageDown: cursor = max(0, min(last, now + 5))
    case .home: cursor = 0
    case .end: cursor = max(0, last)
    default: return false
    }
    return true
  }

  private mutating func handleToggle(_ key: Key) -> Bool {
    switch key {
    case Key(" "), .left, .right: setPicked(raw == "yes" ? "no" : "yes")
    case Key("y"), Key("Y"): setPicked("yes")
    case Key("n"), Key("N"): setPicked("no")
    case .backspace, .delete: setPicked("")
    default: return false
    }
    return true
  }
}

extension Event {
  /// Whether it puts text where the caret is.
  fileprivate var entersText: Bool {
    switch self {
    case .paste: true
    case .key(let key): key.typedCharacter != nil
    default: false
    }
  }
}

extension [Character] {
  /// Whether the other characters stand somewhere in these, side by side.
  fileprivate func holds(_ other: [Character]) -> Bool {
    guard other.count <= count else { return false }
    return (0...(count - other.count)).contains { self[$0...].starts(with: other) }
  }
}
