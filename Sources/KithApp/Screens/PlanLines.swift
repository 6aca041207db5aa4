import Casework
import TextUI

/// The lines of a plan at a width.
struct PlanLines {
  let file: FamilyFile
  let width: Int
  let context: Context

  private var isNarrow: Bool { width < 72 }
  /// Where the columns on the right begin.
  private var whoseX: Int { isNarrow ? width : width - 41 - numbers }
  private var startX: Int { isNarrow ? width - 16 : width - 29 - numbers }
  /// The columns that numbers take more than bars.
  private var numbers: Int { context.showsTables && !isNarrow ? 10 : 0 }

  func opening(item: Int) -> [Line] {
    let words = file.plan?.openingWords ?? ""
    let text =
      words.isEmpty ? "What does the family want, in its own words? e writes it." : "“\(words)”"
    var lines = TextLayout.wrapped(text, to: max(10, width - 4)).map {
      Line([Span(2, $0, words.isEmpty ? .muted : .voice)], item: item)
    }
    let facts = [agreedWords, keeperWords].compactMap(\.self) + trustedWords
    if !facts.isEmpty {
      lines += TextLayout.wrapped(facts.joined(separator: " · "), to: max(10, width - 4))
        .map { Line([Span(2, $0, .muted)], item: item) }
    }
    return lines
  }

  private var agreedWords: String? {
    guard let last = file.plan?.agreed.last else { return "not agreed yet" }
    let place = last.at.isEmpty ? "" : " at \(last.at)"
    return "agreed \(last.on.words(on: context.today))\(place)"
  }

  private var keeperWords: String? {
    file.plan?.keptGoingBy.map { "\(file.name(of: $0)) keeps it going" }
  }

  private var trustedWords: [String] {
    file.children.compactMap { child in
      child.trusted.map { trusted in
        let role = file.member(trusted.who.memberID).map { ", \($0.role)" } ?? ""
        let chose = trusted.chosenByChild ? "chose" : "trusts"
        return "\(child.shortName) \(chose) \(file.name(of: trusted.who))\(role)"
      }
    }
  }

  func goalsHeading(isEmpty: Bool) -> [Line] {
    if isEmpty {
      return [.heading("Goals")] + Line.note("No goal is set yet. a adds the first.", width: width)
    }
    guard !isNarrow, !context.isSpoken else { return [.heading("Goals")] }
    return [
      Line([
        Span(2, "Goals", .heading), Span(startX, "start", .muted),
        Span(startX + 14 + numbers, "now", .muted),
        Span(startX + 19 + numbers, "hoped for", .muted),
      ])
    ]
  }

  func goal(_ progress: GoalProgress, number: Int, item: Int) -> [Line] {
    let goal = progress.goal
    let room = (isNarrow ? startX : whoseX) - 6 - 2
    let wrapped = TextLayout.wrapped(goal.words, to: max(8, room))
    var lines = wrapped.enumerated().map { index, part in
      Line(
        (index == 0 ? [Span(4, numberWords(number), .muted)] : []) + [Span(6, part, .strong)],
        item: item)
    }
    lines[0].spans +=
      context.isSpoken ? spokenFacts(progress) : isNarrow ? narrowFacts(progress) : facts(progress)
    if isNarrow {
      let category = "\(file.name(of: goal.whose)) · \(goal.category.rawValue)"
      lines.append(
        Line([Span(6, TextLayout.truncated(category, to: max(8, width - 7)), .muted)], item: item))
    }
    return lines
  }

  private func numberWords(_ number: Int) -> String {
    context.isSpoken ? "Goal \(number):" : number < 10 ? "\(number)" : "·"
  }

  private func narrowFacts(_ progress: GoalProgress) -> [Span] {
    if progress.goal.status != .open { return [Span(startX, progress.goal.status.short, .good)] }
    let now = progress.now.map(String.init) ?? "–"
    let start = progress.goal.baseline.map { "\($0) → " } ?? ""
    let hoped = progress.goal.hopedFor.map { " of \($0)" } ?? ""
    return [Span(startX, start + now + hoped)]
  }

  private func spokenFacts(_ progress: GoalProgress) -> [Span] {
    let goal = progress.goal
    let facts = [
      "whose: \(file.name(of: goal.whose))", goal.baseline.map { "at the start \($0)" },
      goal.status == .open
        ? progress.now.map { "now \($0)" } ?? "not rated yet" : goal.status.rawValue,
      goal.hopedFor.map { "hoped for \($0)" },
    ]
    return [Span(startX, facts.compactMap(\.self).joined(separator: ", "))]
  }

  private func facts(_ progress: GoalProgress) -> [Span] {
    let goal = progress.goal
    var spans = [
      Span(whoseX, TextLayout.truncated(file.name(of: goal.whose), to: 11)),
      Span(startX + 3, right(goal.baseline, 2)),
    ]
    if goal.status != .open {
      spans.append(Span(startX + 7, goal.status.rawValue, .good))
      return spans
    }
    let trend = trendWords(progress.trend.suffix(6).map(Double.init), context)
    spans += [
      Span(startX + 7, trend, .chart),
      Span(startX + 15 + numbers, right(progress.now, 2), .strong),
      Span(startX + 23 + numbers, right(goal.hopedFor, 2), .muted),
    ]
    return spans
  }

  private func right(_ value: Int?, _ width: Int) -> String {
    let text = value.map(String.init) ?? "–"
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }

  func action(_ action: PlanAction, item: Int) -> [Line] {
    let state = action.due(on: context.today)
    let isOverdue = state?.isOverdue ?? false
    let when = whenWords(action, isOverdue: isOverdue)
    let who = action.who.map { "\(file.name(of: $0)): " } ?? ""
    let whenX = isNarrow ? width : max(40, width - 29)
    let wrapped = TextLayout.wrapped(who + action.words, to: max(8, whenX - 8))
    var lines = wrapped.map { Line([Span(6, $0)], item: item) }
    let mark = isOverdue ? Span(4, "!", .overdue) : Span(4, action.status.mark, .good)
    lines[0].spans.append(mark)
    let style: Style = isOverdue ? .overdue : .muted
    if isNarrow {
      if !when.isEmpty { lines.append(Line([Span(8, when, style)], item: item)) }
    } else {
      lines[0].spans.append(Span(whenX, TextLayout.truncated(when, to: width - whenX), style))
    }
    if !action.howItWent.isEmpty {
      lines += TextLayout.wrapped(action.howItWent, to: max(8, width - 10))
        .map { Line([Span(8, $0, .muted)], item: item) }
    }
    return lines
  }

  private func whenWords(_ action: PlanAction, isOverdue: Bool) -> String {
    let today = context.today
    switch action.status {
    case .done: return "since \(action.statusSince.words(on: today))"
    case .partly: return "partly, since \(action.statusSince.words(on: today))"
    case .noLongerNeeded: return "no longer needed"
    case .notYet:
      if isOverdue, let by = action.by { return "overdue since \(by.words(on: today))" }
      if let by = action.by { return "by \(by.words(on: today))" }
      return action.from.map { "from \($0.words(on: today))" } ?? ""
    }
  }

  /// What is different from the version that was agreed last.
  func changes(item: Int) -> [Line] {
    let changes = file.differenceSinceAgreed()
    guard !changes.isEmpty else { return [] }
    let lines = changes.flatMap { change in
      TextLayout.wrapped(change, to: max(10, width - 6)).map { Line([Span(4, $0)], item: item) }
    }
    return [
      Line(item: item), Line([Span(2, "Changed since it was agreed", .heading)], item: item),
    ] + lines
  }

  func ending(item: Int) -> [Line] {
    let words = file.plan?.ifNotWorking ?? ""
    let text = words.isEmpty ? "Not said yet. e writes it." : words
    let column = width < 50 ? 4 : 24
    let wrapped = TextLayout.wrapped(text, to: max(10, width - column - 1))
    var lines = wrapped.map {
      Line([Span(column, $0, words.isEmpty ? .muted : .text)], item: item)
    }
    let label = Span(2, "If it isn't working", .heading)
    if column == 4 { return [Line([label], item: item)] + lines }
    lines[0].spans.insert(label, at: 0)
    return lines
  }
}

extension PlanAction.Status {
  /// One sign, always beside its words.
  var mark: String {
    switch self {
    case .notYet: ""
    case .partly: "~"
    case .done: "✓"
    case .noLongerNeeded: "–"
    }
  }
}

extension Goal.Status {
  /// For a narrow column.
  var short: String { self == .noLongerNeeded ? "not needed" : rawValue }
}
