import Casework
import FoundationEssentials
import GRDB

/// One edit on its way into the file, inside one transaction.
///
/// Nothing is written before every record was checked and compared, except what the transaction
/// takes back when it fails later.
struct Commit {
  let edit: Edit
  let today: Day
  let settings: PracticeSettings
  private let db: Database
  private let vault: Vault
  private let records: RecordTable
  private let history: History
  /// The edit's number; the revision of everything it writes.
  private let number: Int64
  /// What is known from the last read or save; used only where it still holds.
  private let memory: Memory

  /// What a store remembers from one save to the next.
  struct Memory: Sendable {
    var family: RecentFamily?
    var author: Author?
  }

  /// Who saved last, as they stood after an edit.
  struct Author: Sendable {
    let number: Int64
    let practitioner: Practitioner
  }

  init(
    _ edit: Edit, today: Day, settings: PracticeSettings, _ db: Database, _ vault: Vault,
    _ memory: Memory
  ) throws {
    self.edit = edit
    self.memory = memory
    self.today = today
    self.settings = settings
    self.db = db
    self.vault = vault
    records = RecordTable(db, vault)
    history = History(db, vault)
    number = try history.lastNumber() + 1
  }

  /// - Returns: what to remember once the transaction is in the file.
  func run() throws -> Memory {
    try refuseBreaches()
    let author = try author()
    try refuseRemovals()
    let turn = try history.turn(of: edit)
    let stored = try compare()
    let lists = Settling(db, vault, settings: settings)
    if changesLists { try lists.run() }
    let files = try writeFamilies(try saveOldStates(stored), author)
    for change in edit.changes where change.record.kind == .practitioner {
      try write(change)
    }
    try history.write(edit, turn, number: number)
    if changesLists { try Settling.mark(number, db) }
    let only = files.count == 1 ? files[0] : nil
    return Memory(
      family: only.map { RecentFamily(number: number, file: $0.inOrder) },
      author: changesPractitioners ? nil : author.map { Author(number: number, practitioner: $0) })
  }

  private var changesPractitioners: Bool {
    edit.changes.contains { $0.record.kind == .practitioner }
  }

  /// Whether the lists are brought up with it and not when they are read next: a family's own
  /// record says whose it is, and its reference may be taken.
  private var changesLists: Bool {
    edit.changes.contains { $0.record.kind == .family || $0.record.kind == .practitioner }
  }

  /// What is known of a family without opening it again.
  private func known(_ id: Family.ID?) -> FamilyFile? {
    id.flatMap { memory.family?.file($0, at: number - 1) }
  }

  // MARK: - Checks

  private func refuseBreaches() throws {
    var seen: Set<UUID> = []
    for change in edit.changes {
      guard seen.insert(change.record.id).inserted else {
        throw StoreError.refused("The same \(change.record.kind.words) is in it twice.")
      }
      if let before = change.before, let after = change.after, before.familyID != after.familyID {
        throw StoreError.refused("A \(after.kind.words) cannot be moved to another family.")
      }
    }
    let breaches = edit.changes.flatMap { $0.after?.breaches(on: today) ?? [] }
    if !breaches.isEmpty { throw StoreError.breaches(breaches) }
  }

  /// Only practitioners of the store write; the first edit of an empty one brings its own.
  ///
  /// - Returns: nil for the first edit.
  private func author() throws -> Practitioner? {
    if let known = memory.author, known.number == number - 1, known.practitioner.id == edit.by {
      return known.practitioner
    }
    if let stored = try records.stored(.practitioner(placeholder(edit.by))) {
      guard
        case .practitioner(let practitioner) = try records.open(
          stored, .practitioner, edit.by.uuid)
      else { throw StoreError.damaged }
      return practitioner
    }
    let addsItself = edit.changes.contains {
      $0.before == nil && $0.after?.kind == .practitioner && $0.record.id == edit.by.uuid
    }
    let known = try Int.fetchOne(
      db, sql: "SELECT COUNT(*) FROM record WHERE family_id = ?", arguments: [Data()])
    guard addsItself, known == 0 else {
      throw StoreError.refused(
        "Only a practitioner of this caseload can save in it; choose who you are first.")
    }
    return nil
  }

  private func refuseRemovals() throws {
    for change in edit.changes where change.after == nil {
      if case .practitioner(let practitioner) = change.record { try refuseRemoval(practitioner) }
    }
  }

  private func placeholder(_ id: Practitioner.ID) -> Practitioner {
    Practitioner(id: id, name: "", role: .practitioner, team: "")
  }

  private func refuseRemoval(_ practitioner: Practitioner) throws {
    // Whose a family is changes only together with the lists.
    let families = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM listed WHERE viewer = ?)",
      arguments: [practitioner.id.uuid])
    let edits = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM edit WHERE practitioner = ?)",
      arguments: [practitioner.id.uuid])
    if families == true {
      throw StoreError.refused(
        "\(practitioner.name) still works with families; give those to somebody else first.")
    }
    if edits == true {
      throw StoreError.refused(
        "\(practitioner.name) has saved changes, and the history keeps who saved what.")
    }
  }

  /// Compares each `before` with what is stored; the stored states, change by change.
  private func compare() throws -> [StoredRecord?] {
    var conflicts: [Conflict] = []
    let stored = try edit.changes.map { change in
      let stored = isSurelyNew(change) ? nil : try records.stored(change.record)
      let theirs = try stored.map {
        try known(change.record.familyID)?.record(change.record.kind, change.record.id)
          ?? records.open($0, change.record.kind, change.record.id)
      }
      let isTaken = change.before == nil && stored == nil ? try isElsewhere(change.record) : false
      if theirs != change.before || isTaken {
        conflicts.append(Conflict(mine: change, theirs: theirs))
      }
      return stored
    }
    if !conflicts.isEmpty { throw StoreError.conflict(conflicts) }
    return stored
  }

  /// Whether what is known of the family shows that a new record is not in it.
  private func isSurelyNew(_ change: Change) -> Bool {
    guard change.before == nil, let file = known(change.record.familyID) else { return false }
    return file.record(change.record.kind, change.record.id) == nil
  }

  /// Whether the id of a new record is, or was, that of another one: of another kind or family.
  private func isElsewhere(_ record: Record) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM change WHERE record_id = ? AND (kind <> ? OR family_id <> ?))
        """)
    return try Bool.fetchOne(
      statement, arguments: [record.id, record.kind.rawValue, record.familyColumn]) ?? false
  }

  // MARK: - Writing

  /// Writes the change rows; the places of each family's changes in the edit, in their order.
  private func saveOldStates(_ stored: [StoredRecord?]) throws -> [[Int]] {
    var order: [Family.ID: Int] = [:]
    var families: [[Int]] = []
    for (place, change) in edit.changes.enumerated() {
      try history.write(change, stored[place], place: place, number: number)
      guard let id = change.record.familyID else { continue }
      if let index = order[id] {
        families[index].append(place)
      } else {
        order[id] = families.count
        families.append([place])
      }
    }
    return families
  }

  /// Removed families go first, so that their references are free for others.
  ///
  /// - Returns: the files of the families that are still there.
  private func writeFamilies(
    _ families: [[Int]], _ author: Practitioner?
  ) throws -> [FamilyFile] {
    var writer = ListingWriter(db, vault, revision: number)
    let isRemoval = { (places: [Int]) in
      places.contains { edit.changes[$0].after == nil && edit.changes[$0].record.kind == .family }
    }
    var files: [FamilyFile] = []
    for removes in [true, false] {
      for places in families where isRemoval(places) == removes {
        let changes = places.map { edit.changes[$0] }
        if let file = try writeFamily(changes, author, &writer) { files.append(file) }
      }
    }
    try writer.writeTallies()
    return files
  }

  private func writeFamily(
    _ changes: [Change], _ author: Practitioner?, _ writer: inout ListingWriter
  ) throws -> FamilyFile? {
    guard let id = changes.first?.record.familyID else { return nil }
    let head = changes.first { $0.record.kind == .family }
    let isNew = head.map { $0.before == nil } ?? false
    let old = isNew ? nil : try known(id) ?? records.file(id)
    let new = try after(changes, head, old, author)
    for change in changes { try write(change) }
    if changesLists {
      try writer.write(
        old.map { Listing($0, settings: settings) },
        to: new.map { Listing($0, settings: settings) })
    }
    return new
  }

  private func after(
    _ changes: [Change], _ head: Change?, _ old: FamilyFile?, _ author: Practitioner?
  ) throws -> FamilyFile? {
    let file: FamilyFile
    if let old {
      file = old.applying(changes)
    } else if case .family(let family)? = head?.after {
      file = FamilyFile(family: family).applying(changes)
    } else {
      throw StoreError.notFound("The family is not in this caseload any more.")
    }
    if let head, head.after == nil {
      guard file.records.count == 1 else {
        throw StoreError.refused("A family is removed with everything in it, or not at all.")
      }
      return nil
    }
    try refuseForbidden(changes, old, author)
    try refuseSecondPlan(changes, file)
    try refuseBrokenReferences(file, changes)
    return file
  }

  /// A family that is new is history from elsewhere: nobody asks how it came about.
  private func refuseForbidden(
    _ changes: [Change], _ old: FamilyFile?, _ author: Practitioner?
  ) throws {
    guard let old, let author else { return }
    let breaches = old.refusals(of: changes, by: author, on: today, settings: settings)
    if !breaches.isEmpty { throw StoreError.breaches(breaches) }
  }

  private func refuseSecondPlan(_ changes: [Change], _ file: FamilyFile) throws {
    let wasPlan = changes.contains { $0.record.kind == .plan && $0.before == nil }
    guard wasPlan, let plan = file.plan else { return }
    let removed = changes.contains { $0.record.kind == .plan && $0.after == nil }
    let others = try Int.fetchOne(
      db, sql: "SELECT COUNT(*) FROM record WHERE family_id = ? AND kind = ? AND id <> ?",
      arguments: [file.family.id.uuid, Record.Kind.plan.rawValue, plan.id.uuid])
    guard others == 0 || removed else {
      throw StoreError.refused("The family has a plan already; change that one.")
    }
  }

  /// Whatever names a record that is not there, and own rules only of what the edit touches: an
  /// older record that breaks a newer rule does not lock its family.
  ///
  /// What an edit only adds, or changes in a record that nothing refers to, breaks no other record.
  private func refuseBrokenReferences(_ file: FamilyFile, _ changes: [Change]) throws {
    let touched = Set(changes.map(\.record.id))
    let mayBreakOthers = changes.contains { change in
      change.after == nil || (change.before != nil && change.record.kind == .person)
    }
    let breaches = file.breaches(on: today, in: mayBreakOthers ? nil : changes.compactMap(\.after))
      .filter { record, breach in
        touched.contains(record.id) || !record.breaches(on: today).contains(breach)
      }
    if !breaches.isEmpty { throw StoreError.breaches(breaches.map(\.breach)) }
  }

  private func write(_ change: Change) throws {
    if let after = change.after {
      try records.write(after, revision: number)
    } else {
      try records.remove(change.record)
    }
  }
}
