import Casework
import FoundationEssentials

/// An invented caseload of any size, for trying kith out and for measuring it.
///
/// Family number i depends on the seed, on i and on today alone, so that families can be made in
/// batches, in any order and in parallel. Ids are version 7 UUIDs in the order of i and, within a
/// family, in the order in which its records refer to each other.
public struct SampleCaseload: Sendable {
  /// How many families there are.
  public let families: Int
  public let seed: UInt64
  /// The day that everything lies around.
  public let today: Day

  /// About as many families as one practitioner, coordinator or supervisor has.
  static let familiesPerPractitioner = 20
  static let familiesPerSupervisor = 120
  static let familiesPerCoordinator = 200

  /// - Parameter families: how many, 0 or more.
  public init(families: Int, seed: UInt64, today: Day) {
    self.families = max(0, families)
    self.seed = seed
    self.today = today
  }

  /// Everybody the families refer to; practitioners first, then supervisors and coordinators.
  public func practitioners() -> [Practitioner] {
    let kinds: [(Practitioner.Role, Int, String)] = [
      (.practitioner, SampleCaseload.familiesPerPractitioner, "Families team"),
      (.supervisor, SampleCaseload.familiesPerSupervisor, "Families team"),
      (.coordinator, SampleCaseload.familiesPerCoordinator, "Family group conferences"),
    ]
    return kinds.flatMap { role, size, team in
      (0..<max(1, (families + size - 1) / size)).map { index in
        practitioner(role, index, team: role == .coordinator ? team : "\(team) \(index % 9 + 1)")
      }
    }
  }

  /// The families of these numbers; numbers outside 0..<families are left out.
  public func families(_ range: Range<Int>) -> [FamilyFile] {
    range.clamped(to: 0..<families).map { SampleFamily.make(number: $0, of: self) }
  }

  private func practitioner(
    _ role: Practitioner.Role, _ index: Int, team: String
  ) -> Practitioner {
    var random = SplitMix64(seed: seed ^ SampleCaseload.salt(role), stream: UInt64(index))
    let name = "\(random.pick(SampleWords.firstNames)) \(SampleWords.surname(&random))"
    return Practitioner(
      id: SampleCaseload.practitionerID(role, index, seed: seed), name: name, role: role,
      team: team)
  }

  // MARK: - Ids

  /// The moment of the first id; families' ids lie a second apart, practitioners' before them.
  private static let firstMoment: Int64 = 1_700_000_000_000

  static func practitionerID(
    _ role: Practitioner.Role, _ index: Int, seed: UInt64
  ) -> Practitioner.ID {
    var random = SplitMix64(seed: ~seed ^ salt(role), stream: UInt64(index))
    let moment = Moment(milliseconds: firstMoment - 100_000_000 + Int64(index))
    return RecordID(UUID.timeOrdered(at: moment, using: &random))
  }

  /// Record number `record` of family number `family`.
  static func recordID(
    _ family: Int, _ record: Int, using random: inout SplitMix64
  ) -> UUID {
    let moment = Moment(milliseconds: firstMoment + Int64(family) * 1000 + Int64(record))
    return UUID.timeOrdered(at: moment, using: &random)
  }

  private static func salt(_ role: Practitioner.Role) -> UInt64 {
    switch role {
    case .practitioner: 0x5052_4143
    case .supervisor: 0x5355_5045
    case .coordinator: 0x434f_4f52
    case .virtualSchool, .administrator: 0x4f54_4845
    }
  }
}
