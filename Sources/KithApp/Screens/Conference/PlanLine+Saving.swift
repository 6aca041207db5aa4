import Casework

/// What a line changes in the plan.
extension PlanLine {
  /// The edit that the line stands for; nil when it changes nothing.
  func edit(in file: FamilyFile, _ context: Context) -> Edit? {
    guard !words.isEmpty else { return nil }
    let made: (changes: [Change], sentence: String) =
      switch kind {
      case .goal: goalChanges(file, context)
      case .action: actionChanges(file, context)
      case .wish, .ending: planChanges(file, context)
      }
    let changes = made.changes.filter { $0.before != $0.after }
    return changes.isEmpty ? nil : context.edit(made.sentence, in: file.family.id, changes)
  }

  private func newID<Entity>(_ context: Context) -> RecordID<Entity> {
    id.flatMap { RecordID($0) } ?? context.world.newID()
  }

  private func goalChanges(_ file: FamilyFile, _ context: Context) -> ([Change], String) {
    var before: Goal?
    // As it was when it was taken up: what somebody else wrote meanwhile is not overwritten.
    if case .goal(let goal) = subject { before = goal }
    var goal =
      before
      ?? Goal(
        id: newID(context), familyID: file.family.id, words: words,
        order: (file.goals.map(\.order).max() ?? 0) + 1, setOn: context.today,
        lookAgainOn: context.today + context.world.settings.reviewDue)
    goal.reword(words, on: context.today)
    goal.whose = Party(choiceID: form["whose"])
    goal.about = Person.ID(form["about"])
    goal.category = Goal.Category(rawValue: form["category"]) ?? .other
    goal.baseline = Int(form["now"])
    goal.hopedFor = Int(form["hoped"])
    var changes = [Change(before: before.map(Record.goal), after: .goal(goal))]
    if before == nil, case .goal(let upper)? = behind {
      changes = file.placing(goal, behind: upper.id)
    }
    return (changes, "\(before == nil ? "New" : "Changed the") goal “\(goal.words)”")
  }

  private func actionChanges(_ file: FamilyFile, _ context: Context) -> ([Change], String) {
    var before: PlanAction?
    if case .action(let action) = subject { before = action }
    let read = reading(file, on: context.today)
    let goalID = before?.goalID ?? goal(in: file)?.id
    var action =
      before
      ?? PlanAction(
        id: newID(context), familyID: file.family.id, goalID: goalID, words: "",
        statusSince: context.today,
        order: (file.actions(of: goalID).map(\.order).max() ?? 0) + 1)
    action.words = read.words.isEmpty ? words : read.words
    (action.who, action.from, action.by) = (read.who, read.from, read.by)
    var changes = [Change(before: before.map(Record.action), after: .action(action))]
    if before == nil, case .action(let upper)? = behind {
      changes = file.placing(action, behind: upper.id)
    }
    let who = action.who.map { "\(file.name(of: $0)): " } ?? ""
    return (
      changes, "\(before == nil ? "New" : "Changed the") action “\(who)\(action.words)”"
    )
  }

  private func planChanges(_ file: FamilyFile, _ context: Context) -> ([Change], String) {
    let before = file.plan
    var plan = before ?? Plan(id: context.world.newID(), familyID: file.family.id)
    if kind == .wish {
      plan.openingWords = words
    } else {
      plan.ifNotWorking = words
      plan.keptGoingBy = Party(choiceID: form["keeper"])
    }
    return (
      [Change(before: before.map(Record.plan), after: .plan(plan))],
      kind == .wish ? "What the family wants: “\(words)”" : "If it isn't working: \(words)"
    )
  }
}

/// Changing the plan's order and putting lines together or apart.
extension FamilyFile {
  /// The open goals in the plan's order, then the others.
  var goalsInOrder: [Goal] { progress.goals.map(\.goal) }

  /// Puts a goal behind another; those after it move down.
  func placing(_ goal: Goal, behind upper: Goal.ID) -> [Change] {
    var ordered = goalsInOrder.filter { $0.id != goal.id }
    let index = ordered.firstIndex { $0.id == upper }.map { $0 + 1 } ?? ordered.count
    ordered.insert(goal, at: index)
    return renumbered(ordered)
  }

  /// Puts an action behind another of the same goal.
  func placing(_ action: PlanAction, behind upper: PlanAction.ID) -> [Change] {
    var action = action
    action.goalID = actions.first { $0.id == upper }.map { $0.goalID } ?? action.goalID
    var ordered = actions(of: action.goalID).filter { $0.id != action.id }
    let index = ordered.firstIndex { $0.id == upper }.map { $0 + 1 } ?? ordered.count
    ordered.insert(action, at: index)
    return renumbered(ordered)
  }

  /// Gives goals the places 1, 2, 3; only those that change.
  func renumbered(_ ordered: [Goal]) -> [Change] {
    ordered.enumerated().compactMap { place, goal in
      let before = self.goal(goal.id)
      var after = goal
      after.order = place + 1
      return before == after
        ? nil : Change(before: before.map(Record.goal), after: .goal(after))
    }
  }

  /// Gives the actions of a goal the places 1, 2, 3; only those that change.
  func renumbered(_ ordered: [PlanAction]) -> [Change] {
    ordered.enumerated().compactMap { place, action in
      let before = actions.first { $0.id == action.id }
      var after = action
      after.order = place + 1
      return before == after
        ? nil : Change(before: before.map(Record.action), after: .action(after))
    }
  }

  /// Moves a goal up or down; nil at the end.
  func moving(_ goal: Goal, by step: Int) -> [Change]? {
    var ordered = goalsInOrder
    guard let index = ordered.firstIndex(where: { $0.id == goal.id }),
      ordered.indices.contains(index + step)
    else { return nil }
    ordered.swapAt(index, index + step)
    return renumbered(ordered)
  }

  /// Moves an action up or down, and from the end of its goal on to the next; nil at the end.
  func moving(_ action: PlanAction, by step: Int) -> [Change]? {
    var ordered = actions(of: action.goalID)
    guard let index = ordered.firstIndex(where: { $0.id == action.id }) else { return nil }
    if ordered.indices.contains(index + step) {
      ordered.swapAt(index, index + step)
      return renumbered(ordered)
    }
    let goals = goalsInOrder
    guard let goal = goals.firstIndex(where: { $0.id == action.goalID }),
      goals.indices.contains(goal + step)
    else { return nil }
    var moved = action
    moved.goalID = goals[goal + step].id
    var others = actions(of: moved.goalID)
    others.insert(moved, at: step > 0 ? 0 : others.count)
    return renumbered(others)
  }

  /// Joins a goal with the one above it: its words and its actions go there.
  ///
  /// - Returns: nil when there is none above, or when it has ratings of its own.
  func joining(_ goal: Goal, on today: Day) -> [Change]? {
    let goals = goalsInOrder
    guard let index = goals.firstIndex(where: { $0.id == goal.id }), index > 0,
      !ratings.contains(where: { $0.goalID == goal.id })
    else { return nil }
    let upper = goals[index - 1]
    var joined = upper
    joined.reword(together(upper.words, goal.words), on: today)
    let last = actions(of: upper.id).map(\.order).max() ?? 0
    let moved = actions(of: goal.id).enumerated().map { place, action in
      var after = action
      after.goalID = upper.id
      after.order = last + place + 1
      return Change(before: .action(action), after: .action(after))
    }
    return [Change(before: .goal(upper), after: .goal(joined))] + moved
      + [Change(before: .goal(goal), after: nil)]
  }

  /// Joins an action with the one above it; nil when there is none above.
  func joining(_ action: PlanAction) -> [Change]? {
    let own = actions(of: action.goalID)
    guard let index = own.firstIndex(where: { $0.id == action.id }), index > 0 else { return nil }
    let upper = own[index - 1]
    var joined = upper
    joined.words = together(upper.words, action.words)
    joined.who = upper.who ?? action.who
    joined.from = upper.from ?? action.from
    joined.by = upper.by ?? action.by
    return [
      Change(before: .action(upper), after: .action(joined)),
      Change(before: .action(action), after: nil),
    ]
  }

  private func together(_ first: String, _ second: String) -> String {
    let head = first.hasSuffix(".") ? String(first.dropLast()) : first
    return "\(head) and \(isName(second) ? second : second.withSmallFirst)"
  }

  /// Whether words begin with somebody's name, or with I.
  private func isName(_ words: String) -> Bool {
    let first = words.prefix { $0.isLetter }
    return first == "I"
      || people.contains { $0.shortName.hasPrefix(first) || $0.name.hasPrefix(first) }
      || team.contains { $0.name.hasPrefix(first) }
  }
}

/// Where words fall apart into two: at the first " and ", " then ", semicolon or full stop.
func parted(_ words: String) -> (head: String, tail: String)? {
  for sign in [" and ", "; ", ". ", ", then ", " then "] {
    guard let range = words.firstRange(of: sign) else { continue }
    var head = String(words[..<range.lowerBound])
    let tail = String(words[range.upperBound...])
    if head.hasSuffix(",") { head.removeLast() }
    if !head.isEmpty, !tail.isEmpty { return (head, tail.withBigFirst) }
  }
  return nil
}

extension String {
  fileprivate var withSmallFirst: String { prefix(1).lowercased() + dropFirst() }
  fileprivate var withBigFirst: String { prefix(1).uppercased() + dropFirst() }
}
