import Casework
import TextUI
import Themes

/// How kith looks and answers, changed while it runs.
extension App {
  /// Says at the start what of the settings cannot be used; nothing without a fault.
  func say(_ faults: [FileFault]) {
    guard let first = faults.first else { return }
    let others = faults.count == 1 ? "" : " and \(faults.count - 1) more"
    var short = first
    short.file = String(first.file.split(separator: "/").last ?? "")
    toast = Notice(
      text: short.sentence, hint: "kith config check\(others)", kind: .problem, until: nil)
  }
}
