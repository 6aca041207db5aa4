/// Neighbouring cells of a row that look alike, for whoever writes a canvas somewhere else.
public struct CanvasRun: Equatable, Sendable {
  /// The column that it starts in.
  public var x: Int
  /// Columns.
  public var width: Int
  public var text: String
  public var style: Style
}

extension Canvas {
  /// A row as runs, from the left; blanks at its end are left out, but for those of a style that
  /// shows on them.
  public func runs(ofRow y: Int, marksBlanks: (Style) -> Bool = { _ in false }) -> [CanvasRun] {
    var end = size.width
    while end > 0, self[end - 1, y].isBlank, !marksBlanks(self[end - 1, y].style) { end -= 1 }
    var runs: [CanvasRun] = []
    for x in 0..<end {
      let cell = self[x, y]
      if let last = runs.last, last.style == cell.style {
        runs[runs.count - 1].text += cell.text
        runs[runs.count - 1].width += 1
      } else {
        runs.append(CanvasRun(x: x, width: 1, text: cell.text, style: cell.style))
      }
    }
    return runs
  }
}
