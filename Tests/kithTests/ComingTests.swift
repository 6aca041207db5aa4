import Glibc
import TerminalHarness
import Testing

extension ProgramTests.Screens {
  /// The demo's folder, and who somebody is.
  @Suite struct Coming {
    @Test(arguments: [nil, SIGTERM, SIGHUP, SIGINT])
    func `the demo leaves nothing behind`(_ signal: Int32?) throws {
      let scratch = try Scratch()
      let screens = try scratch.screens("--demo")
      #expect(try scratch.names(in: scratch.path).count == 1)
      try screens.openPlan(of: "Duffy")
      try screens.addGoal("A goal of the demo")

      if let signal {
        screens.signal(signal)
        #expect(try screens.waitForEnd() == .signal(signal))
      } else {
        screens.send("qq")
        #expect(try screens.waitForEnd() == .exit(0))
      }

      #expect(try scratch.names(in: scratch.path) == [])
      #expect(screens.isSane)
    }

    @Test func `somebody unknown is told who there is, without a screen`() throws {
      let scratch = try Scratch()
      try scratch.inits()

      let screens = try TerminalHarness(
        scratch.program, ["--as", "Nobody"], environment: scratch.environment)

      #expect(try screens.waitForEnd() == .exit(3))
      #expect(screens.text.contains("Nobody here is called “Nobody”. There are: Maya Osei."))
      #expect(screens.mode(1049) == nil)
    }

    private static func two() throws -> Scratch {
      let scratch = try Scratch()
      try scratch.imports(
        practitioners: [
          CaseloadFile.practitioner(CaseloadFile.maya, "Maya Osei"),
          CaseloadFile.practitioner(CaseloadFile.ruth, "Ruth Bell", "supervisor"),
        ], [CaseloadFile.family(10, "Duffy")])
      return scratch
    }

    @Test func `where nobody was before, it asks who is here, once`() throws {
      let scratch = try Self.two()
      let screens = try scratch.screens(showing: "Who are you?")
      #expect(screens.text.contains("Maya Osei"))

      screens.send("ruth\r")
      try screens.wait(forText: "[1 Today]")
      #expect(screens.lines[0].contains("Ruth Bell"))
      screens.send("q")
      #expect(try screens.waitForEnd() == .exit(0))

      let again = try scratch.screens()
      #expect(again.lines[0].contains("Ruth Bell"))
    }

    @Test func `the question can be left, and a window of any size asks it`() throws {
      let scratch = try Self.two()
      let screens = try scratch.screens(showing: "Who are you?")

      for (columns, rows) in [(1, 1), (10, 3), (200, 60), (80, 24)] {
        screens.resize(columns: columns, rows: rows)
        try screens.settle(.milliseconds(40))
      }
      try screens.wait(forText: "Who are you?")
      screens.send(TerminalHarness.escape)

      #expect(try screens.waitForEnd() == .exit(0))
      #expect(screens.isSane)
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
    func `a signal ends the question as it ends the screens`(_ number: Int32) throws {
      let scratch = try Self.two()
      let screens = try scratch.screens(showing: "Who are you?")

      screens.signal(number)

      #expect(try screens.waitForEnd() == .signal(number))
      #expect(screens.isSane)
    }
  }
}
