import Casework
import TextUI

/// What letters do to the selected line of the plan.
extension ConferenceMode {
  mutating func change(_ action: Action, _ context: Context) -> [Step] {
    guard let file, let target = selected else { return [] }
    latest = target.record(file) ?? latest
    switch action {
    case .corrected: return correct(target, file, context)
    case .rated: return rate(target, file, context)
    case .done: return toggle(target, file, context)
    case .removed: return remove(target, file, context)
    case .reordered(let step): return reorder(target, by: step, file, context)
    case .split: return split(target, file, context)
    case .joined: return join(target, file, context)
    default: return []
    }
  }

  private mutating func send(_ sentence: String, _ changes: [Change], _ context: Context) -> [Step]
  {
    guard !changes.isEmpty else { return [] }
    return live?.send(context.edit(sentence, in: family, changes), as: .step) ?? []
  }

  private mutating func correct(
    _ target: PlanItem, _ file: FamilyFile, _ context: Context
  ) -> [Step] {
    if let record = target.record(file), case .refused? = live?.mark(record) {
      return live?.retry() ?? []
    }
    if !line.isEmpty { return [.say("First Enter for the line that is typed, or empty it.")] }
    line.correct(target.subject, file, context)
    focus = .line
    return []
  }

  /// A goal that was set today is rated on its own line; one with a history gets a rating.
  private mutating func rate(
    _ target: PlanItem, _ file: FamilyFile, _ context: Context
  ) -> [Step] {
    guard let goal = target.goal else { return [] }
    if goal.setOn < context.today {
      return isLocked
        ? [.say("Rating waits until the coordinator is back.")]
        : [.form(.rating(family, goal.id))]
    }
    if !line.isEmpty { return [.say("First Enter for the line that is typed, or empty it.")] }
    line.correct(.goal(goal), file, context)
    line.go(to: "now")
    focus = .line
    return []
  }

  private mutating func toggle(
    _ target: PlanItem, _ file: FamilyFile, _ context: Context
  ) -> [Step] {
    guard let action = target.action else { return [] }
    var after = action
    after.status = action.status == .notYet || action.status == .partly ? .done : .notYet
    after.statusSince = context.today
    let sentence = "\(after.status == .done ? "Done" : "Not yet"): \(action.words)"
    return send(sentence, [Change(before: .action(action), after: .action(after))], context)
  }

  private mutating func remove(
    _ target: PlanItem, _ file: FamilyFile, _ context: Context
  ) -> [Step] {
    guard let record = target.record(file) else { return [] }
    if case .refused? = live?.mark(record) {
      live?.drop(record)
      latest = nil
      return []
    }
    var changes: [Change] = []
    if let goal = target.goal {
      changes += file.ratings.filter { $0.goalID == goal.id }
        .map { Change(before: .rating($0), after: nil) }
      changes += file.actions(of: goal.id).map { Change(before: .action($0), after: nil) }
    }
    changes.append(Change(before: record, after: nil))
    let sentence = "Removed “\(target.words)”"
    if line.above == target.goal?.id { line.above = nil }
    latest = nil
    let steps = send(sentence, changes, context)
    if let left = self.file, PlanItem.all(in: left).isEmpty { focus = .line }
    let undo = context.isSpoken ? "undo" : "u"
    return steps + [.say(focus == .list ? "\(sentence) · \(undo) takes it back" : sentence)]
  }

  private mutating func reorder(
    _ target: PlanItem, by step: Int, _ file: FamilyFile, _ context: Context
  ) -> [Step] {
    let changes =
      target.goal.map { file.moving($0, by: step) }
      ?? target.action.map { file.moving($0, by: step) } ?? nil
    guard let changes else { return [] }
    let sentence = "Moved “\(target.words)” \(step < 0 ? "up" : "down")"
    let steps = send(sentence, changes, context)
    keepSelected(target)
    return steps
  }

  private mutating func keepSelected(_ target: PlanItem) {
    guard let file, let record = target.record(file) else { return }
    list.item = PlanItem.index(of: record, in: file) ?? list.item
  }

  /// The first half stays where it is; the second goes into the line, to be corrected.
  private mutating func split(
    _ target: PlanItem, _ file: FamilyFile, _ context: Context
  ) -> [Step] {
    if !line.isEmpty { return [.say("First Enter for the line that is typed, or empty it.")] }
    guard let (head, tail) = parted(target.words), let record = target.record(file) else {
      line.correct(target.subject, file, context)
      line.place(caret: 0)
      focus = .line
      return [.say("Put the caret where the second line begins, then Ctrl-O.")]
    }
    var changes: [Change] = []
    if var goal = target.goal {
      goal.reword(head, on: context.today)
      changes = [Change(before: record, after: .goal(goal))]
    } else if var action = target.action {
      action.words = head
      changes = [Change(before: record, after: .action(action))]
    }
    let steps = send("Split “\(target.words)”", changes, context)
    guard let now = self.file else { return steps }
    line.correct(target.subject, file, context)
    let values = line.touchedValues
    line.begin((target.action == nil ? "" : "> ") + tail, set: values, now, context)
    line.behind = record
    line.above = target.action?.goalID
    focus = .line
    latest = record
    // The second half stands in no plan yet.
    return steps + [.ask(.keepDraft)]
  }

  private mutating func join(
    _ target: PlanItem, _ file: FamilyFile, _ context: Context
  ) -> [Step] {
    let changes =
      target.goal.map { file.joining($0, on: context.today) }
      ?? target.action.map { file.joining($0) } ?? nil
    guard let changes else {
      let isRated = target.goal.map { goal in file.ratings.contains { $0.goalID == goal.id } }
      return [
        .say(
          isRated == true
            ? "It has ratings of its own, which would be mixed with the other's."
            : "There is nothing above it to join it with.")
      ]
    }
    let steps = send("Joined “\(target.words)” with the one above", changes, context)
    latest = changes.first?.after
    if let file = self.file { list.item = PlanItem.index(of: latest, in: file) ?? list.item }
    return steps
  }
}

/// A line of the plan that can be selected.
enum PlanItem: Equatable, Sendable {
  case wish(Plan)
  case goal(Goal)
  case action(PlanAction)
  case ending(Plan)

  static func all(in file: FamilyFile) -> [PlanItem] {
    var items: [PlanItem] = []
    if let plan = file.plan, !plan.openingWords.isEmpty { items.append(.wish(plan)) }
    for goal in file.goalsInOrder {
      items.append(.goal(goal))
      items += file.actions(of: goal.id).map(PlanItem.action)
    }
    items += file.actions(of: nil).map(PlanItem.action)
    if let plan = file.plan, !plan.ifNotWorking.isEmpty || plan.keptGoingBy != nil {
      items.append(.ending(plan))
    }
    return items
  }

  static func index(of record: Record?, in file: FamilyFile) -> Int? {
    guard let record else { return nil }
    return all(in: file).lastIndex { $0.record(file)?.isSame(as: record) ?? false }
  }

  var goal: Goal? { if case .goal(let goal) = self { goal } else { nil } }
  var action: PlanAction? { if case .action(let action) = self { action } else { nil } }
  var isWords: Bool { goal == nil && action == nil }
  var goalID: Goal.ID? { goal?.id ?? action?.goalID }

  var words: String {
    switch self {
    case .wish(let plan): plan.openingWords
    case .goal(let goal): goal.words
    case .action(let action): action.words
    case .ending(let plan): plan.ifNotWorking
    }
  }

  var subject: PlanLine.Subject {
    switch self {
    case .wish: .wish
    case .goal(let goal): .goal(goal)
    case .action(let action): .action(action)
    case .ending: .ending
    }
  }

  /// The record as the file has it.
  func record(_ file: FamilyFile?) -> Record? {
    switch self {
    case .wish, .ending: file?.plan.map(Record.plan)
    case .goal(let goal): file?.goal(goal.id).map(Record.goal)
    case .action(let action):
      file?.actions.first { $0.id == action.id }.map(Record.action)
    }
  }
}
