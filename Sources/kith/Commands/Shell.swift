import ArgumentParser
import Glibc
import TextUINcurses

/// Prints what a shell needs to complete kith's commands.
struct Completions: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print completions for bash, zsh or fish.",
    discussion: """
      Commands, options and their values are completed, and files. Names of families and people are \
      not: they would stand in the shell's history.

      For one session:

        source <(kith completions bash)
      """)

  enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash, zsh, fish
  }

  @Argument(help: "bash, zsh or fish.")
  var shell: Shell

  func run() throws {
    let script =
      switch shell {
      case .bash: AtThePrompt.completionScript(for: .bash)
      case .zsh: AtThePrompt.completionScript(for: .zsh)
      case .fish: AtThePrompt.completionScript(for: .fish)
      }
    Output.write(script + "\n")
  }
}

/// kith as shells complete it: the options of the screens stand behind `kith` itself too.
private struct AtThePrompt: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Kith.configuration.commandName, version: Kith.version,
    subcommands: Kith.configuration.subcommands)

  @OptionGroup var screens: Run
}

/// Prints the manual page.
struct Manual: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the manual page, for a folder of manual pages.",
    discussion: """
      To read it: kith manual | man -l -
      """)

  func run() throws {
    Output.write(try ManualPage.text())
  }
}

/// Brings back a terminal that a killed program has left unusable.
struct ResetTerminal: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring back a terminal that something has left unusable.",
    discussion: """
      After a kill that nothing can catch, keys may not show and the mouse may type. Type \
      kith reset-terminal, unseen if need be, and press Enter; Ctrl-J where Enter does nothing.
      """)

  func run() throws {
    let named = isatty(STDOUT_FILENO) == 1 ? STDOUT_FILENO : open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard named >= 0 else {
      throw Failure(.usage, "There is no terminal here to bring back.")
    }
    TerminalReset.reset(named)
  }
}
