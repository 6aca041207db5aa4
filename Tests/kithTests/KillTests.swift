import GRDB
import Glibc
import TerminalHarness
import Testing

extension ProgramTests.Screens {
  /// What the screen says is saved is saved, whatever happens next.
  @Suite struct Killing {
    @Test func `a hundred kills in the middle of saving lose nothing that was shown as saved`()
      throws
    {
      let scratch = try Scratch()
      try scratch.imports((0..<10).map { CaseloadFile.family(10 * $0 + 10, "Family\($0)") })
      var shown: Set<String> = []
      var kills = 0

      for round in 0..<100 {
        let screens = try TerminalHarness(scratch.program, environment: scratch.environment)
        try Self.openPlan(of: "Family\(round % 10)", screens)
        let moment = ContinuousClock.now + .milliseconds(.random(in: 0..<250))
        shown.formUnion(Self.addGoals("\(round)", screens, until: moment))
        screens.signal(SIGKILL)
        if try screens.waitForEnd() == .signal(SIGKILL) { kills += 1 }
      }

      let kept = Set(try scratch.goalWords())
      let check = try DatabaseQueue(path: scratch.store).read {
        try String.fetchAll($0, sql: "PRAGMA integrity_check")
      }
      #expect(kills == 100)
      #expect(shown.count > 100, "only \(shown.count) saves were seen")
      #expect(shown.subtracting(kept) == [])
      #expect(check == ["ok"])
    }

    /// The shortest way to a plan, without waiting for quiet.
    private static func openPlan(of name: String, _ screens: TerminalHarness) throws {
      try screens.wait(forText: "[1 Today]")
      screens.send("2/\(name)")
      try screens.wait(for: "\(name) alone") {
        let rows = screens.lines.filter { $0.contains("early help") }
        return rows.count == 1 && rows[0].hasPrefix("▌") && rows[0].contains(name)
      }
      screens.send("\r\r")
      try screens.wait(forText: "[Overview]")
      screens.send("\t")
      try screens.wait(forText: "1 Getting to school")
    }

    /// Adds goals as fast as they are saved.
    ///
    /// - Returns: those that were shown as saved by the moment.
    private static func addGoals(
      _ round: String, _ screens: TerminalHarness, until moment: ContinuousClock.Instant
    ) -> Set<String> {
      var shown: Set<String> = []
      for number in 0..<1000 {
        let words = "Goal \(round).\(number)"
        screens.send("a" + words + TerminalHarness.save)
        do {
          try screens.wait(for: words, within: ContinuousClock.now.duration(to: moment)) {
            screens.text.contains("✓ New goal “\(words)”")
          }
        } catch {
          return shown
        }
        shown.insert(words)
      }
      return shown
    }
  }
}
