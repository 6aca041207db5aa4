import Casework

/// How a print is written.
public enum PaperFormat: String, CaseIterable, Sendable {
  /// One file for any browser and printer.
  case html, text, markdown, json

  /// Of its file's name.
  public var ending: String {
    switch self {
    case .html: "html"
    case .text: "txt"
    case .markdown: "md"
    case .json: "json"
    }
  }
}

/// A print, ready to be written to a file.
public struct Paper: Equatable, Sendable {
  /// `duffy-plan-2026-11-21.html`: letters, digits and hyphens only.
  public var fileName: String
  public var text: String
  /// What is not on it and why; for whoever prints, before it is written.
  public var leftOut: [String]

  public init(fileName: String, text: String, leftOut: [String] = []) {
    self.fileName = fileName
    self.text = text
    self.leftOut = leftOut
  }
}

extension Paper {
  /// The family's plan: its words, goals, who does what by when, the next meeting; a page.
  public static func plan(
    of file: FamilyFile, for reader: Reader, as format: PaperFormat, on today: Day
  ) -> Paper {
    let without = file.withheld(from: reader, on: today)
    let page = PlanPage(file, without, for: reader, Pen(format: format), on: today)
    let says = file.plan.map { !$0.openingWords.isEmpty || !$0.ifNotWorking.isEmpty } ?? false
    let hasMeeting = file.nextMeeting(on: today) != nil
    let leftOut = without.items.compactMap { item in
      switch item.thing {
      case .goal, .action: item.reason
      case .voice(let party):
        file.person(party.personID).flatMap { child in
          child.isChild && child.trusted != nil
            ? "Whom \(child.shortName) trusts: \(item.why)" : nil
        }
      case .nextMeeting: hasMeeting ? item.reason : nil
      case .sharedWords: says ? item.reason : nil
      }
    }
    return Paper(
      fileName: paperName(
        plainName(file.family), "plan", file.shortName(of: reader), today.iso,
        ending: format.ending),
      text: format == .json
        ? page.json(file, on: today) : PaperLibrary.text(page, "plan", as: format),
      leftOut: leftOut + file.warning(without, for: reader))
  }

  /// A slip with one person's own actions.
  public static func slip(
    of party: Party, in file: FamilyFile, as format: PaperFormat, on today: Day
  ) -> Paper {
    let name = paperName(
      plainName(file.family), "slip", file.name(of: party), today.iso, ending: format.ending)
    return slips(of: [party], called: name, in: file, as: format, on: today)
  }

  /// Slips of everybody who has an action, one under the other, each to be cut off.
  public static func slips(in file: FamilyFile, as format: PaperFormat, on today: Day) -> Paper {
    let name = paperName(plainName(file.family), "slips", today.iso, ending: format.ending)
    return slips(of: file.slipParties, called: name, in: file, as: format, on: today)
  }

  private static func slips(
    of parties: [Party], called name: String, in file: FamilyFile, as format: PaperFormat,
    on today: Day
  ) -> Paper {
    let page = SlipsPage(file, of: parties, Pen(format: format), on: today)
    return Paper(
      fileName: name,
      text: format == .json
        ? page.json(file, on: today) : PaperLibrary.text(page, "slips", as: format),
      leftOut: parties.flatMap { Slip.leftOut($0, file, on: today) })
  }

  /// The minutes of a review that was held, or of one that was left before its end.
  ///
  /// - Parameter names: of practitioners, by id.
  public static func minutes(
    of review: Review, in file: FamilyFile, for reader: Reader, as format: PaperFormat,
    on today: Day, names: [Practitioner.ID: String]
  ) -> Paper {
    let make = MinutesMaker(
      review: review, file: file, reader: reader,
      without: file.withheld(from: reader, on: today), pen: Pen(format: format), names: names)
    let page = MinutesPage(make, on: today)
    let day = (review.held ?? review.begun ?? review.planned)?.day ?? today
    return Paper(
      fileName: paperName(
        plainName(file.family), "minutes", file.shortName(of: reader), day.iso,
        ending: format.ending),
      text: format == .json
        ? page.json(file, on: today) : PaperLibrary.text(page, "minutes", as: format),
      leftOut: make.leftOut + file.warning(make.without, for: reader))
  }
}

extension FamilyFile {
  /// For the name of a print's file; empty for the family together.
  func shortName(of reader: Reader) -> String {
    if case .party(let party) = reader { "for \(name(of: party))" } else { "" }
  }

  /// What no rule can find: the names of people in the words of others.
  func warning(_ without: Withheld, for reader: Reader) -> [String] {
    if case .party(.member) = reader { return [] }
    guard !without.items.isEmpty else { return [] }
    return ["Names in what others wrote are not looked for: read the page before you hand it over."]
  }
}
