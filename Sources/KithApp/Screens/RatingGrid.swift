import Casework
import TextUI

/// The step of a review in which goals are rated: a row for each goal, a column for each rater.
///
/// A digit rates at once and goes on to the next rater, then to the next goal.
struct RatingGrid: Equatable, Sendable {
  /// Row and column of the cell that is rated next.
  var goal = 0
  var rater = 0
  /// The cell that was rated last; nil once one has moved on. What is said next belongs to it.
  var rated: Place?
  /// Raters who were added here and have not rated yet.
  var added: [Party] = []
  /// Which of those who could rate is offered; nil while nobody is being added.
  var offered: Int?

  struct Place: Equatable, Sendable {
    var goal: Int
    var rater: Int
  }

  // MARK: What stands in it

  func goals(_ file: FamilyFile) -> [Goal] { file.progress.open.map(\.goal) }

  func raters(_ file: FamilyFile, _ review: Review) -> [Party] {
    let rated = file.ratings.filter { $0.reviewID == review.id }.map(\.by)
    return (rated + added).reduce(file.raters(at: review)) {
      $0.contains($1) ? $0 : $0 + [$1]
    }
  }

  /// Everybody else of the family and the team.
  func candidates(_ file: FamilyFile, _ review: Review, _ context: Context) -> [Party] {
    let taken = raters(file, review)
    return FormSources(file: file, context: context).parties(brief: true)
      .compactMap { Party(choiceID: $0.id) }.filter { !taken.contains($0) }
  }

  /// What somebody says of a goal at this review; nil while they have not rated it.
  func rating(_ goal: Goal, _ party: Party, _ file: FamilyFile, _ review: Review) -> Rating? {
    file.ratings.last { $0.reviewID == review.id && $0.goalID == goal.id && $0.by == party }
  }

  /// What somebody said last before this review.
  func last(_ goal: Goal, _ party: Party, _ file: FamilyFile, _ review: Review) -> Rating? {
    file.ratings.filter { $0.reviewID != review.id && $0.goalID == goal.id && $0.by == party }
      .max { ($0.day, $0.id) < ($1.day, $1.id) }
  }

  /// The cell that has the cursor; nil when there is no goal, or nobody rates.
  func cell(_ file: FamilyFile, _ review: Review) -> (goal: Goal, rater: Party)? {
    let goals = goals(file)
    let raters = raters(file, review)
    guard goals.indices.contains(goal), raters.indices.contains(rater) else { return nil }
    return (goals[goal], raters[rater])
  }

  /// The rating that words or Backspace belong to: the one just given, else the one under the cursor.
  func meant(_ file: FamilyFile, _ review: Review) -> Rating? {
    var grid = self
    grid.returnToRated()
    return grid.cell(file, review).flatMap { rating($0.goal, $0.rater, file, review) }
  }

  // MARK: Moving

  /// Goes on from a cell that was rated now.
  mutating func goOn(_ file: FamilyFile, _ review: Review) {
    let place = Place(goal: goal, rater: rater)
    advance(file, review)
    rated = place
  }

  /// Goes back to the cell that was rated last, where one has not moved on.
  mutating func returnToRated() {
    if let rated { (goal, rater) = (rated.goal, rated.rater) }
    rated = nil
  }

  /// Goes along the raters, then to the next goal; stays on the last cell.
  mutating func advance(_ file: FamilyFile, _ review: Review) {
    rated = nil
    let width = raters(file, review).count
    if rater + 1 < width {
      rater += 1
    } else if goal + 1 < goals(file).count {
      (goal, rater) = (goal + 1, 0)
    }
  }

  /// Whether no other cell comes after the one that has the cursor.
  func isLast(_ file: FamilyFile, _ review: Review) -> Bool {
    goal + 1 >= goals(file).count && rater + 1 >= raters(file, review).count
  }

  /// Goes behind the last cell that was rated at this review; stays where none was, or all were.
  mutating func resume(_ file: FamilyFile, _ review: Review) {
    rated = nil
    let (goals, raters) = (goals(file), raters(file, review))
    let cells = goals.indices.flatMap { row in raters.indices.map { (row, $0) } }
    let last = cells.lastIndex { rating(goals[$0.0], raters[$0.1], file, review) != nil }
    guard let last, last + 1 < cells.count else { return }
    (goal, rater) = cells[last + 1]
  }

  mutating func goBack(_ file: FamilyFile, _ review: Review) {
    rated = nil
    if rater > 0 {
      rater -= 1
    } else if goal > 0 {
      (goal, rater) = (goal - 1, max(0, raters(file, review).count - 1))
    }
  }

  mutating func move(_ key: Key, _ file: FamilyFile, _ review: Review) {
    rated = nil
    let (rows, width) = (goals(file).count, raters(file, review).count)
    switch key {
    case .up: goal -= 1
    case .down: goal += 1
    case .left: rater -= 1
    case .right: rater += 1
    case .home: (goal, rater) = (0, 0)
    case .end: (goal, rater) = (rows - 1, width - 1)
    case let key where key.isItem:
      guard case .item(let cell) = key.code, width > 0 else { return }
      (goal, rater) = cell.quotientAndRemainder(dividingBy: width)
    default: break
    }
    goal = max(0, min(goal, rows - 1))
    rater = max(0, min(rater, width - 1))
  }

  // MARK: Rating

  /// The change that a score makes; nil takes it away. Nil when nothing changes.
  func change(
    to score: Int?, _ file: FamilyFile, _ review: Review, _ context: Context
  ) -> Change? {
    guard let (goal, rater) = cell(file, review) else { return nil }
    let before = rating(goal, rater, file, review)
    guard let score else { return before.map { Change(before: .rating($0), after: nil) } }
    guard before?.score != score else { return nil }
    var after =
      before
      ?? Rating(
        id: context.world.newID(), familyID: file.family.id, goalID: goal.id,
        day: min(review.meetingStart ?? context.today, context.today), score: score, by: rater,
        reviewID: review.id)
    after.score = score
    return Change(before: before.map(Record.rating), after: .rating(after))
  }

  func sentence(
    _ score: Int?, _ file: FamilyFile, _ review: Review
  ) -> String {
    guard let (goal, rater) = cell(file, review) else { return "" }
    let name = file.name(of: rater)
    guard let score else { return "Took back \(name)'s rating of “\(goal.words)”" }
    let was = last(goal, rater, file, review).map { ", was \($0.score)" } ?? ""
    return "\(name) rated “\(goal.words)” \(score)\(was)"
  }
}

// MARK: - Drawing

extension RatingGrid {
  /// The columns of a rater: as many as the longest name takes where all have room so, 9 at least.
  private static func column(_ raters: [Party], _ file: FamilyFile, width: Int) -> Int {
    let longest = raters.map { TextLayout.width(file.name(of: $0)) }.max() ?? 0
    let room = (width - wordsWidth(width)) / max(1, raters.count)
    return max(9, min(longest + 2, room, 16))
  }

  /// Draws titles, rows and, below them, the cell in words; the cursor on the cell.
  func draw(
    _ file: FamilyFile, _ review: Review, on canvas: inout Canvas, in rect: Rect, focused: Bool,
    _ context: Context
  ) {
    let goals = goals(file)
    let raters = raters(file, review)
    canvas.put("Goals", x: rect.x, y: rect.y, style: .heading)
    guard !goals.isEmpty, !raters.isEmpty else {
      let words =
        goals.isEmpty
        ? "The plan has no open goal. PgDn goes on."
        : "Nobody rates yet: write down who is here, or a adds somebody."
      for (row, text) in TextLayout.wrapped(words, to: max(10, rect.width - 1)).enumerated() {
        canvas.put(text, x: rect.x, y: rect.y + 2 + row, style: .muted)
      }
      if focused { canvas.cursor = Point(x: rect.x, y: rect.y + 2) }
      drawOffer(file, review, on: &canvas, in: rect, context)
      return
    }
    let detail = focused ? detailLines(file, review, width: rect.width, context) : []
    let below = min(detail.count + 1, max(0, rect.height - 4))
    drawRows(
      goals, raters, file, review, on: &canvas,
      in: Rect(x: rect.x, y: rect.y, width: rect.width, height: rect.height - below),
      focused: focused)
    for (row, line) in detail.prefix(max(0, below - 1)).enumerated() {
      let y = rect.maxY - below + 1 + row
      for span in line.spans {
        canvas.put(
          span.text, x: rect.x + span.x, y: y, width: max(0, rect.width - span.x),
          style: span.style)
      }
    }
    drawOffer(file, review, on: &canvas, in: rect, context)
  }

  /// The least columns that the goals' words take.
  private static func wordsWidth(_ width: Int) -> Int { min(21, width / 2) }

  /// The raters that fit beside the goals' words, the selected one among them.
  private func shownRaters(_ count: Int, column: Int, width: Int) -> Range<Int> {
    let fit = max(1, min(count, (width - RatingGrid.wordsWidth(width)) / column))
    let first = max(0, min(rater - fit + 1, count - fit))
    return first..<min(count, first + fit)
  }

  private func drawRows(
    _ goals: [Goal], _ raters: [Party], _ file: FamilyFile, _ review: Review,
    on canvas: inout Canvas, in rect: Rect, focused: Bool
  ) {
    let columnWidth = RatingGrid.column(raters, file, width: rect.width)
    let shown = shownRaters(raters.count, column: columnWidth, width: rect.width)
    let wordsWidth = rect.width - shown.count * columnWidth - 2
    func x(_ column: Int) -> Int {
      rect.x + wordsWidth + 2 + (column - shown.lowerBound) * columnWidth
    }
    for column in shown {
      let name = TextLayout.truncated(file.name(of: raters[column]), to: columnWidth - 1)
      let isHere = focused && column == rater
      canvas.put(name, x: x(column), y: rect.y, style: isHere ? .strong : .muted)
    }
    let hidden = [
      shown.lowerBound > 0 ? "← \(shown.lowerBound) more" : "",
      shown.upperBound < raters.count ? "\(raters.count - shown.upperBound) more →" : "",
    ].filter { !$0.isEmpty }.joined(separator: "   ")
    if !hidden.isEmpty, rect.height > 6 {
      canvas.put(hidden, x: rect.maxX - TextLayout.width(hidden), y: rect.y + 1, style: .muted)
    }
    let blocks = goals.map { TextLayout.wrapped($0.words, to: max(8, wordsWidth - 3)) }
    var first = 0
    let room = max(1, rect.height - 2)
    while first < goal, blocks[first...goal].reduce(0, { $0 + min($1.count, room) }) > room {
      first += 1
    }
    var y = rect.y + (rect.height > 6 ? 2 : 1)
    for index in goals.indices.dropFirst(first) {
      guard y < rect.maxY else { break }
      let isHere = focused && index == goal
      if isHere { canvas.put("▌", x: rect.x - 2, y: y, style: .marker) }
      canvas.put("\(index + 1)", x: rect.x, y: y, style: .muted)
      for column in shown {
        drawCell(
          goals[index], raters[column], file, review, on: &canvas, at: Point(x: x(column), y: y),
          isHere: isHere && column == rater)
        guard focused else { continue }
        canvas.mark(
          Rect(x: x(column), y: y, width: columnWidth, height: 1),
          .item(index * raters.count + column))
      }
      for text in blocks[index] where y < rect.maxY {
        canvas.put(text, x: rect.x + 3, y: y, style: isHere ? .selected : .strong)
        y += 1
      }
    }
  }

  private func drawCell(
    _ goal: Goal, _ party: Party, _ file: FamilyFile, _ review: Review, on canvas: inout Canvas,
    at place: Point, isHere: Bool
  ) {
    if isHere {
      canvas.fill(Rect(x: place.x, y: place.y, width: 7, height: 1), style: .fieldFocused)
      canvas.cursor = place
    }
    if let now = rating(goal, party, file, review) {
      let said = now.words.isEmpty ? "" : " “”"
      canvas.put(
        "\(now.score)\(said)", x: place.x, y: place.y, style: isHere ? .fieldFocused : .strong)
    } else if let last = last(goal, party, file, review) {
      canvas.put("was \(last.score)", x: place.x, y: place.y, style: .muted)
    } else {
      canvas.put("–", x: place.x, y: place.y, style: .muted)
    }
  }

  /// The cell in words: whose, where it was, how far they hope, what they said.
  private func detailLines(
    _ file: FamilyFile, _ review: Review, width: Int, _ context: Context
  ) -> [Line] {
    guard let (goal, party) = cell(file, review) else { return [] }
    let now = rating(goal, party, file, review)
    let last = last(goal, party, file, review)
    let facts = [
      now.map { "now \($0.score)" },
      last.map { "was \($0.score) on \($0.day.words(on: context.today))" } ?? "not rated before",
      goal.hopedFor.map { "hoped for \($0)" },
    ].compactMap(\.self).joined(separator: " · ")
    var lines = TextLayout.wrapped("\(file.name(of: party)): \(facts)", to: max(10, width - 1))
      .map { Line([Span(0, $0)]) }
    if let words = now?.words, !words.isEmpty {
      lines += TextLayout.wrapped("“\(words)”", to: max(10, width - 1))
        .map { Line([Span(0, $0, .voice)]) }
    } else if let last, !last.words.isEmpty {
      lines += TextLayout.wrapped("said then “\(last.words)”", to: max(10, width - 1))
        .map { Line([Span(0, $0, .muted)]) }
    }
    return lines
  }

  /// Who else could rate, to choose from.
  private func drawOffer(
    _ file: FamilyFile, _ review: Review, on canvas: inout Canvas, in rect: Rect,
    _ context: Context
  ) {
    guard let offered else { return }
    let all = candidates(file, review, context)
    let height = min(all.count, max(1, rect.height - 2))
    let top = max(0, min(offered - height / 2, all.count - height))
    canvas.fill(Rect(x: rect.x - 2, y: rect.y, width: rect.width + 2, height: rect.height))
    canvas.put("Who else rates?", x: rect.x, y: rect.y, style: .heading)
    for row in 0..<height {
      let isHere = top + row == offered
      if isHere {
        canvas.put("▌", x: rect.x, y: rect.y + 2 + row, style: .marker)
        canvas.cursor = Point(x: rect.x, y: rect.y + 2 + row)
      }
      canvas.put(
        file.name(of: all[top + row]), x: rect.x + 2, y: rect.y + 2 + row,
        style: isHere ? .selected : .text)
      canvas.mark(
        Rect(x: rect.x, y: rect.y + 2 + row, width: rect.width, height: 1), .item(top + row))
    }
  }
}
