import Testing

@testable import TextUI

/// Canvases written for other readers than a terminal.
struct PictureTests {
  private static func canvas() -> Canvas {
    var canvas = Canvas(size: Size(width: 12, height: 2))
    canvas.put("Zoë <b>", x: 0, y: 0)
    canvas.put("! 中", x: 1, y: 1, style: .overdue)
    return canvas
  }

  @Test func `the text of a picture is its rows without the blanks at their ends`() {
    #expect(Picture(Self.canvas()).text == "Zoë <b>\n ! 中\n")
  }

  @Test func `runs of a row join neighbours that look alike`() {
    let runs = Self.canvas().runs(ofRow: 1)

    #expect(
      runs == [
        CanvasRun(x: 0, width: 1, text: " ", style: .text),
        CanvasRun(x: 1, width: 4, text: "! 中", style: .overdue),
      ])
  }

  @Test func `an empty field at the end of a row is in the picture`() {
    var theme = Theme.standard
    theme[.field, .many] = Look(252, on: 236)
    var canvas = Canvas(size: Size(width: 6, height: 1))
    canvas.fill(Rect(x: 2, y: 0, width: 3, height: 1), style: .field)

    #expect(
      Picture(canvas, theme: theme).ansi == "\u{1B}[0m  \u{1B}[0;38;5;252;48;5;236m   \u{1B}[0m\n")
    #expect(Picture(canvas).ansi == "\n")
  }

  @Test func `colours for cat are those of the theme, and end with each row`() {
    #expect(
      Picture(Self.canvas()).ansi
        == "\u{1B}[0mZoë <b>\u{1B}[0m\n\u{1B}[0m \u{1B}[0;1;38;5;196m! 中\u{1B}[0m\n")
  }

  @Test func `a page says what the screen said and nothing that it would obey`() {
    let page = Picture.html([Picture(Self.canvas(), caption: "\"1\" & 2")], title: "kith")

    #expect(page.contains("Zoë &lt;b&gt;"))
    #expect(page.contains("<h2>&quot;1&quot; &amp; 2</h2>"))
    #expect(page.contains("color:#ff0000"))
    #expect(!page.contains("<b><b>"))
  }

  @Test func `a drawing keeps each run to its columns`() {
    let drawing = Picture.svg([Picture(Self.canvas())])

    #expect(drawing.contains("textLength=\"33.6\""))
    #expect(drawing.contains("Zoë &lt;b&gt;"))
    #expect(drawing.hasPrefix("<svg "))
  }

  @Test(arguments: [
    (0, 0, 0, 0), (9, 255, 0, 0), (16, 0, 0, 0), (160, 215, 0, 0), (231, 255, 255, 255),
    (232, 8, 8, 8), (244, 128, 128, 128), (255, 238, 238, 238),
  ])
  func `a palette's number is the colour that xterm shows`(
    _ number: Int, _ red: Int, _ green: Int, _ blue: Int
  ) {
    #expect(TerminalColour.rgb(number) == (red, green, blue))
  }
}
