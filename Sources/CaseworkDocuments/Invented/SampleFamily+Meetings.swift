import Casework

/// Conferences and reviews, held, planned and overdue.
extension SampleFamily {
  mutating func addConference() {
    let isReferred = file.family.status == .referred
    guard random.chance(isReferred ? 60 : 55) else { return }
    let room = last.days(since: opened)
    var conference = Conference(
      id: newID(), familyID: file.family.id, referredOn: opened,
      place: random.pick(SampleWords.places))
    if isReferred || room < 35 {
      if random.chance(40) {
        let day = weekday(last + random.number(3...30))
        conference.planned = MeetingTime(day: max(last, day), time: hour())
      }
    } else if random.chance(8) {
      conference.withdrawnOn = workingDay(from: opened, to: last)
    } else {
      let held = weekday(opened + random.number(30...min(room, 70)))
      conference.planned = MeetingTime(day: held, time: hour())
      conference.heldOn = held
      conference.agreedBy = file.people.map { .person($0.id) }
    }
    prepare(&conference)
    file.conferences.append(conference)
  }

  /// What every conference has by then, without anything at random: the same families as ever.
  private func prepare(_ conference: inout Conference) {
    guard let referred = conference.referredOn, let parent = file.adults.first else { return }
    let isLeft = number % 4 == 0 && conference.heldOn == nil
    conference.offers = [
      ConferenceOffer(to: parent.id, on: referred - 3, answer: .yes, answeredOn: referred)
    ]
    conference.referral = Referral(
      from: file.team.last?.organisation ?? "", allocatedOn: referred,
      answeredOn: isLeft ? nil : referred, contactedOn: isLeft ? nil : referred)
    conference.baseline = Baseline(
      questions: Baseline.usualQuestions, bottomLines: ["Every child knows who picks them up."])
    let harmed = file.family.safety.harmed
    let released = min(referred + 14, last)
    conference.invitations = file.people.map { person in
      Invitation(
        who: .person(person.id), reply: .coming, contactedOn: referred, preparedOn: released,
        consentedOn: released,
        releasedOn: conference.planned == nil ? nil : released,
        harmedConsents: harmed.filter { $0 != person.id }
          .map { HarmedConsent(by: $0, on: released) })
    }
    guard let held = conference.heldOn else { return }
    conference.agreement = Agreement(verdict: .agreed, on: held)
    conference.sharedOn = number % 50 == 0 ? nil : min(held + 2, last)
    conference.reviewOn = held + 84
    if held + 84 < last { conference.closedOn = held + 84 }
  }

  /// Held ones every four to six weeks back from the last, at most three, then the one ahead.
  mutating func addReviews() {
    guard file.family.status != .referred else { return }
    let closed = file.family.status == .closed
    let isLate = !closed && random.chance(9)
    var day = weekday(last - (closed ? 0 : isLate ? random.number(43...75) : random.number(0...34)))
    var days: [Day] = []
    while days.count < 3, day >= opened + 14 {
      days.append(day)
      day = weekday(day - random.number(28...42))
    }
    for held in days.reversed() { addHeldReview(on: held, next: days.last { $0 > held }) }
    addConferenceReview()
    addChildProtectionReviews()
    guard !closed, let latest = days.first ?? (opened > last - 42 ? opened : nil) else { return }
    if isLate, random.chance(60) { return }
    let ahead = weekday(latest + random.number(28...42))
    let planned = isLate || ahead >= today ? ahead : weekday(today + random.number(3...14))
    let wanted = max(latest, planned)
    addPlannedReview(on: wanted)
  }

  private mutating func addPlannedReview(on day: Day) {
    file.reviews.append(
      Review(
        id: newID(), familyID: file.family.id, kind: file.family.supportLevel.reviewKind,
        planned: MeetingTime(day: day, time: hour()), place: random.pick(SampleWords.places),
        invited: file.people.map { .person($0.id) } + file.team.map { .member($0.id) }))
  }

  /// Most conferences are reviewed within twelve weeks.
  private mutating func addConferenceReview() {
    guard let held = file.conferences.last?.heldOn, last.days(since: held) > 70, random.chance(94)
    else { return }
    addHeldReview(
      on: weekday(held + random.number(45...70)), next: nil, kind: .familyGroupConference)
  }

  /// While a child is protected: first within three months, then every five or so.
  private mutating func addChildProtectionReviews() {
    let family = file.family
    guard family.supportLevel == .childProtection, let since = family.supportSince,
      !random.chance(6)
    else { return }
    var day = weekday(since + random.number(70...85))
    while day <= last {
      addHeldReview(on: day, next: nil, kind: .childProtection)
      day = weekday(day + random.number(140...175))
    }
  }

  private mutating func addHeldReview(on day: Day, next: Day?, kind: Review.Kind? = nil) {
    let when = MeetingTime(day: day, time: hour())
    let came: [Party] =
      file.people.filter { _ in random.chance(80) }.map { .person($0.id) }
      + file.team.filter { _ in random.chance(75) }.map { .member($0.id) }
    let age = today.days(since: day)
    let isSigned = age > 60 || random.chance(age > 14 ? 94 : 55)
    let signed = min(today, day + random.number(0...5))
    file.reviews.append(
      Review(
        id: newID(), familyID: file.family.id,
        kind: kind ?? file.family.supportLevel.reviewKind, planned: when, held: when,
        place: random.pick(SampleWords.places), invited: came,
        attended: came, voices: voices(), workingWell: SampleWords.workingWell(&random),
        worries: SampleWords.worry(&random), needsToHappen: SampleWords.need(&random),
        scales: came.prefix(3).map { Scale(by: $0, score: random.number(3...9)) },
        education: "Attendance \(random.number(70...100)) %.",
        outcome: random.pick(SampleWords.outcomes), nextOn: next,
        signedOff: isSigned ? file.family.supervisor.map { SignOff(by: $0, on: signed) } : nil,
        returns: isSigned ? [] : sentBack(after: day)))
  }

  /// One in four that waits for its sign-off was sent back, and half of those have an answer.
  private mutating func sentBack(after day: Day) -> [SentBack] {
    guard let supervisor = file.family.supervisor, random.chance(25) else { return [] }
    var sent = SentBack(
      by: supervisor, on: min(today, day + random.number(1...4)),
      note: random.pick(SampleWords.supervisorAsks))
    if let lead = file.family.leadProfessional, random.chance(50) {
      sent.answer = random.pick(SampleWords.leadAnswers)
      sent.answeredBy = lead
      sent.answeredOn = min(today, sent.on + random.number(0...3))
    }
    return [sent]
  }

  private mutating func voices() -> [Voice] {
    var voices = [
      Voice(
        source: .child, speaker: .person(child().id), words: SampleWords.childSays(&random))
    ]
    if random.chance(70) {
      voices.append(
        Voice(
          source: .family, speaker: .person(adult().id), words: SampleWords.adultSays(&random)))
    }
    if random.chance(50) {
      let words = SampleWords.schoolSays(&random)
      voices.append(Voice(source: .school, speaker: .member(professional().id), words: words))
    }
    return voices
  }
}
