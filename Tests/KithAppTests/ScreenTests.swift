import Foundation
import Testing
import TextUI

@testable import KithApp

/// One screen, and how a person comes to it.
struct Scene: Sendable, CustomTestStringConvertible {
  var name: String
  var person = "Maya Osei"
  var sizes = [(80, 24), (120, 40), (60, 16)]
  /// Whether it changes what the others show.
  var ownStore = false
  var steps: @MainActor @Sendable (Desk) -> Void

  var testDescription: String { name }

  init(
    _ name: String, as person: String = "Maya Osei", sizes: [(Int, Int)]? = nil,
    ownStore: Bool = false, _ steps: @escaping @MainActor @Sendable (Desk) -> Void
  ) {
    self.name = name
    self.person = person
    self.ownStore = ownStore
    self.sizes = sizes ?? self.sizes
    self.steps = steps
  }

  static let tabs = [
    Scene("today") { _ in },
    Scene("today of everyone", as: "Ruth Bell") { $0.press("f", "?", .escape) },
    Scene("families") { $0.press("2", .down) },
    Scene("families found") { desk in
      desk.press("2", "/")
      desk.type("du")
    },
    Scene("reviews") { $0.press("3") },
    Scene("reviews to sign off", as: "Ruth Bell") { $0.press("3", .tab, .tab, .tab) },
    Scene("progress") { $0.press("4") },
    Scene("more") { $0.press("5") },
    Scene("help") { $0.press("2", "?") },
    Scene("palette") { $0.press(":") },
    Scene("palette found") { desk in
      desk.open("Duffy", .plan)
      desk.press(":")
      desk.type("ra")
    },
  ]

  static let sections = [
    Scene("overview") { $0.open("Duffy") },
    Scene("overview of a new family") { $0.open("Lin") },
    Scene("plan") { desk in
      desk.open("Duffy", .plan)
      desk.press(.down)
    },
    Scene("team") { $0.open("Duffy", .team) },
    Scene("family reviews") { $0.open("Duffy", .reviews) },
    Scene("held review") { desk in
      desk.open("Duffy", .reviews)
      desk.press(.down)
    },
    Scene("goal chart") { $0.open("Duffy", .progress) },
    Scene("goal table") { desk in
      desk.open("Duffy", .progress)
      desk.press("t")
    },
    Scene("record") { $0.open("Duffy", .record) },
  ]

  private static func form(
    _ name: String, _ section: FamilySection, _ keys: Key...
  ) -> Scene {
    Scene("form " + name) { desk in
      desk.open("Duffy", section)
      for key in keys { desk.press(key) }
    }
  }

  static let forms = [
    form("new goal", .plan, "a"), form("goal", .plan, .down, "e"), form("new action", .plan, "A"),
    form("plan words", .plan, "e"), form("agreement", .plan, "Y"),
    form("rating", .plan, .down, "r"), form("new person", .team, "a"),
    form("person", .team, .end, .home, .down, .down, .down, "e"),
    form("professional", .team, "A"), form("trusted person", .team, "*"),
    form("consent", .team, "y"), form("review", .reviews, "a"),
    form("note", .record, "a"),
    form("child's words", .record, "A"), form("family", .overview, "e"),
    form("conference", .overview, "C", "w"),
    form("print", .plan, "p"),
    Scene("form print left out") { desk in
      desk.open("Duffy", .plan)
      desk.press("p")
      desk.type("dr sh")
      desk.tab(to: "Left out")
      desk.press(.end)
    },
    form("print minutes", .reviews, .down, "p"),
    Scene("form new family") { $0.press("2", "a") },
    Scene("form practitioner") { $0.press("5", "a") },
    Scene("form help") { desk in
      desk.open("Duffy", .plan)
      desk.press("a", .control("g"))
    },
    Scene("form with faults") { desk in
      desk.open("Duffy", .plan)
      desk.press("a", .tab, .tab, .tab, .tab, .tab, .tab)
      desk.type("soon")
      desk.press(.control("s"))
    },
  ]

  private static func small(
    _ name: String, width: Int = 40, height: Int = 10,
    _ steps: @escaping @MainActor @Sendable (Desk) -> Void
  ) -> Scene {
    Scene("small " + name, sizes: [(width, height)], steps)
  }

  static let windows = [
    small("today") { _ in }, small("families") { $0.press("2") },
    small("reviews") { $0.press("3") }, small("progress") { $0.press("4") },
    small("more") { $0.press("5") }, small("overview") { $0.open("Duffy") },
    small("plan") { $0.open("Duffy", .plan) }, small("team") { $0.open("Duffy", .team) },
    small("family reviews") { $0.open("Duffy", .reviews) },
    small("goal chart") { $0.open("Duffy", .progress) },
    small("record") { $0.open("Duffy", .record) },
    small("form") { desk in
      desk.open("Duffy", .plan)
      desk.press("a")
    },
    small("print") { desk in
      desk.open("Duffy", .plan)
      desk.press("p")
      desk.type("dr sh")
      desk.tab(to: "Left out")
    },
    small("palette") { $0.press(":") }, small("help") { $0.press("?") },
    small("too small", width: 30, height: 8) { _ in },
    small("too small for a form", width: 22, height: 5) { desk in
      desk.resize(80, 24)
      desk.open("Duffy", .plan)
      desk.press("a")
      desk.resize(22, 5)
    },
  ]

  static let all = tabs + sections + forms + windows + meetings + supervision
}

@MainActor
@Suite(.serialized)
struct ScreenTests {
  private static let demo = Task { try await DemoStore.make() }

  @Test(arguments: Scene.all)
  func `every screen looks as it is pinned`(_ scene: Scene) async throws {
    let shared = try await ScreenTests.demo.value

    for (width, height) in scene.sizes {
      let demo = scene.ownStore ? try await DemoStore.make() : shared
      let desk = try demo.desk(as: scene.person, width: width, height: height)
      scene.steps(desk)

      try Pinned.check(desk.screen, "\(scene.name) \(width)x\(height)")
    }
  }

  @Test func `every pinned screen has a scene`() throws {
    let names = Scene.all.flatMap { scene in
      scene.sizes.map { "\(scene.name) \($0.0)x\($0.1).txt" }
    }

    let pinned = try FileManager.default.contentsOfDirectory(atPath: Pinned.folder.path)

    #expect(Set(pinned) == Set(names))
  }
}
