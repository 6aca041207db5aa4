import Glibc
import TerminalHarness
import Testing

extension ProgramTests.Screens {
  /// Ctrl-X Ctrl-E: a text in one's own editor, and back.
  @Suite struct Editing {
    private static let keys = "\u{18}\u{05}"

    /// A store with a family, and an editor made of shell lines; `$2` is the file.
    private static func scratch(_ script: String) throws -> Scratch {
      let scratch = try Scratch()
      try scratch.imports([CaseloadFile.family(10, "Duffy")])
      try scratch.script("#!/bin/sh\n\(script)\n", at: scratch.file("my editor"))
      mkdir(scratch.file("run"), 0o700)
      return scratch
    }

    /// The new goal's form with a few words in it, and the editor that is set.
    private static func typing(
      _ scratch: Scratch, environment: [String: String] = [:]
    ) throws -> TerminalHarness {
      let own = [
        "EDITOR": "'\(scratch.file("my editor"))' --wait", "XDG_RUNTIME_DIR": scratch.file("run"),
      ]
      let screens = try scratch.screens(environment: own.merging(environment) { $1 })
      try screens.beginGoal("Mornings", of: "Duffy")
      return screens
    }

    @Test func `what I write in my editor comes back into the form, and nothing stays behind`()
      throws
    {
      let scratch = try Self.scratch(
        """
        { echo "$1 $(basename "$2")"; stat -c %a "$2"; stat -c %a "$(dirname "$2")"; cat "$2"; echo
          stty -a | grep -o -- '-*icanon'; grep -E 'Sig(Blk|Ign)' /proc/self/status | grep -c '0000000$'
        } > "$HOME/seen"
        printf ' without shouting, said Zoë\\n' >> "$2"
        touch "$(dirname "$2")/.text.txt.swp"
        """)
      let screens = try Self.typing(scratch)

      screens.send(Self.keys)
      try screens.wait(forText: "Mornings without shouting, said Zoë")

      let seen = String(decoding: try scratch.bytes(scratch.file("seen")), as: UTF8.self)
      // The last line: of the signals 1 to 28 none is held back and none ignored.
      #expect(seen == "--wait text.txt\n600\n700\nMornings\nicanon\n2\n")
      #expect(try scratch.names(in: scratch.file("run")) == [])
      screens.send("\u{1F}")
      try screens.wait(for: "its changes to be taken back") {
        !screens.text.contains("without shouting")
      }
      screens.send("\u{12}" + TerminalHarness.save)
      try screens.wait(forText: "✓ New goal “Mornings without shouting, said Zoë”")
    }

    @Test(arguments: [
      ("echo changed > \"$2\"; exit 1", "Your editor ended with 1."),
      ("rm \"$2\"", "Your editor left no file behind."),
      ("printf 'caf\\351' > \"$2\"", "What your editor left is not UTF-8."),
      ("head -c 9000000 /dev/zero > \"$2\"", "What your editor left is longer than 8 MB."),
      (
        "rm \"$2\"; mkdir \"$2\"; rmdir \"$2\"; ln -s /etc/passwd \"$2\"",
        "Your editor left no file behind."
      ),
      ("kill -9 $$", "Your editor was ended from outside (signal 9)."),
    ])
    func `an editor that fails leaves my text as it was`(_ script: String, _ sentence: String)
      throws
    {
      let scratch = try Self.scratch(script)
      let screens = try Self.typing(scratch)

      screens.send(Self.keys)
      try screens.wait(forText: sentence)

      try screens.settle()
      #expect(screens.text.contains("In their words  Mornings"))
      #expect(try scratch.names(in: scratch.file("run")) == [])
      screens.send(TerminalHarness.save)
      try screens.wait(forText: "✓ New goal “Mornings”")
    }

    @Test func `an editor that is not there is said so`() throws {
      let scratch = try Self.scratch("true")
      let screens = try Self.typing(scratch, environment: ["VISUAL": "no-such-editor"])

      screens.send(Self.keys)

      try screens.wait(forText: "“no-such-editor” could not be started.")
      let bare = try Self.typing(
        try Self.scratch("true"), environment: ["EDITOR": "", "PATH": "/nonexistent"])
      bare.send(Self.keys)
      try bare.wait(forText: "No editor was found. Set EDITOR")
    }

    @Test func `an editor that was ended by somebody gives back what it had written`() throws {
      let scratch = try Self.scratch("printf 'Mornings in peace' > \"$2\"; kill -TERM $$")
      let screens = try Self.typing(scratch)

      screens.send(Self.keys)

      try screens.wait(forText: "Mornings in peace")
      try screens.wait(forText: "Your editor was ended from outside")
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func `a signal while my editor is open keeps the words and gives the terminal back`(
      _ number: Int32
    ) throws {
      let scratch = try Self.scratch("echo EDITING; exec sleep 60")
      let screens = try Self.typing(scratch)
      screens.send(Self.keys)
      try screens.wait(forText: "EDITING")

      screens.signal(number)

      #expect(try screens.waitForEnd() == .signal(number))
      #expect(screens.isSane)
      #expect(try scratch.names(in: scratch.file("run")) == [])
      let again = try scratch.screens(showing: "New goal · Duffy")
      again.send("q")
      #expect(try again.waitForEnd() == .exit(0))
    }

    @Test func `a window that changes while my editor is open is drawn in its new size`() throws {
      let scratch = try Self.scratch("echo EDITING; read line; echo done")
      let screens = try Self.typing(scratch)
      screens.send(Self.keys)
      try screens.wait(forText: "EDITING")

      screens.resize(columns: 100, rows: 30)
      screens.send("go\n")

      try screens.wait(forText: "the text is as it was")
      let rule = String(repeating: "─", count: 100)
      try screens.wait(for: "the new size") {
        screens.lines.count == 30 && screens.lines.contains(rule)
      }
    }

    @Test func `a terminal that is closed under my editor keeps the words`() throws {
      let scratch = try Self.scratch("echo EDITING; exec sleep 60")
      let screens = try Self.typing(scratch)
      screens.send(Self.keys)
      try screens.wait(forText: "EDITING")

      screens.hangUp()

      _ = try screens.waitForEnd()
      #expect(try scratch.names(in: scratch.file("run")) == [])
      let again = try scratch.screens(showing: "New goal · Duffy")
      again.send("q")
      #expect(try again.waitForEnd() == .exit(0))
    }
  }
}
