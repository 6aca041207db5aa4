import Foundation
import Glibc
import TerminalHarness
import Testing

extension ProgramTests.Screens {
  /// A family group conference typed live: eight goals with fourteen actions by six people.
  @Suite struct TypingAConference {
    /// As a coordinator types it while the family talks.
    static let lines = [
      "Getting to school on time", "> Uncle Joe walks with her, fri",
      "> Ms Grant meets her at the gate, 27/11", "Less shouting in the mornings",
      "> Nan Rose has the twins on school nights, 30 nov", "> Mum gets up at six, +2w",
      "Time for just Mum and me", "> Mum takes Kayla swimming by 5 dec",
      "> Nan Rose minds the boys, sat", "Sleeping through the night",
      "> Kayla hands in the phone at nine, mon", "> Dr Shah rings about the sleep, +3w",
      "Maths club every week", "> Ms Grant brings the form, tue",
      "> Uncle Joe fetches her, from tue", "Seeing Dad without a fight",
      "> Mum writes to him, 1 dec", "> Nan Rose comes along, +4w", "A quiet place for homework",
      "> Uncle Joe builds the desk, sun", "Somebody to ring at night",
      "> Dr Shah gives them the number, fri",
    ]

    static func family() -> CaseloadFile.Object {
      let (kayla, mum) = (CaseloadFile.id(11), CaseloadFile.id(13))
      var family = CaseloadFile.family(10, "Duffy")
      family["goals"] = nil
      family["people"] = [
        ["id": kayla, "name": "Kayla Duffy", "isChild": true, "born": "2014-09-03"] as Any,
        [
          "id": mum, "name": "Dawn Duffy", "knownAs": "Mum", "hasParentalResponsibility": true,
          "relationships": [["child": kayla, "kind": "mother"]],
        ] as Any,
        [
          "id": CaseloadFile.id(14), "name": "Rose Duffy", "knownAs": "Nan Rose",
          "relationships": [["child": kayla, "kind": "grandmother"]],
        ] as Any,
        [
          "id": CaseloadFile.id(15), "name": "Joe Duffy", "knownAs": "Uncle Joe",
          "relationships": [["child": kayla, "kind": "uncle"]],
        ] as Any,
      ]
      family["team"] = [
        ["id": CaseloadFile.id(16), "name": "Ms Grant", "role": "mentor"],
        ["id": CaseloadFile.id(17), "name": "Dr Shah", "role": "CAMHS"],
      ]
      family["conferences"] = [
        [
          "id": CaseloadFile.id(18), "referredOn": "2026-10-10",
          "offers": [["to": mum, "on": "2026-10-05", "answer": "yes", "answeredOn": "2026-10-08"]],
          "planned": ["day": "2026-11-21", "time": "10:00"], "place": "Kentish Town Library",
          "baseline": ["bottomLines": ["Somebody Kayla knows walks with her"]],
          "invitations": [13, 14, 15].map {
            ["who": ["person": CaseloadFile.id($0)], "reply": "coming"] as CaseloadFile.Object
          },
        ] as Any
      ]
      return family
    }

    static func store() throws -> Scratch {
      let scratch = try Scratch()
      let priya = CaseloadFile.practitioner(CaseloadFile.id(3), "Priya Nair", "coordinator")
      try scratch.imports(
        practitioners: [CaseloadFile.practitioner(CaseloadFile.maya, "Maya Osei"), priya],
        [family()])
      return scratch
    }

    /// Opens the plan of the conference, wherever conference mode begins.
    static func openMode(_ scratch: Scratch) throws -> TerminalHarness {
      let screens = try scratch.screens("--as", "Priya Nair", rows: 60)
      screens.send(":duffy")
      try screens.wait(forText: "▌ Duffy")
      screens.send("\r")
      try screens.wait(forText: "[Overview]")
      screens.send("c")
      try screens.wait(forText: "Our plan")
      for _ in 0..<4 where !screens.text.contains("[Our plan]") {
        let before = screens.lines[1]
        screens.send("\u{1B}[6~")
        try screens.wait(for: "the next stage") { screens.lines[1] != before }
      }
      try screens.wait(forText: "[Our plan]")
      return screens
    }

    /// What of the plan the store holds: goals and actions in their order, `> ` before an action.
    static func kept(_ scratch: Scratch) throws -> (goals: [String], actions: Int) {
      let family = try #require(try scratch.families().first)
      let actions = family["actions"] as? [CaseloadFile.Object] ?? []
      return (try scratch.goalWords(), actions.count)
    }

    @Test func `typed without a pause, no key of a conference is lost`() throws {
      let scratch = try Self.store()
      let screens = try Self.openMode(scratch)

      for line in Self.lines { screens.send(line + "\r") }
      try screens.wait(for: "the last line saved") {
        screens.lines.contains { $0.contains("gives them the number") && $0.hasSuffix("·") }
      }

      let kept = try Self.kept(scratch)
      #expect(kept.goals == Self.lines.filter { !$0.hasPrefix(">") })
      #expect(kept.actions == 14)
      let family = try #require(try scratch.families().first)
      let actions = try #require(family["actions"] as? [CaseloadFile.Object])
      #expect(actions.allSatisfy { $0["who"] != nil && ($0["by"] ?? $0["from"]) != nil })
      #expect(Set(actions.map { "\($0["who"] ?? "")" }).count == 6)
    }

    @Test func `every line that shows as saved is on disk when the program is killed after it`()
      throws
    {
      let scratch = try Self.store()
      var (goals, actions): ([String], Int) = ([], 0)

      for line in Self.lines {
        let screens = try Self.openMode(scratch)
        screens.send(line + "\r")
        let expected = goals.count + actions + 1
        try screens.wait(for: "“\(line)” saved") {
          screens.lines.filter { $0.hasSuffix("·") }.count == expected
        }
        screens.signal(SIGKILL)
        #expect(try screens.waitForEnd() == .signal(SIGKILL))

        if line.hasPrefix(">") { actions += 1 } else { goals.append(line) }
        let kept = try Self.kept(scratch)
        #expect(kept.goals == goals, "after “\(line)”")
        #expect(kept.actions == actions, "after “\(line)”")
      }
    }

    @Test func `what is half typed is in the line again after a kill`() throws {
      let scratch = try Self.store()
      let screens = try Self.openMode(scratch)

      screens.send("Getting to school on time\rTime for just Mu")
      try screens.wait(forText: "Time for just Mu")
      screens.pass(.seconds(1))
      screens.signal(SIGKILL)
      #expect(try screens.waitForEnd() == .signal(SIGKILL))

      let again = try Self.openMode(scratch)
      try again.wait(forText: "Time for just Mu")
      again.send("m and me\r")
      try again.wait(for: "the line saved") {
        again.lines.contains { $0.contains("Time for just Mum and me") && $0.hasSuffix("·") }
      }
      #expect(
        try Self.kept(scratch).goals == ["Getting to school on time", "Time for just Mum and me"])
    }

    @Test func `the plan is agreed, frozen and printed`() throws {
      let scratch = try Self.store()
      let screens = try Self.openMode(scratch)
      for line in Self.lines { screens.send(line + "\r") }
      try screens.wait(for: "the last line saved") {
        screens.lines.contains { $0.contains("gives them the number") && $0.hasSuffix("·") }
      }

      screens.send("\u{1B}[6~")
      try screens.wait(forText: "[Agreeing it]")
      screens.send("\r")
      try screens.wait(forText: "What is agreed")
      screens.send("\t ")
      screens.send(TerminalHarness.save)
      try screens.wait(forText: "Agreed on Sat 21 Nov")
      screens.send("p")
      try screens.wait(forText: "Format")
      screens.send("\t\t\t")
      try screens.settle()
      screens.send(scratch.path + TerminalHarness.save)
      try screens.wait(forText: "Printed to")

      let family = try #require(try scratch.families().first)
      let plan = try #require(family["plan"] as? CaseloadFile.Object)
      let agreed = try #require(plan["agreed"] as? [CaseloadFile.Object])
      #expect(agreed.count == 1 && (agreed[0]["goals"] as? [Any])?.count == 8)
      let name = try #require(try scratch.names(in: scratch.path).first { $0.hasSuffix(".html") })
      #expect(try scratch.mode(scratch.file(name)) == 0o600)
      let html = String(decoding: try scratch.bytes(scratch.file(name)), as: UTF8.self)
      for line in Self.lines where !line.hasPrefix(">") { #expect(html.contains(line)) }
    }
  }
}
