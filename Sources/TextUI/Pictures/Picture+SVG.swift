extension Picture {
  /// Pixels of a cell.
  private static let cell = (width: 8.4, height: 17.0)
  private static let margin = 12.0

  /// One drawing with the pictures one below the other; each run keeps to its columns whatever the font.
  public static func svg(_ pictures: [Picture]) -> String {
    var top = 0.0
    var body = ""
    var right = 0.0
    for picture in pictures {
      let size = picture.canvas.size
      let width = Double(size.width) * cell.width + 2 * margin
      let height = Double(size.height) * cell.height + 2 * margin
      body +=
        "<g transform=\"translate(0 \(number(top)))\">\n"
        + "<rect width=\"\(number(width))\" height=\"\(number(height))\" rx=\"6\" "
        + "fill=\"\(picture.paper)\"/>\n"
      for y in 0..<size.height { body += picture.svgRow(y) }
      body += "</g>\n"
      top += height + margin
      right = max(right, width)
    }
    let size = "\(number(right)) \(number(max(0, top - margin)))"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size)" \
      font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14">
      \(body)</svg>

      """
  }

  private func svgRow(_ y: Int) -> String {
    canvas.runs(ofRow: y, marksBlanks: { _ in true }).map { run in
      let colours = colours(of: run.style)
      var drawn = ""
      let top = Picture.margin + Double(y) * Picture.cell.height
      if let behind = colours.paper {
        drawn +=
          "<rect x=\"\(Picture.left(run.x))\" y=\"\(Picture.number(top))\" "
          + "width=\"\(Picture.number(Double(run.width) * Picture.cell.width))\" "
          + "height=\"\(Picture.number(Picture.cell.height))\" fill=\"\(behind)\"/>\n"
      }
      return drawn + words(of: run, ink: colours.ink, baseline: top + 13)
    }.joined()
  }

  /// The text without the blanks around it: they would be stretched with it.
  private func words(of run: CanvasRun, ink: String, baseline: Double) -> String {
    let before = run.text.prefix { $0 == " " }.count
    var text = String(run.text.dropFirst(before))
    var width = run.width - before
    while text.last == " " {
      text.removeLast()
      width -= 1
    }
    guard !text.isEmpty else { return "" }
    let attributes = theme[run.style, .many].attributes
    let weight = attributes.contains(.bold) ? " font-weight=\"bold\"" : ""
    let line = attributes.contains(.underline) ? " text-decoration=\"underline\"" : ""
    return "<text x=\"\(Picture.left(run.x + before))\" y=\"\(Picture.number(baseline))\" "
      + "textLength=\"\(Picture.number(Double(width) * Picture.cell.width))\" "
      + "lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\" fill=\"\(ink)\"\(weight)\(line)>"
      + "\(Picture.escaped(text))</text>\n"
  }

  private static func left(_ x: Int) -> String {
    number(margin + Double(x) * cell.width)
  }

  /// One place behind the point, none where it is zero.
  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
