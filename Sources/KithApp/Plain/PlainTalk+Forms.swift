import Casework
import TextUI

/// Where one is in a form that is answered question by question.
struct FormTalk: Equatable {
  /// Which form it is.
  let key: String
  /// The field that is asked next; past the last one, what to do with the form is.
  var place = 0
}

/// A form as questions: one field after the other, then whether it is saved.
extension PlainTalk {
  private static let choicesAtOnce = 14

  func askForm() {
    guard let sheet = app.sheet else { return }
    let fields = sheet.form.fields
    if form?.key != sheet.purpose.key { begin(sheet) }
    guard let place = form?.place else { return }
    guard fields.indices.contains(place) else { return askEnd(sheet) }
    let field = fields[place]
    if field.kind == .reading {
      sayReading(field)
      form?.place += 1
      return
    }
    ask(field, number: place + 1, of: fields.count)
  }

  private func begin(_ sheet: Sheet) {
    form = FormTalk(key: sheet.purpose.key)
    let asked = sheet.form.fields.filter { $0.kind != .reading }.count
    voice.pause()
    voice.say("\(sheet.form.title), \(counted(asked, "question")).")
    voice.say("Enter leaves an answer as it is, - empties it, ? helps, back closes the form.")
  }

  private func sayReading(_ field: FormField) {
    let sentences = field.raw.split(separator: "\n")
    if sentences.isEmpty { return }
    voice.say("\(field.label):")
    for sentence in sentences { voice.say(String(sentence), indent: 2) }
  }

  // MARK: One question

  private func ask(_ field: FormField, number: Int, of count: Int) {
    if !field.kind.isText, field.options.count <= PlainTalk.choicesAtOnce { say(options: field) }
    let isLong = field.raw.count > 60 || field.raw.contains(where: \.isNewline)
    if isLong { voice.say("\(field.label) now: \(field.shown)") }
    let now = isLong || field.shown.isEmpty ? "" : ", now \(field.shown)"
    let how = field.answerWords
    let prompt = "\(number) of \(count). \(field.label)\(now)\(how.isEmpty ? "" : ", \(how)"):"
    guard let typed = listen(prompt) else { return }
    if typed.isEmpty {
      form?.place += 1
    } else if !command(typed, field) {
      answer(typed, field)
    }
  }

  private func say(options field: FormField) {
    for (index, option) in field.options.enumerated() {
      voice.say("\(index + 1) \(option.label)", indent: 2)
    }
  }

  private func answer(_ typed: String, _ field: FormField) {
    switch FieldAnswer(typed, for: field) {
    case .unclear(let sentence): voice.say(sentence)
    case .value(var value):
      if case .area = field.kind, typed != "-" {
        guard let whole = moreLines(after: value) else {
          app.answer(value, to: field.id)
          return
        }
        value = whole
      }
      app.answer(value, to: field.id)
      settle()
      let note = app.sheet?.form.fields.first { $0.id == field.id }?.note ?? ""
      if let fault = app.fault(of: field.id) {
        voice.say(fault)
      } else {
        if !note.isEmpty { voice.say(note) }
        form?.place += 1
      }
    }
  }

  /// Lines of a longer text, up to an empty one; nil once the input is over.
  private func moreLines(after first: String) -> String? {
    var text = first
    while true {
      guard let line = listen("More, or Enter to go on:") else { return nil }
      if line.isEmpty { return text }
      text += "\n" + line
    }
  }

  // MARK: What is said to the form

  /// Whether it was said to the form, not as an answer.
  private func command(_ typed: String, _ field: FormField) -> Bool {
    let isMarked = typed.hasPrefix(":")
    let word = (isMarked ? String(typed.dropFirst()).trimmed : typed).lowercased()
    if !isMarked, field.kind.isText, !PlainTalk.saidInText.contains(word) { return false }
    switch word {
    case "?", "help": help(field)
    case "save", "ctrl-s", app.sheet?.form.saveWord: save()
    case "back", "esc": app.take(.key(.escape))
    case "quit": quit()
    case "up", "shift-tab": goBack()
    case "again": sayAnswers()
    case "afresh", "ctrl-n":
      app.take(.key(.control("n")))
      form?.place = 0
    case "pgdn": app.take(.key(.pageDown))
    case "pgup": app.take(.key(.pageUp))
    default:
      guard isMarked else { return false }
      if let number = Int(word), let count = app.sheet?.form.fields.count,
        (1...count).contains(number)
      {
        form?.place = number - 1
      } else {
        voice.say(": begins what is said to the form: save, up, again, afresh, back, or a number.")
      }
    }
    return true
  }

  private func goBack() {
    let place = form?.place ?? 0
    form?.place = max(0, place - 1)
  }

  /// What nobody means as the text of a field.
  private static let saidInText = ["?", "back", "quit", "esc", "ctrl-s", "ctrl-n", "pgdn", "pgup"]

  private func help(_ field: FormField) {
    voice.say("\(field.label): \(field.answerHelp)")
    say(options: field)
    if !field.note.isEmpty { voice.say(field.note) }
    voice.say("Enter leaves it as it is. - empties it.")
    voice.say(":save saves, :up goes to the question before, :3 to the third.")
    voice.say(":again reads all answers, :afresh drops what was typed.")
    voice.say("back closes the form and keeps what was typed as a draft.")
  }

  private func sayAnswers() {
    for (index, field) in (app.sheet?.form.fields ?? []).enumerated()
    where field.kind != .reading {
      let shown = field.shown.isEmpty ? "nothing yet" : field.shown
      voice.say("\(index + 1) \(field.label): \(shown)")
    }
  }

  // MARK: The end

  private func askEnd(_ sheet: Sheet) {
    let save = sheet.form.saveWord
    let keeps = sheet.purpose.isPrint ? "" : " (keeps a draft)"
    guard let typed = listen("\(save), back\(keeps), again, or the number of a question:") else {
      return
    }
    let field = FormField(id: "", label: sheet.form.title, kind: .toggle)
    if typed.isEmpty { return sayAnswers() }
    if let number = Int(typed) {
      _ = command(":\(number)", field)
    } else if !command(typed, field) {
      voice.say("\(save), back, again, or a number from 1 to \(sheet.form.fields.count).")
    }
  }

  /// Saves; what is wrong is said, and asked again.
  private func save() {
    let key = app.sheet?.purpose.key
    app.take(.key(.control("s")))
    settle()
    guard let sheet = app.sheet, sheet.purpose.key == key, app.dialog == nil else { return }
    let wrong = sheet.form.fields.filter { $0.error != nil }
    guard let first = wrong.first else { return }
    voice.say("Not saved yet.")
    for field in wrong { voice.say("\(field.label): \(field.error ?? "")") }
    form?.place = sheet.form.fields.firstIndex { $0.id == first.id } ?? 0
  }

  // MARK: A form on the screen itself

  /// Asks for the field that has the focus, and goes on to the next.
  func askScreen(_ form: Form) {
    guard form.fields.indices.contains(form.focus) else { return app.take(.key(.escape)) }
    let field = form.fields[form.focus]
    say(options: field)
    let now = field.shown.isEmpty ? "" : ", now \(field.shown)"
    guard let typed = listen("\(field.label)\(now), \(field.answerWords); back ends:") else {
      return
    }
    let isLast = form.focus == form.fields.count - 1
    switch typed.lowercased() {
    case "back": return app.take(.key(.escape))
    case "?", "help": return voice.say(field.answerHelp)
    case "quit": return quit()
    case "": break
    default:
      switch FieldAnswer(typed, for: field) {
      case .unclear(let sentence): return voice.say(sentence)
      case .value(let value): field.events(entering: value).forEach(app.take)
      }
    }
    app.take(.key(isLast && !app.top.typesWhileSaving ? .escape : .tab))
  }
}

extension FormField {
  /// What can be answered, for a prompt.
  fileprivate var answerWords: String {
    switch kind {
    case .choice: options.count > 14 ? "a few letters, or ? for all" : "1 to \(options.count)"
    case .choices: "numbers with blanks between"
    case .scale: "0 to 10"
    case .toggle: "yes or no"
    case .line, .area, .paragraph, .reading: raw.isEmpty ? hint : ""
    }
  }

  fileprivate var answerHelp: String {
    let example = hint.isEmpty ? "" : " \(hint)"
    return switch kind {
    case .choice: "a number, or a few letters of it.\(example)"
    case .choices: "numbers with blanks between, or names with commas between.\(example)"
    case .scale: "a number from 0 to 10."
    case .toggle: "yes or no."
    case .area: "as many lines as you like; Enter alone ends them.\(example)"
    case .line, .paragraph: "one line.\(example)"
    case .reading: "nothing to answer."
    }
  }
}
