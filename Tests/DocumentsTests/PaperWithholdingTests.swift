import Casework
import Testing

@testable import CaseworkDocuments

/// Nothing that may not be seen stands on any print, and everything else stands there once.
@Suite struct PaperWithholdingTests {
  /// A family at random in which every goal, action and word can be told apart: `goal7end`.
  private struct Marked {
    let file: FamilyFile

    init(seed: UInt64) {
      var random = SplitMix(state: seed)
      var caseload = RandomCaseload(seed: seed, families: 1)
      var file = caseload.make().families[0]
      for index in file.goals.indices { file.goals[index].words = "goal\(index)end" }
      for index in file.actions.indices { file.actions[index].words = "action\(index)end" }
      let parties =
        file.people.map { Party.person($0.id) } + file.team.map { Party.member($0.id) }
      for review in file.reviews.indices {
        file.reviews[review].voices = parties.indices.map { index in
          Voice(source: .family, speaker: parties[index], words: "voice\(index)end")
        }
        file.reviews[review].nextOn = RandomCaseload.today + 30
      }
      for index in file.ratings.indices { file.ratings[index].words = "rating\(index)end" }
      let ids = file.people.map(\.id)
      func one() -> Person.ID { ids[Int.random(in: ids.indices, using: &random)] }
      file.family.safety = Safety(
        harmed: [one()], harmedBy: [one()],
        conditions: [
          LegalCondition(kind: .bail, keeps: one(), from: [one()], begins: RandomCaseload.today)
        ],
        keptFrom: [KeptFrom(of: one(), from: one(), why: "")])
      self.file = file
    }

    var readers: [Reader] {
      [.family] + file.people.map { .party(.person($0.id)) }
        + file.team.map { .party(.member($0.id)) }
    }
  }

  private static func count(_ words: String, in text: String) -> Int {
    text.split(separator: words, omittingEmptySubsequences: false).count - 1
  }

  @Test(arguments: UInt64(1)...25)
  func `R-C9, R-L9: a plan holds each goal and action once, or not at all where it is withheld`(
    seed: UInt64
  ) {
    let file = Marked(seed: seed).file

    for reader in Marked(seed: seed).readers {
      let without = file.withheld(from: reader, on: RandomCaseload.today)
      for format in PaperFormat.allCases {
        let paper = Paper.plan(of: file, for: reader, as: format, on: RandomCaseload.today)
        for goal in file.goals {
          let count = Self.count(goal.words, in: paper.text)
          #expect(count == (without.goals.contains(goal.id) ? 0 : 1), "\(format) \(goal.words)")
        }
        for action in file.actions {
          let count = Self.count(action.words, in: paper.text)
          #expect(count == (without.actions.contains(action.id) ? 0 : 1), "\(format)")
        }
        let left = without.goals.count + without.actions.count
        #expect(paper.leftOut.count >= left)
      }
    }
  }

  @Test(arguments: UInt64(1)...25)
  func `R-C7 to R-C9, R-L9: minutes hold no word, rating, goal or action that is withheld`(
    seed: UInt64
  ) {
    let marked = Marked(seed: seed)
    let file = marked.file

    for (reader, review) in marked.readers.flatMap({ reader in
      file.reviews.map { (reader, $0) }
    }) {
      let without = file.withheld(from: reader, on: RandomCaseload.today)
      for format in PaperFormat.allCases {
        let text = Paper.minutes(
          of: review, in: file, for: reader, as: format, on: RandomCaseload.today, names: [:]
        ).text
        for voice in review.voices {
          let isOther =
            voice.speaker?.memberID != nil && voice.speaker.map(Reader.party) != reader
          let isLeftOut =
            voice.speaker.map(without.voices.contains) == true || isOther && without.sharedWords
          #expect(text.contains(voice.words) != isLeftOut)
        }
        for rating in file.ratings where without.voices.contains(rating.by) {
          #expect(!text.contains(rating.words))
        }
        for goal in file.goals where without.goals.contains(goal.id) {
          #expect(!text.contains(goal.words))
        }
        for action in file.actions where without.actions.contains(action.id) {
          #expect(!text.contains(action.words))
        }
        if without.nextMeeting { #expect(!text.contains("Next review")) }
      }
    }
  }

  @Test(arguments: UInt64(1)...25)
  func `R-C9: slips hold nobody else's action and no goal that is withheld`(seed: UInt64) {
    let file = Marked(seed: seed).file

    for party in file.slipParties {
      let text = Paper.slip(of: party, in: file, as: .text, on: RandomCaseload.today).text
      let without = file.withheld(from: .party(party), on: RandomCaseload.today)

      for action in file.actions where action.who != party {
        #expect(!text.contains(action.words))
      }
      for action in file.slipActions(of: party) {
        #expect(Self.count(action.words, in: text) == 1)
      }
      for goal in file.goals where without.goals.contains(goal.id) {
        #expect(!text.contains(goal.words))
      }
    }
  }

  @Test func `R-C9: the next meeting is on no print where a condition keeps a reader away`() {
    var file = Sample.duffy
    file.family.safety.conditions = [
      LegalCondition(
        kind: .order, keeps: Sample.uncle.id, from: [Sample.mum.id], begins: Sample.today)
    ]
    let papers = PaperFormat.allCases.flatMap { format in
      [
        Paper.plan(of: file, for: .family, as: format, on: Sample.today),
        Paper.slip(of: .person(Sample.uncle.id), in: file, as: format, on: Sample.today),
      ]
    }

    for paper in papers {
      #expect(!paper.text.contains("18 Dec"))
      #expect(!paper.text.contains("2026-12-18"))
      #expect(paper.leftOut.contains { $0.contains("When and where the next meeting is") })
    }
  }

  @Test func `R-C9: a correction to a part where something is withheld is left out with it`() {
    var file = Sample.duffy
    file.reviews[1].corrections = [
      Correction(by: Sample.maya.id, on: Sample.today, part: .childVoice, words: "It is louder."),
      Correction(by: Sample.maya.id, on: Sample.today, part: .present, words: "Lee came, too."),
    ]
    file.family.safety.keptFrom = [
      KeptFrom(of: Sample.kayla.id, from: Sample.uncle.id, why: "")
    ]

    let paper = PaperTests.minutes(file, .text, for: .party(.person(Sample.uncle.id)))

    #expect(!paper.text.contains("It is quieter."))
    #expect(!paper.text.contains("It is louder."))
    #expect(paper.text.contains("Lee came, too."))
    #expect(paper.leftOut.contains { $0.hasPrefix("Corrections to “the child’s voice”") })
  }
}
