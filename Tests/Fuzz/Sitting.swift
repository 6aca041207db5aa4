import Casework
import CaseworkSQLite
import KithApp
import TextUI

/// Somebody at the program, over a store of invented families.
@MainActor final class Sitting {
  let terminal: WatchedTerminal
  let app: App
  private(set) var hasEnded = false

  init(
    _ store: InventedStore, me: Practitioner, size: Size
  ) throws(StoreError) {
    terminal = WatchedTerminal(size: size)
    app = App(
      terminal: terminal, store: store.store, world: store.world, me: me, since: store.lastVisit,
      place: "invented families", tray: PaperTray { name, _, _ in name })
    try app.begin()
  }

  /// Goes to a place; the events that lead there arrive one after the other.
  func arrive(at place: Place) throws(Fault) {
    try settle()
    app.perform(place.steps)
    try settle()
    for event in place.events { try feed([event]) }
  }

  /// Events that arrive together, and all that comes of them.
  func feed(_ events: [Event]) throws(Fault) {
    terminal.feed(events)
    try settle()
  }

  func resize(to size: Size) throws(Fault) {
    terminal.resize(to: size)
    try settle()
  }

  /// Waits for everything that is on its way, and draws.
  private func settle() throws(Fault) {
    while !hasEnded, !terminal.isTaken || !app.isAtRest { hasEnded = !app.round() }
    if !hasEnded { app.draw() }
    if let fault = terminal.fault { throw fault }
  }
}

/// What was found, with the frame on which it was seen.
struct Fault: Error, CustomStringConvertible {
  var words: String
  var frame: Canvas?

  var description: String {
    ([words] + (frame?.lines ?? []).map { "  |" + $0 }).joined(separator: "\n")
  }
}
