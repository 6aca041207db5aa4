/// A family that is worked with: the head of everything that is recorded about it.
public struct Family: Hashable, Sendable, Codable {
  public typealias ID = RecordID<Family>

  /// Where the work with the family stands, in the order it usually goes.
  public enum Status: String, CaseIterable, Sendable, Codable {
    case referred, open
    case steppingDown = "stepping down"
    case closed
  }

  /// The level of support, lowest first.
  public enum SupportLevel: String, CaseIterable, Sendable, Codable {
    case universal
    case earlyHelp = "early help"
    case targetedEarlyHelp = "targeted early help"
    case childInNeed = "child in need"
    case childProtection = "child protection"
  }

  public var id: ID
  /// The agency's own number for the family; unique in a store.
  public var reference: String
  public var name: String
  /// Every status the family has had, oldest first; never empty.
  public var statusHistory: [Dated<Status>]
  /// Every support level the family has had, oldest first; never empty.
  public var supportHistory: [Dated<SupportLevel>]
  public var locality: String
  public var languages: [String]
  /// The language an interpreter is needed for; nil when none is.
  public var interpreter: String?
  public var leadProfessional: Practitioner.ID?
  public var coordinator: Practitioner.ID?
  public var supervisor: Practitioner.ID?
  public var flags: [Flag]
  /// Who has to be kept safe from whom, and what the law says about it.
  public var safety: Safety

  public init(
    id: ID, reference: String, name: String, statusHistory: [Dated<Status>],
    supportHistory: [Dated<SupportLevel>], locality: String = "", languages: [String] = [],
    interpreter: String? = nil, leadProfessional: Practitioner.ID? = nil,
    coordinator: Practitioner.ID? = nil, supervisor: Practitioner.ID? = nil, flags: [Flag] = [],
    safety: Safety = Safety()
  ) {
    self.id = id
    self.reference = reference
    self.name = name
    self.statusHistory = statusHistory
    self.supportHistory = supportHistory
    self.locality = locality
    self.languages = languages
    self.interpreter = interpreter
    self.leadProfessional = leadProfessional
    self.coordinator = coordinator
    self.supervisor = supervisor
    self.flags = flags
    self.safety = safety
  }

  /// The status today; `referred` for a family whose history is empty.
  public var status: Status { statusHistory.last?.value ?? .referred }

  /// The support level today; `universal` for a family whose history is empty.
  public var supportLevel: SupportLevel { supportHistory.last?.value ?? .universal }

  /// The day since which the support level has been what it is.
  public var supportSince: Day? { supportHistory.last?.from }

  /// The day on which the work began: the first that is not `referred`, else the first of all; of a
  /// family that came back, since it was closed before.
  public var openedOn: Day? {
    let closed = isOpen ? statusHistory.lastIndex { $0.value == .closed } : nil
    let work = statusHistory[(closed.map { $0 + 1 } ?? 0)...]
    return (work.first { $0.value != .referred } ?? work.first)?.from
  }

  /// The day a family that came back was last closed; nil for one that never was, or is.
  public var closedBeforeOn: Day? {
    isOpen ? statusHistory.last { $0.value == .closed }?.from : nil
  }

  /// Whether the family is worked with: not closed.
  public var isOpen: Bool { status != .closed }

  /// Records a new status from a day on; the same status again changes nothing.
  public mutating func setStatus(_ status: Status, from day: Day) {
    statusHistory.record(status, from: day)
  }

  /// Records a new support level from a day on; the same level again changes nothing.
  public mutating func setSupportLevel(_ level: SupportLevel, from day: Day) {
    supportHistory.record(level, from: day)
  }
}

/// A value that holds from a day on, until the next one.
public struct Dated<Value: Hashable & Sendable & Codable>: Hashable, Sendable, Codable {
  public var from: Day
  public var value: Value

  public init(from: Day, value: Value) {
    self.from = from
    self.value = value
  }
}

extension Array {
  mutating func record<Value>(_ value: Value, from day: Day) where Element == Dated<Value> {
    guard last?.value != value else { return }
    removeAll { $0.from >= day }
    if last?.value != value { append(Dated(from: day, value: value)) }
  }
}

/// Something that everybody who opens the family's record has to see.
public struct Flag: Hashable, Sendable, Codable {
  public enum Kind: String, CaseIterable, Sendable, Codable {
    case domesticAbuse = "domestic abuse"
    case keepApart = "may not be in one room"
    case edgeOfCare = "edge of care"
    case missing = "goes missing"
    case youngCarer = "young carer"
    case homeEducated = "home educated"
    case outOfBorough = "school out of borough"
    case other
  }

  public var kind: Kind
  /// What to know about it, in words; may be empty.
  public var note: String

  public init(kind: Kind, note: String = "") {
    self.kind = kind
    self.note = note
  }

  /// Whether it is about somebody's safety, and so stands under Safety.
  public var concernsSafety: Bool {
    switch kind {
    case .domesticAbuse, .keepApart, .edgeOfCare, .missing: true
    case .youngCarer, .homeEducated, .outOfBorough, .other: false
    }
  }
}
