import CNcurses
import Glibc
import TextUI

/// The modes that ncurses does not know: bracketed paste and the mouse; and the way out of all of them.
@MainActor struct ScreenModes {
  private let on: String
  private let off: String

  init(mouse: Bool) {
    on = "\u{1B}[?2004h" + (mouse ? "\u{1B}[?1000h\u{1B}[?1006h" : "")
    off = "\u{1B}[?1006l\u{1B}[?1000l\u{1B}[?2004l"
  }

  func enter() {
    Self.write(Array(on.utf8))
  }

  /// Gives the screen back: off with the modes, then what ncurses set.
  func leave() {
    curs_set(1)
    if Self.capability("rmcup").isEmpty {
      // Without a second screen what was shown would stay for the next person to read.
      wclear(curses_screen())
      wnoutrefresh(curses_screen())
      doupdate()
    }
    endwin()
    curses_send()
    Self.write(Array(off.utf8) + Self.capability("cnorm"))
    terminal_restore_modes()
  }

  /// Builds the bytes that a crash writes; again whenever the size changes.
  func prepareRestore() {
    var bytes = Array(off.utf8) + Self.capability("sgr0") + Self.capability("cnorm")
    let other = Self.capability("rmcup")
    bytes += other.isEmpty ? Self.capability("clear") : other
    bytes += [0x0D]
    bytes.withUnsafeBytes { terminal_set_restore($0.baseAddress, Int32($0.count)) }
  }

  /// A capability's bytes; empty when the terminal has none.
  static func capability(_ name: String) -> [UInt8] {
    var bytes = [CChar](repeating: 0, count: 256)
    let count = Int(curses_capability(name, &bytes, Int32(bytes.count)))
    return bytes[..<count].map { UInt8(bitPattern: $0) }
  }

  private static func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { terminal_write($0.baseAddress, Int32($0.count)) }
  }
}
