import Glibc
import TerminalHarness

/// What came of a program that ran without a terminal.
struct Outcome {
  var ending: TerminalHarness.Ending
  var output: [UInt8]
  var errors: String

  var text: String { String(decoding: output, as: UTF8.self) }
  var lines: [Substring] { text.split(separator: "\n") }
}

/// A program whose standard output and standard error are pipes that are read to their ends.
struct Spawned {
  private var process: pid_t = 0
  private let ends: [Int32]

  /// How long a program may take; then it is killed, and its ending says so.
  static let ceiling = Duration.seconds(120)

  init(
    _ program: String, _ arguments: [String], environment: [String: String], input: String
  ) throws(HarnessFault) {
    var output: [Int32] = [-1, -1]
    var errors: [Int32] = [-1, -1]
    guard pipe(&output) == 0, pipe(&errors) == 0 else { throw .cannot("make a pipe", errno) }
    for end in output + errors { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    ends = [output[0], errors[0]]
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output[1], 1)
    posix_spawn_file_actions_adddup2(&actions, errors[1], 2)
    let argv = ([program] + arguments).map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in argv + envp { free(text) } }
    let status = posix_spawn(&process, program, &actions, nil, argv, envp)
    close(output[1])
    close(errors[1])
    guard status == 0 else { throw .cannot("start \(program)", status) }
  }

  /// Waits for the end, reading meanwhile.
  func outcome() -> Outcome {
    var read: [[UInt8]] = [[], []]
    var isOpen = [true, true]
    let deadline = ContinuousClock.now + Spawned.ceiling
    while isOpen.contains(true) {
      var entries = ends.indices.map {
        pollfd(fd: isOpen[$0] ? ends[$0] : -1, events: Int16(POLLIN), revents: 0)
      }
      _ = poll(&entries, 2, 1000)
      for index in ends.indices where entries[index].revents != 0 {
        isOpen[index] = take(ends[index], into: &read[index])
      }
      if ContinuousClock.now > deadline { kill(process, SIGKILL) }
    }
    for end in ends { close(end) }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return Outcome(
      ending: status & 0x7F == 0 ? .exit(status >> 8 & 0xFF) : .signal(status & 0x7F),
      output: read[0], errors: String(decoding: read[1], as: UTF8.self))
  }

  /// - Returns: whether there may be more.
  private func take(_ end: Int32, into bytes: inout [UInt8]) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = read(end, &buffer, buffer.count)
    guard count > 0 else { return count < 0 && errno == EINTR }
    bytes += buffer[..<count]
    return true
  }
}
