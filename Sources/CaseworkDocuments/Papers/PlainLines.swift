/// The lines of a plain text fitted to a width: long ones go on below, under where their words begin;
/// of several empty lines one stays, and a space that holds words together becomes a plain one.
///
/// - Parameter width: columns; letters that are twice as wide count as two.
func fitted(_ text: String, to width: Int) -> String {
  var lines: [String] = []
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    let indent = line.prefix { $0 == " " }.count
    let words = line.dropFirst(indent)
    if words.isEmpty {
      if lines.last?.isEmpty == false { lines.append("") }
      continue
    }
    let hanging = indent + mark(of: words)
    var margin = indent
    for part in wrapped(String(words), first: width - indent, next: width - hanging) {
      lines.append(String(repeating: " ", count: margin) + part)
      margin = hanging
    }
  }
  while lines.last?.isEmpty == true { lines.removeLast() }
  return lines.map { String($0.map { $0 == "\u{a0}" ? " " : $0 }) + "\n" }.joined()
}

/// The columns of a mark before the words: `[ ] `, `12. `, `- `, `“`.
private func mark(of line: Substring) -> Int {
  for box in ["[ ] ", "[x] ", "[~] ", "- ", "“"] where line.hasPrefix(box) { return box.count }
  let digits = line.prefix { $0.isASCII && $0.isNumber }.count
  return digits > 0 && digits < 4 && line.dropFirst(digits).hasPrefix(". ") ? digits + 2 : 0
}

/// The words of a text in lines of at most so many columns; a longer word is cut.
func wrapped(_ text: String, first: Int, next: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var used = 0
  func room() -> Int { max(2, lines.isEmpty ? first : next) }
  for word in text.split(separator: " ") {
    let width = columns(word)
    if used > 0, used + 1 + width > room() {
      lines.append(line)
      (line, used) = ("", 0)
    }
    if used > 0 {
      line += " "
      used += 1
    }
    for character in word {
      let wide = columns(of: character)
      if used + wide > room() {
        lines.append(line)
        (line, used) = ("", 0)
      }
      line.append(character)
      used += wide
    }
  }
  return line.isEmpty ? lines : lines + [line]
}

/// How many columns of a fixed pitch a text takes.
func columns(_ text: some StringProtocol) -> Int { text.reduce(0) { $0 + columns(of: $1) } }

/// Two for the letters of East Asia and for pictures, one for all others.
private func columns(of character: Character) -> Int {
  character.unicodeScalars.contains { scalar in
    switch scalar.value {
    case ..<0x1100: false
    case 0x1100...0x115f, 0x2e80...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe0f,
      0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6, 0x1f000...0x1faff, 0x20000...0x3fffd:
      true
    default: scalar.properties.isEmojiPresentation
    }
  } ? 2 : 1
}
