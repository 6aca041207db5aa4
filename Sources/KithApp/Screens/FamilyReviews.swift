import Casework
import TextUI

/// Section 4 of a family: its reviews, the latest first, with the selected one below.
public struct FamilyReviews: Equatable, Sendable {
  // MARK: State

  private var cursor = ListCursor()

  public init() {}

  // MARK: Action

  public enum Action: Equatable, Sendable {
    case moved(Key)
    case planned
    case edited
    case recorded
    case removed
  }

  // MARK: Keys

  func keyBindings(_ file: FamilyFile, _ context: Context) -> [KeyBinding<Action>] {
    let review = selected(file)
    let none = review == nil ? "there is no review yet" : nil
    let signed = review?.signedOff == nil ? none : "it is signed off"
    return [
      KeyBinding(Key("a"), .planned, "Plan a review", hint: "plan a review"),
      KeyBinding([Key("e"), .enter], .edited, "Change it", hint: "edit", offReason: signed),
      KeyBinding(
        Key("m"), .recorded, "Write down what the review said", hint: "held", offReason: signed),
      KeyBinding(
        [Key("x"), .delete], .removed, "Remove it", hint: "remove",
        offReason: review?.held == nil ? none : "it was held"),
    ] + listKeys(Action.moved)
  }

  // MARK: Update

  mutating func update(_ action: Action, _ file: FamilyFile, _ context: Context) -> [Step] {
    let id = file.family.id
    switch action {
    case .moved(let key):
      _ = cursor.handle(
        key, count: reviews(file).count, page: listHeight(file, context.bodySize))
      return []
    case .planned: return [.form(.review(id, nil))]
    case .edited:
      guard let review = selected(file) else { return [] }
      return [.form(review.held == nil ? .review(id, review.id) : .heldReview(id, review.id))]
    case .recorded: return selected(file).map { [.form(.heldReview(id, $0.id))] } ?? []
    case .removed:
      guard let review = selected(file) else { return [] }
      let day = review.when?.day.words(on: context.today) ?? ""
      let sentence = "Removed the review of \(day)"
      let change = Change(before: .review(review), after: nil)
      return [.ask(.commit(context.edit(sentence, in: id, [change]), said: sentence))]
    }
  }

  // MARK: View

  private func reviews(_ file: FamilyFile) -> [Review] {
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
    let rows = Rows(columns: FamilyReviews.columns)
    let whole = Rect(x: 0, y: 0, width: size.width, height: size.height)
    canvas.cursor = Point(x: 0, y: 0)
    drawDue(file, on: &canvas, width: size.width, context)
    rows.drawTitles(on: &canvas, in: Rect(x: 0, y: 1, width: size.width, height: 1))
    let height = listHeight(file, size)
    var shown = cursor
    shown.clamp(count: all.count, page: height)
    for (row, index) in shown.visible(count: all.count, page: height).enumerated() {
      let review = all[index]
      let isOverdue =
        review.state == .planned
        && review.planned.map { dueState(of: $0.day, on: context.today).isOverdue } ?? false
      rows.draw(
        cells(review, isOverdue: isOverdue, context), flag: RowCell(isOverdue ? "!" : "", .overdue),
        on: &canvas, at: 2 + row, in: whole, isSelected: index == shown.index)
    }
    guard let review = selected(file) else {
      canvas.put("No review yet. a plans the first.", x: 4, y: 3, style: .muted)
      return canvas
    }
    let top = 3 + height
    canvas.fill(Rect(x: 0, y: top - 1, width: size.width, height: 1), with: "─", style: .rule)
    LineCursor().draw(
      ReviewPreview.lines(file, review: review, width: size.width, context), on: &canvas,
      in: Rect(x: 0, y: top, width: size.width, height: max(0, size.height - top)), focused: false)
    return canvas
  }

  private func drawDue(
    _ file: FamilyFile, on canvas: inout Canvas, width: Int, _ context: Context
  ) {
    let due = reviewDue(
      family: file.family, reviews: file.reviews, settings: context.world.settings)
    var words = "No review is due."
    var style = Style.muted
    if let due {
      let state = due.state(on: context.today)
      let planned = due.planned == nil ? ", not planned" : ""
      words = "Next review \(due.day.words(on: context.today)), \(state.words)\(planned)"
      if let opens = due.windowOpens, !state.isOverdue {
        words += "; from \(opens.words(on: context.today)) on"
      }
      if state.isOverdue { style = .overdue }
    }
    canvas.put(TextLayout.truncated(words, to: width - 5), x: 4, y: 0, style: style)
  }

  static let columns = [
    TableColumn(title: "When", width: .fixed(15), importance: 9),
    TableColumn(title: "Kind", width: .fixed(11), importance: 5),
    TableColumn(title: "Place", width: .flexible(min: 10), importance: 3),
    TableColumn(title: "Outcome", width: .fixed(12), importance: 7),
    TableColumn(title: "Signed off", width: .fixed(11), importance: 6),
  ]

  private func cells(_ review: Review, isOverdue: Bool, _ context: Context) -> [RowCell] {
    let when = review.when?.day.words(on: context.today) ?? ""
    let signed =
      review.signedOff.map { RowCell("\(context.shortName(of: $0.by)) ✓", .good) }
      ?? RowCell(review.held == nil ? "" : "waiting", .muted)
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
