import Casework
import TextUI

/// Asks who somebody is, where nobody has been here before.
@MainActor
public enum WhoAreYou {
  /// What came of the question.
  public enum Answer: Equatable, Sendable {
    case chosen(Practitioner)
    case left
    case stopped(StopSignal)
  }

  /// Asks in lines: by a number, or by a few letters.
  public static func ask(_ people: [Practitioner], on lines: any LineTerminal) -> Answer {
    let voice = PlainVoice(lines: lines)
    voice.say("Who are you?")
    for (index, person) in people.enumerated() {
      voice.say("\(index + 1) \(person.name), \(person.role.rawValue)")
    }
    let choices = people.map { Choice(id: "\($0.id)", label: $0.name) }
    let field = FormField(id: "", label: "", kind: .choice(choices))
    let prompt = "1 to \(people.count), or quit:"
    voice.ask(prompt)
    while true {
      switch lines.next(reading: true, until: nil) {
      case .line(let typed):
        voice.echo(typed)
        if typed.trimmed.lowercased() == "quit" { return .left }
        switch FieldAnswer(typed, for: field) {
        case .value(let id):
          if let person = people.first(where: { "\($0.id)" == id }) { return .chosen(person) }
        case .unclear(let sentence): voice.say(sentence)
        }
        voice.ask(prompt)
      case .unreadable: voice.ask(prompt)
      case .ended: return .left
      case .interrupted(let signal): return .stopped(signal)
      case .woken, .timeout: continue
      }
    }
  }

  public static func ask(_ people: [Practitioner], on terminal: any Terminal) -> Answer {
    var palette = Palette(
      title: "Who are you?",
      items: people.map {
        PaletteItem(
          id: "\($0.id)", title: $0.name,
          detail: [$0.role.rawValue, $0.team].filter { !$0.isEmpty }.joined(separator: ", "))
      })
    while true {
      var canvas = Canvas(size: terminal.size)
      palette.draw(over: &canvas)
      terminal.draw(canvas)
      for event in terminal.events(until: nil) {
        if case .interrupted(let signal) = event { return .stopped(signal) }
        if event == .key(.control("c")) { return .left }
        switch palette.handle(event) {
        case .chosen(let item):
          guard let person = people.first(where: { "\($0.id)" == item.id }) else { return .left }
          return .chosen(person)
        case .close: return .left
        case .moved, .changed, .refused, .ignored: continue
        }
      }
    }
  }
}
