import TextUI

/// Lines of a page as sentences: signs become words, columns become commas.
struct Speech: Equatable {
  /// One thing that is said.
  struct Row: Equatable {
    var text: String
    /// The item that a number chooses; nil for what cannot be chosen.
    var item: Int?
    /// Whether it goes on with the row before.
    var continues = false
  }

  private(set) var rows: [Row] = []

  init(_ lines: [Line]) {
    var last: Int?
    for line in lines {
      let text = Speech.sentence(line)
      guard !text.isEmpty else {
        if line.item == nil { last = nil }
        continue
      }
      rows.append(
        Row(text: text, item: line.item, continues: line.item != nil && line.item == last))
      last = line.item
    }
  }

  /// A page that cannot say itself: what stands in the frame, without rules and boxes.
  init(frame: Canvas) {
    rows = frame.lines.map(Speech.plain).filter { $0.contains { $0.isLetter || $0.isNumber } }
      .map { Row(text: $0) }
  }

  /// How many items can be chosen.
  var items: Int { (rows.compactMap(\.item).max() ?? -1) + 1 }

  /// An item's words; empty for one that is not there.
  func words(of item: Int) -> String {
    rows.filter { $0.item == item }.map(\.text).joined(separator: ". ")
  }

  // MARK: Signs as words

  static func sentence(_ line: Line) -> String {
    let spans = joined(line.spans.sorted { $0.x < $1.x })
    let all = spans.map(\.text).joined(separator: " ").lowercased()
    let parts = spans.compactMap { span -> String? in
      guard span.style != .chart else { return nil }
      var text = span.text.filter { !isBar($0) }.trimmed
      if text.hasPrefix(", ") { text.removeFirst(2) }
      if plain(text).isEmpty, text != "✓" { return nil }
      switch text {
      case "!": return all.contains("overdue") || all.contains("missing") ? nil : "overdue"
      case "✓": return all.contains("done") ? nil : "done"
      case "~": return all.contains("partly") ? nil : "partly done"
      case "★": return "trusted person"
      case "", "–", "·", "“", "?", "…": return nil
      default: return plain(text)
      }
    }
    // A label and what stands beside it.
    if parts.count == 2, spans.count == 2, spans[0].x == 2, spans[1].x >= 18,
      parts[0].last?.isLetter == true
    {
      return "\(parts[0]): \(parts[1])"
    }
    return parts.reduce(into: "") { said, part in
      guard let end = said.last else {
        said = part
        return
      }
      said += (".:;,!?".contains(end) ? " " : ", ") + part
    }
  }

  /// What goes on right behind another text is one with it, however it looks.
  private static func joined(_ spans: [Span]) -> [Span] {
    spans.reduce(into: []) { all, span in
      if let last = all.last, span.text.hasPrefix(" "),
        span.x == last.x + TextLayout.width(last.text)
      {
        all[all.count - 1].text += span.text
      } else {
        all.append(span)
      }
    }
  }

  /// A text with the signs that are drawn for the eye as ASCII, or gone.
  static func plain(_ text: String) -> String {
    var kept = text.filter { !isBar($0) && !isFrame($0) }
    for (sign, words) in replaced { kept = kept.replacing(sign, with: words) }
    if kept.hasPrefix("! ") || kept.hasPrefix("? ") { kept.removeFirst(2) }
    return kept.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
      .trimmed
  }

  private static let replaced = [
    (" · ", ", "), (" › ", ", "), ("→ ", ""), (" →", ""), ("“", "\""), ("”", "\""), ("’", "'"),
    ("‘", "'"), ("–", "-"), ("—", "-"), ("…", "..."), (" ✓", ""), ("✓ ", ""), ("▌", ""),
    ("★", "trusted person:"), ("●", ""), ("○", ""), ("↵", "Enter"),
  ]

  /// The bars of a small chart.
  private static func isBar(_ character: Character) -> Bool { "▁▂▃▄▅▆▇█".contains(character) }

  private static func isFrame(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return (0x2500...0x257F).contains(scalar.value) || (0x2800...0x28FF).contains(scalar.value)
  }
}

extension String {
  /// Without blanks at its ends.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
