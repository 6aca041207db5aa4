import Foundation
import Testing

/// The walls between the targets, read off the import lines of their files.
@Suite struct WallsTests {
  private struct Line {
    let target: String
    let file: String
    let module: String
  }

  private static let sources = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources")

  /// Every import of every Swift file under Sources.
  private static func imports() throws -> [Line] {
    let pattern = try Regex(
      #"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?"#
        + #"import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias|actor)\s+)?(\w+)"#)
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var lines: [Line] = []
    for case let url as URL in files where url.pathExtension == "swift" {
      let path = url.path.dropFirst(sources.path.count + 1)
      let target = String(path.prefix { $0 != "/" })
      for text in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
        for statement in text.split(separator: ";") {
          guard let module = statement.prefixMatch(of: pattern)?.output[1].substring else {
            continue
          }
          lines.append(Line(target: target, file: String(path), module: String(module)))
        }
      }
    }
    return lines
  }

  /// The imports of some targets that are not allowed, as `file imports module`.
  private func broken(_ isBroken: (Line) -> Bool) throws -> [String] {
    try WallsTests.imports().filter(isBroken).map { "\($0.file) imports \($0.module)" }
  }

  @Test func `the files of Sources are found`() throws {
    let lines = try WallsTests.imports()

    #expect(lines.contains { $0.target == "Casework" && $0.module == "FoundationEssentials" })
    #expect(lines.contains { $0.target == "CaseworkDocuments" && $0.module == "Casework" })
  }

  @Test func `the domain core imports FoundationEssentials at most`() throws {
    #expect(
      try broken {
        $0.target == "Casework" && !["FoundationEssentials", "Swift"].contains($0.module)
      } == [])
  }

  @Test func `documents import the domain core, FoundationEssentials and templates`() throws {
    #expect(
      try broken {
        $0.target == "CaseworkDocuments"
          && !["Casework", "FoundationEssentials", "Mustache"].contains($0.module)
      } == [])
  }

  @Test func `only the ncurses adapter imports ncurses`() throws {
    #expect(try broken { $0.module == "CNcurses" && $0.target != "TextUINcurses" } == [])
  }

  @Test func `only the file store imports the database and the cryptography`() throws {
    #expect(
      try broken {
        ["GRDB", "Crypto", "CryptoExtras", "_CryptoExtras"].contains($0.module)
          && $0.target != "CaseworkSQLite"
      } == [])
  }

  @Test func `the front end imports no store, no adapter and no Foundation`() throws {
    let closed = ["CaseworkSQLite", "GRDB", "Crypto", "TextUINcurses", "CNcurses", "Foundation"]

    #expect(try broken { $0.target == "KithApp" && closed.contains($0.module) } == [])
  }

  @Test func `the terminal port knows no casework`() throws {
    #expect(
      try broken {
        ["TextUI", "TextUINcurses"].contains($0.target) && $0.module.hasPrefix("Casework")
      } == [])
  }

  @Test func `only the program imports the argument parser`() throws {
    #expect(try broken { $0.module == "ArgumentParser" && $0.target != "kith" } == [])
  }
}
