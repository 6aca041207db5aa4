/// One column of a table.
public struct TableColumn: Equatable, Sendable {
  public enum Width: Equatable, Sendable {
    /// Exactly so many columns.
    case fixed(Int)
    /// At least so many; shares what is left with the other flexible ones.
    case flexible(min: Int)
  }

  public enum Alignment: Equatable, Sendable { case left, right }

  public var title: String
  public var width: Width
  public var alignment: Alignment
  /// Where it is narrow the column with the lowest importance goes first; of equals the last one.
  public var importance: Int

  public init(
    title: String, width: Width, alignment: Alignment = .left, importance: Int = 0
  ) {
    self.title = title
    self.width = width
    self.alignment = alignment
    self.importance = importance
  }

  fileprivate var least: Int {
    switch width {
    case .fixed(let width): max(0, width)
    case .flexible(let least): max(1, least)
    }
  }

  fileprivate var isFlexible: Bool {
    if case .flexible = width { true } else { false }
  }
}

/// Shares a row out among a table's columns.
public enum TableLayout {
  /// Each column's width with `gap` blanks between them; 0 for a column that had to go.
  ///
  /// The most important column stays even where it does not fit whole.
  public static func widths(
    for columns: [TableColumn], in total: Int, gap: Int = 2
  ) -> [Int] {
    var shown = Array(columns.indices)
    func least() -> Int {
      shown.reduce(0) { $0 + columns[$1].least } + gap * max(0, shown.count - 1)
    }
    while shown.count > 1, least() > total {
      guard let lowest = shown.map({ columns[$0].importance }).min(),
        let gone = shown.lastIndex(where: { columns[$0].importance == lowest })
      else { break }
      shown.remove(at: gone)
    }
    var widths = columns.map { _ in 0 }
    for index in shown { widths[index] = min(columns[index].least, max(0, total)) }
    let flexible = shown.filter { columns[$0].isFlexible }
    let spare = max(0, total - least())
    for (order, index) in flexible.enumerated() {
      widths[index] += spare / flexible.count + (order < spare % flexible.count ? 1 : 0)
    }
    return widths
  }

  /// A cell's text, shortened and set to its column's side.
  public static func cell(_ text: String, in column: TableColumn, width: Int) -> String {
    let short = TextLayout.truncated(text, to: width)
    let space = String(repeating: " ", count: max(0, width - TextLayout.width(short)))
    return column.alignment == .right ? space + short : short + space
  }
}
