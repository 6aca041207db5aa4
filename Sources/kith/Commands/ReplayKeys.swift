import ArgumentParser
import Casework
import CaseworkSQLite
import Glibc
import KithApp
import TextUI
import Themes

/// Presses keys without a terminal and writes what the screen showed.
struct ReplayKeys: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Press keys without a terminal, and write what the screen shows.",
    discussion: """
      KEYS is a file, - for standard input, or the keys themselves, one a word: \
      kith replay '2 / "duff" Enter' --demo

      Keys are named as the hints name them: a, A, :, Enter, Esc, Tab, Shift-Tab, Up, Down, PgDn, \
      Home, Space, Backspace, Ctrl-S, Alt-Left, F2. Beside them:

      \(ReplayKeys.words)

      It works on a copy of the store in memory, by a clock that stands still: nothing is changed, \
      nothing is printed, and the same keys show the same frames.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, ansi, html, svg
  }

  @Argument(
    help: "A file with the keys, - for standard input, or the keys themselves.",
    completion: .file())
  var keys: String

  @OptionGroup var store: StoreOptions

  @ArgumentParser.Flag(help: "On twelve invented families instead of a store.")
  var demo = false

  @Option(name: .customLong("as"), help: ArgumentHelp("Who is at the keyboard.", valueName: "name"))
  var name: String?

  @Option(
    help: ArgumentHelp("Columns by lines at the start.", valueName: "80x24"),
    transform: ReplayKeys.size)
  var size = Size(width: 80, height: 24)

  @Option(
    help: ArgumentHelp(
      "Day and time at the start, as 2026-11-27T09:00; else today, or KITH_TODAY, at nine.",
      valueName: "time"))
  var now: String?

  @Option(
    help: ArgumentHelp(
      "Where the frames go: a new file, for you alone to read; else standard output.",
      valueName: "file"),
    completion: .file())
  var dump: String?

  @Option(help: "text, ansi (colours for cat), html or svg.")
  var format = Format.text

  @Option(
    help: "The theme of ansi, html and svg, one of kith's or of your own.",
    completion: .list(Themes.names))
  var theme = Themes.standard

  @ArgumentParser.Flag(help: "Write the frame after every key, not only where the keys say dump.")
  var all = false

  @ArgumentParser.Flag(
    help: "An x for every letter and a 0 for every digit: nothing of a family is left.")
  var redacted = false

  @ArgumentParser.Flag(help: "Let the dump take the place of a file that is there.")
  var replace = false

  private static var words: String {
    let width = ReplayScript.words.map(\.form.count).max() ?? 0
    return ReplayScript.words.map { word in
      "  \(TextLayout.padded(word.form, to: width))  \(word.meaning)"
    }.joined(separator: "\n")
  }

  private static func size(_ text: String) throws -> Size {
    guard let size = Size(written: text) else {
      throw ValidationError("A size is columns by lines, like 80x24, from 1x1 to 500x200.")
    }
    return size
  }

  func validate() throws {
    if demo, store.store != nil {
      throw ValidationError("--demo has a store of its own; leave --store out.")
    }
  }

  func run() async throws {
    let script = try script()
    let look = try look()
    let replay = try await Replay(start(), keepsAll: all)
    do throws(Replay.Stop) {
      try await replay.run(script)
    } catch {
      try await write(replay.frames, look)
      throw failure(error)
    }
    try await write(replay.frames, look)
  }

  // MARK: What is replayed

  private func script() throws -> ReplayScript {
    let isFile = keys == "-" || access(keys, F_OK) == 0
    let text = isFile ? String(decoding: try InputFile.read(keys), as: UTF8.self) : keys
    do throws(ReplayScript.Faults) {
      return try ReplayScript(text)
    } catch {
      var faults = error.all.map { "\(scriptName):\($0.line): \($0.sentence)" }
      if !isFile, !keys.contains(where: { $0.isWhitespace || $0 == "\"" }) {
        faults.append("There is no file \(keys) either.")
      }
      throw Failure(.usage, faults.joined(separator: "\n"))
    }
  }

  private var scriptName: String {
    keys == "-" ? "standard input" : access(keys, F_OK) == 0 ? keys : "keys"
  }

  private func start() async throws -> Replay.Start {
    let clock = ReplayClock(now: try moment())
    let world = clock.world
    let opened: SQLiteCaseStore
    if demo {
      opened = try SQLiteCaseStore.temporary(today: world.day)
      try await DemoStore.fill(opened, world)
    } else {
      opened = try store.copy(world)
    }
    let me = try await person(in: opened)
    var settings = Settings()
    settings.theme = theme
    return Replay.Start(
      store: opened, clock: clock, me: me, since: try await opened.lastVisit(of: me.id),
      place: demo ? DemoStore.place : try store.path, size: size,
      settings: settings)
  }

  private func look() throws -> Theme {
    do throws(ThemeFaults) {
      return try SettingsFiles(Environment.current).themes.theme(theme)
    } catch {
      throw Failure(.usage, "--theme \(theme): \(error.faults[0].sentence)")
    }
  }

  private func person(in store: SQLiteCaseStore) async throws -> Practitioner {
    if let name { return try await Environment.practitioner(named: name, in: store) }
    if let last = try await Environment.lastOrOnly(in: store) { return last }
    throw Failure(
      .usage, "Several people use this store; say who is at the keyboard with --as NAME.")
  }

  private func moment() throws -> Moment {
    guard let now else {
      return ReplayKeys.moment(try Environment.world().today, TimeOfDay(hour: 9, minute: 0))
    }
    let parts = now.split(separator: "T", omittingEmptySubsequences: false)
    let time = parts.count == 2 ? parts[1].split(separator: ":").map { Int($0) } : []
    guard let day = Day(iso: parts[0]), time.count == 2, let hour = time[0], let minute = time[1],
      let time = TimeOfDay(hour: hour, minute: minute)
    else {
      throw Failure(
        .usage, "--now is “\(now)”, which is not a day and a time like 2026-11-27T09:00.")
    }
    return ReplayKeys.moment(day, time)
  }

  private static func moment(_ day: Day, _ time: TimeOfDay?) -> Moment {
    let minutes = Int64(day.number) * 1440 + Int64(time?.minutes ?? 0)
    return Moment(milliseconds: minutes * 60_000)
  }

  // MARK: What is written

  private func write(_ frames: [Replay.Frame], _ look: Theme) async throws {
    let pictures = frames.enumerated().map { index, frame in
      picture(index, frame, of: frames.count, in: frame.theme ?? look)
    }
    let bytes = Array(text(of: pictures).utf8)
    guard let dump, dump != "-" else { return Output.write(bytes) }
    try OutputFile.put(bytes, dump, replaces: replace)
  }

  /// A frame with what it is called: nothing where it is the only one.
  private func picture(
    _ index: Int, _ frame: Replay.Frame, of count: Int, in theme: Theme
  ) -> Picture {
    let name = TextLayout.sanitised(frame.name ?? frame.steps)
    return Picture(
      redacted ? frame.canvas.redacted : frame.canvas, theme: theme,
      caption: count == 1 ? "" : "\(index + 1). \(redacted ? Redaction.text(name) : name)")
  }

  private func text(of pictures: [Picture]) -> String {
    switch format {
    case .text: pictures.map { heading($0) + $0.text }.joined(separator: "\n")
    case .ansi: pictures.map { heading($0) + $0.ansi }.joined(separator: "\n")
    case .html: Picture.html(pictures, title: "kith")
    case .svg: Picture.svg(pictures)
    }
  }

  private func heading(_ picture: Picture) -> String {
    picture.caption.isEmpty ? "" : "=== \(picture.caption)\n"
  }

  /// What went wrong, with the screen that it went wrong on.
  private func failure(_ stop: Replay.Stop) -> Failure {
    let canvas = redacted ? stop.canvas.redacted : stop.canvas
    let sentence = redacted ? Redaction.sentence(stop.sentence) : stop.sentence
    let screen = canvas.lines.map { "  | \($0)" }.joined(separator: "\n")
    return Failure(.failed, "\(scriptName):\(stop.line): \(sentence)\n\(screen)")
  }
}

extension StoreOptions {
  /// A copy of the store that is there, in memory.
  func copy(_ world: World) throws -> SQLiteCaseStore {
    let path = try path
    do throws(StoreError) {
      return try SQLiteCaseStore.copy(of: path, today: world.day)
    } catch {
      guard case .notFound = error else { throw error }
      throw StoreOptions.missing(path)
    }
  }
}
