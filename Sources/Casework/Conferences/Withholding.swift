/// Who a print is for.
public enum Reader: Hashable, Sendable {
  /// Everybody of the family network who takes part.
  case family
  case party(Party)
}

/// What one print leaves out, and why.
public struct Withheld: Hashable, Sendable {
  /// Something that may stand on a print.
  public enum Thing: Hashable, Sendable {
    case goal(Goal.ID)
    case action(PlanAction.ID)
    /// The words and scores of somebody, at reviews and with ratings.
    case voice(Party)
    /// The place and time of the next meeting.
    case nextMeeting
    /// What the family says together: the plan's own words, what a review wrote for everybody.
    case sharedWords
  }

  /// One thing that is left out, and why.
  public struct Item: Hashable, Sendable {
    public var thing: Thing
    /// As much of it as whoever prints needs to know: `The goal of Mum, “Time for …”`.
    public var what: String
    /// `kept from Darren.`
    public var why: String

    /// For whoever prints; never printed.
    public var reason: String { "\(what): \(why)" }
  }

  /// Each thing once, in the order of the rules and of the plan.
  public private(set) var items: [Item] = []
  private var things: Set<Thing> = []

  public init() {}

  /// Leaves a thing out; the first reason stays.
  public mutating func leaveOut(_ thing: Thing, _ what: String, because why: String) {
    if things.insert(thing).inserted { items.append(Item(thing: thing, what: what, why: why)) }
  }

  public func has(_ thing: Thing) -> Bool { things.contains(thing) }

  public var goals: Set<Goal.ID> {
    Set(things.compactMap { if case .goal(let id) = $0 { id } else { nil } })
  }

  public var actions: Set<PlanAction.ID> {
    Set(things.compactMap { if case .action(let id) = $0 { id } else { nil } })
  }

  /// Whose words and scores, at reviews and with ratings, are left out.
  public var voices: Set<Party> {
    Set(things.compactMap { if case .voice(let party) = $0 { party } else { nil } })
  }

  /// Whether the place and time of the next meeting are left out.
  public var nextMeeting: Bool { has(.nextMeeting) }

  /// Whether what the family says together is left out.
  public var sharedWords: Bool { has(.sharedWords) }

  /// What is left out and why, a sentence each, for whoever prints; never printed.
  public var reasons: [String] { items.map(\.reason) }
}

extension FamilyFile {
  /// What may not stand on a print for a reader on a day.
  ///
  /// A reader's own actions are always theirs to see; a goal that is left out takes the actions of
  /// others under it along.
  ///
  /// - Source: rules R-C7 to R-C9, R-L9 and `Safety.keptFrom`.
  public func withheld(from reader: Reader, on today: Day) -> Withheld {
    var rules = Withholding(file: self, reader: reader, today: today)
    rules.keepFrom()
    rules.obeyConditions()
    rules.protectHarmed()
    rules.keepOut()
    rules.askConsents()
    rules.takeActionsAlong()
    return rules.result
  }

  /// Everybody of the family network who takes part: has a goal or an action, agreed the plan or a
  /// conference's, or is invited to the conference and not excluded.
  public var participants: [Person] {
    var parties: Set<Party> = Set(goals.compactMap(\.whose) + actions.compactMap(\.who))
    parties.formUnion(plan?.agreed.last?.by ?? [])
    parties.formUnion(conferences.flatMap(\.agreedBy))
    for invitation in conference?.invitations ?? []
    where invitation.exclusion == nil && invitation.part != .none {
      parties.insert(invitation.who)
    }
    return people.filter { parties.contains(.person($0.id)) }
  }
}
