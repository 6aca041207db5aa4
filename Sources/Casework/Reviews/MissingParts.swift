extension FamilyFile {
  /// What is missing before a review can be called complete; in the order of its steps. Each part is
  /// satisfied by a few words: “nothing to add” is an answer.
  ///
  /// - Source: Oxfordshire committee paper 2019, paragraphs 31–35.
  public func missing(in review: Review) -> [Review.Missing] {
    Review.Step.allCases.flatMap { step in
      missing(step, in: review).map { Review.Missing(step: step, sentence: $0) }
    }
  }

  /// How far one step of a review has come.
  public func stepState(of step: Review.Step, in review: Review) -> Review.StepState {
    let missing = missing(step, in: review)
    if !missing.isEmpty { return .missing(missing) }
    return hasContent(step, in: review) ? .complete : .untouched
  }

  private func missing(_ step: Review.Step, in review: Review) -> [String] {
    switch step {
    case .present: review.attended.isEmpty ? ["Nobody is written down as here."] : []
    case .childVoice: missingChildren(in: review)
    case .voices: missingVoices(in: review)
    case .goals: missingRatings(in: review)
    case .assessment: missingAssessment(in: review)
    case .education: missingEducation(in: review)
    case .actions: []
    case .outcome: missingOutcome(in: review)
    case .next:
      review.nextOn == nil && review.outcome != .close ? ["The next review has no day yet."] : []
    }
  }

  // MARK: - What each step has to hold

  /// Each child's own words, the children's together, or why they were not heard.
  ///
  /// - Source: paragraphs 24c and 32.
  private func missingChildren(in review: Review) -> [String] {
    guard review.whyNotHeard.isBlank else { return [] }
    let said = review.voices.filter { $0.source == .child && !$0.words.isBlank }
    guard !said.contains(where: { $0.speaker == nil }) else { return [] }
    let heard = Set(said.compactMap { $0.speaker?.personID })
    return children.filter { !heard.contains($0.id) }.map {
      "\($0.shortName)'s words are missing, or why they were not heard."
    }
  }

  /// - Source: paragraph 32; the school's and the agencies' only where somebody of them is there to
  ///   be asked.
  private func missingVoices(in review: Review) -> [String] {
    let asked = professionals(around: review)
    let needed: [(Voice.Source, Bool, String)] = [
      (.family, true, "What the family says is missing"),
      (.school, asked.contains(where: \.isFromSchool), "What the school says is missing"),
      (
        .agencies, asked.contains { !$0.isFromSchool && !$0.isLeadProfessional },
        "What the other agencies say is missing"
      ),
    ]
    return needed.filter { $0.1 && !review.hasWords(of: $0.0) }.map {
      $0.2 + "; “nothing to add” will do."
    }
  }

  /// The professionals who are invited, came or sent apologies, and the team on the day.
  private func professionals(around review: Review) -> [TeamMember] {
    let named = Set(
      (review.invited + review.attended + review.apologies).compactMap(\.memberID))
    let day = review.meetingDay
    return team.filter { member in
      named.contains(member.id) || day.map { member.isInTeam(on: $0) } ?? (member.left == nil)
    }
  }

  /// - Source: paragraph 31, "progress against the multi-agency plan"; that one rating is enough is
  ///   our own decision.
  private func missingRatings(in review: Review) -> [String] {
    let day = review.meetingDay
    let isOpen = goals.contains { goal in
      goal.status == .open && day.map { goal.setOn <= $0 } ?? true
    }
    guard isOpen, !ratings.contains(where: { $0.reviewID == review.id }) else { return [] }
    return ["No goal is rated yet; one is enough, by anybody."]
  }

  /// - Source: paragraph 31, "need and risk, strengths and protective factors".
  private func missingAssessment(in review: Review) -> [String] {
    var missing: [String] = []
    if review.workingWell.isBlank { missing.append("What is working well is missing.") }
    if review.worries.isBlank, review.needsToHappen.isBlank {
      missing.append("Worries, or what needs to happen, are missing; “no worries” will do.")
    }
    return missing
  }

  /// - Source: paragraph 33, for every child of school age.
  private func missingEducation(in review: Review) -> [String] {
    guard review.education.isBlank, let day = review.meetingDay else { return [] }
    let pupils = children.filter { child in
      child.age(on: day).map(PracticeSettings.schoolAge.contains) ?? !child.school.isBlank
    }
    guard !pupils.isEmpty else { return [] }
    return ["Education is missing: \(pupils.map(\.shortName).joined(separator: ", "))."]
  }

  /// - Source: paragraph 34 for the outcome, 35 for how it lasts.
  private func missingOutcome(in review: Review) -> [String] {
    guard let outcome = review.outcome else { return ["The outcome is missing."] }
    var missing: [String] = []
    if [.stepDown, .close].contains(outcome), review.sustainability.isBlank {
      missing.append("How it will last without us is missing.")
    }
    if outcome == .close, review.carriedOnBy.isBlank {
      missing.append("Who carries on with what is missing.")
    }
    return missing
  }

  private func hasContent(_ step: Review.Step, in review: Review) -> Bool {
    switch step {
    case .present: !review.attended.isEmpty || !review.apologies.isEmpty
    case .childVoice: review.hasWords(of: .child) || !review.whyNotHeard.isBlank
    case .voices: Voice.Source.allCases.contains { $0 != .child && review.hasWords(of: $0) }
    case .goals: ratings.contains { $0.reviewID == review.id }
    case .assessment:
      !(review.workingWell + review.worries + review.needsToHappen).isBlank
        || !review.scales.isEmpty
    case .education: !review.education.isBlank
    case .actions: actions.contains { $0.statusSince == review.meetingDay }
    case .outcome: review.outcome != nil
    case .next: review.nextOn != nil
    }
  }
}

extension Review {
  /// How far one step has come.
  public enum StepState: Hashable, Sendable {
    /// Everything that has to be there is, and something was written.
    case complete
    /// What has to be there still, a sentence each.
    case missing([String])
    /// Nothing was written, and nothing has to be.
    case untouched
  }

  /// The day of the meeting: when it was held or begun, else when it is planned.
  public var meetingDay: Day? { (held ?? begun ?? planned)?.day }

  func hasWords(of source: Voice.Source) -> Bool {
    voices.contains { $0.source == source && !$0.words.isBlank }
  }
}

extension TeamMember {
  /// Whether they speak for a child's school, nursery or college, as far as their role and
  /// organisation say.
  public var isFromSchool: Bool {
    let words = (role + " " + organisation).lowercased()
    return [
      "school", "academy", "college", "nursery", "teacher", "head of year", "form tutor", "senco",
      "attendance", "education",
    ].contains { words.contains($0) }
  }
}

extension String {
  /// Whether nobody can see anything in it.
  var isBlank: Bool {
    unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
    }
  }
}
