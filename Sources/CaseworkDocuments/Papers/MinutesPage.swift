import Casework

/// What stands on the minutes of a review, written with one pen.
struct MinutesPage {
  /// `Child in need review`.
  let title: String
  let family: String
  let forWhom: String
  /// `Fri 6 Nov 2026, 15:45, Carlton School`.
  let when: String
  /// `Signed off on …`; `Not signed off yet.`
  let signedOff: String
  /// Nil for a meeting that was held to its end.
  let unfinished: Unfinished?
  let present: [String]
  let apologies: [String]
  let voices: [VoiceGroup]
  let notHeard: [String]
  let goals: [RatedGoal]
  let columns: [Fact]
  let scales: [String]
  let education: [String]
  let actions: [ActionGroup]
  let outcome: [Fact]
  let next: String?
  let corrections: CorrectionsByPart
  let printed: String
  let review: Review
  /// For templates, which cannot count.
  let hasApologies, hasGoals, hasColumns, hasScales, hasEducation, hasOutcome: Bool

  init(_ make: MinutesMaker, on today: Day) {
    let (review, file, pen) = (make.review, make.file, make.pen)
    self.review = review
    let name = review.kind.meetingName
    title = name.prefix(1).uppercased() + name.dropFirst()
    family = "The \(pen.name(file.family.name)) family"
    forWhom = file.words(for: make.reader, pen)
    when = make.when
    signedOff = make.signedOff
    unfinished =
      review.held == nil
      ? Unfinished(missing: file.missing(in: review).map { pen.line($0.sentence) }) : nil
    present = review.attended.map(make.person)
    apologies = review.apologies.map(make.person)
    voices = make.voices
    notHeard = make.shared(review.whyNotHeard)
    goals = make.goals
    columns = [
      Fact(label: "Working well", lines: make.shared(review.workingWell)),
      Fact(label: "Worries", lines: make.shared(review.worries)),
      Fact(label: "Needs to happen", lines: make.shared(review.needsToHappen)),
    ].filter { !$0.lines.isEmpty }
    scales = make.scales
    education = make.shared(review.education)
    actions = make.actionGroups
    outcome = [
      Fact(label: "Outcome", lines: review.outcome.map { [$0.rawValue] } ?? []),
      Fact(label: "How it will last", lines: make.shared(review.sustainability)),
      Fact(label: "Who carries on", lines: make.shared(review.carriedOnBy)),
    ].filter { !$0.lines.isEmpty }
    next = make.next
    corrections = CorrectionsByPart(make)
    printed = "Printed on \(today.full)"
    hasApologies = !apologies.isEmpty
    hasGoals = !goals.isEmpty
    hasColumns = !columns.isEmpty
    hasScales = !scales.isEmpty
    hasEducation = !education.isEmpty
    hasOutcome = !outcome.isEmpty
  }
}

/// A meeting that was left before its end.
struct Unfinished {
  /// What is missing, a sentence each.
  let missing: [String]
}

/// Voices of one kind under a heading.
struct VoiceGroup {
  let heading: String
  let quotes: [Quote]
}

/// Somebody's words, who said them and who heard them.
struct Quote {
  let lines: [String]
  /// `Kayla, heard by Ms Grant`; nil when neither is known.
  let byline: String?
}

/// A goal with what each rater says of it.
struct RatedGoal {
  let number: Int
  let words: String
  let whose: String
  let ratings: [RatingRow]
}

/// One rater's number now and before, and their words.
struct RatingRow {
  let who: String
  let now: Int
  /// `was 4`; nil for a first rating.
  let before: Int?
  let words: [String]
}

/// What was wrong in one part once it was held; the words it was held with stand above it.
struct CorrectionLine {
  let lines: [String]
  /// `Corrected on Mon 9 Nov 2026 by Maya Osei: she came later.`
  let byline: String
}

/// Corrections by the part that they are about.
struct CorrectionsByPart {
  let present, childVoice, voices, goals, assessment, education, actions, outcome,
    next: [CorrectionLine]

  init(_ make: MinutesMaker) {
    present = make.corrections(.present)
    childVoice = make.corrections(.childVoice)
    voices = make.corrections(.voices)
    goals = make.corrections(.goals)
    assessment = make.corrections(.assessment)
    education = make.corrections(.education)
    actions = make.corrections(.actions)
    outcome = make.corrections(.outcome)
    next = make.corrections(.next)
  }
}
