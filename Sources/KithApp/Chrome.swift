import Casework
import TextUI

/// The lines around every screen: the title above, the tabs or nothing and the hints below.
struct Chrome {
  var title: [String]
  var sections: (titles: [String], active: Int)?
  /// Shown at a tab's root only.
  var tab: Tab?
  var hints: [(key: String, label: String)]
  var toast: (lines: [String], kind: Toast.Kind)?
  var context: Context

  /// Content is never stretched beyond this many columns.
  static let widest = 120

  /// The smallest window in which the screens can be used.
  static let smallest = Size(width: 40, height: 10)

  /// The room between the lines for a screen of a window's size.
  static func body(of size: Size, hasSections: Bool, hasTabs: Bool) -> Rect {
    let top = hasSections ? 3 : 2
    let bottom = hasTabs ? 3 : 2
    return Rect(
      x: 0, y: top, width: min(size.width, widest), height: max(0, size.height - top - bottom))
  }

  /// Draws everything around the body.
  func draw(on canvas: inout Canvas) {
    let width = min(canvas.size.width, Chrome.widest)
    drawTitle(on: &canvas, width: width)
    var rule = 1
    if let sections {
      SectionBar.draw(on: &canvas, y: 1, items: sections.titles, active: sections.active)
      rule = 2
    }
    let last = canvas.size.height - 1
    drawRule(on: &canvas, y: rule, width: width)
    drawRule(on: &canvas, y: last - (tab == nil ? 1 : 2), width: width)
    if let tab {
      TabBar.draw(
        on: &canvas, y: last - 1,
        items: Tab.allCases.map { "\($0.rawValue + 1) \($0.title)" }, active: tab.rawValue)
    }
    HintLine.draw(on: &canvas, y: last, hints: hints)
    if let toast {
      // In the place of the rule, so that the tabs stay in sight.
      Toast.draw(
        on: &canvas, bottom: last - (tab == nil ? 1 : 2), lines: toast.lines, kind: toast.kind)
    }
  }

  private func drawRule(on canvas: inout Canvas, y: Int, width: Int) {
    canvas.fill(Rect(x: 0, y: y, width: width, height: 1), with: "─", style: .rule)
  }

  /// Where it is; the outer crumbs go first where there is no room for all.
  private func crumbs(in width: Int) -> String {
    var shown = title[...]
    // Whose page it is comes last but for a goal's words: the family's name stays before them.
    while shown.count > 1, TextLayout.width(shown.joined(separator: " › ")) > width,
      title.count < 3 || shown.count > 2
    {
      shown = shown.dropFirst()
    }
    return TextLayout.truncated(shown.joined(separator: " › "), to: width)
  }

  /// Draws the mark again where something that lies over the screen has covered it; a title that
  /// reaches under it ends with `…` before it.
  func drawTrainingMark(over canvas: inout Canvas) {
    guard context.isTraining else { return }
    let width = min(canvas.size.width, Chrome.widest)
    let x = rightStart(width)
    let place = x..<(x + Chrome.training.count)
    guard place.map({ canvas[$0, 0].text }).joined() != Chrome.training else { return }
    let isTitle = { (x: Int) in canvas[x, 0].style == .title && canvas[x, 0].text != " " }
    let isCut = ((x - 1)..<place.upperBound).contains(where: isTitle)
    if isCut, let last = (0..<max(0, x - 1)).last(where: isTitle) {
      canvas.put("…", x: min(last + 1, x - 2), y: 0, style: .title)
      for behind in (0..<width).dropFirst(max(0, place.upperBound))
      where canvas[behind, 0].style == .title {
        canvas.put(" ", x: behind, y: 0)
      }
    }
    canvas.put(" \(Chrome.training) ", x: x - 1, y: 0, style: .training)
  }

  private static let training = "TRAINING"

  /// What stands on the right of the title line; the training mark first.
  private func right(_ width: Int) -> [(String, Style)] {
    let training = context.isTraining ? Chrome.training : ""
    let dates = width >= 72 ? context.today.full : context.today.dayAndMonth
    let name = width < 60 ? "" : TextLayout.truncated(context.me.name, to: 24)
    return [(training, .training), (name, .muted), (dates, .muted)].filter { !$0.0.isEmpty }
  }

  private func rightStart(_ width: Int) -> Int {
    width - right(width).map { TextLayout.width($0.0) + 3 }.reduce(0, +) + 2
  }

  /// Columns for what stands on the left of the title line.
  func titleRoom(in width: Int) -> Int { max(0, rightStart(min(width, Chrome.widest)) - 3) }

  private func drawTitle(on canvas: inout Canvas, width: Int) {
    var x = rightStart(width)
    let room = titleRoom(in: width)
    canvas.put(crumbs(in: room), x: 1, y: 0, width: room, style: .title)
    for (text, style) in right(width) {
      x += canvas.put(text, x: x, y: 0, style: style) + 3
    }
  }
}
