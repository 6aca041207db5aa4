/// A line or two that say what just happened.
public enum Toast {
  public enum Kind: Equatable, Sendable {
    /// Something was done: `✓`.
    case done
    /// Something to know; nothing was done.
    case note
    /// Something did not work: `!`.
    case problem
  }

  /// A sentence and what can be done about it, in at most two lines of a width; the hint is whole
  /// wherever there is room for it.
  public static func lines(_ text: String, hint: String = "", width: Int) -> [String] {
    let room = max(1, width - 4)
    let end = hint.isEmpty ? "" : " · \(hint)"
    let whole = TextLayout.wrapped(text + end, to: room)
    guard whole.count > 2 else { return whole }
    let first = whole[0]
    let rest = TextLayout.wrapped(text, to: room).dropFirst().joined(separator: " ")
    return [first, TextLayout.truncated(rest, to: max(0, room - TextLayout.width(end))) + end]
  }

  /// Draws the lines, the last of them on a row, with the sign of their kind before the first.
  public static func draw(
    on canvas: inout Canvas, bottom: Int, lines: [String], kind: Kind = .done
  ) {
    let (sign, signStyle, style): (String, Style, Style) =
      switch kind {
      case .done: ("✓", .good, .toast)
      case .note: ("·", .muted, .strong)
      case .problem: ("!", .problem, .problem)
      }
    for (row, line) in lines.enumerated() {
      let y = bottom - lines.count + 1 + row
      canvas.fill(Rect(x: 0, y: y, width: canvas.size.width, height: 1))
      if row == 0 { canvas.put(sign, x: 1, y: y, style: signStyle) }
      let short = TextLayout.truncated(line, to: canvas.size.width - 4)
      canvas.put(short, x: 3, y: y, style: style)
    }
  }
}
