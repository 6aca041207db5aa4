/// A whole caseload as a document holds it: practitioners and families, state without history.
public struct Caseload: Hashable, Sendable {
  public var practitioners: [Practitioner]
  public var families: [FamilyFile]

  public init(practitioners: [Practitioner] = [], families: [FamilyFile] = []) {
    self.practitioners = practitioners
    self.families = families
  }

  /// All of it, each record after those that it names.
  public var records: [Record] {
    practitioners.map(Record.practitioner) + families.flatMap(\.records)
  }
}
