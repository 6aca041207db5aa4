import Casework
import TextUI

/// A note of the record.
struct NoteForm: EntryForm {
  let id: CaseNote.ID?

  func title(_ sources: FormSources) -> String { id == nil ? "New note" : "Note" }

  private func note(_ sources: FormSources) -> CaseNote? {
    sources.file?.notes.first { $0.id == id }
  }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    let note = note(sources)
    let kind = note?.kind ?? .visit
    let shownKind = values["kind"] ?? kind.rawValue
    var fields: [EntryField] = [
      .area("words", "What happened", note?.words ?? "", lines: 6),
      .choice("kind", "Kind", kind),
    ]
    if shownKind == CaseNote.Kind.childWords.rawValue {
      fields += ChildWordsForm.who(sources, child: note?.child, saidTo: note?.saidTo)
    }
    return fields + [
      .day(
        "day", "Day", note?.day ?? sources.today, hint: "today, fri, 6 nov", reading: .pastDay),
      .time("time", "Time", note?.time),
    ]
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    var reader = reader
    let before = note(sources)
    let day = reader.requiredDay("day")
    let kind: CaseNote.Kind = reader.choice("kind", .visit)
    var note =
      before
      ?? CaseNote(
        id: sources.context.world.newID(), familyID: sources.familyID, kind: kind, day: day,
        author: sources.context.me.id, words: "")
    note.kind = kind
    note.day = day
    note.time = reader.time("time")
    note.words = reader.text("words")
    note.child = kind == .childWords ? reader.recordID("child") : nil
    note.saidTo = kind == .childWords ? reader.party("saidTo") : nil
    let what = kind == .other ? "a note" : "a note of the \(kind.rawValue)"
    return try reader.finish(
      FormResult(
        changes: [Change(before: before.map(Record.note), after: .note(note))],
        sentence: before == nil ? "Wrote \(what)" : "Changed \(what)"))
  }
}

/// A child's own words, and who heard them.
struct ChildWordsForm: EntryForm {
  func title(_ sources: FormSources) -> String { "A child's own words" }

  static func who(_ sources: FormSources, child: Person.ID?, saidTo: Party?) -> [EntryField] {
    let first = child ?? sources.file?.children.first?.id
    return [
      .choice("child", "Who said it", first.map { "\($0)" } ?? "", among: sources.children),
      .choice(
        "saidTo", "To", saidTo?.choiceID ?? "",
        among: [Choice(id: "", label: "me")] + sources.parties(keeping: [saidTo])),
    ]
  }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    [EntryField.area("words", "In their words", "", lines: 4)]
      + ChildWordsForm.who(sources, child: nil, saidTo: nil) + [
        .day("day", "On", sources.today, hint: "today, fri, 6 nov", reading: .pastDay)
      ]
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    var reader = reader
    let day = reader.requiredDay("day")
    let note = CaseNote(
      id: sources.context.world.newID(), familyID: sources.familyID, kind: .childWords, day: day,
      author: sources.context.me.id, words: reader.text("words"), child: reader.recordID("child"),
      saidTo: reader.party("saidTo"))
    let name = sources.file.map { $0.name(of: note.child.map(Party.person)) } ?? ""
    return try reader.finish(
      FormResult(
        changes: [Change(before: nil, after: .note(note))],
        sentence: "\(name) says “\(note.words)”"))
  }
}
