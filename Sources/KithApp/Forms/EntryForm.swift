import Casework
import CaseworkDocuments
import TextUI

/// A form over one record: its fields from the record, and the changes from its fields.
protocol EntryForm: Sendable {
  func title(_ sources: FormSources) -> String

  /// The fields, filled from the record. `values` are what is typed now, for forms whose fields
  /// depend on each other; empty at first.
  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField]

  /// What saving the form would change.
  ///
  /// - Throws: `FormFault` with every field that is wrong.
  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult
}

/// What a form is filled from.
struct FormSources: Sendable {
  /// The family's file; nil for a new family and for practitioners.
  var file: FamilyFile?
  var context: Context

  var today: Day { context.today }

  var familyID: Family.ID {
    guard let file else { preconditionFailure("this form belongs to a family") }
    return file.family.id
  }

  /// Everybody of the family and the team who can be chosen; those who left only where chosen.
  ///
  /// - Parameter brief: as the plan calls them, for fields that list several.
  func parties(keeping chosen: [Party?] = [], brief: Bool = false) -> [Choice] {
    guard let file else { return [] }
    let people = (file.children + file.adults).map { person in
      let full = person.knownAs.isEmpty ? person.name : "\(person.name) · \(person.knownAs)"
      return Choice(
        id: Party.person(person.id).choiceID, label: brief ? person.shortName : full)
    }
    let members = file.team
      .filter { $0.isInTeam(on: today) || chosen.contains(.member($0.id)) }
      .map { member in
        Choice(
          id: Party.member(member.id).choiceID,
          label: brief || member.role.isEmpty ? member.name : "\(member.name), \(member.role)")
      }
    return people + members
  }

  var children: [Choice] {
    (file?.children ?? []).map { Choice(id: "\($0.id)", label: $0.name) }
  }

  var practitioners: [Choice] {
    [Choice(id: "", label: "nobody yet")]
      + context.practitioners.map {
        Choice(id: "\($0.id)", label: "\($0.name), \($0.role.rawValue)")
      }
  }
}

/// What saving a form does.
struct FormResult {
  var changes: [Change]
  /// For the history and the toast: `New goal “Getting to school on time”`.
  var sentence: String
  var isUndoable = true
  /// What is printed instead of saved; nil for a form that saves.
  var paper: Paper?
  var folder = ""
}

/// Everything that is wrong with a form, by the field's id.
struct FormFault: Error {
  var breaches: [RuleBreach]

  /// The sentences by field; several of one field are joined.
  var byField: [String: String] {
    Dictionary(breaches.map { ($0.field, $0.sentence) }) { "\($0) \($1)" }
  }
}

extension EntryField.Reading {
  var isDay: Bool {
    switch self {
    case .day, .pastDay, .birthDay: true
    case .text, .time: false
    }
  }

  /// Reads a day in the way of the field; nil when it is none.
  func day(_ typed: String, on today: Day) -> Day? {
    Day(typed: typed, on: today, isPast: self == .pastDay || self == .birthDay)
  }
}

/// Reads a form's raw texts and collects what cannot be read.
struct FormReader {
  let values: [String: String]
  let today: Day
  private let readings: [String: EntryField.Reading]
  private var breaches: [RuleBreach] = []

  init(values: [String: String], readings: [String: EntryField.Reading], today: Day) {
    self.values = values
    self.readings = readings
    self.today = today
  }

  mutating func add(_ field: String, _ sentence: String) {
    breaches.append(RuleBreach(field: field, sentence: sentence))
  }

  func text(_ id: String) -> String {
    let raw = values[id] ?? ""
    let start = raw.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }

  /// The day that was typed; nil for none.
  mutating func day(_ id: String) -> Day? {
    let typed = text(id)
    guard !typed.isEmpty else { return nil }
    guard let day = (readings[id] ?? .day).day(typed, on: today) else {
      add(id, "“\(typed)” is not a day. Try fri, 27 nov, 27/11 or +6w.")
      return nil
    }
    return day
  }

  /// The day that was typed, which has to be there.
  mutating func requiredDay(_ id: String, _ sentence: String = "Which day?") -> Day {
    if text(id).isEmpty { add(id, sentence) }
    return day(id) ?? today
  }

  mutating func time(_ id: String) -> TimeOfDay? {
    let typed = text(id)
    guard !typed.isEmpty else { return nil }
    guard let time = TimeOfDay(typed: typed) else {
      add(id, "“\(typed)” is not a time. Try 16:30, 4pm or half four.")
      return nil
    }
    return time
  }

  func score(_ id: String) -> Int? { Int(text(id)) }

  func isYes(_ id: String) -> Bool { values[id] == "yes" }

  func party(_ id: String) -> Party? { Party(choiceID: values[id] ?? "") }

  func parties(_ id: String) -> [Party] {
    (values[id] ?? "").split(separator: ",").compactMap { Party(choiceID: String($0)) }
  }

  func recordID<Entity>(_ id: String) -> RecordID<Entity>? { RecordID(values[id] ?? "") }

  func choice<Value: RawRepresentable>(_ id: String, _ fallback: Value) -> Value
  where Value.RawValue == String {
    Value(rawValue: values[id] ?? "") ?? fallback
  }

  /// The result, once nothing is wrong with the fields nor with the records.
  func finish(_ result: FormResult, extra: [RuleBreach] = []) throws(FormFault) -> FormResult {
    let ofRecords = result.changes.compactMap(\.after).flatMap { $0.breaches(on: today) }
    let unread = Set(breaches.map(\.field))
    let all = breaches + (ofRecords + extra).filter { !unread.contains($0.field) }
    guard all.isEmpty else { throw FormFault(breaches: all) }
    return result
  }
}

// MARK: - Fields

/// A field, and how its text is read.
struct EntryField {
  enum Reading {
    case text, day, time
    /// A day that cannot lie ahead.
    case pastDay
    /// A day of birth; echoed as an age.
    case birthDay
  }

  var field: FormField
  var reading = Reading.text
  /// Something to know about what is typed, beside or under it; never in the way of a save.
  var remark = ""

  /// The field, with a blank row before it where there is room.
  var apart: EntryField {
    var field = self
    field.field.isApart = true
    return field
  }

  var id: String { field.id }
  var raw: String { field.raw }

  /// A hint as it stands in an empty field, so that nobody takes it for a value.
  private static func bracketed(_ hint: String) -> String { hint.isEmpty ? "" : "(\(hint))" }

  /// A line that reads a day; what was understood is echoed beside it.
  static func day(
    _ id: String, _ label: String, _ day: Day?, hint: String = "fri, 27 nov, +6w",
    reading: Reading = .day
  ) -> EntryField {
    EntryField(
      field: FormField(
        id: id, label: label, kind: .line, raw: day?.full ?? "", hint: bracketed(hint)),
      reading: reading)
  }

  /// A line that reads a time of day; what was understood is echoed beside it.
  static func time(_ id: String, _ label: String, _ time: TimeOfDay?) -> EntryField {
    EntryField(
      field: FormField(
        id: id, label: label, kind: .line, raw: time.map { "\($0)" } ?? "",
        hint: bracketed("16:30, 4pm")),
      reading: .time)
  }

  static func line(
    _ id: String, _ label: String, _ raw: String, hint: String = "", completions: [String] = []
  ) -> EntryField {
    EntryField(
      field: FormField(
        id: id, label: label, kind: .line, raw: raw, hint: bracketed(hint),
        completions: completions))
  }

  static func area(
    _ id: String, _ label: String, _ raw: String, lines: Int = 3, hint: String = ""
  ) -> EntryField {
    EntryField(
      field: FormField(
        id: id, label: label, kind: .area(lines: lines), raw: raw, hint: bracketed(hint)))
  }

  /// A sentence or two in somebody's words: Enter goes on.
  static func paragraph(_ id: String, _ label: String, _ raw: String, lines: Int = 2) -> EntryField
  {
    EntryField(field: FormField(id: id, label: label, kind: .paragraph(lines: lines), raw: raw))
  }

  static func choice<Value: RawRepresentable & CaseIterable>(
    _ id: String, _ label: String, _ value: Value
  ) -> EntryField where Value.RawValue == String {
    EntryField(
      field: FormField(
        id: id, label: label,
        kind: .choice(Value.allCases.map { Choice(id: $0.rawValue, label: $0.rawValue) }),
        raw: value.rawValue))
  }

  static func choice(
    _ id: String, _ label: String, _ raw: String, among choices: [Choice]
  ) -> EntryField {
    EntryField(field: FormField(id: id, label: label, kind: .choice(choices), raw: raw))
  }

  static func choices(
    _ id: String, _ label: String, _ raw: [String], among choices: [Choice]
  ) -> EntryField {
    EntryField(
      field: FormField(
        id: id, label: label, kind: .choices(choices), raw: raw.joined(separator: ","),
        hint: bracketed("Space chooses")))
  }

  /// Sentences to read; `hint` stands there while there are none.
  static func reading(_ id: String, _ label: String, _ lines: [String], hint: String) -> EntryField
  {
    EntryField(
      field: FormField(
        id: id, label: label, kind: .reading,
        raw: lines.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
          .joined(separator: "\n"), hint: hint))
  }

  static func scale(_ id: String, _ label: String, _ value: Int?) -> EntryField {
    EntryField(
      field: FormField(
        id: id, label: label, kind: .scale, raw: value.map(String.init) ?? "",
        hint: "0 to 9, + is 10"
      ))
  }

  static func yesNo(_ id: String, _ label: String, _ value: Bool) -> EntryField {
    EntryField(field: FormField(id: id, label: label, kind: .toggle, raw: value ? "yes" : "no"))
  }
}

extension Party {
  /// As the id of a choice.
  var choiceID: String {
    switch self {
    case .person(let id): "person:\(id)"
    case .member(let id): "member:\(id)"
    }
  }

  init?(choiceID: String) {
    let parts = choiceID.split(separator: ":").map(String.init)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "person":
      guard let id = Person.ID(parts[1]) else { return nil }
      self = .person(id)
    case "member":
      guard let id = TeamMember.ID(parts[1]) else { return nil }
      self = .member(id)
    default: return nil
    }
  }
}
