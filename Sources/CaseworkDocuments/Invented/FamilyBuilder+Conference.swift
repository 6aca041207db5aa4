import Casework

/// What was said, asked and prepared for the conference that was added last.
extension FamilyBuilder {
  /// Who said yes to it, who referred the family, what it is asked and what its plan has to hold.
  mutating func prepare(
    yes name: String, from referrer: String, asking questions: [String], lines: [String],
    resources: String = ""
  ) {
    var conference = latest
    let referred = conference.referredOn ?? world.today
    conference.offers = [
      ConferenceOffer(to: person(name), on: referred - 4, answer: .yes, answeredOn: referred - 1)
    ]
    conference.referral = Referral(
      from: referrer, allocatedOn: referred + 1, answeredOn: referred + 1,
      contactedOn: referred + 2)
    conference.baseline = Baseline(
      questions: questions, bottomLines: lines, resources: resources)
    latest = conference
  }

  /// Invites people who were spoken with, prepared and agreed to come; those who do not come in
  /// the room say so.
  ///
  /// - Parameter consent: who was harmed and agreed that they are invited.
  mutating func invite(
    _ names: [String], part: Invitation.Part = .room, reply: Invitation.Reply = .coming,
    needs: [Invitation.Need] = [], note: String = "", statement: String = "",
    readBy reader: String? = nil, consent: String? = nil
  ) {
    var conference = latest
    let referred = conference.referredOn ?? world.today
    for name in names {
      let harmed = consent.map { [HarmedConsent(by: person($0), on: referred + 10)] } ?? []
      conference.invitations.append(
        Invitation(
          who: party(name), part: part, reply: reply, contactedOn: referred + 6,
          preparedOn: referred + 12, consentedOn: referred + 12, releasedOn: referred + 13,
          needs: needs, needsNote: note, harmedConsents: name == consent ? [] : harmed,
          statement: statement, readOutBy: reader.map(party),
          isReadOut: !statement.isEmpty && conference.heldOn != nil))
    }
    latest = conference
  }

  /// Somebody who was spoken with and not invited yet.
  mutating func speak(with names: [String], needs: [Invitation.Need] = [], note: String = "") {
    var conference = latest
    let referred = conference.referredOn ?? world.today
    conference.invitations += names.map { name in
      Invitation(
        who: party(name), contactedOn: referred + 20, needs: needs, needsNote: note)
    }
    latest = conference
  }

  /// The conference that was added last.
  var latest: Conference {
    get {
      guard let conference = file.conferences.last else {
        preconditionFailure("a conference is prepared once it is there")
      }
      return conference
    }
    set { file.conferences[file.conferences.count - 1] = newValue }
  }
}
