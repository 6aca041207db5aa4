import FoundationEssentials

/// One thing that a checkup looked at.
struct Finding: Encodable {
  enum Verdict: String, Encodable {
    case good
    /// Good to know; nothing has to be done.
    case note
    /// Something to mend.
    case fault
  }

  enum Area: String, Encodable, CaseIterable {
    case terminal = "Terminal"
    case characters = "Characters"
    case store = "Store"
    case settings = "Settings"
    case versions = "Versions"
  }

  var area: Area
  var verdict: Verdict
  var words: String
  /// What to do about it; empty when nothing has to be done.
  var remedy = ""

  /// A path as a person would say it, without the name of an account.
  static func path(_ path: String, _ environment: [String: String]) -> String {
    guard let home = environment["HOME"], home.count > 1, path.hasPrefix(home + "/") else {
      return path
    }
    return "~" + path.dropFirst(home.count)
  }

  static func good(_ area: Area, _ words: String) -> Finding {
    Finding(area: area, verdict: .good, words: words)
  }

  static func note(_ area: Area, _ words: String, _ remedy: String = "") -> Finding {
    Finding(area: area, verdict: .note, words: words, remedy: remedy)
  }

  static func fault(_ area: Area, _ words: String, _ remedy: String) -> Finding {
    Finding(area: area, verdict: .fault, words: words, remedy: remedy)
  }
}

/// Everything that was found.
struct Checkup {
  var findings: [Finding]

  var isGood: Bool { !findings.contains { $0.verdict == .fault } }

  /// A line each, what to do beneath; for a terminal without UTF-8 in plain signs.
  func text(plain: Bool) -> String {
    var lines: [String] = []
    for area in Finding.Area.allCases {
      let own = findings.filter { $0.area == area }
      guard !own.isEmpty else { continue }
      lines.append(area.rawValue)
      for finding in own {
        lines.append("  \(Self.mark(finding.verdict, plain: plain)) \(finding.words)")
        if !finding.remedy.isEmpty { lines.append("      \(finding.remedy)") }
      }
    }
    let faults = findings.count { $0.verdict == .fault }
    lines.append("")
    lines.append(
      faults == 0
        ? "Nothing is amiss." : faults == 1 ? "One thing to mend." : "\(faults) things to mend.")
    return lines.joined(separator: "\n")
  }

  private static func mark(_ verdict: Finding.Verdict, plain: Bool) -> String {
    switch verdict {
    case .good: plain ? "+" : "✓"
    case .note: plain ? "-" : "·"
    case .fault: "!"
    }
  }

  /// `{"findings": [{"area": …, "verdict": …, "words": …, "remedy": …}], "good": true}`.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let document = Document(good: isGood, findings: findings)
    return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
  }

  private struct Document: Encodable {
    var good: Bool
    var findings: [Finding]
  }
}
