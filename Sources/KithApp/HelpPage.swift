import TextUI

/// The keys of the screen beneath, made from the table that dispatches them: letters narrow it, Enter
/// does what the selected row says.
struct HelpPage: Equatable, Sendable {
  /// Where a row's action is done.
  enum Does: Equatable, Sendable {
    case screen
    case everywhere(Everywhere)
    /// A key of the form that is open.
    case form(Key)

    /// A word that tells the tables apart.
    var place: String {
      switch self {
      case .screen: "screen"
      case .everywhere: "everywhere"
      case .form: "form"
      }
    }
  }

  struct Entry: Equatable, Sendable {
    var row: KeyRow
    var does: Does

    init(_ row: KeyRow, _ does: Does) {
      self.row = row
      self.does = does
    }
  }

  enum Outcome: Equatable {
    case moved, ignored, close
    case chosen(Entry)
    /// Enter on a row that is off.
    case refused(Entry)
  }

  private let title: String
  private let entries: [Entry]
  private var letters = TextField()
  private var cursor = LineCursor()

  /// - Parameter title: what it is the help of.
  init(title: String, entries: [Entry]) {
    self.title = title
    self.entries = entries
  }

  /// Help of a form: Enter presses the row's first key in it.
  init(form: String, rows: [KeyRow]) {
    self.init(
      title: form,
      entries: rows.compactMap { row in row.keys.first.map { Entry(row, .form($0)) } })
  }

  var hints: [(key: String, label: String)] {
    let back = letters.text.isEmpty ? "back" : "show all"
    return [
      (key: "↵", label: "do it"), (key: "↑ ↓", label: "choose"), (key: "letters", label: "find"),
      (key: "Esc", label: back),
    ]
  }

  /// The rows that have every word that was typed, in their title or as their key.
  private var found: [Entry] {
    let words = Fuzzy.folded(letters.text).split(separator: " ")
    guard !words.isEmpty else { return entries }
    return entries.filter { entry in
      let title = Fuzzy.folded(entry.row.title)
      let keys = entry.row.keys.map { Fuzzy.folded($0.label) }
      return words.allSatisfy { word in title.contains(word) || keys.contains(Array(word)) }
    }
  }

  /// The row that Enter does; nil when nothing was found.
  var selection: Entry? {
    let shown = inOrder
    return shown.indices.contains(cursor.item) ? shown[cursor.item] : nil
  }

  /// As they stand on the page.
  private var inOrder: [Entry] {
    let found = found
    return KeyGroup.allCases.flatMap { group in found.filter { $0.row.group == group } }
  }

  // MARK: Keys

  /// - Parameter rect: where the rows are drawn.
  mutating func handle(_ event: Event, in rect: Rect) -> Outcome {
    switch event {
    case .key(.escape) where !letters.text.isEmpty:
      letters = TextField()
      cursor = LineCursor()
      return .moved
    case .key(.escape), .key(.control("c")), .key(.control("g")): return .close
    case .key(Key("?")) where letters.text.isEmpty: return .close
    case .key(Key("/")) where letters.text.isEmpty: return .moved
    case .key(.enter):
      guard let selection else { return .ignored }
      return selection.row.offReason == nil ? .chosen(selection) : .refused(selection)
    case .key(let key):
      if let moving = key.moving {
        _ = cursor.handle(moving, lines: lines(width: rect.width), height: rect.height)
        return .moved
      }
    default: break
    }
    let before = letters.text
    guard letters.handle(event), letters.text != before else { return .ignored }
    cursor = LineCursor()
    return .moved
  }

  // MARK: View

  /// Draws the rows into `rect`, and above it what they are, in so many columns.
  func draw(on canvas: inout Canvas, in rect: Rect, titleRoom: Int) {
    let words = title.isEmpty ? "Help" : "Help · \(title)"
    let room = letters.text.isEmpty ? titleRoom : rect.width / 2 - 2
    let x = 1 + canvas.put(TextLayout.truncated(words, to: room), x: 1, y: 0, style: .title)
    if !letters.text.isEmpty {
      let typed = TextLayout.truncated(letters.text, to: rect.width - x - 6)
      canvas.put("/ ", x: x + 3, y: 0, style: .accent)
      canvas.put(typed, x: x + 5, y: 0, style: .strong)
    }
    canvas.fill(rect)
    cursor.draw(lines(width: rect.width), on: &canvas, in: rect)
  }

  private func lines(width: Int) -> [Line] {
    let shown = inOrder
    guard !shown.isEmpty else {
      return Line.note("Nothing here has these letters. Esc shows all again.", width: width)
    }
    let keyWidth = min(
      shown.map { TextLayout.width($0.row.keyWords) }.max() ?? 0, width * 3 / 8, 30)
    var lines: [Line] = []
    for (item, entry) in shown.enumerated() {
      if item == 0 || shown[item - 1].row.group != entry.row.group {
        if item > 0 { lines.append(.blank) }
        lines.append(.heading(entry.row.group.rawValue))
      }
      lines += self.lines(entry.row, keyWidth: keyWidth, width: width, item: item)
    }
    return lines
  }

  private func lines(_ row: KeyRow, keyWidth: Int, width: Int, item: Int) -> [Line] {
    let x = 4 + keyWidth + 2
    let off = row.offReason.map { " (\($0))" } ?? ""
    let style: Style = row.offReason != nil ? .muted : item == cursor.item ? .selected : .text
    return TextLayout.wrapped(row.title + off, to: max(10, width - x - 1)).enumerated().map {
      index, part in
      let keys = Span(4, TextLayout.truncated(row.keyWords, to: keyWidth), .key)
      return Line((index == 0 ? [keys] : []) + [Span(x, part, style)], item: item)
    }
  }
}

extension Key {
  /// The key by which a list is moved through while letters are typed; nil for any other.
  fileprivate var moving: Key? {
    switch self {
    case .up, .down, .pageUp, .pageDown, .home, .end: self
    case .tab: .down
    case .backTab: .up
    case .control("d"): .pageDown
    case .control("u"): .pageUp
    case let key where key.isItem: key
    default: nil
    }
  }
}
