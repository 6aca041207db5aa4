import Testing

extension ProgramTests.Commands {
  /// Keys pressed without a terminal, as a bug report or a script does it.
  @Suite struct Replaying {
    @Test func `keys on the command line show the screen they lead to`() throws {
      let scratch = try Scratch()

      let outcome = try scratch.kith("replay", "2 / \"duff\" Enter Enter", "--demo")

      #expect(outcome.ending == .exit(0))
      #expect(outcome.text.hasPrefix(" Families › Duffy"))
      #expect(outcome.lines.count >= 20)
      #expect(!outcome.output.contains(0x1B))
      #expect(outcome.errors.isEmpty)
    }

    @Test func `a replay changes nothing in the store it is given`() throws {
      let scratch = try Scratch()
      _ = try scratch.kith("sample", "--families", "5", "--store", scratch.file("s.kith"))
      let before = try scratch.bytes(scratch.file("s.kith"))
      let export = try scratch.kith("export", "--store", scratch.file("s.kith")).text
      let keys = "5 Enter 2 a \"Testfamily\" Ctrl-S expect \"Testfamily\""

      let people = try scratch.kith("people", "--store", scratch.file("s.kith")).lines
      let me = people[1].split(separator: "  ")[0]
      let outcome = try scratch.kith(
        "replay", keys, "--store", scratch.file("s.kith"), "--as", String(me))

      #expect(outcome.ending == .exit(0), "\(outcome.errors)")
      #expect(try scratch.bytes(scratch.file("s.kith")) == before)
      #expect(try scratch.kith("export", "--store", scratch.file("s.kith")).text == export)
      #expect(!export.contains("Testfamily"))
    }

    @Test func `a dump is a new file for its owner only`() throws {
      let scratch = try Scratch()
      let file = scratch.file("frames.txt")

      let first = try scratch.kith("replay", "2", "--demo", "--dump", file)
      let again = try scratch.kith("replay", "3", "--demo", "--dump", file)
      let told = try scratch.kith("replay", "3", "--demo", "--dump", file, "--replace")

      #expect(first.ending == .exit(0))
      #expect(first.output.isEmpty)
      #expect(try scratch.mode(file) == 0o600)
      #expect(again.ending == .exit(4))
      #expect(again.errors.contains("is there already"))
      #expect(told.ending == .exit(0))
      #expect(String(decoding: try scratch.bytes(file), as: UTF8.self).hasPrefix(" Reviews"))
      #expect(try scratch.names(in: scratch.path) == ["frames.txt"])
    }

    @Test func `keys come from a file or from standard input too`() throws {
      let scratch = try Scratch()
      try scratch.write("2 # the caseload\nexpect \"Families\"\n", to: scratch.file("keys.txt"))

      let file = try scratch.kith("replay", scratch.file("keys.txt"), "--demo")
      let piped = try scratch.kith("replay", "-", "--demo", input: "2 expect \"Families\"")

      #expect(file.ending == .exit(0))
      #expect(piped.text == file.text)
    }

    @Test func `an expectation that fails ends with 1, its place, and the screen`() throws {
      let scratch = try Scratch()

      let outcome = try scratch.kith("replay", "2\nexpect \"Nobody\"", "--demo")

      #expect(outcome.ending == .exit(1))
      #expect(outcome.errors.hasPrefix("kith: keys:2: The screen does not say “Nobody”.\n"))
      #expect(outcome.errors.contains("|  Families"))
    }

    @Test func `a redacted dump has no word of the families in it`() throws {
      let scratch = try Scratch()

      let outcome = try scratch.kith(
        "replay", "2 dump \"Duffy\" / \"duffy\" Enter expect \"Nobody\"", "--demo", "--redacted")

      #expect(outcome.ending == .exit(1))
      for word in ["Duffy", "duffy", "Kayla", "Maya", "Osei", "Nobody"] {
        #expect(!outcome.text.contains(word))
        #expect(!outcome.errors.contains(word))
      }
      #expect(outcome.text.hasPrefix(" Xxxxxxxx"))
    }

    @Test func `every format is the same frame`() throws {
      let scratch = try Scratch()

      let ansi = try scratch.kith("replay", "2", "--demo", "--format", "ansi")
      let html = try scratch.kith("replay", "2", "--demo", "--format", "html")
      let svg = try scratch.kith("replay", "2", "--demo", "--format", "svg")

      #expect(ansi.text.contains("\u{1B}[0;1;38;5;196m"))
      #expect(html.text.hasPrefix("<!doctype html>"))
      #expect(svg.text.hasPrefix("<svg "))
      for outcome in [ansi, html, svg] { #expect(outcome.text.contains("Brannigan")) }
    }

    @Test func `colours are those of the theme that is asked for, or put on`() throws {
      let scratch = try Scratch()

      let night = try scratch.kith(
        "replay", "2", "--demo", "--format", "html", "--theme", "night")
      let terminal = try scratch.kith("replay", "2", "--demo", "--format", "html")

      #expect(night.ending == .exit(0))
      #expect(night.text.hasPrefix("<!doctype html>"))
      #expect(night.text != terminal.text)
    }

    @Test(arguments: [
      ["replay", "2", "--demo", "--theme", "nosuch"],
      ["replay"], ["replay", "fnord", "--demo"], ["replay", "2", "--demo", "--size", "big"],
      ["replay", "2", "--demo", "--now", "yesterday"],
      ["replay", "2", "--demo", "--store", "x.kith"],
    ])
    func `a replay that cannot be meant is refused with 2`(_ arguments: [String]) throws {
      let scratch = try Scratch()

      let outcome = try scratch.run(scratch.program, arguments)

      #expect(outcome.ending == .exit(2))
      #expect(outcome.output.isEmpty)
      #expect(!outcome.errors.isEmpty)
    }
  }
}
