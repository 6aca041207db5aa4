import Casework

/// The members of one object of a document, while it is read.
struct Fields {
  let reader: DocumentReader
  private let members: [JSONValue.Member]
  private var known: [String] = []

  init(_ members: [JSONValue.Member], _ reader: DocumentReader) {
    self.members = members
    self.reader = reader
  }

  /// The value of a key that may be missing; nil when it is, is null, or cannot be read.
  mutating func value<Value: DocumentValue>(
    _ key: String, as type: Value.Type = Value.self
  ) -> Value? {
    guard let value = member(key) else { return nil }
    return reader.within(.key(key)) { Value.read(value, reader) }
  }

  /// The value of a key that has to be there; a placeholder, with the fault told, when it is not.
  mutating func needed<Value: RequiredValue>(_ key: String) -> Value {
    guard let value = member(key) else {
      reader.fault(
        "The key “\(key)” is missing; it has to be \(Value.words).", at: reader.place + key)
      return .placeholder
    }
    return reader.within(.key(key)) { Value.read(value, reader) } ?? .placeholder
  }

  /// The id of the record that is being read; each is there once.
  mutating func id<Entity>(of kind: Record.Kind) -> RecordID<Entity> {
    let id: RecordID<Entity> = needed("id")
    if id != .placeholder { reader.within(.key("id")) { reader.noteID(id.uuid, of: kind) } }
    return id
  }

  /// A practitioner, who has to be one of the document's.
  mutating func practitioner(_ key: String) -> Practitioner.ID? {
    let id: Practitioner.ID? = value(key)
    if let id { check(id, key) }
    return id
  }

  mutating func neededPractitioner(_ key: String) -> Practitioner.ID {
    let id: Practitioner.ID = needed(key)
    if id != .placeholder { check(id, key) }
    return id
  }

  private func check(_ id: Practitioner.ID, _ key: String) {
    guard let practitioners = reader.practitioners, !practitioners.contains(id) else { return }
    reader.fault(
      "None of this document's practitioners has the id \(id).", at: reader.place + key)
  }

  /// Tells which keys are unknown, or there twice; to be called when all were asked for.
  func end() {
    var seen: Set<String> = []
    for member in members {
      if !seen.insert(member.key).inserted {
        reader.fault("The key is there twice.", at: reader.place + member.key)
      } else if !known.contains(member.key) {
        reader.fault(unknown(member.key, among: known), at: reader.place + member.key)
      }
    }
  }

  private mutating func member(_ key: String) -> JSONValue? {
    known.append(key)
    guard let value = members.first(where: { $0.key == key })?.value else { return nil }
    if case .null = value { return nil }
    return value
  }
}

/// A sentence about a key that nothing reads, with the one that may be meant.
func unknown(_ key: String, among known: [String]) -> String {
  let nearest = known.map { (key: $0, distance: distance($0.lowercased(), key.lowercased())) }
    .min { ($0.distance, $0.key) < ($1.distance, $1.key) }
  guard let nearest, nearest.distance <= max(1, min(3, (nearest.key.count + 1) / 3)) else {
    return "No such key is known here."
  }
  return "No such key is known here; did you mean “\(nearest.key)”?"
}

/// Letters to add, leave out or change to make one word of the other; long words are cut.
private func distance(_ left: String, _ right: String) -> Int {
  let (left, right) = (Array(left.prefix(40)), Array(right.prefix(40)))
  var row = Array(0...right.count)
  for (i, letter) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in right.enumerated() {
      let changed = diagonal + (letter == other ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(changed, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[right.count]
}
