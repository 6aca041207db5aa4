import Foundation
import Glibc
import TerminalHarness
import Testing

extension ProgramTests.Screens {
  /// A review held step by step: five goals, three raters, and a terminal that closes on the way.
  @Suite struct HoldingAReview {
    private static let words = [
      "Getting to school on time", "Less shouting in the mornings", "Time for just Mum and me",
      "Sleeping through the night", "Maths club every week",
    ]

    private static func family() -> CaseloadFile.Object {
      let kayla = CaseloadFile.id(11)
      var family = CaseloadFile.family(10, "Duffy")
      family["people"] = [
        ["id": kayla, "name": "Kayla Duffy", "isChild": true, "born": "2014-09-03"] as Any,
        ["id": CaseloadFile.id(13), "name": "Dawn Duffy", "knownAs": "Mum"] as Any,
        ["id": CaseloadFile.id(14), "name": "Rose Duffy", "knownAs": "Nan Rose"] as Any,
      ]
      family["goals"] = words.enumerated().map { index, words in
        [
          "id": CaseloadFile.id(20 + index), "words": words, "whose": ["person": kayla],
          "about": kayla, "setOn": "2026-09-12",
        ] as CaseloadFile.Object
      }
      family["reviews"] = [
        [
          "id": CaseloadFile.id(30), "kind": "team around the family",
          "planned": ["day": "2026-11-21", "time": "10:00"], "place": "Carlton School",
          "invited": [11, 13, 14].map { ["person": CaseloadFile.id($0)] },
        ] as CaseloadFile.Object
      ]
      return family
    }

    /// Goes to the review and holds it, wherever it stands.
    private static func hold(_ scratch: Scratch) throws -> TerminalHarness {
      let screens = try scratch.screens()
      screens.send(":duffy")
      try screens.wait(forText: "▌ Duffy")
      screens.send("\r")
      try screens.wait(forText: "[Overview]")
      screens.send("\t\t\t")
      try screens.wait(forText: "[Reviews]")
      try screens.wait(forText: "TAF review")
      screens.send("m")
      try screens.wait(forText: "› Review")
      try screens.settle()
      return screens
    }

    /// Goes to a step by its number, from wherever one is.
    private static func go(to step: Int, _ title: String, _ screens: TerminalHarness) throws {
      screens.send(TerminalHarness.escape)
      try screens.settle()
      screens.send("\(step)")
      try screens.wait(forText: title)
      try screens.settle()
    }

    private static func review(_ scratch: Scratch) throws -> CaseloadFile.Object {
      let family = try #require(try scratch.families().first)
      return try #require((family["reviews"] as? [CaseloadFile.Object])?.first)
    }

    private static func ratings(_ scratch: Scratch) throws -> Int {
      let family = try #require(try scratch.families().first)
      return (family["ratings"] as? [Any])?.count ?? 0
    }

    @Test func `a terminal that closes in the middle takes nothing of a review with it`() throws {
      let scratch = try Scratch()
      try scratch.imports([Self.family()])

      // Given: who is here, and seven of fifteen ratings.
      var screens = try Self.hold(scratch)
      screens.send(TerminalHarness.save)
      try screens.wait(forText: "Kayla says")
      screens.send("I want mornings to be quiet." + TerminalHarness.save)
      try screens.wait(forText: "The family says")
      try Self.go(to: 4, "Goals   ", screens)
      screens.send("5674567")
      try screens.wait(for: "seven ratings") {
        screens.lines.contains { $0.contains("Time for just") && $0.contains("7") }
      }

      // When: the terminal closes while somebody types.
      try Self.go(to: 5, "Working well", screens)
      screens.send("Uncle Joe's school run")
      try screens.wait(forText: "school run")
      screens.signal(SIGHUP)
      #expect(try screens.waitForEnd() == .signal(SIGHUP))
      #expect(try Self.ratings(scratch) == 7)

      // Then: it goes on where it was.
      screens = try Self.hold(scratch)
      try Self.go(to: 5, "Working well", screens)
      try screens.wait(forText: "Uncle Joe's school run")
      screens.send("\tThe flat is cold.\tHeating." + TerminalHarness.save)
      try screens.wait(forText: "Education   ")
      try Self.go(to: 4, "Goals   ", screens)
      screens.send("56745678")
      try Self.finish(screens)

      #expect(try Self.ratings(scratch) == 15)
      let review = try Self.review(scratch)
      #expect(review["held"] != nil)
      #expect(review["workingWell"] as? String == "Uncle Joe's school run")
      #expect((review["voices"] as? [Any])?.count == 2)
      let minutes = try scratch.kith("minutes", "Duffy", "--format", "text").text
      for words in Self.words + ["I want mornings to be quiet.", "The flat is cold.", "91 %"] {
        #expect(minutes.contains(words), "\(words) is missing")
      }
    }

    /// The steps that are left, and the completion.
    private static func finish(_ screens: TerminalHarness) throws {
      try go(to: 3, "The family says", screens)
      screens.send("Calmer than in the summer." + TerminalHarness.save)
      try screens.settle()
      try go(to: 6, "Education", screens)
      screens.send("Attendance 91 %." + TerminalHarness.save)
      try screens.settle()
      try go(to: 8, "not said yet", screens)
      screens.send("\u{1B}[C" + TerminalHarness.save)
      try screens.settle()
      try go(to: 9, "Next review", screens)
      screens.send(TerminalHarness.save)
      try screens.settle()
      screens.send("F")
      try screens.wait(forText: "Cancel")
      screens.send("\t\r")
      try screens.wait(forText: "waits to be signed off")
    }
  }
}
