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
      for row in rows(sentence, indent) { lines.write(row + "\n") }
    }
  }

  /// A line that parts what was said from what comes.
  func pause() { lines.write("\n") }

  /// Asks; what is typed stands behind it.
  func ask(_ prompt: String) {
    lines.write(rows(TextLayout.sanitised(Speech.plain(prompt)), 0).joined(separator: "\n") + " ")
  }

  /// Puts what was typed behind its prompt, where nobody sees it there.
  func echo(_ typed: String) {
    if !lines.showsTyping { lines.write(TextLayout.sanitised(typed) + "\n") }
  }

  /// A sentence as so many lines as it takes; those after the first stand two spaces further in.
  private func rows(_ sentence: String, _ indent: Int) -> [String] {
    let start = String(repeating: " ", count: indent)
    guard let width = lines.width else { return [start + sentence] }
    let room = max(20, width - indent)
    guard let head = TextLayout.wrapped(sentence, to: room).first, head.count < sentence.count
    else {
      return [start + sentence]
    }
    let rest = String(sentence.dropFirst(head.count)).trimmed
    return [start + head] + TextLayout.wrapped(rest, to: room - 2).map { "\(start)  \($0)" }
  }
}
