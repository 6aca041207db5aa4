import Casework

extension FamilyText {
  mutating func writePlan() {
    page.heading("Plan")
    if let plan = file.plan {
      if !plan.openingWords.isEmpty { page.paragraph("“\(plan.openingWords)”") }
      if let agreed = plan.agreed.last {
        let place = agreed.at.isEmpty ? "" : " at \(agreed.at)"
        page.paragraph("Version \(agreed.number), agreed on \(agreed.on.full)\(place).")
      } else {
        page.paragraph("Not agreed yet.")
      }
      if plan.keptGoingBy != nil { page.entry("Kept going by", file.name(of: plan.keptGoingBy)) }
    }
    let goals = FamilyProgress(goals: file.goals, ratings: file.ratings, settings: settings).goals
    for progress in goals { write(progress) }
    if goals.isEmpty { page.paragraph("No goals yet.") }
    let others = file.actions(of: nil)
    if !others.isEmpty {
      page.emptyLine()
      page.paragraph("For the whole plan")
      for action in others { write(action) }
    }
    page.entry("If it isn't working", file.plan?.ifNotWorking ?? "")
  }

  private mutating func write(_ progress: GoalProgress) {
    let goal = progress.goal
    page.emptyLine()
    page.paragraph("\(goal.order). \(goal.words)", hanging: 3)
    let about = goal.about.map { file.name(of: .person($0)) } ?? ""
    let owner = file.name(of: goal.whose)
    page.paragraph(
      joined([
        ("", owner), ("about", about == owner ? "" : about), ("", goal.category.rawValue),
        ("", goal.status == .open ? "" : goal.status.rawValue),
      ]), indent: 5)
    page.paragraph(
      joined([
        ("start", goal.baseline.map(String.init) ?? ""),
        ("now", progress.now.map(String.init) ?? "not rated yet"),
        ("hoped for", goal.hopedFor.map(String.init) ?? ""),
        ("", progress.change?.rawValue ?? ""),
        ("no higher since", progress.stuckSince?.words(on: today) ?? ""),
      ]), indent: 5)
    if let gap = progress.gap {
      page.paragraph(
        "\(file.name(of: gap.higher)) says \(gap.higherScore), \(file.name(of: gap.lower)) says "
          + "\(gap.lowerScore).", indent: 5)
    }
    for action in file.actions(of: goal.id) { write(action) }
  }

  private mutating func write(_ action: PlanAction) {
    let due = action.due(on: today)
    let mark = due?.isOverdue == true ? "!" : action.status == .done ? "✓" : "-"
    let who = action.who.map { "\(file.name(of: $0)): " } ?? ""
    page.paragraph("\(mark) \(who)\(action.words) (\(stand(of: action)))", indent: 5)
    if !action.howItWent.isEmpty { page.entry("How it went", action.howItWent, indent: 7) }
  }

  /// `done since Mon 14 Sep`, `by Fri 27 Nov, in 6 days`, `not yet`.
  private func stand(of action: PlanAction) -> String {
    guard action.status == .notYet else {
      return "\(action.status.rawValue) since \(action.statusSince.words(on: today))"
    }
    var parts: [String] = []
    if let from = action.from { parts.append("from \(from.words(on: today))") }
    if let by = action.by, let due = action.due(on: today) {
      parts.append("by \(by.words(on: today))")
      parts.append(due.words)
    }
    return parts.isEmpty ? action.status.rawValue : parts.joined(separator: ", ")
  }
}
