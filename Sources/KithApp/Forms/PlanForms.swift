import Casework
import TextUI

/// The plan's own words.
struct PlanForm: EntryForm {
  func title(_ sources: FormSources) -> String { "The plan's own words" }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    let plan = sources.file?.plan
    return [
      .area("openingWords", "What the family wants", plan?.openingWords ?? "", lines: 3),
      .area("ifNotWorking", "If it isn't working", plan?.ifNotWorking ?? "", lines: 3),
      .choice(
        "keptGoingBy", "Who keeps it going", plan?.keptGoingBy?.choiceID ?? "",
        among: [Choice(id: "", label: "nobody yet")] + sources.parties(keeping: [plan?.keptGoingBy])
      ),
    ]
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    let before = sources.file?.plan
    var plan = before ?? Plan(id: sources.context.world.newID(), familyID: sources.familyID)
    plan.openingWords = reader.text("openingWords")
    plan.ifNotWorking = reader.text("ifNotWorking")
    plan.keptGoingBy = reader.party("keptGoingBy")
    return try reader.finish(
      FormResult(
        changes: [Change(before: before.map(Record.plan), after: .plan(plan))],
        sentence: "Changed the plan's own words"))
  }
}

/// Agreeing the plan as it stands: that version is frozen.
struct AgreementForm: EntryForm {
  func title(_ sources: FormSources) -> String { "Agree the plan as it stands" }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    [
      .day("on", "Agreed on", sources.today, reading: .pastDay),
      .line(
        "at", "Where", "", hint: "the conference, a review",
        completions: ["the conference", "a review", "home"]),
      .choices(
        "by", "Who agreed", [],
        among: sources.parties(brief: true)),
    ]
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    var reader = reader
    guard let file = sources.file else { preconditionFailure("a plan belongs to a family") }
    var plan = file.plan ?? Plan(id: sources.context.world.newID(), familyID: file.family.id)
    var breaches: [RuleBreach] = []
    let day = reader.requiredDay("on")
    do throws(RuleBreach) {
      try plan.agree(
        on: day, at: reader.text("at"), by: reader.parties("by"), goals: file.goals,
        actions: file.actions)
    } catch {
      breaches.append(error)
    }
    return try reader.finish(
      FormResult(
        changes: [Change(before: file.plan.map(Record.plan), after: .plan(plan))],
        sentence: "Agreed the plan, version \(plan.agreed.count)", isUndoable: false),
      extra: breaches)
  }
}

/// A goal, in the exact words of whoever it belongs to.
struct GoalForm: EntryForm {
  let id: Goal.ID?

  func title(_ sources: FormSources) -> String { id == nil ? "New goal" : "Goal" }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    let goal = sources.file?.goal(id)
    let firstChild = sources.file?.children.first
    let whose = goal.map { $0.whose } ?? firstChild.map { .person($0.id) }
    let about = goal.map { $0.about } ?? firstChild?.id
    var fields: [EntryField] = [
      .paragraph("words", "In their words", goal?.words ?? ""),
      .choice(
        "whose", "Whose", whose?.choiceID ?? "",
        among: [Choice(id: "", label: "the family together")] + sources.parties(keeping: [whose])),
      .choice(
        "about", "About", about.map { "\($0)" } ?? "",
        among: [Choice(id: "", label: "the whole family")] + sources.children),
      .choice("category", "Category", goal?.category ?? .other),
      .scale("baseline", goal == nil ? "Now" : "At the start", goal?.baseline),
      .scale("hopedFor", "Hoped for", goal?.hopedFor),
      .day(
        "lookAgainOn", "Look again",
        goal.map { $0.lookAgainOn } ?? sources.today
          + sources.context.world.settings.reviewDue),
    ]
    if let goal { fields.append(.choice("status", "Status", goal.status)) }
    return fields
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    var reader = reader
    let before = sources.file?.goal(id)
    var goal =
      before
      ?? Goal(
        id: sources.context.world.newID(), familyID: sources.familyID, words: reader.text("words"),
        order: ((sources.file?.goals.map(\.order).max() ?? 0) + 1), setOn: sources.today)
    goal.reword(reader.text("words"), on: sources.today)
    goal.whose = reader.party("whose")
    goal.about = reader.recordID("about")
    goal.category = reader.choice("category", .other)
    goal.baseline = reader.score("baseline")
    goal.hopedFor = reader.score("hopedFor")
    goal.lookAgainOn = reader.day("lookAgainOn")
    let status: Goal.Status = reader.choice("status", goal.status)
    if status != goal.status {
      goal.status = status
      goal.statusSince = sources.today
    }
    return try reader.finish(
      FormResult(
        changes: [Change(before: before.map(Record.goal), after: .goal(goal))],
        sentence: "\(before == nil ? "New" : "Changed the") goal “\(goal.words)”"))
  }
}

/// Who does what by when.
struct ActionForm: EntryForm {
  let goal: Goal.ID?
  let id: PlanAction.ID?

  func title(_ sources: FormSources) -> String { id == nil ? "New action" : "Action" }

  private func action(_ sources: FormSources) -> PlanAction? {
    sources.file?.actions.first { $0.id == id }
  }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    let action = action(sources)
    let goals = (sources.file?.progress.goals ?? []).map {
      Choice(id: "\($0.goal.id)", label: $0.goal.words)
    }
    let chosen = action.map { $0.goalID } ?? goal
    var fields: [EntryField] = [
      .paragraph("words", "What will be done", action?.words ?? ""),
      .choice(
        "who", "Who", action?.who?.choiceID ?? "",
        among: [Choice(id: "", label: "nobody yet")] + sources.parties(keeping: [action?.who])),
      .day("by", "By", action?.by),
      .choice(
        "goalID", "For the goal", chosen.map { "\($0)" } ?? "",
        among: [Choice(id: "", label: "the whole plan")] + goals),
      .day("from", "From", action?.from),
    ]
    if let action {
      fields += [
        .choice("status", "Status", action.status),
        .paragraph("howItWent", "How it went", action.howItWent),
      ]
    }
    return fields
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    var reader = reader
    let before = action(sources)
    let goalID: Goal.ID? = reader.recordID("goalID")
    var action =
      before
      ?? PlanAction(
        id: sources.context.world.newID(), familyID: sources.familyID, words: "",
        statusSince: sources.today,
        order: (sources.file?.actions(of: goalID).map(\.order).max() ?? 0) + 1)
    action.words = reader.text("words")
    action.who = reader.party("who")
    action.goalID = goalID
    action.by = reader.day("by")
    action.from = reader.day("from")
    let status: PlanAction.Status = reader.choice("status", action.status)
    if status != action.status {
      action.status = status
      action.statusSince = sources.today
    }
    if before != nil { action.howItWent = reader.text("howItWent") }
    let who = action.who.flatMap { party in sources.file.map { "\($0.name(of: party)): " } } ?? ""
    return try reader.finish(
      FormResult(
        changes: [Change(before: before.map(Record.action), after: .action(action))],
        sentence: "\(before == nil ? "New" : "Changed the") action “\(who)\(action.words)”"))
  }
}

/// How far somebody sees a goal today.
struct RatingForm: EntryForm {
  let goal: Goal.ID

  func title(_ sources: FormSources) -> String {
    sources.file?.goal(goal).map { "Rate “\(TextLayout.truncated($0.words, to: 44))”" }
      ?? "Rate this goal"
  }

  /// What somebody said of the goal last; nil when nothing yet.
  private func last(by party: Party?, _ sources: FormSources) -> Rating? {
    sources.file?.ratings.filter { $0.goalID == goal && $0.by == party }
      .max { ($0.day, $0.id) < ($1.day, $1.id) }
  }

  /// `Kayla said 6 on Fri 6 Nov; hoped for 8`.
  private func remark(by party: Party?, _ sources: FormSources) -> String {
    guard let file = sources.file else { return "" }
    let said = last(by: party, sources).map {
      "\(file.name(of: $0.by)) said \($0.score) on \($0.day.words(on: sources.today))"
    }
    let hoped = file.goal(goal)?.hopedFor.map { "hoped for \($0)" }
    return [said, hoped].compactMap(\.self).joined(separator: "; ")
  }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    let whose = sources.file?.goal(goal)?.whose
    let all = sources.parties(keeping: [whose])
    let owner = whose?.choiceID
    let by = values["by"] ?? owner ?? all.first?.id ?? ""
    var score = EntryField.scale("score", "Where it is", nil)
    score.remark = remark(by: Party(choiceID: by), sources)
    return [
      score,
      .choice(
        "by", "Whose eyes", owner ?? all.first?.id ?? "",
        among: all.filter { $0.id == owner } + all.filter { $0.id != owner }),
      .paragraph("words", "In their words", ""),
      .day("day", "On", sources.today, hint: "today, fri, 6 nov, -14d", reading: .pastDay),
    ]
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    var reader = reader
    guard let file = sources.file, let goal = file.goal(goal) else {
      throw FormFault(breaches: [
        RuleBreach(field: "score", sentence: "This goal was removed in the meantime.")
      ])
    }
    let day = reader.requiredDay("day")
    if reader.score("score") == nil { reader.add("score", "From 0 to 10: where is it?") }
    guard let by = reader.party("by"), let score = reader.score("score") else {
      return try reader.finish(FormResult(changes: [], sentence: ""))
    }
    let rating = Rating(
      id: sources.context.world.newID(), familyID: file.family.id, goalID: goal.id, day: day,
      score: score, by: by, words: reader.text("words"))
    let was = last(by: by, sources).map { ", was \($0.score)" } ?? ""
    return try reader.finish(
      FormResult(
        changes: [Change(before: nil, after: .rating(rating))],
        sentence: "\(file.name(of: by)) rated “\(goal.words)” \(score)\(was)"))
  }
}
