import Casework
import Testing
import TextUI

@testable import KithApp

/// Keys written down, and what comes of pressing them.
@MainActor
struct ReplayTests {
  private static func replay(
    _ keys: String, as name: String = "Maya Osei", keepsAll: Bool = false
  ) async throws -> Replay {
    let demo = try await DemoStore.make()
    guard let me = demo.practitioners.first(where: { $0.name == name }) else {
      throw Missing(what: name)
    }
    let replay = Replay(
      Replay.Start(
        store: demo.store, clock: ReplayClock(now: demo.world.now()), me: me,
        since: demo.lastVisit, place: "the demo", size: Size(width: 80, height: 24)),
      keepsAll: keepsAll)
    try await replay.run(try ReplayScript(keys))
    return replay
  }

  // MARK: The language

  @Test func `a script is one key a word, texts in quotes, and a few words beside them`() throws {
    let script = try ReplayScript(
      """
      2 / "du ff"  # finds the family
      Enter Down*2 Ctrl-S
      paste "a\\nb" size 60x16 wait wait 10m dump "a \\"name\\"" restart
      expect "Duffy" refuse "Okoro" click "Plan" doubleclick "Mum" wheel up
      """)

    #expect(
      script.steps.map(\.step) == [
        .key("2"), .key("/"), .type("du ff"), .key(.enter), .key(.down), .key(.down),
        .key(.control("s")), .paste("a\nb"), .resize(Size(width: 60, height: 16)),
        .wait(milliseconds: 5000), .wait(milliseconds: 600_000), .dump("a \"name\""), .restart,
        .expect("Duffy"), .refuse("Okoro"), .click("Plan", count: 1), .click("Mum", count: 2),
        .wheel(isUp: true),
      ])
    #expect(
      script.steps.map(\.line) == [1, 1, 1, 2, 2, 2, 2] + [3, 3, 3, 3, 3, 3] + [4, 4, 4, 4, 4])
  }

  @Test(arguments: [
    ("duff", "To type it, put it in quotes: \"duff\""), ("expect", "a text in quotes is missing"),
    ("expect Duffy", "a text in quotes is missing"), ("expect \"\"", "a text in quotes is missing"),
    ("size", "like 80x24"), ("size 80", "like 80x24"), ("size 0x0", "like 80x24"),
    ("size 80x9999", "like 80x24"), ("wheel", "“up” or “down”"), ("\"open", "no closing quote"),
    ("Down*0", "no key"), ("Down*x", "no key"),
  ])
  func `what a script cannot mean is said with its line`(_ text: String, _ words: String) {
    let fault = #expect(throws: ReplayScript.Faults.self) { try ReplayScript("2 Enter\n\(text)") }

    #expect(fault?.all.first?.line == 2)
    #expect(fault?.all.first?.sentence.contains(words) == true, "\(fault?.all ?? [])")
  }

  @Test func `every fault of a script is said, not only the first`() {
    let fault = #expect(throws: ReplayScript.Faults.self) {
      try ReplayScript("nope\nEnter size 0x0\nnope2")
    }

    #expect(fault?.all.map(\.line) == [1, 2, 3])
  }

  @Test func `an empty script shows the first screen`() async throws {
    let replay = try await Self.replay("# nothing")

    #expect(replay.frames.count == 1)
    #expect(replay.screen.lines[0].hasPrefix(" Today"))
  }

  // MARK: What comes of it

  @Test func `keys written down do what keys at the keyboard do`() async throws {
    let replay = try await Self.replay("2 / \"duff\" Enter Enter Tab")

    let desk = try await Desk.demo()
    desk.press("2", "/")
    desk.type("duff")
    desk.press(.enter, .enter, .tab)
    #expect(replay.screen == desk.screen)
  }

  @Test func `the same keys show the same frames`() async throws {
    let keys = "2 Enter Tab a \"Reading every night\" Ctrl-S 1 u wait 10m 2 Down dump \"end\""

    let first = try await Self.replay(keys, keepsAll: true)
    let second = try await Self.replay(keys, keepsAll: true)

    #expect(first.frames.count > 10)
    #expect(first.frames.map(\.canvas) == second.frames.map(\.canvas))
  }

  @Test func `frames are those that the script dumps, under their names`() async throws {
    let replay = try await Self.replay("2 dump \"families\" 3 4 dump \"progress\"")

    #expect(replay.frames.map(\.name) == ["families", "progress"])
    #expect(replay.frames.map(\.steps) == ["2 dump \"families\"", "3 4 dump \"progress\""])
    #expect(replay.frames[1].canvas.lines[0].hasPrefix(" Progress"))
  }

  @Test func `an expectation that does not hold stops with its line and the screen`() async throws {
    let stop = await #expect(throws: Replay.Stop.self) {
      _ = try await Self.replay("2\nexpect \"Families\"\nexpect \"Nobody\"\n3")
    }

    #expect(stop?.line == 3)
    #expect(stop?.sentence == "The screen does not say “Nobody”.")
    #expect(stop?.canvas.lines[0].hasPrefix(" Families") == true)
  }

  @Test func `what must not be seen and is stops the replay`() async throws {
    let stop = await #expect(throws: Replay.Stop.self) {
      _ = try await Self.replay("2 refuse \"Duffy\"")
    }

    #expect(stop?.sentence == "The screen says “Duffy”.")
  }

  @Test func `nothing can be pressed after kith was left`() async throws {
    let stop = await #expect(throws: Replay.Stop.self) { _ = try await Self.replay("q Down") }

    #expect(stop?.sentence == "“Down” has nothing to act on: kith was left before it.")
  }

  @Test func `what was typed is offered again after a restart`() async throws {
    _ = try await Self.replay(
      """
      2 / "duff" Enter Enter Tab a "Reading every night" restart
      expect "[1 Today]" expect "Not saved yet" expect "goal"
      """)
  }

  @Test func `time goes by when the script lets it`() async throws {
    let replay = try await Self.replay("expect \"Sat 21 Nov 2026\" wait 2d 2 1")

    #expect(replay.screen.lines[0].hasSuffix("Mon 23 Nov 2026"))
  }

  @Test func `the window changes its size on the way`() async throws {
    let replay = try await Self.replay("size 60x16 2")

    #expect(replay.screen.size == Size(width: 60, height: 16))
  }

  // MARK: Without a word of anybody

  @Test func `a redacted frame holds no letter and no digit of any script`() {
    var canvas = Canvas(size: Size(width: 40, height: 4))
    canvas.put("│ Zoë Ñandú 中文 Łódź ñ 12 ½ ٣ 👩 é", x: 0, y: 0)
    canvas.put("▌ ✓ “x” … · ⣀⠤ ▂▃ 7", x: 0, y: 1)

    let redacted = canvas.redacted

    #expect(redacted.lines[0] == "│ Xxx Xxxxx xxxx Xxxx x 00 x x xx x")
    #expect(redacted.lines[1] == "▌ ✓ “x” … · ⣀⠤ ▂▃ 0")
  }

  @Test func `no name of the demo is left on any redacted screen`() async throws {
    let replay = try await Self.replay(
      "2 3 4 5 2 Enter Tab Tab Tab Tab Tab : \"duffy\" Esc", keepsAll: true)

    for frame in replay.frames {
      let left = Set(frame.canvas.redacted.lines.joined().filter { $0.isLetter || $0.isNumber })
      #expect(left.isSubset(of: ["x", "X", "0"]), "\(left)")
    }
    #expect(Redaction.text("\"Mrs O'Neil\" Enter") == "\"Xxx X'Xxxx\" Xxxxx")
    #expect(Redaction.sentence("There is no “Duffy” here.") == "There is no “Xxxxx” here.")
  }
}
