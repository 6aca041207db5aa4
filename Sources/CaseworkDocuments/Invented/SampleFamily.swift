import Casework
import FoundationEssentials

/// One family of a sample caseload in the making.
struct SampleFamily {
  let today: Day
  let number: Int
  var random: SplitMix64
  var file: FamilyFile
  /// The day the work began, and the last day of it: today while it goes on.
  let opened: Day
  let last: Day
  private var ids: SplitMix64
  private var records = 1

  static func make(number: Int, of sample: SampleCaseload) -> FamilyFile {
    var family = SampleFamily(number: number, of: sample)
    family.addPeople()
    family.addSafety()
    family.addTeam()
    family.addConsents()
    family.addConference()
    family.addReviews()
    if family.file.family.status != .referred {
      family.addGoals()
      family.addPlan()
    }
    family.addNotes()
    return family.file
  }

  private init(number: Int, of sample: SampleCaseload) {
    var random = SplitMix64(seed: sample.seed, stream: UInt64(number))
    var ids = SplitMix64(seed: ~sample.seed, stream: UInt64(number))
    let status = random.pick(SampleWords.statuses)
    let referred = sample.today - random.number(status == .referred ? 0...70 : 60...560)
    let opened = status == .referred ? referred : referred + random.number(3...20)
    let last =
      status == .closed
      ? sample.today - random.number(1...max(1, sample.today.days(since: opened) - 30))
      : sample.today
    file = FamilyFile(
      family: Family(
        id: RecordID(SampleCaseload.recordID(number, 0, using: &ids)),
        reference: SampleFamily.reference(number), name: SampleWords.familyName(&random),
        statusHistory: SampleFamily.statuses(status, referred, opened, last, &random),
        supportHistory: SampleFamily.supports(opened, last, &random),
        locality: random.pick(SampleWords.localities)))
    file.family.leadProfessional = SampleCaseload.practitionerID(
      .practitioner, number / SampleCaseload.familiesPerPractitioner, seed: sample.seed)
    file.family.supervisor = SampleCaseload.practitionerID(
      .supervisor, number / SampleCaseload.familiesPerSupervisor, seed: sample.seed)
    file.family.coordinator = SampleCaseload.practitionerID(
      .coordinator, number / SampleCaseload.familiesPerCoordinator, seed: sample.seed)
    today = sample.today
    self.number = number
    self.random = random
    self.ids = ids
    self.opened = opened
    self.last = last
    addLanguagesAndFlags()
  }

  /// `S-000123`.
  private static func reference(_ number: Int) -> String {
    let digits = String(number)
    return "S-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  private static func statuses(
    _ status: Family.Status, _ referred: Day, _ opened: Day, _ last: Day,
    _ random: inout SplitMix64
  ) -> [Dated<Family.Status>] {
    var history = [Dated(from: referred, value: Family.Status.referred)]
    guard status != .referred else { return history }
    history.append(Dated(from: opened, value: .open))
    let span = max(0, last.days(since: opened))
    if status == .steppingDown || status == .closed && random.chance(50) {
      history.append(Dated(from: last - random.number(0...min(span, 60)), value: .steppingDown))
    }
    if status == .closed { history.append(Dated(from: last, value: .closed)) }
    return history
  }

  private static func supports(
    _ opened: Day, _ last: Day, _ random: inout SplitMix64
  ) -> [Dated<Family.SupportLevel>] {
    let first = random.pick(SampleWords.supportLevels)
    var history = [Dated(from: opened, value: first)]
    let next = random.pick(SampleWords.supportLevels)
    let span = last.days(since: opened)
    if next != first, span > 60, random.chance(30) {
      history.append(Dated(from: opened + random.number(30...span), value: next))
    }
    return history
  }

  private mutating func addLanguagesAndFlags() {
    let language = random.chance(25) ? random.pick(SampleWords.languages) : "English"
    file.family.languages = language == "English" ? ["English"] : [language, "English"]
    if language != "English", random.chance(40) { file.family.interpreter = language }
    if random.chance(18) {
      let kind = random.pick(Flag.Kind.allCases)
      file.family.flags = [Flag(kind: kind, note: random.pick(SampleWords.flagNotes))]
    }
  }

  // MARK: - What every part uses

  mutating func newID<Entity>() -> RecordID<Entity> {
    defer { records += 1 }
    return RecordID(SampleCaseload.recordID(number, records, using: &ids))
  }

  /// A day of the work, weekends moved to the Friday before, never before it began.
  mutating func workingDay(from first: Day, to end: Day) -> Day {
    let day = first + random.number(0...max(0, end.days(since: first)))
    return max(first, weekday(day))
  }

  /// The day itself, or the Friday before a weekend.
  func weekday(_ day: Day) -> Day { day.weekday < 5 ? day : day - (day.weekday - 4) }

  mutating func hour() -> TimeOfDay? {
    TimeOfDay(hour: random.number(9...17), minute: random.number(0...3) * 15)
  }

  mutating func adult() -> Person { random.pick(file.adults) }

  mutating func child() -> Person { random.pick(file.people.filter(\.isChild)) }

  mutating func professional() -> TeamMember { random.pick(file.team) }
}
