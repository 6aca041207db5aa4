import Casework
import Foundation
import Testing
import TextUI

@testable import KithApp

/// For those who do not see it, or see it small: where the cursor rests, what is told without colour,
/// and every screen in windows of every size.
@MainActor
@Suite(.serialized)
struct SightTests {
  private static let sizes = [
    (1, 1), (2, 2), (10, 3), (39, 10), (40, 9), (40, 10), (60, 16), (71, 20), (80, 24), (110, 30),
    (200, 50), (500, 60),
  ]

  @Test(
    arguments: Scene.tabs + Scene.sections + Scene.forms + Scene.meetings + Scene.supervision)
  func `in a window of any size the cursor rests on what has the focus`(
    _ scene: Scene
  ) async throws {
    let desk = try await Desk.demo(as: scene.person)
    scene.steps(desk)

    sweep(desk, scene.name)
  }

  @Test(arguments: ConferenceScreenTests.views)
  func `in a conference too the cursor rests on what has the focus`(
    _ view: ConferenceScreenTests.View
  ) async throws {
    let desk = try await ConferenceRoom.make().desk()
    desk.open("Marlow")
    view.steps(desk)

    sweep(desk, view.name)
  }

  private func sweep(_ desk: Desk, _ place: String) {
    for (width, height) in SightTests.sizes {
      desk.resize(width, height)
      #expect(desk.screen.size == Size(width: width, height: height))
      expectCursorOnFocus(of: desk, "\(place) at \(width)×\(height)")
    }
  }

  private func expectCursorOnFocus(of desk: Desk, _ place: String) {
    let (screen, size) = (desk.screen, desk.screen.size)
    guard let cursor = screen.cursor else {
      Issue.record("\(place): no cursor")
      return
    }
    #expect(Rect(x: 0, y: 0, width: size.width, height: size.height).contains(cursor), "\(place)")
    guard size.width >= Chrome.smallest.width, size.height >= Chrome.smallest.height else { return }
    let app = desk.app
    if app.palette != nil { return }
    if let dialog = app.dialog?.shown {
      #expect(screen.zone(at: cursor)?.target == .button(dialog.focus), "\(place): \(cursor)")
    } else if app.help == nil, let form = app.sheet?.form {
      #expect(screen.zone(at: cursor)?.field == form.focus, "\(place): \(cursor)")
    } else if app.help == nil, app.top.isTyping {
      return
    } else if screen.lines.contains(where: { $0.contains("▌") }) {
      #expect(desk.line.contains("▌"), "\(place): the cursor is not on the selected row")
    }
  }

  @Test func `every sign on every screen has a plain one`() throws {
    var signs: Set<Character> = []
    for folder in [Pinned.folder, ConferenceScreenTests.folder] {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        signs.formUnion(text.filter { !$0.isASCII })
      }
    }

    #expect(signs.isSuperset(of: "▌─│╭…·✓“”→▃⠤"))
    for sign in signs {
      let plain = PlainGlyphs.ascii(String(sign))
      #expect(plain != "?" && plain.count == 1, "\(sign)")
    }
  }

  @Test func `t shows every chart as the numbers it is made of`() async throws {
    let desk = try await Desk.demo(width: 120, height: 40)
    let bars = "▁▂▃▄▅▆▇█⠤⣀⠒⠉".map(String.init)
    desk.press("t")
    #expect(desk.shows("Charts are numbers now"))

    for tab in ["1", "2", "3", "4"] as [Key] {
      desk.press(tab, .down)
      #expect(!bars.contains { desk.shows($0) }, "\(desk.text)")
    }
    for section in FamilySection.allCases {
      desk.press("1")
      desk.open("Duffy", section)
      #expect(!bars.contains { desk.shows($0) }, "\(desk.text)")
    }
    desk.press("1")
    desk.open("Duffy", .progress)
    desk.press("t")

    #expect(bars.contains { desk.shows($0) })
  }

  @Test func `overdue, done and selected are told without any colour`() async throws {
    let desk = try await Desk.demo()
    let late = desk.screen.lines.filter { $0.contains(" overdue") }
    #expect(!late.isEmpty && late.allSatisfy { $0.contains("!") })

    desk.press("2")
    desk.select("Brannigan")
    #expect(desk.line.hasPrefix("▌ ! Brannigan"))
    #expect(desk.line.contains("overdue"))
    desk.open("Duffy", .plan)

    #expect(desk.screen.lines.contains { $0.contains("✓") && $0.contains("since") })
    #expect(desk.shows("[Plan]"))
  }

  @Test func `in a wide window the page stands in the middle, and no wider than it reads well`()
    async throws
  {
    let desk = try await Desk.demo(width: 200, height: 50)

    desk.press("2")

    for line in desk.screen.lines {
      #expect(line.prefix(40).allSatisfy { $0 == " " })
      #expect(line.count <= 160)
    }
    #expect(desk.screen.cursor?.x == 40)
  }
}
