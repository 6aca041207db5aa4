import Casework
import TextUI

/// The two steps that are lists, not forms: goals and actions.
extension ReviewMeeting {
  // MARK: Goals

  var cell: (goal: Goal, rater: Party)? {
    guard let file, let review else { return nil }
    return grid.cell(file, review)
  }

  var meantRating: Rating? {
    guard let file, let review else { return nil }
    return grid.meant(file, review)
  }

  /// Rates the cell at once and goes on; nil takes the rating away, the one just given first, and
  /// stays there.
  mutating func rate(
    _ score: Int?, _ file: FamilyFile, _ review: Review, _ context: Context
  ) -> [Step] {
    guard cell != nil else { return [.say("Nobody rates yet: a adds somebody.")] }
    if score == nil { grid.returnToRated() }
    let change = grid.change(to: score, file, review, context)
    let sentence = grid.sentence(score, file, review)
    if score != nil { grid.goOn(file, review) }
    guard let change else { return [] }
    return [.ask(.commitQuietly(context.edit(sentence, in: family, [change])))]
  }

  /// Takes a key while somebody is chosen who rates too.
  mutating func chooseRater(
    _ key: Key, _ file: FamilyFile, _ review: Review, _ context: Context
  ) -> [Step] {
    let all = grid.candidates(file, review, context)
    var list = ListCursor()
    list.index = grid.offered ?? 0
    switch key {
    case .escape: grid.offered = nil
    case .enter:
      if all.indices.contains(list.index) { grid.added.append(all[list.index]) }
      (grid.offered, grid.rated) = (nil, nil)
      grid.rater = grid.raters(file, review).count - 1
    default:
      if list.handle(key, count: all.count, page: 5) { grid.offered = list.index }
    }
    return []
  }

  // MARK: Actions

  /// Actions that still wait, then those whose state changed at this review; in the plan's order.
  func listedActions(_ file: FamilyFile) -> [PlanAction] {
    let day = review?.meetingStart
    let ordered =
      file.progress.goals.flatMap { file.actions(of: $0.goal.id) } + file.actions(of: nil)
    return ordered.filter {
      $0.status == .notYet || $0.status == .partly || $0.statusSince == day
    }
  }

  var selectedAction: PlanAction? {
    guard let file else { return nil }
    let all = listedActions(file)
    return all.indices.contains(actionCursor.item) ? all[actionCursor.item] : all.last
  }

  mutating func updateActions(_ action: Action, _ file: FamilyFile, _ context: Context) -> [Step] {
    switch action {
    case .actionMoved(let key):
      let layout = MeetingLayout(context.bodySize)
      let page = layout.page(below: 0)
      _ = actionCursor.handle(
        key, lines: actionLines(file, width: page.width + 2, context),
        height: max(1, page.height - 1))
      return []
    case .actionDone:
      return selectedAction.map {
        [changed($0, to: $0.status == .done ? .notYet : .done, context)]
      } ?? []
    case .actionPartly:
      return selectedAction.map {
        [changed($0, to: $0.status == .partly ? .notYet : .partly, context)]
      } ?? []
    case .actionEdited:
      return selectedAction.map {
        [.form(.action(family, goal: $0.goalID, $0.id), at: "howItWent")]
      } ?? []
    case .actionAdded: return [.form(.action(family, goal: selectedAction?.goalID, nil))]
    default: return []
    }
  }

  private func changed(
    _ action: PlanAction, to status: PlanAction.Status, _ context: Context
  ) -> Step {
    var after = action
    after.status = status
    after.statusSince = min(review?.meetingStart ?? context.today, context.today)
    let word = status.rawValue.prefix(1).uppercased() + status.rawValue.dropFirst()
    let sentence = "\(word): \(action.words)"
    return .ask(
      .commit(
        context.edit(
          sentence, in: family, [Change(before: .action(action), after: .action(after))]),
        said: sentence))
  }

  /// Each action: its state as a sign and a word, who does what, by when, and how it went.
  func actionLines(_ file: FamilyFile, width: Int, _ context: Context) -> [Line] {
    let all = listedActions(file)
    guard !all.isEmpty else {
      return [.blank]
        + Line.note("No action waits. a adds one; PgDn goes on.", width: width, x: 2)
    }
    var lines: [Line] = []
    var goal: Goal.ID?? = .none
    for (item, action) in all.enumerated() {
      if goal != .some(action.goalID) {
        goal = .some(action.goalID)
        let words = file.goal(action.goalID)?.words ?? "For the whole plan"
        lines += [
          .blank, Line([Span(2, TextLayout.truncated(words, to: width - 3), .muted)]),
        ]
      }
      lines += rows(of: action, item: item, file, width: width, context)
    }
    return lines
  }

  private func rows(
    of action: PlanAction, item: Int, _ file: FamilyFile, width: Int, _ context: Context
  ) -> [Line] {
    let isOverdue = action.due(on: context.today)?.isOverdue ?? false
    let when =
      switch action.status {
      case .notYet:
        action.by.map { "\(isOverdue ? "overdue since" : "by") \($0.words(on: context.today))" }
          ?? "not yet"
      default: action.status.rawValue
      }
    let who = action.who.map { "\(file.name(of: $0)): " } ?? ""
    let whenX = width - 24
    let isWide = whenX >= 30
    let room = (isWide ? whenX : width) - 6
    let mark = isOverdue ? Span(2, "!", .overdue) : Span(2, action.status.mark, .good)
    var lines = TextLayout.wrapped(who + action.words, to: max(8, room)).map {
      Line([Span(4, $0, .strong)], item: item)
    }
    lines[0].spans.append(mark)
    let style: Style = isOverdue ? .overdue : .muted
    if isWide {
      let shown = context.isSpoken ? when : TextLayout.truncated(when, to: 23)
      lines[0].spans.append(Span(whenX, shown, style))
    } else {
      lines.append(Line([Span(6, when, style)], item: item))
    }
    if !action.howItWent.isEmpty {
      lines += TextLayout.wrapped(action.howItWent, to: max(8, width - 8))
        .map { Line([Span(6, $0, .muted)], item: item) }
    }
    return lines
  }
}
