import Casework
import TextUI
import Themes

/// Where settings are kept and themes are found: files of the machine, or a test's own.
public struct SettingsDesk: Sendable {
  public var themes: ThemeShelf
  /// Keeps one setting for the next time; returns the file it went to.
  public var keep: @Sendable (Setting, SettingValue) throws(StoreError) -> String

  public init(
    themes: ThemeShelf,
    keep: @escaping @Sendable (Setting, SettingValue) throws(StoreError) -> String
  ) {
    self.themes = themes
    self.keep = keep
  }

  /// Kith's own themes, and nowhere to keep anything.
  public static let none = SettingsDesk(themes: .builtIn) { _, _ throws(StoreError) in
    throw .unavailable("There is no settings file here.")
  }
}
