import Casework

/// Conferences and reviews.
extension FamilyBuilder {
  /// A conference that was held, with its plan agreed; its day is kept though it be a Saturday. The
  /// review is so many days after it, and once that is over the conference is closed.
  mutating func conference(
    referred: Int, held: Int, at hour: String, place: String, agreedBy names: [String],
    review: Int = 84
  ) {
    exactDays.insert(held)
    let start = time(hour).map { Int64($0.minutes) * 60_000 } ?? 0
    func moment(minutes: Int64) -> Moment {
      Moment(
        milliseconds: Int64(day(held).number) * 86_400_000 + start + minutes * 60_000)
    }
    let reviewOn = day(held + review)
    file.conferences.append(
      Conference(
        id: world.newID(), familyID: file.family.id, referredOn: world.today + referred,
        planned: MeetingTime(day: day(held), time: time(hour)), place: place,
        begunAt: moment(minutes: 4),
        familyTimes: [FamilyTime(began: moment(minutes: 41), ended: moment(minutes: 96))],
        heldOn: day(held), agreement: Agreement(verdict: .agreed, on: day(held)),
        agreedBy: names.map(party), sharedOn: day(held + 2), reviewOn: reviewOn,
        closedOn: reviewOn < world.today ? reviewOn : nil))
  }

  /// A conference that lies ahead, that waits for a day, or to which consent was withdrawn.
  mutating func conference(
    referred: Int, booked: Int? = nil, at hour: String? = nil, place: String = "",
    withdrawn: Int? = nil
  ) {
    file.conferences.append(
      Conference(
        id: world.newID(), familyID: file.family.id, referredOn: world.today + referred,
        planned: booked.map { MeetingTime(day: day($0), time: time(hour)) }, place: place,
        withdrawnOn: withdrawn.map(day)))
  }

  /// A review that is planned; everybody in the family and the team is invited unless named.
  mutating func planReview(
    _ kind: Review.Kind, _ offset: Int, at hour: String, place: String,
    invited names: [String]? = nil
  ) {
    let everybody =
      file.people.map { Party.person($0.id) }
      + file.team.filter { $0.isInTeam(on: world.today) }.map { Party.member($0.id) }
    file.reviews.append(
      Review(
        id: world.newID(), familyID: file.family.id, kind: kind,
        planned: MeetingTime(day: day(offset), time: time(hour)), place: place,
        invited: names.map { $0.map(party) } ?? everybody))
  }

  /// A review that was held. `signed` is the day Ruth signed it off; nil while it waits for her.
  mutating func review(
    _ kind: Review.Kind, _ offset: Int, at hour: String, place: String, came: [String],
    apologies: [String] = [], well: String, worries: String, needs: String,
    scales: [(String, Int)] = [], education: String = "",
    outcome: Review.Outcome = .continueSupport, lasting: String = "", next: Int? = nil,
    signed: Int? = nil, supervisor: String = ""
  ) {
    let when = MeetingTime(day: day(offset), time: time(hour))
    file.reviews.append(
      Review(
        id: world.newID(), familyID: file.family.id, kind: kind, planned: when, held: when,
        place: place, invited: (came + apologies).map(party), attended: came.map(party),
        apologies: apologies.map(party), workingWell: well, worries: worries,
        needsToHappen: needs, scales: scales.map { Scale(by: party($0.0), score: $0.1) },
        education: education, outcome: outcome, sustainability: lasting, nextOn: next.map(day),
        signedOff: signed.map { SignOff(by: crew.ruth.id, on: day($0)) },
        supervisorNote: supervisor))
  }

  /// The review added last was sent back by Ruth; Maya or Dan answered, or has not yet.
  mutating func sentBack(_ offset: Int, _ note: String, answered: Int? = nil, _ answer: String = "")
  {
    guard let index = file.reviews.indices.last else {
      preconditionFailure("what is sent back follows its review")
    }
    file.reviews[index].returns.append(
      SentBack(
        by: crew.ruth.id, on: day(offset), note: note, answer: answer,
        answeredBy: answered == nil ? nil : lead.id, answeredOn: answered.map(day)))
  }

  /// What somebody said at the review added last; nil speaks for several, such as the children.
  mutating func voice(
    _ source: Voice.Source, _ speaker: String?, _ words: String, heardBy listener: String? = nil
  ) {
    guard let index = file.reviews.indices.last else {
      preconditionFailure("a voice follows its review")
    }
    file.reviews[index].voices.append(
      Voice(
        source: source, speaker: speaker.map(party), words: words, heardBy: listener.map(party)))
  }
}
