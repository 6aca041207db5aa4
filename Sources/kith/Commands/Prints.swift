import ArgumentParser
import Casework
import CaseworkDocuments
import CaseworkSQLite
import Glibc
import KithApp

extension PaperFormat: ExpressibleByArgument {}

/// Where a print goes, and what of it.
struct PrintOptions: ParsableArguments {
  @Argument(help: "The family's reference, or its name where only one has it.")
  var family: String

  @Option(help: "html, text, markdown or json.")
  var format = PaperFormat.text

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("Whom it is for; the family together without it.", valueName: "name"))
  var reader: String?

  @Option(
    help: ArgumentHelp("A new file, or a folder; standard output without it.", valueName: "path"),
    completion: .file())
  var output: String?

  @OptionGroup var store: StoreOptions

  /// Writes the print, and says what is not on it.
  func put(_ paper: Paper) throws {
    if !paper.leftOut.isEmpty {
      Output.complain("Left out:\n" + paper.leftOut.map { "- \($0)" }.joined(separator: "\n"))
    }
    guard let output, output != "-" else { return Output.write(paper.text) }
    guard isFolder(output) else {
      try OutputFile.put(Array(paper.text.utf8), output)
      return Output.say("Printed to \(output)")
    }
    Output.say("Printed to \(try PaperTray.files.put(paper.fileName, paper.text, output))")
  }

  private func isFolder(_ path: String) -> Bool {
    var facts = stat()
    return path.hasSuffix("/") || (stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR)
  }

  /// Whom the print is for.
  func reader(in file: FamilyFile) throws -> Reader {
    guard let reader else { return .family }
    let wanted = reader.lowercased()
    let people = file.people.map { (Party.person($0.id), [$0.shortName, $0.name]) }
    let all = people + file.team.map { (Party.member($0.id), [$0.name]) }
    func found(_ fits: (String) -> Bool) -> [Party] {
      all.filter { $0.1.contains { fits($0.lowercased()) } }.map(\.0)
    }
    let exact = found { $0 == wanted }
    let parties = exact.isEmpty ? found { $0.hasPrefix(wanted) } : exact
    guard parties.count < 2 else {
      let names = parties.map { file.name(of: $0) }.joined(separator: " or ")
      throw Failure(.usage, "“\(reader)” could be \(names); write it out.")
    }
    guard let party = parties.first else {
      let names = all.prefix(10).map { file.name(of: $0.0) }.joined(separator: ", ")
      throw Failure(
        .notFound,
        "Nobody of the \(file.family.name) family or its team is called “\(reader)”. There are: "
          + "\(names).")
    }
    return .party(party)
  }
}

/// Prints a family's plan.
struct PrintPlan: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Print a family's plan, or slips with each person's own actions.",
    discussion: "What may not be shown to whom it is for is left out, and said on standard error.")

  @OptionGroup var print: PrintOptions

  @ArgumentParser.Flag(help: "Slips with each person's own actions; with --for, one slip.")
  var slips = false

  func run() async throws {
    let world = try Environment.world()
    let opened = try print.store.open(world, forReading: true)
    let file = try await opened.family(
      try await Environment.family(named: print.family, in: opened))
    let reader = try print.reader(in: file)
    try print.put(paper(of: file, for: reader, on: world.today))
  }

  private func paper(of file: FamilyFile, for reader: Reader, on today: Day) -> Paper {
    guard slips else { return .plan(of: file, for: reader, as: print.format, on: today) }
    return switch reader {
    case .family: .slips(in: file, as: print.format, on: today)
    case .party(let party): .slip(of: party, in: file, as: print.format, on: today)
    }
  }
}

/// Prints the minutes of a review.
struct PrintMinutes: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "minutes", abstract: "Print the minutes of a family's review.",
    discussion: "What may not be shown to whom it is for is left out, and said on standard error.")

  @OptionGroup var print: PrintOptions

  @Option(
    help: ArgumentHelp("The day it was held, 2026-11-27; the latest without it.", valueName: "day"))
  var review: String?

  func run() async throws {
    let world = try Environment.world()
    let opened = try print.store.open(world, forReading: true)
    let file = try await opened.family(
      try await Environment.family(named: print.family, in: opened))
    let reader = try print.reader(in: file)
    let names = Dictionary(
      try await opened.practitioners().map { ($0.id, $0.name) },
      uniquingKeysWith: { first, _ in first })
    try print.put(
      .minutes(
        of: try wanted(in: file), in: file, for: reader, as: print.format, on: world.today,
        names: names))
  }

  /// The review of the day that is asked for, else the latest that was begun or held.
  private func wanted(in file: FamilyFile) throws -> Review {
    let begun = file.reviews.compactMap { review in
      (review.held ?? review.begun).map { (when: $0, review: review) }
    }.sorted { ($0.when, $0.review.id) < ($1.when, $1.review.id) }
    guard let review else {
      guard let last = begun.last else {
        throw Failure(.notFound, "No review of the \(file.family.name) family was held yet.")
      }
      return last.review
    }
    guard let day = Day(iso: review) else {
      throw Failure(.usage, "“\(review)” is not a day like 2026-11-27.")
    }
    guard let found = begun.last(where: { $0.when.day == day }) else {
      let days = begun.suffix(5).map(\.when.day.iso).joined(separator: ", ")
      throw Failure(
        .notFound,
        "The \(file.family.name) family had no review on \(day.full)."
          + (days.isEmpty ? "" : " There are: \(days)."))
    }
    return found.review
  }
}
