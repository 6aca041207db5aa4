import Casework
import FoundationEssentials
import GRDB

// What the Today screen is made of.
extension ListReader {
  func today(_ scope: Scope, on today: Day, since: Moment?) throws -> TodayMaterial {
    TodayMaterial(
      watchpoints: try watchpoints(scope.viewer, on: today),
      meetings: try meetings(scope.viewer, on: today),
      changes: try since.map { try changes(scope.viewer, since: $0) } ?? [])
  }

  /// Those of everybody who works with the family; the families of the list come first, so that
  /// the rows of one come together.
  static let watchpointsSQL = """
    SELECT w.family_id, w.place, w.kind, w.shows_from, w.due_on, w.record_id, w.waits_for
    FROM listed l CROSS JOIN watchpoint w
    WHERE l.viewer = ?1 AND l.list = ?2 AND w.family_id = l.item AND w.shows_from <= ?3
      AND (LENGTH(?1) = 0 OR w.waits_for IS NULL)
    """

  /// Those that wait for one person, in whoever's family.
  static let waitingSQL = """
    SELECT family_id, place, kind, shows_from, due_on, record_id, waits_for FROM watchpoint
    WHERE waits_for = ? AND shows_from <= ? ORDER BY family_id
    """

  private func watchpoints(_ viewer: UUID?, on today: Day) throws -> [FamilyWatchpoint] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: ListReader.watchpointsSQL),
      arguments: [viewerColumn(viewer), List.due.rawValue, today.number])
    let shared = try watchpoints(rows)
    guard let viewer else { return shared }
    let waiting = try Row.fetchCursor(
      db.cachedStatement(sql: ListReader.waitingSQL), arguments: [viewer, today.number])
    return try shared + watchpoints(waiting)
  }

  private func watchpoints(_ rows: RowCursor) throws -> [FamilyWatchpoint] {
    var found: [FamilyWatchpoint] = []
    var last: (id: UUID, brief: FamilyBrief)?
    while let row = try rows.next() {
      let id: UUID = row[0]
      let brief = try last.flatMap { $0.id == id ? $0.brief : nil } ?? knownFamily(id).brief
      last = (id, brief)
      let place: Int = row[1]
      guard brief.watchpoints.indices.contains(place), let kind = Watchpoint.Kind(rawValue: row[2])
      else { throw StoreError.damaged }
      let words = brief.watchpoints[place]
      found.append(
        FamilyWatchpoint(
          familyID: Family.ID(id), familyName: brief.name,
          watchpoint: Watchpoint(
            kind: kind, showsFrom: Day(number: row[3]),
            dueOn: (row[4] as Int?).map(Day.init(number:)), recordID: row[5],
            subject: words.subject, detail: words.detail,
            waitsFor: (row[6] as UUID?).map { Practitioner.ID($0) })))
    }
    return found
  }

  static let meetingsSQL = """
    SELECT item, family_id FROM listed WHERE viewer = ? AND list = ? AND rank >= ? AND rank < ?
    ORDER BY rank, item
    """

  private func meetings(_ viewer: UUID?, on today: Day) throws -> [Meeting] {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: ListReader.meetingsSQL),
      arguments: [
        viewerColumn(viewer), List.meetings.rawValue, Rank.start(of: today),
        Rank.start(of: today + 8),
      ])
    return try rows.map { try meeting(Item(id: $0[0], family: $0[1])) }
  }

  private func meeting(_ item: Item) throws -> Meeting {
    let family = try knownFamily(item.family).entry
    func meeting(
      _ review: Review.ID?, _ when: MeetingTime, _ title: String, _ place: String
    ) -> Meeting {
      Meeting(
        familyID: family.id, familyName: family.name, reviewID: review, when: when, title: title,
        place: place)
    }
    if case .review(let review)? = try records.record(.review, item.id, of: item.family),
      let when = review.planned
    {
      return meeting(review.id, when, review.kind.rawValue, review.place)
    }
    if case .conference(let conference)? =
      try records.record(.conference, item.id, of: item.family), let when = conference.planned
    {
      return meeting(nil, when, "family group conference", conference.place)
    }
    throw StoreError.damaged
  }

  static let changesSQL = """
    SELECT e.number, e.id, e.practitioner, e.made_at, e.family_id, e.sealed
    FROM edit e LEFT JOIN family f ON f.id = e.family_id
    WHERE e.made_at > ?2 AND e.turn = 'done' AND e.undone_by IS NULL
      AND (LENGTH(?1) = 0
           OR (e.practitioner <> ?1 AND (f.lead = ?1 OR f.coordinator = ?1 OR f.supervisor = ?1)))
    ORDER BY e.made_at DESC, e.number DESC LIMIT 50
    """

  /// Edits that still stand; for a practitioner those of others in their families.
  private func changes(_ viewer: UUID?, since: Moment) throws -> [ChangeEntry] {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: ListReader.changesSQL),
      arguments: [viewerColumn(viewer), since.milliseconds])
    let history = History(db, vault)
    return try rows.map { row in
      try history.entry(row) { try self.family($0)?.entry.name }
    }
  }
}
