import Testing

extension ProgramTests.Commands {
  /// `init`, `people` and `people add`.
  @Suite struct Starting {
    @Test func `init makes a private store for its first practitioner`() throws {
      let scratch = try Scratch()

      let made = try scratch.kith("init", "--name", "Maya Osei", "--team", "North")

      #expect(made.ending == .exit(0))
      #expect(made.text.contains("Made a training store at \(scratch.store) for Maya Osei."))
      #expect(made.text.contains("not for real records"))
      #expect(made.errors.isEmpty)
      #expect(try scratch.mode(scratch.store) == 0o600)
      #expect(try scratch.mode(scratch.file("data/kith")) == 0o700)
    }

    @Test func `init leaves a store that is there as it is`() throws {
      let scratch = try Scratch()
      try scratch.inits()
      let before = try scratch.bytes(scratch.store)

      let again = try scratch.kith("init", "--name", "Dan Lane")

      #expect(again.ending == .exit(4))
      #expect(again.errors.contains("There is a file at \(scratch.store) already"))
      #expect(try scratch.bytes(scratch.store) == before)
    }

    @Test(arguments: [
      (["init"], "name"), (["init", "--name", "  "], "A practitioner needs a name."),
      (["init", "--name", "Maya", "--role", "wizard"], "“wizard” is not a role"),
    ])
    func `init with wrong words makes nothing and says what is wrong`(
      _ arguments: [String], _ words: String
    ) throws {
      let scratch = try Scratch()

      let outcome = try scratch.run(scratch.program, arguments)

      #expect(outcome.ending == .exit(2))
      #expect(outcome.errors.contains(words))
      #expect(try scratch.names(in: scratch.path) == [])
    }

    @Test func `people are added once and listed by name`() throws {
      let scratch = try Scratch()
      try scratch.inits()

      let added = try scratch.kith("people", "add", "--name", "Dan Lane", "--role", "supervisor")
      let again = try scratch.kith("people", "add", "--name", "dan lane")
      let list = try scratch.kith("people")

      #expect(added.ending == .exit(0))
      #expect(added.text == "Added Dan Lane, supervisor.\n")
      #expect(again.ending == .exit(4))
      #expect(again.errors.contains("is here already"))
      #expect(list.lines.map { $0.split(separator: " ").first } == ["Name", "Dan", "Maya"])
    }

    @Test func `the store is the option's, else the variable's, else among the data files`() throws
    {
      let scratch = try Scratch()
      let (named, other) = (scratch.file("named.kith"), scratch.file("other.kith"))

      _ = try scratch.kith("init", "--name", "Ann Named", "--store", named)
      _ = try scratch.kith("init", "--name", "Ann Other", environment: ["KITH_STORE": other])
      try scratch.inits()

      let both = try scratch.kith("people", "--store", named, environment: ["KITH_STORE": other])
      let variable = try scratch.kith("people", environment: ["KITH_STORE": other])
      let usual = try scratch.kith("people")
      #expect(both.text.contains("Ann Named"))
      #expect(variable.text.contains("Ann Other"))
      #expect(usual.text.contains("Maya Osei"))
    }

    @Test func `a data folder that is not absolute is passed over`() throws {
      let scratch = try Scratch()

      let made = try scratch.kith(
        "init", "--name", "Maya Osei", environment: ["XDG_DATA_HOME": "data"])

      #expect(made.ending == .exit(0))
      #expect(try scratch.mode(scratch.file(".local/share/kith/caseload.kith")) == 0o600)
    }

    @Test func `without a home it asks for the store`() throws {
      let scratch = try Scratch()

      let outcome = try scratch.kith(
        "people", environment: ["XDG_DATA_HOME": "", "HOME": ""])

      #expect(outcome.ending == .exit(2))
      #expect(outcome.errors.contains("--store FILE"))
    }
  }
}
