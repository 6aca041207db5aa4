/// Who a print is for.
public enum Reader: Hashable, Sendable {
  /// Everybody of the family network who takes part.
  case family
  case party(Party)
}

/// What one print leaves out, and why.
public struct Withheld: Hashable, Sendable {
  public var goals: Set<Goal.ID>
  public var actions: Set<PlanAction.ID>
  /// Whose words, at reviews and in statements, are left out.
  public var voices: Set<Party>
  /// Whether the place and time of the next meeting are left out.
  public var nextMeeting: Bool
  /// What is left out and why, a sentence each, for whoever prints; never printed.
  public var reasons: [String]

  public init(
    goals: Set<Goal.ID> = [], actions: Set<PlanAction.ID> = [], voices: Set<Party> = [],
    nextMeeting: Bool = false, reasons: [String] = []
  ) {
    self.goals = goals
    self.actions = actions
    self.voices = voices
    self.nextMeeting = nextMeeting
    self.reasons = reasons
  }
}

extension FamilyFile {
  /// What may not stand on a print for a reader on a day.
  ///
  /// - Source: rules R-C9, R-L9 and `Safety.keptFrom`.
  public func withheld(from reader: Reader, on today: Day) -> Withheld { Withheld() }
}
