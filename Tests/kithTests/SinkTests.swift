import Foundation
import Testing

extension ProgramTests.Commands {
  /// Every place where words leave the program outside the screens.
  @Suite struct Sinks {
    /// Clears the screen, sets the title, colours, turns the direction, and hides.
    private static let attack =
      "Q\u{1B}[2J\u{1B}]0;pwn\u{7}\u{9B}31m\u{202E}x\u{200B}\u{85}y\u{7F}z\u{E0041}"

    /// What no line for people may hold: a terminal would obey it, or show it as something else.
    private static func forbidden(_ text: String) -> [String] {
      text.unicodeScalars.filter { scalar in
        switch scalar.value {
        case 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2060...0x2069,
          0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
          true
        default: false
        }
      }.map { "U+" + String($0.value, radix: 16) }
    }

    /// What no file for people may hold either, which keeps joiners that show nothing.
    private static func commanding(_ text: String) -> [String] {
      let harmless = ["U+200b", "U+e0041"]
      return forbidden(text.replacing("\r\n", with: "\n")).filter { !harmless.contains($0) }
    }

    private static func store() throws -> Scratch {
      let scratch = try Scratch()
      try scratch.imports(
        practitioners: [CaseloadFile.practitioner(CaseloadFile.maya, "Maya \(attack)")],
        [CaseloadFile.family(10, attack, reference: "R\(attack)", goal: attack)])
      return scratch
    }

    @Test(arguments: [
      ["people"], ["list", "families"], ["list", "goals"], ["list", "reviews"],
      ["list", "actions"], ["list", "families", "--format", "csv"],
      ["list", "goals", "--format", "csv"], ["show", "Q"], ["plan", "Q"],
      ["plan", "Q", "--format", "markdown"], ["plan", "Q", "--format", "html"],
      ["plan", "Q", "--slips"], ["minutes", "Q"], ["doctor"], ["replay", "2 Enter"],
      ["replay", "2 Enter", "--all"], ["replay", "2 Enter", "--format", "html"],
      ["replay", "2 Enter", "--format", "svg"],
    ])
    func `no name of the caseload commands the terminal it is printed to`(
      _ arguments: [String]
    ) throws {
      let scratch = try Self.store()
      var arguments = arguments
      if let place = arguments.firstIndex(of: "Q") { arguments[place] = "R" + Self.attack }

      let outcome = try scratch.run(scratch.program, arguments)

      let isFile = ["plan", "minutes"].contains(arguments[0]) || arguments.last == "csv"
      #expect((isFile ? Self.commanding : Self.forbidden)(outcome.text) == [])
      #expect(Self.forbidden(outcome.errors) == [])
    }

    @Test(arguments: [
      ["show", "no@"], ["list", "families", "--as", "@"], ["list", "@"], ["@"], ["--@"],
      ["list", "families", "--store", "@"], ["import", "@"], ["export", "no/@"],
      ["export", "kept@"], ["sample", "--families", "@", "--store", "x"], ["plan", "no@"],
      ["init", "--name", "N", "--role", "@"], ["replay", "@", "--demo"],
      ["replay", "\"@\" expect \"@\"", "--demo"], ["replay", "2", "--demo", "--dump", "no/@"],
      ["replay", "2", "--demo", "--now", "@"], ["replay", "2", "--demo", "--as", "@"],
      ["replay", "2", "--demo", "--theme", "@"], ["completions", "@"],
    ])
    func `nothing that was typed on the command line comes back as a command`(
      _ arguments: [String]
    ) throws {
      let scratch = try Self.store()
      try scratch.write("there", to: scratch.file("kept\(Self.attack)"))
      let typed = arguments.map { argument in
        argument.hasPrefix("kept")
          ? scratch.file("kept\(Self.attack)") : argument.replacing("@", with: Self.attack)
      }

      let outcome = try scratch.run(scratch.program, typed)

      #expect(outcome.ending != .exit(0))
      #expect(Self.forbidden(outcome.text) == [])
      #expect(Self.forbidden(outcome.errors) == [])
    }

    @Test(arguments: ["LANG", "TERM", "KITH_TODAY", "KITH_STORE", "KITH_THEME", "HOME"])
    func `nothing of the environment comes back as a command`(_ name: String) throws {
      let scratch = try Self.store()

      for command in [["doctor"], ["list", "families"], []] {
        let outcome = try scratch.run(
          scratch.program, command, environment: [name: Self.attack])
        #expect(Self.forbidden(outcome.text) == [], "\(command)")
        #expect(Self.forbidden(outcome.errors) == [], "\(command)")
      }
    }

    @Test func `JSON keeps every character, and writes those that command as escapes`() throws {
      let scratch = try Self.store()

      let outcome = try scratch.kith("export")

      #expect(!outcome.output.contains(0x1B))
      #expect(!outcome.output.contains(0x7))
      #expect(try scratch.goalWords() == [Self.attack])
    }
  }
}
