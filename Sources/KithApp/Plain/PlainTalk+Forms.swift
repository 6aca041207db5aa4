import Casework
import TextUI

/// Where one is in a form that is answered question by question.
struct FormTalk: Equatable {
  /// Which form it is.
  let key: String
  /// The field that is asked next; past the last one, what to do with the form is.
  var place = 0
  /// The field that was read out with all there is to know; asked once more, only its prompt is.
  var read: Int?
  /// The choices that were read out last: the same ones are not read again.
  var choices: [Choice] = []
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
    ask(field)
  }

  private func begin(_ sheet: Sheet) {
    form = FormTalk(key: sheet.purpose.key)
    voice.pause()
    voice.say("\(sheet.form.title), \(counted(questions.count, "question")).")
    if knowsForms { return }
    knowsForms = true
    voice.say("Enter leaves an answer as it is, - empties it, ? helps, back closes the form.")
  }

  private func sayReading(_ field: FormField) {
    let sentences = field.raw.split(separator: "\n")
    if sentences.isEmpty { return }
    voice.say("\(field.said):")
    for sentence in sentences { voice.say(String(sentence), indent: 2) }
  }

  /// The fields that are asked for: the first is question 1.
  private var questions: [Int] {
    let fields = app.sheet?.form.fields ?? []
    return fields.indices.filter { fields[$0].kind != .reading }
  }

  // MARK: One question

  private func ask(_ field: FormField) {
    guard let place = form?.place, let index = questions.firstIndex(of: place) else { return }
    if form?.read != place { readOut(field) }
    form?.read = place
    guard let typed = listen("\(index + 1) of \(questions.count). \(field.question):") else {
      return
    }
    if typed.isEmpty {
      goOn()
    } else if !command(typed, field) {
      answer(typed, field)
    }
  }

  /// What is to be known before a field is answered.
  private func readOut(_ field: FormField) {
    if !field.options.isEmpty, field.options == form?.choices {
      voice.say("The same \(field.options.count) as before; ? reads them.")
    } else if !field.kind.isText, field.options.count <= PlainTalk.choicesAtOnce {
      say(options: field)
      form?.choices = field.options
    }
    if field.isLong { voice.say("\(field.said) now: \(field.shown)") }
    if !field.note.isEmpty, field.shown.isEmpty || !field.isEchoed { voice.say(field.note) }
  }

  private func say(options field: FormField) {
    for (index, option) in field.options.enumerated() {
      voice.say("\(index + 1) \(option.label)", indent: 2)
    }
  }

  private func answer(_ typed: String, _ field: FormField) {
    switch FieldAnswer(typed, for: field) {
    case .unclear(let sentence): voice.say(sentence)
    case .value(let value):
      app.answer(value, to: field.id)
      if case .area = field.kind, typed != "-", !takeMore(field) { return }
      taken(typed, field)
    }
  }

  /// Says what an answer was understood as, and what is wrong with it; where nothing is, goes on.
  private func taken(_ typed: String, _ field: FormField) {
    settle()
    guard let now = app.sheet?.form.fields.first(where: { $0.id == field.id }) else { return }
    if let fault = app.fault(of: field.id) { return voice.say(fault) }
    let isByName = !now.options.isEmpty && Int(typed) == nil && typed != now.shown
    if isByName, !now.shown.isEmpty { voice.say(now.shown) }
    if !now.note.isEmpty, now.note != field.note { voice.say(now.note) }
    goOn()
  }

  /// To the next question; who said it is not asked of words that nobody said.
  private func goOn() {
    guard let place = form?.place, let fields = app.sheet?.form.fields else { return }
    let isMoot =
      fields.indices.contains(place + 1) && fields[place + 1].isAboutWords
      && fields[place].raw.isEmpty
    form?.place += isMoot ? 2 : 1
  }

  /// Takes further lines of a longer text, up to an empty one; each is in the form and its draft
  /// before the next is waited for. An empty line of a text that was pasted parts its paragraphs.
  ///
  /// - Returns: whether the text ended so; false once something else was said, or it is over.
  private func takeMore(_ field: FormField) -> Bool {
    let (key, place) = (app.sheet?.purpose.key, form?.place)
    while let line = listen("More, or Enter to go on:") {
      if line.isEmpty, !voice.lines.hasTypedAhead { return true }
      if !line.isEmpty, command(line, field) {
        guard app.sheet?.purpose.key == key, form?.place == place else { return false }
      } else {
        app.add(line, to: field.id, after: "\n")
      }
    }
    return false
  }

  // MARK: What is said to the form

  /// Whether it was said to the form, not as an answer.
  ///
  /// - Parameter field: the one that is asked for; nil at the end.
  private func command(_ typed: String, _ field: FormField?) -> Bool {
    let isMarked = typed.hasPrefix(":")
    let said = isMarked ? String(typed.dropFirst()).trimmed : typed
    let word = said.lowercased()
    let isSaid = PlainTalk.saidInText.contains(word) || word == app.sheet?.form.saveWord
    if !isMarked, field?.kind.isText == true, !isSaid { return false }
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
    case let word where isMarked && word.hasPrefix("add ") && field?.kind.isText == true:
      add(String(said.dropFirst(4)).trimmed, field)
    default:
      guard isMarked else { return false }
      goTo(word)
    }
    return true
  }

  private func goTo(_ word: String) {
    guard let number = Int(word), questions.indices.contains(number - 1) else {
      return voice.say(
        ": begins what is said to the form: save, up, again, afresh, add, back, or a number.")
    }
    form?.place = questions[number - 1]
    form?.read = nil
  }

  private func goBack() {
    form?.place = questions.last { $0 < form?.place ?? 0 } ?? 0
    form?.read = nil
  }

  /// Puts words behind those that stand in a text.
  private func add(_ words: String, _ field: FormField?) {
    guard let field else { return }
    if case .area = field.kind {
      app.add(words, to: field.id, after: "\n")
    } else {
      app.add(words, to: field.id, after: " ")
    }
    let now = app.sheet?.form.fields.first { $0.id == field.id }
    voice.say("\(field.said) now: \(now?.shown ?? "")")
  }

  /// What nobody means as the text of a field.
  private static let saidInText = [
    "?", "back", "quit", "esc", "ctrl-s", "ctrl-n", "pgdn", "pgup",
  ]

  private func help(_ field: FormField?) {
    if let field {
      voice.say("\(field.said): \(field.answerHelp)")
      say(options: field)
      form?.choices = field.options
      if !field.note.isEmpty { voice.say(field.note) }
      voice.say("Enter leaves it as it is. - empties it.")
      if field.kind.isText { voice.say(":add and words puts them behind what stands there.") }
    }
    let isPrint = app.sheet?.purpose.isPrint == true
    let save = isPrint ? ":print prints" : ":save saves"
    voice.say("\(save), :up goes to the question before, :3 to the third.")
    voice.say(":again reads all answers, :afresh drops what was typed.")
    voice.say("back closes the form\(isPrint ? "" : " and keeps what was typed as a draft").")
  }

  private func sayAnswers() {
    let fields = app.sheet?.form.fields ?? []
    for (index, place) in questions.enumerated() {
      let field = fields[place]
      if field.isAboutWords, fields[place - 1].raw.isEmpty { continue }
      let shown = field.shown.isEmpty ? "nothing yet" : field.shownWithNote
      voice.say("\(index + 1) \(field.said): \(shown)")
    }
  }

  // MARK: The end

  private func askEnd(_ sheet: Sheet) {
    let save = sheet.form.saveWord
    let keeps = sheet.purpose.isPrint ? "" : " (keeps a draft)"
    guard let typed = listen("\(save), back\(keeps), again, or the number of a question:") else {
      return
    }
    if typed.isEmpty { return sayAnswers() }
    if Int(typed) != nil {
      goTo(typed)
    } else if !command(typed, nil) {
      voice.say("\(save), back, again, or a number from 1 to \(questions.count).")
    }
  }

  /// Saves; what is wrong is said, and asked again.
  private func save() {
    let key = app.sheet?.purpose.key
    app.take(.key(.control("s")))
    settle()
    guard let sheet = app.sheet, sheet.purpose.key == key, app.dialog == nil else { return }
    let wrong = sheet.form.fields.filter { $0.error != nil }
    if let problem = sheet.form.problem { voice.say("Not saved yet. \(problem)") }
    guard let first = wrong.first else { return }
    if sheet.form.problem == nil { voice.say("Not saved yet.") }
    for field in wrong { voice.say("\(field.said): \(field.error ?? "")") }
    form?.place = sheet.form.fields.firstIndex { $0.id == first.id } ?? 0
  }

  // MARK: A form on the screen itself

  /// Asks for the field that has the focus, and goes on to the next. What belongs to a line that is
  /// typed is saved with it at the end, so that the next words cannot take the place of its own.
  func askScreen(_ form: Form) {
    guard form.fields.indices.contains(form.focus) else { return app.take(.key(.escape)) }
    let field = form.fields[form.focus]
    say(options: field)
    guard let typed = listen("\(field.question); back ends:") else { return }
    let isLast = form.focus == form.fields.count - 1
    let end = Event.key(app.top.typesWhileSaving ? .enter : .escape)
    switch typed.lowercased() {
    case "back": return app.take(end)
    case "?", "help": return voice.say(field.answerHelp)
    case "quit": return quit()
    case "": break
    default:
      switch FieldAnswer(typed, for: field) {
      case .unclear(let sentence): return voice.say(sentence)
      case .value(let value): field.events(entering: value).forEach(app.take)
      }
    }
    app.take(isLast ? end : .key(.tab))
  }
}
