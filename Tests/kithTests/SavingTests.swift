import Glibc
import TerminalHarness
import Testing

extension ProgramTests.Screens {
  /// What is typed stays: saved, or as a draft.
  @Suite struct Keeping {
    private static func store() throws -> Scratch {
      let scratch = try Scratch()
      try scratch.imports([CaseloadFile.family(10, "Duffy"), CaseloadFile.family(20, "Okoro")])
      return scratch
    }

    @Test func `a goal that was saved is there when the store is opened again`() throws {
      let scratch = try Self.store()
      let screens = try scratch.screens()
      try screens.openPlan(of: "Duffy")

      try screens.addGoal("Time for just Mum and me")
      screens.send("qq")
      #expect(try screens.waitForEnd() == .exit(0))

      #expect(try scratch.goalWords().contains("Time for just Mum and me"))
      let again = try scratch.screens()
      try again.openPlan(of: "Duffy")
      #expect(again.text.contains("Time for just Mum and me"))
    }

    @Test func `typing that a kill cuts off is there when the form is opened again`() throws {
      let scratch = try Self.store()
      let screens = try scratch.screens()
      try screens.openPlan(of: "Duffy")
      try screens.openNewGoal()

      screens.send("Mornings without shou")
      screens.pass(.seconds(1))
      screens.signal(SIGKILL)
      #expect(try screens.waitForEnd() == .signal(SIGKILL))

      let again = try scratch.screens(showing: "New goal · Duffy")
      try again.openPlan(of: "Duffy")
      try again.openNewGoal()
      try again.wait(forText: "Mornings without shou")
      again.send("ting" + TerminalHarness.save)
      try again.wait(forText: "✓ New goal “Mornings without shouting”")
      again.send("q1")
      try again.wait(forText: "[1 Today]")
      try again.settle()
      #expect(!again.text.contains("New goal · Duffy"))
    }

    @Test func `closing a form and opening it at once shows what was typed`() throws {
      let scratch = try Self.store()
      let screens = try scratch.screens()
      try screens.openPlan(of: "Duffy")

      for round in 1...10 {
        try screens.openNewGoal()
        screens.send("more\(round) ")
        try screens.wait(forText: "more\(round)")
        // Escape, and `a` as soon as Escape cannot be the beginning of a longer key.
        screens.send(TerminalHarness.escape)
        try screens.wait(for: "the form closed") { !screens.text.contains("New goal") }
        screens.send("a")
        try screens.wait(forText: "New goal")
        try screens.wait(forText: "more\(round)")
        screens.send(TerminalHarness.escape)
        try screens.wait(for: "the form closed") { !screens.text.contains("New goal") }
      }
    }

    @Test func `what is saved on a day that is set happened on that day`() throws {
      let scratch = try Self.store()
      let screens = try scratch.screens(environment: ["KITH_TODAY": "2031-03-05"])
      try screens.openPlan(of: "Duffy")
      try screens.select("Getting to school")

      screens.send("x")
      try screens.wait(forText: "Removed “Getting to school on time”")
      try screens.settle()
      screens.send("X")

      try screens.wait(for: "the day beside it") {
        screens.lines.contains { $0.contains("Removed “Getting") && $0.contains("Wed 5 Mar") }
      }
    }

    @Test func `keys typed ahead of a form go into it, not to the screen beneath`() throws {
      let scratch = try Self.store()
      let screens = try scratch.screens()
      try screens.openPlan(of: "Duffy")
      try screens.select("Getting to school")

      screens.send("axdqux" + TerminalHarness.save)

      try screens.wait(forText: "✓ New goal “xdqux”")
      #expect(Set(try scratch.goalWords()) == ["Getting to school on time", "xdqux"])
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
    func `a signal keeps the typing, gives the terminal back, and is passed on`(
      _ number: Int32
    ) throws {
      let scratch = try Self.store()
      let screens = try scratch.screens()
      try screens.beginGoal("Half a sen", of: "Duffy")

      screens.signal(number)

      #expect(try screens.waitForEnd() == .signal(number))
      #expect(screens.isSane)
      #expect(screens.mode(1049) == false)
      #expect(screens.mode(25) == true)
      #expect(screens.mode(2004) == false)
      let again = try scratch.screens(showing: "New goal · Duffy")
      again.send("q")
      #expect(try again.waitForEnd() == .exit(0))
    }

    @Test func `a terminal that is closed keeps the typing`() throws {
      let scratch = try Self.store()
      let screens = try scratch.screens()
      try screens.beginGoal("Half a sen", of: "Duffy")

      screens.hangUp()

      // The signal, or the end of the input where that is seen first.
      #expect([.signal(SIGHUP), .exit(1)].contains(try screens.waitForEnd()))
      _ = try scratch.screens(showing: "New goal · Duffy")
    }
  }
}
