import Glibc
import TerminalHarness
import Testing

extension ProgramTests.Screens {
  /// The row of kith in the table of what admired terminal programs do when it gets rough: the same
  /// questions, one test for each column.
  @Suite struct Anchors {
    /// A form with half a sentence in it.
    private static func typing(_ scratch: Scratch, ignoringHangUp: Bool = false) throws
      -> TerminalHarness
    {
      try scratch.imports([CaseloadFile.family(10, "Duffy")])
      let screens = try TerminalHarness(
        scratch.program, environment: scratch.environment, ignoringHangUp: ignoringHangUp)
      try screens.wait(forText: "[1 Today]")
      try screens.beginGoal("Half a sen", of: "Duffy")
      return screens
    }

    /// The draft is on the disk, and opens with what was typed.
    private static func expectDraft(_ scratch: Scratch) throws {
      let screens = try scratch.screens(showing: "New goal · Duffy")
      screens.send("g")
      try screens.settle()
      try screens.select("New goal · Duffy")
      screens.send("\r")
      try screens.wait(forText: "Half a sen")
      screens.send(TerminalHarness.escape)
      try screens.settle()
      screens.send("q")
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func `SIGTERM and SIGHUP: the terminal is restored and the draft on disk`(
      _ number: Int32
    ) throws {
      let scratch = try Scratch()
      let screens = try Self.typing(scratch)

      screens.signal(number)

      #expect(try screens.waitForEnd() == .signal(number))
      #expect(screens.isSane)
      #expect(screens.mode(1049) == false)
      #expect(screens.mode(25) == true)
      #expect(screens.mode(2004) == false)
      #expect(screens.mode(1000) != true && screens.mode(1006) != true)
      try Self.expectDraft(scratch)
    }

    @Test(arguments: [SIGSEGV, SIGABRT, SIGQUIT, SIGBUS, SIGFPE, SIGILL, SIGTRAP])
    func `a crash: the terminal is restored, and the signal is the parent's to see`(
      _ number: Int32
    ) throws {
      let scratch = try Scratch()
      let screens = try scratch.screens("--demo")

      screens.signal(number)

      #expect(try screens.waitForEnd() == .signal(number))
      #expect(screens.isSane)
      #expect(screens.mode(1049) == false)
      #expect(screens.mode(25) == true)
      #expect(screens.mode(2004) == false)
    }

    @Test func `1×1 to 500×200: it goes on, and the screen is as before`() throws {
      let scratch = try Scratch()
      let screens = try scratch.screens("--demo")
      // A key takes what greets the newcomer away.
      screens.send(TerminalHarness.escape)
      try screens.settle()
      let before = screens.text

      for (columns, rows) in [(1, 1), (500, 200), (1, 200), (500, 1), (2, 2), (80, 24)] {
        screens.resize(columns: columns, rows: rows)
        try screens.settle(.milliseconds(60))
        screens.send("?")
        try screens.settle(.milliseconds(60))
        #expect(screens.cursor.x < columns && screens.cursor.y < rows)
        screens.send(TerminalHarness.escape)
        try screens.settle(.milliseconds(80))
      }

      try screens.wait(for: "the screen as before") { screens.text == before }
    }

    @Test func `byte 0xFF: no key after it is lost`() throws {
      let scratch = try Scratch()
      let screens = try scratch.screens("--demo")

      screens.send([0xFF, 0xE9, 0xC3, 0x28, 0x80, 0xFE])
      screens.send("2")
      try screens.wait(forText: "[2 Families]")
      screens.send([0xFF])
      screens.send("3")

      try screens.wait(forText: "[3 Reviews]")
    }

    @Test(arguments: ["", "nosuch", "dumb", "hardcopy"])
    func `TERM unset, unknown, dumb: one sentence, exit 2, and nothing drawn`(
      _ type: String
    ) throws {
      let scratch = try Scratch()
      let screens = try TerminalHarness(
        scratch.program, ["--demo"], environment: scratch.environment.merging(["TERM": type]) { $1 }
      )

      #expect(try screens.waitForEnd() == .exit(2))
      #expect(screens.text.contains("TERM"))
      // However the lines break.
      #expect(screens.lines.joined().contains("TERM=xterm-256color"))
      #expect(!screens.bytes.contains(0x1B))
      #expect(screens.isSane)
    }

    @Test func `the terminal gone and hang-ups ignored: gone within a second, with the draft`()
      throws
    {
      let scratch = try Scratch()
      let screens = try Self.typing(scratch, ignoringHangUp: true)
      let (time, start) = (screens.processorTime, ContinuousClock.now)

      screens.hangUp()

      #expect(try screens.waitForEnd() == .exit(1))
      #expect(ContinuousClock.now - start < .seconds(1))
      // It has ended, so it takes no processor time at all; nor did it on the way.
      #expect(screens.processorTime - time < 0.05)
      try Self.expectDraft(scratch)
    }
  }
}
