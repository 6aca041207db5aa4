import Casework
import Foundation
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
      let frame = try frame(of: place, size: terminal.size, store, paste)
      terminal.draw(frame)
      if isAnew { terminal.redraw() }
      try write(frame, "\(index) \(places.count) \(place.name)", folder)
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

  /// A place as somebody comes to it, who then pastes.
  private static func frame(
    of place: Place, size: Size, _ store: InventedStore, _ paste: String
  ) throws -> Canvas {
    let sitting = try Sitting(store, me: place.me, size: size)
    try sitting.arrive(at: place)
    // A new record has no words of its own yet.
    if place.name.hasPrefix("form: new") { try sitting.feed([.paste(paste)]) }
    return sitting.terminal.frame
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
