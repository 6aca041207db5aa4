import Casework
import TextUI

// A family's sections, read out.

extension FamilyScreen: SpokenScreen {
  func spoken(_ context: Context) -> [Line] {
    guard let file else { return [Line([Span(0, missing ?? "")])] }
    switch section {
    case .overview: return FamilyOverview.lines(file, width: spokenWidth, context)
    case .plan: return plan.lines(file, width: spokenWidth, context)
    case .team: return team.lines(file, width: spokenWidth, context)
    case .reviews: return reviews.spoken(file, context)
    case .progress: return progress.spoken(file, context)
    case .record: return record.lines(file, width: spokenWidth, context)
    }
  }

  mutating func select(item: Int, _ context: Context) -> [Step] {
    switch section {
    case .plan: plan.cursor.item = item
    case .team: team.cursor.item = item
    case .reviews: reviews.cursor.index = item
    case .record: record.cursor.item = item
    case .overview, .progress: break
    }
    return []
  }

  var selectedItem: Int? {
    switch section {
    case .plan: plan.cursor.item
    case .team: team.cursor.item
    case .reviews: reviews.cursor.index
    case .record: record.cursor.item
    case .overview, .progress: nil
    }
  }
}

extension FamilyReviews {
  fileprivate func spoken(_ file: FamilyFile, _ context: Context) -> [Line] {
    let due = Line([Span(0, dueLine(file, context).words)])
    let all = reviews(file)
    guard !all.isEmpty else { return [due, Line([Span(0, "No review yet. a plans the first.")])] }
    return [due]
      + all.enumerated().map { item, review in
        let isOverdue = isOverdue(review, context)
        return spokenRow(
          cells(review, isOverdue: isOverdue, context), FamilyReviews.columns,
          flag: isOverdue ? "!" : "", item: item)
      }
  }
}

extension FamilyProgressSection {
  fileprivate func spoken(_ file: FamilyFile, _ context: Context) -> [Line] {
    guard let progress = selectedGoal(file) else {
      return [Line([Span(0, "No goal is set yet. a in the plan adds one.")])]
    }
    return chart(progress, file, context).spoken(context)
  }
}

extension GoalChart {
  /// The chart as a sentence for each person, or its table, and what the numbers say.
  fileprivate func spoken(_ context: Context) -> [Line] {
    guard !progress.lines.isEmpty else {
      return head(spokenWidth, context)
        + [Line([Span(0, "Nobody has rated it yet. r gives the first rating.")])]
    }
    let numbers = context.showsTables ? table(context) : sentences
    return head(spokenWidth, context) + (numbers + [sentence(context)]).map { Line([Span(0, $0)]) }
  }

  /// `Kayla: 2 on 12 Sep, 4 on 10 Oct`.
  private var sentences: [String] {
    progress.lines.map { line in
      let points = line.points.map { "\($0.score) on \($0.day.dayAndMonth)" }
      return "\(file.name(of: line.by)): \(points.joined(separator: ", "))."
    }
  }

  private func table(_ context: Context) -> [String] {
    let words = Dictionary(
      file.ratings.map { ($0.id, $0.words) }, uniquingKeysWith: { first, _ in first })
    return progress.lines.flatMap { line in line.points.map { (line.by, $0) } }
      .sorted { ($0.1.day, $0.1.rating) > ($1.1.day, $1.1.rating) }
      .map { by, point in
        let said = words[point.rating].flatMap { $0.isEmpty ? nil : ": “\($0)”" } ?? ""
        return
          "\(point.day.words(on: context.today)), \(file.name(of: by)), \(point.score)\(said)"
      }
  }
}
