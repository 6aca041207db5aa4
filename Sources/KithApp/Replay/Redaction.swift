import TextUI

extension Canvas {
  /// The canvas with an `x` for every letter and a `0` for every digit, in every script: what is left
  /// is where things stand, without a word of anybody.
  ///
  /// Only marks that are known to say nothing stay: lines, blocks, arrows, punctuation.
  public var redacted: Canvas {
    var redacted = Canvas(size: size)
    redacted.cursor = cursor
    for y in 0..<size.height {
      for run in runs(ofRow: y, marksBlanks: { _ in true }) {
        var x = run.x
        while x < run.x + run.width {
          let cell = self[x, y]
          let width = max(1, cell.width)
          let signs = String(repeating: Redaction.sign(for: cell.text), count: width)
          redacted.put(signs, x: x, y: y, width: width, style: cell.style)
          x += width
        }
      }
    }
    return redacted
  }
}

/// What may be said of a caseload to somebody who may know nothing of it.
public enum Redaction {
  /// A text of a script or a frame's name, without a word in it.
  public static func text(_ text: String) -> String {
    text.map { sign(for: String($0)) }.joined()
  }

  /// A sentence of kith's own with what it quotes blanked.
  public static func sentence(_ sentence: String) -> String {
    var isQuoted = false
    return sentence.map { character in
      if character == "”" { isQuoted = false }
      defer { if character == "“" { isQuoted = true } }
      return isQuoted ? sign(for: String(character)) : String(character)
    }.joined()
  }

  static func sign(for text: String) -> String {
    guard let first = text.first, text.count == 1 else { return text.isEmpty ? "" : "x" }
    if harmless.contains(first) || isDrawn(first) { return text }
    if first.isASCII, first.isNumber { return "0" }
    return first.isUppercase ? "X" : "x"
  }

  private static let harmless = Set(" .,:;!?'\"()[]<>{}/\\|@#&*+-=_~^%$`…·“”‘’–—→←↑↓↵›‹✓★●○▌")

  /// Lines, blocks and the dots of charts.
  private static func isDrawn(_ character: Character) -> Bool {
    let scalars = character.unicodeScalars
    guard let scalar = scalars.first, scalars.count == 1 else { return false }
    return (0x2500...0x259F).contains(scalar.value) || (0x2800...0x28FF).contains(scalar.value)
  }
}
