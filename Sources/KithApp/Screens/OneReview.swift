import Casework
import TextUI

/// One review on a page of its own, on a walk along a list of them.
public struct OneReview: Screen {
  // MARK: State

  private let place: ReviewPlace
  private let among: [ReviewPlace]

  private var family: Family.ID { place.familyID }

  public init(_ place: ReviewPlace, among: [ReviewPlace]) {
    self.place = place
    self.among = among
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

  public func title(_ context: Context) -> [String] { ["Review"] }

  public func view(_ size: Size, _ context: Context) -> Canvas {
    var canvas = Canvas(size: size)
    canvas.cursor = Point(x: 0, y: 0)
    return canvas
  }
}
