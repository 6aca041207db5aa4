import Casework
import Testing

@Suite struct MissingPartsTests {
  private let today = Made.today

  private func sentences(_ change: (inout FamilyFile, inout Review) -> Void) -> [String] {
    var file = Made.fileInReview()
    var review = Made.wholeReview()
    change(&file, &review)
    return file.missing(in: review).map(\.sentence)
  }

  @Test func `¶31-35: nothing is missing in a review with every part, in a few words each`() {
    #expect(sentences { _, _ in } == [])
  }

  @Test func `¶31-35: a review that was only begun misses its parts in the order of its steps`() {
    let file = Made.fileInReview()
    let review = Review(
      id: id(52), familyID: Made.family, kind: .childInNeed, planned: MeetingTime(day: today),
      begun: MeetingTime(day: today))

    let missing = file.missing(in: review)

    #expect(
      missing.map(\.step) == [
        .present, .childVoice, .voices, .voices, .goals, .assessment, .assessment, .education,
        .outcome, .next,
      ])
    #expect(missing.first?.sentence == "Nobody is written down as here.")
  }

  @Test func `¶32: each child is heard by name, all together, or the reason is there`() {
    let lee = Person(id: id(13), familyID: Made.family, name: "Lee Duffy", isChild: true)
    let leesWords = "Lee's words are missing, or why they were not heard."

    #expect(sentences { file, _ in file.people.append(lee) } == [leesWords])
    #expect(
      sentences { file, review in
        file.people.append(lee)
        review.voices[0].speaker = nil
      } == [])
    #expect(
      sentences { file, review in
        file.people.append(lee)
        review.whyNotHeard = "Lee is two; he was seen at play."
      } == [])
    #expect(
      sentences { file, review in
        file.people.append(lee)
        review.voices[0].words = " \n"
      }.count == 2)
  }

  @Test func `¶32: the family is always asked, the school and agencies where they are in the team`()
  {
    #expect(
      sentences { _, review in review.voices.removeAll { $0.source == .family } } == [
        "What the family says is missing; “nothing to add” will do."
      ])
    #expect(
      sentences { file, _ in file.team[0].role = "form tutor" } == [
        "What the school says is missing; “nothing to add” will do."
      ])
    #expect(
      sentences { file, review in
        file.team[0].left = today - 1
        review.voices.removeAll { $0.source == .agencies }
      } == [])
    #expect(
      sentences { file, review in
        file.team[0].isLeadProfessional = true
        review.voices.removeAll { $0.source == .agencies }
      } == [])
    #expect(
      sentences { file, review in
        file.team[0].left = today - 1
        review.apologies = [.member(Made.grant)]
        review.voices.removeAll { $0.source == .agencies }
      }.count == 1)
  }

  @Test func `¶31: one rating at this review is enough, and only while a goal is open`() {
    let sentence = "No goal is rated yet; one is enough, by anybody."

    #expect(sentences { file, _ in file.ratings[0].reviewID = nil } == [sentence])
    #expect(sentences { file, _ in file.ratings[0].reviewID = id(99) } == [sentence])
    #expect(
      sentences { file, _ in
        file.ratings = []
        file.goals = [Made.goal(41, status: .reached), Made.goal(42, setOn: today + 1)]
      } == [])
  }

  @Test func `¶31: strengths are there, and worries or needs`() {
    #expect(
      sentences { _, review in review.workingWell = "" } == ["What is working well is missing."])
    #expect(sentences { _, review in review.worries = "" } == [])
    #expect(
      sentences { _, review in
        review.worries = ""
        review.needsToHappen = ""
      } == ["Worries, or what needs to happen, are missing; “no worries” will do."])
  }

  @Test(arguments: [(3, false), (4, true), (18, true), (19, false)])
  func `¶33: education is there for every child from 4 to 18`(age: Int, isAsked: Bool) {
    let missing = sentences { file, review in
      file.people[0].born = Day(year: 2026 - age, month: 1, day: 1)
      review.education = ""
    }

    #expect(missing == (isAsked ? ["Education is missing: Kayla."] : []))
  }

  @Test func `¶33: a child without a day of birth is asked about where a school is written down`() {
    #expect(
      sentences { file, review in
        file.people[0].born = nil
        review.education = ""
      } == [])
    #expect(
      sentences { file, review in
        file.people[0].born = nil
        file.people[0].school = "Carlton School"
        review.education = ""
      }.count == 1)
  }

  @Test func `¶34-35: stepping down says how it lasts, closing also who carries on`() {
    let lasts = "How it will last without us is missing."
    let carries = "Who carries on with what is missing."

    #expect(sentences { _, review in review.outcome = nil } == ["The outcome is missing."])
    #expect(sentences { _, review in review.outcome = .stepUp } == [])
    #expect(sentences { _, review in review.outcome = .stepDown } == [lasts])
    #expect(sentences { _, review in review.outcome = .close } == [lasts, carries])
    #expect(
      sentences { _, review in
        review.outcome = .close
        review.sustainability = "Nan has mornings."
        review.carriedOnBy = "School keeps the morning club."
        review.nextOn = nil
      } == [])
  }

  @Test func `¶31: the next day is set, unless the work closes`() {
    #expect(
      sentences { _, review in review.nextOn = nil } == ["The next review has no day yet."])
  }

  @Test func `a step is complete, missing something, or untouched`() {
    let file = Made.fileInReview()
    var review = Made.wholeReview()
    review.workingWell = ""

    #expect(file.stepState(of: .present, in: review) == .complete)
    #expect(
      file.stepState(of: .assessment, in: review)
        == .missing(["What is working well is missing."]))
    #expect(file.stepState(of: .actions, in: review) == .untouched)
  }
}
