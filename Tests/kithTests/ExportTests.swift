import Foundation
import Testing

extension ProgramTests.Commands {
  /// `export`, and the way back.
  @Suite struct Exporting {
    @Test func `a file is for its owner only and never written over`() throws {
      let scratch = try Scratch()
      try scratch.imports([CaseloadFile.family(10, "Duffy")])
      let file = scratch.file("out.json")

      let first = try scratch.kith("export", file)
      let bytes = try scratch.bytes(file)
      let again = try scratch.kith("export", file)

      #expect(first.ending == .exit(0))
      #expect(first.text == "Wrote 1 family to \(file).\n")
      #expect(try scratch.mode(file) == 0o600)
      #expect(bytes == (try scratch.kith("export").output))
      #expect(again.ending == .exit(4))
      #expect(again.errors == "kith: \(file) is there already; kith writes over no file.\n")
      #expect(try scratch.bytes(file) == bytes)
      #expect(
        try scratch.names(in: scratch.path).filter { $0.hasPrefix("out.json") } == ["out.json"])
    }

    @Test(arguments: ["no/such/folder/out.json", "data"])
    func `a place that takes no file is told`(_ name: String) throws {
      let scratch = try Scratch()
      try scratch.inits()

      let outcome = try scratch.kith("export", scratch.file(name))

      #expect(outcome.ending == (name == "data" ? .exit(4) : .exit(1)))
      #expect(outcome.errors.hasPrefix("kith: \(scratch.file(name))"))
      #expect(outcome.errors.split(separator: "\n").count == 1)
    }

    @Test(arguments: [1, 12, 200])
    func `exported, imported and exported again it is the same to the byte`(
      _ families: Int
    ) throws {
      let scratch = try Scratch()
      _ = try scratch.kith(
        "sample", "--families", "\(families)", "--seed", "7", "--store", scratch.store)
      let (file, copy) = (scratch.file("a.json"), scratch.file("copy.kith"))

      let exported = try scratch.kith("export", file)
      let imported = try scratch.kith("import", file, "--store", copy)
      let again = try scratch.kith("export", "--store", copy)

      #expect(exported.ending == .exit(0))
      #expect(imported.ending == .exit(0))
      #expect(again.output == (try scratch.bytes(file)))
      #expect(again.output.count > families * 1000)
    }
  }

  /// `sample`.
  @Suite struct Sampling {
    @Test func `the same seed makes the same families, another seed others`() throws {
      let scratch = try Scratch()
      func sample(_ name: String, seed: String) throws -> [UInt8] {
        let store = scratch.file(name)
        _ = try scratch.kith("sample", "--families", "15", "--seed", seed, "--store", store)
        return try scratch.kith("export", "--store", store).output
      }

      let (first, same) = (try sample("1.kith", seed: "4"), try sample("2.kith", seed: "4"))
      let other = try sample("3.kith", seed: "5")

      #expect(!first.isEmpty)
      #expect(first == same)
      #expect(first != other)
    }

    @Test func `a store that is there is refused and left as it is`() throws {
      let scratch = try Scratch()
      try scratch.inits()
      let before = try scratch.bytes(scratch.store)

      let outcome = try scratch.kith("sample", "--families", "3", "--store", scratch.store)

      #expect(outcome.ending == .exit(4))
      #expect(outcome.errors.contains("already"))
      #expect(try scratch.bytes(scratch.store) == before)
    }

    @Test(arguments: ["0", "-3", "1000001", "99999999999999999999", "3.5", ""])
    func `a number that is none is refused`(_ number: String) throws {
      let scratch = try Scratch()

      let outcome = try scratch.kith(
        "sample", "--families=\(number)", "--store", scratch.store)

      #expect(outcome.ending == .exit(2))
      #expect(outcome.errors.contains("families"))
      #expect(try scratch.names(in: scratch.path) == [])
    }
  }
}
