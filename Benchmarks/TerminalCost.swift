import Glibc
import TerminalHarness

/// What a key, a burst of keys and doing nothing cost, in bytes and wake-ups: kith beside other
/// programs with a list. All are measured in one run, each in a fresh start.
struct TerminalCost {
  /// A program with a list, and the keys that lead into it.
  struct Lister: Sendable {
    let name: String
    let program: String
    var arguments: [String] = []
    var keys: [String] = []
    var columns = 80
    var rows = 24
  }

  struct Figures {
    let name: String
    /// Bytes of each ↓, pressed when all was quiet.
    var steps: [Double] = []
    /// Bytes, and milliseconds to the last of them, of a hundred ↓ in one packet.
    var burst = (bytes: 0, time: 0.0)
    /// In five seconds without a key.
    var idle = (bytes: 0, wakes: 0)
  }

  private(set) var all: [Figures] = []
  /// Milliseconds from Esc to the first byte of what it does.
  private(set) var escapes: [Double] = []
  /// Milliseconds from the end of a pasted megabyte until its last words are seen.
  private(set) var pastes: [Double] = []

  private static let down = "\u{1B}OB"

  /// - Parameters:
  ///   - kith: the program.
  ///   - folder: holds the stores, the commits, the calendar and the feed.
  static func measure(_ kith: String, in folder: String) throws(HarnessFault) -> TerminalCost {
    var cost = TerminalCost()
    for lister in listers(kith, folder) { cost.all.append(try figures(of: lister, folder)) }
    let session = try start(listers(kith, folder)[0], folder)
    for _ in 0..<10 { cost.escapes.append(try escape(session)) }
    cost.pastes.append(try paste(session))
    session.signal(SIGTERM)
    _ = try session.waitForEnd()
    return cost
  }

  private static func listers(_ kith: String, _ folder: String) -> [Lister] {
    let store = ["--store", "\(folder)/500.kith"]
    let list = ["2", "f", "g"]
    return [
      Lister(name: "kith", program: kith, arguments: store, keys: list),
      Lister(
        name: "kith with a family beside the list, 120×40", program: kith, arguments: store,
        keys: list, columns: 120, rows: 40),
      Lister(name: "tig", program: "/usr/bin/tig", arguments: ["-C", "\(folder)/commits"]),
      Lister(name: "htop", program: "/usr/bin/htop"),
      Lister(
        name: "calcurse", program: "/usr/bin/calcurse", arguments: ["-D", "\(folder)/calendar"],
        keys: ["\t"]),
      Lister(
        name: "newsboat", program: "/usr/bin/newsboat",
        arguments: [
          "-u", "\(folder)/news/urls", "-c", "\(folder)/news/cache.db", "-C",
          "\(folder)/news/config",
        ], keys: ["\r"]),
    ]
  }

  private static func start(
    _ lister: Lister, _ folder: String
  ) throws(HarnessFault) -> TerminalHarness {
    let harness = try TerminalHarness(
      lister.program, lister.arguments, columns: lister.columns, rows: lister.rows,
      environment: ["KITH_TODAY": "2026-11-21", "HOME": "\(folder)/home"])
    try harness.wait(for: "the first frame of \(lister.name)") { !harness.bytes.isEmpty }
    harness.pass(.seconds(1))
    for key in lister.keys {
      harness.send(key)
      harness.pass(.milliseconds(700))
    }
    return harness
  }

  private static func figures(
    of lister: Lister, _ folder: String
  ) throws(HarnessFault) -> Figures {
    let harness = try start(lister, folder)
    var figures = Figures(name: lister.name)
    for _ in 0..<15 {
      let before = harness.bytes.count
      harness.send(down)
      harness.pass(.milliseconds(250))
      figures.steps.append(Double(harness.bytes.count - before))
    }
    let (before, pressed) = (harness.bytes.count, TerminalHarness.Instant.now)
    harness.send(String(repeating: down, count: 100))
    harness.pass(.milliseconds(1000))
    let last = harness.arrivals.last ?? pressed
    figures.burst = (
      harness.bytes.count - before, max(0, pressed.duration(to: last).milliseconds)
    )
    // Whatever follows a key has happened by then.
    harness.pass(.seconds(5))
    let (bytes, wakes) = (harness.bytes.count, try harness.wakeUps().values.reduce(0, +))
    harness.pass(.seconds(5))
    figures.idle = (
      harness.bytes.count - bytes, try harness.wakeUps().values.reduce(0, +) - wakes
    )
    harness.signal(SIGTERM)
    _ = try harness.waitForEnd()
    return figures
  }

  private static func escape(_ harness: TerminalHarness) throws(HarnessFault) -> Double {
    harness.send("?")
    try harness.wait(forText: "Help")
    try harness.settle()
    let seen = harness.arrivals.count
    let pressed = TerminalHarness.Instant.now
    harness.send("\u{1B}")
    try harness.wait(for: "the list") { harness.arrivals.count > seen }
    let time = pressed.duration(to: harness.arrivals[seen]).milliseconds
    try harness.settle()
    return time
  }

  /// Into the first text of several lines: the words of a note.
  private static func paste(_ harness: TerminalHarness) throws(HarnessFault) -> Double {
    harness.send("\r")
    try harness.wait(forText: "[Overview]")
    harness.send("a")
    try harness.wait(forText: "What happened")
    try harness.settle()
    let line = "and then we all went home again "
    harness.send("\u{1B}[200~" + String(repeating: line, count: 32_768) + "the end\u{1B}[201~")
    let pasted = TerminalHarness.Instant.now
    try harness.wait(for: "the pasted text", within: .seconds(30)) {
      harness.text.contains("the end")
    }
    let last = harness.arrivals.last ?? pasted
    return max(0, pasted.duration(to: last).milliseconds)
  }
}

// MARK: - As a table

extension TerminalCost {
  /// What was wanted of kith, as rows of the table of promises.
  var promises: [String] {
    let (list, pane) = (all[0], all[1])
    func row(_ what: String, _ value: String, _ wanted: String, _ holds: Bool) -> String {
      "| \(what) | \(value) |  |  | \(wanted) | \(holds ? "yes" : "**no**") |"
    }
    func beside(_ of: (Figures) -> String) -> String {
      all.dropFirst(2).map { "\($0.name) \(of($0))" }.joined(separator: ", ")
    }
    return [
      row(
        "bytes for a step in a list; \(beside { $0.steps.median.formatted(0) })",
        list.steps.median.formatted(0), "≤ 60", list.steps.median <= 60),
      row(
        "bytes for a step with a family beside it", pane.steps.median.formatted(0), "≤ 900",
        pane.steps.median <= 900),
      row(
        "bytes for 100 steps in one packet; \(beside { "\($0.burst.bytes)" })",
        "\(list.burst.bytes)", "< 2000", list.burst.bytes < 2000),
      row(
        "bytes in 5 s without a key; \(beside { "\($0.idle.bytes)" })", "\(list.idle.bytes)",
        "0", list.idle.bytes == 0),
      row(
        "wake-ups in 5 s without a key; \(beside { "\($0.idle.wakes)" })", "\(list.idle.wakes)",
        "0", list.idle.wakes == 0),
      row(
        "Esc until it acts", escapes.median.formatted(1) + " ms", "≤ 50 ms", escapes.median <= 50),
      row(
        "a megabyte pasted into a note", pastes.median.formatted(0) + " ms", "< 200 ms",
        pastes.median < 200),
    ]
  }

  var markdown: String {
    let rows = all.map { figures in
      "| \(figures.name) | \(figures.steps.median.formatted(0)) | \(figures.burst.bytes) "
        + "| \(figures.burst.time.formatted(1)) ms | \(figures.idle.bytes) "
        + "| \(figures.idle.wakes) |"
    }
    return """
      | | bytes for ↓ | bytes for 100 ↓ in one packet | until the last of them \
      | idle 5 s: bytes | wake-ups |
      | --- | --- | --- | --- | --- | --- |
      \(rows.joined(separator: "\n"))
      """
  }
}
