import Casework
import TextUI
import Themes

/// Plain mode: the same screens and forms, held as a conversation line by line.
///
/// The App runs as it always does; this says what its top screen, form or question says, asks for a
/// line, and does what the line means. It knows no casework: what can be done and why not comes from
/// the key tables, what is said from the screens.
@MainActor
public final class PlainTalk {
  let app: App
  let terminal: PlainTerminal
  let voice: PlainVoice
  /// What was said of the page last.
  var page = PlainPage()
  var form: FormTalk?
  /// Whether it was said how a form is answered.
  var knowsForms = false
  var isOver = false
  /// Whether the input ended while something was typed that is not saved.
  public private(set) var endedUnsaved = false

  /// - Parameters: as of `App`.
  public init(
    lines: any LineTerminal, store: any CaseStore, world: World, me: Practitioner, since: Moment?,
    place: String, tray: PaperTray, settings: Settings = Settings(), desk: SettingsDesk = .none,
    faults: [FileFault] = []
  ) {
    // Words are said here, not keys; and a conversation has nothing to blank.
    var settings = settings
    settings.keys = KeyChanges()
    settings.idleLock = 0
    terminal = PlainTerminal(lines)
    voice = PlainVoice(lines: lines)
    app = App(
      terminal: terminal, store: store, world: world, me: me, since: since, place: place,
      tray: tray, settings: settings, desk: desk,
      faults: faults)
    app.context.isSpoken = true
  }

  /// Talks until the person leaves, the input ends or a signal stops it; typing is kept either way.
  public func run() throws(StoreError) -> App.Ending {
    try app.begin()
    greet()
    settle()
    while !isOver { turn() }
    return app.ending ?? .left
  }

  private func greet() {
    let context = app.context
    voice.say("kith, \(context.today.full). You are \(context.me.name).")
    if context.isTraining { voice.say("This is a training store, not for real records.") }
    voice.say("Answer with a line and Enter. ? says what can be said, back goes back, quit leaves.")
  }

  /// One question and its answer.
  private func turn() {
    if app.sheet == nil { form = nil }
    if app.dialog != nil {
      askDialog()
    } else if app.palette != nil {
      askPalette()
    } else if app.sheet != nil {
      askForm()
    } else {
      askPage()
    }
    settle()
  }

  // MARK: Waiting

  /// Lets everything that is on its way arrive, and says what there is to say of it.
  func settle() {
    sayNotice()
    while app.isBusy, !isOver {
      if !app.round() { isOver = true }
      sayNotice()
    }
    app.help = nil
  }

  /// Says what the line above the last would say, once.
  func sayNotice() {
    guard let notice = app.toast else { return }
    app.toast = nil
    voice.say(PlainTalk.inWords(notice.text))
    if !notice.hint.isEmpty { voice.say(notice.hint + ".") }
  }

  /// With what is said to a form in the place of its keys.
  private static func inWords(_ text: String) -> String {
    text.replacing("Ctrl-S", with: ":save").replacing("Ctrl-N", with: ":afresh")
  }

  /// Asks for a line; the program goes on meanwhile.
  ///
  /// - Returns: nil once it is over.
  func listen(_ prompt: String) -> String? {
    terminal.isListening = true
    defer { terminal.isListening = false }
    voice.ask(prompt)
    while !isOver {
      switch terminal.takeHeard() {
      case .line(let line):
        if line.contains("\u{1B}") {
          voice.echo("")
          voice.say("Keys such as the arrows mean nothing here. Nothing was taken.")
          voice.ask(prompt)
          continue
        }
        let typed = TextField(line).text.trimmed
        voice.echo(typed)
        return typed
      case .unreadable:
        voice.echo("")
        voice.say("That line was no text, or too long. Nothing of it was taken.")
        voice.ask(prompt)
      case .ended:
        voice.pause()
        endOfInput()
      case nil: if !app.round() { isOver = true }
      }
    }
    return nil
  }

  // MARK: Leaving

  private func endOfInput() {
    endedUnsaved = app.sheet?.isChanged == true && app.sheet?.purpose.isPrint == false
    if endedUnsaved { voice.say("The input ended. What was typed is kept as a draft.") }
    leave()
  }

  /// Leaves, unless a family has the room to itself.
  func quit() {
    if let reason = app.top.lockedReason { return voice.say(reason) }
    if app.sheet?.isChanged == true, app.sheet?.purpose.isPrint == false {
      voice.say("What was typed is kept as a draft.")
    }
    leave()
  }

  private func leave() {
    app.close(.left)
    while app.round() {}
    isOver = true
  }

  // MARK: Questions

  /// A question with a few answers; the first is safe, and what Enter means.
  private func askDialog() {
    guard let dialog = app.dialog?.shown else { return }
    voice.pause()
    voice.say(dialog.title)
    voice.say(dialog.message)
    for (index, button) in dialog.buttons.enumerated() { voice.say("\(index + 1) \(button)") }
    let choices = dialog.buttons.map { Choice(id: $0, label: $0) }
    let field = FormField(id: "", label: "", kind: .choice(choices))
    while let typed = listen("1 to \(choices.count); Enter is \(dialog.buttons[0]):") {
      switch typed.lowercased() {
      case "", "back": return press(button: 0)
      case "?", "again": return
      case "quit": return quit()
      default: break
      }
      switch FieldAnswer(typed, for: field) {
      case .value(let chosen):
        return press(button: dialog.buttons.firstIndex(of: chosen) ?? 0)
      case .unclear(let sentence): voice.say(sentence)
      }
    }
  }

  private func press(button: Int) {
    for _ in 0..<button { app.take(.key(.right)) }
    app.take(.key(.enter))
  }

  /// What was found by a few letters, to choose from.
  private func askPalette() {
    guard let palette = app.palette else { return }
    let actions = PlainActions(app)
    let found = palette.matches.enumerated().filter { actions.isSaid($0.element.title) }
      .prefix(PlainTalk.mostFound).map { (place: $0.offset, item: $0.element) }
    guard let first = found.first else {
      voice.say("Nothing has these letters: \"\(palette.query)\". ? says what can be said here.")
      return app.take(.key(.escape))
    }
    if found.count == 1, first.item.offReason == nil, !first.item.isAction {
      return choose(first.place)
    }
    for (index, item) in found.map(\.item).enumerated() {
      let off = item.offReason.map { ", not now: \($0)" } ?? ""
      let detail = item.detail.isEmpty ? "" : ", \(item.detail)"
      voice.say("\(index + 1) \(item.title)\(detail)\(off)")
    }
    guard let typed = listen(PlainTalk.which(found.count)) else { return }
    guard let number = Int(typed), (1...found.count).contains(number) else {
      if !typed.isEmpty, typed.lowercased() != "back" {
        voice.say("\(typed) is none of them. Nothing was done.")
      }
      return app.take(.key(.escape))
    }
    choose(found[number - 1].place)
  }

  private func choose(_ place: Int) {
    for _ in 0..<place { app.take(.key(.down)) }
    app.take(.key(.enter))
    // One that is off stays open.
    if app.palette != nil, app.held.isEmpty {
      if let reason = app.palette?.selection?.offReason { voice.say("Not now: \(reason).") }
      app.take(.key(.escape))
    }
    page.mustRead = true
  }

  private static let mostFound = 12
}

extension PaletteItem {
  /// Whether it does something, and does not only go somewhere.
  var isAction: Bool { !id.hasPrefix("found:") }
}

extension App {
  /// Takes an answer into a field of the open form, and keeps the draft.
  func answer(_ raw: String, to id: String) {
    sheet?.answer(raw, to: id)
    keepDraft()
  }

  /// Puts words behind those that stand in a field of the open form.
  func add(_ words: String, to id: String, after separator: String) {
    let now = sheet?.form[id] ?? ""
    answer(now.isEmpty ? words : now + separator + words, to: id)
  }

  /// What is wrong with one field of the open form as it stands; nil when nothing is.
  func fault(of id: String) -> String? {
    do throws(FormFault) {
      _ = try sheet?.result()
      return nil
    } catch {
      return error.byField[id]
    }
  }
}
