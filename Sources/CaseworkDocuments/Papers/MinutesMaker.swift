import Casework

/// Puts the parts of a review's minutes into words, without what is withheld.
struct MinutesMaker {
  let review: Review
  let file: FamilyFile
  let reader: Reader
  let without: Withheld
  let pen: Pen
  let names: [Practitioner.ID: String]

  /// The day it was held, else began, else is planned.
  private var day: Day? { (review.held ?? review.begun ?? review.planned)?.day }

  /// The day of the review before this one; nil for the first.
  private var lastDay: Day? {
    guard let day else { return nil }
    return file.reviews.filter { $0.id != review.id }.compactMap { $0.held?.day }
      .filter { $0 < day }.max()
  }

  var when: String {
    let meeting = review.held ?? review.begun ?? review.planned
    let time = meeting?.time.map { ", \($0)" } ?? ""
    let place = review.place.isEmpty ? "" : ", \(pen.name(review.place))"
    return "\(meeting.map { pen.day($0.day) } ?? "No day yet")\(time)\(place)"
  }

  var signedOff: String {
    guard let signedOff = review.signedOff else { return "Not signed off yet." }
    let by = names[signedOff.by].map { " by \(pen.name($0))" } ?? ""
    return "Signed off on \(pen.day(signedOff.on))\(by)."
  }

  /// `Ms Grant, mentor`.
  func person(_ party: Party) -> String {
    let role = file.member(party.memberID).map { $0.role.isEmpty ? "" : ", \(pen.name($0.role))" }
    return pen.name(file.name(of: party)) + (role ?? "")
  }

  /// What was written for everybody; nothing where it is withheld.
  func shared(_ text: String) -> [String] { without.sharedWords ? [] : pen.paragraphs(text) }

  // MARK: Voices

  /// Whether somebody's words may stand there; words of nobody in particular go with everybody's.
  func isHeard(_ voice: Voice) -> Bool {
    if let speaker = voice.speaker {
      if case .member = speaker, without.sharedWords { return reader == .party(speaker) }
      return !without.voices.contains(speaker)
    }
    if case .party(.member) = reader { return !without.sharedWords }
    let childIDs = Set(file.people.filter(\.isChild).map(\.id))
    return !without.voices.contains { party in
      guard let person = party.personID else { return false }
      switch voice.source {
      case .child: return childIDs.contains(person)
      case .family: return true
      case .school, .agencies: return false
      }
    }
  }

  var voices: [VoiceGroup] {
    Voice.Source.allCases.compactMap { source in
      let quotes = review.voices.filter { $0.source == source && !$0.words.isEmpty && isHeard($0) }
        .map { voice in
          let parts = [
            voice.speaker.map { pen.name(file.name(of: $0)) },
            voice.heardBy.map { "heard by \(pen.name(file.name(of: $0)))" },
          ].compactMap(\.self)
          return Quote(
            lines: pen.quoted(voice.words),
            byline: parts.isEmpty ? nil : parts.joined(separator: ", "))
        }
      return quotes.isEmpty ? nil : VoiceGroup(heading: source.heading, quotes: quotes)
    }
  }

  var scales: [String] {
    review.scales.filter { !without.voices.contains($0.by) }
      .map { "\(pen.name(file.name(of: $0.by))) \($0.score)" }
  }

  // MARK: Goals

  /// Goals that the review looked at: rated there, or open on its day.
  var reviewedGoals: [Goal] {
    let rated = Set(file.ratings.filter { $0.reviewID == review.id }.map(\.goalID))
    return file.progress.goals.map(\.goal).filter { goal in
      if rated.contains(goal.id) { return true }
      guard let day else { return goal.status == .open }
      return goal.setOn <= day && (goal.status == .open || goal.statusSince >= day)
    }
  }

  var goals: [RatedGoal] {
    reviewedGoals.filter { !without.goals.contains($0.id) }.enumerated().map { index, goal in
      RatedGoal(
        number: index + 1, words: pen.line(day.map { goal.words(on: $0) } ?? goal.words),
        whose: "\(pen.name(file.name(of: goal.whose)))’s words", ratings: ratings(of: goal))
    }
  }

  private func ratings(of goal: Goal) -> [RatingRow] {
    let all = file.ratings.filter { $0.goalID == goal.id && !without.voices.contains($0.by) }
      .sorted { ($0.day, $0.id) < ($1.day, $1.id) }
    var rows: [RatingRow] = []
    for rating in all where rating.reviewID == review.id {
      let before = all.last { $0.by == rating.by && ($0.day, $0.id) < (rating.day, rating.id) }
      rows.append(
        RatingRow(
          who: pen.name(file.name(of: rating.by)), now: rating.score, before: before?.score,
          words: pen.quoted(rating.words)))
    }
    return rows
  }

  // MARK: Actions

  var actionGroups: [ActionGroup] {
    let goals = file.progress.goals.map { Optional($0.goal.id) } + [nil]
    let all = goals.flatMap { file.actions(of: $0) }.filter { !without.actions.contains($0.id) }
    func group(_ heading: String, _ belongs: (PlanAction) -> Bool) -> ActionGroup? {
      ActionGroup(heading, all.filter(belongs).map { ActionRow($0, file, pen, says: says($0)) })
    }
    guard let day else { return [group("Actions") { _ in true }].compactMap(\.self) }
    let since = lastDay ?? Day(number: .min)
    func isEarlier(_ action: PlanAction) -> Bool { action.statusSince <= day }
    return [
      group("Done") {
        [.done, .partly].contains($0.status) && isEarlier($0) && $0.statusSince > since
      },
      group("Not yet") { $0.status == .notYet && $0.statusSince < day },
      group("New") { $0.status == .notYet && $0.statusSince == day },
      group("Changed since this review") { !isEarlier($0) },
    ].compactMap(\.self)
  }

  /// `partly done`, `done on Fri 6 Nov 2026`; nil where its own days say enough.
  private func says(_ action: PlanAction) -> String? {
    switch action.status {
    case .notYet: nil
    case .partly: "partly done, \(pen.day(action.statusSince))"
    case .done: "done, \(pen.day(action.statusSince))"
    case .noLongerNeeded: "no longer needed"
    }
  }

  // MARK: What comes next

  /// `Fri 18 Dec 2026, 10:00, Carlton School`; nil when nothing is set, or it is withheld.
  var next: String? {
    guard !without.nextMeeting, let day = review.nextOn else { return nil }
    let planned = file.reviews.first { $0.id != review.id && $0.planned?.day == day }
    let time = planned?.planned?.time.map { ", \($0)" } ?? ""
    let place = planned.map { $0.place.isEmpty ? "" : ", \(pen.name($0.place))" } ?? ""
    return "\(pen.day(day))\(time)\(place)"
  }

  // MARK: Corrections

  /// Corrections of a part; none where something of that part is withheld.
  func corrections(_ part: Review.Step) -> [CorrectionLine] {
    guard !isTouched(part) else { return [] }
    return review.corrections.filter { $0.part == part }.map { correction in
      let by = names[correction.by].map { " by \(pen.name($0))" } ?? ""
      let why = correction.why.isEmpty ? "." : ": \(pen.line(correction.why))"
      return CorrectionLine(
        lines: pen.paragraphs(correction.words),
        byline: "Corrected on \(pen.day(correction.on))\(by)\(why)")
    }
  }

  /// Whether something that the minutes would say in a part is withheld.
  private func isTouched(_ part: Review.Step) -> Bool {
    if without.sharedWords { return true }
    switch part {
    case .present, .education, .outcome: return false
    case .childVoice, .voices, .assessment: return !without.voices.isEmpty
    case .goals: return !without.voices.isEmpty || !without.goals.isEmpty
    case .actions: return !without.actions.isEmpty
    case .next: return without.nextMeeting
    }
  }

  /// What is left out of these minutes, a sentence each.
  var leftOut: [String] {
    let goals = Set(reviewedGoals.map(\.id))
    let speakers = Set(
      review.voices.compactMap(\.speaker) + review.scales.map(\.by)
        + file.ratings.filter { $0.reviewID == review.id }.map(\.by))
    let reasons = without.items.filter { item in
      switch item.thing {
      case .goal(let id): goals.contains(id)
      case .action: true
      case .voice(let party): speakers.contains(party)
      case .nextMeeting: review.nextOn != nil
      case .sharedWords: true
      }
    }.map(\.reason)
    let unheard = review.voices.contains { $0.speaker == nil && !$0.words.isEmpty && !isHeard($0) }
    let others = review.voices.contains { $0.speaker?.memberID != nil && !isHeard($0) }
    let touched = Review.Step.allCases.filter { part in
      isTouched(part) && review.corrections.contains { $0.part == part }
    }
    return reasons + (others ? ["What other professionals said of the family."] : [])
      + (unheard
        ? ["Words whose speaker is not written down: they may be of somebody left out."] : [])
      + touched.map { "Corrections to “\($0.rawValue)”: they may say what is left out there." }
  }
}

extension Voice.Source {
  /// `The child’s voice`.
  fileprivate var heading: String {
    switch self {
    case .child: "The child’s voice"
    case .family: "The family"
    case .school: "School"
    case .agencies: "Other agencies"
    }
  }
}
