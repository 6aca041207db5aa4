import Casework
import CaseworkSQLite
import Glibc
import TerminalHarness

/// What a line typed in conference mode takes from Enter until it is on the disk and shown as saved,
/// beside a bare SQLite transaction of one row with full sync; turn by turn.
struct ConferenceCost {
  private(set) var kith: [Duration] = []
  private(set) var bare: [Duration] = []

  /// Nothing else in the store is called like this.
  private static let name = "Zyxwvu"

  /// - Parameters:
  ///   - program: kith.
  ///   - folder: holds `commits.kith`, a store that may be written to; gets `bare.sqlite`.
  static func measure(
    _ program: String, in folder: String, lines: Int
  ) async throws -> ConferenceCost {
    try await prepare("\(folder)/commits.kith")
    let queue = try CommitCost.bareDatabase(at: "\(folder)/bare.sqlite")
    let harness = try TerminalHarness(
      program, ["--store", "\(folder)/commits.kith"],
      environment: ["KITH_TODAY": "2026-11-21"])
    try openPlan(harness)
    var cost = ConferenceCost()
    for number in 0..<lines {
      cost.kith.append(try enter("Wish \(number), bed by nine", harness))
      cost.bare.append(
        try await CommitCost.timed { try await CommitCost.insert(number, into: queue) })
    }
    harness.signal(SIGTERM)
    _ = try harness.waitForEnd()
    return cost
  }

  /// Gives a family with a conference in hand a name of its own, and its coordinator the last visit.
  private static func prepare(_ path: String) async throws {
    let store = try SQLiteCaseStore.open(at: path, today: { CommitCost.today })
    let people = try await store.practitioners()
    for id in try await store.familyIDs() {
      let file = try await store.family(id)
      guard let conference = file.conference, conference.isOpen,
        let coordinator = people.first(where: {
          $0.id == file.family.coordinator && file.coordinationRefusal(for: $0) == nil
        })
      else { continue }
      var named = file.family
      named.name = name
      var random = SystemRandomNumberGenerator()
      try await store.commit(
        Edit(
          id: RecordID(.timeOrdered(at: CommitCost.now, using: &random)), by: coordinator.id,
          at: CommitCost.now, sentence: "Named it",
          changes: [Change(before: .family(file.family), after: .family(named))]))
      return try await store.recordVisit(of: coordinator.id, at: CommitCost.now)
    }
    throw StoreError.unavailable("No family in \(path) has a conference in hand.")
  }

  private static func openPlan(_ harness: TerminalHarness) throws(HarnessFault) {
    try harness.wait(forText: "[1 Today]")
    harness.send("2/\(name)")
    try harness.wait(for: "the family") {
      harness.lines.contains { $0.hasPrefix("▌") && $0.contains(name) }
    }
    harness.send("\r\r")
    try harness.wait(forText: "[Overview]")
    harness.send("c")
    try harness.wait(forText: "[Welcome]")
    // PgDn, stage by stage.
    for stage in ["Information", "Family time", "Our plan"] {
      harness.send("\u{1B}[6~")
      try harness.wait(forText: "[\(stage)]")
    }
    try harness.settle(.seconds(1))
  }

  /// Types a line, waits until it stands there, presses Enter, and waits until it shows as saved.
  private static func enter(
    _ words: String, _ harness: TerminalHarness
  ) throws(HarnessFault) -> Duration {
    harness.send(words)
    try harness.wait(forText: words)
    try harness.settle(.milliseconds(30))
    let pressed = TerminalHarness.Instant.now
    harness.send("\r")
    try harness.wait(for: "“\(words)” to be saved") {
      harness.lines.contains { $0.contains(words) && $0.trimmedEnd.hasSuffix("·") }
    }
    guard let last = harness.arrivals.last else { preconditionFailure("nothing came") }
    let answer = pressed.duration(to: last)
    try harness.settle(.milliseconds(30))
    return answer
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
