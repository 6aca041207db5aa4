import Casework
import TextUI

/// Asks who somebody is, where nobody has been here before.
@MainActor
public enum WhoAreYou {
  /// - Returns: who was chosen; nil when the question was left.
  public static func ask(_ people: [Practitioner], on terminal: any Terminal) -> Practitioner? {
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
        if case .interrupted = event { return nil }
        if event == .key(.control("c")) { return nil }
        switch palette.handle(event) {
        case .chosen(let item): return people.first { "\($0.id)" == item.id }
        case .close: return nil
        case .moved, .changed, .ignored: continue
        }
      }
    }
  }
}
