/// The port to wherever cases are kept: what a store must do, in the words of casework.
///
/// Every method may be called from any thread. What `commit` has returned from survives the death
/// of the program and of the machine.
public protocol CaseStore: Sendable {
  /// Whether the store has no passphrase and is not for real records.
  var isTraining: Bool { get }

  /// By name.
  func practitioners() async throws(StoreError) -> [Practitioner]

  /// - Throws: `notFound`.
  func practitioner(_ id: Practitioner.ID) async throws(StoreError) -> Practitioner

  /// The whole of one family; each kind of record by id.
  ///
  /// - Throws: `notFound`.
  func family(_ id: Family.ID) async throws(StoreError) -> FamilyFile

  /// Ids of all families, oldest first.
  func familyIDs() async throws(StoreError) -> [Family.ID]

  func caseload(_ query: CaseloadQuery) async throws(StoreError) -> CaseloadPage

  /// Families found by a few letters as in `CaseloadQuery.find`, of everyone, the best match first.
  func find(_ text: String, limit: Int) async throws(StoreError) -> [CaseloadEntry]

  /// Families, people, goals and reviews by a few letters; families first, then each kind, the best
  /// matches of a kind first. Nothing without a letter.
  func seek(_ query: SeekQuery) async throws(StoreError) -> [Found]

  /// Makes ready what finding, and lists across the caseload, would otherwise wait for once.
  func warmUp() async throws(StoreError)

  func reviews(_ query: ReviewQuery) async throws(StoreError) -> ReviewPage

  /// Every place of the list in its order, whatever the query's offset and limit.
  func reviewPlaces(_ query: ReviewQuery) async throws(StoreError) -> [ReviewPlace]

  func goals(_ query: GoalQuery) async throws(StoreError) -> GoalPage

  /// - Parameter since: the last visit; edits by others after it are listed.
  func today(
    _ scope: Scope, on today: Day, since: Moment?
  ) async throws(StoreError) -> TodayMaterial

  /// Saves an edit: all of it or nothing, with its history, durable when it returns.
  ///
  /// - Throws: `breaches` when a record breaks a rule; `conflict` when a `before` is no longer what
  ///   the store holds; `refused`; `unavailable`.
  func commit(_ edit: Edit) async throws(StoreError)

  /// The newest edit of somebody's own that can be undone; nil when there is none.
  func undoable(by practitioner: Practitioner.ID) async throws(StoreError) -> Edit?

  /// The newest undo of somebody's own that can be taken back: no other edit of theirs came after it.
  func redoable(by practitioner: Practitioner.ID) async throws(StoreError) -> Edit?

  /// What `undoable` and `redoable` give, with what stands in the way.
  func undoSteps(of practitioner: Practitioner.ID) async throws(StoreError) -> UndoSteps

  /// What was removed and is not back, by the edits that removed it, the latest first.
  func removed(_ query: RemovedQuery) async throws(StoreError) -> Page<RemovedEntry>

  /// What an edit removed, as far as it is not back, in the order in which it can be put back.
  func recordsRemoved(by edit: Edit.ID) async throws(StoreError) -> [Record]

  /// When somebody last left kith; nil before the first time.
  func lastVisit(of practitioner: Practitioner.ID) async throws(StoreError) -> Moment?

  /// The practitioner whose visit was the last; nil before the first.
  func lastVisitor() async throws(StoreError) -> Practitioner.ID?

  func recordVisit(of practitioner: Practitioner.ID, at moment: Moment) async throws(StoreError)

  /// Typing that was not saved, the latest first.
  func drafts(of practitioner: Practitioner.ID) async throws(StoreError) -> [Draft]

  /// Keeps a draft in the place of the one with its key.
  func keep(_ draft: Draft) async throws(StoreError)

  func discardDraft(key: String, of practitioner: Practitioner.ID) async throws(StoreError)

  /// Calls back, on any thread, soon after another program has saved something.
  func onForeignSave(_ notify: @escaping @Sendable () -> Void) throws(StoreError)
}

/// What somebody was typing into a form when it closed without being saved.
public struct Draft: Hashable, Sendable, Codable {
  /// Which form of which record; one draft for each.
  public var key: String
  public var practitioner: Practitioner.ID
  public var keptAt: Moment
  /// What it is, for people: `New goal for Duffy`.
  public var title: String
  /// The fields' raw texts by the field's id.
  public var values: [String: String]

  public init(
    key: String, practitioner: Practitioner.ID, keptAt: Moment, title: String,
    values: [String: String]
  ) {
    self.key = key
    self.practitioner = practitioner
    self.keptAt = keptAt
    self.title = title
    self.values = values
  }
}
