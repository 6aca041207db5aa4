import Casework
import TextUI

/// Section 5 of a family: one goal's ratings as a chart, or as a table of the same numbers.
public struct FamilyProgressSection: Equatable, Sendable {
  // MARK: State

  private var goal: Goal.ID?
  /// The first line of its table that shows.
  private var top = 0

  public init() {}

  mutating func select(_ goal: Goal.ID?) { self.goal = goal }

  // MARK: Action

  public enum Action: Equatable, Sendable {
    case nextGoal
    case previousGoal
    case scrolled(Key)
    case rated
    case goalAdded
  }

  // MARK: Keys

  func keyBindings(_ file: FamilyFile, _ context: Context) -> [KeyBinding<Action>] {
    let none = file.goals.isEmpty ? "no goal is set yet" : nil
    let only = file.goals.count > 1 ? nil : "there is no other goal"
    let adding: [KeyBinding<Action>] =
      file.goals.isEmpty ? [KeyBinding(Key("a"), .goalAdded, "Add a goal", hint: "goal")] : []
    return adding + [
      KeyBinding(Key("r"), .rated, "Rate this goal", hint: "rate", offReason: none),
      KeyBinding(
        [Key("]"), .down, Key("j")], .nextGoal, "Next goal", hint: "next goal", offReason: only),
      KeyBinding([Key("["), .up, Key("k")], .previousGoal, "Goal before", offReason: only),
    ] + listKeys(Action.scrolled).filter { !$0.keys.contains(.up) && !$0.keys.contains(.down) }
  }

  // MARK: Update

  mutating func update(_ action: Action, _ file: FamilyFile, _ context: Context) -> [Step] {
    switch action {
    case .scrolled(let key):
      scroll(key, file, context)
      return []
    case .nextGoal: return step(1, file)
    case .previousGoal: return step(-1, file)
    case .goalAdded: return [.form(.goal(file.family.id, nil))]
    case .rated:
      return selectedGoal(file).map { [.form(.rating(file.family.id, $0.goal.id))] } ?? []
    }
  }

  private mutating func step(_ by: Int, _ file: FamilyFile) -> [Step] {
    let goals = file.progress.goals
    guard !goals.isEmpty else { return [] }
    let index = goals.firstIndex { $0.goal.id == goal } ?? 0
    goal = goals[(index + by + goals.count) % goals.count].goal.id
    top = 0
    return []
  }

  /// By pages in the table, which may be longer than the window.
  private mutating func scroll(_ key: Key, _ file: FamilyFile, _ context: Context) {
    guard let progress = selectedGoal(file) else { return }
    let (page, last) = chart(progress, file, context).tablePages(in: context.bodySize, context)
    top = min(top, last)
    switch key {
    case .pageUp: top = max(0, top - page)
    case .pageDown: top = min(last, top + page)
    case .home: top = 0
    case .end: top = last
    default: break
    }
  }

  // MARK: View

  func selectedGoal(_ file: FamilyFile) -> GoalProgress? {
    let goals = file.progress.goals
    return goals.first { $0.goal.id == goal } ?? goals.first
  }

  func view(_ file: FamilyFile, _ size: Size, _ context: Context) -> Canvas {
    var canvas = Canvas(size: size)
    canvas.cursor = Point(x: 0, y: 0)
    guard let progress = selectedGoal(file) else {
      canvas.put(
        "No goal is set yet. a adds the first.", x: 4, y: 1, width: size.width - 5,
        style: .muted)
      return canvas
    }
    canvas.put("▌", x: 0, y: 0, style: .marker)
    chart(progress, file, context)
      .draw(on: &canvas, in: Rect(x: 0, y: 0, width: size.width, height: size.height), context)
    return canvas
  }

  func chart(_ progress: GoalProgress, _ file: FamilyFile, _ context: Context) -> GoalChart {
    let place = file.progress.goals.firstIndex { $0.goal.id == progress.goal.id } ?? 0
    return GoalChart(
      progress: progress, file: file, showsTable: context.showsTables,
      place: (place + 1, file.goals.count), top: top)
  }
}

/// One goal's ratings: a chart with a sentence below, or a table of the same numbers.
struct GoalChart {
  let progress: GoalProgress
  let file: FamilyFile
  let showsTable: Bool
  /// Which goal of how many.
  var place: (number: Int, of: Int)?
  /// The first line of the table that shows.
  var top = 0
  /// What leads to the rest of a table that is longer; nil where its pages are turned.
  var more: String?

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    LineCursor().draw(head(rect.width, context), on: &canvas, in: rect, focused: false)
    let (middle, sentences) = middle(of: rect, context)
    guard !progress.lines.isEmpty else {
      canvas.put(
        "Nobody has rated it yet. r gives the first rating.", x: rect.x + 2, y: middle.y + 1,
        style: .muted)
      return
    }
    if isTable(in: middle) {
      drawTable(on: &canvas, in: middle, context)
    } else {
      drawChart(on: &canvas, in: middle, context)
    }
    for (row, part) in sentences.enumerated() {
      canvas.put(
        part, x: rect.x + 2, y: rect.maxY - sentences.count + row, width: rect.width - 2)
    }
  }

  private func isTable(in middle: Rect) -> Bool {
    showsTable || middle.height < 5 || middle.width < 34
  }

  /// Where the numbers stand, and what is said about them below.
  private func middle(of rect: Rect, _ context: Context) -> (Rect, sentences: [String]) {
    let head = head(rect.width, context).count
    var sentences = TextLayout.wrapped(sentence(context), to: max(10, rect.width - 3))
    // In a low window the numbers come before what is said about them.
    if rect.height - head - sentences.count < 2 { sentences = [] }
    let middle = Rect(
      x: rect.x, y: rect.y + head, width: rect.width, height: rect.height - head - sentences.count)
    return (middle, sentences)
  }

  /// How many lines of the table a page turns by, and the last line that one may begin with; both 0
  /// where all of it is seen.
  func tablePages(in size: Size, _ context: Context) -> (page: Int, last: Int) {
    let (middle, _) = middle(
      of: Rect(x: 0, y: 0, width: size.width, height: size.height), context)
    let count = tableLines(size.width, context).count
    guard isTable(in: middle), count > middle.height else { return (0, 0) }
    let page = max(1, middle.height - 1)
    return (page, count - page)
  }

  func head(_ width: Int, _ context: Context) -> [Line] {
    let goal = progress.goal
    var facts: [String] = []
    if let place, place.of > 1 { facts.append("goal \(place.number) of \(place.of)") }
    facts.append(file.name(of: goal.whose))
    if let baseline = goal.baseline { facts.append("started at \(baseline)") }
    if let hoped = goal.hopedFor { facts.append("hoped for \(hoped)") }
    facts.append(
      progress.now.map { "now \($0)" }
        ?? (progress.lines.isEmpty
          ? "not rated yet" : "not rated by \(file.name(of: goal.whose)) yet"))
    if goal.status != .open { facts.append(goal.status.rawValue) }
    return headWords(width).map { Line([Span(2, $0, .heading)]) }
      + TextLayout.wrapped(facts.joined(separator: " · "), to: max(10, width - 3)).map {
        Line([Span(2, $0, .muted)])
      }
  }

  /// The goal's words, three lines of them at most.
  private func headWords(_ width: Int) -> [String] {
    let all = TextLayout.wrapped(progress.goal.words, to: max(10, width - 3))
    return all.count <= 3 ? all : Array(all.prefix(2)) + [all[2] + "…"]
  }

  /// What the numbers say, softly.
  func sentence(_ context: Context) -> String {
    if let gap = progress.gap {
      return "\(file.name(of: gap.higher)) says \(gap.higherScore), "
        + "\(file.name(of: gap.lower)) says \(gap.lowerScore). "
        + "They see this differently: worth asking why."
    }
    if let since = progress.stuckSince {
      return "No higher since \(since.words(on: context.today)): worth asking what would help."
    }
    guard let movement = progress.movement, let change = progress.change else { return "" }
    let owner = file.name(of: progress.goal.whose)
    switch change {
    case .backwards: return "\(owner): \(-movement) lower than at the start."
    case .none: return "\(owner): where it was at the start."
    case .small, .clear:
      return "\(owner): \(movement) higher than at the start, a \(change.rawValue)."
    }
  }

  private func drawChart(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let series = progress.lines.map { line in
      LineChart.Series(
        name: file.name(of: line.by),
        points: line.points.map { (x: Double($0.day.number), y: Double($0.score)) })
    }
    let days = progress.lines.flatMap { $0.points.map(\.day) }
    guard let first = days.min() else { return }
    let last = context.today
    let count = max(2, min(5, rect.width / 16))
    let span = max(1, last.days(since: first))
    let labels = (0..<count).map { index in
      let day = first + span * index / (count - 1)
      return (x: Double(day.number), label: day.dayAndMonth)
    }
    LineChart(
      series: series, xLabels: first == last ? [labels[0]] : labels, yRange: 0...10,
      target: progress.goal.hopedFor.map { (value: Double($0), label: "hoped for \($0)") }
    ).draw(
      on: &canvas, in: Rect(x: rect.x + 1, y: rect.y, width: rect.width - 2, height: rect.height))
  }

  /// The table; where it is longer than its room the last row says so.
  private func drawTable(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let lines = tableLines(rect.width, context)
    let isLonger = lines.count > rect.height
    let page = isLonger ? max(1, rect.height - 1) : rect.height
    let first = max(0, min(top, lines.count - page))
    LineCursor().draw(
      Array(lines.dropFirst(first)), on: &canvas,
      in: Rect(x: rect.x, y: rect.y, width: rect.width, height: page), focused: false)
    guard isLonger, rect.height > 1 else { return }
    let turns = [first > 0 ? "PgUp more" : "", first + page < lines.count ? "PgDn more" : ""]
    let words = more ?? turns.filter { !$0.isEmpty }.joined(separator: "  ")
    let x = max(rect.x, rect.maxX - TextLayout.width(words) - 1)
    canvas.put(words, x: x, y: rect.maxY - 1, width: rect.maxX - x, style: .muted)
  }

  /// A rating each, the latest first: the day, who, the number, and what was said.
  private func tableLines(_ width: Int, _ context: Context) -> [Line] {
    let rated = progress.lines.flatMap { line in line.points.map { (line.by, $0) } }
      .sorted { ($0.1.day, $0.1.rating) > ($1.1.day, $1.1.rating) }
    let words = Dictionary(
      file.ratings.map { ($0.id, $0.words) }, uniquingKeysWith: { first, _ in first })
    let column = width > 50 ? 39 : 4
    return rated.flatMap { by, point in
      let said = words[point.rating] ?? ""
      let wrapped =
        said.isEmpty ? [] : TextLayout.wrapped("“\(said)”", to: max(10, width - column - 1))
      var lines = wrapped.map { Line([Span(column, $0, .voice)]) }
      if column == 4 || lines.isEmpty { lines.insert(.blank, at: 0) }
      lines[0].spans += [
        Span(2, point.day.words(on: context.today), .muted),
        Span(19, TextLayout.truncated(file.name(of: by), to: 14), .strong),
        Span(35, point.score < 10 ? " \(point.score)" : "10"),
      ]
      return lines
    }
  }
}
