import Casework
import TextUI

extension Review.Step {
  /// `Who is here`, for a heading.
  var title: String { words.prefix(1).uppercased() + words.dropFirst() }

  /// For the column of steps.
  var short: String {
    switch self {
    case .childVoice: "Child's voice"
    case .voices: "Other voices"
    default: title
    }
  }

  /// Its place, 1 first.
  var number: Int { (Review.Step.allCases.firstIndex(of: self) ?? 0) + 1 }
}

/// What a review says, part by part, each with what corrects it.
struct ReviewWords {
  let file: FamilyFile
  let review: Review
  let width: Int
  let context: Context

  private var today: Day { context.today }

  /// The whole review: what changed before it, every part, then the supervisor.
  func lines() -> [Line] {
    let changed = file.changedSinceLast(review)
    var lines = [head, Line([Span(2, standing, .muted)])] + notes() + [.blank]
    if !changed.isEmpty {
      lines.append(.heading("Since the last review"))
      lines += changed.flatMap { indented($0, at: 4) } + [.blank]
    }
    for step in Review.Step.allCases {
      let part = part(step)
      guard !part.isEmpty else { continue }
      if [.goals, .assessment, .education].contains(step), lines.last != .blank {
        lines.append(.blank)
      }
      lines += part
      if [.goals, .assessment].contains(step) { lines.append(.blank) }
    }
    return lines
  }

  /// `Duffy · 3rd review, 5 weeks after the last · child in need`.
  private var head: Line {
    var parts = [file.family.name]
    let held = file.reviews.compactMap { $0.held?.day }.sorted()
    if let day = review.held?.day, let index = held.firstIndex(of: day) {
      let weeks = index > 0 ? day.days(since: held[index - 1]) / 7 : 0
      parts.append(
        "\(ordinal(index + 1)) review"
          + (weeks > 0 ? ", \(counted(weeks, "week")) after the last" : ""))
    }
    parts.append(review.kind.rawValue)
    return Line([
      Span(2, TextLayout.truncated(parts.joined(separator: " · "), to: width - 3), .heading)
    ])
  }

  /// `Tue 17 Nov at 15:30, Fleet Lane Primary · held, waits to be signed off`.
  private var standing: String {
    let when = review.when.map { moment in
      moment.day.words(on: today) + (moment.time.map { " at \($0)" } ?? "")
    }
    let place = [when, review.place.isEmpty ? nil : review.place].compactMap(\.self)
      .joined(separator: ", ")
    let state =
      switch review.state {
      case .held: "held, waits to be signed off"
      case .signedOff:
        "signed off by \(context.name(of: review.signedOff?.by))"
          + (review.signedOff.map { ", \($0.on.words(on: today))" } ?? "")
      default: review.state.rawValue
      }
    return TextLayout.truncated("\(place) · \(state)", to: width - 3)
  }

  /// What passed between the supervisor and the family's workers, the latest first.
  private func notes() -> [Line] {
    let returns = review.returns.reversed().flatMap { sent in
      var lines = quoted(
        "Sent back", sent.note, "\(context.shortName(of: sent.by)), \(sent.on.words(on: today))",
        width: width, labelStyle: .accent)
      if let on = sent.answeredOn {
        lines += quoted(
          "Answer", sent.answer,
          "\(context.shortName(of: sent.answeredBy)), \(on.words(on: today))",
          width: width, labelStyle: .accent)
      }
      return lines
    }
    let note =
      review.supervisorNote.isEmpty
      ? [] : labelled("Supervisor", review.supervisorNote, width: width)
    let all = returns + note
    return all.isEmpty ? [] : [.blank] + all
  }

  private func indented(_ text: String, at x: Int) -> [Line] {
    TextLayout.wrapped(text, to: max(10, width - x - 1)).map { Line([Span(x, $0)]) }
  }

  // MARK: One part

  /// One part and its corrections; empty when nothing was written.
  func part(_ step: Review.Step) -> [Line] {
    let words: [Line] =
      switch step {
      case .present: present
      case .childVoice: childVoice
      case .voices: others
      case .goals: goals
      case .assessment: columns + (columns.count > 1 && !scales.isEmpty ? [.blank] : []) + scales
      case .education: said("Education", review.education)
      case .actions: actions
      case .outcome: outcome
      case .next:
        said("Next review", review.nextOn.map { $0.words(on: today) } ?? "")
      }
    return words + review.corrections.filter { $0.part == step }.flatMap(corrected)
  }

  private func corrected(_ correction: Correction) -> [Line] {
    let why = correction.why.isEmpty ? "" : ": \(correction.why)"
    let by = "\(context.shortName(of: correction.by)), \(correction.on.words(on: today))\(why)"
    return labelled(
      "! Corrected", "“\(correction.words)” \(by)", width: width, labelStyle: .accent)
  }

  private func said(_ label: String, _ words: String) -> [Line] {
    words.isEmpty ? [] : labelled(label, words, width: width)
  }

  private func names(_ parties: [Party]) -> String {
    parties.map { file.name(of: $0) }.joined(separator: ", ")
  }

  private var present: [Line] {
    guard review.held != nil || review.begun != nil else {
      return said("Invited", names(review.invited))
    }
    let absent = review.invited.filter {
      !review.attended.contains($0) && !review.apologies.contains($0)
    }
    return said("Who came", names(review.attended)) + said("Apologies", names(review.apologies))
      + (review.attended.isEmpty ? [] : said("Did not come", names(absent)))
  }

  private var childVoice: [Line] {
    let voices = review.voices.filter { $0.source == .child && !$0.words.isEmpty }
    return voices.flatMap { voice in
      let name = voice.speaker.map { file.name(of: $0) } ?? "Children"
      let heard = voice.heardBy.map { "to \(file.name(of: $0))" } ?? ""
      return quoted(
        "\(name) \(voice.speaker == nil ? "say" : "says")", voice.words, heard, width: width)
    } + said("Not heard", review.whyNotHeard)
  }

  private var others: [Line] {
    Voice.Source.allCases.filter { $0 != .child }.flatMap { source in
      review.voices.filter { $0.source == source && !$0.words.isEmpty }.flatMap { voice in
        let by = voice.speaker.map { file.name(of: $0) } ?? ""
        return quoted(source.label, voice.words, by, width: width)
      }
    }
  }

  // MARK: Goals

  /// This review's ratings; of one written down without them, those of its day.
  private var ratings: [Rating] {
    let own = file.ratings.filter { $0.reviewID == review.id }
    guard own.isEmpty, let day = review.held?.day else { return own }
    return file.ratings.filter { $0.day == day && $0.reviewID == nil }
  }

  /// Each goal with every rater's number, then what they said with it.
  private var goals: [Line] {
    let ratings = ratings
    let rated = file.progress.goals.map(\.goal).filter { goal in
      ratings.contains { $0.goalID == goal.id }
    }
    guard !rated.isEmpty else { return [] }
    return [.heading("Goals")]
      + rated.flatMap { goal in
        let own = ratings.filter { $0.goalID == goal.id }
        let numbers = own.map { "\(file.name(of: $0.by)) \($0.score)" }.joined(separator: " · ")
        var asHeld = goal
        asHeld.words = review.held.map { goal.words(on: $0.day) } ?? goal.words
        return goalLines(asHeld, numbers)
          + own.filter { !$0.words.isEmpty }.flatMap { rating in
            TextLayout.wrapped(
              "\(file.name(of: rating.by)): “\(rating.words)”", to: max(10, width - 7)
            ).map { Line([Span(6, $0, .voice)]) }
          }
      }
  }

  private func goalLines(_ goal: Goal, _ numbers: String) -> [Line] {
    let room = width - 5
    let isOneLine = TextLayout.width(goal.words) + TextLayout.width(numbers) + 3 <= room
    if isOneLine {
      let x = width - 1 - TextLayout.width(numbers)
      return [Line([Span(4, goal.words), Span(x, numbers, .strong)])]
    }
    return indented(goal.words, at: 4)
      + TextLayout.wrapped(numbers, to: max(10, width - 7)).map { Line([Span(6, $0, .strong)]) }
  }

  // MARK: Where we are

  private var blocks: [(label: String, words: String)] {
    [
      ("Working well", review.workingWell), ("Worries", review.worries),
      ("Needs to happen", review.needsToHappen),
    ].filter { !$0.1.isEmpty }
  }

  /// Side by side where there is room, else one under the other, as where it is read out.
  private var columns: [Line] {
    let blocks = blocks
    guard width >= 72, blocks.count > 1, !context.isSpoken else {
      return blocks.flatMap { labelled($0.label, $0.words, width: width) }
    }
    let each = (width - 3 - 2 * (blocks.count - 1)) / blocks.count
    let texts = blocks.map { TextLayout.wrapped($0.words, to: each) }
    let heads = blocks.enumerated().map { Span(2 + $0 * (each + 2), $1.label, .heading) }
    return [Line(heads)]
      + (0..<(texts.map(\.count).max() ?? 0)).map { row in
        Line(
          texts.enumerated().compactMap { column, text in
            text.indices.contains(row) ? Span(2 + column * (each + 2), text[row]) : nil
          })
      }
  }

  private var scales: [Line] {
    said(
      "0 to 10",
      review.scales.map { "\(file.name(of: $0.by)) \($0.score)" }.joined(separator: " · "))
  }

  // MARK: Actions and outcome

  /// What was done between the review before and this one, and what is still to do.
  private var actions: [Line] {
    guard let day = review.meetingStart else { return [] }
    let before = file.reviews.compactMap { $0.held?.day }.filter { $0 < day }.max()
    let done = file.actions.filter { action in
      action.status == .done && action.statusSince <= day
        && before.map { action.statusSince > $0 } ?? true
    }
    let open = file.actions.filter { $0.status == .notYet || $0.status == .partly }
    func list(_ label: String, _ actions: [PlanAction], _ style: Style) -> [Line] {
      actions.enumerated().flatMap { index, action in
        labelled(index == 0 ? label : "", words(action), width: width, style: style)
      }
    }
    return list("✓ Done", done, .text)
      + (review.held == nil ? list("Not yet", open, .text) : [])
  }

  private func words(_ action: PlanAction) -> String {
    let who = action.who.map { "\(file.name(of: $0)): " } ?? ""
    return who + action.words + (action.howItWent.isEmpty ? "" : " (\(action.howItWent))")
  }

  private var outcome: [Line] {
    said("Outcome", review.outcome?.rawValue ?? "") + said("How it lasts", review.sustainability)
      + said("Carried on by", review.carriedOnBy)
  }

  /// What a part says, in one piece of text: for whoever corrects it.
  static func plainWords(of step: Review.Step, _ review: Review, in file: FamilyFile) -> String {
    func names(_ parties: [Party]) -> String {
      parties.map { file.name(of: $0) }.joined(separator: ", ")
    }
    func words(_ sources: [Voice.Source]) -> String {
      review.voices.filter { sources.contains($0.source) }.map { "“\($0.words)”" }
        .joined(separator: " ")
    }
    let parts: [String] =
      switch step {
      case .present: [names(review.attended)]
      case .childVoice: [words([.child]), review.whyNotHeard]
      case .voices: [words([.family, .school, .agencies])]
      case .goals:
        file.ratings.filter { $0.reviewID == review.id }.map {
          "\(file.name(of: $0.by)) \($0.score)"
        }
      case .assessment: [review.workingWell, review.worries, review.needsToHappen]
      case .education: [review.education]
      case .actions: []
      case .outcome:
        [review.outcome?.rawValue ?? "", review.sustainability, review.carriedOnBy]
      case .next: [review.nextOn?.full ?? ""]
      }
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

extension Review {
  /// The day it was held or begun; nil while it is planned.
  var meetingStart: Day? { (held ?? begun)?.day }
}
