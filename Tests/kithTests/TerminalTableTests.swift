import Foundation
import Testing

/// The table of how kith behaves in a terminal, which people read instead of the tests.
@Suite struct TerminalTableTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func `every test that docs terminal names is there`() throws {
    let page = try String(
      contentsOf: Self.root.appendingPathComponent("docs/terminal.md"), encoding: .utf8)
    var named: Set<String> = []
    for line in page.split(separator: "\n") where line.hasPrefix("|") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count > 2, cells[2].hasPrefix("`") else { continue }
      named.insert(cells[2].trimmingCharacters(in: ["`"]))
    }
    #expect(named.count > 35)

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
