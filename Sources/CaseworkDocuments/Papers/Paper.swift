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
  /// The family's plan: its words, goals, who does what by when, the next review; a page.
  public static func plan(
    of file: FamilyFile, for reader: Reader, as format: PaperFormat, on today: Day
  ) -> Paper { Paper(fileName: "plan.\(format.ending)", text: "") }

  /// A slip with one person's own actions.
  public static func slip(
    of party: Party, in file: FamilyFile, as format: PaperFormat, on today: Day
  ) -> Paper { Paper(fileName: "slip.\(format.ending)", text: "") }

  /// Slips of everybody who has an action, one under the other, each to be cut off.
  public static func slips(in file: FamilyFile, as format: PaperFormat, on today: Day) -> Paper {
    Paper(fileName: "slips.\(format.ending)", text: "")
  }

  /// The minutes of a review that was held.
  ///
  /// - Parameter names: of practitioners, by id.
  public static func minutes(
    of review: Review, in file: FamilyFile, for reader: Reader, as format: PaperFormat,
    on today: Day, names: [Practitioner.ID: String]
  ) -> Paper { Paper(fileName: "minutes.\(format.ending)", text: "") }
}
