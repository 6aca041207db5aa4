import TextUI

/// What somebody does at the keyboard, written down: one key a word.
///
/// `2 / "duff" Enter` presses 2 and /, types four letters, and presses Enter. Beside keys there are
/// a few words for what is no key, each a case of `Step`. From `#` to the end of a line is a remark.
public struct ReplayScript: Equatable, Sendable {
  public var steps: [PlacedStep] = []

  public struct PlacedStep: Equatable, Sendable {
    public var step: Step
    /// As it is written.
    public var text: String
    /// From 1.
    public var line: Int
  }

  public enum Step: Equatable, Sendable {
    case key(Key)
    /// `"Getting to school"`: typed, all of it at once.
    case type(String)
    /// `paste "…"`: pasted in one piece.
    case paste(String)
    /// `click "Families"`, `doubleclick "Duffy"`: on the first place where the screen says so.
    case click(String, count: Int)
    /// `wheel down`, over the middle of the screen.
    case wheel(isUp: Bool)
    /// `size 60x16`
    case resize(Size)
    /// `expect "Duffy"`: the screen must say so.
    case expect(String)
    /// `refuse "Duffy"`: the screen must not.
    case refuse(String)
    /// `wait 10m`: so much time goes by; `wait` alone is five seconds.
    case wait(milliseconds: Int64)
    /// `dump "the plan"`: writes the frame down under a name.
    case dump(String)
    /// `restart`: leaves, and opens kith anew on the same store.
    case restart
  }

  /// What is wrong with a script, each with its line.
  public struct Faults: Error, Equatable {
    public var all: [(line: Int, sentence: String)]

    public static func == (left: Faults, right: Faults) -> Bool {
      left.all.elementsEqual(right.all) { $0 == $1 }
    }
  }

  /// - Throws: every fault that is in it.
  public init(_ text: String) throws(Faults) {
    var reader = ReplayReader(text)
    while let step = reader.next() { steps.append(step) }
    guard reader.faults.isEmpty else { throw Faults(all: reader.faults) }
  }

  /// The words that are no keys, each with what stands behind it and what it does, for the help.
  public static let words: [(form: String, meaning: String)] = [
    ("\"text\"", "types the text"),
    ("Down*3", "presses a key so many times"),
    ("paste \"text\"", "pastes it in one piece; \\n is a new line"),
    ("click \"text\"", "clicks where the screen says so; doubleclick opens"),
    ("wheel down", "turns the mouse's wheel; wheel up"),
    ("size 60x16", "makes the window so many columns by lines"),
    ("expect \"text\"", "fails unless the screen says so"),
    ("refuse \"text\"", "fails if the screen says so"),
    ("wait 10m", "lets time go by: s, m, h or d; alone, five seconds"),
    ("dump \"name\"", "writes the frame down"),
    ("restart", "leaves, and opens kith anew on the same caseload"),
    ("# …", "a remark, to the end of the line"),
  ]
}

/// Reads a script step by step.
struct ReplayReader {
  private(set) var faults: [(line: Int, sentence: String)] = []
  private var rest: Substring
  private var line = 1
  /// More presses of the key that was read last.
  private var again: (ReplayScript.PlacedStep, count: Int)?

  private enum Word {
    case bare(String)
    case quoted(String)
  }

  init(_ text: String) {
    rest = text[...]
  }

  /// The next step that is right; nil at the end. What is not right is among the faults.
  mutating func next() -> ReplayScript.PlacedStep? {
    if let (step, count) = again {
      again = count > 1 ? (step, count - 1) : nil
      return step
    }
    while true {
      skipBlanks()
      let start = line
      guard let word = nextWord() else { return nil }
      switch word {
      case .quoted(let text): return placed(.type(text), quoted(text), start)
      case .bare(let text): if let step = step(text, start) { return step }
      }
    }
  }

  private mutating func step(_ word: String, _ start: Int) -> ReplayScript.PlacedStep? {
    switch word.lowercased() {
    case _ where word.count == 1: return pressed(word, start)
    case "paste": return withText(word, start) { .paste($0) }
    case "click": return withText(word, start) { .click($0, count: 1) }
    case "doubleclick": return withText(word, start) { .click($0, count: 2) }
    case "expect": return withText(word, start) { .expect($0) }
    case "refuse": return withText(word, start) { .refuse($0) }
    case "dump": return withText(word, start) { .dump($0) }
    case "restart": return placed(.restart, word, start)
    case "wheel": return wheel(start)
    case "size": return resized(start)
    case "wait": return waited(start)
    default: return pressed(word, start)
    }
  }

  // MARK: Steps

  private mutating func pressed(_ word: String, _ start: Int) -> ReplayScript.PlacedStep? {
    if let key = Key(named: word) { return placed(.key(key), word, start) }
    if let star = word.lastIndex(of: "*"), let key = Key(named: String(word[..<star])),
      let count = Int(word[word.index(after: star)...]), (1...9999).contains(count)
    {
      let step = placed(.key(key), String(word[..<star]), start)
      again = count > 1 ? (step, count - 1) : nil
      return step
    }
    fault(
      start,
      "“\(word)” is no key and no other word of a replay. To type it, put it in quotes: "
        + quoted(word))
    return nil
  }

  private mutating func withText(
    _ word: String, _ start: Int, _ make: (String) -> ReplayScript.Step
  ) -> ReplayScript.PlacedStep? {
    let before = (rest, line)
    guard case .quoted(let text)? = nextWord(), !text.isEmpty else {
      (rest, line) = before
      fault(start, "Behind “\(word)” a text in quotes is missing: \(word) \"…\"")
      return nil
    }
    return placed(make(text), "\(word) \(quoted(text))", start)
  }

  private mutating func wheel(_ start: Int) -> ReplayScript.PlacedStep? {
    switch bareArgument() {
    case "up": return placed(.wheel(isUp: true), "wheel up", start)
    case "down": return placed(.wheel(isUp: false), "wheel down", start)
    default:
      fault(start, "Behind “wheel” stands “up” or “down”.")
      return nil
    }
  }

  private mutating func resized(_ start: Int) -> ReplayScript.PlacedStep? {
    let text = bareArgument() ?? ""
    guard let size = Size(written: text) else {
      fault(start, "Behind “size” stand columns and lines, like 80x24, from 1x1 to 500x200.")
      return nil
    }
    return placed(.resize(size), "size \(text)", start)
  }

  private mutating func waited(_ start: Int) -> ReplayScript.PlacedStep? {
    let before = (rest, line)
    let units: [Character: Int64] = ["s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000]
    if let text = bareArgument(), let last = text.last, let unit = units[last],
      let count = Int64(text.dropLast()), (1...100_000).contains(count)
    {
      return placed(.wait(milliseconds: count * unit), "wait \(text)", start)
    }
    (rest, line) = before
    return placed(.wait(milliseconds: 5000), "wait", start)
  }

  private mutating func bareArgument() -> String? {
    guard case .bare(let text)? = nextWord() else { return nil }
    return text
  }

  private func placed(
    _ step: ReplayScript.Step, _ text: String, _ line: Int
  ) -> ReplayScript.PlacedStep {
    ReplayScript.PlacedStep(step: step, text: text, line: line)
  }

  private mutating func fault(_ line: Int, _ sentence: String) {
    faults.append((line, sentence))
  }

  private func quoted(_ text: String) -> String {
    let inside = text.map { character in
      switch character {
      case "\"", "\\": "\\\(character)"
      case "\n": "\\n"
      default: String(character)
      }
    }
    return "\"\(inside.joined())\""
  }

  // MARK: Words

  private mutating func nextWord() -> Word? {
    skipBlanks()
    guard let first = rest.first else { return nil }
    if first == "\"" { return .quoted(readQuoted()) }
    let word = rest.prefix { !$0.isWhitespace }
    rest = rest.dropFirst(word.count)
    return .bare(String(word))
  }

  private mutating func skipBlanks() {
    while let first = rest.first {
      if first == "#" {
        rest = rest.drop { !$0.isNewline }
      } else if first.isWhitespace {
        if first.isNewline { line += 1 }
        rest.removeFirst()
      } else {
        return
      }
    }
  }

  private mutating func readQuoted() -> String {
    let start = line
    var text = ""
    rest.removeFirst()
    while let character = rest.popFirst() {
      switch character {
      case "\"": return text
      case "\\":
        guard let next = rest.popFirst() else { break }
        text.append(next == "n" ? "\n" : next)
      default:
        if character.isNewline { line += 1 }
        text.append(character)
      }
    }
    fault(start, "This text has no closing quote.")
    return text
  }
}

extension Size {
  /// Reads `80x24`: columns by lines, from 1x1 to 500x200; nil for anything else.
  public init?(written text: String) {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1],
      (1...500).contains(width), (1...200).contains(height)
    else { return nil }
    self.init(width: width, height: height)
  }
}
