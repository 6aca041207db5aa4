import Casework
import Foundation

/// Caseloads at random that break no rule, with words that are hard on a document: the same for the
/// same seed.
struct RandomCaseload {
  static let today = Day(number: 20_778)

  private var random: SplitMix
  private var made: Int64 = 0
  private let families: Int

  init(seed: UInt64, families: Int = 3) {
    random = SplitMix(state: seed)
    self.families = families
  }

  mutating func make() -> Caseload {
    let practitioners = (0...2).map { _ in
      Practitioner(id: id(), name: words(), role: any(), team: words())
    }
    let files = (0..<families).map { family($0, practitioners.map(\.id)) }
    return Caseload(practitioners: practitioners, families: files)
  }

  private mutating func family(_ index: Int, _ practitioners: [Practitioner.ID]) -> FamilyFile {
    let family = Family(
      id: id(), reference: "R-\(index)", name: words(), statusHistory: history(),
      supportHistory: history(), locality: words(), languages: list { $0.words() },
      interpreter: maybe { $0.words() }, leadProfessional: maybe { $0.one(of: practitioners) },
      coordinator: maybe { $0.one(of: practitioners) },
      supervisor: maybe { $0.one(of: practitioners) },
      flags: list { Flag(kind: $0.any(), note: $0.words()) })
    var file = FamilyFile(family: family)
    let children: [Person.ID] = [id(), id()]
    file.people = children.map { person($0, family.id, children, isChild: true) }
    file.people += (0...2).map { _ in person(id(), family.id, children, isChild: false) }
    file.team = (0...1).map { _ in member(family.id) }
    let parties = file.people.map { Party.person($0.id) } + file.team.map { Party.member($0.id) }
    file.people[0].trusted = TrustedPerson(
      who: one(of: parties), chosenByChild: any([true, false]), since: past())
    file.consents = list { $0.consent(family.id, file.people.map(\.id)) }
    file.family.safety = maybe { $0.safety(file.people.map(\.id)) } ?? Safety()
    file.conferences = list { $0.conference(family.id, parties, practitioners) }
    addPlan(to: &file, parties)
    file.reviews = list { $0.review(family.id, parties, practitioners) }
    file.ratings = list { random in
      Rating(
        id: random.id(), familyID: family.id, goalID: random.one(of: file.goals.map(\.id)),
        day: random.past(), score: random.number(0...10), by: random.one(of: parties),
        words: random.words(), reviewID: file.reviews.first?.id)
    }
    file.notes = list { random in
      CaseNote(
        id: random.id(), familyID: family.id, kind: random.any(), day: random.past(),
        time: random.maybe { $0.time() }, author: random.one(of: practitioners),
        words: random.words(), child: random.one(of: children),
        saidTo: random.maybe { $0.one(of: parties) })
    }
    return file
  }

  private mutating func person(
    _ id: Person.ID, _ family: Family.ID, _ children: [Person.ID], isChild: Bool
  ) -> Person {
    Person(
      id: id, familyID: family, name: words(), knownAs: words(), born: maybe { $0.past() },
      relationships: list { Relationship(child: $0.one(of: children), kind: $0.words()) },
      isChild: isChild, livesAtHome: any([true, false]),
      hasParentalResponsibility: any([true, false]), contact: words(), school: words(),
      needs: words(), couldHelpWith: words())
  }

  private mutating func member(_ family: Family.ID) -> TeamMember {
    TeamMember(
      id: id(), familyID: family, name: words(), role: words(), organisation: words(),
      contact: words(), joined: maybe { $0.past() }, left: maybe { $0.future() },
      isLeadProfessional: any([true, false]))
  }

  private mutating func consent(_ family: Family.ID, _ people: [Person.ID]) -> Consent {
    Consent(
      id: id(), familyID: family, person: one(of: people), agency: words(), purpose: words(),
      answer: any(), from: past(), until: maybe { $0.future() },
      withdrawnOn: maybe { $0.future() })
  }

  private mutating func addPlan(to file: inout FamilyFile, _ parties: [Party]) {
    let family = file.family.id
    let children = file.children.map(\.id)
    file.goals = (1...number(1...4)).map { order in
      Goal(
        id: id(), familyID: family, whose: maybe { $0.one(of: parties) },
        about: maybe { $0.one(of: children) }, words: words(),
        formerWords: list { FormerWords(words: $0.words(), until: $0.past()) }, category: any(),
        baseline: maybe { $0.number(0...10) }, hopedFor: maybe { $0.number(0...10) },
        status: any(), statusSince: past(), order: order, setOn: past(),
        lookAgainOn: maybe { $0.future() })
    }
    let goals = file.goals.map(\.id)
    file.actions = list { random in
      PlanAction(
        id: random.id(), familyID: family, goalID: random.maybe { $0.one(of: goals) },
        who: random.maybe { $0.one(of: parties) }, words: random.words(),
        from: random.maybe { $0.past() }, by: random.maybe { $0.future() }, status: random.any(),
        statusSince: random.past(), howItWent: random.words(), order: random.number(1...9))
    }
    file.goals[0].status = .open
    var plan = Plan(
      id: id(), familyID: family, openingWords: words(), ifNotWorking: words(),
      keptGoingBy: maybe { $0.one(of: parties) })
    do {
      try plan.agree(
        on: past(), at: words(), by: [one(of: parties)] + list { $0.one(of: parties) },
        goals: file.goals, actions: file.actions)
    } catch {
      preconditionFailure("\(error)")
    }
    file.plan = plan
  }

  private mutating func review(
    _ family: Family.ID, _ parties: [Party], _ practitioners: [Practitioner.ID]
  ) -> Review {
    Review(
      id: id(), familyID: family, kind: any(), planned: meeting(),
      held: maybe { MeetingTime(day: $0.past(), time: $0.maybe { $0.time() }) },
      cancelledOn: maybe { $0.past() }, begun: maybe { $0.meeting() }, place: words(),
      invited: list { $0.one(of: parties) },
      attended: list { $0.one(of: parties) }, apologies: list { $0.one(of: parties) },
      voices: list { random in
        Voice(
          source: random.any(), speaker: random.maybe { $0.one(of: parties) },
          words: random.words(), heardBy: random.maybe { $0.one(of: parties) })
      }, whyNotHeard: words(), workingWell: words(), worries: words(), needsToHappen: words(),
      scales: list { Scale(by: $0.one(of: parties), score: $0.number(0...10)) },
      education: words(), outcome: maybe { $0.any() }, sustainability: words(),
      carriedOnBy: words(), nextOn: maybe { $0.future() },
      signedOff: maybe { SignOff(by: $0.one(of: practitioners), on: $0.past()) },
      supervisorNote: words(),
      returns: list { random in
        SentBack(
          by: random.one(of: practitioners), on: random.past(), note: random.words(),
          answer: random.words(), answeredBy: random.maybe { $0.one(of: practitioners) },
          answeredOn: random.maybe { $0.past() })
      },
      corrections: list { random in
        Correction(
          by: random.one(of: practitioners), on: random.past(), part: random.any(),
          words: random.words(), why: random.words())
      })
  }
}

// MARK: - Single values

extension RandomCaseload {
  private static let hard = [
    "mornings", "Zoë", "家", "👩‍👧", "👨‍👩‍👧‍👦", "אבא", "عائلة", "\u{1b}[31m", "\u{0}", "\n", "\r\n", "\t",
    "\u{7f}",
    "\u{9b}", "\u{2028}", "\u{2029}", "\u{202e}", "\"quoted\"", "back\\slash", "a/b", "=SUM(1)",
    "e\u{301}",
    "\u{fffd}", "\u{feff}", "🇬🇧", ",", "’",
  ]

  mutating func id<Entity>() -> RecordID<Entity> {
    made += 1
    return RecordID(UUID.timeOrdered(at: Moment(milliseconds: made), using: &random))
  }

  /// A few hard words after a plain one, which no rule finds empty.
  mutating func words() -> String {
    "w" + (0..<number(0...3)).map { _ in one(of: RandomCaseload.hard) }.joined(separator: " ")
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  mutating func past() -> Day { RandomCaseload.today - number(0...900) }

  mutating func future() -> Day { RandomCaseload.today + number(1...900) }

  mutating func time() -> TimeOfDay? {
    TimeOfDay(hour: number(0...23), minute: number(0...59))
  }

  mutating func meeting() -> MeetingTime { MeetingTime(day: future(), time: time()) }

  mutating func one<Element>(of elements: [Element]) -> Element {
    elements[number(0...elements.count - 1)]
  }

  mutating func any<Element>(_ elements: [Element]) -> Element { one(of: elements) }

  mutating func any<Word: CaseIterable>() -> Word { one(of: Array(Word.allCases)) }

  mutating func maybe<Value>(_ make: (inout RandomCaseload) -> Value?) -> Value? {
    number(0...2) == 0 ? nil : make(&self)
  }

  mutating func list<Element>(_ make: (inout RandomCaseload) -> Element) -> [Element] {
    (0..<number(0...3)).map { _ in make(&self) }
  }

  mutating func history<Value: CaseIterable>() -> [Dated<Value>] {
    (0...number(0...3)).map { _ in past() }.sorted().map { Dated(from: $0, value: any()) }
  }
}

/// A small generator of random numbers, the same ones for the same state.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
