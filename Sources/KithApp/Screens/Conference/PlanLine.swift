import Casework
import TextUI

/// The line that is typed while the family talks: a goal, an action or the plan's own words, with
/// the few fields that belong to it.
struct PlanLine: Equatable, Sendable {
  /// What a line says: its first sign tells, where it is a new one.
  enum Kind: Equatable, Sendable {
    case goal
    /// `> Uncle Joe walks with her, fri`
    case action
    /// `“We want mornings to be calm.`
    case wish
    /// `! Nan Rose calls everybody together.`
    case ending
  }

  /// What is being corrected; a new line otherwise.
  enum Subject: Equatable, Sendable {
    case new
    case goal(Goal)
    case action(PlanAction)
    case wish, ending
  }

  private(set) var text = TextField("", multiline: true)
  private(set) var form = Form(title: "", fields: [])
  /// Fields that a person has set: no guess changes them any more.
  private(set) var touched: Set<String> = []
  private(set) var subject = Subject.new
  /// The goal that a new action belongs to; nil for the last one.
  var above: Goal.ID?
  /// The goal or action that a new line goes behind; nil for the end.
  var behind: Record?
  /// The id of what the line becomes, so that a line is never saved twice.
  private(set) var id: String?
  /// The field that is set; nil while the words are typed.
  private(set) var field: String?

  init() {}

  var isEmpty: Bool { words.isEmpty && subject == .new }

  var kind: Kind {
    switch subject {
    case .goal: return .goal
    case .action: return .action
    case .wish: return .wish
    case .ending: return .ending
    case .new: break
    }
    switch text.firstSign {
    case ">": return .action
    case "\"", "“", "”": return .wish
    case "!": return .ending
    default: return .goal
    }
  }

  var label: String {
    switch kind {
    case .goal: "Goal"
    case .action: "Action"
    case .wish: "We want"
    case .ending: "If not"
    }
  }

  /// What is typed, without the sign before it.
  var words: String {
    var rest = text.text.drop(while: \.isWhitespace)
    let hasSign = subject == .new ? kind != .goal : kind == .action && rest.first == ">"
    if hasSign { rest = rest.dropFirst().drop(while: \.isWhitespace) }
    while let last = rest.last, last.isWhitespace || kind == .wish && "\"“”".contains(last) {
      rest.removeLast()
    }
    return String(rest)
  }

  func isField(_ id: String) -> Bool { form.fields.contains { $0.id == id } }

  // MARK: Typing

  /// Types into the words or the field; false when the event means nothing there.
  mutating func handle(_ event: Event, _ file: FamilyFile?, _ context: Context) -> Bool {
    var event = event
    if case .paste(let pasted) = event {
      event = .paste(String(pasted.map { $0.isNewline ? " " : $0 }))
    }
    if let field {
      let before = form[field]
      guard isTakenByField(event), handled(by: field, event) else { return false }
      if form[field] != before { touched.insert(field) }
    } else {
      guard text.handle(event) else { return false }
      if id == nil, !isEmpty { id = "\(context.world.newUUID())".lowercased() }
      if words.isEmpty, subject == .new { (id, touched, behind) = (nil, [], nil) }
    }
    if let file { refresh(file, context) }
    return true
  }

  private mutating func handled(by field: String, _ event: Event) -> Bool {
    form.focus(on: field)
    let outcome = form.handle(event)
    form.focus(on: field)
    return outcome == .changed || outcome == .moved
  }

  /// Keys of a form that are not a field's own stay with the screen.
  private func isTakenByField(_ event: Event) -> Bool {
    guard case .key(let key) = event else { return true }
    return ![.enter, .escape, .tab, .backTab, .up, .down, .pageUp, .pageDown, .control("s")]
      .contains(key)
  }

  /// Goes on to the next field, or back to the one before; from the last round to the words.
  mutating func move(by step: Int) {
    let stops: [String?] = [nil] + form.fields.map(\.id)
    let now = stops.firstIndex(of: field) ?? 0
    go(to: stops[(now + step + stops.count) % stops.count])
  }

  mutating func go(to id: String?) {
    field = id
    guard let id else { return }
    form.focus(on: id)
    form.markFresh()
  }

  /// Puts other words in the place of those that are typed.
  mutating func retype(_ words: String, _ file: FamilyFile, _ context: Context) {
    text = TextField(words, multiline: true)
    if id == nil { id = "\(context.world.newUUID())".lowercased() }
    refresh(file, context)
  }

  // MARK: Beginning

  /// Brings what stands in the plan into the line, to be corrected.
  mutating func correct(_ subject: Subject, _ file: FamilyFile, _ context: Context) {
    self = PlanLine()
    self.subject = subject
    let words: String
    switch subject {
    case .new: words = ""
    case .goal(let goal): (words, id) = (goal.words, "\(goal.id)")
    case .action(let action): (words, id) = (action.words, "\(action.id)")
    case .wish: words = file.plan?.openingWords ?? ""
    case .ending: words = file.plan?.ifNotWorking ?? ""
    }
    text = TextField(words, multiline: true)
    refresh(file, context)
    touched = Set(form.fields.map(\.id))
  }

  /// Begins a new line with a text and fields that are set already.
  mutating func begin(
    _ words: String, set values: [String: String] = [:], _ file: FamilyFile, _ context: Context
  ) {
    self = PlanLine()
    text = TextField(words, multiline: true)
    id = "\(context.world.newUUID())".lowercased()
    refresh(file, context)
    form.restore(values)
    touched = Set(values.keys)
    refresh(file, context)
  }

  /// Puts the caret so many characters into the words.
  mutating func place(caret: Int) { text.caret = caret }

  /// Keeps what stands before the caret and gives what stands behind it.
  mutating func cutAtCaret(_ file: FamilyFile, _ context: Context) -> String {
    let all = text.text
    let head = String(all.prefix(text.caret))
    text = TextField(head, multiline: true)
    refresh(file, context)
    return String(all.dropFirst(head.count))
  }

  // MARK: Drafts

  /// What is typed, to be found again.
  var values: [String: String] {
    var values = Dictionary(
      uniqueKeysWithValues: touched.map { ("field.\($0)", form[$0]) })
    values["line"] = text.text
    values["id"] = id
    values["above"] = above.map { "\($0)" }
    switch subject {
    case .new: break
    case .goal, .action: values["corrects"] = "line"
    case .wish: values["corrects"] = "wish"
    case .ending: values["corrects"] = "ending"
    }
    return values
  }

  /// Brings a draft back, unless what it holds stands in the plan by now.
  mutating func restore(_ values: [String: String], _ file: FamilyFile, _ context: Context) {
    let words = values["line"] ?? ""
    guard !words.isEmpty else { return }
    let goal = file.goals.first { "\($0.id)" == values["id"] }
    let action = file.actions.first { "\($0.id)" == values["id"] }
    var line = PlanLine()
    switch values["corrects"] {
    case nil where goal != nil || action != nil: return
    case nil: line.id = values["id"]
    case "wish": line.correct(.wish, file, context)
    case "ending": line.correct(.ending, file, context)
    default:
      guard let subject = goal.map(Subject.goal) ?? action.map(Subject.action) else { return }
      line.correct(subject, file, context)
    }
    line.text = TextField(words, multiline: true)
    line.above = values["above"].flatMap { Goal.ID($0) }
    line.refresh(file, context)
    for (key, value) in values where key.hasPrefix("field.") {
      let field = String(key.dropFirst(6))
      line.form[field] = value
      line.touched.insert(field)
    }
    line.refresh(file, context)
    if line.edit(in: file, context) != nil { self = line }
  }

  /// The fields that a person has set.
  var touchedValues: [String: String] {
    Dictionary(uniqueKeysWithValues: touched.map { ($0, form[$0]) })
  }

  /// Takes in what changed in the plan meanwhile.
  mutating func follow(_ file: FamilyFile, _ context: Context) {
    if above.map({ file.goal($0) == nil }) ?? false { above = nil }
    refresh(file, context)
  }

  /// Whether the words take more than one row, so that ↑ moves within them.
  func isTall(at width: Int) -> Bool { text.height(width: width) > 1 && text.caret > 0 }
}

// MARK: - What it says

extension PlanLine {
  /// The goal that an action of this line belongs to.
  func goal(in file: FamilyFile) -> Goal? {
    if case .action(let action) = subject { return file.goal(action.goalID) }
    return file.goal(above) ?? file.progress.goals.last?.goal
  }

  /// What an action's words are read as; what was set in the fields stands over it.
  func reading(_ file: FamilyFile, on today: Day) -> ActionLine {
    var line = ActionLine(words: words)
    if subject == .new, words.utf8.count <= Self.longestRead {
      line = file.readAction(words, on: today)
    }
    if touched.contains("who") { line.who = Party(choiceID: form["who"]) }
    if touched.contains("from") { line.from = Day(typed: form["from"], on: today) }
    if touched.contains("by") { line.by = Day(typed: form["by"], on: today) }
    return line
  }

  /// Brings the fields up to date: what nobody has set is guessed from the words.
  fileprivate mutating func refresh(_ file: FamilyFile, _ context: Context) {
    let sources = FormSources(file: file, context: context)
    let old = form
    switch kind {
    case .goal: form.fields = goalFields(file, sources)
    case .action: form.fields = actionFields(file, sources)
    case .ending:
      let keeper = file.plan?.keptGoingBy
      form.fields = [
        EntryField.choice(
          "keeper", "Who keeps it going", keeper?.choiceID ?? "",
          among: [Choice(id: "", label: "nobody yet")]
            + sources.parties(keeping: [keeper], brief: true)
        ).field
      ]
    case .wish: form.fields = []
    }
    // The field itself keeps its caret and what it was typed as.
    form.fields = form.fields.map { new in
      guard touched.contains(new.id) || new.id == field,
        let same = old.fields.first(where: { $0.id == new.id })
      else { return new }
      return same
    }
    if let field, !isField(field) || isEmpty { self.field = nil }
  }

  private func goalFields(_ file: FamilyFile, _ sources: FormSources) -> [FormField] {
    var guess = file.guess(goal: String(words.prefix(Self.longestRead)), last: lastWhose(file))
    var (now, hoped): (Int?, Int?) = (nil, nil)
    if case .goal(let goal) = subject {
      guess = GoalGuess(whose: goal.whose, about: goal.about, category: goal.category)
      (now, hoped) = (goal.baseline, goal.hopedFor)
    }
    return [
      EntryField.choice(
        "whose", "whose", guess.whose?.choiceID ?? "",
        among: [Choice(id: "", label: "the family together")]
          + sources.parties(keeping: [guess.whose], brief: true)),
      EntryField.choice(
        "about", "about", guess.about.map { "\($0)" } ?? "",
        among: [Choice(id: "", label: "the whole family")]
          + file.children.map { Choice(id: "\($0.id)", label: $0.shortName) }),
      EntryField.choice("category", "category", guess.category),
      EntryField.scale("now", "now", now), EntryField.scale("hoped", "hoped for", hoped),
    ].map(\.field)
  }

  /// A sentence that is spoken is shorter. What is longer was pasted, and is not looked through at every
  /// key: who and when are then set by hand.
  private static let longestRead = 1000

  /// Whose goal was typed last: the same person often goes on.
  private func lastWhose(_ file: FamilyFile) -> Party? {
    file.goals.max { $0.id < $1.id }.flatMap(\.whose)
  }

  private func actionFields(_ file: FamilyFile, _ sources: FormSources) -> [FormField] {
    var read = reading(file, on: sources.today)
    if case .action(let action) = subject, !touched.contains("who") {
      read = ActionLine(who: action.who, words: words, from: action.from, by: action.by)
    }
    var fields = [
      EntryField.choice(
        "who", "who", read.who?.choiceID ?? "",
        among: [Choice(id: "", label: "nobody yet")]
          + sources.parties(keeping: [read.who], brief: true)),
      EntryField.day("from", "from", read.from), EntryField.day("by", "by", read.by),
    ].map(\.field)
    for index in fields.indices where fields[index].id != "who" {
      fields[index].replacesWhenTyped = true
    }
    return fields
  }

  /// Why it cannot be saved as it stands; nil when it can.
  func fault(on today: Day) -> String? {
    for id in ["from", "by"] where kind == .action && touched.contains(id) {
      let typed = form[id]
      if !typed.isEmpty, Day(typed: typed, on: today) == nil {
        return "“\(typed)” is not a day. Try fri, 27 nov, 27/11 or +6w."
      }
    }
    return nil
  }
}
