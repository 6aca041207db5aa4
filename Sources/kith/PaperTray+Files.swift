import Casework
import KithApp

extension PaperTray {
  /// Files of the machine.
  static let files = PaperTray { _, _, _ throws(StoreError) in
    throw .unavailable("Prints are not written yet.")
  }
}
