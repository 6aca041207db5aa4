import Testing

@testable import TextUI

@Suite struct FormTests {
  static let people = ["Kayla Duffy", "Mum", "Nan Rose", "Uncle Joe", "Ms Grant", "Zoë"].map {
    Choice(id: $0.lowercased(), label: $0)
  }

  static func form() -> Form {
    Form(
      title: "New goal",
      fields: [
        FormField(id: "words", label: "In their words", kind: .line),
        FormField(id: "whose", label: "Whose", kind: .choice(people)),
        FormField(id: "helps", label: "Who helps", kind: .choices(people)),
        FormField(id: "more", label: "More", kind: .area(lines: 3)),
        FormField(id: "now", label: "Now", kind: .scale),
        FormField(id: "agreed", label: "Agreed", kind: .toggle),
        FormField(id: "again", label: "Look again", kind: .line),
      ])
  }

  @discardableResult
  static func press(_ form: inout Form, _ keys: Key...) -> Form.Outcome {
    var outcome = Form.Outcome.ignored
    for key in keys { outcome = form.handle(.key(key)) }
    return outcome
  }

  @Test func `Tab and Shift-Tab visit every field and come round`() {
    var form = Self.form()
    var visited: [Int] = []

    for _ in form.fields {
      visited.append(form.focus)
      Self.press(&form, .tab)
    }

    #expect(visited == Array(0..<7))
    #expect(form.focus == 0)
    #expect(Self.press(&form, .backTab) == .moved)
    #expect(form.focus == 6)
    Self.press(&form, .tab, .tab, .backTab)
    #expect(form.focus == 0)
  }

  @Test func `Enter goes on, and saves from a last field of one line`() {
    var form = Self.form()

    #expect(Self.press(&form, .enter) == .moved)
    form.focus(on: "again")
    #expect(Self.press(&form, .enter) == .save)
  }

  @Test func `Enter in an area is a new line, even in the last field`() {
    var form = Form(title: "", fields: [FormField(id: "a", label: "", kind: .area(lines: 2))])

    #expect(Self.press(&form, Key("x"), .enter) == .changed)
    #expect(form["a"] == "x\n")
    #expect(Self.press(&form, .control("s")) == .save)
  }

  @Test func `Esc and going back are free whatever is wrong`() {
    var form = Self.form()
    form.showErrors(["now": "Say where it stands."])

    #expect(form.focus == 4)
    #expect(Self.press(&form, .backTab) == .moved)
    #expect(Self.press(&form, .escape) == .close)
    #expect(form.fields[4].error == "Say where it stands.")
  }

  @Test func `changing a value takes its error away`() {
    var form = Self.form()
    form.showErrors(["now": "Say where it stands.", "words": "Say it."])
    #expect(form.focus == 0)

    Self.press(&form, Key("T"))

    #expect(form.fields[0].error == nil)
    #expect(form.fields[4].error != nil)
  }

  @Test func `letters are text in a line`() {
    var form = Self.form()

    for key in ["1", " ", "q", "?"] as [Character] {
      #expect(Self.press(&form, Key(key)) == .changed)
    }

    #expect(form["words"] == "1 q?")
    #expect(Self.press(&form, .left) == .moved)
  }

  @Test func `a scale takes digits, plus, one and nought, and arrows`() {
    var form = Self.form()
    form.focus(on: "now")
    var seen: [String] = []
    for key in [Key("7"), Key("+"), .left, Key("1"), Key("0"), .backspace, Key("0"), .left, .right]
    {
      Self.press(&form, key)
      seen.append(form["now"])
    }

    #expect(seen == ["7", "10", "9", "1", "10", "", "0", "0", "1"])
    #expect(Self.press(&form, Key("x")) == .ignored)
    #expect(Self.press(&form, Key("0")) == .changed)
    #expect(form["now"] == "0")
  }

  @Test func `a choice cycles and jumps to what is typed`() {
    var form = Self.form()
    form.focus(on: "whose")
    var seen: [String] = []
    for key in [.right, .right, .left, .left, Key(" "), Key("n"), Key("a"), Key("m"), Key("s")]
      as [Key]
    {
      Self.press(&form, key)
      seen.append(form["whose"])
    }

    #expect(
      seen == [
        "kayla duffy", "mum", "kayla duffy", "zoë", "kayla duffy", "nan rose", "nan rose", "mum",
        "ms grant",
      ])
    Self.press(&form, .tab, .backTab, Key("z"), Key("o"), Key("e"))
    #expect(form["whose"] == "zoë")
    Self.press(&form, .tab, .backTab, Key("r"))
    #expect(form["whose"] == "nan rose", "a later word of a label is found too")
    Self.press(&form, .backspace)
    #expect(form["whose"] == "nan rose", "first the letter goes")
    Self.press(&form, .backspace)
    #expect(form["whose"] == "")
  }

  @Test func `several choices are kept in their own order`() {
    var form = Self.form()
    form.focus(on: "helps")

    Self.press(&form, .right, .right, Key(" "), .home, Key(" "), Key("m"), Key(" "))
    #expect(form["helps"] == "kayla duffy,mum,nan rose")
    Self.press(&form, Key(" "))

    #expect(form["helps"] == "kayla duffy,nan rose")
  }

  @Test func `yes and no`() {
    var form = Self.form()
    form.focus(on: "agreed")
    var seen: [String] = []
    for key in [Key(" "), Key(" "), Key("y"), Key("n"), .backspace] {
      Self.press(&form, key)
      seen.append(form["agreed"])
    }

    #expect(seen == ["yes", "no", "yes", "no", ""])
  }

  @Test func `a completion is taken with the right arrow at the end`() {
    var form = Form(
      title: "",
      fields: [
        FormField(
          id: "school", label: "School", kind: .line,
          completions: ["Carlton School", "Kentish Town School"])
      ])

    Self.press(&form, Key("c"), Key("a"))
    #expect(form.fields[0].completion?.text == "Carlton School")
    Self.press(&form, .right)
    #expect(form["school"] == "Carlton School")
    form["school"] = ""
    Self.press(&form, Key("t"), Key("o"), Key("w"), .end)
    #expect(form["school"] == "Kentish Town School")
    form["school"] = "Ken"
    Self.press(&form, .left, .right)
    #expect(form["school"] == "Ken", "in the middle the arrow only moves")
  }

  @Test func `a draft is what was typed, valid or not`() {
    var form = Self.form()
    form["words"] = "Time"
    form["now"] = "44"
    form["whose"] = "someone who left"

    var other = Self.form()
    other.restore(form.values)
    other["nobody"] = "nothing"

    #expect(other.values == form.values)
    #expect(other["nobody"] == "")
  }

  @Test func `a field that becomes another kind keeps its value`() {
    var field = FormField(id: "a", label: "", kind: .line, raw: "mum")

    field.kind = .choice(Self.people)
    #expect(field.raw == "mum")
    field.kind = .area(lines: 2)
    #expect(field.raw == "mum")
  }

  @Test func `random keys at random sizes break nothing`() {
    var random = SeededNumbers(seed: 9)
    let keys: [Key] = [
      .tab, .backTab, .enter, .up, .down, .left, .right, .home, .end, .backspace, .delete, .pageUp,
      .pageDown, Key(" "), Key("k"), Key("7"), Key("+"), Key("王"), .control("_"), .control("k"),
      .control("y"), Key("\u{301}"),
    ]
    var form = Self.form()
    form.fields[0].completions = ["Kayla Duffy", "王小明 and others"]
    for _ in 0..<400 {
      _ = form.handle(.key(keys[random.next(below: keys.count)]))
      let size = Size(width: random.next(below: 90), height: random.next(below: 26))
      var canvas = Canvas(size: size)

      form.draw(over: &canvas)

      #expect(form.fields.indices.contains(form.focus))
      #expect(CanvasTests.isWhole(canvas))
      if let cursor = canvas.cursor, size.width > 0, size.height > 0 {
        #expect(Rect(x: 0, y: 0, width: size.width, height: size.height).contains(cursor))
      }
    }
  }

  static let sizes = [
    (80, 24), (60, 16), (40, 10), (120, 40), (30, 8), (20, 6), (10, 5), (5, 3), (4, 2), (1, 1),
    (0, 0),
    (500, 200), (80, 4), (6, 60),
  ]

  @Test(arguments: sizes)
  func `at every size the cursor rests on the focused field`(_ width: Int, _ height: Int) {
    var form = Self.form()
    form["more"] = "A first line that is long enough to be wrapped.\nAnd a second one, 王小明."
    form.fields[6].note = "→ Sat 2 Jan 2027"
    form.showErrors([
      "now": "Say where it stands now, so that it can be compared.", "words": "Say it.",
    ])
    for field in form.fields {
      form.focus(on: field.id)
      var canvas = Canvas(size: Size(width: width, height: height))

      form.draw(over: &canvas)

      guard width > 0, height > 0 else { continue }
      let cursor = canvas.cursor ?? Point(x: -1, y: -1)
      #expect(Rect(x: 0, y: 0, width: width, height: height).contains(cursor), "\(field.id)")
      #expect(CanvasTests.isWhole(canvas))
    }
  }

  @Test(arguments: [(60, 16), (40, 10)])
  func `nothing overlaps where it is small`(_ width: Int, _ height: Int) {
    var form = Self.form()
    for field in form.fields {
      form.focus(on: field.id)
      var canvas = Canvas(size: Size(width: width, height: height))

      form.draw(over: &canvas)

      let lines = canvas.lines
      #expect(lines.contains { $0.contains(field.label) }, "\(field.label) is shown")
      #expect(lines.contains { $0.contains("Ctrl-S save") })
      for line in lines where line.hasPrefix("│") { #expect(line.hasSuffix("│")) }
    }
  }

  @Test func `the sheet looks like this`() {
    var form = Self.form()
    form["words"] = "Time for just Mum and me"
    form["now"] = "4"
    form["agreed"] = "yes"
    form["again"] = "in 6 weeks"
    form.fields[6].note = "→ Sat 2 Jan 2027"
    form.showErrors(["now": "Say it again."])
    var canvas = Canvas(size: Size(width: 72, height: 16))
    canvas.put("Families › Duffy", x: 0, y: 0)

    form.draw(over: &canvas)

    #expect(
      canvas.lines == [
        "Families › Duffy",
        "   ╭─ New goal ─────────────────────────────────────────────────────╮",
        "   │  In their words  Time for just Mum and me                      │",
        "   │  Whose           –                                             │",
        "   │  Who helps       –                                             │",
        "   │  More                                                          │",
        "   │                                                                │",
        "   │                                                                │",
        "   │  Now             4   ●●●●○○○○○○                                │",
        "   │                  ! Say it again.                               │",
        "   │  Agreed          ● yes  ○ no                                   │",
        "   │  Look again      in 6 weeks        → Sat 2 Jan 2027            │",
        "   │                                                                │",
        "   │  Ctrl-S save   Tab next   Esc keep as a draft                  │",
        "   ╰────────────────────────────────────────────────────────────────╯",
        "",
      ])
    #expect(canvas.cursor == Point(x: 22, y: 8))
    #expect(canvas.styleLines[0].hasPrefix("dddd"))
  }
}
