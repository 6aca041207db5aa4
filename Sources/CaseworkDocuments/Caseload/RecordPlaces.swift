import Casework

/// Where each record of a family stands in the document it was read from.
struct RecordPlaces {
  private let members: [JSONValue.Member]

  /// - Parameter value: the family as it was read.
  init(_ value: JSONValue) {
    if case .object(let members) = value { self.members = members } else { members = [] }
  }

  /// The steps from the family to one of its records.
  ///
  /// - Parameter file: the family's records in the order of the document.
  func steps(to record: Record, in file: FamilyFile) -> [PlaceStep] {
    switch record {
    case .family, .practitioner: []
    case .plan: [.key("plan")]
    case .person(let record): steps("people", file.people.firstIndex(of: record))
    case .member(let record): steps("team", file.team.firstIndex(of: record))
    case .consent(let record): steps("consents", file.consents.firstIndex(of: record))
    case .conference(let record): steps("conferences", file.conferences.firstIndex(of: record))
    case .goal(let record): steps("goals", file.goals.firstIndex(of: record))
    case .action(let record): steps("actions", file.actions.firstIndex(of: record))
    case .rating(let record): steps("ratings", file.ratings.firstIndex(of: record))
    case .review(let record): steps("reviews", file.reviews.firstIndex(of: record))
    case .note(let record): steps("notes", file.notes.firstIndex(of: record))
    }
  }

  /// Elements that are no objects made no record, and are passed over in the count.
  private func steps(_ key: String, _ index: Int?) -> [PlaceStep] {
    guard let index, case .array(let values) = members.first(where: { $0.key == key })?.value else {
      return [.key(key)]
    }
    let objects = values.indices.filter { if case .object = values[$0] { true } else { false } }
    return [.key(key), .index(index < objects.count ? objects[index] : index)]
  }
}
