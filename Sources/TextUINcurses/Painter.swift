import CNcurses
import TextUI

/// Puts canvases on ncurses' screen: only rows that changed, then one update.
@MainActor final class Painter {
  private var glyphs: Glyphs
  private let depth: ColourDepth
  /// By the style's raw value.
  private var inks: [Ink] = []
  /// What stands where nothing is written: the theme's own background.
  private var ground = Ink()
  /// What the screen shows; nil when that is not known and everything must be painted.
  private var shown: Canvas?
  private var cursorIsVisible = true

  /// A style as ncurses takes it.
  private struct Ink: Equatable {
    var attributes: attr_t = 0
    var pair: Int16 = 0
    /// Whether it shows on a blank.
    var marksBlanks = false
  }

  init(glyphs: Glyphs, theme: Theme, colours: Bool) {
    self.glyphs = glyphs
    depth = colours ? Self.startColours() : .none
    use(theme: theme)
  }

  /// Mixes the inks of a theme; what is shown is painted anew.
  func use(theme: Theme) {
    (inks, ground) = Self.mix(theme, depth: depth)
    var blank = Self.cell(" ", ground)
    wbkgrndset(curses_screen(), &blank)
    shown = nil
  }

  func use(glyphs: Glyphs) {
    self.glyphs = glyphs
    shown = nil
  }

  /// Shows a canvas on a screen of its size; nothing is written for what is shown already.
  func paint(_ canvas: Canvas) {
    for y in 0..<canvas.size.height where hasChanged(canvas, y: y) { put(canvas, y: y) }
    shown = canvas
    placeCursor(canvas)
    wnoutrefresh(curses_screen())
    doupdate()
    curses_send()
  }

  /// Forgets what the screen shows, so that all of it is painted next.
  func paintAllNext() {
    shown = nil
    cursorIsVisible = true
    curs_set(1)
    clearok(curses_screen(), true)
  }

  // MARK: Cells

  private func hasChanged(_ canvas: Canvas, y: Int) -> Bool {
    guard let shown, shown.size == canvas.size else { return true }
    return !canvas.hasRow(y, of: shown)
  }

  /// Puts a row on ncurses' screen, which finds out by itself what of it is new.
  private func put(_ canvas: Canvas, y: Int) {
    let inks = inks(ofRow: y, in: canvas)
    var cells: [cchar_t] = []
    cells.reserveCapacity(canvas.size.width)
    for x in 0..<canvas.size.width {
      let cell = canvas[x, y]
      if cell.width == 0 { continue }
      let text = glyphs.text(of: cell)
      if glyphs != .full, cell.width == 2 {
        for scalar in text.unicodeScalars { cells.append(Self.cell(String(scalar), inks[x])) }
      } else {
        cells.append(Self.cell(text, inks[x]))
      }
    }
    mvwadd_wchnstr(curses_screen(), Int32(y), 0, cells, Int32(cells.count))
  }

  /// The inks of a row. Blanks between two words of one ink have that ink, others the ground's: what
  /// cannot be seen should not cost a byte.
  private func inks(ofRow y: Int, in canvas: Canvas) -> [Ink] {
    var row = (0..<canvas.size.width).map { inks[Int(canvas[$0, y].style.rawValue)] }
    var before = ground
    var blanks = 0
    for x in row.indices {
      if canvas[x, y].isBlank, !row[x].marksBlanks {
        blanks += 1
        row[x] = ground
      } else {
        if blanks > 0, before == row[x], !before.marksBlanks, blanks < 8 {
          for place in (x - blanks)..<x { row[place] = before }
        }
        before = row[x]
        blanks = 0
      }
    }
    return row
  }

  private static func cell(_ text: String, _ ink: Ink) -> cchar_t {
    var cell = cchar_t()
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 6) { wide in
      var count = 0
      for scalar in text.unicodeScalars where count < 5 {
        wide[count] = Int32(bitPattern: scalar.value)
        count += 1
      }
      wide[count] = 0
      curses_cell(&cell, wide.baseAddress, ink.attributes, ink.pair)
    }
    return cell
  }

  private func placeCursor(_ canvas: Canvas) {
    let isVisible = canvas.cursor != nil
    if isVisible != cursorIsVisible {
      curs_set(isVisible ? 1 : 0)
      cursorIsVisible = isVisible
    }
    // Hidden or not it stands somewhere; a screen reader follows it.
    let place = canvas.cursor ?? Point(x: 0, y: 0)
    let x = max(0, min(place.x, canvas.size.width - 1))
    let y = max(0, min(place.y, canvas.size.height - 1))
    wmove(curses_screen(), Int32(y), Int32(x))
  }

  // MARK: Colours

  private static func startColours() -> ColourDepth {
    guard has_colors(), start_color() == OK, use_default_colors() == OK else { return .none }
    let colours = Int(curses_colours())
    // Where colours are given as red, green and blue, a palette's numbers above 7 mean something else.
    return colours > 256 ? .eight : ColourDepth(colours: colours)
  }

  private static func mix(_ theme: Theme, depth: ColourDepth) -> (inks: [Ink], ground: Ink) {
    var pairs: [[Int]: Int16] = [:]
    let behind = theme.ground(depth)
    // Without a background of its own nothing is behind the words but the terminal.
    let ground = Ink(
      pair: pair(
        for: Look(behind == nil ? nil : theme[.text, depth].foreground, on: behind), depth,
        among: &pairs))
    var inks = Array(repeating: ground, count: Style.allCases.count)
    for style in Style.allCases {
      let look = theme[style, depth]
      var ink = Ink()
      if look.attributes.contains(.bold) { ink.attributes |= curses_bold() }
      if look.attributes.contains(.underline) { ink.attributes |= curses_underline() }
      if look.attributes.contains(.reverse) { ink.attributes |= curses_reverse() }
      ink.marksBlanks = theme.marksBlanks(style, depth)
      ink.pair = pair(for: look, depth, among: &pairs)
      inks[Int(style.rawValue)] = ink
    }
    return (inks, ground)
  }

  private static func pair(
    for look: Look, _ depth: ColourDepth, among pairs: inout [[Int]: Int16]
  ) -> Int16 {
    // The terminal's own colours get a pair too: from a colour back to them is then one short
    // sequence, and not a reset of everything as well.
    guard depth != .none else { return 0 }
    let colours = [look.foreground ?? -1, look.background ?? -1]
    if let known = pairs[colours] { return known }
    let number = Int16(pairs.count + 1)
    let limit = Int(curses_colours())
    guard Int(number) < Int(curses_pairs()), colours.allSatisfy({ $0 >= -1 && $0 < limit }),
      init_pair(number, Int16(colours[0]), Int16(colours[1])) == OK
    else { return 0 }
    pairs[colours] = number
    return number
  }
}
