import Casework
import Dispatch
import Testing
import TextUI

@testable import KithApp

/// Somebody who hears kith line by line: what they answer, and everything that was said.
@MainActor
final class PlainTalking {
  let lines: ScriptedLines
  let talk: PlainTalk
  let prints = Prints()
  private let demo: DemoStore
  private(set) var ending: App.Ending?

  /// - Parameter answers: the lines they type; the input ends behind them.
  init(
    _ demo: DemoStore, as name: String = "Maya Osei", _ answers: [String]
  ) throws {
    guard let me = demo.practitioners.first(where: { $0.name == name }) else {
      throw Missing(what: name)
    }
    self.demo = demo
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

  /// Does something in the store when a question is asked, before it is answered.
  func when(
    asked prompt: String, _ work: @escaping @Sendable (DemoStore) async throws -> Void
  ) {
    let demo = demo
    lines.onWait = { lines in
      guard lines.written.hasSuffix(prompt) else { return }
      lines.onWait = nil
      let done = DispatchSemaphore(value: 0)
      Task.detached {
        do { try await work(demo) } catch { Issue.record(error) }
        done.signal()
      }
      done.wait()
    }
  }

  /// What is said to these answers over the demo's families.
  static func hear(
    _ answers: String..., as name: String = "Maya Osei"
  ) async throws -> String {
    try PlainTalking(await DemoStore.make(), as: name, answers).transcript()
  }

  /// What is said to these answers over a store that others talked to before.
  static func hear(
    in demo: DemoStore, _ answers: String..., as name: String = "Maya Osei"
  ) throws -> String {
    try PlainTalking(demo, as: name, answers).transcript()
  }
}
