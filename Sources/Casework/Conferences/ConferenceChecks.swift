extension Conference {
  /// What a conference has to hold for itself.
  func check(_ checks: inout Checks, _ today: Day) {
    checkDays(&checks, today)
    for offer in offers {
      checks.ordered(offer.on, offer.answeredOn, "offers", "It was answered before it was offered.")
    }
    if let begunAt, familyTimes.contains(where: { $0.began < begunAt }) {
      checks.add("familyTimes", "The family's time lies before the conference began.")
    }
    if familyTimes.contains(where: { time in time.ended.map { $0 < time.began } ?? false })
      || zip(familyTimes, familyTimes.dropFirst()).contains(where: { first, second in
        first.ended.map { second.began < $0 } ?? true
      })
    {
      checks.add("familyTimes", "The family's times are not one after the other.")
    }
    checkStops(&checks)
    checkInvitations(&checks)
    checkAgreement(&checks, today)
  }

  /// - Source: rules R-C1 and R-C14: one stage after the other, none ahead of its day.
  private func checkDays(_ checks: inout Checks, _ today: Day) {
    checks.ordered(referredOn, heldOn, "heldOn", "It was held before it was referred.")
    checks.ordered(heldOn, sharedOn, "sharedOn", "The plan was given out before it was made.")
    checks.ordered(heldOn, closedOn, "closedOn", "It was closed before it was held.")
    checks.ordered(heldOn, reviewOn, "reviewOn", "The review lies before the conference.")
    if sharedOn != nil, heldOn == nil {
      checks.add("sharedOn", "A plan is given out once the conference was held: which day was it?")
    }
    for (day, field) in [(heldOn, "heldOn"), (sharedOn, "sharedOn"), (withdrawnOn, "withdrawnOn")] {
      if let day, day > today { checks.add(field, "That day lies ahead: \(day.full).") }
    }
  }

  /// - Source: rule R-C11.
  private func checkStops(_ checks: inout Checks) {
    for stop in stops {
      checks.needs(stop.reason, "stops", "Why is it stopped? Write the reason.")
      checks.needs(
        stop.supportOffered, "stops", "What support was offered to whoever needs it now?")
      checks.ordered(stop.on, stop.resumedOn, "stops", "It went on before it was stopped.")
    }
    if stops.dropLast().contains(where: { $0.resumedOn == nil }) {
      checks.add("stops", "It is stopped already.")
    }
  }

  private func checkInvitations(_ checks: inout Checks) {
    if Set(invitations.map(\.who)).count < invitations.count {
      checks.add("invitations", "The same person is invited twice.")
    }
    for invitation in invitations {
      if invitation.part == .none, invitation.releasedOn != nil {
        checks.add(
          "invitations", "Somebody who is not included gets no invitation: keep it back.")
      }
      guard let exclusion = invitation.exclusion else { continue }
      exclusion.check(&checks)
      if invitation.part == .room {
        checks.add(
          "invitations", "Somebody who is kept out is not in the room: choose another way.")
      }
    }
  }

  /// - Source: rule R-C13.
  private func checkAgreement(_ checks: inout Checks, _ today: Day) {
    guard let agreement else { return }
    if agreement.on > today {
      checks.add("agreement", "Nobody agrees ahead of the day: \(agreement.on.full).")
    }
    switch agreement.verdict {
    case .notSafe where agreement.refusals.isEmpty:
      checks.add("agreement", "Which line does the plan not hold yet? Name it, and say why.")
    case .agreedWithPoints:
      checks.needs(agreement.points, "agreement", "Which points were agreed besides?")
    case .agreed, .notSafe: break
    }
    if agreement.verdict != .notSafe, !agreement.refusals.isEmpty {
      checks.add("agreement", "It cannot be agreed while a line is not held.")
    }
    let lines = Set(baseline.bottomLines.map(Folding.plain))
    for refusal in agreement.refusals {
      if !refusal.line.isEmpty, !lines.contains(Folding.plain(refusal.line)) {
        checks.add("agreement", "“\(refusal.line)” is none of the bottom lines.")
      }
      checks.needs(refusal.why, "agreement", "Why does the plan not hold that line? Say it.")
    }
  }
}

extension Exclusion {
  /// - Source: rule R-C12: a reason, and another way to be heard or an appeal.
  fileprivate func check(_ checks: inout Checks) {
    checks.needs(reason, "invitations", "Why is somebody kept out? Write the reason.")
    if instead.isEmpty, appealedOn == nil, appealAnswer.isEmpty {
      checks.add(
        "invitations", "How can somebody who is kept out be heard instead, or what did they appeal?"
      )
    }
    checks.ordered(on, appealedOn, "invitations", "They appealed before they were kept out.")
  }
}

extension Safety {
  /// What safety has to hold for itself.
  func check(_ checks: inout Checks) {
    for condition in conditions {
      checks.ordered(condition.begins, condition.ends, "safety", "It ends before it begins.")
      if condition.from.isEmpty, Folding.plain(condition.place).isEmpty {
        checks.add(
          "safety", "A \(condition.kind.rawValue) keeps somebody from whom, or from where?")
      }
      if condition.from.contains(condition.keeps) {
        checks.add("safety", "Nobody is kept away from themselves.")
      }
    }
    if keptFrom.contains(where: { $0.of == $0.from }) {
      checks.add("safety", "Nobody's details are kept from themselves.")
    }
  }

  /// Everybody it names.
  var people: [Person.ID] {
    harmed + harmedBy + conditions.flatMap { [$0.keeps] + $0.from }
      + keptFrom.flatMap { [$0.of, $0.from] }
  }
}

extension Conference {
  /// Everybody it names.
  var parties: [(field: String, parties: [Party?])] {
    [
      ("offers", offers.map { .person($0.to) }),
      (
        "invitations",
        invitations.flatMap { invitation in
          [invitation.who, invitation.readOutBy]
            + invitation.harmedConsents.map { .person($0.by) }
        }
      ),
      ("came", came), ("agreedBy", agreedBy),
    ]
  }
}
