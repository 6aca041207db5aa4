/// A small, fast generator whose numbers depend on its seed alone: for invented data, not secrets.
///
/// - Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
package struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  /// A generator of its own for one thing among many: the same seed and number, the same generator.
  package init(seed: UInt64, stream: UInt64) {
    var outer = SplitMix64(seed: seed)
    var inner = SplitMix64(seed: outer.next() ^ (stream &* 0xd134_2543_de82_ef95))
    state = inner.next()
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// One of the choices; there has to be one.
  package mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int(truncatingIfNeeded: next() % UInt64(choices.count))]
  }

  /// A whole number of the range.
  package mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(truncatingIfNeeded: next() % UInt64(range.count))
  }

  /// True so many times in a hundred.
  package mutating func chance(_ percent: Int) -> Bool { number(0...99) < percent }
}
