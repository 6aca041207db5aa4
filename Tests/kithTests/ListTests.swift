import Foundation
import Testing

extension ProgramTests.Commands {
  /// `list` in its three forms.
  @Suite struct Listing {
    private static func store() throws -> Scratch {
      let scratch = try Scratch()
      try scratch.imports([
        CaseloadFile.family(10, "Duffy"),
        CaseloadFile.family(20, "=HYPERLINK(\"x\")", goal: "@SUM(1,2) \"mornings\""),
        CaseloadFile.family(30, "A\u{1B}]0;pwn\u{7}\u{1B}[2J\u{9B}31m"),
        CaseloadFile.family(40, "Zoë 👨‍👩‍👧 王 عائشة", reference: "+44 20"),
      ])
      return scratch
    }

    @Test(arguments: ["families", "reviews", "goals", "actions"])
    func `every list is a table, JSON and CSV of the same rows`(_ what: String) throws {
      let scratch = try Scratch()
      _ = try scratch.kith("sample", "--families", "12", "--store", scratch.store)

      let table = try scratch.kith("list", what)
      let json = try scratch.kith("list", what, "--format", "json")
      let csv = try scratch.kith("list", what, "--format", "csv")

      for outcome in [table, json, csv] {
        #expect(outcome.ending == .exit(0))
        #expect(outcome.errors.isEmpty)
      }
      let document = try JSONSerialization.jsonObject(with: Data(json.output))
      let rows = (document as? CaseloadFile.Object)?["rows"] as? [[String: String]] ?? []
      #expect(rows.count >= 12)
      #expect(table.lines.count == rows.count + 1)
      #expect(csv.text.components(separatedBy: "\r\n").count == rows.count + 2)
    }

    @Test func `a spreadsheet gets no formula`() throws {
      let scratch = try Self.store()

      let families = try scratch.kith("list", "families", "--format", "csv")
      let goals = try scratch.kith("list", "goals", "--format", "csv")

      #expect(families.text.contains(",\"'=HYPERLINK(\"\"x\"\")\","))
      #expect(families.text.contains(",'+44 20,Zoë 👨‍👩‍👧 王 عائشة,"))
      #expect(goals.text.contains(",\"'@SUM(1,2) \"\"mornings\"\"\","))
    }

    @Test func `control characters are seen in a table and obeyed nowhere`() throws {
      let scratch = try Self.store()

      for format in ["table", "csv", "json"] {
        let outcome = try scratch.kith("list", "families", "--format", format)
        let controls = outcome.text.unicodeScalars.filter {
          $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\r"
        }
        #expect(outcome.ending == .exit(0))
        #expect(controls.isEmpty, "\(format)")
      }
      let table = try scratch.kith("list", "families")
      let text = try scratch.kith("show", "T-30")
      #expect(table.text.contains("A␛]0;pwn␇␛[2J"))
      #expect(text.text.contains("A␛]0;pwn␇␛[2J"))
      #expect(!text.output.contains(0x1B))
    }

    @Test func `only the families of one practitioner, by the beginning of a name`() throws {
      let scratch = try Scratch()
      var other = CaseloadFile.family(20, "Okoro")
      other["leadProfessional"] = CaseloadFile.ruth
      try scratch.imports(
        practitioners: [
          CaseloadFile.practitioner(CaseloadFile.maya, "Maya Osei"),
          CaseloadFile.practitioner(CaseloadFile.ruth, "Ruth Bell", "supervisor"),
        ], [CaseloadFile.family(10, "Duffy"), other])

      let ruths = try scratch.kith("list", "families", "--as", "ruth")
      let nobody = try scratch.kith("list", "families", "--as", "Nobody\u{1B}[2J")

      #expect(ruths.lines.count == 2)
      #expect(ruths.text.contains("Okoro"))
      #expect(nobody.ending == .exit(3))
      #expect(
        nobody.errors
          == "kith: Nobody here is called “Nobody␛[2J”. There are: Maya Osei, Ruth Bell.\n")
    }

    @Test func `an empty store has headings and nothing else`() throws {
      let scratch = try Scratch()
      try scratch.inits()

      for what in ["families", "reviews", "goals", "actions"] {
        #expect(try scratch.kith("list", what).lines.count == 1)
        #expect(try scratch.kith("list", what, "--format", "csv").lines.count == 1)
      }
    }
  }

  /// `show` by reference and by name.
  @Suite struct Showing {
    private static func store() throws -> Scratch {
      let scratch = try Scratch()
      try scratch.imports([
        CaseloadFile.family(10, "Duffy"), CaseloadFile.family(20, "Okoro"),
        CaseloadFile.family(30, "Okoro"), CaseloadFile.family(40, "Ferris", reference: "Duffy"),
      ])
      return scratch
    }

    @Test(arguments: ["T-20", "t-20"])
    func `a reference finds its family`(_ reference: String) throws {
      let scratch = try Self.store()

      let outcome = try scratch.kith("show", reference)

      #expect(outcome.ending == .exit(0))
      #expect(outcome.text.hasPrefix("Okoro · T-20\n"))
      #expect(outcome.text.contains("Getting to school on time"))
    }

    @Test func `a name that only one family has finds it, in JSON too`() throws {
      let scratch = try Self.store()

      let text = try scratch.kith("show", "ferris")
      let json = try scratch.kith("show", "Ferris", "--format", "json")

      #expect(text.text.hasPrefix("Ferris · Duffy\n"))
      let family = try JSONSerialization.jsonObject(with: Data(json.output)) as? CaseloadFile.Object
      #expect(family?["name"] as? String == "Ferris")
      #expect(json.output.last == UInt8(ascii: "\n"))
    }

    @Test func `a reference wins over a name`() throws {
      let scratch = try Self.store()

      let outcome = try scratch.kith("show", "Duffy")

      #expect(outcome.text.hasPrefix("Ferris · Duffy\n"))
    }

    @Test func `a name that several have lists their references`() throws {
      let scratch = try Self.store()

      let outcome = try scratch.kith("show", "Okoro")

      #expect(outcome.ending == .exit(2))
      #expect(
        outcome.errors == "kith: 2 families are called “Okoro”; name one by its reference: "
          + "T-20, T-30.\n")
    }

    @Test func `an unknown name says what is near it`() throws {
      let scratch = try Self.store()

      let near = try scratch.kith("show", "Ferr")
      let nothing = try scratch.kith("show", "Q\u{1B}[2Jq")
      let empty = try scratch.kith("show", "")

      #expect(near.ending == .exit(3))
      #expect(near.errors.contains("Near it: Ferris (Duffy)."))
      #expect(nothing.ending == .exit(3))
      #expect(
        nothing.errors == "kith: No family has the reference or the name “Q␛[2Jq”.\n")
      #expect(empty.ending == .exit(3))
    }
  }
}
