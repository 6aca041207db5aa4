extension FamilyFile {
  /// What a change to a conference, an invitation or the family's safety may not do; `self` is the
  /// file after the edit.
  ///
  /// What is recorded about somebody's safety is never refused; it counts from the next invitation,
  /// the next booking and the beginning of the conference on.
  ///
  /// - Source: rules R-C4 to R-C15.
  func conferenceRefusals(
    of change: Change, before: FamilyFile, by practitioner: Practitioner, on today: Day,
    _ settings: PracticeSettings
  ) -> [RuleBreach] {
    switch (change.before, change.after) {
    case (.family(let old)?, .family(let new)?):
      return new.coordinatorRefusals(since: old)
    case (.conference(let old)?, nil):
      return old.isAgreementFrozen
        ? [RuleBreach(field: "agreement", sentence: "A plan was agreed there; it stays.")] : []
    case (let old, .conference(let new)?):
      var former: Conference?
      if case .conference(let conference)? = old { former = conference }
      return ConferenceMove(
        old: former, new: new, file: self, before: before, practitioner: practitioner,
        today: today, settings: settings
      ).refusals
    default:
      return []
    }
  }

  /// Why a conference may not begin as it is prepared; nil when it may.
  ///
  /// - Source: rules R-C4, R-C5, R-C8, R-C9 and R-C11.
  public func beginRefusal(
    of conference: Conference, by practitioner: Practitioner, on today: Day,
    settings: PracticeSettings = .standard
  ) -> String? {
    var begun = conference
    begun.begunAt = conference.begunAt ?? Moment(milliseconds: 0)
    var waiting = conference
    waiting.begunAt = nil
    return ConferenceMove(
      old: waiting, new: begun, file: self, before: self, practitioner: practitioner,
      today: max(today, conference.planned?.day ?? today), settings: settings
    ).refusals.first?.sentence
  }

  /// Why somebody may not lead this family's conference; nil when they may.
  ///
  /// - Source: rule R-C5; Oxfordshire committee paper 2019, paragraph 11: an independent
  ///   coordinator.
  public func coordinationRefusal(for practitioner: Practitioner) -> String? {
    if practitioner.id == family.leadProfessional {
      return "You are the lead professional here: somebody independent leads the conference."
    }
    if practitioner.id == family.supervisor {
      return "You are the supervisor here: somebody independent leads the conference."
    }
    return nil
  }
}

extension Family {
  /// Asked when one of the three changes; a family that was so before is left alone.
  ///
  /// - Source: rule R-C5.
  fileprivate func coordinatorRefusals(since old: Family) -> [RuleBreach] {
    let isSame =
      coordinator == old.coordinator && leadProfessional == old.leadProfessional
      && supervisor == old.supervisor
    guard !isSame, let coordinator else { return [] }
    let role =
      coordinator == leadProfessional
      ? "lead professional" : coordinator == supervisor ? "supervisor" : nil
    return role.map {
      [
        RuleBreach(
          field: "coordinator",
          sentence: "The coordinator is independent: not the family's own \($0). Choose another.")
      ]
    } ?? []
  }
}

extension Conference {
  /// Whether a plan was agreed at it, which stays as it was agreed.
  var isAgreementFrozen: Bool {
    guard heldOn != nil, let agreement else { return false }
    return agreement.verdict != .notSafe
  }

  func invitation(of who: Party) -> Invitation? { invitations.first { $0.who == who } }
}

/// One change of a conference on its way into a store.
struct ConferenceMove {
  /// Nil for one that is new.
  let old: Conference?
  let new: Conference
  /// The family after the edit.
  let file: FamilyFile
  let before: FamilyFile
  let practitioner: Practitioner
  let today: Day
  let settings: PracticeSettings

  var refusals: [RuleBreach] {
    // One that comes in whole and was held is history: nobody asks how it came about.
    if old == nil, new.heldOn != nil { return [] }
    let closed = closedRefusals
    if !closed.isEmpty { return closed }
    return offerRefusals + independenceRefusals + stopRefusals + agreementRefusals
      + reviewRefusals + invitationRefusals
  }

  // MARK: - What it does

  var books: Bool { old?.planned == nil && new.planned != nil }
  var begins: Bool { old?.begunAt == nil && new.begunAt != nil }
  var holds: Bool { old?.heldOn == nil && new.heldOn != nil }
  private var agrees: Bool { new.agreement != nil && new.agreement != old?.agreement }
  private var turnsFamilyTime: Bool { new.familyTimes != old?.familyTimes ?? [] }

  /// The invitations that go out with this change.
  var released: [Invitation] {
    new.invitations.filter { invitation in
      invitation.releasedOn != nil && old?.invitation(of: invitation.who)?.releasedOn == nil
    }
  }

  // MARK: - Rules

  /// Of a withdrawn or closed conference only that can be put right.
  private var closedRefusals: [RuleBreach] {
    guard let old, !old.isOpen else { return [] }
    var same = new
    if old.withdrawnOn != nil { same.withdrawnOn = old.withdrawnOn }
    if old.closedOn != nil { same.closedOn = old.closedOn }
    // The family's own time can always be ended, or nobody could get out of it.
    if old.isFamilyTime, !new.isFamilyTime { same.familyTimes = old.familyTimes }
    guard same != old else { return [] }
    return [
      old.closedOn == nil
        ? RuleBreach(
          field: "withdrawnOn",
          sentence: "Consent to this conference was withdrawn; nothing goes on with it.")
        : RuleBreach(
          field: "closedOn", sentence: "This conference is closed; nothing goes on with it.")
    ]
  }

  /// - Source: rule R-C4: no conference without the family's own yes.
  private var offerRefusals: [RuleBreach] {
    guard books || begins || holds, !file.hasAgreedOffer(new) else { return [] }
    return [
      RuleBreach(
        field: "offers",
        sentence: "A conference needs a yes first, from somebody with parental responsibility "
          + "or a child of 16 or 17: record it with the offer.")
    ]
  }

  /// - Source: rule R-C5.
  private var independenceRefusals: [RuleBreach] {
    guard begins || agrees || turnsFamilyTime,
      let sentence = file.coordinationRefusal(for: practitioner)
        ?? before.coordinationRefusal(for: practitioner)
    else { return [] }
    return [RuleBreach(field: "", sentence: sentence)]
  }

  /// - Source: rule R-C11.
  private var stopRefusals: [RuleBreach] {
    let opensFamilyTime = new.isFamilyTime && turnsFamilyTime
    guard new.isStopped, begins || holds || agrees || opensFamilyTime || !released.isEmpty
    else { return [] }
    return [
      RuleBreach(
        field: "stops",
        sentence: "The conference is stopped to keep somebody safe: let it go on first.")
    ]
  }

  /// - Source: rule R-C13; what was agreed is frozen.
  private var agreementRefusals: [RuleBreach] {
    if let old, old.isAgreementFrozen,
      (old.agreement, old.agreedBy, old.heldOn) != (new.agreement, new.agreedBy, new.heldOn)
    {
      return [
        RuleBreach(
          field: "agreement",
          sentence: "The plan was agreed there, and that stays; agree a new version at a review.")
      ]
    }
    if agrees, new.agreement?.verdict != .notSafe, new.agreedBy.isEmpty {
      return [
        RuleBreach(field: "agreedBy", sentence: "Who agrees? At least one person has to.")
      ]
    }
    guard agrees, new.begunAt == nil, new.heldOn == nil else { return [] }
    return [
      RuleBreach(
        field: "agreement", sentence: "The conference has not begun: nobody can have agreed yet.")
    ]
  }

  /// - Source: rule R-C15.
  private var reviewRefusals: [RuleBreach] {
    if agrees, new.agreement?.verdict != .notSafe, new.reviewOn == nil {
      return [
        RuleBreach(
          field: "reviewOn", sentence: "Set the day of the review before people leave.")
      ]
    }
    let isSame = (old?.reviewOn, old?.heldOn) == (new.reviewOn, new.heldOn)
    guard !isSame || agrees, let review = new.reviewOn, let held = new.heldOn ?? new.agreement?.on
    else { return [] }
    let first = held + settings.conferenceReviewMin
    guard review < first else { return [] }
    return [
      RuleBreach(
        field: "reviewOn",
        sentence: "The review comes \(settings.conferenceReviewMin / 7) weeks after the conference "
          + "at the earliest: it can be held from \(first.full).")
    ]
  }
}

extension FamilyFile {
  /// Whether somebody who may has said yes to a conference.
  ///
  /// - Source: rule R-C4; Stockport and Newham procedures: parental responsibility, or a young
  ///   person of 16 or 17.
  public func hasAgreedOffer(_ conference: Conference) -> Bool {
    conference.offers.contains { offer in
      guard offer.answer == .yes, let person = person(offer.to) else { return false }
      if person.hasParentalResponsibility { return true }
      let age = person.age(on: offer.answeredOn ?? offer.on)
      return person.isChild && age.map(PracticeSettings.agreesAlone.contains) ?? false
    }
  }

  /// Whether domestic abuse is recorded: by a flag, or because somebody was harmed.
  ///
  /// - Source: rules R-C7 to R-C11.
  public var hasDomesticAbuse: Bool {
    !family.safety.harmed.isEmpty || family.flags.contains { $0.kind == .domesticAbuse }
  }
}
