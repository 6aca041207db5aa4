/// A screen as a value: cells, and where the hardware cursor rests.
///
/// Everything that lies outside is clipped, so no drawing can fail. A wide cluster that does not fit whole
/// is a space, and writing over one half of it blanks the other.
public struct Canvas: Equatable, Sendable {
  public let size: Size
  /// Where the hardware cursor rests; nil hides it.
  public var cursor: Point?
  private(set) var cells: [Cell]
  /// Where a click means something; what was drawn later lies over what was drawn before.
  public private(set) var zones: [Zone] = []

  /// A canvas of blanks; a side below zero counts as zero.
  public init(size: Size) {
    self.size = Size(width: max(0, size.width), height: max(0, size.height))
    cells = Array(repeating: .blank, count: self.size.width * self.size.height)
  }

  /// The cell at a place; a blank outside the canvas.
  public subscript(x: Int, y: Int) -> Cell {
    contains(x, y) ? cells[y * size.width + x] : .blank
  }

  /// Puts one line of text on the canvas: the only way for text to get there, so here it is made harmless.
  ///
  /// - Parameter width: the most columns it may take; to the right edge when nil.
  /// - Returns: columns used, counted from `x`, also those clipped on the left.
  @discardableResult
  public mutating func put(
    _ text: String, x: Int, y: Int, width: Int? = nil, style: Style = .text
  ) -> Int {
    let limit = min(width.map { x.addingClamped(max(0, $0)) } ?? size.width, size.width)
    var column = x
    if TextLayout.isASCII(text) {
      for byte in text.utf8 where column < limit {
        setCell(Cell(ascii: byte, style: style), x: column, y: y)
        column += 1
      }
      return column - x
    }
    for character in text where column < limit {
      if DisplayForm.isPlain(character) {
        setCell(Cell(text: String(character), style: style), x: column, y: y)
        column += 1
        continue
      }
      for piece in DisplayForm(character).pieces where column < limit {
        if column + piece.width > limit {
          setCell(Cell(style: style), x: column, y: y)
          return limit - x
        }
        place(piece, x: column, y: y, style: style)
        column += piece.width
      }
    }
    return column - x
  }

  /// Fills a block with one character; what could be clicked there is gone.
  public mutating func fill(_ rect: Rect, with character: Character = " ", style: Style = .text) {
    if !zones.isEmpty { zones.removeAll { rect.covers($0.rect) } }
    let form = DisplayForm(character)
    guard form.width > 0 else { return }
    let right = min(rect.maxX, size.width)
    if form.width == 1, form.pieces.count == 1 {
      let cell = Cell(text: form.text, style: style)
      for y in rows(of: rect) {
        for x in columns(of: rect) { setCell(cell, x: x, y: y) }
      }
      return
    }
    for y in rows(of: rect) {
      var x = max(0, rect.x)
      while x < right {
        x += max(1, put(String(character), x: x, y: y, width: right - x, style: style))
      }
    }
  }

  /// Gives every cell of a block another style.
  public mutating func restyle(_ rect: Rect, _ style: Style) {
    for y in rows(of: rect) {
      for x in columns(of: rect) { cells[y * size.width + x].style = style }
    }
  }

  /// Draws another canvas with its top left corner at a place, what can be clicked on it too; its
  /// cursor is not taken over.
  public mutating func draw(_ other: Canvas, x: Int, y: Int) {
    let block = Rect(x: x, y: y, width: other.size.width, height: other.size.height)
    for zone in other.zones {
      var moved = zone
      moved.rect.x += x
      moved.rect.y += y
      add(moved)
    }
    for row in rows(of: block) {
      if x == 0, other.size.width == size.width {
        let from = (row - y) * size.width
        cells.replaceSubrange(
          (row * size.width)..<((row + 1) * size.width),
          with: other.cells[from..<(from + size.width)])
        continue
      }
      for column in columns(of: block) {
        let cell = other[column - x, row - y]
        let whole =
          switch cell.width {
          case 0: column > 0 && column > block.x && self[column - 1, row].width == 2
          case 2: column + 1 < size.width
          default: true
          }
        setCell(whole ? cell : Cell(style: cell.style), x: column, y: row)
      }
    }
  }

  /// Whether a row is the same on another canvas of this size.
  public func hasRow(_ y: Int, of other: Canvas) -> Bool {
    guard size == other.size, (0..<size.height).contains(y) else { return false }
    let row = (y * size.width)..<((y + 1) * size.width)
    return cells[row] == other.cells[row]
  }

  /// The rows as text, without the blanks at their ends.
  public var lines: [String] {
    (0..<size.height).map { y in
      var line = (0..<size.width).reduce(into: "") { $0 += self[$1, y].text }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// The styles of the rows, one letter for each cell (`Style.letter`).
  public var styleLines: [String] {
    (0..<size.height).map { y in
      String((0..<size.width).map { self[$0, y].style.letter })
    }
  }
}

extension Canvas {
  /// Nothing that was drawn so far can be clicked any more.
  mutating func clearZones() { zones = [] }

  /// The same, what can be clicked belonging to a field of a form.
  func owned(by field: Int) -> Canvas {
    var owned = self
    for index in zones.indices { owned.zones[index].field = field }
    return owned
  }

  /// Keeps the part of a zone that lies on the canvas.
  mutating func add(_ zone: Zone) {
    var zone = zone
    zone.rect = zone.rect.intersection(Rect(x: 0, y: 0, width: size.width, height: size.height))
    if zone.rect.width > 0, zone.rect.height > 0 { zones.append(zone) }
  }

  private func contains(_ x: Int, _ y: Int) -> Bool {
    x >= 0 && x < size.width && y >= 0 && y < size.height
  }

  private func rows(of rect: Rect) -> Range<Int> {
    let low = min(max(0, rect.y), size.height)
    return low..<max(low, min(rect.maxY, size.height))
  }

  private func columns(of rect: Rect) -> Range<Int> {
    let low = min(max(0, rect.x), size.width)
    return low..<max(low, min(rect.maxX, size.width))
  }

  /// Puts a piece whose right edge fits; a wide one that starts left of the canvas shows as a space.
  private mutating func place(_ piece: DisplayForm.Piece, x: Int, y: Int, style: Style) {
    if x < 0 {
      if piece.width == 2, x == -1 { setCell(Cell(style: style), x: 0, y: y) }
      return
    }
    setCell(Cell(text: piece.text, width: piece.width, style: style), x: x, y: y)
    if piece.width == 2 { setCell(Cell(text: "", width: 0, style: style), x: x + 1, y: y) }
  }

  /// Writes a cell and blanks the other half of a wide cluster that it covers.
  ///
  /// A wide cluster is written left half first.
  private mutating func setCell(_ cell: Cell, x: Int, y: Int) {
    guard contains(x, y) else { return }
    let index = y * size.width + x
    if cells[index].width == 0, x > 0 {
      cells[index - 1] = Cell(style: cells[index - 1].style)
    }
    if cells[index].width == 2, x + 1 < size.width {
      cells[index + 1] = Cell(style: cells[index + 1].style)
    }
    cells[index] = cell
  }
}

extension Int {
  /// The sum, held within what an `Int` can be.
  func addingClamped(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other > 0 ? .max : .min) : sum
  }
}
