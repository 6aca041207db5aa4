/// A block of cells on which a click means something; made by the code that draws it, so that what is
/// hit is what is seen.
public struct Zone: Hashable, Sendable {
  /// What is there.
  public enum Target: Hashable, Sendable {
    /// A key's hint: to click is to press it.
    case key(Key)
    /// An item of a list, counted from 0.
    case item(Int)
    /// A tab of the program, counted from 0.
    case tab(Int)
    /// A section of a record, a part of a list, a step of a run.
    case section(Int)
    /// An answer of a dialog.
    case button(Int)
    /// Text that is read in pages, which the wheel turns.
    case pages
    /// A field of a form, with its label.
    case field
    /// One of the answers that a field shows.
    case choice(Int)
    /// A row of text being typed: the places of the caret in it.
    case text(from: Int, to: Int)
  }

  public var rect: Rect
  public var target: Target
  /// Which field of a form it belongs to; nil outside forms.
  public var field: Int?

  public init(_ rect: Rect, _ target: Target, field: Int? = nil) {
    self.rect = rect
    self.target = target
    self.field = field
  }
}

extension Canvas {
  /// Notes that a click on a block of cells means something.
  public mutating func mark(_ rect: Rect, _ target: Zone.Target, field: Int? = nil) {
    add(Zone(rect, target, field: field))
  }

  /// What a click on a cell means: what was drawn there last; nil where nothing is.
  public func zone(at place: Point) -> Zone? {
    zones.last { $0.rect.contains(place) }
  }
}

extension Rect {
  /// The part that two blocks share; empty when they share none.
  func intersection(_ other: Rect) -> Rect {
    let (left, top) = (max(x, other.x), max(y, other.y))
    return Rect(
      x: left, y: top, width: max(0, min(maxX, other.maxX) - left),
      height: max(0, min(maxY, other.maxY) - top))
  }

  /// Whether all of another block lies within this one.
  func covers(_ other: Rect) -> Bool {
    other.x >= x && other.y >= y && other.maxX <= maxX && other.maxY <= maxY
  }
}
