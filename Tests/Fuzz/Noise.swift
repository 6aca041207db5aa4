import CaseworkDocuments
import TextUI

/// What a keyboard, a bad line and a careless paste send.
enum Noise {
  /// One to 64 bytes: pure noise, pieces of real sequences, or those with bytes changed.
  static func packet(_ dice: inout SplitMix64) -> [UInt8] {
    let length = dice.number(1...64)
    var bytes: [UInt8] = []
    let isNoise = dice.chance(35)
    while bytes.count < length {
      if isNoise {
        bytes.append(UInt8(dice.number(0...255)))
      } else if dice.chance(60) {
        bytes.append(UInt8(dice.number(0x20...0x7E)))
      } else {
        bytes += Array(dice.pick(pieces).utf8)
        if dice.chance(10) { bytes[bytes.count - 1] = UInt8(dice.number(0...255)) }
      }
    }
    return Array(bytes.prefix(length))
  }

  private static let pieces = [
    "\u{1B}", "\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}OA", "\u{1B}[H", "\u{1B}[F",
    "\u{1B}[5~", "\u{1B}[6~", "\u{1B}[3~", "\u{1B}[Z", "\u{1B}[1;5C", "\u{1B}[1;3D", "\u{1B}[24~",
    "\u{1B}[200~", "\u{1B}[201~", "\u{1B}[200~two\rlines\u{1B}[201~", "\u{1B}[<0;10;5M",
    "\u{1B}[<0;10;5m", "\u{1B}[<64;10;5M", "\u{1B}[M !!", "\u{1B}]0;x\u{7}", "\u{1B}P1$r\u{1B}\\",
    "\u{1B}[12$", "\u{1B}[99999999999;1H", "\t", "\r", "\n", "\u{3}", "\u{13}", "\u{7}", "\u{10}",
    "\u{15}", "\u{17}", "\u{19}", "\u{1A}", "\u{12}", "\u{F}", "\u{1F}", "\u{7F}", "\u{8}", "é",
    "王", "👨‍👩‍👧‍👦", "\u{301}", "\u{202E}", "\u{0}", "1", "2", "3", "4", "5", ":", "?", "/", "q", "u",
    "a", "A", "e", "d", "x", "r", "+", "fri", "27 nov", "+6w",
  ]

  /// A key, a paste, or what the mouse did.
  static func event(_ dice: inout SplitMix64) -> Event {
    switch dice.number(0...99) {
    case 0..<4: .paste(dice.pick(pastes))
    case 4..<8: .mouse(mouse(&dice))
    case 8..<55: .key(dice.pick(often))
    default: .key(dice.pick(sometimes))
    }
  }

  private static func mouse(_ dice: inout SplitMix64) -> Mouse {
    let kinds: [Mouse.Kind] = [.press, .release, .wheelUp, .wheelDown]
    return Mouse(
      kind: dice.pick(kinds), button: dice.number(0...2),
      position: Point(x: dice.number(0...220), y: dice.number(0...70)))
  }

  private static let pastes = [
    "", "Kayla", "two\nlines\nof it", "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "家庭 👨‍👩‍👧‍👦",
    String(repeating: "and then ", count: 200), "\u{202E}drow", "> Mum rings, fri", "10",
  ]

  private static let often: [Key] =
    [.down, .up, .enter, .escape, .tab, .backTab, .control("s"), .left, .right, .pageDown]
    + "aAederx".map { Key($0) }

  private static let sometimes: [Key] =
    "0123456789+-jklhgGfmnopPstTuUvVwWyYzZcCiIHRSFJKMO/:?q]*[\"!>< éß家,.".map { Key($0) }
    + "abcdefghijklmnopqrstuvwxyz_".map { Key.control($0) }
    + [
      .home, .end, .pageUp, .delete, .backspace, Key(.insert), Key(.left, .alt), Key(.right, .alt),
      Key(.left, .control), Key(.right, .control), Key(.up, .shift), Key(.down, .shift),
      Key(.enter, .alt), Key(.character("x"), .alt),
    ] + (1...12).map { Key(.function($0)) }
}
