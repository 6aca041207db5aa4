/// The gates where domestic abuse is recorded, or the law keeps people apart.
extension ConferenceMove {
  var invitationRefusals: [RuleBreach] {
    (consentRefusals + presenceRefusals + conditionRefusals + comingRefusals).map {
      RuleBreach(field: "invitations", sentence: $0)
    }
  }

  /// Somebody who comes on the day, as asked for the room: also who was not invited.
  ///
  /// - Source: rules R-C8, R-C9 and R-C12.
  private var comingRefusals: [String] {
    let coming = new.came.filter { who in !(old?.came.contains(who) ?? false) }
    return coming.flatMap { who -> [String] in
      var invitation = new.invitation(of: who) ?? Invitation(who: who)
      if invitation.exclusion != nil {
        return ["\(file.name(of: who)) is kept out of this conference."]
      }
      invitation.part = .room
      if let refusal = file.presenceRefusal(for: invitation) { return [refusal] }
      var room = new
      room.invitations = new.came.map { came in
        var there = new.invitation(of: came) ?? Invitation(who: came)
        (there.part, there.reply) = (.room, .coming)
        return there
      }
      return file.legalConflicts(in: room, on: today)
        .filter { $0.people.contains { .person($0) == who } }.map(\.sentence)
    }
  }

  /// - Source: rule R-C7: no invitation goes out before whoever was harmed agreed to that person.
  private var consentRefusals: [String] {
    guard !released.isEmpty, file.hasDomesticAbuse else { return [] }
    let harmed = file.family.safety.harmed
    if harmed.isEmpty {
      return [
        "Domestic abuse is recorded: write down who was harmed first; they say who is invited."
      ]
    }
    return released.compactMap { invitation in
      let missing = file.missingConsents(for: invitation)
      guard !missing.isEmpty else { return nil }
      return "\(file.names(missing)) \(missing.count == 1 ? "has" : "have") not agreed that "
        + "\(file.name(of: invitation.who)) is invited: the invitation stays back until then."
    }
  }

  /// - Source: rule R-C8: all three conditions, or another way to take part.
  private var presenceRefusals: [String] {
    new.invitations.compactMap { invitation in
      let asks = begins || holds || old?.invitation(of: invitation.who) != invitation
      return asks ? file.presenceRefusal(for: invitation) : nil
    }
  }

  /// - Source: rule R-C9.
  private var conditionRefusals: [String] {
    let isMoved =
      books || begins || holds || old?.planned?.day != new.planned?.day || old?.place != new.place
    let day = begins || holds ? today : new.planned?.day ?? today
    let conflicts = file.legalConflicts(in: new, on: day)
    return conflicts.filter { conflict in
      if isMoved, new.planned != nil || begins || holds { return true }
      return conflict.people.contains { who in
        let invitation = new.invitation(of: .person(who))
        let former = old?.invitation(of: .person(who))
        return released.contains { $0.who == .person(who) }
          || (invitation?.isForTheRoom ?? false) != (former?.isForTheRoom ?? false)
            && invitation?.releasedOn != nil
      }
    }.map(\.sentence)
  }
}

/// A condition of the law that a conference would break as it is prepared.
///
/// - Source: rule R-C9.
public struct LegalConflict: Hashable, Sendable {
  public var condition: LegalCondition
  /// Whose invitations it is about; whoever is kept away first.
  public var people: [Person.ID]
  /// Which condition, until when, and what can be done.
  public var sentence: String
}

extension FamilyFile {
  /// Who was harmed and has not agreed yet that somebody is invited; nobody for those whose own
  /// invitation it is.
  ///
  /// - Source: rule R-C7.
  public func missingConsents(for invitation: Invitation) -> [Person.ID] {
    family.safety.harmed.filter { harmed in
      invitation.who != .person(harmed) && !invitation.harmedConsents.contains { $0.by == harmed }
    }
  }

  /// Why somebody who harmed may not be in the room; nil when they may, or are not to be.
  ///
  /// - Source: rule R-C8.
  public func presenceRefusal(for invitation: Invitation) -> String? {
    guard let id = invitation.who.personID, family.safety.harmedBy.contains(id),
      invitation.part == .room
    else { return nil }
    let presence = invitation.presence ?? PresenceConditions()
    var missing: [String] = []
    if !presence.isRequestedByHarmed {
      let harmed = family.safety.harmed
      missing.append("\(harmed.isEmpty ? "whoever was harmed" : names(harmed)) asked for it")
    }
    if !presence.acknowledgesAbuse { missing.append("they acknowledge the abuse") }
    if !presence.isWillingToAddressIt { missing.append("they are willing to address it") }
    guard !missing.isEmpty else { return nil }
    return "\(name(of: invitation.who)) may be in the room only if \(listed(missing)). "
      + "Otherwise somebody goes between, their words are read out, or they are not included."
  }

  /// What the law forbids of a conference as it is prepared, if it is held on a day.
  ///
  /// - Source: rule R-C9.
  public func legalConflicts(in conference: Conference, on day: Day) -> [LegalConflict] {
    let room = Set(conference.invitations.filter(\.isForTheRoom).compactMap(\.who.personID))
    return family.safety.conditions.flatMap { condition -> [LegalConflict] in
      guard condition.holds(on: day), room.contains(condition.keeps) else { return [] }
      var conflicts: [LegalConflict] = []
      let others = condition.from.filter(room.contains)
      if !others.isEmpty {
        conflicts.append(conflict(condition, [condition.keeps] + others, from: names(others)))
      }
      if condition.forbids(place: conference.place) {
        conflicts.append(conflict(condition, [condition.keeps], from: condition.place))
      }
      return conflicts
    }
  }

  private func conflict(
    _ condition: LegalCondition, _ people: [Person.ID], from what: String
  ) -> LegalConflict {
    let who = name(of: .person(condition.keeps))
    let end = condition.ends.map { "until \($0.full)" } ?? "with no end known"
    let ways =
      (condition.ends == nil ? [] : ["choose a day after it"])
      + (people.count > 1 ? [] : ["choose another place"])
      + ["let somebody go between", "have \(who)'s words read out"]
    return LegalConflict(
      condition: condition, people: people,
      sentence: "A \(condition.kind.rawValue) keeps \(who) away from \(what) \(end): "
        + "\(listed(ways, "or")).")
  }

  func names(_ people: [Person.ID]) -> String { listed(people.map { name(of: .person($0)) }) }
}

extension LegalCondition {
  /// Whether a place is the one it is about, or in it, blind to case and accents.
  func forbids(place: String) -> Bool {
    let (mine, theirs) = (Folding.plain(self.place), Folding.plain(place))
    guard !mine.isEmpty, !theirs.isEmpty else { return false }
    return theirs.contains(mine) || mine.contains(theirs)
  }
}

/// `Mum, Nan and Joe`.
func listed(_ parts: [String], _ word: String = "and") -> String {
  guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
  return parts.dropLast().joined(separator: ", ") + " \(word) " + last
}
