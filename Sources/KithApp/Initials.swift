import TextUI

/// Shows names as initials, `Rose Duffy` as `R··· D····`, over a frame that is drawn already.
///
/// One place for every screen, form and sentence: nothing that is drawn can go round it. It covers every
/// word of a name that was read from the store, and within a sentence every other word that begins with
/// a capital as names do. A single unknown name at the beginning of a sentence it cannot tell.
struct Initials: Sendable {
  /// Whole names as they were read; taken apart when they are first needed.
  private var learnt: Set<String> = []
  private var words: Set<String> = []

  mutating func learn(_ name: String) {
    guard learnt.insert(name).inserted else { return }
    for word in name.split(whereSeparator: { !$0.isLetter })
    where word.count > 1 && !Initials.titles.contains(String(word)) {
      words.insert(String(word))
    }
  }

  /// Covers the names on a frame; every cell keeps its place and its style.
  func cover(_ canvas: inout Canvas) {
    for y in 0..<canvas.size.height {
      let found = FrameWord.all(in: canvas, y: y)
      for (index, word) in found.enumerated() where isName(word, before: next(index, found)) {
        for x in word.columns.dropFirst() { canvas.put("·", x: x, y: y, style: canvas[x, y].style) }
      }
    }
  }

  /// The word right behind another, one blank between them.
  private func next(_ index: Int, _ found: [FrameWord]) -> FrameWord? {
    found.indices.contains(index + 1) && found[index + 1].followsWord ? found[index + 1] : nil
  }

  private func isName(_ word: FrameWord, before next: FrameWord?) -> Bool {
    guard word.columns.count > 1, word.style != .key else { return false }
    if isKnown(word) { return true }
    guard !Initials.chrome.contains(word.style) else { return false }
    // `Femi` in “rang Femi”, both words of “Rose Duffy”.
    return word.looksLikeName && (word.followsWord || next?.looksLikeName == true)
  }

  private func isKnown(_ word: FrameWord) -> Bool {
    if words.contains(word.text) { return true }
    if word.isShouted { return words.contains { $0.uppercased() == word.text } }
    if word.isCut { return words.contains { $0.hasPrefix(word.text) } }
    // Scripts without capitals often write without blanks.
    return word.isUncased && words.contains { word.text.contains($0) }
  }

  /// Words of a name that tell nobody who somebody is.
  private static let titles: Set<String> = [
    "Mum", "Mam", "Mom", "Dad", "Nan", "Nana", "Gran", "Granny", "Grandma", "Grandad", "Grandpa",
    "Uncle", "Auntie", "Aunt", "Cousin", "Ms", "Mr", "Mrs", "Miss", "Dr", "Sir", "The", "Family",
  ]

  /// Words with a capital that are no names, unless somebody is called so.
  fileprivate static let plain: Set<String> = titles.union([
    "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Monday", "Tuesday", "Wednesday", "Thursday",
    "Friday", "Saturday", "Sunday", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep",
    "Oct", "Nov", "Dec", "January", "February", "March", "April", "June", "July", "August",
    "September", "October", "November", "December", "Enter", "Esc", "Tab", "Ctrl", "Shift", "Alt",
    "PgUp", "PgDn", "Home", "End", "Delete", "Backspace", "Space", "Today", "Families", "Reviews",
    "Progress", "More",
  ])

  /// Styles that only the program's own words have.
  private static let chrome: Set<Style> = [.key, .heading, .tabActive, .training, .rule, .marker]
}

/// A run of letters on one row of a frame.
private struct FrameWord {
  var text: String
  /// The columns of its letters.
  var columns: [Int]
  var style: Style
  /// Whether a word or a comma stands one blank before it: it does not begin a sentence.
  var followsWord: Bool
  /// Whether `…` stands right behind it.
  var isCut: Bool

  var isShouted: Bool { text.count > 1 && text.allSatisfy(\.isUppercase) }
  var isUncased: Bool { !text.contains(where: \.isCased) }

  var looksLikeName: Bool {
    guard let first = text.first, first.isUppercase, !isShouted, text.count > 1 else {
      return false
    }
    return !Initials.plain.contains(text)
  }

  static func all(in canvas: Canvas, y: Int) -> [FrameWord] {
    var found: [FrameWord] = []
    var x = 0
    while x < canvas.size.width {
      guard canvas[x, y].text.first?.isLetter == true else {
        x += 1
        continue
      }
      var word = FrameWord(
        text: "", columns: [], style: canvas[x, y].style, followsWord: follows(x, y, canvas),
        isCut: false)
      while x < canvas.size.width, canvas[x, y].text.first?.isLetter == true {
        word.text += canvas[x, y].text
        word.columns.append(x)
        x += max(1, canvas[x, y].width)
      }
      word.isCut = canvas[x, y].text == "…"
      found.append(word)
    }
    return found
  }

  private static func follows(_ x: Int, _ y: Int, _ canvas: Canvas) -> Bool {
    guard x > 1, canvas[x - 1, y].isBlank, let before = canvas[x - 2, y].text.first else {
      return false
    }
    return before.isLetter || before == "," || before == "·" && canvas[x - 3, y].text == "·"
  }
}
