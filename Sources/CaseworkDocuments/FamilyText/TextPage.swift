/// A plain text of a given width while it is written: headings, and paragraphs that wrap at words.
struct TextPage {
  /// Columns; every character counts as one.
  let width: Int
  private(set) var lines: [String] = []

  init(width: Int) {
    self.width = width
  }

  /// A heading with a line under it, and an empty line before it.
  mutating func heading(_ text: String) {
    if !lines.isEmpty { lines.append("") }
    let wrapped = wrap(visible(text), first: width, next: width)
    lines += wrapped
    lines.append(String(repeating: "-", count: wrapped.map(\.count).max() ?? 0))
  }

  mutating func emptyLine() { lines.append("") }

  /// A paragraph; nothing for an empty text.
  ///
  /// - Parameters:
  ///   - indent: spaces before each line.
  ///   - hanging: more of them before each line after the first.
  mutating func paragraph(_ text: String, indent: Int = 2, hanging: Int = 2) {
    var margin = indent
    for part in text.split(whereSeparator: \.isNewline) {
      let next = indent + hanging
      for line in wrap(visible(String(part)), first: width - margin, next: width - next) {
        lines.append(String(repeating: " ", count: margin) + line)
        margin = next
      }
    }
  }

  /// A label and what it says; nothing when it says nothing.
  mutating func entry(_ label: String, _ text: String, indent: Int = 2) {
    if !text.isEmpty { paragraph("\(label): \(text)", indent: indent) }
  }

  var text: String { lines.map { $0 + "\n" }.joined() }
}

/// The words of a text in lines of at most so many characters; a longer word is cut.
///
/// - Parameters:
///   - first: characters of the first line; at least 1 is taken.
///   - next: characters of the lines after it.
func wrap(_ text: String, first: Int, next: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ") {
    var rest = Substring(word)
    while !rest.isEmpty {
      let room = max(1, lines.isEmpty ? first : next)
      let used = line.isEmpty ? 0 : line.count + 1
      if used + rest.count <= room {
        line += (line.isEmpty ? "" : " ") + rest
        rest = ""
      } else if line.isEmpty {
        lines.append(String(rest.prefix(room)))
        rest = rest.dropFirst(room)
      } else {
        lines.append(line)
        line = ""
      }
    }
  }
  return line.isEmpty ? lines : lines + [line]
}
