/// The one way anything is written: who, when, a sentence, and what changes.
public struct Edit: Hashable, Sendable {
  public typealias ID = RecordID<Edit>

  public var id: ID
  public var by: Practitioner.ID
  public var at: Moment
  /// What was done, for people: `Rated “Getting to school on time” 7, was 4`.
  public var sentence: String
  /// The family it is about; nil when it is about none, or about many.
  public var familyID: Family.ID?
  /// In the order in which they are applied; each record at most once.
  public var changes: [Change]
  /// The edit that this one takes back: an undo takes back an edit, a redo takes back an undo.
  public var reverts: ID?
  /// Whether it may be undone; agreeing, holding and signing off may not.
  public var isUndoable: Bool

  public init(
    id: ID, by: Practitioner.ID, at: Moment, sentence: String, familyID: Family.ID? = nil,
    changes: [Change], reverts: ID? = nil, isUndoable: Bool = true
  ) {
    self.id = id
    self.by = by
    self.at = at
    self.sentence = sentence
    self.familyID = familyID
    self.changes = changes
    self.reverts = reverts
    self.isUndoable = isUndoable
  }

  /// The edit that takes this one back, changes in the opposite order.
  public func inverse(id: ID, by: Practitioner.ID, at: Moment) -> Edit {
    Edit(
      id: id, by: by, at: at, sentence: sentence, familyID: familyID,
      changes: changes.reversed().map { Change(before: $0.after, after: $0.before) },
      reverts: self.id)
  }
}

/// One record before and after an edit; nil before when it is new, nil after when it is removed.
public struct Change: Hashable, Sendable {
  public var before: Record?
  public var after: Record?

  /// - Precondition: at least one of the two is there, and both are the same record.
  public init(before: Record?, after: Record?) {
    precondition(before != nil || after != nil, "a change has a before or an after")
    if let before, let after {
      precondition(
        before.kind == after.kind && before.id == after.id, "a change is of one record")
    }
    self.before = before
    self.after = after
  }

  /// The record as it is after the change, else as it was.
  public var record: Record {
    guard let record = after ?? before else {
      preconditionFailure("a change has a before or an after")
    }
    return record
  }
}

/// A change whose record was changed by somebody else in the meantime.
public struct Conflict: Hashable, Sendable {
  /// What was to be saved.
  public var mine: Change
  /// What stands in the store; nil when the record was removed.
  public var theirs: Record?

  public init(mine: Change, theirs: Record?) {
    self.mine = mine
    self.theirs = theirs
  }
}

/// Why a store could not do what it was asked; nothing was changed then.
public enum StoreError: Error, Hashable, Sendable {
  /// There is nothing under that id, name or path.
  case notFound(String)
  /// A rule, a right or the file itself forbids it; the sentence says what to do.
  case refused(String)
  /// Rules that the records break, by field.
  case breaches([RuleBreach])
  /// Records changed underneath.
  case conflict([Conflict])
  /// The place fails: disk full, file gone; the sentence says what and what to do.
  case unavailable(String)

  /// The whole in a sentence or two, for people.
  public var sentence: String {
    switch self {
    case .notFound(let sentence), .refused(let sentence), .unavailable(let sentence): sentence
    case .breaches(let breaches):
      // Two records may break one rule; it is said once.
      breaches.map(\.sentence).reduce(into: [String]()) { all, sentence in
        if !all.contains(sentence) { all.append(sentence) }
      }.joined(separator: " ")
    case .conflict(let conflicts):
      "Somebody else changed the same \(conflicts.first?.mine.record.kind.words ?? "record")."
    }
  }
}
