import Casework
import Testing

@Suite struct ProgressTests {
  private let today = Made.today
  private let mum = Party.person(Made.mum)
  private let kayla = Party.person(Made.kayla)
  private let grant = Party.member(Made.grant)

  private func progress(_ ratings: [Rating]) -> GoalProgress { progress(Made.goal(), ratings) }

  private func progress(_ goal: Goal, _ ratings: [Rating]) -> GoalProgress {
    GoalProgress(goal: goal, ratings: ratings)
  }

  /// The owner's ratings, so many days apart, the last today.
  private func line(_ scores: [Int], every days: Int = 30) -> [Rating] {
    scores.enumerated().map { index, score in
      Made.rating(100 + index, score, daysAgo: (scores.count - 1 - index) * days)
    }
  }

  @Test func `a goal stands where its owner rated it last, whatever others say`() {
    let found = progress([
      Made.rating(1, 3, daysAgo: 20), Made.rating(2, 6, daysAgo: 10),
      Made.rating(3, 1, daysAgo: 0, by: mum), Made.rating(4, 9, daysAgo: 0, goal: 99),
    ])

    #expect(found.now == 6)
    #expect(found.lines.map(\.by) == [kayla, mum])
    #expect(found.lastRatedOn == today)
  }

  @Test func `a goal that nobody rated stands nowhere`() {
    let found = progress(Made.goal(baseline: 4), [])

    #expect(found.now == nil && found.movement == nil && found.change == nil)
    #expect(found.lastRatedOn == nil && found.stuckSince == nil && found.gap == nil)
    #expect(found.trend == [])
  }

  @Test func `of two ratings on one day the one entered last counts`() {
    let found = progress([Made.rating(2, 7, daysAgo: 0), Made.rating(1, 3, daysAgo: 0)])

    #expect(found.now == 7)
    #expect(found.lines[0].points.count == 1)
  }

  @Test func `R-D4: movement is last minus first of the owner's, on different days`() {
    #expect(progress(line([3, 8, 6])).movement == 3)
    #expect(progress(line([6])).movement == nil)
    #expect(
      progress([Made.rating(1, 3, daysAgo: 0), Made.rating(2, 8, daysAgo: 0)]).movement == nil)
    #expect(
      progress([Made.rating(1, 3, daysAgo: 9, by: mum), Made.rating(2, 8, daysAgo: 0)]).movement
        == nil)
  }

  @Test func `R-D4: movement counts from the baseline where there is one`() {
    let goal = Made.goal(baseline: 2)

    #expect(progress(goal, line([5])).movement == 3)
    #expect(progress(goal, [Made.rating(1, 5, daysAgo: 100)]).movement == nil)
    #expect(
      progress(goal, [Made.rating(1, 4, daysAgo: 120), Made.rating(2, 5, daysAgo: 100)]).movement
        == 3)
  }

  @Test func `R-D4: the family's own goal takes everybody's ratings, one of each day`() {
    let goal = Made.goal(whose: nil)

    let sameDay = progress(
      goal, [Made.rating(1, 3, daysAgo: 0, by: mum), Made.rating(2, 7, daysAgo: 0)])
    let later = progress(
      goal, [Made.rating(1, 3, daysAgo: 9, by: mum), Made.rating(2, 7, daysAgo: 0)])

    #expect(sameDay.now == 7 && sameDay.movement == nil)
    #expect(later.movement == 4 && later.trend == [3, 7])
  }

  @Test(arguments: [
    (2, GoalProgress.Change.backwards), (3, .none), (4, .small), (5, .small), (6, .clear),
    (10, .clear),
  ])
  func `R-D5: three points up are a clear change, one or two a small one`(
    last: Int, change: GoalProgress.Change
  ) {
    #expect(progress(line([3, last])).change == change)
  }

  @Test(
    arguments: [
      ([4, 4, 4], 28, 0), ([5, 4, 4], 28, 0), ([4, 4, 3], 28, 0), ([3, 4, 4, 4], 28, 1),
      ([9, 9, 2, 2], 28, 0), ([2, 4, 4, 4, 4], 28, 1),
    ] as [([Int], Int, Int)])
  func `R-D6: three ratings in a row that do not rise over eight weeks are stuck`(
    scores: [Int], days: Int, first: Int
  ) {
    let ratings = line(scores, every: days)

    #expect(progress(ratings).stuckSince == ratings[first].day)
  }

  @Test(
    arguments: [
      ([4, 4], 60), ([4, 4, 4], 27), ([4, 4, 5], 60), ([3, 4, 4], 60), ([4, 3, 4], 60),
      ([10, 10, 10], 60), ([], 1),
    ] as [([Int], Int)])
  func `R-D6: two ratings, a shorter span, a rise, or the top of the scale are not stuck`(
    scores: [Int], days: Int
  ) {
    #expect(progress(line(scores, every: days)).stuckSince == nil)
  }

  @Test func `R-D6: a goal that is reached, or where it was hoped for, is not stuck`() {
    let ratings = line([6, 6, 6])

    #expect(progress(Made.goal(hopedFor: 7), ratings).stuckSince != nil)
    #expect(progress(Made.goal(hopedFor: 6), ratings).stuckSince == nil)
    #expect(progress(Made.goal(status: .reached), ratings).stuckSince == nil)
  }

  @Test(arguments: [
    (6, 3, 0, true), (6, 4, 0, false), (3, 6, 14, true), (3, 6, 15, false), (0, 10, 1, true),
  ])
  func `R-D7: raters three points apart within 14 days see it differently`(
    kaylas: Int, mums: Int, daysApart: Int, isGap: Bool
  ) {
    let found = progress([
      Made.rating(1, kaylas, daysAgo: daysApart), Made.rating(2, mums, daysAgo: 0, by: mum),
    ])

    #expect((found.gap != nil) == isGap)
    if let gap = found.gap {
      #expect(gap.points == abs(kaylas - mums))
      #expect(gap.higher == (kaylas > mums ? kayla : mum))
      #expect(gap.lowerScore == min(kaylas, mums))
    }
  }

  @Test func `R-D7: the latest rating of each counts, and the widest gap of several is told`() {
    let found = progress([
      Made.rating(1, 1, daysAgo: 20), Made.rating(2, 5, daysAgo: 2),
      Made.rating(3, 8, daysAgo: 3, by: mum), Made.rating(4, 1, daysAgo: 1, by: grant),
    ])

    #expect(found.gap == RaterGap(higher: mum, higherScore: 8, lower: grant, lowerScore: 1))
  }

  @Test func `the trend begins with the baseline, unless the first rating is of the same day`() {
    let goal = Made.goal(baseline: 2)

    #expect(progress(goal, line([4, 5])).trend == [2, 4, 5])
    #expect(progress(goal, [Made.rating(1, 3, daysAgo: 100)]).trend == [3])
    #expect(progress(line([4, 5])).trend == [4, 5])
  }

  // MARK: A family's goals together

  @Test func `goals come in the plan's order, the open ones first`() {
    let goals = [
      Made.goal(41, status: .reached, order: 1), Made.goal(42, order: 3), Made.goal(43, order: 2),
      Made.goal(44, order: 2),
    ]

    let family = FamilyProgress(goals: goals, ratings: [])

    #expect(family.goals.map(\.goal.id) == [id(43), id(44), id(42), id(41)])
    #expect(family.open.count == 3)
  }

  @Test func `the mean is that of the open goals that are rated`() {
    let goals = [
      Made.goal(41, baseline: 1), Made.goal(42, whose: mum), Made.goal(43, baseline: 9),
      Made.goal(44, status: .reached),
    ]
    let ratings = [
      Made.rating(1, 6, daysAgo: 3), Made.rating(2, 3, daysAgo: 2, by: mum, goal: 42),
      Made.rating(3, 10, daysAgo: 2, goal: 44),
    ]

    let family = FamilyProgress(goals: goals, ratings: ratings)

    #expect(family.mean == 4.5)
    #expect(family.movingUp == 1)
    #expect(FamilyProgress(goals: goals, ratings: []).mean == nil)
  }

  @Test func `the family's trend follows the days on which owners rated`() {
    let goals = [
      Made.goal(41, baseline: 2), Made.goal(42, whose: mum, baseline: 8, setOn: today - 15),
    ]
    let ratings = [
      Made.rating(1, 4, daysAgo: 20), Made.rating(2, 6, daysAgo: 10),
      Made.rating(3, 4, daysAgo: 0, by: mum, goal: 42),
    ]

    let family = FamilyProgress(goals: goals, ratings: ratings)

    // The second goal is set after the first day, and stands at its baseline on the second.
    #expect(family.trend(last: 4) == [4, 7, 5])
    #expect(family.trend(last: 1) == [5])
    #expect(FamilyProgress(goals: goals, ratings: []).trend(last: 4) == [])
  }

  @Test(arguments: UInt64(1)...30)
  func `whatever the ratings, the readings agree with each other`(seed: UInt64) {
    var random = SplitMix(state: seed)
    let parties = [kayla, mum, grant]
    let ratings = (0..<Int.random(in: 0...20, using: &random)).map { number in
      Made.rating(
        number, Int.random(in: 0...10, using: &random),
        daysAgo: Int.random(in: 0...150, using: &random),
        by: parties[Int.random(in: 0...2, using: &random)])
    }
    let goal = Made.goal(
      whose: Bool.random(using: &random) ? kayla : nil,
      baseline: Bool.random(using: &random) ? 5 : nil)

    let found = progress(goal, ratings)
    let shuffled = progress(goal, ratings.shuffled(using: &random))

    #expect(found == shuffled)
    #expect(found.trend.last == found.now)
    #expect(found.lines.allSatisfy { Set($0.points.map(\.day)).count == $0.points.count })
    #expect(found.gap.map { $0.points >= 3 && $0.higher != $0.lower } ?? true)
    #expect(found.stuckSince == nil || (found.ownersLine?.points.count ?? 0) >= 3)
    #expect((found.movement == nil) == (found.change == nil))
  }
}
