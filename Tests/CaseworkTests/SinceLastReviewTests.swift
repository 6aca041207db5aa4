import Casework
import Testing

@Suite struct SinceLastReviewTests {
  private let today = Made.today

  /// Two reviews, 42 days apart, the second today.
  private func file() -> FamilyFile {
    var file = Made.file()
    file.reviews = [Made.review(51, held: today - 42), Made.review(52, held: today)]
    file.goals = [Made.goal(41, baseline: 2)]
    return file
  }

  private func changed(_ change: (inout FamilyFile) -> Void) -> [String] {
    var file = file()
    change(&file)
    return file.changedSinceLast(file.reviews[1])
  }

  @Test func `the first review has nothing before it`() {
    var file = file()
    file.ratings = [Made.rating(1, 4, daysAgo: 50)]

    #expect(file.changedSinceLast(file.reviews[0]) == [])
    #expect(file.reviewBefore(file.reviews[1])?.id == id(51))
    #expect(file.reviewBefore(file.reviews[0]) == nil)
  }

  @Test func `a planned review is compared with the last that was held`() {
    var file = file()
    file.reviews.append(Made.review(53, planned: today + 30))

    #expect(file.reviewBefore(file.reviews[2])?.id == id(52))
  }

  @Test func `goals that moved are told by their owner's eyes, from what stood at the last`() {
    #expect(
      changed { $0.ratings = [Made.rating(1, 4, daysAgo: 42), Made.rating(2, 6, daysAgo: 0)] }
        == ["“Goal 41” went up from 4 to 6."])
    #expect(
      changed { $0.ratings = [Made.rating(1, 1, daysAgo: 10)] } == [
        "“Goal 41” went down from 2 to 1."
      ])
    #expect(
      changed { file in
        file.ratings = [
          Made.rating(1, 4, daysAgo: 60), Made.rating(2, 4, daysAgo: 0),
          Made.rating(3, 9, daysAgo: 0, by: .person(Made.mum)),
        ]
      } == [])
  }

  @Test func `goals that are new or ended are told`() {
    let sentences = changed { file in
      file.goals.append(Made.goal(42, order: 2, setOn: today - 41))
      file.goals.append(Made.goal(43, order: 3, setOn: today - 42))
      file.goals[0].status = .reached
      file.goals[0].statusSince = today - 1
    }

    #expect(sentences == ["“Goal 41” is reached.", "New goal: “Goal 42”."])
  }

  @Test func `actions that were done, and those past their day, are told`() {
    let sentences = changed { file in
      file.actions = [
        Made.action(61, by: today - 3, status: .done), Made.action(62, by: today - 3),
        Made.action(63, by: today), Made.action(64, by: nil, status: .partly),
        Made.action(65, by: today - 60, status: .done),
      ]
      for index in 0..<4 { file.actions[index].statusSince = today - 5 }
    }

    #expect(
      sentences == [
        "Done: Action 61.", "Partly done: Action 64.", "1 action past the day, not done yet.",
      ])
  }

  @Test func `of a review that lies ahead, what is to be done by then is not called late`() {
    let sentences = changed { file in
      file.reviews[1] = Made.review(52, planned: today + 27)
      file.actions = [Made.action(61, by: today + 6), Made.action(62, by: today + 60)]
    }

    #expect(sentences == ["1 action to be done before it, not done yet."])
  }

  @Test func `who joined and left is told, and a new level of support`() {
    let sentences = changed { file in
      file.team[0].joined = today - 30
      file.team.append(
        TeamMember(
          id: id(22), familyID: Made.family, name: "Mr Webb", role: "head of year",
          joined: today - 200, left: today - 1))
      file.family.setSupportLevel(.earlyHelp, from: today - 42)
      file.family.setSupportLevel(.childProtection, from: today - 20)
    }

    #expect(
      sentences == [
        "Ms Grant joined the team.", "Mr Webb left the team.",
        "Support is child protection since 1 Nov.",
      ])
  }

  // MARK: Raters

  @Test func `those who came are asked for ratings: owners, children, family, who rated before`() {
    var file = file()
    let lee = Person(
      id: id(13), familyID: Made.family, name: "Lee Duffy", born: Day(number: 17_000),
      isChild: true)
    let shah = TeamMember(id: id(22), familyID: Made.family, name: "Dr Shah", role: "CAMHS")
    file.people.append(lee)
    file.team.append(shah)
    file.goals = [Made.goal(41, whose: .person(Made.mum)), Made.goal(42, whose: nil)]
    file.ratings = [Made.rating(1, 5, daysAgo: 60, by: .member(Made.grant))]
    var review = file.reviews[1]
    review.attended = [
      .member(shah.id), .member(Made.grant), .person(lee.id), .person(Made.mum),
    ]

    #expect(
      file.raters(at: review) == [.person(Made.mum), .person(lee.id), .member(Made.grant)])
    review.attended = []
    #expect(
      file.raters(at: review) == [
        .person(Made.mum), .person(Made.kayla), .person(lee.id), .member(Made.grant),
      ])
  }
}
