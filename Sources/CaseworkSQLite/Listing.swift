import Casework
import FoundationEssentials

/// The lists that a file keeps ready, each sorted by `rank` and then by the item's id.
///
/// The numbers are stored; a new list takes a new one.
enum List: Int, CaseIterable {
  /// Families by review due, by support level, by mean; the closed ones from `Rank.closed` on.
  case due = 1
  case support = 2
  case means = 3
  /// Goals, those without a rating for longest first; the ones not open from `Rank.closed` on.
  case goals = 21
  case stuck = 22
  case backwards = 23
  case seenDifferently = 24
  case neverRated = 25
  /// Planned reviews and conferences of open families, by time.
  case meetings = 31
}

/// Where something stands in one list. Reviews have a table of their own.
struct Place: Hashable {
  var list: List
  var rank: Int
  var item: UUID
}

/// How a place's rank is made of what a list sorts by.
enum Rank {
  /// Ranks from here on are of closed families, and of goals that are not open.
  static let closed = 1 << 50

  private static let noDay = 1 << 23

  /// Years 1 to 9999 lie between 0 and `noDay`.
  private static func day(_ day: Day?) -> Int { day.map { $0.number + (1 << 22) } ?? noDay }

  static func due(_ entry: CaseloadEntry) -> Int {
    (entry.status == .closed ? closed : 0) + day(entry.reviewDue?.day)
  }

  /// The highest level first, then by review due.
  static func support(_ entry: CaseloadEntry) -> Int {
    let levels = Family.SupportLevel.allCases
    let level = levels.firstIndex(of: entry.supportLevel) ?? 0
    return due(entry) + (levels.count - level) << 24
  }

  /// The lowest mean first, to a hundred-thousandth, those without one last; then by review due.
  static func mean(_ entry: CaseloadEntry) -> Int {
    let mean = entry.mean.map { Int(($0 * 100_000).rounded()) } ?? 1 << 21
    return due(entry) + mean << 24
  }

  static func goal(lastRatedOn: Day?, isOpen: Bool) -> Int {
    (isOpen ? 0 : closed) + (lastRatedOn.map { day($0) + 1 } ?? 0)
  }

  /// By day, then by time; a meeting without a time first.
  static func time(_ when: MeetingTime) -> Int {
    when.day.number * 1441 + (when.time.map { $0.minutes + 1 } ?? 0)
  }

  /// The time that has a rank.
  static func time(at rank: Int) -> MeetingTime {
    let days = rank < 0 ? (rank - 1440) / 1441 : rank / 1441
    let minutes = rank - days * 1441
    return MeetingTime(
      day: Day(number: days),
      time: minutes == 0 ? nil : TimeOfDay(hour: (minutes - 1) / 60, minute: (minutes - 1) % 60))
  }

  /// The first rank of a day.
  static func start(of day: Day) -> Int { time(MeetingTime(day: day)) }
}

/// Everything that the file's lists and plain columns show of a family, worked out from its file
/// by the domain's own functions.
struct Listing {
  /// Raised whenever the same file would give other lists than before, so that every store works
  /// them out anew.
  static let version = 3

  let file: FamilyFile
  let entry: CaseloadEntry
  let goals: [GoalEntry]
  let reviews: Set<ListedReview>
  let watchpoints: [Watchpoint]
  let places: Set<Place>
  /// Whose lists the family is in; nil is everyone's.
  let viewers: Set<UUID?>

  init(_ file: FamilyFile, settings: PracticeSettings) {
    self.file = file
    entry = CaseloadEntry(file, settings: settings)
    reviews = ListedReview.all(of: file, settings: settings)
    watchpoints = file.watchpoints(settings: settings)
    let family = file.family
    viewers = [
      nil, family.leadProfessional?.uuid, family.coordinator?.uuid, family.supervisor?.uuid,
    ]
    let progress = FamilyProgress(goals: file.goals, ratings: file.ratings, settings: settings)
    goals = progress.goals.map { GoalEntry($0, in: file) }
    var places = Listing.familyPlaces(entry)
    places += Listing.meetingPlaces(file)
    places += zip(progress.goals, goals).flatMap { Listing.goalPlaces($0, $1, family) }
    self.places = Set(places)
  }

  private static func familyPlaces(_ entry: CaseloadEntry) -> [Place] {
    [
      Place(list: .due, rank: Rank.due(entry), item: entry.id.uuid),
      Place(list: .support, rank: Rank.support(entry), item: entry.id.uuid),
      Place(list: .means, rank: Rank.mean(entry), item: entry.id.uuid),
    ]
  }

  private static func meetingPlaces(_ file: FamilyFile) -> [Place] {
    var places: [Place] = []
    for review in file.reviews where file.family.isOpen {
      guard let when = review.when, review.state == .planned || review.state == .underway else {
        continue
      }
      places.append(Place(list: .meetings, rank: Rank.time(when), item: review.id.uuid))
    }
    for conference in file.conferences where file.family.isOpen {
      guard let planned = conference.planned, conference.heldOn == nil,
        conference.withdrawnOn == nil
      else { continue }
      places.append(
        Place(list: .meetings, rank: Rank.time(planned), item: conference.id.uuid))
    }
    return places
  }

  private static func goalPlaces(
    _ progress: GoalProgress, _ entry: GoalEntry, _ family: Family
  ) -> [Place] {
    let isOpen = family.isOpen && entry.goal.status == .open
    func place(_ list: List, _ rank: Int) -> Place {
      Place(list: list, rank: rank, item: entry.goal.id.uuid)
    }
    var places = [
      place(.goals, Rank.goal(lastRatedOn: entry.lastRatedOn, isOpen: isOpen))
    ]
    guard isOpen else { return places }
    if entry.belongs(to: .stuck) { places.append(place(.stuck, entry.stuckSince?.number ?? 0)) }
    if entry.belongs(to: .backwards) { places.append(place(.backwards, entry.movement ?? 0)) }
    if entry.belongs(to: .seenDifferently) {
      places.append(place(.seenDifferently, -(progress.gap?.points ?? 0)))
    }
    if entry.belongs(to: .neverRated) {
      places.append(place(.neverRated, entry.goal.setOn.number))
    }
    return places
  }
}
