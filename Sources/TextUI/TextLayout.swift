/// Measures, cuts and wraps text by what it takes on a screen.
public enum TextLayout {
  /// A grapheme cluster as it is drawn, and the columns it takes; zero for what cannot be seen.
  public static func displayForm(_ character: Character) -> (text: String, width: Int) {
    let form = DisplayForm(character)
    return (form.text, form.width)
  }

  /// Columns that the text takes when drawn on one line.
  public static func width(_ text: String) -> Int {
    if isASCII(text) { return text.utf8.count }
    return text.reduce(0) { $0 + width(of: $1) }
  }

  /// The text, shortened to at most `width` columns.
  ///
  /// A text that is cut ends at a word with `…`, or within its first word when that is too long by itself.
  public static func truncated(_ text: String, to width: Int) -> String {
    guard width > 0 else { return "" }
    if text.utf8.count <= width, isASCII(text) { return text }
    var columns = 0
    var fits = text.startIndex
    var wordEnd: String.Index?
    var previousIsSpace = true
    for index in text.indices {
      let character = text[index]
      if character == " ", !previousIsSpace, columns < width { wordEnd = index }
      previousIsSpace = character == " "
      columns += Self.width(of: character)
      if columns > width { return text[..<(wordEnd ?? fits)] + "…" }
      if columns < width { fits = text.index(after: index) }
    }
    return text
  }

  /// The text in exactly `width` columns: shortened like `truncated`, or filled with spaces.
  public static func padded(_ text: String, to width: Int) -> String {
    let short = truncated(text, to: width)
    return short + String(repeating: " ", count: max(0, width - Self.width(short)))
  }

  /// The text as lines of at most `width` columns, broken between words and at line ends.
  ///
  /// Words longer than a line are split. An empty text is one empty line. A character wider than the
  /// line stands alone on it.
  public static func wrapped(_ text: String, to width: Int) -> [String] {
    let characters = Array(text)
    return lineRanges(of: characters[...], width: width).map { range in
      let line = characters[range]
      let end = line.lastIndex { !$0.isNewline && $0 != " " }.map { $0 + 1 } ?? line.startIndex
      return String(line[..<end])
    }
  }

  /// The text with everything a terminal might act on made visible, for output outside a canvas.
  ///
  /// Line ends too: give it one line, a name or a sentence, not a whole document.
  public static func sanitised(_ text: String) -> String {
    text.reduce(into: "") { $0 += DisplayForm($1).text }
  }
}

extension TextLayout {
  /// Whether every byte is a printable ASCII character: then bytes, characters and columns are one.
  static func isASCII(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }

  static func width(of character: Character) -> Int {
    DisplayForm.isPlain(character) ? 1 : DisplayForm(character).width
  }

  /// The lines of wrapped text, as ranges of its characters that together cover all of it.
  ///
  /// A line's range holds the spaces or the line end that it broke at, so that every caret has a line.
  /// A text that ends with a line end has one more, empty line.
  static func lineRanges(of characters: ArraySlice<Character>, width: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = characters.startIndex
    var breakAfter: Int?
    var columns = 0
    var index = characters.startIndex
    while index < characters.endIndex {
      let character = characters[index]
      if character.isNewline {
        lines.append(start..<(index + 1))
        (start, breakAfter, columns) = (index + 1, nil, 0)
      } else {
        columns += Self.width(of: character)
        if character == " " {
          // Spaces hang over the edge: the line breaks after them.
          breakAfter = index + 1
        } else if columns > width, index > start {
          let end = breakAfter ?? index
          lines.append(start..<end)
          (start, breakAfter) = (end, nil)
          columns = characters[end...index].reduce(0) { $0 + Self.width(of: $1) }
        }
      }
      index += 1
    }
    lines.append(start..<characters.endIndex)
    return lines
  }
}
