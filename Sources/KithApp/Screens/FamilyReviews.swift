import Casework
import TextUI

/// Section 4 of a family: its reviews, the latest first, with the selected one below.
public struct FamilyReviews: Equatable, Sendable {
  // MARK: State

  var cursor = ListCursor()
  /// The review to go to when the file comes.
  private var wanted: Review.ID?
  /// The first line shown of what the selected review said.
  private var previewTop = 0

  public init() {}

  mutating func select(_ review: Review.ID?) { wanted = review }

  // MARK: Action

  public enum Action: Equatable, Sendable {
    case moved(Key)
    case planned
    case opened
    case edited
    case holdPressed
    case printPressed
    case removed
  }

  // MARK: Keys

  func keyBindings(_ file: FamilyFile, _ context: Context) -> [KeyBinding<Action>] {
    let review = selected(file)
    let none = review == nil ? "there is no review yet" : nil
    let rights = Supervision(state: review?.state ?? .planned, me: context.me)
    return [
      KeyBinding(
        [.enter, .right, Key("l")], .opened, "Open it", hint: "open", offReason: none),
      KeyBinding(Key("a"), .planned, "Plan a review", hint: "plan a review"),
      KeyBinding(
        Key("m"), .holdPressed, "Hold it", hint: rights.holdReason == nil ? "hold" : nil,
        offReason: none ?? rights.holdReason),
      KeyBinding(
        Key("e"), .edited, "Change it, or correct what was held", hint: "edit", offReason: none),
      KeyBinding(
        Key("p"), .printPressed, "Print the minutes", hint: review?.held == nil ? nil : "print",
        offReason: none ?? rights.printReason),
      KeyBinding(
        [Key("x"), .delete], .removed, "Remove it",
        hint: review?.held == nil && review?.begun == nil ? "remove" : nil,
        offReason: review?.held == nil ? none : "it was held"),
    ] + listKeys(Action.moved)
  }

  // MARK: Update

  mutating func update(_ action: Action, _ file: FamilyFile, _ context: Context) -> [Step] {
    let id = file.family.id
    switch action {
    case .moved(let key):
      move(key, file, context)
      return []
    case .planned: return [.form(.review(id, nil))]
    case .opened:
      guard let review = selected(file) else { return [] }
      let places = reviews(file).map { ReviewPlace(familyID: id, reviewID: $0.id) }
      return [
        .go(.reviewPage(ReviewPlace(familyID: id, reviewID: review.id), among: places))
      ]
    case .edited:
      guard let review = selected(file) else { return [] }
      if review.state == .underway { return [.go(.meeting(id, review.id))] }
      return [.form(review.held == nil ? .review(id, review.id) : .correction(id, review.id))]
    case .holdPressed: return selected(file).map { [.go(.meeting(id, $0.id))] } ?? []
    case .printPressed: return selected(file).map { [.form(.printMinutes(id, $0.id))] } ?? []
    case .removed:
      guard let review = selected(file) else { return [] }
      let day = review.when?.day.words(on: context.today) ?? ""
      let sentence = "Removed the review of \(day)"
      let change = Change(before: .review(review), after: nil)
      return [.ask(.commit(context.edit(sentence, in: id, [change]), said: sentence))]
    }
  }

  /// Moves in the list; by pages in what the selected review said, which may be long.
  private mutating func move(_ key: Key, _ file: FamilyFile, _ context: Context) {
    let size = context.bodySize
    let page = size.height - previewY(file, size)
    switch key {
    case .pageUp: previewTop = max(0, previewTop - max(1, page - 1))
    case .pageDown:
      let count = preview(file, width: size.width, context).count
      previewTop = max(previewTop, min(previewTop + max(1, page - 1), count - page))
    default:
      previewTop = 0
      _ = cursor.handle(key, count: reviews(file).count, page: listHeight(file, size))
    }
  }

  /// Goes to the review that was asked for or is new in the file, else stays on the selected one.
  mutating func follow(from old: FamilyFile?, to new: FamilyFile) {
    let known = Set((old ?? new).reviews.map(\.id))
    let all = reviews(new)
    let selectedID = old.flatMap { selected($0)?.id }
    let place =
      all.firstIndex { $0.id == wanted } ?? all.firstIndex { !known.contains($0.id) }
      ?? all.firstIndex { $0.id == selectedID }
    wanted = nil
    guard let place, place != cursor.index else { return }
    cursor.index = place
    previewTop = 0
  }

  // MARK: View

  func reviews(_ file: FamilyFile) -> [Review] {
    file.reviews.sorted { left, right in
      guard let first = left.when, let second = right.when, first != second else {
        return left.id > right.id
      }
      return first > second
    }
  }

  private func selected(_ file: FamilyFile) -> Review? {
    let all = reviews(file)
    return all.indices.contains(cursor.index) ? all[cursor.index] : all.last
  }

  private func listHeight(_ file: FamilyFile, _ size: Size) -> Int {
    min(max(1, file.reviews.count), max(1, size.height / 2 - 2))
  }

  func view(_ file: FamilyFile, _ size: Size, _ context: Context) -> Canvas {
    var canvas = Canvas(size: size)
    let all = reviews(file)
    let whole = Rect(x: 0, y: 0, width: size.width, height: size.height)
    let rows = Rows(columns: FamilyReviews.columns, in: whole)
    canvas.cursor = Point(x: 0, y: 0)
    drawDue(file, on: &canvas, width: size.width, context)
    rows.drawTitles(on: &canvas, at: 1)
    let height = listHeight(file, size)
    var shown = cursor
    shown.clamp(count: all.count, page: height)
    for (row, index) in shown.visible(count: all.count, page: height).enumerated() {
      let review = all[index]
      let isOverdue = isOverdue(review, context)
      rows.draw(
        cells(review, isOverdue: isOverdue, context), flag: RowCell(isOverdue ? "!" : "", .overdue),
        on: &canvas, at: 2 + row, isSelected: index == shown.index)
      rows.mark(index, on: &canvas, at: 2 + row)
    }
    if all.isEmpty {
      canvas.put("No review yet. a plans the first.", x: 4, y: 3, style: .muted)
    } else {
      drawPreview(file, on: &canvas, context)
    }
    return canvas
  }

  func isOverdue(_ review: Review, _ context: Context) -> Bool {
    review.state == .planned
      && review.planned.map { dueState(of: $0.day, on: context.today).isOverdue } ?? false
  }

  private func previewY(_ file: FamilyFile, _ size: Size) -> Int { 3 + listHeight(file, size) }

  private func preview(_ file: FamilyFile, width: Int, _ context: Context) -> [Line] {
    selected(file).map { ReviewPreview.lines(file, review: $0, width: width, context) } ?? []
  }

  private func drawPreview(_ file: FamilyFile, on canvas: inout Canvas, _ context: Context) {
    let size = canvas.size
    let y = previewY(file, size)
    let page = max(0, size.height - y)
    let lines = preview(file, width: size.width, context)
    let top = max(0, min(previewTop, lines.count - page))
    canvas.fill(Rect(x: 0, y: y - 1, width: size.width, height: 1), with: "─", style: .rule)
    let more = [
      top > 0 ? "PgUp more" : "", lines.count > top + page ? "PgDn more" : "",
    ].filter { !$0.isEmpty }.joined(separator: "  ")
    if !more.isEmpty {
      let x = size.width - TextLayout.width(more) - 4
      canvas.put(" \(more) ", x: x, y: y - 1, style: .muted)
    }
    canvas.mark(Rect(x: 0, y: y - 1, width: size.width, height: page + 1), .pages)
    LineCursor().draw(
      Array(lines.dropFirst(top)), on: &canvas,
      in: Rect(x: 0, y: y, width: size.width, height: page), focused: false)
  }

  private func drawDue(
    _ file: FamilyFile, on canvas: inout Canvas, width: Int, _ context: Context
  ) {
    let (words, style) = dueLine(file, context, isNarrow: width < 70)
    canvas.put(TextLayout.truncated(words, to: width - 5), x: 4, y: 0, style: style)
  }

  /// When the next review is, or has to be.
  func dueLine(
    _ file: FamilyFile, _ context: Context, isNarrow: Bool = false
  ) -> (words: String, style: Style) {
    let due = file.reviewDue(settings: context.world.settings)
    var words = "No review is due."
    var style = Style.muted
    if let due {
      let state = due.state(on: context.today)
      let planned = due.planned == nil ? ", not planned" : ""
      words = "Next review \(due.day.words(on: context.today)), \(state.words)\(planned)"
      if let opens = due.windowOpens, !state.isOverdue {
        words += "; \(isNarrow ? "" : "can be held ")from \(opens.words(on: context.today))"
      }
      if state.isOverdue { style = .overdue }
    }
    return (words, style)
  }

  static let columns = [
    TableColumn(title: "When", width: .fixed(15), importance: 9),
    TableColumn(title: "Kind", width: .fixed(11), importance: 5),
    TableColumn(title: "Place", width: .flexible(min: 10), importance: 3),
    TableColumn(title: "Outcome", width: .fixed(12), importance: 7),
    TableColumn(title: "Signed off", width: .fixed(11), importance: 6),
  ]

  func cells(_ review: Review, isOverdue: Bool, _ context: Context) -> [RowCell] {
    let when = review.when?.day.words(on: context.today) ?? ""
    let signed =
      review.signedOff.map { RowCell("\(context.shortName(of: $0.by)) ✓", .good) }
      ?? RowCell(
        review.held == nil ? "" : review.isSentBack ? "sent back" : "waiting",
        review.isSentBack ? .accent : .muted)
    let outcome =
      review.held == nil
      ? RowCell(isOverdue ? "overdue" : review.state.rawValue, isOverdue ? .overdue : .muted)
      : RowCell(review.outcome?.short ?? "–")
    return [
      RowCell(when, .strong), RowCell(review.kind.short), RowCell(review.place, .muted),
      outcome, signed,
    ]
  }
}
