/// Who has to be kept safe from whom: known before anybody is invited anywhere.
public struct Safety: Hashable, Sendable, Codable, AddedLater {
  /// Whom domestic abuse harmed.
  public var harmed: [Person.ID]
  /// Who harmed them.
  public var harmedBy: [Person.ID]
  public var conditions: [LegalCondition]
  public var keptFrom: [KeptFrom]

  public init() {
    self.init(harmed: [])
  }

  public init(
    harmed: [Person.ID], harmedBy: [Person.ID] = [], conditions: [LegalCondition] = [],
    keptFrom: [KeptFrom] = []
  ) {
    self.harmed = harmed
    self.harmedBy = harmedBy
    self.conditions = conditions
    self.keptFrom = keptFrom
  }
}

/// A bail condition, an order or a release condition that keeps somebody away.
///
/// - Source: rule R-C9; Innovation Programme digest, Leeds (Michelle).
public struct LegalCondition: Hashable, Sendable, Codable {
  public enum Kind: String, CaseIterable, Sendable, Codable {
    case bail = "bail condition"
    case order = "court order"
    case release = "release condition"
  }

  public var kind: Kind
  /// Who is kept away.
  public var keeps: Person.ID
  /// From whom; empty when it is about a place only.
  public var from: [Person.ID]
  /// Where they may not go; empty when it is about people only.
  public var place: String
  public var begins: Day
  /// The last day it holds; nil while none is known.
  public var ends: Day?
  public var note: String

  public init(
    kind: Kind, keeps: Person.ID, from: [Person.ID] = [], place: String = "", begins: Day,
    ends: Day? = nil, note: String = ""
  ) {
    self.kind = kind
    self.keeps = keeps
    self.from = from
    self.place = place
    self.begins = begins
    self.ends = ends
    self.note = note
  }

  /// Whether it holds on a day; the last day is one of them.
  public func holds(on day: Day) -> Bool {
    day >= begins && ends.map { !dueState(of: $0, on: day).isOverdue } ?? true
  }
}

/// Something of one person that another may not see, on any print.
public struct KeptFrom: Hashable, Sendable, Codable {
  public var of: Person.ID
  public var from: Person.ID
  /// Why, in words that may be shown to whoever prints.
  public var why: String

  public init(of: Person.ID, from: Person.ID, why: String) {
    self.of = of
    self.from = from
    self.why = why
  }
}
