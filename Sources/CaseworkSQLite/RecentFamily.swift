import Casework
import FoundationEssentials
import GRDB

/// What the last family that was read or saved holds, opened: so that a save into it, and reading
/// it again, opens nothing twice.
///
/// It is good only while the last edit in the file is the one it was seen with; a save by another
/// store, or of another family, makes it worthless.
struct RecentFamily: Sendable {
  /// The number of the last edit when it was seen.
  let number: Int64
  let file: FamilyFile

  /// The file, when it is that family's and a transaction sees no later edit.
  func file(_ id: Family.ID, at number: Int64) -> FamilyFile? {
    self.number == number && file.family.id == id ? file : nil
  }
}

extension FamilyFile {
  /// The record of a kind with an id; nil when there is none.
  func record(_ kind: Record.Kind, _ id: UUID) -> Record? {
    switch kind {
    case .practitioner: nil
    case .family: family.id.uuid == id ? .family(family) : nil
    case .person: people.first { $0.id.uuid == id }.map(Record.person)
    case .member: team.first { $0.id.uuid == id }.map(Record.member)
    case .consent: consents.first { $0.id.uuid == id }.map(Record.consent)
    case .conference: conferences.first { $0.id.uuid == id }.map(Record.conference)
    case .plan: plan?.id.uuid == id ? plan.map(Record.plan) : nil
    case .goal: goals.first { $0.id.uuid == id }.map(Record.goal)
    case .action: actions.first { $0.id.uuid == id }.map(Record.action)
    case .rating: ratings.first { $0.id.uuid == id }.map(Record.rating)
    case .review: reviews.first { $0.id.uuid == id }.map(Record.review)
    case .note: notes.first { $0.id.uuid == id }.map(Record.note)
    }
  }

  /// The same with each kind of record by id, as the contract gives a family.
  var inOrder: FamilyFile {
    var file = self
    file.people.order { $0.id }
    file.team.order { $0.id }
    file.consents.order { $0.id }
    file.conferences.order { $0.id }
    file.goals.order { $0.id }
    file.actions.order { $0.id }
    file.ratings.order { $0.id }
    file.reviews.order { $0.id }
    file.notes.order { $0.id }
    return file
  }
}

extension Array {
  @inline(__always)
  fileprivate mutating func order<Entity>(_ id: (Element) -> RecordID<Entity>) {
    let isInOrder = indices.dropFirst().allSatisfy { id(self[$0 - 1]) < id(self[$0]) }
    if !isInOrder { sort { id($0) < id($1) } }
  }
}
