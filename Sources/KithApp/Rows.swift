import TextUI

/// A text in a column of a row.
struct RowCell: Equatable, Sendable {
  var text: String
  var style: Style

  init(_ text: String, _ style: Style = .text) {
    self.text = text
    self.style = style
  }
}

/// Rows under column titles: marker, flag, then the columns that fit.
struct Rows {
  static let textColumn = 4

  private let columns: [TableColumn]
  private let rect: Rect
  private let widths: [Int]

  /// - Parameter rect: where the rows and their titles stand.
  init(columns: [TableColumn], in rect: Rect) {
    self.columns = columns
    self.rect = rect
    widths = TableLayout.widths(for: columns, in: max(1, rect.width - Rows.textColumn - 1))
  }

  var width: Int { rect.width }

  /// A column's width; 0 for one that is not shown.
  func width(of column: Int) -> Int { widths[column] }

  /// Draws the titles of the columns.
  func drawTitles(on canvas: inout Canvas, at y: Int) {
    var x = rect.x + Rows.textColumn
    for (column, width) in zip(columns, widths) where width > 0 {
      let title = TableLayout.cell(column.title, in: column, width: width)
      canvas.put(title, x: x, y: y, style: .muted)
      x += width + 2
    }
  }

  /// Makes a row that is drawn already one that can be pointed at.
  func mark(_ item: Int, on canvas: inout Canvas, at y: Int) {
    canvas.mark(Rect(x: rect.x, y: y, width: rect.width, height: 1), .item(item))
  }

  /// Marks a row that is drawn already as the selected one.
  func select(name: String, on canvas: inout Canvas, at y: Int) {
    canvas.put("▌", x: rect.x, y: y, style: .marker)
    canvas.cursor = Point(x: rect.x, y: y)
    canvas.put(
      TextLayout.truncated(name, to: widths[0]), x: rect.x + Rows.textColumn, y: y,
      width: widths[0], style: .selected)
  }

  /// Draws one row; the first cell is its name. `flag` is `!`, `✓`, `★` or empty.
  func draw(
    _ cells: [RowCell], flag: RowCell, on canvas: inout Canvas, at y: Int, isSelected: Bool
  ) {
    if isSelected {
      canvas.put("▌", x: rect.x, y: y, style: .marker)
      canvas.cursor = Point(x: rect.x, y: y)
    }
    canvas.put(flag.text, x: rect.x + 2, y: y, width: 1, style: flag.style)
    var x = rect.x + Rows.textColumn
    for (index, width) in widths.enumerated() where width > 0 {
      let cell = cells[index]
      let style = index == 0 && isSelected ? Style.selected : cell.style
      let short = TextLayout.truncated(cell.text, to: width)
      let isRight = columns[index].alignment == .right
      canvas.put(
        short, x: isRight ? x + width - TextLayout.width(short) : x, y: y, width: width,
        style: style)
      x += width + 2
    }
  }
}

/// The line in which a list is narrowed: `/ duf▏   3 of 40`.
struct FindLine: Equatable, Sendable {
  private(set) var field: TextField?

  var text: String { field?.text ?? "" }
  /// Whether letters go into it; the filter holds on after Enter until Esc clears it.
  private(set) var isTyping = false

  mutating func open() {
    field = field ?? TextField()
    isTyping = true
  }

  mutating func clear() {
    field = nil
    isTyping = false
  }

  enum Outcome: Equatable {
    case changed
    case moved(Key)
    case left, ignored
  }

  /// Takes an event while letters go into it. ↑ and ↓ move in the list below; Enter leaves the
  /// letters standing; Esc clears them.
  mutating func handle(_ event: Event) -> Outcome {
    switch event {
    case .key(.escape):
      clear()
      return .changed
    case .key(.enter), .key(.tab):
      isTyping = false
      if text.isEmpty { field = nil }
      return .left
    case .key(let key) where key.isItem || [.up, .down, .pageUp, .pageDown].contains(key):
      return .moved(key)
    default:
      let before = text
      guard field?.handle(event) ?? false else { return .ignored }
      return text == before ? .ignored : .changed
    }
  }

  func draw(on canvas: inout Canvas, y: Int, width: Int, count: Int) {
    guard let field else { return }
    canvas.put("/", x: 2, y: y, style: .accent)
    let found = count == 1 ? "1 found" : "\(count) found"
    let room = max(4, width - 8 - TextLayout.width(found))
    field.draw(
      on: &canvas, in: Rect(x: 4, y: y, width: room, height: 1), focused: isTyping, style: .strong)
    canvas.put(found, x: width - TextLayout.width(found) - 1, y: y, style: .muted)
  }
}

/// The columns of a list on the left and the selected item on the right, from 110 columns up.
struct SplitView {
  static let narrowest = 110

  let list: Rect
  /// Nil where there is only room for the list.
  let detail: Rect?

  init(_ size: Size) {
    guard size.width >= SplitView.narrowest else {
      list = Rect(x: 0, y: 0, width: size.width, height: size.height)
      detail = nil
      return
    }
    let left = size.width * 11 / 20
    list = Rect(x: 0, y: 0, width: left, height: size.height)
    detail = Rect(x: left + 1, y: 0, width: size.width - left - 1, height: size.height)
  }

  func drawRule(on canvas: inout Canvas) {
    guard let detail else { return }
    canvas.fill(
      Rect(x: detail.x - 1, y: 0, width: 1, height: detail.height), with: "│", style: .rule)
  }
}
