/// What was measured of one program.
struct Result {
  let name: String
  let expected: Expectation
  var visits: [Visit] = []

  // In milliseconds.
  var firstBytes: [Double] { visits.map(\.firstFrame.toFirstByte.milliseconds) }
  var firstFrames: [Double] { visits.map(\.firstFrame.toLastByte.milliseconds) }
  var moveFirstBytes: [Double] { visits.flatMap(\.moves).map(\.toFirstByte.milliseconds) }
  var moves: [Double] { visits.flatMap(\.moves).map(\.toLastByte.milliseconds) }
  /// MB are a million bytes, as kB in /proc are 1024.
  var memory: Double { visits.map { Double($0.memory) * 1024 / 1_000_000 }.median }

  /// By what has been typed, the median over all visits.
  var letters: [(typed: String, time: Double)] {
    let typed = Set(visits.flatMap(\.letters.keys)).sorted()
    return typed.map { text in
      (text, visits.compactMap { $0.letters[text]?.toLastByte.milliseconds }.median)
    }
  }

  var slowestLetter: (typed: String, time: Double)? { letters.max { $0.time < $1.time } }
}

/// The measurements as Markdown: first what was wanted and whether it holds, then all of them.
struct Report {
  /// kith with 500, 5000 and 50000 families, less, tig.
  let results: [Result]
  let commits: CommitCost
  let lines: ConferenceCost
  let reviews: ReviewsCost
  let terminal: TerminalCost
  let rounds: Int

  var markdown: String {
    """
    \(rounds) starts of each program, turn by turn; 80×24, xterm-256color. Medians.
    A frame ends with its last byte before \(Session.silence.milliseconds.formatted(0)) ms of \
    silence; the silence is not counted.

    | what | kith | beside it | ratio | wanted | holds |
    | --- | --- | --- | --- | --- | --- |
    \((promises.map(\.row) + terminal.promises).joined(separator: "\n"))

    | | first byte | first frame | j: first byte | j: last byte | search, by letters | memory |
    | --- | --- | --- | --- | --- | --- | --- |
    \(results.map(row).joined(separator: "\n"))

    In brackets the middle half of the measurements.

    \(terminal.markdown)

    A case note saved by kith: \(commits.kith.map(\.milliseconds).spread) ms; one row in a bare \
    SQLite, with full sync too: \(commits.bare.map(\.milliseconds).spread) ms.

    A line in conference mode, from Enter to its `·`: \(lines.kith.map(\.milliseconds).spread) ms; \
    one row in a bare SQLite in between: \(lines.bare.map(\.milliseconds).spread) ms.

    Keys in the list of reviews, in their order: \
    \(reviews.medians.map { "\($0.name) \($0.time.formatted(1))" }.joined(separator: ", ")) ms.
    """
  }

  /// Something wanted of kith, and what came out.
  private struct Promise {
    let what: String
    let kith: String
    var beside = ""
    var ratio = ""
    let wanted: String
    let holds: Bool

    var row: String {
      "| \(what) | \(kith) | \(beside) | \(ratio) | \(wanted) | \(holds ? "yes" : "**no**") |"
    }

    static func ratio(
      _ what: String, _ kith: Double, to other: Double, atMost limit: Double
    ) -> Promise {
      Promise(
        what: what, kith: kith.formatted(2) + " ms", beside: other.formatted(2) + " ms",
        ratio: (kith / other).formatted(2), wanted: "≤ \(limit.formatted(1))",
        holds: kith / other <= limit)
    }
  }

  private var promises: [Promise] {
    let (kith, tig) = (results[0...2], results[4])
    return [
      .ratio(
        "first frame: 5000 families to tig's 5000 commits", kith[1].firstFrames.median,
        to: tig.firstFrames.median, atMost: 0.5),
      .ratio(
        "first frame: 50000 families to 500", kith[2].firstFrames.median,
        to: kith[0].firstFrames.median, atMost: 1.5),
    ]
      + kith.map {
        .ratio("a key, j: \($0.name) to tig", $0.moves.median, to: tig.moves.median, atMost: 2)
      }
      + kith.map(search) + kith.map(memory) + meetings
  }

  private var meetings: [Promise] {
    let slowest = reviews.slowest
    return [
      .ratio(
        "Enter in conference mode, to disk and drawn, to a bare commit",
        lines.kith.map(\.milliseconds).median, to: lines.bare.map(\.milliseconds).median,
        atMost: 2),
      Promise(
        what: "opening Reviews: 5000 families", kith: reviews.opening.formatted(2) + " ms",
        wanted: "≤ 16 ms", holds: reviews.opening <= 16),
      Promise(
        what: "slowest key of its filter and find, “\(slowest.name)”",
        kith: slowest.time.formatted(2) + " ms", wanted: "≤ 16 ms", holds: slowest.time <= 16),
    ]
  }

  private func search(_ result: Result) -> Promise {
    guard let slowest = result.slowestLetter else { preconditionFailure("kith finds by letters") }
    return Promise(
      what: "slowest letter of a search, “\(slowest.typed)”: \(result.name)",
      kith: slowest.time.formatted(2) + " ms", wanted: "< 16 ms", holds: slowest.time < 16)
  }

  private func memory(_ result: Result) -> Promise {
    Promise(
      what: "most memory: \(result.name)", kith: result.memory.formatted(1) + " MB",
      wanted: "< 40 MB", holds: result.memory < 40)
  }

  private func row(_ result: Result) -> String {
    let letters = result.letters.map { "\($0.typed) \($0.time.formatted(1))" }
    let times = [result.firstBytes, result.firstFrames, result.moveFirstBytes, result.moves]
      .map { $0.spread + " ms" }
    return "| \(result.name) | \(times.joined(separator: " | ")) "
      + "| \(letters.isEmpty ? "" : letters.joined(separator: ", ") + " ms") "
      + "| \(result.memory.formatted(1)) MB |"
  }
}

extension Duration {
  var milliseconds: Double { self / .milliseconds(1) }
}

extension Double {
  /// With so many digits after the point.
  func formatted(_ digits: Int) -> String {
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let rounded = Int((self * Double(scale)).rounded())
    guard digits > 0 else { return String(rounded) }
    let part = String(rounded % scale)
    return "\(rounded / scale)." + String(repeating: "0", count: digits - part.count) + part
  }
}

extension [Double] {
  /// The median, and the quartiles around it.
  ///
  /// - Precondition: not empty.
  var spread: String {
    let sorted = sorted()
    let (low, high) = (sorted[count / 4], sorted[count * 3 / 4])
    return "\(median.formatted(2)) [\(low.formatted(2))–\(high.formatted(2))]"
  }

  /// - Precondition: not empty.
  var median: Double {
    let sorted = sorted()
    let middle = count / 2
    return count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }
}
