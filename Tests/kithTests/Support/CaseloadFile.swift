import Foundation

/// Caseload documents for tests, as the JSON that `kith import` reads.
enum CaseloadFile {
  typealias Object = [String: Any]

  static let maya = id(1)
  static let ruth = id(2)

  /// An id made of a number.
  static func id(_ number: Int) -> String {
    "00000000-0000-7000-8000-" + String(repeating: "0", count: 12 - "\(number)".count) + "\(number)"
  }

  static func practitioner(_ id: String, _ name: String, _ role: String = "practitioner") -> Object
  {
    ["id": id, "name": name, "role": role, "team": "North"]
  }

  /// A family with one child and one goal; its ids are `number`, `number + 1` and `number + 2`.
  static func family(
    _ number: Int, _ name: String, reference: String? = nil,
    goal: String = "Getting to school on time"
  ) -> Object {
    let child = id(number + 1)
    return [
      "id": id(number), "name": name, "reference": reference ?? "T-\(number)",
      "leadProfessional": maya,
      "statusHistory": [["from": "2026-09-01", "value": "open"]],
      "supportHistory": [["from": "2026-09-01", "value": "early help"]],
      "people": [
        ["id": child, "name": "Ada \(name)", "isChild": true, "born": "2015-05-10"] as Object
      ],
      "goals": [
        [
          "id": id(number + 2), "words": goal, "whose": ["person": child], "about": child,
          "baseline": 2, "hopedFor": 8, "setOn": "2026-09-12",
          "category": "attendance and lateness",
        ] as Object
      ],
    ]
  }

  /// The document as text.
  static func text(
    practitioners: [Object] = [practitioner(maya, "Maya Osei")], families: [Object]
  ) throws -> String {
    try text([
      "format": "kith caseload", "version": 1, "practitioners": practitioners,
      "families": families,
    ])
  }

  static func text(_ document: Object) throws -> String {
    let data = try JSONSerialization.data(withJSONObject: document, options: [.sortedKeys])
    return String(decoding: data, as: UTF8.self)
  }
}

extension Scratch {
  /// Makes the store with what a document holds.
  func imports(
    practitioners: [CaseloadFile.Object] = [
      CaseloadFile.practitioner(CaseloadFile.maya, "Maya Osei")
    ], _ families: [CaseloadFile.Object]
  ) throws {
    let text = try CaseloadFile.text(practitioners: practitioners, families: families)
    let outcome = try kith("import", "-", input: text)
    guard outcome.ending == .exit(0) else { throw UnexpectedOutcome(outcome) }
  }

  /// Makes a store with its first practitioner, Maya Osei, who has been here.
  func inits() throws {
    let outcome = try kith("init", "--name", "Maya Osei")
    guard outcome.ending == .exit(0) else { throw UnexpectedOutcome(outcome) }
  }

  /// The families of the store as they are exported.
  func families() throws -> [CaseloadFile.Object] {
    let outcome = try kith("export")
    guard outcome.ending == .exit(0) else { throw UnexpectedOutcome(outcome) }
    let document = try JSONSerialization.jsonObject(with: Data(outcome.output))
    return (document as? CaseloadFile.Object)?["families"] as? [CaseloadFile.Object] ?? []
  }

  /// The words of all goals of the store.
  func goalWords() throws -> [String] {
    try families().flatMap { family in
      (family["goals"] as? [CaseloadFile.Object] ?? []).compactMap { $0["words"] as? String }
    }
  }
}

/// A step of a test's preparation that did not end as it has to.
struct UnexpectedOutcome: Error, CustomStringConvertible {
  let description: String

  init(_ outcome: Outcome) {
    description = "\(outcome.ending): \(outcome.errors)\(outcome.text.prefix(500))"
  }
}
