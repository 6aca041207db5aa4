import Glibc
import TerminalHarness
import Testing

extension ProgramTests.Screens {
  /// Two programs on one store.
  @Suite struct Sharing {
    private static func store() throws -> Scratch {
      let scratch = try Scratch()
      try scratch.imports(
        practitioners: [
          CaseloadFile.practitioner(CaseloadFile.maya, "Maya Osei"),
          CaseloadFile.practitioner(CaseloadFile.ruth, "Ruth Bell", "supervisor"),
        ], [CaseloadFile.family(10, "Duffy").merging(["supervisor": CaseloadFile.ruth]) { $1 }])
      return scratch
    }

    private static func both(_ scratch: Scratch) throws -> (TerminalHarness, TerminalHarness) {
      let mayas = try scratch.screens("--as", "Maya Osei")
      let ruths = try scratch.screens("--as", "Ruth Bell")
      for screens in [mayas, ruths] {
        try screens.openPlan(of: "Duffy")
        try screens.select("Getting to school")
      }
      return (mayas, ruths)
    }

    private static func row(_ screens: TerminalHarness) -> String {
      screens.lines.first { $0.contains("1 Getting to school") } ?? ""
    }

    @Test func `a rating saved in one shows in the other within a second`() throws {
      let scratch = try Self.store()
      let (mayas, ruths) = try Self.both(scratch)
      let before = Self.row(ruths)

      mayas.send("r")
      try mayas.wait(forText: "Rate “")
      mayas.send("7" + TerminalHarness.save)
      try mayas.wait(forText: "✓ Ada rated")

      try ruths.wait(for: "the rating", within: .seconds(1)) { Self.row(ruths) != before }
      #expect(Self.row(ruths).contains(" 7 "))
      #expect(ruths.lines[0].contains("Ruth Bell"))
    }

    /// Both open the same goal; Ruth saves first, then Maya.
    private static func meet(_ scratch: Scratch) throws -> TerminalHarness {
      let (mayas, ruths) = try both(scratch)
      for screens in [mayas, ruths] {
        screens.send("e")
        try screens.wait(forText: "In their words")
        screens.send("\u{15}")
      }
      ruths.send("Out of the door by eight" + TerminalHarness.save)
      try ruths.wait(forText: "✓ Changed the goal")
      mayas.send("No running for the bus" + TerminalHarness.save)
      try mayas.wait(forText: "Somebody else saved this")
      #expect(mayas.text.contains("No running for the bus"))
      #expect(mayas.text.contains("Out of the door by eight"))
      return mayas
    }

    @Test func `who saves second sees both, and may save theirs over it`() throws {
      let scratch = try Self.store()
      let mayas = try Self.meet(scratch)

      try mayas.press("Save mine")
      try mayas.wait(forText: "✓ Changed the goal “No running for the bus”")

      #expect(try scratch.goalWords() == ["No running for the bus"])
      // Ruth's words stay in the history: taking the edit back brings them back.
      mayas.send("u")
      try mayas.wait(forText: "Taken back")
      #expect(try scratch.goalWords() == ["Out of the door by eight"])
    }

    @Test func `who saves second may keep the other's, and keeps a draft`() throws {
      let scratch = try Self.store()
      let mayas = try Self.meet(scratch)

      try mayas.press("Keep theirs")
      try mayas.wait(forText: "Theirs stands.")

      #expect(try scratch.goalWords() == ["Out of the door by eight"])
      try mayas.select("Out of the door")
      mayas.send("e")
      try mayas.wait(forText: "No running for the bus")
    }

    @Test func `what two people change in two fields is kept of both`() throws {
      let scratch = try Self.store()
      let (mayas, ruths) = try Self.both(scratch)
      for screens in [mayas, ruths] {
        screens.send("e")
        try screens.wait(forText: "In their words")
      }
      ruths.send(" and back" + TerminalHarness.save)
      try ruths.wait(forText: "✓ Changed the goal")

      mayas.send("\t\t\t\t5" + TerminalHarness.save)
      try mayas.wait(forText: "✓ Changed the goal")

      let goal = (try scratch.families()[0]["goals"] as? [CaseloadFile.Object])?.first
      #expect(goal?["words"] as? String == "Getting to school on time and back")
      #expect(goal?["baseline"] as? Int == 5)
    }

    @Test(arguments: ["deleted", "replaced"])
    func `a store that was taken away is told, not saved into nowhere`(_ how: String) throws {
      let scratch = try Scratch()
      try scratch.imports([CaseloadFile.family(10, "Duffy")])
      let other = scratch.file("other.kith")
      _ = try scratch.kith("init", "--name", "Dan Lane", "--store", other)
      let screens = try scratch.screens()
      try screens.openPlan(of: "Duffy")

      unlink(scratch.store)
      if how == "replaced" { rename(other, scratch.store) }
      try screens.openNewGoal()
      screens.send("A goal for nobody" + TerminalHarness.save)

      try screens.wait(forText: "Not saved")
      #expect(screens.text.contains("A goal for nobody"))
      screens.send(TerminalHarness.escape)
      try screens.settle()
      screens.signal(SIGTERM)
      #expect(try screens.waitForEnd() == .signal(SIGTERM))
    }
  }
}
