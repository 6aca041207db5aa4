import Casework
import FoundationEssentials

/// What lists show of a family in words; the sealed column of table `family`.
struct FamilyBrief: Hashable {
  struct Words: Hashable {
    var subject: String
    var detail: String
  }

  /// Somebody or something in the family that has a name of its own, for seeking.
  struct Named: Hashable {
    enum Kind: Int {
      case person = 1
      case member, goal
    }

    var kind: Kind
    var id: UUID
    var words: String
  }

  /// The family's name, its reference and its children's names as find compares them.
  var folded: [UInt8]
  var name: String
  var reference: String
  var children: [ChildBrief]
  var trend: [Double]
  /// Of each watchpoint, by its place.
  var watchpoints: [Words]
  /// Its people, its team and its goals.
  var named: [Named]

  init(_ listing: Listing) {
    let entry = listing.entry
    name = entry.name
    reference = entry.reference
    children = entry.children
    trend = entry.trend
    watchpoints = listing.watchpoints.map { Words(subject: $0.subject, detail: $0.detail) }
    named = Named.all(in: listing.file)
    let kids = listing.file.people.filter(\.isChild).flatMap { [$0.name, $0.knownAs] }
    folded = Array(
      ([entry.name, entry.reference] + kids.filter { !$0.isEmpty }).map(Folding.fold)
        .joined(separator: [Folding.separator]))
  }

  var packed: [UInt8] {
    var packer = Packer()
    packer.put(folded)
    packer.put(name)
    packer.put(reference)
    packer.put(children.count)
    for child in children {
      packer.put(child.name)
      packer.put(child.born?.number)
    }
    packer.put(trend.count)
    for mean in trend { packer.put(mean) }
    packer.put(watchpoints.count)
    for words in watchpoints {
      packer.put(words.subject)
      packer.put(words.detail)
    }
    packer.put(named.count)
    for one in named {
      packer.put(one.kind.rawValue)
      packer.put(one.id)
      packer.put(one.words)
    }
    return packer.bytes
  }

  init(_ data: Data) throws {
    var unpacker = Unpacker(data)
    folded = try unpacker.bytes()
    name = try unpacker.text()
    reference = try unpacker.text()
    children = try unpacker.array { unpacker in
      ChildBrief(name: try unpacker.text(), born: try unpacker.optionalInt().map(Day.init(number:)))
    }
    trend = try unpacker.array { try $0.double() }
    watchpoints = try unpacker.array { Words(subject: try $0.text(), detail: try $0.text()) }
    named = try unpacker.array { unpacker in
      guard let kind = Named.Kind(rawValue: try unpacker.int()) else { throw StoreError.damaged }
      return Named(kind: kind, id: try unpacker.uuid(), words: try unpacker.text())
    }
  }

}

extension FamilyBrief.Named {
  static func all(in file: FamilyFile) -> [FamilyBrief.Named] {
    file.people.map { person in
      let also = person.knownAs.isEmpty || person.name.contains(person.knownAs)
      return FamilyBrief.Named(
        kind: .person, id: person.id.uuid,
        words: also ? person.name : "\(person.name) (\(person.knownAs))")
    }
      + file.team.map { FamilyBrief.Named(kind: .member, id: $0.id.uuid, words: $0.name) }
      + file.goals.map { FamilyBrief.Named(kind: .goal, id: $0.id.uuid, words: $0.words) }
  }
}
