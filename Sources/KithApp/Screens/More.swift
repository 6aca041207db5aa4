import Casework
import TextUI

/// Tab 5: the people who use this store, and what else there is.
public struct More: Screen {
  // MARK: State

  private var cursor = LineCursor()

  public init() {}

  // MARK: Action

  public enum Action: Equatable, Sendable {
    case moved(Key)
    case practitionerAdded
    case edited
    case switched
    case removedOpened, messagesOpened
  }

  // MARK: Keys

  public func keyBindings(_ context: Context) -> [KeyBinding<Action>] {
    let person = selected(context)
    return [
      KeyBinding(
        [.enter, .right, Key("l")], .switched, "Go on as this person", hint: "go on as them",
        offReason: person?.id == context.me.id ? "that is you" : nil),
      KeyBinding(Key("a"), .practitionerAdded, "Add a practitioner", hint: "add a person"),
      KeyBinding(
        Key("e"), .edited, "Change their name, role or team", hint: "edit",
        offReason: person == nil ? "nobody is selected" : nil),
      KeyBinding(
        Key("X"), .removedOpened, "What was removed, to bring it back", hint: "removed"),
      KeyBinding(Key("M"), .messagesOpened, "What kith said last", hint: "said"),
    ] + listKeys(Action.moved)
  }

  // MARK: Update

  public func moving(_ key: Key) -> Action? { .moved(key) }

  public mutating func update(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .moved(let key):
      let size = context.bodySize
      _ = cursor.handle(key, lines: lines(width: size.width, context), height: size.height)
      return []
    case .removedOpened: return [.go(.removed(nil))]
    case .messagesOpened: return [.go(.messages)]
    case .practitionerAdded: return [.form(.practitioner(nil))]
    case .edited: return selected(context).map { [.form(.practitioner($0.id))] } ?? []
    case .switched: return selected(context).map { [.become($0.id)] } ?? []
    }
  }

  // MARK: Request

  public func queries(_ context: Context) -> [Query] { [] }

  public mutating func receive(_ query: Query, _ answer: Answer, _ context: Context) -> [Step] {
    []
  }

  // MARK: View

  public func title(_ context: Context) -> [String] { ["More"] }

  private func selected(_ context: Context) -> Practitioner? {
    context.practitioners.indices.contains(cursor.item)
      ? context.practitioners[cursor.item] : context.practitioners.last
  }

  public func view(_ size: Size, _ context: Context) -> Canvas {
    var canvas = Canvas(size: size)
    cursor.draw(
      lines(width: size.width, context), on: &canvas,
      in: Rect(x: 0, y: 0, width: size.width, height: size.height))
    return canvas
  }

  private func lines(width: Int, _ context: Context) -> [Line] {
    var lines = [Line.heading("People who use this caseload")]
    let nameWidth = max(18, min(30, width / 3))
    for (item, person) in context.practitioners.enumerated() {
      let you = person.id == context.me.id ? ", you" : ""
      let name = TextLayout.truncated(person.name, to: nameWidth - 2 - you.count)
      let team = width < 56 ? "" : person.team
      lines.append(
        Line(
          [
            Span(4, name, .strong), Span(4 + TextLayout.width(name), you, .accent),
            Span(4 + nameWidth, person.role.rawValue),
            Span(
              4 + nameWidth + 16,
              TextLayout.truncated(team, to: max(4, width - nameWidth - 21)), .muted),
          ], item: item))
    }
    lines += [.blank, .heading("This store")]
    let training =
      context.isTraining
      ? "A training store: it has no passphrase, and is not for real records." : ""
    lines += labelled("Caseload", context.place, width: width)
    if !training.isEmpty { lines += labelled("Training", training, width: width) }
    lines += labelled(
      "Undo", context.undoSentence.map { "u takes back: \($0)" } ?? "nothing to take back",
      width: width)
    lines += labelled("X", "what was removed, to bring it back", width: width, labelStyle: .key)
    lines += labelled("M", "what kith said last", width: width, labelStyle: .key)
    lines += [.blank, .heading("Outside the screens")]
    lines += labelled("kith export", "writes the caseload as a document", width: width)
    lines += labelled(
      "kith list", "families, reviews, goals or actions for a spreadsheet", width: width)
    lines += labelled("kith people", "adds and shows the people who use it", width: width)
    return lines
  }
}
