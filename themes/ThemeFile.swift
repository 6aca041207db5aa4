import TextUI

/// Reads a theme: a table for each depth of colour, a line for each role.
///
/// ```toml
/// summary = "soft light on charcoal"   # for the list in More
/// inherits = "night"                   # what it leaves out; else `terminal`
///
/// [256]                                # also [16], [8] and [none]
/// background = 234                     # of the whole screen; left out, the terminal's own
/// text = "252"
/// field = "252 on 236 underline"
/// ```
struct ThemeFile {
  var theme: Theme
  var summary = ""

  /// The tables of a theme file and the depths that they are for.
  static let depths: [(name: String, depth: ColourDepth)] = [
    ("256", .many), ("16", .sixteen), ("8", .eight), ("none", .none),
  ]

  /// Reads a theme's text.
  ///
  /// - Parameters:
  ///   - file: how faults name it.
  ///   - base: the theme that is inherited; throws why it cannot be.
  init(
    _ text: String, file: String, base: (String) throws(ThemeFaults) -> Theme
  ) throws(ThemeFaults) {
    let page: TOMLPage
    do throws(FileFault) {
      page = try TOMLPage(text, file: file)
    } catch {
      throw ThemeFaults([error])
    }
    var reader = ThemeReader(file: file, page: page)
    theme = .standard
    if let name = reader.text(of: "inherits") {
      do throws(ThemeFaults) {
        theme = try base(name)
      } catch {
        reader.blame(["inherits"], error.faults.first?.words ?? "There is no theme “\(name)”.")
      }
    }
    summary = reader.text(of: "summary") ?? ""
    for (name, depth) in ThemeFile.depths { reader.readTable(name, depth, into: &theme) }
    reader.blameUnknown()
    guard reader.faults.isEmpty else { throw ThemeFaults(reader.faults) }
  }
}

/// Everything that is wrong with a theme; never empty.
public struct ThemeFaults: Error, Equatable, Sendable {
  public let faults: [FileFault]

  public init(_ faults: [FileFault]) {
    self.faults = faults
  }
}

/// Goes through a theme's entries and collects what is wrong with them.
private struct ThemeReader {
  let file: String
  let page: TOMLPage
  var faults: [FileFault] = []

  mutating func blame(_ path: [String], _ words: String) {
    faults.append(FileFault(file: file, line: page.line(of: path), words: words))
  }

  /// The text of a key that is in no table.
  mutating func text(of key: String) -> String? {
    guard let entry = page.entries.first(where: { $0.path == [key] }) else { return nil }
    if case .text(let text) = entry.value { return text }
    blame([key], "“\(key)” takes a text: \(key) = \"…\".")
    return nil
  }

  mutating func readTable(_ name: String, _ depth: ColourDepth, into theme: inout Theme) {
    let own = page.entries.filter { $0.path.count == 2 && $0.path[0] == name }
    guard !own.isEmpty else { return }
    // What the table says nothing of keeps its look, but not the ground it stood on.
    let oldGround = theme.ground(depth)
    var ground = oldGround
    if let entry = own.first(where: { $0.path[1] == "background" }) {
      ground = colour(of: entry, depth)
    }
    for role in Style.allCases where theme[role, depth].background == oldGround {
      theme[role, depth].background = ground
    }
    for entry in own where entry.path[1] != "background" {
      guard let role = Style.allCases.first(where: { $0.name == entry.path[1] }) else {
        let names = Style.allCases.map(\.name).joined(separator: ", ")
        blame(entry.path, "“\(entry.path[1])” is not a role. There are: \(names).")
        continue
      }
      if let look = look(of: entry, depth, ground: ground) { theme[role, depth] = look }
    }
  }

  /// Says so of everything that is neither a key nor a table of a theme.
  mutating func blameUnknown() {
    let tables = ThemeFile.depths.map(\.name)
    for entry in page.entries {
      switch entry.path.count {
      case 1 where ["summary", "inherits"].contains(entry.path[0]): break
      case 2 where tables.contains(entry.path[0]): break
      default:
        blame(
          entry.path,
          "“\(entry.path.joined(separator: "."))” is nothing that a theme has. "
            + "It has summary, inherits and the tables [256], [16], [8] and [none].")
      }
    }
  }

  private mutating func colour(of entry: TOMLPage.Entry, _ depth: ColourDepth) -> Int? {
    if case .number(let number) = entry.value, (0..<depth.colours).contains(number) {
      return number
    }
    blame(entry.path, "“background” takes a colour's number, \(range(depth)).")
    return nil
  }

  /// Reads `252 on 236 bold underline`, `default bold`, `plain`.
  private mutating func look(
    of entry: TOMLPage.Entry, _ depth: ColourDepth, ground: Int?
  ) -> Look? {
    guard case .text(let text) = entry.value else {
      blame(entry.path, "“\(entry.path[1])” takes a text like \"252 on 236 bold\".")
      return nil
    }
    var look = Look(nil, on: ground)
    var words = text.split(separator: " ")[...]
    while let word = words.popFirst() {
      switch word {
      case "bold": look.attributes.insert(.bold)
      case "underline": look.attributes.insert(.underline)
      case "reverse": look.attributes.insert(.reverse)
      case "default", "plain": break
      case "on":
        guard let number = colour(words.popFirst(), depth) else { return refuse(entry, depth) }
        look.background = number
      default:
        guard let number = colour(word, depth) else { return refuse(entry, depth) }
        look.foreground = number
      }
    }
    return look
  }

  private func colour(_ word: Substring?, _ depth: ColourDepth) -> Int? {
    word.flatMap { Int($0) }.flatMap { (0..<depth.colours).contains($0) ? $0 : nil }
  }

  private mutating func refuse(_ entry: TOMLPage.Entry, _ depth: ColourDepth) -> Look? {
    guard case .text(let text) = entry.value else { return nil }
    let colours =
      depth == .none
      ? "There are no colours here." : "A colour is its number, \(range(depth)), or “default”."
    blame(
      entry.path,
      "“\(text)” is not a look like \"252 on 236 bold\". \(colours) "
        + "Beside it may stand bold, underline and reverse.")
    return nil
  }

  private func range(_ depth: ColourDepth) -> String { "0 to \(depth.colours - 1)" }
}

extension ColourDepth {
  /// How many numbers colours have at this depth.
  fileprivate var colours: Int {
    switch self {
    case .none: 0
    case .eight: 8
    case .sixteen: 16
    case .many: 256
    }
  }
}
