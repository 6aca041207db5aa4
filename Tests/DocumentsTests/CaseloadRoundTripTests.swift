import Casework
import Foundation
import Testing

@testable import CaseworkDocuments

@Suite struct CaseloadRoundTripTests {
  private let today = RandomCaseload.today

  @Test(arguments: UInt64(1)...40)
  func `what is exported, imported and exported again is the same byte for byte`(
    seed: UInt64
  ) throws {
    var random = RandomCaseload(seed: seed)
    let caseload = random.make()

    let first = CaseloadDocument.encode(caseload)
    let read = try CaseloadDocument.read(first, on: today)
    let second = CaseloadDocument.encode(read)

    #expect(Array(first.utf8) == Array(second.utf8))
    #expect(read == caseload)
  }

  @Test func `records out of their order come back by id`() throws {
    var random = RandomCaseload(seed: 7)
    let caseload = random.make()
    var shuffled = Caseload(
      practitioners: caseload.practitioners.reversed(), families: caseload.families.reversed())
    for index in shuffled.families.indices { shuffled.families[index].people.reverse() }

    let text = CaseloadDocument.encode(shuffled)

    #expect(text == CaseloadDocument.encode(caseload))
    #expect(try CaseloadDocument.read(text, on: today) == caseload)
  }

  @Test func `writing family by family makes the same bytes in several parts`() throws {
    var random = RandomCaseload(seed: 3, families: 6)
    let caseload = random.make()
    var parts: [[UInt8]] = []

    var writer = CaseloadWriter { parts.append($0) }
    for family in caseload.families { try writer.add(family) }
    try writer.finish(practitioners: caseload.practitioners)

    #expect(parts.count == 7)
    #expect(parts.flatMap(\.self) == Array(CaseloadDocument.encode(caseload).utf8))
  }

  @Test func `what the sink throws comes through`() {
    struct DiskFull: Error {}
    var writer = CaseloadWriter { _ in throw DiskFull() }

    #expect(throws: DiskFull.self) { try writer.finish(practitioners: []) }
  }

  @Test func `an empty caseload is a document too`() throws {
    let text = CaseloadDocument.encode(Caseload())

    #expect(
      text == """
        {
          "families": [],
          "format": "kith caseload",
          "practitioners": [],
          "version": 1
        }

        """)
    #expect(try CaseloadDocument.read(text, on: today) == Caseload())
  }

  @Test func `the document is JSON for Foundation too, with its slashes as they are`() throws {
    var random = RandomCaseload(seed: 11)
    let caseload = random.make()

    let text = CaseloadDocument.encode(caseload)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let families = try #require(object["families"] as? [[String: Any]])
    let names = families.compactMap { ($0["name"] as? String).map { Array($0.utf8) } }

    #expect(names == caseload.families.map { Array($0.family.name.utf8) })
    #expect(text.contains("a/b") && !text.contains("a\\/b"))
  }

  @Test func `control characters are escaped, so that the document commands no terminal`() {
    var random = RandomCaseload(seed: 12, families: 20)

    let text = CaseloadDocument.encode(random.make())
    let controls = text.unicodeScalars.filter {
      $0.properties.generalCategory == .control && $0 != "\n"
    }

    #expect(controls.isEmpty)
    #expect(text.contains("\\u001b[31m") && text.contains("\\u009b"))
  }

  @Test func `one family's object is the one that stands in the document`() throws {
    var random = RandomCaseload(seed: 13, families: 1)
    let caseload = random.make()

    let alone = CaseloadDocument.encode(caseload.families[0])
    let indented = alone.dropLast().split(separator: "\n").map { "    " + $0 }
      .joined(separator: "\n")

    #expect(CaseloadDocument.encode(caseload).contains(indented))
  }
}
