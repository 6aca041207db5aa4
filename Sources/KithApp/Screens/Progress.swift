import Casework
import TextUI

/// Tab 4: the goals across the caseload that want looking at.
public struct Progress: Screen {
  // MARK: State

  var list = WindowedList<GoalEntry>()
  private(set) var find = FindLine()
  private var scope: Scope
  private(set) var part = GoalQuery.Part.stuck
  private(set) var counts: [GoalQuery.Part: Int] = [:]
  private var detail: FamilyFile?
  private let me: Practitioner.ID

  public init(me: Practitioner.ID) {
    self.me = me
    scope = .mine(me)
  }

  public var isTyping: Bool { find.isTyping }

  /// The parts that are shown, in order; every open goal last.
  static let parts: [GoalQuery.Part] = [
    .stuck, .backwards, .seenDifferently, .neverRated, .open,
  ]

  // MARK: Action

  public enum Action: Equatable, Sendable {
    case moved(Key)
    case opened
    case rated
    case partChanged(by: Int)
    case filterChanged
    case findOpened
    case findCleared
  }

  // MARK: Keys

  public func keyBindings(_ context: Context) -> [KeyBinding<Action>] {
    let none = list.selected == nil ? "no goal is selected" : nil
    let clearing: [KeyBinding<Action>] =
      find.text.isEmpty ? [] : [KeyBinding(.escape, .findCleared, "Show all again", hint: "all")]
    return [
      KeyBinding(
        [.enter, .right, Key("l")], .opened, "Open the goal's progress", hint: "open",
        offReason: none),
      KeyBinding(Key("r"), .rated, "Rate this goal", hint: "rate", offReason: none),
      KeyBinding(
        .tab, .partChanged(by: 1), "Stuck, backwards, differently seen, never rated, all",
        hint: "which"),
      KeyBinding(.backTab, .partChanged(by: -1), "The one before"),
      KeyBinding(Key("f"), .filterChanged, "Mine, or everyone's", hint: "filter"),
      KeyBinding(Key("/"), .findOpened, "Find in this list", hint: "find"),
    ] + clearing + listKeys(Action.moved)
  }

  // MARK: Update

  public func moving(_ key: Key) -> Action? { .moved(key) }

  public func showing(section: Int) -> Action? {
    Progress.parts.firstIndex(of: part).map { .partChanged(by: section - $0) }
  }

  public mutating func update(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .moved(let key): return moved(key, context)
    case .opened:
      guard let entry = list.selected else { return [] }
      return [.go(.goal(entry.goal.familyID, entry.goal.id, among: []))]
    case .rated:
      guard let entry = list.selected else { return [] }
      return [.form(.rating(entry.goal.familyID, entry.goal.id))]
    case .partChanged(let step):
      let index = Progress.parts.firstIndex(of: part) ?? 0
      part = Progress.parts[(index + step + Progress.parts.count) % Progress.parts.count]
      return restart()
    case .filterChanged:
      if case .mine = scope { scope = .everyone } else { scope = .mine(me) }
      return restart() + [.say(scope == .everyone ? "Now: everyone's." : "Now: yours.")]
    case .findOpened:
      find.open()
      return []
    case .findCleared:
      find.clear()
      return restart()
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

  private mutating func restart() -> [Step] {
    list.restart()
    return [.ask(.load(query(from: 0)))]
  }

  private func detailSteps(_ context: Context) -> [Step] {
    guard SplitView(context.bodySize).detail != nil, let entry = list.selected,
      detail?.family.id != entry.goal.familyID
    else { return [] }
    return [.ask(.loadSoon(.family(entry.goal.familyID)))]
  }

  // MARK: Request

  public func queries(_ context: Context) -> [Query] {
    [query(from: list.offset)] + (detail.map { [.family($0.family.id)] } ?? [])
  }

  private func query(from offset: Int) -> Query {
    .goals(
      GoalQuery(
        scope: scope, part: part, find: find.text, offset: offset,
        limit: WindowedList<GoalEntry>.pageSize))
  }

  public mutating func receive(_ query: Query, _ answer: Answer, _ context: Context) -> [Step] {
    switch (query, answer) {
    case (.goals(let asked), .goals(let answered)):
      guard asked.find == find.text, asked.scope == scope, asked.part == part else { return [] }
      list.receive(answered.page, height: rowsHeight(context.bodySize)) {
        $0.goal.id == $1.goal.id
      }
      counts = answered.counts
      return detailSteps(context)
    case (.family, .family(let file)):
      detail = file
      return []
    default: return []
    }
  }

  // MARK: View

  public func title(_ context: Context) -> [String] {
    guard let open = counts[.open] else { return ["Progress"] }
    return ["Progress\(scope.titleWords) · \(counted(open, "open goal"))"]
  }

  private func rowsHeight(_ size: Size) -> Int {
    max(1, size.height - partsHeight(size) - 1 - (find.field == nil ? 0 : 1))
  }

  /// The numbers, and a blank line below them where there is room; in a low window one of them.
  private func partsHeight(_ size: Size) -> Int {
    size.height < 9 ? 1 : Progress.parts.count + (size.height < 14 ? 0 : 1)
  }

  public func view(_ size: Size, _ context: Context) -> Canvas {
    var canvas = Canvas(size: size)
    let split = SplitView(size)
    drawParts(on: &canvas)
    drawList(on: &canvas, in: split.list, context)
    if let rect = split.detail {
      split.drawRule(on: &canvas)
      drawDetail(on: &canvas, in: rect, context)
    }
    return canvas
  }

  /// One line a part, with its number: the number counts the list that it opens.
  private func drawParts(on canvas: inout Canvas) {
    let isLow = partsHeight(canvas.size) == 1
    for (row, candidate) in (isLow ? [part] : Progress.parts).enumerated() {
      let isShown = candidate == part
      let words = TextLayout.truncated(candidate.words, to: canvas.size.width - 10)
      let count = counts[candidate].map(String.init) ?? ""
      let padding = String(repeating: " ", count: max(0, 6 - count.count))
      canvas.put(padding + count, x: 1, y: row, style: isShown ? .strong : .text)
      canvas.put(
        isShown ? "[\(words)]" : " \(words) ", x: 8, y: row,
        style: isShown ? .tabActive : .muted)
      guard let place = Progress.parts.firstIndex(of: candidate) else { continue }
      canvas.mark(
        Rect(x: 0, y: row, width: 10 + TextLayout.width(words), height: 1), .section(place))
    }
  }

  private func drawList(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    var head = partsHeight(canvas.size) + 1
    if find.field != nil {
      find.draw(on: &canvas, y: head - 1, width: rect.width, count: list.total)
      head += 1
    }
    let rows = Rows(columns: Progress.columns(part, context), in: rect)
    rows.drawTitles(on: &canvas, at: head - 1)
    let typing = find.isTyping ? canvas.cursor : nil
    canvas.cursor = typing ?? Point(x: 0, y: head - 1)
    let height = rowsHeight(context.bodySize)
    for (row, index) in list.cursor.visible(count: list.total, page: height).enumerated() {
      guard let entry = list.entry(at: index) else { continue }
      rows.draw(
        cells(entry, context), flag: RowCell(""), on: &canvas, at: head + row,
        isSelected: index == list.cursor.index)
      rows.mark(index, on: &canvas, at: head + row)
    }
    if let typing { canvas.cursor = typing }
    if list.isLoaded, list.total == 0 {
      for (row, line) in Line.note(emptyWords, width: rect.width).enumerated() {
        for span in line.spans {
          canvas.put(span.text, x: span.x, y: head + 1 + row, style: span.style)
        }
      }
    }
  }

  private var emptyWords: String {
    if !find.text.isEmpty { return "No goal is found by “\(find.text)”. Esc shows all again." }
    return scope == .everyone
      ? "No goal is in this list. Tab shows the next list."
      : "No goal is in this list. Tab shows the next list, f everyone's."
  }

  static func columns(_ part: GoalQuery.Part, _ context: Context) -> [TableColumn] {
    // Who sees it how is the point of that list.
    let why: (width: Int, importance: Int) = part == .seenDifferently ? (26, 9) : (17, 7)
    return [
      TableColumn(title: "Goal", width: .flexible(min: 22), importance: 10),
      TableColumn(title: "Family", width: .fixed(11), importance: 8),
      TableColumn(title: "Whose", width: .fixed(9), importance: 3),
      TableColumn(title: "Now", width: .fixed(context.showsTables ? 18 : 9), importance: 6),
      TableColumn(title: "Why", width: .fixed(why.width), importance: why.importance),
    ]
  }

  func cells(_ entry: GoalEntry, _ context: Context) -> [RowCell] {
    let shown = entry.trend.suffix(context.showsTables ? 4 : 5)
    let trend = trendWords(shown.map(Double.init), context)
    let before = context.isSpoken ? "" : "\(trend) \(context.showsTables ? "now " : "")"
    let now = entry.now.map { "\(before)\($0)" } ?? "–"
    return [
      RowCell(entry.goal.words, .strong), RowCell(entry.familyName), RowCell(entry.whose, .muted),
      RowCell(now), RowCell(why(entry, context), .muted),
    ]
  }

  private func why(_ entry: GoalEntry, _ context: Context) -> String {
    switch part {
    case .stuck:
      entry.stuckSince.map { "since \($0.dayAndMonth(on: context.today))" } ?? ""
    case .backwards: entry.movement.map { "\(-$0) lower" } ?? ""
    case .seenDifferently: entry.gapWords
    case .neverRated: "set \(entry.goal.setOn.dayAndMonth(on: context.today))"
    case .open, .all:
      entry.lastRatedOn.map { "rated \($0.dayAndMonth(on: context.today))" } ?? "not rated yet"
    }
  }

  private func drawDetail(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    guard let entry = list.selected, let file = detail, file.family.id == entry.goal.familyID,
      let progress = file.progress.goals.first(where: { $0.goal.id == entry.goal.id })
    else { return }
    GoalChart(
      progress: progress, file: file, showsTable: context.showsTables, more: "Enter shows all"
    )
    .draw(on: &canvas, in: rect, context)
  }
}

extension GoalQuery.Part {
  /// As the line that opens the list.
  var words: String {
    switch self {
    case .stuck: "stuck: no higher for eight weeks"
    case .backwards: "moving backwards"
    case .seenDifferently: "seen differently by different people"
    case .neverRated: "never rated by whose goal it is"
    case .open: "all open goals"
    case .all: "all goals"
    }
  }
}
