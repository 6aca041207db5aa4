/// A sheet of fields. Moving back and closing are always free; nothing typed is ever refused.
public struct Form: Equatable, Sendable {
  public var title: String
  public var fields: [FormField]
  /// What Ctrl-S does, for the hint line.
  public var saveWord = "save"
  /// What Esc does with what was typed.
  public var closeWords = "keep as a draft"
  /// What is wrong with the form as a whole, above its fields; nil when nothing is.
  public var problem: String?
  /// Which field is being filled in.
  public private(set) var focus = 0

  public enum Outcome: Equatable, Sendable {
    /// A value is another now.
    case changed
    /// The caret or the focus moved.
    case moved
    /// The person wants the form saved.
    case save
    /// The person leaves; what was typed should be kept as a draft.
    case close
    case ignored
  }

  public init(title: String, fields: [FormField]) {
    self.title = title
    self.fields = fields
  }

  public mutating func handle(_ event: Event) -> Outcome {
    switch event {
    case .key(.control("s")): return .save
    case .key(.escape): return .close
    case .key(.tab): return move(by: focus == fields.count - 1 ? -focus : 1)
    case .key(.backTab): return move(by: focus == 0 ? fields.count - 1 : -1)
    default: break
    }
    guard fields.indices.contains(focus) else { return .ignored }
    let before = fields[focus].stamp
    if fields[focus].handle(event) {
      guard fields[focus].stamp != before else { return .moved }
      fields[focus].error = nil
      problem = nil
      return .changed
    }
    switch event {
    case .key(.up): return move(by: -1)
    case .key(.down): return move(by: 1)
    case .key(.enter): return focus >= lastEntry ? .save : move(by: 1)
    default: return .ignored
    }
  }

  /// Whether the keys of a text field act.
  public var editsText: Bool {
    fields.indices.contains(focus) && fields[focus].kind.isText
  }

  /// The text that is edited; nil while the focus is on something else.
  public var focusedText: TextField? { editsText ? fields[focus].field : nil }

  /// The keys have rested: what is typed next can be undone by itself.
  public mutating func rest() {
    guard fields.indices.contains(focus) else { return }
    fields[focus].field.rest()
  }

  /// Shows what is wrong with one field, and leaves the focus where it is.
  public mutating func note(error: String?, on id: String) {
    guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
    fields[index].error = error
  }

  /// The focused field and its caret, to come back to.
  public var place: (field: String, caret: Int)? {
    guard fields.indices.contains(focus) else { return nil }
    return (fields[focus].id, fields[focus].caret)
  }

  /// Goes back to where somebody was; a field that is not there leaves all as it is.
  public mutating func go(to place: (field: String, caret: Int)) {
    guard let index = fields.firstIndex(where: { $0.id == place.field }) else { return }
    focus = index
    if fields[index].kind.isText { fields[index].field.caret = place.caret }
    fields[index].isFresh = false
  }

  /// Goes to the field with this id; stays where it is when there is none.
  public mutating func focus(on id: String) {
    guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
    focus = index
  }

  /// The raw value of a field; empty for an id that no field has.
  public subscript(id: String) -> String {
    get { fields.first { $0.id == id }?.raw ?? "" }
    set {
      guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
      fields[index].raw = newValue
    }
  }

  /// Every field's raw value by its id.
  public var values: [String: String] {
    Dictionary(fields.map { ($0.id, $0.raw) }, uniquingKeysWith: { first, _ in first })
  }

  /// Puts raw values back, those of a draft; ids that no field has are passed over.
  public mutating func restore(_ values: [String: String]) {
    for (id, value) in values { self[id] = value }
  }

  /// Shows what is wrong, clears what no longer is, and goes to the first field that has an error.
  public mutating func showErrors(_ errors: [String: String]) {
    for index in fields.indices { fields[index].error = errors[fields[index].id] }
    if let first = fields.firstIndex(where: { $0.error != nil }) { focus = first }
  }

  /// Takes back what was said to be wrong with a field.
  public mutating func clearError(of id: String) {
    guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
    fields[index].error = nil
  }

  /// The first letter typed into the focused field may take the place of what stands there.
  public mutating func markFresh() {
    guard fields.indices.contains(focus) else { return }
    fields[focus].isFresh = fields[focus].replacesWhenTyped
  }

  /// The last field that something can be entered in.
  private var lastEntry: Int {
    fields.lastIndex { $0.kind != .reading } ?? fields.count - 1
  }

  /// Goes to a field that was pointed at.
  mutating func focus(at index: Int) {
    guard index != focus, fields.indices.contains(index) else { return }
    fields[focus].typed = ""
    focus = index
  }

  private mutating func move(by step: Int) -> Outcome {
    guard !fields.isEmpty else { return .ignored }
    let next = focus + step
    guard step != 0, fields.indices.contains(next) else { return .ignored }
    fields[focus].typed = ""
    // What is cut in one field is put back in another.
    if !fields[focus].field.cut.isEmpty { fields[next].field.cut = fields[focus].field.cut }
    focus = next
    markFresh()
    return .moved
  }
}
