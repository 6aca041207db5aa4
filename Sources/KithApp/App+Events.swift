import Casework
import TextUI

/// What keys and other events do.
extension App {
  func take(_ event: Event) {
    switch event {
    case .continued, .woken, .timeout: break
    case .resized: refresh()
    case .interrupted(let signal): close(.stopped(signal))
    case .key, .paste, .mouse:
      guard !takeAnywhere(event), let event = aimed(event) else { break }
      if held.isEmpty, !mustWait(event) { apply(event) } else { held.append(event) }
    }
    updateBodySize()
  }

  /// Whether an event waits: it would act on a form that is not there yet, or on rows that are about
  /// to be others. Typing never waits for a list, nor does what does the same on every screen.
  private func mustWait(_ event: Event) -> Bool {
    if isLocating || wantsEditor { return true }
    if dialog == nil, sheet == nil, palette == nil, help == nil, opening == 0, !isPrinting,
      top.typesWhileSaving
    {
      return waitsWhileTyped(event)
    }
    if isSaving || isPrinting || opening > 0 { return true }
    guard dialog == nil, help == nil, pendingLoads > 0 || pendingDrafts > 0 else { return false }
    if palette != nil || top.isTyping { return !event.isTyping }
    guard sheet == nil else { return false }
    guard case .key(let key) = event, !top.keyRows(context).contains(where: { $0.has(key) })
    else { return true }
    return !Everywhere.keyBindings(
      atRoot: isAtRoot, undoSentence: context.undoSentence, changes: context.settings.keys
    )
    .contains { $0.keys.contains(key) && !$0.action.needsHistory }
  }

  /// Of a screen that is typed on while it saves, only what takes back or acts on rows waits: for
  /// what it takes back, for the rows.
  private func waitsWhileTyped(_ event: Event) -> Bool {
    if top.isTyping { return event == .key(.control("r")) && isSaving }
    let isHistory = event == .key(Key("u")) || event == .key(.control("r"))
    return isUndoing || pendingLoads > 0 || isSaving && isHistory
  }

  /// Applies the keys that waited, up to one that has to wait again.
  func releaseHeld() {
    while let next = held.first, !mustWait(next) {
      held.removeFirst()
      apply(next)
      updateBodySize()
    }
  }

  /// Applies an event to whatever lies on top.
  func apply(_ event: Event) {
    guard closingSince == nil else { return }
    if case .mouse(let mouse) = event { return point(mouse) }
    if case .key = event { toast = nil }
    if dialog != nil {
      applyToDialog(event)
    } else if palette != nil {
      applyToPalette(event)
    } else if help != nil {
      applyToHelp(event)
    } else if sheet != nil {
      applyToSheet(event)
    } else if let steps = top.type(event, context) {
      perform(steps)
      if draftDue == nil, top.draft(context) != nil { draftDue = .now + App.draftDelay }
    } else if case .key(let key) = event {
      press(key)
    }
  }

  private func press(_ key: Key) {
    if let steps = top.press(key, context) {
      perform(steps)
    } else if let binding = Everywhere.keyBindings(
      atRoot: isAtRoot, undoSentence: context.undoSentence, changes: context.settings.keys
    ).first(where: { $0.keys.contains(key) }) {
      everywhere(binding)
    } else if key == .escape || key == .left || key == Key("h") {
      back()
    }
  }

  func everywhere(_ binding: KeyBinding<Everywhere>) {
    if let reason = top.lockedReason, !binding.action.isFreeWhenLocked {
      return say(reason)
    }
    if let problem = historyProblem(binding.action) { return sayProblem(problem) }
    let row = asItStands(binding)
    if let reason = row.offReason { return say("\(row.title): \(reason)") }
    switch binding.action {
    case .tab(let tab): show(tab)
    case .palette: openPalette()
    case .help: openHelp()
    case .undo: undo(isRedo: false)
    case .redo: undo(isRedo: true)
    case .removed: go(.removed(nil), replacing: false)
    case .messages: go(.messages, replacing: false)
    case .redraw: terminal.redraw()
    case .tables: toggleTables()
    case .privacy, .initials, .mouse: everywhereAtOnce(binding.action)
    case .suspend: suspend()
    case .leave:
      if isAtRoot {
        close(.left)
      } else {
        stack = [stack[0]]
        appear()
      }
    case .closed:
      if isAtRoot { say("\(context.label(.leave)) leaves kith.") } else { back() }
    }
  }

  private func suspend() {
    keepDraft()
    wantsSuspend = true
  }

  // MARK: Screens

  /// Does what a screen asked for, in order.
  package func perform(_ steps: [Step]) {
    for step in steps {
      switch step {
      case .ask(.load(let query)): load(query)
      case .ask(.loadSoon(let query)): soon = (query, .now + App.rest)
      case .ask(.commit(let edit, let said)): save(edit, said: said)
      case .ask(.commitQuietly(let edit)): save(edit, said: nil)
      case .ask(.keepDraft): keepDraft()
      case .ask(.discardDraft(let key)): discardDraft(key)
      case .ask(.discardDraftLater(let key)):
        finished.insert(key)
        if draftDue == nil { draftDue = .now + App.draftDelay }
      case .go(let route): go(route, replacing: false)
      case .replace(let route): go(route, replacing: true)
      case .form(let purpose, let field): open(purpose, at: field)
      case .confirm(let question, let then):
        dialog = (
          Dialog(
            title: question.title, message: question.message, buttons: ["Cancel", question.yes]),
          .question(then)
        )
      case .back: back()
      case .switchTab(let tab): show(tab)
      case .become(let id): become(id)
      case .say(let text): say(text)
      case .problem(let text): sayProblem(text)
      case .setting(.preview(let setting, let value)): preview(setting, value)
      case .setting(.keep(let setting, let value)): keep(setting, value)
      case .quit: close(.left)
      }
    }
  }

  func show(_ new: Tab) {
    keepDraft()
    tab = new
    appear()
  }

  func back() {
    guard !isAtRoot else { return }
    if let reason = top.lockedReason { return say(reason) }
    keepDraft()
    stack.removeLast()
    appear()
  }

  func go(_ route: Route, replacing: Bool) {
    let screen: any Screen =
      switch route {
      case .family(let id, let section, let among):
        FamilyScreen(id, section: section, among: among)
      case .goal(let family, let goal, let among):
        FamilyScreen(family, section: .progress, among: among, goal: goal)
      case .action(let family, let action, let among):
        FamilyScreen(family, section: .plan, among: among, action: action)
      case .review(let family, let review, let among):
        FamilyScreen(family, section: .reviews, among: among, review: review)
      case .person(let family, let person):
        FamilyScreen(family, section: .team, among: [], person: person)
      case .reviewPage(let place, let among): OneReview(place, among: among)
      case .preparation(let family): ConferencePreparation(family)
      case .conference(let family): ConferenceMode(family)
      case .removed(let family): RemovedThings(of: family, me: context.me.id)
      case .messages: Messages(messages)
      case .meeting(let family, let review): ReviewMeeting(family, review)
      }
    keepDraft()
    if replacing, !isAtRoot { stack.removeLast() }
    stack.append(screen)
    appear()
  }

  private func become(_ id: Practitioner.ID) {
    guard let practitioner = context.practitioners.first(where: { $0.id == id }) else { return }
    context.me = practitioner
    undoSteps = UndoSteps()
    restart()
    tab = .today
    appear()
    loadUndo()
    say("You are \(practitioner.name) now.")
  }

  /// Asks for everything that the shown screen needs.
  func appear() {
    soon = nil
    updateBodySize()
    refresh()
  }

  func refresh() {
    for query in top.queries(context) { load(query) }
  }

  func updateBodySize() {
    context.bodySize =
      Chrome.body(
        of: terminal.size, hasSections: top.sections != nil, hasTabs: isAtRoot
      ).size
  }

  // MARK: Notices

  /// Says something to know; nothing was done.
  func say(_ text: String) {
    show(Notice(text: text, kind: .note, until: .now + App.toastTime))
  }

  /// Says what was done, and what can be done about it.
  func sayDone(_ text: String, hint: String = "") {
    show(Notice(text: text, hint: hint, kind: .done, until: .now + App.toastTime))
  }

  func sayProblem(_ text: String) {
    show(Notice(text: text, kind: .problem, until: nil))
  }

  /// Shows a sentence, and keeps it for whoever missed it.
  private func show(_ notice: Notice) {
    toast = notice
    messages.append(Message(text: notice.text, kind: notice.kind, at: context.world.now()))
    if messages.count > Message.kept { messages.removeFirst() }
  }
}

extension Event {
  /// Whether it only changes the text that is being typed, or leaves it.
  fileprivate var isTyping: Bool {
    switch self {
    case .paste: true
    case .key(let key):
      switch key.code {
      case .character, .backspace, .escape: true
      default: false
      }
    default: false
    }
  }
}
