import Casework
import TextUI

/// Forms over the screen: opening, keeping drafts, saving, and what happens when two people save.
extension App {
  func open(_ purpose: FormPurpose, at field: String? = nil) {
    let (store, me, inbox) = (store, context.me.id, inbox)
    opening += 1
    Task.detached(executorPreference: Workers.shared) {
      var draft: Draft?
      let file: Result<FamilyFile?, StoreError>
      do throws(StoreError) {
        draft = try await store.drafts(of: me).first { $0.key == purpose.key }
        if let family = purpose.familyID {
          file = .success(try await store.family(family))
        } else {
          file = .success(nil)
        }
      } catch {
        file = .failure(error)
      }
      inbox.put(.opened(purpose, file, draft, at: field))
    }
  }

  func opened(
    _ purpose: FormPurpose, _ file: Result<FamilyFile?, StoreError>, _ draft: Draft?,
    at field: String?
  ) {
    switch file {
    case .failure(let error):
      // What was typed was meant for the form that did not come.
      held = []
      sayProblem(error.sentence)
    case .success(let file):
      var new = Sheet(purpose, FormSources(file: file, context: context))
      if let field { new.start(at: field) }
      if let draft {
        new.restore(draft)
        say("Draft from \(since(draft.keptAt)) restored · Ctrl-N starts afresh")
      }
      sheet = new
    }
  }

  /// `14:02`, with the day before it where that is not today.
  private func since(_ moment: Moment) -> String {
    let time = "\(context.world.wallClock(moment))"
    func number(_ moment: Moment) -> Int64 { moment.milliseconds / 86_400_000 }
    let days = Int(number(context.world.now()) - number(moment))
    return days == 0 ? time : "\((context.today - days).words(on: context.today)), \(time)"
  }

  func applyToSheet(_ event: Event) {
    noteRest()
    if isForEditor(event) { return }
    if case .key(.control("g")) = event { return openSheetHelp() }
    if case .key(.control("n")) = event { return startAfresh() }
    if case .key(.control("z")) = event {
      keepDraft()
      wantsSuspend = true
      return
    }
    if case .key(.control("l")) = event { return terminal.redraw() }
    if isFormInPlace, sheet?.month == nil {
      if event == .key(.pageDown) { return turnSheet(by: 1) }
      if event == .key(.pageUp) { return turnSheet(by: -1) }
    }
    let meant: Event = event == .key(.control("c")) ? .key(.escape) : event
    took(sheet?.handle(meant))
  }

  /// Does what the form asks for after a key or a click.
  func took(_ outcome: Form.Outcome?) {
    switch outcome {
    case .changed: if draftDue == nil { draftDue = .now + App.draftDelay }
    case .save:
      sheet?.turn = 1
      saveSheet()
    case .close: closeSheet()
    case .moved, .ignored, nil: break
    }
  }

  private func openSheetHelp() {
    guard let sheet else { return }
    help = HelpPage(
      form: sheet.form.title,
      rows: FormKeys.rows(
        prints: sheet.purpose.isPrint, isInPlace: isFormInPlace, editing: sheet.form.focusedText))
  }

  private func startAfresh() {
    guard let old = sheet else { return }
    discardDraft(old.purpose.key)
    draftDue = nil
    sheet?.startAfresh()
    say("Started afresh.")
  }

  private func closeSheet() {
    guard let closing = sheet else { return }
    if closing.isChanged, !closing.purpose.isPrint {
      keepDraft()
      sayDone("Kept as a draft. It is on Today, and in this form when you open it again.")
    } else if closing.hasDraft {
      discardDraft(closing.purpose.key)
    }
    draftDue = nil
    leaveSheet(by: 0)
    refresh()
  }

  /// Whether a form is open that is a part of the screen.
  var isFormInPlace: Bool { sheet != nil && top.formRect(in: context.bodySize) != nil }

  /// Takes the form away; the screen goes on where the form is its own.
  func leaveSheet(by step: Int) {
    let isInPlace = isFormInPlace
    sheet = nil
    draftDue = nil
    if isInPlace { perform(top.formLeft(by: step, context)) }
  }

  /// Goes on from a form to the page after or before it: what was changed is saved first, and kept
  /// as a draft where it cannot be.
  func turnSheet(by step: Int) {
    guard let turned = sheet else { return }
    guard turned.isChanged else { return leaveSheet(by: step) }
    do throws(FormFault) {
      _ = try turned.result()
      sheet?.turn = step
      saveSheet()
    } catch {
      keepDraft()
      leaveSheet(by: step)
      say("Kept as a draft: \(error.breaches.map(\.sentence).joined(separator: " "))")
    }
  }

  func saveSheet() {
    guard let saving = sheet else { return }
    do throws(FormFault) {
      let result = try saving.result()
      if let paper = result.paper { return printOut(paper, in: result.folder) }
      if result.changes.isEmpty, isFormInPlace {
        if saving.hasDraft { discardDraft(saving.purpose.key) }
        return leaveSheet(by: saving.turn)
      }
      var edit = context.edit(
        result.sentence, in: result.changes.first?.record.familyID, result.changes)
      edit.isUndoable = result.isUndoable
      save(edit, said: result.sentence)
    } catch {
      sheet?.show(error)
    }
  }

  /// Writes the draft now, when there is typing that no draft holds.
  func keepDraft() {
    draftDue = nil
    for key in finished { discardDraft(key) }
    finished = []
    guard let typed = sheet else { return keepScreenDraft() }
    guard typed.hasUnkeptTyping else { return }
    sheet?.hasUnkeptTyping = false
    sheet?.hasDraft = true
    let draft = typed.draft(at: context.world.now())
    onDrafts { store throws(StoreError) in try await store.keep(draft) }
  }

  /// What is typed on the screen itself.
  private func keepScreenDraft() {
    guard let draft = top.draft(context), draft.values != lastScreenDraft else { return }
    lastScreenDraft = draft.values
    onDrafts { store throws(StoreError) in try await store.keep(draft) }
  }

  func discardDraft(_ key: String) {
    lastScreenDraft = nil
    let me = context.me.id
    onDrafts { store throws(StoreError) in try await store.discardDraft(key: key, of: me) }
  }

  /// Changes the drafts in the store, one change after the other.
  private func onDrafts(
    _ change: @escaping @Sendable (any CaseStore) async throws(StoreError) -> Void
  ) {
    pendingDrafts += 1
    let (store, inbox, before) = (store, inbox, draftWork)
    draftWork = Task.detached(executorPreference: Workers.shared) {
      await before?.value
      let done: Result<Void, StoreError>
      do throws(StoreError) {
        done = .success(try await change(store))
      } catch {
        done = .failure(error)
      }
      inbox.put(.draftKept(done))
    }
  }

  /// After a save: the sheet closes, its draft goes, and a new family opens.
  func sheetSaved(_ edit: Edit) {
    guard let saved = sheet else { return }
    leaveSheet(by: saved.turn)
    if saved.hasDraft { discardDraft(saved.purpose.key) }
    if case .family(nil) = saved.purpose, let id = edit.familyID {
      perform([.go(.family(id, .overview, among: []))])
    }
    if case .practitioner = saved.purpose { loadPractitioners() }
  }

  // MARK: Two people on one record

  /// Reads what stands there now, to show both.
  func meetConflict() {
    guard let family = sheet?.purpose.familyID else {
      return sayProblem("Somebody changed this meanwhile. What you typed is still here.")
    }
    let (store, inbox) = (store, inbox)
    opening += 1
    Task.detached(executorPreference: Workers.shared) {
      let file: FamilyFile?
      do throws(StoreError) {
        file = try await store.family(family)
      } catch {
        file = nil
      }
      inbox.put(.conflict(file))
    }
  }

  /// Takes over what only they changed; asks about what both changed.
  func showConflict(_ theirs: FamilyFile?) {
    guard let theirs else {
      return sayProblem("Somebody removed this meanwhile. What you typed is still here.")
    }
    let both = sheet?.rebase(on: theirs) ?? []
    guard !both.isEmpty else { return saveSheet() }
    dialog = (
      Dialog(
        title: "Somebody else saved this while you were typing",
        message: both.joined(separator: "\n"),
        buttons: ["Back to the form", "Save mine", "Keep theirs"]), .conflict
    )
  }

  func applyToDialog(_ event: Event) {
    guard case .key(let key) = event, let pressed = dialog?.shown.handle(key) else { return }
    answer(pressed)
  }

  /// Gives an answer of the dialog, the first being the safe one.
  func answer(_ pressed: Int) {
    let about = dialog?.about
    dialog = nil
    if case .question(let steps) = about {
      if pressed == 1 { perform(steps) }
      return
    }
    switch pressed {
    case 1: saveSheet()
    case 2:
      sheet?.hasUnkeptTyping = true
      keepDraft()
      leaveSheet(by: 0)
      say("Theirs stands. What you typed is kept as a draft, on Today.")
      refresh()
    default: say("Ctrl-S saves yours over theirs; both stay in the history.")
    }
  }
}
