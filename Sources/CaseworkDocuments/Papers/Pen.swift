import Casework

/// How words of people are written in one format, so that they stay words and command nothing.
///
/// HTML is escaped by its templates; JSON by its writer.
struct Pen {
  let format: PaperFormat

  /// A text as one line.
  func line(_ text: String) -> String {
    format == .json ? text : escaped(text.split(whereSeparator: \.isNewline).joined(separator: " "))
  }

  /// A name within a sentence of ours; one that runs from right to left does not turn the rest.
  func name(_ text: String) -> String {
    let line = line(text)
    guard format == .html, text.unicodeScalars.contains(where: runsFromRight) else { return line }
    return "\u{2068}\(line)\u{2069}"
  }

  /// `Fri 27 Nov 2026`, which stays on one line.
  func day(_ day: Day) -> String {
    switch format {
    case .html, .text: String(day.full.map { $0 == " " ? "\u{a0}" : $0 })
    case .markdown, .json: day.full
    }
  }

  /// The lines of a longer text, without empty ones.
  func paragraphs(_ text: String) -> [String] {
    if format == .json { return text.isEmpty ? [] : [text] }
    return text.split(whereSeparator: \.isNewline).map { escaped(String($0)) }
      .filter { !$0.allSatisfy(\.isWhitespace) }
  }

  /// Somebody's words in quotation marks.
  func quoted(_ text: String) -> [String] {
    var lines = paragraphs(text)
    guard format != .json, !lines.isEmpty else { return lines }
    lines[0] = "“" + lines[0]
    lines[lines.count - 1] += "”"
    return lines
  }

  /// Names in a sentence: `Kayla, Mum and Nan Rose`.
  func names(_ parties: [Party], of file: FamilyFile) -> String {
    let names = parties.map { name(file.name(of: $0)) }
    guard names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
  }

  private func escaped(_ text: String) -> String {
    let shown = visible(text)
    return format == .markdown ? markdown(shown) : shown
  }
}

/// Hebrew, Arabic and their neighbours.
private func runsFromRight(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x590...0x8ff, 0xfb1d...0xfdff, 0xfe70...0xfeff, 0x10800...0x10fff, 0x1e800...0x1efff: true
  default: false
  }
}

/// The text with a backslash before each mark that Markdown would obey, also the ones that only
/// count at the beginning of a line: `- `, `+ `, `1.`, `===`.
private func markdown(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  var isBeginning = true
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\", "`", "*", "_", "#", "[", "]", "<", ">", "&", "|", "~":
      result.append("\\")
    case "-", "+", "=":
      if isBeginning { result.append("\\") }
    case ".", ")":
      if isOnlyDigits(result) { result.append("\\") }
    default: break
    }
    result.append(scalar)
    if scalar != " " { isBeginning = false }
  }
  return String(result)
}

private func isOnlyDigits(_ scalars: String.UnicodeScalarView) -> Bool {
  let digits = scalars.drop { $0 == " " }
  return !digits.isEmpty && digits.allSatisfy { ("0"..."9").contains($0) }
}
