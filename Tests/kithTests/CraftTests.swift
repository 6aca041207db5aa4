import Glibc
import TerminalHarness
import Testing

extension ProgramTests.Screens {
  /// What kith costs a terminal, and how it behaves in a shell.
  @Suite struct Craft {
    // MARK: Bytes

    /// What a key makes the program write, once it has written something and is quiet.
    private static func bytes(of key: String, _ screens: TerminalHarness) throws -> Int {
      let before = screens.bytes.count
      screens.send(key)
      try screens.wait(for: "an answer to \(key)") { screens.bytes.count > before }
      try screens.settle()
      return screens.bytes.count - before
    }

    @Test func `a first frame is at most 3500 bytes and asks the terminal nothing`() throws {
      let scratch = try Scratch()
      let screens = try scratch.screens("--demo")

      #expect(screens.bytes.count <= 3500)
      // DA, reports, modes, DCS and OSC are questions to it or names for its window.
      let kinds = ByteStream(screens.bytes).kinds
      #expect(kinds.isDisjoint(with: ["CSI c", "CSI >c", "CSI n", "CSI ?$p", "CSI b", "OSC"]))
    }

    @Test func `a step in a list costs at most 60 bytes, and with a family beside it 900`() throws {
      let scratch = try Scratch()
      let plain = try scratch.screens("--demo")
      let wide = try scratch.screens("--demo", columns: 120, rows: 40)
      for screens in [plain, wide] {
        screens.send("2")
        try screens.wait(forText: "Next review")
        try screens.settle()
      }

      var beside: [Int] = []
      for _ in 0..<5 {
        #expect(try Self.bytes(of: "\u{1B}[B", plain) <= 60)
        beside.append(try Self.bytes(of: "\u{1B}[B", wide))
      }
      // Half of them: what is known of a family may be long.
      #expect(beside.sorted()[2] <= 900, "\(beside)")
    }

    @Test func `a typed letter costs at most 20 bytes and a tab 3000`() throws {
      let scratch = try Scratch()
      let screens = try scratch.screens("--demo")
      for tab in ["2", "3", "4", "5", "1"] {
        #expect(try Self.bytes(of: tab, screens) <= 3000, "\(tab)")
      }
      try screens.openPlan(of: "Duffy")
      try screens.openNewGoal()
      screens.send("a ")
      try screens.settle()

      for letter in ["q", "u", "i", "e", "t"] {
        #expect(try Self.bytes(of: letter, screens) <= 20, "\(letter)")
      }
    }

    @Test func `a hundred steps in one packet are one frame, though every row is another`() throws {
      let scratch = try Scratch()
      _ = try scratch.kith("sample", "--families", "150", "--store", scratch.file("s.kith"))
      let screens = try scratch.screens(
        "--store", scratch.file("s.kith"), "--as", "Ada Boyle")
      // The arrow takes what the filter said off the screen.
      screens.send("2f\u{1B}[B")
      try screens.settle()

      let bytes = try Self.bytes(of: String(repeating: "\u{1B}[B", count: 100), screens)

      #expect(bytes < 2000)
    }

    @Test func `nothing happens when nothing happens, and no thread wakes`() throws {
      let scratch = try Scratch()
      try scratch.imports([CaseloadFile.family(10, "Duffy")])
      let screens = try scratch.screens()
      screens.send("2")
      try screens.wait(forText: "Next review")
      // Past the looks at a store that was just written to.
      screens.pass(.seconds(3))
      let (bytes, before) = (screens.bytes.count, try screens.wakeUps())

      screens.pass(.seconds(5))

      #expect(screens.bytes.count == bytes)
      let woken = try screens.wakeUps().filter { $0.value != before[$0.key] }
      #expect(woken.isEmpty)
    }

    @Test func `Esc acts within 50 ms of the key, and a slow arrow is still an arrow`() throws {
      let scratch = try Scratch()
      let screens = try scratch.screens("--demo")
      screens.send("?")
      try screens.wait(forText: "Help")
      try screens.settle()

      // The best of five: what else the machine does is not the program's.
      var best = Duration.seconds(9)
      for _ in 0..<5 {
        let pressed = ContinuousClock.now
        let seen = screens.arrivals.count
        screens.send(TerminalHarness.escape)
        try screens.wait(for: "Today") { screens.arrivals.count > seen }
        best = min(best, pressed.duration(to: screens.arrivals[seen]))
        try screens.wait(forText: "[1 Today]")
        screens.send("?")
        try screens.wait(forText: "Help")
        try screens.settle()
      }
      #expect(best < .milliseconds(60))
      screens.send(TerminalHarness.escape)
      try screens.wait(forText: "[1 Today]")
      let row = screens.cursor.y
      screens.send("\u{1B}[")
      screens.pass(.milliseconds(200))
      screens.send("B")
      try screens.wait(for: "the next row") { screens.cursor.y > row }
    }

    // MARK: Odd windows

    @Test func `in a window of 500 by 200 the page is at most 120 columns wide`() throws {
      let scratch = try Scratch()
      let screens = try scratch.screens("--demo", columns: 500, rows: 200)

      for tab in ["1", "2", "3", "4", "5"] {
        screens.send(tab)
        try screens.wait(forText: "[\(tab) ")
        try screens.settle()
        let widths = screens.lines.map { line in line.drop { $0 == " " }.count }
        #expect(widths.allSatisfy { $0 <= 120 }, "tab \(tab)")
      }
    }

    @Test func `a terminal that reads slowly gets the newest frame, not all of them`() throws {
      let scratch = try Scratch()
      let screens = try scratch.screens("--demo")
      screens.send("2")
      try screens.wait(forText: "Next review")
      try screens.settle()
      let before = screens.bytes.count

      // Nothing is read here, so that the kernel's buffer fills.
      for round in 0..<400 {
        screens.send(["1", "2", "3", "4"][round % 4])
        poll(nil, 0, 1)
      }
      screens.send("5")

      try screens.wait(forText: "[5 More]")
      try screens.settle()
      #expect(screens.lines[0].hasPrefix(" More"))
      #expect(screens.bytes.count - before < 150_000)
    }

    // MARK: In a shell

    @Test func `Ctrl-Z keeps the typing, gives the shell back, and fg goes on`() throws {
      let scratch = try Scratch()
      try scratch.imports([CaseloadFile.family(10, "Duffy")])
      let screens = try TerminalHarness(
        "/bin/bash", ["--norc", "--noprofile", "-i"],
        environment: scratch.environment.merging(["PS1": "$ "]) { $1 })
      try screens.wait(forText: "$")
      screens.send("echo before; \(scratch.program)\r")
      try screens.wait(forText: "[1 Today]")
      try screens.beginGoal("Half a sen", of: "Duffy")

      screens.send("\u{1A}")
      try screens.wait(forText: "Stopped")
      #expect(screens.mode(1049) == false)
      #expect(!screens.text.contains("Half a sen"))
      screens.send("stty -a | grep -c ' icanon'\r")
      try screens.wait(for: "a sane shell") { screens.lines.contains("1") }
      screens.resize(columns: 90, rows: 30)
      screens.send("fg\r")
      try screens.wait(forText: "Half a sen")
      screens.send("tence" + TerminalHarness.save)
      try screens.wait(forText: "✓ New goal “Half a sentence”")

      screens.send("qq")
      try screens.wait(for: "the shell") { screens.mode(1049) == false }
      screens.send("echo after\r")
      try screens.wait(for: "a clean line") { screens.lines.contains("after") }
      #expect(screens.text.contains("before"))
      #expect(!screens.text.contains("Duffy"), "what was shown stays nowhere")
      screens.send("exit\r")
      _ = try screens.waitForEnd()
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func `told to stop in the middle of a paste or a question, and twice, it loses nothing`(
      _ number: Int32
    ) throws {
      let scratch = try Scratch()
      try scratch.imports([CaseloadFile.family(10, "Duffy")])
      var screens = try scratch.screens()
      try screens.beginGoal("Calm mor", of: "Duffy")

      screens.send("\u{1B}[200~nings and")
      screens.signal(number)
      screens.signal(number)

      #expect(try screens.waitForEnd() == .signal(number))
      #expect(screens.isSane)
      screens = try scratch.screens(showing: "New goal · Duffy")
      screens.send("g")
      try screens.settle()
      try screens.select("New goal · Duffy")
      screens.send("\r")
      try screens.wait(forText: "Calm mor")
    }

    @Test func `Ctrl-C closes a form and loses no typing, and never leaves by itself`() throws {
      let scratch = try Scratch()
      try scratch.imports([CaseloadFile.family(10, "Duffy")])
      let screens = try scratch.screens()
      try screens.beginGoal("Half a sen", of: "Duffy")

      screens.send("\u{3}")
      try screens.wait(forText: "Kept as a draft")
      screens.send("\u{3}\u{3}\u{3}\u{3}1")

      try screens.wait(forText: "New goal · Duffy")
    }

    @Test(arguments: [["LC_ALL": "de_DE.UTF-8"], ["LANG": "C"], ["LC_NUMERIC": "de_DE.UTF-8"]])
    func `numbers for programs are the same in every locale`(_ locale: [String: String]) throws {
      let scratch = try Scratch()
      _ = try scratch.kith("sample", "--families", "5", "--store", scratch.file("s.kith"))
      let arguments = ["list", "families", "--format", "json", "--store", scratch.file("s.kith")]

      let plain = try scratch.run(scratch.program, arguments)
      let other = try scratch.run(scratch.program, arguments, environment: locale)

      #expect(plain.ending == .exit(0))
      #expect(other.output == plain.output)
    }
  }
}
