import Casework
import CaseworkSQLite
import Glibc
import TerminalHarness

/// Measures kith beside less, tig, htop, calcurse and newsboat in one run, and prints Markdown.
///
/// `scripts/bench` makes what it needs and starts it: `Benchmarks KITH FOLDER [ROUNDS]`; with
/// `terminal` for the rounds only what a terminal is sent is measured.
@main
struct Benchmarks {
  /// How often each program is started; every figure is a median over the starts.
  private static let usualRounds = 15

  static func main() async throws {
    let arguments = CommandLine.arguments
    if arguments.count == 4, arguments[3] == "terminal" {
      try await visit(storeAt: "\(arguments[2])/500.kith")
      let cost = try TerminalCost.measure(arguments[1], in: arguments[2])
      return print((cost.promises + ["", cost.markdown]).joined(separator: "\n"))
    }
    guard arguments.count >= 3,
      let rounds = arguments.count > 3 ? Int(arguments[3]) : usualRounds, rounds > 0
    else {
      print("Benchmarks KITH FOLDER [ROUNDS]; scripts/bench calls it as it should be called.")
      exit(2)
    }
    let (kith, folder) = (arguments[1], arguments[2])
    let sizes = [500, 5000, 50000]
    let programs =
      sizes.map { Contender.kith(kith, families: $0, in: folder) }
      + [.less(in: folder), .tig(in: folder)]
    do {
      for size in sizes { try await visit(storeAt: "\(folder)/\(size).kith") }
      let results = try measure(programs, rounds: rounds)
      var reviews = try ReviewsCost(.reviews(kith, families: 5000, in: folder))
      for _ in 1...rounds { try reviews.walk() }
      let commits = try await CommitCost.measure(in: folder, commits: 200)
      let lines = try await ConferenceCost.measure(kith, in: folder, lines: 100)
      let terminal = try TerminalCost.measure(kith, in: folder)
      print(
        Report(
          results: results, commits: commits, lines: lines, reviews: reviews, terminal: terminal,
          rounds: rounds
        ).markdown)
    } catch let fault as HarnessFault {
      complain("Not measured: \(fault)")
      exit(1)
    }
  }

  /// Leaves a last visitor in a store, so that kith opens it without asking who is there.
  private static func visit(storeAt path: String) async throws {
    let store = try SQLiteCaseStore.open(at: path, today: { CommitCost.today })
    guard let visitor = try await store.practitioners().first(where: { $0.role == .practitioner })
    else { throw StoreError.unavailable("Nobody works with families in \(path).") }
    try await store.recordVisit(of: visitor.id, at: CommitCost.now)
  }

  /// Every program once, in any order, then every program again: what else the machine does, and
  /// what the one before left behind, hits them alike.
  private static func measure(
    _ programs: [Contender], rounds: Int
  ) throws(HarnessFault) -> [Result] {
    var results: [Result] = []
    for program in programs {
      results.append(Result(name: program.name, expected: try Expectation(program)))
    }
    for round in 1...rounds {
      complain("round \(round) of \(rounds)")
      for index in programs.indices.shuffled() {
        results[index].visits.append(try Visit(programs[index], results[index].expected))
      }
    }
    return results
  }

  private static func complain(_ text: String) {
    _ = (text + "\n").withCString { write(STDERR_FILENO, $0, strlen($0)) }
  }
}
