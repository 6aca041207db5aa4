import Testing

@testable import TextUI

@Suite struct CanvasTests {
  static func canvas(_ width: Int, _ height: Int = 1) -> Canvas {
    Canvas(size: Size(width: width, height: height))
  }

  /// Every wide cell is followed by its right half, and no right half stands alone.
  static func isWhole(_ canvas: Canvas) -> Bool {
    (0..<canvas.size.height).allSatisfy { y in
      (0..<canvas.size.width).allSatisfy { x in
        switch canvas[x, y].width {
        case 2: x + 1 < canvas.size.width && canvas[x + 1, y].width == 0
        case 0: x > 0 && canvas[x - 1, y].width == 2
        default: TextLayout.width(canvas[x, y].text) == 1
        }
      }
    }
  }

  @Test func `text is clipped on every side`() {
    var canvas = Self.canvas(4, 2)

    canvas.put("abcdefgh", x: -2, y: 0)
    canvas.put("xyz", x: 2, y: 1)
    canvas.put("no", x: 0, y: 2)
    canvas.put("no", x: 0, y: -1)

    #expect(canvas.lines == ["cdef", "  xy"])
  }

  @Test func `put says how many columns it used`() {
    var canvas = Self.canvas(10)

    #expect(canvas.put("王a", x: 0, y: 0) == 3)
    #expect(canvas.put("abcdef", x: 7, y: 0) == 3)
    #expect(canvas.put("abcdef", x: 0, y: 0, width: 2) == 2)
    #expect(canvas.put("abc", x: 12, y: 0) == 0)
    #expect(canvas.put("abc", x: 0, y: 0, width: -1) == 0)
  }

  @Test(arguments: 1...8) func `wide characters are never split`(_ width: Int) {
    for text in ["王小明王小明", "a王小明", "👨‍👩‍👧‍👦🇬🇧👍🏽x", "กำกำ"] {
      for x in -3...8 {
        var canvas = Self.canvas(width)

        canvas.put(text, x: x, y: 0)

        #expect(Self.isWhole(canvas), "\(text) at \(x) of \(width)")
      }
    }
  }

  @Test func `a wide character that does not fit is a space`() {
    var canvas = Self.canvas(5)
    canvas.put("xxxxx", x: 0, y: 0)

    canvas.put("王小明", x: 0, y: 0)

    #expect(canvas.lines == ["王小"])
  }

  @Test func `half a wide character that is written over is blanked`() {
    var left = Self.canvas(4)
    var right = Self.canvas(4)
    left.put("王小", x: 0, y: 0)
    right.put("王小", x: 0, y: 0)

    left.put("a", x: 2, y: 0)
    right.put("a", x: 1, y: 0)

    #expect(left.lines == ["王a"])
    #expect(right.lines == [" a小"])
  }

  @Test func `random drawing leaves every wide character whole`() {
    var random = SeededNumbers(seed: 3)
    var canvas = Self.canvas(12, 4)
    var other = Self.canvas(5, 2)
    other.put("a王小", x: 0, y: 0)
    other.put("王小明", x: -1, y: 1)
    for _ in 0..<3000 {
      let x = random.next(below: 18) - 4
      let y = random.next(below: 6) - 1
      switch random.next(below: 4) {
      case 0: canvas.put("王a小", x: x, y: y)
      case 1: canvas.put("b", x: x, y: y)
      case 2: canvas.draw(other, x: x, y: y)
      default: canvas.fill(Rect(x: x, y: y, width: 3, height: 2), with: "明")
      }
      #expect(Self.isWhole(canvas))
    }
  }

  @Test func `another canvas is clipped and does not bring its cursor`() {
    var canvas = Self.canvas(4, 2)
    var other = Self.canvas(3, 2)
    other.put("王b", x: 0, y: 0)
    other.put("cde", x: 0, y: 1, style: .strong)
    other.cursor = Point(x: 1, y: 1)

    canvas.draw(other, x: -1, y: 0)
    canvas.draw(other, x: 3, y: 0)

    #expect(canvas.lines == [" b", "de c"])
    #expect(canvas.cursor == nil)
    #expect(canvas.styleLines[1] == "SS.S")
  }

  @Test func `hostile text reaches no cell as it is`() {
    var canvas = Self.canvas(30)

    canvas.put("A\u{1B}]0;pwn\u{07}\u{1B}[2J\u{9B}31m\u{202E}\u{200B}\tz", x: 0, y: 0)

    let isHarmless = (0..<30).allSatisfy { x in
      canvas[x, 0].text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    }
    #expect(isHarmless)
    #expect(canvas.lines == ["A␛]0;pwn␇␛[2J\u{FFFD}31m␉z"])
  }

  @Test func `a canvas without a cell draws nothing`() {
    for size in [Size(width: 0, height: 0), Size(width: -3, height: 5), Size(width: 5, height: -1)]
    {
      var canvas = Canvas(size: size)

      canvas.put("abc", x: 0, y: 0)
      canvas.fill(Rect(x: 0, y: 0, width: 9, height: 9))
      canvas.restyle(Rect(x: -5, y: -5, width: 90, height: 90), .muted)

      #expect(canvas.lines.joined().isEmpty)
    }
  }

  @Test func `huge places are clipped too`() {
    var canvas = Self.canvas(3)

    canvas.put("abc", x: .max, y: .max)
    canvas.fill(Rect(x: 1, y: 0, width: .max, height: .max), with: "x")

    #expect(canvas.lines == [" xx"])
  }

  @Test func `styles show as letters`() {
    var canvas = Self.canvas(6)
    canvas.put("ab", x: 1, y: 0, style: .selected)
    canvas.restyle(Rect(x: 4, y: 0, width: 5, height: 3), .dimmed)

    #expect(canvas.styleLines == [".ss.dd"])
    #expect(Set(Style.allCases.map(\.letter)).count == Style.allCases.count)
  }
}
