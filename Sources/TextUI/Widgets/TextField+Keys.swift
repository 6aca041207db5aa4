/// What keys do in a text, as one table: help, the manual page and dispatch read it.
extension TextField {
  /// A row of the table.
  public struct KeyRow: Sendable {
    /// The first is the one that is shown first.
    public var keys: [Key]
    public var title: String
    /// Whether it means something only where a text has many lines.
    public var isForManyLines = false
    var action: Action
  }

  enum Action: Equatable, Sendable {
    case move(Move)
    case select(Move)
    case newline
    case backspace, delete
    case killWordBefore, killWordAfter, killToStart, killToEnd
    case copy, yank, mark
    case undo, redo
  }

  enum Move: Equatable, Sendable {
    case left, right, wordLeft, wordRight
    /// Of the row as it is wrapped; at its edge already, of the line.
    case rowStart, rowEnd
    case lineStart, lineEnd, textStart, textEnd
    case up, down, pageUp, pageDown
  }

  /// Every key of a text that is not a letter, by what a person wants.
  public static let keys: [KeyRow] = [
    row([.left, .control("b")], "A character back", .move(.left)),
    row([.right, .control("f")], "A character on", .move(.right)),
    row([alt("b"), Key(.left, .alt), Key(.left, .control)], "A word back", .move(.wordLeft)),
    row([alt("f"), Key(.right, .alt), Key(.right, .control)], "A word on", .move(.wordRight)),
    row([.home], "To the start of the row; again, of the line", .move(.rowStart)),
    row([.end], "To the end of the row; again, of the line", .move(.rowEnd)),
    row([.control("a")], "To the start of the line", .move(.lineStart)),
    row([.control("e")], "To the end of the line", .move(.lineEnd)),
    row([Key(.home, .control)], "To the start of the text", .move(.textStart)),
    row([Key(.end, .control)], "To the end of the text", .move(.textEnd)),
    row([.up], "A row up", .move(.up), many: true),
    row([.down], "A row down", .move(.down), many: true),
    row([.pageUp], "A page up", .move(.pageUp), many: true),
    row([.pageDown], "A page down", .move(.pageDown), many: true),
    row([.enter], "A new line", .newline, many: true),
    row([.backspace], "Take the character before, or what is selected", .backspace),
    row([.delete], "Take the character after, or what is selected", .delete),
    row([.control(" ")], "Select from here; moving goes on selecting", .mark),
    row([Key(.left, .shift)], "Select a character back", .select(.left)),
    row([Key(.right, .shift)], "Select a character on", .select(.right)),
    row([Key(.left, [.shift, .control])], "Select a word back", .select(.wordLeft)),
    row([Key(.right, [.shift, .control])], "Select a word on", .select(.wordRight)),
    row([Key(.home, .shift)], "Select to the start of the row", .select(.rowStart)),
    row([Key(.end, .shift)], "Select to the end of the row", .select(.rowEnd)),
    row([Key(.up, .shift)], "Select a row up", .select(.up), many: true),
    row([Key(.down, .shift)], "Select a row down", .select(.down), many: true),
    row(
      [.control("w"), Key(.backspace, .alt)], "Cut the word before, or what is selected",
      .killWordBefore),
    row(
      [alt("d"), Key(.delete, .alt), Key(.delete, .control)], "Cut the word after", .killWordAfter),
    row([.control("u")], "Cut to the start of the line", .killToStart),
    row([.control("k")], "Cut to the end of the line", .killToEnd),
    row([alt("w")], "Copy what is selected", .copy),
    row([.control("y")], "Put back what was cut or copied", .yank),
    row([.control("_"), .control("/")], "Take back typing", .undo),
    row([.control("r")], "Type again what was taken back", .redo),
  ]

  private static func row(
    _ keys: [Key], _ title: String, _ action: Action, many: Bool = false
  ) -> KeyRow {
    KeyRow(keys: keys, title: title, isForManyLines: many, action: action)
  }

  private static func alt(_ character: Character) -> Key { Key(.character(character), .alt) }

  private static let actions: [Key: KeyRow] = Dictionary(
    keys.flatMap { row in row.keys.map { ($0, row) } }, uniquingKeysWith: { first, _ in first })

  func action(for key: Key) -> Action? {
    guard let row = Self.actions[key], multiline || !row.isForManyLines else { return nil }
    return row.action
  }
}
