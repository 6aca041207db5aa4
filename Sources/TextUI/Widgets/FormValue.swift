/// A field's value drawn by itself: the value, the list to choose from, and the note.
struct FormValue {
  private(set) var canvas: Canvas
  private let field: FormField
  private let focused: Bool
  private let width: Int

  /// Choices shown at once in a list that is open.
  static let listRows = 5

  /// - Parameter extra: rows that a text of many lines takes beyond those it asks for.
  init(_ field: FormField, width: Int, focused: Bool, extra: Int = 0) {
    self.field = field
    self.width = width
    self.focused = focused
    canvas = Canvas(size: Size(width: width, height: 1))
    switch field.kind {
    case .line: drawLine()
    case .area(let lines), .paragraph(let lines): drawArea(lines: max(1, lines) + extra)
    case .choice: drawChoice()
    case .choices: drawChoices()
    case .scale: drawScale()
    case .toggle: drawToggle()
    case .reading: drawReading()
    }
  }

  private var style: Style { focused ? .fieldFocused : .field }

  /// Where the caret stands before it the hint's brackets alone tell it from a value.
  private var hintStyle: Style { focused ? .fieldFocused : .placeholder }

  /// Columns of a line that has a note beside it: a day and the caret.
  private static let leastWidth = 16

  private mutating func drawLine() {
    let hint = field.isEmpty ? TextLayout.truncated(field.hint, to: width) : ""
    let taken = max(field.field.width(upTo: width) + 1, TextLayout.width(hint))
    let note = sideNote(beside: taken)
    // The field ends before its note, which stands in one place while a short text is typed.
    let room = note.map { min(max(taken, FormValue.leastWidth), width - $0 - 2) } ?? width
    field.field.draw(on: &canvas, in: Rect(x: 0, y: 0, width: room, height: 1), focused: focused)
    canvas.put(hint, x: 0, y: 0, style: hintStyle)
    if focused, note == nil { drawCompletion() }
    drawNote(beside: note == nil ? taken : room)
    if focused, let grid = field.grid { drawGrid(grid) }
  }

  private mutating func drawGrid(_ grid: ChoiceGrid) {
    let table = grid.canvas(width: width)
    let top = canvas.size.height
    addRows(table.size.height)
    canvas.draw(table, x: 0, y: top)
    canvas.cursor = table.cursor.map { Point(x: $0.x, y: $0.y + top) } ?? canvas.cursor
  }

  private mutating func drawCompletion() {
    guard let completion = field.completion, let cursor = canvas.cursor else { return }
    let rest =
      completion.continues
      ? String(completion.text.dropFirst(field.raw.count)) : " → " + completion.text
    let short = TextLayout.truncated(rest, to: width - cursor.x)
    canvas.put(short, x: cursor.x, y: 0, style: .placeholder)
  }

  private mutating func drawArea(lines: Int) {
    canvas = Canvas(size: Size(width: width, height: lines))
    field.field.draw(
      on: &canvas, in: Rect(x: 0, y: 0, width: width, height: lines), focused: focused)
    if field.isEmpty {
      for (y, line) in TextLayout.wrapped(field.hint, to: width).prefix(lines).enumerated() {
        canvas.put(line, x: 0, y: y, style: y == 0 ? hintStyle : .placeholder)
      }
    }
    drawNote(beside: width)
  }

  private mutating func drawChoice() {
    let index = field.pickedIndex
    // A value that is not among the choices, an older draft's, is shown as it is.
    let label = index.map { field.options[$0].label } ?? field.raw
    let lines = TextLayout.wrapped(label.isEmpty ? field.hint : label, to: max(1, width))
    addRows(lines.count - 1)
    for (row, line) in lines.enumerated() {
      canvas.put(line, x: 0, y: row, width: width, style: label.isEmpty ? .muted : style)
    }
    if focused { canvas.cursor = Point(x: 0, y: 0) }
    if lines == [""] { canvas.put("–", x: 0, y: 0, style: .muted) }
    let beside = lines.count > 1 ? width : max(1, TextLayout.width(lines[0]))
    let note = sideNote(beside: beside)
    if focused, note == nil, beside + 5 <= width, field.options.count > 1 {
      canvas.put("← →", x: beside + 2, y: 0, style: .muted)
    }
    drawNote(beside: beside)
    if focused, field.options.count > 3 {
      let shown = field.narrowed
      drawTyped()
      drawList(
        shown.map { field.options[$0].label }, at: index.flatMap(shown.firstIndex) ?? 0,
        marked: index.flatMap(shown.firstIndex))
    }
  }

  /// The letters that narrow the list.
  private mutating func drawTyped() {
    guard !field.typed.isEmpty else { return }
    addRows(1)
    let y = canvas.size.height - 1
    let used = canvas.put("those with ", x: 2, y: y, width: width - 2, style: .muted)
    canvas.put(field.typed, x: 2 + used, y: y, width: max(0, width - 2 - used), style: .match)
  }

  private mutating func drawChoices() {
    let chosen = field.pickedIDs
    let labels = field.options.filter { chosen.contains($0.id) }.map(\.label)
    let empty = field.hint.isEmpty ? "–" : field.hint
    let text = labels.isEmpty ? empty : labels.joined(separator: ", ")
    let short = TextLayout.truncated(text, to: width)
    canvas.put(short, x: 0, y: 0, style: labels.isEmpty ? .muted : style)
    drawNote(beside: TextLayout.width(short))
    guard focused else { return }
    canvas.cursor = Point(x: 0, y: 0)
    guard !field.options.isEmpty else { return }
    let shown = field.narrowed
    let here = shown.firstIndex(of: max(0, min(field.cursor, field.options.count - 1))) ?? 0
    let marks = shown.map { index in
      let option = field.options[index]
      return (chosen.contains(option.id) ? "✓ " : "  ") + option.label
    }
    drawTyped()
    drawList(marks, at: here, marked: here)
  }

  /// The choices around one of them, under what is drawn; the cursor rests on the marked one.
  private mutating func drawList(_ labels: [String], at index: Int, marked: Int?) {
    let count = labels.count
    let rows = min(count, Self.listRows)
    let top = max(0, min(index - rows / 2, count - rows))
    let start = canvas.size.height
    addRows(rows)
    for row in 0..<rows {
      let here = marked == top + row
      if here { canvas.put("▌", x: 0, y: start + row, style: .marker) }
      let text = TextLayout.truncated(labels[top + row], to: width - 4)
      canvas.put(text, x: 2, y: start + row, style: here ? .selected : .text)
      canvas.mark(Rect(x: 0, y: start + row, width: width, height: 1), .choice(top + row))
      if here { canvas.cursor = Point(x: min(2, width - 1), y: start + row) }
    }
    if top > 0 { canvas.put("↑", x: width - 1, y: start, style: .muted) }
    if top + rows < count { canvas.put("↓", x: width - 1, y: start + rows - 1, style: .muted) }
  }

  private mutating func drawScale() {
    let value = Int(field.raw).map { max(0, min($0, 10)) }
    let number = value.map(String.init) ?? "–"
    canvas.put(number, x: 0, y: 0, style: value == nil ? .muted : style)
    var used = 4
    if width >= 14 {
      let full = String(repeating: "●", count: value ?? 0)
      used += canvas.put(full, x: 4, y: 0, style: .accent)
      let open = String(repeating: "○", count: 10 - (value ?? 0))
      used += canvas.put(open, x: used, y: 0, style: .muted)
      for dot in 1...10 {
        canvas.mark(Rect(x: 3 + dot, y: 0, width: 1, height: 1), .choice(dot))
      }
    }
    if field.raw.isEmpty, !field.hint.isEmpty, used + 2 < width {
      let hint = TextLayout.truncated(field.hint, to: width - used - 2)
      used += 2 + canvas.put(hint, x: used + 2, y: 0, style: .muted)
    }
    if focused { canvas.cursor = Point(x: 0, y: 0) }
    drawNote(beside: used)
  }

  private mutating func drawToggle() {
    let yes = field.raw == "yes"
    let no = field.raw == "no"
    canvas.put(yes ? "● yes" : "○ yes", x: 0, y: 0, style: yes ? style : .muted)
    canvas.put(no ? "● no" : "○ no", x: 7, y: 0, style: no ? style : .muted)
    canvas.mark(Rect(x: 0, y: 0, width: 5, height: 1), .choice(1))
    canvas.mark(Rect(x: 7, y: 0, width: 4, height: 1), .choice(0))
    if focused { canvas.cursor = Point(x: no && width > 7 ? 7 : 0, y: 0) }
    drawNote(beside: 11)
  }

  /// Each sentence under the one before; the cursor at the end of the one that is read, so that the
  /// whole of it is in sight.
  private mutating func drawReading() {
    let sentences = field.sentences
    guard !sentences.isEmpty else {
      canvas.put(TextLayout.truncated(field.hint, to: width), x: 0, y: 0, style: .muted)
      if focused { canvas.cursor = Point(x: 0, y: 0) }
      return
    }
    let margin = width > 8 ? 2 : 0
    let here = min(field.cursor, sentences.count - 1)
    var y = 0
    for (index, sentence) in sentences.enumerated() {
      let start = y
      for line in TextLayout.wrapped(sentence, to: width - margin) {
        if y >= canvas.size.height { addRows(1) }
        canvas.put(line, x: margin, y: y)
        y += 1
      }
      canvas.mark(Rect(x: 0, y: start, width: width, height: y - start), .choice(index))
      let isHere = focused && index == here
      if margin > 0 {
        canvas.put(isHere ? "▌" : "–", x: 0, y: start, style: isHere ? .marker : .muted)
      }
      if isHere { canvas.cursor = Point(x: margin, y: y - 1) }
    }
  }

  /// How wide the note is when it fits to the right of so many columns; nil when it does not, or is empty.
  private func sideNote(beside columns: Int) -> Int? {
    let note = TextLayout.width(field.note)
    return note > 0 && columns + 2 + note <= width ? note : nil
  }

  /// The note to the right of the value where it fits, else under it.
  private mutating func drawNote(beside columns: Int) {
    guard !field.note.isEmpty else { return }
    if sideNote(beside: columns) != nil {
      canvas.put(field.note, x: columns + 2, y: 0, style: .muted)
      return
    }
    for line in TextLayout.wrapped(field.note, to: width) {
      addRows(1)
      canvas.put(line, x: 0, y: canvas.size.height - 1, style: .muted)
    }
  }

  private mutating func addRows(_ rows: Int) {
    var taller = Canvas(size: Size(width: width, height: canvas.size.height + rows))
    taller.draw(canvas, x: 0, y: 0)
    taller.cursor = canvas.cursor
    canvas = taller
  }
}
