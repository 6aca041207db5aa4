import Casework

/// Writes a caseload family by family, so that a big one is never held as a whole.
///
/// The bytes are the same as those of `CaseloadDocument.encode`.
public struct CaseloadWriter {
  private var json = JSONWriter()
  private var last: Family.ID?
  private let sink: ([UInt8]) throws -> Void

  /// Begins a document.
  ///
  /// - Parameter sink: takes each part of the UTF-8 text in order; what it throws comes through.
  public init(to sink: @escaping ([UInt8]) throws -> Void) {
    self.sink = sink
    json.open("{")
    json.startLine()
    json.string("families")
    json.literal(": ")
    json.open("[")
  }

  /// Writes one family.
  ///
  /// - Precondition: its id comes after that of the family before it.
  public mutating func add(_ family: FamilyFile) throws {
    precondition(last.map { $0 < family.family.id } ?? true, "families are written by id")
    last = family.family.id
    json.startLine()
    family.write(to: &json)
    try sink(json.takeBytes())
  }

  /// Ends the document; nothing may be written afterwards.
  public mutating func finish(practitioners: [Practitioner]) throws {
    json.close("]")
    json.startLine()
    json.string("format")
    json.literal(": ")
    json.string(CaseloadDocument.format)
    json.startLine()
    json.string("practitioners")
    json.literal(": ")
    json.array(practitioners.sorted(by: \.id))
    json.startLine()
    json.string("version")
    json.literal(": \(CaseloadDocument.version)")
    json.close("}")
    json.newline()
    try sink(json.takeBytes())
  }
}
