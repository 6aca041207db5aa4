import Casework
import TextUI

/// The line that is typed, what it is read as under it, and the answers of the field that is set.
struct LineView {
  let line: PlanLine
  let file: FamilyFile
  let width: Int
  let isFocused: Bool
  let context: Context

  private static let x = 9

  private var room: Int { max(8, width - LineView.x - 2) }
  private var textRows: Int { min(4, max(1, line.text.height(width: room))) }
  private var echo: [[Segment]] { flowed(segments) }
  private var answers: [Segment] { isFocused ? fieldAnswers : [] }

  var height: Int { textRows + echo.count + (answers.isEmpty ? 0 : 1) }

  /// A piece of what the line was read as; `field` is the one it belongs to.
  private struct Segment {
    var text: String
    var style = Style.muted
    var field: String?
    /// Where the caret stands in it, for a field that is typed.
    var caret = 0
  }

  func draw(on canvas: inout Canvas, x: Int, y: Int) {
    canvas.put(line.label, x: x + 2, y: y, style: isFocused ? .heading : .muted)
    let rect = Rect(x: x + LineView.x, y: y, width: room, height: textRows)
    let typed = isFocused && line.field == nil
    line.text.draw(on: &canvas, in: rect, focused: typed, style: isFocused ? .strong : .muted)
    var row = y + textRows
    for segments in echo {
      draw(segments, on: &canvas, x: x + LineView.x, y: row)
      row += 1
    }
    guard !answers.isEmpty else { return }
    var column = x + LineView.x
    for segment in answers {
      column += canvas.put(
        segment.text, x: column, y: row, width: max(0, x + width - 1 - column),
        style: segment.style)
    }
  }

  private func draw(_ segments: [Segment], on canvas: inout Canvas, x: Int, y: Int) {
    var column = x
    for (index, segment) in segments.enumerated() {
      if index > 0 { column += canvas.put(" · ", x: column, y: y, style: .muted) }
      let isHere = isFocused && segment.field != nil && segment.field == line.field
      if isHere { canvas.cursor = Point(x: min(column + segment.caret, x + room), y: y) }
      column += canvas.put(
        segment.text, x: column, y: y, width: max(0, x + room - column),
        style: isHere ? .fieldFocused : segment.style)
    }
  }

  /// As many pieces a row as fit.
  private func flowed(_ all: [Segment]) -> [[Segment]] {
    var rows: [[Segment]] = []
    var used = 0
    for segment in all {
      let wide = TextLayout.width(segment.text) + 3
      if used == 0 || used + wide - 3 > room {
        rows.append([segment])
        used = wide
      } else {
        rows[rows.count - 1].append(segment)
        used += wide
      }
    }
    return rows
  }

  // MARK: What it was read as

  private var segments: [Segment] {
    guard !line.isEmpty else { return [] }
    switch line.kind {
    case .goal: return goalSegments
    case .action: return actionSegments
    case .wish: return [Segment(text: "What the family wants, at the top of the plan")]
    case .ending:
      return [
        Segment(text: "If it isn't working"),
        Segment(
          text: label("keeper").map { "\($0) keeps it going" } ?? "nobody keeps it going yet",
          field: "keeper"),
      ]
    }
  }

  private var goalSegments: [Segment] {
    [
      Segment(text: label("whose") ?? "the family together", field: "whose"),
      Segment(text: "about \(label("about") ?? "the whole family")", field: "about"),
      Segment(text: line.form["category"], field: "category"),
      Segment(text: "now \(number("now"))", field: "now"),
      Segment(text: "hoped for \(number("hoped"))", field: "hoped"),
    ]
  }

  private var actionSegments: [Segment] {
    let read = line.reading(file, on: context.today)
    var all = [Segment(text: label("who") ?? "who?", field: "who")]
    if line.field == nil {
      // Somebody's name alone is not yet what they do.
      let words = read.words.isEmpty && read.who == nil ? line.words : read.words
      let isMissing = words.isEmpty
      all.append(
        Segment(text: isMissing ? "does what?" : words, style: isMissing ? .muted : .text))
    }
    if line.field == "from" || read.from != nil || !line.form["from"].isEmpty {
      all.append(daySegment("from", read.from))
    }
    if line.field != nil || read.by != nil || read.from == nil || !line.form["by"].isEmpty {
      all.append(daySegment("by", read.by))
    }
    let goals = file.goalsInOrder
    if let goal = line.goal(in: file), goal.id != goals.last?.id || line.field != nil,
      let index = goals.firstIndex(where: { $0.id == goal.id })
    {
      all.append(Segment(text: "for \(index + 1)"))
    }
    return all
  }

  private func daySegment(_ id: String, _ day: Day?) -> Segment {
    let typed = line.form[id]
    if isFocused, line.field == id {
      return Segment(
        text: "\(id) \(typed.isEmpty ? " " : typed)", field: id,
        caret: id.count + 1 + (line.form.fields.first { $0.id == id }?.caret ?? 0))
    }
    if let day {
      return Segment(text: "\(id) \(day.words(on: context.today))\(past(id, day))", field: id)
    }
    return Segment(text: typed.isEmpty ? "\(id) when?" : "\(id) \(typed)", field: id)
  }

  private func number(_ id: String) -> String { line.form[id].isEmpty ? "–" : line.form[id] }

  /// The label of what is chosen; nil for nothing.
  private func label(_ id: String) -> String? {
    guard let field = line.form.fields.first(where: { $0.id == id }), !field.raw.isEmpty else {
      return nil
    }
    return field.options.first { $0.id == field.raw }?.label
  }

  // MARK: The answers of the field that is set

  private var fieldAnswers: [Segment] {
    guard let field = line.form.fields.first(where: { $0.id == line.field }) else { return [] }
    switch field.kind {
    case .scale:
      let value = max(0, min(10, Int(field.raw) ?? 0))
      return [
        Segment(text: String(repeating: "●", count: value), style: .accent),
        Segment(text: String(repeating: "○", count: 10 - value) + "  0 to 9, + is 10"),
      ]
    case .choice: return choices(field)
    default:
      let day = Day(typed: field.raw, on: context.today)
      if field.raw.isEmpty { return [Segment(text: "fri, 27 nov, +6w")] }
      return [
        Segment(text: day.map { "→ \($0.full)\(past(field.id, $0))" } ?? "→ not a day yet")
      ]
    }
  }

  /// A quiet word where something is to be done by a day that has gone.
  private func past(_ id: String, _ day: Day) -> String {
    id == "by" && day < context.today ? ", that is past" : ""
  }

  /// The answers around the chosen one, as many as fit.
  private func choices(_ field: FormField) -> [Segment] {
    let labels = field.options.map(\.label)
    let here = field.options.firstIndex { $0.id == field.raw } ?? 0
    func wide(_ range: ClosedRange<Int>) -> Int {
      range.reduce(4) { $0 + TextLayout.width(labels[$1]) + 3 }
    }
    guard labels.indices.contains(here) else { return [] }
    var shown = here...here
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      if shown.upperBound + 1 < labels.count,
        wide(shown.lowerBound...(shown.upperBound + 1)) <= room
      {
        shown = shown.lowerBound...(shown.upperBound + 1)
        isGrowing = true
      }
      if shown.lowerBound > 0, wide((shown.lowerBound - 1)...shown.upperBound) <= room {
        shown = (shown.lowerBound - 1)...shown.upperBound
        isGrowing = true
      }
    }
    let before = shown.lowerBound > 0 ? "… " : ""
    let after = shown.upperBound + 1 < labels.count ? "…" : ""
    return [Segment(text: before)]
      + shown.map { index in
        index == here
          ? Segment(text: "[\(labels[index])] ", style: .tabActive)
          : Segment(text: " \(labels[index])  ")
      } + [Segment(text: after)]
  }
}
