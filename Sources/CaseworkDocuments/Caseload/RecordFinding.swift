import Casework
import FoundationEssentials

extension CaseloadDocument {
  /// Where records stand in a document: each one's id and the JSON pointer of its object, in the order
  /// of the document.
  ///
  /// - Parameter text: a document that was read without a fault.
  public static func places(
    of wanted: Set<UUID>, in text: [UInt8]
  ) -> [(id: UUID, pointer: String)] {
    var parser = JSONParser(text, at: text.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0)
    var finding = RecordFinding(wanted: wanted)
    do throws(JSONFault) {
      parser.skipSpace()
      try parser.members { parser, key throws(JSONFault) in
        parser.skipSpace()
        guard ["practitioners", "families"].contains(key) else {
          _ = try parser.value(depth: 1)
          return
        }
        try parser.elements { parser, index throws(JSONFault) in
          finding.look(into: try parser.value(depth: 2), at: "/\(key)/\(index)")
        }
      }
    } catch {
      preconditionFailure("the document was read before")
    }
    return finding.found
  }
}

/// Looks for records by their ids.
private struct RecordFinding {
  let wanted: Set<UUID>
  var found: [(id: UUID, pointer: String)] = []

  mutating func look(into value: JSONValue, at pointer: String) {
    switch value {
    case .array(let values):
      for (index, value) in values.enumerated() { look(into: value, at: "\(pointer)/\(index)") }
    case .object(let members):
      for member in members {
        if member.key == "id", case .string(let text) = member.value,
          let id = UUID(uuidString: text), wanted.contains(id)
        {
          found.append((id, pointer))
        }
      }
      for member in members { look(into: member.value, at: "\(pointer)/\(member.key)") }
    case .null, .bool, .number, .string: break
    }
  }
}
