/// One line that says what just happened.
public enum Toast {
  public enum Kind: Equatable, Sendable {
    /// Something was done: `✓`.
    case done
    /// Something to know; nothing was done.
    case note
    /// Something did not work: `!`.
    case problem
  }

  /// Draws the sentence on a row, with the sign of its kind before it.
  public static func draw(
    on canvas: inout Canvas, y: Int, text: String, kind: Kind = .done
  ) {
    canvas.fill(Rect(x: 0, y: y, width: canvas.size.width, height: 1))
    let (sign, signStyle): (String, Style) =
      switch kind {
      case .done: ("✓", .good)
      case .note: ("·", .muted)
      case .problem: ("!", .problem)
      }
    canvas.put(sign, x: 1, y: y, style: signStyle)
    let short = TextLayout.truncated(text, to: canvas.size.width - 4)
    canvas.put(short, x: 3, y: y, style: kind == .problem ? .problem : .toast)
  }
}
