import Casework
import TextUI

/// Where the steps stand and where the step's page: side by side, or one above the other.
struct MeetingLayout {
  let size: Size

  init(_ size: Size) { self.size = size }

  /// Columns of the steps; as wide as `! 2 Child’s voice missing`.
  static let stepsWidth = 28

  var isNarrow: Bool { size.width < 72 }

  var pageX: Int { isNarrow ? 2 : MeetingLayout.stepsWidth + 3 }
  private var pageY: Int { isNarrow ? (size.height > 13 ? 2 : 1) : 0 }
  var pageWidth: Int { max(0, size.width - pageX - 1) }

  /// The page, less the lines under it that say what is missing.
  func page(below lines: Int) -> Rect {
    let under = lines == 0 || isNarrow ? 0 : lines + 1
    return Rect(
      x: pageX, y: pageY, width: pageWidth, height: max(0, size.height - pageY - under))
  }
}

extension ReviewMeeting {
  func draw(_ size: Size, _ context: Context) -> Canvas {
    var canvas = Canvas(size: size)
    let layout = MeetingLayout(size)
    if layout.isNarrow {
      if focus == .steps {
        drawNarrowSteps(on: &canvas, context)
      } else {
        drawTopLine(on: &canvas)
        drawPage(on: &canvas, in: layout.page(below: 0), context)
      }
      return canvas
    }
    drawSteps(on: &canvas, width: MeetingLayout.stepsWidth, context)
    canvas.fill(
      Rect(x: MeetingLayout.stepsWidth, y: 0, width: 1, height: size.height), with: "│",
      style: .rule)
    let cursor = canvas.cursor
    let lines = missingLines(width: layout.pageWidth)
    let page = layout.page(below: lines.count)
    drawPage(on: &canvas, in: page, context)
    if focus == .steps { canvas.cursor = cursor }
    for (row, line) in lines.enumerated() where page.maxY + 1 + row < size.height {
      for span in line.spans {
        canvas.put(span.text, x: page.x + span.x, y: page.maxY + 1 + row, style: span.style)
      }
    }
    return canvas
  }

  // MARK: The steps

  /// How a step stands: its sign, and the word that goes with it.
  func standing(of step: Review.Step) -> (sign: String, word: String, style: Style) {
    guard let file, let review else { return ("", "", .muted) }
    if drafts?.contains(step) ?? false { return ("!", "unsaved", .overdue) }
    let isMissing = file.missing(in: review).contains { $0.step == step }
    let isTouched = file.hasBegun(step, of: review)
    if isMissing {
      return isTouched || showsMissing ? ("!", "missing", .overdue) : ("", "", .muted)
    }
    return isTouched ? ("✓", "", .good) : ("", "", .muted)
  }

  /// The steps; on the last row what is missing, beside them or in their place.
  private func drawNarrowSteps(on canvas: inout Canvas, _ context: Context) {
    let size = canvas.size
    let left = MeetingLayout.stepsWidth
    let isBeside = size.width >= 2 * left
    guard row == ReviewMeeting.completeRow, let file, let review else {
      return drawSteps(on: &canvas, width: size.width, context)
    }
    let x = isBeside ? left + 2 : 2
    let page = Rect(x: x, y: 0, width: size.width - x - 1, height: size.height)
    if isBeside { drawSteps(on: &canvas, width: left, context) }
    drawLines(completeLines(file, review, page.width), on: &canvas, in: page)
    if !isBeside { putMarker(at: 0, on: &canvas) }
  }

  private func drawSteps(on canvas: inout Canvas, width: Int, _ context: Context) {
    let steps = Review.Step.allCases
    let height = canvas.size.height
    let isLow = height < steps.count + 3
    let top = isLow ? max(0, min(row - height / 2, steps.count + 1 - height)) : 0
    for (index, step) in steps.enumerated() {
      let y = (isLow ? 0 : 1) + index - top
      guard y >= 0, y < height else { continue }
      let mark = standing(of: step)
      canvas.put(mark.sign, x: 2, y: y, style: mark.style)
      canvas.put("\(step.number)", x: 4, y: y, style: .muted)
      let isHere = index == row
      canvas.put(step.short, x: 6, y: y, style: isHere ? .selected : .text)
      canvas.put(mark.word, x: 20, y: y, width: max(0, width - 20), style: mark.style)
      if isHere { putMarker(at: y, on: &canvas) }
      canvas.mark(Rect(x: 0, y: y, width: width, height: 1), .section(index))
    }
    let y = isLow ? steps.count - top : steps.count + 2
    guard y < height else { return }
    let isHere = row == ReviewMeeting.completeRow
    canvas.put(
      "Complete the review", x: 6, y: y, width: width - 6, style: isHere ? .selected : .text)
    if isHere { putMarker(at: y, on: &canvas) }
    canvas.mark(Rect(x: 0, y: y, width: width, height: 1), .section(ReviewMeeting.completeRow))
  }

  private func putMarker(at y: Int, on canvas: inout Canvas) {
    canvas.put("▌", x: 0, y: y, style: .marker)
    canvas.cursor = Point(x: 0, y: y)
  }

  /// `3 of 9  Other voices`, and what is missing there.
  private func drawTopLine(on canvas: inout Canvas) {
    guard let step else { return }
    let place = "\(step.number) of \(Review.Step.allCases.count)  \(step.short)"
    let used = canvas.put(place, x: 2, y: 0, style: .heading)
    let missing = missingSentences.joined(separator: " ")
    let room = canvas.size.width - used - 7
    guard room > 12 else { return }
    if isOffered {
      let words = TextLayout.truncated(ReviewMeeting.offered, to: room)
      canvas.put(words, x: used + 4, y: 0, style: .muted)
    } else if !missing.isEmpty {
      canvas.put(
        "! \(TextLayout.truncated(missing, to: room))", x: used + 4, y: 0, style: .overdue)
    }
  }

  // MARK: The page of a step

  var missingSentences: [String] {
    guard let file, let review, let step else { return [] }
    return file.missing(in: review).filter { $0.step == step }.map(\.sentence)
  }

  /// Whether the form that is open offers what the record still misses: those invited, or a day.
  private var isOffered: Bool {
    guard focus == .form, let review else { return false }
    return switch step {
    case .present?:
      review.attended.isEmpty && review.apologies.isEmpty && !review.invited.isEmpty
    case .next?: review.nextOn == nil && review.outcome != .close
    default: false
    }
  }

  private static let offered = "Not saved yet: Ctrl-S keeps it."

  /// What the selected step still needs, for under its page; a few lines at most.
  func missingLines(width: Int) -> [Line] {
    if isOffered { return Line.note(ReviewMeeting.offered, width: width, x: 0) }
    let sentences = missingSentences
    func wrapped(_ sentences: [String]) -> [Line] {
      sentences.flatMap { sentence in
        TextLayout.wrapped(sentence, to: max(10, width - 2)).enumerated().map { index, part in
          Line((index == 0 ? [Span(0, "!", .overdue)] : []) + [Span(2, part)])
        }
      }
    }
    let all = wrapped(sentences)
    guard all.count > 3, let first = sentences.first else { return all }
    return wrapped(["\(first) And \(sentences.count - 1) more."])
  }

  private func drawPage(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    guard let file, let review else { return }
    switch step {
    case nil: drawLines(completeLines(file, review, rect.width), on: &canvas, in: rect)
    case .goals?:
      grid.draw(file, review, on: &canvas, in: rect, focused: focus == .grid, context)
    case .actions?:
      let lines = actionLines(file, width: rect.width + 2, context)
      canvas.put("Actions", x: rect.x, y: rect.y, style: .heading)
      let below = Rect(
        x: rect.x - 2, y: rect.y + 1, width: rect.width + 2, height: max(0, rect.height - 1))
      actionCursor.draw(lines, on: &canvas, in: below, focused: focus == .actions)
    case let step?:
      let page = ReviewWords(file: file, review: review, width: rect.width + 1, context: context)
      let part = page.part(step)
      let lines =
        [Line([Span(2, step.title, .heading)]), .blank]
        + (part.isEmpty ? Line.note("Nothing yet. Enter opens it.", width: rect.width, x: 2) : part)
      drawLines(lines, on: &canvas, in: rect)
    }
  }

  private func drawLines(_ lines: [Line], on canvas: inout Canvas, in rect: Rect) {
    LineCursor().draw(
      lines, on: &canvas,
      in: Rect(x: rect.x - 2, y: rect.y, width: rect.width + 2, height: rect.height),
      focused: false)
  }

  /// What is missing by step, else what completing does.
  func completeLines(_ file: FamilyFile, _ review: Review, _ width: Int) -> [Line] {
    let missing = file.missing(in: review)
    var lines = [Line([Span(2, "Complete the review", .heading)]), .blank]
    let unsaved = Review.Step.allCases.filter { drafts?.contains($0) ?? false }
    for step in unsaved {
      lines += [
        Line([Span(2, step.short, .strong)]), Line([Span(4, "Typed and not saved yet.")]),
      ]
    }
    for step in Review.Step.allCases {
      let sentences = missing.filter { $0.step == step }.map(\.sentence)
      guard !sentences.isEmpty else { continue }
      lines.append(Line([Span(2, step.short, .strong)]))
      lines += sentences.flatMap { sentence in
        TextLayout.wrapped(sentence, to: max(10, width - 4)).map { Line([Span(4, $0)]) }
      }
    }
    let words =
      missing.isEmpty && unsaved.isEmpty
      ? "Nothing is missing. Enter completes the review: it is frozen then, and corrections are "
        + "added beside it."
      : "Enter goes to the first of these. The review can be left unfinished: it stays underway."
    return lines + (lines.count > 2 ? [.blank] : []) + Line.note(words, width: width, x: 2)
  }
}

extension FamilyFile {
  /// Whether anything is written in a step.
  func hasBegun(_ step: Review.Step, of review: Review) -> Bool {
    func hasWords(_ isWanted: (Voice.Source) -> Bool) -> Bool {
      review.voices.contains { isWanted($0.source) && !$0.words.isEmpty }
    }
    return switch step {
    case .present: !review.attended.isEmpty || !review.apologies.isEmpty
    case .childVoice: hasWords { $0 == .child } || !review.whyNotHeard.isEmpty
    case .voices: hasWords { $0 != .child }
    case .goals: ratings.contains { $0.reviewID == review.id }
    case .assessment:
      !(review.workingWell + review.worries + review.needsToHappen).isEmpty
        || !review.scales.isEmpty
    case .education: !review.education.isEmpty
    case .actions: actions.contains { $0.statusSince == review.meetingStart }
    case .outcome: review.outcome != nil
    case .next: review.nextOn != nil
    }
  }
}
