import Casework
import Testing
import TextUI

@testable import KithApp

/// A practitioner's work, heard and typed line by line.
@MainActor
@Suite(.serialized)
struct PlainJourneys {
  @Test func `I hear what needs me today, one fact a line`() async throws {
    let said = try await PlainTalking.hear("quit")

    #expect(said.contains("kith, Sat 21 Nov 2026. You are Maya Osei.\n"))
    #expect(said.contains("This is a training store, not for real records.\n"))
    #expect(said.contains("1. Brannigan, review overdue by 6 days, was due Sun 15 Nov\n"))
    #expect(said.contains("2. Adeyemi, action overdue: ring CAMHS, Uncle Femi, Wed 18 Nov\n"))
    #expect(said.contains("Number, word or ?: quit\n"))
  }

  @Test func `I open a family by a few letters and hear its plan`() async throws {
    let said = try await PlainTalking.hear("duff", "1", "plan", "quit")

    #expect(said.contains("Families, Duffy, Overview\n"))
    #expect(said.contains("Families, Duffy, Plan\n"))
    #expect(
      said.contains(
        "Goal 1: Getting to school on time, whose: Kayla, at the start 2, now 6, hoped for 8\n"))
    #expect(said.contains("done, Uncle Joe: walks with her, Mon to Wed, since Mon 14 Sep\n"))
    #expect(said.contains("Every week but one. They stop for a hot chocolate on Wednesdays.\n"))
  }

  // MARK: Ratings and notes

  @Test func `two people rate a goal, one after the other`() async throws {
    let demo = try await DemoStore.make()

    let said = try PlainTalking.hear(
      in: demo, "duff", "1", "plan", "2 rate", "7", "", "Getting there.", ":save",
      "2 rate", "4", "mum", ":save", "quit")

    #expect(said.contains("Kayla rated \"Getting to school on time\" 7, was 6\n"))
    #expect(said.contains("2 of 4. Whose eyes, now Kayla Duffy, 1 to 9: mum\nDawn Duffy, Mum\n"))
    #expect(said.contains("Mum rated \"Getting to school on time\" 4, was 3\n"))
    let file = try await demo.store.file("Duffy")
    let today = file.ratings.filter { $0.day == demo.world.today }
    #expect(today.map(\.score) == [7, 4])
    #expect(today.map { file.name(of: $0.by) } == ["Kayla", "Mum"])
    #expect(today.first?.words == "Getting there.")
  }

  @Test func `how a form is answered is said with the first one only`() async throws {
    let said = try await PlainTalking.hear(
      "duff", "1", "note", "back", "note", "back", "quit")

    #expect(said.components(separatedBy: "New note, 4 questions.").count == 3)
    #expect(said.components(separatedBy: "Enter leaves an answer as it is").count == 2)
  }

  @Test func `a note of several lines and a faulty date are put down as I mean them`() async throws
  {
    let demo = try await DemoStore.make()

    let said = try PlainTalking.hear(
      in: demo, "duff", "1", "note", "Kayla was up when I came.", "She showed me her bag.", "",
      "", "31 nov", "yesterday", "4pm", "save", "quit")

    #expect(
      said.contains(
        "3 of 4. Day, now Sat 21 Nov 2026, today: 31 nov\n"
          + "\"31 nov\" is not a day. Try fri, 27 nov, 27/11 or +6w.\n3 of 4. Day, now 31 nov"))
    #expect(said.contains("yesterday\nFri 20 Nov 2026, yesterday\n"))
    #expect(said.contains("4 of 4. Time (16:30, 4pm): 4pm\n16:00\n"))
    let note = try #require(
      try await demo.store.file("Duffy").notes.first { $0.words.hasPrefix("Kayla was up when") })
    #expect(note.words == "Kayla was up when I came.\nShe showed me her bag.")
    #expect(note.day == Day(iso: "2026-11-20"))
  }

  @Test func `a child's words are put down, and are heard on its family's first page`() async throws
  {
    let demo = try await DemoStore.make()

    let said = try PlainTalking.hear(
      in: demo, "duff", "1", "A", "I want the door shut.", "", "lee", ":save", "again", "quit")

    #expect(said.contains("Lee says \"I want the door shut.\"\nundo takes it back.\n"))
    #expect(said.contains("The child: \"I want the door shut.\" Lee, Sat 21 Nov"))
  }

  @Test func `what stands in a note is added to without typing it again`() async throws {
    let demo = try await DemoStore.make()

    _ = try PlainTalking.hear(
      in: demo, "duff", "1", "record", "1 edit", ":add She took the bus.", ":save", "quit")

    let note = try #require(
      try await demo.store.file("Duffy").notes.first { $0.words.hasSuffix("She took the bus.") })
    #expect(note.words.hasPrefix("Kayla up and dressed when I came."))
  }

  // MARK: Taking back

  @Test func `I hear what undo takes back before it does, and redo does it again`() async throws {
    let demo = try await DemoStore.make()

    let said = try PlainTalking.hear(
      in: demo, "duff", "1", "plan", "2 rate", "9", ":save", "undo?", "undo", "redo?", "redo",
      "quit")

    let rated = "Kayla rated \"Getting to school on time\" 9, was 6"
    #expect(said.contains("undo?\nundo: Take back: \(rated).\n"))
    #expect(said.contains("undo\nTaken back: \(rated)\nredo does it again.\n"))
    #expect(said.contains("redo?\nredo: Do again: \(rated).\n"))
    #expect(said.contains("redo\nDone again: \(rated)\nundo takes it back.\n"))
    #expect(try await demo.store.file("Duffy").ratings.contains { $0.score == 9 })
  }

  @Test func `asking what a word would do does nothing`() async throws {
    let demo = try await DemoStore.make()

    let said = try PlainTalking.hear(in: demo, "duff", "1", "plan", "8 x?", "1 rate?", "quit")

    #expect(said.contains("x: Remove it.\n"))
    #expect(said.contains("r: Rate this goal. Not now: select a goal.\n"))
    #expect(try await demo.store.file("Duffy").goals.count == 3)
  }

  @Test func `a goal that was removed is heard of, and brought back with its actions`()
    async throws
  {
    let demo = try await DemoStore.make()

    let said = try PlainTalking.hear(
      in: demo, "duff", "1", "plan", "8 x", "removed", "1", "bring", "quit")

    #expect(said.contains("Removed \"Time with Mum that is just Mum and me\"\n"))
    #expect(said.contains("Action: swaps one Friday a month so they can go swimming\n"))
    #expect(said.contains("Brought back \"Time with Mum that is just Mum and me\" and 1 thing"))
    let file = try await demo.store.file("Duffy")
    let goal = try #require(file.goals.first { $0.words.hasPrefix("Time with Mum") })
    #expect(file.actions(of: goal.id).count == 1)
  }

  // MARK: Lists, prints, people

  @Test func `a part of a list is reached by its name and read whole`() async throws {
    let said = try await PlainTalking.hear("reviews", "overdue", "3", "quit")

    #expect(said.contains("This is: overdue. Say the name of another, or Tab.\n1. Brannigan"))
    #expect(said.contains("3. Hale, Fri 20 Nov, Lead: M. Osei, Kind: CIN review"))
    #expect(said.contains("Hale, no review is planned\n"))
  }

  @Test func `another order is read, and a number is never a tab`() async throws {
    let said = try await PlainTalking.hear("reviews", "overdue", "o", "1", "2", "quit")

    let orders = said.components(separatedBy: "1. Brannigan, Sun 15 Nov")
    #expect(orders.count == 4)
    #expect(said.contains("Word or ?: 2\nNothing here has a number.\nWord or ?: quit\n"))
  }

  @Test func `a narrowed list is whole again with back, which leads nowhere else`() async throws {
    let said = try await PlainTalking.hear("families", "/ tobi", "back", "back", "quit")

    #expect(said.contains("1 found by \"tobi\"; back shows all again.\n1. Adeyemi"))
    let parts = said.components(separatedBy: "Number, word or ?: back\n")
    #expect(parts.count == 3)
    #expect(parts[1].contains("1. Brannigan"))
    #expect(parts[2].hasPrefix("This is the first page here. quit leaves kith.\n"))
  }

  @Test func `a plan is printed to a file whose name is said`() async throws {
    let talking = try PlainTalking(
      await DemoStore.make(), ["duff", "1", "plan", "print", "", "", "plain text", "print", "quit"])

    let said = try talking.transcript()

    #expect(said.contains("Printed to duffy-plan-2026-11-21.txt\n"))
    let paper = try #require(talking.prints.papers.first)
    #expect(paper.name == "duffy-plan-2026-11-21.txt")
    #expect(paper.text.contains("Getting to school on time"))
  }

  @Test func `somebody else goes on as themselves`() async throws {
    let said = try await PlainTalking.hear("more", "1", "quit")

    #expect(said.contains("3. Maya Osei, you, practitioner, North families team\n"))
    #expect(said.contains("You are Dan Lane now.\n"))
    #expect(said.contains("1. Peña, action overdue: second handrail"))
  }

  @Test func `on a narrow terminal sentences and questions are broken between words`() async throws
  {
    let talking = try PlainTalking(await DemoStore.make(), ["duff", "1", "plan", "2 rate", "quit"])
    talking.lines.width = 40

    let said = try talking.transcript()

    // What was typed stands behind its question.
    let lines = said.split(separator: "\n")
    let tooLong = lines.filter { $0.count > 40 + " 2 rate".count }
    #expect(tooLong.isEmpty, "\(tooLong)")
    #expect(said.contains("2. Goal 1: Getting to school on time,\n  whose: Kayla"))
  }

  // MARK: Help

  @Test func `help says what can be done first, each with its word, then what cannot and why`()
    async throws
  {
    let said = try await PlainTalking.hear("duff", "1", "plan", "?", "quit")

    let help = try #require(said.components(separatedBy: "?\nWhat can be said here.").last)
    let can = try #require(help.range(of: "a: Add a goal.\n"))
    let cannot = try #require(help.range(of: "d: Done, or not yet. Not now: select an action.\n"))
    #expect(can.upperBound < cannot.lowerBound)
    #expect(help.contains("removed: What was removed, to bring it back.\n"))
    #expect(!help.contains("\n: "))
    #expect(!help.contains("..\n"))
  }

  @Test func `Enter alone does nothing, and says which word opens`() async throws {
    let said = try await PlainTalking.hear("", "quit")

    #expect(said.contains("1. Brannigan, review overdue by 6 days, was due Sun 15 Nov\nThe word"))
    #expect(said.contains("The word Enter does this: Open.\n"))
  }
}
