import ArgumentParser
import Casework
import CaseworkDocuments
import Glibc
import TextUI
import TextUINcurses

/// Runs a command and ends with the exit code that its outcome stands for.
enum Program {
  static func run(_ arguments: [String]) async {
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try Kith.parseAsRoot(arguments)
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
      exit(ExitStatus.done.rawValue)
    } catch {
      finish(error)
    }
  }

  private static func finish(_ error: any Error) -> Never {
    switch error {
    case let failure as Failure:
      Output.complain(failure.sentence)
      exit(failure.status.rawValue)
    case let error as StoreError:
      Output.complain(error.sentence)
      exit(ExitStatus(error).rawValue)
    case let code as ExitCode: exit(code.rawValue)
    default:
      let isUsage = Kith.exitCode(for: error) != .success
      let message = Kith.fullMessage(for: error)
      if isUsage {
        Output.complain(message, prefix: "")
        exit(ExitStatus.usage.rawValue)
      }
      Output.write(message + "\n")
      exit(ExitStatus.done.rawValue)
    }
  }
}

/// What a command's exit code stands for; one table for all of them.
enum ExitStatus: Int32, CaseIterable {
  case done = 0
  case failed = 1
  /// Wrong usage, not a terminal, or a terminal that cannot draw.
  case usage = 2
  case notFound = 3
  case refused = 4
  case conflict = 5

  init(_ error: StoreError) {
    switch error {
    case .notFound: self = .notFound
    case .refused, .breaches: self = .refused
    case .conflict: self = .conflict
    case .unavailable: self = .failed
    }
  }

  /// For help and the manual.
  var meaning: String {
    switch self {
    case .done: "done"
    case .failed: "failed: the disk is full, a file went away"
    case .usage: "wrong usage, not a terminal, or a terminal that cannot draw"
    case .notFound: "not found"
    case .refused: "refused: by a rule, a right, or the file itself"
    case .conflict: "conflict: somebody else changed the same"
    }
  }
}

/// Why a command cannot go on, in a sentence that says what to do.
struct Failure: Error {
  var status: ExitStatus
  var sentence: String

  init(_ status: ExitStatus, _ sentence: String) {
    self.status = status
    self.sentence = sentence
  }
}

/// What commands print.
enum Output {
  /// Writes to standard output as it is; ends the program quietly when nobody reads any more.
  static func write(_ text: String) {
    write(Array(text.utf8))
  }

  static func write(_ bytes: [UInt8]) {
    guard put(bytes, to: STDOUT_FILENO) else {
      if errno != EPIPE {
        complain("The output could not be written: \(String(cString: strerror(errno))).")
      }
      exit(ExitStatus.failed.rawValue)
    }
  }

  /// Says something for people, free of anything that a terminal would obey.
  static func say(_ text: String) {
    write(lines(text) + "\n")
  }

  /// Says to standard error what went wrong.
  static func complain(_ text: String, prefix: String = "kith: ") {
    _ = put(Array((prefix + lines(text) + "\n").utf8), to: STDERR_FILENO)
  }

  static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { TextLayout.sanitised(String($0)) }.joined(separator: "\n")
  }

  private static func put(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = rest.dropFirst(written)
    }
    return true
  }
}
