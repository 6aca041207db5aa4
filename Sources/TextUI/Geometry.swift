/// A size in terminal cells; either side may be zero.
public struct Size: Hashable, Sendable {
  public var width: Int
  public var height: Int

  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}

/// A cell's place: columns from the left, rows from the top, both from zero.
public struct Point: Hashable, Sendable {
  public var x: Int
  public var y: Int

  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// A block of cells; empty when a side is zero or less.
public struct Rect: Hashable, Sendable {
  public var x: Int
  public var y: Int
  public var width: Int
  public var height: Int

  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The first column to the right of the block.
  public var maxX: Int { x.addingClamped(max(0, width)) }

  /// The first row under the block.
  public var maxY: Int { y.addingClamped(max(0, height)) }

  /// The block's size, never negative.
  public var size: Size { Size(width: max(0, width), height: max(0, height)) }

  /// The block less `dx` columns on the left and right and `dy` rows above and below; never negative.
  public func inset(dx: Int, dy: Int) -> Rect {
    Rect(
      x: x + dx, y: y + dy, width: max(0, width - 2 * dx), height: max(0, height - 2 * dy))
  }

  /// Whether the cell lies in the block.
  public func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < maxX && point.y >= y && point.y < maxY
  }
}
