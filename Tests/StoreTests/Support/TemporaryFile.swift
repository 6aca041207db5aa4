import Casework
import CaseworkSQLite
import Foundation

/// A path in a folder of its own that is removed with the last reference to it.
final class TemporaryFile: Sendable {
  let folder: String
  let path: String

  init() {
    folder = NSTemporaryDirectory() + "kith-store-\(UUID().uuidString)"
    path = folder + "/caseload.kith"
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: folder)
    } catch {
      // Nothing was made there.
    }
  }

  func create() throws -> SQLiteCaseStore {
    try SQLiteCaseStore.create(at: path) { sampleToday }
  }

  func open() throws -> SQLiteCaseStore {
    try SQLiteCaseStore.open(at: path) { sampleToday }
  }

  /// Names of the files in the folder.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }
  }
}
