import Casework
import TextUI

@testable import KithApp

/// Somebody who hears kith line by line: what they answer, and everything that was said.
@MainActor
final class PlainTalking {
  let lines: ScriptedLines
  let talk: PlainTalk
  let prints = Prints()
  private(set) var ending: App.Ending?

  /// - Parameter answers: the lines they type; the input ends behind them.
  init(
    _ demo: DemoStore, as name: String = "Maya Osei", _ answers: [String]
  ) throws {
    guard let me = demo.practitioners.first(where: { $0.name == name }) else {
      throw Missing(what: name)
    }
    lines = ScriptedLines(answers)
    talk = PlainTalk(
      lines: lines, store: demo.store, world: demo.world, me: me, since: demo.lastVisit,
      place: "the demo: invented families", tray: prints.tray)
  }

  /// Talks to the end; everything that was said and typed.
  func transcript() throws -> String {
    ending = try talk.run()
    return lines.written
  }

  /// What is said to these answers over the demo's families.
  static func hear(
    _ answers: String..., as name: String = "Maya Osei"
  ) async throws -> String {
    try PlainTalking(await DemoStore.make(), as: name, answers).transcript()
  }
}
