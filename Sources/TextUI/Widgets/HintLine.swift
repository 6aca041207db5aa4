/// The line that says which keys do what here: "↵ open   / find   ? help".
public enum HintLine {
  /// Draws the hints on a row; where it is narrow those before the last are left out, from the end.
  public static func draw(
    on canvas: inout Canvas, y: Int, hints: [(key: String, label: String)]
  ) {
    let row = Rect(x: 1, y: y, width: max(0, canvas.size.width - 1), height: 1)
    draw(on: &canvas, in: row, hints: hints)
  }

  static func draw(on canvas: inout Canvas, in row: Rect, hints: [(key: String, label: String)]) {
    var x = row.x
    for hint in fitting(hints, in: row.width) {
      if x > row.x { x += gap }
      let left = row.maxX - x
      let start = x
      x += canvas.put(hint.key, x: x, y: row.y, width: left, style: .key)
      let label = TextLayout.truncated(hint.label, to: row.maxX - x - 1)
      x += canvas.put(" " + label, x: x, y: row.y, width: row.maxX - x, style: .muted)
      if let key = Key(named: hint.key) {
        canvas.mark(Rect(x: start, y: row.y, width: x - start, height: 1), .key(key))
      }
    }
  }

  private static let gap = 3

  private static func fitting(
    _ hints: [(key: String, label: String)], in width: Int
  ) -> [(key: String, label: String)] {
    guard let last = hints.last else { return [] }
    var shown: [(key: String, label: String)] = []
    var left = width - columns(last)
    for hint in hints.dropLast() {
      left -= columns(hint) + gap
      guard left >= 0 else { break }
      shown.append(hint)
    }
    return shown + [last]
  }

  private static func columns(_ hint: (key: String, label: String)) -> Int {
    TextLayout.width(hint.key) + 1 + TextLayout.width(hint.label)
  }
}
