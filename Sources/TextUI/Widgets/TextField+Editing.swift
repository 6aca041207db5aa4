/// What changes the text; every change is a step that can be undone.
extension TextField {
  mutating func perform(_ action: Action, goal: Int?) -> Bool {
    switch action {
    case .move(let move): return self.move(move, goal: goal)
    case .select(let move): return select(move, goal: goal)
    case .newline: insert("\n", as: .other)
    case .backspace: remove(selection ?? max(0, place - 1)..<place)
    case .delete: remove(selection ?? place..<min(place + 1, characters.count))
    case .killWordBefore:
      kill(selection ?? wordStart(before: place)..<place, isBackward: selection == nil)
    case .killWordAfter: kill(place..<wordEnd(after: place))
    case .killToStart: kill(lineStart..<place, isBackward: true)
    case .killToEnd:
      let end = lineEnd
      // At the end of a line its line end goes, so that Ctrl-K twice takes a whole line.
      kill(place..<(end == place ? min(end + 1, characters.count) : end))
    case .copy:
      if let selection { cut = Array(characters[selection]) }
      (anchor, isMarking) = (nil, false)
    case .yank: insert(String(cut), as: .other)
    case .mark:
      isMarking.toggle()
      anchor = isMarking ? place : nil
    case .undo: goBack()
    case .redo:
      guard history.canRedo else { return false }
      goForward()
    }
    return true
  }

  mutating func insert(_ text: String, as kind: TextHistory.Kind) {
    let new = Array(Self.allowed(text, multiline: multiline))
    guard !new.isEmpty else { return }
    let range = selection ?? place..<place
    begin(range.isEmpty ? kind : .other)
    put(new, in: range)
    history.end(at: place)
  }

  private mutating func remove(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    begin(selection == nil ? .deletion : .other)
    put([], in: range)
    history.end(at: place)
  }

  /// Cuts; what is cut in one go, one cut after the other, comes back as one.
  private mutating func kill(_ range: Range<Int>, isBackward: Bool = false) {
    guard !range.isEmpty else { return }
    let taken = Array(characters[range])
    let goesOn = history.lastKind == .kill
    cut = !goesOn ? taken : isBackward ? taken + cut : cut + taken
    begin(.kill)
    put([], in: range)
    history.end(at: place)
  }

  mutating func begin(_ kind: TextHistory.Kind) {
    history.begin(kind, at: place)
    (anchor, isMarking) = (nil, false)
  }

  private mutating func goBack() {
    guard let step = history.back() else { return }
    for delta in step.deltas.reversed() {
      substitute(delta.start..<(delta.start + delta.new.count), with: delta.old)
    }
    (place, anchor, isMarking) = (step.placeBefore, nil, false)
  }

  private mutating func goForward() {
    guard let step = history.forward() else { return }
    for delta in step.deltas {
      substitute(delta.start..<(delta.start + delta.old.count), with: delta.new)
    }
    (place, anchor, isMarking) = (step.placeAfter, nil, false)
  }

  /// Replaces a range and puts the caret after what is new; marks and joiners join their neighbours,
  /// which is why these are part of the change.
  mutating func put(_ new: [Character], in range: Range<Int>) {
    let low = max(0, range.lowerBound - 1)
    var joined = Array(characters[low..<range.lowerBound])
    joined += new.dropFirst(Self.join(new[...], to: &joined))
    let place = low + joined.count
    let high = range.upperBound + Self.join(characters[range.upperBound...], to: &joined)
    history.note(.init(start: low, old: Array(characters[low..<high]), new: joined))
    substitute(low..<high, with: joined)
    self.place = place
  }

  /// Joins what follows to the last character for as long as they are others together than apart: a
  /// mark and its letter, a flag's second half, a second emoji after its joiner.
  ///
  /// - Returns: how many of what follows are in `joined` now.
  private static func join(_ following: ArraySlice<Character>, to joined: inout [Character]) -> Int
  {
    for (count, next) in following.enumerated() {
      guard let last = joined.last else { return 0 }
      let pair = Array(String(last) + String(next))
      if pair.count == 2, pair[0].hasSameScalars(as: last) { return count }
      joined.removeLast()
      joined += pair
    }
    return following.count
  }

  private mutating func substitute(_ range: Range<Int>, with new: [Character]) {
    characters.replaceSubrange(range, with: new)
    layout = layout.after(range, became: new.count, in: characters)
  }

  /// Text without controls; line ends are `\n` in many lines and spaces in one.
  static func allowed(_ text: String, multiline: Bool) -> String {
    TypedText.cleaned(text, lineEnd: multiline ? "\n" : " ")
  }
}

extension Character {
  /// Whether it is the same in every scalar, not only in what it means.
  fileprivate func hasSameScalars(as other: Character) -> Bool {
    utf8.count == other.utf8.count && unicodeScalars.elementsEqual(other.unicodeScalars)
  }
}
