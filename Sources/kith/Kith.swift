import ArgumentParser
import Casework
import CaseworkSQLite
import FoundationEssentials
import Glibc
import Synchronization

/// The program.
struct Kith: ParsableCommand {
  static let version = "0.1.0"
  /// The day of that version, for the manual.
  static let released = "2026-11-22"

  static let configuration = CommandConfiguration(
    commandName: "kith",
    abstract: "A caseload of families, their own plans, and whether they are working.",
    discussion: """
      Without a command it opens the screens on your store. kith --demo shows them on invented \
      families.

      Exit codes: \(ExitStatus.allCases.map { "\($0.rawValue) \($0.meaning)" }.joined(separator: "; ")).
      """,
    version: Kith.version,
    subcommands: [
      Run.self, Init.self, People.self, List.self, Show.self, PrintPlan.self, PrintMinutes.self,
      Import.self, Export.self, Sample.self, Keys.self, Config.self, ReplayKeys.self,
      Doctor.self, Completions.self, Manual.self, ResetTerminal.self,
    ],
    defaultSubcommand: Run.self)
}

/// Which store a command works on.
struct StoreOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The store; else $KITH_STORE, else caseload.kith among your data files.", valueName: "file"),
    completion: .file())
  var store: String?

  var path: String {
    get throws {
      if let store { return store }
      let environment = Environment.current
      if let named = environment["KITH_STORE"], !named.isEmpty { return named }
      if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
        return data + "/kith/caseload.kith"
      }
      guard let home = environment["HOME"], home.hasPrefix("/") else {
        throw Failure(.usage, "There is no home folder; say which store with --store FILE.")
      }
      return home + "/.local/share/kith/caseload.kith"
    }
  }

  /// Opens the store that is there.
  ///
  /// - Parameter forReading: nothing will be saved.
  func open(_ world: World, forReading: Bool = false) throws -> SQLiteCaseStore {
    let path = try path
    do throws(StoreError) {
      return try SQLiteCaseStore.open(at: path, forReading: forReading, today: world.day)
    } catch {
      guard case .notFound = error else { throw error }
      throw StoreOptions.missing(path)
    }
  }

  static func missing(_ path: String) -> Failure {
    Failure(
      .notFound,
      "There is no store at \(path). kith init makes one; kith --demo shows invented families.")
  }
}

/// What the program was started with.
enum Environment {
  static let current: [String: String] = {
    var found: [String: String] = [:]
    var entry = environ
    while let text = entry.pointee {
      let parts = String(cString: text).split(separator: "=", maxSplits: 1)
      if let name = parts.first { found[String(name)] = parts.count > 1 ? String(parts[1]) : "" }
      entry += 1
    }
    return found
  }()

  /// The world outside: the clock on the wall, or the day that `KITH_TODAY` sets.
  static func world() throws -> World {
    let set = current["KITH_TODAY"].flatMap { $0.isEmpty ? nil : $0 }
    var fixed: Day?
    if let set {
      guard let day = Day(iso: set) else {
        throw Failure(.usage, "KITH_TODAY is “\(set)”, which is not a day like 2026-11-27.")
      }
      fixed = day
    }
    return World(
      day: { [fixed] in fixed ?? localDay() }, now: { [fixed] in moment(on: fixed) },
      newUUID: newUUID, wallClock: localTime)
  }

  /// The moment it is; on the day that is set, at the time that the clock shows.
  private static func moment(on day: Day?) -> Moment {
    let now = moment()
    guard let day else { return now }
    return Moment(
      milliseconds: now.milliseconds + Int64(day.number - localDay().number) * 86_400_000)
  }

  @Sendable private static func moment() -> Moment {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Moment(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// Ids in the order in which they were asked for, also within one millisecond.
  @Sendable private static func newUUID() -> UUID {
    lastID.withLock { last in
      let now = moment()
      last =
        now > last.moment
        ? (now, 0)
        : last.count < 4095
          ? (last.moment, last.count + 1)
          : (Moment(milliseconds: last.moment.milliseconds + 1), 0)
      var generator = SystemRandomNumberGenerator()
      return .timeOrdered(at: last.moment, count: last.count, using: &generator)
    }
  }

  private static let lastID = Mutex<(moment: Moment, count: UInt64)>(
    (Moment(milliseconds: 0), 0))

  @Sendable private static func localTime(at moment: Moment) -> TimeOfDay {
    let parts = localParts(Int(moment.milliseconds / 1000))
    guard let time = TimeOfDay(hour: Int(parts.tm_hour), minute: Int(parts.tm_min)) else {
      preconditionFailure("the clock shows a time of day")
    }
    return time
  }

  private static func localParts(_ moment: time_t) -> tm {
    var (seconds, parts) = (moment, tm())
    localtime_r(&seconds, &parts)
    return parts
  }

  @Sendable private static func localDay() -> Day {
    let parts = localParts(time(nil))
    guard
      let day = Day(
        year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    else { preconditionFailure("the clock shows a day of the calendar") }
    return day
  }
}

extension Environment {
  /// Finds who somebody means by a name: the whole name, else its only beginning, whatever the case.
  ///
  /// - Returns: several only where they are called the same; never none.
  static func practitioners(named name: String, in store: SQLiteCaseStore) async throws
    -> [Practitioner]
  {
    let all = try await store.practitioners()
    let wanted = name.lowercased()
    let exact = all.filter { $0.name.lowercased() == wanted }
    let found = exact.isEmpty ? all.filter { $0.name.lowercased().hasPrefix(wanted) } : exact
    if found.isEmpty {
      let names = all.prefix(10).map(\.name).joined(separator: ", ")
      throw Failure(.notFound, "Nobody here is called “\(name)”. There are: \(names).")
    }
    guard Set(found.map { $0.name.lowercased() }).count == 1 else {
      let names = found.prefix(10).map(\.name).joined(separator: " or ")
      throw Failure(.usage, "“\(name)” could be \(names); write it out.")
    }
    return found
  }

  /// The one whom a name means.
  static func practitioner(named name: String, in store: SQLiteCaseStore) async throws
    -> Practitioner
  {
    let found = try await practitioners(named: name, in: store)
    guard found.count == 1 else {
      throw Failure(
        .usage,
        "\(found.count) people here are called \(found[0].name): give one another name in "
          + "the screens, on the tab More.")
    }
    return found[0]
  }

  /// Who works here when nobody says: the last visitor, else the only practitioner; nil when open.
  static func lastOrOnly(in store: SQLiteCaseStore) async throws -> Practitioner? {
    if let last = try await store.lastVisitor() {
      do throws(StoreError) {
        return try await store.practitioner(last)
      } catch {
        guard case .notFound = error else { throw error }
      }
    }
    let all = try await store.practitioners()
    return all.count == 1 ? all.first : nil
  }
}
