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
  /// When somebody began to hold it; nil before, and for one that was written down afterwards.
  public var begun: MeetingTime?
  public var place: String
  public var invited: [Party]
  public var attended: [Party]
  public var apologies: [Party]
  public var voices: [Voice]
  /// Why a child was not heard; empty when they were.
  public var whyNotHeard: String
  public var workingWell: String
  public var worries: String
  public var needsToHappen: String
  /// Where each person sees things, 0–10.
  public var scales: [Scale]
  public var education: String
  public var outcome: Outcome?
  /// How what was reached will last without us; for a step down or a close.
  public var sustainability: String
  /// Who carries on with what; for a close.
  public var carriedOnBy: String
  /// The next review's day, as it was set in the meeting.
  public var nextOn: Day?
  public var signedOff: SignOff?
  public var supervisorNote: String
  /// The times a supervisor sent it back, oldest first.
  public var returns: [SentBack]
  /// What was wrong in it once it was held, oldest first; the words it was held with stay.
  public var corrections: [Correction]

  public init(
    id: ID, familyID: Family.ID, kind: Kind, planned: MeetingTime? = nil,
    held: MeetingTime? = nil, cancelledOn: Day? = nil, begun: MeetingTime? = nil,
    place: String = "", invited: [Party] = [], attended: [Party] = [], apologies: [Party] = [],
    voices: [Voice] = [], whyNotHeard: String = "", workingWell: String = "",
    worries: String = "", needsToHappen: String = "", scales: [Scale] = [],
    education: String = "", outcome: Outcome? = nil, sustainability: String = "",
    carriedOnBy: String = "", nextOn: Day? = nil, signedOff: SignOff? = nil,
    supervisorNote: String = "", returns: [SentBack] = [], corrections: [Correction] = []
  ) {
    self.id = id
    self.familyID = familyID
    self.kind = kind
    self.planned = planned
    self.held = held
    self.cancelledOn = cancelledOn
    self.begun = begun
    self.place = place
    self.invited = invited
    self.attended = attended
    self.apologies = apologies
    self.voices = voices
    self.whyNotHeard = whyNotHeard
    self.workingWell = workingWell
    self.worries = worries
    self.needsToHappen = needsToHappen
    self.scales = scales
    self.education = education
    self.outcome = outcome
    self.sustainability = sustainability
    self.carriedOnBy = carriedOnBy
    self.nextOn = nextOn
    self.signedOff = signedOff
    self.supervisorNote = supervisorNote
    self.returns = returns
    self.corrections = corrections
  }

  /// Where a review stands.
  public enum State: String, CaseIterable, Sendable {
    case planned
    /// Somebody has begun to hold it.
    case underway
    /// Held, and waiting to be signed off.
    case held
    case sentBack = "sent back"
    case signedOff = "signed off"
    case cancelled
  }

  public var state: State {
    if held != nil {
      if signedOff != nil { return .signedOff }
      return isSentBack ? .sentBack : .held
    }
    if cancelledOn != nil { return .cancelled }
    return begun == nil ? .planned : .underway
  }

  /// Whether a supervisor sent it back and nobody has answered yet.
  public var isSentBack: Bool { returns.last.map { $0.answeredOn == nil } ?? false }

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

/// A supervisor sends a review back with a note; somebody answers.
public struct SentBack: Hashable, Sendable, Codable {
  public var by: Practitioner.ID
  public var on: Day
  public var note: String
  public var answer: String
  public var answeredBy: Practitioner.ID?
  public var answeredOn: Day?

  public init(
    by: Practitioner.ID, on: Day, note: String, answer: String = "",
    answeredBy: Practitioner.ID? = nil, answeredOn: Day? = nil
  ) {
    self.by = by
    self.on = on
    self.note = note
    self.answer = answer
    self.answeredBy = answeredBy
    self.answeredOn = answeredOn
  }
}

/// What a review that was held should have said; both are shown.
public struct Correction: Hashable, Sendable, Codable {
  public var by: Practitioner.ID
  public var on: Day
  /// The part that it is about.
  public var part: Review.Step
  /// What it should say.
  public var words: String
  public var why: String

  public init(by: Practitioner.ID, on: Day, part: Review.Step, words: String, why: String = "") {
    self.by = by
    self.on = on
    self.part = part
    self.words = words
    self.why = why
  }
}
