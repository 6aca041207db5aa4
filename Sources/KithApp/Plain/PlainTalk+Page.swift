import Casework
import TextUI

/// What was said of a page, so that only what is new is said again.
struct PlainPage {
  /// Its title, and the part of it that was read.
  var place = ""
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

  /// The title without the counts in it, and the part that is read: another one is another page.
  private var place: String {
    let names = app.top.title(app.context).map { $0.split(separator: " · ").first ?? "" }
    let part = screen?.parts.map {
      $0.titles.indices.contains($0.active) ? $0.titles[$0.active] : ""
    }
    return (names + [Substring(part ?? "")]).joined(separator: "\n")
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
        ? "\(label):"
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
    defer { (page.place, page.rows, page.mustRead) = (place, speech.rows, false) }
    guard page.mustRead || place != page.place else { return tellChanges(speech) }
    voice.pause()
    voice.say(title)
    say(rows: speech.rows[...])
    let sayable = PlainActions(app).hints
    if !sayable.isEmpty { voice.say("Say \(sayable.joined(separator: "; ")); ? for all.") }
  }

  private func tellChanges(_ speech: Speech) {
    let known = Set(page.rows.map(\.text))
    let new = speech.rows.filter { !known.contains($0.text) }
    if new.count > PlainTalk.fewChanges || isReordered(speech) {
      return say(rows: speech.rows[...])
    }
    var last: Int?
    for row in new {
      say(row, isWhole: row.item != last)
      last = row.item
    }
    let (before, now) = (PlainTalk.numbers(page.rows), PlainTalk.numbers(speech.rows))
    if now.isEmpty, !before.isEmpty { voice.say("Nothing is left to choose.") }
    if before.contains(where: { text, item in now[text].map { $0 != item } ?? false }) {
      voice.say("Numbers have moved: it is 1 to \(speech.items) now; again reads the page.")
    }
  }

  /// Whether rows that were there before follow each other in another order now.
  private func isReordered(_ speech: Speech) -> Bool {
    let (before, now) = (page.rows.map(\.text), speech.rows.map(\.text))
    let (known, left) = (Set(before), Set(now))
    return before.filter(left.contains) != now.filter(known.contains)
  }

  /// Which item a text belongs to; the first where several have it.
  private static func numbers(_ rows: [Speech.Row]) -> [String: Int] {
    let pairs = rows.compactMap { row in row.item.map { (row.text, $0) } }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
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
    if typed.hasPrefix(":"), typed.count > 1 {
      return command(String(typed.dropFirst()).trimmed, speech)
    }
    command(typed, speech, mayBeText: screen?.takesWords == true)
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

  /// Enter alone does nothing: what the key does is said, and that its name is the word for it.
  private func sayEnter() {
    let actions = PlainActions(app)
    guard let entering = actions.entering else { return }
    voice.say("The word Enter does this: \(entering.title).")
  }

  /// - Parameter mayBeText: whether what means nothing is text that belongs on the page.
  private func command(_ typed: String, _ speech: Speech, mayBeText: Bool = false) {
    switch typed.lowercased() {
    case "":
      sayHere(speech)
      sayEnter()
    case "?", "help":
      for line in PlainActions(app).help(hasItems: speech.items > 0) { voice.say(line) }
    case "again", "read": page.mustRead = true
    case "more" where !page.unread.isEmpty: say(rows: page.unread[...])
    case "back": back()
    case "quit": quit()
    default: other(typed, speech, mayBeText)
    }
  }

  private func back() {
    let before = speech
    app.take(.key(.escape))
    settle()
    if app.isAtRoot, place == page.place, speech == before, app.dialog == nil {
      voice.say("This is the first page here. quit leaves kith.")
    }
  }

  private func other(_ typed: String, _ speech: Speech, _ mayBeText: Bool) {
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
    if digits.count == typed.count { return voice.say("Nothing here has a number.") }
    if typed.hasPrefix("/"), typed.count > 1 { return narrow(String(typed.dropFirst()).trimmed) }
    if typed.lowercased().hasPrefix("find ") { return find(String(typed.dropFirst(5)).trimmed) }
    act(typed, mayBeText)
  }

  /// A number opens where opening is what Enter does; else it says the row and what can be done.
  private func opened(_ item: Int) {
    let actions = PlainActions(app)
    if let open = actions.opening { return actions.run(open) }
    voice.say("\(item + 1). \(speech.words(of: item))")
    if !actions.hints.isEmpty { voice.say("Say \(actions.hints.joined(separator: "; ")).") }
  }

  /// Does what a word or a key means; what means nothing is looked for among names.
  private func act(_ typed: String, _ mayBeText: Bool = false) {
    let actions = PlainActions(app)
    if typed.hasSuffix("?"), typed.count > 1, !mayBeText {
      return explain(String(typed.dropLast()).trimmed, actions)
    }
    let meant = actions.meant(by: typed)
    switch meant.count {
    case 0 where mayBeText && typed.count > 1: hear(typed)
    case 0 where typed.count == 1: voice.say("\(typed) means nothing here. ? says what does.")
    case 0: find(typed)
    case 1: run(meant[0], actions)
    default: askWhich(meant, actions)
    }
  }

  /// Says what a word would do, and does nothing.
  private func explain(_ word: String, _ actions: PlainActions) {
    let meant = actions.meant(by: word)
    if meant.isEmpty { voice.say("\(word) means nothing here. ? says what does.") }
    for one in meant { voice.say(actions.line(one)) }
  }

  private func askWhich(_ meant: [PlainActions.Sayable], _ actions: PlainActions) {
    for (index, one) in meant.enumerated() { voice.say("\(index + 1) \(one.title)") }
    guard let typed = listen(PlainTalk.which(meant.count)) else { return }
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

  /// Asks for one of so many; the first is 1.
  static func which(_ count: Int) -> String {
    "Which? \(count == 1 ? "1" : "1 to \(count)"), Enter for none:"
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
    page.mustRead = true
  }
}
