import TextUI

/// The names that a settings file uses for screens and actions.
extension KeyTable {
  /// The name of what means the same on every screen.
  static let everywhere = "everywhere"

  /// The rows of every screen by its name (`Screen.keyPlace`).
  static func places() -> [String: [KeyRow]] {
    Dictionary(
      sections().compactMap { title, rows in place(of: title).map { ($0, rows) } },
      uniquingKeysWith: +)
  }

  /// Whether the keys of a screen can be changed. While a family watches, nothing is a surprise.
  static func isChangeable(_ place: String) -> Bool { place != "conference-mode" }

  /// A screen's name, from its title in the README's table; nil for what is no screen.
  static func place(of title: String) -> String? {
    switch title {
    case "a form", "text being typed": nil
    case "holding a review": "review-meeting"
    case "preparing a conference": "conference-preparation"
    case _ where title.hasPrefix("a family: "):
      "family-" + KeyChanges.name(of: String(title.dropFirst(10)))
    default: KeyChanges.name(of: title)
    }
  }

  /// Every action whose keys can be changed, as a settings file writes it, with the keys it has.
  public static func names(_ settings: Settings = Settings()) -> String {
    let tables = sections().compactMap { title, rows -> String? in
      guard let place = place(of: title), isChangeable(place) else { return nil }
      var seen: Set<String> = []
      let lines = settings.keys.applied(to: rows, in: place).compactMap { row -> String? in
        let name = KeyChanges.name(of: row.title)
        guard Set(row.keys).isDisjoint(with: KeyChanges.reserved), !row.keys.isEmpty,
          seen.insert(name).inserted
        else { return nil }
        return "\(name) = [\(row.keys.map(written).joined(separator: ", "))]\n"
      }
      return lines.isEmpty ? nil : "\n[keys.\(place)]\n" + lines.joined()
    }
    return """
      # What can have other keys, with the keys it has. Lines of this kind, under the name of their
      # screen, go into the settings file (kith config path); the rest keeps its keys.

      """ + tables.joined()
  }

  private static func written(_ key: Key) -> String {
    let label = key.label.reduce(into: "") { text, letter in
      text += "\"\\".contains(letter) ? "\\\(letter)" : String(letter)
    }
    return "\"\(label)\""
  }
}
