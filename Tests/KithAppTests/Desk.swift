import Casework
import CaseworkDocuments
import CaseworkSQLite
import Foundation
import Synchronization
import TextUI
import Themes

@testable import KithApp

/// Somebody at the keyboard: the program on a scripted terminal over a store in memory.
///
/// It is always Saturday 21 November 2026, nine in the morning, and ids count up.
@MainActor
final class Desk {
  let terminal: ScriptedTerminal
  let app: App
  let store: SQLiteCaseStore
  let world: World
  let prints = Prints()
  private(set) var hasEnded = false

  init(
    _ store: SQLiteCaseStore, _ world: World, me: Practitioner, since: Moment? = nil,
    size: Size = Size(width: 80, height: 24), settings: Settings = Settings(),
    desk: SettingsDesk = .none, faults: [FileFault] = []
  ) throws {
    self.store = store
    self.world = world
    terminal = ScriptedTerminal(size: size, patience: .seconds(2))
    app = App(
      terminal: terminal, store: store, world: world, me: me, since: since,
      place: "the demo: invented families", tray: prints.tray,
      settings: settings, desk: desk, faults: faults)
    try app.begin()
    settle()
  }

  /// A desk over a demo store of its own.
  static func demo(
    as name: String = "Maya Osei", width: Int = 80, height: Int = 24
  ) async throws -> Desk {
    try await DemoStore.make().desk(as: name, width: width, height: height)
  }

  // MARK: What a person does

  /// Presses keys one after the other, each when the screen shows what the one before has done.
  func press(_ keys: Key...) {
    for key in keys {
      terminal.feed([.key(key)])
      settle()
    }
  }

  /// Types a text, in one packet.
  func type(_ text: String) {
    burst(text.map { Key($0) })
  }

  /// Keys that arrive all at once, as from somebody who is faster than the program.
  func burst(_ keys: [Key]) {
    terminal.feed(keys.map(Event.key))
    settle()
  }

  func paste(_ text: String) {
    terminal.feed([.paste(text)])
    settle()
  }

  func resize(_ width: Int, _ height: Int) {
    terminal.resize(to: Size(width: width, height: height))
    settle()
  }

  /// Goes to a family by its name, and to one of its sections.
  func open(_ family: String, _ section: FamilySection = .overview) {
    press(":")
    type(family)
    press(.enter)
    for _ in 0..<section.rawValue { press(.tab) }
  }

  /// Moves down until the cursor is on a line with this text.
  func select(_ text: String) {
    press(.home)
    for _ in 0..<60 where !line.contains(text) { press(.down) }
  }

  /// Goes on to the field with this label.
  func tab(to label: String) {
    for _ in 0..<30 where focused != label { press(.tab) }
  }

  /// Fills fields in from the first on, nil passes one over; then saves.
  func fill(_ values: String?...) {
    for (index, value) in values.enumerated() {
      if index > 0 { press(.tab) }
      if let value { type(value) }
    }
    press(.control("s"))
  }

  /// Lets the keys rest, so that drafts are kept and dropped.
  func rest() {
    app.keepDraft()
    settle()
  }

  /// Waits for everything that is on its way, and draws.
  func settle() {
    let limit = ContinuousClock.now + .seconds(30)
    while !hasEnded, terminal.remaining > 0 || app.isBusy {
      precondition(.now < limit, "the program does not come to rest")
      hasEnded = !app.round()
    }
    app.draw()
  }

  // MARK: What a person sees

  var screen: Canvas { terminal.screen }

  var text: String { screen.lines.joined(separator: "\n") }

  func shows(_ words: String) -> Bool { text.contains(words) }

  /// The line on which the cursor rests.
  var line: String {
    guard let cursor = screen.cursor, screen.lines.indices.contains(cursor.y) else { return "" }
    return screen.lines[cursor.y]
  }

  /// The first line with these words; empty when there is none.
  func line(with words: String) -> String {
    screen.lines.first { $0.contains(words) } ?? ""
  }

  /// The label of the field that is being filled in; empty when none is.
  var focused: String {
    guard let form = app.sheet?.form, form.fields.indices.contains(form.focus) else { return "" }
    return form.fields[form.focus].label
  }

  // MARK: What is in the store

  func file(_ family: String) async throws -> FamilyFile { try await store.file(family) }

  /// Somebody else saves something in a family meanwhile.
  func meanwhile(
    _ name: String = "Dan Lane", in family: String, _ changes: (FamilyFile) throws -> [Change]
  ) async throws {
    let file = try await file(family)
    try await store.save(try changes(file), as: name, in: file, world)
  }
}

extension SQLiteCaseStore {
  /// The family of this name.
  func file(_ name: String) async throws -> FamilyFile {
    for id in try await familyIDs() {
      let file = try await family(id)
      if file.family.name == name { return file }
    }
    throw Missing(what: "a family called \(name)")
  }

  /// Saves changes of a family as one of those who use the store.
  func save(
    _ changes: [Change], as name: String, in file: FamilyFile, _ world: World
  ) async throws {
    let by = try await practitioners().first { $0.name == name }
    guard let by else { throw Missing(what: name) }
    try await commit(
      Edit(
        id: world.newID(), by: by.id, at: world.now(), sentence: "Changed by \(name)",
        familyID: file.family.id, changes: changes))
  }
}

struct Missing: Error {
  var what: String
}

/// A store in memory with the demo's families.
struct DemoStore: Sendable {
  let store: SQLiteCaseStore
  let world: World
  let practitioners: [Practitioner]
  let lastVisit: Moment

  static func make() async throws -> DemoStore {
    let world = World.counted()
    let store = try SQLiteCaseStore.temporary(today: world.day)
    let demo = DemoCaseload.make(world: world)
    try await store.commit(
      Edit(
        id: world.newID(), by: demo.you, at: demo.lastVisit, sentence: "The demo's families",
        changes: demo.caseload.records.map { Change(before: nil, after: $0) }, isUndoable: false))
    for edit in demo.laterEdits { try await store.commit(edit) }
    return DemoStore(
      store: store, world: world, practitioners: demo.caseload.practitioners,
      lastVisit: demo.lastVisit)
  }

  @MainActor
  func desk(
    as name: String = "Maya Osei", width: Int = 80, height: Int = 24,
    settings: Settings = Settings(), desk: SettingsDesk = .none, faults: [FileFault] = []
  ) throws -> Desk {
    guard let me = practitioners.first(where: { $0.name == name }) else {
      throw Missing(what: name)
    }
    return try Desk(
      store, world, me: me, since: lastVisit, size: Size(width: width, height: height),
      settings: settings, desk: desk, faults: faults)
  }
}

extension World {
  /// Saturday 21 November 2026, nine in the morning, with ids that count up.
  static func counted() -> World { ReplayClock(now: Moment(milliseconds: 1_795_251_600_000)).world }
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  public init(extendedGraphemeClusterLiteral character: Character) { self.init(character) }
}

/// Prints that went nowhere but into memory.
final class Prints: Sendable {
  private let all = Mutex<[(name: String, text: String)]>([])

  var papers: [(name: String, text: String)] { all.withLock { $0 } }

  var tray: PaperTray {
    PaperTray { [self] name, text, folder throws(StoreError) in
      all.withLock { $0.append((name, text)) }
      return folder.isEmpty ? name : "\(folder)/\(name)"
    }
  }
}
