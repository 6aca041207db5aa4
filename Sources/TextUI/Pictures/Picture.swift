/// A canvas in the colours of a theme, as something else can show it.
public struct Picture: Sendable {
  public var canvas: Canvas
  public var theme: Theme
  /// What stands above it; empty for nothing.
  public var caption: String

  public init(_ canvas: Canvas, theme: Theme = .standard, caption: String = "") {
    self.canvas = canvas
    self.theme = theme
    self.caption = caption
  }

  /// The rows as text alone.
  public var text: String {
    canvas.lines.map { $0 + "\n" }.joined()
  }

  /// The rows with the sequences that give them their colours, for `cat` in a terminal.
  public var ansi: String {
    let hasBackground = theme[.text, .many].background != nil
    return (0..<canvas.size.height).map { y in
      let row = canvas.runs(ofRow: y) { hasBackground || theme.marksBlanks($0, .many) }.map { run in
        "\u{1B}[0\(Picture.codes(of: theme[run.style, .many]))m\(run.text)"
      }
      return row.joined() + (row.isEmpty ? "" : "\u{1B}[0m") + "\n"
    }.joined()
  }

  private static func codes(of look: Look) -> String {
    var codes = ""
    if look.attributes.contains(.bold) { codes += ";1" }
    if look.attributes.contains(.underline) { codes += ";4" }
    if look.attributes.contains(.reverse) { codes += ";7" }
    if let colour = look.foreground { codes += ";38;5;\(colour)" }
    if let colour = look.background { codes += ";48;5;\(colour)" }
    return codes
  }

  // MARK: Colours

  /// What stands for the terminal's own colours where no terminal is.
  private static let ink = "#d8d8d8"
  private static let paper = "#16181d"

  var paper: String {
    theme[.text, .many].background.map(TerminalColour.hex) ?? Picture.paper
  }

  /// Foreground and background of a style, as `#rrggbb`; the background nil where it is the page's.
  func colours(of style: Style) -> (ink: String, paper: String?) {
    let look = theme[style, .many]
    let plain = theme[.text, .many].foreground.map(TerminalColour.hex) ?? Picture.ink
    let ink = look.foreground.map(TerminalColour.hex) ?? plain
    let behind = look.background.map(TerminalColour.hex)
    if look.attributes.contains(.reverse) { return (behind ?? paper, ink) }
    return (ink, behind == paper ? nil : behind)
  }

  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
  }
}
