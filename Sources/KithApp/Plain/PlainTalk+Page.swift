import Casework
import TextUI

/// What was said of a page, so that only what is new is said again.
struct PlainPage {
  var title = ""
  var rows: [Speech.Row] = []
  /// Rows that were not said yet: more goes on with them.
  var unread: [Speech.Row] = []
  var mustRead = true
}

/// Reading a page out, and taking what is answered to it.
extension PlainTalk {
  private static let rowsAtOnce = 30
  /// So many changed rows are said by themselves; of more the whole page.
  private static let fewChanges = 4

  private var screen: (any SpokenScreen)? { app.top as? any SpokenScreen }

  private var speech: Speech {
    guard let screen else { return Speech(frame: app.top.view(terminal.size, app.context)) }
    return Speech(screen.spoken(app.context))
  }

  private var title: String {
    var parts = app.top.title(app.context)
    if let sections = app.top.sections { parts.append(sections.titles[sections.active]) }
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  func askPage() {
    if let form = screen?.spokenForm { return askScreen(form) }
    let speech = speech
    tell(speech)
    let question = screen?.spokenQuestion(app.context)
    guard let typed = listen(prompt(question, speech)) else { return }
    answer(typed, question, speech)
  }

  private func prompt(_ question: SpokenQuestion?, _ speech: Speech) -> String {
    switch question {
    case .text(let label, let now):
      now.isEmpty
        ? "\(label) (: before a word that is none):"
        : "\(label), now \"\(now)\". Enter takes it, other words replace it:"
    case .rating(let words): "\(words). 0 to 10, a word or ?:"
    case .item(let label): "\(label) 1 to \(max(1, speech.items)), or back:"
    case nil:
      if let item = screen?.selectedItem, speech.items > 0 {
        "On \(min(item + 1, speech.items)) of \(speech.items). Number, word or ?:"
      } else {
        speech.items > 0 ? "Number, word or ?:" : "Word or ?:"
      }
    }
  }

  // MARK: Saying

  /// The whole page where it is another one, else what is new on it.
  private func tell(_ speech: Speech) {
    defer { (page.title, page.rows, page.mustRead) = (title, speech.rows, false) }
    guard page.mustRead || title != page.title else { return tellChanges(speech) }
    voice.pause()
    voice.say(title)
    say(rows: speech.rows[...])
    let sayable = PlainActions(app).hints
    if !sayable.isEmpty { voice.say("Say \(sayable.joined(separator: "; ")); ? for all.") }
  }

  private func tellChanges(_ speech: Speech) {
    let known = Set(page.rows.map(\.text))
    let new = speech.rows.filter { !known.contains($0.text) }
    if new.count > PlainTalk.fewChanges { return say(rows: speech.rows[...]) }
    var last: Int?
    for row in new {
      say(row, isWhole: row.item != last)
      last = row.item
    }
    let before = (page.rows.compactMap(\.item).max() ?? -1) + 1
    if speech.items != before {
      voice.say(
        speech.items == 0
          ? "Nothing is left to choose." : "It is 1 to \(speech.items) now; again reads the page.")
    }
  }

  private func say(rows: ArraySlice<Speech.Row>) {
    for row in rows.prefix(PlainTalk.rowsAtOnce) { say(row) }
    page.unread = Array(rows.dropFirst(PlainTalk.rowsAtOnce))
    if !page.unread.isEmpty {
      voice.say("\(counted(page.unread.count, "line")) more; more goes on.")
    }
  }

  /// - Parameter isWhole: gives the number also where a row goes on with the one before.
  private func say(_ row: Speech.Row, isWhole: Bool = false) {
    guard let item = row.item else { return voice.say(row.text) }
    if row.continues, !isWhole { return voice.say(row.text, indent: 3) }
    voice.say("\(item + 1). \(row.text)")
  }

  // MARK: Answering

  private func answer(_ typed: String, _ question: SpokenQuestion?, _ speech: Speech) {
    switch question {
    case .text(_, let now):
      if typed.hasPrefix(":") { return command(String(typed.dropFirst()).trimmed, speech) }
      if PlainActions(app).isSaidAnywhere(typed) { return command(typed, speech) }
      if typed.isEmpty, now.isEmpty { return app.take(.key(.enter)) }
      return hear(typed.isEmpty ? now : typed)
    case .rating where Int(typed).map { (0...10).contains($0) } ?? false:
      return app.take(.key(typed == "10" ? Key("+") : Key(Character(typed))))
    case .item:
      if let number = Int(typed), (1...max(1, speech.items)).contains(number) {
        select(number - 1)
        return app.take(.key(.enter))
      }
      return app.take(.key(.escape))
    default: break
    }
    typed.isEmpty ? sayHere(speech) : command(typed, speech)
  }

  private func hear(_ text: String) {
    guard var screen else { return }
    let steps = screen.hear(text, app.context)
    app.top = screen
    app.perform(steps)
  }

  private func select(_ item: Int) {
    guard var screen else {
      app.take(.key(.home))
      for _ in 0..<item { app.take(.key(.down)) }
      return settle()
    }
    let steps = screen.select(item: item, app.context)
    app.top = screen
    app.perform(steps)
    settle()
  }

  private func sayHere(_ speech: Speech) {
    voice.say(title)
    guard let item = screen?.selectedItem else { return }
    let words = speech.words(of: min(item, speech.items - 1))
    if !words.isEmpty { voice.say("\(item + 1). \(words)") }
  }

  private func command(_ typed: String, _ speech: Speech) {
    switch typed.lowercased() {
    case "": sayHere(speech)
    case "?", "help":
      for line in PlainActions(app).help(hasItems: speech.items > 0) { voice.say(line) }
    case "again", "read": page.mustRead = true
    case "more":
      if page.unread.isEmpty { voice.say("That was all.") }
      say(rows: page.unread[...])
    case "back": back()
    case "quit": quit()
    default: other(typed, speech)
    }
  }

  private func back() {
    let before = title
    app.take(.key(.escape))
    settle()
    if app.isAtRoot, title == before, app.dialog == nil, page.title == title {
      voice.say("This is the first page here. quit leaves kith.")
    }
  }

  private func other(_ typed: String, _ speech: Speech) {
    let digits = typed.prefix(while: \.isNumber)
    if let number = Int(digits), speech.items > 0 {
      guard (1...speech.items).contains(number) else {
        return voice.say("There is no \(number) here: 1 to \(speech.items).")
      }
      select(number - 1)
      let rest = String(typed.dropFirst(digits.count)).trimmed
      if !rest.isEmpty { return act(rest) }
      return opened(number - 1)
    }
    if typed.hasPrefix("/"), typed.count > 1 { return narrow(String(typed.dropFirst()).trimmed) }
    if typed.lowercased().hasPrefix("find ") { return find(String(typed.dropFirst(5)).trimmed) }
    act(typed)
  }

  /// A number opens where opening is what Enter does; else it says the row and what can be done.
  private func opened(_ item: Int) {
    let actions = PlainActions(app)
    if let open = actions.opening { return actions.run(open) }
    voice.say("\(item + 1). \(speech.words(of: item))")
    if !actions.hints.isEmpty { voice.say("Say \(actions.hints.joined(separator: "; ")).") }
  }

  /// Does what a word or a key means; what means nothing is looked for among names.
  private func act(_ typed: String) {
    let actions = PlainActions(app)
    let meant = actions.meant(by: typed)
    switch meant.count {
    case 0 where typed.count == 1: voice.say("\(typed) means nothing here. ? says what does.")
    case 0: find(typed)
    case 1: run(meant[0], actions)
    default: askWhich(meant, actions)
    }
  }

  private func askWhich(_ meant: [PlainActions.Sayable], _ actions: PlainActions) {
    for (index, one) in meant.enumerated() { voice.say("\(index + 1) \(one.title)") }
    guard let typed = listen("Which? 1 to \(meant.count), Enter for none:") else { return }
    guard let number = Int(typed), (1...meant.count).contains(number) else {
      return voice.say("Nothing was done.")
    }
    run(meant[number - 1], actions)
  }

  /// Where one was sent is read out also by somebody who was there already.
  private func run(_ one: PlainActions.Sayable, _ actions: PlainActions) {
    if actions.goesSomewhere(one) { page.mustRead = true }
    actions.run(one)
  }

  /// Looks for actions, families and people by a few letters.
  private func find(_ text: String) {
    PlainActions(app).openPalette()
    if app.palette != nil { app.take(.paste(text)) }
  }

  /// Narrows the list to what has these letters.
  private func narrow(_ text: String) {
    let actions = PlainActions(app)
    guard let finding = actions.meant(by: "/").first else {
      return voice.say("There is no list to look through here. find looks everywhere.")
    }
    actions.run(finding)
    if app.top.isTyping { hear(text) }
  }
}
