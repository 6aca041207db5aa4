import Casework
import TextUI

/// One screen: its state, what its keys do, and how it looks. A value; nothing in it waits.
public protocol Screen: Sendable {
  associatedtype Action: Equatable & Sendable

  /// Where it is, for the title line: `Families`, `Duffy`.
  func title(_ context: Context) -> [String]

  /// What has to be read to show it; asked for when it appears and when something was saved.
  func queries(_ context: Context) -> [Query]

  /// The screen's name where its keys are changed: `families`, `family-plan`.
  var keyPlace: String { get }

  /// The table of keys as kith has them; the first binding of a key wins.
  func keyBindings(_ context: Context) -> [KeyBinding<Action>]

  mutating func update(_ action: Action, _ context: Context) -> [Step]

  /// Takes in what was read.
  mutating func receive(_ query: Query, _ answer: Answer, _ context: Context) -> [Step]

  /// Draws the screen between the title and the bottom lines; the cursor rests on what has focus.
  func view(_ size: Size, _ context: Context) -> Canvas

  /// Takes an event while text is being typed on the screen itself; nil when none is.
  mutating func type(_ event: Event, _ context: Context) -> [Step]?

  /// The action of a key that moves in the screen's list, or of an item that was pointed at; nil
  /// where there is none.
  func moving(_ key: Key) -> Action?

  /// The action that goes to a section, a part of the list or a step that was pointed at.
  func showing(section: Int) -> Action?

  /// By how many steps a form of the screen's own is left for one that was pointed at; nil where it
  /// is not left so.
  func turns(to section: Int) -> Int?

  /// Takes a click on a field that the screen itself drew.
  mutating func point(at zone: Zone, column: Int, _ context: Context) -> [Step]

  /// Whether the wheel moves in its list.
  var takesWheel: Bool { get }

  /// Whether a chart is most of it, which `t` shows as a table.
  var hasChart: Bool { get }

  /// Whether text is being typed on the screen itself.
  var isTyping: Bool { get }

  /// The sections of a family, and the one shown; nil on other screens.
  var sections: (titles: [String], active: Int)? { get }

  /// Whether what is typed on the screen itself goes on while something is being saved.
  var typesWhileSaving: Bool { get }

  /// Why nothing else of the program may be reached from here; nil when all may.
  var lockedReason: String? { get }

  /// The family before whose eyes the screen is shown: nothing of another one may appear on it or
  /// over it. Nil where nobody but the worker looks.
  var onlyFamily: Family.ID? { get }

  /// When it has to be drawn again though nothing happens, as for a clock; nil for never.
  func wakeAt(_ context: Context) -> Moment?

  /// Where a form stands that belongs to the screen; nil when forms lie over it.
  func formRect(in size: Size) -> Rect?

  /// What the last line says while a form stands on the screen, or text is typed on it; nil for the
  /// usual words.
  var typingHints: [(key: String, label: String)]? { get }

  /// A form that belongs to the screen was left: by 1 once it was saved, or to the page after it, by
  /// -1 to the page before, by 0 with Esc.
  mutating func formLeft(by step: Int, _ context: Context) -> [Step]

  /// Typing on the screen itself that is not saved yet, kept as a draft; nil when there is none.
  func draft(_ context: Context) -> Draft?

  /// An edit that the screen asked for, or a form over it, is on disk, or is not.
  mutating func saved(
    _ edit: Edit, _ result: Result<Void, StoreError>, _ context: Context
  ) -> [Step]
}

extension Screen {
  public mutating func type(_ event: Event, _ context: Context) -> [Step]? { nil }
  public func moving(_ key: Key) -> Action? { nil }
  public func showing(section: Int) -> Action? { nil }
  public func turns(to section: Int) -> Int? { nil }
  public mutating func point(at zone: Zone, column: Int, _ context: Context) -> [Step] { [] }
  public var takesWheel: Bool { true }
  public var hasChart: Bool { false }
  public var isTyping: Bool { false }
  public var sections: (titles: [String], active: Int)? { nil }
  public var typesWhileSaving: Bool { false }
  public var lockedReason: String? { nil }
  public var onlyFamily: Family.ID? { nil }
  public func wakeAt(_ context: Context) -> Moment? { nil }
  public func formRect(in size: Size) -> Rect? { nil }
  public var typingHints: [(key: String, label: String)]? { nil }
  public mutating func formLeft(by step: Int, _ context: Context) -> [Step] { [] }
  public func draft(_ context: Context) -> Draft? { nil }
  public mutating func saved(
    _ edit: Edit, _ result: Result<Void, StoreError>, _ context: Context
  ) -> [Step] { [] }

  public var keyPlace: String {
    "\(Self.self)".reduce(into: "") { name, letter in
      if letter.isUppercase, !name.isEmpty { name += "-" }
      name += letter.lowercased()
    }
  }

  /// The table of keys as it answers: with the keys that were changed.
  func bindings(_ context: Context) -> [KeyBinding<Action>] {
    let own = keyBindings(context)
    let changes = context.settings.keys
    return changes.isEmpty ? own : changes.applied(to: own, in: keyPlace)
  }

  /// The key table without the actions.
  func keyRows(_ context: Context) -> [KeyRow] { bindings(context).map(KeyRow.init) }

  /// Goes to a section that was pointed at.
  mutating func show(section: Int, _ context: Context) -> [Step] {
    showing(section: section).map { update($0, context) } ?? []
  }

  /// Does what a key stands for; nil when the screen has no such key.
  mutating func press(_ key: Key, _ context: Context) -> [Step]? {
    if key.isItem { return moving(key).map { update($0, context) } ?? [] }
    guard let binding = bindings(context).first(where: { $0.keys.contains(key) }) else {
      return nil
    }
    return perform(binding, context)
  }

  /// Does what row `index` of the key table stands for.
  mutating func run(row index: Int, _ context: Context) -> [Step] {
    let bindings = bindings(context)
    guard bindings.indices.contains(index) else { return [] }
    return perform(bindings[index], context)
  }

  private mutating func perform(_ binding: KeyBinding<Action>, _ context: Context) -> [Step] {
    if let reason = binding.offReason { return [.say("\(binding.title): \(reason)")] }
    return update(binding.action, context)
  }
}

/// What a screen knows of everything around it.
public struct Context: Sendable {
  public var world: World
  public var me: Practitioner
  public var practitioners: [Practitioner]
  public var isTraining: Bool
  /// The room for a screen's own canvas.
  public var bodySize: Size
  /// Whether every chart is shown as the numbers it is made of.
  public var showsTables = false
  /// What `u` would take back; nil when there is nothing.
  public var undoSentence: String?
  /// Where the store is, for people.
  public var place: String
  public var settings: Settings
  /// Whether pages are read out, not drawn: what a chart shows is said in words then.
  public var isSpoken = false

  public init(
    world: World, me: Practitioner, practitioners: [Practitioner], isTraining: Bool,
    place: String, bodySize: Size, settings: Settings = Settings()
  ) {
    self.settings = settings
    self.world = world
    self.me = me
    self.practitioners = practitioners
    self.isTraining = isTraining
    self.place = place
    self.bodySize = bodySize
  }

  public var today: Day { world.today }

  /// The name of a practitioner; empty for nil and for one who is not known.
  func name(of id: Practitioner.ID?) -> String {
    practitioners.first { $0.id == id }?.name ?? ""
  }

  /// `M. Osei`, for a narrow column.
  func shortName(of id: Practitioner.ID?) -> String {
    let words = name(of: id).split(separator: " ")
    guard words.count > 1, let first = words.first?.first else { return words.joined() }
    return "\(first). \(words.dropFirst().joined(separator: " "))"
  }

  /// A new edit by me, now.
  func edit(_ sentence: String, in family: Family.ID?, _ changes: [Change]) -> Edit {
    Edit(
      id: world.newID(), by: me.id, at: world.now(), sentence: sentence, familyID: family,
      changes: changes)
  }
}

/// What a screen wants to happen next.
public enum Step: Equatable, Sendable {
  case ask(Request)
  case go(Route)
  /// Goes there in the place of this screen.
  case replace(Route)
  /// Opens a form over the screen, on its first field or on one of this id.
  case form(FormPurpose, at: String? = nil)
  /// Asks before something that cannot be taken back; the steps follow a yes.
  case confirm(Question, then: [Step])
  /// To the screen beneath; at a tab's root nothing.
  case back
  case switchTab(Tab)
  /// Goes on as another practitioner.
  case become(Practitioner.ID)
  /// A sentence in the line above the last.
  case say(String)
  case problem(String)
  /// Shows how a setting would look, or keeps it.
  case setting(SettingStep)
  case quit
}

/// What is asked before something that cannot be taken back.
public struct Question: Equatable, Sendable {
  public var title: String
  public var message: String
  /// What the yes says: `Complete the review`; Cancel stands first.
  public var yes: String

  public init(title: String, message: String, yes: String) {
    self.title = title
    self.message = message
    self.yes = yes
  }
}

/// What the App does for a screen against the store.
public enum Request: Equatable, Sendable {
  case load(Query)
  /// Loads when the keys have rested for a moment; a newer one takes its place.
  case loadSoon(Query)
  /// Saves, and then says so.
  case commit(Edit, said: String)
  /// Saves in line behind what is being saved, and tells the screen, which shows it itself.
  case commitQuietly(Edit)
  /// Keeps what is typed on the screen itself now, not in a moment.
  case keepDraft
  case discardDraft(String)
  /// The same when the keys rest: what was typed last is shown first.
  case discardDraftLater(String)
}

/// Everything a screen can read.
public enum Query: Hashable, Sendable {
  case today(Scope)
  case caseload(CaseloadQuery)
  case family(Family.ID)
  case reviews(ReviewQuery)
  case reviewPlaces(ReviewQuery)
  case goals(GoalQuery)
  case drafts
  case removed(RemovedQuery)
  case recordsRemoved(Edit.ID)
  case themes
}

/// What was read for a query of the same name.
public enum Answer: Equatable, Sendable {
  case today(TodayMaterial)
  case caseload(CaseloadPage)
  case family(FamilyFile)
  case reviews(ReviewPage)
  case reviewPlaces([ReviewPlace])
  case goals(GoalPage)
  case drafts([Draft])
  case removed(Page<RemovedEntry>)
  case recordsRemoved([Record])
  case themes([ThemeOffer])
  case failed(StoreError)
}

/// Places to go.
public enum Route: Hashable, Sendable {
  case family(Family.ID, FamilySection, among: [Family.ID])
  case goal(Family.ID, Goal.ID, among: [Family.ID])
  /// A family's plan, on one of its actions.
  case action(Family.ID, PlanAction.ID, among: [Family.ID])
  /// A family's team, on the row of somebody.
  case person(Family.ID, Party)
  case review(Family.ID, Review.ID, among: [Family.ID])
  /// One review on a page of its own, on a walk along a list.
  case reviewPage(ReviewPlace, among: [ReviewPlace])
  /// Preparing a family's conference.
  case preparation(Family.ID)
  /// Conference mode.
  case conference(Family.ID)
  /// Holding a review.
  case meeting(Family.ID, Review.ID)
  /// What was removed, of one family or of all.
  case removed(Family.ID?)
  /// What was said last.
  case messages
}

/// The tabs of the program.
public enum Tab: Int, CaseIterable, Sendable {
  case today, families, reviews, progress, more

  public var title: String {
    switch self {
    case .today: "Today"
    case .families: "Families"
    case .reviews: "Reviews"
    case .progress: "Progress"
    case .more: "More"
    }
  }
}

/// The sections of a family.
public enum FamilySection: Int, CaseIterable, Sendable {
  case overview, plan, team, reviews, progress, record

  public var title: String {
    switch self {
    case .overview: "Overview"
    case .plan: "Plan"
    case .team: "Team"
    case .reviews: "Reviews"
    case .progress: "Progress"
    case .record: "Record"
    }
  }
}
