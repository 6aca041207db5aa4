import TextUI
import Themes

/// Which actions have other keys than kith gives them, by screen.
///
/// An action's name is its title in help, in small letters with `-` between the words: `Add a family` is
/// `add-a-family`. A screen's name is `Screen.keyPlace`.
public struct KeyChanges: Equatable, Sendable {
  /// By the screen's name, then the action's.
  private var changes: [String: [String: [Key]]] = [:]

  public init() {}

  public var isEmpty: Bool { changes.isEmpty }

  mutating func set(_ keys: [Key], for action: String, in place: String) {
    changes[place, default: [:]][action] = keys
  }

  mutating func unset(_ action: String, in place: String) {
    changes[place]?[action] = nil
    if changes[place]?.isEmpty == true { changes[place] = nil }
  }

  /// The keys that an action was given; nil for one that keeps its own.
  func keys(of action: String, in place: String) -> [Key]? { changes[place]?[action] }

  /// The name of an action: `add-a-family` for `Add a family`.
  static func name(of title: String) -> String {
    var name = ""
    for scalar in title.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        name.unicodeScalars.append(scalar)
      } else if scalar != "'" && scalar != "’", !name.isEmpty, name.last != "-" {
        name += "-"
      }
    }
    while name.last == "-" { name.removeLast() }
    return name
  }

  /// A table with the keys changed. A key that was given to an action is no other row's any more.
  func applied<Row: KeyedRow>(to rows: [Row], in place: String) -> [Row] {
    guard !isEmpty else { return rows }
    let new = rows.map { row in
      let name = KeyChanges.name(of: row.title)
      // What moves about is one thing everywhere.
      return keys(of: name, in: place)
        ?? (row.group == .moving ? keys(of: name, in: KeyTable.everywhere) : nil)
    }
    let claimed = Set(new.compactMap(\.self).joined())
    guard new.contains(where: { $0 != nil }) else { return rows }
    return zip(rows, new).map { row, keys in
      var row = row
      row.keys = keys ?? row.keys.filter { !claimed.contains($0) }
      return row
    }
  }
}

/// A row of a table of keys, with or without its action.
protocol KeyedRow {
  var keys: [Key] { get set }
  var title: String { get }
  var group: KeyGroup { get }
}

extension KeyBinding: KeyedRow {}
extension KeyRow: KeyedRow {}
