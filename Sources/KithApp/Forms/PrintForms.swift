import Casework
import CaseworkDocuments
import TextUI

/// Prints the plan, or slips with each person's own actions.
struct PlanPrintForm: EntryForm {
  func title(_ sources: FormSources) -> String {
    "Print the plan of \(sources.file?.family.name ?? "the family")"
  }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    let choices = PrintChoices(values)
    let paper = sources.file.map { plan(choices, of: $0, as: .json, on: sources.today) }
    return [
      PrintChoices.reader(sources),
      .choice(
        "what", "What", "plan",
        among: [
          Choice(id: "plan", label: "the plan"),
          Choice(id: "slips", label: "slips with each person's own actions"),
        ]),
      PrintChoices.format, PrintChoices.folder, PrintChoices.leftOut(paper),
    ]
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    guard let file = sources.file else { preconditionFailure("a plan belongs to a family") }
    let choices = PrintChoices(reader.values)
    return FormResult(
      changes: [], sentence: "",
      paper: plan(choices, of: file, as: choices.format, on: sources.today),
      folder: reader.text("folder"))
  }

  private func plan(
    _ choices: PrintChoices, of file: FamilyFile, as format: PaperFormat, on today: Day
  ) -> Paper {
    guard choices.wantsSlips else {
      return .plan(of: file, for: choices.reader, as: format, on: today)
    }
    return switch choices.reader {
    case .family: .slips(in: file, as: format, on: today)
    case .party(let party): .slip(of: party, in: file, as: format, on: today)
    }
  }
}

/// Prints the minutes of a review.
struct MinutesPrintForm: EntryForm {
  let id: Review.ID

  func title(_ sources: FormSources) -> String {
    let day = sources.file?.review(id)?.when?.day.words(on: sources.today)
    return "Print the minutes" + (day.map { " of \($0)" } ?? "")
  }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    [
      PrintChoices.reader(sources), PrintChoices.format, PrintChoices.folder,
      PrintChoices.leftOut(minutes(PrintChoices(values), sources, as: .json)),
    ]
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    let choices = PrintChoices(reader.values)
    guard let paper = minutes(choices, sources, as: choices.format) else {
      throw FormFault(
        breaches: [RuleBreach(field: "for", sentence: "Somebody removed this review meanwhile.")])
    }
    return FormResult(changes: [], sentence: "", paper: paper, folder: reader.text("folder"))
  }

  /// Nil when the review is not there any more.
  private func minutes(
    _ choices: PrintChoices, _ sources: FormSources, as format: PaperFormat
  ) -> Paper? {
    guard let file = sources.file, let review = file.review(id) else { return nil }
    let names = Dictionary(
      sources.context.practitioners.map { ($0.id, $0.name) },
      uniquingKeysWith: { first, _ in first })
    return .minutes(
      of: review, in: file, for: choices.reader, as: format, on: sources.today, names: names)
  }
}

/// What every print form asks, and what is chosen; at first everybody of the family, for a browser.
private struct PrintChoices {
  let reader: Reader
  let format: PaperFormat
  let wantsSlips: Bool

  init(_ values: [String: String]) {
    reader = Party(choiceID: values["for"] ?? "").map(Reader.party) ?? .family
    format = PaperFormat(rawValue: values["format"] ?? "") ?? .html
    wantsSlips = values["what"] == "slips"
  }

  static func reader(_ sources: FormSources) -> EntryField {
    .choice(
      "for", "For", "family",
      among: [Choice(id: "family", label: "the family together")] + sources.parties())
  }

  static let format = EntryField.choice(
    "format", "Format", PaperFormat.html.rawValue,
    among: [
      Choice(id: PaperFormat.html.rawValue, label: "a page for any browser and printer"),
      Choice(id: PaperFormat.text.rawValue, label: "plain text"),
      Choice(id: PaperFormat.markdown.rawValue, label: "Markdown"),
      Choice(id: PaperFormat.json.rawValue, label: "JSON, for programs"),
    ])

  static let folder = EntryField.line("folder", "Folder", "", hint: "where kith was started")

  /// What is not on the print, before it is written; the same in every format.
  static func leftOut(_ paper: Paper?) -> EntryField {
    .reading("leftOut", "Left out", paper?.leftOut ?? [], hint: "Nothing is left out.")
  }
}
