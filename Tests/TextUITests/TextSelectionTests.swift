import Testing

@testable import TextUI

/// Selecting, cutting and putting back; taking back and typing again.
@Suite struct TextSelectionTests {
  static func field(_ text: String, _ keys: Key..., multiline: Bool = false) -> TextField {
    var field = TextField(text, multiline: multiline)
    for key in keys { _ = field.handle(.key(key)) }
    return field
  }

  static func alt(_ letter: Character) -> Key { Key(.character(letter), .alt) }

  @Test func `Shift and arrows select, and a letter takes the place of it`() {
    var field = Self.field(
      "Nan Rose", Key(.left, [.shift, .control]), Key(.left, .shift))

    #expect(field.selection == 3..<8)
    _ = field.handle(.key(Key("!")))

    #expect(field.text == "Nan!")
    _ = field.handle(.key(.control("_")))
    #expect(field.text == "Nan Rose", "typing over it is one step")
  }

  @Test func `without Shift, Ctrl-Space selects from here on`() {
    var field = Self.field("Nan Rose", .control("a"), .control(" "), Self.alt("f"))

    #expect(field.selection == 0..<3)
    _ = field.handle(.key(.control("w")))
    #expect(field.text == " Rose")
    _ = field.handle(.key(.control("e")))
    _ = field.handle(.key(.control("y")))

    #expect(field.text == " RoseNan")
    #expect(field.selection == nil)
  }

  @Test func `moving without Shift drops the selection and goes to its edge`() {
    let left = Self.field("Nan Rose", Key(.home, .shift), .right)
    let right = Self.field("Nan Rose", Key(.home, .shift), .left)

    #expect(left.selection == nil && left.caret == 8)
    #expect(right.selection == nil && right.caret == 0)
  }

  @Test func `Backspace takes what is selected`() {
    #expect(Self.field("Nan Rose", Key(.home, .shift), .backspace).text == "")
    #expect(Self.field("Nan Rose", .home, Key(.right, .shift), .delete).text == "an Rose")
  }

  @Test func `what is copied is put back twice`() {
    let field = Self.field(
      "ha", Key(.home, .shift), Self.alt("w"), .end, .control("y"), .control("y"))

    #expect(field.text == "hahaha")
  }

  @Test func `cuts one after the other come back as one`() {
    var field = Self.field("one\ntwo\nthree", Key(.home, .control), multiline: true)
    for _ in 0..<4 { _ = field.handle(.key(.control("k"))) }
    #expect(field.text == "three")

    _ = field.handle(.key(.control("y")))

    #expect(field.text == "one\ntwo\nthree")
  }

  @Test func `Alt and letters move over words and cut them`() {
    var field = Self.field("Nan Rose's house", Self.alt("b"), Self.alt("b"), Self.alt("d"))

    #expect(field.text == "Nan  house")
    #expect(field.caret == 4)
    _ = field.handle(.key(Key(.backspace, .alt)))
    #expect(field.text == " house")
  }

  @Test func `what was taken back is typed again, until something new is typed`() {
    var field = Self.field("")
    for letter in "one two" { _ = field.handle(.key(Key(letter))) }
    _ = field.handle(.key(.control("_")))
    #expect(field.text == "one " && field.canRedo)

    _ = field.handle(.key(.control("r")))
    #expect(field.text == "one two" && field.caret == 7)
    _ = field.handle(.key(.control("_")))
    _ = field.handle(.key(Key("x")))

    #expect(!field.canRedo)
    let isTaken = field.handle(.key(.control("r")))
    #expect(!isTaken, "with nothing to do again the key is free")
  }

  @Test func `after a rest, what is typed is a step of its own`() {
    var field = Self.field("")
    for letter in "morn" { _ = field.handle(.key(Key(letter))) }
    field.rest()
    for letter in "ings" { _ = field.handle(.key(Key(letter))) }

    _ = field.handle(.key(.control("_")))

    #expect(field.text == "morn")
  }

  @Test func `a long text without gaps is taken back in parts`() {
    var field = Self.field("")
    for _ in 0..<100 { _ = field.handle(.key(Key("家"))) }

    _ = field.handle(.key(.control("_")))

    #expect(field.text.count > 50 && field.text.count < 100)
  }

  @Test func `Home goes to the row, and again to the line`() {
    var field = TextField("one two three four", multiline: true)
    var canvas = Canvas(size: Size(width: 8, height: 4))
    field.draw(on: &canvas, in: Rect(x: 0, y: 0, width: 8, height: 4), focused: true)
    field.caret = 10

    _ = field.handle(.key(.home))
    #expect(field.caret == 8)
    _ = field.handle(.key(.home))
    #expect(field.caret == 0)
    _ = field.handle(.key(.end))
    #expect(field.caret == 7)
    _ = field.handle(.key(.end))
    #expect(field.caret == 18)
  }

  @Test func `a page is as many rows as are shown`() {
    var field = TextField((1...30).map { "\($0)" }.joined(separator: "\n"), multiline: true)
    var canvas = Canvas(size: Size(width: 8, height: 11))
    field.draw(on: &canvas, in: Rect(x: 0, y: 0, width: 8, height: 11), focused: true)

    _ = field.handle(.key(.pageUp))

    #expect(field.text.prefix(field.caret).split(separator: "\n").count == 20)
  }

  @Test func `what is selected shows, and the cursor stays at the caret`() {
    let field = Self.field("Nan Rose", Key(.left, [.shift, .control]))
    var canvas = Canvas(size: Size(width: 12, height: 1))

    field.draw(on: &canvas, in: Rect(x: 0, y: 0, width: 12, height: 1), focused: true)

    #expect(
      (0..<12).map { canvas[$0, 0].style == .selection } == (0..<12).map { (4..<8).contains($0) })
    #expect(canvas.cursor == Point(x: 4, y: 0))
    #expect(canvas.lines == ["Nan Rose"])
  }

  @Test func `no key of a text is one of its form`() {
    let ofForms: Set<Key> = [
      .control("s"), .control("n"), .control("g"), .control("c"), .control("l"), .control("z"),
      .control("x"), .control("p"), .tab, .backTab, .escape,
    ]
    let own = TextField.keys.flatMap(\.keys)

    #expect(ofForms.isDisjoint(with: own))
    #expect(Set(own).count == own.count, "each key stands once")
  }

  @Test func `what is cut in one field of a form is put back in another`() {
    var form = Form(
      title: "",
      fields: [
        FormField(id: "a", label: "", kind: .area(lines: 2), raw: "one\ntwo"),
        FormField(id: "b", label: "", kind: .line),
      ])
    for key in [.control("u"), .control("u"), .backspace, .control("w"), .tab, .control("y")]
      as [Key]
    {
      _ = form.handle(.key(key))
    }

    #expect(form["b"] == "one")
  }
}
