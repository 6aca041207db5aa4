/// Whose families a list shows.
public enum Scope: Hashable, Sendable, Codable {
  /// Families of which somebody is lead professional, coordinator or supervisor.
  case mine(Practitioner.ID)
  case everyone
}

/// A part of a list: the entries from `offset` on, and how many there are in all.
public struct Page<Entry: Hashable & Sendable>: Hashable, Sendable {
  public var entries: [Entry]
  public var offset: Int
  public var total: Int

  public init(entries: [Entry], offset: Int, total: Int) {
    self.entries = entries
    self.offset = offset
    self.total = total
  }
}

/// One family in the caseload list.
public struct CaseloadEntry: Hashable, Sendable {
  public var id: Family.ID
  public var reference: String
  public var name: String
  public var children: [ChildBrief]
  public var status: Family.Status
  public var supportLevel: Family.SupportLevel
  /// Means of the open goals, oldest first, at most 4.
  public var trend: [Double]
  /// The mean of the open goals; nil while none is rated.
  public var mean: Double?
  public var reviewDue: ReviewDue?
  /// The earliest day of an action that is not yet done.
  public var actionDue: Day?
  public var lead: Practitioner.ID?

  public init(
    id: Family.ID, reference: String, name: String, children: [ChildBrief], status: Family.Status,
    supportLevel: Family.SupportLevel, trend: [Double], mean: Double?, reviewDue: ReviewDue?,
    actionDue: Day?, lead: Practitioner.ID?
  ) {
    self.id = id
    self.reference = reference
    self.name = name
    self.children = children
    self.status = status
    self.supportLevel = supportLevel
    self.trend = trend
    self.mean = mean
    self.reviewDue = reviewDue
    self.actionDue = actionDue
    self.lead = lead
  }

  /// What the list shows of a family; the one place where it is worked out.
  public init(_ file: FamilyFile, settings: PracticeSettings = .standard) {
    let progress = FamilyProgress(goals: file.goals, ratings: file.ratings, settings: settings)
    self.init(
      id: file.family.id, reference: file.family.reference, name: file.family.name,
      children: file.children.map { ChildBrief(name: $0.shortName, born: $0.born) },
      status: file.family.status, supportLevel: file.family.supportLevel,
      trend: progress.trend(last: 4), mean: progress.mean,
      reviewDue: file.reviewDue(settings: settings),
      actionDue: file.family.isOpen
        ? file.actions.filter { $0.status == .notYet }.compactMap(\.by).min() : nil,
      lead: file.family.leadProfessional)
  }
}

/// A child's name and day of birth, for a list.
public struct ChildBrief: Hashable, Sendable, Codable {
  public var name: String
  public var born: Day?

  public init(name: String, born: Day?) {
    self.name = name
    self.born = born
  }
}

/// Which families, in which order, and which part of the list.
public struct CaseloadQuery: Hashable, Sendable {
  public enum Order: String, CaseIterable, Sendable {
    /// Review due first; those without a due review after them; of one day the older id first.
    case due
    case name
    /// Highest support level first, then by review due.
    case support
    /// Lowest mean first, those without one last; then by review due.
    case goals
  }

  public var scope: Scope
  /// Closed families are listed after the others, else not at all.
  public var includesClosed: Bool
  public var order: Order
  /// Narrows to families found by it: every word begins, or stands inside, a word of the family's
  /// name, reference or children's names, blind to case and accents. Empty narrows nothing.
  public var find: String
  public var offset: Int
  public var limit: Int

  public init(
    scope: Scope, includesClosed: Bool = false, order: Order = .due, find: String = "",
    offset: Int = 0, limit: Int = 100
  ) {
    self.scope = scope
    self.includesClosed = includesClosed
    self.order = order
    self.find = find
    self.offset = offset
    self.limit = limit
  }
}

/// A page of the caseload with the counts of its title.
public struct CaseloadPage: Hashable, Sendable {
  public var page: Page<CaseloadEntry>
  /// Families of the scope that are open, and closed, whatever `find` says.
  public var openCount: Int
  public var closedCount: Int

  public init(page: Page<CaseloadEntry>, openCount: Int, closedCount: Int) {
    self.page = page
    self.openCount = openCount
    self.closedCount = closedCount
  }
}

/// One goal across the caseload.
public struct GoalEntry: Hashable, Sendable {
  public var goal: Goal
  public var familyName: String
  /// The owner's name, as the plan calls them.
  public var whose: String
  public var now: Int?
  public var movement: Int?
  /// The owner's scores, oldest first, the baseline before them.
  public var trend: [Int]
  public var stuckSince: Day?
  /// `Kayla 6, Mum 3`; empty when nobody is far apart.
  public var gapWords: String
  public var lastRatedOn: Day?

  public init(
    goal: Goal, familyName: String, whose: String, now: Int?, movement: Int?, trend: [Int],
    stuckSince: Day?, gapWords: String, lastRatedOn: Day?
  ) {
    self.goal = goal
    self.familyName = familyName
    self.whose = whose
    self.now = now
    self.movement = movement
    self.trend = trend
    self.stuckSince = stuckSince
    self.gapWords = gapWords
    self.lastRatedOn = lastRatedOn
  }

  /// What the list shows of a goal; the one place where it is worked out.
  public init(_ progress: GoalProgress, in file: FamilyFile) {
    self.init(
      goal: progress.goal, familyName: file.family.name, whose: file.name(of: progress.goal.whose),
      now: progress.now, movement: progress.movement, trend: progress.trend,
      stuckSince: progress.stuckSince,
      gapWords: progress.gap.map {
        "\(file.name(of: $0.higher)) \($0.higherScore), \(file.name(of: $0.lower)) \($0.lowerScore)"
      } ?? "",
      lastRatedOn: progress.lastRatedOn)
  }

  public func belongs(to part: GoalQuery.Part) -> Bool {
    switch part {
    case .all: true
    case .open: goal.status == .open
    case .stuck: goal.status == .open && stuckSince != nil
    case .backwards: goal.status == .open && (movement ?? 0) < 0
    case .seenDifferently: goal.status == .open && !gapWords.isEmpty
    case .neverRated: goal.status == .open && now == nil
    }
  }
}

/// Which goals, and which part of the list; goals of closed families are in `all` only.
public struct GoalQuery: Hashable, Sendable {
  public enum Part: String, CaseIterable, Sendable {
    /// The longest first.
    case stuck
    /// The furthest back first.
    case backwards = "moving backwards"
    /// The widest apart first.
    case seenDifferently = "seen differently"
    /// By owner; the one set first first.
    case neverRated = "never rated"
    /// Those without a rating for longest first.
    case open
    /// As `open`, the goals that are not open after the others.
    case all
  }

  public var scope: Scope
  public var part: Part
  public var find: String
  public var offset: Int
  public var limit: Int

  public init(scope: Scope, part: Part, find: String = "", offset: Int = 0, limit: Int = 100) {
    self.scope = scope
    self.part = part
    self.find = find
    self.offset = offset
    self.limit = limit
  }
}

/// A page of goals; the count of each part is the length of its list under the same `find`.
public struct GoalPage: Hashable, Sendable {
  public var page: Page<GoalEntry>
  public var counts: [GoalQuery.Part: Int]

  public init(page: Page<GoalEntry>, counts: [GoalQuery.Part: Int]) {
    self.page = page
    self.counts = counts
  }
}

/// A meeting that lies ahead.
public struct Meeting: Hashable, Sendable {
  public var familyID: Family.ID
  public var familyName: String
  /// The review that it is; nil for a conference.
  public var reviewID: Review.ID?
  public var when: MeetingTime
  /// `team around the family`, `family group conference`.
  public var title: String
  public var place: String

  public init(
    familyID: Family.ID, familyName: String, reviewID: Review.ID?, when: MeetingTime,
    title: String, place: String
  ) {
    self.familyID = familyID
    self.familyName = familyName
    self.reviewID = reviewID
    self.when = when
    self.title = title
    self.place = place
  }
}

/// What somebody else did.
public struct ChangeEntry: Hashable, Sendable {
  public var edit: Edit.ID
  public var familyID: Family.ID?
  public var familyName: String
  public var by: Practitioner.ID
  public var at: Moment
  public var sentence: String

  public init(
    edit: Edit.ID, familyID: Family.ID?, familyName: String, by: Practitioner.ID, at: Moment,
    sentence: String
  ) {
    self.edit = edit
    self.familyID = familyID
    self.familyName = familyName
    self.by = by
    self.at = at
    self.sentence = sentence
  }
}

/// Everything the Today screen is made of.
public struct TodayMaterial: Hashable, Sendable {
  /// Those that show on the day.
  public var watchpoints: [FamilyWatchpoint]
  /// Planned reviews and conferences of open families, from the day to seven days on, in order.
  public var meetings: [Meeting]
  /// Edits since the last visit that still stand, the latest first, at most 50: those of others in
  /// somebody's families, and everybody's for everyone.
  public var changes: [ChangeEntry]

  public init(
    watchpoints: [FamilyWatchpoint] = [], meetings: [Meeting] = [], changes: [ChangeEntry] = []
  ) {
    self.watchpoints = watchpoints
    self.meetings = meetings
    self.changes = changes
  }
}
