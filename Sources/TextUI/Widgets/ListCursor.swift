/// Where you are in a list, and which row is the first on the screen.
public struct ListCursor: Hashable, Sendable {
  public var index: Int
  public var top: Int

  public init() {
    index = 0
    top = 0
  }

  /// Moves with the list keys: ↑ ↓ j k, PgUp PgDn, Ctrl-U Ctrl-D for half a page, Home End, g G.
  ///
  /// - Returns: whether the key was one of them, moved or not.
  public mutating func handle(_ key: Key, count: Int, page: Int) -> Bool {
    switch key {
    case .up, Key("k"): index -= 1
    case .down, Key("j"): index += 1
    case .pageUp: index -= max(1, page)
    case .pageDown: index += max(1, page)
    case .control("u"): index -= max(1, page / 2)
    case .control("d"): index += max(1, page / 2)
    case .home, Key("g"): index = 0
    case .end, Key("G"): index = count - 1
    case let key where key.isItem:
      guard case .item(let item) = key.code else { return false }
      index = item
    default: return false
    }
    clamp(count: count, page: page)
    return true
  }

  /// Brings the cursor back into the list and the list's window back over the cursor.
  public mutating func clamp(count: Int, page: Int) {
    let page = max(1, page)
    index = max(0, min(index, count - 1))
    top = min(top, index)
    top = max(top, index - page + 1)
    top = max(0, min(top, count - page))
  }

  /// The rows on the screen: at most a page of them, the cursor's among them.
  public func visible(count: Int, page: Int) -> Range<Int> {
    var cursor = self
    cursor.clamp(count: count, page: page)
    let end = min(max(0, count), cursor.top + max(0, page))
    return min(cursor.top, end)..<end
  }
}
