import Casework
import CaseworkSQLite
import Glibc

/// What a checkup says of the store and the disk that it lies on.
struct StoreChecks {
  let path: String
  let environment: [String: String]

  func findings() -> [Finding] {
    var found: [Finding] = []
    do throws(StoreError) {
      found += findings(of: try StoreCheckup.of(path))
    } catch {
      found.append(problem(error))
    }
    return found + [disk()]
  }

  /// The path as a person would say it, without the name of an account.
  private var shown: String { Finding.path(path, environment) }

  private func problem(_ error: StoreError) -> Finding {
    if case .notFound = error {
      return .note(
        .store, "There is no store at \(shown) yet.",
        "kith init makes one; kith --demo shows invented families.")
    }
    return .fault(
      .store, error.sentence.replacing(path, with: shown), "Nothing was written to it.")
  }

  private func findings(of store: StoreCheckup) -> [Finding] {
    let kind = store.isTraining ? "a training store, not for real records" : "sealed"
    var found = [
      Finding.good(.store, "\(shown): \(kind), \(StoreChecks.written(store.size)).")
    ]
    found.append(
      store.damage.isEmpty
        ? .good(.store, "Its pages are whole.")
        : .fault(
          .store, "It is damaged: \(store.damage.joined(separator: "; "))",
          "Put back its last backup; keep this file aside."))
    found.append(
      store.version == store.newestVersion
        ? .good(.store, "Its tables are of version \(store.version), the newest.")
        : .note(
          .store,
          "Its tables are of version \(store.version); opening it brings them to "
            + "\(store.newestVersion)."))
    if !store.hasWriteAheadLog {
      found.append(.note(.store, "It has no write-ahead log until kith opens it."))
    }
    return found + permissions(store)
  }

  private func permissions(_ store: StoreCheckup) -> [Finding] {
    var found: [Finding] = []
    if store.mode & 0o077 != 0 {
      found.append(
        .fault(.store, "Others on this machine may open it.", "chmod 600 \(shown)"))
    }
    if store.folderMode & 0o022 != 0 {
      found.append(
        .fault(
          .store, "Others on this machine may put files into its folder.",
          "chmod 700 on that folder"))
    }
    return found.isEmpty ? [.good(.store, "Only you may open it.")] : found
  }

  /// Room on the disk, looked for at the nearest folder that is there.
  private func disk() -> Finding {
    var folder = path
    var facts = statvfs()
    repeat {
      folder = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? "."
      if folder.isEmpty { folder = "/" }
    } while statvfs(folder, &facts) != 0 && folder != "/" && folder != "."
    let free = Int(facts.f_bavail) * Int(facts.f_frsize)
    let words = "\(StoreChecks.written(free)) free on its disk."
    return free < 100_000_000
      ? .fault(.store, words, "Make room: a full disk saves nothing.") : .good(.store, words)
  }

  /// `12 MB`: whole units of a thousand.
  static func written(_ bytes: Int) -> String {
    let units = ["bytes", "kB", "MB", "GB", "TB"]
    var (count, unit) = (bytes, 0)
    while count >= 10_000, unit < units.count - 1 {
      count /= 1000
      unit += 1
    }
    return "\(count) \(units[unit])"
  }
}
