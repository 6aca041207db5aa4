/// The rounded box that slides over a screen: forms, dialogs and the palette stand on it.
enum Sheet {
  /// Dims what is behind, and takes no click for it.
  static func dim(_ canvas: inout Canvas) {
    canvas.restyle(Rect(x: 0, y: 0, width: canvas.size.width, height: canvas.size.height), .dimmed)
    canvas.cursor = nil
    canvas.clearZones()
  }

  /// Draws the box with its title in the upper edge, and a word in the lower edge.
  static func draw(on canvas: inout Canvas, in rect: Rect, title: String = "", below: String = "") {
    guard rect.width >= 2, rect.height >= 2 else { return canvas.fill(rect) }
    canvas.fill(rect)
    edge(on: &canvas, rect, y: rect.y, ends: ("╭", "╮"), word: title, style: .title)
    for y in (rect.y + 1)..<(rect.maxY - 1) {
      canvas.put("│", x: rect.x, y: y, style: .rule)
      canvas.put("│", x: rect.maxX - 1, y: y, style: .rule)
    }
    edge(on: &canvas, rect, y: rect.maxY - 1, ends: ("╰", "╯"), word: below, style: .muted)
  }

  private static func edge(
    on canvas: inout Canvas, _ rect: Rect, y: Int, ends: (String, String), word: String,
    style: Style
  ) {
    canvas.fill(Rect(x: rect.x, y: y, width: rect.width, height: 1), with: "─", style: .rule)
    canvas.put(ends.0, x: rect.x, y: y, style: .rule)
    canvas.put(ends.1, x: rect.maxX - 1, y: y, style: .rule)
    let short = TextLayout.truncated(word, to: rect.width - 6)
    guard !short.isEmpty else { return }
    let end = rect.x + 2 + canvas.put(" " + short, x: rect.x + 2, y: y, style: style)
    canvas.put(" ", x: end, y: y, style: style)
  }
}
