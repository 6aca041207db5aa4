import Casework
import TextUI

/// Conference mode: the plan and nothing else, typed while the family talks.
///
/// What is typed shows at once and is on disk when its line has `·`; nothing waits for the disk.
public struct ConferenceMode: Screen {
  // MARK: State

  let family: Family.ID
  /// The file with what is on its way to the store; nil until it was read.
  var live: LivePlan?
  private(set) var missing: String?
  var stage = ConferenceStage.welcome
  var focus = Focus.line
  var line = PlanLine()
  /// Lines that were typed and not saved when the program ended; each comes back into the line.
  var later: [String] = []
  private var drafts: [Draft]?
  /// Where one is in the plan's list.
  var list = LineCursor()
  /// Where one is on the other stages' pages.
  var page = LineCursor()
  /// What was typed or changed last, kept in sight while the next line is typed.
  var latest: Record?
  /// Whether something of the line may lie in the store as a draft.
  var mayHaveDraft = false
  /// Nil leaves it to the window's height.
  var wantsRoom: Bool?
  /// Whether the program ended while the family had the room to itself.
  private let opensLocked: Bool

  enum Focus: Equatable, Sendable { case line, list }

  /// - Parameter locked: nothing else is reached until the file says that it may be.
  public init(_ family: Family.ID, locked: Bool = false) {
    self.family = family
    opensLocked = locked
    if locked { stage = .familyTime }
  }

  var file: FamilyFile? { live?.file }
  var conference: Conference? { live?.file.conference }

  /// Whether the plan and the line under it are on the screen.
  var showsPlan: Bool { stage == .plan || stage == .familyTime && isLocked }

  var isLocked: Bool { live.map { $0.file.conference?.isFamilyTime ?? false } ?? opensLocked }

  public var isTyping: Bool { showsPlan && focus == .line }

  public var typesWhileSaving: Bool { live != nil && drafts != nil }

  public var lockedReason: String? {
    isLocked ? "The family has the room to itself. Esc when the coordinator is back." : nil
  }

  public var onlyFamily: Family.ID? { family }

  public var sections: (titles: [String], active: Int)? {
    (ConferenceStage.allCases.map(\.title), stage.rawValue)
  }

  public func wakeAt(_ context: Context) -> Moment? {
    guard isLocked, let time = conference?.familyTimes.last else { return nil }
    return time.nextMinute(after: context.world.now())
  }

  // MARK: Action

  public enum Action: Equatable, Sendable {
    case moved(Key)
    case stage(ConferenceStage)
    case stageMoved(by: Int)
    case submitted
    case fieldMoved(by: Int)
    case listOpened, lineOpened, cutAtCaret
    case actionBegun, wishBegun, endingBegun
    case corrected, done, rated, removed
    case reordered(by: Int)
    case split, joined
    case takenBack, doneAgain
    case roomy
    case marked, invited, baselineEdited
    case timeBegun, coordinatorBack
    case verdictGiven, printed
    case left
  }

  // MARK: Keys

  public func keyBindings(_ context: Context) -> [KeyBinding<Action>] {
    var own = stageKeys(context)
    // While the family has the room to itself the way out of it stands at the front.
    if isLocked, isTyping, let end = commonKeys.first(where: { $0.action == .coordinatorBack }) {
      own.insert(end, at: min(1, own.count))
    }
    return reachable(own + commonKeys)
  }

  /// Every key of every stage, each once.
  static func everyKeyRow(_ file: FamilyFile, _ context: Context) -> [KeyRow] {
    var rows: [KeyRow] = []
    for stage in ConferenceStage.allCases {
      for focus in [Focus.line, .list] {
        var screen = ConferenceMode(file.family.id)
        screen.live = LivePlan(file)
        screen.stage = stage
        screen.focus = focus
        let own = screen.keyRows(context)
        rows += own.filter { row in !rows.contains { $0.title == row.title } }
      }
    }
    return rows
  }

  private func stageKeys(_ context: Context) -> [KeyBinding<Action>] {
    guard showsPlan else { return pageKeys(context) }
    return focus == .line ? lineKeys : listKeys(context)
  }

  private var commonKeys: [KeyBinding<Action>] {
    return [
      KeyBinding(.pageDown, .stageMoved(by: 1), "Next stage", hint: stageHint, group: .moving),
      KeyBinding(.pageUp, .stageMoved(by: -1), "Stage before", group: .moving),
      KeyBinding(.control("v"), .roomy, "More or less space between the lines"),
      KeyBinding(
        [.escape], isLocked ? .coordinatorBack : .left,
        isLocked ? "The coordinator is back" : "Leave conference mode",
        hint: isLocked ? "coordinator is back" : nil),
    ]
  }

  private var stageHint: String? { showsPlan || stage == .agreeing ? nil : "next stage" }

  // MARK: Update

  public func showing(section: Int) -> Action? {
    ConferenceStage(rawValue: section).map(Action.stage)
  }

  public mutating func update(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .stage(let new): return show(new, context)
    case .stageMoved(let step):
      let all = ConferenceStage.allCases
      guard all.indices.contains(stage.rawValue + step) else { return [] }
      return show(all[stage.rawValue + step], context)
    case .left: return [.back]
    case .roomy:
      wantsRoom = !isRoomy(context.bodySize)
      return []
    default: break
    }
    guard live != nil else { return [] }
    switch action {
    case .timeBegun, .coordinatorBack, .marked, .invited, .baselineEdited, .verdictGiven, .printed:
      return updatePage(action, context)
    case .moved(let key): return move(key, context)
    default: return updatePlan(action, context)
    }
  }

  private mutating func show(_ new: ConferenceStage, _ context: Context) -> [Step] {
    if isLocked { return update(.coordinatorBack, context) }
    guard new != stage else { return [] }
    stage = new
    page = LineCursor()
    focus = .line
    return []
  }

  func isRoomy(_ size: Size) -> Bool { wantsRoom ?? (size.height >= 25) }

  // MARK: Request

  public func queries(_ context: Context) -> [Query] { [.family(family), .drafts] }

  public mutating func receive(_ query: Query, _ answer: Answer, _ context: Context) -> [Step] {
    switch answer {
    case .family(let file) where file.family.id == family:
      missing = nil
      let isFirst = live == nil
      if live == nil { live = LivePlan(file) } else { live?.receive(file) }
      if let file = self.file { line.follow(file, context) }
      return (isFirst ? begin(context) : []) + restoreDraft(context)
    case .drafts(let found):
      // Only what lay there when the mode was opened comes back into the line.
      guard drafts == nil else { return [] }
      drafts = found
      return restoreDraft(context)
    case .failed(let error):
      if live == nil { missing = error.sentence }
      return []
    default: return []
    }
  }

  /// Begins on the day; opened before it, it only shows what is prepared.
  private mutating func begin(_ context: Context) -> [Step] {
    guard let before = conference, before.isOpen, let file else { return [] }
    stage =
      before.isFamilyTime
      ? .familyTime : before.agreement != nil ? .agreeing : file.goals.isEmpty ? .welcome : .plan
    let isDay = before.planned.map { $0.day <= context.today } ?? true
    return isDay ? beginNow(context) : []
  }

  /// Says in the record when the conference began; nothing once it has.
  mutating func beginNow(_ context: Context) -> [Step] {
    guard let before = conference, before.begunAt == nil else { return [] }
    var conference = before
    conference.begunAt = context.world.now()
    var edit = context.edit(
      "Began the conference", in: family,
      [Change(before: .conference(before), after: .conference(conference))])
    edit.isUndoable = false
    return live?.send(edit, as: .step) ?? []
  }

  private mutating func restoreDraft(_ context: Context) -> [Step] {
    guard let file, let drafts, line.isEmpty, later.isEmpty else { return [] }
    let key = ConferenceMode.draftKey(of: family)
    guard let draft = drafts.first(where: { $0.key == key }) else { return [] }
    self.drafts = []
    later = draft.values.filter { $0.key.hasPrefix("later.") }.sorted { $0.key < $1.key }
      .map(\.value)
    line.restore(draft.values, file, context)
    mayHaveDraft = true
    if line.isEmpty { takeLater(context) }
    if !line.isEmpty, !isLocked { stage = .plan }
    return line.isEmpty && !isLocked ? [.ask(.discardDraftLater(key))] : []
  }

  public func draft(_ context: Context) -> Draft? {
    var values = line.isEmpty ? [:] : line.values
    let refused = (live?.refusedWords ?? []) + later
    for (index, words) in refused.enumerated() { values["later.\(index + 100)"] = words }
    if isLocked, live != nil { values[ConferenceMode.familyTimeMark] = "yes" }
    guard !values.isEmpty else { return nil }
    let words = line.words.isEmpty ? "" : " · “\(TextLayout.truncated(line.words, to: 40))”"
    return Draft(
      key: ConferenceMode.draftKey(of: family), practitioner: context.me.id,
      keptAt: context.world.now(),
      title: "Conference · \(file?.family.name ?? "")\(words)", values: values)
  }

  public mutating func saved(
    _ edit: Edit, _ result: Result<Void, StoreError>, _ context: Context
  ) -> [Step] {
    let wasLocked = isLocked
    let isOwn = live?.waiting.contains { $0.edit.id == edit.id } ?? false
    var steps = live?.saved(edit, result) ?? []
    if case .failure(let error) = result, !isOwn { steps.append(.problem(error.sentence)) }
    if wasLocked, !isLocked, case .success = result {
      stage = .plan
      steps.append(.say("The family's time to itself has ended."))
    }
    if case .success = result, mayHaveDraft || wasLocked, draft(context) == nil {
      mayHaveDraft = false
      steps.append(.ask(.discardDraftLater(ConferenceMode.draftKey(of: family))))
    } else if wasLocked != isLocked || live?.hasRefused == true {
      steps.append(.ask(.keepDraft))
    }
    return steps
  }

  // MARK: View

  public func title(_ context: Context) -> [String] {
    [file.map { "\($0.family.name) family group conference" } ?? "Conference"]
  }

  public func view(_ size: Size, _ context: Context) -> Canvas {
    guard let file, let live else {
      var canvas = Canvas(size: size)
      canvas.put(missing ?? "", x: 4, y: 1, width: size.width - 5, style: .problem)
      canvas.cursor = Point(x: 0, y: 0)
      return canvas
    }
    guard showsPlan else { return viewPage(file, size, context) }
    return PlanView(
      live: live, line: line, focus: focus, list: list, latest: latest, size: size,
      isRoomy: isRoomy(size), mayCloseUp: wantsRoom == nil, heading: timeHeading(size, context),
      context: context
    ).canvas
  }
}

/// The stages of the day itself.
public enum ConferenceStage: Int, CaseIterable, Sendable {
  case welcome, information, familyTime, plan, agreeing

  var title: String {
    switch self {
    case .welcome: "Welcome"
    case .information: "Information"
    case .familyTime: "Family time"
    case .plan: "Our plan"
    case .agreeing: "Agreeing it"
    }
  }
}

extension ConferenceMode {
  /// The draft of what is typed here, and the sign in it that the family has the room to itself.
  static let familyTimeMark = "familytime"

  static func draftKey(of family: Family.ID) -> String { "line|\(family)" }

  /// The family whose conference a draft was typed in; nil for a form's draft.
  static func family(ofDraft key: String) -> Family.ID? {
    key.hasPrefix("line|") ? Family.ID(String(key.dropFirst(5))) : nil
  }

  /// Why conference mode cannot be opened now; nil when it can.
  ///
  /// - Source: rule R-C5: whoever coordinates is nobody who works with the family or decides.
  static func offReason(_ file: FamilyFile, _ context: Context) -> String? {
    guard let conference = file.conference else { return "no conference is prepared: C begins it" }
    if conference.withdrawnOn != nil { return "the conference was withdrawn" }
    if conference.closedOn != nil { return "the conference is closed" }
    if conference.isStopped { return "the conference is stopped: C lets it go on" }
    if let reason = file.coordinationRefusal(for: context.me) { return reason }
    return conference.begunAt == nil
      ? file.beginRefusal(
        of: conference, by: context.me, on: context.today, settings: context.world.settings) : nil
  }
}
