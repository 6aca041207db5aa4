/// One thing that the palette offers.
public struct PaletteItem: Equatable, Sendable {
  public var id: String
  public var title: String
  /// What else it is found by: the words that people have for it.
  public var names: [String]
  /// Whether only the beginning of one of `names`, three letters of it or more, finds it: for what
  /// must not be done by chance.
  public var isFoundByNameOnly: Bool
  /// A word about it, shown after the title: "Family", "in 3 days".
  public var detail: String
  /// The key that does the same, so that the palette teaches it.
  public var key: String
  /// What it is, in a word on the right where no key stands: "Family".
  public var kind: String
  /// Whether whoever offers it has found it already: it stays, whatever the letters.
  public var isFound: Bool
  /// Why it cannot be chosen now; nil when it can.
  public var offReason: String?

  public init(
    id: String, title: String, names: [String] = [], isFoundByNameOnly: Bool = false,
    detail: String = "", key: String = "", kind: String = "", isFound: Bool = false,
    offReason: String? = nil
  ) {
    self.id = id
    self.title = title
    self.names = names
    self.isFoundByNameOnly = isFoundByNameOnly
    self.detail = detail
    self.key = key
    self.kind = kind
    self.isFound = isFound
    self.offReason = offReason
  }
}

/// Finds an action or a record by a few letters of its name.
public struct Palette: Equatable, Sendable {
  public var title: String
  public private(set) var items: [PaletteItem]
  private var field = TextField()
  private var cursor = ListCursor()
  private var found: [Found] = []

  struct Found: Equatable, Sendable {
    var item: PaletteItem
    /// Which characters of the title the query matched.
    var positions: Set<Int>
  }

  public enum Outcome: Equatable, Sendable {
    case moved, changed
    case chosen(PaletteItem)
    /// Enter on an item that is off.
    case refused(PaletteItem)
    case close, ignored
  }

  public init(title: String, items: [PaletteItem]) {
    self.title = title
    self.items = items
    search()
  }

  /// Takes another list; the query stays, and so does a selection that was moved to, where its item
  /// is still there. Else the best match is selected.
  public mutating func setItems(_ items: [PaletteItem]) {
    let selected = cursor.index > 0 ? selection?.id : nil
    self.items = items
    search()
    if let selected, let index = found.firstIndex(where: { $0.item.id == selected }) {
      cursor.index = index
    }
  }

  /// What is typed.
  public var query: String {
    get { field.text }
    set {
      field.replace(with: newValue)
      searchAgain()
    }
  }

  /// The item under the cursor; nil when nothing was found.
  public var selection: PaletteItem? {
    found.indices.contains(cursor.index) ? found[cursor.index].item : nil
  }

  /// The items that were found, the best first; all of them in their own order without a query.
  public var matches: [PaletteItem] { found.map(\.item) }

  public mutating func handle(_ event: Event) -> Outcome {
    switch event {
    case .key(.escape), .key(.control("p")), .key(.control("g")): return .close
    case .key(.enter):
      guard let selection else { return .ignored }
      return selection.offReason == nil ? .chosen(selection) : .refused(selection)
    case .key(.tab): return move(.down)
    case .key(.backTab): return move(.up)
    case .key(let key) where key.isItem: return move(key)
    case .key(let key) where [.up, .down, .pageUp, .pageDown].contains(key): return move(key)
    default:
      let before = field.text
      guard field.handle(event) else { return .ignored }
      guard field.text != before else { return .moved }
      searchAgain()
      return .changed
    }
  }

  private mutating func move(_ key: Key) -> Outcome {
    guard !found.isEmpty else { return .ignored }
    _ = cursor.handle(key, count: found.count, page: Self.rows)
    return .moved
  }

  private mutating func searchAgain() {
    cursor = ListCursor()
    search()
  }

  private mutating func search() {
    let letters = Fuzzy.folded(field.text)
    let scored = items.enumerated().compactMap { order, item in
      score(letters, item).map { (order, item, $0) }
    }
    found = scored.sorted { ($1.2.score, $0.0) < ($0.2.score, $1.0) }
      .map { Found(item: $0.1, positions: Set($0.2.positions)) }
    cursor.clamp(count: found.count, page: Self.rows)
  }
}

extension Palette {
  /// By the title before another name; what was found elsewhere by everything that is shown of it,
  /// and behind what fits where that does not, its words that fit marked.
  private func score(
    _ letters: [Character], _ item: PaletteItem
  ) -> (score: Int, positions: [Int])? {
    if letters.isEmpty { return (0, []) }
    // A letter or two stand in many names.
    let names = letters.count > 2 ? item.names.map(Fuzzy.folded) : []
    if item.isFoundByNameOnly {
      return names.contains { $0.starts(with: letters) } ? (Self.named, []) : nil
    }
    let title = Fuzzy.folded(item.title)
    let others = names.compactMap { Fuzzy.score(letters, in: $0)?.score }
    let byName =
      names.contains(letters) ? Self.named : others.max().map { $0 - Self.behindTitles }
    let whole = item.isFound ? title + Fuzzy.folded(" \(item.kind) \(item.detail)") : title
    let byTitle = Fuzzy.score(letters, in: title) ?? Fuzzy.score(letters, in: whole)
    if let byTitle, byTitle.score >= byName ?? byTitle.score { return byTitle }
    if let byName { return (byName, []) }
    guard item.isFound else { return nil }
    let marked = letters.split(separator: " ").compactMap { Fuzzy.score(Array($0), in: title) }
    return (Int.min / 2, marked.flatMap(\.positions))
  }

  /// The score of a name that was typed out.
  private static var named: Int { 100 }
  private static var behindTitles: Int { 30 }
}

// MARK: - Drawing

extension Palette {
  /// Rows of items shown at most.
  static let rows = 10

  /// Draws the palette over the top of a screen, which is dimmed; the cursor goes to the query.
  public func draw(over canvas: inout Canvas) {
    Sheet.dim(&canvas)
    let screen = canvas.size
    let width = min(70, screen.width)
    let rows = max(0, min(Self.rows, max(1, found.count), screen.height - 3))
    let box = Rect(
      x: (screen.width - width) / 2, y: 0, width: width, height: min(screen.height, rows + 3))
    Sheet.draw(on: &canvas, in: box, title: title)
    let inner = box.inset(dx: box.width < 8 ? 1 : 2, dy: 1)
    canvas.put(":", x: inner.x, y: min(inner.y, box.maxY - 1), style: .key)
    let query = Rect(
      x: inner.x + 2, y: inner.y, width: inner.width - 2, height: min(1, inner.height))
    canvas.cursor = Point(x: 0, y: 0)
    field.draw(on: &canvas, in: query, focused: true)
    if found.isEmpty, rows > 0 {
      canvas.put(
        "nothing has these letters", x: query.x, y: inner.y + 1, width: query.width,
        style: .muted)
    }
    let visible = cursor.visible(count: found.count, page: rows)
    for (row, index) in visible.enumerated() {
      let line = Rect(x: inner.x, y: inner.y + 1 + row, width: inner.width, height: 1)
      draw(found[index], isSelected: index == cursor.index, on: &canvas, in: line)
      canvas.mark(line, .item(index))
    }
  }

  private func draw(
    _ found: Found, isSelected: Bool, on canvas: inout Canvas, in line: Rect
  ) {
    let item = found.item
    if isSelected { canvas.put("▌", x: line.x, y: line.y, style: .marker) }
    var right = line.maxX
    let side = item.key.isEmpty ? item.kind : item.key
    let sideWidth = TextLayout.width(side)
    if sideWidth > 0, line.width > sideWidth + 12 {
      canvas.put(
        side, x: right - sideWidth, y: line.y, style: item.key.isEmpty ? .muted : .key)
      right -= sideWidth + 2
    }
    let titleEnd = drawTitle(found, isSelected: isSelected, on: &canvas, in: line, right: right)
    let room = right - titleEnd - 2
    guard room > 4 else { return }
    if let reason = item.offReason {
      let short = TextLayout.truncated(reason, to: room)
      canvas.put(short, x: right - TextLayout.width(short), y: line.y, style: .muted)
    } else {
      let short = TextLayout.truncated(item.detail, to: room)
      canvas.put(short, x: titleEnd + 2, y: line.y, style: .muted)
    }
  }

  /// Draws the title, its matched characters in their own style; the column after it.
  private func drawTitle(
    _ found: Found, isSelected: Bool, on canvas: inout Canvas, in line: Rect, right: Int
  ) -> Int {
    let item = found.item
    let room = right - line.x - 2
    let plain: Style = item.offReason != nil ? .muted : isSelected ? .selected : .text
    var x = line.x + 2
    let short = TextLayout.truncated(item.title, to: room)
    let whole = short == item.title ? short.count : short.count - 1
    for (position, character) in short.enumerated() {
      let isMatch = position < whole && found.positions.contains(position)
      let style: Style = isMatch ? .match : plain
      x += canvas.put(String(character), x: x, y: line.y, width: line.maxX - x, style: style)
    }
    return x
  }
}
