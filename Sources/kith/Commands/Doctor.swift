import ArgumentParser
import Casework
import CaseworkSQLite
import Glibc
import TextUINcurses

/// Looks at everything around the program that can be amiss.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look for what is amiss with the terminal, the store and the settings.",
    discussion: """
      A line for each thing: ✓ is well, · is good to know, ! is to be mended and says how. Exit code \
      1 when there is anything to mend. No name of a family or a person is in it.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Option(help: "text or json.")
  var format = Format.text

  @OptionGroup var store: StoreOptions

  func run() throws {
    let environment = Environment.current
    let terminal = TerminalChecks(environment)
    let checkup = Checkup(
      findings: terminal.findings()
        + StoreChecks(path: try store.path, environment: environment).findings()
        + SettingsChecks(environment: environment).findings() + Doctor.versions())
    switch format {
    case .text:
      Output.say(checkup.text(plain: terminal.facts.characters != "UTF-8"))
    case .json: Output.write(try checkup.json())
    }
    if !checkup.isGood { throw ExitCode(ExitStatus.failed.rawValue) }
  }

  private static func versions() -> [Finding] {
    var sqlite = "SQLite"
    do throws(StoreError) {
      sqlite += " " + (try StoreCheckup.engine())
    } catch {
      sqlite += " does not start"
    }
    return [
      .good(.versions, "kith \(Kith.version), built with Swift \(swift)."),
      .good(.versions, "\(sqlite), \(TerminalFacts.library), \(library)."),
    ]
  }

  /// `glibc 2.36`.
  private static var library: String {
    var name = [CChar](repeating: 0, count: 64)
    guard confstr(Int32(_CS_GNU_LIBC_VERSION), &name, name.count) > 0 else { return "libc" }
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static var swift: String {
    #if compiler(>=6.4)
      "6.4 or newer"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }
}
