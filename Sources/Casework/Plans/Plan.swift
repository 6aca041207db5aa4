/// The family's plan, in its own words; its goals and actions are records of their own.
public struct Plan: Hashable, Sendable, Codable {
  public typealias ID = RecordID<Plan>

  public var id: ID
  public var familyID: Family.ID
  /// What the family wants, in its own words.
  public var openingWords: String
  /// What happens if the plan is not working.
  public var ifNotWorking: String
  /// Who keeps the plan going.
  public var keptGoingBy: Party?
  /// Each version as it was agreed, oldest first; frozen.
  public private(set) var agreed: [AgreedPlan]

  public init(
    id: ID, familyID: Family.ID, openingWords: String = "", ifNotWorking: String = "",
    keptGoingBy: Party? = nil, agreed: [AgreedPlan] = []
  ) {
    self.id = id
    self.familyID = familyID
    self.openingWords = openingWords
    self.ifNotWorking = ifNotWorking
    self.keptGoingBy = keptGoingBy
    self.agreed = agreed
  }

  /// The number of the version that is being worked on; 1 before anything was agreed.
  public var version: Int { agreed.count + 1 }

  /// The day the latest version was agreed; nil when none was.
  public var agreedOn: Day? { agreed.last?.on }

  /// Freezes the plan as it stands.
  ///
  /// - Throws: `RuleBreach` when there is no goal, when nobody agrees, or the day lies before the last
  ///   agreement.
  public mutating func agree(
    on day: Day, at place: String, by parties: [Party], goals: [Goal], actions: [PlanAction]
  ) throws(RuleBreach) {
    guard goals.contains(where: { $0.status == .open }) else {
      throw RuleBreach(field: "goals", sentence: "A plan needs a goal before it can be agreed.")
    }
    guard !parties.isEmpty else {
      throw RuleBreach(field: "by", sentence: "Who agrees? At least one person has to.")
    }
    if let last = agreedOn, day < last {
      throw RuleBreach(
        field: "on", sentence: "The plan was agreed on \(last.full) already; choose a later day.")
    }
    agreed.append(
      AgreedPlan(
        number: version, on: day, at: place, by: parties, openingWords: openingWords,
        ifNotWorking: ifNotWorking,
        goals: AgreedGoal.freeze(goals, actions),
        actions: AgreedAction.freeze(actions, of: nil)))
  }
}

/// One version of a plan as a family agreed it.
public struct AgreedPlan: Hashable, Sendable, Codable {
  public var number: Int
  public var on: Day
  /// Where it was agreed: the conference, a review.
  public var at: String
  public var by: [Party]
  public var openingWords: String
  public var ifNotWorking: String
  public var goals: [AgreedGoal]
  /// Actions that serve the plan as a whole.
  public var actions: [AgreedAction]

  public init(
    number: Int, on: Day, at: String, by: [Party], openingWords: String, ifNotWorking: String,
    goals: [AgreedGoal], actions: [AgreedAction] = []
  ) {
    self.number = number
    self.on = on
    self.at = at
    self.by = by
    self.openingWords = openingWords
    self.ifNotWorking = ifNotWorking
    self.goals = goals
    self.actions = actions
  }
}

/// A goal as it stood when the plan was agreed.
public struct AgreedGoal: Hashable, Sendable, Codable {
  public var goal: Goal.ID
  public var words: String
  public var whose: Party?
  public var about: Person.ID?
  public var actions: [AgreedAction]

  public init(
    goal: Goal.ID, words: String, whose: Party?, about: Person.ID?, actions: [AgreedAction]
  ) {
    self.goal = goal
    self.words = words
    self.whose = whose
    self.about = about
    self.actions = actions
  }
}

extension AgreedGoal {
  /// The open goals with their actions, in the plan's order.
  static func freeze(_ goals: [Goal], _ actions: [PlanAction]) -> [AgreedGoal] {
    goals.filter { $0.status == .open }.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
      .map { goal in
        AgreedGoal(
          goal: goal.id, words: goal.words, whose: goal.whose, about: goal.about,
          actions: AgreedAction.freeze(actions, of: goal.id))
      }
  }
}

/// An action as it stood when the plan was agreed.
public struct AgreedAction: Hashable, Sendable, Codable {
  public var action: PlanAction.ID
  public var words: String
  public var who: Party?
  public var by: Day?

  public init(action: PlanAction.ID, words: String, who: Party?, by: Day?) {
    self.action = action
    self.words = words
    self.who = who
    self.by = by
  }

  /// The actions of one goal, or of the whole plan for nil, in the plan's order.
  static func freeze(_ actions: [PlanAction], of goal: Goal.ID?) -> [AgreedAction] {
    actions.filter { $0.goalID == goal }.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
      .map { AgreedAction(action: $0.id, words: $0.words, who: $0.who, by: $0.by) }
  }
}
