import Foundation
import TerminalHarness
import Testing

extension ProgramTests.Commands {
  /// A little of what `scripts/fuzz` does in full, and whether it misses no screen.
  @Suite struct Fuzzing {
    private static let program = TerminalHarness.builtProgram("Fuzz")

    @Test func `random bytes and random keys leave every frame and the store whole`() throws {
      let scratch = try Scratch()
      // Another seed each time; a failure names it.
      let seed = Int.random(in: 1...1_000_000)

      for place in [0, 6, 36, 69, 77, 92] {
        let outcome = try scratch.run(
          Self.program,
          ["--seed", "\(seed)", "--bytes", "3000", "--sequences", "20", "--only", "\(place)"])

        #expect(outcome.ending == .exit(0), "\(outcome.text)\(outcome.errors)")
        #expect(outcome.text.contains("every frame and every store whole"))
      }
    }

    @Test func `the fuzzer reaches every screen, every form and every layer`() throws {
      let scratch = try Scratch()

      let outcome = try scratch.run(Self.program, ["layers"])

      #expect(outcome.ending == .exit(0), "\(outcome.errors)")
      let reached = Set(
        outcome.lines.flatMap { line in
          (line.split(separator: ": ").last ?? "").components(separatedBy: " › ")
        })
      let types = try Self.names(conformingTo: "Screen") + Self.names(conformingTo: "EntryForm")
      #expect(types.count > 35)
      #expect(Set(types).subtracting(reached) == [], "Add them to Tests/Fuzz/Places.swift.")
      #expect(reached.isSuperset(of: ["help", "palette", "dialog"]))
      for section in ["Overview", "Plan", "Team", "Reviews", "Progress", "Record"] {
        #expect(reached.contains(section))
      }
    }

    @Test func `every place and every layer is drawn whole in windows of every size`() throws {
      let scratch = try Scratch()

      let outcome = try scratch.run(Self.program, ["sizes"])

      #expect(outcome.ending == .exit(0), "\(outcome.lines.last ?? ""): \(outcome.errors)")
      #expect(outcome.lines.count > 100)
      for place in ["conference, stage 5", "holding a review, step 9", "a question", "form: help"] {
        #expect(outcome.lines.contains(Substring(place)), "\(place)")
      }
    }

    @Test func `the same seed types the same`() throws {
      let scratch = try Scratch()
      let arguments = ["--seed", "7", "--bytes", "500", "--sequences", "3", "--only", "14"]

      let first = try scratch.run(Self.program, arguments).text
      let second = try scratch.run(Self.program, arguments).text

      func typed(_ text: String) -> Substring? { text.split(separator: "s, ").first }
      #expect(typed(first) == typed(second))
      #expect(first.contains("seed 7: "))
    }

    /// The types of the front end that conform to a protocol, as the sources declare them.
    private static func names(conformingTo kind: String) throws -> [String] {
      let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/KithApp")
      let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
      var names: [String] = []
      while let file = files?.nextObject() as? URL {
        guard file.pathExtension == "swift" else { continue }
        let text = try String(contentsOf: file, encoding: .utf8)
        for match in text.matches(of: /struct (\w+): ([\w, ]+) \{/) {
          let kinds = match.2.split(separator: ", ")
          if kinds.contains(Substring(kind)) { names.append(String(match.1)) }
        }
      }
      return names
    }
  }
}
