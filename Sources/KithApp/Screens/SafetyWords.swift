import Casework

extension FamilyFile {
  /// Who has to be kept safe from whom, in words, one thing each; empty when nothing is recorded.
  func safetyWords(on today: Day) -> [String] {
    let safety = family.safety
    func names(_ people: [Person.ID]) -> String { listed(people.map { name(of: .person($0)) }) }
    var words: [String] = []
    if !safety.harmed.isEmpty {
      let by = safety.harmedBy.isEmpty ? "" : " by \(names(safety.harmedBy))"
      words.append("\(names(safety.harmed)) harmed\(by)")
    }
    for condition in safety.conditions {
      let from = listed(
        condition.from.map { name(of: .person($0)) }
          + (condition.place.isEmpty ? [] : [condition.place]))
      let until = condition.ends.map { " until \($0.words(on: today))" } ?? ""
      let who = name(of: .person(condition.keeps))
      words.append("\(condition.kind.rawValue) keeps \(who) away from \(from)\(until)")
    }
    return words
      + safety.keptFrom.map { kept in
        let (of, from) = (name(of: .person(kept.of)), name(of: .person(kept.from)))
        return "\(of)'s details are kept from \(from)"
      }
  }
}
