import Casework

/// A record in words, for whoever looks at what was removed.
extension Record {
  /// What a person calls this one: `“Getting to school”`, `Rose Duffy`.
  var titleWords: String {
    switch self {
    case .practitioner(let record): record.name
    case .family(let record): "the family \(record.name)"
    case .person(let record): record.name
    case .member(let record): record.name
    case .consent(let record): "the consent for \(record.agency)"
    case .conference: "the conference"
    case .plan: "the plan's own words"
    case .goal(let record): "“\(record.words)”"
    case .action(let record): "“\(record.words)”"
    case .rating(let record): "the rating of \(record.score)"
    case .review(let record):
      "the \(record.kind.short)" + (record.when.map { " of \($0.day.full)" } ?? "")
    case .note(let record): "the \(record.kind.rawValue) of \(record.day.full)"
    }
  }

  /// Its words and figures, each under its label; nothing that is empty.
  var said: [(label: String, text: String)] {
    let all: [(String, String)]
    switch self {
    case .practitioner(let record):
      all = [("Practitioner", record.name), ("Role", record.role.rawValue), ("Team", record.team)]
    case .family(let record): all = [("Family", record.name), ("Reference", record.reference)]
    case .person(let record): all = record.said
    case .member(let record):
      all = [
        ("Professional", record.name), ("Role", record.role), ("From", record.organisation),
        ("Contact", record.contact),
      ]
    case .consent(let record):
      all = [
        ("Consent for", record.agency), ("What", record.purpose),
        ("Answer", record.answer.rawValue), ("From", record.from.full),
      ]
    case .conference(let record):
      all = [
        ("Conference", record.planned.map { $0.day.full } ?? "not booked"),
        ("Place", record.place),
      ]
    case .plan(let record):
      all = [("Plan", record.openingWords), ("If it isn't working", record.ifNotWorking)]
    case .goal(let record): all = record.said
    case .action(let record):
      all = [
        ("Action", record.words), ("By", record.by?.full ?? ""),
        ("Status", record.status.rawValue), ("How it went", record.howItWent),
      ]
    case .rating(let record):
      all = [("Rating", "\(record.score) on \(record.day.full)"), ("Said", record.words)]
    case .review(let record): all = record.said
    case .note(let record):
      let said = record.kind == .childWords ? "“\(record.words)”" : record.words
      all = [(record.kind.rawValue, record.day.full), ("Words", said)]
    }
    return all.filter { !$0.1.isEmpty }.map { (label: $0.0, text: $0.1) }
  }
}

extension Person {
  fileprivate var said: [(String, String)] {
    [
      (isChild ? "Child" : "Person", name), ("Known as", knownAs), ("Born", born?.full ?? ""),
      ("What they are", listed(Set(relationships.map(\.kind)).sorted())), ("Contact", contact),
      ("School", school), ("Needs", needs), ("Could help with", couldHelpWith),
    ]
  }
}

extension Goal {
  fileprivate var said: [(String, String)] {
    [
      ("Goal", words), ("About", category.rawValue), ("Start", baseline.map(String.init) ?? ""),
      ("Hoped for", hopedFor.map(String.init) ?? ""), ("Set on", setOn.full),
      ("Status", status.rawValue),
    ] + formerWords.map { ("Before", $0.words) }
  }
}

extension Review {
  fileprivate var said: [(String, String)] {
    [
      ("Review", kind.rawValue), ("Day", when?.day.full ?? ""), ("Place", place),
      ("Working well", workingWell), ("Worried about", worries),
      ("Needs to happen", needsToHappen), ("Education", education),
      ("Outcome", outcome?.rawValue ?? ""),
    ] + voices.map { ("Voice", $0.words) }
  }
}
