extension FamilyFile {
  /// What a change to a review may not do; `self` is the file after the edit. One that is new is
  /// asked as one that was planned.
  ///
  /// - Source: Oxfordshire committee paper 2019, paragraphs 31–35, for what a review has to hold;
  ///   that it is frozen then, and who signs it off, is our own decision.
  func reviewRefusals(
    of change: Change, before: FamilyFile, by practitioner: Practitioner, on today: Day,
    _ settings: PracticeSettings
  ) -> [RuleBreach] {
    guard case .review(let new)? = change.after else {
      guard case .review(let removed)? = change.before, removed.held != nil else { return [] }
      return [RuleBreach(field: "held", sentence: "A review that was held cannot be removed.")]
    }
    var old = Review(id: new.id, familyID: new.familyID, kind: new.kind)
    if case .review(let before)? = change.before { old = before }
    guard old.held != nil else { return holdingRefusals(from: old, to: new) }
    return frozenRefusals(from: old, to: new)
      + new.signOffRefusals(from: old, by: practitioner)
      + new.returnRefusals(from: old, by: practitioner, in: before.family)
      + new.correctionRefusals(from: old, by: practitioner)
  }

  /// A review is complete when it is held: nothing may be missing.
  private func holdingRefusals(from old: Review, to new: Review) -> [RuleBreach] {
    let isRead =
      new.signedOff != old.signedOff || new.returns != old.returns
      || new.corrections != old.corrections
    let early = RuleBreach(
      field: "held", sentence: "Signing off, sending back and corrections come after it was held.")
    guard new.held != nil else { return isRead ? [early] : [] }
    return missing(in: new).map { RuleBreach(field: "held", sentence: $0.sentence) }
      + (isRead ? [early] : [])
  }

  /// Whatever else differs, differs in what is frozen.
  private func frozenRefusals(from old: Review, to new: Review) -> [RuleBreach] {
    var same = new
    same.signedOff = old.signedOff
    same.supervisorNote = old.supervisorNote
    same.returns = old.returns
    same.corrections = old.corrections
    guard same != old else { return [] }
    return [
      RuleBreach(
        field: "held",
        sentence: "This review was held and stays as it is; write a correction beside it.")
    ]
  }
}

extension Review {
  fileprivate func signOffRefusals(
    from old: Review, by practitioner: Practitioner
  ) -> [RuleBreach] {
    var refusals: [RuleBreach] = []
    func refuse(_ field: String, _ sentence: String) {
      refusals.append(RuleBreach(field: field, sentence: sentence))
    }
    if supervisorNote != old.supervisorNote, practitioner.role != .supervisor {
      refuse("supervisorNote", "Only a supervisor writes the supervisor's note.")
    }
    guard signedOff != old.signedOff else { return refusals }
    if let before = old.signedOff {
      if signedOff != nil {
        refuse("signedOff", "This review is signed off already.")
      } else if before.by != practitioner.id {
        refuse("signedOff", "Only who signed it off can take that back.")
      }
      return refusals
    }
    if practitioner.role != .supervisor {
      refuse("signedOff", "Only a supervisor signs a review off.")
    } else if signedOff?.by != practitioner.id {
      refuse("signedOff", "Sign off in your own name.")
    }
    if isSentBack {
      refuse("signedOff", "It was sent back and has no answer yet; sign it off after that.")
    }
    return refusals
  }

  /// Sending back adds one, answering completes the last; who sent it may take it back while it has
  /// no answer.
  fileprivate func returnRefusals(
    from old: Review, by practitioner: Practitioner, in family: Family
  ) -> [RuleBreach] {
    guard returns != old.returns else { return [] }
    func refusal(_ sentence: String) -> [RuleBreach] {
      [RuleBreach(field: "returns", sentence: sentence)]
    }
    if returns.count == old.returns.count + 1, Array(returns.dropLast()) == old.returns,
      let new = returns.last
    {
      return new.sendingRefusal(of: old, by: practitioner).map(refusal) ?? []
    }
    if returns.count == old.returns.count, returns.dropLast() == old.returns.dropLast(),
      let asked = old.returns.last, let answered = returns.last
    {
      return answered.answerRefusal(to: asked, by: practitioner, in: family).map(refusal) ?? []
    }
    if Array(old.returns.dropLast()) == returns, let last = old.returns.last,
      last.answeredOn == nil, last.by == practitioner.id
    {
      return []
    }
    return refusal("What was sent back and answered stays as it is.")
  }

  fileprivate func correctionRefusals(
    from old: Review, by practitioner: Practitioner
  ) -> [RuleBreach] {
    guard corrections != old.corrections else { return [] }
    func refusal(_ sentence: String) -> [RuleBreach] {
      [RuleBreach(field: "corrections", sentence: sentence)]
    }
    guard corrections.starts(with: old.corrections), corrections.count > old.corrections.count
    else { return refusal("A correction stays as it is; add another one.") }
    let new = corrections.dropFirst(old.corrections.count)
    if new.contains(where: { $0.by != practitioner.id }) {
      return refusal("Write a correction in your own name.")
    }
    if new.contains(where: { $0.words.isBlank }) {
      return refusal("A correction needs words: what should it say?")
    }
    return []
  }
}

extension SentBack {
  fileprivate func sendingRefusal(of old: Review, by practitioner: Practitioner) -> String? {
    if practitioner.role != .supervisor { return "Only a supervisor sends a review back." }
    if by != practitioner.id { return "Send it back in your own name." }
    if old.signedOff != nil { return "This review is signed off already." }
    if old.isSentBack { return "It was sent back already and has no answer yet." }
    if note.isBlank { return "Say in a note what is missing." }
    if answeredOn != nil || answeredBy != nil || !answer.isBlank {
      return "Somebody else answers it."
    }
    return nil
  }

  /// One of the family's own workers answers; anybody while it has no lead professional.
  fileprivate func answerRefusal(
    to asked: SentBack, by practitioner: Practitioner, in family: Family
  ) -> String? {
    guard asked.answeredOn == nil, by == asked.by, on == asked.on, note == asked.note else {
      return "What was sent back and answered stays as it is."
    }
    if practitioner.id == asked.by { return "Somebody else answers what you sent back." }
    if answer.isBlank { return "An answer needs words." }
    if answeredOn == nil || answeredBy != practitioner.id { return "Answer in your own name." }
    let workers = [family.leadProfessional, family.coordinator, family.supervisor]
    if family.leadProfessional != nil, !workers.contains(practitioner.id) {
      return "Somebody who works with this family answers it."
    }
    return nil
  }
}
