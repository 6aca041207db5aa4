extension Form {
  /// Draws the sheet over a screen, which is dimmed, and puts the cursor on the focused field.
  ///
  /// Below 70 columns the sheet takes the full width; it scrolls to keep the focused field visible.
  public func draw(over canvas: inout Canvas) {
    Sheet.dim(&canvas)
    let screen = canvas.size
    let width = screen.width < 70 ? screen.width : min(84, max(66, screen.width - 14))
    guard width > 4, screen.height > 2 else { return drawTiny(over: &canvas) }
    let roomy = screen.height >= 14
    let extra = roomy ? 4 : 3
    let body = FormBody(
      self, width: width - (width < 24 ? 2 : 6), room: screen.height - (roomy ? 2 : 0) - extra)
    let height = min(body.canvas.size.height + extra, screen.height - (roomy ? 2 : 0))
    let sheet = Rect(
      x: (screen.width - width) / 2, y: min(roomy ? 2 : 0, (screen.height - height) / 2),
      width: width, height: height)
    drawSheet(sheet, body, padded: roomy && height >= 6, over: &canvas)
  }

  /// Draws the form as a part of a screen: its title, then the fields; the cursor on the focused one.
  public func draw(on canvas: inout Canvas, in rect: Rect) {
    canvas.fill(rect)
    guard rect.width > 4, rect.height > 1 else { return drawTiny(over: &canvas) }
    let head = rect.height >= 10 ? 2 : 1
    let body = FormBody(self, width: rect.width, room: rect.height - head)
    let visible = max(1, rect.height - head)
    let top = body.top(visible: visible, focus: focus)
    canvas.put(title, x: rect.x, y: rect.y, width: rect.width, style: .heading)
    let more = [
      top > 0 ? "↑ more" : "", body.canvas.size.height > top + visible ? "↓ more" : "",
    ].filter { !$0.isEmpty }.joined(separator: "  ")
    let x = rect.maxX - TextLayout.width(more)
    if !more.isEmpty { canvas.put(more, x: x, y: rect.y, style: .muted) }
    canvas.draw(body.window(top: top, height: visible), x: rect.x, y: rect.y + head)
    if let cursor = body.canvas.cursor, (top..<(top + visible)).contains(cursor.y) {
      canvas.cursor = Point(x: rect.x + cursor.x, y: rect.y + head + cursor.y - top)
    }
  }

  /// Rows that the form takes as a part of a screen of a width, its title and all its fields in sight.
  public func height(width: Int) -> Int {
    FormBody(self, width: width, room: 0).canvas.size.height + 2
  }

  private func drawSheet(_ sheet: Rect, _ body: FormBody, padded: Bool, over canvas: inout Canvas) {
    let hintRows = sheet.height > 3 ? 1 : 0
    let visible = max(1, sheet.height - 2 - hintRows - (padded ? 1 : 0))
    let top = body.top(visible: visible, focus: focus)
    let below = body.canvas.size.height - top - visible
    let more = [top > 0 ? "↑ more" : "", below > 0 ? "↓ more" : ""].filter { !$0.isEmpty }
    Sheet.draw(on: &canvas, in: sheet, title: title, below: more.joined(separator: "  "))
    let inner = sheet.inset(dx: (sheet.width - body.canvas.size.width) / 2, dy: 1)
    canvas.draw(body.window(top: top, height: visible), x: inner.x, y: inner.y)
    if hintRows > 0 {
      HintLine.draw(
        on: &canvas, in: Rect(x: inner.x, y: sheet.maxY - 2, width: inner.width, height: 1),
        hints: hints)
    }
    if let cursor = body.canvas.cursor, (top..<(top + visible)).contains(cursor.y) {
      canvas.cursor = Point(x: inner.x + cursor.x, y: inner.y + cursor.y - top)
    }
  }

  /// With hardly any room, the value alone.
  private func drawTiny(over canvas: inout Canvas) {
    let all = Rect(x: 0, y: 0, width: canvas.size.width, height: canvas.size.height)
    canvas.fill(all)
    canvas.cursor = Point(x: 0, y: 0)
    guard fields.indices.contains(focus) else { return }
    canvas.put(fields[focus].raw, x: 0, y: 0, style: .fieldFocused)
  }

  public static let hints = Form(title: "", fields: []).hints

  /// What the keys of every field do, in this form's words.
  public var hints: [(key: String, label: String)] {
    [
      (key: "Ctrl-S", label: saveWord), (key: "Tab", label: "next"),
      (key: "Esc", label: closeWords),
    ]
  }
}

/// A form's fields drawn one under the other, as tall as they need to be.
private struct FormBody {
  var canvas: Canvas
  /// The rows that each field takes.
  var rows: [Range<Int>] = []
  private var y = 0
  private let labelWidth: Int
  private let valueX: Int

  /// - Parameter room: rows there are; texts that need more than they ask for take what is left over.
  init(_ form: Form, width: Int, room: Int) {
    self.init(form, width: width, extra: [:], parted: false)
    let parts = form.fields.dropFirst().filter(\.isApart).count
    let parted = parts > 0 && canvas.size.height + parts <= room
    let spare = room - canvas.size.height - (parted ? parts : 0)
    let extra = spare > 0 ? extra(form, spare: spare) : [:]
    if parted || !extra.isEmpty {
      self = FormBody(form, width: width, extra: extra, parted: parted)
    }
  }

  /// Rows more than its own that each text takes, the focused one's first.
  private func extra(_ form: Form, spare: Int) -> [Int: Int] {
    var spare = spare
    var extra: [Int: Int] = [:]
    let order = form.fields.indices.sorted { $0 == form.focus && $1 != form.focus }
    for index in order {
      guard let lines = form.fields[index].kind.areaLines else { continue }
      let rows = form.fields[index].field.height(width: canvas.size.width - valueX)
      let wanted = rows + (index == form.focus ? 1 : 0) - max(1, lines)
      let given = min(spare, wanted)
      guard given > 0 else { continue }
      extra[index] = given
      spare -= given
    }
    return extra
  }

  private init(_ form: Form, width: Int, extra: [Int: Int], parted: Bool) {
    let widest = form.fields.map { TextLayout.width($0.label) }.max() ?? 0
    let stacked = width < 36
    labelWidth = stacked ? width : min(widest, width * 2 / 5)
    valueX = stacked ? min(2, width - 1) : labelWidth + 2
    canvas = Canvas(size: Size(width: width, height: 1))
    if let problem = form.problem {
      for line in TextLayout.wrapped("! " + problem, to: width) + [""] {
        grow(to: y + 1)
        canvas.put(line, x: 0, y: y, style: .problem)
        y += 1
      }
    }
    for (index, field) in form.fields.enumerated() {
      if parted, index > 0, field.isApart { y += 1 }
      let start = index == 0 ? 0 : y
      add(
        field, index, focused: index == form.focus, stacked: stacked, extra: extra[index] ?? 0)
      rows.append(start..<y)
    }
    grow(to: y)
  }

  /// The first row to show so that the focused field's rows are all visible, or the cursor's at least.
  func top(visible: Int, focus: Int) -> Int {
    guard rows.indices.contains(focus) else { return 0 }
    let field = rows[focus]
    var top = field.upperBound - visible
    if top <= 0 { return 0 }
    // A window that begins with a label, not between a label and its value.
    top = rows.map(\.lowerBound).first { $0 >= top } ?? field.lowerBound
    top = min(top, field.lowerBound)
    if let cursor = canvas.cursor, cursor.y >= top + visible { top = cursor.y - visible + 1 }
    return top
  }

  func window(top: Int, height: Int) -> Canvas {
    var window = Canvas(size: Size(width: canvas.size.width, height: height))
    window.draw(canvas, x: 0, y: -top)
    return window
  }

  private mutating func add(
    _ field: FormField, _ index: Int, focused: Bool, stacked: Bool, extra: Int
  ) {
    let first = y
    // A label that is too long for its column goes on below.
    let label = TextLayout.wrapped(field.label, to: max(1, labelWidth))
    grow(to: y + label.count)
    for (row, line) in label.enumerated() {
      canvas.put(line, x: 0, y: y + row, width: labelWidth, style: focused ? .strong : .muted)
    }
    if stacked { y += label.count }
    let block = FormValue(
      field, width: max(1, canvas.size.width - valueX), focused: focused, extra: extra)
    grow(to: y + block.canvas.size.height)
    canvas.mark(
      Rect(
        x: 0, y: first, width: canvas.size.width, height: y - first + block.canvas.size.height),
      .field, field: index)
    canvas.draw(block.canvas.owned(by: index), x: valueX, y: y)
    if let cursor = block.canvas.cursor {
      canvas.cursor = Point(x: valueX + cursor.x, y: y + cursor.y)
    }
    y += max(block.canvas.size.height, stacked ? 0 : label.count)
    guard let error = field.error else { return }
    for line in TextLayout.wrapped("! " + error, to: max(1, canvas.size.width - valueX)) {
      grow(to: y + 1)
      canvas.put(line, x: valueX, y: y, style: .problem)
      y += 1
    }
  }

  private mutating func grow(to height: Int) {
    guard height > canvas.size.height else { return }
    var taller = Canvas(size: Size(width: canvas.size.width, height: height))
    taller.draw(canvas, x: 0, y: 0)
    taller.cursor = canvas.cursor
    canvas = taller
  }
}
