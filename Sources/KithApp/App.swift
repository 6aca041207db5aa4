// Over 400 lines with its extensions: the loop, the stacks and what lies over them, in one place.
import Casework
import TextUI
import Themes

/// The running program: one loop over the terminal's events and what the store answers.
///
/// A round takes every event that is there, applies them all, draws once, then sleeps until
/// something happens.
@MainActor
public final class App {
  /// How the program ended.
  public enum Ending: Equatable, Sendable {
    case left
    case stopped(StopSignal)
  }

  let terminal: any Terminal
  let store: any CaseStore
  let tray: PaperTray
  let editor: OwnEditor
  let desk: SettingsDesk
  let inbox: Inbox
  var context: Context

  // Screens: each tab keeps its own stack.
  var tab = Tab.today
  var stacks: [Tab: [any Screen]] = [:]

  // What lies over the screen, topmost first.
  var dialog: (shown: Dialog, about: Matter)?
  var palette: Palette?
  /// What the items of the palette stand for, by their ids.
  var offers: [String: Offer] = [:]
  /// What was chosen in the palette last, the latest first.
  var recent: [Offer] = []
  var help: HelpPage?
  var sheet: Sheet?

  /// Why nothing of it is shown; nil while it is.
  var hidden: Hidden?
  var showsInitials = false
  /// The names that were read, for showing them as initials.
  var initials = Initials()
  /// When somebody last did something, for the idle lock.
  var lastInput = ContinuousClock.now
  /// The frame that is seen, for what a click on it means.
  var drawn = Canvas(size: Size(width: 0, height: 0))
  /// Where the mouse was pressed last, and on what.
  var pressed: Point?
  var lastZone: Zone?
  var hasToldOfSelecting = false

  var toast: Notice?
  /// What was said, the latest last.
  var messages: [Message] = []
  /// What undo would take back, and redo do again.
  var undoSteps = UndoSteps() {
    didSet { context.undoSentence = undoSteps.undo?.sentence }
  }
  var since: Moment?

  // Work in flight.
  var ticket = 0
  var pendingLoads = 0
  /// Forms, and what stands in the way of a save, that are being read.
  var opening = 0
  /// The newest question of each kind that is not answered; older answers are passed over.
  var newest: [Query: Int] = [:]
  /// Saves wait in line, so that they happen in the order in which they were asked for.
  var saves: [(edit: Edit, said: String?)] = []
  var isSaving = false
  var isUndoing = false
  /// Until it is known whether a family had the room to itself when the program ended.
  var isLocating = false
  var isPrinting = false
  /// Keys that arrived while something was in flight act on what it leaves behind.
  var held: [Event] = []
  var soon: (query: Query, at: ContinuousClock.Instant)?
  var draftDue: ContinuousClock.Instant?
  /// When the last key of a form was pressed.
  var lastTyped: ContinuousClock.Instant?
  /// Drafts that have become something else; they go when the keys rest.
  var finished: Set<String> = []
  /// What the draft of the screen's own typing held last.
  var lastScreenDraft: [String: String]?
  /// When the frame is drawn though not every answer has come; nil when nothing is waited for.
  private var drawBy: ContinuousClock.Instant?
  /// Whether what the first frame does not need has been asked for.
  private(set) var isWarm = false
  var pendingDrafts = 0
  /// The last draft that was written or dropped; the next waits for it, so that they keep their order.
  var draftWork: Task<Void, Never>?
  var ending: Ending?
  var isClosing = false
  var closingSince: ContinuousClock.Instant?
  var wantsSuspend = false
  /// Whether Ctrl-X was pressed, which Ctrl-E follows.
  var editorIsNext = false
  var wantsEditor = false

  /// What a dialog asks about.
  enum Matter {
    case conflict
    /// The steps follow a yes.
    case question([Step])
  }

  struct Notice {
    var text: String
    /// What can be done about it, never cut: `u takes it back`.
    var hint = ""
    var kind: Toast.Kind
    /// When it goes by itself; a problem stays until a key.
    var until: ContinuousClock.Instant?
  }

  /// How long a frame waits for an answer that is nearly there, so that nothing flickers.
  static let blink = Duration.milliseconds(12)
  static let rest = Duration.milliseconds(80)
  static let draftDelay = Duration.milliseconds(400)
  static let toastTime = Duration.seconds(4)

  /// - Parameters:
  ///   - since: when `me` was here last; edits of others after it are shown on Today.
  ///   - place: where the store is, for people.
  ///   - tray: where prints go.
  ///   - editor: what Ctrl-X Ctrl-E opens.
  ///   - settings: how kith looks and answers.
  ///   - desk: where settings are kept, and themes found.
  ///   - faults: what of the settings could not be used; said at the start.
  ///   - greeting: a line that stands there until the first key.
  public init(
    terminal: any Terminal, store: any CaseStore, world: World, me: Practitioner, since: Moment?,
    place: String, tray: PaperTray, editor: OwnEditor = .none, settings: Settings = Settings(),
    desk: SettingsDesk = .none, faults: [FileFault] = [], greeting: String? = nil
  ) {
    self.terminal = terminal
    self.store = store
    self.tray = tray
    self.editor = editor
    self.desk = desk
    self.since = since
    inbox = Inbox(waker: terminal.waker)
    context = Context(
      world: world, me: me, practitioners: [me], isTraining: store.isTraining, place: place,
      bodySize: terminal.size, settings: settings)
    restart()
    toast = greeting.map { Notice(text: $0, kind: .note, until: nil) }
    say(faults)
  }

  /// Runs until the person leaves or a signal stops the program; typing is kept either way.
  public func run() throws(StoreError) -> Ending {
    try begin()
    while round() {}
    return ending ?? .left
  }

  /// Asks for what the first screen needs.
  package func begin() throws(StoreError) {
    let inbox = inbox
    try store.onForeignSave { inbox.put(.savedElsewhere) }
    terminal.setMouse(context.settings.mouse)
    initials.learn(context.me.name)
    locate()
    appear()
  }

  /// One round: draws once the answers that are nearly there have come, waits, applies what came.
  ///
  /// - Returns: false once the program has ended.
  package func round() -> Bool {
    let isWaiting = isLocating || pendingLoads > 0 || opening > 0 || isSaving
    if isWaiting, drawBy == nil { drawBy = .now + App.blink }
    if !isLocating, !isWaiting || .now >= (drawBy ?? .now) {
      draw()
      drawBy = isWaiting ? .now + .seconds(1) : nil
      if !isWaiting, !isWarm {
        isWarm = true
        warmUp()
      }
    }
    if isFinished { return false }
    for event in terminal.events(until: nextDeadline) { take(event) }
    for delivery in inbox.take() { receive(delivery) }
    releaseHeld()
    passDeadlines()
    return true
  }

  var stack: [any Screen] {
    get { stacks[tab] ?? [] }
    set { stacks[tab] = newValue }
  }

  /// The screen that is shown.
  var top: any Screen {
    get {
      guard let screen = stack.last else { preconditionFailure("every tab has a root screen") }
      return screen
    }
    set { stack[stack.count - 1] = newValue }
  }

  var isAtRoot: Bool { stack.count == 1 }

  /// Every tab at its root, for whoever `me` is now.
  func restart() {
    let me = context.me.id
    stacks = [
      .today: [Today(me: me)], .families: [Families(me: me)],
      .reviews: [Reviews(me: me)], .progress: [Progress(me: me)],
      .more: [More()],
    ]
    tab = .today
  }

  // MARK: Time

  private var nextDeadline: ContinuousClock.Instant? {
    let drawBy = isLocating ? nil : drawBy
    return [
      drawBy, soon?.at, draftDue, hidden == nil ? toast?.until : nil,
      closingSince.map { $0 + .seconds(2) }, hidden == nil ? wakeAt : nil, idleAt,
    ]
    .compactMap(\.self).min()
  }

  /// When the screen has to be drawn again by itself.
  private var wakeAt: ContinuousClock.Instant? {
    top.wakeAt(context).map { moment in
      let wait = moment.milliseconds - context.world.now().milliseconds
      return .now + .milliseconds(max(1, wait))
    }
  }

  private func passDeadlines() {
    let now = ContinuousClock.now
    if let due = soon, now >= due.at {
      soon = nil
      load(due.query)
    }
    if let due = draftDue, now >= due { keepDraft() }
    if hidden == nil, let until = toast?.until, now >= until { toast = nil }
    if let idleAt, now >= idleAt { hide(.idle(context.settings.idleLock)) }
    if wantsEditor, pendingDrafts == 0 { openEditor() }
    if wantsSuspend, pendingDrafts == 0 {
      wantsSuspend = false
      terminal.suspend()
      refresh()
    }
  }

  /// Whether everything that had to reach the disk before leaving is there.
  private var isFinished: Bool {
    guard let since = closingSince else { return false }
    return (pendingDrafts == 0 && !isSaving && !isClosing) || .now - since > .seconds(2)
  }

  /// Keeps typing, notes the visit, and ends when both are on disk.
  func close(_ ending: Ending) {
    guard closingSince == nil else { return }
    self.ending = ending
    closingSince = .now
    isClosing = true
    keepDraft()
    let (store, me, now, inbox) = (store, context.me.id, context.world.now(), inbox)
    Task.detached(executorPreference: Workers.shared) {
      do throws(StoreError) {
        try await store.recordVisit(of: me, at: now)
      } catch {
        // Leaving goes on: only "since you were last here" is the older for it.
      }
      inbox.put(.visitRecorded)
    }
  }
}
