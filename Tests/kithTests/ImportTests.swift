import Foundation
import Testing

extension ProgramTests.Commands {
  /// `import`: whole, or not at all.
  @Suite struct Importing {
    @Test func `where there is no store one is made with what the file holds`() throws {
      let scratch = try Scratch()
      let text = try CaseloadFile.text(families: [CaseloadFile.family(10, "Duffy")])
      try scratch.write(text, to: scratch.file("in.json"))

      let outcome = try scratch.kith("import", scratch.file("in.json"))

      #expect(outcome.ending == .exit(0))
      #expect(outcome.text == "Took in 1 family and 1 practitioner.\n")
      #expect(try scratch.mode(scratch.store) == 0o600)
      #expect(try scratch.goalWords() == ["Getting to school on time"])
    }

    @Test func `a store that is there takes new families in beside its own`() throws {
      let scratch = try Scratch()
      try scratch.imports([CaseloadFile.family(10, "Duffy")])
      var okoro = CaseloadFile.family(20, "Okoro")
      okoro["leadProfessional"] = nil

      let outcome = try scratch.kith(
        "import", "-", "--as", "maya",
        input: try CaseloadFile.text(practitioners: [], families: [okoro]))

      #expect(outcome.ending == .exit(0))
      #expect(try scratch.families().compactMap { $0["name"] as? String } == ["Duffy", "Okoro"])
    }

    /// Ten faults of ten kinds, each in a place of its own.
    private static func tenFaults() throws -> String {
      var first = CaseloadFile.family(10, "Duffy")
      first["name"] = nil
      first["languages"] = "English"
      first["nickname"] = "the Duffs"
      var goals = first["goals"] as? [CaseloadFile.Object] ?? []
      goals[0]["baseline"] = 11
      goals[0]["setOn"] = "2026-02-30"
      goals[0]["about"] = CaseloadFile.id(99)
      first["goals"] = goals
      var second = CaseloadFile.family(20, "Okoro", reference: "T-10")
      second["id"] = "not an id"
      second["supportHistory"] = [["from": "2026-09-01", "value": "some help"]]
      second["notes"] = [
        [
          "id": CaseloadFile.id(70), "author": CaseloadFile.ruth, "day": "2027-01-01",
          "kind": "visit", "words": "Too early.",
        ] as CaseloadFile.Object
      ]
      return try CaseloadFile.text(families: [first, second])
    }

    private static let places = [
      "/families/0/goals/0/about", "/families/0/goals/0/baseline", "/families/0/goals/0/setOn",
      "/families/0/languages", "/families/0/name", "/families/0/nickname",
      "/families/1/id", "/families/1/notes/0/author", "/families/1/notes/0/day",
      "/families/1/reference", "/families/1/supportHistory/0/value",
    ]

    @Test func `every fault of a file is told with its place, and nothing is made`() throws {
      let scratch = try Scratch()

      let outcome = try scratch.kith("import", "-", input: try Self.tenFaults())

      #expect(outcome.ending == .exit(4))
      let lines = outcome.errors.split(separator: "\n")
      #expect(lines.first == "kith: 11 faults in -; nothing was changed.")
      #expect(
        lines.dropFirst().compactMap { $0.split(separator: ":").first.map(String.init) }
          == Self.places)
      #expect(!FileManager.default.fileExists(atPath: scratch.store))
    }

    @Test func `faults change nothing in a store that is there`() throws {
      let scratch = try Scratch()
      try scratch.imports([CaseloadFile.family(10, "Duffy")])
      let before = try scratch.bytes(scratch.store)

      let outcome = try scratch.kith("import", "-", input: try Self.tenFaults())

      #expect(outcome.ending == .exit(4))
      #expect(try scratch.bytes(scratch.store) == before)
    }

    @Test func `ids and references that are there already are told by place`() throws {
      let scratch = try Scratch()
      try scratch.imports([CaseloadFile.family(10, "Duffy"), CaseloadFile.family(20, "Okoro")])
      let same = try CaseloadFile.text(families: [
        CaseloadFile.family(10, "Duffy"), CaseloadFile.family(50, "New", reference: "T-20"),
      ])

      let outcome = try scratch.kith("import", "-", input: same)

      #expect(outcome.ending == .exit(4))
      for place in [
        "/practitioners/0/id: ", "/families/0/id: ", "/families/0/reference: ",
        "/families/1/reference: ",
      ] {
        #expect(outcome.errors.contains("\n" + place), "\(place)")
      }
      #expect(try scratch.families().count == 2)
    }

    @Test func `a record id that another family of the store has is told by place`() throws {
      let scratch = try Scratch()
      try scratch.imports([CaseloadFile.family(10, "Duffy")])
      // Its child and its goal are those of the family above.
      var other = CaseloadFile.family(10, "Okoro", reference: "T-9")
      other["id"] = CaseloadFile.id(90)
      other["leadProfessional"] = nil
      let text = try CaseloadFile.text(practitioners: [], families: [other])

      let outcome = try scratch.kith("import", "-", input: text)

      #expect(outcome.ending == .exit(4))
      #expect(outcome.errors.contains("/families/0/people/0/id: "))
      #expect(outcome.errors.contains("/families/0/goals/0/id: "))
      #expect(try scratch.families().count == 1)
    }

    @Test func `places are those of the document, whatever the order of its ids`() throws {
      let scratch = try Scratch()
      try scratch.imports([CaseloadFile.family(10, "Duffy")])
      let text = try CaseloadFile.text(
        practitioners: [],
        families: [
          CaseloadFile.family(50, "Okoro"), CaseloadFile.family(30, "Lin"),
          CaseloadFile.family(10, "Duffy", reference: "T-11"),
          CaseloadFile.family(20, "Hale", reference: "T-10"),
        ].map { $0.filter { $0.key != "leadProfessional" } })

      let outcome = try scratch.kith("import", "-", input: text)

      #expect(
        outcome.errors == "kith: 2 faults in -; nothing was changed.\n"
          + "/families/2/id: This id is in the store already.\n"
          + "/families/3/reference: Another family of the store has the reference T-10.\n")
    }

    @Test func `one id for two records of different kinds is a fault`() throws {
      let scratch = try Scratch()
      var family = CaseloadFile.family(10, "Duffy")
      family["team"] = [
        ["id": CaseloadFile.id(12), "name": "Ms Grant"] as CaseloadFile.Object
      ]
      let text = try CaseloadFile.text(families: [family])

      let outcome = try scratch.kith("import", "-", input: text)

      #expect(outcome.ending == .exit(4))
      #expect(outcome.errors.contains("/id: Another record has this id too"))
    }

    @Test(arguments: [
      ("", "This is not JSON: line 1, column 1"),
      (
        "{\"format\": \"kith caseload\",\n \"version\": 1,,}", "This is not JSON: line 2, column 15"
      ),
      ("[1, 2]", "A caseload is an object"),
      ("{\"version\": 1}", "/format: A caseload says \"format\": \"kith caseload\" here."),
      (
        "{\"format\": \"kith caseload\", \"version\": 2}",
        "/version: This caseload comes from a newer"
      ),
      (
        "{\"format\": \"kith caseload\", \"version\": 0}",
        "/version: A caseload says \"version\": 1"
      ),
      ("\u{1B}[2J", "This is not JSON: line 1, column 1"),
    ])
    func `what is no caseload is refused by its first fault`(
      _ text: String, _ words: String
    ) throws {
      let scratch = try Scratch()

      let outcome = try scratch.kith("import", "-", input: text)

      #expect(outcome.ending == .exit(4))
      #expect(outcome.errors.hasPrefix("kith: 1 fault in -; nothing was changed.\n"))
      #expect(outcome.errors.contains(words))
      #expect(!outcome.errors.utf8.contains(0x1B))
      #expect(!FileManager.default.fileExists(atPath: scratch.store))
    }

    @Test func `a file that is missing and a folder are told apart`() throws {
      let scratch = try Scratch()

      let missing = try scratch.kith("import", scratch.file("no.json"))
      let folder = try scratch.kith("import", scratch.path)

      #expect(missing.ending == .exit(3))
      #expect(missing.errors == "kith: \(scratch.file("no.json")): there is no such file.\n")
      #expect(folder.ending == .exit(1))
      #expect(folder.errors == "kith: \(scratch.path): that is a folder.\n")
    }

    @Test func `without a practitioner no store is made`() throws {
      let scratch = try Scratch()
      let text = try CaseloadFile.text(practitioners: [], families: [])

      let outcome = try scratch.kith("import", "-", input: text)

      #expect(outcome.ending == .exit(4))
      #expect(outcome.errors.contains("kith init makes one"))
      #expect(!FileManager.default.fileExists(atPath: scratch.store))
    }

    @Test func `a file as deep as a well is refused, not fallen into`() throws {
      let scratch = try Scratch()
      let text = String(repeating: "[", count: 200_000)

      let outcome = try scratch.kith("import", "-", input: text)

      #expect(outcome.ending == .exit(4))
    }
  }
}
