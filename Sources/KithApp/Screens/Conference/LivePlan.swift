import Casework

/// A family's file while its plan is typed: what the store holds, with what is on its way there.
///
/// Every edit shows at once, so that the next one starts from it; what the store does not take
/// stays, with the reason, until it is tried again or dropped.
struct LivePlan: Equatable, Sendable {
  /// What is shown: what is kept, and after it what waits, in its order.
  private(set) var file: FamilyFile
  private var kept: FamilyFile
  private(set) var waiting: [Waiting] = []
  /// Own edits that are kept and can be taken back, the newest last.
  private var done: [Edit] = []
  /// Own undos that can be taken back, each with what it took back.
  private var undone: [(edit: Edit, undo: Edit)] = []

  /// An edit on its way to the store.
  struct Waiting: Equatable, Sendable {
    var edit: Edit
    var role: Role
    /// Why the store did not take it; nil while it is on its way.
    var reason: String?
    var isConflict = false
  }

  enum Role: Equatable, Sendable {
    /// Holds what somebody typed: it stays when it is refused.
    case words
    /// Moves, removes, ticks: shown as it was when it is refused.
    case step
    case undo(of: Edit)
    case redo(of: Edit)
  }

  /// Whether a record is on disk.
  enum Mark: Equatable, Sendable {
    case kept, onItsWay
    case refused(String)
  }

  init(_ file: FamilyFile) {
    self.file = file
    kept = file
  }

  static func == (left: LivePlan, right: LivePlan) -> Bool {
    left.file == right.file && left.waiting == right.waiting && left.done == right.done
      && left.undone.map(\.undo) == right.undone.map(\.undo)
  }

  var canTakeBack: Bool { !done.isEmpty }
  var canDoAgain: Bool { !undone.isEmpty }

  /// Whether the store did not take something that was typed.
  var hasRefused: Bool { waiting.contains { $0.reason != nil } }

  func mark(_ record: Record) -> Mark {
    let own = waiting.filter { $0.edit.changes.contains { $0.record.isSame(as: record) } }
    guard !own.isEmpty else { return .kept }
    return own.compactMap(\.reason).first.map(Mark.refused) ?? .onItsWay
  }

  // MARK: Going there

  /// Shows an edit and sends it off, behind whatever was not taken before it.
  mutating func send(_ edit: Edit, as role: Role = .words) -> [Step] {
    let again = retry()
    if role == .words || role == .step { undone = [] }
    waiting.append(Waiting(edit: edit, role: role))
    show()
    return again + [.ask(.commitQuietly(edit))]
  }

  /// Sends what was not taken once more, in its order; over what somebody else wrote meanwhile.
  mutating func retry() -> [Step] {
    var steps: [Step] = []
    for index in waiting.indices where waiting[index].reason != nil {
      if waiting[index].isConflict {
        waiting[index].edit.changes = waiting[index].edit.changes.map { change in
          Change(before: kept.records.first { $0.isSame(as: change.record) }, after: change.after)
        }
      }
      waiting[index].reason = nil
      waiting[index].isConflict = false
      steps.append(.ask(.commitQuietly(waiting[index].edit)))
    }
    show()
    return steps
  }

  /// Drops what the store did not take of one record: it is shown as it stands there.
  mutating func drop(_ record: Record) {
    waiting.removeAll { waiting in
      waiting.reason != nil && waiting.edit.changes.contains { $0.record.isSame(as: record) }
    }
    show()
  }

  /// Takes the newest own edit back; nil when there is none.
  mutating func takeBack(_ context: Context) -> [Step]? {
    guard let edit = done.popLast() else { return nil }
    let undo = edit.inverse(id: context.world.newID(), by: context.me.id, at: context.world.now())
    undone.append((edit, undo))
    return send(undo, as: .undo(of: edit)) + [.say("Taken back: \(edit.sentence)")]
  }

  /// Does the last one that was taken back again; nil when there is none.
  mutating func doAgain(_ context: Context) -> [Step]? {
    guard let (edit, undo) = undone.popLast() else { return nil }
    let redo = undo.inverse(id: context.world.newID(), by: context.me.id, at: context.world.now())
    return send(redo, as: .redo(of: edit)) + [.say("Done again: \(edit.sentence)")]
  }

  // MARK: Coming back

  /// Takes in what the store holds now.
  mutating func receive(_ new: FamilyFile) {
    kept = new
    show()
  }

  /// An edit is on disk, or is not.
  mutating func saved(_ edit: Edit, _ result: Result<Void, StoreError>) -> [Step] {
    let index = waiting.firstIndex { $0.edit.id == edit.id }
    switch result {
    case .success:
      kept = kept.applying(edit.changes)
      if let index {
        switch waiting.remove(at: index).role {
        case .words, .step: if edit.isUndoable { done.append(edit) }
        case .redo(let first): done.append(first)
        case .undo: break
        }
      }
      show()
      return []
    case .failure(let error):
      guard let index else { return [] }
      defer { show() }
      var steps: [Step] = []
      if case .conflict = error {
        waiting[index].isConflict = true
        steps.append(.ask(.load(.family(kept.family.id))))
      }
      guard waiting[index].role == .words else {
        waiting.remove(at: index)
        return steps + [.problem("Not done: \(error.sentence)")]
      }
      waiting[index].reason = error.sentence
      return steps
    }
  }

  private mutating func show() {
    file = waiting.reduce(kept) { $0.applying($1.edit.changes) }
  }
}

extension Record {
  /// Whether it is the same record, whatever stands in it.
  func isSame(as other: Record) -> Bool { kind == other.kind && id == other.id }
}

extension LivePlan {
  /// The words of new lines that the store did not take, as they were typed.
  var refusedWords: [String] {
    waiting.filter { $0.reason != nil && $0.role == .words }.compactMap { waiting in
      for change in waiting.edit.changes {
        switch change.after {
        case .goal(let goal) where change.before == nil: return goal.words
        case .action(let action) where change.before == nil:
          let who = action.who.map { "\(file.name(of: $0)) " } ?? ""
          let by = action.by.map { ", \($0.full)" } ?? ""
          return "> \(who)\(action.words)\(by)"
        default: continue
        }
      }
      return nil
    }
  }
}
