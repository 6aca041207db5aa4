import Foundation
import KithApp
import Testing

/// The README says what the program does.
struct ReadmeTests {
  @Test func `the README's key table is the one that dispatches the keys`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()

    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)

    #expect(readme.contains(KeyTable.markdown()), "kith keys prints the table anew")
  }
}
