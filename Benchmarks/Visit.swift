import Glibc
import TerminalHarness

/// What a program shows in the end at each step, however long that takes; the measured visits must
/// come to the same screens, so that no figure stands for a half-drawn one.
struct Expectation {
  let start: String
  /// By what has been typed.
  private(set) var found: [String: String] = [:]

  /// Nothing more is taken to come after so long a silence.
  private static let silence = Duration.seconds(1)

  init(_ program: Contender) throws(HarnessFault) {
    let session = try Session(program)
    start = try session.settle(Expectation.silence)
    for key in program.toList { try session.press(key, silence: Expectation.silence) }
    for text in program.searches {
      try session.press("/")
      for typed in text.prefixes {
        try session.press(String(typed.suffix(1)), silence: Expectation.silence)
        found[typed] = session.screen
      }
      try session.press("\u{1B}")
    }
    try session.leave(program)
  }
}

/// One start of a program, and what was measured until it was left.
struct Visit {
  /// From the start of the process to its first byte, and to the last of its whole first frame.
  let firstFrame: Answer
  /// Each j, a line down.
  private(set) var moves: [Answer] = []
  /// Each letter of a search, by what has been typed with it.
  private(set) var letters: [String: Answer] = [:]
  /// The most memory that was resident, in kB.
  let memory: Int

  private static let movesPerVisit = 10

  init(_ program: Contender, _ expected: Expectation) throws(HarnessFault) {
    let session = try Session(program)
    firstFrame = try session.answer(since: session.started, after: 0, showing: expected.start)
    for key in program.toList { try session.press(key) }
    for _ in 0..<Visit.movesPerVisit { moves.append(try session.press("j")) }
    for text in program.searches {
      try session.press("/")
      for typed in text.prefixes {
        letters[typed] = try session.press(
          String(typed.suffix(1)), showing: expected.found[typed])
      }
      try session.press("\u{1B}")
    }
    memory = try session.peakMemory()
    try session.leave(program)
  }
}

/// How long a program took from a key, or from its start.
struct Answer {
  let toFirstByte: Duration
  /// To the last byte before a silence of `Session.silence`; the silence is not counted.
  let toLastByte: Duration
}

/// A running program in a pseudo-terminal of 80 columns and 24 rows.
struct Session {
  static let silence = Duration.milliseconds(100)

  let started: TerminalHarness.Instant
  private let harness: TerminalHarness

  init(_ program: Contender) throws(HarnessFault) {
    started = .now
    harness = try TerminalHarness(
      program.program, program.arguments, environment: ["KITH_TODAY": "2026-11-21"])
  }

  var screen: String { harness.text }

  /// Waits for silence.
  ///
  /// - Returns: what the screen shows then.
  func settle(_ silence: Duration) throws(HarnessFault) -> String {
    try harness.wait(for: "the first byte") { !harness.bytes.isEmpty }
    try harness.settle(silence)
    return screen
  }

  /// Presses a key and waits for all that it shows.
  @discardableResult
  func press(
    _ key: String, silence: Duration = Session.silence, showing expected: String? = nil
  ) throws(HarnessFault) -> Answer {
    let before = harness.arrivals.count
    let pressed = TerminalHarness.Instant.now
    harness.send(key)
    return try answer(since: pressed, after: before, silence: silence, showing: expected)
  }

  /// Presses a key and waits until the screen is as it has to be, and then for all that follows.
  ///
  /// - Returns: the time until the bytes came that made it so.
  func press(
    _ key: String, until isReached: (String) -> Bool
  ) throws(HarnessFault) -> Duration {
    let before = harness.arrivals.count
    let pressed = TerminalHarness.Instant.now
    harness.send(key)
    try harness.wait(for: "what \(key) leads to") {
      harness.arrivals.count > before && isReached(harness.text)
    }
    guard let last = harness.arrivals.last else { preconditionFailure("nothing came") }
    try harness.settle(.milliseconds(200))
    return pressed.duration(to: last)
  }

  /// Waits until something came, the screen is as expected, and silence.
  ///
  /// - Parameter count: arrivals that came before the question.
  func answer(
    since start: TerminalHarness.Instant, after count: Int, silence: Duration = Session.silence,
    showing expected: String?
  ) throws(HarnessFault) -> Answer {
    try harness.wait(for: "an answer") { harness.arrivals.count > count }
    try harness.settle(silence)
    // Only looked at in silence: looking takes time from reading.
    while let expected, screen != expected {
      let seen = harness.arrivals.count
      try harness.wait(for: "this screen:\n\(expected)\n\nIt") { harness.arrivals.count > seen }
      try harness.settle(silence)
    }
    guard let last = harness.arrivals.last else { preconditionFailure("nothing came") }
    return Answer(
      toFirstByte: start.duration(to: harness.arrivals[count]), toLastByte: start.duration(to: last)
    )
  }

  /// The most memory that was resident so far, in kB.
  func peakMemory() throws(HarnessFault) -> Int {
    let path = "/proc/\(harness.processID)/status"
    guard let file = fopen(path, "r") else { throw .cannot("read \(path)", errno) }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 256)
    while fgets(&buffer, Int32(buffer.count), file) != nil {
      let bytes = buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
      let words = String(decoding: bytes, as: UTF8.self).split { $0 == " " || $0 == "\t" }
      if words.first == "VmHWM:", words.count > 1, let size = Int(words[1]) { return size }
    }
    throw .cannot("find the memory in \(path)", ENOENT)
  }

  /// Ends the program wherever it is.
  func end() { harness.signal(SIGTERM) }

  func leave(_ program: Contender) throws(HarnessFault) {
    for key in program.toLeave { harness.send(key) }
    guard try harness.waitForEnd() == .exit(0) else {
      throw .notReached("a clean end of \(program.name)", screen: screen)
    }
  }
}

extension String {
  /// Its beginnings: one letter, two letters, and so on to the whole.
  fileprivate var prefixes: [String] {
    (1...count).map { String(prefix($0)) }
  }
}
