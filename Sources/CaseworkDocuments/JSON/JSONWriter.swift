/// Writes JSON with two spaces a level; the keys of an object are given in their order.
///
/// Control characters, also those above ASCII, are escaped, so that a document may be shown on a
/// terminal; slashes and all other characters stand as they are.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var depth: Int
  /// Whether something stands already at each level that is open.
  private var begun: [Bool] = []
  private var lastKeys: [String] = []

  /// - Parameter depth: the level at which the text will stand in a larger one.
  init(depth: Int = 0) {
    self.depth = depth
  }

  /// Hands the bytes over and goes on without them.
  mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  mutating func object(_ body: (inout JSONWriter) -> Void) {
    open("{")
    lastKeys.append("")
    body(&self)
    lastKeys.removeLast()
    close("}")
  }

  /// Writes a member of the open object; nothing for nil.
  ///
  /// - Precondition: keys come in ascending order.
  mutating func member(_ key: String, _ value: (some DocumentValue)?) {
    guard let value else { return }
    self.key(key)
    value.write(to: &self)
  }

  /// Writes the key alone; its value has to follow.
  mutating func key(_ key: String) {
    assert(lastKeys.last.map { $0 < key } ?? false, "the key \(key) comes out of its order")
    lastKeys[lastKeys.count - 1] = key
    startLine()
    string(key)
    bytes.append(contentsOf: ": ".utf8)
  }

  mutating func array(_ elements: some Sequence<some DocumentValue>) {
    open("[")
    for element in elements {
      startLine()
      element.write(to: &self)
    }
    close("]")
  }

  mutating func literal(_ word: String) { bytes.append(contentsOf: word.utf8) }

  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy(JSONWriter.isPlain) {
      bytes.append(contentsOf: text.utf8)
    } else {
      for scalar in text.unicodeScalars { append(scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func newline() { bytes.append(0x0a) }

  /// Begins a list or an object; what follows stands one level deeper.
  mutating func open(_ mark: Unicode.Scalar) {
    bytes.append(UInt8(ascii: mark))
    begun.append(false)
    depth += 1
  }

  mutating func close(_ mark: Unicode.Scalar) {
    depth -= 1
    if begun.removeLast() { indent() }
    bytes.append(UInt8(ascii: mark))
  }

  /// Begins the line of the next element or member, after a comma where one stands before it.
  mutating func startLine() {
    if begun[begun.count - 1] { bytes.append(UInt8(ascii: ",")) }
    begun[begun.count - 1] = true
    indent()
  }

  private mutating func indent() {
    newline()
    bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
  }

  /// ASCII that needs no escape.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20..<0x7f).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": literal("\\\"")
    case "\\": literal("\\\\")
    case "\n": literal("\\n")
    case "\r": literal("\\r")
    case "\t": literal("\\t")
    case "\u{0}"..<"\u{20}", "\u{7f}"..<"\u{a0}", "\u{2028}", "\u{2029}":
      let digits = String(scalar.value, radix: 16)
      literal("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
}
