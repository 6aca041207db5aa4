import Glibc

/// Runs a program in a terminal of its own and shows what a person would see of it.
///
/// Nothing here sleeps for a guess: it waits for what it is told to, or for quiet, and gives up after 5 s
/// with the last screen in the error.
public final class TerminalHarness {
  public struct Cell: Equatable, Sendable {
    public var text: String
    /// 2 for a wide character, whose right half has width 0 and no text.
    public var width: Int
    public var isBold: Bool
    public var isUnderlined: Bool
    public var isReversed: Bool
    /// Numbers of the palette; nil is the terminal's own colour.
    public var foreground: Int?
    public var background: Int?
  }

  /// How a program ended.
  public enum Ending: Equatable, Sendable {
    case exit(Int32)
    case signal(Int32)
  }

  public typealias Instant = ContinuousClock.Instant

  private let terminal: PseudoTerminal
  private let screen: TerminalScreen
  /// Everything the program wrote.
  public private(set) var bytes: [UInt8] = []
  /// When it came, one instant for each time that something was there to read.
  public private(set) var arrivals: [Instant] = []
  private var ending: Ending?
  private var isHungUp = false

  /// How long anything may take.
  public static let ceiling = Duration.seconds(5)
  /// Silence for so long is quiet.
  public static let quiet = Duration.milliseconds(120)

  /// Starts a program in a terminal of the given size.
  ///
  /// - Parameters:
  ///   - environment: added to a plain one: TERM=xterm-256color, LANG=C.UTF-8, PATH and HOME. An empty
  ///     value takes a variable away.
  ///   - input: a file instead of the terminal as standard input.
  public init(
    _ program: String, _ arguments: [String] = [], columns: Int = 80, rows: Int = 24,
    environment: [String: String] = [:], ignoringHangUp: Bool = false, input: String? = nil
  ) throws(HarnessFault) {
    terminal = try PseudoTerminal(columns: columns, rows: rows)
    screen = TerminalScreen(columns: columns, rows: rows)
    var all = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent",
    ]
    for (name, value) in environment { all[name] = value.isEmpty ? nil : value }
    try terminal.start(
      program, arguments, environment: all, ignoringHangUp: ignoringHangUp, input: input)
  }

  deinit {
    if ending == nil {
      kill(terminal.process, SIGKILL)
      var status: Int32 = 0
      waitpid(terminal.process, &status, 0)
    }
  }

  /// A program that was built beside these tests.
  public static func builtProgram(_ name: String) -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let path = String(
      decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    let tests = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? path
    return tests.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/") + "/" + name
  }

  public var processID: Int32 { terminal.process }

  // MARK: What a person does

  public func send(_ text: String) {
    send(Array(text.utf8))
  }

  public func send(_ keys: [UInt8]) {
    var rest = keys[...]
    let deadline = Instant.now + Self.ceiling
    while !rest.isEmpty, Instant.now < deadline {
      let count = rest.withUnsafeBytes { write(terminal.master, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else {
        readWhatIsThere(within: .milliseconds(10))
      }
    }
  }

  /// Lets time pass between two keys, reading meanwhile; for tests whose subject is time.
  public func pass(_ duration: Duration) {
    let deadline = Instant.now + duration
    while Instant.now < deadline { readWhatIsThere(within: Instant.now.duration(to: deadline)) }
  }

  public func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    terminal.resize(columns: columns, rows: rows)
  }

  /// Changes the size many times in one go, as a window that is dragged does.
  public func resize(through sizes: [(columns: Int, rows: Int)]) {
    guard let last = sizes.last else { return }
    screen.resize(columns: last.columns, rows: last.rows)
    for size in sizes { terminal.resize(columns: size.columns, rows: size.rows) }
  }

  public func signal(_ number: Int32) {
    kill(terminal.process, number)
  }

  /// Closes the terminal under the program.
  public func hangUp() {
    readWhatIsThere(within: .zero)
    isHungUp = true
    terminal.closeMaster()
  }

  // MARK: What a person sees

  /// The rows as text, without the blanks at their ends.
  public var lines: [String] { screen.lines }

  /// The whole screen as text.
  public var text: String { lines.joined(separator: "\n") }

  public var cursor: (x: Int, y: Int) { screen.cursor }

  public func cell(x: Int, y: Int) -> Cell { screen.cell(x: x, y: y) }

  /// How many columns the terminal that is looked at gives a text.
  public static func width(of text: String) -> Int {
    let screen = TerminalScreen(columns: 40, rows: 1)
    screen.write(Array(text.utf8)[...])
    return screen.cursor.x
  }

  /// Whether a private mode was switched on last; nil when it never was named. 1049 is the second screen,
  /// 25 the cursor, 2004 bracketed paste, 1000 and 1006 the mouse.
  public func mode(_ number: Int) -> Bool? {
    let token = Array("\u{1B}[?\(number)".utf8)
    var result: Bool?
    var index = 0
    while index + token.count < bytes.count {
      if bytes[index] == 0x1B, bytes[index..<(index + token.count)] == token[...] {
        let end = bytes[index + token.count]
        if end == UInt8(ascii: "h") { result = true }
        if end == UInt8(ascii: "l") { result = false }
      }
      index += 1
    }
    return result
  }

  /// Whether the terminal is as a shell needs it: lines edited, keys echoed, Ctrl-C a signal.
  public var isSane: Bool {
    var modes = termios()
    guard tcgetattr(terminal.keeper, &modes) == 0 else { return false }
    let wanted = tcflag_t(ICANON | ECHO | ISIG)
    return modes.c_lflag & wanted == wanted && modes.c_iflag & tcflag_t(ICRNL) != 0
      && modes.c_oflag & tcflag_t(ONLCR) != 0
  }

  // MARK: Waiting

  /// Waits until the condition holds.
  ///
  /// - Throws: `HarnessFault.notReached` with the last screen after 5 s.
  public func wait(
    for what: String, within ceiling: Duration = TerminalHarness.ceiling,
    until holds: () -> Bool
  ) throws(HarnessFault) {
    let deadline = Instant.now + ceiling
    while !holds() {
      guard Instant.now < deadline else {
        throw .notReached(what, screen: text)
      }
      readWhatIsThere(within: .milliseconds(20))
    }
  }

  /// Waits until the screen shows a text.
  public func wait(forText wanted: String) throws(HarnessFault) {
    try wait(for: "“\(wanted)” on the screen") { text.contains(wanted) }
  }

  /// Waits until the program has written nothing for a while.
  public func settle(_ quiet: Duration = TerminalHarness.quiet) throws(HarnessFault) {
    let deadline = Instant.now + Self.ceiling
    var lastByte = Instant.now
    while Instant.now < lastByte + quiet {
      let before = bytes.count
      readWhatIsThere(within: Instant.now.duration(to: lastByte + quiet))
      if bytes.count > before { lastByte = .now }
      guard Instant.now < deadline else { throw .notReached("quiet", screen: text) }
    }
  }

  /// Waits until the program has ended, reading what it still writes.
  public func waitForEnd() throws(HarnessFault) -> Ending {
    try wait(for: "the program's end") { hasEnded }
    readWhatIsThere(within: .zero)
    guard let ending else { throw .notReached("the program's end", screen: text) }
    return ending
  }

  /// Seconds of processor time that the program has used.
  public var processorTime: Double {
    guard let file = fopen("/proc/\(terminal.process)/stat", "r") else { return 0 }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 1024)
    guard fgets(&buffer, Int32(buffer.count), file) != nil else { return 0 }
    let line = String(
      decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    let fields = (line.split(separator: ")").last ?? "").split(separator: " ")
    guard fields.count > 12, let user = Double(fields[11]), let kernel = Double(fields[12]) else {
      return 0
    }
    return (user + kernel) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  private var hasEnded: Bool {
    guard ending == nil else { return true }
    var status: Int32 = 0
    guard waitpid(terminal.process, &status, WNOHANG) == terminal.process else { return false }
    ending = status & 0x7F == 0 ? .exit(status >> 8 & 0xFF) : .signal(status & 0x7F)
    return true
  }

  /// Reads what the program has written, waiting for it at most so long.
  private func readWhatIsThere(within limit: Duration) {
    let milliseconds = Int32(max(0, limit / .milliseconds(1)).rounded(.up))
    guard !isHungUp else {
      poll(nil, 0, min(milliseconds, 20))
      return
    }
    var entry = pollfd(fd: terminal.master, events: Int16(POLLIN), revents: 0)
    guard poll(&entry, 1, milliseconds) > 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(terminal.master, &buffer, buffer.count)
      guard count > 0 else { return }
      arrivals.append(.now)
      bytes += buffer[..<count]
      screen.write(buffer[..<count])
    }
  }
}
