/// One line that says what just happened.
public enum Toast {
  /// Draws the sentence on a row; a problem has its own style and a `!`, a success a `✓`.
  public static func draw(
    on canvas: inout Canvas, y: Int, text: String, isProblem: Bool = false
  ) {
    canvas.fill(Rect(x: 0, y: y, width: canvas.size.width, height: 1))
    let style: Style = isProblem ? .problem : .toast
    canvas.put(isProblem ? "!" : "✓", x: 1, y: y, style: isProblem ? .problem : .good)
    let short = TextLayout.truncated(text, to: canvas.size.width - 4)
    canvas.put(short, x: 3, y: y, style: style)
  }
}
