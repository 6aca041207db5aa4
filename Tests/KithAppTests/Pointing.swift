import TextUI

@testable import KithApp

/// A hand on the mouse.
extension Desk {
  /// Clicks on the first place that shows a text, `clicks` times.
  func click(_ words: String, clicks: Int = 1) {
    guard let place = place(of: words) else { return }
    click(at: place, clicks: clicks)
  }

  func click(at place: Point, clicks: Int = 1) {
    for number in 1...clicks {
      point(Mouse(kind: .press, button: 0, position: place, clicks: number))
      point(Mouse(kind: .release, button: 0, position: place))
    }
  }

  /// Turns the wheel over a place.
  func wheel(_ kind: Mouse.Kind, at place: Point = Point(x: 5, y: 6)) {
    point(Mouse(kind: kind, button: 0, position: place))
  }

  func point(_ mouse: Mouse) {
    terminal.feed([.mouse(mouse)])
    settle()
  }

  /// Where a text begins on the screen; nil where it does not stand.
  func place(of words: String) -> Point? {
    let wanted = Array(words)
    for y in 0..<screen.size.height {
      let cells = (0..<screen.size.width).map { screen[$0, y].text }
      for x in cells.indices where cells[x...].starts(with: wanted.map(String.init)) {
        return Point(x: x, y: y)
      }
    }
    return nil
  }
}
