import Casework
import Testing
import TextUI

@testable import KithApp

/// What a caseworker does with a plan.
@MainActor
@Suite(.serialized)
struct PlanJourneys {
  @Test func `I add a goal in Kayla's own words and find it in the plan`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)

    desk.press("a")
    desk.fill("A night when nobody fights", nil, nil, nil, "3", "9")

    #expect(desk.line.contains("4 A night when nobody fights"))
    let goal = try await desk.file("Duffy").goals.last
    #expect(goal?.words == "A night when nobody fights")
    #expect(goal?.baseline == 3)
    #expect(goal?.hopedFor == 9)
  }

  @Test func `an action that I am on looks selected, to its last line`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)

    desk.select("Nan Rose: has Lee")

    let row = try #require(desk.screen.lines.firstIndex { $0.contains("Nan Rose: has Lee") })
    for line in desk.screen.styleLines[row...(row + 1)] { #expect(line.contains("ssssss")) }
    #expect(desk.screen.lines[row + 1].hasSuffix("a school night"))
  }

  @Test func `I rate a goal and its sparkline grows`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.select("Less shouting")
    #expect(desk.line.contains("▃▃▄  "))

    desk.press("r")
    desk.fill("8", nil, "We had a whole week")

    #expect(desk.line.contains("▃▃▄▇"))
    #expect(desk.shows("Mum rated “Less shouting in the mornings” 8, was 4"))
  }

  @Test func `plus is a ten, and so are a one and a nought`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.select("Less shouting")

    for keys in ["+", "10"] {
      desk.press("r")
      desk.fill(keys)

      #expect(desk.shows("Mum rated “Less shouting in the mornings” 10"))
    }
  }

  @Test func `a rating without a number is asked for it and loses nothing`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.select("Less shouting")

    desk.press("r")
    desk.fill(nil, nil, "Better since Tuesday")

    #expect(desk.shows("From 0 to 10: where is it?"))
    #expect(desk.shows("Better since Tuesday"))
  }

  @Test func `I re-word a goal and its ratings stay`() async throws {
    let desk = try await Desk.demo()
    let before = try await desk.file("Duffy")
    desk.open("Duffy", .plan)
    desk.select("Less shouting")

    desk.press("e", .control("e"))
    desk.fill(" and evenings")

    let after = try await desk.file("Duffy")
    let goal = after.goals.first { $0.words == "Less shouting in the mornings and evenings" }
    #expect(goal != nil)
    #expect(after.ratings == before.ratings)
    #expect(desk.shows("▃▃▄"))
  }

  @Test func `I mark an action done, and not yet again`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.select("meets her at the gate")

    desk.press("d")
    #expect(desk.line.contains("✓ Ms Grant"))
    #expect(desk.line.contains("since Sat 21 Nov"))

    desk.press("d")
    #expect(!desk.line.contains("✓"))
    #expect(desk.line.contains("by Fri 27 Nov"))
  }

  @Test func `two quick d's are two saves, not a quarrel with myself`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.select("meets her at the gate")

    desk.burst(["d", "d", "d"])

    #expect(desk.line.contains("✓ Ms Grant"))
    #expect(!desk.shows("Not saved"))
  }

  @Test func `I move a goal up and it stays selected`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.select("Less shouting")

    desk.press("K")

    #expect(desk.line.contains("1 Less shouting"))
    #expect(desk.line(with: "Getting to school").contains("2 Getting"))
  }

  @Test func `I remove a goal and u brings it back with its ratings`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.select("Time with Mum")
    desk.press("r")
    desk.fill("4")
    let before = try await desk.file("Duffy")
    desk.select("Time with Mum")

    desk.press("x")
    #expect(!desk.shows("3 Time with Mum"))
    #expect(desk.shows("u takes it back"))

    desk.press("u")
    #expect(desk.shows("3 Time with Mum"))
    #expect(try await desk.file("Duffy") == before)
  }

  @Test func `a goal that was rated at a held review is not removed, and I am told why`()
    async throws
  {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.select("Getting to school")

    desk.press("x")

    #expect(desk.shows("1 Getting to school"))
    #expect(desk.shows("It was rated at a review that was held"))
  }

  @Test func `I add an action to the goal I am on`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    desk.select("Less shouting")

    desk.press("A")
    desk.fill("puts the radio on", "uncle", "fri")

    let file = try await desk.file("Duffy")
    let action = file.actions.first { $0.words == "puts the radio on" }
    #expect(action?.goalID == file.goals.first { $0.words.hasPrefix("Less shouting") }?.id)
    #expect(action?.by == Day(iso: "2026-11-27"))
    #expect(desk.shows("Uncle Joe: puts the radio on"))
  }

  @Test func `I write down what the family wants`() async throws {
    let desk = try await Desk.demo()
    desk.open("Chowdhury", .plan)

    desk.press("e")
    desk.fill("We want to eat together again.")

    #expect(desk.shows("“We want to eat together again."))
  }

  @Test func `an agreed plan is frozen and u does not take it back`() async throws {
    let desk = try await Desk.demo()
    let before = try await desk.file("Duffy").plan?.agreed.count ?? 0
    desk.open("Duffy", .plan)

    desk.press("Y")
    desk.fill(nil, "home", " ")
    #expect(desk.shows("Agreed the plan, version \(before + 1)"))
    desk.press("u")

    let plan = try await desk.file("Duffy").plan
    #expect(plan?.agreed.count == before + 1)
    #expect(plan?.agreed.last?.at == "home")
  }

  @Test func `a key that is off says why and does nothing`() async throws {
    let desk = try await Desk.demo()
    let before = try await desk.file("Duffy")
    desk.open("Duffy", .plan)

    desk.press("d")

    #expect(desk.shows("Done, or not yet: select an action"))
    #expect(try await desk.file("Duffy") == before)
  }

  @Test func `t shows a goal's chart as a table of the same numbers`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .progress)
    #expect(desk.shows("┤"))

    desk.press("t")

    #expect(!desk.shows("┤"))
    #expect(desk.line(with: "Fri 20 Nov").contains("Nan Rose         7"))
  }

  @Test func `next goal goes through all of them and round again`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .progress)

    desk.press("]")
    #expect(desk.shows("Less shouting in the mornings"))
    desk.press("]", "]")

    #expect(desk.shows("goal 1 of 3"))
  }

  @Test func `from the list of stuck goals I come to the goal's own chart`() async throws {
    let desk = try await Desk.demo()
    desk.press("4")

    desk.press(.enter)

    #expect(desk.shows("Hale › Catching up"))
    #expect(desk.shows("[Progress]"))
  }

  @Test func `a form that rates names the goal, what was said last and what is hoped for`()
    async throws
  {
    let desk = try await Desk.demo(width: 60, height: 16)
    desk.open("Duffy", .progress)

    desk.press("r")

    #expect(desk.shows("╭─ Rate “Getting to school on time”"))
    #expect(desk.shows("Kayla said 6 on Fri 6 Nov; hoped for 8"))
  }

  @Test func `a table of ratings that is longer than the window is read to its end`() async throws {
    let desk = try await Desk.demo(width: 60, height: 16)
    desk.open("Duffy", .progress)
    desk.press("t")
    #expect(desk.shows("PgDn more"))
    #expect(!desk.shows("Sat 12 Sep"))

    desk.press(.end)

    #expect(desk.shows("Sat 12 Sep       Kayla            2"))
    #expect(!desk.shows("PgDn more"))
    desk.press(.pageUp)
    #expect(desk.shows("PgUp more  PgDn more"))
    desk.press(.home)
    #expect(desk.shows("Fri 20 Nov       Nan Rose"))
  }

  @Test func `as a table the list of goals keeps what they are now`() async throws {
    let desk = try await Desk.demo()
    desk.press("4", .backTab, "t")

    #expect(desk.shows(" Now "))
    #expect(desk.line(with: "Somebody asks how my").contains("3 2 3 2 now 2"))
  }

  @Test func `a draft that is opened from Today says whose it is`() async throws {
    let desk = try await Desk.demo()
    desk.open("Hale")
    desk.press("a")
    desk.type("She rang")
    desk.rest()
    desk.press(.escape, "1", .home, .enter)

    #expect(desk.shows("╭─ New note · Hale · draft"))
  }
}
