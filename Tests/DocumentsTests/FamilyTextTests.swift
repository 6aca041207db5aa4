import Casework
import Testing

@testable import CaseworkDocuments

@Suite struct FamilyTextTests {
  private func text(_ file: FamilyFile = Sample.duffy, width: Int = 80) -> String {
    FamilyText.text(of: file, practitioners: [Sample.maya], on: Sample.today, width: width)
  }

  @Test func `a family reads from the overview to the record`() {
    #expect(
      text() == """
        Duffy · F-1
        -----------
          As of Sat 21 Nov 2026.
          Support: child in need since Tue 4 Aug 2026
          Status: open
          Lead professional: Maya Osei
          Locality: North
          Languages: English
          Safety: domestic abuse: in the past
          Note: young carer

        Now
        ---
          ! action overdue: has the twins (Wed 18 Nov)
          - seen differently: Getting to school on time (Kayla 6, Dawn 3)
          Next review: Fri 18 Dec, in 3 weeks
          Kayla said to Ms Grant on Sat 7 Nov: “It is quieter.”

        Family network
        --------------
          Kayla Duffy · 12 · year 8 at Carlton School · lives at home
            Trusts most: Ms Grant, their own choice, since Sat 12 Sep
          Dawn Duffy · mother of Kayla · lives at home · parental responsibility
            Sharing with Carlton School (plan and reviews): given Sat 12 Sep, withdrawn
              Mon 2 Nov, not shared today
          Joe Duffy · known as Uncle Joe
            Could help with: the walk to school

        Plan
        ----
          “We want mornings to be calmer.”
          Version 1, agreed on Sat 12 Sep 2026 at the conference.
          Kept going by: Uncle Joe

          1. Getting to school on time
             Kayla · attendance and lateness
             start 2 · now 6 · hoped for 8 · clear change
             Kayla says 6, Dawn says 3.
             ✓ Uncle Joe: walks with her (done since Mon 14 Sep)
             ! has the twins (by Wed 18 Nov, 3 days overdue)

          For the whole plan
             - Uncle Joe: ring everyone (not yet)
          If it isn't working: Nan Rose calls everyone together.

        Team around the family
        ----------------------
          Ms Grant · mentor · since Tue 1 Sep
          Family group conference: held on Sat 12 Sep · agreed by Kayla, Dawn
            Stage: review booked · said yes: Dawn · plan: agreed · given out Mon 14 Sep
              · review on Sat 19 Dec

        Reviews
        -------
          Fri 18 Dec 10:00 child in need, planned · Carlton School

          Sat 7 Nov child in need, signed off
            Came: Kayla, Ms Grant
            Voice of the child, Kayla: “It is quieter.” (to Ms Grant)
            Working well: Uncle Joe's walk; maths club.
              Sleep is better.
            Safe enough, 0 to 10: Dawn 4
            Outcome: continue
            Signed off: Mon 9 Nov by Maya Osei

        Record
        ------
          Tue 17 Nov 16:05 · visit · by Maya Osei
            Kayla up and dressed when I came. Talked about the science trip; she wants
            to go.
          Tue 3 Nov · child says · Kayla · to Ms Grant · by Maya Osei
            “I want mornings to be quiet.”

        """)
  }

  @Test func `an empty family says so in each section`() {
    var file = FamilyFile(family: Sample.duffy.family)
    file.family.setStatus(.closed, from: Sample.today)

    let lines = text(file).split(separator: "\n").map(String.init)

    #expect(lines.contains("  Nothing needs anybody today."))
    #expect(lines.contains("  Nobody is recorded yet."))
    #expect(lines.contains("  No goals yet."))
    #expect(lines.contains("  Nothing is recorded yet."))
  }

  @Test(arguments: [40, 60, 80, 120])
  func `no line is longer than the width`(width: Int) {
    let longest = text(width: width).split(separator: "\n").map(\.count).max() ?? 0

    #expect(longest <= width)
    #expect(longest > width / 2)
  }

  @Test func `words of people command no terminal`() {
    var random = RandomCaseload(seed: 21, families: 8)

    for file in random.make().families {
      let controls = FamilyText.text(of: file, practitioners: [], on: RandomCaseload.today)
        .unicodeScalars.filter { $0.properties.generalCategory == .control && $0 != "\n" }
      #expect(controls.isEmpty)
    }
  }

  @Test(arguments: [
    ("", 10, 10, []), ("one", 10, 10, ["one"]), ("one two", 7, 7, ["one two"]),
    ("one two", 6, 6, ["one", "two"]), ("one two three", 8, 5, ["one two", "three"]),
    ("abcdefgh", 3, 3, ["abc", "def", "gh"]), ("a abcdefgh", 4, 3, ["a", "abc", "def", "gh"]),
    ("a  b", 9, 9, ["a b"]), ("ab", 0, 0, ["a", "b"]),
  ])
  func `words wrap at their spaces, and long ones are cut`(
    text: String, first: Int, next: Int, lines: [String]
  ) {
    #expect(wrap(text, first: first, next: next) == lines)
  }
}
