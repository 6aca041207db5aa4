import Casework
import Testing
import TextUI

@testable import KithApp

/// Somebody looks over my shoulder.
@MainActor
@Suite(.serialized)
struct PrivacyJourneys {
  /// Words that stand on the screens below, and must not while all is hidden.
  private static let telling = ["Duffy", "Kayla", "Maya", "Brannigan", "goal", "Dawn", "Families"]

  private func expectNothing(on desk: Desk) {
    for word in Self.telling { #expect(!desk.shows(word), "\(word) is still on the screen") }
    #expect(desk.shows("F2 or Ctrl-T shows it again."))
  }

  @Test(arguments: [Key(.function(2)), .control("t")])
  func `one key hides everything and the same shows it again`(_ key: Key) async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .plan)
    let before = desk.text

    desk.press(key)
    expectNothing(on: desk)
    desk.press(key)

    #expect(desk.text == before)
  }

  @Test func `a form, the palette and help are hidden too`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .record)
    for opening in [["a"], [":"], ["?"], ["/"]] as [[Key]] {
      for key in opening { desk.press(key) }
      desk.type("Dawn")
      desk.press(Key(.function(2)))
      expectNothing(on: desk)
      desk.press(Key(.function(2)))
      desk.press(.escape, .escape)
      desk.open("Duffy", .record)
    }
  }

  @Test func `what I was typing is kept, and keys do nothing while all is hidden`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .record)
    desk.press("a")
    desk.type("Dawn rang")

    desk.press(Key(.function(2)))
    let drafts = try await desk.store.drafts(of: desk.app.context.me.id)
    #expect(drafts.contains { $0.values.values.contains("Dawn rang") })
    desk.type("quiet")
    desk.press(.escape, .enter, .control("s"), "q")
    desk.terminal.feed([.paste("pasted")])
    desk.settle()
    expectNothing(on: desk)
    desk.press(Key(.function(2)))
    desk.type(" twice")

    #expect(desk.shows("Dawn rang twice"))
    #expect(!desk.hasEnded)
  }

  @Test func `it hides at once though the store is slow`() async throws {
    let desk = try await Desk.demo()
    desk.app.isSaving = true
    desk.app.held = [.key("2")]

    desk.app.take(.key(.control("t")))

    #expect(desk.app.hidden == .asked)
    desk.app.isSaving = false
  }

  @Test func `kith hides itself after the minutes I set, with what I typed kept`() async throws {
    let desk = try await Desk.demo()
    desk.app.context.settings.idleLock = 10
    desk.open("Duffy", .record)
    desk.press("a")
    desk.type("Dawn rang")

    desk.app.lastInput = .now - .seconds(9 * 60)
    _ = desk.app.round()
    desk.settle()
    #expect(desk.shows("Dawn rang"))
    desk.app.lastInput = .now - .seconds(10 * 60)
    _ = desk.app.round()
    desk.settle()
    expectNothing(on: desk)
    #expect(desk.shows("Hidden after 10 minutes without a key."))
    desk.press(.control("t"))

    #expect(desk.shows("Dawn rang"))
  }

  @Test func `without a time set it never hides itself`() async throws {
    let desk = try await Desk.demo()

    desk.app.lastInput = .now - .seconds(100_000)
    _ = desk.app.round()

    #expect(desk.app.idleAt == nil)
    #expect(desk.app.hidden == nil)
  }

  @Test func `in a room names become initials and the words stay`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .team)

    desk.press(Key(.function(3)))

    #expect(desk.shows("F3 shows them whole"))
    for name in ["Duffy", "Kayla", "Dawn", "Maya", "Osei", "Shah"] {
      #expect(!desk.shows(name), "\(name) is still on the screen")
    }
    #expect(desk.shows("Families › D····"))
    #expect(desk.shows("mentor"))
    desk.press(Key(.function(3)))
    #expect(desk.shows("Families › Duffy"))
  }

  @Test(arguments: [(80, 24), (60, 16), (40, 10), (120, 40)])
  func `no screen shows a known name while names are initials`(
    _ width: Int, _ height: Int
  ) async throws {
    let demo = try await DemoStore.make()
    var names: Set<String> = []
    for id in try await demo.store.familyIDs() {
      let file = try await demo.store.family(id)
      let all = [file.family.name] + file.people.map(\.name) + file.team.map(\.name)
      names.formUnion(all.flatMap { $0.split(separator: " ") }.map(String.init))
    }
    names = names.filter { $0.count > 2 && !["Mum", "Dad", "Nan", "Uncle", "Jun"].contains($0) }
    let desk = try demo.desk(width: width, height: height)
    desk.open("Duffy")
    desk.press(Key(.function(3)), .escape)

    for tab in ["1", "2", "3", "4"] as [Key] {
      desk.press(tab)
      expectNone(of: names, on: desk)
    }
    for section in FamilySection.allCases {
      desk.press("1")
      desk.open("Duffy", section)
      expectNone(of: names, on: desk)
    }
    desk.press("1", ":")
    desk.type("uff")
    expectNone(of: names, on: desk)
  }

  /// A name at the very beginning of somebody's words that no screen has read cannot be told.
  private func expectNone(of names: Set<String>, on desk: Desk) {
    for line in desk.screen.lines {
      let words = line.split { !$0.isLetter }.map(String.init)
      let told = words.filter(names.contains)
      #expect(told.isEmpty, "\(told) in: \(line)")
    }
  }
}
