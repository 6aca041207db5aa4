import Casework
import TextUI

/// One family: its six sections over one file, and the way to the next family of the list.
public struct FamilyScreen: Screen {
  // MARK: State

  private let id: Family.ID
  private(set) var file: FamilyFile?
  private(set) var missing: String?
  private(set) var section: FamilySection
  /// The families of the list it was opened from, for `]` and `[`.
  private let among: [Family.ID]
  private var overview = FamilyOverview()
  var plan = FamilyPlan()
  var team = FamilyTeam()
  var reviews = FamilyReviews()
  var progress = FamilyProgressSection()
  var record = FamilyRecord()

  public init(
    _ id: Family.ID, section: FamilySection, among: [Family.ID], goal: Goal.ID? = nil,
    action: PlanAction.ID? = nil, review: Review.ID? = nil, person: Party? = nil
  ) {
    self.id = id
    self.section = section
    self.among = among
    progress.select(goal)
    plan.select(action)
    reviews.select(review)
    team.select(person)
  }

  public var sections: (titles: [String], active: Int)? {
    (FamilySection.allCases.map(\.title), section.rawValue)
  }

  public var hasChart: Bool { section == .progress && file?.goals.isEmpty == false }

  public var isTyping: Bool { section == .record && record.isTyping }

  // MARK: Action

  public enum Action: Equatable, Sendable {
    case sectionChosen(Int)
    case nextSection
    case previousSection
    case section(FamilySection)
    case removedOpened
    case nextFamily
    case previousFamily
    case left
    case overview(FamilyOverview.Action)
    case plan(FamilyPlan.Action)
    case team(FamilyTeam.Action)
    case reviews(FamilyReviews.Action)
    case progress(FamilyProgressSection.Action)
    case record(FamilyRecord.Action)
  }

  // MARK: Keys

  public var keyPlace: String { "family-\(section)" }

  public func keyBindings(_ context: Context) -> [KeyBinding<Action>] {
    let lonely = among.count > 1 ? nil : "open a family from a list first"
    let moving: [KeyBinding<Action>] = [
      KeyBinding(.tab, .nextSection, "Next section", hint: "section", group: .moving),
      KeyBinding(.backTab, .previousSection, "Section before", group: .moving),
      KeyBinding(
        Key("]"), .nextFamily, "Next family", hint: section == .overview ? "next family" : nil,
        group: .moving, offReason: lonely),
      KeyBinding(Key("["), .previousFamily, "Family before", group: .moving, offReason: lonely),
      KeyBinding(Key("X"), .removedOpened, "What was removed from this family", group: .moving),
      KeyBinding([.escape, .left, Key("h")], .left, "Back", group: .moving),
    ]
    let sections = FamilySection.allCases.filter { $0 != section }.map { section in
      KeyBinding(
        [], Action.section(section), "Go to \(section.title) of this family", group: .moving)
    }
    return reachable(sectionBindings(context) + moving + sections)
  }

  private func sectionBindings(_ context: Context) -> [KeyBinding<Action>] {
    guard let file else { return [] }
    switch section {
    case .overview: return overview.keyBindings(file, context).map { $0.mapped(Action.overview) }
    case .plan: return plan.keyBindings(file, context).map { $0.mapped(Action.plan) }
    case .team: return team.keyBindings(file, context).map { $0.mapped(Action.team) }
    case .reviews: return reviews.keyBindings(file, context).map { $0.mapped(Action.reviews) }
    case .progress: return progress.keyBindings(file, context).map { $0.mapped(Action.progress) }
    case .record: return record.keyBindings(file, context).map { $0.mapped(Action.record) }
    }
  }

  // MARK: Update

  public func moving(_ key: Key) -> Action? {
    switch section {
    case .overview: .overview(.moved(key))
    case .plan: .plan(.moved(key))
    case .team: .team(.moved(key))
    case .reviews: .reviews(.moved(key))
    case .progress: nil
    case .record: .record(.moved(key))
    }
  }

  public func showing(section: Int) -> Action? { .sectionChosen(section) }

  public mutating func update(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .sectionChosen(let index): return show(index)
    case .nextSection: return show(section.rawValue + 1)
    case .previousSection: return show(section.rawValue + FamilySection.allCases.count - 1)
    case .removedOpened: return [.go(.removed(id))]
    case .section(let new): return show(new.rawValue)
    case .nextFamily: return neighbour(1)
    case .previousFamily: return neighbour(-1)
    case .left: return [.back]
    default: break
    }
    guard let file else { return [] }
    switch action {
    case .overview(let action): return overview.update(action, file, context)
    case .plan(let action): return plan.update(action, file, context)
    case .team(let action): return team.update(action, file, context)
    case .reviews(let action): return reviews.update(action, file, context)
    case .progress(let action): return progress.update(action, file, context)
    case .record(let action): return record.update(action, file, context)
    default: return []
    }
  }

  public mutating func type(_ event: Event, _ context: Context) -> [Step]? {
    guard section == .record, let file else { return nil }
    return record.type(event, file, context)
  }

  private mutating func show(_ index: Int) -> [Step] {
    section = FamilySection.allCases[index % FamilySection.allCases.count]
    return []
  }

  private func neighbour(_ step: Int) -> [Step] {
    guard let index = among.firstIndex(of: id), !among.isEmpty else { return [] }
    let next = among[(index + step + among.count) % among.count]
    return [.replace(.family(next, section, among: among))]
  }

  // MARK: Request

  public func queries(_ context: Context) -> [Query] { [.family(id)] }

  public mutating func receive(_ query: Query, _ answer: Answer, _ context: Context) -> [Step] {
    switch answer {
    case .family(let new) where new.family.id == id:
      if let old = file { record.follow(from: old, to: new, context) }
      plan.follow(from: file, to: new)
      team.follow(from: file ?? new, to: new)
      reviews.follow(from: file, to: new)
      file = new
      missing = nil
    case .failed(let error): missing = error.sentence
    default: break
    }
    return []
  }

  // MARK: View

  public func title(_ context: Context) -> [String] {
    var crumbs = ["Families", file?.family.name ?? ""]
    if section == .progress, let file, let goal = progress.selectedGoal(file) {
      crumbs.append(goal.goal.words)
    }
    if section == .record, let only = record.filterWords { crumbs.append(only) }
    return crumbs
  }

  public func view(_ size: Size, _ context: Context) -> Canvas {
    guard let file else {
      var canvas = Canvas(size: size)
      canvas.put(missing ?? "", x: 4, y: 1, width: size.width - 5, style: .problem)
      canvas.cursor = Point(x: 0, y: 0)
      return canvas
    }
    switch section {
    case .overview: return overview.view(file, size, context)
    case .plan: return plan.view(file, size, context)
    case .team: return team.view(file, size, context)
    case .reviews: return reviews.view(file, size, context)
    case .progress: return progress.view(file, size, context)
    case .record: return record.view(file, size, context)
    }
  }
}
