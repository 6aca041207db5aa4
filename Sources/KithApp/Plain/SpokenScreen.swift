import TextUI

/// A screen that can be read out line by line.
protocol SpokenScreen: Screen {
  /// The whole page, nothing cut; items are counted as the screen's cursor counts them.
  func spoken(_ context: Context) -> [Line]

  /// Puts the cursor on an item of the page.
  mutating func select(item: Int, _ context: Context) -> [Step]

  /// The item that the cursor is on; nil where there is none.
  var selectedItem: Int? { get }

  /// The parts of the page that have a name, and the one that is read; nil where there are none.
  var parts: (titles: [String], active: Int)? { get }

  /// Whether a line that means nothing here is text that belongs on the page.
  var takesWords: Bool { get }

  /// A form that is being filled in on the screen itself; nil when none is.
  var spokenForm: Form? { get }

  /// What a line is asked for as; nil for a number, a word or a key.
  func spokenQuestion(_ context: Context) -> SpokenQuestion?

  /// Takes a line in as text, where a question asks for text.
  mutating func hear(_ text: String, _ context: Context) -> [Step]
}

/// What a screen itself wants typed.
enum SpokenQuestion: Equatable {
  /// Anything that is typed is text; `now` is what stands there already.
  case text(String, now: String)
  /// 0 to 10 rates.
  case rating(String)
  /// One of the page's items.
  case item(String)
}

extension SpokenScreen {
  mutating func select(item: Int, _ context: Context) -> [Step] { [] }
  var selectedItem: Int? { nil }
  var parts: (titles: [String], active: Int)? { sections }
  var takesWords: Bool { false }
  var spokenForm: Form? { nil }
  func spokenQuestion(_ context: Context) -> SpokenQuestion? {
    isTyping ? .text("Find", now: "") : nil
  }

  /// Types it over what stands in the line, and leaves the line.
  mutating func hear(_ text: String, _ context: Context) -> [Step] {
    let typed: [Event] = [
      .key(.end), .key(.control("u")), .paste(text), .key(.enter),
    ]
    return typed.flatMap { type($0, context) ?? [] }
  }
}

/// The room that lines are laid out in when they are read out: so much that nothing is cut.
let spokenWidth = 4_000

/// A row of a table as a line: each fact after the title of its column, but for the name.
func spokenRow(
  _ cells: [RowCell], _ columns: [TableColumn], flag: String = "", item: Int
) -> Line {
  var spans = flag.isEmpty ? [] : [Span(0, flag, .overdue)]
  for (index, cell) in cells.enumerated() {
    let text = cell.text
    guard !text.isEmpty, text != "–" else { continue }
    let title = index == 0 ? "" : "\(columns[index].title): "
    spans.append(Span(index + 1, title + text, cell.style))
  }
  return Line(spans, item: item)
}
