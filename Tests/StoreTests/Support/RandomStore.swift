import Casework
import Testing

/// A store of random families after a few random edits, and the families as they should be.
struct RandomStore {
  let made: Made
  let team = ["Maya", "Ruth", "Dan", "Ines"].map { Practitioner.sample($0) }
  private(set) var files: [FamilyFile]

  init(_ seed: UInt64, kind: StoreKind = .memory) async throws {
    var source = Seeded(seed)
    made = try kind.make()
    let team = team
    files = (0..<30).map { source.family($0, of: team, around: sampleToday) }
    try await made.store.commit(
      .adding(team.map(Record.practitioner) + files.flatMap(\.records), by: team[0]))
    for step in 0..<20 {
      let index = source.number(0...files.count - 1)
      try await change(index, &source)
      // Now and then the lists are read in between.
      if step.isMultiple(of: 3) {
        _ = try await made.store.goals(GoalQuery(scope: .everyone, part: .all))
      }
    }
  }

  /// Another family head, a planned review less and another more.
  private mutating func change(_ index: Int, _ source: inout Seeded) async throws {
    var new = source.family(100 + index, of: team, around: sampleToday)
    new.family.id = files[index].family.id
    new.family.reference = files[index].family.reference
    try await made.store.commit(
      .changing(.family(files[index].family), to: .family(new.family), by: team[0]))
    files[index].family = new.family
    if let review = files[index].reviews.first(where: { $0.held == nil }) {
      try await made.store.commit(.changing(.review(review), to: nil, by: team[1]))
      files[index].reviews.removeAll { $0.id == review.id }
    }
    guard var review = new.reviews.first(where: { $0.held == nil }) else { return }
    review.familyID = new.family.id
    var changed = review
    changed.place = source.word()
    try await made.store.commit(.adding([.review(review)], by: team[2]))
    try await made.store.commit(.changing(.review(review), to: .review(changed), by: team[3]))
    files[index].reviews.append(changed)
  }
}

extension FamilyFile {
  func isIn(_ scope: Scope) -> Bool {
    guard case .mine(let id) = scope else { return true }
    return [family.leadProfessional, family.coordinator, family.supervisor].contains(id)
  }
}
