import Casework
import TextUI

/// Section 2 of a family: its plan, goals and actions.
public struct FamilyPlan: Equatable, Sendable {
  // MARK: State

  var cursor = LineCursor()
  /// The action to go to when the file comes.
  private var wanted: PlanAction.ID?

  public init() {}

  mutating func select(_ action: PlanAction.ID?) { wanted = action }

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

  /// Goes to the action that was asked for or to what is new in the file, else stays on what was
  /// selected.
  mutating func follow(from old: FamilyFile?, to new: FamilyFile) {
    if let place = targets(new).firstIndex(where: { $0.action?.id == wanted }), wanted != nil {
      cursor.item = place
    }
    wanted = nil
    guard let old else { return }
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

  func lines(_ file: FamilyFile, width: Int, _ context: Context) -> [Line] {
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
