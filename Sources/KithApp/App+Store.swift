import Casework
import CaseworkDocuments
import TextUI

/// Work against the store, beside the loop; and what comes back from it.
extension App {
  func load(_ query: Query) {
    ticket += 1
    pendingLoads += 1
    newest[query] = ticket
    let (store, context, since, inbox, ticket) = (store, context, since, inbox, ticket)
    let themes = desk.themes
    Task.detached(executorPreference: Workers.shared) {
      let answer: Answer
      do throws(StoreError) {
        answer =
          query == .themes
          ? .themes(themes.offers)
          : try await App.read(query, from: store, context, since: since)
      } catch {
        answer = .failed(error)
      }
      inbox.put(.answer(query, answer, ticket: ticket))
    }
  }

  private nonisolated static func read(
    _ query: Query, from store: any CaseStore, _ context: Context, since: Moment?
  ) async throws(StoreError) -> Answer {
    switch query {
    case .today(let scope):
      .today(try await store.today(scope, on: context.today, since: since))
    case .caseload(let query): .caseload(try await store.caseload(query))
    case .family(let id): .family(try await store.family(id))
    case .reviews(let query): .reviews(try await store.reviews(query))
    case .reviewPlaces(let query): .reviewPlaces(try await store.reviewPlaces(query))
    case .goals(let query): .goals(try await store.goals(query))
    case .drafts: .drafts(try await store.drafts(of: context.me.id))
    case .removed(let query): .removed(try await store.removed(query))
    case .recordsRemoved(let edit): .recordsRemoved(try await store.recordsRemoved(by: edit))
    case .themes: .themes([])
    }
  }

  /// What the first frame does not need: names for finding, everybody's names, what can be undone.
  func warmUp() {
    loadPractitioners()
    loadUndo()
    let store = store
    Task.detached(executorPreference: Workers.shared) {
      do throws(StoreError) {
        try await store.warmUp()
      } catch {
        // The first search says what is wrong.
      }
    }
  }

  /// What a few letters find across the caseload, for the palette.
  func find(_ text: String) {
    guard mayShowOthers, !text.isEmpty else { return showFound(text, [], families: []) }
    let (store, inbox, query) = (store, inbox, SeekQuery(text, by: context.me.id))
    let inSection = FamilySection.named(last: text).map { SeekQuery($0.rest, by: query.seeker) }
    pendingLoads += 1
    Task.detached(executorPreference: Workers.shared) {
      var (found, families): ([Found], [Found]) = ([], [])
      do throws(StoreError) {
        found = try await store.seek(query)
        if let inSection {
          families = try await store.seek(inSection).filter { $0.target == .family }
        }
      } catch {
        (found, families) = ([], [])
      }
      inbox.put(.found(text, found, families: families))
    }
  }

  func loadPractitioners() {
    let (store, inbox, me) = (store, inbox, context.me)
    pendingLoads += 1
    Task.detached(executorPreference: Workers.shared) {
      let all: [Practitioner]
      do throws(StoreError) {
        all = try await store.practitioners()
      } catch {
        all = [me]
      }
      inbox.put(.practitioners(all))
    }
  }

  /// Looks whether a family had the room to itself when the program ended: then nothing else is
  /// reached before its coordinator is back.
  func locate() {
    isLocating = true
    let (store, inbox, me) = (store, inbox, context.me.id)
    Task.detached(executorPreference: Workers.shared) {
      let drafts: [Draft]
      do throws(StoreError) {
        drafts = try await store.drafts(of: me)
      } catch {
        drafts = []
      }
      let open = drafts.first { $0.values[ConferenceMode.familyTimeMark] != nil }
      inbox.put(.located(open.flatMap { ConferenceMode.family(ofDraft: $0.key) }))
    }
  }

  private func goIntoFamilyTime(of family: Family.ID) {
    stack = [stack[0], ConferenceMode(family, locked: true)]
    appear()
  }

  /// Saves in the order asked for; what was typed meanwhile waits.
  ///
  /// - Parameter said: nil leaves it to the screen to show it.
  func save(_ edit: Edit, said: String?) {
    guard !edit.changes.isEmpty else { return }
    saves.append((edit, said))
    saveNext()
  }

  private func saveNext() {
    guard !isSaving, !saves.isEmpty else { return }
    let (edit, said) = saves.removeFirst()
    isSaving = true
    let (store, inbox) = (store, inbox)
    Task.detached(executorPreference: Workers.shared) {
      let result: Result<Void, StoreError>
      do throws(StoreError) {
        result = .success(try await store.commit(edit))
      } catch {
        result = .failure(error)
      }
      inbox.put(.committed(edit, result, said: said))
    }
  }

  // MARK: What comes back

  func receive(_ delivery: Delivery) {
    learnNames(from: delivery)
    switch delivery {
    case .answer(let query, let answer, let ticket):
      pendingLoads -= 1
      guard newest[query] == ticket else { return }
      newest[query] = nil
      if case .failed(let error) = answer { sayProblem(error.sentence) }
      perform(top.receive(query, answer, context))
    case .committed(let edit, let result, let said): committed(edit, result, said)
    case .printed(.success(let path)):
      isPrinting = false
      leaveSheet(by: 0)
      sayDone("Printed to \(path)")
    case .printed(.failure(let error)):
      isPrinting = false
      sayProblem("Not printed: \(error.sentence)")
    case .undone(let result, let isRedo): undone(result, isRedo)
    case .undoable(let steps):
      pendingLoads -= 1
      undoSteps = steps
    case .practitioners(let all):
      pendingLoads -= 1
      context.practitioners = all
      context.me = all.first { $0.id == context.me.id } ?? context.me
    case .found(let text, let found, let families):
      pendingLoads -= 1
      showFound(text, found, families: families)
    case .opened(let purpose, let file, let draft, let field):
      opening -= 1
      opened(purpose, file, draft, at: field)
    case .conflict(let file):
      opening -= 1
      showConflict(file)
    case .draftKept(let result):
      pendingDrafts -= 1
      if case .failure(let error) = result {
        sheet?.hasUnkeptTyping = true
        sayProblem("The draft is not kept: \(error.sentence)")
      } else if sheet == nil, !top.typesWhileSaving {
        refresh()
      } else if isFormInPlace, top.queries(context).contains(.drafts) {
        // Which of its steps have a draft.
        load(.drafts)
      }
    case .visitRecorded: isClosing = false
    case .settingKept(let setting, let value, let result): settingKept(setting, value, result)
    case .located(let family):
      isLocating = false
      if let family { goIntoFamilyTime(of: family) }
    case .savedElsewhere:
      refresh()
      loadPractitioners()
      loadUndo()
    }
  }

  /// Writes a print; the sheet that asked for it stays until it is there.
  func printOut(_ paper: Paper, in folder: String) {
    isPrinting = true
    let (tray, inbox) = (tray, inbox)
    Task.detached(executorPreference: Workers.shared) {
      let result: Result<String, StoreError>
      do throws(StoreError) {
        result = .success(try tray.put(paper.fileName, paper.text, folder))
      } catch {
        result = .failure(error)
      }
      inbox.put(.printed(result))
    }
  }

  private func committed(_ edit: Edit, _ result: Result<Void, StoreError>, _ said: String?) {
    isSaving = false
    let steps = top.saved(edit, result, context)
    guard let said else {
      if case .success = result {
        if edit.isUndoable { undoSteps = UndoSteps(undo: UndoStep(edit)) }
        // What is being read was asked for before this was there.
        for query in newest.keys { load(query) }
      }
      saveNext()
      return perform(steps)
    }
    defer { if case .success = result { perform(steps) } }
    switch result {
    case .success:
      sheetSaved(edit)
      sayDone(said, hint: edit.isUndoable ? "\(context.label(.undo)) takes it back" : "")
      refresh()
      loadUndo()
    case .failure(.breaches(let breaches)) where sheet != nil:
      sheet?.show(FormFault(breaches: breaches))
      saves = []
    case .failure(.conflict) where sheet != nil: meetConflict()
    case .failure(.conflict):
      saves = []
      sayProblem(
        "Not \(edit.verb): somebody else changed this meanwhile. It is shown as it is now.")
      refresh()
    case .failure(let error):
      saves = []
      sayProblem("Not \(edit.verb): \(error.sentence)")
    }
    saveNext()
  }
}

extension Edit {
  /// What it was to do: `removed` where nothing of it stays.
  fileprivate var verb: String {
    !changes.isEmpty && changes.allSatisfy { $0.after == nil } ? "removed" : "saved"
  }
}
