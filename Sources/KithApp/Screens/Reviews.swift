import Casework
import TextUI

/// Tab 3: reviews across the caseload.
public struct Reviews: Screen {
  // MARK: State

  private var list = WindowedList<ReviewEntry>()
  private var find = FindLine()
  private var scope: Scope
  private var part = ReviewQuery.Part.coming
  private var counts: [ReviewQuery.Part: Int] = [:]
  private var detail: FamilyFile?
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
    case partChanged(by: Int)
    case filterChanged
    case findOpened
    case findCleared
    case planPressed
  }

  // MARK: Keys

  public func keyBindings(_ context: Context) -> [KeyBinding<Action>] {
    let none = list.selected == nil ? "no review is selected" : nil
    let clearing: [KeyBinding<Action>] =
      find.text.isEmpty ? [] : [KeyBinding(.escape, .findCleared, "Show all again", hint: "all")]
    return [
      KeyBinding(
        [.enter, .right, Key("l")], .opened, "Open the family's reviews", hint: "open",
        offReason: none),
      KeyBinding(
        Key("e"), .planPressed, "Plan or change this review", hint: "edit",
        offReason: list.selected?.signedOff == nil ? none : "it is signed off"),
      KeyBinding(.tab, .partChanged(by: 1), "Coming, overdue, held, to sign off", hint: "which"),
      KeyBinding(.backTab, .partChanged(by: -1), "The one before"),
      KeyBinding(Key("f"), .filterChanged, "Mine, or everyone's", hint: "filter"),
      KeyBinding(Key("/"), .findOpened, "Find in this list", hint: "find"),
    ] + clearing + listKeys(Action.moved)
  }

  // MARK: Update

  public mutating func update(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .moved(let key): return moved(key, context)
    case .opened:
      guard let entry = list.selected else { return [] }
      guard let review = entry.reviewID else {
        return [.go(.family(entry.familyID, .reviews, among: neighbours))]
      }
      return [.go(.review(entry.familyID, review, among: neighbours))]
    case .partChanged(let step):
      let parts = ReviewQuery.Part.allCases
      let index = parts.firstIndex(of: part) ?? 0
      part = parts[(index + step + parts.count) % parts.count]
      return restart(context)
    case .filterChanged:
      if case .mine = scope { scope = .everyone } else { scope = .mine(me) }
      return restart(context) + [.say(scope == .everyone ? "Now: everyone's." : "Now: yours.")]
    case .findOpened:
      find.open()
      return []
    case .findCleared:
      find.clear()
      return restart(context)
    case .planPressed:
      guard let entry = list.selected else { return [] }
      if let review = entry.reviewID, entry.state == .held || entry.state == .signedOff {
        return [.form(.heldReview(entry.familyID, review))]
      }
      return [.form(.review(entry.familyID, entry.reviewID))]
    }
  }

  public mutating func type(_ event: Event, _ context: Context) -> [Step]? {
    guard find.isTyping else { return nil }
    switch find.handle(event) {
    case .changed: return restart(context)
    case .moved(let key): return moved(key, context)
    case .left, .ignored: return []
    }
  }

  private mutating func moved(_ key: Key, _ context: Context) -> [Step] {
    let height = rowsHeight(context.bodySize)
    guard list.cursor.handle(key, count: list.total, page: height) else { return [] }
    var steps: [Step] = []
    if let offset = list.missing(height: height) {
      steps.append(.ask(.load(query(from: offset, context))))
    }
    return steps + previewSteps()
  }

  private mutating func restart(_ context: Context) -> [Step] {
    list.restart()
    return [.ask(.load(query(from: 0, context)))]
  }

  private func previewSteps() -> [Step] {
    guard let entry = list.selected, detail?.family.id != entry.familyID else { return [] }
    return [.ask(.loadSoon(.family(entry.familyID)))]
  }

  private var neighbours: [Family.ID] {
    var seen: Set<Family.ID> = []
    return list.page.entries.map(\.familyID).filter { seen.insert($0).inserted }
  }

  // MARK: Request

  public func queries(_ context: Context) -> [Query] {
    [query(from: list.offset, context)] + (detail.map { [.family($0.family.id)] } ?? [])
  }

  private func query(from offset: Int, _ context: Context) -> Query {
    .reviews(
      ReviewQuery(
        scope: scope, part: part, today: context.today, find: find.text, offset: offset,
        limit: WindowedList<ReviewEntry>.pageSize))
  }

  public mutating func receive(_ query: Query, _ answer: Answer, _ context: Context) -> [Step] {
    switch (query, answer) {
    case (.reviews(let asked), .reviews(let answered)):
      guard asked.find == find.text, asked.scope == scope, asked.part == part else { return [] }
      list.receive(answered.page, height: rowsHeight(context.bodySize)) {
        $0.reviewID == $1.reviewID && $0.familyID == $1.familyID
      }
      counts = answered.counts
      return previewSteps()
    case (.family, .family(let file)):
      detail = file
      return []
    default: return []
    }
  }

  // MARK: View

  public func title(_ context: Context) -> [String] {
    guard let overdue = counts[.overdue], let waiting = counts[.toSignOff] else {
      return ["Reviews"]
    }
    return ["Reviews\(scope.titleWords) · \(overdue) overdue, \(waiting) to sign off"]
  }

  /// Rows of the list: what the preview leaves where there is room for one.
  private func listRect(_ size: Size) -> Rect {
    let split = SplitView(size)
    guard split.detail == nil, size.height >= 14 else { return split.list }
    return Rect(x: 0, y: 0, width: size.width, height: size.height - previewHeight(size))
  }

  private func previewHeight(_ size: Size) -> Int { min(9, size.height / 2) }

  private func rowsHeight(_ size: Size) -> Int {
    max(1, listRect(size).height - (find.field == nil ? 2 : 3))
  }

  public func view(_ size: Size, _ context: Context) -> Canvas {
    var canvas = Canvas(size: size)
    let rect = listRect(size)
    drawList(on: &canvas, in: rect, context)
    let split = SplitView(size)
    if let side = split.detail {
      split.drawRule(on: &canvas)
      drawPreview(on: &canvas, in: side, context)
    } else if rect.height < size.height {
      canvas.fill(
        Rect(x: 0, y: rect.height, width: size.width, height: 1), with: "─", style: .rule)
      drawPreview(
        on: &canvas,
        in: Rect(
          x: 0, y: rect.height + 1, width: size.width, height: size.height - rect.height - 1),
        context)
    }
    return canvas
  }

  private func drawList(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    drawParts(on: &canvas, width: rect.width)
    let head = find.field == nil ? 1 : 2
    find.draw(on: &canvas, y: 1, width: rect.width, count: list.total)
    let rows = Rows(columns: Reviews.columns, in: rect)
    rows.drawTitles(on: &canvas, at: head)
    if !find.isTyping { canvas.cursor = Point(x: 0, y: head) }
    let height = rowsHeight(context.bodySize)
    for (row, index) in list.cursor.visible(count: list.total, page: height).enumerated() {
      guard let entry = list.entry(at: index) else { continue }
      let typing = canvas.cursor
      rows.draw(
        cells(entry, context),
        flag: RowCell(entry.isOverdue(on: context.today) ? "!" : "", .overdue),
        on: &canvas, at: head + 1 + row, isSelected: index == list.cursor.index)
      if find.isTyping { canvas.cursor = typing }
    }
    if list.isLoaded, list.total == 0 {
      canvas.put(emptyWords, x: 4, y: head + 2, width: rect.width - 5, style: .muted)
    }
  }

  private var emptyWords: String {
    if !find.text.isEmpty { return "None is found. Esc shows all again." }
    return switch part {
    case .coming: "No review is due in the next six weeks."
    case .overdue: "No review is overdue."
    case .held: "No review has been held yet."
    case .toSignOff: "No review waits to be signed off."
    case .sentBack: "No review is sent back."
    }
  }

  /// `coming 12   overdue 4   held 30   to sign off 5`, the shown one in brackets.
  private func drawParts(on canvas: inout Canvas, width: Int) {
    var x = 3
    for candidate in ReviewQuery.Part.allCases {
      let count = counts[candidate].map { " \($0)" } ?? ""
      let name = width < 70 && candidate == .coming ? "coming" : candidate.rawValue
      let words = "\(name)\(count)"
      let text = candidate == part ? "[\(words)]" : " \(words) "
      guard x + TextLayout.width(text) <= width else { break }
      x += canvas.put(text, x: x, y: 0, style: candidate == part ? .tabActive : .muted) + 1
    }
  }

  static let columns = [
    TableColumn(title: "When", width: .fixed(10), importance: 9),
    TableColumn(title: "Family", width: .flexible(min: 10), importance: 10),
    TableColumn(title: "Lead", width: .flexible(min: 11), importance: 4),
    TableColumn(title: "Kind", width: .fixed(11), importance: 3),
    TableColumn(title: "Outcome", width: .fixed(12), importance: 6),
    TableColumn(title: "Signed off", width: .fixed(10), importance: 5),
  ]

  private func cells(_ entry: ReviewEntry, _ context: Context) -> [RowCell] {
    [
      RowCell(entry.when.day.brief(on: context.today), .strong), RowCell(entry.familyName),
      RowCell(context.shortName(of: entry.lead), .muted), RowCell(entry.kind.short, .muted),
      outcome(entry, context), signedOff(entry, context),
    ]
  }

  private func outcome(_ entry: ReviewEntry, _ context: Context) -> RowCell {
    switch entry.state {
    case .planned where entry.isOverdue(on: context.today): RowCell("overdue", .overdue)
    case .planned: RowCell(entry.reviewID == nil ? "not planned" : "planned", .muted)
    case .underway: RowCell("underway", .accent)
    case .cancelled: RowCell("cancelled", .muted)
    case .held, .sentBack, .signedOff: RowCell(entry.outcome?.short ?? "–")
    }
  }

  private func signedOff(_ entry: ReviewEntry, _ context: Context) -> RowCell {
    switch entry.state {
    case .signedOff: RowCell("\(context.shortName(of: entry.signedOff?.by)) ✓", .good)
    case .held: RowCell("waiting", .muted)
    case .sentBack: RowCell("sent back", .accent)
    case .planned, .underway, .cancelled: RowCell("")
    }
  }

  private func drawPreview(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    guard let entry = list.selected, let file = detail, file.family.id == entry.familyID else {
      return
    }
    let lines = ReviewPreview.lines(
      file, review: file.reviews.first { $0.id == entry.reviewID }, width: rect.width, context)
    LineCursor().draw(lines, on: &canvas, in: rect, focused: false)
  }
}

extension Review.Outcome {
  /// For a narrow column.
  var short: String { self == .close ? "close" : rawValue }
}
