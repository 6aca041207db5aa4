import Casework
import GRDB

/// The numbered steps that make, or bring up to date, the tables of a file; the count of those a
/// file has had is its `user_version`. A step that has shipped is never edited.
enum Migrations {
  /// Marks a file as kith's: "Kith" in ASCII.
  static let applicationID: Int32 = 0x4b69_7468

  static let all: [String] = [first, second, third]

  /// Takes a database through the steps it lacks, each in a transaction of its own.
  static func migrate(_ db: Database, steps: [String] = all) throws {
    while true {
      let isDone = try write(db) {
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard version <= steps.count else { throw StoreError.newer(version) }
        guard version < steps.count else { return true }
        try db.execute(sql: steps[version])
        try db.execute(sql: "PRAGMA user_version = \(version + 1)")
        return false
      }
      if isDone { return }
    }
  }

  private static func write(_ db: Database, _ work: () throws -> Bool) throws -> Bool {
    var result = false
    try db.inTransaction(.immediate) {
      result = try work()
      return .commit
    }
    return result
  }

  /// Days are whole days since 1970, moments milliseconds since then. `viewer` is a practitioner's
  /// id, or empty for everyone. What is not sealed tells no name and no word.
  private static let first = """
    CREATE TABLE wrapped_key (
      holder TEXT NOT NULL,
      kind TEXT NOT NULL,
      salt BLOB NOT NULL,
      wrapped BLOB NOT NULL,
      made_on INTEGER NOT NULL,
      PRIMARY KEY (holder, kind)
    );

    CREATE TABLE record (
      family_id BLOB NOT NULL,
      kind TEXT NOT NULL,
      id BLOB NOT NULL,
      revision INTEGER NOT NULL,
      sealed BLOB NOT NULL,
      PRIMARY KEY (family_id, kind, id)
    );

    CREATE TABLE edit (
      number INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE,
      practitioner BLOB NOT NULL,
      made_at INTEGER NOT NULL,
      family_id BLOB,
      turn TEXT NOT NULL,
      reverts BLOB,
      undone_by BLOB,
      is_undoable INTEGER NOT NULL,
      sealed BLOB NOT NULL
    );
    CREATE INDEX edit_by_practitioner ON edit (practitioner, number);
    CREATE INDEX edit_by_time ON edit (made_at);

    CREATE TABLE change (
      record_id BLOB NOT NULL,
      edit INTEGER NOT NULL,
      place INTEGER NOT NULL,
      kind TEXT NOT NULL,
      family_id BLOB NOT NULL,
      revision INTEGER,
      sealed BLOB,
      PRIMARY KEY (record_id, edit)
    );
    CREATE INDEX change_by_edit ON change (edit, place);

    CREATE TABLE family (
      id BLOB PRIMARY KEY,
      revision INTEGER NOT NULL,
      reference_digest BLOB NOT NULL UNIQUE,
      status TEXT NOT NULL,
      support_level TEXT NOT NULL,
      lead BLOB,
      coordinator BLOB,
      supervisor BLOB,
      review_due INTEGER,
      planned_review BLOB,
      window_opens INTEGER,
      action_due INTEGER,
      mean DOUBLE PRECISION,
      due_rank INTEGER NOT NULL,
      support_rank INTEGER NOT NULL,
      goals_rank INTEGER NOT NULL,
      sealed BLOB NOT NULL
    );

    CREATE TABLE goal (
      id BLOB PRIMARY KEY,
      family_id BLOB NOT NULL,
      revision INTEGER NOT NULL,
      status TEXT NOT NULL,
      category TEXT NOT NULL,
      now INTEGER,
      movement INTEGER,
      stuck_since INTEGER,
      has_gap INTEGER NOT NULL,
      last_rated_on INTEGER,
      sealed BLOB NOT NULL
    );

    CREATE TABLE watchpoint (
      family_id BLOB NOT NULL,
      shows_from INTEGER NOT NULL,
      place INTEGER NOT NULL,
      kind TEXT NOT NULL,
      due_on INTEGER,
      record_id BLOB NOT NULL,
      PRIMARY KEY (family_id, shows_from, place)
    ) WITHOUT ROWID;

    CREATE TABLE listed (
      viewer BLOB NOT NULL,
      list INTEGER NOT NULL,
      rank INTEGER NOT NULL,
      item BLOB NOT NULL,
      family_id BLOB NOT NULL,
      PRIMARY KEY (viewer, list, rank, item)
    ) WITHOUT ROWID;

    CREATE TABLE tally (
      viewer BLOB NOT NULL,
      list INTEGER NOT NULL,
      is_closed INTEGER NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (viewer, list, is_closed)
    );

    CREATE TABLE listing (
      rules BLOB NOT NULL
    );

    CREATE TABLE visit (
      practitioner BLOB PRIMARY KEY,
      made_at INTEGER NOT NULL
    );

    CREATE TABLE draft (
      practitioner BLOB NOT NULL,
      key_digest BLOB NOT NULL,
      kept_at INTEGER NOT NULL,
      sealed BLOB NOT NULL,
      PRIMARY KEY (practitioner, key_digest)
    );
    """

  /// Reviews in a table of their own: `rank` is by time, `item` the review's id, or the family's for
  /// one that is due and not planned. `listing.number` is the last edit that the lists know of.
  private static let second = """
    CREATE TABLE review (
      rank INTEGER NOT NULL,
      item BLOB NOT NULL,
      kind INTEGER NOT NULL,
      family_id BLOB NOT NULL,
      state INTEGER NOT NULL,
      outcome INTEGER,
      lead BLOB,
      signed_by BLOB,
      signed_on INTEGER,
      revision INTEGER NOT NULL,
      sealed BLOB,
      PRIMARY KEY (rank, item, kind)
    ) WITHOUT ROWID;
    CREATE INDEX review_by_family ON review (family_id);

    ALTER TABLE family ADD COLUMN review_kind INTEGER;

    ALTER TABLE watchpoint ADD COLUMN waits_for BLOB;
    CREATE INDEX watchpoint_by_person ON watchpoint (waits_for) WHERE waits_for IS NOT NULL;

    DELETE FROM listing;
    ALTER TABLE listing ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
    """

  /// Which changes removed their record, so that what was removed is found without reading the whole
  /// history: those after which the record was not there.
  private static let third = """
    ALTER TABLE change ADD COLUMN removes INTEGER NOT NULL DEFAULT 0;

    UPDATE change SET removes = 1
    WHERE revision IS NOT NULL AND CASE
      WHEN EXISTS (SELECT 1 FROM change later
                   WHERE later.record_id = change.record_id AND later.edit > change.edit)
      THEN (SELECT later.revision IS NULL FROM change later
            WHERE later.record_id = change.record_id AND later.edit > change.edit
            ORDER BY later.edit LIMIT 1)
      ELSE NOT EXISTS (SELECT 1 FROM record
                       WHERE record.family_id = change.family_id AND record.kind = change.kind
                         AND record.id = change.record_id)
      END;

    CREATE INDEX change_removing ON change (edit) WHERE removes;
    """
}
