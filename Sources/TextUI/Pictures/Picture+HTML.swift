extension Picture {
  /// A page that shows pictures one below the other; it needs no other file.
  public static func html(_ pictures: [Picture], title: String) -> String {
    let shown = pictures.map { picture in
      let caption =
        picture.caption.isEmpty ? "" : "<h2>\(escaped(picture.caption))</h2>\n"
      return "\(caption)<pre style=\"background:\(picture.paper)\">\(picture.rows)</pre>\n"
    }
    return """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <title>\(escaped(title))</title>
      <style>
      body { font: 1rem/1.4 system-ui, sans-serif; margin: 2rem }
      pre { font: 14px/1.3 ui-monospace, monospace; padding: 1em; width: max-content }
      b { font-weight: bold } u { text-decoration: underline }
      </style>
      \(shown.joined())</html>

      """
  }

  private var rows: String {
    (0..<canvas.size.height).map { y in
      canvas.runs(ofRow: y) { theme.marksBlanks($0, .many) }.map(span).joined() + "\n"
    }.joined()
  }

  private func span(_ run: CanvasRun) -> String {
    let colours = colours(of: run.style)
    let attributes = theme[run.style, .many].attributes
    var text = Picture.escaped(run.text)
    if attributes.contains(.underline) { text = "<u>\(text)</u>" }
    if attributes.contains(.bold) { text = "<b>\(text)</b>" }
    let behind = colours.paper.map { ";background:\($0)" } ?? ""
    return "<span style=\"color:\(colours.ink)\(behind)\">\(text)</span>"
  }
}
