import Casework

/// What stands on the print of a plan, written with one pen.
struct PlanPage {
  /// `The Duffy family’s plan`.
  let title: String
  let forWhom: String
  /// The family's own words, in quotation marks.
  let opening: [String]
  /// `Agreed on Sat 12 Sep 2026 at the conference, version 1.`
  let agreed: String
  let agreedBy: String?
  /// What was agreed besides.
  let points: [String]
  let goals: [GoalBlock]
  /// Whether the plan has no open goal at all.
  let isEmpty: Bool
  /// Actions that serve the plan as a whole, and a reader's own whose goal they may not see.
  let groups: [ActionGroup]
  /// Goals that are reached or no longer needed; nil when there are none.
  let ended: GoalGroup?
  /// What else to know, a label and what it says.
  let facts: [Fact]
  let printed: String
  /// Whether there is so much that the letters are a little smaller, to stay on one page.
  let isDense: Bool
  let agreedVersion: AgreedPlan?
  let next: NextMeeting?

  init(_ file: FamilyFile, _ without: Withheld, for reader: Reader, _ pen: Pen, on today: Day) {
    let plan = file.plan
    title = "The \(pen.name(file.family.name)) family’s plan"
    forWhom = file.words(for: reader, pen)
    opening = without.sharedWords ? [] : pen.quoted(plan?.openingWords ?? "")
    agreedVersion = plan?.agreed.last
    agreed = file.agreedWords(pen)
    let by = plan?.agreed.last?.by ?? []
    agreedBy = by.isEmpty || without.sharedWords ? nil : "by \(pen.names(by, of: file))"
    points = without.sharedWords ? [] : pen.paragraphs(file.agreedPoints)
    var blocks: [GoalBlock] = []
    var behind: [GoalBlock] = []
    for goal in file.progress.goals.map(\.goal) where !without.goals.contains(goal.id) {
      let block = GoalBlock(
        goal, number: blocks.count + behind.count + 1, file, without, pen, on: today)
      if goal.status == .open { blocks.append(block) } else { behind.append(block) }
    }
    goals = blocks
    let whole = file.actions(of: nil).filter { !without.actions.contains($0.id) }
    let own = file.progress.goals.filter { without.goals.contains($0.goal.id) }
      .flatMap { file.actions(of: $0.goal.id) }.filter { !without.actions.contains($0.id) }
    groups = [
      ActionGroup("For the whole plan", whole.map { ActionRow($0, file, pen) }),
      ActionGroup("Your part", own.map { ActionRow($0, file, pen) }),
    ].compactMap(\.self)
    isEmpty = blocks.isEmpty && without.goals.isEmpty
    ended = behind.isEmpty ? nil : GoalGroup(goals: behind)
    next = without.nextMeeting ? nil : file.nextMeeting(on: today)
    facts = Fact.ofPlan(file, without, pen, next: next)
    printed = "Printed on \(today.full)"
    let rows = (blocks + behind).reduce(whole.count + own.count) { $0 + 1 + $1.actions.count }
    isDense = rows > 14
  }
}

/// A goal and who does what for it.
struct GoalBlock {
  let number: Int
  let words: String
  /// `Kayla’s words, about Lee`.
  let whose: String
  /// `reached since Fri 6 Nov 2026`; nil for an open one.
  let stand: String?
  let actions: [ActionRow]
  let owner: String
  let status: Goal.Status

  init(
    _ goal: Goal, number: Int, _ file: FamilyFile, _ without: Withheld, _ pen: Pen, on today: Day
  ) {
    self.number = number
    words = pen.line(goal.words)
    owner = pen.name(file.name(of: goal.whose))
    let about = goal.about.flatMap { child in
      goal.whose == .person(child) ? nil : pen.name(file.name(of: .person(child)))
    }
    whose = "\(owner)’s words" + (about.map { ", about \($0)" } ?? "")
    stand =
      goal.status == .open ? nil : "\(goal.status.rawValue) since \(pen.day(goal.statusSince))"
    status = goal.status
    actions = file.actions(of: goal.id).filter { !without.actions.contains($0.id) }
      .map { ActionRow($0, file, pen) }
  }
}

/// Ended goals, under a heading of their own.
struct GoalGroup {
  let goals: [GoalBlock]
}

/// Actions under a heading.
struct ActionGroup {
  let heading: String
  let actions: [ActionRow]

  /// Nil when there is no action.
  init?(_ heading: String, _ actions: [ActionRow]) {
    guard !actions.isEmpty else { return nil }
    self.heading = heading
    self.actions = actions
  }
}

/// Who does what by when, with a box to tick.
struct ActionRow {
  let who: String
  let words: String
  /// `by Fri 27 Nov 2026`; nil when it has no day.
  let when: String?
  let isDone: Bool
  let isPartly: Bool
  let action: PlanAction

  init(_ action: PlanAction, _ file: FamilyFile, _ pen: Pen, says: String? = nil) {
    self.action = action
    who = action.who.map { pen.name(file.name(of: $0)) } ?? "Nobody yet"
    words = pen.line(action.words)
    when = says ?? ActionRow.when(action, pen)
    isDone = action.status == .done
    isPartly = action.status == .partly
  }

  private static func when(_ action: PlanAction, _ pen: Pen) -> String? {
    var days = [action.from.map { "from \(pen.day($0))" }, action.by.map { "by \(pen.day($0))" }]
    switch action.status {
    case .notYet: break
    case .partly: days.append("partly done")
    case .done: days = ["done"]
    case .noLongerNeeded: days = ["no longer needed"]
    }
    let words = days.compactMap(\.self)
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}

/// Something to know beside the goals.
struct Fact {
  let label: String
  let lines: [String]

  /// What happens if it isn't working, who keeps it going, whom each child trusts, the next meeting.
  static func ofPlan(
    _ file: FamilyFile, _ without: Withheld, _ pen: Pen, next: NextMeeting?
  ) -> [Fact] {
    var facts: [Fact] = []
    if !without.sharedWords {
      let ending = pen.paragraphs(file.plan?.ifNotWorking ?? "")
      facts.append(Fact(label: "If it isn’t working", lines: ending))
      let keeper = file.plan?.keptGoingBy.map { [pen.name(file.name(of: $0))] } ?? []
      facts.append(Fact(label: "Who keeps it going", lines: keeper))
      let trusted = file.children.compactMap { child -> String? in
        guard let trusted = child.trusted, !without.voices.contains(.person(child.id)) else {
          return nil
        }
        let who = pen.name(file.name(of: trusted.who))
        let name = pen.name(child.shortName)
        return trusted.chosenByChild ? "\(name) chose \(who)" : "\(who), for \(name)"
      }
      facts.append(Fact(label: "A trusted person", lines: trusted))
    }
    if !without.nextMeeting {
      facts.append(Fact(label: "Next meeting", lines: [next?.words(pen) ?? "No day yet"]))
    }
    return facts.filter { !$0.lines.isEmpty }
  }
}

extension NextMeeting {
  /// `Fri 18 Dec 2026, 10:00, Carlton School (child in need review)`.
  func words(_ pen: Pen) -> String {
    let time = when.time.map { ", \($0)" } ?? ""
    let place = place.isEmpty ? "" : ", \(pen.name(place))"
    return "\(pen.day(when.day))\(time)\(place) (\(what))"
  }
}

extension FamilyFile {
  /// Who a print is for: `For the family together`, `For Ms Grant, mentor, Carlton School`.
  func words(for reader: Reader, _ pen: Pen) -> String {
    switch reader {
    case .family: return "For the family together"
    case .party(.person(let id)): return "For \(pen.name(name(of: .person(id))))"
    case .party(.member(let id)):
      let member = member(id)
      let parts = [name(of: .member(id)), member?.role ?? "", member?.organisation ?? ""]
      return "For " + parts.filter { !$0.isEmpty }.map(pen.name).joined(separator: ", ")
    }
  }

  /// When and where the plan was agreed.
  fileprivate func agreedWords(_ pen: Pen) -> String {
    guard let agreed = plan?.agreed.last else { return "Not agreed yet." }
    let place = agreed.at.isEmpty ? "" : " at \(pen.name(agreed.at))"
    let since = differenceSinceAgreed().isEmpty ? "" : " Some of it is newer."
    return "Agreed on \(pen.day(agreed.on))\(place), version \(agreed.number).\(since)"
  }

  /// What was agreed besides the plan as it stands; empty when nothing was.
  fileprivate var agreedPoints: String {
    guard let said = conference?.agreement, said.verdict == .agreedWithPoints,
      said.on >= plan?.agreedOn ?? said.on
    else { return "" }
    return said.points
  }
}
