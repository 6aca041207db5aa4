extension TextField {
  /// Rows that the text and its caret take at a width; one for a single line.
  public func height(width: Int) -> Int {
    rows(width: width - 1).count
  }

  /// Draws the text; with focus the canvas's cursor goes to the caret.
  ///
  /// A line that is too long shows the part around the caret; so do many lines in too few rows. The last
  /// column is the caret's own, so that it shows behind a full line. Of many lines the caret's alone
  /// looks typed in: underlined from edge to edge they would be hard to read.
  public func draw(
    on canvas: inout Canvas, in rect: Rect, focused: Bool, style: Style = .field
  ) {
    guard rect.width > 0, rect.height > 0 else { return }
    if multiline {
      drawRows(on: &canvas, in: rect, focused: focused, style: style)
    } else {
      drawLine(on: &canvas, in: rect, focused: focused, style: style)
    }
  }

  /// The style of the line that is typed in.
  private func typedStyle(_ style: Style) -> Style { style == .field ? .fieldFocused : style }

  private func drawLine(
    on canvas: inout Canvas, in rect: Rect, focused: Bool, style: Style
  ) {
    let style = focused ? typedStyle(style) : style
    canvas.fill(rect, style: style)
    let start = focused ? firstShown(width: rect.width) : 0
    // Every character but a mark takes a column: so many are enough, whatever lies beyond.
    let shown = start..<min(characters.count, start + rect.width * 2)
    put(shown, on: &canvas, x: rect.x, y: rect.y, width: rect.width, focused, style)
    if focused {
      let column = width(of: characters[start..<place])
      canvas.cursor = Point(x: rect.x + min(column, rect.width - 1), y: rect.y)
    }
  }

  /// The first character shown of a long line: it moves by half a width, so most keys redraw little.
  private func firstShown(width: Int) -> Int {
    let step = max(1, width / 2)
    var start = 0
    var columns = self.width(of: characters[..<place])
    while columns > width - 1, start < place {
      var moved = 0
      while moved < step, start < place {
        moved += TextLayout.width(of: characters[start])
        start += 1
      }
      columns -= moved
    }
    return start
  }

  private func drawRows(
    on canvas: inout Canvas, in rect: Rect, focused: Bool, style: Style
  ) {
    canvas.fill(rect, style: style)
    let rows = rows(width: max(1, rect.width - 1))
    layout.note(height: rect.height)
    let row = row(in: rows)
    let top = focused ? max(0, min(row - rect.height / 2, rows.count - rect.height)) : 0
    for (offset, shown) in rows.dropFirst(top).prefix(rect.height).enumerated() {
      let isTyped = focused && top + offset == row
      let style = isTyped ? typedStyle(style) : style
      let line = Rect(x: rect.x, y: rect.y + offset, width: rect.width, height: 1)
      if isTyped { canvas.fill(line, style: style) }
      put(shown, on: &canvas, x: line.x, y: line.y, width: line.width, focused, style)
    }
    guard focused else { return }
    let column = width(of: characters[rows[row].lowerBound..<place])
    canvas.cursor = Point(x: rect.x + min(column, rect.width - 1), y: rect.y + row - top)
  }

  /// Draws some characters of one row, those that are selected in their own style.
  private func put(
    _ shown: Range<Int>, on canvas: inout Canvas, x: Int, y: Int, width: Int, _ focused: Bool,
    _ style: Style
  ) {
    let isBroken = multiline && shown.upperBound < characters.count
    canvas.mark(
      Rect(x: x, y: y, width: width, height: 1),
      .text(from: shown.lowerBound, to: shown.upperBound - (isBroken ? 1 : 0)))
    let selected =
      (focused ? selection : nil)?.clamped(to: shown) ?? shown.lowerBound..<shown.lowerBound
    let parts = [
      (shown.lowerBound..<selected.lowerBound, style), (selected, .selection),
      (selected.upperBound..<shown.upperBound, style),
    ]
    var column = x
    for (part, style) in parts where !part.isEmpty && column < x + width {
      let text = String(characters[part].filter { $0 != "\n" })
      column += canvas.put(text, x: column, y: y, width: x + width - column, style: style)
    }
  }
}
