/// Everything recorded about one family.
public struct FamilyFile: Hashable, Sendable {
  public var family: Family
  public var people: [Person]
  public var team: [TeamMember]
  public var consents: [Consent]
  public var conferences: [Conference]
  public var plan: Plan?
  public var goals: [Goal]
  public var actions: [PlanAction]
  public var ratings: [Rating]
  public var reviews: [Review]
  public var notes: [CaseNote]

  public init(
    family: Family, people: [Person] = [], team: [TeamMember] = [], consents: [Consent] = [],
    conferences: [Conference] = [], plan: Plan? = nil, goals: [Goal] = [],
    actions: [PlanAction] = [], ratings: [Rating] = [], reviews: [Review] = [],
    notes: [CaseNote] = []
  ) {
    self.family = family
    self.people = people
    self.team = team
    self.consents = consents
    self.conferences = conferences
    self.plan = plan
    self.goals = goals
    self.actions = actions
    self.ratings = ratings
    self.reviews = reviews
    self.notes = notes
  }

  /// The children, oldest first; those without a day of birth last, by name.
  public var children: [Person] {
    people.filter(\.isChild).sorted { left, right in
      (left.born?.number ?? .max, left.name) < (right.born?.number ?? .max, right.name)
    }
  }

  /// The family network without its children.
  public var adults: [Person] { people.filter { !$0.isChild } }

  public func person(_ id: Person.ID?) -> Person? {
    id.flatMap { id in people.first { $0.id == id } }
  }

  public func member(_ id: TeamMember.ID?) -> TeamMember? {
    id.flatMap { id in team.first { $0.id == id } }
  }

  /// The conference that is worked on, else the latest.
  public var conference: Conference? {
    conferences.max { ($0.isOpen ? 1 : 0, $0.id) < ($1.isOpen ? 1 : 0, $1.id) }
  }

  public func review(_ id: Review.ID?) -> Review? {
    id.flatMap { id in reviews.first { $0.id == id } }
  }

  public func goal(_ id: Goal.ID?) -> Goal? { id.flatMap { id in goals.first { $0.id == id } } }

  /// What the plan calls somebody: the short name of one of the family, the name of a professional.
  public func name(of party: Party?) -> String {
    switch party {
    case .person(let id): person(id)?.shortName ?? "somebody removed"
    case .member(let id): member(id)?.name ?? "somebody removed"
    case nil: "the family"
    }
  }

  public var progress: FamilyProgress { FamilyProgress(goals: goals, ratings: ratings) }

  /// Actions of a goal, in the plan's order; of the plan as a whole for nil.
  public func actions(of goal: Goal.ID?) -> [PlanAction] {
    actions.filter { $0.goalID == goal }.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
  }

  /// The latest recorded words of a child, or of any child for nil; nil when there are none.
  ///
  /// Taken from case notes, the child's voice at reviews, and what the child said with a rating.
  public func latestWords(of child: Person.ID? = nil) -> ChildWords? {
    var all: [ChildWords] = []
    for note in notes where note.kind == .childWords {
      all.append(
        ChildWords(day: note.day, words: note.words, child: note.child, saidTo: note.saidTo))
    }
    for review in reviews {
      guard let day = review.held?.day else { continue }
      for voice in review.voices where voice.source == .child && !voice.words.isEmpty {
        all.append(
          ChildWords(
            day: day, words: voice.words, child: voice.speaker?.personID, saidTo: voice.heardBy))
      }
    }
    let childIDs = Set(people.filter(\.isChild).map(\.id))
    for rating in ratings where !rating.words.isEmpty {
      guard let id = rating.by.personID, childIDs.contains(id) else { continue }
      all.append(ChildWords(day: rating.day, words: rating.words, child: id, saidTo: nil))
    }
    return all.filter { child == nil || $0.child == child || $0.child == nil }
      .max { ($0.day.number, $0.words) < ($1.day.number, $1.words) }
  }
}

/// Something a child said.
public struct ChildWords: Hashable, Sendable {
  public var day: Day
  public var words: String
  /// Nil when it was recorded as the children's together.
  public var child: Person.ID?
  public var saidTo: Party?
}

extension Party {
  /// The id, when it is one of the family network.
  public var personID: Person.ID? {
    if case .person(let id) = self { id } else { nil }
  }

  /// The id, when it is a professional of the team.
  public var memberID: TeamMember.ID? {
    if case .member(let id) = self { id } else { nil }
  }
}
