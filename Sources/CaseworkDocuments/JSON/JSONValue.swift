/// A JSON value as it was read: keys in the order of the file, numbers as they were written.
enum JSONValue {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  struct Member {
    var key: String
    var value: JSONValue
  }

  /// What it is, for a sentence: `a text`, `a list`.
  var words: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

/// Why some bytes are not JSON, and where.
struct JSONFault: Error {
  /// Bytes from the beginning.
  var offset: Int
  /// What was expected or found, without the place.
  var reason: String
}
