import Casework

/// Where prints go: a file in a folder, readable by its owner only, never in the place of another.
public struct PaperTray: Sendable {
  /// Writes a text under a name, or the first free name after it, in a folder; empty is the
  /// current one. Returns the path it went to.
  public var put:
    @Sendable (_ name: String, _ text: String, _ folder: String)
      throws(StoreError) -> String

  public init(
    put:
      @escaping @Sendable (_ name: String, _ text: String, _ folder: String)
      throws(StoreError) -> String
  ) {
    self.put = put
  }
}
