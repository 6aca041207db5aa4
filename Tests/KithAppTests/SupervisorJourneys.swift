import Casework
import Testing
import TextUI

@testable import KithApp

/// What a supervisor does with the reviews of a team, and what comes back.
@MainActor
@Suite(.serialized)
struct SupervisorJourneys {
  /// Ruth Bell at the list of what waits to be signed off.
  private func toSignOff(_ demo: DemoStore) throws -> Desk {
    let desk = try demo.desk(as: "Ruth Bell")
    desk.press("3", .tab, .tab, .tab)
    return desk
  }

  @Test func `I sign a review off from the list and it is gone from there`() async throws {
    let desk = try toSignOff(try await DemoStore.make())
    desk.select("Duffy")

    desk.press("s", .right, .enter)

    #expect(desk.shows("Signed off: Duffy, the review of Fri 6 Nov"))
    #expect(!desk.screen.lines.contains { $0.contains("Fri 6 Nov   Duffy") })
    let file = try await desk.file("Duffy")
    #expect(file.reviews.contains { $0.held?.day == Day(iso: "2026-11-06") && $0.signedOff != nil })
    desk.press("u")
    #expect(try await desk.file("Duffy") == file)
  }

  @Test func `what I send back stands with its note on the practitioner's Today, and is answered`()
    async throws
  {
    let demo = try await DemoStore.make()
    let ruth = try toSignOff(demo)
    ruth.select("Duffy")
    ruth.press("b")
    ruth.fill("Who told Lee and Sam?")
    #expect(ruth.shows("Sent back the review of Fri 6 Nov"))

    let maya = try demo.desk()
    #expect(maya.shows("review sent back: Fri 6 Nov"))
    #expect(maya.shows("Who told Lee and Sam?"))
    maya.select("review sent back: Fri 6 Nov")
    maya.press(.enter)
    #expect(maya.shows("“Who told Lee and Sam?” R. Bell"))
    maya.press("a")
    maya.fill("I did, on Friday.")
    #expect(maya.shows("“I did, on Friday.” M. Osei"))
    #expect(maya.shows("Answered about the review of Fri 6 Nov"))
    #expect(!maya.shows("takes it back"))

    let after = try demo.desk(as: "Ruth Bell")
    after.select("sent back and answered: Fri 6 Nov")
    #expect(after.shows("I did, on Friday."))
    after.press(.enter, "s", .right, .enter)
    #expect(after.shows("signed off by Ruth Bell"))
    #expect(!(try demo.desk()).shows("review sent back: Fri 6 Nov"))
  }

  @Test func `only a supervisor signs off or sends back, and the reason is said`() async throws {
    let desk = try await Desk.demo()
    desk.press("3", .tab, .tab)

    desk.press("s")
    #expect(desk.shows("Sign off: only a supervisor does"))
    desk.press("b")

    #expect(desk.shows("Send back with a note: only a supervisor does"))
  }

  @Test func `I walk along the filtered list and sign off on the way`() async throws {
    let desk = try toSignOff(try await DemoStore.make())

    let words = desk.line(with: "[to sign off").split(separator: "[to sign off ").last ?? ""
    let count = try #require(words.split(separator: "]").first.flatMap { Int($0) })
    #expect(count > 2)

    desk.press("]")
    #expect(desk.shows("1 of \(count)"))
    desk.press("s", .right, .enter)
    #expect(desk.shows("Signed off"))
    desk.press("]", "]")

    #expect(desk.shows("3 of \(count)"))
    desk.press("[", "[", "[")
    #expect(desk.shows("\(count) of \(count)"))
    desk.press(.escape)
    #expect(desk.shows("[3 Reviews]"))
    #expect(desk.shows("[to sign off \(count - 1)]"))
  }

  @Test func `I filter by practitioner and by state, see it in words, and one key clears it`()
    async throws
  {
    let desk = try await Desk.demo(as: "Ruth Bell")
    desk.press("3", .tab, .tab, "f", .tab)
    desk.type("dan")
    desk.tab(to: "State")
    desk.press(.escape)
    #expect(desk.shows("only Dan Lane"))
    let rows = desk.screen.lines.filter { $0.contains("continue") && $0.contains(". ") }
    #expect(!rows.isEmpty)
    #expect(rows.allSatisfy { $0.contains("D. Lane") })

    desk.press(.escape)

    #expect(!desk.shows("only Dan Lane"))
    #expect(!desk.shows(", everyone's"))
    #expect(desk.shows("M. Osei"))
  }

  @Test func `who sees a goal differently is said of both`() async throws {
    let desk = try await Desk.demo(as: "Ruth Bell")

    desk.press("4", .tab, .tab)

    #expect(desk.shows("Nan Rose 7, Mum 3"))
  }

  @Test func `the filter's count is the length of its list`() async throws {
    let desk = try await Desk.demo(as: "Ruth Bell", height: 60)
    desk.press("3", .tab, .tab, "f", .tab)
    desk.type("dan")
    desk.press(.escape)

    let count = desk.line(with: "[held").split(separator: "[held ").last?.split(separator: "]")
      .first
    let rows = desk.screen.lines.filter { $0.contains("D. Lane") && !$0.contains("only") }.count

    #expect(count.map(String.init) == "\(rows)")
  }

  @Test func `o orders by the next column and O turns it round`() async throws {
    let desk = try await Desk.demo(as: "Ruth Bell", height: 60)
    desk.press("3", .tab, .tab, "o")
    #expect(desk.shows("Family ↓"))
    func names() -> [String] {
      desk.screen.lines.filter { $0.contains("R. Bell ✓") || $0.contains("waiting") }
        .map { String($0.dropFirst(16).prefix(10)) }
    }
    let forwards = names()
    #expect(forwards == forwards.sorted())

    desk.press("O")

    #expect(desk.shows("Family ↑"))
    #expect(names() == forwards.sorted().reversed())
  }

  @Test func `each number on Progress opens the list it counts, also when names are found`()
    async throws
  {
    let desk = try await Desk.demo(as: "Ruth Bell", height: 60)
    desk.press("4", "/")
    desk.type("e")
    desk.press(.enter)

    for part in Progress.parts {
      let shown = desk.line(with: "[\(part.words)]").split(separator: " ").first.map(String.init)
      let found = desk.line(with: "found").split(separator: " ").dropLast().last.map(String.init)
      #expect(shown == found, "\(part)")
      desk.press(.tab)
    }
  }
}
