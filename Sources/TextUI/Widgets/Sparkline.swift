/// A row of small bars, one cell for each value.
public enum Sparkline {
  private static let bars: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// Bars from the range's lower bound (▁) to its upper one (█); values outside are held, nil is a space.
  public static func text(_ values: [Double?], range: ClosedRange<Double>) -> String {
    String(values.map { $0.map { bar($0, in: range) } ?? " " })
  }

  private static func bar(_ value: Double, in range: ClosedRange<Double>) -> Character {
    let span = range.upperBound - range.lowerBound
    guard span > 0, value.isFinite else { return bars[0] }
    let share = min(max((value - range.lowerBound) / span, 0), 1)
    return bars[min(bars.count - 1, Int((share * Double(bars.count - 1)).rounded()))]
  }
}
