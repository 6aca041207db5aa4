import Foundation
import TerminalHarness
import Testing

extension ProgramTests.Screens {
  /// Every text of every record hostile, on every screen, form and layer: what reaches the terminal.
  @Suite struct StoredText {
    /// A frame as it was meant: its place, its cursor, and what each cell shows.
    private struct Meant {
      var index: Int
      var count: Int
      var place: String
      var cursor: (x: Int, y: Int)
      var cells: [[String]]

      init?(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let title = lines[0].split(separator: " ", maxSplits: 2)
        let cursor = lines.count > 1 ? lines[1].split(separator: " ").compactMap { Int($0) } : []
        guard title.count == 3, let index = Int(title[0]), let count = Int(title[1]),
          cursor.count == 2
        else { return nil }
        (self.index, self.count, place) = (index, count, String(title[2]))
        self.cursor = (cursor[0], cursor[1])
        cells = lines.dropFirst(2).map { line in
          line.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
        }
      }
    }

    /// Everything that ncurses and the program itself send by the terminal's description.
    private static let allowed: Set<String> = [
      "C0 8", "C0 9", "C0 a", "C0 d", "ESC (B", "ESC =", "ESC >", "ESC 7", "ESC 8", "ESC M",
      "CSI A", "CSI B", "CSI C", "CSI D", "CSI G", "CSI H", "CSI J", "CSI K", "CSI X", "CSI d",
      "CSI m", "CSI r", "CSI l", "CSI h", "CSI t", "CSI ?h", "CSI ?l", "CSI @", "CSI P", "CSI S",
      "CSI T",
    ]

    @Test(arguments: [(80, 24), (60, 16), (120, 40)])
    func `every place shows hostile text cell by cell as it was meant, and sends nothing else`(
      _ columns: Int, _ rows: Int
    ) throws {
      let scratch = try Scratch()
      let screens = try TerminalHarness(
        TerminalHarness.builtProgram("Fuzz"), ["walk", scratch.path], columns: columns,
        rows: rows, environment: scratch.environment)
      var widths = Widths()
      var seen = 0

      var meant = try Self.next(after: -1, scratch, screens)
      while true {
        // A character of another width shifts what follows it on its row, so that row is compared by
        // its bytes, and the next frame is painted whole.
        let odd = Set(
          meant.cells.indices.filter { y in
            meant.cells[y].enumerated().contains { !widths.agree(meant.cells[y], $0.offset) }
          })
        try screens.wait(
          for: "\(meant.place) as it was meant: \(Self.differences(meant, screens, odd))"
        ) {
          Self.differences(meant, screens, odd).isEmpty
        }
        #expect(odd.contains(meant.cursor.y) || screens.cursor == meant.cursor, "\(meant.place)")
        seen += 1
        if meant.index + 1 == meant.count { break }
        screens.send(odd.isEmpty ? " " : "r")
        meant = try Self.next(after: meant.index, scratch, screens)
      }
      screens.send(" ")

      #expect(try screens.waitForEnd() == .exit(0))
      #expect(seen == meant.count)
      let stream = ByteStream(screens.bytes)
      #expect(stream.kinds.subtracting(Self.allowed) == [])
      #expect(!stream.hasUnseen)
      for text in widths.disagreeing { #expect(stream.text.contains(text), "\(text)") }
    }

    /// The next frame that the program has written down.
    private static func next(
      after index: Int, _ scratch: Scratch, _ screens: TerminalHarness
    ) throws -> Meant {
      var found: Meant?
      try screens.wait(for: "place \(index + 1)", within: .seconds(20)) {
        guard let data = FileManager.default.contents(atPath: scratch.file("frame")) else {
          return false
        }
        found = Meant(String(decoding: data, as: UTF8.self))
        return found.map { $0.index == index + 1 } ?? false
      }
      return try #require(found)
    }

    /// The first cell that shows something else than it should; empty when there is none.
    private static func differences(
      _ meant: Meant, _ screens: TerminalHarness, _ odd: Set<Int>
    ) -> String {
      for (y, row) in meant.cells.enumerated() where !odd.contains(y) {
        for (x, text) in row.enumerated() {
          let shown = screens.cell(x: x, y: y).text
          // Scalars, not characters: canonical equality would forgive a lost mark.
          if !shown.unicodeScalars.elementsEqual(text.unicodeScalars) {
            return "\(x),\(y) shows “\(shown)” for “\(text)”"
          }
        }
      }
      return ""
    }
  }
}

/// Which characters this terminal and the machine's C library take to be equally wide.
private struct Widths {
  private var known: [String: Int] = [:]
  private(set) var disagreeing: Set<Unicode.Scalar> = []

  /// Whether the terminal gives a cell's text as many columns as the canvas did.
  mutating func agree(_ row: [String], _ x: Int) -> Bool {
    let text = row[x]
    if text.isEmpty || text.utf8.count == 1 { return true }
    let given = x + 1 < row.count && row[x + 1].isEmpty ? 2 : 1
    let width = known[text] ?? TerminalHarness.width(of: text)
    known[text] = width
    if width != given, let first = text.unicodeScalars.first { disagreeing.insert(first) }
    return width == given
  }
}
