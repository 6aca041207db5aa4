import TextUI

/// The keys of the screen beneath, made from the table that dispatches them.
struct HelpPage: Equatable, Sendable {
  private let rows: [KeyRow]
  private var cursor = LineCursor()

  init(rows: [KeyRow]) {
    self.rows = rows
  }

  /// False for a key that closes the page.
  mutating func handle(_ key: Key, width: Int, height: Int) -> Bool {
    let moved: Key =
      switch key {
      case Key("j"): .down
      case Key("k"): .up
      case Key(" "), .control("d"): .pageDown
      case .control("u"): .pageUp
      case Key("g"): .home
      case Key("G"): .end
      default: key
      }
    return cursor.handle(moved, lines: lines(width: width), height: height)
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    canvas.fill(rect)
    cursor.draw(lines(width: rect.width), on: &canvas, in: rect)
  }

  private func lines(width: Int) -> [Line] {
    var lines: [Line] = []
    for group in KeyGroup.allCases {
      let own = rows.filter { $0.group == group }
      guard !own.isEmpty else { continue }
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(.heading(group.rawValue))
      for row in own { lines += self.lines(row, width: width) }
    }
    return lines
  }

  private func lines(_ row: KeyRow, width: Int) -> [Line] {
    let x = 20
    let off = row.offReason.map { " (\($0))" } ?? ""
    return TextLayout.wrapped(row.title + off, to: max(10, width - x - 1)).enumerated().map {
      index, part in
      Line(
        (index == 0 ? [Span(4, row.keyWords, .key)] : [])
          + [Span(x, part, row.offReason == nil ? .text : .muted)])
    }
  }
}
