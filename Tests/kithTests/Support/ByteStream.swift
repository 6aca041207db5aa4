/// What a program wrote to its terminal, cut into what a terminal would see: text and sequences.
struct ByteStream {
  /// The kinds of sequence and control: `CSI H`, `CSI ?h`, `ESC (B`, `C0 0d`, `OSC`, `C1 9b`.
  private(set) var kinds: Set<String> = []
  /// Everything else.
  private(set) var text = String.UnicodeScalarView()

  init(_ bytes: [UInt8]) {
    var rest = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar.value {
      case 0x1B: kinds.insert(ByteStream.sequence(&rest))
      case 0..<0x20, 0x7F: kinds.insert("C0 " + String(scalar.value, radix: 16))
      case 0x80..<0xA0: kinds.insert("C1 " + String(scalar.value, radix: 16))
      default: text.append(scalar)
      }
    }
  }

  /// The kind of a sequence whose Escape was taken; its parameters do not matter.
  private static func sequence(_ rest: inout ArraySlice<Unicode.Scalar>) -> String {
    guard let first = rest.popFirst() else { return "ESC" }
    switch first {
    case "[":
      var mark = ""
      while let scalar = rest.popFirst() {
        if (0x40...0x7E).contains(scalar.value) { return "CSI \(mark)\(scalar)" }
        if !"0123456789;".unicodeScalars.contains(scalar) { mark.unicodeScalars.append(scalar) }
      }
      return "CSI cut off"
    case "]", "P", "_", "^", "X": return "OSC"
    case "(", ")": return "ESC \(first)" + (rest.popFirst().map { "\($0)" } ?? "")
    default: return "ESC \(first)"
    }
  }

  /// Scalars that move text about or cannot be seen: overrides of direction, joiners, spaces of no width.
  var hasUnseen: Bool {
    text.contains {
      (0x200B...0x200F).contains($0.value) || (0x202A...0x202E).contains($0.value)
        || (0x2060...0x2069).contains($0.value) || $0.value == 0xFEFF
    }
  }
}
