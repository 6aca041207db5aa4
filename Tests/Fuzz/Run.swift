import Foundation

/// All places, each in a process of its own.
struct Run {
  private let options: Options

  init(_ options: Options) { self.options = options }

  private struct Total: Sendable {
    var (bytes, sequences, keys, frames) = (0, 0, 0, 0)
    var faults = 0
  }

  /// - Returns: whether nothing was found.
  func run() async throws -> Bool {
    let places = try await Fuzz.placeCount()
    let numbers = options.only.map { [$0] } ?? Array(0..<places)
    let folder = try Folder()
    defer { folder.remove() }
    var total = Total()
    await withTaskGroup(of: (Int, Outcome).self) { group in
      var waiting = numbers[...]
      func start() {
        guard let number = waiting.popFirst() else { return }
        let share = share(of: number, among: numbers)
        group.addTask { (number, await Outcome.of(share, in: folder.path)) }
      }
      for _ in 0..<options.jobs { start() }
      for await (number, outcome) in group {
        start()
        await note(outcome, of: share(of: number, among: numbers), in: folder.path, &total)
      }
    }
    print(
      "seed \(options.seed): \(total.bytes) bytes, \(total.sequences) sequences of \(total.keys) "
        + "keys, \(numbers.count) places, \(total.frames) frames; "
        + (total.faults == 0 ? "every frame and every store whole" : "\(total.faults) FAULTS"))
    return total.faults == 0
  }

  /// What of the whole falls to a place; the first get what does not divide.
  private func share(of number: Int, among numbers: [Int]) -> Options {
    var share = options
    let count = numbers.count
    let index = numbers.firstIndex(of: number) ?? 0
    share.only = number
    share.bytes = (options.bytes + count - 1) / count
    share.sequences = options.sequences / count + (index < options.sequences % count ? 1 : 0)
    return share
  }

  private func note(
    _ outcome: Outcome, of share: Options, in folder: String, _ total: inout Total
  ) async {
    if let typed = outcome.typed {
      total.bytes += typed.bytes
      total.sequences += typed.sequences
      total.keys += typed.keys
      total.frames += typed.frames
    }
    defer { fflush(nil) }
    guard !outcome.isWhole else { return print(outcome.line) }
    total.faults += 1
    print("place \(share.only ?? 0), \(outcome.note): \(outcome.ending)\n\(outcome.text)")
    print("again: scripts/fuzz " + (await smallest(share, outcome, in: folder)))
  }

  // MARK: The few that do harm

  /// The command that shows a fault again, with as few packets or sequences as do it.
  private func smallest(_ share: Options, _ outcome: Outcome, in folder: String) async -> String {
    let words = outcome.note.split(separator: " ")
    let usual =
      "--seed \(share.seed) --only \(share.only ?? 0) --bytes \(share.bytes) "
      + "--sequences \(share.sequences)"
    guard words.count == 2, let last = Int(words[1]) else { return usual }
    let isBytes = words[0] == "bytes"
    for count in [1, 2, 4, 8, 16, 32, 64, 256] where count <= last + 1 {
      var fewer = share
      let range = (last - count + 1)...last
      fewer.packets = isBytes ? range : -1 ... -1
      fewer.keySequences = isBytes ? -1 ... -1 : range
      if await Outcome.of(fewer, in: folder).isWhole { continue }
      let (from, to) = (range.lowerBound, range.upperBound)
      return usual
        + (isBytes
          ? " --packets \(from)-\(to) --key-sequences none"
          : " --packets none --key-sequences \(from)-\(to)")
    }
    return usual
  }
}

/// What came of one place.
struct Outcome: Sendable {
  let ending: String
  let text: String
  /// What it did last.
  let note: String
  let isWhole: Bool

  /// Starts a place as a process and waits for its end.
  static func of(_ share: Options, in folder: String) async -> Outcome {
    let name = folder + "/\(share.only ?? 0)-\(UUID())"
    do {
      let output = try file(name + ".out")
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      process.arguments = arguments(share, notes: name + ".note")
      process.standardOutput = output
      process.standardError = output
      let status = try await end(of: process)
      let note = try String(contentsOfFile: name + ".note", encoding: .utf8)
      let hasExited = process.terminationReason == .exit
      let ending =
        hasExited
        ? "ended with \(status)"
        : status == SIGALRM
          ? "no answer for \(Watchdog.limit) s" : "died of signal \(status)"
      return Outcome(
        ending: ending,
        text: try String(contentsOfFile: name + ".out", encoding: .utf8),
        note: note.split(separator: "\n").first.map(String.init) ?? "the start",
        isWhole: hasExited && status == 0)
    } catch {
      return Outcome(
        ending: "did not run", text: "\(error)", note: "the start", isWhole: false)
    }
  }

  private static func file(_ path: String) throws -> FileHandle {
    try Data().write(to: URL(fileURLWithPath: path))
    return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
  }

  private static func end(of process: Process) async throws -> Int32 {
    try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        continuation.resume(throwing: error)
      }
    }
  }

  private static func arguments(_ share: Options, notes: String) -> [String] {
    func written(_ range: ClosedRange<Int>) -> String {
      range.lowerBound < 0 ? "none" : "\(range.lowerBound)-\(range.upperBound)"
    }
    return [
      "block", "--seed", "\(share.seed)", "--only", "\(share.only ?? 0)",
      "--bytes", "\(share.bytes)", "--sequences", "\(share.sequences)",
      "--packets", written(share.packets), "--key-sequences", written(share.keySequences),
      "--notes", notes,
    ]
  }

  /// The last line of a block that ended well: what was typed, and the place.
  private var parts: [Substring] {
    (text.split(separator: "\n").last ?? "").split(separator: " ", maxSplits: 4)
  }

  var typed: (bytes: Int, sequences: Int, keys: Int, frames: Int)? {
    let numbers = parts.prefix(4).compactMap { Int($0) }
    return isWhole && numbers.count == 4 ? (numbers[0], numbers[1], numbers[2], numbers[3]) : nil
  }

  var line: String {
    guard let typed, let place = parts.last else { return text }
    return "  \(place): \(typed.bytes) bytes, \(typed.sequences) sequences, \(typed.frames) frames"
  }
}
