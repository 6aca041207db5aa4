import Casework
import TextUI

/// A form that lies over the screen: what it is for, what is typed, and what it was filled from.
public struct Sheet: Sendable {
  let purpose: FormPurpose
  private(set) var form: Form
  private(set) var sources: FormSources
  /// What the record held when the form was filled; an edit starts from it.
  private var start: [String: String]
  private var readings: [String: EntryField.Reading] = [:]
  /// The month that is open under a day; nil while none is.
  private(set) var month: MonthGrid?
  /// Whether something is typed that no draft holds yet.
  var hasUnkeptTyping = false
  /// Whether a draft of this form lies in the store.
  var hasDraft = false
  /// Where the screen goes once it is saved, where the form is the screen's own: 1 is on.
  var turn = 1

  init(_ purpose: FormPurpose, _ sources: FormSources) {
    self.purpose = purpose
    self.sources = sources
    let entry = purpose.entryForm
    let fields = entry.fields(sources, values: [:])
    form = Form(title: entry.title(sources), fields: fields.map(\.field))
    start = form.values
    if purpose.isPrint { (form.saveWord, form.closeWords) = ("print", "close") }
    refresh()
    form.markFresh()
  }

  /// Whether anything differs from what the record holds.
  var isChanged: Bool { form.values != start }

  mutating func handle(_ event: Event) -> Form.Outcome {
    if let outcome = handleMonth(event) { return outcome }
    let left = form.focus
    let outcome = form.handle(event)
    if outcome == .changed { noteChange() }
    let isBack = event == .key(.backTab) || event == .key(.up)
    if outcome == .moved, form.focus != left, !isBack { check(leaving: form.fields[left].id) }
    return outcome
  }

  private mutating func noteChange() {
    hasUnkeptTyping = !purpose.isPrint
    refresh()
  }

  /// Looks at a field that was left forward; going back is never held against anybody.
  private mutating func check(leaving id: String) {
    do throws(FormFault) {
      _ = try result()
      form.note(error: nil, on: id)
    } catch {
      form.note(error: error.byField[id], on: id)
    }
  }

  // MARK: The month under a day

  /// Moves in the month, or opens it with ↓; nil when the event is the form's.
  private mutating func handleMonth(_ event: Event) -> Form.Outcome? {
    guard form.fields.indices.contains(form.focus), case .key(let key) = event else { return nil }
    let field = form.fields[form.focus]
    guard var open = month else {
      guard key == .down, let reading = readings[field.id], reading.isDay else { return nil }
      let day = reading.day(field.raw, on: sources.today) ?? sources.today
      show(MonthGrid(day, on: sources.today, file: sources.file, sources.context.settings))
      return .moved
    }
    switch open.handle(key) {
    case .moved: show(open)
    case .closed: show(nil)
    case .taken:
      take(open)
      return .changed
    case .passed:
      let hasMoved = open.hasMoved
      show(nil)
      if hasMoved, key.endsChoosing { take(open) }
      return nil
    }
    return .moved
  }

  private mutating func show(_ new: MonthGrid?) {
    month = new
    guard form.fields.indices.contains(form.focus) else { return }
    form.fields[form.focus].grid = new?.grid
  }

  private mutating func take(_ chosen: MonthGrid) {
    form.fields[form.focus].take(chosen.day.full)
    show(nil)
    noteChange()
  }

  mutating func rest() { form.rest() }

  /// Takes a click on what the form drew.
  mutating func point(at zone: Zone, column: Int) -> Form.Outcome {
    show(nil)
    let outcome = form.point(at: zone, column: column)
    if outcome == .changed { noteChange() }
    return outcome
  }

  /// Takes the wheel, which changes nothing.
  mutating func turnWheel(_ key: Key) -> Form.Outcome { form.turnWheel(key) }

  /// The text that one's own editor may open: words, neither a day nor a time.
  var ownText: String? {
    guard let text = form.focusedText, readings[form.fields[form.focus].id] ?? .text == .text
    else { return nil }
    return text.text
  }

  /// Takes in what the editor left, as one step.
  mutating func take(edited: String) {
    guard form.fields.indices.contains(form.focus) else { return }
    form.fields[form.focus].take(edited)
    hasUnkeptTyping = !purpose.isPrint
    refresh()
  }

  /// Takes an answer in as the field's value, whatever stood there.
  mutating func answer(_ raw: String, to id: String) {
    form.focus(on: id)
    guard form[id] != raw else { return }
    form[id] = raw
    form.clearError(of: id)
    hasUnkeptTyping = !purpose.isPrint
    refresh()
  }

  /// Begins at a field that is not the first.
  mutating func start(at id: String) { form.focus(on: id) }

  /// Takes a draft's texts in.
  mutating func restore(_ draft: Draft) {
    form.restore(draft.values)
    refresh()
    form.restore(draft.values)
    refresh()
    if let place = draft.values[Self.placeKey], let bar = place.lastIndex(of: "|"),
      let caret = Int(place[place.index(after: bar)...])
    {
      form.go(to: (String(place[..<bar]), caret))
    }
    hasDraft = true
    form.title = "\(placedTitle) · draft"
  }

  /// Where the caret was, among a draft's texts: `words|12`. No field has this id.
  private static let placeKey = ".place"

  /// `New note · Duffy`: a draft is opened from elsewhere too.
  private var placedTitle: String {
    [purpose.entryForm.title(sources), sources.file?.family.name].compactMap(\.self)
      .joined(separator: " · ")
  }

  /// Empties what was typed: back to what the record holds.
  mutating func startAfresh() {
    self = Sheet(purpose, sources)
  }

  /// The changes that saving would make.
  func result() throws(FormFault) -> FormResult {
    let reader = FormReader(values: form.values, readings: readings, today: sources.today)
    return try purpose.entryForm.result(reader, sources)
  }

  mutating func show(_ fault: FormFault) {
    var errors = fault.byField
    let known = Set(form.fields.map(\.id))
    let elsewhere = errors.filter { !known.contains($0.key) }
    for field in elsewhere.keys { errors[field] = nil }
    form.showErrors(errors)
    // What is not about one of the fields stands above them all.
    form.problem =
      elsewhere.isEmpty
      ? nil : elsewhere.sorted { $0.key < $1.key }.map(\.value).joined(separator: " ")
  }

  /// Puts the typing over what the record holds now, after somebody else changed it: fields that
  /// only they changed become theirs.
  ///
  /// - Returns: what both changed: `In their words: yours “…”, theirs “…”`.
  mutating func rebase(on file: FamilyFile) -> [String] {
    sources.file = file
    let theirs = purpose.entryForm.fields(sources, values: [:]).map(\.field)
    var both: [String] = []
    for field in form.fields {
      guard let other = theirs.first(where: { $0.id == field.id }), other.raw != field.raw else {
        continue
      }
      if field.raw == start[field.id] {
        form[field.id] = other.raw
      } else if other.raw != start[field.id] {
        both.append("\(field.label): yours “\(field.shown)”, theirs “\(other.shown)”")
      }
    }
    start = Dictionary(
      theirs.map { ($0.id, $0.raw) }, uniquingKeysWith: { first, _ in first })
    refresh()
    return both
  }

  func draft(at moment: Moment) -> Draft {
    var values = form.values
    values[Self.placeKey] = form.place.map { "\($0.field)|\($0.caret)" }
    return Draft(
      key: purpose.key, practitioner: sources.context.me.id, keptAt: moment,
      title: draftTitle, values: values)
  }

  /// `New goal · Duffy · “Time for just Mum…”`.
  private var draftTitle: String {
    let words = form["words"].isEmpty ? form["name"] : form["words"]
    let first = words.isEmpty ? nil : "“\(TextLayout.truncated(words, to: 40))”"
    return [placedTitle, first].compactMap(\.self).joined(separator: " · ")
  }

  /// Brings the fields and their echoes up to date with what is typed.
  private mutating func refresh() {
    let focused = form.fields.indices.contains(form.focus) ? form.fields[form.focus].id : ""
    let wanted = purpose.entryForm.fields(sources, values: form.values)
    if wanted.map(\.id) != form.fields.map(\.id) {
      let typed = Dictionary(
        form.fields.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      form.fields = wanted.map { typed[$0.id] ?? $0.field }
      form.focus(on: focused)
    }
    for index in form.fields.indices where form.fields[index].kind == .reading {
      let id = form.fields[index].id
      form.fields[index].raw = wanted.first { $0.id == id }?.raw ?? ""
    }
    for index in form.fields.indices {
      let reading = wanted.first { $0.id == form.fields[index].id }?.reading ?? .text
      form.fields[index].replacesWhenTyped = reading != .text
    }
    readings = Dictionary(
      wanted.map { ($0.id, $0.reading) }, uniquingKeysWith: { first, _ in first })
    let remarks = Dictionary(
      wanted.map { ($0.id, $0.remark) }, uniquingKeysWith: { first, _ in first })
    for index in form.fields.indices {
      let field = form.fields[index]
      form.fields[index].note = [echo(field), remarks[field.id] ?? ""].filter { !$0.isEmpty }
        .joined(separator: ". ")
    }
  }

  /// What a day or a time was understood as.
  private func echo(_ field: FormField) -> String {
    guard !field.raw.isEmpty else { return "" }
    let reading = readings[field.id] ?? .text
    switch reading {
    case .text: return ""
    case .birthDay:
      guard let day = reading.day(field.raw, on: sources.today) else { return "→ not a day yet" }
      let age = ageInYears(born: day, on: sources.today).map { "\(counted($0, "year")) old" }
      return "→ \(day.full), \(age ?? "ahead")"
    case .day, .pastDay:
      guard let day = reading.day(field.raw, on: sources.today) else { return "→ not a day yet" }
      let understood = field.raw == day.full ? "" : "\(day.full), "
      let isTerm = field.raw.lowercased().contains("term")
      return "→ \(understood)\(dueWords(day))\(isTerm ? "; ask the school, terms differ" : "")"
    case .time:
      guard let time = TimeOfDay(typed: field.raw) else { return "→ not a time yet" }
      return field.raw == "\(time)" ? "" : "→ \(time)"
    }
  }

  private func dueWords(_ day: Day) -> String {
    switch dueState(of: day, on: sources.today) {
    case .overdue(let days): days == 1 ? "yesterday" : "\(days) days ago"
    case let state: state.words
    }
  }
}

extension FormField {
  /// The value as a person reads it.
  var shown: String {
    switch kind {
    case .choice(let choices): choices.first { $0.id == raw }?.label ?? ""
    case .choices(let choices):
      choices.filter { raw.split(separator: ",").map(String.init).contains($0.id) }.map(\.label)
        .joined(separator: ", ")
    case .line, .area, .paragraph, .scale, .toggle, .reading: raw
    }
  }
}
