import Casework
import TextUI

/// What was removed and is not back, the latest first: who, when, where; Enter shows what it held,
/// `r` brings it back.
public struct RemovedThings: Screen {
  // MARK: State

  private let family: Family.ID?
  private let me: Practitioner.ID
  private var scope: Scope
  var list = WindowedList<RemovedEntry>()
  /// The entry that is open; nil while the list is shown.
  private(set) var opened: RemovedEntry?
  private var records: [Record] = []
  private var page = LineCursor()
  private(set) var failure: String?
  /// Whether what is read next is to be brought back at once.
  private var bringsBack = false

  /// - Parameter family: nil for everything of the families of `me`.
  public init(of family: Family.ID?, me: Practitioner.ID) {
    self.family = family
    self.me = me
    scope = family == nil ? .mine(me) : .everyone
  }

  // MARK: Action

  public enum Action: Equatable, Sendable {
    case moved(Key)
    case opened
    case broughtBack
    case filterChanged
    case left
  }

  // MARK: Keys

  public func keyBindings(_ context: Context) -> [KeyBinding<Action>] {
    let none = list.selected == nil ? "nothing is selected" : nil
    let opening: [KeyBinding<Action>] =
      opened == nil
      ? [
        KeyBinding(
          [.enter, .right, Key("l")], .opened, "See what it held", hint: "see", offReason: none)
      ] : []
    let widening: [KeyBinding<Action>] =
      family == nil && opened == nil
      ? [KeyBinding(Key("f"), .filterChanged, "Mine, or everyone's", hint: "filter")] : []
    return opening + [
      KeyBinding(Key("r"), .broughtBack, "Bring it back", hint: "bring it back", offReason: none)
    ] + widening + [
      KeyBinding([.escape, .left, Key("h")], .left, "Back", hint: "back", group: .moving)
    ] + listKeys(Action.moved)
  }

  // MARK: Update

  public mutating func update(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .moved(let key): return moved(key, context)
    case .opened:
      guard let entry = list.selected else { return [] }
      opened = entry
      (records, page) = ([], LineCursor())
      return [.ask(.load(.recordsRemoved(entry.change.edit)))]
    case .broughtBack:
      if opened != nil, !records.isEmpty { return bringBack(context) }
      guard let entry = opened ?? list.selected else { return [] }
      bringsBack = true
      return [.ask(.load(.recordsRemoved(entry.change.edit)))]
    case .filterChanged:
      if case .mine = scope { scope = .everyone } else { scope = .mine(me) }
      list.restart()
      return [
        .ask(.load(query(from: 0))), .say(scope == .everyone ? "Now: everyone's." : "Now: yours."),
      ]
    case .left:
      guard opened != nil else { return [.back] }
      opened = nil
      return []
    }
  }

  private mutating func moved(_ key: Key, _ context: Context) -> [Step] {
    let size = context.bodySize
    if opened != nil {
      _ = page.handle(key, lines: openedLines(width: size.width, context), height: size.height)
      return []
    }
    let height = rowsHeight(size)
    guard list.cursor.handle(key, count: list.total, page: height),
      let offset = list.missing(height: height)
    else { return [] }
    return [.ask(.load(query(from: offset)))]
  }

  /// Puts the records where they were; what they refer to and whether they may is the store's to
  /// say.
  private func bringBack(_ context: Context) -> [Step] {
    guard let first = records.first else { return [] }
    let others = records.count > 1 ? " and \(counted(records.count - 1, "thing")) with it" : ""
    let sentence = "Brought back \(first.titleWords)\(others)"
    let edit = context.edit(
      sentence, in: first.familyID, records.map { Change(before: nil, after: $0) })
    return [.ask(.commit(edit, said: sentence))]
  }

  // MARK: Request

  public func queries(_ context: Context) -> [Query] { [query(from: list.offset)] }

  private func query(from offset: Int) -> Query {
    .removed(
      RemovedQuery(
        scope: scope, familyID: family, offset: offset,
        limit: WindowedList<RemovedEntry>.pageSize))
  }

  public mutating func receive(_ query: Query, _ answer: Answer, _ context: Context) -> [Step] {
    switch (query, answer) {
    case (.removed(let asked), .removed(let new)) where asked.scope == scope:
      list.receive(new, height: rowsHeight(context.bodySize)) {
        $0.change.edit == $1.change.edit
      }
    case (.recordsRemoved(let edit), .recordsRemoved(let new))
    where edit == (opened ?? list.selected)?.change.edit:
      records = new
      guard bringsBack else { return [] }
      bringsBack = false
      return bringBack(context)
    case (_, .failed(let error)):
      bringsBack = false
      failure = error.sentence
    default: break
    }
    return []
  }

  public mutating func saved(
    _ edit: Edit, _ result: Result<Void, StoreError>, _ context: Context
  ) -> [Step] {
    if case .success = result {
      opened = nil
      records = []
    }
    return []
  }

  // MARK: View

  public func title(_ context: Context) -> [String] {
    let name = family == nil ? "" : list.entry(at: 0)?.change.familyName ?? ""
    let whose = family == nil ? scope.titleWords : name.isEmpty ? "" : " · \(name)"
    return ["Removed\(whose)"] + (opened.map { [$0.words] } ?? [])
  }

  private func rowsHeight(_ size: Size) -> Int { max(1, size.height - 1) }

  public func view(_ size: Size, _ context: Context) -> Canvas {
    var canvas = Canvas(size: size)
    let whole = Rect(x: 0, y: 0, width: size.width, height: size.height)
    if opened != nil {
      page.draw(openedLines(width: size.width, context), on: &canvas, in: whole)
      return canvas
    }
    canvas.cursor = Point(x: 0, y: 0)
    guard list.isLoaded, list.total > 0 else {
      let words = failure ?? (list.isLoaded ? emptyWords : "")
      LineCursor().draw(Line.note(words, width: size.width), on: &canvas, in: whole)
      return canvas
    }
    let rows = Rows(columns: RemovedThings.columns, in: whole)
    rows.drawTitles(on: &canvas, at: 0)
    let height = rowsHeight(size)
    for (row, index) in list.cursor.visible(count: list.total, page: height).enumerated() {
      guard let entry = list.entry(at: index) else { continue }
      rows.draw(
        cells(entry, context), flag: RowCell(""), on: &canvas, at: 1 + row,
        isSelected: index == list.cursor.index)
    }
    return canvas
  }

  var emptyWords: String {
    if family != nil { return "Nothing was removed from this family. Esc goes back." }
    return scope == .everyone
      ? "Nothing was removed. Esc goes back."
      : "Nothing was removed from your families. f shows everyone's, Esc goes back."
  }

  static let columns = [
    TableColumn(title: "What", width: .flexible(min: 20), importance: 10),
    TableColumn(title: "Family", width: .fixed(11), importance: 7),
    TableColumn(title: "When", width: .fixed(11), importance: 6),
    TableColumn(title: "By", width: .fixed(11), importance: 5),
  ]

  func cells(_ entry: RemovedEntry, _ context: Context) -> [RowCell] {
    [
      RowCell(entry.words, .strong), RowCell(entry.change.familyName),
      RowCell(day(entry, context).brief(on: context.today), .muted),
      RowCell(context.shortName(of: entry.change.by), .muted),
    ]
  }

  private func day(_ entry: RemovedEntry, _ context: Context) -> Day {
    context.world.day(of: entry.change.at)
  }

  func openedLines(width: Int, _ context: Context) -> [Line] {
    guard let opened else { return [] }
    let who = context.name(of: opened.change.by)
    let facts =
      [
        opened.change.familyName,
        "removed by \(who), \(day(opened, context).words(on: context.today))",
      ]
      .filter { !$0.isEmpty }
    var lines = TextLayout.wrapped(opened.words, to: max(10, width - 3)).map {
      Line([Span(2, $0, .heading)])
    }
    lines += Line.note(facts.joined(separator: " · "), width: width, x: 2)
    for record in records {
      lines.append(.blank)
      for (label, text) in record.said {
        lines += labelled(label, text, width: width, style: label.isEmpty ? .text : .text)
      }
    }
    return lines
  }
}

extension RemovedEntry {
  /// What went, with what went with it: `Removed “Getting to school”, with 2 actions`.
  fileprivate var words: String {
    (wasUndone ? "Taken back: " : "") + change.sentence + withWords
  }

  private var withWords: String {
    let total = kinds.values.reduce(0, +)
    guard total > 1 else { return "" }
    let main = Record.Kind.allCases.first { (kinds[$0] ?? 0) > 0 }
    let parts = Record.Kind.allCases.compactMap { kind -> String? in
      let count = (kinds[kind] ?? 0) - (kind == main ? 1 : 0)
      return count > 0 ? counted(count, kind.words) : nil
    }
    return parts.isEmpty ? "" : ", with \(listed(parts))"
  }
}
