import Casework
import TextUI

/// A piece of text at a column of a line.
struct Span: Equatable, Sendable {
  var x: Int
  var text: String
  var style: Style

  init(_ x: Int, _ text: String, _ style: Style = .text) {
    self.x = x
    self.text = text
    self.style = style
  }
}

/// One line of a page that is read from top to bottom, some of whose lines can be selected.
struct Line: Equatable, Sendable {
  var spans: [Span]
  /// The selectable item the line belongs to; nil for a heading or a blank.
  var item: Int?

  init(_ spans: [Span] = [], item: Int? = nil) {
    self.spans = spans
    self.item = item
  }

  static let blank = Line()

  static func heading(_ text: String) -> Line { Line([Span(2, text, .heading)]) }

  /// A sentence that stands in place of a list; wrapped.
  static func note(_ text: String, width: Int, x: Int = 4) -> [Line] {
    TextLayout.wrapped(text, to: max(10, width - x - 1)).map { Line([Span(x, $0, .muted)]) }
  }
}

/// Text under a label, wrapped: `Working well   Uncle Joe's school run`.
func labelled(
  _ label: String, _ text: String, width: Int, style: Style = .text, labelStyle: Style = .muted
) -> [Line] {
  // As wide as `Needs to happen`; the text may take the last column.
  let column = width < 50 ? 4 : 19
  let wrapped = TextLayout.wrapped(text, to: max(10, width - column))
  if column == 4 {
    return [Line([Span(2, label, labelStyle)])] + wrapped.map { Line([Span(column, $0, style)]) }
  }
  return wrapped.enumerated().map { index, part in
    Line((index == 0 ? [Span(2, label, labelStyle)] : []) + [Span(column, part, style)])
  }
}

/// A person's own words under a label, wrapped, and behind them who said them and when.
func quoted(
  _ label: String, _ words: String, _ source: String, width: Int, labelStyle: Style = .muted
) -> [Line] {
  let quote = "“\(words)”"
  let whole = quote + (source.isEmpty ? "" : " \(source)")
  // Wrapping takes blanks away and nothing else.
  var left = quote.count { !$0.isWhitespace }
  return labelled(label, whole, width: width, style: .voice, labelStyle: labelStyle).map { line in
    guard let span = line.spans.last, span.style == .voice else { return line }
    let end = span.text.indices.first { index in
      if left == 0 { return true }
      if !span.text[index].isWhitespace { left -= 1 }
      return false
    }
    guard let end else { return line }
    let said = String(span.text[..<end])
    let rest = Span(span.x + TextLayout.width(said), String(span.text[end...]), .muted)
    return Line(line.spans.dropLast() + (said.isEmpty ? [] : [Span(span.x, said, .voice)]) + [rest])
  }
}

/// Which item of a page is selected, and the first line that shows.
struct LineCursor: Equatable, Sendable {
  var item = 0
  var top = 0
  /// What was selected before something new was gone to: where one comes back when that goes again.
  private var origin: Origin?

  private struct Origin: Equatable {
    var new: String
    var selected: String
  }

  /// Moves to another item, or by lines where the page has none; false for a key that does not move.
  mutating func handle(_ key: Key, lines: [Line], height: Int) -> Bool {
    let count = (lines.compactMap(\.item).max() ?? -1) + 1
    guard count > 0 else { return scroll(key, lines: lines, height: height) }
    if case .item(let pointed) = key.code {
      item = max(0, min(pointed, count - 1))
      follow(lines: lines, height: height)
      return true
    }
    if scrollInside(key, lines: lines, height: height) { return true }
    var list = ListCursor()
    list.index = min(item, count - 1)
    guard list.handle(key, count: count, page: max(1, height / 3)) else { return false }
    item = list.index
    follow(lines: lines, height: height)
    return true
  }

  /// Moves within an item that is taller than the screen before it leaves it.
  private mutating func scrollInside(_ key: Key, lines: [Line], height: Int) -> Bool {
    guard let first = lines.firstIndex(where: { $0.item == item }),
      let last = lines.lastIndex(where: { $0.item == item }), last - first >= height
    else { return false }
    switch key {
    case .down, .pageDown:
      guard last >= top + height else { return false }
      top = min(top + (key == .down ? 1 : max(1, height - 1)), last - height + 1)
    case .up, .pageUp:
      guard first < top else { return false }
      top = max(top - (key == .up ? 1 : max(1, height - 1)), first)
    default: return false
    }
    return true
  }

  private mutating func scroll(_ key: Key, lines: [Line], height: Int) -> Bool {
    let last = max(0, lines.count - height)
    switch key {
    case .up: top -= 1
    case .down: top += 1
    case .pageUp: top -= max(1, height - 1)
    case .pageDown: top += max(1, height - 1)
    case .home: top = 0
    case .end: top = last
    default: return false
    }
    top = min(max(0, top), last)
    return true
  }

  /// Keeps the selected item on the screen, and the headings above the first one too.
  mutating func follow(lines: [Line], height: Int) {
    let count = (lines.compactMap(\.item).max() ?? -1) + 1
    if count > 0 { item = min(max(0, item), count - 1) }
    let last = max(0, lines.count - height)
    if count > 0, let first = lines.firstIndex(where: { $0.item == item }),
      let end = lines.lastIndex(where: { $0.item == item })
    {
      let start = item == 0 ? 0 : headed(first, lines)
      if end - first >= height {
        // Taller than the screen: somewhere within it is where one is.
        if top > end || top + height <= first { top = first }
      } else {
        if end >= top + height { top = end - height + 1 }
        if first < top || start < top && item == 0 { top = start }
      }
    }
    top = min(max(0, top), last)
  }

  /// The heading directly above a line, else the line.
  private func headed(_ index: Int, _ lines: [Line]) -> Int {
    index > 0 && lines[index - 1].item == nil && !lines[index - 1].spans.isEmpty ? index - 1 : index
  }

  /// Selects the first of `ids` that was not there before, else the one that was selected.
  mutating func follow(ids: [String], after before: [String], selected: String?) {
    let known = Set(before)
    if let new = ids.firstIndex(where: { !known.contains($0) }), ids.count > before.count {
      item = new
      origin = selected.map { Origin(new: ids[new], selected: $0) }
    } else if let same = ids.firstIndex(where: { $0 == selected }) {
      item = same
    } else if let origin, origin.new == selected, let back = ids.firstIndex(of: origin.selected) {
      item = back
    }
  }

  /// Draws the lines that show whatever the window's size is now, `▌` beside the first line of the selected item, the cursor on it.
  ///
  /// - Parameter marked: whether `▌` stands there though the cursor is somewhere else.
  func draw(
    _ lines: [Line], on canvas: inout Canvas, in rect: Rect, focused: Bool = true,
    marked: Bool = false
  ) {
    var placed = false
    var shown = self
    shown.follow(lines: lines, height: rect.height)
    let name = focused ? LineCursor.name(of: shown.item, lines) : nil
    for row in 0..<max(0, rect.height) {
      let index = shown.top + row
      guard index < lines.count else { break }
      let line = lines[index]
      if focused, let item = line.item {
        canvas.mark(Rect(x: rect.x, y: rect.y + row, width: rect.width, height: 1), .item(item))
      }
      let isHead = line.item == shown.item && (index == 0 || lines[index - 1].item != shown.item)
      if isHead, focused || marked {
        canvas.put("▌", x: rect.x, y: rect.y + row, style: .marker)
      }
      if isHead, focused {
        canvas.cursor = Point(x: rect.x, y: rect.y + row)
        placed = true
      }
      for span in line.spans {
        let isName = line.item == shown.item && span.style == name
        canvas.put(
          span.text, x: rect.x + span.x, y: rect.y + row, width: max(0, rect.width - span.x),
          style: isName ? .selected : span.style)
      }
    }
    if focused, !placed { canvas.cursor = Point(x: rect.x, y: rect.y) }
  }

  /// The style of an item's words, which look selected where one is: its heading's, else its name's,
  /// else its text's.
  private static func name(of item: Int, _ lines: [Line]) -> Style {
    let styles = lines.filter { $0.item == item }.flatMap { $0.spans.map(\.style) }
    return [Style.heading, .strong].first(where: styles.contains) ?? .text
  }
}

extension LineCursor {
  /// The lines of a page that show; the last one of the screen says that there are more.
  static func pageHeight(_ size: Size, _ lines: [Line]) -> Int {
    lines.count > size.height ? size.height - 1 : size.height
  }

  /// Draws a page that fills a canvas; where not all of it shows, the last line says so.
  func drawPage(_ lines: [Line], on canvas: inout Canvas) {
    let size = canvas.size
    let height = LineCursor.pageHeight(size, lines)
    draw(lines, on: &canvas, in: Rect(x: 0, y: 0, width: size.width, height: height))
    let more = [
      top > 0 ? "PgUp more" : "", lines.count > top + height ? "PgDn more" : "",
    ].filter { !$0.isEmpty }.joined(separator: "  ")
    canvas.put(
      more, x: size.width - TextLayout.width(more) - 2, y: size.height - 1, style: .muted)
  }

  /// Draws a page beside or below a list, as much of it as there is room for; Enter opens the whole.
  static func drawBrief(_ lines: [Line], on canvas: inout Canvas, in rect: Rect) {
    LineCursor().draw(lines, on: &canvas, in: rect, focused: false)
    guard lines.count > rect.height, rect.width > 16 else { return }
    let more = " … ↵ all of it "
    canvas.put(more, x: rect.maxX - TextLayout.width(more), y: rect.maxY - 1, style: .muted)
  }
}

/// A list of which only a part is in memory: the rows around the cursor.
struct WindowedList<Entry: Hashable & Sendable>: Equatable, Sendable {
  var cursor = ListCursor()
  private(set) var page = Page<Entry>(entries: [], offset: 0, total: 0)
  private(set) var isLoaded = false

  /// How many rows are read at once: enough that paging does not wait.
  static var pageSize: Int { 150 }

  var total: Int { page.total }

  var selected: Entry? { entry(at: cursor.index) }

  func entry(at index: Int) -> Entry? {
    let local = index - page.offset
    return page.entries.indices.contains(local) ? page.entries[local] : nil
  }

  /// The offset to read from when a row that should show is not in memory; nil when all are.
  func missing(height: Int) -> Int? {
    guard isLoaded else { return 0 }
    let visible = cursor.visible(count: total, page: height)
    guard let first = visible.first, let last = visible.last,
      entry(at: first) == nil || entry(at: last) == nil
    else { return nil }
    return max(0, first - WindowedList.pageSize / 3)
  }

  /// The offset to read again from when something was saved.
  var offset: Int { page.offset }

  /// Takes a page in and keeps the cursor on the entry it was on, where that is still there.
  mutating func receive(
    _ new: Page<Entry>, height: Int, isSame: (Entry, Entry) -> Bool
  ) {
    let before = selected
    page = new
    isLoaded = true
    if let before, entry(at: cursor.index).map({ !isSame($0, before) }) ?? true,
      let local = new.entries.firstIndex(where: { isSame($0, before) })
    {
      cursor.index = new.offset + local
    }
    cursor.clamp(count: total, page: height)
  }

  /// Forgets the rows: the list is about to become another one.
  mutating func restart() {
    cursor = ListCursor()
    isLoaded = false
  }
}
