import Casework

/// Slips with each person's own actions, one under the other, each to be cut off.
struct SlipsPage {
  let title: String
  let slips: [Slip]
  let printed: String

  init(_ file: FamilyFile, of parties: [Party], _ pen: Pen, on today: Day) {
    title = "Slips of the \(pen.name(file.family.name)) family’s plan"
    slips = parties.map { Slip($0, file, pen, on: today) }
    printed = "Printed on \(today.full)"
  }
}

/// One person's own actions.
struct Slip {
  let name: String
  /// `The Duffy family’s plan, agreed on Sat 12 Sep 2026`.
  let from: String
  let actions: [SlipAction]
  let facts: [Fact]

  init(_ party: Party, _ file: FamilyFile, _ pen: Pen, on today: Day) {
    let without = file.withheld(from: .party(party), on: today)
    name = pen.name(file.name(of: party))
    let agreed = file.plan?.agreedOn.map { ", agreed on \(pen.day($0))" } ?? ""
    from = "The \(pen.name(file.family.name)) family’s plan\(agreed)"
    actions = file.slipActions(of: party).map { SlipAction($0, file, without, pen) }
    let next = without.nextMeeting ? nil : file.nextMeeting(on: today)
    var facts: [Fact] = []
    if !without.sharedWords {
      facts.append(
        Fact(label: "If it isn’t working", lines: pen.paragraphs(file.plan?.ifNotWorking ?? "")))
    }
    facts.append(Fact(label: "Next meeting", lines: next.map { [$0.words(pen)] } ?? []))
    self.facts = facts.filter { !$0.lines.isEmpty }
  }

  /// What is left out of a slip that would stand on it.
  static func leftOut(_ party: Party, _ file: FamilyFile, on today: Day) -> [String] {
    let without = file.withheld(from: .party(party), on: today)
    let goals = Set(file.slipActions(of: party).compactMap(\.goalID))
    let left = without.items.filter { item in
      switch item.thing {
      case .goal(let id): goals.contains(id)
      case .nextMeeting: file.nextMeeting(on: today) != nil
      case .sharedWords: file.plan?.ifNotWorking.isEmpty == false
      case .action, .voice: false
      }
    }
    return left.map { "On the slip of \(file.name(of: party)): \($0.reason)" }
  }
}

/// Something its reader does.
struct SlipAction {
  let row: ActionRow
  /// The goal it serves, in its words; nil when there is none, or it may not be seen.
  let goal: String?

  init(_ action: PlanAction, _ file: FamilyFile, _ without: Withheld, _ pen: Pen) {
    row = ActionRow(action, file, pen)
    let goal = file.goal(action.goalID).flatMap { without.goals.contains($0.id) ? nil : $0 }
    self.goal = goal.map { pen.line($0.words) }
  }
}

extension FamilyFile {
  /// Somebody's own actions that are still wanted, in the plan's order.
  func slipActions(of party: Party) -> [PlanAction] {
    let goals = progress.open.map { Optional($0.goal.id) } + [nil]
    return goals.flatMap { actions(of: $0) }
      .filter { $0.who == party && $0.status != .noLongerNeeded }
  }

  /// Everybody who has an action on a slip: the family, then the team.
  public var slipParties: [Party] {
    let all = (children + adults).map { Party.person($0.id) } + team.map { Party.member($0.id) }
    return all.filter { !slipActions(of: $0).isEmpty }
  }
}

extension SlipsPage {
  /// `format` is `kith slips`, `version` 1.
  func json(_ file: FamilyFile, on today: Day) -> String {
    JSONWriter.text { json in
      json.member("family", file.family.name)
      json.member("format", "kith slips")
      json.member("printedOn", today)
      json.objects("slips", slips) { slip, json in
        json.objects("actions", slip.actions) { action, json in
          json.member("by", action.row.action.by)
          json.member("from", action.row.action.from)
          json.member("goal", action.goal)
          json.member("status", action.row.action.status)
          json.member("words", action.row.words)
        }
        json.objects("facts", slip.facts) { fact, json in
          json.member("label", fact.label)
          json.member("says", fact.lines)
        }
        json.member("who", slip.name)
      }
      json.member("version", 1)
    }
  }
}
