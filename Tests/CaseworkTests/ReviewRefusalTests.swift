import Casework
import Testing

@Suite struct ReviewRefusalTests {
  private let today = Made.today
  private let maya = Practitioner(id: Made.maya, name: "Maya Osei", role: .practitioner, team: "N")
  private let ruth = Practitioner(id: id(32), name: "Ruth Bell", role: .supervisor, team: "N")
  private let dan = Practitioner(id: id(33), name: "Dan Lane", role: .supervisor, team: "N")

  private var file: FamilyFile {
    var file = Made.fileInReview()
    file.family.leadProfessional = Made.maya
    return file
  }

  /// What is refused of a review that was held whole.
  /// What was done to the review before.
  private struct Former {
    var change: (inout Review) -> Void

    init(_ change: @escaping (inout Review) -> Void) {
      self.change = change
    }
  }

  private func refused(
    by practitioner: Practitioner, after before: Former = Former { _ in },
    _ change: (inout Review) -> Void
  ) -> [String] {
    var old = Made.wholeReview()
    old.held = MeetingTime(day: today)
    before.change(&old)
    var new = old
    change(&new)
    return refused(old, new, by: practitioner)
  }

  private func refused(_ old: Review?, _ new: Review?, by practitioner: Practitioner) -> [String] {
    var file = file
    if let old { file.put(.review(old)) }
    return file.refusals(
      of: [Change(before: old.map(Record.review), after: new.map(Record.review))], by: practitioner,
      on: today
    ).map(\.sentence)
  }

  private func sent(_ note: String = "And Lee?", answer: String = "") -> SentBack {
    SentBack(
      by: ruth.id, on: today, note: note, answer: answer,
      answeredBy: answer.isEmpty ? nil : maya.id, answeredOn: answer.isEmpty ? nil : today)
  }

  // MARK: Holding

  @Test func `¶31-35: a review is held only when nothing is missing`() {
    let underway = Made.wholeReview()
    var held = underway
    held.held = MeetingTime(day: today)
    var short = held
    short.outcome = nil

    #expect(refused(underway, held, by: maya) == [])
    #expect(refused(underway, short, by: maya) == ["The outcome is missing."])
  }

  @Test func `¶31-35: what the same edit brings counts, as a rating given at the review`() {
    var before = file
    let rating = before.ratings.removeFirst()
    let underway = Made.wholeReview()
    before.reviews = [underway]
    var held = underway
    held.held = MeetingTime(day: today)
    let holding = Change(before: .review(underway), after: .review(held))

    let without = before.refusals(of: [holding], by: maya, on: today)
    let with = before.refusals(
      of: [Change(before: nil, after: .rating(rating)), holding], by: maya, on: today)

    #expect(without.map(\.field) == ["held"] && with == [])
  }

  @Test func `a review that is only planned or underway may change, stop and go`() {
    let underway = Made.wholeReview()
    var changed = underway
    changed.worries = ""
    changed.cancelledOn = today
    var signed = underway
    signed.signedOff = SignOff(by: ruth.id, on: today)

    #expect(refused(underway, changed, by: maya) == [])
    #expect(refused(underway, nil, by: maya) == [])
    #expect(refused(underway, signed, by: ruth).count == 1)
  }

  @Test func `a review that is new is asked as one that was planned`() {
    var held = Review(id: id(53), familyID: Made.family, kind: .childInNeed)
    #expect(refused(nil, held, by: maya) == [])
    held.held = MeetingTime(day: today - 400)

    #expect(!refused(nil, held, by: maya).isEmpty)

    var signed = Made.wholeReview()
    signed.held = MeetingTime(day: today)
    signed.signedOff = SignOff(by: ruth.id, on: today)
    #expect(!refused(nil, signed, by: ruth).isEmpty)
  }

  // MARK: Frozen

  @Test func `a review that was held is frozen, cannot be un-held and cannot be removed`() {
    let frozen = ["This review was held and stays as it is; write a correction beside it."]
    var held = Made.wholeReview()
    held.held = MeetingTime(day: today)

    #expect(refused(by: maya) { $0.worries = "None" } == frozen)
    #expect(refused(by: ruth) { $0.attended = [] } == frozen)
    #expect(refused(by: maya) { $0.nextOn = nil } == frozen)
    #expect(refused(by: maya) { $0.held = nil } == frozen)
    #expect(refused(held, nil, by: maya) == ["A review that was held cannot be removed."])
  }

  @Test func `a family that goes whole takes its held reviews with it`() {
    var file = file
    var held = Made.wholeReview()
    held.held = MeetingTime(day: today)
    file.put(.review(held))

    let all = file.records.reversed().map { Change(before: $0, after: nil) }

    #expect(file.refusals(of: all, by: maya, on: today) == [])
  }

  @Test func `a correction is added beside what was held, in one's own name, and stays`() {
    let mine = Correction(by: maya.id, on: today, part: .present, words: "Lee was here too.")
    let theirs = Correction(by: ruth.id, on: today, part: .present, words: "Lee was here too.")
    let empty = Correction(by: maya.id, on: today, part: .present, words: " ")

    #expect(refused(by: maya) { $0.corrections = [mine] } == [])
    #expect(
      refused(by: maya, after: Former { $0.signedOff = SignOff(by: ruth.id, on: today) }) {
        $0.corrections = [mine]
      } == [])
    #expect(
      refused(by: maya) { $0.corrections = [theirs] } == ["Write a correction in your own name."])
    #expect(
      refused(by: maya) { $0.corrections = [empty] } == [
        "A correction needs words: what should it say?"
      ])
    #expect(
      refused(by: maya, after: Former { $0.corrections = [mine] }) { $0.corrections = [] } == [
        "A correction stays as it is; add another one."
      ])
  }

  // MARK: Signing off

  @Test func `only a supervisor signs off, in their own name, and only they take it back`() {
    let signed = SignOff(by: ruth.id, on: today)

    #expect(refused(by: ruth) { $0.signedOff = signed } == [])
    #expect(refused(by: maya) { $0.signedOff = SignOff(by: maya.id, on: today) }.count == 1)
    #expect(refused(by: dan) { $0.signedOff = signed } == ["Sign off in your own name."])
    #expect(refused(by: ruth, after: Former { $0.signedOff = signed }) { $0.signedOff = nil } == [])
    #expect(
      refused(by: dan, after: Former { $0.signedOff = signed }) { $0.signedOff = nil } == [
        "Only who signed it off can take that back."
      ])
    #expect(
      refused(by: dan, after: Former { $0.signedOff = signed }) {
        $0.signedOff = SignOff(by: dan.id, on: today)
      } == ["This review is signed off already."])
  }

  @Test func `a review that was sent back is signed off once it has an answer`() {
    let signed = SignOff(by: ruth.id, on: today)

    #expect(
      refused(by: ruth, after: Former { $0.returns = [sent()] }) { $0.signedOff = signed } == [
        "It was sent back and has no answer yet; sign it off after that."
      ])
    #expect(
      refused(by: ruth, after: Former { $0.returns = [sent(answer: "Lee was at Nan’s.")] }) {
        $0.signedOff = signed
      } == [])
  }

  @Test func `the supervisor's note is a supervisor's`() {
    #expect(refused(by: ruth) { $0.supervisorNote = "Well heard." } == [])
    #expect(refused(by: maya) { $0.supervisorNote = "Well heard." }.count == 1)
  }

  // MARK: Sending back

  @Test func `only a supervisor sends back, with a note, what is not signed off or sent back`() {
    let signed = SignOff(by: ruth.id, on: today)

    #expect(refused(by: ruth) { $0.returns = [sent()] } == [])
    #expect(
      refused(by: maya) { $0.returns = [sent()] } == ["Only a supervisor sends a review back."])
    #expect(refused(by: dan) { $0.returns = [sent()] } == ["Send it back in your own name."])
    #expect(refused(by: ruth) { $0.returns = [sent(" ")] } == ["Say in a note what is missing."])
    #expect(
      refused(by: ruth, after: Former { $0.signedOff = signed }) { $0.returns = [sent()] } == [
        "This review is signed off already."
      ])
    #expect(
      refused(by: ruth, after: Former { $0.returns = [sent()] }) { $0.returns.append(sent()) } == [
        "It was sent back already and has no answer yet."
      ])
    #expect(
      refused(by: ruth, after: Former { $0.returns = [sent(answer: "He was.")] }) {
        $0.returns.append(sent())
      }
        == [])
  }

  @Test func `one of the family's workers answers, in words, once`() {
    let answered = sent(answer: "Lee was at Nan’s.")
    var byDan = answered
    byDan.answeredBy = dan.id
    var reworded = answered
    reworded.note = "Nothing"

    #expect(
      refused(by: maya, after: Former { $0.returns = [sent()] }) { $0.returns = [answered] } == [])
    #expect(
      refused(by: maya, after: Former { $0.returns = [sent()] }) {
        $0.returns[0].answeredOn = today
      } == [
        "An answer needs words."
      ])
    #expect(
      refused(by: dan, after: Former { $0.returns = [sent()] }) { $0.returns = [answered] } == [
        "Answer in your own name."
      ])
    #expect(
      refused(by: dan, after: Former { $0.returns = [sent()] }) { $0.returns = [byDan] } == [
        "Somebody who works with this family answers it."
      ])
    #expect(
      refused(by: maya, after: Former { $0.returns = [sent()] }) { $0.returns = [reworded] }.count
        == 1)
    #expect(
      refused(by: maya, after: Former { $0.returns = [answered] }) { $0.returns[0].answer = "x" }
        .count == 1)
    #expect(
      refused(by: ruth, after: Former { $0.returns = [answered] }) { $0.returns = [] }.count == 1)
  }

  @Test func `who sent it back may take that back while it has no answer`() {
    #expect(refused(by: ruth, after: Former { $0.returns = [sent()] }) { $0.returns = [] } == [])
    #expect(
      refused(by: maya, after: Former { $0.returns = [sent()] }) { $0.returns = [] }.count == 1)
  }
}
