import ArgumentParser
import Casework
import CaseworkDocuments
import CaseworkSQLite
import Glibc
import KithApp
import TextUI
import TextUINcurses

/// Opens the screens.
struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the screens (what kith does without a command).")

  @OptionGroup var store: StoreOptions

  @Option(name: .customLong("as"), help: ArgumentHelp("Who you are.", valueName: "name"))
  var name: String?

  @ArgumentParser.Flag(
    help: "Show twelve invented families in a store that is thrown away on leaving.")
  var demo = false

  @OptionGroup var look: LookOptions

  @ArgumentParser.Flag(
    help: "Talk line by line and draw nothing: for screen readers, plain terminals and scripts.")
  var plain = false

  func run() async throws {
    let world = try Environment.world()
    if demo {
      guard store.store == nil else {
        throw Failure(.usage, "--demo has a store of its own; leave --store out.")
      }
      let folder = try DemoFolder()
      defer { folder.remove() }
      let opened = try await DemoStore.make(in: folder.path, world)
      try await show(opened, place: DemoStore.place, world) { folder.remove() }
    } else {
      let opened = try store.open(world)
      try await show(opened, place: try store.path, world) {}
    }
  }

  private static let greeting =
    "Invented families: try anything.   ? help   : commands   q leave"

  private func show(
    _ store: SQLiteCaseStore, place: String, _ world: World, cleanUp: @Sendable () -> Void
  ) async throws {
    let candidates = try await candidates(in: store)
    let ending =
      isPlain
      ? try await talk(store, place, candidates, world)
      : try await screens(store, place, candidates, world)
    store.close()
    if case .stopped(let signal) = ending {
      cleanUp()
      await NcursesTerminal.reraise(signal)
    }
  }

  /// Who may be meant by `--as`, or was here last; everybody where nobody knows.
  private func candidates(in store: SQLiteCaseStore) async throws -> [Practitioner] {
    if let name { return try await Environment.practitioners(named: name, in: store) }
    if let last = try await Environment.lastOrOnly(in: store) { return [last] }
    return try await store.practitioners()
  }

  /// The terminal as the settings and the options have it.
  @MainActor private func opened(_ look: ChosenLook) throws -> NcursesTerminal {
    do throws(TerminalFault) {
      return try NcursesTerminal(
        environment: Environment.current, theme: look.theme, colours: look.colours,
        glyphs: look.settings.glyphs,
        catchesCrashes: Environment.current["KITH_BACKTRACE"] == nil)
    } catch {
      throw Failure(
        .usage,
        error.description + "\nkith list and kith show need no terminal."
          + " kith --plain talks line by line, anywhere.")
    }
  }

  @MainActor private func screens(
    _ store: SQLiteCaseStore, _ place: String, _ candidates: [Practitioner], _ world: World
  ) async throws -> App.Ending {
    let chosen = try look.choose()
    let terminal = try opened(chosen)
    defer { terminal.close() }
    let me: Practitioner
    if candidates.count == 1 {
      me = candidates[0]
    } else {
      switch WhoAreYou.ask(candidates, on: terminal) {
      case .chosen(let person): me = person
      case .left: return .left
      case .stopped(let signal): return .stopped(signal)
      }
    }
    let since = try await store.lastVisit(of: me.id)
    let app = App(
      terminal: terminal, store: store, world: world, me: me, since: since, place: place,
      tray: .files, editor: .own, settings: chosen.settings, desk: chosen.files.desk,
      faults: chosen.faults, greeting: demo ? Run.greeting : nil)
    return try app.run()
  }
}

/// A folder of one's own for a demo, gone when it ends.
struct DemoFolder {
  let path: String

  init() throws {
    let base = Environment.current["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    var template = Array("\(base)/kith-demo-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure(
        .failed,
        "No folder for the demo could be made in \(base): \(String(cString: strerror(errno))).")
    }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  func remove() {
    for name in ["demo.kith", "demo.kith-wal", "demo.kith-shm"] { unlink("\(path)/\(name)") }
    rmdir(path)
  }
}

/// The demo's families in a store.
enum DemoStore {
  /// Where it is, for people.
  static let place = "the demo: invented families"

  static func make(in folder: String, _ world: World) async throws -> SQLiteCaseStore {
    let store = try SQLiteCaseStore.create(at: "\(folder)/demo.kith", today: world.day)
    try await fill(store, world)
    return store
  }

  /// Puts the families into an empty store.
  @discardableResult
  static func fill(_ store: SQLiteCaseStore, _ world: World) async throws -> Demo {
    let demo = DemoCaseload.make(world: world)
    var start = Edit(
      id: world.newID(), by: demo.you, at: demo.lastVisit, sentence: "The demo's families",
      changes: demo.caseload.records.map { Change(before: nil, after: $0) })
    start.isUndoable = false
    try await store.commit(start)
    for var edit in demo.laterEdits {
      edit.isUndoable = false
      try await store.commit(edit)
    }
    try await store.recordVisit(of: demo.you, at: demo.lastVisit)
    return demo
  }
}
