import Casework
import FoundationEssentials
import GRDB

/// Writes what lists show of a family into its plain columns and sealed words.
struct ListingWriter {
  let db: Database
  let vault: Vault
  /// The number of the edit that changes the families.
  let revision: Int64
  private var tallies: [Tally: Int] = [:]

  init(_ db: Database, _ vault: Vault, revision: Int64) {
    self.db = db
    self.vault = vault
    self.revision = revision
  }

  /// Brings the rows of one family from what they were to what they are; nil for a family that
  /// does not exist.
  ///
  /// - Throws: `StoreError.breaches` when another family has the reference.
  mutating func write(_ old: Listing?, to new: Listing?) throws {
    try writeFamily(old, new)
    try writePlaces(old, new)
    try writeReviews(old, new)
    try writeWatchpoints(old, new)
    try writeGoals(old, new)
  }

  private func execute(_ sql: String, _ arguments: StatementArguments) throws {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
  }

  private func writeFamily(_ old: Listing?, _ new: Listing?) throws {
    guard let new else {
      guard let old else { return }
      return try execute("DELETE FROM family WHERE id = ?", [old.entry.id.uuid])
    }
    let (entry, family) = (new.entry, new.file.family)
    let sealed = try vault.seal(FamilyBrief(new).packed, in: .family, entry.id.uuid, revision)
    var arguments: StatementArguments = [
      entry.id.uuid, revision, vault.digest(entry.reference), entry.status.rawValue,
      entry.supportLevel.rawValue,
    ]
    arguments += [
      family.leadProfessional?.uuid, family.coordinator?.uuid, family.supervisor?.uuid,
    ]
    arguments += [
      entry.reviewDue?.day.number, entry.reviewDue?.planned?.uuid,
      entry.reviewDue?.windowOpens?.number, entry.actionDue?.number, entry.mean,
    ]
    arguments += [Rank.due(entry), Rank.support(entry), Rank.mean(entry), sealed]
    arguments += [entry.reviewDue?.kind.number]
    do {
      try execute(old == nil ? Self.insertFamily : Self.updateFamily, arguments)
    } catch let error as DatabaseError
      where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE
    {
      throw StoreError.breaches([
        RuleBreach(
          field: "reference",
          sentence: "Another family has the reference \(entry.reference) already.")
      ])
    }
  }

  private static let insertFamily = """
    INSERT INTO family (id, revision, reference_digest, status, support_level, lead, coordinator,
      supervisor, review_due, planned_review, window_opens, action_due, mean, due_rank,
      support_rank, goals_rank, sealed, review_kind)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
    """

  private static let updateFamily = """
    UPDATE family SET revision = ?2, reference_digest = ?3, status = ?4, support_level = ?5,
      lead = ?6, coordinator = ?7, supervisor = ?8, review_due = ?9, planned_review = ?10,
      window_opens = ?11, action_due = ?12, mean = ?13, due_rank = ?14, support_rank = ?15,
      goals_rank = ?16, sealed = ?17, review_kind = ?18
    WHERE id = ?1
    """

  private mutating func writePlaces(_ old: Listing?, _ new: Listing?) throws {
    let (before, after) = (rows(old), rows(new))
    for row in before.subtracting(after) {
      try execute(
        "DELETE FROM listed WHERE viewer = ? AND list = ? AND rank = ? AND item = ?",
        [row.viewer, row.place.list.rawValue, row.place.rank, row.place.item])
      tallies[Tally(row), default: 0] -= 1
    }
    let family = (new ?? old)?.entry.id.uuid
    for row in after.subtracting(before) {
      try execute(
        "INSERT INTO listed (viewer, list, rank, item, family_id) VALUES (?, ?, ?, ?, ?)",
        [row.viewer, row.place.list.rawValue, row.place.rank, row.place.item, family])
      tallies[Tally(row), default: 0] += 1
    }
  }

  private struct ListedRow: Hashable {
    var viewer: DatabaseValue
    var place: Place
  }

  /// What is counted together: the families, reviews or goals of a list, on one side of
  /// `Rank.closed`.
  private struct Tally: Hashable {
    var viewer: DatabaseValue
    var list: List
    var isClosed: Bool

    init(_ row: ListedRow) {
      viewer = row.viewer
      list = row.place.list
      isClosed = row.place.rank >= Rank.closed
    }
  }

  /// Writes how many more, or fewer, the lists hold after all families were written.
  func writeTallies() throws {
    for (tally, difference) in tallies where difference != 0 {
      try execute(
        """
        INSERT INTO tally (viewer, list, is_closed, count) VALUES (?, ?, ?, ?)
        ON CONFLICT (viewer, list, is_closed) DO UPDATE SET count = tally.count + excluded.count
        """,
        [tally.viewer, tally.list.rawValue, tally.isClosed, difference])
    }
  }

  private func rows(_ listing: Listing?) -> Set<ListedRow> {
    guard let listing else { return [] }
    return Set(
      listing.viewers.flatMap { viewer in
        listing.places.map { ListedRow(viewer: viewerColumn(viewer), place: $0) }
      })
  }

  private func writeReviews(_ old: Listing?, _ new: Listing?) throws {
    guard let family = (new ?? old)?.entry.id.uuid else { return }
    let (before, after) = (old?.reviews ?? [], new?.reviews ?? [])
    for review in before.subtracting(after) { try execute(ListedReview.deleteSQL, review.key) }
    for review in after.subtracting(before) {
      try execute(
        ListedReview.insertSQL, try review.row(family, vault, revision: revision))
    }
  }

  private func writeWatchpoints(_ old: Listing?, _ new: Listing?) throws {
    guard let id = (new ?? old)?.entry.id.uuid, old?.watchpoints != new?.watchpoints else { return }
    if old != nil { try execute("DELETE FROM watchpoint WHERE family_id = ?", [id]) }
    for (place, watchpoint) in (new?.watchpoints ?? []).enumerated() {
      try execute(
        """
        INSERT INTO watchpoint (family_id, shows_from, place, kind, due_on, record_id, waits_for)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        [
          id, watchpoint.showsFrom.number, place, watchpoint.kind.rawValue,
          watchpoint.dueOn?.number, watchpoint.recordID, watchpoint.waitsFor?.uuid,
        ])
    }
  }

  private func writeGoals(_ old: Listing?, _ new: Listing?) throws {
    let before = Set(old?.goals ?? [])
    let goals = new?.goals ?? []
    let kept = Set(goals.map(\.goal.id))
    for entry in before where !kept.contains(entry.goal.id) {
      try execute("DELETE FROM goal WHERE id = ?", [entry.goal.id.uuid])
    }
    for entry in goals where !before.contains(entry) { try write(entry) }
  }

  private func write(_ entry: GoalEntry) throws {
    let goal = entry.goal
    let sealed = try vault.seal(GoalWords(entry).packed, in: .goal, goal.id.uuid, revision)
    try execute(
      """
      INSERT INTO goal (id, family_id, revision, status, category, now, movement, stuck_since,
        has_gap, last_rated_on, sealed)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, status = excluded.status,
        category = excluded.category, now = excluded.now, movement = excluded.movement,
        stuck_since = excluded.stuck_since, has_gap = excluded.has_gap,
        last_rated_on = excluded.last_rated_on, sealed = excluded.sealed
      """,
      [
        goal.id.uuid, goal.familyID.uuid, revision, goal.status.rawValue, goal.category.rawValue,
        entry.now, entry.movement, entry.stuckSince?.number, !entry.gapWords.isEmpty,
        entry.lastRatedOn?.number, sealed,
      ])
  }
}

/// Column `viewer` of table `listed`: empty for everyone.
func viewerColumn(_ viewer: UUID?) -> DatabaseValue {
  viewer?.databaseValue ?? Data().databaseValue
}

/// What the list of goals shows of a goal in words and scores; the sealed column of table `goal`.
struct GoalWords {
  var whose: String
  var gapWords: String
  var trend: [Int]

  init(_ entry: GoalEntry) {
    whose = entry.whose
    gapWords = entry.gapWords
    trend = entry.trend
  }

  var packed: [UInt8] {
    var packer = Packer()
    packer.put(whose)
    packer.put(gapWords)
    packer.put(trend.count)
    for score in trend { packer.put(score) }
    return packer.bytes
  }

  init(_ data: Data) throws {
    var unpacker = Unpacker(data)
    whose = try unpacker.text()
    gapWords = try unpacker.text()
    trend = try unpacker.array { try $0.int() }
  }
}
