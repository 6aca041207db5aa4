import Casework
import TextUI

/// Tab 5: the people who use this store, how kith looks and answers, and what else there is.
public struct More: Screen {
  // MARK: State

  var cursor = LineCursor()
  /// The setting that is being chosen, and what it was before; nil while none is.
  var choosing: SettingChoice?
  /// Every theme there is, and what it says of itself.
  private var themes: [ThemeOffer] = []

  public init() {}

  // MARK: Action

  public enum Action: Equatable, Sendable {
    case moved(Key)
    case practitionerAdded
    case edited
    case switched
    case removedOpened, messagesOpened
    case settingOpened, settingKept, settingLeft
  }

  // MARK: Keys

  public func keyBindings(_ context: Context) -> [KeyBinding<Action>] {
    if choosing != nil {
      return [
        KeyBinding([.enter, .right, Key("l")], .settingKept, "Keep this", hint: "keep this"),
        KeyBinding(
          [.escape, .left, Key("h")], .settingLeft, "Leave it as it was", hint: "as it was"),
      ] + listKeys(Action.moved)
    }
    let person = selected(context)
    let notThem =
      person == nil ? "nobody is selected" : person?.id == context.me.id ? "that is you" : nil
    let opening =
      setting(context) == nil
      ? KeyBinding(
        [.enter, .right, Key("l")], Action.switched, "Go on as this person",
        hint: person == nil ? nil : "go on as them", offReason: notThem)
      : KeyBinding(
        [.enter, .right, Key("l")], .settingOpened, "Change this setting", hint: "change")
    return [
      opening,
      KeyBinding(Key("a"), .practitionerAdded, "Add a practitioner", hint: "add a person"),
      KeyBinding(
        Key("e"), .edited, "Change their name, role or team",
        hint: person == nil ? nil : "edit",
        offReason: person == nil ? "nobody is selected" : nil),
      KeyBinding(
        Key("X"), .removedOpened, "What was removed, to bring it back", hint: "removed"),
      KeyBinding(Key("M"), .messagesOpened, "What kith said last", hint: "messages"),
    ] + listKeys(Action.moved)
  }

  /// The rows of a person, of a setting and of its values, each row once: for the README.
  static func everyKeyRow(_ context: Context) -> [KeyRow] {
    var context = context
    context.practitioners = [context.me]
    var (onSetting, onValues) = (More(), More())
    onSetting.cursor.item = 1
    onValues.choosing = SettingChoice(.mouse, context.settings, themes: [])
    var rows = More().keyRows(context)
    for row in onSetting.keyRows(context) + onValues.keyRows(context)
    where !rows.contains(where: { $0.title == row.title }) {
      rows.append(row)
    }
    return rows
  }

  public var lockedReason: String? {
    choosing == nil ? nil : "Enter keeps it, Esc leaves it as it was."
  }

  // MARK: Update

  public func moving(_ key: Key) -> Action? { .moved(key) }

  public mutating func update(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .moved(let key): return move(key, context)
    case .removedOpened: return [.go(.removed(nil))]
    case .messagesOpened: return [.go(.messages)]
    case .practitionerAdded: return [.form(.practitioner(nil))]
    case .edited: return selected(context).map { [.form(.practitioner($0.id))] } ?? []
    case .switched: return selected(context).map { [.become($0.id)] } ?? []
    case .settingOpened:
      choosing = setting(context).map { SettingChoice($0, context.settings, themes: themes) }
      return []
    case .settingKept:
      guard let choice = choosing else { return [] }
      choosing = nil
      return [.setting(.keep(choice.setting, choice.value))]
    case .settingLeft:
      guard let choice = choosing else { return [] }
      choosing = nil
      return [.setting(.preview(choice.setting, choice.before))]
    }
  }

  private mutating func move(_ key: Key, _ context: Context) -> [Step] {
    let size = context.bodySize
    if var choice = choosing {
      let before = choice.value
      choice.move(key, width: size.width, height: size.height)
      choosing = choice
      return choice.value == before ? [] : [.setting(.preview(choice.setting, choice.value))]
    }
    _ = cursor.handle(key, lines: lines(width: size.width, context), height: size.height)
    return []
  }

  // MARK: Request

  public func queries(_ context: Context) -> [Query] { [.themes] }

  public mutating func receive(_ query: Query, _ answer: Answer, _ context: Context) -> [Step] {
    if case .themes(let offers) = answer { themes = offers }
    return []
  }

  // MARK: View

  public func title(_ context: Context) -> [String] {
    ["More"] + (choosing.map { [$0.setting.title] } ?? [])
  }

  private func selected(_ context: Context) -> Practitioner? {
    context.practitioners.indices.contains(cursor.item)
      ? context.practitioners[cursor.item] : nil
  }

  /// The setting on whose row the cursor is; the settings stand behind the people.
  private func setting(_ context: Context) -> Setting? {
    let index = cursor.item - context.practitioners.count
    return Setting.allCases.indices.contains(index) ? Setting.allCases[index] : nil
  }

  public func view(_ size: Size, _ context: Context) -> Canvas {
    var canvas = Canvas(size: size)
    let whole = Rect(x: 0, y: 0, width: size.width, height: size.height)
    if let choosing {
      choosing.draw(on: &canvas, in: whole)
    } else {
      cursor.draw(lines(width: size.width, context), on: &canvas, in: whole)
    }
    return canvas
  }

  func lines(width: Int, _ context: Context) -> [Line] {
    let behind = context.practitioners.count + Setting.allCases.count
    return people(width: width, context) + [.blank] + settings(width: width, context) + [.blank]
      + selectable(store(width: width, context), as: behind) + [.blank]
      + selectable(outside(width: width), as: behind + 1)
  }

  /// Lines that the cursor goes to only so that they are seen.
  private func selectable(_ lines: [Line], as item: Int) -> [Line] {
    lines.map { Line($0.spans, item: item) }
  }

  private func outside(width: Int) -> [Line] {
    [.heading("Outside the screens")]
      + labelled("kith export", "writes the caseload as a document", width: width)
      + labelled(
        "kith list", "families, reviews, goals or actions for a spreadsheet", width: width)
      + labelled("kith people", "adds and shows the people who use it", width: width)
      + labelled("kith keys", "the keys, and --names to give actions others", width: width)
  }

  private func people(width: Int, _ context: Context) -> [Line] {
    let nameWidth = context.isSpoken ? width / 3 : max(18, min(30, width / 3))
    return [Line.heading("People who use this caseload")]
      + context.practitioners.enumerated().map { item, person in
        let you = person.id == context.me.id ? ", you" : ""
        let name = TextLayout.truncated(person.name, to: nameWidth - 2 - you.count)
        let team = width < 56 ? "" : person.team
        return Line(
          [
            Span(4, name, .strong), Span(4 + TextLayout.width(name), you, .accent),
            Span(4 + nameWidth, person.role.rawValue),
            Span(
              4 + nameWidth + 16,
              TextLayout.truncated(team, to: max(4, width - nameWidth - 21)), .muted),
          ], item: item)
      }
  }

  private func settings(width: Int, _ context: Context) -> [Line] {
    let longest = Setting.allCases.map { TextLayout.width($0.title) }.max() ?? 0
    let column = max(longest + 2, min(30, width / 3)) + 4
    return [Line.heading("Settings")]
      + Setting.allCases.enumerated().map { index, setting in
        let words = setting.words(for: setting.value(in: context.settings))
        return Line(
          [
            Span(4, setting.title, .strong),
            Span(column, TextLayout.truncated(words, to: max(4, width - column - 1))),
          ], item: context.practitioners.count + index)
      }
  }

  private func store(width: Int, _ context: Context) -> [Line] {
    let training =
      context.isTraining
      ? "A training store: it has no passphrase, and is not for real records." : ""
    return [Line.heading("This store")] + labelled("Caseload", context.place, width: width)
      + (training.isEmpty ? [] : labelled("Training", training, width: width))
      + labelled(
        "Undo",
        context.undoSentence.map { "\(context.label(.undo)) takes back: \($0)" }
          ?? "nothing to take back",
        width: width)
      + labelled("X", "what was removed, to bring it back", width: width, labelStyle: .key)
      + labelled("M", "what kith said last", width: width, labelStyle: .key)
  }
}
