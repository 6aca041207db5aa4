import Testing

@testable import TextUI

@Suite struct FindingTests {
  static func score(_ query: String, _ candidate: String) -> Int? {
    Fuzzy.score(Fuzzy.folded(query), in: Fuzzy.folded(candidate))?.score
  }

  static func positions(_ query: String, _ candidate: String) -> [Int]? {
    Fuzzy.score(Fuzzy.folded(query), in: Fuzzy.folded(candidate))?.positions
  }

  @Test func `case and accents do not matter`() {
    #expect(Fuzzy.folded("Zoë ŁÓDŹ") == Array("zoe lodz"))
    #expect(Fuzzy.folded("王 Дарья") == Array("王 дарья"))
    #expect(Fuzzy.folded("İI") == Array("ii"))
    #expect(Fuzzy.folded("") == [])
    #expect(Self.score("zoe", "Zoë Duffy") != nil)
    #expect(Self.score("lodz", "Łódź") != nil)
  }

  @Test func `a word begins a word, stands in one, or is letters of words side by side`() {
    #expect(Self.score("abc", "a b c") != nil)
    #expect(Self.score("cab", "a b c") == nil)
    #expect(Self.score("drn", "Young Darren") != nil)
    #expect(Self.score("undo", "Getting my science up so I can do my exams") == nil)
    #expect(Self.score("quit", "Saying sorry quicker to Mum") == nil)
    #expect(
      Self.score("new note", "Take back in Hale: Wrote a note of Tue 3 Nov, with words") == nil)
    #expect(Self.score("aa", "a") == nil)
    #expect(Self.score("", "anything") == 0)
  }

  @Test func `starts of words and runs come first`() throws {
    let run = try #require(Self.score("rat", "Rate this goal"))
    let later = try #require(Self.score("rat", "Goals rated very differently"))
    let inside = try #require(Self.score("rat", "Separate"))
    let scattered = try #require(Self.score("rat", "Renata"))

    #expect(run > later)
    #expect(later > inside)
    #expect(inside > scattered)
    #expect(Self.positions("rat", "Goals rated") == [6, 7, 8])
    #expect(Self.positions("gr", "Goals rated") == [0, 6])
    #expect(Self.positions("ab", "a cab ab") == [6, 7])
  }

  @Test func `the whole name comes before longer ones`() throws {
    #expect(try #require(Self.score("plan", "Plan")) > #require(Self.score("plan", "Planned")))
  }

  @Test func `a name of ten thousand letters is no trouble`() {
    let long = Array(repeating: Character("a"), count: 10_000)

    #expect(Fuzzy.score(Array("aaaaaaaaaa"), in: long)?.positions.count == 10)
  }

  static func palette() -> Palette {
    Palette(
      title: "Commands",
      items: [
        PaletteItem(id: "rate", title: "Rate this goal", key: "r"),
        PaletteItem(id: "apart", title: "Goals rated very differently", key: "4"),
        PaletteItem(id: "rattan", title: "Rattan", detail: "Family"),
        PaletteItem(id: "sign", title: "Sign off", key: "s", offReason: "only a supervisor"),
      ])
  }

  static func press(_ palette: inout Palette, _ key: Key) -> Palette.Outcome {
    palette.handle(.key(key))
  }

  @Test func `typing finds and Enter chooses`() {
    var palette = Self.palette()

    #expect(Self.press(&palette, Key("g")) == .changed)
    #expect(Self.press(&palette, Key("o")) == .changed)
    #expect(Self.press(&palette, Key("a")) == .changed)
    #expect(palette.matches.map(\.id) == ["apart", "rate"])
    #expect(Self.press(&palette, .down) == .moved)
    #expect(Self.press(&palette, .enter) == .chosen(Self.palette().items[0]))
    #expect(Self.press(&palette, .escape) == .close)
  }

  @Test func `what is off shows why and is not chosen`() {
    var palette = Self.palette()
    palette.query = "sign"
    var canvas = Canvas(size: Size(width: 60, height: 10))

    palette.draw(over: &canvas)

    #expect(palette.selection?.id == "sign")
    #expect(Self.press(&palette, .enter) == .refused(Self.palette().items[3]))
    #expect(canvas.lines[2].contains("Sign off"))
    #expect(canvas.lines[2].contains("only a supervisor"))
  }

  @Test func `nothing found says so and chooses nothing`() {
    var palette = Self.palette()
    palette.query = "xyz"
    var canvas = Canvas(size: Size(width: 60, height: 10))

    palette.draw(over: &canvas)

    #expect(Self.press(&palette, .enter) == .ignored)
    #expect(Self.press(&palette, .down) == .ignored)
    #expect(canvas.lines.contains { $0.contains("nothing has these letters") })
  }

  @Test func `a new list keeps the selection`() {
    var palette = Self.palette()
    _ = palette.handle(.key(.down))

    palette.setItems([PaletteItem(id: "new", title: "New")] + Self.palette().items)

    #expect(palette.selection?.id == "apart")
  }

  @Test func `the palette looks like this`() {
    var palette = Self.palette()
    palette.query = "rat"
    var canvas = Canvas(size: Size(width: 80, height: 6))

    palette.draw(over: &canvas)

    #expect(
      canvas.lines == [
        "     ╭─ Commands ─────────────────────────────────────────────────────────╮",
        "     │ : rat                                                              │",
        "     │ ▌ Rate this goal                                                 r │",
        "     │   Rattan  Family                                                   │",
        "     │   Goals rated very differently                                   4 │",
        "     ╰────────────────────────────────────────────────────────────────────╯",
      ])
    #expect(canvas.styleLines[2].hasPrefix("ddddd-.>.xxxsssssssssss......"))
    #expect(canvas.cursor == Point(x: 12, y: 1))
  }

  @Test func `what was found stays behind what has all the letters, its own letters marked`() {
    let found = PaletteItem(
      id: "goal", title: "Getting to school", detail: "Duffy", kind: "Goal", isFound: true)
    var palette = Palette(title: ":", items: [found] + Self.palette().items)
    palette.query = "sign"
    #expect(palette.matches.map(\.id) == ["sign", "goal"])
    var canvas = Canvas(size: Size(width: 60, height: 6))

    palette.query = "duffy school"
    palette.draw(over: &canvas)

    #expect(palette.matches == [found])
    #expect(canvas.lines[2] == "│ ▌ Getting to school  Duffy                          Goal │")
    #expect(canvas.styleLines[2].contains("sssssssssssxxxxxx"))
  }

  @Test(arguments: FormTests.sizes)
  func `at every size the cursor is on the screen`(_ width: Int, _ height: Int) {
    var canvas = Canvas(size: Size(width: width, height: height))
    Self.palette().draw(over: &canvas)
    guard width > 0, height > 0 else { return }

    let cursor = canvas.cursor ?? Point(x: -1, y: -1)
    #expect(Rect(x: 0, y: 0, width: width, height: height).contains(cursor))
    Dialog(title: "Remove", message: "Remove Ada and 3 goals?", buttons: ["Cancel", "Remove"])
      .draw(over: &canvas)
    let button = canvas.cursor ?? Point(x: -1, y: -1)
    #expect(Rect(x: 0, y: 0, width: width, height: height).contains(button))
  }
}
