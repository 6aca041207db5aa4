import Casework
import Testing
import TextUI

@testable import KithApp

/// Reviews and conferences, held line by line.
@MainActor
@Suite(.serialized)
struct PlainMeetings {
  /// Every mandatory part of the Duffys' review, and what follows the last.
  private static let review: [[String]] = [
    ["1 m", "1 4 5", ":save"],
    ["Quiet mornings.", "", "Joe is funny.", "", "I like my bed.", "", "save"],
    ["She gets up by herself now.", "", "", "On time eight days of ten.", "", ""],
    ["Nothing to add.", ":save"],
    ["7", "3", "pgdn"],
    ["Mornings.", "", "Thursdays.", "", "Ms Grant at the gate.", "", ":save"],
    ["Attendance 95 %.", "", "save"],
    ["1 d", "pgdn"],
    ["continue", "save"],
    ["", "16", "", "save"],
    ["10", "2"],
  ]

  @Test func `I plan a review and hold it to the end with all its parts`() async throws {
    let demo = try await DemoStore.make()
    let answers =
      ["duff", "1", "reviews", "2 e", "back", "a", "", "1 dec", "half four", "", "-8 -9", "save"]
      + PlainMeetings.review.joined() + ["quit"]

    let said = try PlainTalking(demo, answers).transcript()

    #expect(said.contains("Planned the review of Tue 1 Dec\n"))
    #expect(said.contains("Goal 1, Kayla: now 7\nMum, \"Getting to school on time\": was 3"))
    #expect(said.contains("0 not safe enough, 10 safe enough to close\n4 of 6. Kayla, 0 to 10:"))
    #expect(said.contains("Nothing is missing."))
    #expect(said.contains("Completed the review of Sat 21 Nov\n"))
    #expect(said.contains("Worries: Thursdays.\n"))
    let file = try await demo.store.file("Duffy")
    let held = try #require(file.reviews.first { $0.held == MeetingTime(day: demo.world.today) })
    #expect(held.attended.map { file.name(of: $0) } == ["Kayla", "Mum", "Nan Rose"])
    #expect(held.voices.count == 6)
    #expect(held.outcome == .continueSupport)
    #expect(file.ratings.filter { $0.reviewID == held.id }.map(\.score).sorted() == [3, 7])
  }

  @Test func `what is missing is said, and its number leads there`() async throws {
    let said = try await PlainTalking.hear(
      "duff", "1", "reviews", "1 m", "back", "10", "quit")

    #expect(said.contains("Nobody is written down as here."))
    #expect(said.contains("10. Complete the review\n"))
  }

  @Test func `a supervisor signs one review off and sends one back with a note`() async throws {
    let demo = try await DemoStore.make()

    let said = try PlainTalking.hear(
      in: demo, "reviews", "to sign off", "1 s", "2", "1 b", "What did the children say?", "save",
      "sent back", "quit", as: "Ruth Bell")

    #expect(said.contains("This cannot be taken back.\n1 Cancel\n2 Sign off\n"))
    #expect(said.contains("1 to 2; Enter is Cancel: 2\nSigned off: Adeyemi, the review of Tue 20"))
    #expect(said.contains("It stands on Maya Osei's Today until it is answered.\n1 of 1."))
    #expect(said.contains("Sent back the review of Mon 2 Nov\n"))
    #expect(said.contains("2. Reeve, Mon 2 Nov"))
    let adeyemi = try await demo.store.file("Adeyemi").reviews
    #expect(adeyemi.filter { $0.state == .held }.isEmpty)
  }

  @Test func `a question with a few answers takes no other line, and Enter is the safe one`()
    async throws
  {
    let demo = try await DemoStore.make()

    let said = try PlainTalking.hear(
      in: demo, "reviews", "to sign off", "1 s", "perhaps", "", "quit", as: "Ruth Bell")

    #expect(said.contains("\"perhaps\" is none of them. A number, please.\n1 to 2; Enter is Can"))
    #expect(!said.contains("Signed off: Adeyemi"))
  }

  // MARK: Conference

  @Test func `a conference is typed live and agreed`() async throws {
    let room = try await ConferenceRoom.make()

    let said = try PlainTalking.hear(
      in: room.demo, "marlow", "1", "conference", "our plan", "Getting to school on time",
      "> Uncle Joe walks with her, fri", "\"We want mornings to be quiet", ":agreeing", "a", "1",
      "1", ":save", "quit", as: "Priya Nair")

    #expect(said.contains("1. Goal 1: Getting to school on time, Ella\n"))
    #expect(said.contains("2. Uncle Joe walks with her, by Fri 27 Nov\n"))
    #expect(said.contains("1. \"We want mornings to be quiet\"\nNumbers have moved"))
    #expect(said.contains("The plan is agreed\n"))
    let file = try await room.file()
    #expect(file.goals.map(\.words) == ["Getting to school on time"])
    #expect(file.actions.map(\.words) == ["walks with her"])
    #expect(file.plan?.openingWords == "We want mornings to be quiet")
    #expect(file.conference?.agreement?.verdict == .agreed)
  }

  @Test func `what belongs to the line that was typed last is asked for with Tab`() async throws {
    let room = try await ConferenceRoom.make()

    let said = try PlainTalking.hear(
      in: room.demo, "marlow", "1", "conference", "our plan", "Less shouting", ":tab", "mum", "",
      "", "4", "10", "A doctor for Nan Rita", "quit", as: "Priya Nair")

    #expect(
      said.contains("Hoped for, 0 to 10; back ends: 10\n1. Goal 1: Less shouting, Mum, now 4"))
    let goals = try await room.file().goalsInOrder
    #expect(goals.map(\.words) == ["Less shouting", "A doctor for Nan Rita"])
    #expect(goals.first?.baseline == 4)
    #expect(goals.first?.hopedFor == 10)
  }

  @Test func `a sentence is kept as one also while a line of the plan is selected or corrected`()
    async throws
  {
    let room = try await ConferenceRoom.make()

    _ = try PlainTalking.hear(
      in: room.demo, "marlow", "1", "conference", "our plan", "Less shouting", ":1",
      "Somebody at home at night", ":1 e", "> Mum gets up at six", ":nonsense", ":2 e",
      "Somebody at home every night", "quit", as: "Priya Nair")

    let file = try await room.file()
    #expect(file.goalsInOrder.map(\.words) == ["Less shouting", "Somebody at home every night"])
    #expect(file.actions.map(\.words) == ["gets up at six"])
  }

  @Test func `while the family has the room to itself I cannot leave, and come back with a yes`()
    async throws
  {
    let room = try await ConferenceRoom.make()

    let said = try PlainTalking.hear(
      in: room.demo, "marlow", "1", "conference", "family time", "space", "Laughing again", "quit",
      "back", "2", "quit", as: "Priya Nair")

    #expect(said.contains("Say Space begin it; PgDn next stage; ? for all.\n"))
    #expect(said.contains("command: quit\nThe family has the room to itself."))
    #expect(said.contains("The family's time to itself has ended.\n"))
    #expect(try await room.file().goals.map(\.words) == ["Laughing again"])
  }

  @Test func `who is here is said as here`() async throws {
    let room = try await ConferenceRoom.make()

    let said = try PlainTalking.hear(
      in: room.demo, "marlow", "1", "conference", "1 here", "quit", as: "Priya Nair")

    #expect(said.contains("1. here: "))
  }
}
