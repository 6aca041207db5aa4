import Casework
import Foundation
import Testing

@testable import CaseworkDocuments

/// The prints: what stands on them, and that it is safe where it stands.
@Suite struct PaperTests {
  static let today = Sample.today

  static func plan(_ file: FamilyFile, _ format: PaperFormat, for reader: Reader = .family) -> Paper
  {
    .plan(of: file, for: reader, as: format, on: today)
  }

  static func minutes(
    _ file: FamilyFile, _ format: PaperFormat, for reader: Reader = .family,
    of review: Int = 1
  ) -> Paper {
    .minutes(
      of: file.reviews[review], in: file, for: reader, as: format, on: today,
      names: [Sample.maya.id: Sample.maya.name])
  }

  @Test func `a plan as text reads from the family's words to the next meeting`() throws {
    var file = Sample.duffy
    try file.plan?.agree(
      on: Sample.day(2026, 9, 20), at: "the conference", by: [.person(Sample.kayla.id)],
      goals: file.goals, actions: file.actions)

    #expect(
      Self.plan(file, .text).text == """
        The Duffy family’s plan

        “We want mornings to be calmer.”

        For the family together
        Agreed on Sun 20 Sep 2026 at the conference, version 2.
        Agreed by Kayla.

        1. Getting to school on time
           (Kayla’s words)
           [x] Uncle Joe: walks with her (done)
           [ ] Nobody yet: has the twins (by Wed 18 Nov 2026)

        For the whole plan
           [ ] Uncle Joe: ring everyone

        If it isn’t working
          Nan Rose calls everyone together.

        Who keeps it going
          Uncle Joe

        A trusted person
          Kayla chose Ms Grant

        Next meeting
          Fri 18 Dec 2026, 10:00, Carlton School (child in need review)

        Printed on Sat 21 Nov 2026.

        """)
  }

  @Test func `minutes as text say who was there, what was said and how it stands`() {
    let text = Self.minutes(Sample.duffy, .text).text

    for line in [
      "Child in need review", "Sat 7 Nov 2026", "Signed off on Mon 9 Nov 2026 by Maya Osei.",
      "- Ms Grant, mentor", "  “It is quieter.”", "  (Kayla, heard by Ms Grant)",
      "  Sleep is better.", "- Dawn 4", "  continue",
    ] {
      #expect(text.contains("\(line)\n"), "\(line)\n\n\(text)")
    }
    #expect(!text.contains("NOT COMPLETE"))
  }

  @Test func `minutes of a meeting that was left before its end say so`() {
    var file = Sample.duffy
    file.reviews[0].begun = MeetingTime(day: Self.today)

    let text = Self.minutes(file, .text, of: 0).text

    #expect(text.contains("NOT COMPLETE: this meeting was not finished."))
    #expect(text.contains("Not signed off yet."))
    #expect(text.contains(file.missing(in: file.reviews[0]).first?.sentence ?? "nothing"))
  }

  @Test func `a rating stands beside the one before, and a correction beside what it corrects`() {
    var file = Sample.duffy
    file.ratings[0].reviewID = file.reviews[1].id
    file.ratings[0].words = "Only late once."
    file.ratings.append(
      Rating(
        id: Sample.id(30), familyID: file.family.id, goalID: file.goals[0].id,
        day: Sample.day(2026, 10, 9), score: 4, by: .person(Sample.kayla.id)))
    file.reviews[1].education = "Late four times."
    file.reviews[1].corrections = [
      Correction(
        by: Sample.maya.id, on: Sample.day(2026, 11, 10), part: .education,
        words: "Late five times.", why: "the register came later")
    ]

    let text = Self.minutes(file, .text).text

    #expect(text.contains("   Kayla 6 (was 4)\n     “Only late once.”\n"))
    #expect(
      text.contains(
        """
        Education
          Late four times.
          Corrected on Tue 10 Nov 2026 by Maya Osei: the register came later
            Late five times.

        """), "\(text)")
  }

  @Test func `a slip holds its reader's own actions only`() {
    let all = Paper.slips(in: Sample.duffy, as: .text, on: Self.today)
    let one = Paper.slip(of: .person(Sample.uncle.id), in: Sample.duffy, as: .text, on: Self.today)

    #expect(all.fileName == "duffy-slips-2026-11-21.txt")
    #expect(one.fileName == "duffy-slip-uncle-joe-2026-11-21.txt")
    #expect(all.text == one.text)
    #expect(one.text.contains("[x] walks with her (done)\n    for “Getting to school on time”\n"))
    #expect(one.text.contains("cut here"))
    #expect(!one.text.contains("has the twins"))
  }

  @Test func `points that were agreed besides are printed, refusals are not`() {
    var file = Sample.duffy
    file.conferences[0].agreement = Agreement(
      verdict: .agreedWithPoints, on: Sample.day(2026, 9, 12), points: "Nan Rose is told first.")
    let agreed = Self.plan(file, .html).text
    file.conferences[0].agreement?.verdict = .notSafe

    #expect(agreed.contains("Agreed besides: Nan Rose is told first."))
    #expect(!Self.plan(file, .html).text.contains("Nan Rose is told first."))
  }

  @Test(arguments: [
    ("Duffy", "duffy-plan-2026-11-21.html"), ("O’Brien-Peña", "obrien-pena-plan-2026-11-21.html"),
    ("../../etc/passwd", "etc-passwd-plan-2026-11-21.html"),
    ("الخطيب", "family-plan-2026-11-21.html"),
    ("", "family-plan-2026-11-21.html"), ("Ærø Łódź", "aero-lodz-plan-2026-11-21.html"),
    ("A\u{1b}[31m\nB", "a-31m-b-plan-2026-11-21.html"),
  ])
  func `a file's name is letters, digits and hyphens`(family: String, name: String) {
    var file = Sample.duffy
    file.family.name = family

    #expect(Self.plan(file, .html).fileName == name)
  }

  // MARK: Hostile words

  @Test func `HTML from people stays words`() {
    var file = Sample.duffy
    file.family.name = "<script>alert(1)</script>"
    file.goals[0].words = "\"><img src=x onerror=alert(1)> {{title}} &amp; 'a'"
    file.people[0].knownAs = "<b>K"

    for paper in [
      Self.plan(file, .html), Self.minutes(file, .html),
      Paper.slips(in: file, as: .html, on: Self.today),
    ] {
      #expect(!paper.text.contains("<script>"))
      #expect(!paper.text.contains("<img"))
      #expect(!paper.text.contains("<b>K"))
    }
    #expect(Self.plan(file, .html).text.contains("{{title}} &amp;amp; &#39;a&#39;"))
  }

  @Test func `an HTML print needs nothing else and runs nothing`() {
    for paper in [Self.plan(Sample.duffy, .html), Self.minutes(Sample.duffy, .html)] {
      #expect(paper.text.hasPrefix("<!DOCTYPE html>"))
      for word in ["<script", "http://", "https://", "@import", "url(", "<link", " src="] {
        #expect(!paper.text.contains(word), "\(word)")
      }
    }
  }

  @Test(arguments: [
    ("*bold* _it_ `code`", "\\*bold\\* \\_it\\_ \\`code\\`"),
    ("# no heading", "\\# no heading"), ("[x](y)", "\\[x\\](y)"), ("<b>", "\\<b\\>"),
    ("- no list", "\\- no list"), ("1. no list", "1\\. no list"), ("12) no", "12\\) no"),
    ("a - b 1. c", "a - b 1. c"), ("=====", "\\====="), ("a\\b", "a\\\\b"),
  ])
  func `marks that Markdown would obey are escaped, where it would`(words: String, written: String)
  {
    #expect(Pen(format: .markdown).line(words) == written)
  }

  @Test func `words that turn their direction turn nothing else`() {
    var file = Sample.duffy
    file.people[2].knownAs = "أمل"
    file.goals[0].words = "\u{202e}gnihton\u{2066}"

    let html = Self.plan(file, .html).text

    #expect(html.contains("\u{2068}أمل\u{2069}"))
    #expect(html.contains("\u{fffd}gnihton\u{fffd}"))
    for format in PaperFormat.allCases where format != .json {
      #expect(!Self.plan(file, format).text.contains("\u{202e}"))
    }
  }

  @Test(arguments: UInt64(1)...6)
  func `whatever people write, no print commands a terminal or grows too wide`(seed: UInt64) {
    var random = RandomCaseload(seed: seed, families: 6)

    for file in random.make().families {
      for format in PaperFormat.allCases {
        var papers = [
          Self.plan(file, format), Paper.slips(in: file, as: format, on: Self.today),
        ]
        papers += file.reviews.indices.map { Self.minutes(file, format, of: $0) }
        for text in papers.map(\.text) {
          let controls = text.unicodeScalars.filter {
            $0.properties.generalCategory == .control && $0 != "\n"
          }
          #expect(controls.isEmpty)
          guard format == .text else { continue }
          let widest = text.split(separator: "\n").map(columns).max() ?? 0
          #expect(widest <= 78)
        }
      }
    }
  }

  @Test func `JSON can be read, and says what it is`() throws {
    for (text, name) in [
      (Self.plan(Sample.duffy, .json).text, "kith plan"),
      (Self.minutes(Sample.duffy, .json).text, "kith minutes"),
      (Paper.slips(in: Sample.duffy, as: .json, on: Self.today).text, "kith slips"),
    ] {
      let value = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      #expect(value?["format"] as? String == name)
      #expect(value?["version"] as? Int == 1)
    }
  }
}
