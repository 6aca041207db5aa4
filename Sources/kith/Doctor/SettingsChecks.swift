import KithApp
import Themes

/// What a checkup says of the settings and of the theme that they name.
struct SettingsChecks {
  let environment: [String: String]

  func findings() -> [Finding] {
    let files = SettingsFiles(environment)
    let (settings, faults) = files.read(environment)
    var all = faults
    do throws(ThemeFaults) {
      _ = try files.theme(of: settings, environment)
    } catch {
      all += error.faults
    }
    guard all.isEmpty else { return all.map(finding) }
    return [.good(.settings, "Nothing is wrong in them; the theme is \(settings.theme).")]
  }

  private func finding(_ fault: FileFault) -> Finding {
    var fault = fault
    fault.file = Finding.path(fault.file, environment)
    return .fault(.settings, fault.sentence, "kith goes on without it.")
  }
}
