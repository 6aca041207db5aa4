import Casework
import CaseworkSQLite
import Testing

/// The stores that the contract is checked on.
enum StoreKind: CaseIterable, CustomTestStringConvertible {
  case file, memory

  var testDescription: String { self == .file ? "a file" : "memory" }

  /// A new, empty store.
  func make() throws -> Made {
    switch self {
    case .file:
      let file = TemporaryFile()
      return Made(store: try file.create(), file: file)
    case .memory: return Made(store: try SQLiteCaseStore.temporary { sampleToday }, file: nil)
    }
  }

  /// A store with a practitioner and two families.
  func filled() async throws -> Filled { try await Filled(make()) }
}

/// A store and what it needs to go on.
struct Made {
  let store: any CaseStore
  /// Kept, since the folder goes with it.
  let file: TemporaryFile?
}

/// A store with a practitioner and two families.
struct Filled {
  let made: Made
  let maya = Practitioner.sample("Maya Osei")
  let ruth = Practitioner.sample("Ruth Bell", .supervisor)
  let duffy: FamilyFile
  let adeyemi: FamilyFile

  var store: any CaseStore { made.store }

  init(_ made: Made) async throws {
    self.made = made
    duffy = .sample("Duffy", reference: "F-101", lead: maya)
    adeyemi = .sample("Adéyẹmí", reference: "F-102", lead: ruth, child: "Tobi")
    try await made.store.commit(
      .adding(
        [.practitioner(maya), .practitioner(ruth)] + duffy.records + adeyemi.records, by: maya,
        isUndoable: false))
  }
}

/// What every store keeps to.
struct ContractTests {
  @Test(arguments: StoreKind.allCases)
  func `what was committed is read back as it was`(kind: StoreKind) async throws {
    let filled = try await kind.filled()

    let file = try await filled.store.family(filled.duffy.family.id)
    let practitioners = try await filled.store.practitioners()

    #expect(file == filled.duffy)
    #expect(practitioners == [filled.maya, filled.ruth])
    #expect(try await filled.store.practitioner(filled.ruth.id) == filled.ruth)
  }

  @Test(arguments: StoreKind.allCases)
  func `the caseload lists the families of a practitioner`(kind: StoreKind) async throws {
    let filled = try await kind.filled()

    let mine = try await filled.store.caseload(CaseloadQuery(scope: .mine(filled.maya.id)))
    let all = try await filled.store.caseload(CaseloadQuery(scope: .everyone, order: .name))

    #expect(mine.page.entries == [CaseloadEntry(filled.duffy)])
    #expect(all.page.entries.map(\.name) == ["Adéyẹmí", "Duffy"])
    #expect((all.openCount, all.closedCount) == (2, 0))
  }

  @Test(arguments: StoreKind.allCases)
  func `today shows what needs somebody and the meetings of the week`(kind: StoreKind) async throws
  {
    let filled = try await kind.filled()

    let today = try await filled.store.today(
      .mine(filled.maya.id), on: sampleToday, since: nil)

    #expect(Set(today.watchpoints.map(\.watchpoint.kind)) == [.review, .action])
    #expect(today.meetings.map(\.place) == ["Carlton School"])
  }
}
