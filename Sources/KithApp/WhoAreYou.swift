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
