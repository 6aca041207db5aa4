import Glibc
import TerminalHarness

/// What each key takes in the list of reviews: opening it, each choice of its filter, and each letter
/// of a find. Milliseconds from the key until the list and its counts stand as they have to; the
/// preview under them comes when no key was pressed for a while, on purpose.
struct ReviewsCost {
  /// A key, and what it does.
  struct Step: Sendable {
    let name: String
    let key: String
  }

  static let steps: [Step] = [
    Step(name: "opening", key: "3"),
    Step(name: "filter", key: "f"),
    Step(name: "everyone’s", key: right),
    Step(name: "next", key: "\t"),
    Step(name: "a practitioner", key: right),
    Step(name: "another", key: right),
    Step(name: "any", key: left + left),
    Step(name: "next", key: "\t\t"),
    Step(name: "a kind", key: right),
    Step(name: "any kind", key: left),
    Step(name: "done", key: "\r"),
    Step(name: "overdue", key: "\t"),
    Step(name: "held", key: "\t"),
    Step(name: "by family", key: "o"),
    Step(name: "by lead", key: "o"),
    Step(name: "find", key: "/"),
    Step(name: "m", key: "m"),
    Step(name: "mo", key: "o"),
    Step(name: "moy", key: "y"),
  ]

  private static let right = "\u{1B}[C"
  private static let left = "\u{1B}[D"

  /// Of each step.
  private(set) var answers: [[Double]]
  private let expected: [[Substring]]
  private let program: Contender

  /// Walks once, slowly, for what each step has to show in the end.
  init(_ program: Contender) throws(HarnessFault) {
    self.program = program
    let session = try Session(program)
    _ = try session.settle(.seconds(1))
    var expected: [[Substring]] = []
    for step in ReviewsCost.steps {
      try session.press(step.key, silence: .seconds(1))
      expected.append(ReviewsCost.list(session.screen))
    }
    session.end()
    self.expected = expected
    answers = ReviewsCost.steps.map { _ in [] }
  }

  /// Walks once more and measures each step.
  mutating func walk() throws(HarnessFault) {
    let session = try Session(program)
    // Whoever goes to the reviews has seen the first screen.
    _ = try session.settle(.milliseconds(500))
    for (index, step) in ReviewsCost.steps.enumerated() {
      let expected = expected[index]
      let time = try session.press(step.key) { ReviewsCost.list($0) == expected }
      answers[index].append(time.milliseconds)
    }
    session.end()
  }

  /// The title, the counts and the first rows of a screen; how many rows there is room for is only
  /// known with the preview.
  private static func list(_ screen: String) -> [Substring] {
    Array(screen.split(separator: "\n", omittingEmptySubsequences: false).prefix(8))
  }

  /// Medians by step.
  var medians: [(name: String, time: Double)] {
    zip(ReviewsCost.steps, answers).map { ($0.name, $1.median) }
  }

  var opening: Double { medians[0].time }

  var slowest: (name: String, time: Double) {
    guard let slowest = medians.dropFirst().max(by: { $0.time < $1.time }) else {
      preconditionFailure("there are steps")
    }
    return slowest
  }
}
