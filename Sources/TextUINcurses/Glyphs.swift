import TextUI

/// Which glyphs a terminal has.
enum Glyphs {
  /// All that UTF-8 can say.
  case full
  /// The Linux console: letters, straight lines and blocks; nothing wide, no braille.
  case console
  /// ASCII alone.
  case ascii

  /// Glyphs of somebody's choice; without UTF-8 there is none but ASCII.
  init(_ choice: GlyphChoice, hasUTF8: Bool, isConsole: Bool) {
    switch choice {
    case _ where !hasUTF8: self = .ascii
    case .ascii: self = .ascii
    case .unicode: self = .full
    case .auto: self = isConsole ? .console : .full
    }
  }

  /// A cell's text as this terminal can show it, as wide as before: two signs for a wide one.
  func text(of cell: Cell) -> String {
    switch self {
    case .full: return cell.text
    case .console where Self.consoleHas(cell.text): return cell.text
    case .console, .ascii:
      let plain = self == .console ? Self.consoleSign(cell.text) : PlainGlyphs.ascii(cell.text)
      return cell.width == 2 ? plain + " " : plain
    }
  }

  private static func consoleHas(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return true }
    if text.unicodeScalars.count > 1 { return false }
    if "─│┌┐└┘├┤┬┴┼█▄▌▐▀░▒▓·«»£°±¿¡".unicodeScalars.contains(first) { return true }
    return first.value < 0x530 && (first.isASCII || first.properties.isAlphabetic)
  }

  private static func consoleSign(_ text: String) -> String {
    switch text {
    case "╭": "┌"
    case "╮": "┐"
    case "╰": "└"
    case "╯": "┘"
    case "▅", "▆", "▃": "▄"
    case "▇": "█"
    default: PlainGlyphs.ascii(text)
    }
  }
}
