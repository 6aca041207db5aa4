import Casework
import FoundationEssentials
import GRDB

/// What the list of reviews shows of one, and what it is narrowed and ordered by; a row of table
/// `review`.
struct ListedReview: Hashable {
  /// By time, as `Rank.time`.
  var rank: Int
  /// The review's id; the family's for one that is due and not planned.
  var item: UUID
  var kind: Review.Kind
  var state: Review.State
  var outcome: Review.Outcome?
  var lead: Practitioner.ID?
  var signedOff: SignOff?
  var place: String

  /// The reviews of a family that are planned, underway, held, sent back and signed off, and those
  /// that are due and not planned; of a closed family only what was held.
  static func all(of file: FamilyFile, settings: PracticeSettings) -> Set<ListedReview> {
    let (family, lead) = (file.family, file.family.leadProfessional)
    var all: Set<ListedReview> = []
    for due in file.dues(settings: settings) where due.planned == nil {
      all.insert(
        ListedReview(
          rank: Rank.start(of: due.day), item: family.id.uuid, kind: due.kind, state: .planned,
          lead: lead, place: ""))
    }
    for review in file.reviews where review.state != .cancelled {
      guard let when = review.when, family.isOpen || review.held != nil else { continue }
      all.insert(
        ListedReview(
          rank: Rank.time(when), item: review.id.uuid, kind: review.kind, state: review.state,
          outcome: review.outcome, lead: lead, signedOff: review.signedOff, place: review.place))
    }
    return all
  }
}

extension FamilyFile {
  /// The reviews that are due, at most one of a kind that is not planned.
  func dues(settings: PracticeSettings) -> [ReviewDue] {
    reviewsDue(settings: settings)
  }
}

// MARK: - Numbers

// Columns hold these as numbers. The numbers are stored, a new value takes a new one; one that has
// no value is damage.

extension Review.Kind {
  var number: Int {
    switch self {
    case .teamAroundFamily: 1
    case .childInNeed: 2
    case .coreGroup: 3
    case .childProtection: 4
    case .familyGroupConference: 5
    }
  }

  init(number: Int) throws {
    switch number {
    case 1: self = .teamAroundFamily
    case 2: self = .childInNeed
    case 3: self = .coreGroup
    case 4: self = .childProtection
    case 5: self = .familyGroupConference
    default: throw StoreError.damaged
    }
  }
}

extension Review.State {
  var number: Int {
    switch self {
    case .planned: 1
    case .underway: 2
    case .held: 3
    case .sentBack: 4
    case .signedOff: 5
    case .cancelled: 6
    }
  }

  init(number: Int) throws {
    switch number {
    case 1: self = .planned
    case 2: self = .underway
    case 3: self = .held
    case 4: self = .sentBack
    case 5: self = .signedOff
    case 6: self = .cancelled
    default: throw StoreError.damaged
    }
  }
}

extension Review.Outcome {
  var number: Int {
    switch self {
    case .continueSupport: 1
    case .stepUp: 2
    case .stepDown: 3
    case .close: 4
    }
  }

  init(number: Int) throws {
    switch number {
    case 1: self = .continueSupport
    case 2: self = .stepUp
    case 3: self = .stepDown
    case 4: self = .close
    default: throw StoreError.damaged
    }
  }
}

// MARK: - Rows

extension ListedReview {
  static let insertSQL = """
    INSERT INTO review (rank, item, kind, family_id, state, outcome, lead, signed_by, signed_on,
      revision, sealed)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  static let deleteSQL = "DELETE FROM review WHERE rank = ? AND item = ? AND kind = ?"

  var key: StatementArguments { [rank, item, kind.number] }

  /// - Parameters:
  ///   - family: whose it is.
  ///   - revision: the number of the edit that it is listed for.
  func row(_ family: UUID, _ vault: Vault, revision: Int64) throws -> StatementArguments {
    let sealed =
      place.isEmpty ? nil : try vault.seal(Data(place.utf8), in: .review, item, revision)
    return key
      + [
        family, state.number, outcome?.number, lead?.uuid, signedOff?.by.uuid,
        signedOff?.on.number, revision, sealed,
      ]
  }

  static let readSQL = """
    SELECT state, outcome, lead, signed_by, signed_on, revision, sealed FROM review
    WHERE rank = ? AND item = ? AND kind = ?
    """

  /// Reads the row with a key; nil when there is none.
  init?(
    _ db: Database, _ vault: Vault, rank: Int, item: UUID, kind: Review.Kind
  ) throws {
    let statement = try db.cachedStatement(sql: ListedReview.readSQL)
    guard let row = try Row.fetchOne(statement, arguments: [rank, item, kind.number]) else {
      return nil
    }
    (self.rank, self.item, self.kind) = (rank, item, kind)
    state = try Review.State(number: row[0])
    outcome = try (row[1] as Int?).map(Review.Outcome.init(number:))
    lead = (row[2] as UUID?).map { Practitioner.ID($0) }
    if let by: UUID = row[3], let on: Int = row[4] {
      signedOff = SignOff(by: Practitioner.ID(by), on: Day(number: on))
    }
    let sealed: Data? = row[6]
    place =
      try sealed.map {
        String(decoding: try vault.open($0, in: .review, item, row[5]), as: UTF8.self)
      } ?? ""
  }
}
