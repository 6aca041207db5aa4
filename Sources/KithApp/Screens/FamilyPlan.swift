import Casework
import TextUI

/// Section 2 of a family: its plan, goals and actions.
public struct FamilyPlan: Equatable, Sendable {
  // MARK: State

  private var cursor = LineCursor()

  public init() {}

  // MARK: Action

  public enum Action: Equatable, Sendable {
    case moved(Key)
    case goalAdded
    case actionAdded
    case edited
    case done
    case rated
    case removed
    case reordered(by: Int)
    case agreed
    case printPressed
    case preparationOpened
    case conferenceOpened
  }

  // MARK: Keys

  func keyBindings(_ file: FamilyFile, _ context: Context) -> [KeyBinding<Action>] {
    let target = selected(file)
    let noItem = target == nil ? "nothing is selected" : nil
    let isWords = target == .words
    let noAction = target?.action == nil ? "select an action" : nil
    let noGoal = goalID(target, file) == nil ? "select a goal" : nil
    let notMovable = target?.goal == nil ? "select a goal" : nil
    return [
      KeyBinding(Key("a"), .goalAdded, "Add a goal", hint: "goal"),
      KeyBinding(Key("A"), .actionAdded, "Add an action: who does what", hint: "action"),
      KeyBinding([Key("e"), .enter], .edited, "Change it", hint: "edit", offReason: noItem),
      KeyBinding(
        Key("d"), .done, "Done, or not yet", hint: target?.action == nil ? nil : "done",
        offReason: noAction),
      KeyBinding(
        Key("r"), .rated, "Rate this goal", hint: noGoal == nil ? "rate" : nil, offReason: noGoal),
      KeyBinding(
        [Key("x"), .delete], .removed, "Remove it",
        offReason: isWords ? "the plan's own words are changed with e" : noItem),
      KeyBinding(Key("J"), .reordered(by: 1), "Move the goal down", offReason: notMovable),
      KeyBinding(Key("K"), .reordered(by: -1), "Move the goal up", offReason: notMovable),
      KeyBinding(
        Key("Y"), .agreed, "Agree the plan as it stands",
        hint: file.plan?.agreedOn == nil ? "agree" : nil,
        offReason: file.progress.open.isEmpty ? "it needs a goal first" : nil),
      KeyBinding(
        Key("p"), .printPressed, "Print the plan, or everybody's own actions", hint: "print"),
      KeyBinding(Key("C"), .preparationOpened, "Prepare the family group conference"),
      KeyBinding(
        Key("c"), .conferenceOpened, "Conference mode: the plan, typed live",
        offReason: ConferenceMode.offReason(file, context)),
    ] + listKeys(Action.moved)
  }

  // MARK: Update

  mutating func update(_ action: Action, _ file: FamilyFile, _ context: Context) -> [Step] {
    let id = file.family.id
    let target = selected(file)
    switch action {
    case .moved(let key):
      let size = context.bodySize
      _ = cursor.handle(
        key, lines: lines(file, width: size.width, context), height: size.height)
      return []
    case .goalAdded: return [.form(.goal(id, nil))]
    case .actionAdded: return [.form(.action(id, goal: goalID(target, file), nil))]
    case .edited:
      switch target {
      case .words, .ending: return [.form(.plan(id))]
      case .goal(let goal): return [.form(.goal(id, goal.id))]
      case .action(let action): return [.form(.action(id, goal: action.goalID, action.id))]
      case nil: return []
      }
    case .done:
      guard let action = target?.action else { return [] }
      return [toggled(action, file, context)]
    case .rated: return goalID(target, file).map { [.form(.rating(id, $0))] } ?? []
    case .removed: return remove(target, file, context)
    case .reordered(let step): return reorder(target?.goal, by: step, file, context)
    case .agreed: return [.form(.agreement(id))]
    case .printPressed: return [.form(.printPlan(id))]
    case .preparationOpened: return [.go(.preparation(id))]
    case .conferenceOpened: return [.go(.conference(id))]
    }
  }

  private func toggled(_ action: PlanAction, _ file: FamilyFile, _ context: Context) -> Step {
    var after = action
    after.status = action.status == .notYet || action.status == .partly ? .done : .notYet
    after.statusSince = context.today
    let sentence = "\(after.status == .done ? "Done" : "Not yet"): \(action.words)"
    let edit = context.edit(
      sentence, in: file.family.id, [Change(before: .action(action), after: .action(after))])
    return .ask(.commit(edit, said: sentence))
  }

  private func remove(
    _ target: Target?, _ file: FamilyFile, _ context: Context
  ) -> [Step] {
    var changes: [Change] = []
    var words = ""
    switch target {
    case .goal(let goal):
      words = goal.words
      changes += file.ratings.filter { $0.goalID == goal.id }
        .map { Change(before: .rating($0), after: nil) }
      changes += file.actions(of: goal.id).map { Change(before: .action($0), after: nil) }
      changes.append(Change(before: .goal(goal), after: nil))
    case .action(let action):
      words = action.words
      changes = [Change(before: .action(action), after: nil)]
    case .words, .ending, nil: return []
    }
    let sentence = "Removed “\(words)”"
    return [.ask(.commit(context.edit(sentence, in: file.family.id, changes), said: sentence))]
  }

  private func reorder(
    _ goal: Goal?, by step: Int, _ file: FamilyFile, _ context: Context
  ) -> [Step] {
    let open = file.progress.open.map(\.goal)
    guard let goal, let index = open.firstIndex(where: { $0.id == goal.id }),
      open.indices.contains(index + step)
    else { return [] }
    var ordered = open
    ordered.swapAt(index, index + step)
    let changes = ordered.enumerated().compactMap { place, before -> Change? in
      guard before.order != place + 1 else { return nil }
      var after = before
      after.order = place + 1
      return Change(before: .goal(before), after: .goal(after))
    }
    let sentence = "Moved “\(goal.words)” \(step < 0 ? "up" : "down")"
    return [.ask(.commit(context.edit(sentence, in: file.family.id, changes), said: sentence))]
  }

  /// Goes to what is new in the file, else stays on what was selected.
  mutating func follow(from old: FamilyFile, to new: FamilyFile) {
    let before = targets(old)
    let selectedID = selected(old)?.id
    cursor.follow(ids: targets(new).map(\.id), after: before.map(\.id), selected: selectedID)
  }

  // MARK: View

  /// What can be selected on the page.
  private enum Target: Equatable {
    case words
    case goal(Goal)
    case action(PlanAction)
    case ending

    var id: String {
      switch self {
      case .words: "words"
      case .goal(let goal): "\(goal.id)"
      case .action(let action): "\(action.id)"
      case .ending: "ending"
      }
    }

    var goal: Goal? { if case .goal(let goal) = self { goal } else { nil } }
    var action: PlanAction? { if case .action(let action) = self { action } else { nil } }
  }

  private func targets(_ file: FamilyFile) -> [Target] {
    let goals = file.progress.goals.map(\.goal)
    return [.words]
      + goals.flatMap { goal in
        [.goal(goal)] + file.actions(of: goal.id).map(Target.action)
      } + file.actions(of: nil).map(Target.action) + [.ending]
  }

  private func selected(_ file: FamilyFile) -> Target? {
    let all = targets(file)
    return all.indices.contains(cursor.item) ? all[cursor.item] : all.last
  }

  private func goalID(_ target: Target?, _ file: FamilyFile) -> Goal.ID? {
    target?.goal?.id ?? target?.action?.goalID
  }

  func view(_ file: FamilyFile, _ size: Size, _ context: Context) -> Canvas {
    var canvas = Canvas(size: size)
    cursor.draw(
      lines(file, width: size.width, context), on: &canvas,
      in: Rect(x: 0, y: 0, width: size.width, height: size.height))
    return canvas
  }

  private func lines(_ file: FamilyFile, width: Int, _ context: Context) -> [Line] {
    let layout = PlanLines(file: file, width: width, context: context)
    var lines: [Line] = layout.opening(item: 0)
    var item = 1
    let goals = file.progress.goals
    lines += [.blank] + layout.goalsHeading(isEmpty: goals.isEmpty)
    for (index, goal) in goals.enumerated() {
      lines += layout.goal(goal, number: index + 1, item: item)
      item += 1
      for action in file.actions(of: goal.goal.id) {
        lines += layout.action(action, item: item)
        item += 1
      }
    }
    let others = file.actions(of: nil)
    if !others.isEmpty {
      lines += [.blank, .heading("For the whole plan")]
      for action in others {
        lines += layout.action(action, item: item)
        item += 1
      }
    }
    return lines + [.blank] + layout.ending(item: item) + layout.changes(item: item)
  }
}

/// The lines of a plan at a width.
private struct PlanLines {
  let file: FamilyFile
  let width: Int
  let context: Context

  private var isNarrow: Bool { width < 72 }
  /// Where the columns on the right begin.
  private var whoseX: Int { isNarrow ? width : width - 41 }
  private var startX: Int { isNarrow ? width - 16 : width - 29 }

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
    guard !isNarrow else { return [.heading("Goals")] }
    return [
      Line([
        Span(2, "Goals", .heading), Span(startX, "start", .muted), Span(startX + 14, "now", .muted),
        Span(startX + 19, "hoped for", .muted),
      ])
    ]
  }

  func goal(_ progress: GoalProgress, number: Int, item: Int) -> [Line] {
    let goal = progress.goal
    let room = (isNarrow ? startX : whoseX) - 6 - 2
    let wrapped = TextLayout.wrapped(goal.words, to: max(8, room))
    var lines = wrapped.enumerated().map { index, part in
      Line(
        (index == 0 ? [Span(4, number < 10 ? "\(number)" : "·", .muted)] : [])
          + [Span(6, part, .strong)], item: item)
    }
    lines[0].spans += isNarrow ? narrowFacts(progress) : facts(progress)
    if isNarrow {
      let category = "\(file.name(of: goal.whose)) · \(goal.category.rawValue)"
      lines.append(
        Line([Span(6, TextLayout.truncated(category, to: max(8, width - 7)), .muted)], item: item))
    }
    return lines
  }

  private func narrowFacts(_ progress: GoalProgress) -> [Span] {
    if progress.goal.status != .open { return [Span(startX, progress.goal.status.short, .good)] }
    let now = progress.now.map(String.init) ?? "–"
    let start = progress.goal.baseline.map { "\($0) → " } ?? ""
    let hoped = progress.goal.hopedFor.map { " of \($0)" } ?? ""
    return [Span(startX, start + now + hoped)]
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
    let bars = Sparkline.text(progress.trend.suffix(6).map(Double.init), range: 0...10)
    spans += [
      Span(startX + 7, bars, .chart), Span(startX + 15, right(progress.now, 2), .strong),
      Span(startX + 23, right(goal.hopedFor, 2), .muted),
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
