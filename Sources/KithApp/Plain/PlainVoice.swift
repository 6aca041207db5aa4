import TextUI

/// What is said in plain mode: one fact a line, broken between words, nothing a terminal acts on.
@MainActor
struct PlainVoice {
  let lines: any LineTerminal

  /// Says one thing; what goes over the width goes on further in.
  ///
  /// - Parameter indent: how many spaces the whole of it stands in.
  func say(_ text: String, indent: Int = 0) {
    for part in text.split(separator: "\n", omittingEmptySubsequences: true) {
      let sentence = TextLayout.sanitised(Speech.plain(String(part)))
      guard !sentence.isEmpty else { continue }
      let start = String(repeating: " ", count: indent)
      guard let width = lines.width else {
        lines.write(start + sentence + "\n")
        continue
      }
      let hanging = String(repeating: " ", count: indent + 2)
      for (index, row) in wrapped(sentence, first: width - indent, later: width - indent - 2)
        .enumerated()
      {
        lines.write((index == 0 ? start : hanging) + row + "\n")
      }
    }
  }

  /// A line that parts what was said from what comes.
  func pause() { lines.write("\n") }

  /// Asks; what is typed stands behind it.
  func ask(_ prompt: String) {
    lines.write(TextLayout.sanitised(Speech.plain(prompt)) + " ")
  }

  /// Puts what was typed behind its prompt, where nobody sees it there.
  func echo(_ typed: String) {
    if !lines.showsTyping { lines.write(TextLayout.sanitised(typed) + "\n") }
  }

  private func wrapped(_ text: String, first: Int, later: Int) -> [String] {
    let rows = TextLayout.wrapped(text, to: max(20, first))
    guard rows.count > 1, let head = rows.first else { return rows }
    let rest = String(text.dropFirst(head.count)).trimmed
    return [head] + TextLayout.wrapped(rest, to: max(20, later))
  }
}
