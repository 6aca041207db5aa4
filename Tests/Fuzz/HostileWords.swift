import Casework
import Foundation

/// Fills every text of a record with what terminals stumble over, found by reflection, so that a
/// field that is added later is filled too.
struct HostileWords {
  /// Commands, marks, directions, wide and joined characters, and what has no width at all.
  static let kinds = [
    "A\u{1B}]0;pwn\u{7}\u{1B}[2J\u{1B}[?1049l\t\r\n\u{8}\u{E}\u{7F}z",
    "\u{9B}31m\u{90}q\u{9C}\u{84}\u{85}b",
    "\u{202E}drow\u{2066}x\u{2069}\u{61C}\u{200F}\u{2028}y",
    "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306} \u{301}lone a\u{20E3}",
    "王小明 ｆｕｌｌ 한국 \u{1112}\u{1161}\u{11AB}",
    "👨‍👩‍👧‍👦 👍🏽 ⚠️ 🇬🇧 👩‍🚀", "\u{1FAE8}\u{AD}\u{200B}\u{FEFF}\u{E0041}\u{10FFFF}\u{FFFE}\u{E000}",
    "عائشة שלום นำ้ นะ नमस्ते", "Łódź Ñandú ß",
  ]

  /// `Type.property` of every text that was met, and of those that hold hostile words now.
  private(set) var declared: Set<String> = []
  private(set) var filled: Set<String> = []
  private var count = 0

  /// All the kinds in one text, each time another one first; no two texts are the same.
  mutating func next() -> String {
    count += 1
    let first = count % Self.kinds.count
    return (Self.kinds[first...] + Self.kinds[..<first]).joined(separator: " ") + " \(count)"
  }

  mutating func fill(_ record: Record) throws -> Record {
    switch record {
    case .practitioner(let one): .practitioner(try filled(one))
    case .family(let one): .family(try filled(one))
    case .person(let one): .person(try filled(one))
    case .member(let one): .member(try filled(one))
    case .consent(let one): .consent(try filled(one))
    case .conference(let one): .conference(try filled(one))
    case .plan(let one): .plan(try filled(one))
    case .goal(let one): .goal(try filled(one))
    case .action(let one): .action(try filled(one))
    case .rating(let one): .rating(try filled(one))
    case .review(let one): .review(try filled(one))
    case .note(let one): .note(try filled(one))
    }
  }

  private mutating func filled<Value: Codable>(_ value: Value) throws -> Value {
    let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(value))
    let changed = fill(json, like: value)
    let result = try JSONDecoder().decode(
      Value.self, from: JSONSerialization.data(withJSONObject: changed))
    look(at: result)
    return result
  }

  /// Changes the written form of a value along with the value's own build.
  private mutating func fill(_ json: Any, like value: Any) -> Any {
    let mirror = Mirror(reflecting: value)
    switch (mirror.displayStyle, json) {
    case (.optional, _):
      guard let inner = mirror.children.first?.value else { return json }
      return fill(json, like: inner)
    case (.collection, let list as [Any]):
      return zip(list, mirror.children).map { fill($0, like: $1.value) }
    case (.struct, var object as [String: Any]):
      for case (let label?, let part) in mirror.children {
        // By type: an empty list of anything passes for a list of texts.
        let type = type(of: part)
        if type == String.self || type == String?.self {
          object[label] = next()
        } else if type == [String].self {
          object[label] = [next(), next()]
        } else if let inner = object[label] {
          object[label] = fill(inner, like: part)
        }
      }
      return object
    default: return json
    }
  }

  /// Notes which texts a value has, and which of them are hostile.
  private mutating func look(at value: Any) {
    let mirror = Mirror(reflecting: value)
    for (label, part) in mirror.children {
      let texts: [String]
      switch type(of: part) {
      case is String.Type, is [String].Type, is String?.Type:
        texts = part as? [String] ?? (part as? String).map { [$0] } ?? []
      default:
        look(at: part)
        continue
      }
      guard mirror.displayStyle != .collection, mirror.displayStyle != .optional else { continue }
      let name = "\(mirror.subjectType).\(label ?? "")"
      declared.insert(name)
      if texts.contains(where: { $0.contains("\u{202E}") }) { filled.insert(name) }
    }
  }
}
