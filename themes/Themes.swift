import TextUI

/// The themes that come with kith, each a table in a file beside this one.
public enum Themes {
  /// The one that needs no choice: the terminal's own colours.
  public static let standard = Theme.standard
}
