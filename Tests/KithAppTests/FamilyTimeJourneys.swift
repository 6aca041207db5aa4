import Casework
import Testing
import TextUI

@testable import KithApp

/// The family's own time, agreeing its plan, and what leads there.
@MainActor
@Suite(.serialized)
struct FamilyTimeJourneys {
  private func begun(_ room: ConferenceRoom) throws -> Desk {
    let desk = try room.mode(.familyTime)
    desk.press(" ")
    return desk
  }

  @Test func `the family's time has a clock, the questions and the plan to type in`()
    async throws
  {
    let room = try await ConferenceRoom.make()
    let desk = try begun(room)

    desk.type("Getting to school")
    desk.press(.enter)

    #expect(desk.shows("Your own time: 0 minutes"))
    #expect(desk.shows("How can mornings be calm enough"))
    #expect(try await room.file().goals.map(\.words) == ["Getting to school"])
    #expect(try await room.file().conference?.isFamilyTime == true)
  }

  @Test func `it ends when the coordinator says so, and the record says when`() async throws {
    let room = try await ConferenceRoom.make()
    let desk = try begun(room)

    desk.press(.escape)
    #expect(desk.shows("Is the coordinator back?"))
    desk.press(.enter)
    #expect(try await room.file().conference?.isFamilyTime == true)
    desk.press(.escape, .right, .enter)

    let times = try await room.file().conference?.familyTimes
    #expect(times?.count == 1)
    #expect(times?.first?.ended != nil)
    #expect(desk.shows("[Our plan]"))
    #expect(desk.app.top.lockedReason == nil)
    desk.rest()
    let drafts = try await room.demo.store.drafts(of: room.coordinator.id)
    #expect(drafts.isEmpty)
  }

  @Test func `of a thousand random keys none reaches anything else`() async throws {
    let room = try await ConferenceRoom.make()
    let desk = try begun(room)
    let keys: [Key] =
      "12345:?qQuxjkhlcCpmaeoRSWFT+>\"! ".map { Key($0) }
      + "cdgklnprtuz_bvo".map { Key.control($0) }
      + [
        .escape, .tab, .backTab, .up, .down, .left, .right, .pageUp, .pageDown, .home, .end,
        .enter, .delete, .backspace, Key(.character("1"), .alt), Key(.character("5"), .alt),
      ]
    var state: UInt64 = 7
    for _ in 0..<1000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      desk.burst([keys[Int(state >> 33) % keys.count]])
      // Nobody is there who could say that the coordinator is back.
      if desk.app.dialog != nil { desk.press(.escape) }
      let isThere = desk.app.top is ConferenceMode
      #expect(isThere && desk.app.palette == nil && desk.app.sheet == nil)
    }
    #expect(desk.terminal.suspensions == 0)
    #expect(try await room.file().conference?.isFamilyTime == true)
    #expect(desk.terminal.frames.allSatisfy { $0.cursor != nil })
  }

  @Test func `a program that dies meanwhile opens in the family's time again, and nowhere else`()
    async throws
  {
    let room = try await ConferenceRoom.make()
    let first = try begun(room)
    first.type("Getting to sch")
    first.terminal.feed([.interrupted(.hangUp)])
    first.settle()

    let again = try room.desk()
    #expect(again.shows("[Family time]"))
    #expect(again.line.contains("Goal   Getting to sch"))
    again.burst([.escape, .escape, "1", "q", ":", .pageUp])

    let isThere = again.app.top is ConferenceMode
    #expect(isThere)
    #expect(again.terminal.frames.allSatisfy { !$0.lines.joined().contains("Needs you") })
  }

  @Test func `the clock asks to be drawn at the next minute only`() async throws {
    let room = try await ConferenceRoom.make()
    let desk = try begun(room)
    let now = room.demo.world.now()

    let wake = desk.app.top.wakeAt(desk.app.context)

    #expect(wake == Moment(milliseconds: now.milliseconds + 60_000))
    desk.press(.escape, .right, .enter)
    #expect(desk.app.top.wakeAt(desk.app.context) == nil)
  }

  private func planned(_ room: ConferenceRoom) throws -> Desk {
    let desk = try room.mode(.welcome)
    desk.press(" ")
    desk.stage(3)
    desk.burst("Getting to school".map { Key($0) } + [.enter])
    desk.stage(4)
    return desk
  }

  @Test func `R-C13: the verdict freezes the plan, and the review is planned`() async throws {
    let room = try await ConferenceRoom.make()
    let desk = try planned(room)

    desk.press(.enter, .control("s"))

    let file = try await room.file()
    #expect(file.conference?.agreement?.verdict == .agreed)
    #expect(file.conference?.heldOn == room.demo.world.today)
    #expect(file.plan?.agreed.last?.at == "the conference")
    let review = file.reviews.first { $0.kind == .familyGroupConference }
    #expect(review?.planned?.day == room.demo.world.today + 84)
    #expect(desk.shows("✓ Agreed on Sat 21 Nov"))
    desk.press("u")
    #expect(try await room.file().conference?.agreement != nil)
  }

  @Test func `who came agrees the plan unless somebody says otherwise`() async throws {
    let room = try await ConferenceRoom.make()
    let desk = try room.mode(.welcome)
    desk.press(" ", .down, " ", .down, " ")
    desk.stage(3)
    desk.burst("Getting to school".map { Key($0) } + [.enter])
    desk.stage(4)
    desk.press(.enter, .control("s"))

    let file = try await room.file()
    #expect(file.conference?.agreedBy.map { file.name(of: $0) } == ["Ella", "Mum", "Nan Rita"])
  }

  @Test func `R-C13: nobody agrees nothing, which is said where it is mended`() async throws {
    let room = try await ConferenceRoom.make()
    let desk = try room.mode()
    desk.burst("Getting to school".map { Key($0) } + [.enter])
    desk.stage(4)

    desk.press(.enter, .control("s"))
    #expect(desk.focused == "Agreed by")
    #expect(desk.shows("Who agrees? At least one person has to."))
    #expect(try await room.file().conference?.agreement == nil)
    desk.press(" ", .control("s"))

    #expect(try await room.file().plan?.agreed.count == 1)
  }

  @Test func `before it is agreed the form says that it is another day, and what is nobody's`()
    async throws
  {
    let room = try await ConferenceRoom.make { file in
      file.conferences[0].planned = file.conferences[0].planned.map { MeetingTime(day: $0.day + 5) }
    }
    let desk = try room.mode(.welcome)
    desk.press(" ")
    desk.stage(3)
    for line in ["Getting to school", "> Uncle Joe walks with her", "> Somebody rings the school"] {
      desk.burst(line.map { Key($0) } + [.enter])
    }
    desk.stage(4)

    desk.press(.enter)

    let remark = desk.app.sheet?.form.fields.first { $0.id == "verdict" }?.note
    #expect(
      remark == "Booked for Thu 26 Nov; it counts as held today, Sat 21 Nov. "
        + "Nobody yet for “Somebody rings the school”")
    #expect(desk.shows("Booked for Thu 26 Nov") && desk.shows("Nobody yet for"))
    desk.press(.control("s"))
    #expect(try await room.file().conference?.agreement?.verdict == .agreed)
  }

  @Test func `R-C13: not safe names the line, and freezes nothing`() async throws {
    let room = try await ConferenceRoom.make()
    let desk = try planned(room)

    desk.press(.enter, .right, .right, .control("s"))
    #expect(desk.shows("Which line does it not hold?"))
    desk.tab(to: "Not “Ella is at school…”")
    desk.type("Fridays are open")
    desk.press(.control("s"))

    let file = try await room.file()
    #expect(
      file.conference?.agreement?.refusals == [
        Refusal(line: "Ella is at school every day.", why: "Fridays are open")
      ])
    #expect(file.plan?.agreed.isEmpty ?? true)
    #expect(desk.shows("“Ella is at school every day.” because Fridays are open"))
  }

  @Test func `R-C15: a review before four weeks is refused at its field`() async throws {
    let room = try await ConferenceRoom.make()
    let desk = try planned(room)

    desk.press(.enter)
    desk.tab(to: "Review conference")
    desk.type("+2w")
    desk.press(.control("s"))

    #expect(desk.focused == "Review conference")
    #expect(desk.shows("4 weeks after"))
    #expect(try await room.file().conference?.agreement == nil)
  }

  @Test func `R-C7: an invitation stays back until who was harmed agrees to it`() async throws {
    let room = try await ConferenceRoom.make { file in
      file.family.safety.harmed = [file.adults[0].id]
      file.family.safety.harmedBy = file.adults.filter { $0.name == "Abel Stone" }.map(\.id)
    }
    let desk = try room.desk()
    desk.open("Marlow")
    desk.press("C")
    desk.select("Nan Rita")

    desk.press("R")
    #expect(desk.shows("Mum has not agreed that Nan Rita is invited"))
    desk.press("e")
    desk.tab(to: "Agreed to by")
    desk.press(" ")
    desk.tab(to: "Invitation out on")
    desk.type("today")
    desk.press(.control("s"))

    let file = try await room.file()
    let invitation = file.conference?.invitations.first {
      file.name(of: $0.who) == "Nan Rita"
    }
    #expect(invitation?.releasedOn == room.demo.world.today)
    #expect(invitation?.harmedConsents.count == 1)
  }

  @Test func `R-C8: who harmed is in the room only on all three conditions`() async throws {
    let room = try await ConferenceRoom.make { file in
      file.family.safety.harmed = [file.adults[0].id]
      file.family.safety.harmedBy = file.adults.filter { $0.name == "Abel Stone" }.map(\.id)
    }
    let desk = try room.desk()
    desk.open("Marlow")
    desk.press("C")
    desk.select("Abel")

    desk.press("e", "i")
    desk.press(.control("s"))

    #expect(desk.focused == "Takes part")
    #expect(desk.shows("may be in the room only if"))
  }
}
