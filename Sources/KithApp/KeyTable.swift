import Casework
import FoundationEssentials
import TextUI

/// Every key of every screen, from the tables that dispatch them: for the README and the manual.
public enum KeyTable {
  /// - Parameter settings: the keys that were changed are in it.
  public static func markdown(_ settings: Settings = Settings()) -> String {
    let rows = sections().map { screen, rows in
      let keys = settings.keys.applied(to: rows, in: place(of: screen) ?? "").filter {
        !$0.keys.isEmpty
      }.map { row in
        row.keys.map { "`\($0.label)`" }.joined(separator: " ") + " \(row.title)"
      }
      return "| \(screen) | \(keys.joined(separator: " · ")) |\n"
    }
    return "| screen | keys |\n| --- | --- |\n" + rows.joined()
  }

  /// Each screen's name with its rows, the keys of all screens first.
  public static func sections() -> [(String, [KeyRow])] {
    let context = example
    let me = context.me.id
    let file = FamilyFile(
      family: Family(
        id: RecordID(UUID()), reference: "", name: "", statusHistory: [], supportHistory: []))
    func own(_ rows: [KeyRow]) -> [KeyRow] { rows.filter { $0.group == .here } }
    func section<Action>(_ bindings: [KeyBinding<Action>]) -> [KeyRow] {
      own(bindings.map(KeyRow.init))
    }
    let moving =
      Today(me: me).keyRows(context).filter { $0.group == .moving }
      + FamilyScreen(file.family.id, section: .overview, among: []).keyRows(context)
      .filter { $0.group == .moving }
    return [
      (
        "everywhere",
        Everywhere.keyBindings(atRoot: true, undoSentence: nil).map(KeyRow.init) + moving
      ),
      ("Today", own(Today(me: me).keyRows(context))),
      ("Families", own(Families(me: me).keyRows(context))),
      ("Reviews", own(Reviews(me: me).keyRows(context))),
      (
        "one review",
        own(
          OneReview(ReviewPlace(familyID: file.family.id, reviewID: nil), among: []).keyRows(
            context))
      ),
      ("holding a review", own(ReviewMeeting.everyKeyRow(context))),
      ("Progress", own(Progress(me: me).keyRows(context))),
      ("More", own(More.everyKeyRow(context))),
      ("a family: Overview", section(FamilyOverview().keyBindings(file, context))),
      ("a family: Plan", section(FamilyPlan().keyBindings(file, context))),
      ("a family: Team", section(FamilyTeam().keyBindings(file, context))),
      ("a family: Reviews", section(FamilyReviews().keyBindings(file, context))),
      ("a family: Progress", section(FamilyProgressSection().keyBindings(file, context))),
      ("a family: Record", section(FamilyRecord().keyBindings(file, context))),
      ("preparing a conference", own(ConferencePreparation.keyRows(file, context))),
      ("conference mode", own(ConferenceMode.everyKeyRow(file, context))),
      ("a form", FormKeys.rows(prints: false, isInPlace: false, editing: nil)),
      ("text being typed", FormKeys.rows(of: TextField(multiline: true))),
    ]
  }

  private static var example: Context {
    let world = World(
      today: Day(number: 0), now: { Moment(milliseconds: 0) }, newUUID: { UUID() })
    let me = Practitioner(id: RecordID(UUID()), name: "", role: .practitioner, team: "")
    return Context(
      world: world, me: me, practitioners: [], isTraining: true, place: "",
      bodySize: Size(width: 80, height: 20))
  }
}
