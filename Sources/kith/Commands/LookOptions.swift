import ArgumentParser
import KithApp
import TextUI
import Themes

/// How the screens look and answer, for one run: options win over the environment, it over the file.
struct LookOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A theme: terminal, night, paper, high-contrast …, or one of your own.", valueName: "name"),
    completion: .list(Themes.names))
  var theme: String?

  @Option(
    name: [.customLong("color"), .customLong("colour")],
    help: "Colours: auto (none where NO_COLOR is set), always or never.")
  var colour: ColourChoice = .auto

  @ArgumentParser.Flag(help: "Draw with ASCII alone.")
  var ascii = false

  @ArgumentParser.Flag(help: "Take no clicks, so that the terminal selects text itself.")
  var noMouse = false

  /// Reads the settings, and lays these options over them.
  ///
  /// - Throws: `Failure` for a theme of the command line that cannot be used; what is wrong in a file
  ///   only becomes a fault.
  func choose() throws -> ChosenLook {
    let files = SettingsFiles(Environment.current)
    var (settings, faults) = files.read(Environment.current)
    if let theme { settings.theme = theme }
    if ascii { settings.glyphs = .ascii }
    if noMouse { settings.mouse = false }
    var look = Theme.standard
    do throws(ThemeFaults) {
      look =
        theme == nil
        ? try files.theme(of: settings, Environment.current)
        : try files.themes.theme(settings.theme)
    } catch {
      guard theme == nil else {
        throw Failure(.usage, "--theme \(settings.theme): \(error.faults[0].sentence)")
      }
      faults += error.faults
      settings.theme = Themes.standard
    }
    return ChosenLook(
      settings: settings, theme: look, colours: colour, files: files, faults: faults)
  }
}

/// What the settings, the environment and the options come to.
struct ChosenLook {
  var settings: Settings
  var theme: Theme
  var colours: ColourChoice
  var files: SettingsFiles
  /// What of them could not be used, in the order in which it was read.
  var faults: [FileFault]
}

extension ColourChoice: ExpressibleByArgument {}
