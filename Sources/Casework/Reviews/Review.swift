/// A meeting at which a plan is looked at: planned, held, or both.
public struct Review: Hashable, Sendable, Codable {
  public typealias ID = RecordID<Review>

  public enum Kind: String, CaseIterable, Sendable, Codable {
    case teamAroundFamily = "team around the family"
    case childInNeed = "child in need"
    case coreGroup = "core group"
    case childProtection = "child protection conference"
    case familyGroupConference = "family group conference review"

    /// For a narrow column.
    public var short: String {
      switch self {
      case .teamAroundFamily: "TAF review"
      case .childInNeed: "CIN review"
      case .coreGroup: "core group"
      case .childProtection: "CP review"
      case .familyGroupConference: "FGC review"
      }
    }
  }

  /// What a review came to.
  ///
  /// - Source: Oxfordshire committee paper 2019, paragraph 34.
  public enum Outcome: String, CaseIterable, Sendable, Codable {
    case continueSupport = "continue"
    case stepUp = "step up"
    case stepDown = "step down"
    case close = "close to universal services"
  }

  public var id: ID
  public var familyID: Family.ID
  public var kind: Kind
  public var planned: MeetingTime?
  public var held: MeetingTime?
  /// The day it was called off; nil when it was not.
  public var cancelledOn: Day?
  public var place: String
  public var invited: [Party]
  public var attended: [Party]
  public var apologies: [Party]
  public var voices: [Voice]
  public var workingWell: String
  public var worries: String
  public var needsToHappen: String
  /// Where each person sees things, 0–10.
  public var scales: [Scale]
  public var education: String
  public var outcome: Outcome?
  /// How what was reached will last without us; for a step down or a close.
  public var sustainability: String
  /// The next review's day, as it was set in the meeting.
  public var nextOn: Day?
  public var signedOff: SignOff?
  public var supervisorNote: String

  public init(
    id: ID, familyID: Family.ID, kind: Kind, planned: MeetingTime? = nil,
    held: MeetingTime? = nil, cancelledOn: Day? = nil, place: String = "", invited: [Party] = [],
    attended: [Party] = [], apologies: [Party] = [], voices: [Voice] = [],
    workingWell: String = "", worries: String = "", needsToHappen: String = "",
    scales: [Scale] = [], education: String = "", outcome: Outcome? = nil,
    sustainability: String = "", nextOn: Day? = nil, signedOff: SignOff? = nil,
    supervisorNote: String = ""
  ) {
    self.id = id
    self.familyID = familyID
    self.kind = kind
    self.planned = planned
    self.held = held
    self.cancelledOn = cancelledOn
    self.place = place
    self.invited = invited
    self.attended = attended
    self.apologies = apologies
    self.voices = voices
    self.workingWell = workingWell
    self.worries = worries
    self.needsToHappen = needsToHappen
    self.scales = scales
    self.education = education
    self.outcome = outcome
    self.sustainability = sustainability
    self.nextOn = nextOn
    self.signedOff = signedOff
    self.supervisorNote = supervisorNote
  }

  public enum State: String, CaseIterable, Sendable {
    case planned, held, cancelled
    case signedOff = "signed off"
  }

  public var state: State {
    if held != nil { return signedOff == nil ? .held : .signedOff }
    return cancelledOn == nil ? .planned : .cancelled
  }

  /// When it was held, else when it is planned.
  public var when: MeetingTime? { held ?? planned }

  /// The words of one kind of voice; empty when there are none.
  public func words(of source: Voice.Source) -> String {
    voices.filter { $0.source == source }.map(\.words).joined(separator: " ")
  }
}

/// What somebody said at, or for, a review, in their words.
public struct Voice: Hashable, Sendable, Codable {
  public enum Source: String, CaseIterable, Sendable, Codable {
    case child, family, school
    case agencies = "other agencies"
  }

  public var source: Source
  public var speaker: Party?
  public var words: String
  /// Who heard it, when it was not said at the meeting.
  public var heardBy: Party?

  public init(source: Source, speaker: Party? = nil, words: String, heardBy: Party? = nil) {
    self.source = source
    self.speaker = speaker
    self.words = words
    self.heardBy = heardBy
  }
}

/// Where one person sees things, 0 (not safe enough) to 10 (safe enough to close).
///
/// - Source: rule R-I.
public struct Scale: Hashable, Sendable, Codable {
  public var by: Party
  public var score: Int

  public init(by: Party, score: Int) {
    self.by = by
    self.score = score
  }
}

/// Who signed a review off, and when.
public struct SignOff: Hashable, Sendable, Codable {
  public var by: Practitioner.ID
  public var on: Day

  public init(by: Practitioner.ID, on: Day) {
    self.by = by
    self.on = on
  }
}
