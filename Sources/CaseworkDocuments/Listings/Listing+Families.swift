import Casework

extension Listing {
  /// The caseload as a list.
  ///
  /// - Parameter practitioners: whoever may be a lead; an unknown one is left empty.
  public static func families(
    _ entries: [CaseloadEntry], practitioners: [Practitioner], on today: Day
  ) -> Listing {
    var listing = Listing(
      name: "families", title: "Families on \(today.full)",
      columns: [
        Column("id", "Id"), Column("reference", "Reference"), Column("name", "Family"),
        Column("children", "Children"), Column("status", "Status"), Column("support", "Support"),
        Column("goals", "Goals, mean"), Column("reviewDue", "Next review"),
        Column("reviewStands", "Review stands"), Column("actionDue", "Next action"),
        Column("lead", "Lead"),
      ])
    let names = Names(practitioners)
    for entry in entries {
      listing.add([
        "\(entry.id)", entry.reference, entry.name,
        entry.children.map { childWords($0, on: today) }.joined(separator: ", "),
        entry.status.rawValue, entry.supportLevel.rawValue, entry.mean.map(oneDecimal) ?? "",
        entry.reviewDue?.day.iso ?? "", entry.reviewDue.map { stands($0, on: today) } ?? "",
        entry.actionDue?.iso ?? "", names[entry.lead],
      ])
    }
    return listing
  }

  /// `Kayla 12`, or the name alone while the day of birth is not known.
  private static func childWords(_ child: ChildBrief, on today: Day) -> String {
    let age = child.born.flatMap { ageInYears(born: $0, on: today) }
    return age.map { "\(child.name) \($0)" } ?? child.name
  }

  /// `6 days overdue`, `in 3 days`, `in 3 weeks, not planned`.
  private static func stands(_ due: ReviewDue, on today: Day) -> String {
    due.state(on: today).words + (due.planned == nil ? ", not planned" : "")
  }
}

/// The names of practitioners by their ids.
struct Names {
  private let names: [Practitioner.ID: String]

  init(_ practitioners: [Practitioner]) {
    names = Dictionary(
      practitioners.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// The name; empty for nobody and for somebody unknown.
  subscript(id: Practitioner.ID?) -> String { id.flatMap { names[$0] } ?? "" }
}

/// A number from 0 up with one decimal, rounded half up: `6.2`.
func oneDecimal(_ number: Double) -> String {
  let tenths = Int((number * 10).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}
