import Casework

/// One reading of a caseload document: first whether it is JSON at all, then what it says, family by
/// family, so that no more than one of them is held as JSON.
struct CaseloadReading {
  private static let keys = ["families", "format", "practitioners", "version"]

  private let text: [UInt8]
  private let reader: DocumentReader

  init(_ text: [UInt8], today: Day) {
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    self.text = text.starts(with: mark) ? Array(text.dropFirst(mark.count)) : text
    reader = DocumentReader(today: today)
  }

  func read() throws(ImportFaults) -> Caseload {
    let parts: [String: Int]
    do {
      parts = try findParts()
      try checkFormat(parts)
      let practitioners = try practitioners(at: parts["practitioners"])
      let families = try families(at: parts["families"])
      if !reader.faults.isEmpty { throw ImportFaults(reader.sortedFaults) }
      return Caseload(practitioners: practitioners, families: families)
    } catch let fault as JSONFault {
      throw ImportFaults("This is not JSON: \(words(of: fault)).")
    } catch let faults as ImportFaults {
      throw faults
    } catch {
      preconditionFailure("reading throws faults only")
    }
  }

  /// Where the value of each key of the document begins; everything is checked to be JSON.
  private func findParts() throws -> [String: Int] {
    if let offset = firstByteThatIsNotUTF8(text) {
      throw JSONFault(offset: offset, reason: "the text is not UTF-8")
    }
    var parser = JSONParser(text)
    parser.skipSpace()
    guard parser.peek == UInt8(ascii: "{") else {
      _ = try parser.value()
      try parser.end()
      throw ImportFaults(
        "A caseload is an object: { \"format\": \"\(CaseloadDocument.format)\", … }")
    }
    var parts: [String: Int] = [:]
    try parser.members { parser, key throws(JSONFault) in
      note(key, isRepeated: parts[key] != nil)
      parts[key] = parser.offset
      try skip(&parser)
    }
    try parser.end()
    return parts
  }

  /// `line 3, column 14: a comma or “}” is expected here`; columns count characters as editors do.
  private func words(of fault: JSONFault) -> String {
    let before = text[..<min(fault.offset, text.count)]
    let line = before.count { $0 == 0x0a } + 1
    let start = before.lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
    let column = String(decoding: before[start...], as: UTF8.self).count + 1
    return "line \(line), column \(column): \(fault.reason)"
  }

  /// Passes over a value; a list element by element, so that a long one is never held.
  private func skip(_ parser: inout JSONParser) throws(JSONFault) {
    parser.skipSpace()
    guard parser.peek == UInt8(ascii: "[") else {
      _ = try parser.value(depth: 1)
      return
    }
    try parser.elements { parser, _ throws(JSONFault) in _ = try parser.value(depth: 2) }
  }

  private func note(_ key: String, isRepeated: Bool) {
    if isRepeated {
      reader.fault("The key is there twice.", at: Place() + key)
    } else if !CaseloadReading.keys.contains(key) {
      reader.fault(unknown(key, among: CaseloadReading.keys), at: Place() + key)
    }
  }

  /// Throws when this is not a caseload of our version: then nothing else is worth telling.
  private func checkFormat(_ parts: [String: Int]) throws {
    let format = try value(at: parts["format"])
    guard case .string(CaseloadDocument.format) = format else {
      throw ImportFaults([
        ImportFault(
          pointer: "/format",
          sentence: "A caseload says \"format\": \"\(CaseloadDocument.format)\" here.")
      ])
    }
    let version = try value(at: parts["version"])
    if case .number(let text) = version, text == String(CaseloadDocument.version) { return }
    var sentence = "A caseload says \"version\": \(CaseloadDocument.version) here."
    if case .number(let text) = version, let number = Double(text),
      number > Double(CaseloadDocument.version)
    {
      sentence =
        "This caseload comes from a newer kith: its version is \(text.prefix(20)), and this kith "
        + "reads version \(CaseloadDocument.version). Update kith, then import it again."
    }
    throw ImportFaults([ImportFault(pointer: "/version", sentence: sentence)])
  }

  private func value(at offset: Int?) throws(JSONFault) -> JSONValue? {
    guard let offset else { return nil }
    var parser = JSONParser(text, at: offset)
    return try parser.value(depth: 1)
  }

  private func practitioners(at offset: Int?) throws(JSONFault) -> [Practitioner] {
    guard let value = try value(at: offset) else {
      reader.practitioners = []
      return []
    }
    let count = reader.faults.count
    let practitioners = reader.within(.key("practitioners")) {
      [Practitioner].read(value, reader) ?? []
    }
    if reader.faults.count == count { reader.practitioners = Set(practitioners.map(\.id)) }
    return practitioners.sorted(by: \.id)
  }

  private func families(at offset: Int?) throws(JSONFault) -> [FamilyFile] {
    guard let offset else { return [] }
    var parser = JSONParser(text, at: offset)
    parser.skipSpace()
    guard parser.peek == UInt8(ascii: "[") else {
      let value = try parser.value(depth: 1)
      reader.within(.key("families")) { reader.expected("a list", found: value) }
      return []
    }
    var families: [FamilyFile] = []
    try parser.elements { parser, index throws(JSONFault) in
      let value = try parser.value(depth: 2)
      let family = reader.within(.key("families")) {
        reader.within(.index(index)) { readFamily(value) }
      }
      if let family { families.append(family) }
    }
    return families.sorted(by: \.family.id)
  }

  /// Reads one family and checks its rules.
  private func readFamily(_ value: JSONValue) -> FamilyFile? {
    let count = reader.faults.count
    guard let file = FamilyFile.read(value, reader) else { return nil }
    let unread = reader.faults[count...].map(\.place)
    let places = RecordPlaces(value)
    for (record, breach) in file.breaches(on: reader.today) {
      var place = Place(steps: reader.place.steps + places.steps(to: record, in: file))
      if !breach.field.isEmpty { place = place + breach.field }
      // A value that could not be read is told already; its placeholder may break rules too.
      if !unread.contains(where: place.holds) { reader.fault(breach.sentence, at: place) }
    }
    return file.sortedByID
  }
}

extension FamilyFile {
  /// Each kind of record by id.
  fileprivate var sortedByID: FamilyFile {
    FamilyFile(
      family: family, people: people.sorted(by: \.id), team: team.sorted(by: \.id),
      consents: consents.sorted(by: \.id), conferences: conferences.sorted(by: \.id), plan: plan,
      goals: goals.sorted(by: \.id), actions: actions.sorted(by: \.id),
      ratings: ratings.sorted(by: \.id), reviews: reviews.sorted(by: \.id),
      notes: notes.sorted(by: \.id))
  }
}
