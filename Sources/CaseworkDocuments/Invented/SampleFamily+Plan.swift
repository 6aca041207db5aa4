import Casework

/// The plan, its goals and actions, and how everybody sees them.
extension SampleFamily {
  mutating func addPlan() {
    var plan = Plan(
      id: newID(), familyID: file.family.id, openingWords: SampleWords.opening(&random),
      ifNotWorking: SampleWords.ifNotWorking(adult().shortName, &random),
      keptGoingBy: random.chance(80) ? .person(adult().id) : nil)
    let parties = file.people.map { Party.person($0.id) }
    if let day = file.goals.map(\.setOn).max() {
      do throws(RuleBreach) {
        let goals = file.goals.map { goal in
          var open = goal
          open.status = .open
          return open
        }
        try plan.agree(
          on: day, at: file.conferences.first?.heldOn == day ? "the conference" : "home",
          by: parties, goals: goals, actions: file.actions)
      } catch {
        preconditionFailure("a sample plan breaks a rule: \(error.sentence)")
      }
    }
    file.plan = plan
  }

  mutating func addGoals() {
    let setOn =
      file.conferences.compactMap(\.heldOn).first
      ?? workingDay(from: opened, to: min(last, opened + 30))
    for order in 1...random.number(2...3) { addGoal(order, setOn: setOn) }
    let closed = file.family.status == .closed
    for index in file.goals.indices where random.chance(closed ? 80 : 8) {
      file.goals[index].status = random.chance(75) ? .reached : .noLongerNeeded
      file.goals[index].statusSince = workingDay(from: setOn, to: last)
    }
  }

  private mutating func addGoal(_ order: Int, setOn: Day) {
    let child = child()
    let owner: Party = random.chance(60) ? .person(child.id) : .person(adult().id)
    let (words, category) = SampleWords.goal(&random)
    let baseline = random.number(1...4)
    let look = max(setOn, last) + random.number(7...42)
    let goal = Goal(
      id: newID(), familyID: file.family.id, whose: random.chance(94) ? owner : nil,
      about: random.chance(90) ? child.id : nil, words: words, category: category,
      baseline: random.chance(90) ? baseline : nil, hopedFor: random.number(6...10), order: order,
      setOn: setOn, lookAgainOn: random.chance(60) ? look : nil)
    file.goals.append(goal)
    for action in 1...random.pick([1, 1, 2]) { addAction(action, of: goal) }
    if random.chance(90) { addRatings(of: goal, by: owner, from: baseline) }
  }

  private mutating func addAction(_ order: Int, of goal: Goal) {
    let who: Party = random.chance(70) ? .person(adult().id) : .member(professional().id)
    let since = workingDay(from: goal.setOn, to: last)
    let status: PlanAction.Status =
      random.chance(58)
      ? .done
      : random.chance(70)
        ? .notYet
        : random.chance(60)
          ? .partly
          : .noLongerNeeded
    let waits = status == .notYet && !random.chance(25)
    let by = max(
      goal.setOn, today + (random.chance(25) ? -random.number(1...30) : random.number(0...50)))
    file.actions.append(
      PlanAction(
        id: newID(), familyID: file.family.id, goalID: goal.id, who: who,
        words: SampleWords.action(&random), from: random.chance(20) ? goal.setOn : nil,
        by: waits ? by : nil, status: status, statusSince: status == .notYet ? goal.setOn : since,
        howItWent: status == .done && random.chance(40) ? SampleWords.howItWent(&random) : "",
        order: order))
  }

  /// The owner at every review since the goal was set, somebody else now and then.
  private mutating func addRatings(of goal: Goal, by owner: Party, from baseline: Int) {
    let held = file.reviews.filter { ($0.held?.day ?? goal.setOn) > goal.setOn && $0.held != nil }
    let step = random.chance(70) ? 1 : random.pick([2, 2, 2, 0, 0, -1])
    let isApart = random.chance(10)
    let other = Party.person(adult().id)
    var score = baseline
    rate(goal, on: goal.setOn, score, by: owner)
    for review in held {
      guard let day = review.held?.day else { continue }
      score = min(10, max(0, score + step + (step > 0 && random.chance(15) ? -1 : 0)))
      rate(goal, on: day, score, by: owner, at: review.id)
      guard other != owner, random.chance(35) || isApart else { continue }
      let distance = isApart ? 4 : random.number(-1...2)
      rate(goal, on: day, min(10, max(0, score + distance)), by: other, at: review.id)
    }
  }

  private mutating func rate(
    _ goal: Goal, on day: Day, _ score: Int, by rater: Party, at review: Review.ID? = nil
  ) {
    file.ratings.append(
      Rating(
        id: newID(), familyID: file.family.id, goalID: goal.id, day: day, score: score, by: rater,
        words: random.chance(30) ? SampleWords.withRating(&random) : "", reviewID: review))
  }
}
