import Casework
import CaseworkDocuments
import Foundation
import Testing

/// The sample: any size, any seed, the same again.
@Suite struct SampleCaseloadTests {
  let sample = SampleCaseload(families: 600, seed: 7, today: drawnDay)

  @Test(arguments: manyDays)
  func `families break no rule`(today: Day) {
    let sample = SampleCaseload(families: 150, seed: UInt64(today.number), today: today)

    for file in sample.families(0..<150) {
      let breaches = file.breaches(on: today)
      #expect(breaches.isEmpty, "\(file.family.reference): \(breaches.map(\.breach))")
    }
  }

  @Test func `the same seed gives the same families, in any batch`() {
    let whole = sample.families(0..<600)
    let again = SampleCaseload(families: 600, seed: 7, today: drawnDay)

    #expect(again.families(0..<600) == whole)
    #expect(again.families(250..<300) == Array(whole[250..<300]))
    #expect(
      SampleCaseload(families: 300, seed: 7, today: drawnDay).families(0..<300)
        == Array(whole[..<300]))
    #expect(again.practitioners() == sample.practitioners())
  }

  @Test func `another seed gives other families`() {
    let other = SampleCaseload(families: 600, seed: 8, today: drawnDay)

    let pairs = zip(sample.families(0..<600), other.families(0..<600))

    #expect(pairs.allSatisfy { $0.family.id != $1.family.id && $0 != $1 })
    #expect(
      Set(sample.practitioners().map(\.id)).isDisjoint(with: other.practitioners().map(\.id)))
  }

  @Test func `numbers outside the caseload are left out`() {
    #expect(sample.families(590..<700).count == 10)
    #expect(sample.families(600..<700).isEmpty)
    #expect(SampleCaseload(families: 0, seed: 1, today: drawnDay).families(0..<5).isEmpty)
  }

  @Test func `a family has about thirty records`() {
    let files = sample.families(0..<600)

    let mean = Double(files.map(\.records.count).reduce(0, +)) / Double(files.count)

    #expect((26.0...38.0).contains(mean), "\(mean)")
  }

  @Test func `ids differ and lie in the order of the families and their records`() {
    let files = sample.families(0..<600)

    let firsts = files.map(\.family.id)
    let ids = files.flatMap(\.records).map(\.id)

    #expect(firsts == firsts.sorted())
    #expect(Set(ids).count == ids.count)
    for file in files {
      #expect(file.people.map(\.id) == file.people.map(\.id).sorted())
      #expect(file.family.id.uuid < file.people[0].id.uuid)
    }
    #expect(ids.allSatisfy { $0.uuid.6 >> 4 == 7 })
  }

  @Test func `references are unique and numbered`() {
    let references = sample.families(0..<600).map(\.family.reference)

    #expect(references[123] == "S-000123")
    #expect(Set(references).count == 600)
  }

  @Test func `whoever a family refers to is among the practitioners`() {
    let practitioners = Dictionary(
      uniqueKeysWithValues: sample.practitioners().map { ($0.id, $0.role) })

    #expect(practitioners.values.filter { $0 == .practitioner }.count == 30)
    for file in sample.families(0..<600) {
      #expect(file.family.leadProfessional.flatMap { practitioners[$0] } == .practitioner)
      #expect(file.family.supervisor.flatMap { practitioners[$0] } == .supervisor)
      #expect(file.family.coordinator.flatMap { practitioners[$0] } == .coordinator)
      #expect(file.notes.allSatisfy { practitioners[$0.author] != nil })
      #expect(
        file.reviews.compactMap(\.signedOff).allSatisfy { practitioners[$0.by] == .supervisor })
    }
  }

  @Test func `statuses, due days, stuck goals and gaps are spread as in a real caseload`() {
    let files = sample.families(0..<600)
    let open = files.filter(\.family.isOpen)
    func share(_ isCounted: (FamilyFile) -> Bool) -> Int {
      open.filter(isCounted).count * 100 / open.count
    }

    #expect((480...560).contains(open.count))
    #expect((4...20).contains(share { $0.hasOverdueReview(on: drawnDay) }))
    #expect((10...60).contains(share { !$0.reviewsToSignOff.isEmpty }))
    #expect(
      (3...40).contains(share { file in file.progress.open.contains { $0.stuckSince != nil } }))
    #expect((2...30).contains(share { file in file.progress.open.contains { $0.gap != nil } }))
    #expect(
      (4...50).contains(share { $0.actions.contains { $0.due(on: drawnDay)?.isOverdue ?? false } }))
    let kinds = Set(
      open.flatMap { $0.watchpoints() }.filter { $0.isShown(on: drawnDay) }.map(\.kind))
    #expect(kinds == Set(Watchpoint.Kind.allCases))
  }

  @Test func `names repeat little and come from many places`() {
    let names = sample.families(0..<600).map(\.family.name)
    let people = sample.families(0..<600).flatMap(\.people).map(\.name)

    #expect(Set(names).count > 400, "\(Set(names).count)")
    #expect(people.contains { name in name.unicodeScalars.contains { $0.value > 0x370 } })
    #expect(names.allSatisfy { !$0.isEmpty })
  }

  @Test func `children are children`() {
    for file in sample.families(0..<600) {
      #expect(!file.children.isEmpty)
      #expect(!file.adults.isEmpty)
      #expect(file.children.allSatisfy { (0...17).contains($0.age(on: drawnDay) ?? -1) })
    }
  }
}
