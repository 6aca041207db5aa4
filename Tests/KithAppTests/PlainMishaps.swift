import Casework
import Testing
import TextUI

@testable import KithApp

/// What may go wrong while somebody talks line by line: nothing that was typed is lost.
@MainActor
@Suite(.serialized)
struct PlainMishaps {
  /// The words of every form that is kept as a draft.
  private func drafts(_ demo: DemoStore) async throws -> [String?] {
    var all: [String?] = []
    for person in demo.practitioners {
      all += try await demo.store.drafts(of: person.id).map { $0.values["words"] }
    }
    return all
  }

  @Test func `the end of the input in a form keeps it, and it is offered the next time`()
    async throws
  {
    let demo = try await DemoStore.make()

    let talking = try PlainTalking(demo, ["duff", "1", "plan", "goal", "Time for tea", "mum"])
    let first = try talking.transcript()
    let second = try PlainTalking.hear(in: demo, "1", "", "", ":save", "quit")

    #expect(first.hasSuffix("The input ended. What was typed is kept as a draft.\n"))
    #expect(talking.talk.endedUnsaved)
    #expect(second.contains("Not saved yet\n1. New goal, Duffy, \"Time for tea\"\n"))
    #expect(second.contains("restored, :afresh starts afresh\n"))
    #expect(second.contains("1 of 7. In their words, now Time for tea:"))
    #expect(second.contains("2 of 7. Whose, now Dawn Duffy, Mum, 1 to 10:"))
    let goals = try await demo.store.file("Duffy").goals
    #expect(goals.contains { $0.words == "Time for tea" })
  }

  @Test(arguments: [LineEvent.ended, .interrupted(.hangUp), .interrupted(.terminate)])
  func `every line of a longer text is kept when it breaks off`(_ end: LineEvent) async throws {
    let demo = try await DemoStore.make()
    let talking = try PlainTalking(
      demo, ["duff", "1", "note", "Kayla was up when I came.", "She showed me her bag."])
    talking.lines.atEnd = end

    _ = try talking.transcript()

    #expect(
      try await drafts(demo) == ["Kayla was up when I came.\nShe showed me her bag."])
    if case .interrupted(let signal) = end { #expect(talking.ending == .stopped(signal)) }
  }

  @Test func `what is said to the form is heard between the lines of a text too`() async throws {
    let demo = try await DemoStore.make()

    let said = try PlainTalking.hear(
      in: demo, "duff", "1", "note", "Kayla was up.", "?", "She was glad.", ":save", "quit")

    #expect(said.contains("Wrote a note of the visit\n"))
    let notes = try await demo.store.file("Duffy").notes
    #expect(notes.contains { $0.words == "Kayla was up.\nShe was glad." })
  }

  // MARK: Two people

  /// Maya types other words for a goal for which Dan saves others meanwhile.
  private func quarrel(_ answers: String...) async throws -> (demo: DemoStore, said: String) {
    let demo = try await DemoStore.make()
    let talking = try PlainTalking(
      demo, ["duff", "1", "plan", "5 e", "Less shouting, please", ":save"] + answers + ["quit"])
    talking.when(asked: "now Dawn Duffy, Mum, 1 to 10: ") { demo in
      let file = try await demo.store.file("Duffy")
      let goal = try #require(file.goals.first { $0.words.hasPrefix("Less shouting") })
      var after = goal
      after.reword("Quiet mornings", on: goal.setOn)
      let change = Change(before: .goal(goal), after: .goal(after))
      try await demo.store.save([change], as: "Dan Lane", in: file, demo.world)
    }
    return (demo, try talking.transcript())
  }

  @Test func `the same goal changed elsewhere is told in words, with both values`() async throws {
    let (demo, said) = try await quarrel("save mine")

    #expect(said.contains("Somebody else saved this while you were typing\n"))
    #expect(
      said.contains(
        "In their words: yours \"Less shouting, please\", theirs \"Quiet mornings\"\n"))
    #expect(said.contains("1 Back to the form\n2 Save mine\n3 Keep theirs\n"))
    #expect(
      try await demo.store.file("Duffy").goals.contains { $0.words == "Less shouting, please" })
  }

  @Test func `theirs is kept, and what I typed stays a draft`() async throws {
    let (demo, said) = try await quarrel("3")

    #expect(said.contains("Theirs stands. What you typed is kept as a draft, on Today.\n"))
    #expect(try await drafts(demo) == ["Less shouting, please"])
    #expect(try await demo.store.file("Duffy").goals.contains { $0.words == "Quiet mornings" })
  }

  @Test func `Enter goes back to the form, where the word that saves is said`() async throws {
    let (_, said) = try await quarrel("")

    #expect(said.contains(":save saves yours over theirs; both stay in the history.\n"))
  }
}
