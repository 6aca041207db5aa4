import ArgumentParser
import Casework
import CaseworkDocuments
import CaseworkSQLite
import Glibc

/// Takes a JSON caseload in, whole or not at all.
struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take a JSON caseload in, whole or not at all.",
    discussion: "Where there is no store yet, a training store is made with what the file holds.")

  @Argument(help: "The file; - reads standard input.", completion: .file())
  var file: String

  @Option(name: .customLong("as"), help: ArgumentHelp("Who takes it in.", valueName: "name"))
  var name: String?

  @OptionGroup var store: StoreOptions

  func run() async throws {
    let world = try Environment.world()
    let bytes = try InputFile.read(file)
    let caseload: Caseload
    do throws(ImportFaults) {
      caseload = try CaseloadDocument.read(bytes, on: world.today)
    } catch {
      throw refusal(error.faults)
    }
    let path = try store.path
    let isNew = access(path, F_OK) != 0
    if isNew, caseload.practitioners.isEmpty {
      throw Failure(
        .refused,
        "There is no store at \(path), and the file names no practitioner to make one "
          + "with. kith init makes one.")
    }
    let opened = isNew ? try NewStore.make(at: path, world) : try store.open(world)
    do {
      try await take(caseload, from: bytes, into: opened, isNew: isNew, world)
    } catch {
      if isNew { NewStore.remove(path) }
      throw error
    }
    Output.say(
      "Took in \(counted(caseload.families.count, "family", plural: "families")) and "
        + "\(counted(caseload.practitioners.count, "practitioner")).")
  }

  private func take(
    _ caseload: Caseload, from text: [UInt8], into store: SQLiteCaseStore, isNew: Bool,
    _ world: World
  ) async throws {
    if !isNew {
      let clashes = try await Clashes(of: caseload, in: store)
      guard clashes.isEmpty else { throw refusal(clashes.faults(in: text)) }
    }
    var author: Practitioner?
    if let name, !isNew {
      author = try await Environment.practitioner(named: name, in: store)
    } else if !isNew {
      let first = try await store.practitioners().first
      author = try await Environment.lastOrOnly(in: store) ?? first
    }
    guard let by = author ?? caseload.practitioners.first else {
      throw Failure(.refused, "Nobody uses this store yet; kith people add adds somebody.")
    }
    let edit = Edit(
      id: world.newID(), by: by.id, at: world.now(),
      sentence: "Took in \(counted(caseload.families.count, "family", plural: "families"))",
      changes: caseload.records.map { Change(before: nil, after: $0) }, isUndoable: false)
    do throws(StoreError) {
      try await store.commit(edit)
    } catch {
      guard case .conflict(let conflicts) = error else { throw error }
      throw refusal(Clashes(conflicts).faults(in: text))
    }
  }

  private func refusal(_ faults: [ImportFault]) -> Failure {
    let lines = faults.map(\.description).joined(separator: "\n")
    return Failure(
      .refused, "\(counted(faults.count, "fault")) in \(file); nothing was changed.\n\(lines)")
  }
}

/// Writes the caseload as a JSON document.
struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the caseload as a JSON document, which kith import takes in.")

  @Argument(
    help: "The new file; without it, or for -, standard output.", completion: .file())
  var file: String?

  @OptionGroup var store: StoreOptions

  func run() async throws {
    let world = try Environment.world()
    let opened = try store.open(world, forReading: true)
    let ids = try await opened.familyIDs()
    let people = try await opened.practitioners()
    guard let file, file != "-" else {
      try await write(opened, ids, people) { Output.write($0) }
      return
    }
    let output = try OutputFile(file)
    do {
      try await write(opened, ids, people) { try output.write($0) }
      try output.finish()
    } catch {
      output.remove()
      throw error
    }
    Output.say("Wrote \(counted(ids.count, "family", plural: "families")) to \(file).")
  }

  private func write(
    _ store: SQLiteCaseStore, _ ids: [Family.ID], _ people: [Practitioner],
    _ sink: @escaping ([UInt8]) throws -> Void
  ) async throws {
    var writer = CaseloadWriter(to: sink)
    for id in ids.sorted() { try writer.add(try await store.family(id)) }
    try writer.finish(practitioners: people)
  }
}

/// Makes a synthetic caseload of any size.
struct Sample: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a store of invented families of any number.")

  @Option(help: ArgumentHelp("How many families, 1 to 1000000.", valueName: "number"))
  var families: Int

  @Option(help: ArgumentHelp("The same seed makes the same families.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp("The new store; it must not exist.", valueName: "file"), completion: .file())
  var store: String

  func validate() throws {
    guard (1...1_000_000).contains(families) else {
      throw ValidationError("--families is from 1 to 1000000, not \(families).")
    }
  }

  func run() async throws {
    let world = try Environment.world()
    let sample = SampleCaseload(families: families, seed: seed, today: world.today)
    let opened = try NewStore.make(at: store, world)
    do {
      try await fill(opened, sample, world)
    } catch {
      NewStore.remove(store)
      throw error
    }
    Output.say("Made \(counted(families, "family", plural: "families")) in \(store).")
  }

  private func fill(
    _ store: SQLiteCaseStore, _ sample: SampleCaseload, _ world: World
  ) async throws {
    let people = sample.practitioners()
    guard let first = people.first else { preconditionFailure("a sample has a practitioner") }
    var pending = people.map(Record.practitioner)
    let batch = 200
    var progress = ProgressLine(total: families)
    for start in stride(from: 0, to: families, by: batch) {
      let end = min(families, start + batch)
      pending += sample.families(start..<end).flatMap(\.records)
      let edit = Edit(
        id: world.newID(), by: first.id, at: world.now(), sentence: "Invented families",
        changes: pending.map { Change(before: nil, after: $0) }, isUndoable: false)
      try await store.commit(edit)
      pending = []
      progress.show(end)
    }
    progress.end()
  }
}

/// `1200 of 5000 families`, on a terminal only, rewritten in place.
struct ProgressLine {
  let total: Int
  private let isShown = isatty(STDERR_FILENO) == 1

  init(total: Int) {
    self.total = total
  }

  mutating func show(_ done: Int) {
    guard isShown else { return }
    let text = "\r\(done) of \(total) families"
    _ = text.withCString { Glibc.write(STDERR_FILENO, $0, strlen($0)) }
  }

  mutating func end() {
    guard isShown else { return }
    _ = "\n".withCString { Glibc.write(STDERR_FILENO, $0, 1) }
  }
}

/// Stores that a command makes itself, and takes away again when it fails.
enum NewStore {
  static func make(at path: String, _ world: World) throws -> SQLiteCaseStore {
    try SQLiteCaseStore.create(at: path, today: world.day)
  }

  static func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
  }
}
