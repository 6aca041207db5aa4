import CNcurses
import Glibc
import TerminalHarness
import Testing

@testable import TextUI

extension PseudoTerminalTests {
  /// What reaches the terminal, byte by byte and cell by cell.
  @Suite(.serialized) struct Painting {
    static let lines = [
      "Zoë Łódź Ñandú", "王小明 三岁", "👨‍👩‍👧‍👦 👍🏽 ⚠️ 👨‍🌾",
      "e\u{301} \u{1112}\u{1161}\u{11AB} a\u{301}\u{302}\u{303}\u{304}\u{305}",
      "A\u{1B}]0;pwn\u{07}\u{1B}[2J\u{9B}31m\u{202E}", "▌✓★“”›·…→●○▁█⣀", "กำ नमस्ते", "الأسرة שלום",
      "\u{1FAE8}\u{AD}\u{200B}x",
    ]

    @Test func `a cell holds a character, four marks and its colours`() {
      #expect(MemoryLayout<cchar_t>.size == 28)
    }

    @Test(arguments: [(80, 24), (40, 10), (17, 9), (8, 9), (3, 9)])
    func `the grid equals the canvas`(_ width: Int, _ height: Int) throws {
      let harness = try PseudoTerminalTests.start(
        "lines", columns: width, rows: height, ["PROBE_LINES": Self.lines.joined(separator: "|")])
      var canvas = Canvas(size: Size(width: width, height: height))
      for (row, line) in Self.lines.prefix(height).enumerated() {
        canvas.put(line, x: 0, y: row, width: width - 1)
        canvas.put("│", x: width - 1, y: row)
      }

      for y in 0..<min(height, Self.lines.count) {
        #expect(harness.cell(x: width - 1, y: y).text == "│", "row \(y)")
        for x in 0..<(width - 1) {
          let cell = canvas[x, y]
          let shown = harness.cell(x: x, y: y)
          #expect(shown.text == cell.text, "\(x),\(y)")
        }
      }
      #expect(harness.cursor == (0, 0))
    }

    /// A sequence without its numbers, but with those of a private mode.
    static func shape(_ body: String, _ final: UInt8) -> String {
      let final = String(Character(Unicode.Scalar(final)))
      return body.first == "?" ? body + final : final
    }

    /// The escape sequences in a stream, without their numbers.
    static func sequences(_ bytes: [UInt8]) -> Set<String> {
      var found: Set<String> = []
      var index = 0
      while index < bytes.count {
        if bytes[index] == 0x1B, index + 1 < bytes.count {
          var end = index + 1
          if bytes[end] == UInt8(ascii: "[") {
            end += 1
            while end < bytes.count, bytes[end] < 0x40 { end += 1 }
            let body = String(decoding: bytes[(index + 2)..<min(end, bytes.count)], as: UTF8.self)
            found.insert("CSI " + shape(body, end < bytes.count ? bytes[end] : 0))
          } else {
            found.insert("ESC " + String(Character(Unicode.Scalar(bytes[end]))))
          }
          index = end + 1
        } else {
          if bytes[index] < 0x20 { found.insert("C0 \(bytes[index])") }
          index += 1
        }
      }
      return found
    }

    @Test func `names can send nothing that plain names do not`() throws {
      func stream(_ lines: [String]) throws -> [UInt8] {
        let harness = try PseudoTerminalTests.start(
          "lines", ["PROBE_LINES": lines.joined(separator: "|")])
        harness.send("\u{11}")
        _ = try harness.waitForEnd()
        return harness.bytes
      }
      let plain = try stream(["Kayla Duffy   x", "Mum            y", "z        z"])

      let hostile = try stream([
        "A\u{1B}]0;pwn\u{07}\u{1B}[2J\u{9B}31m\u{202E}", "\u{1B}[?1049l\u{1B}c\r\n\t\u{08}\u{0E}",
        "\u{90}q\u{9C}\u{84}\u{2028}z",
      ])

      let allowed = Self.sequences(plain).union([
        "CSI C", "CSI G", "CSI d", "CSI X", "CSI A", "CSI B", "CSI K", "CSI H", "C0 10", "C0 13",
        "C0 8",
      ])
      #expect(Self.sequences(hostile).subtracting(allowed) == [])
      let text = String(decoding: hostile, as: UTF8.self)
      #expect(
        !text.unicodeScalars.contains { (0x80..<0xA0).contains($0.value) || $0.value == 0x202E })
    }

    @Test func `an arrow key in a list costs at most 60 bytes, and nothing is written for nothing`()
      throws
    {
      let harness = try PseudoTerminalTests.start()
      for _ in 0..<5 {
        let before = harness.bytes.count
        harness.send("\u{1B}[B")
        try harness.wait(for: "a frame") { harness.bytes.count > before }
        try harness.settle()
        #expect(harness.bytes.count - before <= 60)
      }
      let before = harness.bytes.count
      let time = harness.processorTime

      harness.send("x")
      harness.pass(.milliseconds(800))

      #expect(harness.bytes.count == before)
      #expect(harness.processorTime - time < 0.05)
    }

    @Test func `a first frame is small, and repeats no character by command`() throws {
      let harness = try PseudoTerminalTests.start("form")

      #expect(harness.bytes.count < 3500)
      #expect(!Self.sequences(harness.bytes).contains("CSI b"))
      #expect(!String(decoding: harness.bytes, as: UTF8.self).contains("\u{1B}(0"))
    }

    @Test func `a typed letter costs at most 20 bytes`() throws {
      let harness = try PseudoTerminalTests.start("form")
      harness.send("a")
      try harness.settle()
      let before = harness.bytes.count

      harness.send("b")
      try harness.settle()

      #expect(harness.bytes.count - before <= 20)
      #expect(harness.lines.contains { $0.contains("In their words  ab") })
    }

    @Test(arguments: ["list", "form"])
    func `every size is drawn, and typing goes on`(_ kind: String) throws {
      let harness = try PseudoTerminalTests.start(kind)
      for (columns, rows) in [(10, 3), (1, 1), (2, 2), (500, 200), (1, 40), (200, 1), (80, 24)] {
        harness.resize(columns: columns, rows: rows)
        try harness.settle()
        harness.send(kind == "list" ? "j" : "x")
        try harness.settle()
        let cursor = harness.cursor
        #expect(cursor.x < columns && cursor.y < rows)
      }
      if kind == "list" {
        #expect(harness.lines[0] == " Probe 80×24")
        #expect(harness.text.contains("▌ Row 7"))
      } else {
        #expect(harness.text.contains("xxxxxxx"))
      }
    }

    @Test func `a storm of sizes is few frames`() throws {
      let harness = try PseudoTerminalTests.start()
      let before = harness.bytes.count

      for step in 0..<50 { harness.resize(columns: 80 + step % 7, rows: 24) }
      harness.resize(columns: 100, rows: 24)
      try harness.wait(forText: "Probe 100×24")
      try harness.settle()

      #expect(harness.bytes.count - before < 12_000)
    }

    @Test func `a reader that pauses gets the newest frame`() throws {
      let harness = try PseudoTerminalTests.start()
      for _ in 0..<150 {
        harness.send("j")
        // Nothing is read here, so that the kernel's buffer fills with frames.
        poll(nil, 0, 2)
      }

      try harness.wait(forText: "▌ Row 150")
    }

    @Test func `Ctrl-L paints everything again`() throws {
      let harness = try PseudoTerminalTests.start()
      let before = harness.bytes.count

      harness.send("\u{0C}")

      try harness.wait(for: "a whole frame") { harness.bytes.count > before + 400 }
      try harness.settle()
      #expect(harness.lines[1].hasPrefix("▌ Row 0"))
    }
  }
}
