import Casework

/// A family as plain text to read or to print: who they are, what needs somebody, the plan and where
/// it stands, the team, the reviews and the record.
public struct FamilyText {
  let file: FamilyFile
  let names: Names
  let today: Day
  let settings: PracticeSettings
  var page: TextPage

  private init(
    _ file: FamilyFile, _ names: Names, _ today: Day, _ settings: PracticeSettings, _ width: Int
  ) {
    self.file = file
    self.names = names
    self.today = today
    self.settings = settings
    page = TextPage(width: width)
  }

  /// The text; every line ends with a line break.
  ///
  /// - Parameters:
  ///   - practitioners: whoever may be named; an unknown one is left out.
  ///   - width: columns to stay within, at least 40.
  public static func text(
    of file: FamilyFile, practitioners: [Practitioner], on today: Day,
    settings: PracticeSettings = .standard, width: Int = 80
  ) -> String {
    var text = FamilyText(file, Names(practitioners), today, settings, max(40, width))
    text.writeOverview()
    text.writePeople()
    text.writePlan()
    text.writeTeam()
    text.writeReviews()
    text.writeRecord()
    return text.page.text
  }

  private mutating func writeOverview() {
    let family = file.family
    page.heading("\(family.name) · \(family.reference)")
    page.paragraph("As of \(today.full).")
    let since = family.supportSince.map { " since \($0.full)" } ?? ""
    page.entry("Support", family.supportLevel.rawValue + since)
    page.entry("Status", family.status.rawValue)
    page.entry("Lead professional", names[family.leadProfessional])
    page.entry("Coordinator", names[family.coordinator])
    page.entry("Supervisor", names[family.supervisor])
    page.entry("Locality", family.locality)
    page.entry("Languages", family.languages.joined(separator: ", "))
    page.entry("Interpreter", family.interpreter ?? "")
    for flag in family.flags {
      page.entry(
        flag.concernsSafety ? "Safety" : "Note",
        flag.note.isEmpty ? flag.kind.rawValue : "\(flag.kind.rawValue): \(flag.note)")
    }
    writeNow()
  }

  private mutating func writeNow() {
    page.heading("Now")
    let watchpoints = file.watchpoints(settings: settings).map {
      FamilyWatchpoint(familyID: file.family.id, familyName: file.family.name, watchpoint: $0)
    }
    let rows = todayRows(from: watchpoints, on: today, settings: settings)
    for row in rows {
      let detail = row.detail.isEmpty ? "" : " (\(row.detail))"
      page.paragraph("\(row.isOverdue ? "! " : "- ")\(row.reason)\(detail)")
    }
    if rows.isEmpty { page.paragraph("Nothing needs anybody today.") }
    if let due = file.reviewDue(settings: settings) {
      let planned = due.planned == nil ? ", not planned" : ""
      page.entry(
        "Next review", "\(due.day.words(on: today)), \(due.state(on: today).words)\(planned)")
    }
    if let words = file.latestWords() {
      let who = words.child.map { file.name(of: .person($0)) } ?? "The children"
      let saidTo = words.saidTo.map { " to \(file.name(of: $0))" } ?? ""
      page.paragraph("\(who) said\(saidTo) on \(words.day.words(on: today)): “\(words.words)”")
    }
  }

  /// `lead professional Maya Osei · supervisor Ruth Bell`; those without a name are left out.
  func joined(_ parts: [(label: String, text: String)]) -> String {
    parts.filter { !$0.text.isEmpty }
      .map { $0.label.isEmpty ? $0.text : "\($0.label) \($0.text)" }
      .joined(separator: " · ")
  }

  func names(of parties: [Party]) -> String {
    parties.map { file.name(of: $0) }.joined(separator: ", ")
  }
}
