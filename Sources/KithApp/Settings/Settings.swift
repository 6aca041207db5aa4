import TextUI

/// What a person sets once: how kith looks and answers, never what it keeps.
public struct Settings: Equatable, Sendable {
  /// A theme's name, as its file is called.
  public var theme = "terminal"
  public var glyphs = GlyphChoice.auto
  /// Whether clicks and the wheel do something.
  public var mouse = true
  /// Whole minutes without a key until the screen is blanked; 0 never.
  public var idleLock = 0
  public var firstWeekday = FirstWeekday.monday
  /// Which actions have other keys than kith gives them.
  public var keys = KeyChanges()

  public init() {}

  public enum FirstWeekday: String, CaseIterable, Sendable { case monday, sunday }
}

/// One setting that has a value; the keys are beside them (`KeyChanges`).
///
/// The settings file, the environment, More and `kith config` all read this one table.
public enum Setting: String, CaseIterable, Sendable {
  case theme, glyphs, mouse
  case idleLock = "idle-lock"
  case firstWeekday = "first-day"

  /// Its key in the settings file.
  public var key: String { rawValue }

  /// What it is called in the environment: `KITH_IDLE_LOCK`.
  public var variable: String {
    "KITH_" + String(rawValue.uppercased().map { $0 == "-" ? "_" : $0 })
  }

  public var title: String {
    switch self {
    case .theme: "Theme"
    case .glyphs: "Glyphs"
    case .mouse: "Mouse"
    case .idleLock: "Idle lock"
    case .firstWeekday: "First day of the week"
    }
  }

  /// The longest time after which a screen is blanked, in minutes.
  static let longestIdle = 240

  /// Takes a value in.
  ///
  /// - Parameter value: as the settings file has it; from the environment always a text.
  /// - Returns: what is wrong with it, in a sentence; nil when it was taken.
  func take(_ value: SettingValue, into settings: inout Settings) -> String? {
    switch (self, value) {
    case (.theme, .text(let name)): settings.theme = name
    case (.glyphs, .text(let word)):
      guard let choice = GlyphChoice(rawValue: word) else { return refusal(value) }
      settings.glyphs = choice
    case (.mouse, .truth(let isOn)): settings.mouse = isOn
    case (.mouse, .text(let word)):
      guard let isOn = Setting.truths[word] else { return refusal(value) }
      settings.mouse = isOn
    case (.idleLock, .number(let minutes)) where (0...Setting.longestIdle).contains(minutes):
      settings.idleLock = minutes
    case (.idleLock, .text(let word)):
      guard let minutes = Int(word), (0...Setting.longestIdle).contains(minutes) else {
        return refusal(value)
      }
      settings.idleLock = minutes
    case (.firstWeekday, .text(let word)):
      guard let day = Settings.FirstWeekday(rawValue: word) else { return refusal(value) }
      settings.firstWeekday = day
    default: return refusal(value)
    }
    return nil
  }

  /// Its value, as `take` takes it.
  func value(in settings: Settings) -> SettingValue {
    switch self {
    case .theme: .text(settings.theme)
    case .glyphs: .text(settings.glyphs.rawValue)
    case .mouse: .truth(settings.mouse)
    case .idleLock: .number(settings.idleLock)
    case .firstWeekday: .text(settings.firstWeekday.rawValue)
    }
  }

  /// What it takes, in words.
  public var takes: String {
    switch self {
    case .theme: "the name of a theme, like \"night\""
    case .glyphs: "\"auto\", \"unicode\" or \"ascii\""
    case .mouse: "true or false"
    case .idleLock: "whole minutes, 0 (never) to \(Setting.longestIdle)"
    case .firstWeekday: "\"monday\" or \"sunday\""
    }
  }

  private func refusal(_ value: SettingValue) -> String {
    "“\(key)” takes \(takes), not \(value.shown)."
  }

  private static let truths = [
    "true": true, "on": true, "yes": true, "1": true, "false": false, "off": false, "no": false,
    "0": false,
  ]
}

/// The value of one setting.
public enum SettingValue: Equatable, Sendable {
  case text(String)
  case number(Int)
  case truth(Bool)
  /// A kind that no setting takes, as a person calls it.
  case other(String)

  /// How it stands in the settings file.
  var written: String {
    switch self {
    case .text(let text): "\"\(text)\""
    case .number(let number): "\(number)"
    case .truth(let isOn): "\(isOn)"
    case .other(let words): words
    }
  }

  var shown: String {
    if case .text(let text) = self { return "“\(text)”" }
    return written
  }
}
