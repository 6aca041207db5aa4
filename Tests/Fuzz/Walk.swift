import Casework
import CaseworkSQLite
import Foundation
import KithApp
import TextUI
import TextUINcurses

/// Shows every place over families whose every text is hostile, in the real terminal, one after the
/// other; a test looks at what arrives there.
///
/// After each frame its cells are written to `frame` in a folder; a key goes on to the next, with `r`
/// after painting everything anew.
@MainActor enum Walk {
  static func run(in folder: String) async throws {
    var words = HostileWords()
    var material = InventedStore.Material()
    material.records = try material.records.map { try words.fill($0) }
    let forgotten = words.declared.subtracting(words.filled)
    guard forgotten.isEmpty else {
      throw Fault(words: "without hostile words: \(forgotten.sorted().joined(separator: ", "))")
    }
    let store = try await InventedStore.make(in: folder, of: material)
    try await addEdit(locality: words.next(), sentence: words.next(), store)
    let paste = words.next()
    let terminal = try NcursesTerminal(environment: ProcessInfo.processInfo.environment)
    defer { terminal.close() }
    let places = try Places(store).all
    var isAnew = false
    for (index, place) in places.enumerated() {
      let mirror = MirrorTerminal(terminal)
      try show(place, on: mirror, store, paste)
      if isAnew { terminal.redraw() }
      try write(mirror.frame, "\(index) \(places.count) \(place.name)", folder)
      guard let key = waitForKey(terminal) else { return }
      isAnew = key == Key("r")
    }
  }

  /// Somebody else's edit, so that Today has a sentence to tell.
  private static func addEdit(
    locality: String, sentence: String, _ store: InventedStore
  ) async throws {
    guard let family = store.files.first?.family, let by = store.people.last else { return }
    var changed = family
    changed.locality = locality
    try await store.store.commit(
      Edit(
        id: store.world.newID(), by: by.id, at: store.world.now(), sentence: sentence,
        familyID: family.id,
        changes: [Change(before: .family(family), after: .family(changed))]))
  }

  private static func show(
    _ place: Place, on mirror: MirrorTerminal, _ store: InventedStore, _ paste: String
  ) throws {
    let app = App(
      terminal: mirror, store: store.store, world: store.world, me: place.me,
      since: store.lastVisit, place: "invented families", tray: PaperTray { name, _, _ in name })
    func settle() {
      while !mirror.waiting.isEmpty || !app.isAtRest { if !app.round() { return } }
    }
    try app.begin()
    settle()
    app.perform(place.steps)
    settle()
    // A new record has no words of its own yet.
    let pasted: [Event] = place.name.hasPrefix("form: new") ? [.paste(paste)] : []
    for event in place.events + pasted {
      mirror.waiting.append([event])
      settle()
    }
    mirror.isShown = true
    app.draw()
  }

  private static func write(_ canvas: Canvas, _ title: String, _ folder: String) throws {
    let cursor = canvas.cursor ?? Point(x: -1, y: -1)
    let rows = (0..<canvas.size.height).map { y in
      (0..<canvas.size.width).map { canvas[$0, y].text }.joined(separator: "\u{1F}")
    }
    let text = ([title, "\(cursor.x) \(cursor.y)"] + rows).joined(separator: "\n")
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/frame"), options: .atomic)
  }

  /// - Returns: nil when the program has to end.
  private static func waitForKey(_ terminal: NcursesTerminal) -> Key? {
    while true {
      for event in terminal.events(until: nil) {
        if case .key(let key) = event { return key }
        if case .interrupted = event { return nil }
      }
    }
  }
}

/// The real terminal, on which events of one's own arrive instead of keys, and only the last frame
/// of a place is shown.
@MainActor private final class MirrorTerminal: Terminal {
  var waiting: [[Event]] = []
  var isShown = false
  private(set) var frame: Canvas
  private let shown: NcursesTerminal
  private let pipe = WakePipe()

  init(_ shown: NcursesTerminal) {
    self.shown = shown
    frame = Canvas(size: shown.size)
  }

  var size: Size { shown.size }

  func draw(_ canvas: Canvas) {
    frame = canvas
    if isShown { shown.draw(canvas) }
  }

  func events(until deadline: ContinuousClock.Instant?) -> [Event] {
    if !waiting.isEmpty { return waiting.removeFirst() }
    let soon = ContinuousClock.now + .milliseconds(20)
    guard pipe.wait(until: deadline.map { min($0, soon) } ?? soon) else { return [.timeout] }
    _ = pipe.drain()
    return [.woken]
  }

  var waker: Waker {
    Waker { [pipe] in pipe.wake() }
  }

  func use(theme: Theme) {}
  func use(glyphs: GlyphChoice) {}
  func setMouse(_ isOn: Bool) {}
  func suspend() {}
  func redraw() {}
  func close() {}
}
