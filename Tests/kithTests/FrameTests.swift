import TerminalHarness
import Testing

extension ProgramTests.Screens {
  /// What is seen of every screen, at every size.
  @Suite struct Frames {
    private static let tabs = ["Today", "Families", "Reviews", "Progress", "More"]
    private static let sections = [
      "Overview", "Plan", "Team", "Reviews", "Progress", "Record",
    ]

    @Test func `the demo opens on what needs you today`() throws {
      let scratch = try Scratch()

      let screens = try scratch.screens("--demo")

      let lines = screens.lines
      #expect(lines[0].hasPrefix(" Today "))
      #expect(lines[0].hasSuffix("TRAINING   Maya Osei   Sat 21 Nov 2026"))
      #expect(lines[1] == String(repeating: "─", count: 80))
      #expect(lines[2] == "  Needs you")
      #expect(lines[3].hasPrefix("▌ ! "))
      #expect(screens.text.contains("review sent back"))
      #expect(lines[22] == " [1 Today]  2 Families   3 Reviews   4 Progress   5 More")
      #expect(lines[23].hasSuffix("? help"))
      #expect(screens.cursor.y == 3)
      #expect(screens.mode(1049) == true)
      screens.send("q")
      #expect(try screens.waitForEnd() == .exit(0))
      #expect(screens.isSane)
    }

    @Test(arguments: [(80, 24), (120, 40), (60, 16)])
    func `every tab and every section shows itself`(_ columns: Int, _ rows: Int) throws {
      let scratch = try Scratch()
      let screens = try scratch.screens("--demo", columns: columns, rows: rows)

      for (index, tab) in Self.tabs.enumerated() {
        screens.send("\(index + 1)")
        try screens.wait(forText: "[\(index + 1) \(tab)]")
        try screens.settle()
        #expect(screens.lines[0].hasPrefix(" \(tab)"), "\(screens.text)")
        Self.expectWhole(screens)
      }
      try screens.openFamily("Duffy")
      for section in Self.sections {
        try screens.wait(forText: "[\(section)]")
        try screens.settle()
        #expect(screens.lines[0].contains("Duffy"))
        #expect(screens.lines[3..<(rows - 2)].contains { !$0.isEmpty }, "\(section) is empty")
        Self.expectWhole(screens)
        screens.send("\t")
      }
      try screens.wait(forText: "[Overview]")
      screens.send("qq")
      #expect(try screens.waitForEnd() == .exit(0))
    }

    /// The lines around the screen stand, and the cursor is on what has focus.
    private static func expectWhole(_ screens: TerminalHarness) {
      let lines = screens.lines
      #expect(lines.contains { $0.hasPrefix("────") })
      #expect(lines.last?.isEmpty == false, "\(screens.text)")
      #expect(screens.mode(25) == true)
      let row = lines[screens.cursor.y]
      let isMarked = lines.contains { $0.hasPrefix("▌") }
      #expect(!isMarked || row.hasPrefix("▌"), "the cursor is on “\(row)”")
    }

    /// Screen readers and magnifiers follow it.
    @Test
    func `the terminal's cursor goes with the selected row, the field, the letter, the answer`()
      throws
    {
      let scratch = try Scratch()
      let screens = try scratch.screens("--demo")
      for tab in ["1", "2", "3", "4", "5"] {
        screens.send(tab)
        try screens.wait(forText: "[\(tab) ")
        for _ in 0..<(tab == "4" ? 1 : 3) {
          let row = screens.cursor.y
          screens.send("\u{1B}[B")
          try screens.wait(for: "the next row") { screens.cursor.y != row }
          try screens.settle(.milliseconds(40))
          #expect(screens.lines[screens.cursor.y].hasPrefix("▌"), "\(screens.text)")
        }
      }

      try screens.openPlan(of: "Duffy")
      try screens.openNewGoal()
      #expect(screens.lines[screens.cursor.y].contains("In their words"), "\(screens.text)")
      screens.send("\t")
      try screens.wait(for: "the cursor on the answer that is chosen") {
        screens.lines[screens.cursor.y].contains("▌ Kayla Duffy")
      }
      screens.send("\u{1B}[Z")
      try screens.wait(for: "the cursor on the first field") {
        screens.lines[screens.cursor.y].contains("In their words")
      }
      let start = screens.cursor.x
      screens.send("Zoë 王")
      try screens.wait(for: "the cursor behind what was typed") { screens.cursor.x == start + 6 }

      let asked = try scratch.screens("--demo", "--as", "Ruth Bell")
      try asked.askToSignOff("Duffy")
      for answer in ["[Cancel]", "[Sign off]"] {
        try asked.wait(for: "the cursor on \(answer)") {
          let cells = (0..<80).map { asked.cell(x: $0, y: asked.cursor.y).text }
          return asked.cursor.x > 0 && cells[(asked.cursor.x - 1)...].joined().hasPrefix(answer)
        }
        asked.send("\t")
      }
    }

    @Test func `fifty changes of size in one go are not fifty frames`() throws {
      let scratch = try Scratch()
      let screens = try scratch.screens("--demo")
      let before = screens.bytes.count

      screens.resize(through: (1...50).map { (columns: 50 + $0, rows: 30) })
      try screens.wait(for: "the last size") {
        screens.lines.contains(String(repeating: "─", count: 100))
      }
      try screens.settle()
      let stormy = screens.bytes.count - before
      screens.send("\u{0C}")
      try screens.wait(for: "a whole frame") { screens.bytes.count > before + stormy }
      try screens.settle()

      let whole = screens.bytes.count - before - stormy
      #expect(stormy <= 3 * whole, "\(stormy) bytes, and \(whole) for a whole frame")
    }

    private static let sizes = [
      (80, 24), (40, 10), (10, 3), (1, 1), (200, 60), (39, 10), (40, 9), (2, 2), (80, 24),
    ]

    @Test func `every screen lives through every size`() throws {
      let scratch = try Scratch()
      let screens = try scratch.screens("--demo")

      for tab in 1...5 {
        screens.send("\(tab)")
        try screens.wait(forText: "[\(tab) ")
        try Self.sweep(screens)
      }
      try screens.openFamily("Duffy")
      for _ in Self.sections {
        try Self.sweep(screens)
        screens.send("\t")
        try screens.settle(.milliseconds(40))
      }

      screens.send("qq")
      #expect(try screens.waitForEnd() == .exit(0))
      #expect(screens.isSane)
    }

    @Test(arguments: [
      ("?", "Help"), (":", "Rate"), ("a", "New goal"), ("e", "own words"), ("A", "New action"),
    ])
    func `what lies over a screen lives through every size`(
      _ key: String, _ words: String
    ) throws {
      let scratch = try Scratch()
      let screens = try scratch.screens("--demo")
      try screens.openPlan(of: "Duffy")
      screens.send(key)
      try screens.wait(forText: words)

      try Self.sweep(screens)

      #expect(screens.text.contains(words), "\(screens.text)")
      screens.send(TerminalHarness.escape)
      try screens.wait(for: "what lay over it closed") { !screens.text.contains(words) }
      screens.send("qq")
      #expect(try screens.waitForEnd() == .exit(0))
    }

    /// Takes the window through the sizes and back, with a key at each.
    private static func sweep(_ screens: TerminalHarness) throws {
      try screens.settle()
      let before = screens.text
      for (columns, rows) in sizes {
        screens.resize(columns: columns, rows: rows)
        try screens.settle(.milliseconds(25))
        #expect(screens.cursor.x < columns && screens.cursor.y < rows)
      }
      try screens.wait(for: "the screen as it was") { screens.text == before }
    }

    @Test func `a window too small says so and loses no typing`() throws {
      let scratch = try Scratch()
      let screens = try scratch.screens("--demo")
      try screens.openPlan(of: "Duffy")
      try screens.openNewGoal()
      screens.send("Quiet")

      screens.resize(columns: 34, rows: 5)
      try screens.wait(forText: "Larger, please. Typing is kept.")
      screens.send(" mornings")
      screens.resize(columns: 80, rows: 24)

      try screens.wait(forText: "Quiet mornings")
    }
  }
}
