import Foundation
import Glibc
import TerminalHarness
import Testing

extension ProgramTests.Commands {
  /// A store that may be read and not written, as somebody whom permissions bind.
  @Suite struct Permissions {
    /// The program and a store where somebody without rights reaches both; as `root` by way of
    /// `setpriv`, else as oneself.
    static func shared() throws -> (Scratch, (String...) throws -> Outcome) {
      let scratch = try Scratch()
      try scratch.imports([CaseloadFile.family(10, "Duffy")])
      chmod(scratch.path, 0o755)
      chmod(scratch.file("data"), 0o755)
      chmod(scratch.file("data/kith"), 0o755)
      chmod(scratch.store, 0o644)
      guard geteuid() == 0 else {
        return (scratch, { try scratch.run(scratch.program, $0) })
      }
      let program = scratch.file("kith")
      try FileManager.default.copyItem(atPath: scratch.program, toPath: program)
      let start = ["--reuid=65534", "--regid=65534", "--clear-groups", program]
      return (scratch, { try scratch.run("/usr/bin/setpriv", start + $0) })
    }

    static let canBeNobody = geteuid() != 0 || access("/usr/bin/setpriv", X_OK) == 0

    @Test(.enabled(if: canBeNobody, "root has no setpriv here, and nothing binds root"))
    func `a store that may only be read is told, and left as it is`() throws {
      let (scratch, run) = try Self.shared()
      chmod(scratch.store, 0o444)
      chmod(scratch.file("data/kith"), 0o555)
      let before = try scratch.bytes(scratch.store)

      let listed = try run("list", "families")
      let added = try run("people", "add", "--name", "Dan")

      for outcome in [listed, added] {
        #expect(outcome.ending == .exit(4))
        #expect(outcome.errors.contains("can be read but not written"))
        #expect(outcome.errors.split(separator: "\n").count == 1)
      }
      #expect(try scratch.bytes(scratch.store) == before)
      #expect(try scratch.names(in: scratch.file("data/kith")) == ["caseload.kith"])
    }

    @Test(.enabled(if: canBeNobody, "root has no setpriv here, and nothing binds root"))
    func `a store that may not be read is told`() throws {
      let (scratch, run) = try Self.shared()
      chmod(scratch.store, 0o000)

      let outcome = try run("list", "families")

      #expect(outcome.ending == .exit(4))
      #expect(outcome.errors.contains("may not be opened by you"))
    }

    @Test(.enabled(if: canBeNobody, "root has no setpriv here, and nothing binds root"))
    func `where nothing may be made a command says so and makes nothing`() throws {
      let (scratch, run) = try Self.shared()
      let folder = scratch.file("locked")
      mkdir(folder, 0o555)

      let made = try run("init", "--name", "Maya", "--store", folder + "/a.kith")
      let deeper = try run("init", "--name", "Maya", "--store", folder + "/b/a.kith")
      let sample = try run("sample", "--families", "2", "--store", folder + "/a.kith")
      let demo = try scratch.run(
        "/usr/bin/env", ["TMPDIR=\(folder)", scratch.program, "--demo"])

      for outcome in [made, deeper, sample] {
        #expect(outcome.ending == .exit(4))
        #expect(outcome.errors.split(separator: "\n").count == 1)
      }
      if geteuid() != 0 { #expect(demo.ending == .exit(1)) }
      #expect(try scratch.names(in: folder) == [])
    }
  }
}
