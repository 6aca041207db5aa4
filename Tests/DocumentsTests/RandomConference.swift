import Casework

/// Conferences and safety at random that break no rule.
extension RandomCaseload {
  mutating func safety(_ people: [Person.ID]) -> Safety {
    Safety(
      harmed: list { $0.one(of: people) }, harmedBy: list { $0.one(of: people) },
      conditions: list { random in
        LegalCondition(
          kind: random.any(), keeps: people[0], from: random.list { $0.one(of: [people[1]]) },
          place: random.words(), begins: random.past(), ends: random.maybe { $0.future() },
          note: random.words())
      }, keptFrom: list { KeptFrom(of: people[1], from: people[0], why: $0.words()) })
  }

  mutating func conference(
    _ family: Family.ID, _ parties: [Party], _ practitioners: [Practitioner.ID]
  ) -> Conference {
    let people = parties.compactMap(\.personID)
    let lines = list { $0.words() }
    var conference = Conference(
      id: id(), familyID: family, offers: list { $0.offer(people) },
      referredOn: maybe { $0.past() - 900 },
      referral: Referral(
        from: words(), allocatedOn: maybe { $0.past() }, answeredOn: maybe { $0.past() },
        contactedOn: maybe { $0.past() }),
      baseline: Baseline(questions: list { $0.words() }, bottomLines: lines, resources: words()),
      planned: maybe { $0.meeting() }, place: words(), heldOn: maybe { $0.past() },
      agreedBy: list { $0.one(of: parties) }, closedOn: maybe { $0.future() },
      withdrawnOn: maybe { $0.past() })
    conference.invitations = Set(list { $0.one(of: parties) }).sorted { "\($0)" < "\($1)" }
      .map { invitation($0, people, parties) }
    if conference.heldOn != nil {
      conference.sharedOn = maybe { _ in RandomCaseload.today }
      conference.reviewOn = maybe { $0.future() }
    }
    conference.agreement = maybe { $0.agreement(lines) }
    conference.came = Set(list { $0.one(of: parties) }).sorted { "\($0)" < "\($1)" }
    conference.stops = list { random in
      ConferenceStop(
        on: random.past(), by: random.one(of: practitioners), reason: random.words(),
        supportOffered: random.words(), resumedOn: random.future())
    }
    addTimes(to: &conference)
    return conference
  }

  private mutating func addTimes(to conference: inout Conference) {
    guard var moment = maybe({ Int64($0.number(-9_000_000...2_000_000_000)) * 977 }) else { return }
    conference.begunAt = Moment(milliseconds: moment)
    for _ in 0..<number(0...2) {
      let began = Moment(milliseconds: moment)
      moment += Int64(number(1...9_999_999))
      conference.familyTimes.append(FamilyTime(began: began, ended: Moment(milliseconds: moment)))
    }
    if number(0...1) == 0 {
      conference.familyTimes.append(FamilyTime(began: Moment(milliseconds: moment)))
    }
  }

  private mutating func offer(_ people: [Person.ID]) -> ConferenceOffer {
    ConferenceOffer(
      to: one(of: people), on: past(), answer: any(), answeredOn: maybe { $0.future() },
      reason: words())
  }

  private mutating func invitation(
    _ who: Party, _ people: [Person.ID], _ parties: [Party]
  ) -> Invitation {
    var invitation = Invitation(
      who: who, part: any(), reply: any(), contactedOn: maybe { $0.past() },
      preparedOn: maybe { $0.past() }, consentedOn: maybe { $0.past() }, needs: list { $0.any() },
      needsNote: words(),
      harmedConsents: list { HarmedConsent(by: $0.one(of: people), on: $0.past()) },
      presence: maybe { random in
        PresenceConditions(
          isRequestedByHarmed: random.any([true, false]),
          acknowledgesAbuse: random.any([true, false]),
          isWillingToAddressIt: random.any([true, false]))
      }, statement: words(), readOutBy: maybe { $0.one(of: parties) },
      isReadOut: any([true, false]))
    if invitation.part != .none { invitation.releasedOn = maybe { $0.past() } }
    if invitation.part != .room {
      invitation.exclusion = maybe { random in
        Exclusion(
          on: random.past(), reason: random.words(), instead: random.words(),
          appealedOn: random.maybe { $0.future() }, appealAnswer: random.words())
      }
    }
    return invitation
  }

  private mutating func agreement(_ lines: [String]) -> Agreement {
    var agreement = Agreement(verdict: any(), on: past(), points: words())
    if agreement.verdict == .notSafe {
      agreement.refusals =
        [Refusal(line: "", why: words())] + lines.map { Refusal(line: $0, why: words()) }
    }
    return agreement
  }
}
