import Casework

extension MinutesPage {
  /// `format` is `kith minutes`, `version` 1; days as `2026-11-27`, words as they were said.
  func json(_ file: FamilyFile, on today: Day) -> String {
    JSONWriter.text { json in
      json.objects("actions", actions) { group, json in
        json.objects("actions", group.actions) { $0.write(to: &$1) }
        json.member("heading", group.heading)
      }
      json.member("apologies", apologies)
      json.objects("assessment", columns, writeFact)
      json.member("complete", unfinished == nil)
      json.objects("corrections", corrections.all) { correction, json in
        json.member("part", correction.part.rawValue)
        json.member("said", correction.line.byline)
        json.member("words", correction.line.lines)
      }
      json.member("education", education)
      json.member("family", file.family.name)
      json.member("for", forWhom)
      json.member("format", "kith minutes")
      json.objects("goals", goals) { goal, json in
        json.objects("ratings", goal.ratings) { rating, json in
          json.member("before", rating.before)
          json.member("by", rating.who)
          json.member("now", rating.now)
          json.member("words", rating.words)
        }
        json.member("whose", goal.whose)
        json.member("words", goal.words)
      }
      json.member("kind", review.kind)
      json.member("missing", unfinished?.missing ?? [])
      json.member("next", next)
      json.member("notHeard", notHeard)
      json.objects("outcome", outcome, writeFact)
      json.member("present", present)
      json.member("printedOn", today)
      json.member("scales", scales)
      json.member("signedOff", signedOff)
      json.member("version", 1)
      json.objects("voices", voices) { group, json in
        json.member("heading", group.heading)
        json.objects("quotes", group.quotes) { quote, json in
          json.member("said", quote.byline)
          json.member("words", quote.lines)
        }
      }
      json.member("when", when)
    }
  }

  private func writeFact(_ fact: Fact, _ json: inout JSONWriter) {
    json.member("label", fact.label)
    json.member("says", fact.lines)
  }
}

extension CorrectionsByPart {
  /// Each with its part, in the order of the steps.
  fileprivate var all: [(part: Review.Step, line: CorrectionLine)] {
    let parts: [(Review.Step, [CorrectionLine])] = [
      (.present, present), (.childVoice, childVoice), (.voices, voices), (.goals, goals),
      (.assessment, assessment), (.education, education), (.actions, actions),
      (.outcome, outcome), (.next, next),
    ]
    return parts.flatMap { part, lines in lines.map { (part, $0) } }
  }
}
