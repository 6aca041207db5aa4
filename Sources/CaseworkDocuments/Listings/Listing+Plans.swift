import Casework

extension Listing {
  /// Reviews as a list.
  public static func reviews(
    _ entries: [ReviewEntry], practitioners: [Practitioner], on today: Day
  ) -> Listing {
    var listing = Listing(
      name: "reviews", title: "Reviews on \(today.full)",
      columns: [
        Column("id", "Id"), Column("familyID", "Family id"), Column("family", "Family"),
        Column("day", "Day"), Column("time", "Time"), Column("kind", "Kind"),
        Column("state", "State"), Column("stands", "Stands"), Column("outcome", "Outcome"),
        Column("place", "Place"), Column("lead", "Lead"), Column("signedOffBy", "Signed off by"),
        Column("signedOffOn", "Signed off on"),
      ])
    let names = Names(practitioners)
    for entry in entries {
      listing.add([
        entry.reviewID.map { "\($0)" } ?? "", "\(entry.familyID)", entry.familyName,
        entry.when.day.iso, entry.when.time.map { "\($0)" } ?? "", entry.kind.rawValue,
        entry.reviewID == nil ? "not planned" : entry.state.rawValue, stands(entry, on: today),
        entry.outcome?.rawValue ?? "", entry.place, names[entry.lead],
        names[entry.signedOff?.by], entry.signedOff?.on.iso ?? "",
      ])
    }
    return listing
  }

  /// How a review that lies ahead stands to its day; empty for one that was held or called off.
  private static func stands(_ entry: ReviewEntry, on today: Day) -> String {
    entry.state == .planned ? dueState(of: entry.when.day, on: today).words : ""
  }

  /// Goals as a list.
  public static func goals(_ entries: [GoalEntry], on today: Day) -> Listing {
    var listing = Listing(
      name: "goals", title: "Goals on \(today.full)",
      columns: [
        Column("id", "Id"), Column("familyID", "Family id"), Column("family", "Family"),
        Column("goal", "Goal"), Column("whose", "Whose"), Column("category", "Category"),
        Column("status", "Status"), Column("start", "Start"), Column("now", "Now"),
        Column("hopedFor", "Hoped for"), Column("movement", "Movement"),
        Column("stuckSince", "No higher since"), Column("seenDifferently", "Seen differently"),
        Column("lastRatedOn", "Last rated"),
      ])
    for entry in entries {
      let goal = entry.goal
      listing.add([
        "\(goal.id)", "\(goal.familyID)", entry.familyName, goal.words, entry.whose,
        goal.category.rawValue, goal.status.rawValue, goal.baseline.map(String.init) ?? "",
        entry.now.map(String.init) ?? "", goal.hopedFor.map(String.init) ?? "",
        entry.movement.map(String.init) ?? "", entry.stuckSince?.iso ?? "", entry.gapWords,
        entry.lastRatedOn?.iso ?? "",
      ])
    }
    return listing
  }

  /// The actions of some families as a list: each family's by goal, in the plan's order.
  public static func actions(of files: [FamilyFile], on today: Day) -> Listing {
    var listing = Listing(
      name: "actions", title: "Actions on \(today.full)",
      columns: [
        Column("id", "Id"), Column("familyID", "Family id"), Column("family", "Family"),
        Column("goal", "Goal"), Column("action", "Action"), Column("who", "Who"),
        Column("from", "From"), Column("by", "By"), Column("status", "Status"),
        Column("since", "Since"), Column("stands", "Stands"), Column("howItWent", "How it went"),
      ])
    for file in files {
      let goals: [Goal?] = file.progress.goals.map(\.goal) + [nil]
      for goal in goals {
        for action in file.actions(of: goal?.id) {
          listing.add([
            "\(action.id)", "\(action.familyID)", file.family.name, goal?.words ?? "",
            action.words, action.who == nil ? "" : file.name(of: action.who),
            action.from?.iso ?? "", action.by?.iso ?? "", action.status.rawValue,
            action.statusSince.iso, action.due(on: today)?.words ?? "", action.howItWent,
          ])
        }
      }
    }
    return listing
  }
}
