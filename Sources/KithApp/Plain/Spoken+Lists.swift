import Casework
import TextUI

// The tabs, read out.

extension Today: SpokenScreen {
  func spoken(_ context: Context) -> [Line] { lines(width: spokenWidth, context) }

  mutating func select(item: Int, _ context: Context) -> [Step] {
    cursor.item = item
    return []
  }

  var selectedItem: Int? { cursor.item }
}

extension More: SpokenScreen {
  func spoken(_ context: Context) -> [Line] {
    choosing?.lines(width: spokenWidth) ?? lines(width: spokenWidth, context)
  }

  mutating func select(item: Int, _ context: Context) -> [Step] {
    if choosing == nil { cursor.item = item } else { choosing?.cursor.item = item }
    return []
  }

  var selectedItem: Int? { choosing?.cursor.item ?? cursor.item }
}

extension RemovedThings: SpokenScreen {
  func spoken(_ context: Context) -> [Line] {
    if opened != nil { return openedLines(width: spokenWidth, context) }
    guard list.isLoaded, list.total > 0 else {
      return [Line([Span(0, failure ?? emptyWords)])]
    }
    return list.spoken { spokenRow(cells($0, context), RemovedThings.columns, item: $1) }
  }

  mutating func select(item: Int, _ context: Context) -> [Step] {
    if opened == nil { list.cursor.index = item }
    return []
  }

  var selectedItem: Int? { opened == nil && list.total > 0 ? list.cursor.index : nil }
}

extension Messages: SpokenScreen {
  func spoken(_ context: Context) -> [Line] { lines(width: spokenWidth) }
}

extension WindowedList {
  /// The rows in memory as lines, and that there are others.
  fileprivate func spoken(_ row: (Entry, Int) -> Line) -> [Line] {
    let lines = page.entries.enumerated().map { row($1, page.offset + $0) }
    guard page.entries.count < total else { return lines }
    let said = "These are \(page.entries.count) of \(total); / and some letters narrows them."
    return lines + [Line([Span(0, said)])]
  }
}

extension FindLine {
  /// What the list is narrowed to; nothing where it is not.
  fileprivate func spoken(_ total: Int) -> [Line] {
    text.isEmpty ? [] : [Line([Span(0, "\(total) found by \"\(text)\"; back shows all again.")])]
  }
}

extension Families: SpokenScreen {
  func spoken(_ context: Context) -> [Line] {
    guard list.isLoaded, list.total > 0 else { return [Line([Span(0, emptyWords)])] }
    return find.spoken(list.total)
      + list.spoken { entry, item in
        spokenRow(
          cells(entry, childrenRoom: .max, context), Families.columns(context),
          flag: flag(entry, context).text, item: item)
      }
  }

  mutating func select(item: Int, _ context: Context) -> [Step] {
    list.cursor.index = item
    return []
  }

  var selectedItem: Int? { list.total > 0 ? list.cursor.index : nil }
}

extension Reviews: SpokenScreen {
  func spoken(_ context: Context) -> [Line] {
    let parts = ReviewQuery.Part.allCases.map { candidate in
      "\(candidate.rawValue) \(counts[candidate] ?? 0)"
    }
    var lines = [
      Line([Span(0, "Of these lists: \(parts.joined(separator: ", ")).")]),
      Line([Span(0, "This is: \(part.rawValue). Say the name of another, or Tab.")]),
    ]
    if filter.isActive { lines.append(Line([Span(0, "Only \(filter.words(context)).")])) }
    lines += find.spoken(list.total)
    guard list.isLoaded, list.total > 0 else { return lines + [Line([Span(0, emptyWords)])] }
    return lines
      + list.spoken { entry, item in
        let name = RowCell("\(entry.familyName), \(entry.when.day.words(on: context.today))")
        let cells = cells(entry, context)
        return spokenRow(
          [name] + cells.dropFirst(2),
          [Reviews.plainColumns[1]] + Reviews.plainColumns.dropFirst(2),
          flag: entry.isOverdue(on: context.today) ? "!" : "", item: item)
      }
  }

  mutating func select(item: Int, _ context: Context) -> [Step] {
    list.cursor.index = item
    return []
  }

  var selectedItem: Int? { list.total > 0 ? list.cursor.index : nil }
  var spokenForm: Form? { filter.form }

  var parts: (titles: [String], active: Int)? {
    let all = ReviewQuery.Part.allCases
    return (all.map(\.rawValue), all.firstIndex(of: part) ?? 0)
  }
}

extension Progress: SpokenScreen {
  func spoken(_ context: Context) -> [Line] {
    var lines = Progress.parts.map { candidate in
      Line([Span(0, "\(counts[candidate] ?? 0) \(candidate.words)")])
    }
    lines.append(Line([Span(0, "This is: \(part.words). Say the name of another, or Tab.")]))
    lines += find.spoken(list.total)
    guard list.total > 0 else { return lines + [Line([Span(0, "No goal is in this list.")])] }
    return lines
      + list.spoken { spokenRow(cells($0, context), Progress.columns(part, context), item: $1) }
  }

  mutating func select(item: Int, _ context: Context) -> [Step] {
    list.cursor.index = item
    return []
  }

  var selectedItem: Int? { list.total > 0 ? list.cursor.index : nil }

  var parts: (titles: [String], active: Int)? {
    (Progress.parts.map(\.words), Progress.parts.firstIndex(of: part) ?? 0)
  }
}
