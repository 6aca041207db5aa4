import FoundationEssentials

/// The commands as the parser knows them: what the manual is made from.
struct CommandTable: Decodable {
  var command: Command

  struct Command: Decodable {
    var commandName: String
    var superCommands: [String]?
    var abstract: String?
    var discussion: String?
    var defaultSubcommand: String?
    var subcommands: [Command]?
    var arguments: [Argument]?
    var shouldDisplay: Bool
  }

  struct Argument: Decodable {
    /// `positional`, `option` or `flag`.
    var kind: String
    var names: [Name]?
    var valueName: String?
    var abstract: String?
    var defaultValue: String?
    var isOptional: Bool
    var isRepeating: Bool
    var shouldDisplay: Bool

    struct Name: Decodable {
      var kind: String
      var name: String

      /// `--store`, `-h`.
      var written: String { (kind == "long" ? "--" : "-") + name }
    }
  }

  static func read() throws -> CommandTable {
    try JSONDecoder().decode(CommandTable.self, from: Data(Kith._dumpHelp().utf8))
  }

  /// Every command that does something by itself, in the order of the help.
  var leaves: [Command] { command.leaves }
}

extension CommandTable.Command {
  /// `kith people add`.
  var path: String { ((superCommands ?? []) + [commandName]).joined(separator: " ") }

  /// Its own arguments, without those that every command has.
  var ownArguments: [CommandTable.Argument] {
    (arguments ?? []).filter { argument in
      argument.shouldDisplay
        && !(argument.names ?? []).contains { ["help", "version"].contains($0.name) }
    }
  }

  fileprivate var leaves: [CommandTable.Command] {
    guard shouldDisplay, commandName != "help" else { return [] }
    let below = (subcommands ?? []).flatMap(\.leaves)
    return below.isEmpty ? [self] : below
  }
}
