import TextUI

/// The themes that come with kith, each a table in a file beside this one.
public enum Themes {
  /// The one that needs no choice: the terminal's own colours.
  public static let standard = "terminal"

  /// In the order in which they are offered.
  public static let names = [
    standard, "night", "paper", "high-contrast", "deuteranopia", "tritanopia", "monochrome",
  ]

  /// A theme's file as text, to begin one's own from; nil for a name that is none of kith's.
  public static func text(of name: String) -> String? {
    let bytes: [UInt8]
    switch name {
    case "terminal": bytes = PackageResources.terminal_toml
    case "night": bytes = PackageResources.night_toml
    case "paper": bytes = PackageResources.paper_toml
    case "high-contrast": bytes = PackageResources.high_contrast_toml
    case "deuteranopia": bytes = PackageResources.deuteranopia_toml
    case "tritanopia": bytes = PackageResources.tritanopia_toml
    case "monochrome": bytes = PackageResources.monochrome_toml
    default: return nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether it may be a theme's name, and so a file's: letters, digits, `-` and `_`.
  public static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 64
      && name.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
          || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
  }
}

/// Every theme that can be chosen: kith's, and a person's own, which win over kith's of the same name.
public struct ThemeShelf: Sendable {
  /// The path and the text of a person's own theme; nil when there is none of that name.
  public var own: @Sendable (String) throws(FileFault) -> (path: String, text: String)?
  /// The names of a person's own themes, in their order.
  public var ownNames: @Sendable () -> [String]

  public init(
    own: @escaping @Sendable (String) throws(FileFault) -> (path: String, text: String)?,
    ownNames: @escaping @Sendable () -> [String]
  ) {
    self.own = own
    self.ownNames = ownNames
  }

  /// Kith's themes alone.
  public static let builtIn = ThemeShelf(own: { _ in nil }, ownNames: { [] })

  /// Kith's first, then one's own that have another name.
  public var names: [String] {
    Themes.names + ownNames().filter { !Themes.names.contains($0) }
  }

  /// A theme by its name.
  ///
  /// - Throws: what is wrong in its file, or that there is none; never without a fault.
  public func theme(_ name: String) throws(ThemeFaults) -> Theme {
    try file(name, behind: [])?.theme ?? .standard
  }

  /// What a theme's file says of it; empty for one that says nothing or cannot be read.
  public func summary(of name: String) -> String {
    do throws(ThemeFaults) {
      if let file = try file(name, behind: []) { return file.summary }
      return "the terminal's own background and colours"
    } catch {
      return "cannot be used: \(error.faults.first?.words ?? "")"
    }
  }

  /// A theme's file; nil for the default, which needs none.
  ///
  /// - Parameter behind: the themes that are inheriting it already.
  private func file(_ name: String, behind: [String]) throws(ThemeFaults) -> ThemeFile? {
    guard Themes.isName(name) else {
      throw ThemeFaults([
        FileFault(
          file: "", line: nil,
          words: "“\(name)” is not a theme's name; it has letters, digits, - and _ only.")
      ])
    }
    // One that inherits its own name means kith's.
    if !behind.contains(name) {
      let found: (path: String, text: String)?
      do throws(FileFault) {
        found = try own(name)
      } catch {
        throw ThemeFaults([error])
      }
      if let found { return try read(found.text, file: found.path, behind: behind + [name]) }
    }
    if name == Themes.standard { return nil }
    guard let text = Themes.text(of: name), behind.filter({ $0 == name }).count < 2 else {
      let others = names.joined(separator: ", ")
      throw ThemeFaults([
        FileFault(
          file: "", line: nil,
          words: behind.contains(name)
            ? "“\(name)” inherits itself."
            : "There is no theme “\(name)”. There are: \(others).")
      ])
    }
    return try read(text, file: "themes/\(name).toml", behind: behind + [name])
  }

  private func read(
    _ text: String, file: String, behind: [String]
  ) throws(ThemeFaults) -> ThemeFile {
    try ThemeFile(text, file: file) { base throws(ThemeFaults) in
      try self.file(base, behind: behind)?.theme ?? .standard
    }
  }
}
