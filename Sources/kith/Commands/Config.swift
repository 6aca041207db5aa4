import ArgumentParser
import Glibc
import KithApp
import TextUI
import Themes

/// The settings file.
struct Config: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the settings file and the themes of your own, or say where they are.",
    subcommands: [Check.self, Path.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Name everything in the settings that cannot be used, with its line.",
      discussion: "Exit codes: 0 nothing is wrong, 1 something is.")

    func run() throws {
      let files = SettingsFiles(Environment.current)
      let faults = files.faults(Environment.current)
      for fault in faults { Output.say(fault.sentence) }
      guard faults.isEmpty else {
        let count = faults.count == 1 ? "One thing is" : "\(faults.count) things are"
        throw Failure(.failed, "\(count) not right; the rest is used.")
      }
      guard let path = files.path else {
        return Output.say("There is no home folder for settings.")
      }
      Output.say(
        files.isThere
          ? "Nothing is wrong in \(path)." : "There is no \(path); kith uses its own settings.")
    }
  }

  struct Path: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Say where the settings file is.")

    func run() throws {
      guard let path = SettingsFiles(Environment.current).path else {
        throw Failure(.notFound, "There is no home folder for settings; set XDG_CONFIG_HOME.")
      }
      Output.say(path)
    }
  }
}

extension SettingsFiles {
  /// Whether there is a settings file.
  var isThere: Bool { path.map { access($0, F_OK) == 0 } ?? false }

  /// Everything that is wrong: in the settings, in the theme they name, in the themes of one's own.
  func faults(_ environment: [String: String]) -> [FileFault] {
    let (settings, wrong) = read(environment)
    var faults = wrong
    let own = themes.ownNames()
    if !own.contains(settings.theme) {
      faults += wrongs { () throws(ThemeFaults) in try theme(of: settings, environment) }
    }
    for name in own {
      faults += wrongs { () throws(ThemeFaults) in try themes.theme(name) }
    }
    return faults
  }

  private func wrongs(in reading: () throws(ThemeFaults) -> Theme) -> [FileFault] {
    do throws(ThemeFaults) {
      _ = try reading()
      return []
    } catch {
      return error.faults
    }
  }
}
