import Casework

/// The plan, its goals, who does what, and how far everybody sees it.
extension FamilyBuilder {
  mutating func plan(opening: String, ifNotWorking: String, keptGoingBy name: String?) {
    file.plan = Plan(
      id: world.newID(), familyID: file.family.id, openingWords: opening,
      ifNotWorking: ifNotWorking, keptGoingBy: name.map(party))
  }

  /// A goal in the exact words of whoever's it is; nil when it is the family's together.
  mutating func goal(
    _ words: String, whose: String?, about child: String?, _ category: Goal.Category,
    from baseline: Int?, to hopedFor: Int?, set offset: Int, look: Int? = nil
  ) {
    file.goals.append(
      Goal(
        id: world.newID(), familyID: file.family.id, whose: whose.map(party),
        about: child.map(person), words: words, category: category, baseline: baseline,
        hopedFor: hopedFor, order: file.goals.count + 1, setOn: day(offset),
        lookAgainOn: look.map { world.today + $0 }))
  }

  /// Who does what for the goal set last; `since` is the day its status became what it is.
  mutating func action(
    _ who: String?, _ words: String, from start: Int? = nil, by: Int? = nil,
    _ status: PlanAction.Status = .notYet, since: Int? = nil, howItWent: String = ""
  ) {
    guard let goal = file.goals.last else { preconditionFailure("an action follows its goal") }
    file.actions.append(
      PlanAction(
        id: world.newID(), familyID: file.family.id, goalID: goal.id, who: who.map(party),
        words: words, from: start.map { world.today + $0 }, by: by.map { world.today + $0 },
        status: status, statusSince: since.map(day) ?? goal.setOn, howItWent: howItWent,
        order: file.actions.filter { $0.goalID == goal.id }.count + 1))
  }

  /// Ratings by one person of the goal set last: days and scores.
  mutating func rate(_ who: String, _ ratings: (Int, Int)...) {
    for (offset, score) in ratings { rate(who, offset, score, says: "") }
  }

  /// One rating of the goal set last, with what was said.
  mutating func rate(_ who: String, _ offset: Int, _ score: Int, says words: String) {
    guard let goal = file.goals.last else { preconditionFailure("a rating follows its goal") }
    file.ratings.append(
      Rating(
        id: world.newID(), familyID: file.family.id, goalID: goal.id, day: day(offset),
        score: score, by: party(who), words: words))
  }

  /// Freezes the plan as it stands: the goals and actions made so far.
  mutating func agree(_ offset: Int, at place: String, by names: [String]) {
    guard var plan = file.plan else { preconditionFailure("a plan is there to be agreed") }
    do throws(RuleBreach) {
      try plan.agree(
        on: day(offset), at: place, by: names.map(party), goals: file.goals, actions: file.actions)
      file.plan = plan
    } catch {
      preconditionFailure("an invented plan breaks a rule: \(error.sentence)")
    }
  }

  /// Ends a goal: reached, or no longer needed.
  mutating func endGoal(_ words: String, _ status: Goal.Status, _ offset: Int) {
    guard let index = file.goals.firstIndex(where: { $0.words == words }) else {
      preconditionFailure("no goal of the \(file.family.name) family says \(words)")
    }
    file.goals[index].status = status
    file.goals[index].statusSince = day(offset)
  }
}
