import Casework
import TextUI

/// Preparing a family group conference: its stages, clocks, questions and invitations.
public struct ConferencePreparation: Screen {
  // MARK: State

  private let family: Family.ID

  public init(_ family: Family.ID) {
    self.family = family
  }

  // MARK: Action

  public enum Action: Equatable, Sendable {
    case left
  }

  // MARK: Keys

  public func keyBindings(_ context: Context) -> [KeyBinding<Action>] {
    [KeyBinding([.escape, .left, Key("h")], .left, "Back", group: .moving)]
  }

  // MARK: Update

  public mutating func update(_ action: Action, _ context: Context) -> [Step] { [.back] }

  // MARK: Request

  public func queries(_ context: Context) -> [Query] { [.family(family)] }

  public mutating func receive(_ query: Query, _ answer: Answer, _ context: Context) -> [Step] {
    []
  }

  // MARK: View

  public func title(_ context: Context) -> [String] { ["Conference"] }

  public func view(_ size: Size, _ context: Context) -> Canvas {
    var canvas = Canvas(size: size)
    canvas.cursor = Point(x: 0, y: 0)
    return canvas
  }
}
