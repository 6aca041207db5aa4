import Foundation
import GRDB
import Glibc
import TerminalHarness
import Testing

extension ProgramTests.Commands {
  /// What stands at the store's path is not a store that this kith can use.
  @Suite struct Damaged {
    /// Something at a store's path, how it comes there, and the words it is refused with.
    enum Fault: String, CaseIterable {
      case folder, textFile, emptyFile, foreignFile, newerVersion, truncated, headerOnly, noise
      case fifo

      var words: String {
        switch self {
        case .folder, .fifo: "is not a file"
        case .textFile, .foreignFile, .noise: "is not a kith caseload"
        case .emptyFile: "is empty, so it is not a caseload"
        case .newerVersion: "was made by a newer kith (version 99 of the file"
        case .truncated, .headerOnly:
          "is damaged: a part of it is missing. Put back its last backup"
        }
      }

      func make(at path: String, in scratch: Scratch) throws {
        switch self {
        case .folder: mkdir(path, 0o700)
        case .fifo: mkfifo(path, 0o600)
        case .textFile: try scratch.write("Dear diary,\n", to: path)
        case .emptyFile: try scratch.write("", to: path)
        case .noise:
          try Data((0..<8192).map { UInt8(truncatingIfNeeded: $0 &* 97 &+ $0 >> 5) })
            .write(to: URL(fileURLWithPath: path))
        case .foreignFile:
          try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE a (b)") }
        case .newerVersion:
          _ = try scratch.kith("init", "--name", "Maya Osei", "--store", path)
          try DatabaseQueue(path: path).writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA user_version = 99")
          }
        case .truncated, .headerOnly:
          _ = try scratch.kith("sample", "--families", "5", "--store", path)
          truncate(path, self == .truncated ? 30_000 : 100)
        }
      }
    }

    @Test(arguments: Fault.allCases)
    func `it is refused in one sentence and left as it is`(_ fault: Fault) throws {
      let scratch = try Scratch()
      let path = scratch.file("it.kith")
      try fault.make(at: path, in: scratch)
      let isFile = fault != .folder && fault != .fifo
      let before = isFile ? try scratch.bytes(path) : []
      let names = try scratch.names(in: scratch.path)

      for command in [
        ["list", "families"], ["show", "Duffy"], ["export"], ["people", "add", "--name", "Dan"], [],
      ] {
        let outcome = try scratch.run(scratch.program, command + ["--store", path])
        #expect(outcome.ending == .exit(4), "\(command)")
        #expect(outcome.errors.contains(fault.words), "\(command)")
        #expect(outcome.errors.split(separator: "\n").count == 1, "\(command)")
        #expect(outcome.output.isEmpty)
      }

      if isFile { #expect(try scratch.bytes(path) == before) }
      #expect(try scratch.names(in: scratch.path) == names)
    }

    @Test(arguments: [4096, 8192, 40_960, 65_536])
    func `pages of rubbish are a sentence, not a crash`(_ offset: Int) throws {
      let scratch = try Scratch()
      _ = try scratch.kith("sample", "--families", "20", "--store", scratch.store)
      let file = try FileHandle(forUpdating: URL(fileURLWithPath: scratch.store))
      try file.seek(toOffset: UInt64(offset))
      try file.write(contentsOf: Data(repeating: 0xA5, count: 4096))
      try file.close()

      for command in [["list", "families"], ["list", "goals"], ["export"], ["people"]] {
        let outcome = try scratch.run(scratch.program, command)
        guard outcome.ending != .exit(0) else { continue }
        #expect(outcome.ending == .exit(4), "\(command): \(outcome.errors)")
        #expect(outcome.errors.contains("damaged"), "\(command): \(outcome.errors)")
        #expect(outcome.errors.split(separator: "\n").count == 1)
      }
    }

    @Test(arguments: ["--store", "variable"])
    func `a store that is nowhere is not found`(_ way: String) throws {
      let scratch = try Scratch()
      let path = scratch.file("no/such.kith")

      let outcome =
        way == "--store"
        ? try scratch.kith("list", "families", "--store", path)
        : try scratch.kith("list", "families", environment: ["KITH_STORE": path])

      #expect(outcome.ending == .exit(3))
      #expect(outcome.errors.contains("There is no store at \(path)."))
    }
  }
}
