extension FamilyFile {
  /// Why a person's part of the plan may not be shared with a professional; nil when it may.
  ///
  /// Of a child their own answer counts, else one of anybody with parental responsibility. An answer
  /// for the professional by name goes before one for their organisation, and this before one for
  /// their role; of several the latest counts.
  ///
  /// - Source: rule R-L9; a consent with limits covers its purpose only, not the plan.
  public func refusal(
    toShareFor person: Person, with member: TeamMember, on today: Day
  ) -> String? {
    if let own = answer(of: person, for: member, on: today) {
      return own.whyNotShared(of: person, on: today)
    }
    let place = member.placeOrName
    guard person.isChild else {
      return "no consent of \(person.shortName) for \(place) is recorded."
    }
    let parents = people.filter { $0.hasParentalResponsibility && $0.id != person.id }
    var first: String?
    for parent in parents {
      guard let answer = answer(of: parent, for: member, on: today) else { continue }
      guard let reason = answer.whyNotShared(of: parent, on: today) else { return nil }
      first = first ?? reason
    }
    return first
      ?? "no consent for \(person.shortName) and \(place) is recorded, their own or of anybody "
      + "with parental responsibility."
  }

  /// The latest answer of somebody that is about a professional; nil when there is none.
  private func answer(of person: Person, for member: TeamMember, on today: Day) -> Consent? {
    let all = consents.compactMap { consent in
      consent.person == person.id
        ? member.isMeant(by: consent.agency).map { (closeness: $0, consent: consent) } : nil
    }
    return all.max { left, right in
      let (one, other) = (left.consent, right.consent)
      return (left.closeness, one.from <= today ? 1 : 0, one.from, one.id)
        < (right.closeness, other.from <= today ? 1 : 0, other.from, other.id)
    }?.consent
  }
}

extension Consent {
  /// Why the plan may not be shared on a day; nil when it may.
  fileprivate func whyNotShared(of person: Person, on today: Day) -> String? {
    let whose = "\(person.shortName)'s consent for \(agency)"
    if answer == .refused { return "\(person.shortName) refused consent for \(agency)." }
    if let withdrawnOn, today >= withdrawnOn {
      return "\(whose) was withdrawn on \(withdrawnOn.full)."
    }
    if today < from { return "\(whose) begins on \(from.full)." }
    if let until, !allowsSharing(on: today) { return "\(whose) ended on \(until.full)." }
    guard answer == .limited else { return nil }
    return purpose.isEmpty ? "\(whose) is limited." : "\(whose) is limited to: \(purpose)."
  }
}

extension TeamMember {
  /// The organisation; of somebody without one their name.
  var placeOrName: String { organisation.isEmpty ? name : organisation }

  /// How closely an agency, as the team wrote it, means this professional: 3 by name, 2 by
  /// organisation, 1 by role; nil when it does not.
  fileprivate func isMeant(by agency: String) -> Int? {
    let words = foldedWords(agency)
    if holds(foldedWords(name), in: words) { return 3 }
    for (text, closeness) in [(organisation, 2), (role, 1)] {
      let own = foldedWords(text)
      if holds(own, in: words) || holds(words, in: own) { return closeness }
    }
    return nil
  }
}

/// The words of a text in small letters, without marks between them.
func foldedWords(_ text: String) -> [String] {
  text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
    .map { String($0.filter { $0 != "'" && $0 != "’" }) }.filter { !$0.isEmpty }
}

/// Whether some words stand one after the other in others; never for none.
func holds(_ words: [String], in others: [String]) -> Bool {
  guard !words.isEmpty, words.count <= others.count else { return false }
  return (0...(others.count - words.count)).contains { others[$0...].starts(with: words) }
}
