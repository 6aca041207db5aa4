import Casework
import TextUI

/// One review at a glance: below or beside a list of reviews.
enum ReviewPreview {
  /// - Parameter review: nil for a review that is due and not planned.
  static func lines(
    _ file: FamilyFile, review: Review?, width: Int, _ context: Context
  ) -> [Line] {
    guard let review else { return unplanned(file, width: width, context) }
    var lines = [head(review, file, width)]
    if review.held == nil { lines += planned(review, file, width, context) }
    for (label, words) in [
      ("Working well", review.workingWell), ("Worried about", review.worries),
      ("Needs to happen", review.needsToHappen),
    ] where !words.isEmpty { lines += labelled(label, words, width: width) }
    for voice in review.voices where !voice.words.isEmpty {
      let label = voice.source == .child ? "Child says" : voice.source.label
      lines += labelled(label, "“\(voice.words)”", width: width, style: .voice)
    }
    lines += goals(file, width, context)
    if let outcome = review.outcome {
      let next = review.nextOn.map { "; next review \($0.words(on: context.today))" } ?? ""
      lines += labelled("Outcome", outcome.rawValue + next, width: width)
    }
    if !review.education.isEmpty {
      lines += labelled("Education", review.education, width: width)
    }
    if !review.sustainability.isEmpty {
      lines += labelled("How it lasts", review.sustainability, width: width)
    }
    if !review.supervisorNote.isEmpty {
      lines += labelled("Supervisor", review.supervisorNote, width: width)
    }
    return lines
  }

  private static func head(_ review: Review, _ file: FamilyFile, _ width: Int) -> Line {
    let held = file.reviews.compactMap { $0.held?.day }.sorted()
    var parts = [file.family.name]
    if let day = review.held?.day, let index = held.firstIndex(of: day) {
      parts.append("\(ordinal(index + 1)) review")
      if index > 0 {
        let weeks = day.days(since: held[index - 1]) / 7
        parts.append("\(counted(weeks, "week")) after the last")
      }
      let invited = Set(review.invited + review.attended + review.apologies).count
      if invited > 0 { parts.append("\(review.attended.count) of \(invited) came") }
    } else {
      parts.append(review.kind.rawValue)
    }
    return Line([
      Span(2, TextLayout.truncated(parts.joined(separator: " · "), to: width - 3), .heading)
    ])
  }

  private static func planned(
    _ review: Review, _ file: FamilyFile, _ width: Int, _ context: Context
  ) -> [Line] {
    guard let when = review.planned else { return [] }
    let time = when.time.map { " at \($0)" } ?? ""
    let place = review.place.isEmpty ? "" : ", \(review.place)"
    var lines = labelled("Planned", when.day.full + time + place, width: width)
    if !review.invited.isEmpty {
      let names = review.invited.map { file.name(of: $0) }.joined(separator: ", ")
      lines += labelled("Invited", names, width: width)
    }
    return lines
  }

  private static func unplanned(_ file: FamilyFile, width: Int, _ context: Context) -> [Line] {
    let dues = file.reviewsDue(settings: context.world.settings).filter { $0.planned == nil }
    let held = file.reviews.compactMap { review in review.held.map { ($0.day, review.kind.short) } }
    let since =
      held.max { $0.0 < $1.0 }.map { "Last held: \($1), \($0.words(on: context.today))." }
      ?? "None has been held yet."
    let days = dues.map { "\($0.kind.short) by \($0.day.words(on: context.today))" }
    let by = dues.isEmpty ? "" : " Due: \(days.joined(separator: ", "))."
    return [Line([Span(2, "\(file.family.name) · no review is planned", .heading)])]
      + labelled("Due", since + by + " Press e to plan it.", width: width)
      + goals(file, width, context)
  }

  private static func goals(
    _ file: FamilyFile, _ width: Int, _ context: Context
  ) -> [Line] {
    let parts = file.progress.open.filter { !$0.trend.isEmpty }.map { goal in
      let trend = trendWords(goal.trend.suffix(4).map(Double.init), context)
      return "\(trend)\(context.showsTables ? ":" : "") \(goal.goal.words)"
    }
    guard !parts.isEmpty else { return [] }
    return parts.enumerated().flatMap { index, part in
      labelled(
        index == 0 ? "Goals" : "", TextLayout.truncated(part, to: max(10, width - 20)), width: width
      )
    }
  }
}

extension Voice.Source {
  var label: String {
    switch self {
    case .child: "Child"
    case .family: "Family"
    case .school: "School"
    case .agencies: "Others"
    }
  }
}

/// `1st`, `2nd`, `3rd`, `11th`.
func ordinal(_ number: Int) -> String {
  let ending =
    switch (number % 100, number % 10) {
    case (11...13, _): "th"
    case (_, 1): "st"
    case (_, 2): "nd"
    case (_, 3): "rd"
    default: "th"
    }
  return "\(number)\(ending)"
}
