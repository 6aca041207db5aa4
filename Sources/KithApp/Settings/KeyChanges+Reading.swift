import TextUI
import Themes

/// Reading the keys of a settings file: `[keys.families]`, `add-a-family = "n"`.
extension KeyChanges {
  /// Keys that are never given to anything else, and whose own actions keep them.
  static let reserved: [Key] =
    (0...9).map { Key(Character("\($0)")) } + [Key("?"), .control("g"), .escape, .control("c")]
    + Everywhere.keysAtOnce

  /// Keys that arrive as another one.
  private static let twins: [Key: String] = [
    .control("m"): "Enter", .control("j"): "Enter", .control("i"): "Tab",
    .control("h"): "Backspace", .control("["): "Esc",
  ]

  /// One action that gets other keys, as the file has it.
  private struct Wish {
    var place: String
    var action: String
    var keys: [Key]
    var line: Int
  }

  /// Takes in what can be used.
  ///
  /// - Returns: what cannot, one fault for each line of the file at most.
  static func read(
    _ entries: [TOMLPage.Entry], file: String
  ) -> (changes: KeyChanges, faults: [FileFault]) {
    let tables = KeyTable.places()
    var faults: [FileFault] = []
    var wishes: [Wish] = []
    func blame(_ line: Int, _ words: String) {
      faults.append(FileFault(file: file, line: line, words: words))
    }
    for entry in entries {
      switch wish(entry, tables) {
      case .success(let wish): wishes.append(wish)
      case .failure(let refusal): blame(entry.line, refusal.words)
      }
    }
    var changes = KeyChanges()
    for wish in wishes { changes.set(wish.keys, for: wish.action, in: wish.place) }
    // One wish less at a time, the last of the file first, until nothing stands in another's way.
    while let (wish, words) = clash(wishes, changes, tables) {
      blame(wish.line, words)
      wishes.removeAll { $0.place == wish.place && $0.action == wish.action }
      changes.unset(wish.action, in: wish.place)
    }
    return (changes, faults)
  }

  private struct Refusal: Error {
    var words: String
  }

  private static func wish(
    _ entry: TOMLPage.Entry, _ tables: [String: [KeyRow]]
  ) -> Result<Wish, Refusal> {
    func refuse(_ words: String) -> Result<Wish, Refusal> { .failure(Refusal(words: words)) }
    guard entry.path.count == 3 else {
      return refuse("Keys stand in a table of their screen, like [keys.families].")
    }
    let (place, action) = (entry.path[1], entry.path[2])
    guard let rows = tables[place] else {
      let places = tables.keys.sorted().joined(separator: ", ")
      return refuse("“\(place)” is no screen with keys. There are: \(places).")
    }
    let own = rows.filter { name(of: $0.title) == action }
    guard !own.isEmpty else {
      return refuse(
        "“\(action)” is nothing that can be done in \(place). kith keys --names lists what can.")
    }
    guard KeyTable.isChangeable(place), own.allSatisfy({ Set($0.keys).isDisjoint(with: reserved) })
    else { return refuse("The keys of “\(action)” cannot be changed.") }
    let texts: [TOMLPage.Value]
    if case .list(let list) = entry.value { texts = list } else { texts = [entry.value] }
    var keys: [Key] = []
    for value in texts {
      guard case .text(let text) = value, let key = Key(named: text) else {
        var shown = "this"
        if case .text(let text) = value { shown = "“\(text)”" }
        return refuse(
          "\(shown) is not a key. Keys are written like \"n\", \"Ctrl-K\", \"PgDn\", \"F2\".")
      }
      if let twin = twins[key] {
        return refuse("\(key.label) cannot be told from \(twin) in a terminal.")
      }
      guard !reserved.contains(key) else {
        return refuse("\(key.label) cannot be given to anything else.")
      }
      if !keys.contains(key) { keys.append(key) }
    }
    guard !keys.isEmpty else { return refuse("“\(action)” needs one key at least.") }
    return .success(Wish(place: place, action: action, keys: keys, line: entry.line))
  }

  /// The last wish that takes a key which another action of its screen has, and why that cannot be.
  private static func clash(
    _ wishes: [Wish], _ changes: KeyChanges, _ tables: [String: [KeyRow]]
  ) -> (Wish, String)? {
    for wish in wishes.reversed() {
      let reached =
        wish.place == KeyTable.everywhere ? tables.keys.sorted() : [wish.place]
      for place in reached {
        if let words = clash(wish, in: place, changes, tables) { return (wish, words) }
      }
    }
    return nil
  }

  private static func clash(
    _ wish: Wish, in place: String, _ changes: KeyChanges, _ tables: [String: [KeyRow]]
  ) -> String? {
    let before = (tables[wish.place] ?? []).filter { name(of: $0.title) == wish.action }
      .flatMap(\.keys)
    let places = place == KeyTable.everywhere ? [place] : [place, KeyTable.everywhere]
    for key in wish.keys where !before.contains(key) {
      for place in places {
        let other = (tables[place] ?? []).first { row in
          let action = name(of: row.title)
          return (changes.keys(of: action, in: place) ?? row.keys).contains(key)
            && !(place == wish.place && action == wish.action)
        }
        guard let other else { continue }
        let place = place == KeyTable.everywhere ? "everywhere" : "in \(place)"
        return "\(key.label) is “\(other.title)” \(place): give that another key too, or choose "
          + "another here."
      }
    }
    return nil
  }
}
