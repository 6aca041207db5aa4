import Casework
import Testing
import TextUI

@testable import KithApp

/// Every form keeps what is typed, however it is left: one mechanism, and a table of all forms.
@MainActor
@Suite(.serialized)
struct DraftTests {
  /// The place of a form in the table. A new form does not compile until it stands here, and fails
  /// until it has a sample below.
  private static func place(of purpose: FormPurpose) -> Int {
    switch purpose {
    case .family: 0
    case .person: 1
    case .member: 2
    case .consent: 3
    case .trusted: 4
    case .plan: 5
    case .agreement: 6
    case .goal: 7
    case .action: 8
    case .rating: 9
    case .review: 10
    case .note: 11
    case .childWords: 12
    case .conference: 13
    case .practitioner: 14
    case .offer: 15
    case .referral: 16
    case .baseline: 17
    case .invitation: 18
    case .safety: 19
    case .stop: 20
    case .verdict: 21
    case .meetingStep: 22
    case .ratingWords: 23
    case .sendBack: 24
    case .answer: 25
    case .correction: 26
    case .printPlan: 27
    case .printMinutes: 28
    }
  }

  private static func samples(_ file: FamilyFile) throws -> [FormPurpose] {
    let family = file.family.id
    let goal = try #require(file.goals.first).id
    let review = try #require(file.reviews.first { $0.held != nil }).id
    let rating = try #require(file.ratings.first).id
    let person = try #require(file.people.first).id
    return [
      .family(nil), .family(family), .person(family, nil), .person(family, person),
      .member(family, nil), .member(family, file.team.first?.id),
      .consent(family, nil, of: nil), .trusted(family, nil), .plan(family), .agreement(family),
      .goal(family, nil), .goal(family, goal), .action(family, goal: goal, nil),
      .action(family, goal: goal, file.actions.first?.id), .rating(family, goal),
      .review(family, nil), .note(family, nil), .childWords(family), .conference(family),
      .practitioner(nil), .offer(family, to: person), .referral(family), .baseline(family),
      .invitation(family, nil), .safety(family), .stop(family), .verdict(family),
    ]
      // Goals and actions of a meeting are rows that act, not forms.
      + Review.Step.allCases.filter { $0 != .goals && $0 != .actions }
      .map { .meetingStep(family, review, $0) } + [
        .ratingWords(family, rating), .sendBack(family, review), .answer(family, review),
        .correction(family, review), .printPlan(family), .printMinutes(family, review),
      ]
  }

  /// How a form may be left without being saved.
  enum Way: CaseIterable { case escape, suspended, hungUp, resting }

  @Test func `every form has a sample, and its key is read back`() async throws {
    let desk = try await Desk.demo()
    let samples = try Self.samples(try await desk.file("Duffy"))

    #expect(Set(samples.map(Self.place)) == Set(0...28))
    for purpose in samples { #expect(FormPurpose(key: purpose.key)?.key == purpose.key) }
  }

  @Test(arguments: Way.allCases)
  func `every form keeps what is typed, however I leave it`(_ way: Way) async throws {
    let store = try await DemoStore.make()
    for purpose in try Self.samples(try await store.desk().file("Duffy")) {
      let desk = try store.desk()
      desk.app.open(purpose)
      desk.settle()
      let typed = try Self.type(at: desk, purpose)

      switch way {
      case .escape: desk.press(.escape)
      case .suspended: desk.press(.control("z"))
      case .hungUp:
        desk.terminal.feed([.interrupted(.hangUp)])
        desk.settle()
      case .resting: desk.rest()
      }

      let kept = try await store.store.drafts(of: desk.app.context.me.id)
        .first { $0.key == purpose.key }
      if purpose.isPrint {
        #expect(kept == nil, "\(purpose.key) prints, and keeps nothing")
        continue
      }
      #expect(kept != nil, "\(way): \(purpose.key)")
      let again = try store.desk()
      again.app.open(purpose)
      again.settle()
      let form = try #require(again.app.sheet?.form)
      #expect(form.values == typed.values, "\(way): \(purpose.key)")
      #expect(form.focus == typed.focus && form.place?.caret == typed.place?.caret)
      #expect(again.shows("Draft from 09:00 restored · Ctrl-N starts afresh"), "\(purpose.key)")
    }
  }

  /// Types into the first field that takes text, else changes the first there is.
  private static func type(at desk: Desk, _ purpose: FormPurpose) throws -> Form {
    let count = try #require(desk.app.sheet?.form.fields.count)
    for _ in 0..<count where desk.app.sheet?.form.editsText == false { desk.press(.tab) }
    if desk.app.sheet?.form.editsText == true {
      desk.type("Zoë said so")
      desk.press(.left, .left)
      desk.type("!")
    } else {
      for key in [.right, Key(" "), Key("5")] as [Key] where desk.app.sheet?.isChanged == false {
        desk.press(key)
      }
    }
    #expect(desk.app.sheet?.isChanged == true, "nothing could be typed into \(purpose.key)")
    return try #require(desk.app.sheet?.form)
  }
}
