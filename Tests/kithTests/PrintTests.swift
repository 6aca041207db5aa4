import Foundation
import Glibc
import TerminalHarness
import Testing

extension ProgramTests.Commands {
  /// `plan` and `minutes`.
  @Suite struct Printing {
    /// A family with a goal of the child's, and a professional whom nobody shares with.
    private static func duffy() -> CaseloadFile.Object {
      var family = CaseloadFile.family(10, "Duffy")
      family["team"] = [
        [
          "id": CaseloadFile.id(20), "name": "Dr Shah", "role": "psychologist",
          "organisation": "CAMHS",
        ] as CaseloadFile.Object
      ]
      family["actions"] = [
        [
          "id": CaseloadFile.id(21), "goalID": CaseloadFile.id(12), "words": "is up at seven",
          "who": ["person": CaseloadFile.id(11)], "by": "2026-11-27", "statusSince": "2026-09-12",
        ] as CaseloadFile.Object
      ]
      family["reviews"] = [
        [
          "id": CaseloadFile.id(22), "kind": "team around the family",
          "held": ["day": "2026-11-06"], "workingWell": "The walk to school.",
        ] as CaseloadFile.Object
      ]
      return family
    }

    private static func scratch() throws -> Scratch {
      let scratch = try Scratch()
      try scratch.imports([duffy()])
      return scratch
    }

    @Test(arguments: ["html", "text", "markdown", "json"])
    func `a plan goes to standard output in each format`(_ format: String) throws {
      let scratch = try Self.scratch()

      let outcome = try scratch.kith("plan", "duffy", "--format", format)

      #expect(outcome.ending == .exit(0))
      #expect(outcome.errors.isEmpty)
      #expect(outcome.text.contains("Getting to school on time"))
      #expect(outcome.text.contains("is up at seven"))
    }

    @Test func `R-L9: what is left out is said on standard error and is not in the output`() throws
    {
      let scratch = try Self.scratch()

      let outcome = try scratch.kith("plan", "T-10", "--for", "dr sh")

      #expect(outcome.ending == .exit(0))
      #expect(outcome.text.contains("For Dr Shah, psychologist, CAMHS"))
      #expect(!outcome.text.contains("school on time"))
      #expect(
        outcome.errors.hasPrefix("kith: Left out:\n- The goal of Ada, “Getting to school on time”:")
      )
    }

    @Test func `slips and minutes are printed, too`() throws {
      let scratch = try Self.scratch()

      let slips = try scratch.kith("plan", "Duffy", "--slips")
      let slip = try scratch.kith("plan", "Duffy", "--slips", "--for", "Ada", "--format", "html")
      let minutes = try scratch.kith("minutes", "Duffy", "--review", "2026-11-06")

      #expect(slips.text.contains("cut here"))
      #expect(slip.text.contains("<h1 dir=\"auto\">Ada</h1>"))
      #expect(minutes.text.hasPrefix("Team around the family review\n"))
      #expect(minutes.text.contains("  The walk to school.\n"))
    }

    @Test func `a print is for its owner only and takes the next free name`() throws {
      let scratch = try Self.scratch()
      let folder = scratch.file("prints")
      mkdir(folder, 0o700)

      let first = try scratch.kith("plan", "Duffy", "--format", "html", "--output", folder)
      let second = try scratch.kith("plan", "Duffy", "--format", "html", "--output", folder + "/")
      let third = try scratch.kith("plan", "Duffy", "--format", "html", "--output", folder)

      #expect(first.text == "Printed to \(folder)/duffy-plan-2026-11-21.html\n")
      #expect(second.text == "Printed to \(folder)/duffy-plan-2026-11-21-2.html\n")
      #expect(third.ending == .exit(0))
      #expect(
        try scratch.names(in: folder) == [
          "duffy-plan-2026-11-21-2.html", "duffy-plan-2026-11-21-3.html",
          "duffy-plan-2026-11-21.html",
        ])
      for name in try scratch.names(in: folder) {
        #expect(try scratch.mode("\(folder)/\(name)") == 0o600)
      }
    }

    @Test func `a file that is named is written once and never over`() throws {
      let scratch = try Self.scratch()
      let file = scratch.file("plan.html")

      let first = try scratch.kith("plan", "Duffy", "--format", "html", "--output", file)
      let bytes = try scratch.bytes(file)
      let again = try scratch.kith("plan", "Duffy", "--output", file)

      #expect(first.ending == .exit(0))
      #expect(try scratch.mode(file) == 0o600)
      #expect(again.ending == .exit(4))
      #expect(again.errors == "kith: \(file) is there already; kith writes over no file.\n")
      #expect(try scratch.bytes(file) == bytes)
    }

    @Test(arguments: [
      (["plan", "Nobody"], 3, "No family has the reference or the name “Nobody”."),
      (
        ["plan", "Duffy", "--for", "Aunt May"], 3, "is called “Aunt May”. There are: Ada, Dr Shah."
      ),
      (["plan", "Duffy", "--format", "pdf"], 2, "Error: "),
      (["minutes", "Duffy", "--review", "friday"], 2, "“friday” is not a day like 2026-11-27."),
      (
        ["minutes", "Duffy", "--review", "2026-11-07"], 3,
        "had no review on Sat 7 Nov 2026. There are: 2026-11-06."
      ),
      (
        ["plan", "Duffy", "--output", "no/such/folder/"], 1, "There is no folder “no/such/folder/”"
      ),
      (["plan", "Duffy", "--output", "~/prints/"], 4, "Write the folder out in full: "),
    ])
    func `what cannot be printed is said in a sentence`(
      _ arguments: [String], status: Int32, says: String
    ) throws {
      let scratch = try Self.scratch()

      let outcome = try scratch.run(scratch.program, arguments)

      #expect(outcome.ending == .exit(status))
      #expect(outcome.errors.contains(says), "\(outcome.errors)")
      #expect(outcome.output.isEmpty)
    }

    @Test(.enabled(if: FullDisk.canMount, "mounting a small disk is not permitted here"))
    func `a print that finds no room says so and leaves nothing half made`() throws {
      let disk = try FullDisk.SmallDisk()
      let scratch = disk.scratch
      try scratch.imports([Self.duffy()])
      try disk.fill(leaving: 0)

      let outcome = try scratch.kith("plan", "Duffy", "--format", "html", "--output", disk.path)

      #expect(outcome.ending == .exit(1))
      #expect(outcome.errors.contains("The disk is full"), "\(outcome.errors)")
      #expect(try scratch.names(in: disk.path) == ["filler"])
    }

    @Test(.enabled(if: Permissions.canBeNobody, "root has no setpriv here, and nothing binds root"))
    func `a folder that may not be written to is told`() throws {
      let (scratch, run) = try Permissions.shared()
      let folder = scratch.file("locked")
      mkdir(folder, 0o555)
      chmod(scratch.file("data/kith"), 0o777)
      chmod(scratch.store, 0o666)

      let outcome = try run("plan", "Duffy", "--output", folder)

      #expect(outcome.ending == .exit(4))
      #expect(outcome.errors.contains("may not be written to by you"), "\(outcome.errors)")
      #expect(try scratch.names(in: folder) == [])
    }
  }
}
