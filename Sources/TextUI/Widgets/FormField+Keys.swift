extension FormField {
  /// Edits the value; false when the event means nothing to this kind of field.
  mutating func handle(_ event: Event) -> Bool {
    if kind.isText { return handleText(event) }
    if case .paste(let text) = event {
      // Letters that came in one go narrow a list as typed ones do.
      return text.prefix(40).reduce(false) { isTaken, character in
        handle(.key(Key(character))) || isTaken
      }
    }
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
    let shown = narrowed
    guard !options.isEmpty else { return false }
    let now = pickedIndex.flatMap(shown.firstIndex)
    switch key {
    case .left: step(by: -1)
    case .right: step(by: 1)
    case .up:
      guard let now, now > 0 else { return false }
      pick(now - 1)
    case .down:
      guard let now, now < shown.count - 1 else { return false }
      pick(now + 1)
    case Key(" ") where typed.isEmpty: step(by: 1)
    case .home: pick(0)
    case .end: pick(shown.count - 1)
    case .backspace where !typed.isEmpty: typed.removeLast()
    case .backspace, .delete:
      typed = ""
      setPicked("")
    default:
      guard let index = narrow(by: key) else { return false }
      setPicked(options[index].id)
    }
    return true

    func pick(_ place: Int) {
      setPicked(options[shown[place]].id)
    }
    func step(by step: Int) {
      guard let now else { return pick(step > 0 ? 0 : shown.count - 1) }
      pick((now + step + shown.count) % shown.count)
    }
  }

  private mutating func handleChoices(_ key: Key) -> Bool {
    let shown = narrowed
    guard !options.isEmpty else { return false }
    let now = shown.firstIndex(of: cursor) ?? 0
    switch key {
    case .left: cursor = shown[(now - 1 + shown.count) % shown.count]
    case .right: cursor = shown[(now + 1) % shown.count]
    case .up:
      guard now > 0 else { return false }
      cursor = shown[now - 1]
    case .down:
      guard now < shown.count - 1 else { return false }
      cursor = shown[now + 1]
    case .home: cursor = shown[0]
    case .end: cursor = shown[shown.count - 1]
    case .backspace where !typed.isEmpty: typed.removeLast()
    case Key(" "):
      typed = ""
      var ids = pickedIDs
      let id = options[min(cursor, options.count - 1)].id
      if ids.remove(id) == nil { ids.insert(id) }
      setPicked(options.map(\.id).filter(ids.contains).joined(separator: ","))
    default:
      guard let index = narrow(by: key) else { return false }
      cursor = index
    }
    return true
  }

  /// Narrows the list by one letter more; nil when nothing has these letters, nor this one alone.
  ///
  /// Accents and case do not count. What begins with the letters comes first, then what has a word that
  /// does, then what has them anywhere.
  private mutating func narrow(by key: Key) -> Int? {
    guard let character = key.typedCharacter else { return nil }
    let before = typed
    for attempt in [before + String(character), String(character)] where attempt != " " {
      typed = attempt
      if let best = bestNarrowed { return best }
    }
    typed = before
    return nil
  }

  private var bestNarrowed: Int? {
    let letters = Fuzzy.folded(typed)
    let labels = options.map { Fuzzy.folded($0.label) }
    let shown = narrowed
    return shown.first { labels[$0].starts(with: letters) }
      ?? shown.first { index in
        labels[index].indices.contains { start in
          start > 0 && labels[index][start - 1] == " "
            && labels[index][start...].starts(with: letters)
        }
      } ?? shown.first
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
