/// A grid of dots, two across and four down in each cell, that lines are drawn in.
struct BrailleDots {
  private let width: Int
  private let height: Int
  private var cells: [UInt8]

  /// Dots drawn and left out, over and over: one pattern for each line.
  private static let patterns: [[Bool]] = [
    [true],
    [true, true, true, true, false, false, false],
    [true, false, false],
    [true, true, true, true, true, true, false, false, true, false, false],
  ]

  /// The bit of each dot, by row from the top and column.
  private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

  /// - Parameters: the size in cells.
  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    cells = Array(repeating: 0, count: width * height)
  }

  /// Joins the places with lines; x in dots from the left, y in dots from the bottom.
  mutating func draw(_ places: [(x: Int, y: Int)], pattern: Int) {
    let pattern = Self.patterns[pattern % Self.patterns.count]
    var step = 0
    for (from, to) in zip(places, places.dropFirst()) {
      let length = max(abs(to.x - from.x), abs(to.y - from.y), 1)
      for part in 0...length {
        if pattern[step % pattern.count] {
          set(
            x: from.x + Self.share(to.x - from.x, part, length),
            y: from.y + Self.share(to.y - from.y, part, length))
        }
        if part < length { step += 1 }
      }
    }
  }

  /// Four cells of a line's pattern.
  static func sample(pattern: Int) -> String {
    var dots = BrailleDots(width: 4, height: 1)
    dots.draw([(x: 0, y: 2), (x: 7, y: 2)], pattern: pattern)
    return (0..<4).map { dots.glyph(x: $0, y: 0) ?? " " }.joined()
  }

  /// The braille character of a cell; nil where there is no dot.
  func glyph(x: Int, y: Int) -> String? {
    let bits = cells[y * width + x]
    return bits == 0 ? nil : String(Unicode.Scalar(0x2800 + UInt32(bits)).map(String.init) ?? "")
  }

  private static func share(_ distance: Int, _ part: Int, _ whole: Int) -> Int {
    Int((Double(distance * part) / Double(whole)).rounded())
  }

  private mutating func set(x: Int, y: Int) {
    let fromTop = height * 4 - 1 - y
    guard x >= 0, x < width * 2, fromTop >= 0, fromTop < height * 4 else { return }
    cells[fromTop / 4 * width + x / 2] |= Self.bits[fromTop % 4][x % 2]
  }
}
