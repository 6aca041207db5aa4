/// Something that is wrong in a document: where, and a sentence that says what.
public struct ImportFault: Hashable, Sendable, CustomStringConvertible {
  /// The place as a JSON pointer, `/families/3/goals/0/baseline`; empty for the whole document.
  public var pointer: String
  public var sentence: String

  public init(pointer: String, sentence: String) {
    self.pointer = pointer
    self.sentence = sentence
  }

  /// `/families/3/name: The key “name” is missing.`
  public var description: String { pointer.isEmpty ? sentence : "\(pointer): \(sentence)" }
}

/// Why a document was not read: everything that is wrong in it, by place; never empty.
public struct ImportFaults: Error, Hashable, Sendable {
  public let faults: [ImportFault]

  init(_ faults: [ImportFault]) {
    precondition(!faults.isEmpty, "a document without faults is read")
    self.faults = faults
  }

  /// One fault of the whole document.
  init(_ sentence: String) {
    self.init([ImportFault(pointer: "", sentence: sentence)])
  }
}

/// One step of the way into a document.
enum PlaceStep: Hashable, Comparable {
  case index(Int)
  case key(String)
}

/// The way into a document, for example the goals of the fourth family.
struct Place: Hashable, Comparable {
  var steps: [PlaceStep] = []

  static func + (place: Place, key: String) -> Place { Place(steps: place.steps + [.key(key)]) }

  /// Numbers by their value, keys by the alphabet, a whole before its parts.
  static func < (left: Place, right: Place) -> Bool {
    left.steps.lexicographicallyPrecedes(right.steps)
  }

  /// Whether this is the other place, or the other lies within it.
  func holds(_ other: Place) -> Bool { other.steps.starts(with: steps) }

  /// As a JSON pointer (RFC 6901).
  var pointer: String {
    steps.map { step in
      switch step {
      case .index(let index): "/\(index)"
      case .key(let key): "/" + escaped(key)
      }
    }.joined()
  }

  private func escaped(_ key: String) -> String {
    var result = ""
    for character in visible(key) {
      switch character {
      case "~": result += "~0"
      case "/": result += "~1"
      default: result.append(character)
      }
    }
    return result
  }
}
