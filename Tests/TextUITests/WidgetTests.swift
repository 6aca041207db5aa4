import Testing

@testable import TextUI

@Suite struct WidgetTests {
  static func row(_ width: Int, _ draw: (inout Canvas) -> Void) -> String {
    var canvas = Canvas(size: Size(width: width, height: 1))
    draw(&canvas)
    return canvas.lines[0]
  }

  static func press(_ dialog: inout Dialog, _ key: Key) -> Int? { dialog.handle(key) }

  static func move(_ cursor: inout ListCursor, _ key: Key, count: Int, page: Int) -> Bool {
    cursor.handle(key, count: count, page: page)
  }

  // MARK: Lists

  @Test func `the list keys move and are held in the list`() {
    var cursor = ListCursor()
    var seen: [Int] = []
    for key in [
      Key("j"), .down, .pageDown, .pageDown, Key("G"), .down, Key("k"), .up, .control("u"), .pageUp,
      Key("g"), .up, .end, .home, .control("d"),
    ] as [Key] {
      #expect(Self.move(&cursor, key, count: 30, page: 10))
      seen.append(cursor.index)
    }

    #expect(seen == [1, 2, 12, 22, 29, 29, 28, 27, 22, 12, 0, 0, 29, 0, 5])
    #expect(!Self.move(&cursor, Key("x"), count: 30, page: 10))
  }

  @Test func `the window follows the cursor and is always full`() {
    var cursor = ListCursor()
    for _ in 0..<12 { _ = cursor.handle(.down, count: 30, page: 10) }
    #expect(cursor.visible(count: 30, page: 10) == 3..<13)
    for _ in 0..<5 { _ = cursor.handle(.up, count: 30, page: 10) }
    #expect(cursor.visible(count: 30, page: 10) == 3..<13)

    #expect(cursor.visible(count: 4, page: 10) == 0..<4)
    #expect(cursor.visible(count: 0, page: 10) == 0..<0)
    #expect(cursor.visible(count: 30, page: 0).count <= 1)
    #expect(cursor.visible(count: 30, page: 50) == 0..<30)
  }

  @Test func `an empty list has a cursor that harms nobody`() {
    var cursor = ListCursor()

    #expect(Self.move(&cursor, .down, count: 0, page: 5))

    #expect(cursor.index == 0)
    #expect(cursor.top == 0)
  }

  // MARK: Bars

  static let tabs = ["1 Today", "2 Families", "3 Reviews", "4 Progress", "5 More"]
  static let sections = ["Overview", "Plan", "Team", "Reviews", "Progress", "Record"]

  @Test func `tabs keep their places whichever is active`() {
    #expect(
      Self.row(80) { TabBar.draw(on: &$0, y: 0, items: Self.tabs, active: 0) }
        == " [1 Today]  2 Families   3 Reviews   4 Progress   5 More")
    #expect(
      Self.row(80) { TabBar.draw(on: &$0, y: 0, items: Self.tabs, active: 1) }
        == "  1 Today  [2 Families]  3 Reviews   4 Progress   5 More")
  }

  @Test func `tabs are never cut within a word`() {
    let words = Set((Self.tabs + Self.sections).flatMap { $0.split(separator: " ") })
    for width in 0...80 {
      for active in 0..<5 {
        let tabs = Self.row(width) { TabBar.draw(on: &$0, y: 0, items: Self.tabs, active: active) }
        let sections = Self.row(width) {
          SectionBar.draw(on: &$0, y: 0, items: Self.sections, active: active)
        }
        let shown = (width > 12 ? [tabs, sections] : [tabs]).joined(separator: " ")
        for word in shown.split(whereSeparator: { " []…".contains($0) }) where width > 4 {
          #expect(words.contains(word), "“\(word)” at \(width)")
        }
        if width > 4 { #expect(tabs.contains("\(active + 1)")) }
        if width > 12 { #expect(sections.contains("[\(Self.sections[active])]")) }
      }
    }
  }

  @Test func `a bar says where its items are`() {
    var canvas = Canvas(size: Size(width: 80, height: 1))

    let places = SectionBar.draw(on: &canvas, y: 0, items: Self.sections, active: 1)

    #expect(canvas.lines == ["  Overview  [Plan]  Team   Reviews   Progress   Record"])
    #expect(places[0] == 1..<11)
    #expect(places[1] == 12..<18)
  }

  @Test func `hints are left out from the end but for the last`() {
    let hints = [
      (key: "↵", label: "open"), (key: "a", label: "new family"), (key: "?", label: "help"),
    ]
    func line(_ width: Int) -> String {
      Self.row(width) { HintLine.draw(on: &$0, y: 0, hints: hints) }
    }

    #expect(line(40) == " ↵ open   a new family   ? help")
    #expect(line(30) == " ↵ open   ? help")
    #expect(line(10) == " ? help")
    #expect(line(3) == " ?")
    #expect(Self.row(9) { HintLine.draw(on: &$0, y: 0, hints: []) } == "")
  }

  @Test func `a toast says whether it went well`() {
    #expect(Self.row(20) { Toast.draw(on: &$0, bottom: 0, lines: ["Saved"]) } == " ✓ Saved")
    #expect(
      Self.row(20) {
        Toast.draw(on: &$0, bottom: 0, lines: ["Not saved: full disk"], kind: .problem)
      }
        == " ! Not saved: full…")
  }

  // MARK: Charts

  @Test func `a sparkline is one bar for each value`() {
    #expect(Sparkline.text([0, 5, 10, nil, 99, -1], range: 0...10) == "▁▅█ █▁")
    #expect(Sparkline.text([1], range: 1...1) == "▁")
    #expect(Sparkline.text([.nan], range: 0...10) == "▁")
    #expect(Sparkline.text([], range: 0...10) == "")
  }

  static let chart = LineChart(
    series: [
      .init("Kayla", points: [(0, 2), (14, 4), (28, 6), (60, 6)]),
      .init("Mum", points: [(0, 2), (14, 3), (60, 3)]),
    ],
    xLabels: [(0, "12 Sep"), (14, "26 Sep"), (28, "10 Oct"), (42, "24 Oct"), (56, "7 Nov")],
    yRange: 0...10, target: (8, "hoped for 8"))

  @Test func `a chart looks like this`() {
    var canvas = Canvas(size: Size(width: 60, height: 8))

    Self.chart.draw(on: &canvas, in: Rect(x: 0, y: 0, width: 60, height: 8))

    #expect(
      canvas.lines == [
        "10 ┤",
        " 8 ┤╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ hoped for 8",
        " 6 ┤               ⢀⣀⡠⠤⠔⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒ Kayla 6",
        " 4 ┤      ⢀⣀⣀⠤⠤⠔⠒⠊⠉⠁",
        " 2 ┤⠤⠴⠒⠒⠛⠋⠁⠊⠉ ⠈⠉⠁ ⠉⠉ ⠈⠉⠁ ⠉⠉ ⠈⠉⠁ ⠉⠉ ⠈⠉⠁ ⠉⠉ ⠈⠉⠁ ⠉⠉ Mum 3",
        " 0 ┤",
        "   └┬─────────┬─────────┬─────────┬─────────┬───",
        "    12 Sep    26 Sep    10 Oct    24 Oct    7 Nov",
      ])
    #expect(canvas.styleLines[1].hasSuffix("CCCCCCCCCCC"))
  }

  @Test func `labels of lines that end together never overlap`() {
    let names = ["Kayla", "Mum", "Nan Rose", "Ms Grant", "Uncle Joe"]
    let chart = LineChart(
      series: names.map { .init($0, points: [(0, 1), (9, 5)]) }, xLabels: [], yRange: 0...10)
    var canvas = Canvas(size: Size(width: 60, height: 9))

    chart.draw(on: &canvas, in: Rect(x: 0, y: 0, width: 60, height: 9))

    for name in names {
      #expect(canvas.lines.filter { $0.contains(name + " 5") }.count == 1, "\(name)")
    }
  }

  @Test func `in a low chart the names stand in a legend, not beside other values`() {
    let chart = LineChart(
      series: [
        .init("Kayla", points: [(0, 2), (9, 6)]), .init("Mum", points: [(0, 2), (9, 3)]),
        .init("Nan Rose", points: [(0, 3), (9, 7)]),
      ],
      xLabels: [(0, "12 Sep")], yRange: 0...10, target: (8, "hoped for 8"))
    var canvas = Canvas(size: Size(width: 58, height: 7))

    chart.draw(on: &canvas, in: Rect(x: 0, y: 0, width: 58, height: 7))

    #expect(canvas.lines[6] == "⠒⠒⠒⠒ Kayla 6  ⠒⠒ ⠐ Mum 3  ⠂⠐ ⠂ Nan Rose 7  ╌╌ hoped for 8")
    #expect(canvas.lines[5].contains("12 Sep"))
    #expect(!canvas.lines[..<5].contains { $0.contains("Mum") })
  }

  @Test func `x labels never run into each other`() {
    var chart = Self.chart
    chart.xLabels = (0...60).map { (Double($0), "day \($0)") }
    for width in 20...80 {
      var canvas = Canvas(size: Size(width: width, height: 8))

      chart.draw(on: &canvas, in: Rect(x: 0, y: 0, width: width, height: 8))

      let labels = canvas.lines[7].split(separator: " ", omittingEmptySubsequences: true)
      let isClean = labels.allSatisfy { $0 == "day" || Int($0) != nil }
      #expect(isClean || !canvas.lines[6].contains("└"), "“\(canvas.lines[7])” at \(width)")
    }
  }

  @Test func `a single rating is a dot`() {
    let chart = LineChart(series: [.init("Mum", points: [(3, 5)])], xLabels: [], yRange: 0...10)
    var canvas = Canvas(size: Size(width: 40, height: 8))

    chart.draw(on: &canvas, in: Rect(x: 0, y: 0, width: 40, height: 8))

    #expect(canvas.lines.contains { $0.contains("●") && $0.contains("Mum 5") })
  }

  @Test(arguments: FormTests.sizes) func `a chart fits any size`(_ width: Int, _ height: Int) {
    var canvas = Canvas(size: Size(width: width + 2, height: height + 2))
    canvas.fill(Rect(x: 0, y: 0, width: width + 2, height: height + 2), with: "·")

    Self.chart.draw(on: &canvas, in: Rect(x: 1, y: 1, width: width, height: height))

    #expect(canvas.lines.first == String(repeating: "·", count: width + 2))
    #expect(canvas.lines.last == String(repeating: "·", count: width + 2))
    #expect(canvas.lines.allSatisfy { $0.first == "·" && $0.last == "·" })
  }

  @Test func `odd numbers draw no nonsense`() {
    let chart = LineChart(
      series: [
        .init("x", points: [(.nan, 1), (1, .infinity), (2, -50), (3, 500)]), .init("y", points: []),
      ],
      xLabels: [(.nan, "nan")], yRange: 0...0.3, target: (.nan, "never"))
    var canvas = Canvas(size: Size(width: 40, height: 10))

    chart.draw(on: &canvas, in: Rect(x: 0, y: 0, width: 40, height: 10))

    #expect(canvas.lines.contains { $0.contains("x 500") })
    #expect(!canvas.lines.contains { $0.contains("nan") })
  }

  // MARK: Tables and dialogs

  @Test func `columns share the row, and the least important goes first`() {
    let columns = [
      TableColumn(title: "", width: .fixed(2), importance: 9),
      TableColumn(title: "Family", width: .flexible(min: 10), importance: 8),
      TableColumn(title: "Children", width: .flexible(min: 10), importance: 5),
      TableColumn(title: "Goals", width: .fixed(8), alignment: .right, importance: 3),
      TableColumn(title: "Next", width: .fixed(12), importance: 7),
    ]

    #expect(TableLayout.widths(for: columns, in: 80) == [2, 25, 25, 8, 12])
    #expect(TableLayout.widths(for: columns, in: 45) == [2, 13, 12, 0, 12])
    #expect(TableLayout.widths(for: columns, in: 30) == [2, 12, 0, 0, 12])
    #expect(TableLayout.widths(for: columns, in: 1) == [1, 0, 0, 0, 0])
    #expect(TableLayout.widths(for: [], in: 10) == [])
    for total in 2...120 {
      let shown = TableLayout.widths(for: columns, in: total).filter { $0 > 0 }
      #expect(shown.reduce(0, +) + 2 * (shown.count - 1) <= total)
    }
    #expect(TableLayout.cell("7", in: columns[3], width: 4) == "   7")
    #expect(TableLayout.cell("Adeyemi", in: columns[1], width: 5) == "Adey…")
  }

  @Test func `Enter never presses a button that was not moved to`() {
    var dialog = Dialog(title: "Remove", message: "Sure?", buttons: ["Cancel", "Remove"])

    #expect(Self.press(&dialog, .enter) == 0)
    #expect(Self.press(&dialog, .escape) == 0)
    #expect(Self.press(&dialog, Key("x")) == nil)
    #expect(Self.press(&dialog, .right) == nil)
    #expect(Self.press(&dialog, .enter) == 1)
    #expect(Self.press(&dialog, .escape) == 0)
  }

  @Test func `a question leaves no word alone on its last line`() {
    let dialog = Dialog(
      title: "Sign off",
      message: "The review is frozen from then on; notes of later days beside.",
      buttons: ["Cancel"])
    var canvas = Canvas(size: Size(width: 80, height: 12))

    dialog.draw(over: &canvas)

    #expect(canvas.lines.contains { $0.contains("  days beside.") })
  }

  // MARK: Plain terminals

  @Test func `every glyph of the screens has a plain one`() {
    let glyphs = "▌✓★“”›·…→─╭╮╰╯│●○▁▂▃▄▅▆▇█┤┬└╌←↑↓↵–"
    for glyph in glyphs {
      let plain = PlainGlyphs.ascii(String(glyph))
      #expect(plain != "?" && plain.count == 1, "\(glyph)")
    }
    for dots in 0...0xFF {
      guard let scalar = Unicode.Scalar(0x2800 + dots) else { continue }
      let plain = PlainGlyphs.withoutBraille(String(scalar)) ?? "none"
      #expect([" ", "'", "-", ".", "_"].contains(plain))
    }
  }

  @Test func `letters lose their accents, others are a question mark`() {
    #expect("Łódź Ñandú Zoë ß".map { PlainGlyphs.ascii(String($0)) }.joined() == "Lodz Nandu Zoe s")
    #expect(PlainGlyphs.ascii("王") == "?")
    #expect(PlainGlyphs.ascii("Zo\u{308}") == "Z")
    #expect(PlainGlyphs.ascii("") == " ")
  }
}
