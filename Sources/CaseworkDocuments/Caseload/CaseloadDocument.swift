import Casework

/// The caseload as a JSON document: `docs/caseload.md` describes each key.
public enum CaseloadDocument {
  /// What the key `format` says.
  public static let format = "kith caseload"
  /// What the key `version` says.
  public static let version = 1

  /// The whole document: two spaces a level, keys by the alphabet, practitioners, families and their
  /// records by id, a line break at the end.
  public static func encode(_ caseload: Caseload) -> String {
    var text: [UInt8] = []
    var writer = CaseloadWriter { text += $0 }
    do {
      for family in caseload.families.sorted(by: \.family.id) { try writer.add(family) }
      try writer.finish(practitioners: caseload.practitioners)
    } catch {
      preconditionFailure("adding to a text cannot fail")
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// One family as it stands in the document, by itself, with a line break at the end.
  public static func encode(_ family: FamilyFile) -> String {
    var json = JSONWriter()
    family.write(to: &json)
    json.newline()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// Reads a document of UTF-8 text; practitioners, families and records come by id.
  ///
  /// - Parameter today: the day ahead of which nothing can have been rated, noted or held.
  /// - Throws: everything that is wrong in it, by place. When it is no JSON, or not of this format
  ///   and version, that alone.
  public static func read(_ text: [UInt8], on today: Day) throws(ImportFaults) -> Caseload {
    try CaseloadReading(text, today: today).read()
  }

  /// Reads a document; as `read` of its UTF-8 text.
  public static func read(_ text: String, on today: Day) throws(ImportFaults) -> Caseload {
    try read(Array(text.utf8), on: today)
  }
}
