import ArgumentParser
import Casework
import CaseworkSQLite

/// Makes a training store with its first practitioner.
struct Init: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a training store with its first practitioner.")

  @OptionGroup var store: StoreOptions
  @OptionGroup var person: PersonOptions

  func run() async throws {
    let world = try Environment.world()
    let practitioner = try person.practitioner(world)
    let path = try store.path
    let opened = try SQLiteCaseStore.create(at: path, today: world.day)
    try await opened.commit(person.edit(practitioner, by: practitioner.id, world))
    try await opened.recordVisit(of: practitioner.id, at: world.now())
    Output.say(
      "Made a training store at \(path) for \(practitioner.name). It has no passphrase: not for "
        + "real records. kith opens it.")
  }
}

/// Shows and adds the people who use a store.
struct People: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people", abstract: "Show or add the people who use a store.",
    subcommands: [Show.self, Add.self], defaultSubcommand: Show.self)

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Show the people who use a store.")

    @OptionGroup var store: StoreOptions

    func run() async throws {
      let opened = try store.open(try Environment.world(), forReading: true)
      var table = TextTable(headings: ["Name", "Role", "Team"])
      for person in try await opened.practitioners() {
        table.add([person.name, person.role.rawValue, person.team])
      }
      Output.write(table.text(width: TextTable.outputWidth))
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Add somebody who uses a store.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var person: PersonOptions

    func run() async throws {
      let world = try Environment.world()
      let opened = try store.open(world)
      let new = try person.practitioner(world)
      let all = try await opened.practitioners()
      if all.contains(where: { $0.name.lowercased() == new.name.lowercased() }) {
        throw Failure(.refused, "\(new.name) is here already.")
      }
      let author = try await Environment.lastOrOnly(in: opened) ?? all.first
      guard let author else {
        throw Failure(.refused, "This store has no practitioner yet; kith init makes one with it.")
      }
      try await opened.commit(person.edit(new, by: author.id, world))
      Output.say("Added \(new.name), \(new.role.rawValue).")
    }
  }
}

/// Who somebody is.
struct PersonOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The name.", valueName: "name"))
  var name: String

  @Option(
    help: "practitioner, coordinator, supervisor, virtual school or administrator.",
    completion: .list(Practitioner.Role.allCases.map(\.rawValue)))
  var role = "practitioner"

  @Option(help: "The team.")
  var team = ""

  func practitioner(_ world: World) throws -> Practitioner {
    guard let role = Practitioner.Role(rawValue: role.lowercased()) else {
      let all = Practitioner.Role.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure(.usage, "“\(role)” is not a role. The roles are: \(all).")
    }
    let practitioner = Practitioner(id: world.newID(), name: name, role: role, team: team)
    if let breach = Record.practitioner(practitioner).breaches(on: world.today).first {
      throw Failure(.usage, breach.sentence)
    }
    return practitioner
  }

  func edit(_ practitioner: Practitioner, by author: Practitioner.ID, _ world: World) -> Edit {
    Edit(
      id: world.newID(), by: author, at: world.now(), sentence: "Added \(practitioner.name)",
      changes: [Change(before: nil, after: .practitioner(practitioner))], isUndoable: false)
  }
}
