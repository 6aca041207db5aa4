import Casework
import Foundation
import Testing

@testable import CaseworkDocuments

/// `docs/caseload.md` says what is read: its example, its keys and its allowed words.
@Suite struct CaseloadPageTests {
  private let page: String

  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    page = try String(contentsOf: root.appendingPathComponent("docs/caseload.md"), encoding: .utf8)
  }

  @Test func `the example is read`() throws {
    let start = try #require(page.range(of: "```json\n")).upperBound
    let end = try #require(page.range(of: "\n```", range: start..<page.endIndex)).lowerBound

    let caseload = try CaseloadDocument.read(String(page[start..<end]), on: Sample.today)

    let file = try #require(caseload.families.first)
    #expect(caseload.practitioners.map(\.name) == ["Maya Osei"])
    #expect(file.records.count == 11)
    #expect(file.latestWords()?.words == "I want mornings to be quiet.")
    #expect(CaseloadEntry(file).mean == 6)
  }

  @Test func `every key that is written is on the page`() throws {
    var random = RandomCaseload(seed: 31, families: 12)
    let text = CaseloadDocument.encode(random.make())
    var keys: Set<String> = []
    for line in text.split(separator: "\n") {
      let parts = line.drop { $0 == " " }.split(separator: "\": ", maxSplits: 1)
      if parts.count == 2, parts[0].hasPrefix("\"") { keys.insert(String(parts[0].dropFirst())) }
    }

    let missing = keys.filter { !page.contains("`\($0)`") && !page.contains("\"\($0)\":") }

    #expect(keys.count > 80)
    #expect(missing == [])
  }

  @Test func `every word that is allowed is on the page`() {
    func words<Word: DocumentWord>(_ type: Word.Type) -> [String] { type.allCases.map(\.rawValue) }
    let all =
      words(Practitioner.Role.self) + words(Family.Status.self) + words(Family.SupportLevel.self)
      + words(Flag.Kind.self) + words(Consent.Answer.self) + words(Goal.Status.self)
      + words(Goal.Category.self) + words(PlanAction.Status.self) + words(Review.Kind.self)
      + words(Review.Outcome.self) + words(Review.Step.self) + words(Voice.Source.self)
      + words(CaseNote.Kind.self)
      + words(ConferenceOffer.Answer.self) + words(Invitation.Part.self)
      + words(Invitation.Reply.self) + words(Invitation.Need.self)
      + words(Agreement.Verdict.self) + words(LegalCondition.Kind.self)

    #expect(all.filter { !page.contains("`\($0)`") } == [])
  }

  @Test func `every column of every list is on the page`() {
    let listings = [
      Listing.families([], practitioners: [], on: Sample.today),
      Listing.reviews([], practitioners: [], on: Sample.today),
      Listing.goals([], on: Sample.today), Listing.actions(of: [], on: Sample.today),
    ]

    for listing in listings {
      let row =
        "| `\(listing.name)` | " + listing.columns.map { "`\($0.key)`" }.joined(separator: " ")
      #expect(page.contains(row + " |"))
    }
  }
}
