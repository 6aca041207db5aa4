/// What terminals send for keys: xterm, tmux, screen, the Linux console, PuTTY, rxvt and the VT100.
enum KeySequences {
  /// The key of a control character; nil for one that is text.
  static func control(_ scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 0x00: .control(" ")
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x01...0x1A: Unicode.Scalar(scalar.value + 0x60).map { .control(Character($0)) }
    case 0x1C...0x1F: Unicode.Scalar(scalar.value + 0x40).map { .control(Character($0)) }
    default: nil
    }
  }

  /// The key of `ESC [ parameters final`; nil for one that is no key.
  static func csi(_ parameters: [UInt8], final: UInt8) -> Key? {
    // A sign before the numbers marks a terminal's answer.
    if let sign = parameters.first, sign >= 0x3C { return nil }
    let numbers = numbers(parameters[...])
    let first = numbers.first ?? 0
    let modifiers = modifiers(numbers.count > 1 ? numbers[1] : 1)
    switch Character(Unicode.Scalar(final)) {
    case "~":
      if first == 27, numbers.count == 3 { return typed(numbers[2], modifiers) }
      return numbered[first].map { Key($0, modifiers) }
    case "u": return typed(first, modifiers)
    case "^": return numbered[first].map { Key($0, .control) }
    case "@": return numbered[first].map { Key($0, [.control, .shift]) }
    case "$": return numbered[first].map { Key($0, .shift) }
    case "Z": return .backTab
    case "P", "Q", "R", "S":
      guard first <= 1 else { return nil }
      return Key(.function(Int(final) - 0x4F), modifiers)
    case "a", "b", "c", "d":
      guard parameters.isEmpty else { return nil }
      return lettered[Character(Unicode.Scalar(final - 0x20))].map { Key($0, .shift) }
    case let letter: return first <= 1 ? lettered[letter].map { Key($0, modifiers) } : nil
    }
  }

  /// The key of `ESC O final`, with the modifier that some terminals put between.
  static func ss3(_ final: UInt8, modifier: UInt8?) -> Key? {
    let modifiers = modifiers(modifier.map { Int($0) - 0x30 } ?? 1)
    switch Character(Unicode.Scalar(final)) {
    case "P", "Q", "R", "S": return Key(.function(Int(final) - 0x4F), modifiers)
    case "M": return .enter
    case "I": return .tab
    case "X": return Key("=")
    case "a", "b", "c", "d":
      return lettered[Character(Unicode.Scalar(final - 0x20))].map { Key($0, .control) }
    // The keys of a number pad: * + , - . / and 0 to 9.
    case "j"..."y": return Key(Character(Unicode.Scalar(final - 0x40)))
    case " ": return Key(" ")
    case let letter: return lettered[letter].map { Key($0, modifiers) }
    }
  }

  /// A mouse report `button;column;row`, counted from 1; nil for motion and for buttons nobody knows.
  static func mouse(_ parameters: ArraySlice<UInt8>, final: UInt8) -> Mouse? {
    let numbers = numbers(parameters)
    guard numbers.count == 3, numbers[0] & 32 == 0, numbers[0] < 128 else { return nil }
    let position = Point(x: max(0, numbers[1] - 1), y: max(0, numbers[2] - 1))
    let button = numbers[0] & 3
    if numbers[0] & 64 != 0 {
      guard button < 2 else { return nil }
      return Mouse(kind: button == 0 ? .wheelUp : .wheelDown, button: 0, position: position)
    }
    let isRelease = final == UInt8(ascii: "m")
    return Mouse(
      kind: isRelease ? .release : .press, button: button == 3 ? 0 : button, position: position)
  }

  /// Whether these bytes, all of them, are what follows the ESC of one key.
  static func isWholeTail(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 1, bytes.count < 8, let final = bytes.last else { return false }
    switch bytes[0] {
    case UInt8(ascii: "O"): return bytes.count == 2 && ss3(final, modifier: nil) != nil
    case UInt8(ascii: "["):
      let middle = Array(bytes[1...].dropLast())
      if middle == [UInt8(ascii: "[")] { return (0x41...0x45).contains(final) }
      return middle.allSatisfy { (0x30...0x3B).contains($0) } && csi(middle, final: final) != nil
    default: return false
    }
  }

  static func isNumber(_ bytes: [UInt8]) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static let lettered: [Character: Key.Code] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "F": .end, "H": .home,
  ]

  private static let numbered: [Int: Key.Code] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12), 25: .function(13), 26: .function(14),
    28: .function(15), 29: .function(16), 31: .function(17), 32: .function(18),
    33: .function(19), 34: .function(20),
  ]

  /// Numbers between semicolons; 0 for one that is missing or too large.
  private static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int] {
    parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { part in
      let digits = part.prefix { $0 != UInt8(ascii: ":") }
      return digits.count < 9 ? Int(String(decoding: digits, as: UTF8.self)) ?? 0 : 0
    }
  }

  /// 1 is none; less one it is a sum of 1 shift, 2 Alt, 4 Control, 8 Meta.
  private static func modifiers(_ parameter: Int) -> Key.Modifiers {
    guard (2...16).contains(parameter) else { return [] }
    let bits = parameter - 1
    var modifiers: Key.Modifiers = []
    if bits & 1 != 0 { modifiers.insert(.shift) }
    if bits & 0b1010 != 0 { modifiers.insert(.alt) }
    if bits & 4 != 0 { modifiers.insert(.control) }
    return modifiers
  }

  /// A key reported by its code point.
  private static func typed(_ code: Int, _ modifiers: Key.Modifiers) -> Key? {
    guard let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else { return nil }
    switch scalar.value {
    case 9: return modifiers.contains(.shift) ? .backTab : Key(.tab, modifiers)
    case 13: return Key(.enter, modifiers.subtracting(.shift))
    case 27: return .escape
    case 8, 127: return Key(.backspace, modifiers)
    case 0..<0x20, 0x80..<0xA0, 0xE000..<0xF900: return nil
    default: break
    }
    let character = Character(scalar)
    let rest = modifiers.subtracting(.shift)
    guard rest.isEmpty else {
      return Key(.character(character.lowercased().first ?? character), rest)
    }
    let isUpper = modifiers.contains(.shift)
    return Key(isUpper ? character.uppercased().first ?? character : character)
  }
}
