/// How many colours a terminal can show at once.
public enum ColourDepth: Int, CaseIterable, Sendable {
  case none, eight, sixteen, many

  /// The depth of a terminal that says it has so many colours.
  public init(colours: Int) {
    switch colours {
    case 256...: self = .many
    case 16...: self = .sixteen
    case 8...: self = .eight
    default: self = .none
    }
  }
}

/// How one style looks.
public struct Look: Hashable, Sendable {
  /// What every terminal can do beside colour; the rest never carries meaning.
  public struct Attributes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let bold = Attributes(rawValue: 1)
    public static let underline = Attributes(rawValue: 2)
    public static let reverse = Attributes(rawValue: 4)
  }

  /// The palette's number; nil is the terminal's own colour.
  public var foreground: Int?
  public var background: Int?
  public var attributes: Attributes

  public init(
    _ foreground: Int? = nil, on background: Int? = nil, _ attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}

/// What every style looks like at every colour depth. Screens never see it; the terminal does.
public struct Theme: Equatable, Sendable {
  private var looks: [ColourDepth: [Style: Look]]

  /// A theme where every style looks plain until it is set.
  public init() {
    looks = [:]
  }

  /// A style's look at a depth; without colours its attributes alone remain.
  public subscript(style: Style, depth: ColourDepth) -> Look {
    get { looks[depth]?[style] ?? Look() }
    set { looks[depth, default: [:]][style] = newValue }
  }
}

extension Theme {
  /// The colour behind everything; nil is the terminal's own.
  public func ground(_ depth: ColourDepth) -> Int? { self[.text, depth].background }

  /// Whether a style shows on a blank.
  public func marksBlanks(_ style: Style, _ depth: ColourDepth) -> Bool {
    let look = self[style, depth]
    return look.background != ground(depth)
      || !look.attributes.isDisjoint(with: [.underline, .reverse])
  }

  /// The theme that needs no choice: the terminal's own colours, legible on black and on white.
  ///
  /// The colours of 256 have a contrast of at least 3.9 : 1 with both. Of 8 or 16 only red and magenta are
  /// used: usual palettes make each of the others unreadable on black or on white. Red can be, on
  /// black, so what is late brings a red background.
  public static let standard: Theme = {
    var theme = Theme()
    for (style, many, few, attributes) in standardLooks {
      theme[style, .many] = Look(many, attributes)
      theme[style, .sixteen] = Look(few, attributes)
      theme[style, .eight] = Look(few, attributes)
      theme[style, .none] = Look(nil, attributes)
    }
    for style in [Style.overdue, .problem] {
      theme[style, .sixteen] = Look(15, on: 1, .bold)
      theme[style, .eight] = Look(7, on: 1, .bold)
    }
    // The Linux console shows no underline beside colours.
    theme[.fieldFocused, .eight] = Look(7, on: 4, .bold)
    theme[.selected, .none] = Look(nil, [.bold, .underline])
    return theme
  }()

  private static let red = 196
  private static let orange = 130
  private static let green = 29
  private static let blue = 31
  private static let purple = 132
  private static let grey = 243

  private static let standardLooks: [(Style, Int?, Int?, Look.Attributes)] = [
    (.text, nil, nil, []),
    (.strong, nil, nil, .bold),
    (.muted, grey, nil, []),
    (.title, nil, nil, .bold),
    (.heading, blue, nil, .bold),
    (.accent, blue, 5, []),
    (.key, nil, nil, .bold),
    (.rule, grey, nil, []),
    (.marker, blue, 5, []),
    // As the names of the other rows, so that a step in a list writes the marker alone.
    (.selected, nil, nil, .bold),
    (.overdue, red, nil, .bold),
    (.good, green, nil, []),
    (.problem, red, nil, .bold),
    (.voice, purple, nil, []),
    (.training, orange, 5, .bold),
    (.tabActive, blue, 5, .bold),
    (.field, nil, nil, []),
    (.fieldFocused, nil, nil, .underline),
    (.placeholder, grey, nil, []),
    (.dimmed, grey, nil, []),
    (.chart, blue, nil, []),
    (.chartTarget, orange, 5, []),
    (.match, blue, 5, [.bold, .underline]),
    (.toast, green, nil, .bold),
    (.selection, nil, nil, .reverse),
  ]
}
