import Testing

@testable import TextUI

@Suite struct TextFieldTests {
  static func typed(_ text: String, multiline: Bool = false) -> TextField {
    var field = TextField(multiline: multiline)
    for character in text { _ = field.handle(.key(Key(character))) }
    return field
  }

  static func press(_ field: inout TextField, _ keys: Key...) {
    for key in keys { _ = field.handle(.key(key)) }
  }

  static func takes(_ field: inout TextField, _ event: Event) -> Bool { field.handle(event) }

  static let scripts = [
    "Дарья Петрова", "王小明 三岁", "عائلة محمد", "👨‍👩‍👧‍👦👍🏽🇬🇧", "Łódź ñandú", "नमस्ते", "한국어 가족",
    "e\u{301}a\u{308}",
  ]

  @Test(arguments: scripts) func `every script can be typed and taken back`(_ text: String) {
    var field = Self.typed(text)
    #expect(field.text == text)
    #expect(field.caret == text.count)

    for _ in text { Self.press(&field, .backspace) }

    #expect(field.text == "")
    #expect(field.caret == 0)
  }

  @Test(arguments: scripts) func `every script can be edited anywhere`(_ text: String) {
    for place in 0...text.count {
      var field = TextField(text)
      field.caret = place

      Self.press(&field, Key("-"))
      #expect(field.caret == place + 1)
      Self.press(&field, .backspace)

      #expect(field.text == text, "at \(place)")
      #expect(field.caret == place)
    }
  }

  @Test func `a mark typed after its letter joins it`() {
    var field = Self.typed("Zoe")

    Self.press(&field, Key("\u{308}"))

    #expect(field.text == "Zoë")
    #expect(field.caret == 3)
  }

  @Test func `an emoji that arrives in parts becomes one character`() {
    var field = TextField()

    for part in ["👨", "\u{200D}", "👩", "\u{200D}", "👧"] as [Character] {
      Self.press(&field, Key(part))
    }

    #expect(field.text == "👨‍👩‍👧")
    #expect(field.caret == 1)
    Self.press(&field, .backspace)
    #expect(field.text == "")
  }

  @Test func `what stood on both sides of a deleted letter may join`() {
    var field = TextField("🇬x🇧")
    field.caret = 1

    Self.press(&field, .delete)

    #expect(field.text == "🇬🇧")
    #expect(field.characters.count == 1)
    #expect(field.caret == 1)
  }

  @Test func `a paste of many pages into one line is no trouble`() {
    var field = TextField()
    let text = String(repeating: "Kayla — Zoë\n", count: 4000)

    _ = field.handle(.paste(text))
    for _ in 0..<5 { Self.press(&field, Key("x"), Key(" ")) }
    var canvas = Canvas(size: Size(width: 20, height: 1))
    field.draw(on: &canvas, in: Rect(x: 0, y: 0, width: 20, height: 1), focused: true)

    #expect(field.caret == 48_010)
    #expect(canvas.lines[0].contains("x x"))
  }

  @Test func `undo takes back a word at a time`() {
    var field = Self.typed("one two three")

    Self.press(&field, .control("_"))
    #expect(field.text == "one two ")
    Self.press(&field, .control("_"))
    #expect(field.text == "one ")
    Self.press(&field, .control("_"), .control("_"), .control("_"))
    #expect(field.text == "")
  }

  @Test func `a paste is one step`() {
    var field = TextField("ab")
    field.caret = 1

    _ = field.handle(.paste("one\ntwo"))
    #expect(field.text == "aone twob")
    #expect(field.caret == 8)
    Self.press(&field, .control("_"))

    #expect(field.text == "ab")
    #expect(field.caret == 1)
  }

  @Test func `words are moved over and killed`() {
    var field = TextField("Nan Rose's house")

    Self.press(&field, Key(.left, .alt))
    #expect(field.caret == 11)
    Self.press(&field, Key(.left, .control))
    #expect(field.caret == 4)
    Self.press(&field, .control("w"))
    #expect(field.text == "Rose's house")
    Self.press(&field, .control("e"), .control("y"))
    #expect(field.text == "Rose's houseNan ")
    Self.press(&field, .control("a"), Key(.right, .alt), .control("k"))
    #expect(field.text == "Rose's")
    Self.press(&field, .control("u"))
    #expect(field.text == "")
  }

  @Test func `one line leaves up, down and Enter to others`() {
    var field = TextField("one")

    #expect(!Self.takes(&field, .key(.up)))
    #expect(!Self.takes(&field, .key(.down)))
    #expect(!Self.takes(&field, .key(.enter)))
    #expect(!Self.takes(&field, .key(.tab)))
    #expect(!Self.takes(&field, .timeout))
  }

  @Test func `many lines keep the column while going up and down`() {
    var field = TextField("a long line\nab\nanother line", multiline: true)
    field.caret = 9

    Self.press(&field, .down)
    #expect(field.caret == 14)
    Self.press(&field, .down)
    #expect(field.caret == 15 + 9)
    Self.press(&field, .up, .up)
    #expect(field.caret == 9)
    Self.press(&field, .up)
    #expect(field.caret == 0)
    #expect(!Self.takes(&field, .key(.up)), "at the very start the form may take it")
  }

  @Test func `rows of wrapped text are moved over as they were drawn`() {
    var field = TextField("one two three four", multiline: true)
    var canvas = Canvas(size: Size(width: 8, height: 4))
    field.draw(on: &canvas, in: Rect(x: 0, y: 0, width: 8, height: 4), focused: true)
    field.caret = 1

    Self.press(&field, .down)

    #expect(canvas.lines == ["one two", "three", "four", ""])
    #expect(field.caret == 9)
    #expect(field.height(width: 8) == 3)
  }

  @Test func `home and end keep to the line`() {
    var field = TextField("one\ntwo", multiline: true)

    Self.press(&field, .home)
    #expect(field.caret == 4)
    Self.press(&field, Key(.home, .control), .end)
    #expect(field.caret == 3)
  }

  @Test func `a long line shows the part around the caret`() {
    let field = TextField("abcdefghijklmnop")
    var canvas = Canvas(size: Size(width: 8, height: 1))

    field.draw(on: &canvas, in: Rect(x: 0, y: 0, width: 8, height: 1), focused: true)

    #expect(canvas.cursor == Point(x: 4, y: 0))
    #expect(canvas.lines == ["mnop"])
  }

  @Test(arguments: scripts) func `the caret is always inside the field`(_ text: String) {
    for width in 1...12 {
      for multiline in [false, true] {
        var field = TextField(text + " " + text, multiline: multiline)
        for caret in 0...(text.count * 2 + 1) {
          field.caret = caret
          var canvas = Canvas(size: Size(width: width + 2, height: 4))

          field.draw(on: &canvas, in: Rect(x: 1, y: 1, width: width, height: 2), focused: true)

          let cursor = canvas.cursor ?? Point(x: -1, y: -1)
          #expect(Rect(x: 1, y: 1, width: width, height: 2).contains(cursor))
        }
      }
    }
  }

  @Test func `the caret stands where its character is drawn`() {
    var field = TextField("王小 ab\ncd", multiline: true)
    var canvas = Canvas(size: Size(width: 20, height: 3))
    let places = [0, 2, 4, 5, 6, 7, 0, 1, 2]
    for (caret, x) in places.enumerated() {
      field.caret = caret

      field.draw(on: &canvas, in: Rect(x: 0, y: 0, width: 20, height: 3), focused: true)

      #expect(canvas.cursor == Point(x: x, y: caret > 5 ? 1 : 0))
    }
  }

  @Test func `random editing keeps text and caret together`() {
    var random = SeededNumbers(seed: 5)
    let pieces: [Character] = [
      "a", " ", "王", "\u{301}", "\u{200D}", "👩", "🇬", "🇧", "👍", "🏽", "ا", "่",
    ]
    let keys: [Key] = [
      .left, .right, .home, .end, .backspace, .delete, .control("w"), .control("k"), .control("y"),
      .control("_"), Key(.left, .alt), .up, .down, .enter,
    ]
    var field = TextField(multiline: true)
    for _ in 0..<20_000 {
      if random.next(below: 3) > 0 {
        Self.press(&field, Key(pieces[random.next(below: pieces.count)]))
      } else {
        Self.press(&field, keys[random.next(below: keys.count)])
      }
      #expect((0...field.characters.count).contains(field.caret))
      if field.characters.count > 60 { field = TextField(multiline: true) }
    }
  }
}
