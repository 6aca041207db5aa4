import Casework
import CaseworkDocuments
import Testing

@Suite struct CaseloadFaultTests {
  private let today = RandomCaseload.today

  /// The faults of a document; none when it is read.
  private func faults(_ text: String) -> [String] { faults(Array(text.utf8)) }

  private func faults(_ text: [UInt8]) -> [String] {
    do throws(ImportFaults) {
      _ = try CaseloadDocument.read(text, on: today)
      return []
    } catch {
      return error.faults.map(\.description)
    }
  }

  /// A document with one family, whose further keys are given.
  private func document(_ more: String, practitioners: String = "") -> String {
    """
    {"format": "kith caseload", "version": 1, "practitioners": [\(practitioners)], "families": [{
      "id": "\(id(1))", "reference": "F-1", "name": "Duffy",
      "statusHistory": [{"from": "2026-08-04", "value": "open"}],
      "supportHistory": [{"from": "2026-08-04", "value": "child in need"}]\(more)}]}
    """
  }

  private func id(_ number: Int) -> String {
    "00000000-0000-7000-8000-" + String(repeating: "0", count: 11) + String(number)
  }

  private func goal(_ more: String = "") -> String {
    "{\"id\": \"\(id(2))\", \"words\": \"Quiet mornings\", \"setOn\": \"2026-09-12\"\(more)}"
  }

  @Test func `the smallest family is read without faults`() {
    #expect(faults(document("")) == [])
  }

  @Test func `a rating off the scale is told with its place`() {
    let text = document(", \"goals\": [\(goal(", \"baseline\": 14"))]")

    #expect(
      faults(text) == [
        "/families/0/goals/0/baseline: A rating is a whole number from 0 to 10, not 14."
      ])
  }

  @Test func `all faults of one record are told, not the first alone`() {
    let record = """
      {"words": "", "setOn": "12/09/2026", "baseline": 14, "hopedFor": "8", "catgory": "other",
       "status": "shut", "whose": {"person": "\(id(9))"}}
      """

    #expect(
      faults(document(", \"goals\": [\(record)]")) == [
        "/families/0/goals/0/baseline: A rating is a whole number from 0 to 10, not 14.",
        "/families/0/goals/0/catgory: No such key is known here; did you mean “category”?",
        "/families/0/goals/0/hopedFor: This has to be a whole number, not a text.",
        "/families/0/goals/0/id: The key “id” is missing; it has to be an id, "
          + "36 characters like 0190b3c4-5d6e-7f80-91a2-b3c4d5e6f708.",
        "/families/0/goals/0/setOn: “12/09/2026” is not a day like 2026-11-27.",
        "/families/0/goals/0/status: “shut” is not one of: open, reached, no longer needed.",
        "/families/0/goals/0/whose: It names somebody that is not in this family.",
        "/families/0/goals/0/words: A goal needs words, in the way they say it.",
      ])
  }

  @Test func `what could not be read breaks no second rule`() {
    let record = """
      {"id": "\(id(3))", "person": 4, "agency": "", "answer": "given", "from": "soon",
       "until": "2026-09-01"}
      """

    let found = faults(document(", \"consents\": [\(record)]"))

    #expect(
      found == [
        "/families/0/consents/0/agency: Consent is for an agency: which one?",
        "/families/0/consents/0/from: “soon” is not a day like 2026-11-27.",
        "/families/0/consents/0/person: This has to be an id, "
          + "36 characters like 0190b3c4-5d6e-7f80-91a2-b3c4d5e6f708, not a number.",
      ])
  }

  @Test func `faults come by place, numbers by their value`() {
    let goals = (0...11).map { _ in "{}" }.joined(separator: ", ")

    let places = faults(document(", \"goals\": [\(goals)]")).map { $0.prefix { $0 != ":" } }

    #expect(places.first == "/families/0/goals/0/id")
    #expect(places[2] == "/families/0/goals/0/words")
    #expect(places[6] == "/families/0/goals/2/id")
    #expect(places.last == "/families/0/goals/11/words")
    #expect(places.count == 36)
  }

  @Test func `places count what is no object too`() {
    let found = faults(document(", \"goals\": [7, null, \(goal(", \"hopedFor\": 11"))]"))

    #expect(
      found == [
        "/families/0/goals/0: This has to be an object, not a number.",
        "/families/0/goals/1: This has to be an object, not null.",
        "/families/0/goals/2/hopedFor: A rating is a whole number from 0 to 10, not 11.",
      ])
  }

  @Test func `an id or a reference that is there twice is told`() {
    let family = """
      {"id": "\(id(1))", "reference": "F-1", "name": "Duffy", "goals": [\(goal()), \(goal())],
       "statusHistory": [{"from": "2026-08-04", "value": "open"}],
       "supportHistory": [{"from": "2026-08-04", "value": "child in need"}]}
      """

    let found = faults(
      "{\"format\": \"kith caseload\", \"version\": 1, \"families\": [\(family), \(family)]}")

    #expect(
      found == [
        "/families/0/goals/1/id: Another goal has this id too; every id is there once.",
        "/families/1/goals/0/id: Another goal has this id too; every id is there once.",
        "/families/1/goals/1/id: Another goal has this id too; every id is there once.",
        "/families/1/id: Another family has this id too; every id is there once.",
        "/families/1/reference: /families/0/reference is “F-1” too; every reference is there once.",
      ])
  }

  @Test func `a practitioner who is not in the document is told`() {
    let note = """
      {"id": "\(id(4))", "kind": "visit", "day": "2026-09-12", "words": "At home",
       "author": "\(id(8))"}
      """
    let maya = "{\"id\": \"\(id(7))\", \"name\": \"Maya Osei\", \"role\": \"practitioner\"}"
    let text = document(
      ", \"leadProfessional\": \"\(id(7))\", \"notes\": [\(note)]", practitioners: maya)

    #expect(
      faults(text) == [
        "/families/0/notes/0/author: None of this document's practitioners has the id \(id(8))."
      ])
  }

  @Test func `practitioners that cannot be read are not missed elsewhere`() {
    let text = document(", \"leadProfessional\": \"\(id(7))\"", practitioners: "5")

    #expect(faults(text) == ["/practitioners/0: This has to be an object, not a number."])
  }

  @Test func `references to other goals, reviews and children are told`() {
    let rating = """
      {"id": "\(id(5))", "goalID": "\(id(6))", "reviewID": "\(id(6))", "day": "2026-09-12",
       "score": 4, "by": {"member": "\(id(6))"}}
      """

    let found = faults(
      document(", \"ratings\": [\(rating)], \"goals\": [\(goal(", \"about\": \"\(id(6))\""))]"))

    #expect(
      found == [
        "/families/0/goals/0/about: It names a child that is not in this family.",
        "/families/0/ratings/0/by: It names a professional that is not in this family.",
        "/families/0/ratings/0/goalID: It names a goal that is not in this family.",
        "/families/0/ratings/0/reviewID: It names a review that is not in this family.",
      ])
  }

  @Test(arguments: [
    ("", "line 1, column 1: the file ends where a value is expected"),
    ("{\n  \"format\" 1}", "line 2, column 12: “:” is expected here"),
    ("{\"a\": [1, 2}", "line 1, column 12: a comma or “]” is expected here"),
    ("{\"a\": 01}", "line 1, column 8: a comma or “}” is expected here"),
    ("{\"a\": -}", "line 1, column 8: a digit is expected here"),
    ("{\"a\": tru}", "line 1, column 7: a value is expected here"),
    (
      "{\"a\": \"one\ntwo\"}",
      "line 1, column 11: a line break or another control character in a text has to be escaped"
    ),
    ("{\"a\": \"\\ud800\"}", "line 1, column 14: an escape of half a character"),
    ("{\"a\": \"\\q\"}", "line 1, column 9: a backslash before no known mark"),
    ("{\"é👩‍👧\": nul}", "line 1, column 8: a value is expected here"),
    ("{\"a\": 1,}", "line 1, column 9: a key in quotes is expected here"),
    ("{} {}", "line 1, column 4: something follows after the end"),
  ])
  func `what is not JSON is told with line and column`(text: String, reason: String) {
    #expect(faults(text) == ["This is not JSON: \(reason)."])
  }

  @Test func `bytes that are not UTF-8 are told with line and column`() {
    let text: [UInt8] = Array("{\n\"a\": \"".utf8) + [0xc3, 0x28] + Array("\"}".utf8)

    #expect(faults(text) == ["This is not JSON: line 2, column 7: the text is not UTF-8."])
  }

  @Test func `very deep nesting is refused without a crash`() {
    let deep = String(repeating: "[", count: 200_000) + String(repeating: "]", count: 200_000)

    for text in [deep, "{\"families\": \(deep)}", "{\"a\": {\"b\": \(deep)}}"] {
      #expect(faults(text).first?.contains("more than 64 deep in each other") == true)
    }
  }

  @Test(arguments: ["[]", "7", "\"kith caseload\"", "null"])
  func `a document that is no object is refused`(text: String) {
    #expect(faults(text).first?.hasPrefix("A caseload is an object") == true)
  }

  @Test func `another format or version is refused, and nothing else told`() {
    #expect(
      faults("{\"families\": 5}") == [
        "/format: A caseload says \"format\": \"kith caseload\" here."
      ])
    #expect(
      faults("{\"format\": \"kith caseload\", \"version\": \"1\"}") == [
        "/version: A caseload says \"version\": 1 here."
      ])
    #expect(
      faults("{\"format\": \"kith caseload\", \"version\": 2, \"families\": 5}") == [
        "/version: This caseload comes from a newer kith: its version is 2, and this kith reads "
          + "version 1. Update kith, then import it again."
      ])
  }

  @Test func `keys of the document itself are checked`() {
    let text =
      "{\"format\": \"kith caseload\", \"version\": 1, \"family\": [], \"version\": 1, "
      + "\"families\": {}}"

    #expect(
      faults(text) == [
        "/families: This has to be a list, not an object.",
        "/family: No such key is known here; did you mean “families”?",
        "/version: The key is there twice.",
      ])
  }

  @Test func `a key twice, a null and an odd party are told or taken as missing`() {
    let record = goal(", \"words\": \"b\", \"whose\": {}, \"about\": null, \"x/y~\\u001b\": 1")

    #expect(
      faults(document(", \"goals\": [\(record)]")) == [
        "/families/0/goals/0/whose: This has to be {\"person\": an id} or {\"member\": an id}, "
          + "one of the two.",
        "/families/0/goals/0/words: The key is there twice.",
        "/families/0/goals/0/x~1y~0␛: No such key is known here.",
      ])
  }

  @Test func `times, truths and numbers are checked for what they are`() {
    let review = """
      {"id": "\(id(3))", "kind": "core group", "planned": {"day": "2026-12-01", "time": "9:00"},
       "scales": [{"by": {"person": "\(id(2))"}, "score": 5.5}]}
      """
    let person = "{\"id\": \"\(id(2))\", \"name\": \"Kayla\", \"isChild\": \"yes\"}"

    let found = faults(document(", \"people\": [\(person)], \"reviews\": [\(review)]"))

    #expect(
      found == [
        "/families/0/people/0/isChild: This has to be true or false, not a text.",
        "/families/0/reviews/0/planned/time: “9:00” is not a time like 16:30.",
        "/families/0/reviews/0/scales/0/score: This has to be a whole number, not 5.5.",
      ])
  }

  @Test func `a hand-made document may be loose where the meaning is plain`() throws {
    let record = goal(
      ", \"category\": \"parent-child relationships\", \"baseline\": 4.0, \"hopedFor\": 8e0")
    let text = "\u{feff}" + document(", \"goals\": [\(record)]")

    let goal = try #require(CaseloadDocument.read(text, on: today).families.first?.goals.first)

    #expect(goal.category == .parentChild)
    #expect(goal.baseline == 4 && goal.hopedFor == 8)
    #expect(goal.order == 1 && goal.status == .open && goal.statusSince == goal.setOn)
  }

  @Test func `a fault in each of many families is told for each`() {
    let family = "{\"id\": \"x\"}"
    let text =
      "{\"format\": \"kith caseload\", \"version\": 1, \"families\": ["
      + Array(repeating: family, count: 2_000).joined(separator: ",") + "]}"

    let found = faults(text)

    // The id, the reference, the name and two histories of each.
    #expect(found.count == 10_000)
    #expect(found.last?.hasPrefix("/families/1999/supportHistory") == true)
  }

  @Test func `whatever is broken in a document, reading ends with faults or with families`() {
    var random = SplitMix(state: 5)
    var caseload = RandomCaseload(seed: 5, families: 1)
    let good = Array(CaseloadDocument.encode(caseload.make()).utf8)
    var read = 0

    for _ in 0..<400 {
      var broken = good
      for _ in 0...Int.random(in: 0...2, using: &random) {
        let place = Int.random(in: 0..<broken.count, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: broken[place] = UInt8.random(in: 0...255, using: &random)
        case 1: broken.remove(at: place)
        default: broken.removeSubrange(place...)
        }
        if broken.isEmpty { broken = [0x20] }
      }
      if faults(broken).isEmpty { read += 1 }
    }

    #expect(read < 400)
  }
}
