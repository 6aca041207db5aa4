import Casework
import TextUI

/// Section 5 of a family: one goal's ratings as a chart, or as a table of the same numbers.
public struct FamilyProgressSection: Equatable, Sendable {
  // MARK: State

  private var goal: Goal.ID?

  public init() {}

  mutating func select(_ goal: Goal.ID?) { self.goal = goal }

  // MARK: Action

  public enum Action: Equatable, Sendable {
    case nextGoal
    case previousGoal
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
    ]
  }

  // MARK: Update

  mutating func update(_ action: Action, _ file: FamilyFile, _ context: Context) -> [Step] {
    switch action {
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
    return []
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
    let place = file.progress.goals.firstIndex { $0.goal.id == progress.goal.id } ?? 0
    canvas.put("▌", x: 0, y: 0, style: .marker)
    GoalChart(
      progress: progress, file: file, showsTable: context.showsTables,
      place: (place + 1, file.goals.count)
    ).draw(on: &canvas, in: Rect(x: 0, y: 0, width: size.width, height: size.height), context)
    return canvas
  }
}

/// One goal's ratings: a chart with a sentence below, or a table of the same numbers.
struct GoalChart {
  let progress: GoalProgress
  let file: FamilyFile
  let showsTable: Bool
  /// Which goal of how many.
  var place: (number: Int, of: Int)?

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let lines = head(rect.width, context)
    LineCursor().draw(lines, on: &canvas, in: rect, focused: false)
    var sentences = TextLayout.wrapped(sentence(context), to: max(10, rect.width - 3))
    // In a low window the numbers come before what is said about them.
    if rect.height - lines.count - sentences.count < 2 { sentences = [] }
    let middle = Rect(
      x: rect.x, y: rect.y + lines.count, width: rect.width,
      height: rect.height - lines.count - sentences.count)
    guard !progress.lines.isEmpty else {
      canvas.put(
        "Nobody has rated it yet. r gives the first rating.", x: rect.x + 2, y: middle.y + 1,
        style: .muted)
      return
    }
    if showsTable || middle.height < 5 || rect.width < 34 {
      drawTable(on: &canvas, in: middle, context)
    } else {
      drawChart(on: &canvas, in: middle, context)
    }
    for (row, part) in sentences.enumerated() {
      canvas.put(
        part, x: rect.x + 2, y: rect.maxY - sentences.count + row, width: rect.width - 2)
    }
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

  private func drawTable(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let rated = progress.lines.flatMap { line in line.points.map { (line.by, $0) } }
      .sorted { ($0.1.day, $0.1.rating) > ($1.1.day, $1.1.rating) }
    let words = Dictionary(
      file.ratings.map { ($0.id, $0.words) }, uniquingKeysWith: { first, _ in first })
    for (row, (by, point)) in rated.prefix(max(0, rect.height)).enumerated() {
      let y = rect.y + row
      canvas.put(point.day.words(on: context.today), x: rect.x + 2, y: y, style: .muted)
      canvas.put(
        TextLayout.truncated(file.name(of: by), to: 14), x: rect.x + 19, y: y, style: .strong)
      canvas.put(point.score < 10 ? " \(point.score)" : "10", x: rect.x + 35, y: y)
      let said = words[point.rating] ?? ""
      if !said.isEmpty, rect.width > 50 {
        canvas.put(
          TextLayout.truncated("“\(said)”", to: rect.width - 40), x: rect.x + 39, y: y,
          style: .voice)
      }
    }
  }
}
