import Casework
import TextUI

/// Tab 2: the caseload.
public struct Families: Screen {
  // MARK: State

  var list = WindowedList<CaseloadEntry>()
  private(set) var find = FindLine()
  private var scope: Scope
  private var includesClosed = false
  private var order = CaseloadQuery.Order.due
  private var openCount = 0
  private var closedCount = 0
  private var detail: FamilyFile?
  /// The rows in memory as they look unselected, made when they are read: a key then only copies.
  private var drawn: DrawnRows?
  private let me: Practitioner.ID

  public init(me: Practitioner.ID) {
    self.me = me
    scope = .mine(me)
  }

  public var isTyping: Bool { find.isTyping }

  // MARK: Action

  public enum Action: Equatable, Sendable {
    case moved(Key)
    case opened
    case familyAdded
    case findOpened
    case findCleared
    case filterChanged
    case orderChanged
  }

  // MARK: Keys

  public func keyBindings(_ context: Context) -> [KeyBinding<Action>] {
    let none = list.selected == nil ? "no family is selected" : nil
    let clearing: [KeyBinding<Action>] =
      find.text.isEmpty ? [] : [KeyBinding(.escape, .findCleared, "Show all again", hint: "all")]
    return [
      KeyBinding(
        [.enter, .right, Key("l")], .opened, "Open the family", hint: "open", offReason: none),
      KeyBinding(Key("a"), .familyAdded, "Add a family", hint: "new family"),
      KeyBinding(Key("/"), .findOpened, "Find in this list", hint: "find"),
    ] + clearing + [
      KeyBinding(Key("f"), .filterChanged, "Mine, everyone's, closed too", hint: "filter"),
      KeyBinding(Key("o"), .orderChanged, "Change the order", hint: "order"),
    ] + listKeys(Action.moved)
  }

  // MARK: Update

  public func moving(_ key: Key) -> Action? { .moved(key) }

  public mutating func update(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .moved(let key):
      return moved(key, context)
    case .opened:
      guard let entry = list.selected else { return [] }
      return [.go(.family(entry.id, .overview, among: neighbours))]
    case .familyAdded: return [.form(.family(nil))]
    case .findOpened:
      find.open()
      return []
    case .findCleared:
      find.clear()
      return restart()
    case .filterChanged: return widen()
    case .orderChanged:
      let orders = CaseloadQuery.Order.allCases
      let next = orders.firstIndex(of: order).map { ($0 + 1) % orders.count } ?? 0
      order = orders[next]
      return restart() + [.say("In order of \(orderWords).")]
    }
  }

  public mutating func type(_ event: Event, _ context: Context) -> [Step]? {
    guard find.isTyping else { return nil }
    switch find.handle(event) {
    case .changed: return restart()
    case .moved(let key): return moved(key, context)
    case .left, .ignored: return []
    }
  }

  private mutating func moved(_ key: Key, _ context: Context) -> [Step] {
    let height = rowsHeight(context.bodySize)
    guard list.cursor.handle(key, count: list.total, page: height) else { return [] }
    var steps: [Step] = []
    if let offset = list.missing(height: height) { steps.append(.ask(.load(query(from: offset)))) }
    return steps + detailSteps(context)
  }

  private mutating func widen() -> [Step] {
    switch (scope, includesClosed) {
    case (.mine, _): scope = .everyone
    case (.everyone, false): includesClosed = true
    case (.everyone, true):
      scope = .mine(me)
      includesClosed = false
    }
    return restart() + [.say("Now: \(filterWords).")]
  }

  private mutating func restart() -> [Step] {
    list.restart()
    return [.ask(.load(query(from: 0)))]
  }

  private func detailSteps(_ context: Context) -> [Step] {
    guard SplitView(context.bodySize).detail != nil, let entry = list.selected,
      detail?.family.id != entry.id
    else { return [] }
    return [.ask(.loadSoon(.family(entry.id)))]
  }

  private var neighbours: [Family.ID] { list.page.entries.map(\.id) }

  // MARK: Request

  public func queries(_ context: Context) -> [Query] {
    [query(from: list.offset)] + (detail.map { [.family($0.family.id)] } ?? [])
  }

  private func query(from offset: Int) -> Query {
    .caseload(
      CaseloadQuery(
        scope: scope, includesClosed: includesClosed, order: order, find: find.text,
        offset: offset, limit: WindowedList<CaseloadEntry>.pageSize))
  }

  public mutating func receive(_ query: Query, _ answer: Answer, _ context: Context) -> [Step] {
    switch (query, answer) {
    case (.caseload(let asked), .caseload(let answered)):
      guard asked.find == find.text, asked.scope == scope, asked.order == order,
        asked.includesClosed == includesClosed
      else { return [] }
      list.receive(answered.page, height: rowsHeight(context.bodySize)) { $0.id == $1.id }
      drawn = DrawnRows(
        Families.columns(context), width: SplitView(context.bodySize).list.width,
        today: context.today
      ) {
        rows in list.page.entries.map { picture($0, rows, context) }
      }
      openCount = answered.openCount
      closedCount = answered.closedCount
      return detailSteps(context)
    case (.family, .family(let file)):
      detail = file
      return []
    default: return []
    }
  }

  // MARK: View

  public func title(_ context: Context) -> [String] {
    guard list.isLoaded else { return ["Families"] }
    let closed = closedCount > 0 ? ", \(closedCount) closed" : ""
    let whose = scope == .everyone ? "All families" : "Families"
    let closedToo = includesClosed ? ", closed too" : ""
    return ["\(whose)\(closedToo) · \(openCount) open\(closed)"]
  }

  private var filterWords: String {
    switch (scope, includesClosed) {
    case (.mine, _): "your families"
    case (.everyone, false): "everyone's families"
    case (.everyone, true): "everyone's families, closed ones too"
    }
  }

  private var orderWords: String {
    switch order {
    case .due: "the review that is due first"
    case .name: "name"
    case .support: "support level"
    case .goals: "goals, lowest first"
    }
  }

  private func rowsHeight(_ size: Size) -> Int { max(1, size.height - (find.field == nil ? 1 : 2)) }

  public func view(_ size: Size, _ context: Context) -> Canvas {
    var canvas = Canvas(size: size)
    let split = SplitView(size)
    drawList(on: &canvas, in: split.list, context)
    if let rect = split.detail {
      split.drawRule(on: &canvas)
      drawDetail(on: &canvas, in: rect, context)
    }
    return canvas
  }

  private func drawList(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let columns = Families.columns(context)
    let rows = Rows(columns: columns, in: rect)
    let head = find.field == nil ? 0 : 1
    rows.drawTitles(on: &canvas, at: head)
    canvas.cursor = Point(x: 0, y: head)
    let height = rowsHeight(Size(width: rect.width, height: rect.height))
    for (row, index) in list.cursor.visible(count: list.total, page: height).enumerated() {
      guard let entry = list.entry(at: index) else { continue }
      let y = head + 1 + row
      let made = drawn?.row(
        index - list.page.offset, columns, width: rect.width, today: context.today)
      canvas.draw(made ?? picture(entry, rows, context), x: rect.x, y: y)
      if index == list.cursor.index { rows.select(name: entry.name, on: &canvas, at: y) }
      rows.mark(index, on: &canvas, at: y)
    }
    if list.isLoaded, list.total == 0 { drawEmpty(on: &canvas, y: head + 2, width: rect.width) }
    find.draw(on: &canvas, y: 0, width: rect.width, count: list.total)
  }

  /// One row as it looks unselected.
  private func picture(_ entry: CaseloadEntry, _ rows: Rows, _ context: Context) -> Canvas {
    var canvas = Canvas(size: Size(width: rows.width, height: 1))
    rows.draw(
      cells(entry, childrenRoom: rows.width(of: 1), context), flag: flag(entry, context),
      on: &canvas, at: 0, isSelected: false)
    return canvas
  }

  var emptyWords: String {
    if !find.text.isEmpty {
      "No family is found by “\(find.text)”. Esc shows all again; f widens to everyone's."
    } else if case .mine = scope {
      "No families are yours yet. Press a to add one, or f to see everyone's."
    } else {
      "There are no families here yet. Press a to add the first."
    }
  }

  private func drawEmpty(on canvas: inout Canvas, y: Int, width: Int) {
    for (row, line) in Line.note(emptyWords, width: width).enumerated() {
      for span in line.spans { canvas.put(span.text, x: span.x, y: y + row, style: span.style) }
    }
  }

  /// The family seen last stays, by its name, until the next is there: no flicker while the cursor
  /// moves.
  private func drawDetail(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    guard list.selected != nil, let file = detail else { return }
    LineCursor.drawBrief(
      FamilyOverview.brief(file, width: rect.width, context), on: &canvas, in: rect)
  }

  static func columns(_ context: Context) -> [TableColumn] {
    let goals = context.showsTables ? (width: 27, importance: 6) : (width: 9, importance: 4)
    return [
      TableColumn(title: "Family", width: .flexible(min: 12), importance: 9),
      TableColumn(title: "Children", width: .flexible(min: 14), importance: 5),
      TableColumn(title: "Support", width: .fixed(16), importance: 3),
      TableColumn(title: "Goals", width: .fixed(goals.width), importance: goals.importance),
      TableColumn(title: "Next review", width: .fixed(16), importance: 8),
    ]
  }

  func flag(_ entry: CaseloadEntry, _ context: Context) -> RowCell {
    let isOverdue = entry.reviewDue?.state(on: context.today).isOverdue ?? false
    return RowCell(isOverdue ? "!" : "", .overdue)
  }

  func cells(
    _ entry: CaseloadEntry, childrenRoom: Int, _ context: Context
  ) -> [RowCell] {
    return [
      RowCell(entry.name, .strong),
      RowCell(childrenWords(entry, room: childrenRoom, context)),
      RowCell(entry.status == .open ? entry.supportLevel.short : entry.status.rawValue),
      RowCell(goalWords(entry, context)),
      reviewCell(entry, context),
    ]
  }

  /// `Tobi 11, Ife 13`; of many the first, and how many more: `Callum 11 +2`.
  private func childrenWords(
    _ entry: CaseloadEntry, room: Int, _ context: Context
  ) -> String {
    let children = entry.children.map { child in
      let age = child.born.flatMap { ageInYears(born: $0, on: context.today) }
      return age.map { "\(child.name) \($0)" } ?? child.name
    }
    let all = children.joined(separator: ", ")
    guard let first = children.first, TextLayout.width(all) > room else {
      return all
    }
    return "\(first) +\(children.count - 1)"
  }

  private func goalWords(_ entry: CaseloadEntry, _ context: Context) -> String {
    guard let mean = entry.mean else { return "–" }
    if context.isSpoken {
      let first = entry.trend.first.map(oneDecimal) ?? ""
      return oneDecimal(mean) + (entry.trend.count > 1 ? ", from \(first)" : "")
    }
    if context.showsTables { return "\(trendWords(entry.trend, context)) now \(oneDecimal(mean))" }
    let bars = Sparkline.text(entry.trend, range: 0...10)
    let padding = String(repeating: " ", count: max(0, 4 - entry.trend.count))
    return "\(padding)\(bars) \(oneDecimal(mean))"
  }

  private func reviewCell(_ entry: CaseloadEntry, _ context: Context) -> RowCell {
    guard entry.status != .closed else { return RowCell("closed", .muted) }
    guard let due = entry.reviewDue else { return RowCell("not planned", .muted) }
    let state = due.state(on: context.today)
    return RowCell(state.words, state.isOverdue ? .overdue : .text)
  }
}

/// A few scores over time: small bars, or the numbers themselves where tables are asked for.
func trendWords(_ values: [Double], _ context: Context) -> String {
  guard context.showsTables else { return Sparkline.text(values, range: 0...10) }
  return values.map { $0 == $0.rounded() ? "\(Int($0))" : oneDecimal($0) }.joined(separator: " ")
}

/// `6.2`: one decimal, whatever the locale.
func oneDecimal(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  return "\(tenths / 10).\(abs(tenths % 10))"
}

extension Family.SupportLevel {
  /// For a narrow column.
  var short: String {
    switch self {
    case .targetedEarlyHelp: "targeted help"
    default: rawValue
    }
  }
}

extension Scope {
  /// For a title: nothing for one's own.
  var titleWords: String { self == .everyone ? ", everyone's" : "" }
}

/// Rows drawn ahead for one width and one day.
private struct DrawnRows: Sendable {
  private let columns: [TableColumn]
  private let width: Int
  private let today: Day
  private let rows: [Canvas]

  init(_ columns: [TableColumn], width: Int, today: Day, _ draw: (Rows) -> [Canvas]) {
    self.columns = columns
    self.width = width
    self.today = today
    rows = draw(
      Rows(columns: columns, in: Rect(x: 0, y: 0, width: width, height: 1)))
  }

  /// Nil when the row has to be drawn anew: for other columns, another width, on another day.
  func row(_ index: Int, _ columns: [TableColumn], width: Int, today: Day) -> Canvas? {
    width == self.width && today == self.today && columns == self.columns
      && rows.indices.contains(index) ? rows[index] : nil
  }
}
