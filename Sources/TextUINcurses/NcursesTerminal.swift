import CNcurses
import Glibc
import TextUI

/// The terminal that the program was started in, through ncurses.
///
/// ncurses draws; keys are read and decoded here. Whatever ends the program, a close, a signal or a crash,
/// the terminal comes back as it was. Only one can be open at a time. Ctrl-Z and SIGTSTP arrive alike, as
/// `.control("z")`, so that the program can keep what is unsaved before it calls `suspend`.
@MainActor public final class NcursesTerminal: Terminal {
  public private(set) var size: Size

  private let painter: Painter
  private var modes: ScreenModes
  private let hasUTF8: Bool
  private let isConsole: Bool
  private let signals: WakePipe
  private let wakes = WakePipe()
  private var input: TerminalInput
  private var screen: OpaquePointer?
  /// What could not be shown yet, since the terminal takes no more bytes.
  private var waiting: Canvas?
  private var last: Canvas?
  /// Whether the screen was given back and not taken again.
  private var isLeft = false
  /// Events that happened outside `events`.
  private var pending: [Event] = []

  /// Opens the terminal.
  ///
  /// - Parameters:
  ///   - environment: TERM and NO_COLOR are read.
  ///   - mouse: whether clicks and the wheel are reported.
  ///   - colours: `auto` has none where NO_COLOR is set.
  ///   - glyphs: ASCII alone for terminals that show others badly; `auto` knows the Linux console.
  ///   - catchesCrashes: restores the terminal when the program crashes; without it the Swift runtime's
  ///     own report is seen.
  /// - Throws: `TerminalFault`, whose description is a sentence to print; nothing was written then.
  public init(
    environment: [String: String], mouse: Bool = false, theme: Theme = .standard,
    colours: ColourChoice = .auto, glyphs: GlyphChoice = .auto, catchesCrashes: Bool = true
  ) throws(TerminalFault) {
    guard isatty(STDIN_FILENO) == 1 else { throw .notATerminal(.input) }
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal(.output) }
    let type = environment["TERM"] ?? ""
    guard !type.isEmpty else { throw .typeNotSet }
    try Self.checkType(type)
    hasUTF8 = curses_choose_utf8()
    isConsole = type.hasPrefix("linux")
    _ = terminal_remember()
    forbid_core_files()
    signals = WakePipe()
    signals_to(signals.writeEnd)
    use_env(false)
    use_tioctl(true)
    guard let opened = curses_open(type) else {
      signals_default()
      throw .unknownType(type)
    }
    screen = opened
    modes = ScreenModes(mouse: mouse)
    modes.prepareRestore()
    terminal_set_active(true)
    if catchesCrashes { crashes_restore_terminal() }
    errors_capture()
    Self.setModes()
    painter = Painter(
      glyphs: Glyphs(glyphs, hasUTF8: hasUTF8, isConsole: isConsole), theme: theme,
      colours: colours == .auto
        ? (environment["NO_COLOR"] ?? "").isEmpty : colours == .always)
    input = TerminalInput(marksPastes: !ScreenModes.capability("PS").isEmpty)
    size = Size(width: Int(getmaxx(curses_screen())), height: Int(getmaxy(curses_screen())))
    modes.enter()
    takeKernelSize()
    painter.paintAllNext()
  }

  public var waker: Waker {
    Waker { [wakes] in wakes.wake() }
  }

  /// Ends the program by the signal it was told to stop with, so that its parent sees the truth.
  ///
  /// Close the terminal first. Without a signal, when the terminal is gone, the exit status is 1.
  public static func reraise(_ signal: StopSignal) -> Never {
    fflush(nil)
    guard let number = signal.number else { exit(1) }
    die_of(number)
  }
}

// MARK: - Drawing

extension NcursesTerminal {
  public func draw(_ canvas: Canvas) {
    guard screen != nil else { return }
    last = canvas
    waiting = canvas
    showWaiting()
  }

  public func redraw() {
    guard screen != nil, !isLeft else { return }
    painter.paintAllNext()
    if let last { draw(last) }
  }

  public func use(theme: Theme) {
    guard screen != nil else { return }
    painter.use(theme: theme)
    if let last { draw(last) }
  }

  public func use(glyphs: GlyphChoice) {
    guard screen != nil else { return }
    painter.use(glyphs: Glyphs(glyphs, hasUTF8: hasUTF8, isConsole: isConsole))
    if let last { draw(last) }
  }

  public func setMouse(_ isOn: Bool) {
    guard screen != nil else { return }
    modes.setMouse(isOn, isEntered: !isLeft)
  }

  /// Paints the newest canvas once the terminal takes bytes; those before it are never seen.
  private func showWaiting() {
    guard let canvas = waiting, input.isGone || isLeft || Self.takesBytes(within: 0) else { return }
    waiting = nil
    guard !input.isGone, !isLeft else { return }
    painter.paint(canvas.size == size ? canvas : fitted(canvas))
  }

  /// A canvas made for another size, cut or filled to this one.
  private func fitted(_ canvas: Canvas) -> Canvas {
    var fitted = Canvas(size: size)
    fitted.draw(canvas, x: 0, y: 0)
    fitted.cursor = canvas.cursor
    return fitted
  }

  private static func takesBytes(within milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
    return poll(&entry, 1, milliseconds) > 0
  }
}

// MARK: - Events

extension NcursesTerminal {
  public func events(until deadline: ContinuousClock.Instant?) -> [Event] {
    guard screen != nil else { return [.interrupted(.terminalGone)] }
    while true {
      var found = pending
      pending = []
      showWaiting()
      wait(until: found.isEmpty ? deadline : .now)
      found += input.take()
      found += takeSignals()
      if !wakes.drain().isEmpty { found.append(.woken) }
      if !found.isEmpty { return ordered(found) }
      if let deadline, ContinuousClock.now >= deadline { return [.timeout] }
    }
  }

  /// Sleeps until a descriptor has something, an unfinished key is due, or the deadline passed.
  private func wait(until deadline: ContinuousClock.Instant?) {
    let due = [deadline, input.deadline].compactMap { $0 }.min()
    var entries = [
      pollfd(fd: signals.readEnd, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wakes.readEnd, events: Int16(POLLIN), revents: 0),
    ]
    // A terminal that is gone would answer at once, for ever.
    if !input.isGone {
      entries.append(pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0))
      if waiting != nil {
        entries.append(pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0))
      }
    }
    _ = poll(&entries, nfds_t(entries.count), pollMilliseconds(until: due))
  }

  private func takeSignals() -> [Event] {
    var events: [Event] = []
    var sizeChanged = false
    for number in signals.drain() {
      switch Int32(number) {
      case SIGINT: events.append(.interrupted(.interrupt))
      case SIGTERM: events.append(.interrupted(.terminate))
      case SIGHUP: events.append(.interrupted(.hangUp))
      case SIGTSTP: events.append(.key(.control("z")))
      case SIGCONT:
        reenter(inFront: wait_for_foreground())
        events += [.continued]
        sizeChanged = true
      case SIGWINCH: sizeChanged = true
      default: break
      }
    }
    if sizeChanged, takeKernelSize() { events.append(.resized(size)) }
    if events.contains(.continued), let last { draw(last) }
    return events
  }

  /// Many sizes in one round are one; a signal says more than the terminal it took away.
  private func ordered(_ events: [Event]) -> [Event] {
    let hasSignal = events.contains(.interrupted(.hangUp))
    let lastResize = events.lastIndex { if case .resized = $0 { true } else { false } }
    return events.indices.filter { index in
      if hasSignal, events[index] == .interrupted(.terminalGone) { return false }
      if case .resized = events[index] { return index == lastResize }
      return true
    }.map { events[$0] }
  }

  /// Takes the kernel's word for the size; false when it is the same, or the kernel has none.
  @discardableResult
  private func takeKernelSize() -> Bool {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard curses_kernel_size(&columns, &rows) else { return false }
    let new = Size(width: Int(columns), height: Int(rows))
    guard new != size, !isLeft else { return false }
    resizeterm(rows, columns)
    curses_scroll_all(rows)
    size = new
    modes.prepareRestore()
    painter.paintAllNext()
    return true
  }
}

// MARK: - Leaving and coming back

extension NcursesTerminal {
  public func suspend() {
    guard screen != nil, !isLeft, !input.isGone else { return }
    leave()
    reenter(inFront: stop_group())
    pending.append(.continued)
    if takeKernelSize() { pending.append(.resized(size)) }
    if let last { draw(last) }
  }

  public func lend(to command: [String]) -> ProgramEnd {
    guard screen != nil, !isLeft, !input.isGone else { return .notStarted(EIO) }
    leave()
    let end = Self.run(command, signals: signals.readEnd)
    reenter(inFront: wait_for_foreground())
    pending.append(.continued)
    if takeKernelSize() { pending.append(.resized(size)) }
    if let last { draw(last) }
    return end
  }

  private static func run(_ command: [String], signals: Int32) -> ProgramEnd {
    var arguments = command.map { UnsafePointer<CChar>(strdup($0)) } + [nil]
    defer { for argument in arguments { free(UnsafeMutablePointer(mutating: argument)) } }
    let end = child_run(&arguments, signals)
    switch Int(end.how) {
    case child_exited: return .exited(status: end.number)
    case child_killed: return .killed(signal: end.number)
    default: return .notStarted(end.number)
    }
  }

  public func close() {
    guard let screen else { return }
    self.screen = nil
    if input.isGone || isLeft {
      terminal_set_active(false)
    } else {
      // A terminal that takes no bytes would hold the program for ever: what it did not take is dropped.
      if !Self.takesBytes(within: 1000) { tcflush(STDOUT_FILENO, TCOFLUSH) }
      leave()
    }
    delscreen(screen)
    crashes_default()
    errors_release()
    signals_default()
  }

  private func leave() {
    modes.leave()
    terminal_set_active(false)
    isLeft = true
  }

  /// Takes the screen again, unless the terminal is in other hands and this program only has to end.
  private func reenter(inFront: Bool) {
    guard inFront else {
      if !isLeft { terminal_write_restore() }
      isLeft = true
      return
    }
    isLeft = false
    terminal_set_active(true)
    Self.setModes()
    modes.enter()
    painter.paintAllNext()
  }

  /// How ncurses draws; the terminal's own modes are set beside it.
  private static func setModes() {
    terminal_set_drawing_modes()
    nonl()
    typeahead(-1)
    leaveok(curses_screen(), false)
    scrollok(curses_screen(), false)
    idlok(curses_screen(), false)
  }

  /// Refuses types that are unknown or cannot draw, before anything is written.
  private static func checkType(_ type: String) throws(TerminalFault) {
    let verdict = Int(curses_check_type(type))
    if verdict == type_is_unknown { throw .unknownType(type) }
    if verdict == type_has_no_cursor { throw .cannotPlaceCursor(type) }
  }
}
