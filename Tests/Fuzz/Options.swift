/// What was asked for on the command line.
struct Options {
  var seed: UInt64 = 1
  var bytes = 1_000_000
  var sequences = 10_000
  /// One place alone, by its number.
  var only: Int?
  var jobs = 2
  var packets = 0...Int.max
  var keySequences = 0...Int.max
  /// Where a block keeps what it does now.
  var notes: String?

  /// - Throws: `Fault` with the usage for a word that is none of these.
  init(_ arguments: [String]) throws(Fault) {
    var rest = arguments[...]
    while let name = rest.popFirst() {
      guard let value = rest.popFirst() else { throw Options.usage(name) }
      switch (name, Int(value)) {
      case ("--seed", let number?) where number >= 0: seed = UInt64(number)
      case ("--bytes", let number?) where number >= 0: bytes = number
      case ("--sequences", let number?) where number >= 0: sequences = number
      case ("--only", let number?) where number >= 0: only = number
      case ("--jobs", let number?) where number > 0: jobs = number
      case ("--packets", _): packets = try Options.range(value)
      case ("--key-sequences", _): keySequences = try Options.range(value)
      case ("--notes", _): notes = value
      default: throw Options.usage(name)
      }
    }
  }

  /// `3-9`, or `none`.
  private static func range(_ text: String) throws(Fault) -> ClosedRange<Int> {
    if text == "none" { return -1 ... -1 }
    let ends = text.split(separator: "-").compactMap { Int($0) }
    guard ends.count == 2, ends[0] <= ends[1] else { throw usage(text) }
    return ends[0]...ends[1]
  }

  private static func usage(_ word: String) -> Fault {
    Fault(
      words: "“\(word)” is not understood. fuzz [--seed N] [--bytes N] [--sequences N] "
        + "[--only PLACE] [--packets A-B] [--key-sequences A-B] [--jobs N]")
  }
}
