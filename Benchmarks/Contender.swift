/// A program that is measured, and the keys that lead to its list and through it.
struct Contender: Sendable {
  let name: String
  let program: String
  let arguments: [String]
  /// Keys from the first screen to a list of thousands of rows.
  var toList: [String] = []
  /// What is looked for, letter by letter; nothing where a program finds only after Enter.
  var searches: [String] = []
  /// Keys from the list out of the program.
  var toLeave = ["q"]

  /// kith on a store of invented families, one of whose practitioners has been there before.
  static func kith(_ program: String, families: Int, in folder: String) -> Contender {
    Contender(
      name: "kith, \(families) families", program: program,
      arguments: ["--store", "\(folder)/\(families).kith"],
      // Everyone's families, not only one's own, from the first.
      toList: ["2", "f", "g"], searches: ["moyo", "ida"])
  }

  /// kith on the same store, for its list of reviews.
  static func reviews(_ program: String, families: Int, in folder: String) -> Contender {
    Contender(
      name: "reviews of \(families) families", program: program,
      arguments: ["--store", "\(folder)/\(families).kith"])
  }

  /// less on the rows that kith prints for 5000 families.
  static func less(in folder: String) -> Contender {
    Contender(name: "less, 5000 lines", program: "/usr/bin/less", arguments: ["\(folder)/rows.txt"])
  }

  /// tig on 5000 small commits.
  static func tig(in folder: String) -> Contender {
    Contender(
      name: "tig, 5000 commits", program: "/usr/bin/tig", arguments: ["-C", "\(folder)/commits"])
  }
}
