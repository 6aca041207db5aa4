import CNcurses
import Glibc
import TextUI

/// The modes that ncurses does not know: bracketed paste and the mouse; and the way out of all of them.
@MainActor struct ScreenModes {
  /// Whether clicks and the wheel are reported.
  private var reportsMouse: Bool

  private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
  private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"
  private let off = mouseOff + "\u{1B}[?2004l"

  init(mouse: Bool) {
    reportsMouse = mouse
  }

  func enter() {
    Self.write(Array(("\u{1B}[?2004h" + (reportsMouse ? Self.mouseOn : "")).utf8))
  }

  /// Tells the terminal at once where it is in these modes; else when they are entered again.
  mutating func setMouse(_ isOn: Bool, isEntered: Bool) {
    guard isOn != reportsMouse else { return }
    reportsMouse = isOn
    if isEntered { Self.write(Array((isOn ? Self.mouseOn : Self.mouseOff).utf8)) }
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
