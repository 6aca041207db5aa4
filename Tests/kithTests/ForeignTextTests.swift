import TerminalHarness
import Testing

extension ProgramTests.Screens {
  /// Text from people is data: a terminal never obeys it, and no column shifts for it.
  @Suite struct ForeignText {
    static let attack = "A\u{1B}]0;pwn\u{7}\u{1B}[2J\u{9B}31m\u{202E}x"
    static let plain = "Zoë 👨‍👩‍👧 王 عائشة"

    /// Two families listed, opened in every section, edited and found.
    private static func walk(_ first: String, _ shown: String, typed: String) throws
      -> (Scratch, TerminalHarness)
    {
      let scratch = try Scratch()
      try scratch.imports([
        CaseloadFile.family(10, first, goal: first), CaseloadFile.family(20, "Okoro"),
      ])
      let screens = try scratch.screens(columns: 100, rows: 30)
      screens.send("2")
      try screens.wait(forText: shown)
      screens.send("a")
      try screens.wait(forText: "New family")
      screens.send(typed + TerminalHarness.save)
      try screens.wait(forText: "✓ New family")
      screens.send("q")
      try screens.wait(forText: "[2 Families]")
      try screens.settle()
      try expectAligned(screens)
      try screens.select(shown)
      screens.send("\r")
      for section in ["Overview", "Plan", "Team", "Reviews", "Progress", "Record"] {
        try screens.wait(forText: "[\(section)]")
        try screens.settle()
        #expect(screens.lines[0].contains(shown), "\(screens.text)")
        screens.send("\t")
      }
      try screens.wait(forText: "[Overview]")
      screens.send("e")
      try screens.wait(forText: "Family name")
      screens.send(" again" + TerminalHarness.save)
      try screens.wait(forText: "✓ Changed the family's facts")
      screens.send(":")
      try screens.wait(forText: "╭─ Commands")
      screens.send("okoro")
      try screens.wait(forText: "▌ Okoro")
      screens.send(TerminalHarness.escape)
      try screens.settle()
      return (scratch, screens)
    }

    /// The column of supports begins where its heading begins, in every row.
    private static func expectAligned(_ screens: TerminalHarness) throws {
      func column(of text: String, in row: Int) -> Int? {
        let cells = (0..<100).map { screens.cell(x: $0, y: row).text }
        return (0..<100).first { start in
          cells[start...].joined().hasPrefix(text)
        }
      }
      let heading = try #require(column(of: "Support", in: 2))
      let rows = (3..<6).map { column(of: "early help", in: $0) }
      #expect(rows == [heading, heading, heading], "\(screens.text)")
    }

    @Test func `a name of commands is listed, edited and exported, and obeyed nowhere`() throws {
      let (_, ordinary) = try Self.walk("Duffy", "Duffy", typed: "Brown")
      let allowed = ByteStream(ordinary.bytes).kinds

      let (scratch, screens) = try Self.walk(Self.attack, "A␛]0;pwn␇␛[2J", typed: Self.plain)

      let stream = ByteStream(screens.bytes)
      #expect(stream.kinds.subtracting(allowed) == [])
      #expect(!stream.kinds.contains("OSC"))
      #expect(!stream.hasUnseen)
      screens.send("qq")
      #expect(try screens.waitForEnd() == .exit(0))
      let names = try scratch.families().compactMap { $0["name"] as? String }
      // A form takes the commands out of what goes through it.
      let harmless = String(
        String.UnicodeScalarView(
          Self.attack.unicodeScalars.filter { $0.properties.generalCategory != .control }))
      #expect(Set(names) == [harmless + " again", "Okoro", Self.plain])
      #expect(try scratch.goalWords().contains(Self.attack))
    }

    @Test func `a pasted command is text`() throws {
      let scratch = try Scratch()
      try scratch.inits()
      let screens = try scratch.screens()
      screens.send("2")
      try screens.wait(forText: "[2 Families]")
      try screens.settle()
      let before = ByteStream(screens.bytes).kinds
      screens.send("a")
      try screens.wait(forText: "New family")

      screens.send("\u{1B}[200~B\u{1B}]0;pwn\u{7}q\nx\u{1B}[201~" + TerminalHarness.save)
      try screens.wait(forText: "✓ New family")

      // Colours, blanks and a place in the row: nothing that the name asked for.
      let drawn: Set = ["CSI m", "CSI X", "CSI G"]
      #expect(ByteStream(screens.bytes).kinds.subtracting(before).isSubset(of: drawn))
      let name = try #require(try scratch.families()[0]["name"] as? String)
      #expect(!name.unicodeScalars.contains { $0.properties.generalCategory == .control })
    }
  }
}
