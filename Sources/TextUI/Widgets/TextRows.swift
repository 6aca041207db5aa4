import Synchronization

/// What is worked out once for the characters of a field: their text, and the rows they wrap into.
///
/// A field's copies share it while their characters are the same; an edit begins another, which keeps
/// the rows of every paragraph that the edit did not touch. So a key in a long text wraps one paragraph.
final class TextRows: Sendable {
  private struct Known {
    var text: String?
    var width = 60
    var height = 5
    var rows: [Range<Int>]?
  }

  private let known: Mutex<Known>

  init() { known = Mutex(Known()) }

  private init(_ known: Known) { self.known = Mutex(known) }

  func text(of characters: [Character]) -> String {
    known.withLock { known in
      if let text = known.text { return text }
      let text = String(characters)
      known.text = text
      return text
    }
  }

  /// The rows at a width, as ranges of characters that together cover all of them.
  func rows(of characters: [Character], width: Int) -> [Range<Int>] {
    known.withLock { known in
      if known.width == width, let rows = known.rows { return rows }
      let rows = TextLayout.lineRanges(of: characters[...], width: max(1, width))
      (known.width, known.rows) = (width, rows)
      return rows
    }
  }

  /// The width that the text was last drawn at, which ↑ and ↓ need.
  var lastWidth: Int { known.withLock { $0.width } }

  /// The rows that were shown when it was last drawn, which a page is.
  var lastHeight: Int { known.withLock { $0.height } }

  func note(height: Int) { known.withLock { $0.height = height } }

  /// What is known after a range became so many other characters.
  func after(_ range: Range<Int>, became count: Int, in characters: [Character]) -> TextRows {
    var next = known.withLock { $0 }
    next.text = nil
    guard let old = next.rows, let last = old.last, characters.count > 0 else {
      next.rows = nil
      return TextRows(next)
    }
    let moved = count - range.count
    let start = (characters[..<range.lowerBound].lastIndex(of: "\n") ?? -1) + 1
    let end = (characters[(range.lowerBound + count)...].firstIndex(of: "\n")).map { $0 + 1 }
    // Rows never reach over a line end, so those of other paragraphs are whole.
    let before = old.prefix { $0.upperBound <= start && $0 != last }
    var rows = Array(before)
    let middle = TextLayout.lineRanges(
      of: characters[start..<(end ?? characters.count)], width: max(1, next.width))
    rows += end == nil ? middle : middle.dropLast()
    if let end {
      let first = old.partitioningIndex { $0.lowerBound >= end - moved }
      rows += old[first...].map { ($0.lowerBound + moved)..<($0.upperBound + moved) }
    }
    next.rows = rows
    return TextRows(next)
  }
}

extension [Range<Int>] {
  /// The first index from which on a condition holds that, once true, stays true.
  func partitioningIndex(_ holds: (Range<Int>) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
