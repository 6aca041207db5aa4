import Casework
import Testing

/// Lines as a coordinator types them; today is Saturday 21 November 2026.
@Suite struct ActionLineTests {
  private static let joe: Person.ID = id(13)
  private static let nan: Person.ID = id(14)
  private static let lee: Person.ID = id(15)
  private static let shah: TeamMember.ID = id(22)
  private static let webb: TeamMember.ID = id(23)

  private static let file: FamilyFile = {
    var file = Made.file()
    let kayla = Made.kayla
    file.people[1].relationships = [Relationship(child: kayla, kind: "mother")]
    file.people += [
      Person(
        id: joe, familyID: Made.family, name: "José Duffy",
        relationships: [Relationship(child: kayla, kind: "uncle")]),
      Person(
        id: nan, familyID: Made.family, name: "Rose Duffy", knownAs: "Nan Rose",
        relationships: [Relationship(child: kayla, kind: "grandmother")]),
      Person(
        id: lee, familyID: Made.family, name: "Lee Duffy",
        relationships: [Relationship(child: kayla, kind: "brother")], isChild: true),
    ]
    file.team += [
      TeamMember(id: shah, familyID: Made.family, name: "Dr Amina Shah", role: "psychologist"),
      TeamMember(
        id: webb, familyID: Made.family, name: "Mr Webb", role: "head of year",
        left: Made.today - 1),
    ]
    return file
  }()

  private func read(_ line: String) -> ActionLine {
    ActionLineTests.file.readAction(line, on: Made.today)
  }

  /// `who|words|from|by`, who by the first letters of their name.
  private func told(_ line: String) -> String {
    let reading = read(line)
    let who = reading.who.map { ActionLineTests.file.name(of: $0) } ?? ""
    return [who, reading.words, reading.from?.iso ?? "", reading.by?.iso ?? ""]
      .joined(separator: "|")
  }

  @Test(arguments: [
    ("Uncle Joe walks with her, fri", "José|walks with her||2026-11-27"),
    ("uncle josé walks with her, fri", "José|walks with her||2026-11-27"),
    ("Mum: rings school by 27 nov", "Mum|rings school||2026-11-27"),
    ("Ms Grant meets her at the gate from mon", "Ms Grant|meets her at the gate|2026-11-23|"),
    (
      "Nan Rose has the twins on school nights, from mon",
      "Nan Rose|has the twins on school nights|2026-11-23|"
    ),
    ("Kayla's school sends work home, by fri", "|Kayla's school sends work home||2026-11-27"),
    ("Kayla’s school sends work home", "|Kayla’s school sends work home||"),
    ("somebody rings CAMHS", "|somebody rings CAMHS||"),
    ("Mum will ring school, tomorrow", "Mum|ring school||2026-11-22"),
    ("mummy to ring school, +6w", "Mum|ring school||2027-01-02"),
    ("Mum, ring school", "Mum|ring school||"),
    ("DAWN DUFFY rings school on 27/11", "Mum|rings school||2026-11-27"),
    ("grant meets her", "Ms Grant|meets her||"), ("The mentor meets her", "Ms Grant|meets her||"),
    ("mentor: meets her", "Ms Grant|meets her||"),
    ("Dr Shah sees her, in 2 weeks", "Dr Amina Shah|sees her||2026-12-05"),
    ("amina sees her by fri 27 nov, 2026", "Dr Amina Shah|sees her||2026-11-27"),
    ("gran cooks on sun", "Nan Rose|cooks||2026-11-22"),
    ("  Lee   lays  the table ,  by   mon ", "Lee|lays  the table||2026-11-23"),
    ("Mum and Nan Rose take turns", "Mum|and Nan Rose take turns||"),
    ("Mum walks her from mon, by 4 dec", "Mum|walks her|2026-11-23|2026-12-04"),
    ("Mum walks her from fri by mon", "Mum|walks her|2026-11-27|2026-11-30"),
    ("Mum", "Mum|||"), ("Mum, fri", "Mum|||2026-11-27"), ("by fri", "|||2026-11-27"),
  ])
  func `a line is read for who, what and by when`(line: String, expected: String) {
    #expect(told(line.replacing("Uncle Joe", with: "Uncle José")) == expected)
  }

  @Test(arguments: [
    "she may", "sits down, may", "sat with her", "Joey rings", "Mum-in-law rings", "webb rings",
    "in bed by 9", "at school by 8.10", "home from 4pm", "gets a lift from Tom", "says, yes",
    "stays with them, 2 weeks", "stays, fri and mon", "fri", "the letter from last fri",
    "brings it back, 3 days ago", "Mum, Lee and Nan take turns", "head of year rings", ",", "by",
    "from", "on on on", "walks with her by", "by the way, by the by", "someone",
    "stays overnight from lee",
  ])
  func `what merely looks like a name or a day stays in the words`(line: String) {
    #expect(
      read(line) == ActionLine(words: line), "\(told(line))")
  }

  @Test func `a name that two people share is nobody's, unless more of it is typed`() {
    var file = ActionLineTests.file
    file.people.append(Person(id: id(19), familyID: Made.family, name: "Lee Marsh"))

    #expect(file.readAction("Lee rings", on: Made.today).who == nil)
    #expect(file.readAction("Lee Marsh rings", on: Made.today).who == .person(id(19)))
    #expect(
      file.readAction("Lee Duffy rings", on: Made.today).who == .person(ActionLineTests.lee))
  }

  @Test func `what a family calls somebody is stronger than what another is to a child`() {
    var file = ActionLineTests.file
    file.people.append(
      Person(
        id: id(19), familyID: Made.family, name: "Ann Marsh",
        relationships: [Relationship(child: ActionLineTests.lee, kind: "mother")]))

    #expect(file.readAction("Mum rings", on: Made.today).who == .person(Made.mum))
    #expect(file.readAction("mum ann rings", on: Made.today).who == .person(id(19)))
    #expect(file.readAction("mother rings", on: Made.today).who == nil)
  }

  @Test(arguments: [
    "", " ", ",", ",,,,", "\u{0}", "🙂, fri", "👩‍👧: , by", "أمي ترافقها, fri", "\u{202e}mum rings",
    "e\u{301}\u{301}\u{301}, by fri", "\r\n", "Mum:", "Mum:::", "Mum will", "Mum to ",
    ", from , by , on ", "½, by ½", "by ,by ,by fri", "\u{1b}[2Jmum",
  ])
  func `nothing that is typed stops the reading`(line: String) {
    expectNothingLost(line)
  }

  @Test func `ten thousand characters are read, and none is lost`() {
    for piece in ["a", ", ", "Mum ", "by fri ", "👩‍👧", "é", "from from "] {
      expectNothingLost(String(repeating: piece, count: 10_000 / piece.count))
    }
  }

  @Test func `who, words and day together hold everything of any line`() {
    let pieces = [
      "Mum", "mum", "Uncle José", "Ms Grant", "nan", "Kayla", "Kayla's", "will", "to", ":", ",",
      ",", "by", "from", "on", "fri", "27 nov", "27/11", "9", "+6w", "tomorrow", "sat", "may",
      "walks", "with her", "🙂", "ا", "é", "-", "'", " ", "  ",
    ]
    var random = SplitMix(state: 7)

    for _ in 0..<1500 {
      let count = Int.random(in: 0...9, using: &random)
      let parts = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }
      expectNothingLost(
        parts.joined(separator: Bool.random(using: &random) ? " " : ""))
    }
  }

  /// The words stand in the line as they are; before them only whoever was read, behind them only
  /// the days.
  private func expectNothingLost(_ line: String) {
    let reading = read(line)
    let typed = Array(line)
    let words = Array(reading.words)
    let starts = (0...max(0, typed.count - words.count)).filter { start in
      start + words.count <= typed.count && Array(typed[start..<start + words.count]) == words
    }
    let isHeld = starts.contains { start in
      let before = String(typed[..<start])
      let after = String(typed[(start + words.count)...])
      return holds(before, who: reading.who) && holds(after, reading)
    }
    #expect(isHeld, "\(line.debugDescription) was read as \(reading)")
  }

  private func holds(_ before: String, who: Party?) -> Bool {
    guard !before.allSatisfy(\.isWhitespace) else { return who == nil || before.isEmpty }
    return who != nil && read(before).who == who
  }

  private func holds(_ after: String, _ reading: ActionLine) -> Bool {
    if reading.from == nil, reading.by == nil {
      return after.allSatisfy { $0.isWhitespace }
    }
    let again = read("x " + after)
    return again.words == "x" && again.from == reading.from && again.by == reading.by
  }
}

@Suite struct GoalGuessTests {
  @Test(arguments: [
    ("Getting to school on time", Goal.Category.engagement), ("Catching up in MATHS", .learning),
    ("Somebody asks how my day was", .trustedRelationship),
    ("Going back to skate club", .activities),
    ("Time for just Mum and me", .parentChild), ("Less shouting in the mornings", .parentChild),
    ("No fighting on the stairs", .behaviour), ("Sleeping through", .wellbeing),
    ("A room that is warm", .other), ("", .other), ("🙂", .other), ("Smart shoes", .other),
  ])
  func `R-D3: the words of a goal tell its category`(words: String, category: Goal.Category) {
    #expect(Made.file().guess(goal: words, last: nil).category == category)
  }

  @Test func `a goal is of whoever spoke last, else of the first child`() {
    let file = Made.file()

    #expect(file.guess(goal: "x", last: nil).whose == .person(Made.kayla))
    #expect(file.guess(goal: "x", last: .person(Made.mum)).whose == .person(Made.mum))
    #expect(FamilyFile(family: Made.family()).guess(goal: "x", last: nil) == GoalGuess())
  }

  @Test func `a goal is about the only child, or the one who is named`() {
    var file = Made.file()
    let mum = Party.person(Made.mum)
    #expect(file.guess(goal: "Calmer evenings", last: mum).about == Made.kayla)

    file.people.append(
      Person(id: id(15), familyID: Made.family, name: "Lée Duffy", isChild: true))

    #expect(file.guess(goal: "Calmer evenings", last: mum).about == nil)
    #expect(file.guess(goal: "Lee’s sleep", last: mum).about == id(15))
    #expect(file.guess(goal: "Sleep for LEE", last: mum).about == id(15))
    #expect(file.guess(goal: "Sleep for Lee and Kayla", last: mum).about == nil)
    #expect(file.guess(goal: "Sleepless nights", last: mum).about == nil)
    #expect(file.guess(goal: "My own room", last: .person(id(15))).about == id(15))
  }
}
