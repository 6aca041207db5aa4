import Foundation
import Glibc
import TerminalHarness
import Testing

extension ProgramTests.Commands {
  /// A disk without room.
  @Suite struct FullDisk {
    /// A small disk of one's own, unmounted with the test.
    final class SmallDisk {
      let scratch: Scratch
      let path: String

      init() throws {
        scratch = try Scratch()
        path = scratch.file("disk")
        mkdir(path, 0o700)
        let outcome = try scratch.run(
          "/bin/mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", path])
        guard outcome.ending == .exit(0) else { throw UnexpectedOutcome(outcome) }
      }

      deinit {
        umount2(path, Int32(MNT_DETACH))
      }

      /// Leaves so many bytes free.
      func fill(leaving bytes: Int) throws {
        var disk = statvfs()
        statvfs(path, &disk)
        let free = Int(disk.f_bavail) * Int(disk.f_bsize)
        let filler = open(path + "/filler", O_WRONLY | O_CREAT | O_APPEND, 0o600)
        defer { close(filler) }
        let zeros = [UInt8](repeating: 0, count: max(0, free - bytes))
        #expect(Glibc.write(filler, zeros, zeros.count) == zeros.count)
      }
    }

    static let canMount: Bool = {
      do {
        _ = try SmallDisk()
        return true
      } catch {
        return false
      }
    }()

    @Test(.enabled(if: canMount, "mounting a small disk is not permitted here"))
    func `a command that finds no room says so and leaves nothing half made`() throws {
      let disk = try SmallDisk()
      let scratch = disk.scratch
      let store = disk.path + "/a.kith"
      try scratch.imports([CaseloadFile.family(10, "Duffy")])
      try disk.fill(leaving: 16_384)

      let made = try scratch.kith("init", "--name", "Maya", "--store", store)
      let sample = try scratch.kith("sample", "--families", "100", "--store", store)
      try disk.fill(leaving: 0)
      let exported = try scratch.kith("export", disk.path + "/out.json")

      for outcome in [made, sample, exported] {
        #expect(outcome.ending == .exit(1))
        #expect(outcome.errors.contains("full"), "\(outcome.errors)")
        #expect(outcome.errors.split(separator: "\n").count == 1)
      }
      #expect(try scratch.names(in: disk.path) == ["filler"])
    }

    @Test(.enabled(if: canMount, "mounting a small disk is not permitted here"))
    func `an import that finds no room changes nothing`() throws {
      let disk = try SmallDisk()
      let scratch = disk.scratch
      let store = disk.path + "/a.kith"
      _ = try scratch.kith("sample", "--families", "60", "--store", scratch.store)
      _ = try scratch.kith("init", "--name", "Maya Osei", "--store", store)
      let text = try scratch.kith("export").text

      let outcome = try scratch.kith("import", "-", "--store", store, input: text)

      #expect(outcome.ending == .exit(1))
      #expect(outcome.errors.contains("full"), "\(outcome.errors)")
      #expect(try scratch.kith("list", "families", "--store", store).lines.count == 1)
      #expect(try scratch.kith("people", "--store", store).lines.count == 2)
    }

    @Test(.enabled(if: canMount, "mounting a small disk is not permitted here"))
    func `typing stays on the screen until there is room`() throws {
      let disk = try SmallDisk()
      let scratch = disk.scratch
      let store = disk.path + "/a.kith"
      _ = try scratch.kith(
        "import", "-", "--store", store,
        input: try CaseloadFile.text(families: [CaseloadFile.family(10, "Duffy")]))
      let screens = try scratch.screens("--store", store)
      try screens.openPlan(of: "Duffy")
      try disk.fill(leaving: 0)
      try screens.openNewGoal()
      screens.send("A quiet morning " + String(repeating: "and another ", count: 200))
      screens.send("\u{13}")
      try screens.wait(forText: "full")
      #expect(screens.text.contains("New goal"))

      unlink(disk.path + "/filler")
      screens.send("\u{13}")

      try screens.wait(forText: "✓ New goal “A quiet morning")
    }

    @Test(.enabled(if: canMount, "mounting a small disk is not permitted here"))
    func `a setting that finds no room holds until I leave, and its file stays as it was`() throws {
      let disk = try SmallDisk()
      let scratch = disk.scratch
      let folder = disk.path + "/kith"
      mkdir(folder, 0o700)
      try scratch.write("# mine\nglyphs = \"unicode\"\n", to: folder + "/config.toml")
      let screens = try scratch.screens("--demo", environment: ["XDG_CONFIG_HOME": disk.path])
      try disk.fill(leaving: 0)

      try ProgramTests.Screens.KeptSettings.choose("Glyphs", screens)
      try screens.wait(forText: "Glyphs: ascii, until you leave kith. Not kept:")

      #expect(screens.lines.contains(String(repeating: "-", count: 80)))
      #expect(
        screens.text.contains("config.toml: the disk is full."),
        "\(screens.text)")
      #expect(
        try scratch.bytes(folder + "/config.toml") == Array("# mine\nglyphs = \"unicode\"\n".utf8))
      #expect(try scratch.names(in: folder) == ["config.toml"])
    }
  }
}
