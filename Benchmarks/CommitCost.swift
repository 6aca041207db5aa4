import Casework
import CaseworkSQLite
import GRDB
import Glibc

/// What saving costs above what the disk alone takes: kith's commit of one case note beside a bare
/// SQLite transaction of one row, both in WAL mode with full sync, turn by turn.
struct CommitCost {
  private(set) var kith: [Duration] = []
  private(set) var bare: [Duration] = []

  /// - Parameter folder: holds `commits.kith`, a store that may be written to; gets `bare.sqlite`.
  static func measure(in folder: String, commits: Int) async throws -> CommitCost {
    let store = try SQLiteCaseStore.open(at: "\(folder)/commits.kith", today: { CommitCost.today })
    let people = try await store.practitioners()
    let families = try await store.familyIDs()
    guard let author = people.first, let family = families.first else {
      throw StoreError.unavailable("The store for commits is empty.")
    }
    let queue = try bareDatabase(at: "\(folder)/bare.sqlite")
    var cost = CommitCost()
    for number in 0..<commits {
      let edit = note(by: author.id, about: family, on: CommitCost.today, number)
      cost.kith.append(try await timed { try await store.commit(edit) })
      cost.bare.append(try await timed { try await insert(number, into: queue) })
    }
    return cost
  }

  /// The day that the invented families were made on.
  static var today: Day {
    guard let day = Day(iso: "2026-11-21") else { preconditionFailure("this is a day") }
    return day
  }

  static var now: Moment { Moment(milliseconds: Int64(time(nil)) * 1000) }

  static func timed(_ work: () async throws -> Void) async rethrows -> Duration {
    let start = ContinuousClock.now
    try await work()
    return start.duration(to: .now)
  }

  private static func note(
    by author: Practitioner.ID, about family: Family.ID, on day: Day, _ number: Int
  ) -> Edit {
    var random = SystemRandomNumberGenerator()
    let moment = now
    let note = CaseNote(
      id: RecordID(.timeOrdered(at: moment, using: &random)), familyID: family, kind: .call,
      day: day, author: author, words: "Call \(number): " + String(repeating: "calm ", count: 40))
    return Edit(
      id: RecordID(.timeOrdered(at: moment, using: &random)), by: author, at: moment,
      sentence: "Wrote a note", familyID: family,
      changes: [Change(before: nil, after: .note(note))])
  }

  static func bareDatabase(at path: String) throws -> DatabaseQueue {
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          PRAGMA journal_mode = WAL;
          PRAGMA synchronous = FULL;
          CREATE TABLE note (id INTEGER PRIMARY KEY, words BLOB NOT NULL);
          """)
    }
    return queue
  }

  static func insert(_ number: Int, into queue: DatabaseQueue) async throws {
    try await queue.write { db in
      try db.execute(
        sql: "INSERT INTO note (id, words) VALUES (?, randomblob(400))", arguments: [number])
    }
  }
}
