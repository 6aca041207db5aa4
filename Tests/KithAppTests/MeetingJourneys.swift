// Over 400 lines: a review held from its first step to its last, and each way it may be left.
import Casework
import Testing
import TextUI

@testable import KithApp

/// Holding a review, from the first key to the printed minutes.
@MainActor
@Suite(.serialized)
struct MeetingJourneys {
  /// A desk at the Duffys' planned review, with five open goals.
  private func desk(width: Int = 80, height: Int = 24) async throws -> Desk {
    let desk = try await Desk.demo(width: width, height: height)
    let world = desk.world
    try await desk.meanwhile("Maya Osei", in: "Duffy") { file in
      ["A proper tea on Sundays", "Sam sleeps in his own bed"].enumerated().map { index, words in
        let goal = Goal(
          id: world.newID(), familyID: file.family.id, words: words, order: 10 + index,
          setOn: world.today)
        return Change(before: nil, after: .goal(goal))
      }
    }
    return desk
  }

  /// Kayla, Mum and Nan Rose are here; the others of those invited are not.
  private func writeDownWhoIsHere(_ desk: Desk) {
    desk.press(.down, " ", .down, " ", .down, .down, .down, " ")
    desk.press(.down, " ", .down, " ", .down, " ")
    desk.press(.control("s"))
  }

  private func writeDownVoices(_ desk: Desk) {
    for words in ["Quiet mornings.", "Joe is funny.", "I like my bed."] {
      desk.type(words)
      desk.press(.tab, .tab)
    }
    desk.press(.control("s"))
    desk.type("She gets up by herself now.")
    desk.tab(to: "The school says")
    desk.type("On time eight days of ten.")
    desk.tab(to: "Others say")
    desk.type("Nothing to add.")
    desk.press(.control("s"))
  }

  private func finish(_ desk: Desk) {
    desk.type("Mornings.")
    desk.press(.tab)
    desk.type("Thursdays.")
    desk.press(.tab)
    desk.type("Ms Grant at the gate.")
    desk.press(.tab)
    desk.type("6")
    desk.press(.control("s"))
    desk.type("Attendance 95 %.")
    desk.press(.control("s"))
    desk.press("d", .pageDown)
    desk.type("cont")
    desk.press(.control("s"))
    desk.fill(nil, "16:00")
  }

  /// The step that is selected, whatever is on its page.
  private func here(_ desk: Desk) -> String {
    desk.screen.lines.first { $0.hasPrefix("▌") } ?? ""
  }

  private func hold(_ desk: Desk) {
    desk.beginReview("Duffy")
    writeDownWhoIsHere(desk)
    writeDownVoices(desk)
    desk.type("765765765765765")
    desk.press(.pageDown)
    finish(desk)
  }

  private func review(_ desk: Desk) async throws -> Review {
    let file = try await desk.file("Duffy")
    return try #require(file.reviews.filter { $0.begun != nil }.last)
  }

  @Test func `I hold a review step by step and it is complete when nothing is missing`()
    async throws
  {
    let desk = try await desk()

    hold(desk)
    #expect(desk.shows("Nothing is missing."))
    desk.press(.enter, .right, .enter)

    let file = try await desk.file("Duffy")
    let held = try await review(desk)
    #expect(desk.shows("Reviews › Duffy"))
    #expect(held.held == MeetingTime(day: desk.world.today))
    #expect(held.attended.map { file.name(of: $0) } == ["Kayla", "Mum", "Nan Rose"])
    #expect(held.voices.count == 6)
    #expect(file.ratings.filter { $0.reviewID == held.id }.count == 15)
    #expect(held.outcome == .continueSupport)
    #expect(held.nextOn == Day(iso: "2026-12-29"))
    let next = try #require(file.reviews.first { $0.state == .planned })
    #expect(next.planned?.day == held.nextOn)
    #expect(next.planned?.time == TimeOfDay(typed: "16"))
    #expect(next.place == "Carlton School")
  }

  @Test func `rating five goals by three people takes at most forty keys`() async throws {
    let desk = try await desk()
    desk.beginReview("Duffy")
    writeDownWhoIsHere(desk)
    var keys: [Key] = [.escape, "4"]
    keys += ["7", "6", "5", "7", "6", "+", "7", "6", "5", "7", "6", "5", "7", "6", "5"]

    for key in keys { desk.press(key) }

    let id = try await review(desk).id
    let file = try await desk.file("Duffy")
    let ratings = file.ratings.filter { $0.reviewID == id }
    #expect(keys.count <= 40)
    #expect(ratings.count == 15)
    #expect(Set(ratings.map(\.goalID)).count == 5)
    #expect(Set(ratings.map(\.by)).count == 3)
    #expect(ratings.filter { $0.score == 10 }.count == 1)
  }

  @Test func `digits faster than the disk are all kept`() async throws {
    let desk = try await desk()
    desk.beginReview("Duffy")
    writeDownWhoIsHere(desk)
    desk.press(.escape, "4")

    desk.type("012345678901234")

    let id = try await review(desk).id
    let scores = try await desk.file("Duffy").ratings.filter { $0.reviewID == id }
      .sorted { $0.id < $1.id }.map(\.score)
    #expect(scores == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4])
  }

  @Test func `a second digit on a cell changes it, Backspace takes it back, w says why`()
    async throws
  {
    let desk = try await desk()
    desk.beginReview("Duffy")
    writeDownWhoIsHere(desk)
    desk.press(.escape, "4", "7", .left, "8", .left, "w")
    desk.fill("I was only late once.")
    #expect(desk.shows("“I was only late once.”"))

    desk.press(.right, "3", .left, .backspace)

    let id = try await review(desk).id
    let ratings = try await desk.file("Duffy").ratings.filter { $0.reviewID == id }
    #expect(ratings.map(\.score) == [8])
    #expect(ratings.first?.words == "I was only late once.")
  }

  @Test func `right after a digit w says why, and Backspace takes it back and stays there`()
    async throws
  {
    let desk = try await desk()
    desk.beginReview("Duffy")
    writeDownWhoIsHere(desk)
    desk.press(.escape, "4", "7", "w")
    #expect(desk.shows("Kayla says, with a 7"))
    desk.fill("I was only late once.")

    desk.press("6", .backspace, "8", "5")

    let file = try await desk.file("Duffy")
    let id = try await review(desk).id
    let ratings = file.ratings.filter { $0.reviewID == id }.sorted { $0.id < $1.id }
    #expect(ratings.map { file.name(of: $0.by) } == ["Kayla", "Mum", "Nan Rose"])
    #expect(ratings.map(\.score) == [7, 8, 5])
    #expect(ratings.map(\.words) == ["I was only late once.", "", ""])
  }

  @Test func `once one has moved on w and Backspace are about the cell one is on`() async throws {
    let desk = try await desk()
    desk.beginReview("Duffy")
    writeDownWhoIsHere(desk)
    desk.press(.escape, "4", "7", .right, .backspace, "w")

    let id = try await review(desk).id
    #expect(try await desk.file("Duffy").ratings.filter { $0.reviewID == id }.map(\.score) == [7])
    #expect(desk.app.sheet == nil)
  }

  @Test func `who comes back to the goals goes on behind the last rating`() async throws {
    let desk = try await desk()
    desk.beginReview("Duffy")
    writeDownWhoIsHere(desk)
    desk.press(.escape, "4", "7", "6", .pageDown)

    desk.press(.escape, "4", "5")

    let id = try await review(desk).id
    let ratings = try await desk.file("Duffy").ratings.filter { $0.reviewID == id }
    #expect(ratings.sorted { $0.id < $1.id }.map(\.score) == [7, 6, 5])
    #expect(Set(ratings.map(\.by)).count == 3)
  }

  @Test func `somebody who is not here can rate too`() async throws {
    let desk = try await desk()
    desk.beginReview("Duffy")
    writeDownWhoIsHere(desk)

    desk.press(.escape, "4", "a", .down, .enter, "9")

    let file = try await desk.file("Duffy")
    let id = try await review(desk).id
    #expect(file.ratings.filter { $0.reviewID == id }.map { file.name(of: $0.by) } == ["Sam"])
  }

  @Test func `every step can be left and come back to in any order`() async throws {
    let desk = try await desk()
    desk.beginReview("Duffy")

    for step in Review.Step.allCases.reversed() {
      desk.press(.escape, Key(Character("\(step.number)")))
      #expect(desk.shows(step.title), "\(step)")
    }
    for step in Review.Step.allCases {
      #expect(here(desk).contains(step.short), "\(step)")
      desk.press(.pageDown)
    }

    #expect(desk.line.contains("Complete the review"))
    for step in Review.Step.allCases.reversed() {
      desk.press(.pageUp)
      #expect(here(desk).contains(step.short), "\(step)")
    }
  }

  @Test func `e on an action asks how it went`() async throws {
    let desk = try await desk()
    desk.beginReview("Duffy")

    desk.press(.escape, "7", "e")

    #expect(desk.focused == "How it went")
  }

  @Test func `a page key saves what was changed and goes on`() async throws {
    let desk = try await desk()
    desk.beginReview("Duffy")
    desk.press(.escape, "6")
    desk.type("Attendance 95 %.")

    desk.press(.pageDown)

    #expect(desk.shows("Actions"))
    #expect(try await review(desk).education == "Attendance 95 %.")
    #expect(try await desk.store.drafts(of: desk.app.context.me.id).isEmpty)
  }

  @Test func `a review is not complete before its parts are there, and I am told which`()
    async throws
  {
    let desk = try await desk()
    desk.beginReview("Duffy")

    #expect(desk.shows("Not saved yet: Ctrl-S keeps it."), "those invited are offered as here")
    desk.press(.escape, "F")
    #expect(desk.shows("Nobody is written down as here."))
    #expect(desk.line(with: "8 Outcome").contains("missing"))
    desk.press(.enter)

    #expect(desk.focused == "Here")
    #expect(try await review(desk).held == nil)
  }

  @Test func `unfinished it stays underway, and the toast says what is missing`() async throws {
    let desk = try await desk()
    desk.beginReview("Duffy")
    writeDownWhoIsHere(desk)

    desk.press(.escape, .escape)

    #expect(desk.shows("The review stays underway; missing: the child's voice"))
    #expect(try await review(desk).state == .underway)
    desk.press(.home, "m")
    #expect(desk.focused == "Kayla says")
  }

  @Test func `after a hang-up in the middle the typing is there again`() async throws {
    let demo = try await DemoStore.make()
    let before = try demo.desk()
    before.beginReview("Duffy")
    before.press(.escape, "2")
    before.type("I want mornings to be quiet.")
    before.terminal.feed([.interrupted(.hangUp)])
    before.settle()

    let desk = try demo.desk()
    #expect(desk.hasEnded == false)
    #expect(desk.shows("The child's voice · Duffy"))
    desk.press(.home, .enter)

    #expect(desk.shows("I want mornings to be quiet."))
    #expect(desk.focused == "Kayla says")
    desk.press(.control("s"))
    let file = try await desk.file("Duffy")
    #expect(file.reviews.contains { $0.words(of: .child) == "I want mornings to be quiet." })
    #expect(try await desk.store.drafts(of: desk.app.context.me.id).isEmpty)
  }

  @Test func `what was typed and not saved keeps a review from being complete`() async throws {
    let desk = try await desk()
    hold(desk)
    desk.press("6")
    desk.type(" And 98 % in maths.")
    desk.press(.escape)
    #expect(desk.line(with: "6 Education").contains("unsaved"))

    desk.press("F")

    #expect(desk.shows("Typed and not saved yet"))
    #expect(try await review(desk).held == nil)
  }

  @Test func `a held review is frozen, and a correction stands beside what it said`()
    async throws
  {
    let desk = try await desk()
    hold(desk)
    desk.press(.enter, .right, .enter)
    let held = try await review(desk)

    desk.press("m")
    #expect(desk.shows("Hold it: it was held"))
    desk.press("e", .tab)
    desk.type("Fridays, not Thursdays.")
    desk.fill(nil, "I misheard")

    let after = try await review(desk)
    #expect(after.worries == "Thursdays.")
    #expect(after.corrections.map(\.words) == ["Fridays, not Thursdays."])
    #expect(after.held == held.held)
    desk.press(.pageDown)
    #expect(desk.shows("Thursdays."))
    #expect(desk.shows("“Fridays, not Thursdays.” M. Osei, Sat 21 Nov: I misheard"))
  }

  @Test func `a date outside the usual weeks is taken with a soft word`() async throws {
    let desk = try await desk()
    desk.beginReview("Duffy")
    desk.press(.escape, "9")

    desk.type("+9w")
    let note = desk.app.sheet?.form.fields.first?.note ?? ""
    #expect(note.contains("That is later than"))
    desk.press(.control("s"))

    #expect(try await review(desk).nextOn == desk.world.today + 63)
  }

  @Test func `m on a review that is due and not planned plans and begins it today`()
    async throws
  {
    let desk = try await Desk.demo()
    desk.press("3")
    desk.select("overdue")
    let name = try #require(desk.line.dropFirst(16).split(separator: " ").first.map(String.init))

    desk.press("m")

    let file = try await desk.file(name)
    let begun = try #require(file.reviews.first { $0.state == .underway })
    #expect(begun.begun == MeetingTime(day: desk.world.today))
    #expect(begun.invited.isEmpty == false)
    #expect(desk.focused == "Here")
  }

  @Test func `a step is one edit that u takes back`() async throws {
    let desk = try await desk()
    desk.beginReview("Duffy")
    desk.press(.escape, "6")
    desk.type("Attendance 95 %.")
    desk.press(.control("s"))

    desk.press("u")

    #expect(try await review(desk).education.isEmpty)
  }

  @Test func `an outcome that steps down asks how it lasts and offers the level of support`()
    async throws
  {
    let desk = try await desk()
    desk.beginReview("Duffy")
    desk.press(.escape, "8")

    desk.type("step d")
    desk.press(.tab)
    desk.type("Nan Rose and Joe carry on.")
    desk.tab(to: "Support")
    desk.type("early")
    desk.press(.control("s"))

    let family = try await desk.file("Duffy").family
    #expect(family.supportLevel == .earlyHelp)
    #expect(try await review(desk).sustainability == "Nan Rose and Joe carry on.")
  }
}
