/// A small table to choose from under a line of a form, as a month of days. It only shows; the owner
/// of the form moves in it.
public struct ChoiceGrid: Equatable, Sendable {
  public struct Cell: Equatable, Sendable {
    /// At most two columns.
    public var text: String
    /// Whether something is known of it; shown as a star.
    public var isMarked: Bool
    public var isFaint: Bool

    public init(_ text: String, isMarked: Bool = false, isFaint: Bool = false) {
      self.text = text
      self.isMarked = isMarked
      self.isFaint = isFaint
    }
  }

  public var title: String
  /// One over each column; its first two columns are shown.
  public var heads: [String]
  /// From the top; nil leaves a place empty.
  public var rows: [[Cell?]]
  public var selected: Point
  /// Sentences under it.
  public var legend: [String]

  public init(
    title: String, heads: [String], rows: [[Cell?]], selected: Point, legend: [String]
  ) {
    self.title = title
    self.heads = heads
    self.rows = rows
    self.selected = selected
    self.legend = legend
  }

  /// The table by itself; the cursor on what is selected, which stands in brackets too.
  func canvas(width: Int) -> Canvas {
    let below = legend.flatMap { TextLayout.wrapped($0, to: max(1, width)) }
    var canvas = Canvas(size: Size(width: width, height: 2 + rows.count + below.count))
    canvas.put(title, x: 1, y: 0, style: .heading)
    // Four columns a cell where they fit, else three.
    let step = heads.count * 4 <= width ? 4 : 3
    for (column, head) in heads.enumerated() {
      canvas.put(head, x: column * step + 1, y: 1, width: 2, style: .muted)
    }
    for (row, cells) in rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        guard let cell else { continue }
        let place = Point(x: column * step, y: 2 + row)
        let isHere = selected == Point(x: column, y: row)
        let pad = String(repeating: " ", count: max(0, 2 - TextLayout.width(cell.text)))
        let end = isHere ? "]" : cell.isMarked ? "*" : " "
        let style: Style = isHere ? .selected : cell.isFaint ? .muted : .text
        canvas.put(
          (isHere ? "[" : " ") + pad + cell.text + end, x: place.x, y: place.y, style: style)
        if isHere { canvas.cursor = Point(x: min(width - 1, place.x + 1), y: place.y) }
      }
    }
    for (row, line) in below.enumerated() {
      canvas.put(line, x: 1, y: 2 + rows.count + row, style: .muted)
    }
    return canvas
  }
}
