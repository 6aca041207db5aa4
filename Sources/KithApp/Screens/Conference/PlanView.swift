import Casework
import TextUI

/// The plan with the line under it, as the room sees it.
struct PlanView {
  let live: LivePlan
  let line: PlanLine
  let focus: ConferenceMode.Focus
  let list: LineCursor
  let latest: Record?
  let size: Size
  let isRoomy: Bool
  /// Whether the lines may close up where the plan would not fit otherwise.
  let mayCloseUp: Bool
  /// What stands over the plan: the clock and the questions of the family's own time.
  let heading: [Line]
  let context: Context

  private var file: FamilyFile { live.file }
  private var margin: Int { PlanView.margin(size.width, isRoomy: isRoomy) }
  private var isTight: Bool { size.height < 13 }

  /// A projector's room is given to the margins first.
  private static func margin(_ width: Int, isRoomy: Bool) -> Int {
    isRoomy && width >= 70 ? 4 : 0
  }

  private static let textX = 9

  /// Columns for the words of the line.
  static func textWidth(_ width: Int, isRoomy: Bool) -> Int {
    max(8, width - textX - 2 - 2 * margin(width, isRoomy: isRoomy))
  }

  var canvas: Canvas {
    var canvas = Canvas(size: size)
    let under = LineView(
      line: line, file: file, width: size.width - 2 * margin, isFocused: focus == .line,
      context: context)
    let top = isTight ? 0 : 1
    let gap = isTight ? 0 : 1
    let headRows = min(heading.count, max(0, size.height / 2 - 1))
    let room = max(focus == .list ? 1 : 0, size.height - top - headRows - gap - under.height)
    for (row, line) in heading.prefix(headRows).enumerated() {
      for span in line.spans {
        canvas.put(
          span.text, x: margin + span.x, y: top + row, width: size.width - margin - span.x,
          style: span.style)
      }
    }
    let loose = rows(isRoomy: isRoomy)
    let lines = isRoomy && mayCloseUp && loose.count > room ? rows(isRoomy: false) : loose
    var cursor = list
    if focus == .line, let index = PlanItem.index(of: latest, in: file) { cursor.item = index }
    if focus == .line, latest == nil { cursor.item = Int.max / 2 }
    let corrected = focus == .line ? self.corrected : nil
    if let corrected { cursor.item = corrected }
    let listRect = Rect(
      x: margin, y: top + headRows, width: size.width - 2 * margin,
      height: min(room, max(1, lines.count)))
    if room > 0 {
      cursor.draw(
        lines, on: &canvas, in: listRect, focused: focus == .list, marked: corrected != nil)
    }
    let y = min(listRect.maxY + gap, size.height - under.height)
    under.draw(on: &canvas, x: margin, y: max(y, 0))
    return canvas
  }
}

extension PlanView {
  /// Which line of the plan is being corrected; nil while a new one is typed.
  private var corrected: Int? {
    PlanItem.all(in: file).firstIndex { item in
      switch (item.subject, line.subject) {
      case (.goal(let here), .goal(let there)): here.id == there.id
      case (.action(let here), .action(let there)): here.id == there.id
      case (.wish, .wish), (.ending, .ending): true
      default: false
      }
    }
  }

  private func rows(isRoomy: Bool) -> [Line] {
    PlanRows(
      live: live, width: size.width - 2 * margin, isRoomy: isRoomy, isTight: isTight,
      context: context
    ).lines
  }
}

/// The plan's rows: each with its mark on the right, `·` when it is on disk.
struct PlanRows {
  let live: LivePlan
  let width: Int
  let isRoomy: Bool
  let isTight: Bool
  let context: Context

  private var file: FamilyFile { live.file }
  private var isNarrow: Bool { width < 64 }
  private var markX: Int { width - 2 }

  var lines: [Line] {
    var lines: [Line] = []
    var number = 0
    for (index, item) in PlanItem.all(in: file).enumerated() {
      if !isTight, !lines.isEmpty, isRoomy || startsGroup(item) { lines.append(.blank) }
      switch item {
      case .wish(let plan): lines += wish(plan, index)
      case .goal(let goal):
        number += 1
        lines += self.goal(goal, number, index)
      case .action(let action): lines += self.action(action, index)
      case .ending(let plan): lines += ending(plan, index)
      }
      lines += reason(item, index)
    }
    guard file.goals.isEmpty else { return lines }
    let note = "Type what they say, then Enter: it is a goal at once."
    return lines + (lines.isEmpty ? [] : [.blank]) + Line.note(note, width: width, x: 5)
  }

  private func startsGroup(_ item: PlanItem) -> Bool {
    switch item {
    case .action(let action): action.goalID == nil && file.actions(of: nil).first == action
    default: true
    }
  }

  private func wish(_ plan: Plan, _ item: Int) -> [Line] {
    var lines = TextLayout.wrapped("“\(plan.openingWords)”", to: max(10, markX - 4)).map {
      Line([Span(2, $0, .voice)], item: item)
    }
    lines[0].spans.append(mark(.plan(plan)))
    return lines
  }

  /// What stands under the line while it is typed, where it is heard with it.
  private func spokenScores(_ goal: Goal) -> [Span] {
    let scores = [
      goal.baseline.map { "now \($0)" }, goal.hopedFor.map { "hoped for \($0)" },
    ]
    return scores.compactMap(\.self).map { Span(markX - 1, $0, .muted) }
  }

  private func goal(_ goal: Goal, _ number: Int, _ item: Int) -> [Line] {
    let isOpen = goal.status == .open
    let whose = TextLayout.truncated(
      isOpen ? file.name(of: goal.whose) : goal.status.short,
      to: context.isSpoken ? width : isNarrow ? 11 : 16)
    let whoseX = markX - 1 - TextLayout.width(whose)
    var lines = TextLayout.wrapped(goal.words, to: max(8, whoseX - 7)).map {
      Line([Span(5, $0, .strong)], item: item)
    }
    lines[0].spans.insert(
      Span(number < 10 ? 2 : 1, context.isSpoken ? "Goal \(number):" : "\(number)", .muted), at: 0)
    lines[0].spans.append(Span(whoseX, whose, isOpen ? .muted : .good))
    if context.isSpoken { lines[0].spans += spokenScores(goal) }
    lines[0].spans.append(mark(.goal(goal)))
    return lines
  }

  private func action(_ action: PlanAction, _ item: Int) -> [Line] {
    let when = whenWords(action)
    let whenX = isNarrow || when.isEmpty ? markX - 1 : markX - 22
    let who = action.who.map { "\(file.name(of: $0)) " } ?? ""
    var lines = TextLayout.wrapped(who + action.words, to: max(8, whenX - 9)).map {
      Line([Span(7, $0)], item: item)
    }
    if !action.status.mark.isEmpty {
      lines[0].spans.append(Span(5, action.status.mark, .good))
    }
    lines[0].spans.append(mark(.action(action)))
    guard !when.isEmpty else { return lines }
    if isNarrow {
      lines.append(Line([Span(9, when, .muted)], item: item))
    } else {
      lines[0].spans.append(
        Span(whenX, context.isSpoken ? when : TextLayout.truncated(when, to: 21), .muted))
    }
    return lines
  }

  private func whenWords(_ action: PlanAction) -> String {
    let today = context.today
    switch action.status {
    case .done: return "done"
    case .noLongerNeeded: return "no longer needed"
    case .notYet, .partly: break
    }
    let from = action.from.map { "from \($0.words(on: today))" }
    let by = action.by.map { "by \($0.words(on: today))" }
    if let from, let by, action.from != nil {
      return isNarrow ? "\(from), \(by)" : by
    }
    return by ?? from ?? ""
  }

  private func ending(_ plan: Plan, _ item: Int) -> [Line] {
    let keeper = plan.keptGoingBy.map { "\(file.name(of: $0)) keeps it going." }
    let text = [plan.ifNotWorking, keeper ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    let x = isNarrow ? 5 : 24
    var lines = TextLayout.wrapped(text, to: max(10, markX - x - 2)).map {
      Line([Span(x, $0)], item: item)
    }
    let label = Line([Span(2, "If it isn't working", .heading)], item: item)
    if isNarrow { lines.insert(label, at: 0) } else { lines[0].spans.insert(label.spans[0], at: 0) }
    lines[0].spans.append(mark(.plan(plan)))
    return lines
  }

  private func mark(_ record: Record) -> Span {
    switch live.mark(record) {
    case .kept: Span(markX, context.isSpoken ? "" : "·", .muted)
    case .onItsWay: Span(markX, context.isSpoken ? "not on disk yet" : "…", .muted)
    case .refused: Span(markX, context.isSpoken ? "not saved" : "!", .problem)
    }
  }

  private func reason(_ item: PlanItem, _ index: Int) -> [Line] {
    guard let record = item.record(file), case .refused(let reason) = live.mark(record) else {
      return []
    }
    let text = "Not saved: \(reason) Enter here tries again."
    return TextLayout.wrapped(text, to: max(10, markX - 8)).map {
      Line([Span(7, $0, .problem)], item: index)
    }
  }
}
