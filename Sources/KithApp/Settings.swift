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

  public init() {}

  public enum GlyphChoice: String, CaseIterable, Sendable { case auto, unicode, ascii }

  public enum FirstWeekday: String, CaseIterable, Sendable { case monday, sunday }
}
