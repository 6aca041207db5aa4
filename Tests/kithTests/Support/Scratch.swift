import Foundation
import TerminalHarness

/// A folder of a test's own, gone with the test: a home, a store, and the built program run in them.
final class Scratch {
  let path: String
  var program = TerminalHarness.builtProgram("kith")
  /// The day on the clock of everything that is run here.
  static let today = "2026-11-21"

  init() throws {
    var template = Array(FileManager.default.temporaryDirectory.path.utf8CString.dropLast())
    template += Array("/kith-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw HarnessFault.cannot("make a folder", errno) }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      print("\(path) stays: \(error)")
    }
  }

  /// A path in the folder.
  func file(_ name: String) -> String { path + "/" + name }

  /// Where the store is when no option says otherwise.
  var store: String { file("data/kith/caseload.kith") }

  var environment: [String: String] {
    [
      "HOME": path, "XDG_DATA_HOME": file("data"), "KITH_TODAY": Scratch.today, "TMPDIR": path,
      "LANG": "C.UTF-8", "TERM": "xterm-256color", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
    ]
  }

  // MARK: The program

  /// Runs the program to its end, without a terminal.
  ///
  /// - Parameters:
  ///   - input: what stands on standard input; nothing when nil.
  ///   - environment: over the folder's own; an empty value takes a variable away.
  func kith(
    _ arguments: String..., input: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(program, arguments, input: input, environment: environment)
  }

  /// Runs any program to its end as `kith` is run.
  func run(
    _ program: String, _ arguments: [String], input: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    var all = self.environment
    for (name, value) in environment { all[name] = value.isEmpty ? nil : value }
    var source = "/dev/null"
    if let input {
      source = file(".input-\(UUID())")
      try write(input, to: source)
    }
    return try Spawned(program, arguments, environment: all, input: source).outcome()
  }

  /// Opens the screens in a terminal of the given size and waits for the first whole frame.
  func screens(
    _ arguments: String..., columns: Int = 80, rows: Int = 24,
    environment: [String: String] = [:], showing text: String = "[1 Today]"
  ) throws -> TerminalHarness {
    let own = self.environment.merging(environment) { $1 }
    let harness = try TerminalHarness(
      program, arguments, columns: columns, rows: rows, environment: own)
    try harness.wait(for: "“\(text)” on the first frame", within: .seconds(20)) {
      harness.text.contains(text)
    }
    try harness.settle()
    return harness
  }

  // MARK: Files

  func write(_ text: String, to path: String) throws {
    try write(Array(text.utf8), to: path)
  }

  func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  /// A shell script that can be run. Another program writes it: what another test starts at this
  /// moment would hold a file of ours open, and a file that is open for writing cannot be run.
  func script(_ text: String, at path: String) throws {
    _ = try run("/bin/sh", ["-c", "cat >\"$0\" && chmod 755 \"$0\"", path], input: text)
  }

  func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// Names in a folder, by the alphabet.
  func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  /// The permissions of a file, `0o600` for its owner only.
  func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
  }
}
