import TOMLKit

/// What is wrong in a file that somebody wrote, and where.
public struct FileFault: Error, Hashable, Sendable {
  /// The file as a person knows it, its path or what it is called; empty where it is in no file.
  public var file: String
  /// From 1; nil where the fault belongs to no line.
  public var line: Int?
  /// A sentence: `“purple” is not a colour; …`.
  public var words: String

  public init(file: String, line: Int?, words: String) {
    self.file = file
    self.line = line
    self.words = words
  }

  /// `/home/ana/.config/kith/config.toml:3: “loud” is no setting of kith.`
  public var sentence: String {
    file.isEmpty ? words : "\(file):\(line.map { "\($0):" } ?? "") \(words)"
  }
}

/// The values of a TOML file in the order of its lines, each with its path and its line.
public struct TOMLPage: Equatable, Sendable {
  public enum Value: Equatable, Sendable {
    case text(String)
    case number(Int)
    case truth(Bool)
    case list([Value])
    /// A kind that no file of kith has, as a person calls it: `a date`.
    case other(String)
  }

  public struct Entry: Equatable, Sendable {
    /// The tables it lies in, then its key: `keys`, `families`, `add-a-family`.
    public var path: [String]
    public var value: Value
    public var line: Int
  }

  public let entries: [Entry]
  private let lines: TOMLLines

  /// Reads a file's text.
  ///
  /// - Parameter file: how faults name it.
  /// - Throws: what breaks the rules of TOML, with its line.
  public init(_ text: String, file: String) throws(FileFault) {
    lines = TOMLLines(text)
    if let fault = TOMLTraps.first(in: text, file: file) { throw fault }
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw FileFault(
        file: file, line: error.source.begin.line,
        words: "This is not TOML: \(Self.firstSentence(error.description)).")
    } catch {
      throw FileFault(file: file, line: nil, words: "This is not TOML: \(error).")
    }
    var found: [Entry] = []
    Self.collect(table, under: [], lines, into: &found)
    entries = found.sorted {
      ($0.line, $0.path.joined(separator: ".")) < ($1.line, $1.path.joined(separator: "."))
    }
  }

  /// The line of a key or a table, or of the nearest table around it; from 1.
  public func line(of path: [String]) -> Int? { lines.line(of: path) }

  /// The lines that a key and its value take, from 0; nil when the file has no line of its own for it.
  public func span(of path: [String]) -> ClosedRange<Int>? { lines.span(of: path) }

  /// Where the first table begins, from 0: keys of no table stand before it.
  public var firstTable: Int? { lines.firstTable }

  private static func firstSentence(_ text: String) -> String {
    text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  private static func collect(
    _ table: TOMLTable, under path: [String], _ lines: TOMLLines, into found: inout [Entry]
  ) {
    for key in table.keys {
      guard let value = table[key] else { continue }
      let place = path + [key]
      if let inner = value.table {
        collect(inner, under: place, lines, into: &found)
      } else {
        found.append(Entry(path: place, value: plain(value), line: lines.line(of: place) ?? 1))
      }
    }
  }

  private static func plain(_ value: any TOMLValueConvertible) -> Value {
    switch value.type {
    case .string: .text(value.string ?? "")
    case .int: .number(value.int ?? 0)
    case .bool: .truth(value.bool ?? false)
    case .array: .list((value.array.map(Array.init) ?? []).map(plain))
    case .table: .other("a table")
    case .double: .other("a number with a point")
    case .date, .time, .dateTime: .other("a date or a time")
    }
  }
}

/// Which line of a TOML text says what: the parser does not keep it.
struct TOMLLines: Equatable, Sendable {
  private var spans: [[String]: ClosedRange<Int>] = [:]
  private(set) var firstTable: Int?

  init(_ text: String) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var table: [String] = []
    var number = 0
    while number < lines.count {
      let line = lines[number].drop { $0 == " " || $0 == "\t" }
      defer { number += 1 }
      if line.hasPrefix("[") {
        if firstTable == nil { firstTable = number }
        table = Self.key(line.drop { $0 == "[" }).parts
        spans[table] = spans[table] ?? number...number
        continue
      }
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      let (parts, rest) = Self.key(line)
      guard rest.first == "=" else { continue }
      var open = OpenValue()
      let first = number
      open.read(rest.dropFirst())
      while open.goesOn, number + 1 < lines.count {
        number += 1
        open.read(lines[number])
      }
      spans[table + parts] = spans[table + parts] ?? first...number
    }
  }

  func span(of path: [String]) -> ClosedRange<Int>? { spans[path] }

  func line(of path: [String]) -> Int? {
    var path = path
    while !path.isEmpty {
      if let span = spans[path] { return span.lowerBound + 1 }
      path.removeLast()
    }
    return nil
  }

  /// The parts of a key, bare or quoted, and what stands behind it.
  private static func key(_ text: Substring) -> (parts: [String], rest: Substring) {
    var rest = text
    var parts: [String] = []
    while true {
      rest = rest.drop { $0 == " " || $0 == "\t" }
      if let quote = rest.first, quote == "\"" || quote == "'" {
        rest = rest.dropFirst()
        parts.append(String(rest.prefix { $0 != quote }))
        rest = rest.drop { $0 != quote }.dropFirst()
      } else {
        let word = rest.prefix { !" \t.=]#".contains($0) }
        parts.append(String(word))
        rest = rest.dropFirst(word.count)
      }
      rest = rest.drop { $0 == " " || $0 == "\t" }
      guard rest.first == "." else { return (parts, rest) }
      rest = rest.dropFirst()
    }
  }
}

/// Whether a value goes on over the end of its line: a list, or a text of several lines.
private struct OpenValue {
  private var quote: String?
  private var depth = 0

  var goesOn: Bool { depth > 0 || quote?.count == 3 }

  mutating func read(_ line: Substring) {
    var rest = line
    while let character = rest.first {
      if let open = quote {
        if rest.hasPrefix(open) {
          rest = rest.dropFirst(open.count)
          quote = nil
        } else {
          rest = rest.dropFirst(character == "\\" && open.first == "\"" ? 2 : 1)
        }
        continue
      }
      let opener = ["\"\"\"", "'''", "\"", "'"].first { rest.hasPrefix($0) }
      if let opener {
        quote = opener
        rest = rest.dropFirst(opener.count)
        continue
      }
      if character == "#" { return }
      if "[{".contains(character) { depth += 1 }
      if "]}".contains(character) { depth -= 1 }
      rest = rest.dropFirst()
    }
    // A text in single quotes ends with its line at the latest.
    if quote?.count == 1 { quote = nil }
  }
}
