import TextUI

/// What can be said on a page: the rows of the key tables by key, word or title, and the sections.
@MainActor
struct PlainActions {
  let app: App
  private let rows: [KeyRow]
  private let everywhere: [KeyBinding<Everywhere>]

  enum Act: Equatable {
    case row(Int)
    case everywhere(Int)
    case section(Int)
  }

  struct Sayable: Equatable {
    var act: Act
    var keys: [String] = []
    var title: String
    var hint: String?
    /// What is said for it in the place of its key.
    var word: String?
    var offReason: String?
    var isMoving = false
  }

  init(_ app: App) {
    self.app = app
    rows = app.top.keyRows(app.context)
    everywhere = Everywhere.keyBindings(
      atRoot: app.isAtRoot, undoSentence: app.context.undoSentence
    ).map(app.asItStands)
  }

  // MARK: What there is

  private var parts: (titles: [String], active: Int)? {
    (app.top as? any SpokenScreen)?.parts ?? app.top.sections
  }

  private var sections: [Sayable] {
    guard let titles = parts?.titles else { return [] }
    return titles.enumerated().map { Sayable(act: .section($0.offset), title: $0.element) }
  }

  private var own: [Sayable] {
    rows.enumerated().map { index, row in
      Sayable(
        act: .row(index), keys: row.keys.map(PlainActions.name), title: row.title, hint: row.hint,
        offReason: row.offReason, isMoving: PlainActions.moving.contains(row.title))
    }
  }

  /// What means the same on every page, but for what is only drawn.
  private var common: [Sayable] {
    everywhere.enumerated().compactMap { index, binding in
      guard !PlainActions.drawn.contains(binding.action) else { return nil }
      return Sayable(
        act: .everywhere(index), keys: binding.keys.map(PlainActions.name), title: binding.title,
        word: binding.action.word, offReason: binding.offReason)
    }
  }

  /// Whether something of this title means anything where nothing is drawn.
  func isSaid(_ title: String) -> Bool {
    !everywhere.contains { PlainActions.drawn.contains($0.action) && $0.title == title }
  }

  /// What only means something to somebody who sees the screen, or is said in other words here.
  private static let drawn: [Everywhere] = [
    .palette, .help, .redraw, .suspend, .closed, .privacy, .initials, .mouse,
  ]

  /// Rows that only move a cursor.
  private static let moving = Set(listKeys { $0 }.map(\.title))

  /// A key as it is said: `Enter`, `Ctrl-S`, `a`.
  static func name(_ key: Key) -> String {
    switch key.code {
    case .enter: "Enter"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    default: key.label
    }
  }

  /// What is offered under a page: the key and its word, each.
  var hints: [String] {
    own.compactMap { one in
      guard let hint = one.hint, one.offReason == nil,
        let key = one.keys.contains("Enter") ? one.letter : one.keys.first
      else { return nil }
      return "\(key) \(hint)"
    }
  }

  /// What Enter does where it opens what is selected; nil where it changes it or does nothing.
  var opening: Sayable? {
    guard let index = rows.firstIndex(where: { $0.has(.enter) }), rows[index].has(.right) else {
      return nil
    }
    return own[index]
  }

  /// What the key Enter does here, where Enter alone does nothing; nil where it can do nothing.
  var entering: Sayable? {
    own.first { $0.keys.contains("Enter") && $0.offReason == nil }
  }

  // MARK: What is meant

  /// Whether it is said to the program where anything else is text.
  func isSaidAnywhere(_ typed: String) -> Bool {
    let word = typed.lowercased()
    if ["?", "help", "back", "quit", "again", "more"].contains(word) { return true }
    return word.count > 1 && !own.filter { $0.keys.contains { $0.lowercased() == word } }.isEmpty
      && word.contains { !$0.isLetter || ["esc", "tab", "pgdn", "pgup"].contains(word) }
  }

  /// Every action that a key, a word or a few letters of its title mean, the closest kind only.
  func meant(by typed: String) -> [Sayable] {
    let word = typed.lowercased()
    let all = own + common
    let byKey = all.filter { one in
      one.keys.contains { typed.count == 1 ? $0 == typed : $0.lowercased() == word }
    }
    if let first = byKey.first { return [first] }
    if typed.count == 1 { return [] }
    // The screen's own undo comes before the one of every page.
    if let named = common.first(where: { $0.word == word }) {
      return [own.first { !Set($0.keys).isDisjoint(with: named.keys) } ?? named]
    }
    let said = sections + all.filter { !$0.isMoving }
    let ways: [(Sayable) -> Bool] = [
      { $0.title.lowercased() == word }, { $0.hint?.lowercased() == word },
      { $0.title.lowercased().hasPrefix(word) || $0.hint?.lowercased().hasPrefix(word) == true },
      { PlainActions.holds($0.title.lowercased(), word) },
    ]
    for isMeant in ways {
      let found = said.filter(isMeant)
      if !found.isEmpty { return isMeant(found[0]) && found[0].isSection ? [found[0]] : found }
    }
    return []
  }

  /// Whether every word that was typed begins a word of the title.
  private static func holds(_ title: String, _ typed: String) -> Bool {
    let words = title.split { !$0.isLetter && $0 != "'" }
    return typed.split(separator: " ").allSatisfy { part in
      words.contains { $0.hasPrefix(part) }
    }
  }

  // MARK: Doing it

  /// Whether it names a page: a section or a tab.
  func goesSomewhere(_ sayable: Sayable) -> Bool { sayable.isSection || isTab(sayable) }

  func run(_ sayable: Sayable) {
    switch sayable.act {
    case .row(let index): app.perform(app.top.run(row: index, app.context))
    case .everywhere(let index): app.everywhere(everywhere[index])
    case .section(let index): go(toSection: index)
    }
  }

  func openPalette() {
    guard let binding = everywhere.first(where: { $0.action == .palette }) else { return }
    app.everywhere(binding)
  }

  private func go(toSection wanted: Int) {
    guard wanted != parts?.active else { return }
    app.perform(app.top.show(section: wanted, app.context))
  }

  // MARK: Help

  /// Everything that can be said here, a line each.
  func help(hasItems: Bool) -> [String] {
    var lines = ["What can be said here. A key is typed as a word, with Enter."]
    if hasItems {
      lines.append("A number: that row; with a word, 2 rate, what is done with it.")
    }
    let titles = parts?.titles ?? []
    let here = own.filter { one in
      !one.isMoving && !(one.keys.isEmpty && titles.contains { one.title.contains($0) })
    }
    let all = here + common.filter { !isTab($0) }
    lines += all.filter { $0.offReason == nil }.map(line)
    if !titles.isEmpty { lines.append("\(titles.joined(separator: ", ")): that part.") }
    if common.contains(where: { isTab($0) && $0.offReason == nil }) {
      let tabs = Tab.allCases.map(\.title).joined(separator: ", ")
      lines.append("\(tabs): the lists, from anywhere.")
    }
    lines += [
      "find and some letters: an action, a family or a person by name.",
      "A word and ?, undo?: what it would do.",
      "again: this page again. more: what is left of it. back. quit.",
    ]
    return lines + all.filter { $0.offReason != nil }.map(line)
  }

  private func isTab(_ sayable: Sayable) -> Bool {
    guard case .everywhere(let index) = sayable.act, case .tab = everywhere[index].action else {
      return false
    }
    return true
  }

  /// `r: Rate this goal.`, with the reason where it cannot be done.
  func line(_ one: Sayable) -> String {
    let name = (one.word ?? one.keys.first).map { "\($0): " } ?? ""
    let off = one.offReason.map { ". Not now: \($0)" } ?? ""
    let words = name + one.title + off
    return words.hasSuffix(".") ? words : words + "."
  }
}

extension PlainActions.Sayable {
  /// The letter that does the same as its first key; nil where it opens, as a number does.
  fileprivate var letter: String? {
    keys.contains("Right") ? nil : keys.first { $0.count == 1 || $0 == "Space" }
  }

  fileprivate var isSection: Bool { if case .section = act { true } else { false } }
}
