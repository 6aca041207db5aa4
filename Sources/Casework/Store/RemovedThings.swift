/// Which removed things, and which part of the list.
public struct RemovedQuery: Hashable, Sendable {
  /// Whose families; everyone's has what no family has any more as well.
  public var scope: Scope
  /// Only those of one family; nil for all in the scope.
  public var familyID: Family.ID?
  public var offset: Int
  public var limit: Int

  public init(scope: Scope, familyID: Family.ID? = nil, offset: Int = 0, limit: Int = 50) {
    self.scope = scope
    self.familyID = familyID
    self.offset = offset
    self.limit = limit
  }
}

/// What one edit removed, as far as it is not back.
public struct RemovedEntry: Hashable, Sendable {
  /// The edit that removed it: who, when, where, and its sentence.
  public var change: ChangeEntry
  /// Whether it went because somebody took back that it was added.
  public var wasUndone: Bool
  /// How many records of each kind are gone.
  public var kinds: [Record.Kind: Int]

  public init(change: ChangeEntry, wasUndone: Bool, kinds: [Record.Kind: Int]) {
    self.change = change
    self.wasUndone = wasUndone
    self.kinds = kinds
  }
}
