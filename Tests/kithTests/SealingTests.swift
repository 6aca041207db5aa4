import Foundation
import TerminalHarness
import Testing

extension ProgramTests.Screens {
  /// Whoever finds the file finds no name and no sentence.
  @Suite struct Sealing {
    @Test func `no name, sentence or note is in the bytes of a store, its log or any open file`()
      throws
    {
      let scratch = try Scratch()
      _ = try scratch.kith("sample", "--families", "25", "--store", scratch.store)
      let families = try scratch.families()
      let name = try #require(families.compactMap { $0["name"] as? String }.first)
      let screens = try scratch.screens("--as", try Self.firstPractitioner(scratch))
      screens.send("2ff")
      try screens.wait(forText: "[2 Families]")
      try screens.openPlan(of: name)
      try screens.addGoal("Xylophones on quiet Sundays")
      try screens.openNewGoal()
      screens.send("Zebras in unwritten drafts")
      screens.pass(.seconds(1))

      let files = try Self.openFiles(of: screens.processID, in: scratch)
      #expect(files.keys.contains { $0.hasSuffix("caseload.kith-wal") })
      let needles = Self.sentences(of: families).union([
        "Xylophones on quiet Sundays", "Zebras in unwritten drafts",
      ])
      #expect(needles.count > 500)
      for (path, bytes) in files {
        #expect(Self.open(needles, in: bytes) == [], "lie open in \(path)")
      }
      let exported = try scratch.kith("export").output
      #expect(Self.open(needles, in: exported).count > 500, "the search itself finds")
    }

    /// Texts that can be read in some bytes.
    private static func open(_ needles: Set<String>, in bytes: [UInt8]) -> Set<String> {
      let windows = windows(of: bytes)
      let data = Data(bytes)
      return needles.filter { needle in
        forms(of: needle).contains { form in
          let start = self.windows(of: form.prefix(6)).first ?? 0
          return windows.contains(start) && data.range(of: Data(form)) != nil
        }
      }
    }

    private static func firstPractitioner(_ scratch: Scratch) throws -> String {
      let line = try #require(try scratch.kith("people").lines.dropFirst().first)
      return line.components(separatedBy: "  ")[0]
    }

    /// The store's folder, and whatever else the program has open in the test's folder.
    private static func openFiles(
      of process: Int32, in scratch: Scratch
    ) throws -> [String: [UInt8]] {
      var files: [String: [UInt8]] = [:]
      for name in try scratch.names(in: scratch.file("data/kith")) {
        files[name] = try scratch.bytes(scratch.file("data/kith/" + name))
      }
      let links = "/proc/\(process)/fd"
      for number in try FileManager.default.contentsOfDirectory(atPath: links) {
        let target = try FileManager.default.destinationOfSymbolicLink(atPath: "\(links)/\(number)")
        if target.contains("(deleted)") { files[target] = try scratch.bytes("\(links)/\(number)") }
      }
      return files
    }

    /// Words of closed lists, which the store may hold open so that it can count by them.
    private static let plainKeys: Set<String> = [
      "kind", "value", "status", "category", "role", "answer", "outcome", "source", "id",
    ]

    /// Every text of a caseload that people wrote and that is long enough not to be there by chance.
    private static func sentences(of value: Any) -> Set<String> {
      switch value {
      case let list as [Any]: return list.reduce(into: []) { $0.formUnion(sentences(of: $1)) }
      case let object as [String: Any]:
        return object.reduce(into: []) { found, member in
          if !plainKeys.contains(member.key) { found.formUnion(sentences(of: member.value)) }
        }
      case let text as String:
        let isPlain = UUID(uuidString: text) != nil || text.first?.isNumber == true
        return isPlain || text.utf8.count < 6 ? [] : [text]
      default: return []
      }
    }

    /// A text as UTF-8 and as UTF-16 in both orders.
    private static func forms(of text: String) -> [[UInt8]] {
      [
        Array(text.utf8), text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
        text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
      ]
    }

    /// Every six bytes that stand together, each as a number.
    private static func windows(of bytes: some Collection<UInt8>) -> Set<UInt64> {
      var windows: Set<UInt64> = []
      var window: UInt64 = 0
      for (index, byte) in bytes.enumerated() {
        window = (window << 8 | UInt64(byte)) & 0xFFFF_FFFF_FFFF
        if index >= 5 { windows.insert(window) }
      }
      return windows
    }
  }
}
