import Testing
import TextUI

/// Keys by the names that hints and scripts give them.
struct KeyNameTests {
  @Test(arguments: [
    ("Enter", Key.enter), ("enter", .enter), ("↵", .enter), ("Esc", .escape), ("Tab", .tab),
    ("Shift-Tab", .backTab), ("PgDn", .pageDown), ("Up", .up), ("↑", .up), ("a", Key("a")),
    ("A", Key("A")), ("*", Key("*")), ("-", Key("-")), ("é", Key("é")), ("Space", Key(" ")),
    ("F2", Key(.function(2))), ("f12", Key(.function(12))), ("f", Key("f")),
    ("Ctrl-S", .control("s")), ("ctrl-s", .control("s")), ("Ctrl-_", .control("_")),
    ("Ctrl--", .control("-")), ("Alt-Left", Key(.left, .alt)),
    ("Alt-b", Key(.character("b"), .alt)),
    ("Ctrl-Shift-Up", Key(.up, [.control, .shift])), ("Shift-a", Key("A")),
    ("Delete", .delete), ("Backspace", .backspace), ("Ctrl-Space", .control(" ")),
  ])
  func `a key's name means the key`(_ name: String, _ key: Key) {
    #expect(Key(named: name) == key)
  }

  @Test(arguments: ["", "Entr", "Ctrl-", "F0", "F25", "F+1", "ab", "Ctrl-ab", "Up Down"])
  func `what is no key's name is none`(_ name: String) {
    #expect(Key(named: name) == nil)
  }

  @Test func `the label of every key is a name of it`() {
    let codes: [Key.Code] = [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right,
      .home, .end, .pageUp, .pageDown, .function(1), .function(12), .character("x"),
      .character("Ж"), .character(" "), .character("?"),
    ]
    let plain = codes.map { Key($0) }
    let controlled = [Key.control("s"), .control("_"), Key(.left, .control), Key(.right, .alt)]

    for key in plain + controlled { #expect(Key(named: key.label) == key, "\(key.label)") }
  }
}
