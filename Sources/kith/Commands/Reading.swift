import ArgumentParser
import Casework
import CaseworkDocuments
import CaseworkSQLite
import KithApp

/// Prints families, reviews, goals or actions.
struct List: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print families, reviews, goals or actions, for a pipe or a spreadsheet.")

  enum What: String, CaseIterable, ExpressibleByArgument {
    case families, reviews, goals, actions
  }

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json, csv
  }

  @Argument(help: "families, reviews, goals or actions.")
  var what: What

  @Option(help: "table, json or csv.")
  var format = Format.table

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Only the families of this practitioner.", valueName: "name"))
  var name: String?

  @OptionGroup var store: StoreOptions

  func run() async throws {
    let world = try Environment.world()
    let opened = try store.open(world, forReading: true)
    var scope = Scope.everyone
    if let name {
      scope = .mine(try await Environment.practitioner(named: name, in: opened).id)
    }
    let listing = try await listing(opened, scope, world)
    switch format {
    case .csv: Output.write(listing.csv())
    case .json: Output.write(listing.json())
    case .table: Output.write(TextTable(listing).text(width: TextTable.outputWidth))
    }
  }

  private func listing(
    _ store: SQLiteCaseStore, _ scope: Scope, _ world: World
  ) async throws -> Listing {
    let people = try await store.practitioners()
    let today = world.today
    switch what {
    case .families:
      let entries = try await everyFamily(store, scope)
      return .families(entries, practitioners: people, on: today)
    case .reviews:
      var entries: [ReviewEntry] = []
      for part in [ReviewQuery.Part.coming, .held] {
        entries += try await everyPage { offset throws(StoreError) in
          try await store.reviews(
            ReviewQuery(
              scope: scope, part: part, today: today, offset: offset, limit: List.pageSize)
          ).page
        }
      }
      return .reviews(entries, practitioners: people, on: today)
    case .goals:
      let entries = try await everyPage { offset throws(StoreError) in
        try await store.goals(
          GoalQuery(scope: scope, part: .all, offset: offset, limit: List.pageSize)
        ).page
      }
      return .goals(entries, on: today)
    case .actions:
      var files: [FamilyFile] = []
      for entry in try await everyFamily(store, scope) {
        files.append(try await store.family(entry.id))
      }
      return .actions(of: files, on: today)
    }
  }

  private func everyFamily(
    _ store: SQLiteCaseStore, _ scope: Scope
  ) async throws -> [CaseloadEntry] {
    try await everyPage { offset throws(StoreError) in
      try await store.caseload(
        CaseloadQuery(scope: scope, includesClosed: true, offset: offset, limit: List.pageSize)
      ).page
    }
  }

  private static let pageSize = 500

  private func everyPage<Entry>(
    _ read: (Int) async throws(StoreError) -> Page<Entry>
  ) async throws -> [Entry] {
    var all: [Entry] = []
    while true {
      let page = try await read(all.count)
      all += page.entries
      if page.entries.isEmpty || all.count >= page.total { return all }
    }
  }
}

/// Prints one family.
struct Show: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Print one family.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Argument(help: "The family's reference, or its name where only one has it.")
  var family: String

  @Option(help: "text or json.")
  var format = Format.text

  @OptionGroup var store: StoreOptions

  func run() async throws {
    let world = try Environment.world()
    let opened = try store.open(world, forReading: true)
    let file = try await opened.family(
      try await Environment.family(named: family, in: opened))
    switch format {
    case .json: Output.write(CaseloadDocument.encode(file))
    case .text:
      let text = FamilyText.text(
        of: file, practitioners: try await opened.practitioners(), on: world.today,
        width: min(100, TextTable.outputWidth ?? 80))
      Output.write(Output.lines(text))
    }
  }
}

extension Environment {
  /// Finds which family somebody means: by its reference, else by its name where only one has it.
  static func family(named family: String, in store: SQLiteCaseStore) async throws -> Family.ID {
    let found = try await store.find(family, limit: 1000)
    let wanted = family.lowercased()
    if let exact = found.first(where: { $0.reference.lowercased() == wanted }) { return exact.id }
    let named = found.filter { $0.name.lowercased() == wanted }
    if named.count == 1 { return named[0].id }
    if named.count > 1 {
      let references = named.map(\.reference).joined(separator: ", ")
      throw Failure(
        .usage,
        "\(named.count) families are called “\(family)”; name one by its reference: "
          + "\(references).")
    }
    let near = found.prefix(3).map { "\($0.name) (\($0.reference))" }.joined(separator: ", ")
    throw Failure(
      .notFound,
      "No family has the reference or the name “\(family)”."
        + (near.isEmpty ? "" : " Near it: \(near)."))
  }
}

/// Prints every key of every screen.
struct Keys: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the keys of every screen, as a Markdown table.")

  @ArgumentParser.Flag(
    help: "Print what can have other keys instead, as lines for the settings file.")
  var names = false

  func run() throws {
    let (settings, faults) = SettingsFiles(Environment.current).read(Environment.current)
    Output.write(names ? KeyTable.names(settings) : KeyTable.markdown(settings))
    for fault in faults { Output.complain(fault.sentence) }
  }
}
