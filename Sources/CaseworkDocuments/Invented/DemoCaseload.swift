import Casework

/// An invented caseload to look around in, and what others did in it since "you" were last here.
public struct Demo: Sendable {
  /// The state before `laterEdits`.
  public var caseload: Caseload
  /// By others, in your families, after `lastVisit`; the earliest first, each ready to commit.
  public var laterEdits: [Edit]
  /// When "you" were last here: three days ago.
  public var lastVisit: Moment
  /// Maya Osei, lead professional of most of the families.
  public var you: Practitioner.ID
}

/// Twelve invented families: made up whole, of nobody's life, and told as if today were any day.
public enum DemoCaseload {
  /// Every day lies around `world.today`, every id comes from `world.newUUID`.
  public static func make(world: World) -> Demo {
    let crew = Crew(world: world)
    let families = [
      duffy, brannigan, adeyemi, chowdhury, okoro, ferris, hale, sharkey, reeve, pena, bondar, lin,
    ].map { $0(world, crew) }
    return Demo(
      caseload: Caseload(practitioners: crew.all, families: families),
      laterEdits: LaterEdits(world: world, crew: crew, families: families).all,
      lastVisit: Moment(milliseconds: world.now().milliseconds - 3 * 24 * 3_600_000),
      you: crew.maya.id)
  }
}

/// Those who work with the invented families.
struct Crew: Sendable {
  let maya: Practitioner
  let dan: Practitioner
  let priya: Practitioner
  let ruth: Practitioner
  let hannah: Practitioner

  init(world: World) {
    func made(_ name: String, _ role: Practitioner.Role, _ team: String) -> Practitioner {
      Practitioner(id: world.newID(), name: name, role: role, team: team)
    }
    maya = made("Maya Osei", .practitioner, "North families team")
    dan = made("Dan Lane", .practitioner, "North families team")
    priya = made("Priya Nair", .coordinator, "Family group conferences")
    ruth = made("Ruth Bell", .supervisor, "North families team")
    hannah = made("Hannah Cole", .virtualSchool, "Virtual school")
  }

  var all: [Practitioner] { [maya, dan, priya, ruth, hannah] }
}
