import Casework
import Foundation
import Testing

@testable import CaseworkDocuments

@Suite struct ListingTests {
  @Test(arguments: [
    ("Duffy", "Duffy"), ("", ""), ("two words", "two words"),
    ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""), ("\"", "\"\"\"\""),
    (" led by a space", "\" led by a space\""),
    ("=1+1", "'=1+1"), ("+cmd", "'+cmd"), ("-x", "'-x"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\tx", "'␉x"), ("\rx", "'␍x"), ("=A1,B1", "\"'=A1,B1\""),
    ("-2", "-2"), ("+3", "+3"), ("2-1", "2-1"),
    ("one\ntwo", "one␊two"), ("\u{1b}[31mred", "␛[31mred"), ("\u{9b}31m", "�31m"),
    ("\u{0}", "␀"), ("\u{7f}", "␡"), ("a\u{2028}b", "a␤b"),
    ("Zoë 家 👩‍👧 אבא", "Zoë 家 👩‍👧 אבא"),
  ])
  func `a CSV cell is quoted, no formula, and shows its control characters`(
    text: String, cell: String
  ) {
    #expect(csvCell(text) == cell)
  }

  @Test func `CSV has a heading, a line for each row, and ends each with CR LF`() {
    var listing = Listing(
      name: "x", title: "X", columns: [Listing.Column("a", "A"), Listing.Column("b", "B, b")])
    listing.add(["1", "two\nlines"])
    listing.add(["", "=x"])

    #expect(listing.csv() == "A,\"B, b\"\r\n1,two␊lines\r\n,'=x\r\n")
  }

  @Test func `JSON has an envelope, and each row under its columns' keys`() {
    var listing = Listing(
      name: "x", title: "X", columns: [Listing.Column("b", "B"), Listing.Column("a", "A")])
    listing.add(["1", "=x"])

    #expect(
      listing.json() == """
        {
          "format": "kith list",
          "list": "x",
          "rows": [
            {
              "a": "=x",
              "b": "1"
            }
          ],
          "title": "X",
          "version": 1
        }

        """)
  }

  @Test func `families are listed with their children, means and reviews`() throws {
    let file = Sample.duffy

    let listing = Listing.families(
      [CaseloadEntry(file)], practitioners: [Sample.maya], on: Sample.today)
    let row = try #require(listing.rows.first)

    #expect(
      listing.columns.map(\.key) == [
        "id", "reference", "name", "children", "status", "support", "goals", "reviewDue",
        "reviewStands", "actionDue", "lead",
      ])
    #expect(
      Array(row.dropFirst()) == [
        "F-1", "Duffy", "Kayla 12", "open", "child in need", "6.0", "2026-12-18", "in 3 weeks",
        "2026-11-18", "Maya Osei",
      ])
  }

  @Test func `reviews are listed with how they stand`() {
    let due = ReviewEntry(
      reviewID: nil, familyID: Sample.duffy.family.id, familyName: "Duffy", lead: nil,
      kind: .teamAroundFamily, when: MeetingTime(day: Sample.today - 6), place: "",
      state: .planned, outcome: nil, signedOff: nil)
    var held = due
    held.reviewID = RecordID(UUID())
    held.state = .signedOff
    held.outcome = .stepDown
    held.when.time = TimeOfDay(hour: 9, minute: 5)
    held.signedOff = SignOff(by: Sample.maya.id, on: Sample.today)

    let rows = Listing.reviews([due, held], practitioners: [Sample.maya], on: Sample.today).rows

    #expect(rows[0][0] == "" && rows[1][0] != "")
    #expect(
      Array(rows[0][2...]) == [
        "Duffy", "2026-11-15", "", "team around the family", "not planned", "6 days overdue", "",
        "", "", "", "",
      ])
    #expect(
      Array(rows[1][2...]) == [
        "Duffy", "2026-11-15", "09:05", "team around the family", "signed off", "", "step down",
        "", "", "Maya Osei", "2026-11-21",
      ])
  }

  @Test func `goals are listed with where they stand`() throws {
    let file = Sample.duffy
    let entries = file.progress.goals.map { GoalEntry($0, in: file) }

    let row = try #require(Listing.goals(entries, on: Sample.today).rows.first)

    #expect(
      Array(row[2...]) == [
        "Duffy", "Getting to school on time", "Kayla", "attendance and lateness", "open", "2", "6",
        "8", "4", "", "Kayla 6, Dawn 3", "2026-11-07",
      ])
  }

  @Test func `actions are listed by goal, those of the whole plan last`() {
    let rows = Listing.actions(of: [Sample.duffy], on: Sample.today).rows

    #expect(rows.map { $0[4] } == ["walks with her", "has the twins", "ring everyone"])
    #expect(rows.map { $0[5] } == ["Uncle Joe", "", "Uncle Joe"])
    #expect(rows.map { $0[3] } == ["Getting to school on time", "Getting to school on time", ""])
    #expect(rows.map { $0[10] } == ["", "3 days overdue", ""])
  }

  @Test(arguments: [(0.0, "0.0"), (6.25, "6.3"), (3.333, "3.3"), (9.96, "10.0"), (10, "10.0")])
  func `a mean is written with one decimal`(number: Double, text: String) {
    #expect(oneDecimal(number) == text)
  }
}
