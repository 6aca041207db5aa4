import Foundation
import Testing

/// The table of how kith behaves in a terminal, which people read instead of the tests.
@Suite struct TerminalTableTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func `every test that docs terminal names is there`() throws {
    let page = try String(
      contentsOf: Self.root.appendingPathComponent("docs/terminal.md"), encoding: .utf8)
    var (named, items): (Set<String>, Set<String>) = ([], [])
    for line in page.split(separator: "\n") where line.hasPrefix("|") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count > 2, cells[2].hasPrefix("`") else { continue }
      items.insert(cells[0])
      named.insert(cells[2].trimmingCharacters(in: ["`"]))
    }
    let ranges = ["B": 3...5, "S": 1...7, "W": 1...9, "I": 1...9, "L": 1...11, "D": 1...10]
    for (letter, numbers) in ranges {
      for number in numbers { #expect(items.contains("\(letter)\(number)"), "\(letter)\(number)") }
    }

    let files = FileManager.default.enumerator(
      at: Self.root.appendingPathComponent("Tests"), includingPropertiesForKeys: nil)
    var tests: Set<String> = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /func `([^`]+)`/) { tests.insert(String(match.1)) }
    }

    #expect(named.subtracting(tests) == [])
  }
}
