/// What a piece of text means; how it looks is the theme's to say, never a screen's.
public enum Style: UInt8, CaseIterable, Sendable {
  case text, strong, muted, title, heading, accent, key, rule
  /// The `▌` that stands where you are.
  case marker
  /// The name on the selected row; an attribute on it, never a whole row reversed.
  case selected
  case overdue, good, problem
  /// A person's own words.
  case voice
  case training, tabActive, field, fieldFocused
  /// What may be typed in a field, while it does not have the focus or before it is typed.
  case placeholder
  /// What lies behind a sheet.
  case dimmed
  case chart, chartTarget, match, toast
  /// Text that is selected, to be cut or typed over.
  case selection
}

extension Style {
  /// The role's name in a theme's file: `field-focused`.
  public var name: String {
    "\(self)".reduce(into: "") { name, letter in
      name += letter.isUppercase ? "-\(letter.lowercased())" : String(letter)
    }
  }

  /// One letter for each style, for canvases written as text; plain text is a dot.
  public var letter: Character {
    switch self {
    case .text: "."
    case .strong: "S"
    case .muted: "m"
    case .title: "T"
    case .heading: "H"
    case .accent: "a"
    case .key: "k"
    case .rule: "-"
    case .marker: ">"
    case .selected: "s"
    case .overdue: "!"
    case .good: "g"
    case .problem: "p"
    case .voice: "v"
    case .training: "R"
    case .tabActive: "t"
    case .field: "f"
    case .fieldFocused: "F"
    case .placeholder: "h"
    case .dimmed: "d"
    case .chart: "c"
    case .chartTarget: "C"
    case .match: "x"
    case .toast: "o"
    case .selection: "e"
    }
  }
}
