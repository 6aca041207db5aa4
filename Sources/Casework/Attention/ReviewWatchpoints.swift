extension FamilyFile {
  /// One for each review that is due, and one for each that was begun on an earlier day and is not
  /// complete; the subject is the kind where it is not the usual one of the family's level.
  func reviewWatchpoints(_ settings: PracticeSettings) -> [Watchpoint] {
    let underway = reviews.filter { $0.state == .underway }
    let begun = underway.compactMap { review in
      review.begun.map { begun in
        Watchpoint(
          kind: .review, showsFrom: begun.day + 1, dueOn: nil, recordID: review.id.uuid,
          subject: subject(review.kind), detail: "begun on \(begun.day.short)")
      }
    }
    let waiting = reviewsDue(settings: settings).filter { due in
      !underway.contains { $0.id == due.planned }
    }
    return begun
      + waiting.map { due in
        Watchpoint(
          kind: .review, showsFrom: due.day - settings.soon, dueOn: due.day,
          recordID: due.planned?.uuid ?? family.id.uuid, subject: subject(due.kind),
          detail: due.planned == nil ? "none planned" : "")
      }
  }

  private func subject(_ kind: Review.Kind) -> String {
    kind == family.supportLevel.reviewKind ? "" : kind.short
  }

  /// Reviews that were sent back, for the lead professional, and those answered since, for who sent
  /// them, until they are signed off.
  var supervisionWatchpoints: [Watchpoint] {
    reviews.compactMap { review in
      guard let held = review.held, review.signedOff == nil, let last = review.returns.last else {
        return nil
      }
      guard let answeredOn = last.answeredOn else {
        return Watchpoint(
          kind: .sentBack, showsFrom: last.on, dueOn: nil, recordID: review.id.uuid,
          subject: held.day.short, detail: last.note, waitsFor: family.leadProfessional)
      }
      return Watchpoint(
        kind: .answered, showsFrom: answeredOn, dueOn: nil, recordID: review.id.uuid,
        subject: held.day.short, detail: last.answer, waitsFor: last.by)
    }
  }
}
