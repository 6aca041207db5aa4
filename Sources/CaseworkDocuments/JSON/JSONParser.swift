/// Reads JSON (RFC 8259) from bytes, whole or a part at a time, without ever trapping.
struct JSONParser {
  /// Levels of lists and objects in each other; a caseload has at most ten.
  static let deepest = 64

  private let bytes: [UInt8]
  private(set) var offset: Int

  /// - Parameter offset: where to begin; the beginning of a value that was found before.
  init(_ bytes: [UInt8], at offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  /// Reads the value that begins here, and leaves the place after it.
  mutating func value(depth: Int = 0) throws(JSONFault) -> JSONValue {
    guard depth < JSONParser.deepest else {
      throw fault("lists and objects stand more than \(JSONParser.deepest) deep in each other")
    }
    skipSpace()
    switch peek {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case UInt8(ascii: "-"): return .number(try number())
    case let byte? where (0x30...0x39).contains(byte): return .number(try number())
    case nil: throw fault("the file ends where a value is expected")
    default: throw fault("a value is expected here")
    }
  }

  /// Reads the members of the object that begins here, handing over each key with the parser before
  /// its value, which the closure has to read.
  mutating func members(
    _ each: (inout JSONParser, String) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    try expect("{")
    if take("}") { return }
    repeat {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw fault("a key in quotes is expected here") }
      let key = try string()
      try expect(":")
      try each(&self, key)
    } while try another(until: "}")
  }

  /// Reads the elements of the list that begins here; the closure has to read each.
  mutating func elements(
    _ each: (inout JSONParser, Int) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    try expect("[")
    if take("]") { return }
    var index = 0
    repeat {
      try each(&self, index)
      index += 1
    } while try another(until: "]")
  }

  /// Checks that nothing but space is left.
  mutating func end() throws(JSONFault) {
    skipSpace()
    if peek != nil { throw fault("something follows after the end") }
  }

  mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 {
      offset += 1
    }
  }

  /// The next byte; nil at the end.
  var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func object(_ depth: Int) throws(JSONFault) -> JSONValue {
    var members: [JSONValue.Member] = []
    try self.members { parser, key throws(JSONFault) in
      members.append(JSONValue.Member(key: key, value: try parser.value(depth: depth + 1)))
    }
    return .object(members)
  }

  private mutating func array(_ depth: Int) throws(JSONFault) -> JSONValue {
    var values: [JSONValue] = []
    try elements { parser, _ throws(JSONFault) in
      values.append(try parser.value(depth: depth + 1))
    }
    return .array(values)
  }

  private mutating func literal(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONFault) -> JSONValue {
    let expected = word.withUTF8Buffer { Array($0) }
    guard bytes[offset...].starts(with: expected) else { throw fault("a value is expected here") }
    offset += expected.count
    return value
  }

  private mutating func number() throws(JSONFault) -> String {
    let start = offset
    if peek == UInt8(ascii: "-") { offset += 1 }
    if peek == UInt8(ascii: "0") { offset += 1 } else { try digits() }
    if peek == UInt8(ascii: ".") {
      offset += 1
      try digits()
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      offset += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { offset += 1 }
      try digits()
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func digits() throws(JSONFault) {
    let start = offset
    while let byte = peek, (0x30...0x39).contains(byte) { offset += 1 }
    if offset == start { throw fault("a digit is expected here") }
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    skipSpace()
    guard peek == UInt8(ascii: mark) else { return false }
    offset += 1
    return true
  }

  private mutating func expect(_ mark: Unicode.Scalar) throws(JSONFault) {
    guard take(mark) else { throw fault("“\(mark)” is expected here") }
  }

  /// Whether a comma follows and with it another; false at the closing mark.
  private mutating func another(until mark: Unicode.Scalar) throws(JSONFault) -> Bool {
    if take(",") { return true }
    guard take(mark) else { throw fault("a comma or “\(mark)” is expected here") }
    return false
  }

  private func fault(_ reason: String) -> JSONFault { JSONFault(offset: offset, reason: reason) }
}

// MARK: - Texts

extension JSONParser {
  /// Reads the text that begins here with its opening quote.
  fileprivate mutating func string() throws(JSONFault) -> String {
    offset += 1
    let start = offset
    while let byte = peek, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      offset += 1
    }
    if peek == UInt8(ascii: "\"") {
      offset += 1
      return String(decoding: bytes[start..<offset - 1], as: UTF8.self)
    }
    return try stringWithEscapes(from: start)
  }

  private mutating func stringWithEscapes(from start: Int) throws(JSONFault) -> String {
    var text = Array(bytes[start..<offset])
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text.append(contentsOf: UTF8.encode(try escape()) ?? UTF8.encodedReplacementCharacter)
      case ..<0x20:
        throw fault("a line break or another control character in a text has to be escaped")
      default:
        text.append(byte)
        offset += 1
      }
    }
    throw fault("the file ends within a text")
  }

  private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
    offset += 1
    guard let mark = peek else { throw fault("the file ends within a text") }
    offset += 1
    switch mark {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(mark)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape()
    default:
      offset -= 1
      throw fault("a backslash before no known mark")
    }
  }

  private mutating func unicodeEscape() throws(JSONFault) -> Unicode.Scalar {
    let first = try fourHexDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard UTF16.isLeadSurrogate(UInt16(first)), peek == UInt8(ascii: "\\") else {
      throw fault("an escape of half a character")
    }
    offset += 1
    guard peek == UInt8(ascii: "u") else { throw fault("an escape of half a character") }
    offset += 1
    let second = try fourHexDigits()
    guard UTF16.isTrailSurrogate(UInt16(second)),
      let scalar = Unicode.Scalar(0x10000 + ((first & 0x3ff) << 10) + (second & 0x3ff))
    else { throw fault("an escape of half a character") }
    return scalar
  }

  private mutating func fourHexDigits() throws(JSONFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fault("four hexadecimal digits are expected here")
      }
      value = value << 4 | UInt32(digit)
      offset += 1
    }
    return value
  }
}
