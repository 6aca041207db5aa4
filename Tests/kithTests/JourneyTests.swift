import Glibc
import TerminalHarness
import Testing

extension ProgramTests.Screens {
  /// What a caseworker would say she does, in the built program, from its first frame to its end.
  @Suite struct Journeys {
    private static func duffys() throws -> Scratch {
      let scratch = try Scratch()
      try scratch.imports(
        practitioners: [
          CaseloadFile.practitioner(CaseloadFile.maya, "Maya Osei"),
          CaseloadFile.practitioner(CaseloadFile.ruth, "Ruth Bell", "supervisor"),
        ], [CaseloadFile.family(10, "Duffy"), CaseloadFile.family(20, "Okoro")])
      return scratch
    }

    /// Opens the screens on a section of the Duffys.
    private static func open(
      _ scratch: Scratch, _ section: String, as name: String = "Maya Osei"
    ) throws -> TerminalHarness {
      let screens = try scratch.screens("--as", name)
      screens.send(":duffy")
      try screens.wait(forText: "▌ Duffy")
      screens.send("\r")
      try screens.wait(forText: "[Overview]")
      for _ in 0..<6 where !screens.text.contains("[\(section)]") {
        let before = screens.lines[1]
        screens.send("\t")
        try screens.wait(for: "the next section") { screens.lines[1] != before }
      }
      try screens.settle(.milliseconds(60))
      return screens
    }

    private static func leave(_ screens: TerminalHarness) throws {
      screens.send("qq")
      #expect(try screens.waitForEnd() == .exit(0))
      #expect(screens.isSane)
    }

    @Test func `I find what is overdue on Today and open it`() throws {
      let scratch = try Scratch()
      let screens = try scratch.screens("--demo")

      try screens.select("Adeyemi      action overdue")
      screens.send("\r")

      try screens.wait(forText: "Families › Adeyemi")
      try screens.wait(forText: "CAMHS")
      try Self.leave(screens)
    }

    @Test func `I add a goal in the child's words and it is there tomorrow`() throws {
      let scratch = try Self.duffys()
      var screens = try Self.open(scratch, "Plan")
      try screens.addGoal("I want Dad to come to my match")
      try Self.leave(screens)

      screens = try Self.open(scratch, "Plan")

      #expect(screens.text.contains("I want Dad to come to my match"))
      try Self.leave(screens)
    }

    @Test func `I rate a goal with one key and see where it stands`() throws {
      let scratch = try Self.duffys()
      let screens = try Self.open(scratch, "Plan")
      try screens.select("1 Getting to school")

      screens.send("r")
      try screens.wait(forText: "Rate “")
      screens.send("7" + TerminalHarness.save)

      try screens.wait(forText: "✓ Ada rated")
      try screens.wait(for: "the rating in its row") {
        screens.lines.contains { $0.contains("1 Getting to school") && $0.contains(" 7 ") }
      }
      try Self.leave(screens)
    }

    @Test func `I write a note after a call and it stands in the record`() throws {
      let scratch = try Self.write(
        "Dawn rang: the bus pass has come.", with: "a", into: "What happened")

      #expect(try scratch.kith("show", "Duffy").text.contains("the bus pass has come"))
    }

    @Test func `I write down a child's words exactly as they were said`() throws {
      let scratch = try Self.write("nobody asks me nothing", with: "A", into: "In their words")

      #expect(try scratch.kith("show", "Duffy").text.contains("nobody asks me nothing"))
    }

    /// Writes something into the record, looks that it stands there, and leaves.
    private static func write(
      _ words: String, with key: String, into label: String
    ) throws -> Scratch {
      let scratch = try duffys()
      let screens = try open(scratch, "Record")
      screens.send(key)
      try screens.wait(forText: label)
      try type(words, into: label, screens)
      screens.send(TerminalHarness.save)
      try screens.wait(forText: "✓ ")
      try screens.wait(for: "“\(words)” in the record, the form closed") {
        screens.text.contains(words) && !screens.text.contains("Ctrl-S save")
      }
      try leave(screens)
      return scratch
    }

    /// Goes on to the field with a label, and types.
    private static func type(
      _ words: String, into label: String, _ screens: TerminalHarness
    ) throws {
      for _ in 0..<12 {
        if screens.lines[screens.cursor.y].contains(label) { break }
        let before = screens.cursor
        screens.send("\t")
        try screens.wait(for: "the next field") { screens.cursor != before }
      }
      screens.send(words)
      try screens.wait(forText: String(words.suffix(6)))
    }

    @Test func `I plan the next review and see it among those that are coming`() throws {
      let scratch = try Self.duffys()
      let screens = try Self.open(scratch, "Reviews")

      screens.send("a")
      try screens.wait(forText: "Plan a review")
      try Self.type("\u{15}11 dec", into: "Day", screens)
      screens.send(TerminalHarness.save)
      try screens.wait(forText: "✓ ")
      screens.send("q3")
      try screens.wait(forText: "[3 Reviews]")

      try screens.wait(for: "the review in the list") {
        screens.lines.contains { $0.contains("Fri 11 Dec") && $0.contains("Duffy") }
      }
      try Self.leave(screens)
    }

    @Test func `my supervisor signs a held review off from the list`() throws {
      let scratch = try Scratch()
      let screens = try scratch.screens("--demo", "--as", "Ruth Bell")

      try screens.askToSignOff("Duffy")
      try screens.press("Sign off")

      try screens.wait(forText: "Signed off: Duffy, the review of Fri 6 Nov")
      try Self.leave(screens)
    }

    @Test func `what a family says in its conference survives the power going off`() throws {
      let scratch = try TypingAConference.store()
      let screens = try TypingAConference.openMode(scratch)

      screens.send("Nobody shouts before school\r")
      try screens.wait(for: "the line saved") {
        screens.lines.contains { $0.contains("Nobody shouts") && $0.hasSuffix("·") }
      }
      screens.signal(SIGKILL)
      #expect(try screens.waitForEnd() == .signal(SIGKILL))

      #expect(try TypingAConference.kept(scratch).goals == ["Nobody shouts before school"])
      let again = try TypingAConference.openMode(scratch)
      try again.wait(forText: "Nobody shouts before school")
    }

    @Test func `I take back the next morning what I did last thing at night`() throws {
      let scratch = try Self.duffys()
      var screens = try Self.open(scratch, "Plan")
      try screens.addGoal("A goal in the wrong family")
      try Self.leave(screens)

      screens = try scratch.screens("--as", "Maya Osei")
      screens.send("u")
      try screens.wait(forText: "Taken back in Duffy: New goal")
      #expect(
        try scratch.goalWords() == ["Getting to school on time", "Getting to school on time"])
      screens.send("\u{12}")
      try screens.wait(forText: "Done again")

      #expect(try scratch.goalWords().contains("A goal in the wrong family"))
      try Self.leave(screens)
    }

    @Test func `I jump from one family to another by a few letters of its name`() throws {
      let scratch = try Self.duffys()
      let screens = try Self.open(scratch, "Team")

      screens.send(":okoro")
      try screens.wait(forText: "▌ Okoro")
      screens.send("\r")

      try screens.wait(forText: "Families › Okoro")
      try Self.leave(screens)
    }

    @Test func `I find a family by the name of its child`() throws {
      let scratch = try Scratch()
      let screens = try scratch.screens("--demo")
      screens.send("2")
      try screens.wait(forText: "Next review")

      screens.send("/kayla")
      try screens.wait(for: "the Duffys alone") {
        screens.lines.contains { $0.hasPrefix("▌") && $0.contains("Duffy") }
          && !screens.lines.contains { $0.contains("Adeyemi") }
      }
      screens.send("\r\r")

      try screens.wait(forText: "Families › Duffy")
      try Self.leave(screens)
    }

    @Test func `I am called away in the middle of a sentence and find it on Today`() throws {
      let scratch = try Self.duffys()
      var screens = try Self.open(scratch, "Plan")
      try screens.openNewGoal()
      screens.send("Kayla says she wou")
      try screens.wait(forText: "she wou")
      screens.hangUp()
      _ = try screens.waitForEnd()

      screens = try scratch.screens("--as", "Maya Osei", showing: "New goal · Duffy")
      screens.send("g")
      try screens.settle()
      try screens.select("New goal · Duffy")
      screens.send("\r")
      try screens.wait(forText: "Kayla says she wou")
      screens.send("ld" + TerminalHarness.save)

      try screens.wait(forText: "✓ New goal “Kayla says she would”")
      try Self.leave(screens)
    }

    @Test func `somebody comes to my desk, and one key hides every name until I press it again`()
      throws
    {
      let scratch = try Self.duffys()
      let screens = try scratch.screens("--as", "Maya Osei")
      try screens.beginGoal("Ada says she wou", of: "Duffy")
      let key = "\u{1B}OQ"

      screens.send(key)
      try screens.wait(forText: "F2 or Ctrl-T shows it again.")
      screens.send("quiet\r" + TerminalHarness.save + "\u{1B}[200~pasted\u{1B}[201~")
      screens.resize(columns: 100, rows: 30)
      try screens.wait(for: "the wider screen") { screens.lines.count == 30 }
      try screens.settle()
      for word in ["Duffy", "Ada", "Maya", "Osei", "Getting to school", "wou", "quiet", "pasted"] {
        #expect(!screens.text.contains(word), "\(word) is still on the screen")
      }
      screens.send(key)
      try screens.wait(forText: "Ada says she wou")
      screens.send("ld" + TerminalHarness.save)

      try screens.wait(forText: "✓ New goal “Ada says she would”")
      try Self.leave(screens)
    }

    @Test func `I print the plan into my folder, and only I can read it`() throws {
      let scratch = try Self.duffys()
      let screens = try Self.open(scratch, "Plan")

      screens.send("p")
      try screens.wait(forText: "Format")
      try Self.type(scratch.path, into: "Folder", screens)
      screens.send(TerminalHarness.save)

      try screens.wait(forText: "Printed to")
      let name = try #require(try scratch.names(in: scratch.path).first { $0.contains("plan") })
      #expect(try scratch.mode(scratch.file(name)) == 0o600)
      try Self.leave(screens)
    }

    @Test func `I look something up while a colleague saves, and see it without a key`() throws {
      let scratch = try Self.duffys()
      let mine = try Self.open(scratch, "Plan")
      let theirs = try Self.open(scratch, "Plan", as: "Ruth Bell")

      try theirs.addGoal("Seeing Nan on Sundays")

      try mine.wait(for: "the goal", within: .seconds(1)) {
        mine.text.contains("Seeing Nan on Sundays")
      }
      try Self.leave(mine)
      try Self.leave(theirs)
    }
  }
}
