import Casework
import TextUI

/// A sentence that was said in the line above the last.
struct Message: Equatable, Sendable {
  var text: String
  var kind: Toast.Kind
  var at: Moment

  /// How many are kept.
  static let kept = 50
}

/// What kith said last, the latest first: for whoever missed it.
public struct Messages: Screen {
  // MARK: State

  private let messages: [Message]
  var cursor = LineCursor()

  /// - Parameter messages: the latest last.
  init(_ messages: [Message]) {
    self.messages = messages.reversed()
  }

  // MARK: Action

  public enum Action: Equatable, Sendable {
    case moved(Key)
    case left
  }

  // MARK: Keys

  public func keyBindings(_ context: Context) -> [KeyBinding<Action>] {
    [KeyBinding([.escape, .left, Key("h")], .left, "Back", hint: "back", group: .moving)]
      + listKeys(Action.moved)
  }

  // MARK: Update

  public mutating func update(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .left: return [.back]
    case .moved(let key):
      let size = context.bodySize
      _ = cursor.handle(key, lines: lines(width: size.width), height: size.height)
      return []
    }
  }

  // MARK: Request

  public func queries(_ context: Context) -> [Query] { [] }

  public mutating func receive(_ query: Query, _ answer: Answer, _ context: Context) -> [Step] {
    []
  }

  // MARK: View

  public func title(_ context: Context) -> [String] { ["What kith said last"] }

  public func view(_ size: Size, _ context: Context) -> Canvas {
    var canvas = Canvas(size: size)
    cursor.draw(
      lines(width: size.width), on: &canvas,
      in: Rect(x: 0, y: 0, width: size.width, height: size.height))
    return canvas
  }

  func lines(width: Int) -> [Line] {
    guard !messages.isEmpty else {
      return Line.note("Nothing was said since kith was opened. Esc goes back.", width: width)
    }
    return messages.enumerated().flatMap { item, message in
      let (sign, style): (String, Style) =
        switch message.kind {
        case .done: ("✓", .good)
        case .note: ("·", .muted)
        case .problem: ("!", .problem)
        }
      return TextLayout.wrapped(message.text, to: max(10, width - 5)).enumerated().map {
        row, part in
        Line((row == 0 ? [Span(2, sign, style)] : []) + [Span(4, part)], item: item)
      }
    }
  }
}
