/// What everybody of the family and the team is called, and whom each calling means.
///
/// A name is stronger than what somebody is to a child or in the team: where Mum is what the children
/// call Dawn, another mother in the network is not meant by it. A calling that two people share
/// equally means nobody.
struct Callings {
  private enum Strength: Int {
    case name, firstName, relation, role
  }

  private var strengths: [String: Strength] = [:]
  private var parties: [String: Set<Party>] = [:]

  /// Everybody of the family, and of the team whoever belongs to it on a day; for nil, whoever ever
  /// did.
  init(_ file: FamilyFile, on today: Day?) {
    for person in file.people { add(person) }
    for member in file.team where today.map(member.isInTeam) ?? true { add(member) }
  }

  /// All callings with whom they mean, the longest first; each folded, of single spaces.
  var longestFirst: [(calling: [Character], party: Party)] {
    parties.compactMap { calling, parties in
      parties.count == 1 ? parties.first.map { (Array(calling), $0) } : nil
    }.sorted { ($1.calling.count, String($0.calling)) < ($0.calling.count, String($1.calling)) }
  }

  /// Whether somebody is called so, even if two share it.
  func holds(_ text: String) -> Bool { parties[Folding.plain(text)] != nil }

  private mutating func add(_ person: Person) {
    let party = Party.person(person.id)
    let first = person.name.split(separator: " ").first.map(String.init) ?? ""
    add(person.name, .name, party)
    add(person.knownAs, .name, party)
    add(first, .firstName, party)
    for kind in Set(person.relationships.map { Folding.plain($0.kind) }) {
      for word in Callings.words(for: kind) {
        add(word, .relation, party)
        add("the \(word)", .relation, party)
        add("\(word) \(first)", .name, party)
      }
    }
  }

  private mutating func add(_ member: TeamMember) {
    let party = Party.member(member.id)
    let words = member.name.split(separator: " ").map(String.init)
    add(member.name, .name, party)
    if let title = words.first, Callings.titles.contains(Folding.plain(title)) {
      let rest = words.dropFirst()
      add(rest.joined(separator: " "), .name, party)
      if rest.count > 1, let first = rest.first, let last = rest.last {
        add(first, .firstName, party)
        add("\(title) \(last)", .name, party)
      }
    } else if let first = words.first {
      add(first, .firstName, party)
    }
    add(member.role, .role, party)
    add("the \(member.role)", .role, party)
  }

  private mutating func add(_ text: String, _ strength: Strength, _ party: Party) {
    let calling = Folding.plain(text)
    guard !calling.isEmpty, calling != "the" else { return }
    let known = strengths[calling] ?? strength
    if strength.rawValue > known.rawValue { return }
    if strength.rawValue < known.rawValue { parties[calling] = nil }
    strengths[calling] = strength
    parties[calling, default: []].insert(party)
  }

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "rev", "mr.", "mrs.", "ms.", "dr.",
  ]

  /// What a family calls somebody who is this to a child; the word itself first.
  private static func words(for kind: String) -> [String] {
    let stripped = kind.replacing("-", with: "")
    return [kind] + (relations.first { $0.contains(stripped) } ?? []).filter { $0 != kind }
  }

  private static let relations: [[String]] = [
    ["mother", "mum", "mummy", "mam", "mom"],
    ["father", "dad", "daddy"],
    ["grandmother", "nan", "nana", "nanny", "gran", "granny", "grandma"],
    ["grandfather", "grandad", "granddad", "grandpa", "gramps"],
    ["stepmother", "stepmum", "step-mum"],
    ["stepfather", "stepdad", "step-dad"],
    ["aunt", "auntie", "aunty"],
    ["great aunt", "great auntie"],
    ["foster carer", "carer"],
  ]
}

extension FamilyFile {
  /// The one child who is named in words, by any calling, at a word's beginning and end; nil when
  /// none is, or more than one.
  func childNamed(in words: String) -> Person.ID? {
    guard !words.isEmpty else { return nil }
    let letters = Folding.letters(words)
    let children = Set(people.filter(\.isChild).map(\.id))
    let callings = Callings(self, on: nil).longestFirst
    var found: Set<Person.ID> = []
    for start in letters.indices where start == 0 || !letters[start - 1].isInWord {
      guard letters[start].isInWord else { continue }
      let match = callings.first { Callings.end(of: $0.calling, in: letters, from: start) != nil }
      if let id = match?.party.personID, children.contains(id) { found.insert(id) }
    }
    return found.count == 1 ? found.first : nil
  }
}

extension Callings {
  /// Where a calling ends that stands in a line from a place on; nil when it does not stand there as
  /// whole words. White space counts as one space.
  ///
  /// - Parameter isOwning: whether `Kayla's` counts as Kayla.
  static func end(
    of calling: [Character], in line: [Character], from start: Int, isOwning: Bool = true
  ) -> Int? {
    var place = start
    for letter in calling {
      guard place < line.count, line[place] == letter else { return nil }
      place += 1
      if letter == " " { while place < line.count, line[place] == " " { place += 1 } }
    }
    guard place < line.count else { return place }
    if line[place].isInWord { return nil }
    let isJoined = place + 1 < line.count && line[place + 1].isInWord
    if isJoined, line[place] == "-" || (line[place] == "'" && !isOwning) { return nil }
    return place
  }
}
