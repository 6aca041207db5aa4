import Testing

@testable import TextUI

@Suite struct InputDecoderTests {
  static let start = ContinuousClock.now

  /// What all the bytes give, with every time-out passed after them.
  static func decode(_ bytes: [UInt8]) -> [Event] {
    var decoder = InputDecoder()
    return decoder.feed(bytes, now: start) + decoder.timeOut(now: start + .seconds(3))
  }

  static func keys(_ text: String) -> [Event] { decode(Array(text.utf8)) }

  static let table: [(String, Key)] = [
    ("\u{1B}[A", .up), ("\u{1B}[B", .down), ("\u{1B}[C", .right), ("\u{1B}[D", .left),
    ("\u{1B}OA", .up), ("\u{1B}OB", .down), ("\u{1B}OC", .right), ("\u{1B}OD", .left),
    ("\u{1B}[H", .home), ("\u{1B}[F", .end), ("\u{1B}OH", .home), ("\u{1B}OF", .end),
    ("\u{1B}[1~", .home), ("\u{1B}[4~", .end), ("\u{1B}[7~", .home), ("\u{1B}[8~", .end),
    ("\u{1B}[2~", Key(.insert)), ("\u{1B}[3~", .delete), ("\u{1B}[5~", .pageUp),
    ("\u{1B}[6~", .pageDown), ("\u{1B}[Z", .backTab), ("\t", .tab), ("\r", .enter),
    ("\n", .enter), ("\u{7F}", .backspace), ("\u{08}", .backspace), ("\u{1B}OM", .enter),
    ("\u{1B}OP", Key(.function(1))), ("\u{1B}OS", Key(.function(4))),
    ("\u{1B}[[A", Key(.function(1))), ("\u{1B}[[E", Key(.function(5))),
    ("\u{1B}[11~", Key(.function(1))), ("\u{1B}[15~", Key(.function(5))),
    ("\u{1B}[17~", Key(.function(6))), ("\u{1B}[24~", Key(.function(12))),
    ("\u{1B}[1;2P", Key(.function(1), .shift)), ("\u{1B}[1;5A", Key(.up, .control)),
    ("\u{1B}[1;3D", Key(.left, .alt)), ("\u{1B}[1;2C", Key(.right, .shift)),
    ("\u{1B}[1;8B", Key(.down, [.shift, .alt, .control])), ("\u{1B}[3;5~", Key(.delete, .control)),
    ("\u{1B}[7^", Key(.home, .control)), ("\u{1B}[7$", Key(.home, .shift)),
    ("\u{1B}[7@", Key(.home, [.control, .shift])), ("\u{1B}[a", Key(.up, .shift)),
    ("\u{1B}Oa", Key(.up, .control)), ("\u{1B}O5C", Key(.right, .control)),
    ("\u{1B}\u{1B}[D", Key(.left, .alt)), ("\u{1B}\u{1B}OC", Key(.right, .alt)),
    ("\u{1B}Oq", Key("1")), ("\u{1B}Ok", Key("+")), ("\u{1B}[97;5u", .control("a")),
    ("\u{1B}[27;5;115~", .control("s")), ("\u{1B}[9;2u", .backTab),
    ("\u{13}", .control("s")), ("\u{1F}", .control("_")), ("\u{0}", .control(" ")),
    ("a", Key("a")), (" ", Key(" ")), ("é", Key("é")), ("王", Key("王")),
    ("👨‍👩‍👧‍👦", Key("👨‍👩‍👧‍👦")), ("e\u{301}", Key("é")),
  ]

  @Test(arguments: table) func `each sequence is one key`(_ text: String, _ key: Key) {
    #expect(Self.keys(text) == [.key(key)])
  }

  @Test(arguments: table)
  func `a sequence split anywhere within its time is the same key`(_ text: String, _ key: Key) {
    let bytes = Array(text.utf8)
    guard bytes.count > 1, text != "e\u{301}", text != "👨‍👩‍👧‍👦" else { return }
    for split in 1..<bytes.count {
      var decoder = InputDecoder()

      let first = decoder.feed(bytes[..<split], now: Self.start)
      let early = decoder.timeOut(now: Self.start + .milliseconds(30))
      let second = decoder.feed(bytes[split...], now: Self.start + .milliseconds(30))

      #expect(first + early + second == [.key(key)], "split at \(split)")
    }
  }

  /// What each kind of terminal sends for a key, as `infocmp -1x` prints it here.
  static let terminals: [(String, [(String, Key)])] = [
    (
      "xterm-256color",
      [
        ("OA", .up), ("OB", .down), ("OC", .right), ("OD", .left), ("OH", .home), ("OF", .end),
        ("[5~", .pageUp), ("[6~", .pageDown), ("[3~", .delete), ("[2~", Key(.insert)),
        ("[Z", .backTab), ("OM", .enter), ("OP", Key(.function(1))), ("OQ", Key(.function(2))),
        ("[15~", Key(.function(5))), ("[21~", Key(.function(10))), ("[24~", Key(.function(12))),
        ("[1;2D", Key(.left, .shift)), ("[1;2C", Key(.right, .shift)),
        ("[1;2H", Key(.home, .shift)), ("[1;2F", Key(.end, .shift)), ("[1;2A", Key(.up, .shift)),
        ("[1;2B", Key(.down, .shift)), ("[1;3D", Key(.left, .alt)),
        ("[1;5D", Key(.left, .control)), ("[1;5C", Key(.right, .control)),
        ("[3;5~", Key(.delete, .control)), ("[1;6D", Key(.left, [.shift, .control])),
      ]
    ),
    (
      "tmux-256color",
      [
        ("[1~", .home), ("[4~", .end), ("OA", .up), ("[3~", .delete), ("[Z", .backTab),
        ("OP", Key(.function(1))), ("[1;2D", Key(.left, .shift)), ("[3;5~", Key(.delete, .control)),
        ("[1;5C", Key(.right, .control)),
      ]
    ),
    (
      "screen",
      [
        ("OA", .up), ("OB", .down), ("OC", .right), ("OD", .left), ("[1~", .home), ("[4~", .end),
        ("[5~", .pageUp), ("[6~", .pageDown), ("[3~", .delete), ("[Z", .backTab),
        ("OQ", Key(.function(2))), ("[15~", Key(.function(5))),
      ]
    ),
    (
      "linux",
      [
        ("[A", .up), ("[B", .down), ("[C", .right), ("[D", .left), ("[1~", .home), ("[4~", .end),
        ("[5~", .pageUp), ("[6~", .pageDown), ("[3~", .delete), ("\t", .backTab),
        ("[[A", Key(.function(1))), ("[[B", Key(.function(2))), ("[[E", Key(.function(5))),
        ("[21~", Key(.function(10))), ("[24~", Key(.function(12))),
      ]
    ),
    (
      "putty",
      [
        ("OA", .up), ("[A", .up), ("[1~", .home), ("[4~", .end), ("[Z", .backTab),
        ("[11~", Key(.function(1))), ("[12~", Key(.function(2))), ("OD", .left), ("[3~", .delete),
      ]
    ),
    (
      "rxvt",
      [
        ("[A", .up), ("[7~", .home), ("[8~", .end), ("[7$", Key(.home, .shift)),
        ("[8$", Key(.end, .shift)), ("[d", Key(.left, .shift)), ("[c", Key(.right, .shift)),
        ("[a", Key(.up, .shift)), ("[b", Key(.down, .shift)), ("Od", Key(.left, .control)),
        ("Oc", Key(.right, .control)), ("[11~", Key(.function(1))), ("[12~", Key(.function(2))),
        ("[Z", .backTab), ("OM", .enter),
      ]
    ),
    (
      "vt100",
      [
        ("OA", .up), ("OB", .down), ("OC", .right), ("OD", .left), ("OM", .enter),
        ("OP", Key(.function(1))), ("OQ", Key(.function(2))),
      ]
    ),
  ]

  @Test(arguments: terminals)
  func `each terminal's keys are what its keyboard says`(
    _ terminal: String, _ sent: [(String, Key)]
  ) {
    for (tail, key) in sent {
      #expect(Self.keys("\u{1B}" + tail) == [.key(key)], "\(terminal): ESC \(tail)")
    }
    #expect(Self.decode([0x7F]) == [.key(.backspace)] && Self.decode([0x08]) == [.key(.backspace)])
  }

  @Test func `a lone escape is the Escape key after 40 ms`() {
    var decoder = InputDecoder()

    let atOnce = decoder.feed([0x1B], now: Self.start)
    let early = decoder.timeOut(now: Self.start + .milliseconds(39))
    let due = decoder.timeOut(now: Self.start + .milliseconds(40))

    #expect(atOnce.isEmpty && early.isEmpty)
    #expect(due == [.key(.escape)])
    #expect(decoder.deadline == nil)
  }

  @Test func `an arrow split inside its brackets may take 400 ms`() {
    var decoder = InputDecoder()

    var events = decoder.feed([0x1B, 0x5B], now: Self.start)
    events += decoder.timeOut(now: Self.start + .milliseconds(400))
    events += decoder.feed([0x41], now: Self.start + .milliseconds(400))

    #expect(events == [.key(.up)])
  }

  @Test func `the rest of an arrow that comes late is an arrow, not letters`() {
    var decoder = InputDecoder()

    var events = decoder.feed([0x1B], now: Self.start)
    events += decoder.timeOut(now: Self.start + .milliseconds(60))
    events += decoder.feed(Array("[A".utf8), now: Self.start + .milliseconds(200))

    #expect(events == [.key(.escape), .key(.up)])
  }

  @Test func `a bracket pressed after Escape is a bracket`() {
    var decoder = InputDecoder()

    var events = decoder.feed([0x1B], now: Self.start)
    events += decoder.timeOut(now: Self.start + .milliseconds(60))
    events += decoder.feed(Array("[".utf8), now: Self.start + .milliseconds(90))
    events += decoder.feed(Array("[".utf8), now: Self.start + .milliseconds(120))

    #expect(events == [.key(.escape), .key(Key("[")), .key(Key("["))])
  }

  /// ESC and what comes right after it, and the key that both are with Alt.
  static let withAlt: [(String, Key)] = [
    ("x", Key(.character("x"))), ("b", Key("b")), ("1", Key("1")), (" ", Key(" ")),
    ("é", Key("é")), ("王", Key("王")), ("]", Key("]")), ("P", Key("P")), ("[", Key("[")),
    ("O", Key("O")), ("\r", .enter), ("\u{7F}", .backspace), ("\u{8}", .backspace),
    ("\u{13}", .control("s")), ("\u{1B}[A", .up), ("\u{1B}OH", .home),
    ("\u{1B}[1;5C", Key(.right, .control)),
  ]

  @Test(arguments: withAlt)
  func `ESC and a key in one read are the key with Alt, and nothing else`(
    _ sent: String, _ key: Key
  ) {
    let one = Key(key.code, key.modifiers.union(.alt))

    #expect(Self.keys("\u{1B}" + sent) == [.key(one)])
    #expect(Self.keys("\u{1B}" + sent + "a").last == .key(Key("a")) || "[OP".contains(sent))
  }

  @Test(arguments: ["x", "b", "é", "]", "P", "\r", "\u{7F}"])
  func `ESC and a key in two reads are both, however soon`(_ sent: String) {
    var decoder = InputDecoder()

    var events = decoder.feed([0x1B], now: Self.start)
    events += decoder.feed(Array(sent.utf8), now: Self.start + .milliseconds(1))
    events += decoder.timeOut(now: Self.start + .seconds(1))

    #expect(events == [.key(.escape)] + Self.keys(sent))
  }

  @Test func `two Escapes in one read are two, and what follows has Alt`() {
    let altX = Event.key(Key(.character("x"), .alt))

    #expect(Self.keys("\u{1B}\u{1B}") == [.key(.escape), .key(.escape)])
    #expect(Self.keys("\u{1B}\u{1B}x") == [.key(.escape), altX])
    #expect(Self.keys("\u{1B}xy") == [altX, .key(Key("y"))])
    #expect(Self.keys("\u{1B}]a") == [.key(Key(.character("]"), .alt)), .key(Key("a"))])
  }

  @Test func `Escape and a letter with time between them are two keys`() {
    var decoder = InputDecoder()

    var events = decoder.feed([0x1B], now: Self.start)
    events += decoder.timeOut(now: Self.start + .milliseconds(45))
    events += decoder.feed(Array("d".utf8), now: Self.start + .milliseconds(60))

    #expect(events == [.key(.escape), .key(Key("d"))])
  }

  @Test func `where pastes are not marked, many letters at once are one`() {
    var decoder = InputDecoder()
    decoder.takesBurstsForPastes = true

    func feed(_ text: String) -> [Event] { decoder.feed(Array(text.utf8)) }
    let pasted = feed("xdr, said Zoë\r\nand x")
    let few = feed("2jj")
    let held = feed("jjjjjjjjjjjjjjjj")
    let arrows = feed("\u{1B}[B\u{1B}[B\u{1B}[B\u{1B}[B")
    let marked = feed("\u{1B}[200~marked as a paste\u{1B}[201~")

    #expect(pasted == [.paste("xdr, said Zoë\nand x")])
    #expect(few.count == 3)
    #expect(held.count == 16, "a key that is held down")
    #expect(arrows.count == 4)
    #expect(marked == [.paste("marked as a paste")])
  }

  @Test func `a letter that a burst cuts in two is whole`() {
    let bytes = Array("Zoë and 王小明 and Łódź".utf8)
    for split in 12..<(bytes.count - 1) {
      var decoder = InputDecoder()
      decoder.takesBurstsForPastes = true

      let events = decoder.feed(bytes[..<split]) + decoder.feed(bytes[split...])

      let text = events.reduce(into: "") { text, event in
        if case .paste(let part) = event { text += part }
        if case .key(let key) = event { text += key.label == "Space" ? " " : key.label }
      }
      #expect(text == "Zoë and 王小明 and Łódź", "split at \(split)")
    }
  }

  @Test func `an unfinished sequence is given up without typing its digits`() {
    #expect(Self.keys("\u{1B}[1;") == [])
    #expect(Self.keys("\u{1B}[1;\u{1B}[A") == [.key(.up)])
  }

  @Test func `answers to questions nobody asked are not typed`() {
    for answer in [
      "\u{1B}[?2026;2$y", "\u{1B}[?62;c", "\u{1B}[24;80R", "\u{1B}]11;rgb:00/00/00\u{07}",
      "\u{1B}]11;rgb:00/00/00\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}P>|xterm\u{1B}\\",
      "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}[I", "\u{1B}[O", "\u{1B}[201~",
    ] {
      #expect(Self.keys(answer + "a") == [.key(Key("a"))], "\(answer.dropFirst())")
    }
  }

  @Test func `bytes that are no character become a sign, and later keys act`() {
    #expect(Self.decode([0xFF, 0x61]) == [.key(Key("\u{FFFD}")), .key(Key("a"))])
    #expect(Self.decode([0xE9, 0x61]) == [.key(Key("\u{FFFD}")), .key(Key("a"))])
    #expect(Self.decode([0xE9]) == [.key(Key("\u{FFFD}"))])
    #expect(Self.decode([0xE9, 0x1B, 0x5B, 0x41]) == [.key(Key("\u{FFFD}")), .key(.up)])
    #expect(Self.decode([0xC3, 0xC3, 0xA9]) == [.key(Key("\u{FFFD}")), .key(Key("é"))])
    #expect(Self.decode([0xED, 0xA0, 0x80]).count == 3)
    #expect(Self.decode([0xC2, 0x9B, 0x41]) == [.key(Key("A"))])
  }

  @Test func `a paste is one event with plain line ends and no controls`() {
    let text = "\u{1B}[200~one\r\ntwo\rthree\n\tq\u{1B}[31mred\u{07}\u{1B}[201~x"

    #expect(Self.keys(text) == [.paste("one\ntwo\nthree\n q[31mred"), .key(Key("x"))])
  }

  @Test func `a paste split at any byte is the same paste`() {
    let bytes = Array("a\u{1B}[200~Łódź 王 \u{1B}[20\r\nend\u{1B}[201~b".utf8)
    let whole = Self.decode(bytes)
    for split in 1..<bytes.count {
      var decoder = InputDecoder()

      let events = decoder.feed(bytes[..<split]) + decoder.feed(bytes[split...])

      #expect(events == whole, "split at \(split)")
    }
    #expect(whole == [.key(Key("a")), .paste("Łódź 王 [20\nend"), .key(Key("b"))])
  }

  @Test func `a paste without an end is delivered after two seconds of silence`() {
    var decoder = InputDecoder()

    let first = decoder.feed(Array("\u{1B}[200~lost".utf8), now: Self.start)
    let early = decoder.timeOut(now: Self.start + .milliseconds(1900))
    let due = decoder.timeOut(now: Self.start + .seconds(2))
    let later = decoder.feed(Array("q".utf8), now: Self.start + .seconds(3))

    #expect(first.isEmpty && early.isEmpty)
    #expect(due == [.paste("lost")])
    #expect(later == [.key(Key("q"))])
  }

  @Test func `a megabyte pasted is one event`() {
    let text = String(repeating: "Kayla — Zoë\n", count: 70_000)

    let events = Self.keys("\u{1B}[200~" + text + "\u{1B}[201~")

    #expect(events == [.paste(text)])
  }

  @Test func `the mouse reports beyond column 223`() {
    #expect(
      Self.keys("\u{1B}[<0;250;7M\u{1B}[<0;250;7m\u{1B}[<64;1;1M\u{1B}[<65;2;3M") == [
        .mouse(Mouse(kind: .press, button: 0, position: Point(x: 249, y: 6))),
        .mouse(Mouse(kind: .release, button: 0, position: Point(x: 249, y: 6))),
        .mouse(Mouse(kind: .wheelUp, button: 0, position: Point(x: 0, y: 0))),
        .mouse(Mouse(kind: .wheelDown, button: 0, position: Point(x: 1, y: 2))),
      ])
    #expect(Self.keys("\u{1B}[<35;2;3M\u{1B}[<66;2;3M\u{1B}[<1;2M") == [])
    #expect(
      Self.keys("\u{1B}[M !\"q") == [
        .mouse(Mouse(kind: .press, button: 0, position: Point(x: 0, y: 1))), .key(Key("q")),
      ])
  }

  @Test func `any bytes at all are safe`() {
    var random = SeededNumbers(seed: 7)
    var decoder = InputDecoder()
    var now = Self.start
    var characters = 0
    for _ in 0..<5000 {
      let bytes = (0..<20).map { _ in Self.likely[random.next(below: Self.likely.count)] }
      now += .milliseconds(random.next(below: 60))
      for event in decoder.feed(bytes, now: now) + decoder.timeOut(now: now + .milliseconds(5)) {
        switch event {
        case .key(let key):
          guard case .character(let character) = key.code, key.modifiers.isEmpty else { continue }
          characters += 1
          #expect(!character.unicodeScalars.contains { $0.properties.generalCategory == .control })
        case .paste(let text):
          #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        case .mouse(let mouse):
          #expect(mouse.position.x >= 0 && mouse.position.y >= 0)
        default:
          Issue.record("a decoder makes no \(event)")
        }
      }
    }
    let end = decoder.timeOut(now: now + .seconds(5))
    #expect(characters > 1000)
    #expect(decoder.deadline == nil, "after \(end.count) more events nothing is left")
  }

  /// Every byte, and those that sequences are made of many times over.
  static let likely: [UInt8] =
    Array(0...255)
    + Array(repeating: Array("\u{1B}\u{1B}[O<;0123~MmPu]".utf8), count: 12).flatMap(\.self)
}

/// Numbers that are the same in every run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func next(below limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
