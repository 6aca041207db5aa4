import TextUI
import Themes

/// Which actions have other keys than kith gives them, by screen.
public struct KeyChanges: Equatable, Sendable {
  /// By the screen's name, then the action's.
  private var changes: [String: [String: [Key]]] = [:]

  public init() {}

  public var isEmpty: Bool { changes.isEmpty }

  static func read(
    _ entries: [TOMLPage.Entry], file: String
  ) -> (changes: KeyChanges, faults: [FileFault]) {
    (KeyChanges(), [])
  }
}
