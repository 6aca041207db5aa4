import Foundation
import Testing

extension ProgramTests.Commands {
  /// The README shows the program as it is.
  @Suite struct ReadmePictures {
    @Test func `the README's pictures are what kith shows`() throws {
      let scratch = try Scratch()
      let script = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "scripts/screens")

      let outcome = try scratch.run(
        "/bin/bash", [script.path, "--check"], environment: ["KITH_PROGRAM": scratch.program])

      #expect(outcome.ending == .exit(0), "\(outcome.errors)")
    }
  }
}
