extension Form {
  /// A click on something that the form drew: the focus goes there, the caret to the column, an answer
  /// is given.
  ///
  /// - Parameter column: columns from the left of the zone.
  public mutating func point(at zone: Zone, column: Int) -> Outcome {
    guard let index = zone.field, fields.indices.contains(index) else { return .ignored }
    let before = fields[index].raw
    focus(at: index)
    fields[index].point(at: zone.target, column: column)
    guard fields[index].raw != before else { return .moved }
    fields[index].error = nil
    return .changed
  }

  /// Turns the wheel within the focused field, where its text is longer than what shows; an answer is
  /// never changed by it.
  public mutating func turnWheel(_ key: Key) -> Outcome {
    guard fields.indices.contains(focus) else { return .ignored }
    switch fields[focus].kind {
    case .area, .paragraph, .reading: return fields[focus].handle(.key(key)) ? .moved : .ignored
    default: return .ignored
    }
  }
}

extension FormField {
  fileprivate mutating func point(at target: Zone.Target, column: Int) {
    switch (target, kind) {
    case (.text(let from, let to), _) where kind.isText:
      field.caret = field.place(at: column, from: from, to: to)
    case (.choice(let index), .choice(let choices)) where choices.indices.contains(index):
      typed = ""
      setPicked(choices[index].id)
    case (.choice(let index), .choices(let choices)) where choices.indices.contains(index):
      cursor = index
      _ = handle(.key(Key(" ")))
    case (.choice(let value), .scale): setPicked("\(value)")
    case (.choice(let value), .toggle): setPicked(value == 1 ? "yes" : "no")
    case (.choice(let index), .reading): cursor = index
    default: break
    }
  }
}

extension TextField {
  /// The place of the caret nearest to a column of a row that shows these characters.
  func place(at column: Int, from: Int, to: Int) -> Int {
    var place = min(max(0, from), characters.count)
    var columns = 0
    while place < min(to, characters.count) {
      columns += TextLayout.width(of: characters[place])
      if columns > column { break }
      place += 1
    }
    return place
  }
}
