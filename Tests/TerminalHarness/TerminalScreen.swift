import CVterm

/// A terminal in memory: takes a program's bytes and knows what a person would see.
final class TerminalScreen {
  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private(set) var columns: Int
  private(set) var rows: Int

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    terminal = vterm_new(Int32(rows), Int32(columns))
    vterm_set_utf8(terminal, 1)
    screen = vterm_obtain_screen(terminal)
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
  }

  deinit {
    vterm_free(terminal)
  }

  func write(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      _ = vterm_input_write(
        terminal, start.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    // The terminal's answers go nowhere: a program must not need them.
    var answers = [CChar](repeating: 0, count: 256)
    while vterm_output_read(terminal, &answers, answers.count) > 0 {}
  }

  func resize(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    vterm_set_size(terminal, Int32(rows), Int32(columns))
  }

  var cursor: (x: Int, y: Int) {
    var x: Int32 = 0
    var y: Int32 = 0
    grid_cursor(terminal, &x, &y)
    return (Int(x), Int(y))
  }

  func cell(x: Int, y: Int) -> TerminalHarness.Cell {
    let cell = grid_cell(screen, Int32(x), Int32(y))
    let scalars = withUnsafeBytes(of: cell.scalars) { Array($0.bindMemory(to: UInt32.self)) }
    // The right half of a wide character holds no scalar at all.
    if scalars[0] == .max {
      return TerminalHarness.Cell(
        text: "", width: 0, isBold: false, isUnderlined: false, isReversed: false)
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.prefix { $0 != 0 }.compactMap(Unicode.Scalar.init))
    return TerminalHarness.Cell(
      text: text.isEmpty ? " " : String(text), width: Int(cell.width), isBold: cell.bold != 0,
      isUnderlined: cell.underline != 0, isReversed: cell.reverse != 0,
      foreground: cell.foreground < 0 ? nil : Int(cell.foreground),
      background: cell.background < 0 ? nil : Int(cell.background))
  }

  /// The rows as text, without the blanks at their ends.
  var lines: [String] {
    (0..<rows).map { y in
      var line = (0..<columns).reduce(into: "") { $0 += cell(x: $1, y: y).text }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
