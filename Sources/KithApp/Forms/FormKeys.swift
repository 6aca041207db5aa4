import TextUI

/// The keys of a form and of the text in it: for help, the README and the manual page.
enum FormKeys {
  /// - Parameters:
  ///   - prints: whether it prints instead of saving.
  ///   - isInPlace: whether it is a step of the screen it stands on.
  ///   - text: the text that is edited; nil while the focus is on something else.
  static func rows(prints: Bool, isInPlace: Bool, editing text: TextField?) -> [KeyRow] {
    let steps: [([Key], String)] =
      isInPlace ? [([.pageDown], "Next step"), ([.pageUp], "Step before")] : []
    let own =
      [
        ([.control("s")], "\(prints ? "Print" : "Save"); Enter on the last line does the same"),
        ([.escape, .control("c")], prints ? "Close" : "Close; what was typed is kept as a draft"),
        ([.tab], "Next field"), ([.backTab], "Field before"),
        ([.control("n")], "Start afresh: drop what was typed"),
      ] + steps + [
        ([.left, .right], "Choose; → and End take an offered completion"),
        ([.control("g")], "This help"),
      ]
    let editor = [
      row(
        [.control("x"), .control("e")], "One after the other: this text in your own editor", .here)
    ]
    return own.map { row($0, $1, .here) } + (text.map { editor + rows(of: $0) } ?? [])
  }

  /// The keys of a text, as many as mean something in it.
  static func rows(of text: TextField) -> [KeyRow] {
    TextField.keys.filter { text.multiline || !$0.isForManyLines }
      .map { row($0.keys, $0.title, .typing) }
  }

  private static func row(_ keys: [Key], _ title: String, _ group: KeyGroup) -> KeyRow {
    KeyRow(KeyBinding(keys, 0, title, group: group))
  }
}
