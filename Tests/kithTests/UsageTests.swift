import Testing

extension ProgramTests.Commands {
  /// What is said to somebody who asks for something that cannot be.
  @Suite struct Usage {
    @Test(arguments: [
      [], ["list", "families"], ["show", "Duffy"], ["export"], ["people"],
      ["people", "add", "--name", "Dan"], ["plan", "Duffy"], ["minutes", "Duffy"],
    ])
    func `without a store one sentence says how to get one`(_ arguments: [String]) throws {
      let scratch = try Scratch()

      let outcome = try scratch.run(scratch.program, arguments)

      #expect(outcome.ending == .exit(3))
      #expect(
        outcome.errors == "kith: There is no store at \(scratch.store). kith init makes one; "
          + "kith --demo shows invented families.\n")
      #expect(outcome.output.isEmpty)
      #expect(try scratch.names(in: scratch.path) == [])
    }

    @Test(arguments: [
      ["lst"], ["list"], ["list", "houses"], ["list", "families", "--format", "xml"], ["--dmo"],
      ["show"], ["show", "Duffy", "--format", "csv"], ["plan"], ["minutes"], ["import"],
      ["people", "remove"],
      ["sample", "--families", "many", "--store", "x.kith"], ["sample", "--families", "3"],
    ])
    func `a wrong command line is refused with its usage`(_ arguments: [String]) throws {
      let scratch = try Scratch()

      let outcome = try scratch.run(scratch.program, arguments)

      #expect(outcome.ending == .exit(2))
      #expect(outcome.errors.contains("Error: "))
      #expect(outcome.output.isEmpty)
      #expect(try scratch.names(in: scratch.path) == [])
    }

    @Test(arguments: [["--help"], ["help", "list"], ["--version"], ["keys"]])
    func `help is no error`(_ arguments: [String]) throws {
      let scratch = try Scratch()

      let outcome = try scratch.run(scratch.program, arguments)

      #expect(outcome.ending == .exit(0))
      #expect(outcome.lines.count >= 1)
      #expect(outcome.errors.isEmpty)
    }

    @Test(arguments: ["yesterday", "2026-02-30", "26-11-21", "2026-11-21x", "2026-11-21\u{1B}[2J"])
    func `a day that is none is refused`(_ day: String) throws {
      let scratch = try Scratch()

      let outcome = try scratch.kith(
        "init", "--name", "Maya Osei", environment: ["KITH_TODAY": day])

      #expect(outcome.ending == .exit(2))
      #expect(outcome.errors.contains("which is not a day like 2026-11-27"))
      #expect(!outcome.errors.contains("\u{1B}"))
      #expect(try scratch.names(in: scratch.path) == [])
    }

    @Test(arguments: [["--demo"], [], ["open"]])
    func `without a terminal the screens say so and write no escape`(_ arguments: [String]) throws {
      let scratch = try Scratch()
      try scratch.inits()

      let outcome = try scratch.run(scratch.program, arguments)

      #expect(outcome.ending == .exit(2))
      #expect(outcome.errors.contains("terminal"))
      #expect(outcome.errors.contains("kith list and kith show need no terminal."))
      #expect(!outcome.output.contains(0x1B))
      #expect(!outcome.errors.utf8.contains(0x1B))
      #expect(try scratch.names(in: scratch.path) == ["data"])
    }

    @Test func `a reader that stops early is no error worth a word`() throws {
      let scratch = try Scratch()
      _ = try scratch.kith("sample", "--families", "60", "--store", scratch.file("s.kith"))

      let outcome = try scratch.run(
        "/bin/sh",
        [
          "-c", "\"$0\" export --store \"$1\" | head -c 10", scratch.program,
          scratch.file("s.kith"),
        ]
      )

      #expect(outcome.text == "{\n  \"famil")
      #expect(outcome.errors.isEmpty)
    }
  }
}
