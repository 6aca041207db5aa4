/// The program's tabs: " [1 Today]  2 Families   3 Reviews".
public enum TabBar {
  /// Draws the tabs on a row; where it is narrow the other tabs keep only their numbers.
  ///
  /// - Returns: each item's columns, empty for one that is not shown.
  @discardableResult
  public static func draw(
    on canvas: inout Canvas, y: Int, items: [String], active: Int
  ) -> [Range<Int>] {
    let numbers = items.enumerated().map { index, item in
      index == active ? item : String(item.prefix { $0 != " " })
    }
    let shortest = items.map { String($0.prefix { $0 != " " }) }
    return Segments.draw(
      on: &canvas, y: y, forms: [items, numbers, shortest], active: active, target: Zone.Target.tab)
  }
}

/// The sections of one record: " [Overview]  Plan   Team".
public enum SectionBar {
  /// Draws the sections on a row; where it is narrow those around the active one are shown.
  ///
  /// - Returns: each item's columns, empty for one that is not shown.
  @discardableResult
  public static func draw(
    on canvas: inout Canvas, y: Int, items: [String], active: Int
  ) -> [Range<Int>] {
    Segments.draw(
      on: &canvas, y: y, forms: [items], active: active, target: Zone.Target.section)
  }
}

/// A row of names with the active one in brackets, which never moves the others.
private enum Segments {
  static func draw(
    on canvas: inout Canvas, y: Int, forms: [[String]], active: Int, target: (Int) -> Zone.Target
  ) -> [Range<Int>] {
    let places = places(on: &canvas, y: y, forms: forms, active: active)
    for (index, place) in places.enumerated() where !place.isEmpty {
      canvas.mark(
        Rect(x: place.lowerBound, y: y, width: place.count, height: 1), target(index))
    }
    return places
  }

  private static func places(
    on canvas: inout Canvas, y: Int, forms: [[String]], active: Int
  ) -> [Range<Int>] {
    let room = canvas.size.width - 1
    for items in forms {
      for gap in [1, 0] where width(items, gap: gap) <= room {
        return draw(on: &canvas, y: y, items: items, shown: items.indices, gap: gap, active)
      }
    }
    guard let items = forms.last, items.indices.contains(active) else { return [] }
    let shown = window(items, around: active, room: room - 2)
    return draw(on: &canvas, y: y, items: items, shown: shown, gap: 0, active)
  }

  private static func draw(
    on canvas: inout Canvas, y: Int, items: [String], shown: Range<Int>, gap: Int, _ active: Int
  ) -> [Range<Int>] {
    var places = items.map { _ in 0..<0 }
    var x = 1
    if shown.lowerBound > 0 { x += canvas.put("…", x: x, y: y, style: .muted) }
    for index in shown {
      let isActive = index == active
      let text = isActive ? "[\(items[index])]" : " \(items[index]) "
      let columns = canvas.put(text, x: x, y: y, style: isActive ? .tabActive : .muted)
      places[index] = x..<(x + columns)
      x += columns + gap
    }
    if shown.upperBound < items.count { canvas.put("…", x: x, y: y, style: .muted) }
    return places
  }

  private static func width(_ items: [String], gap: Int) -> Int {
    items.reduce(0) { $0 + TextLayout.width($1) + 2 } + gap * max(0, items.count - 1)
  }

  /// As many neighbours of the active item as fit, on both sides.
  private static func window(_ items: [String], around active: Int, room: Int) -> Range<Int> {
    var shown = active..<(active + 1)
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for wider in [
        shown.lowerBound..<(shown.upperBound + 1), (shown.lowerBound - 1)..<shown.upperBound,
      ]
      where wider.lowerBound >= 0 && wider.upperBound <= items.count
        && width(Array(items[wider]), gap: 0) <= room
      {
        shown = wider
        isGrowing = true
        break
      }
    }
    return shown
  }
}
