import KithApp

/// The manual page, from the tables that the program itself runs by: commands, keys, exit codes.
struct ManualPage {
  private var roff = Roff()
  private let table: CommandTable

  init(_ table: CommandTable) {
    self.table = table
  }

  /// The page, for `man -l` or a folder of manual pages.
  static func text() throws -> String {
    var page = ManualPage(try CommandTable.read())
    page.write()
    return page.roff.text
  }

  private mutating func write() {
    roff.title("KITH", Kith.released, "kith \(Kith.version)")
    roff.section("NAME")
    roff.line([.plain("kith - families, their own plans, and whether they are working")])
    synopsis()
    roff.section("DESCRIPTION")
    roff.paragraphs(table.command.abstract ?? "")
    roff.paragraphs(Self.description)
    commands()
    keys()
    files()
    environment()
    exitStatus()
    examples()
  }

  private static let description = """
    It is for a practitioner moving through a caseload, a coordinator of family group conferences \
    who writes while a family talks, and a supervisor who looks across workers. Everything is kept \
    in one sealed file on this machine.

    Without a command it opens the screens on your store; kith --demo opens them on twelve invented \
    families. Every command takes --help and --version.
    """

  // MARK: Commands

  private mutating func synopsis() {
    roff.section("SYNOPSIS")
    for (index, command) in table.leaves.enumerated() {
      if index > 0 { roff.request("br") }
      synopsis(isDefault(command) ? "kith" : command.path, command.ownArguments)
    }
  }

  /// Whether it is what kith does without a command.
  private func isDefault(_ command: CommandTable.Command) -> Bool {
    command.superCommands == [table.command.commandName]
      && command.commandName == table.command.defaultSubcommand
  }

  private mutating func synopsis(_ path: String, _ arguments: [CommandTable.Argument]) {
    var parts: [Roff.Part] = [.bold(path)]
    for argument in arguments {
      let (open, close) = argument.isOptional ? (" [", "]") : (" ", "")
      parts.append(.plain(open))
      if let name = argument.names?.first { parts.append(.bold(name.written)) }
      if argument.kind == "option" { parts.append(.plain(" ")) }
      if argument.kind != "flag" { parts.append(.slanted(argument.valueName ?? "value")) }
      if argument.isRepeating { parts.append(.plain(" ...")) }
      if !close.isEmpty { parts.append(.plain(close)) }
    }
    roff.line(parts)
  }

  private mutating func commands() {
    roff.section("COMMANDS")
    for command in table.leaves {
      roff.part(isDefault(command) ? "kith, kith \(command.commandName)" : command.path)
      roff.paragraphs(command.abstract ?? "")
      roff.paragraphs(command.discussion ?? "")
      for argument in command.ownArguments {
        roff.entry(argument.term, (argument.abstract ?? "") + argument.defaultWords)
      }
    }
  }

  // MARK: Keys

  private mutating func keys() {
    roff.section("KEYS")
    roff.paragraphs("In the screens; ? shows those of the screen you are on.")
    for (screen, rows) in KeyTable.sections() {
      roff.part(screen)
      roff.request("PD", "0")
      for row in rows {
        roff.entry(row.keys.map(\.name).joined(separator: ", "), row.title)
      }
      roff.request("PD")
    }
  }

  // MARK: What is around it

  private mutating func files() {
    roff.section("FILES")
    roff.entry(
      "~/.local/share/kith/caseload.kith",
      "The store: all that is kept, drafts too, in one file that only you can read. "
        + "It is under $XDG_DATA_HOME where that is set.")
    roff.entry(
      "~/.config/kith/config.toml",
      "The settings: the look, the mouse, the idle lock, and keys of your own. It is under "
        + "$XDG_CONFIG_HOME where that is set.")
    roff.entry("~/.config/kith/themes/NAME.toml", "A theme of your own.")
  }

  private mutating func environment() {
    roff.section("ENVIRONMENT")
    for (name, meaning) in Variables.all { roff.entry(name, meaning) }
  }

  private mutating func exitStatus() {
    roff.section("EXIT STATUS")
    for status in ExitStatus.allCases { roff.entry("\(status.rawValue)", status.meaning) }
    roff.paragraphs(
      "A signal ends kith as that signal, after the terminal is restored and what was being typed "
        + "is kept.")
  }

  private mutating func examples() {
    roff.section("EXAMPLES")
    roff.entry("kith --demo", "looks around among invented families")
    roff.entry(
      "kith init --name \"Ana Silva\" --role practitioner",
      "makes a training store and its first practitioner")
    roff.entry("kith list families --format csv", "prints the caseload for a spreadsheet")
    roff.entry("kith plan Duffy --format html --output plan.html", "prints the plan of a family")
    roff.entry("kith doctor", "looks for what is amiss with terminal, store and settings")
  }
}

extension CommandTable.Argument {
  /// `--format format`, `family`.
  fileprivate var term: String {
    let name = (names ?? []).map(\.written).joined(separator: ", ")
    switch kind {
    case "positional": return valueName ?? "value"
    case "option": return "\(name) \(valueName ?? "value")"
    default: return name
    }
  }

  fileprivate var defaultWords: String {
    defaultValue.map { $0.isEmpty ? "" : " Without it: \($0)." } ?? ""
  }
}
