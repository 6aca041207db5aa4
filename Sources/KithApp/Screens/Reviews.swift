// Over 400 lines: the list, its filter and order, what a supervisor does with a row, and the walk.
import Casework
import TextUI

/// Tab 3: reviews across the caseload, and what a supervisor does with them.
public struct Reviews: Screen {
  // MARK: State

  var list = WindowedList<ReviewEntry>()
  private(set) var find = FindLine()
  private(set) var filter: ReviewListFilter
  private var order = ReviewQuery.Order.usual
  private var isReversed = false
  private(set) var part = ReviewQuery.Part.coming
  private(set) var counts: [ReviewQuery.Part: Int] = [:]
  private var detail: FamilyFile?
  /// What waits for a file or for the list's places.
  private var pending: Pending?

  private enum Pending: Equatable {
    case walk(ReviewPlace)
    case signOff(ReviewPlace)
    case hold(Family.ID, Review.Kind)
  }

  public init(me: Practitioner.ID) {
    filter = ReviewListFilter(me: me)
  }

  public var isTyping: Bool { find.isTyping || filter.form != nil }

  public var typingHints: [(key: String, label: String)]? {
    guard filter.form != nil else { return nil }
    return [
      (key: "← →", label: "choose"), (key: "Tab", label: "next"),
      (key: "Esc", label: "to the list"),
    ]
  }

  // MARK: Action

  public enum Action: Equatable, Sendable {
    case moved(Key)
    case opened
    case partChanged(by: Int)
    case filterOpened
    case orderChanged
    case orderReversed
    case findOpened
    case cleared
    case planPressed
    case holdPressed
    case signOffPressed
    case sendBackPressed
    case printPressed
  }

  // MARK: Keys

  public func keyBindings(_ context: Context) -> [KeyBinding<Action>] {
    let none = list.selected == nil ? "no review is selected" : nil
    let opening = KeyBinding(
      [.enter, .right, Key("l"), Key("]")], Action.opened, "Open it, and go along the list",
      hint: "open", offReason: none)
    let clearing: [KeyBinding<Action>] =
      find.text.isEmpty && !filter.isActive
      ? [] : [KeyBinding(.escape, .cleared, "Show all again", hint: "all")]
    return [opening] + clearing + rowKeys(context) + listingKeys + listKeys(Action.moved)
  }

  /// What is done with the selected review.
  private func rowKeys(_ context: Context) -> [KeyBinding<Action>] {
    let entry = list.selected
    let none = entry == nil ? "no review is selected" : nil
    let rights = Supervision(state: entry?.state ?? .planned, me: context.me)
    let unplanned = entry?.reviewID == nil ? "it is not planned yet" : nil
    let isSupervisor = context.me.role == .supervisor
    return [
      KeyBinding(
        Key("s"), .signOffPressed, "Sign off", hint: isSupervisor ? "sign off" : nil,
        offReason: none ?? unplanned ?? rights.signOffReason),
      KeyBinding(
        Key("b"), .sendBackPressed, "Send back with a note",
        hint: isSupervisor ? "send back" : nil,
        offReason: none ?? unplanned ?? rights.sendBackReason),
      KeyBinding(
        Key("m"), .holdPressed, "Hold it", hint: isSupervisor ? nil : "hold",
        offReason: none ?? rights.holdReason),
      KeyBinding(
        Key("e"), .planPressed, "Plan or change it, or correct what was held",
        hint: isSupervisor ? nil : "edit", offReason: none),
      KeyBinding(
        Key("p"), .printPressed, "Print the minutes",
        offReason: none ?? unplanned ?? rights.printReason),
    ]
  }

  /// What makes it another list.
  private var listingKeys: [KeyBinding<Action>] {
    [
      KeyBinding(
        .tab, .partChanged(by: 1), "Coming, overdue, held, to sign off, sent back",
        hint: "which"),
      KeyBinding(.backTab, .partChanged(by: -1), "The one before"),
      KeyBinding(
        Key("f"), .filterOpened, "Whose, which practitioner, team, kind, outcome, state",
        hint: "filter"),
      KeyBinding(Key("o"), .orderChanged, "Order by the next column", hint: "order"),
      KeyBinding(Key("O"), .orderReversed, "The other way round"),
      KeyBinding(Key("/"), .findOpened, "Find in this list", hint: "find"),
    ]
  }

  // MARK: Update

  public func moving(_ key: Key) -> Action? { .moved(key) }

  public func showing(section: Int) -> Action? {
    ReviewQuery.Part.allCases.firstIndex(of: part).map { .partChanged(by: section - $0) }
  }

  public var takesWheel: Bool { filter.form == nil }

  public mutating func point(at zone: Zone, column: Int, _ context: Context) -> [Step] {
    filter.point(at: zone, column: column) ? restart(context) : []
  }

  public mutating func update(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .moved(let key): return moved(key, context)
    case .opened: return walk(context)
    case .partChanged(let step):
      let parts = ReviewQuery.Part.allCases
      let index = parts.firstIndex(of: part) ?? 0
      part = parts[(index + step + parts.count) % parts.count]
      return restart(context)
    case .filterOpened:
      filter.open(context)
      return []
    case .orderChanged:
      let orders = ReviewQuery.Order.allCases
      order = orders[((orders.firstIndex(of: order) ?? 0) + 1) % orders.count]
      isReversed = false
      return restart(context) + [.say("Ordered \(order.rawValue). O turns it round.")]
    case .orderReversed:
      isReversed.toggle()
      return restart(context)
    case .findOpened:
      find.open()
      return []
    case .cleared:
      if find.text.isEmpty { filter.clear() } else { find.clear() }
      return restart(context)
    default: return list.selected.map { act(action, on: $0, context) } ?? []
    }
  }

  /// Opens the selected review, on a walk over everything that the list holds.
  private mutating func walk(_ context: Context) -> [Step] {
    guard let entry = list.selected else { return [] }
    pending = .walk(entry.place)
    return [.ask(.load(.reviewPlaces(reviewQuery(from: 0, context))))]
  }

  private mutating func act(
    _ action: Action, on entry: ReviewEntry, _ context: Context
  ) -> [Step] {
    let family = entry.familyID
    guard let id = entry.reviewID else {
      guard action == .holdPressed else { return [.form(.review(family, nil))] }
      return whenRead(.hold(family, entry.kind), family, context)
    }
    switch action {
    case .holdPressed: return [.go(.meeting(family, id))]
    case .signOffPressed: return whenRead(.signOff(entry.place), family, context)
    case .sendBackPressed: return [.form(.sendBack(family, id))]
    case .printPressed: return [.form(.printMinutes(family, id))]
    case .planPressed:
      switch entry.state {
      case .planned, .cancelled: return [.form(.review(family, id))]
      case .underway: return [.go(.meeting(family, id))]
      case .held, .sentBack, .signedOff: return [.form(.correction(family, id))]
      }
    default: return []
    }
  }

  /// Does what needs the family's file: at once where it is here as it stands.
  private mutating func whenRead(
    _ what: Pending, _ family: Family.ID, _ context: Context
  ) -> [Step] {
    pending = what
    return [.ask(.load(.family(family)))]
  }

  private mutating func finish(_ file: FamilyFile, _ context: Context) -> [Step] {
    switch pending {
    case .signOff(let place) where place.familyID == file.family.id:
      pending = nil
      return file.review(place.reviewID).map {
        [Supervision.signOff($0, of: file.family.name, context)]
      } ?? []
    case .hold(file.family.id, let kind):
      pending = nil
      return Supervision.holdUnplanned(kind, file, context)
    default: return []
    }
  }

  public mutating func type(_ event: Event, _ context: Context) -> [Step]? {
    if filter.form != nil { return filter.handle(event) ? restart(context) : [] }
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

  // MARK: Request

  public func queries(_ context: Context) -> [Query] {
    [query(from: list.offset, context)] + (detail.map { [.family($0.family.id)] } ?? [])
  }

  private func query(from offset: Int, _ context: Context) -> Query {
    .reviews(reviewQuery(from: offset, context))
  }

  private func reviewQuery(from offset: Int, _ context: Context) -> ReviewQuery {
    ReviewQuery(
      scope: filter.scope, part: part, filter: filter.query(context), order: order,
      isReversed: isReversed, today: context.today, find: find.text, offset: offset,
      limit: WindowedList<ReviewEntry>.pageSize)
  }

  public mutating func receive(_ query: Query, _ answer: Answer, _ context: Context) -> [Step] {
    switch (query, answer) {
    case (.reviews(let asked), .reviews(let answered)):
      var wanted = reviewQuery(from: asked.offset, context)
      wanted.today = asked.today
      guard asked == wanted else { return [] }
      list.receive(answered.page, height: rowsHeight(context.bodySize)) {
        $0.reviewID == $1.reviewID && $0.familyID == $1.familyID && $0.kind == $1.kind
      }
      counts = answered.counts
      return previewSteps()
    case (.family, .family(let file)):
      detail = file
      return finish(file, context)
    case (.reviewPlaces, .reviewPlaces(let places)):
      guard case .walk(let place) = pending else { return [] }
      pending = nil
      // A family may have two reviews that are due and not planned: its page shows both.
      var seen: Set<ReviewPlace> = []
      return [.go(.reviewPage(place, among: places.filter { seen.insert($0).inserted }))]
    default: return []
    }
  }

  // MARK: View

  public func title(_ context: Context) -> [String] {
    guard let overdue = counts[.overdue], let waiting = counts[.toSignOff] else {
      return ["Reviews"]
    }
    let whose = filter.scope == .everyone ? "All reviews" : "Reviews"
    return ["\(whose) · \(overdue) overdue, \(waiting) to sign off"]
  }

  /// Rows of the list: what the preview leaves where there is room for one.
  private func listRect(_ size: Size) -> Rect {
    let split = SplitView(size)
    guard split.detail == nil, size.height >= 14, filter.form == nil else { return split.list }
    return Rect(x: 0, y: 0, width: size.width, height: size.height - previewHeight(size))
  }

  private func previewHeight(_ size: Size) -> Int { min(9, size.height / 2) }

  /// Lines above the rows: the parts, the filter's words or its choices, find, the titles.
  private func headHeight(_ size: Size) -> Int {
    2 + (find.field == nil ? 0 : 1) + filterHeight(size)
  }

  private func filterHeight(_ size: Size) -> Int {
    if let form = filter.form {
      let height = form.height(width: listRect(size).width - 6) + 1
      return max(1, min(height, size.height - 5))
    }
    return filter.isActive ? 1 : 0
  }

  private func rowsHeight(_ size: Size) -> Int {
    max(1, listRect(size).height - headHeight(size))
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
    var head = 1
    if filter.form == nil, filter.isActive {
      let words = "only \(filter.words(context))"
      let shown = TextLayout.truncated(words, to: max(10, rect.width - 20))
      let used = canvas.put(shown, x: 4, y: head, style: .accent)
      canvas.put("Esc shows all", x: used + 7, y: head, width: rect.width - used - 8, style: .muted)
    }
    head += filterHeight(context.bodySize)
    if find.field != nil {
      find.draw(on: &canvas, y: head, width: rect.width, count: list.total)
      head += 1
    }
    let rows = Rows(columns: columns, in: rect)
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
      rows.mark(index, on: &canvas, at: head + 1 + row)
      if find.isTyping { canvas.cursor = typing }
    }
    if list.isLoaded, list.total == 0 {
      for (row, line) in Line.note(emptyWords, width: rect.width).enumerated() {
        for span in line.spans {
          canvas.put(span.text, x: span.x, y: head + 2 + row, style: span.style)
        }
      }
    }
    if let form = filter.form {
      form.draw(
        on: &canvas,
        in: Rect(
          x: 4, y: 1, width: rect.width - 6, height: filterHeight(context.bodySize) - 1))
    }
  }

  var emptyWords: String {
    if !find.text.isEmpty || filter.isActive { return "None is found. Esc shows all again." }
    let other = "Tab shows the next list" + (filter.scope == .everyone ? "." : ", f chooses whose.")
    return switch part {
    case .coming: "No review is due in the next six weeks. \(other)"
    case .overdue: "No review is overdue. \(other)"
    case .held: "No review has been held yet. \(other)"
    case .toSignOff: "No review waits to be signed off. \(other)"
    case .sentBack: "No review is sent back. \(other)"
    }
  }

  /// `coming 12   overdue 4   held 30   to sign off 5`, the shown one in brackets; where it is narrow
  /// those around it.
  private func drawParts(on canvas: inout Canvas, width: Int) {
    let parts = ReviewQuery.Part.allCases
    let names = parts.map { part in
      let name = width < 70 && part == .coming ? "coming" : part.rawValue
      return name + (counts[part].map { " \($0)" } ?? "")
    }
    var line = Canvas(size: Size(width: max(0, width - 2), height: 1))
    SectionBar.draw(on: &line, y: 0, items: names, active: parts.firstIndex(of: part) ?? 0)
    canvas.draw(line, x: 2, y: 0)
  }

  /// The titles, the one that the rows are ordered by with an arrow: down, or up when reversed.
  private var columns: [TableColumn] {
    let place = ReviewQuery.Order.allCases.firstIndex(of: order) ?? 0
    var columns = Reviews.plainColumns
    // The last column has no room for a blank.
    columns[place].title += (place == columns.count - 1 ? "" : " ") + (isReversed ? "↑" : "↓")
    return columns
  }

  /// In the order of `ReviewQuery.Order`.
  static let plainColumns = [
    TableColumn(title: "When", width: .fixed(10), importance: 9),
    TableColumn(title: "Family", width: .flexible(min: 10), importance: 10),
    TableColumn(title: "Lead", width: .flexible(min: 9), importance: 4),
    TableColumn(title: "Kind", width: .fixed(10), importance: 3),
    TableColumn(title: "Outcome", width: .fixed(11), importance: 6),
    TableColumn(title: "Signed off", width: .fixed(11), importance: 5),
  ]

  func cells(_ entry: ReviewEntry, _ context: Context) -> [RowCell] {
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
    LineCursor.drawBrief(lines, on: &canvas, in: rect)
  }
}

extension Review.Outcome {
  /// For a narrow column.
  var short: String { self == .close ? "close" : rawValue }
}

extension ReviewEntry {
  var place: ReviewPlace {
    ReviewPlace(familyID: familyID, reviewID: reviewID, kind: reviewID == nil ? kind : nil)
  }
}
