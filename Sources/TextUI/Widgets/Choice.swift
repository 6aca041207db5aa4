/// One of several answers: `id` is kept, `label` is shown.
public struct Choice: Hashable, Sendable {
  public var id: String
  public var label: String

  public init(id: String, label: String) {
    self.id = id
    self.label = label
  }
}
