import Casework
import CaseworkDocuments
import Foundation
import TextUI

/// What is typed at one place, from a seed: first bytes of any kind, then sequences of real keys.
///
/// The same seed and place type the same. Every packet and every sequence has a number, and only
/// those from one number to another may be typed, to find the few that do harm.
@MainActor struct Block {
  var seed: UInt64
  var number: Int
  /// At least so many bytes, in packets of 1 to 64.
  var bytes: Int
  var sequences: Int
  /// Which packets and which sequences are typed.
  var packets = 0...Int.max
  var keySequences = 0...Int.max

  private(set) var typedBytes = 0
  private(set) var typedKeys = 0
  private(set) var frames = 0

  init(seed: UInt64, number: Int, bytes: Int, sequences: Int) {
    (self.seed, self.number, self.bytes, self.sequences) = (seed, number, bytes, sequences)
  }

  /// - Throws: `Fault` when a frame is not whole; `StoreError` when the store fails.
  mutating func run(_ place: Place, over store: InventedStore) throws {
    try typeBytes(place, store)
    try typeKeys(place, store)
  }

  // MARK: Bytes

  /// Packets after which the place is opened anew, so that typing does not stray from it for good.
  private static let packetsPerSitting = 24

  private mutating func typeBytes(_ place: Place, _ store: InventedStore) throws {
    var sitting: Sitting?
    var decoder = InputDecoder()
    var now = ContinuousClock.now
    var (packet, produced) = (0, 0)
    while produced < bytes {
      var dice = SplitMix64(seed: seed, stream: UInt64(number) << 32 | UInt64(packet))
      let typed = Noise.packet(&dice)
      produced += typed.count
      if packets.contains(packet) {
        Watchdog.note("bytes \(packet)")
        if sitting?.hasEnded ?? true || packet % Block.packetsPerSitting == 0 {
          frames += sitting?.terminal.frames ?? 0
          sitting = try sit(at: place, store, dice.size(1...120, 1...40))
          decoder = InputDecoder()
        }
        if dice.chance(8) { try sitting?.resize(to: dice.size(1...200, 1...60)) }
        var events = decoder.feed(typed, now: now)
        now += .milliseconds(dice.number(0...700))
        events += decoder.timeOut(now: now)
        try sitting?.feed(events)
        typedBytes += typed.count
      }
      packet += 1
    }
    frames += sitting?.terminal.frames ?? 0
  }

  private func sit(at place: Place, _ store: InventedStore, _ size: Size) throws -> Sitting {
    let sitting = try Sitting(store, me: place.me, size: size)
    try sitting.arrive(at: place)
    return sitting
  }

  // MARK: Keys

  private mutating func typeKeys(_ place: Place, _ store: InventedStore) throws {
    for sequence in 0..<sequences where keySequences.contains(sequence) {
      Watchdog.note("sequence \(sequence)")
      var dice = SplitMix64(
        seed: seed, stream: UInt64(number) << 32 | 1 << 31 | UInt64(sequence))
      let sitting = try sit(at: place, store, dice.size(1...200, 1...60))
      let isBurst = dice.chance(30)
      var together: [Event] = []
      for _ in 0..<dice.number(1...12) where !sitting.hasEnded {
        if dice.chance(4) { try sitting.resize(to: dice.size(1...200, 1...60)) }
        together.append(Noise.event(&dice))
        typedKeys += 1
        if isBurst { continue }
        try sitting.feed(together)
        together = []
      }
      try sitting.feed(together)
      frames += sitting.terminal.frames
    }
  }
}

extension SplitMix64 {
  fileprivate mutating func size(_ width: ClosedRange<Int>, _ height: ClosedRange<Int>) -> Size {
    Size(width: number(width), height: number(height))
  }
}
