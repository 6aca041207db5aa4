import Casework
import CaseworkSQLite
import Glibc
import KithApp
import TextUI

/// Plain mode.
extension Run {
  /// Whether it was asked for, by the option or with `KITH_PLAIN`.
  var isPlain: Bool {
    plain || !["", "0"].contains(Environment.current["KITH_PLAIN"] ?? "")
  }

  /// Talks line by line until somebody leaves.
  @MainActor func talk(
    _ store: SQLiteCaseStore, _ place: String, _ candidates: [Practitioner], _ world: World
  ) async throws -> App.Ending {
    let lines = StandardLines(columns: Environment.current["COLUMNS"].flatMap { Int($0) })
    defer { lines.close() }
    let me: Practitioner
    if candidates.count == 1 {
      me = candidates[0]
    } else {
      switch WhoAreYou.ask(candidates, on: lines) {
      case .chosen(let person): me = person
      case .left: return .left
      case .stopped(let signal): return .stopped(signal)
      }
    }
    let chosen = try look.choose()
    let talk = PlainTalk(
      lines: lines, store: store, world: world, me: me, since: try await store.lastVisit(of: me.id),
      place: place, tray: .files, settings: chosen.settings, desk: chosen.files.desk,
      faults: chosen.faults)
    let ending = try talk.run()
    if talk.endedUnsaved, !lines.showsTyping {
      store.close()
      throw Failure(.failed, "The input ended in the middle of a form; it is kept as a draft.")
    }
    return ending
  }
}
