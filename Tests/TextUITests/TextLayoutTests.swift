import Testing

@testable import TextUI

@Suite struct TextLayoutTests {
  static let forms: [(Character, String, Int)] = [
    ("a", "a", 1), ("é", "é", 1), ("e\u{301}", "é", 1), ("王", "王", 2), ("ש", "ש", 1),
    ("👨‍👩‍👧‍👦", "👨", 2), ("👍🏽", "👍", 2), ("⚠️", "⚠", 1), ("🇬🇧", "🇬🇧", 2), ("🧑‍🌾", "🧑", 2),
    ("1️⃣", "1", 1), ("❤️", "❤", 1), ("🏽", "🏽", 2),
    ("\u{1FAE8}", "\u{FFFD}", 1), ("\u{E33}", "\u{E33}", 1), ("กำ", "กำ", 2),
    ("\u{1112}\u{1161}\u{11AB}", "한", 2), ("\u{301}", "\u{25CC}\u{301}", 1),
    ("\u{1B}", "\u{241B}", 1), ("\n", "\u{240A}", 1), ("\r\n", "\u{240A}", 1),
    ("\t", "\u{2409}", 1),
    ("\u{7F}", "\u{FFFD}", 1), ("\u{9B}", "\u{FFFD}", 1), ("\u{2028}", "\u{FFFD}", 1),
    ("\u{AD}", "", 0), ("\u{202E}", "", 0), ("\u{200B}", "", 0), ("\u{200D}", "", 0),
    ("\u{FEFF}", "", 0), ("\u{FFF9}", "", 0), ("\u{E0041}", "", 0), ("\u{2066}", "", 0),
    ("\u{61C}", "", 0), ("▌", "▌", 1), ("●", "●", 1), ("⣀", "⣀", 1),
    ("a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "á\u{302}\u{303}\u{304}\u{305}", 1),
  ]

  @Test(arguments: forms)
  func `each cluster is drawn as what every terminal agrees on`(
    _ character: Character, _ text: String, _ width: Int
  ) {
    let form = TextLayout.displayForm(character)

    #expect(Array(form.text.unicodeScalars) == Array(text.unicodeScalars))
    #expect(form.width == width)
  }

  @Test func `any scalar's form is as wide as what is put on a canvas`() {
    var random = SeededNumbers(seed: 11)
    for _ in 0..<20_000 {
      guard let scalar = Unicode.Scalar(UInt32(random.next(below: 0x110000))) else { continue }
      let character = Character(scalar)
      var canvas = Canvas(size: Size(width: 6, height: 1))

      let used = canvas.put(String(character) + "|", x: 0, y: 0)

      #expect(used == TextLayout.width(String(character)) + 1)
      #expect(canvas[used - 1, 0].text == "|")
      let isHarmless = !TextLayout.displayForm(character).text.unicodeScalars.contains {
        $0.value < 0x20 || (0x7F..<0xA0).contains($0.value)
          || $0.properties.isDefaultIgnorableCodePoint
      }
      #expect(isHarmless, "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test func `a long text ends at a word`() {
    #expect(TextLayout.truncated("Getting to school on time", to: 12) == "Getting to…")
    #expect(TextLayout.truncated("Getting to school on time", to: 11) == "Getting to…")
    #expect(TextLayout.truncated("Getting to school on time", to: 10) == "Getting…")
    #expect(TextLayout.truncated("Getting", to: 7) == "Getting")
    #expect(TextLayout.truncated("Getting", to: 6) == "Getti…")
    #expect(TextLayout.truncated("王王王", to: 4) == "王…")
    #expect(TextLayout.truncated("Getting", to: 1) == "…")
    #expect(TextLayout.truncated("Getting", to: 0) == "")
    #expect(TextLayout.truncated("", to: 3) == "")
  }

  @Test func `a truncated or padded text keeps to its width`() {
    let text = "Zoë 王小明 👨‍👩‍👧‍👦 Łódź и Anna-Maria\u{202E} الأسرة"
    for width in 0...40 {
      #expect(TextLayout.width(TextLayout.truncated(text, to: width)) <= width)
      #expect(TextLayout.width(TextLayout.padded(text, to: width)) == width)
    }
  }

  @Test func `wrapped text breaks between words`() {
    #expect(TextLayout.wrapped("one two three", to: 7) == ["one two", "three"])
    #expect(TextLayout.wrapped("one\n\ntwo", to: 7) == ["one", "", "two"])
    #expect(TextLayout.wrapped("one\r\ntwo\n", to: 7) == ["one", "two", ""])
    #expect(TextLayout.wrapped("abcdefgh ij", to: 4) == ["abcd", "efgh", "ij"])
    #expect(TextLayout.wrapped("王小明王", to: 5) == ["王小", "明王"])
    #expect(TextLayout.wrapped("王", to: 1) == ["王"])
    #expect(TextLayout.wrapped("", to: 4) == [""])
    #expect(TextLayout.wrapped("a  b", to: 1) == ["a", "b"])
    #expect(TextLayout.wrapped("ab", to: 0).count == 2)
  }

  @Test func `wrapped lines fit and lose no word`() {
    let text = "Kayla up and dressed when I came. 王小明 talked about the science trip; wants to go."
    for width in 2...50 {
      let lines = TextLayout.wrapped(text, to: width)

      #expect(lines.allSatisfy { TextLayout.width($0) <= width }, "at \(width)")
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " }, "at \(width)")
    }
  }

  @Test func `sanitised text can move no cursor`() {
    let name = "A\u{1B}]0;pwn\u{07}\u{1B}[2J\u{9B}31m\u{202E}\n"

    #expect(TextLayout.sanitised(name) == "A␛]0;pwn␇␛[2J\u{FFFD}31m␊")
  }
}
