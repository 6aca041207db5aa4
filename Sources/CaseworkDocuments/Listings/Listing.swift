/// A list as it leaves kith: a title, columns and rows of texts; days as `2026-11-27`.
public struct Listing: Hashable, Sendable {
  public struct Column: Hashable, Sendable {
    /// The name in JSON; it stays what it is when the heading changes.
    public var key: String
    /// What people read above the column.
    public var heading: String

    public init(_ key: String, _ heading: String) {
      self.key = key
      self.heading = heading
    }
  }

  /// What kind of list it is, for programs: `families`, `reviews`, `goals`, `actions`.
  public var name: String
  public var title: String
  public var columns: [Column]
  /// Each row has a text for each column.
  public private(set) var rows: [[String]] = []

  public init(name: String, title: String, columns: [Column]) {
    self.name = name
    self.title = title
    self.columns = columns
  }

  /// Adds a row.
  ///
  /// - Precondition: as many texts as there are columns.
  public mutating func add(_ row: [String]) {
    precondition(row.count == columns.count, "a row has a text for each column")
    rows.append(row)
  }

  /// RFC 4180: the headings, then a line for each row; every line ends with CR LF.
  ///
  /// A text that a spreadsheet would take for a formula gets a `'` before it, and control characters
  /// are shown as signs, so that each row is one line.
  public func csv() -> String {
    ([columns.map(\.heading)] + rows)
      .map { $0.map(csvCell).joined(separator: ",") + "\r\n" }
      .joined()
  }

  /// A JSON document: `format` is `kith list`, `version` 1, `list` the name, `title`, and `rows` with
  /// an object for each, every value a text under its column's key.
  public func json() -> String {
    let ordered = columns.indices.sorted { columns[$0].key < columns[$1].key }
    var json = JSONWriter()
    json.object { json in
      json.member("format", "kith list")
      json.member("list", name)
      json.key("rows")
      json.open("[")
      for row in rows {
        json.startLine()
        json.object { json in
          for index in ordered { json.member(columns[index].key, row[index]) }
        }
      }
      json.close("]")
      json.member("title", title)
      json.member("version", 1)
    }
    json.newline()
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

/// One cell of a CSV line, quoted where it has to be.
func csvCell(_ text: String) -> String {
  let shown = isFormula(text) ? "'" + visible(text) : visible(text)
  let marks: [Character] = ["\"", ","]
  guard shown.contains(where: marks.contains) || shown != shown.trimmed else { return shown }
  return "\""
    + shown.split(separator: "\"", omittingEmptySubsequences: false)
    .joined(separator: "\"\"") + "\""
}

/// Whether a spreadsheet would work it out; a number such as -2 is none.
private func isFormula(_ text: String) -> Bool {
  guard let first = text.unicodeScalars.first else { return false }
  let marks: [Unicode.Scalar] = ["=", "+", "-", "@", "\t", "\r"]
  return marks.contains(first) && Int(text) == nil
}

extension String {
  /// Without white space at both ends.
  fileprivate var trimmed: Substring {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return self[first...last]
  }
}
