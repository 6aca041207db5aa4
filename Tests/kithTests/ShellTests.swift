import Foundation
import TerminalHarness
import Testing

extension ProgramTests.Commands {
  /// What shells and `man` are given, from the tables that the program runs by.
  @Suite struct Shells {
    private static let shells = ["bash", "zsh", "fish"]

    /// A command as the program describes itself.
    private struct Described: Decodable {
      var commandName: String
      var superCommands: [String]?
      var subcommands: [Described]?
      var arguments: [Argument]?

      struct Argument: Decodable {
        var names: [Name]?

        struct Name: Decodable {
          var name: String
        }
      }

      var all: [Described] { [self] + (subcommands ?? []).flatMap(\.all) }
      var path: String { ((superCommands ?? []) + [commandName]).joined(separator: " ") }
      var options: [String] {
        (arguments ?? []).flatMap { $0.names ?? [] }.map(\.name).filter { $0.count > 1 }
      }
    }

    private struct Description: Decodable {
      var command: Described
    }

    private static func described(_ scratch: Scratch) throws -> [Described] {
      let outcome = try scratch.kith("--experimental-dump-help")
      let description = try JSONDecoder().decode(Description.self, from: Data(outcome.output))
      return description.command.all.filter { $0.commandName != "help" }
    }

    /// The manual's words without what is written for roff.
    private static func manual(_ scratch: Scratch) throws -> String {
      var text = try scratch.kith("manual").text
      for (written, meant) in [
        ("\\-", "-"), ("\\(aq", "'"), ("\\e", "\\"), ("\\(dq", "\""), ("\\(ti", "~"),
        ("\\(ha", "^"), ("\\(ga", "`"), ("\\fB", ""), ("\\fR", ""), ("\\fI", ""),
      ] {
        text = text.replacing(written, with: meant)
      }
      text.replace(/\\\[u([0-9A-F]+)\]/) { match in
        UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map(String.init) ?? ""
      }
      return text.replacing("\n", with: " ")
    }

    private static var root: URL {
      URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    }

    // MARK: The manual

    @Test func `every command and every option is in the manual`() throws {
      let scratch = try Scratch()

      let manual = try Self.manual(scratch)

      let leaves = try Self.described(scratch).filter { $0.subcommands == nil }
      #expect(leaves.count > 12)
      for command in leaves {
        #expect(manual.contains(command.path), "\(command.path)")
        for option in command.options where !["help", "version"].contains(option) {
          #expect(manual.contains("--\(option)"), "\(command.path) --\(option)")
        }
      }
    }

    @Test func `every key of every screen is in the manual with what it does`() throws {
      let scratch = try Scratch()

      let manual = try Self.manual(scratch)

      let rows = try scratch.kith("keys").lines.filter { $0.hasPrefix("| ") }.dropFirst(2)
      #expect(rows.count > 10)
      for row in rows {
        let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(manual.contains(".SS \"\(cells[0])\""))
        for action in cells[1].components(separatedBy: " · ") {
          let title = action.components(separatedBy: "` ").last ?? ""
          #expect(manual.contains(title), "\(cells[0]): \(title)")
        }
      }
    }

    @Test func `every variable that kith reads is in the manual`() throws {
      let manual = try Self.manual(try Scratch())
      let sources = FileManager.default.enumerator(
        at: Self.root.appending(path: "Sources"), includingPropertiesForKeys: nil)

      var found: Set<String> = []
      for case let file as URL in try #require(sources) where file.pathExtension == "swift" {
        let text = try String(contentsOf: file, encoding: .utf8)
        for match in text.matches(of: /"(KITH_[A-Z_]+)"/) { found.insert(String(match.1)) }
      }

      #expect(found.count >= 3)
      #expect(manual.contains("KITH_THEME"))
      for name in found { #expect(manual.contains(name), "\(name)") }
    }

    @Test func `help, manual and README give the exit codes the same meanings`() throws {
      let scratch = try Scratch()
      let manual = try Self.manual(scratch)
      let help = try scratch.kith("--help").text.replacing("\n", with: " ")
      let readme = try String(
        contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)

      let rows = readme.matches(of: /\| ([0-5]) \| (.+) \|/)

      #expect(rows.count == 6)
      for row in rows {
        #expect(help.contains("\(row.1) \(row.2)"))
        #expect(manual.contains(".TP \(row.1) \(row.2)"))
      }
    }

    @Test func `every command is in the README`() throws {
      let scratch = try Scratch()
      let readme = try String(
        contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)

      let commands = try Self.described(scratch).filter { $0.superCommands == ["kith"] }

      for command in commands where command.commandName != "open" {
        #expect(readme.contains("`kith \(command.commandName)"), "\(command.commandName)")
      }
    }

    @Test(arguments: [
      ("/usr/bin/mandoc", "mandoc -Tlint -Wwarning \"$1\""),
      ("/usr/bin/groff", "groff -ww -b -man -Tutf8 \"$1\" 2>&1 >/dev/null"),
      ("/usr/bin/man", "man -l --warnings \"$1\" 2>&1 >/dev/null"),
    ])
    func `man finds nothing wrong with the manual`(_ program: String, _ command: String) throws {
      guard access(program, X_OK) == 0 else { return }
      let scratch = try Scratch()
      try scratch.write(try scratch.kith("manual").text, to: scratch.file("kith.1"))

      let outcome = try scratch.run("/bin/sh", ["-c", command, "sh", scratch.file("kith.1")])

      #expect(outcome.text + outcome.errors == "")
    }

    // MARK: Completions

    @Test(arguments: shells)
    func `every command and every option is completed`(_ shell: String) throws {
      let scratch = try Scratch()

      let script = try scratch.kith("completions", shell).text

      for command in try Self.described(scratch) {
        #expect(script.contains(command.commandName), "\(command.commandName)")
        for option in command.options {
          #expect(script.contains(option), "\(command.commandName) --\(option)")
        }
      }
    }

    @Test(arguments: shells)
    func `a shell takes its completions without a word`(_ shell: String) throws {
      let places: [String] = ["/bin/\(shell)", "/usr/bin/\(shell)"]
      guard let path = places.first(where: { access($0, X_OK) == 0 }) else { return }
      let scratch = try Scratch()
      try scratch.write(try scratch.kith("completions", shell).text, to: scratch.file("c"))
      let commands = [
        "bash": "source \"$0\" && complete -p kith",
        "zsh": "autoload -U compinit && compinit -u -D && source \"$0\" && echo $_comps[kith]",
        "fish": "source \(scratch.file("c")); and complete -C 'kith '",
      ]
      let quiet = ["bash": ["--norc", "-c"], "zsh": ["-f", "-c"], "fish": ["--no-config", "-c"]]

      let outcome = try scratch.run(
        path, (quiet[shell] ?? []) + [commands[shell] ?? "", scratch.file("c")])

      #expect(outcome.ending == .exit(0))
      #expect(outcome.errors.isEmpty)
      #expect(outcome.text.contains(shell == "fish" ? "replay" : "_kith"))
    }

    @Test func `bash completes commands, options and values, and no names`() throws {
      let scratch = try Scratch()
      try scratch.write(try scratch.kith("completions", "bash").text, to: scratch.file("c"))
      let script = """
        source "$0"
        complete_words() {
          COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
          _kith kith "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}" 2>/dev/null
          echo "${COMPREPLY[*]}"
        }
        complete_words kith --d
        complete_words kith li
        complete_words kith list families --format ""
        complete_words kith show ""
        """

      let outcome = try scratch.run("/bin/bash", ["--norc", "-c", script, scratch.file("c")])

      #expect(
        outcome.text.split(separator: "\n", omittingEmptySubsequences: false)
          == ["--demo", "list", "table json csv", "", ""])
    }

    // MARK: Numbers and names

    @Test(arguments: ["families", "goals", "reviews"])
    func `numbers are written the same in every locale`(_ what: String) throws {
      let scratch = try Scratch()
      let store = scratch.file("s.kith")
      _ = try scratch.kith("sample", "--families", "8", "--store", store)

      for format in ["json", "csv", "table"] {
        let plain = try scratch.kith("list", what, "--format", format, "--store", store)
        let german = try scratch.kith(
          "list", what, "--format", format, "--store", store,
          environment: ["LC_ALL": "de_DE.UTF-8", "LC_NUMERIC": "de_DE.UTF-8"])

        #expect(german.output == plain.output)
        #expect(plain.ending == .exit(0))
      }
    }
  }
}

extension ProgramTests.Screens {
  /// A terminal that a killed program left behind.
  @Suite struct Resetting {
    @Test func `reset-terminal brings back what a kill has left unusable`() throws {
      let scratch = try Scratch()
      let script = """
        sh -c 'echo $$ > "$HOME/pid"; exec "$0" --demo' "$0" 2>/dev/null
        read line
        "$0" reset-terminal
        echo back
        """
      let screens = try TerminalHarness(
        "/bin/sh", ["-c", script, scratch.program], environment: scratch.environment)
      try screens.wait(forText: "[1 Today]")
      try screens.settle()
      let pid = String(decoding: try scratch.bytes(scratch.file("pid")), as: UTF8.self)
      kill(try #require(pid_t(pid.dropLast())), SIGKILL)
      try screens.settle()
      #expect(!screens.isSane)
      for mode in [1049, 1000, 1006, 2004] { #expect(screens.mode(mode) == true, "\(mode)") }

      // Enter is no line's end where nothing makes it one.
      screens.send("\n")

      #expect(try screens.waitForEnd() == .exit(0))
      #expect(screens.isSane)
      for mode in [1049, 1000, 1006, 2004] { #expect(screens.mode(mode) == false, "\(mode)") }
      #expect(screens.mode(25) == true)
      #expect(screens.lines.contains("back"))
      #expect(!screens.text.contains("Duffy"), "what was shown stays nowhere")
    }

    @Test func `without a terminal there is nothing to bring back, and nothing is written`() throws
    {
      let scratch = try Scratch()

      let outcome = try scratch.run("/usr/bin/setsid", [scratch.program, "reset-terminal"])

      #expect(outcome.output.isEmpty)
      #expect(outcome.errors == "kith: There is no terminal here to bring back.\n")
      #expect(outcome.ending == .exit(2))
    }
  }
}
