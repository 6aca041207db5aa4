/// A page in the language of man(7).
struct Roff {
  private(set) var text = ""
  /// Whether a heading was written last: a paragraph begins behind it by itself.
  private var isFresh = false

  /// A request with its words, each an argument: `.SH FILES`.
  mutating func request(_ name: String, _ words: String...) {
    let arguments = words.map { " \"\(Roff.escaped($0).replacing("\"", with: "\\(dq"))\"" }
    text += ".\(name)\(arguments.joined())\n"
  }

  /// The page's title; lines are not stretched, nor words parted.
  ///
  /// - Parameter day: as 2026-11-27, in plain digits and hyphens.
  mutating func title(_ name: String, _ day: String, _ source: String) {
    text += ".TH \(name) 1 \(day) \"\(source)\" \"User Commands\"\n.nh\n.ad l\n"
  }

  mutating func section(_ title: String) {
    request("SH", title)
    isFresh = true
  }

  mutating func part(_ title: String) {
    request("SS", title)
    isFresh = true
  }

  /// Parts what follows from what stands before it.
  private mutating func newParagraph() {
    if !isFresh { request("PP") }
    isFresh = false
  }

  /// Paragraphs, parted by blank lines; lines that begin with two blanks keep as they are.
  mutating func paragraphs(_ words: String) {
    for paragraph in words.split(separator: "\n\n") {
      let lines = paragraph.split(separator: "\n", omittingEmptySubsequences: false)
      newParagraph()
      if lines.allSatisfy({ $0.hasPrefix("  ") }) {
        request("nf")
        for line in lines { put(String(line)) }
        request("fi")
      } else {
        for line in lines { put(String(line)) }
      }
    }
  }

  /// A term, and what is said of it.
  mutating func entry(_ term: String, _ words: String) {
    isFresh = false
    text += ".TP\n\\fB\(Roff.escaped(term))\\fR\n"
    put(words)
  }

  /// A line whose parts are bold, slanted or plain.
  enum Part {
    case bold(String)
    case slanted(String)
    case plain(String)
  }

  mutating func line(_ parts: [Part]) {
    isFresh = false
    let written = parts.map { part in
      switch part {
      case .bold(let words): "\\fB\(Roff.escaped(words))\\fR"
      case .slanted(let words): "\\fI\(Roff.escaped(words))\\fR"
      case .plain(let words): Roff.escaped(words)
      }
    }
    text += Roff.guarded(written.joined()) + "\n"
  }

  /// Lines of the page are kept short: it fills them anew when it is read.
  private mutating func put(_ line: String) {
    var written = ""
    for word in line.split(separator: " ", omittingEmptySubsequences: false) {
      let next = Roff.escaped(String(word))
      if !written.isEmpty, written.count + next.count > 76, !line.hasPrefix(" ") {
        text += Roff.guarded(written) + "\n"
        written = next
      } else {
        written += written.isEmpty && word.startIndex == line.startIndex ? next : " " + next
      }
    }
    text += Roff.guarded(written) + "\n"
  }

  /// A line that begins like a request is none.
  private static func guarded(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }

  /// Words with everything that roff would read as its own, or that is not ASCII, written out.
  static func escaped(_ words: String) -> String {
    var escaped = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      case "`": escaped += "\\(ga"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      case _ where scalar.isASCII: escaped.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
      }
    }
    return escaped
  }
}
