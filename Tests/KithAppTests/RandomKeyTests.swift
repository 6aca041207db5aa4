import Casework
import Testing
import TextUI

@testable import KithApp

/// Keys in no order at all.
@MainActor
@Suite(.serialized)
struct RandomKeyTests {
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let often: [Key] = [
    .down, .up, .enter, .escape, .tab, .backTab, .control("s"), "a", "A", "e", "d", "r", "x",
  ]
  private static let sometimes: [Key] =
    "0123456789+jklhgGfmnopstuyYCKJ/:?q]* [éß家".map { Key($0) }
    + ["u", "f", .left, .right, .home, .end, .pageUp, .pageDown, .delete, .backspace]
    + "cdgklnprtuz_".map { Key.control($0) }

  private func key(_ dice: inout Dice) -> Key {
    let set = Bool.random(using: &dice) ? RandomKeyTests.often : RandomKeyTests.sometimes
    return set[Int.random(in: 0..<set.count, using: &dice)]
  }

  @Test func `two thousand random keys leave every frame whole and every family readable`()
    async throws
  {
    let demo = try await DemoStore.make()
    var pressed = 0
    var seed: UInt64 = 1
    while pressed < 2000 {
      var dice = Dice(state: seed)
      seed += 1
      let desk = try demo.desk(
        width: .random(in: 40...130, using: &dice), height: .random(in: 10...45, using: &dice))
      for _ in 0..<25 where !desk.hasEnded {
        if Int.random(in: 0..<6, using: &dice) == 0 {
          desk.resize(
            .random(in: 1...130, using: &dice), .random(in: 1...45, using: &dice))
        }
        let keys = (0..<Int.random(in: 1...4, using: &dice)).map { _ in key(&dice) }
        desk.burst(keys)
        pressed += keys.count
      }
      for canvas in desk.terminal.frames { check(canvas, seed: seed - 1) }
    }

    for id in try await demo.store.familyIDs() {
      let file = try await demo.store.family(id)
      let breaches = file.breaches(on: demo.world.today).map(\.breach.sentence)
      #expect(breaches.isEmpty, "\(file.family.name): \(breaches)")
    }
  }

  private func check(_ canvas: Canvas, seed: UInt64) {
    let size = canvas.size
    let text = canvas.lines.joined(separator: " ")
    #expect(canvas.lines.count == size.height, "seed \(seed)")
    #expect(
      text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }, "seed \(seed)")
    guard let cursor = canvas.cursor else {
      Issue.record(
        "seed \(seed): a frame without a cursor:\n\(canvas.lines.joined(separator: "\n"))")
      return
    }
    let isInside = (0..<size.width).contains(cursor.x) && (0..<size.height).contains(cursor.y)
    #expect(isInside, "seed \(seed): the cursor is at \(cursor) of \(size)")
    if size.width >= Chrome.smallest.width, size.height >= Chrome.smallest.height {
      #expect(
        text.contains("TRAINING") || text.contains("Hidden."),
        "seed \(seed):\n\(canvas.lines.joined(separator: "\n"))")
    }
  }
}
