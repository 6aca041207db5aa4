/// One person on the way to a conference: how they take part, and what they need for it.
public struct Invitation: Hashable, Sendable, Codable {
  /// How somebody takes part.
  ///
  /// - Source: rule R-C8: who harmed may be in the room under three conditions only.
  public enum Part: String, CaseIterable, Sendable, Codable {
    case room = "in the room"
    /// In another room or on the telephone; somebody goes between.
    case shuttle = "somebody goes between"
    case words = "their words are read out"
    case none = "not included"
  }

  public enum Reply: String, CaseIterable, Sendable, Codable {
    case waiting, coming
    case sendingWords = "sending words"
    case notComing = "not coming"
  }

  public enum Need: String, CaseIterable, Sendable, Codable {
    case interpreter, advocate, transport, childcare
    case access = "access to the building"
    case other
  }

  public var who: Party
  public var part: Part
  public var reply: Reply
  public var contactedOn: Day?
  public var preparedOn: Day?
  /// The day they themselves agreed to take part.
  public var consentedOn: Day?
  /// The day the invitation went out; nil while it is kept back.
  public var releasedOn: Day?
  public var needs: [Need]
  /// What to know about the needs, in words.
  public var needsNote: String
  /// Who was harmed and agrees that this person is invited.
  ///
  /// - Source: rule R-C7.
  public var harmedConsents: [HarmedConsent]
  /// For somebody who harmed; nil while nobody has said.
  public var presence: PresenceConditions?
  public var exclusion: Exclusion?
  /// What they want to be read out; empty when nothing.
  public var statement: String
  public var readOutBy: Party?
  /// Whether it was read out; a child's words come first.
  public var isReadOut: Bool

  public init(
    who: Party, part: Part = .room, reply: Reply = .waiting, contactedOn: Day? = nil,
    preparedOn: Day? = nil, consentedOn: Day? = nil, releasedOn: Day? = nil, needs: [Need] = [],
    needsNote: String = "", harmedConsents: [HarmedConsent] = [],
    presence: PresenceConditions? = nil, exclusion: Exclusion? = nil, statement: String = "",
    readOutBy: Party? = nil, isReadOut: Bool = false
  ) {
    self.who = who
    self.part = part
    self.reply = reply
    self.contactedOn = contactedOn
    self.preparedOn = preparedOn
    self.consentedOn = consentedOn
    self.releasedOn = releasedOn
    self.needs = needs
    self.needsNote = needsNote
    self.harmedConsents = harmedConsents
    self.presence = presence
    self.exclusion = exclusion
    self.statement = statement
    self.readOutBy = readOutBy
    self.isReadOut = isReadOut
  }

  /// Whether they are to be in the room when it is held.
  public var isForTheRoom: Bool { part == .room && exclusion == nil && reply != .notComing }
}

/// Somebody who was harmed agrees that one person is invited.
///
/// - Source: rule R-C7; Innovation Programme digest, Leeds.
public struct HarmedConsent: Hashable, Sendable, Codable {
  public var by: Person.ID
  public var on: Day

  public init(by: Person.ID, on: Day) {
    self.by = by
    self.on = on
  }
}

/// The three conditions under which somebody who harmed may be in the room: all of them.
///
/// - Source: rule R-C8; Innovation Programme digest, Leeds.
public struct PresenceConditions: Hashable, Sendable, Codable {
  public var isRequestedByHarmed: Bool
  public var acknowledgesAbuse: Bool
  public var isWillingToAddressIt: Bool

  public init(
    isRequestedByHarmed: Bool = false, acknowledgesAbuse: Bool = false,
    isWillingToAddressIt: Bool = false
  ) {
    self.isRequestedByHarmed = isRequestedByHarmed
    self.acknowledgesAbuse = acknowledgesAbuse
    self.isWillingToAddressIt = isWillingToAddressIt
  }

  public var areAllMet: Bool { isRequestedByHarmed && acknowledgesAbuse && isWillingToAddressIt }
}

/// The coordinator keeps somebody out for the risk of violence.
///
/// - Source: rule R-C12.
public struct Exclusion: Hashable, Sendable, Codable {
  public var on: Day
  public var reason: String
  /// How they can take part otherwise.
  public var instead: String
  public var appealedOn: Day?
  public var appealAnswer: String

  public init(
    on: Day, reason: String, instead: String = "", appealedOn: Day? = nil,
    appealAnswer: String = ""
  ) {
    self.on = on
    self.reason = reason
    self.instead = instead
    self.appealedOn = appealedOn
    self.appealAnswer = appealAnswer
  }
}
