/// What an undo would take back next, or a redo do again.
public struct UndoStep: Hashable, Sendable {
  /// The edit that would be reverted.
  public var edit: Edit.ID
  /// What it did, for people.
  public var sentence: String
  /// The family it was in; nil for none, or many.
  public var familyID: Family.ID?
  /// Empty without a family.
  public var familyName: String
  /// The latest edit after it that changed one of its records, where that is no longer as it left
  /// it; nil when nothing stands in the way.
  public var obstacle: ChangeEntry?

  public init(
    edit: Edit.ID, sentence: String, familyID: Family.ID?, familyName: String,
    obstacle: ChangeEntry?
  ) {
    self.edit = edit
    self.sentence = sentence
    self.familyID = familyID
    self.familyName = familyName
    self.obstacle = obstacle
  }
}

/// What somebody can take back, and do again; nil where there is nothing.
public struct UndoSteps: Hashable, Sendable {
  public var undo: UndoStep?
  public var redo: UndoStep?

  public init(undo: UndoStep? = nil, redo: UndoStep? = nil) {
    self.undo = undo
    self.redo = redo
  }
}
