extension FamilyFile {
  /// What a version of the plan changed against the one before, in sentences, in the plan's order;
  /// empty when nothing did. `New goal “…”`, `“…” is now “…”`, `Uncle Joe no longer: …`.
  ///
  /// Goals and actions are followed by their ids, so that new words are told as new words.
  public func difference(from old: AgreedPlan, to new: AgreedPlan) -> [String] {
    let difference = PlanDifference(file: self, old: old, new: new)
    return difference.head + difference.goals + difference.whole
  }

  /// What changed in the plan since it was agreed last; empty when it was never agreed.
  public func differenceSinceAgreed() -> [String] {
    guard let plan, let last = plan.agreed.last else { return [] }
    return difference(from: last, to: plan.asAgreed(goals: goals, actions: actions))
  }
}

extension Plan {
  /// The plan as it stands now, in the shape of an agreed version; its day is the last agreement's.
  fileprivate func asAgreed(goals: [Goal], actions: [PlanAction]) -> AgreedPlan {
    AgreedPlan(
      number: version, on: agreedOn ?? Day(number: 0), at: "", by: [], openingWords: openingWords,
      ifNotWorking: ifNotWorking, goals: AgreedGoal.freeze(goals, actions),
      actions: AgreedAction.freeze(actions, of: nil))
  }
}

/// Two versions of one family's plan, and what tells them apart.
private struct PlanDifference {
  let file: FamilyFile
  let old: AgreedPlan
  let new: AgreedPlan

  var head: [String] {
    changed("What the family wants", old.openingWords, new.openingWords)
      + changed("If it isn't working", old.ifNotWorking, new.ifNotWorking)
  }

  /// New, reworded and changed goals where they stand now, then those that are gone.
  var goals: [String] {
    var sentences = new.goals.flatMap { goal -> [String] in
      guard let former = old.goals.first(where: { $0.goal == goal.goal }) else {
        return ["New goal \(quoted(goal.words))"] + actions(from: [], to: goal.actions)
      }
      return goalChanges(former, goal) + actions(from: former.actions, to: goal.actions)
    }
    for goal in old.goals where !new.goals.contains(where: { $0.goal == goal.goal }) {
      sentences.append(gone(goal))
    }
    let kept = new.goals.map(\.goal).filter { id in old.goals.contains { $0.goal == id } }
    let before = old.goals.map(\.goal).filter { kept.contains($0) }
    if kept != before { sentences.append("The goals stand in another order.") }
    return sentences
  }

  /// What serves the plan as a whole.
  var whole: [String] { actions(from: old.actions, to: new.actions) }

  private func goalChanges(_ old: AgreedGoal, _ new: AgreedGoal) -> [String] {
    var sentences: [String] = []
    if old.words != new.words {
      sentences.append("\(quoted(old.words)) is now \(quoted(new.words))")
    }
    if old.whose != new.whose {
      sentences.append("\(quoted(new.words)) is now \(owner(new.whose))")
    }
    if old.about != new.about {
      let about = new.about.map { file.name(of: .person($0)) } ?? "the whole family"
      sentences.append("\(quoted(new.words)) is now about \(about)")
    }
    return sentences
  }

  private func gone(_ goal: AgreedGoal) -> String {
    switch file.goal(goal.goal)?.status {
    case .reached: "Goal reached: \(quoted(goal.words))"
    case .noLongerNeeded: "Goal no longer needed: \(quoted(goal.words))"
    case .open, nil: "Goal taken out: \(quoted(goal.words))"
    }
  }

  private func actions(from old: [AgreedAction], to new: [AgreedAction]) -> [String] {
    var sentences = new.flatMap { action -> [String] in
      if let former = old.first(where: { $0.action == action.action }) {
        return actionChanges(former, action)
      }
      if let former = formerly(action.action) {
        return ["Now elsewhere in the plan: \(told(action))"] + actionChanges(former, action)
      }
      return ["New: \(told(action))\(action.by.map { ", by \($0.full)" } ?? "")"]
    }
    for action in old where !isStillThere(action.action) {
      sentences.append("\(who(action.who)) no longer: \(action.words)")
    }
    return sentences
  }

  private func actionChanges(_ old: AgreedAction, _ new: AgreedAction) -> [String] {
    var sentences: [String] = []
    if old.who != new.who {
      sentences.append("\(who(new.who)) instead of \(file.name(of: old.who)): \(new.words)")
    }
    if old.words != new.words {
      sentences.append("\(told(old)) is now: \(new.words)")
    }
    if old.by != new.by {
      sentences.append(
        "\(told(new)): \(new.by.map { "now by \($0.full)" } ?? "no day any more")"
          + (old.by.map { ", was \($0.full)" } ?? ""))
    }
    return sentences
  }

  /// The action where it stood before, under any goal.
  private func formerly(_ id: PlanAction.ID) -> AgreedAction? {
    (old.goals.flatMap(\.actions) + old.actions).first { $0.action == id }
  }

  private func isStillThere(_ id: PlanAction.ID) -> Bool {
    (new.goals.flatMap(\.actions) + new.actions).contains { $0.action == id }
  }

  private func changed(_ what: String, _ old: String, _ new: String) -> [String] {
    guard old != new else { return [] }
    return [new.isEmpty ? "\(what): taken out" : "\(what): now \(quoted(new))"]
  }

  private func told(_ action: AgreedAction) -> String { "\(who(action.who)) \(action.words)" }

  private func who(_ party: Party?) -> String {
    party == nil ? "The family" : file.name(of: party)
  }

  private func owner(_ party: Party?) -> String {
    party == nil ? "the whole family's" : "\(file.name(of: party))'s"
  }

  private func quoted(_ words: String) -> String { "“\(words)”" }
}
