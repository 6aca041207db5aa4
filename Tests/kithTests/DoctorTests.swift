import Foundation
import TerminalHarness
import Testing

extension ProgramTests.Commands {
  /// What `kith doctor` says of terminal, store and settings.
  @Suite struct Checkups {
    private struct Report: Decodable {
      var good: Bool
      var findings: [Finding]

      struct Finding: Decodable {
        var area: String
        var verdict: String
        var words: String
        var remedy: String
      }

      func faults(in area: String) -> [Finding] {
        findings.filter { $0.area == area && $0.verdict == "fault" }
      }
    }

    private static func report(
      _ scratch: Scratch, environment: [String: String] = [:]
    ) throws -> Report {
      let outcome = try scratch.kith("doctor", "--format", "json", environment: environment)
      return try JSONDecoder().decode(Report.self, from: Data(outcome.output))
    }

    @Test func `a healthy store on a healthy machine needs nothing`() throws {
      let scratch = try Scratch()
      try scratch.inits()

      let outcome = try scratch.kith("doctor")

      #expect(outcome.ending == .exit(0), "\(outcome.text)")
      #expect(outcome.text.contains("✓ Its pages are whole."))
      #expect(outcome.text.contains("✓ Only you may open it."))
      #expect(outcome.text.contains("a training store, not for real records"))
      #expect(outcome.text.hasSuffix("\n\nNothing is amiss.\n"))
      #expect(!outcome.output.contains(0x1B))
    }

    @Test func `looking leaves the store as it is`() throws {
      let scratch = try Scratch()
      try scratch.inits()
      let before = try scratch.bytes(scratch.store)

      _ = try scratch.kith("doctor")

      #expect(try scratch.bytes(scratch.store) == before)
      #expect(try scratch.names(in: scratch.file("data/kith")) == ["caseload.kith"])
    }

    @Test func `no name of the caseload is in it`() throws {
      let scratch = try Scratch()
      try scratch.inits()
      try scratch.imports([CaseloadFile.family(10, "Quillfeather", goal: "Zebracrossing")])

      let text = try scratch.kith("doctor").text + scratch.kith("doctor", "--format", "json").text

      for word in ["Quillfeather", "Zebracrossing", "Maya", "Osei", scratch.path] {
        #expect(!text.contains(word), "\(word)")
      }
    }

    @Test func `a store that others may read is to be mended, with the command for it`() throws {
      let scratch = try Scratch()
      try scratch.inits()
      chmod(scratch.store, 0o644)

      let outcome = try scratch.kith("doctor")

      #expect(outcome.ending == .exit(1))
      #expect(outcome.text.contains("! Others on this machine may open it."))
      #expect(outcome.text.contains("chmod 600 ~/data/kith/caseload.kith"))
      #expect(outcome.text.hasSuffix("\n\nOne thing to mend.\n"))
    }

    @Test func `what is no caseload is said to be none`() throws {
      let scratch = try Scratch()
      try scratch.inits()
      try scratch.write("not a caseload", to: scratch.store)

      let report = try Self.report(scratch)

      #expect(!report.good)
      #expect(report.faults(in: "Store").first?.words.contains("is not a kith caseload") == true)
    }

    @Test func `no store yet is no fault`() throws {
      let report = try Self.report(try Scratch())

      #expect(report.good)
      #expect(report.findings.contains { $0.remedy.hasPrefix("kith init makes one") })
    }

    @Test(arguments: [
      ("LANG", "xx_XX.UTF-8", "is not installed here; kith takes C.UTF-8"),
      ("LANG", "C", "kith takes C.UTF-8"), ("TERM", "dumb", "cannot place its cursor"),
      ("TERM", "nosuch", "does not know"), ("TERM", "", "TERM is not set"),
      ("TERM", "vt100", "No colours"), ("NO_COLOR", "1", "NO_COLOR is set"),
      ("STY", "1.pts", "maptimeout"),
    ])
    func `what the environment means is told`(
      _ name: String, _ value: String, _ words: String
    ) throws {
      let report = try Self.report(try Scratch(), environment: [name: value])

      #expect(
        report.findings.contains { $0.words.contains(words) || $0.remedy.contains(words) })
    }

    /// What a tmux of one's own says of its escape-time, and what is said of that.
    @Test(arguments: [
      ("echo 500", "fault", "In tmux, which holds Esc back for 500 ms."),
      ("echo 10", "good", "In tmux, which passes Esc on after 10 ms."),
      ("exit 1", "note", "In tmux."),
    ])
    func `in tmux the time that Esc takes is told, with the line that mends it`(
      _ script: String, _ verdict: String, _ words: String
    ) throws {
      let scratch = try Scratch()
      try scratch.script(
        "#!/bin/sh\n[ \"$*\" = 'show-options -sv escape-time' ] && \(script)\n",
        at: scratch.file("tmux"))

      let report = try Self.report(
        scratch,
        environment: ["TMUX": "/run/tmux,1,0", "PATH": "\(scratch.path):/usr/bin:/bin"])

      let finding = try #require(report.findings.first { $0.words.hasPrefix("In tmux") })
      #expect(finding.words == words)
      #expect(finding.verdict == verdict)
      #expect(finding.remedy.contains("set -sg escape-time 10") == (verdict != "good"))
    }

    @Test func `what is wrong in the settings is told with its line`() throws {
      let scratch = try Scratch()
      let folder = scratch.file(".config/kith")
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try scratch.write("mouse = true\nloud = 3\n", to: folder + "/config.toml")

      let report = try Self.report(scratch)

      #expect(!report.good)
      let words = report.faults(in: "Settings").map(\.words)
      #expect(words.count == 1)
      #expect(words.first?.hasPrefix("~/.config/kith/config.toml:2: ") == true, "\(words)")
    }

    @Test func `where there is no UTF-8 the marks are plain`() throws {
      let outcome = try Scratch().kith("doctor", environment: ["LANG": "C"])

      #expect(!outcome.text.contains("✓"))
      #expect(outcome.text.contains("  + "))
    }
  }
}

extension ProgramTests.Screens {
  /// The checkup in a terminal.
  @Suite struct CheckupsInATerminal {
    @Test func `a terminal that does not answer is not waited for, and is left as it was`() throws {
      let scratch = try Scratch()
      let harness = try TerminalHarness(
        scratch.program, ["doctor"], columns: 100, rows: 40, environment: scratch.environment)

      let ending = try harness.waitForEnd()

      #expect(ending == .exit(0), "\(harness.text)")
      #expect(harness.text.contains("100 columns by 40 lines."))
      #expect(harness.text.contains("does not say where its cursor is"))
      #expect(harness.isSane)
    }

    @Test func `a window that is too small is to be mended`() throws {
      let scratch = try Scratch()
      let harness = try TerminalHarness(
        scratch.program, ["doctor"], columns: 38, rows: 40, environment: scratch.environment)

      #expect(try harness.waitForEnd() == .exit(1))
      #expect(harness.text.contains("38 columns by 40 lines."))
    }
  }
}
