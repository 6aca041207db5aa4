import Casework
import TextUI

// Reviews and conferences, read out.

extension OneReview: SpokenScreen {
  func spoken(_ context: Context) -> [Line] {
    file == nil ? [Line([Span(0, failure ?? "")])] : lines(width: spokenWidth, context)
  }
}

extension ReviewMeeting: SpokenScreen {
  func spoken(_ context: Context) -> [Line] {
    guard let file, let review else { return [Line([Span(0, failure ?? "")])] }
    switch focus {
    case .form: return []
    case .steps: return spokenSteps(file, review)
    case .grid where grid.offered != nil:
      return grid.candidates(file, review, context).enumerated().map {
        Line([Span(0, file.name(of: $1))], item: $0)
      }
    case .grid: return spokenGoals(file, review)
    case .actions:
      return [.heading("Actions")] + actionLines(file, width: spokenWidth, context)
    }
  }

  private func spokenSteps(_ file: FamilyFile, _ review: Review) -> [Line] {
    var lines = [Line([Span(0, "The steps of this review:")])]
    lines += Review.Step.allCases.enumerated().map { item, step in
      let standing = standing(of: step)
      let state = standing.word.isEmpty && !standing.sign.isEmpty ? "written" : standing.word
      return Line([Span(0, step.short), Span(1, state)], item: item)
    }
    lines.append(Line([Span(0, "Complete the review")], item: ReviewMeeting.completeRow))
    return row == ReviewMeeting.completeRow
      ? lines + completeLines(file, review, spokenWidth).dropFirst() : lines
  }

  private func spokenGoals(_ file: FamilyFile, _ review: Review) -> [Line] {
    let goals = grid.goals(file)
    guard !goals.isEmpty else {
      return [Line([Span(0, "The plan has no open goal. PgDn goes on.")])]
    }
    let raters = grid.raters(file, review)
    // A line for each who rated: what is new after a rating is that line alone.
    let all = goals.enumerated().flatMap { index, goal in
      ["Goal \(index + 1): \(goal.words)"]
        + raters.compactMap { rater in
          score(goal, rater, file, review).map {
            "Goal \(index + 1), \(file.name(of: rater)): \($0)"
          }
        }
    }
    let how = "Goals. Tab passes one over, PgDn goes on to the next step."
    return ([how] + all + missingSentences).map { Line([Span(0, $0)]) }
  }

  /// `now 7`, `was 5`; nil where nobody has said.
  private func score(
    _ goal: Goal, _ rater: Party, _ file: FamilyFile, _ review: Review
  ) -> String? {
    if let now = grid.rating(goal, rater, file, review) { return "now \(now.score)" }
    return grid.last(goal, rater, file, review).map { "was \($0.score)" }
  }

  mutating func select(item: Int, _ context: Context) -> [Step] {
    switch focus {
    case .steps: row = item
    case .grid: if grid.offered != nil { grid.offered = item }
    case .actions: actionCursor.item = item
    case .form: break
    }
    return []
  }

  var selectedItem: Int? {
    switch focus {
    case .steps: row
    case .actions: actionCursor.item
    case .grid, .form: nil
    }
  }

  var parts: (titles: [String], active: Int)? {
    focus == .steps ? nil : (Review.Step.allCases.map(\.short), row)
  }

  func spokenQuestion(_ context: Context) -> SpokenQuestion? {
    guard focus == .grid, let file, let review else { return nil }
    if grid.offered != nil { return .item("Who else rates?") }
    guard let cell else { return nil }
    let hoped = cell.goal.hopedFor.map { ", hoped for \($0)" } ?? ""
    let said = score(cell.goal, cell.rater, file, review) ?? "not rated"
    let isLast = grid.isLast(file, review) && said.hasPrefix("now")
    let end = isLast ? ". It is the last; PgDn goes on" : ""
    return .rating(
      "\(file.name(of: cell.rater)), \"\(cell.goal.words)\": \(said)\(hoped)\(end)")
  }
}

extension ConferencePreparation: SpokenScreen {
  func spoken(_ context: Context) -> [Line] {
    file.map { page($0, spokenWidth, context).lines } ?? [Line([Span(0, missing ?? "")])]
  }

  mutating func select(item: Int, _ context: Context) -> [Step] {
    cursor.item = item
    return []
  }

  var selectedItem: Int? { cursor.item }
}

extension ConferenceMode: SpokenScreen {
  func spoken(_ context: Context) -> [Line] {
    guard let file, let live else { return [Line([Span(0, missing ?? "")])] }
    let size = Size(width: spokenWidth, height: context.bodySize.height)
    guard showsPlan else { return pageLines(file, size, context) }
    return timeHeading(size, context)
      + PlanRows(live: live, width: spokenWidth, isRoomy: false, isTight: true, context: context)
      .lines
  }

  mutating func select(item: Int, _ context: Context) -> [Step] {
    guard showsPlan else {
      page.item = item
      return []
    }
    focus = .list
    line.go(to: nil)
    list.item = item
    return []
  }

  var selectedItem: Int? { showsPlan ? focus == .list ? list.item : nil : page.item }

  /// What somebody says while an item is selected belongs into the plan as well.
  var takesWords: Bool { showsPlan && focus == .list }

  /// What belongs to the line, once one has gone on to it.
  var spokenForm: Form? { showsPlan && focus == .line && line.field != nil ? line.form : nil }

  func spokenQuestion(_ context: Context) -> SpokenQuestion? {
    guard isTyping else { return nil }
    guard line.isEmpty else { return .text(line.label, now: line.text.text) }
    return .text("Goal, or > who does what; : before a command", now: "")
  }

  mutating func hear(_ text: String, _ context: Context) -> [Step] {
    guard let file else { return [] }
    focus = .line
    // A line with a sign is always a new one, also while another is corrected.
    if line.subject != .new, text.hasPrefix(">") {
      let steps = update(.submitted, context)
      return line.subject == .new ? steps + hear(text, context) : steps
    }
    if text != line.text.text {
      line.retype(text, file, context)
      mayHaveDraft = true
    }
    return update(.submitted, context)
  }

  /// Goes to what belongs to the line that was typed last: it is in the plan as soon as it is said.
  mutating func correctLatest(_ context: Context) -> [Step] {
    guard let file, let index = PlanItem.index(of: latest, in: file) else {
      return [.say("Nothing was typed yet.")]
    }
    (focus, list.item) = (.list, index)
    let steps = update(.corrected, context)
    if !line.isEmpty { line.move(by: 1) }
    return steps
  }
}
