/// Lines over time in braille dots, told apart by the name at their end and by their pattern,
/// or by a legend below where the names have no room beside their values.
public struct LineChart: Sendable {
  public struct Series: Sendable {
    public var name: String
    /// In the order of x.
    public var points: [(x: Double, y: Double)]

    public init(_ name: String, points: [(x: Double, y: Double)]) {
      self.name = name
      self.points = points.filter { $0.x.isFinite && $0.y.isFinite }
    }

    public init(name: String, points: [(x: Double, y: Double)]) {
      self.init(name, points: points)
    }

    /// The name with the last value: "Kayla 6".
    var endLabel: String {
      guard let last = points.last else { return name }
      return name + " " + LineChart.number(last.y)
    }
  }

  public var series: [Series]
  /// Where the x axis has a tick, and what stands under it; in the order of x.
  public var xLabels: [(x: Double, label: String)]
  public var yRange: ClosedRange<Double>
  /// A level to aim for, drawn as a broken line with its label.
  public var target: (value: Double, label: String)?

  public init(
    series: [Series], xLabels: [(x: Double, label: String)], yRange: ClosedRange<Double>,
    target: (value: Double, label: String)? = nil
  ) {
    self.series = series
    self.xLabels = xLabels
    self.yRange = yRange
    self.target = target
  }

  /// Draws the chart in a block; where that is too small for lines, the names and last values alone.
  public func draw(on canvas: inout Canvas, in rect: Rect) {
    guard rect.width > 0, rect.height > 0 else { return }
    var (body, plot) = (rect, plotArea(in: rect, besideLabels: true))
    var legend: [[LegendEntry]] = []
    if endLabels(in: plot) == nil {
      legend = legendLines(width: rect.width)
      body.height -= legend.count
      plot = plotArea(in: body, besideLabels: false)
    }
    guard plot.width >= 8, plot.height >= 2, yRange.upperBound > yRange.lowerBound else {
      return drawAsText(on: &canvas, in: rect)
    }
    drawAxes(on: &canvas, around: plot, in: body)
    drawTarget(on: &canvas, in: plot)
    drawLines(on: &canvas, in: plot)
    if legend.isEmpty {
      drawEndLabels(on: &canvas, in: plot, right: rect.maxX)
    } else {
      drawLegend(legend, on: &canvas, x: rect.x, y: body.maxY, right: rect.maxX)
    }
  }

  static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1_000_000 else { return "–" }
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let whole = sign + String(abs(tenths) / 10)
    return tenths % 10 == 0 ? whole : whole + "." + String(abs(tenths) % 10)
  }
}

// MARK: - Places

extension LineChart {
  /// - Parameter besideLabels: whether the names stand at the right of it.
  private func plotArea(in rect: Rect, besideLabels: Bool) -> Rect {
    let left = (tickValues(rows: rect.height - 2).map { Self.number($0).count }.max() ?? 0) + 2
    let labels = series.filter { !$0.points.isEmpty }.map(\.endLabel) + [target?.label ?? ""]
    let widest = labels.map { TextLayout.width($0) }.max() ?? 0
    let right = widest == 0 || !besideLabels ? 0 : min(widest, rect.width / 3) + 1
    return Rect(
      x: rect.x + left, y: rect.y, width: rect.width - left - right, height: rect.height - 2)
  }

  private var xRange: ClosedRange<Double> {
    let all = (series.flatMap { $0.points.map(\.x) } + xLabels.map(\.x)).filter(\.isFinite)
    guard let low = all.min(), let high = all.max() else { return 0...1 }
    return low...high
  }

  /// A value's height in dots from the bottom of the plot, four to a row.
  private func dotHeight(_ value: Double, in plot: Rect) -> Int {
    let share = (value - yRange.lowerBound) / (yRange.upperBound - yRange.lowerBound)
    return Int((min(max(share, 0), 1) * Double(plot.height * 4 - 1)).rounded())
  }

  private func row(_ value: Double, in plot: Rect) -> Int {
    plot.maxY - 1 - dotHeight(value, in: plot) / 4
  }

  /// A place on the x axis in dots from the left of the plot, two to a column.
  private func dotColumn(_ x: Double, in plot: Rect) -> Int {
    let range = xRange
    let span = range.upperBound - range.lowerBound
    guard span > 0 else { return 0 }
    let share = min(max((x - range.lowerBound) / span, 0), 1)
    return Int((share * Double(plot.width * 2 - 1)).rounded())
  }
}

// MARK: - Drawing

extension LineChart {
  private func drawAxes(on canvas: inout Canvas, around plot: Rect, in rect: Rect) {
    let axis = plot.x - 1
    for (row, label) in ticks(in: plot) {
      canvas.put(label, x: axis - 1 - label.count, y: row, style: .muted)
      canvas.put("┤", x: axis, y: row, style: .rule)
    }
    canvas.put("└", x: axis, y: plot.maxY, style: .rule)
    let floor = Rect(x: plot.x, y: plot.maxY, width: plot.width, height: 1)
    canvas.fill(floor, with: "─", style: .rule)
    var free = plot.x
    for (x, label) in xLabels where x.isFinite {
      let tick = plot.x + dotColumn(x, in: plot) / 2
      canvas.put("┬", x: tick, y: plot.maxY, style: .rule)
      let width = TextLayout.width(label)
      let start = min(tick, rect.maxX - width)
      guard start >= free else { continue }
      free = start + canvas.put(label, x: start, y: plot.maxY + 1, style: .muted) + 1
    }
  }

  private func ticks(in plot: Rect) -> [(row: Int, label: String)] {
    tickValues(rows: plot.height).map { (row($0, in: plot), Self.number($0)) }
  }

  /// Round values, at most eleven and at most one to a row.
  private func tickValues(rows: Int) -> [Double] {
    let span = yRange.upperBound - yRange.lowerBound
    // A scale of five or more is read in whole numbers.
    var scale = span >= 5 ? 1 : 0.1
    while scale < span {
      for step in [scale, scale * 2, scale * 5]
      where step * 10 >= span && isCalm(labels: Int(span / step), rows: rows) {
        let first = (yRange.lowerBound / step).rounded(.up) * step
        return Array(stride(from: first, through: yRange.upperBound + step / 1000, by: step))
      }
      scale *= 10
    }
    return [yRange.lowerBound, yRange.upperBound]
  }

  /// Whether so many labels above the lowest stand evenly on the rows, or far enough apart.
  private func isCalm(labels: Int, rows: Int) -> Bool {
    labels < rows && (labels * 2 < rows || labels > 0 && (rows - 1) % labels == 0)
  }

  private func drawTarget(on canvas: inout Canvas, in plot: Rect) {
    guard let target, target.value.isFinite else { return }
    let line = Rect(x: plot.x, y: row(target.value, in: plot), width: plot.width, height: 1)
    canvas.fill(line, with: "╌", style: .chartTarget)
  }

  private func drawLines(on canvas: inout Canvas, in plot: Rect) {
    var dots = BrailleDots(width: plot.width, height: plot.height)
    for (index, series) in series.enumerated() {
      let places = series.points.map {
        (x: dotColumn($0.x, in: plot), y: dotHeight($0.y, in: plot))
      }
      dots.draw(places, pattern: index)
    }
    for y in 0..<plot.height {
      for x in 0..<plot.width {
        guard let glyph = dots.glyph(x: x, y: y) else { continue }
        canvas.put(glyph, x: plot.x + x, y: plot.y + y, style: .chart)
      }
    }
    for series in series where series.points.count == 1 {
      let x = plot.x + dotColumn(series.points[0].x, in: plot) / 2
      canvas.put("●", x: x, y: row(series.points[0].y, in: plot), style: .chart)
    }
  }

  /// A name at the right of its line's end.
  private struct EndLabel {
    var text: String
    var row: Int
    var style: Style
  }

  /// The names at the right, each on its line's row or the nearest free one; nil where one would
  /// stand beside a value that is not its own, by more than a tenth of the scale.
  private func endLabels(in plot: Rect) -> [EndLabel]? {
    var labels = series.compactMap { series in
      series.points.last.map {
        EndLabel(text: series.endLabel, row: row($0.y, in: plot), style: .chart)
      }
    }
    if let target, target.value.isFinite {
      let row = row(target.value, in: plot)
      labels.append(EndLabel(text: target.label, row: row, style: .chartTarget))
    }
    var free = Set(plot.y..<max(plot.y, plot.maxY))
    for index in labels.indices {
      let row = labels[index].row
      guard let nearest = free.min(by: { (abs($0 - row), $0) < (abs($1 - row), $1) }),
        abs(nearest - row) * 10 <= plot.height
      else { return nil }
      free.remove(nearest)
      labels[index].row = nearest
    }
    return labels
  }

  private func drawEndLabels(on canvas: inout Canvas, in plot: Rect, right: Int) {
    for label in endLabels(in: plot) ?? [] {
      let text = TextLayout.truncated(label.text, to: right - plot.maxX - 1)
      canvas.put(text, x: plot.maxX + 1, y: label.row, style: label.style)
    }
  }

  /// A line's pattern and its name, as they stand under the chart.
  private struct LegendEntry {
    var text: String
    var style: Style
  }

  /// The patterns with the names and last values, in as many lines as they take.
  private func legendLines(width: Int) -> [[LegendEntry]] {
    var entries = series.enumerated().filter { !$1.points.isEmpty }.map { index, series in
      LegendEntry(
        text: "\(BrailleDots.sample(pattern: index)) \(series.endLabel)", style: .chart)
    }
    if let target, target.value.isFinite {
      entries.append(LegendEntry(text: "╌╌ \(target.label)", style: .chartTarget))
    }
    var lines: [[LegendEntry]] = []
    var room = 0
    for entry in entries {
      let wide = TextLayout.width(entry.text)
      if lines.isEmpty || wide > room {
        lines.append([])
        room = width
      }
      lines[lines.count - 1].append(entry)
      room -= wide + Self.legendGap
    }
    return lines
  }

  private static let legendGap = 2

  private func drawLegend(
    _ lines: [[LegendEntry]], on canvas: inout Canvas, x: Int, y: Int, right: Int
  ) {
    for (row, line) in lines.enumerated() {
      var next = x
      for entry in line {
        let text = TextLayout.truncated(entry.text, to: right - next)
        next += canvas.put(text, x: next, y: y + row, style: entry.style) + Self.legendGap
      }
    }
  }

  private func drawAsText(on canvas: inout Canvas, in rect: Rect) {
    var lines = series.map(\.endLabel)
    if let target { lines.append(target.label) }
    for (row, line) in lines.prefix(rect.height).enumerated() {
      let text = TextLayout.truncated(line, to: rect.width)
      canvas.put(text, x: rect.x, y: rect.y + row, style: .chart)
    }
  }
}
