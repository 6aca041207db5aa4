import Foundation
import Testing
import TextUI

@testable import KithApp

/// What a room sees of a conference, pinned at every size.
@MainActor
@Suite(.serialized)
struct ConferenceScreenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "PinnedConference")

  private static let sizes = [(80, 24), (120, 40), (60, 16), (40, 10)]

  struct View: Sendable, CustomTestStringConvertible {
    var name: String
    var steps: @MainActor @Sendable (Desk) -> Void
    var testDescription: String { name }

    init(_ name: String, _ steps: @escaping @MainActor @Sendable (Desk) -> Void) {
      self.name = name
      self.steps = steps
    }
  }

  nonisolated static let views = [
    View("preparation") { $0.press("C") },
    View("form offer") { $0.press("C", "o") },
    View("form referral") { $0.press("C", "f") },
    View("form questions") { $0.press("C", "i") },
    View("form invitation") { desk in
      desk.press("C")
      desk.select("Uncle Joe")
      desk.press("e")
    },
    View("form safety") { $0.press("C", "S", " ", .tab, .tab, .right) },
    View("form stop") { $0.press("C", "H") },
    View("welcome") {
      $0.press("c")
      $0.stage(0)
      $0.press(" ", .down)
    },
    View("information") {
      $0.press("c")
      $0.stage(1)
    },
    View("family time before") {
      $0.press("c")
      $0.stage(2)
    },
    View("plan empty") {
      $0.press("c")
      $0.stage(3)
    },
    View("plan typed") { desk in
      desk.press("c")
      desk.stage(3)
      type(plan, desk)
      desk.type("Time for just Mum and me")
      desk.press(.tab, .tab, .tab, .tab, "4", .tab, "8", .tab)
    },
    View("plan field") { desk in
      desk.press("c")
      desk.stage(3)
      type(plan, desk)
      desk.type("Time for just Mum and me")
      desk.press(.tab)
    },
    View("plan action") { desk in
      desk.press("c")
      desk.stage(3)
      type(plan, desk)
      desk.type("> Nan Rita has the twins on school nights, from mon")
    },
    View("plan corrected") { desk in
      desk.press("c")
      desk.stage(3)
      type(plan, desk)
      desk.press(.up)
      desk.select("Uncle Joe walks")
      desk.press("e")
    },
    View("plan list") { desk in
      desk.press("c")
      desk.stage(3)
      type(plan, desk)
      desk.press(.up)
      desk.select("Uncle Joe walks")
    },
    View("family time") { desk in
      desk.press("c")
      desk.stage(2)
      desk.press(" ")
      type(plan, desk)
    },
    View("coordinator back") {
      $0.press("c")
      $0.stage(2)
      $0.press(" ", .escape)
    },
    View("agreeing") { desk in
      desk.press("c")
      desk.stage(3)
      type(plan, desk)
      desk.stage(4)
    },
    View("form agreeing") { desk in
      desk.press("c")
      desk.stage(3)
      type(plan, desk)
      desk.stage(4)
      desk.press(.enter)
    },
    View("form not safe") { desk in
      desk.press("c")
      desk.stage(3)
      type(plan, desk)
      desk.stage(4)
      desk.press(.enter, .right, .right)
    },
    View("agreed") { desk in
      desk.press("c")
      desk.stage(0)
      desk.press(" ", .down, " ", .down, " ")
      desk.stage(3)
      type(plan, desk)
      desk.stage(4)
      desk.press(.enter, .control("s"))
      desk.stage(3)
      desk.type("> Mum rings the school, fri")
      desk.press(.enter)
      desk.stage(4)
    },
    View("prepared and held") { desk in
      desk.press("c")
      desk.stage(0)
      desk.press(" ")
      desk.stage(3)
      type(plan, desk)
      desk.stage(4)
      desk.press(.enter, .control("s"), .escape, "C")
    },
  ]

  private static let plan = [
    "Getting to school on time", "> Uncle Joe walks with her Mon to Wed, from mon",
    "> Ms Grant meets her at the gate, fri", "Less shouting in the mornings",
    "“We want mornings to be calm, and Ella to be happy at school.",
    "! Nan Rita calls everybody together; Maya arranges a review.",
  ]

  private static func type(_ lines: [String], _ desk: Desk) {
    for line in lines {
      desk.type(line)
      desk.press(.enter)
    }
  }

  @Test(arguments: views)
  func `every screen of a conference looks as it is pinned`(_ view: View) async throws {
    for (width, height) in ConferenceScreenTests.sizes {
      let room = try await ConferenceRoom.make()
      let desk = try room.desk(width: width, height: height)
      desk.open("Marlow")
      view.steps(desk)

      try Pinned.check(
        desk.screen, "\(view.name) \(width)x\(height)", in: ConferenceScreenTests.folder)
    }
  }

  @Test func `every pinned screen of a conference is one of these`() throws {
    let names = ConferenceScreenTests.views.flatMap { view in
      ConferenceScreenTests.sizes.map { "\(view.name) \($0.0)x\($0.1).txt" }
    }

    let pinned = try FileManager.default.contentsOfDirectory(
      atPath: ConferenceScreenTests.folder.path)

    #expect(Set(pinned) == Set(names))
  }
}
