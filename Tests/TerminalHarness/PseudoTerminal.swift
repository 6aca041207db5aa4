import Glibc

/// Both ends of a pseudo-terminal, and a program running at one of them.
///
/// `posix_openpt`, `ptsname` and `fork` are not to be had from Swift on Linux, so the ends are opened by
/// hand; a session leader that opens the other end gets it as its controlling terminal.
final class PseudoTerminal {
  let master: Int32
  let path: String
  /// The program's end, held open: the kernel resets a terminal's modes when its last user leaves, and then
  /// nobody could see in which state the program left them.
  let keeper: Int32
  private(set) var process: pid_t = 0

  init(columns: Int, rows: Int) throws(HarnessFault) {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard master >= 0 else { throw .cannot("open a pseudo-terminal", errno) }
    var unlocked: Int32 = 0
    var number: UInt32 = 0
    guard ioctl(master, UInt(0x4004_5431), &unlocked) == 0,
      ioctl(master, UInt(0x8004_5430), &number) == 0
    else { throw .cannot("unlock a pseudo-terminal", errno) }
    path = "/dev/pts/\(number)"
    keeper = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    resize(columns: columns, rows: rows)
  }

  deinit {
    closeMaster()
    close(keeper)
  }

  func resize(columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  private var isClosed = false

  /// Hangs up, as a terminal window that is closed does.
  func closeMaster() {
    guard !isClosed else { return }
    isClosed = true
    close(master)
  }

  /// Starts a program with the other end as its input, output and errors.
  ///
  /// - Parameter ignoringHangUp: as `nohup` or a careless shell would start it.
  func start(
    _ program: String, _ arguments: [String], environment: [String: String],
    ignoringHangUp: Bool, input: String?
  ) throws(HarnessFault) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    if let input { posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var plain = sigset_t()
    sigfillset(&plain)
    if ignoringHangUp { sigdelset(&plain, SIGHUP) }
    posix_spawnattr_setsigdefault(&attributes, &plain)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    // SETSID is 0x80, beside SETSIGDEF and SETSIGMASK.
    posix_spawnattr_setflags(
      &attributes, Int16(0x80 | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    let before = ignoringHangUp ? signal(SIGHUP, SIG_IGN) : nil
    defer { if ignoringHangUp { signal(SIGHUP, before) } }
    let status = Self.withStrings([program] + arguments) { argv in
      Self.withStrings(environment.map { "\($0.key)=\($0.value)" }) { envp in
        posix_spawn(&process, program, &actions, &attributes, argv, envp)
      }
    }
    guard status == 0 else { throw .cannot("start \(program)", status) }
  }

  private static func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}

/// Why a test's terminal did not do what the test needs; the text shows the last screen.
public enum HarnessFault: Error, CustomStringConvertible {
  case cannot(String, Int32)
  case notReached(String, screen: String)

  public var description: String {
    switch self {
    case .cannot(let what, let number): "cannot \(what): \(String(cString: strerror(number)))"
    case .notReached(let what, let screen): "\(what) did not happen; the screen:\n\(screen)"
    }
  }
}
