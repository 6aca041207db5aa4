import TextUI

/// A theme that can be chosen.
public struct ThemeOffer: Equatable, Sendable {
  public var name: String
  /// What it says of itself, or why it cannot be used.
  public var summary: String

  public init(name: String, summary: String) {
    self.name = name
    self.summary = summary
  }
}

/// What changing a setting from a screen asks for.
public enum SettingStep: Equatable, Sendable {
  /// Shows it, and keeps nothing.
  case preview(Setting, SettingValue)
  /// Puts it in force, and keeps it for the next time.
  case keep(Setting, SettingValue)
}

/// The values of one setting, one under the other; the one under the cursor is shown at once.
struct SettingChoice: Equatable, Sendable {
  let setting: Setting
  let before: SettingValue
  private let offers: [(value: SettingValue, words: String)]
  var cursor = LineCursor()

  init(_ setting: Setting, _ settings: Settings, themes: [ThemeOffer]) {
    self.setting = setting
    before = setting.value(in: settings)
    var offers = setting.offers(themes: themes)
    if !offers.contains(where: { [before] in $0.value == before }) {
      offers.insert((before, ""), at: 0)
    }
    self.offers = offers
    cursor.item = offers.firstIndex { [before] in $0.value == before } ?? 0
  }

  var value: SettingValue {
    offers.indices.contains(cursor.item) ? offers[cursor.item].value : before
  }

  mutating func move(_ key: Key, width: Int, height: Int) {
    _ = cursor.handle(key, lines: lines(width: width), height: height)
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    cursor.draw(lines(width: rect.width), on: &canvas, in: rect)
  }

  static func == (one: SettingChoice, other: SettingChoice) -> Bool {
    one.setting == other.setting && one.before == other.before && one.cursor == other.cursor
      && one.offers.map(\.value) == other.offers.map(\.value)
  }

  func lines(width: Int) -> [Line] {
    let column = 22
    let rows = offers.enumerated().flatMap { index, offer in
      let note =
        width < 50 || offer.words.isEmpty
        ? []
        : TextLayout.wrapped(
          offer.words, to: max(10, width - column - 1))
      let name = setting.words(for: offer.value)
      let first = Line(
        [Span(4, name, .strong)] + (note.first.map { [Span(column, $0, .muted)] } ?? []),
        item: index)
      return [first] + note.dropFirst().map { Line([Span(column, $0, .muted)], item: index) }
    }
    return [.heading(setting.title)] + rows + (setting == .theme ? sample : [])
  }

  /// A little of everything that a theme colours.
  private var sample: [Line] {
    [
      .blank, .heading("How it looks"),
      Line([
        Span(2, "!", .overdue), Span(4, "Brannigan", .strong), Span(17, "review overdue", .overdue),
      ]),
      Line([
        Span(2, "✓", .good), Span(4, "Uncle Joe walks with her", .good),
        Span(32, "since 14 Sep", .muted),
      ]),
      Line([Span(4, "“I want mornings to be quiet.”", .voice)]),
      Line([
        Span(4, "▂▃▃▅▅", .chart), Span(11, "6", .accent), Span(14, "8", .chartTarget),
        Span(18, "a field", .field), Span(28, "typed in", .fieldFocused),
        Span(39, "not saved", .problem),
      ]),
    ]
  }
}

extension Setting {
  /// What it has, in a person's words.
  func words(for value: SettingValue) -> String {
    switch (self, value) {
    case (.mouse, .truth(let isOn)): isOn ? "on" : "off"
    case (.idleLock, .number(0)): "never"
    case (.idleLock, .number(1)): "after 1 minute"
    case (.idleLock, .number(let minutes)): "after \(minutes) minutes"
    case (.firstWeekday, .text(let day)): day.prefix(1).uppercased() + day.dropFirst()
    case (_, .text(let text)): text
    default: value.written
    }
  }

  /// The values to choose from, each with what it means.
  func offers(themes: [ThemeOffer]) -> [(value: SettingValue, words: String)] {
    switch self {
    case .theme: themes.map { (.text($0.name), $0.summary) }
    case .glyphs:
      [
        (.text("auto"), "what this terminal is known to have"),
        (.text("unicode"), "every line, mark and letter"),
        (.text("ascii"), "plain signs alone: + - | > !"),
      ]
    case .mouse:
      [
        (.truth(true), "clicks, the wheel, tabs and hints as buttons"),
        (.truth(false), "the terminal selects text by itself"),
      ]
    case .idleLock:
      [0, 1, 2, 5, 10, 15, 30, 60].map {
        (.number($0), $0 == 0 ? "the screen stays" : "without a key the screen is blanked")
      }
    case .firstWeekday:
      Settings.FirstWeekday.allCases.map { (.text($0.rawValue), "in every calendar") }
    }
  }
}
