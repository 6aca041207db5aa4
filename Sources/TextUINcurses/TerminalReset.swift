import CNcurses

/// Undoes whatever a program may have left behind in a terminal, without knowing what it was.
public enum TerminalReset {
  /// What every terminal of today understands: mouse and paste reports off, plain keys, plain letters,
  /// the cursor seen, the first screen shown.
  static let sequences =
    "\u{1B}[?1003l\u{1B}[?1002l\u{1B}[?1000l\u{1B}[?1006l\u{1B}[?2004l\u{1B}[?1l\u{1B}>"
    + "\u{1B}(B\u{0F}\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l\r"

  /// Writes to a terminal what brings it back, and sets the modes that a shell expects.
  public static func reset(_ descriptor: Int32) {
    let bytes = Array(sequences.utf8)
    bytes.withUnsafeBytes { terminal_make_sane(descriptor, $0.baseAddress, Int32($0.count)) }
  }
}
