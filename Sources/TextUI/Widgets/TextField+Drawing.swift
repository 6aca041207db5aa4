extension TextField {
  /// Rows that the text and its caret take at a width; one for a single line.
  public func height(width: Int) -> Int {
    lines(width: width - 1).count
  }

  /// Draws the text; with focus the canvas's cursor goes to the caret.
  ///
  /// A line that is too long shows the part around the caret; so do many lines in too few rows. The last
  /// column is the caret's own, so that it shows behind a full line.
  public func draw(
    on canvas: inout Canvas, in rect: Rect, focused: Bool, style: Style = .field
  ) {
    guard rect.width > 0, rect.height > 0 else { return }
    let style = focused && style == .field ? .fieldFocused : style
    canvas.fill(rect, style: style)
    if multiline {
      drawRows(on: &canvas, in: rect, focused: focused, style: style)
    } else {
      drawLine(on: &canvas, in: rect, focused: focused, style: style)
    }
  }

  private func drawLine(
    on canvas: inout Canvas, in rect: Rect, focused: Bool, style: Style
  ) {
    let start = focused ? firstShown(width: rect.width) : 0
    let shown = String(characters[start...])
    canvas.put(shown, x: rect.x, y: rect.y, width: rect.width, style: style)
    if focused {
      let column = width(of: characters[start..<caret])
      canvas.cursor = Point(x: rect.x + min(column, rect.width - 1), y: rect.y)
    }
  }

  /// The first character shown of a long line: it moves by half a width, so most keys redraw little.
  private func firstShown(width: Int) -> Int {
    let step = max(1, width / 2)
    var start = 0
    var columns = self.width(of: characters[..<caret])
    while columns > width - 1, start < caret {
      var moved = 0
      while moved < step, start < caret {
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
    let room = max(1, rect.width - 1)
    noteWidth(room)
    let lines = lines(width: room)
    let row = row(in: lines)
    let top = focused ? max(0, min(row - rect.height / 2, lines.count - rect.height)) : 0
    for (offset, line) in lines.dropFirst(top).prefix(rect.height).enumerated() {
      let text = String(characters[line].filter { $0 != "\n" })
      canvas.put(text, x: rect.x, y: rect.y + offset, width: rect.width, style: style)
    }
    guard focused else { return }
    let column = width(of: characters[lines[row].lowerBound..<caret])
    canvas.cursor = Point(x: rect.x + min(column, rect.width - 1), y: rect.y + row - top)
  }
}
