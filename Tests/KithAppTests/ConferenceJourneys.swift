// Over 400 lines: a conference from its welcome to its agreed plan, all that happens in the room.
import Casework
import Foundation
import Testing
import TextUI

@testable import KithApp

/// A coordinator typing a plan while a family talks.
@MainActor
@Suite(.serialized)
struct ConferenceJourneys {
  private static let spoken: [(goal: String, actions: [String])] = [
    ("Getting to school on time", ["Uncle Joe walks with her, mon", "Ms Grant meets her, fri"]),
    ("Less shouting in the mornings", ["Mum gets up at six", "Nan Rita rings at seven, mon"]),
    ("Time for just Mum and me", ["Mum takes Sunday off, 29 nov"]),
    ("Ella sleeps by ten", ["Mum takes the telephone at nine", "Dr Shah looks in, 4 dec"]),
    ("Going to the maths club", ["Mum drives her, thu", "Ms Grant asks for a place, tue"]),
    ("Somebody at home at night", ["Nan Rita sleeps over, from mon", "Uncle Joe has the key"]),
    ("A doctor for Nan Rita", ["Mum books it, +2w"]),
    ("Laughing again", ["Ella chooses the film, sat", "Uncle Joe brings the popcorn, sat"]),
  ]

  @Test func `eight goals and fourteen actions in one burst lose no key and are all kept`()
    async throws
  {
    let room = try await ConferenceRoom.make()
    let desk = try room.mode()
    var keys: [Key] = []
    for (goal, actions) in ConferenceJourneys.spoken {
      for line in [goal] + actions.map({ "> \($0)" }) { keys += line.map { Key($0) } + [.enter] }
    }

    desk.burst(keys)

    let file = try await room.file()
    #expect(file.goalsInOrder.map(\.words) == ConferenceJourneys.spoken.map(\.goal))
    #expect(file.actions.count == 14)
    for (goal, (_, actions)) in zip(file.goalsInOrder, ConferenceJourneys.spoken) {
      let own = file.actions(of: goal.id)
      #expect(own.count == actions.count, "\(goal.words)")
      for (action, typed) in zip(own, actions) {
        #expect(typed.contains(action.words), "\(action.words) of \(typed)")
      }
    }
    #expect(Set(file.actions.compactMap(\.who)).count == 6)
    #expect(!desk.shows(" !"))
  }

  @Test func `a sentence and Enter is a goal, and its line has a point once it is on disk`()
    async throws
  {
    let room = try await ConferenceRoom.make()
    let desk = try room.mode()

    desk.type("Getting to school on time")
    desk.press(.enter)

    #expect(desk.line(with: "1  Getting to school on time").hasSuffix("Ella ·"))
    let goal = try await room.file().goals.first
    #expect(goal?.words == "Getting to school on time")
    #expect(goal?.category == .engagement)
  }

  @Test func `an action is read as it is typed, and can be put right`() async throws {
    let room = try await ConferenceRoom.make()
    let desk = try room.mode()
    desk.type("Getting to school on time")
    desk.press(.enter)

    desk.type("> Uncle Joe walks with her, fri")
    #expect(desk.shows("Uncle Joe · walks with her · by Fri 27 Nov"))
    desk.press(.tab)
    desk.type("nan")
    desk.press(.enter)

    let file = try await room.file()
    #expect(file.actions.first.map { file.name(of: $0.who) } == "Nan Rita")
    #expect(file.actions.first?.words == "walks with her")
    #expect(file.actions.first?.by == Day(iso: "2026-11-27"))
    #expect(desk.line(with: "Nan Rita walks with her").hasSuffix("·"))
  }

  @Test func `one Tab away are whose, about, category, now and hoped for`() async throws {
    let room = try await ConferenceRoom.make()
    let desk = try room.mode()

    desk.type("Less shouting in the mornings")
    desk.press(.tab, "m", .tab, .tab, .tab, "4", .tab, "+", .enter)

    let file = try await room.file()
    let goal = try #require(file.goals.first)
    #expect(file.name(of: goal.whose) == "Mum")
    #expect(goal.baseline == 4)
    #expect(goal.hopedFor == 10)
    #expect(goal.category == .parentChild)
  }

  @Test func `words are corrected in the line and the goal keeps how it was worded`()
    async throws
  {
    let room = try await ConferenceRoom.make()
    let desk = try room.mode()
    desk.type("Getting to scool")
    desk.press(.enter, .up, "e", .backspace, .backspace, .backspace)
    desk.type("hool")
    desk.press(.enter)

    let goal = try await room.file().goals.first
    #expect(goal?.words == "Getting to school")
    #expect(goal?.formerWords.map(\.words) == ["Getting to scool"])
    #expect(desk.shows("1  Getting to school"))
  }

  @Test func `K moves a goal up, and it stays selected`() async throws {
    let room = try await ConferenceRoom.make()
    let desk = try room.mode()
    desk.type("One")
    desk.press(.enter)
    desk.type("Two")
    desk.press(.enter, .up)

    desk.press("K")

    #expect(try await room.file().goalsInOrder.map(\.words) == ["Two", "One"])
    #expect(desk.line.contains("1  Two"))
  }

  @Test func `S splits a goal at its and, and the second half waits to be corrected`()
    async throws
  {
    let room = try await ConferenceRoom.make()
    let desk = try room.mode()
    desk.type("Getting to school and sleeping by ten")
    desk.press(.enter)
    desk.type("Laughing again")
    desk.press(.enter, .up, .up)

    desk.press("S")
    #expect(desk.line.contains("Goal   Sleeping by ten"))
    desk.press(.enter)

    let words = try await room.file().goalsInOrder.map(\.words)
    #expect(words == ["Getting to school", "Sleeping by ten", "Laughing again"])
  }

  @Test func `Ctrl-O splits the line at the caret`() async throws {
    let room = try await ConferenceRoom.make()
    let desk = try room.mode()
    desk.type("Quiet mornings time with Mum")
    desk.press(Key(.left, .control), Key(.left, .control), Key(.left, .control))

    desk.press(.control("o"), .enter)

    #expect(
      try await room.file().goalsInOrder.map(\.words) == ["Quiet mornings", "time with Mum"])
  }

  @Test func `Alt with a letter or Enter leaves the line as it is, and the mode open`() async throws
  {
    let room = try await ConferenceRoom.make()
    let desk = try room.mode()
    desk.type("Getting to sch")

    desk.press(Key(.character("x"), .alt), Key(.enter, .alt), Key(.character("é"), .alt))

    #expect(desk.line.contains("Goal   Getting to sch"))
    #expect(desk.shows("[Our plan]"))
    #expect(try await room.file().goals.isEmpty)
  }

  @Test(arguments: ConferenceStage.allCases)
  func `only Esc leaves the mode: h and ← do nothing on any page`(
    _ stage: ConferenceStage
  ) async throws {
    let room = try await ConferenceRoom.make()
    let desk = try room.mode(stage)

    desk.press(.left, "h", .left)
    #expect(desk.shows("[\(stage.title)]"))
    if stage == .plan { desk.press(.backspace) }
    desk.press(.escape)

    #expect(desk.shows("[Overview]"))
  }

  @Test func `each line of a paste is a line of the plan, and the last one stays in the line`()
    async throws
  {
    let room = try await ConferenceRoom.make()
    let desk = try room.mode()
    desk.type("Go: ")

    desk.paste("First goal\nSecond goal\n\n  \n>Uncle Joe does it by fri")

    #expect(try await room.file().goalsInOrder.map(\.words) == ["Go: First goal", "Second goal"])
    #expect(desk.line.contains("Action >Uncle Joe does it by fri"))
    desk.press(.enter)
    let file = try await room.file()
    #expect(file.actions(of: file.goalsInOrder.last?.id).map(\.words) == ["does it"])
    desk.press(.up, "u", "u", "u")
    #expect(try await room.file().goals.isEmpty)
  }

  @Test func `a paste that ends with a line end leaves the line empty`() async throws {
    let room = try await ConferenceRoom.make()
    let desk = try room.mode()

    desk.paste("\nFirst goal\n> Uncle Joe walks with her\n")

    let file = try await room.file()
    #expect(file.goals.map(\.words) == ["First goal"])
    #expect(file.actions.map(\.words) == ["walks with her"])
    desk.type("Next")
    #expect(desk.line.contains("Goal   Next"))
  }

  @Test func `a line of a paste that is refused stays, with all that comes after it`()
    async throws
  {
    let room = try await ConferenceRoom.make()
    let desk = try room.mode()
    desk.type("> Uncle Joe walks")
    desk.press(.tab, .tab, .tab)
    desk.type("nonsense")
    desk.press(.escape)

    desk.paste(" with her\nSecond goal\nThird goal")
    #expect(desk.line.contains("Action > Uncle Joe walks with her"))
    desk.press(.tab, .tab, .tab, .control("u"), .enter)
    #expect(desk.line.contains("Goal   Second goal"))
    desk.press(.enter, .enter)

    let file = try await room.file()
    #expect(file.actions.map(\.words) == ["walks with her"])
    #expect(file.goalsInOrder.map(\.words) == ["Second goal", "Third goal"])
  }

  @Test func `a paste of more lines than a plan has is one line that is not saved`()
    async throws
  {
    let room = try await ConferenceRoom.make()
    let desk = try room.mode()

    desk.paste((1...300).map { "line \($0)" }.joined(separator: "\n"))

    #expect(try await room.file().goals.isEmpty)
    #expect(desk.shows("300 lines are no plan"))
    #expect(desk.shows("line 299 line 300"))
  }

  @Test func `the line that is corrected is marked in the plan while it is typed`() async throws {
    let room = try await ConferenceRoom.make()
    let desk = try room.mode()
    for line in ["One", "> Uncle Joe walks with her", "Two"] {
      desk.type(line)
      desk.press(.enter)
    }
    #expect(!desk.shows("▌"))

    desk.press(.up, .up, "e")
    #expect(desk.line(with: "Uncle Joe walks with her").hasPrefix("▌"))
    #expect(desk.line.contains("Action walks with her"))
    desk.type(" home")
    #expect(desk.line(with: "Uncle Joe walks with her").hasPrefix("▌"))
    desk.press(.enter)

    #expect(!desk.shows("▌"))
  }

  @Test func `somebody's name alone is asked what they do`() async throws {
    let room = try await ConferenceRoom.make()
    let desk = try room.mode(.plan, width: 60, height: 16)

    desk.type(">Uncle Joe")

    #expect(desk.shows("Uncle Joe · does what? · by when?"))
  }

  @Test func `M makes a goal one with the one above, with its actions`() async throws {
    let room = try await ConferenceRoom.make()
    let desk = try room.mode()
    for line in ["Getting to school", "Going on time", "> Uncle Joe walks with her"] {
      desk.type(line)
      desk.press(.enter)
    }
    desk.press(.up, .up)

    desk.press("M")

    let file = try await room.file()
    #expect(file.goals.map(\.words) == ["Getting to school and going on time"])
    #expect(file.actions(of: file.goals.first?.id).map(\.words) == ["walks with her"])
  }

  @Test func `x removes, u brings back and Ctrl-R removes again`() async throws {
    let room = try await ConferenceRoom.make()
    let desk = try room.mode()
    desk.type("Getting to school")
    desk.press(.enter, .up, "x")
    #expect(try await room.file().goals.isEmpty)

    desk.type("New one")
    desk.press(.enter, .up, "u", "u")
    #expect(try await room.file().goals.map(\.words) == ["Getting to school"])
    #expect(desk.shows("1  Getting to school"))
    desk.press(.control("r"), .control("r"))

    #expect(try await room.file().goals.map(\.words) == ["New one"])
    #expect(!desk.shows("Getting to school"))
  }

  @Test func `the plan's own words are a line with a quotation mark or an exclamation mark`()
    async throws
  {
    let room = try await ConferenceRoom.make()
    let desk = try room.mode()
    desk.type("\"We want Ella to be happy.")
    desk.press(.enter)
    desk.type("! Nan Rita calls everybody together.")
    desk.press(.tab)
    desk.type("nan")
    desk.press(.enter)

    let file = try await room.file()
    #expect(file.plan?.openingWords == "We want Ella to be happy.")
    #expect(file.plan?.ifNotWorking == "Nan Rita calls everybody together.")
    #expect(file.name(of: file.plan?.keptGoingBy) == "Nan Rita")
    #expect(desk.shows("Nan Rita keeps"))
  }

  @Test func `the half-typed line is there again after a hang-up, and gone once it is saved`()
    async throws
  {
    let room = try await ConferenceRoom.make()
    let first = try room.mode()
    first.type("Getting to sch")
    first.terminal.feed([.interrupted(.hangUp)])
    first.settle()

    let again = try room.mode()
    #expect(again.line.contains("Goal   Getting to sch"))
    again.type("ool")
    again.press(.enter)

    #expect(try await room.file().goals.map(\.words) == ["Getting to school"])
    again.rest()
    let drafts = try await room.demo.store.drafts(of: room.coordinator.id)
    #expect(drafts.isEmpty)
  }

  @Test func `a line that is on disk does not come back though its draft was never dropped`()
    async throws
  {
    let room = try await ConferenceRoom.make()
    let first = try room.mode()
    first.type("Getting to school")
    while first.app.draftDue != nil { _ = first.app.round() }
    first.settle()
    let kept = try await room.demo.store.drafts(of: room.coordinator.id)
    first.press(.enter)
    for draft in kept { try await room.demo.store.keep(draft) }

    let again = try room.mode()

    #expect(kept.count == 1)
    #expect(!again.line.contains("Getting to school"))
    #expect(try await room.file().goals.count == 1)
  }

  @Test func `what somebody else saves meanwhile shows, and my typing stays`() async throws {
    let room = try await ConferenceRoom.make()
    let desk = try room.mode()
    desk.type("Getting to")

    try await desk.meanwhile(in: "Marlow") { file in
      let goal = Goal(
        id: room.demo.world.newID(), familyID: file.family.id, words: "From elsewhere",
        setOn: room.demo.world.today)
      return [Change(before: nil, after: .goal(goal))]
    }
    desk.app.receive(.savedElsewhere)
    desk.settle()

    #expect(desk.shows("1  From elsewhere"))
    #expect(desk.line.contains("Goal   Getting to"))
  }

  @Test func `a correction over somebody else's asks first, and Enter saves it`() async throws {
    let room = try await ConferenceRoom.make()
    let desk = try room.mode()
    desk.type("Getting to school")
    desk.press(.enter, .up, "e")
    desk.type(" early")
    try await desk.meanwhile(in: "Marlow") { file in
      file.goals.map { goal in
        var after = goal
        after.reword("Going to school", on: room.demo.world.today)
        return Change(before: .goal(goal), after: .goal(after))
      }
    }

    desk.press(.enter)
    #expect(desk.shows("Not saved: Somebody else changed the same goal."))
    #expect(desk.line(with: "Getting to school early").hasSuffix("!"))
    desk.press(.up, .enter)

    #expect(try await room.file().goals.map(\.words) == ["Getting to school early"])
    #expect(desk.line(with: "Getting to school early").hasSuffix("·"))
  }

  @Test(arguments: ["Maya Osei", "Ruth Bell"])
  func `R-C5: c is off, with the reason, for who works with the family or supervises`(
    _ name: String
  ) async throws {
    let room = try await ConferenceRoom.make()
    let person = room.demo.practitioners.first { $0.name == name }
    let desk = try room.desk(as: person)
    desk.open("Marlow")

    desk.press("c")

    #expect(desk.shows("[Overview]"))
    #expect(desk.shows("Conference mode: the plan, typed live: You are the"))
    #expect(try await room.file().conference?.begunAt == nil)
  }

  @Test func `what is refused stays with its reason, and goes again before the next line`()
    async throws
  {
    let room = try await ConferenceRoom.make()
    let context = try room.mode().app.context
    let file = try await room.file()
    var live = LivePlan(file)
    let goal = Goal(
      id: room.demo.world.newID(), familyID: file.family.id, words: "One",
      setOn: context.today)
    let edit = context.edit("One", in: file.family.id, [Change(before: nil, after: .goal(goal))])

    _ = live.send(edit)
    #expect(live.mark(.goal(goal)) == .onItsWay)
    _ = live.saved(edit, .failure(.unavailable("The disk is full.")))
    #expect(live.mark(.goal(goal)) == .refused("The disk is full."))
    #expect(live.file.goals.map(\.words) == ["One"])
    #expect(live.refusedWords == ["One"])

    #expect(live.retry() == [.ask(.commitQuietly(edit))])
    _ = live.saved(edit, .success(()))
    #expect(live.mark(.goal(goal)) == .kept)
  }
}
