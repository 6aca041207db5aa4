import Casework
import TextUI

/// Putting the frame together.
extension App {
  package func draw() {
    drawn = window(of: terminal.size)
    terminal.draw(drawn)
  }

  /// What the terminal shows: the page in the middle of a wide window, or nothing of it.
  func window(of size: Size) -> Canvas {
    if let hidden { return hiddenPage(of: size, hidden) }
    var page = frame(of: Size(width: min(size.width, Chrome.widest), height: size.height))
    if showsInitials { initials.cover(&page) }
    guard page.size != size else { return page }
    var window = Canvas(size: size)
    let margin = (size.width - page.size.width) / 2
    window.draw(page, x: margin, y: 0)
    window.cursor = page.cursor.map { Point(x: $0.x + margin, y: $0.y) }
    return window
  }

  /// The page as a value, no wider than `Chrome.widest`.
  func frame(of size: Size) -> Canvas {
    var canvas = Canvas(size: size)
    guard size.width >= Chrome.smallest.width, size.height >= Chrome.smallest.height else {
      let words =
        sheet == nil ? "Please make the window larger." : "Larger, please. Typing is kept."
      for (row, part) in TextLayout.wrapped(words, to: max(1, size.width)).enumerated() {
        canvas.put(part, x: 0, y: row)
      }
      canvas.cursor = Point(x: 0, y: 0)
      return canvas
    }
    let sections = top.sections
    let body = Chrome.body(of: size, hasSections: sections != nil, hasTabs: isAtRoot)
    let view = top.view(body.size, context)
    canvas.draw(view, x: body.x, y: body.y)
    // While a screen waits for its form nothing has focus: whoever follows the cursor is near.
    let cursor = view.cursor ?? Point(x: 0, y: 0)
    canvas.cursor = Point(x: cursor.x + body.x, y: cursor.y + body.y)
    let chrome = Chrome(
      title: top.title(context), sections: sections, tab: isAtRoot ? tab : nil, hints: hints,
      toast: isCovered
        ? nil : toast.map { (lines(of: $0, in: size.width), $0.kind) }, context: context)
    chrome.draw(on: &canvas)
    if let sheet, let place = top.formRect(in: body.size) {
      sheet.form.draw(
        on: &canvas,
        in: Rect(
          x: place.x + body.x, y: place.y + body.y, width: place.width, height: place.height))
    } else {
      sheet?.form.draw(over: &canvas)
    }
    if let help { drawHelp(help, on: &canvas, titleRoom: chrome.titleRoom(in: size.width)) }
    palette?.draw(over: &canvas)
    dialog?.shown.draw(over: &canvas)
    chrome.drawTrainingMark(over: &canvas)
    if isCovered { drawToastOver(&canvas) }
    return canvas
  }

  /// Whether something lies over the screen that would hide what is said.
  private var isCovered: Bool { sheet != nil || dialog != nil || palette != nil || help != nil }

  /// What is said stays readable beside a sheet.
  private func drawToastOver(_ canvas: inout Canvas) {
    guard let toast else { return }
    let cursor = canvas.cursor
    Toast.draw(
      on: &canvas, bottom: canvas.size.height - 1, lines: lines(of: toast, in: canvas.size.width),
      kind: toast.kind)
    canvas.cursor = cursor
  }

  /// The bindings that belong on the hint line, the screen's first, help last.
  private var hints: [(key: String, label: String)] {
    if isFormInPlace {
      return (top.typingHints ?? Form.hints) + [(key: "Ctrl-G", label: "help")]
    }
    if top.isTyping, !top.typesWhileSaving {
      if let hints = top.typingHints { return hints }
      return [(key: "↵", label: "to the list"), (key: "Esc", label: "show all again")]
    }
    let everywhere = Everywhere.keyBindings(
      atRoot: isAtRoot, undoSentence: context.undoSentence, changes: context.settings.keys
    ).filter { top.lockedReason == nil || $0.action == .help }.map(typable)
    let rows = top.keyRows(context).filter { $0.offReason == nil } + everywhere.map(KeyRow.init)
    return rows.compactMap { row in
      guard let hint = row.hint, let key = row.keys.first else { return nil }
      return (key: key.label, label: hint)
    }
  }

  /// With the hint of a chart's other look where there is one; while letters are text, only the keys
  /// that are none.
  private func typable(_ binding: KeyBinding<Everywhere>) -> KeyBinding<Everywhere> {
    var binding = binding
    if binding.action == .tables, top.hasChart {
      binding.hint = context.showsTables ? "chart" : "table"
    }
    guard top.isTyping else { return binding }
    let others = binding.keys.filter { !$0.isText }
    if others.isEmpty { binding.hint = nil } else { binding.keys = others }
    return binding
  }
}

extension App {
  /// What is said, in one line or two. A hint about a letter is left out where letters are text.
  fileprivate func lines(of notice: Notice, in width: Int) -> [String] {
    let isTyped = top.isTyping || sheet != nil
    return Toast.lines(
      notice.text, hint: isTyped && notice.hint.hasPrefix("u ") ? "" : notice.hint,
      width: min(width, Chrome.widest))
  }
}
