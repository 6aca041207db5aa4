import TextUI

@testable import KithApp

/// The screens of a review that is held, and of those that were.
extension Scene {
  /// A review that is being held, at one of its steps.
  private static func step(
    _ name: String, _ number: Int, _ more: @escaping @MainActor @Sendable (Desk) -> Void = { _ in }
  ) -> Scene {
    Scene("meeting " + name, ownStore: true) { desk in
      desk.beginReview("Duffy")
      if number > 1 { desk.press(.escape, Key(Character("\(number)"))) }
      more(desk)
    }
  }

  static let meetings = [
    step("1 who is here", 1),
    step("2 child's voice", 2) { $0.type("I want mornings to be quiet.") },
    step("3 other voices", 3) { $0.type("She gets up by herself now.") },
    step("4 goals without raters", 4),
    step("4 goals", 1) { desk in
      desk.press(.control("s"), .escape, "4")
      desk.type("7645")
    },
    step("4 who else rates", 1) { $0.press(" ", .control("s"), .escape, "4", "a") },
    step("5 where we are", 1) { $0.press(.control("s"), .escape, "5") },
    step("6 education", 6),
    step("7 actions", 7) { $0.press("d", .down) },
    step("8 outcome", 8) { $0.type("close") },
    step("9 next date", 9) { $0.type("+3w") },
    step("steps", 1) { $0.press(.control("s"), .escape) },
    step("not complete", 1) { $0.press(.control("s"), .escape, "F") },
    Scene("small meeting steps", sizes: [(40, 10)], ownStore: true) { desk in
      desk.beginReview("Duffy")
      desk.press(.escape, "F")
    },
    Scene("small meeting form", sizes: [(40, 10)], ownStore: true) { $0.beginReview("Duffy") },
    Scene("small meeting goals", sizes: [(40, 10)], ownStore: true) { desk in
      desk.beginReview("Duffy")
      desk.press(" ", .control("s"), .escape, "4", "7")
    },
    Scene("small one review", sizes: [(40, 10)]) { desk in
      desk.open("Duffy", .reviews)
      desk.press(.down, .enter)
    },
    step("unsaved", 2) { desk in
      desk.type("I want mornings to be quiet.")
      desk.press(.escape)
    },
  ]

  static let supervision = [
    Scene("one review") { desk in
      desk.open("Duffy", .reviews)
      desk.press(.down, .enter)
    },
    Scene("one review of a supervisor", as: "Ruth Bell") { desk in
      desk.press("3", .tab, .tab, .tab, .enter)
    },
    Scene("form send back", as: "Ruth Bell") { desk in
      desk.press("3", .tab, .tab, .tab, "b")
      desk.type("Who told Chidi that he was heard?")
    },
    Scene("one review sent back", as: "Ruth Bell", ownStore: true) { desk in
      desk.press("3", .tab, .tab, .tab, "b")
      desk.type("Who told Chidi that he was heard?")
      desk.press(.control("s"), .tab, .enter)
    },
    Scene("form correction") { desk in
      desk.open("Duffy", .reviews)
      desk.press(.down, "e")
    },
    Scene("reviews filtering", as: "Ruth Bell") { desk in
      desk.press("3", .tab, .tab, "f", .tab)
      desk.type("dan")
    },
    Scene("reviews filtered", as: "Ruth Bell") { desk in
      desk.press("3", .tab, .tab, "f", .tab)
      desk.type("dan")
      desk.press(.escape, "o")
    },
  ]
}

extension Desk {
  /// Begins to hold the planned review of a family.
  func beginReview(_ family: String) {
    open(family, .reviews)
    press(.home, "m")
  }
}
