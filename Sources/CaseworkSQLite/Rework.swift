import Casework
import FoundationEssentials
import GRDB

/// Works all lists out anew, in one transaction, when a file's are of other rules than this
/// kith's: of another version of them, or of other settings.
struct Rework {
  private let database: any DatabaseWriter
  private let vault: Vault
  private let settings: PracticeSettings
  private let rules: Data

  init(_ database: any DatabaseWriter, _ vault: Vault, settings: PracticeSettings) throws {
    self.database = database
    self.vault = vault
    self.settings = settings
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let json = try encoder.encode(settings)
    rules = vault.digest("\(Listing.version) \(String(decoding: json, as: UTF8.self))")
  }

  func runIfNeeded() throws {
    let known = try database.read { db in try Data.fetchOne(db, sql: "SELECT rules FROM listing") }
    if known != rules { try database.write(run) }
  }

  private func run(_ db: Database) throws {
    for table in ["family", "goal", "review", "watchpoint", "listed", "tally", "listing"] {
      try db.execute(sql: "DELETE FROM \(table)")
    }
    let records = RecordTable(db, vault)
    let last = try History(db, vault).lastNumber()
    var writer = ListingWriter(db, vault, revision: last)
    let ids = try UUID.fetchAll(
      db, sql: "SELECT DISTINCT family_id FROM record WHERE family_id <> ?", arguments: [Data()])
    for id in ids {
      guard let file = try records.file(Family.ID(id)) else { throw StoreError.damaged }
      try writer.write(nil, to: Listing(file, settings: settings))
    }
    try writer.writeTallies()
    try db.execute(
      sql: "INSERT INTO listing (rules, number) VALUES (?, ?)", arguments: [rules, last])
  }
}
