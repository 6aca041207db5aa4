import Casework
import CaseworkDocuments
import CaseworkSQLite
import FoundationEssentials

/// Ids and references of a document that a store has already.
struct Clashes {
  private var ids: Set<UUID> = []
  /// References by the id of the family that brings them.
  private var references: [UUID: String] = [:]

  var isEmpty: Bool { ids.isEmpty && references.isEmpty }

  /// Compares practitioners and families; what lies inside families a store says when it refuses.
  init(of caseload: Caseload, in store: SQLiteCaseStore) async throws {
    let people = Set(try await store.practitioners().map(\.id.uuid))
    let families = Set(try await store.familyIDs().map(\.uuid))
    ids = people.intersection(caseload.practitioners.map(\.id.uuid))
      .union(families.intersection(caseload.families.map(\.family.id.uuid)))
    for family in caseload.families.map(\.family) {
      let same = try await store.find(family.reference, limit: 50)
      if same.contains(where: { $0.reference == family.reference }) {
        references[family.id.uuid] = family.reference
      }
    }
  }

  /// What a store refused.
  init(_ conflicts: [Conflict]) {
    ids = Set(conflicts.map(\.mine.record.id))
  }

  /// Each clash with its place in the document, in the order of the document.
  func faults(in text: [UInt8]) -> [ImportFault] {
    CaseloadDocument.places(of: ids.union(references.keys), in: text).flatMap { id, pointer in
      var faults: [ImportFault] = []
      if ids.contains(id) {
        faults.append(
          ImportFault(pointer: pointer + "/id", sentence: "This id is in the store already."))
      }
      if let reference = references[id] {
        faults.append(
          ImportFault(
            pointer: pointer + "/reference",
            sentence: "Another family of the store has the reference \(reference)."))
      }
      return faults
    }
  }
}
