/// A question with a few answers. The first one is safe, has the focus, and is what Esc means.
public struct Dialog: Equatable, Sendable {
  public var title: String
  public var message: String
  public var buttons: [String]
  /// Which button Enter presses.
  public private(set) var focus = 0

  public init(title: String, message: String, buttons: [String]) {
    self.title = title
    self.message = message
    self.buttons = buttons
  }

  /// Moves between the buttons.
  ///
  /// - Returns: the button that was pressed; nil while none was.
  public mutating func handle(_ key: Key) -> Int? {
    let last = max(0, buttons.count - 1)
    switch key {
    case .left, .backTab, .up: focus = max(0, focus - 1)
    case .right, .down: focus = min(last, focus + 1)
    case .tab: focus = focus == last ? 0 : focus + 1
    case .enter: return focus
    case .escape: return 0
    default: break
    }
    return nil
  }

  /// Draws the question in the middle of a screen, which is dimmed.
  public func draw(over canvas: inout Canvas) {
    Sheet.dim(&canvas)
    let width = min(canvas.size.width, 60)
    let lines = lines(width: max(1, width - 6))
    let height = min(canvas.size.height, lines.count + 4)
    let sheet = Rect(
      x: (canvas.size.width - width) / 2, y: max(0, (canvas.size.height - height) / 2 - 1),
      width: width, height: height)
    Sheet.draw(on: &canvas, in: sheet, title: title)
    let inner = sheet.inset(dx: 3, dy: 1)
    for (row, line) in lines.prefix(max(0, height - 3)).enumerated() {
      canvas.put(line, x: inner.x, y: inner.y + row, width: inner.width)
    }
    drawButtons(on: &canvas, in: inner, y: max(0, sheet.maxY - 2))
  }

  /// The message, a little narrower where that leaves no word alone on the last line.
  private func lines(width: Int) -> [String] {
    let lines = TextLayout.wrapped(message, to: width)
    func isEven(_ lines: [String]) -> Bool { lines.last?.contains(" ") ?? true }
    guard lines.count > 1, !isEven(lines) else { return lines }
    return (width * 2 / 3..<width).reversed().lazy.map { TextLayout.wrapped(message, to: $0) }
      .first { $0.count == lines.count && isEven($0) } ?? lines
  }

  private func drawButtons(on canvas: inout Canvas, in inner: Rect, y: Int) {
    canvas.cursor = Point(x: max(0, min(inner.x, canvas.size.width - 1)), y: y)
    let all = buttons.reduce(0) { $0 + TextLayout.width($1) + 3 }
    // Too narrow for all of them: the focused one alone.
    let shown = all <= inner.width + 1 ? buttons.indices : focus..<min(focus + 1, buttons.count)
    var x = inner.x
    for index in shown {
      let isFocused = index == focus
      let text = isFocused ? "[\(buttons[index])]" : " \(buttons[index]) "
      if isFocused, x + 1 < canvas.size.width { canvas.cursor = Point(x: x + 1, y: y) }
      let style: Style = isFocused ? .tabActive : .muted
      let width = canvas.put(text, x: x, y: y, width: inner.maxX - x, style: style)
      canvas.mark(Rect(x: x, y: y, width: width, height: 1), .button(index))
      x += width + 1
    }
  }
}
