import Casework
import TextUI

/// Taking back and doing again, across screens and restarts.
extension App {
  func loadUndo() {
    let (store, inbox, me) = (store, inbox, context.me.id)
    pendingLoads += 1
    Task.detached(executorPreference: Workers.shared) {
      let steps: UndoSteps
      do throws(StoreError) {
        steps = try await store.undoSteps(of: me)
      } catch {
        steps = UndoSteps()
      }
      inbox.put(.undoable(steps))
    }
  }

  /// Takes the newest edit of one's own back, or does it again; where something stands in the way it
  /// is left as it is.
  func undo(isRedo: Bool) {
    guard !isSaving else { return }
    (isSaving, isUndoing) = (true, true)
    let (store, inbox, world, me) = (store, inbox, context.world, context.me.id)
    Task.detached(executorPreference: Workers.shared) {
      let result: Result<UndoStep?, StoreError>
      do throws(StoreError) {
        let steps = try await store.undoSteps(of: me)
        let step = isRedo ? steps.redo : steps.undo
        let edit = isRedo ? try await store.redoable(by: me) : try await store.undoable(by: me)
        if let edit, let step, step.obstacle == nil {
          try await store.commit(edit.inverse(id: world.newID(), by: me, at: world.now()))
        }
        result = .success(step)
      } catch {
        result = .failure(error)
      }
      inbox.put(.undone(result, isRedo: isRedo))
    }
  }

  func undone(_ result: Result<UndoStep?, StoreError>, _ isRedo: Bool) {
    (isSaving, isUndoing) = (false, false)
    switch result {
    case .success(nil):
      say(isRedo ? "There is nothing to do again." : "There is nothing of yours to take back.")
    case .success(let step?):
      if let obstacle = step.obstacle {
        sayProblem("Not \(isRedo ? "done again" : "taken back"): \(words(obstacle)).")
      } else {
        sayDone(
          "\(isRedo ? "Done again" : "Taken back")\(place(step)): \(step.sentence)",
          hint: isRedo
            ? "\(context.label(.undo)) takes it back"
            : "\(context.label(.redo)) does it again")
      }
      refresh()
      loadUndo()
    case .failure(.conflict):
      sayProblem("Not taken back: somebody else changed it since. Nothing was changed.")
      loadUndo()
    case .failure(let error): sayProblem("Not taken back: \(error.sentence)")
    }
  }

  /// The row of undo or redo with what it would do, and why it cannot.
  func withHistory(_ binding: KeyBinding<Everywhere>) -> KeyBinding<Everywhere> {
    var binding = binding
    let isRedo = binding.action == .redo
    guard let step = isRedo ? undoSteps.redo : undoSteps.undo else {
      binding.offReason = "there is nothing"
      return binding
    }
    if let only = top.onlyFamily, step.familyID != only {
      binding.offReason = "there is nothing of this family"
      return binding
    }
    binding.title = "\(isRedo ? "Do again" : "Take back")\(place(step)): \(step.sentence)"
    binding.offReason = step.obstacle.map(words)
    return binding
  }

  /// What stands in the way of an undo or a redo; nil when nothing does.
  func historyProblem(_ action: Everywhere) -> String? {
    guard action.needsHistory, top.onlyFamily == nil,
      let obstacle = (action == .redo ? undoSteps.redo : undoSteps.undo)?.obstacle
    else { return nil }
    return "Not \(action == .redo ? "done again" : "taken back"): \(words(obstacle))."
  }

  /// ` in Duffy`, where another family, or none, is on the screen.
  private func place(_ step: UndoStep) -> String {
    let isHere = top.title(context).contains { $0.hasPrefix(step.familyName) }
    return step.familyName.isEmpty || isHere ? "" : " in \(step.familyName)"
  }

  private func words(_ obstacle: ChangeEntry) -> String {
    let did = "“\(obstacle.sentence)”"
    if obstacle.by == context.me.id { return "\(did) came after it and stays" }
    return "\(context.name(of: obstacle.by)) changed it since: \(did)"
  }
}

extension UndoStep {
  /// An edit that was just saved.
  init(_ edit: Edit) {
    self.init(
      edit: edit.id, sentence: edit.sentence, familyID: edit.familyID, familyName: "",
      obstacle: nil)
  }
}
