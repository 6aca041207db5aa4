import Casework

extension JSONWriter {
  /// A document: what `body` writes as one object.
  static func text(_ body: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    json.object(body)
    json.newline()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// A member that is a list of objects.
  mutating func objects<Element>(
    _ key: String, _ elements: [Element], _ body: (Element, inout JSONWriter) -> Void
  ) {
    self.key(key)
    open("[")
    for element in elements {
      startLine()
      object { body(element, &$0) }
    }
    close("]")
  }
}

extension PlanPage {
  /// `format` is `kith plan`, `version` 1; days as `2026-11-27`, words as they were said.
  func json(_ file: FamilyFile, on today: Day) -> String {
    JSONWriter.text { json in
      json.objects("actions", groups.flatMap(\.actions)) { $0.write(to: &$1) }
      json.member("agreedBesides", points)
      json.member("agreedBy", agreedBy == nil ? nil : agreedVersion?.by.map { file.name(of: $0) })
      json.member("agreedOn", agreedVersion?.on)
      json.member("agreedVersion", agreedVersion?.number)
      json.objects("facts", facts) { fact, json in
        json.member("label", fact.label)
        json.member("says", fact.lines)
      }
      json.member("family", file.family.name)
      json.member("for", forWhom)
      json.member("format", "kith plan")
      json.objects("goals", goals + (ended?.goals ?? [])) { goal, json in
        json.objects("actions", goal.actions) { $0.write(to: &$1) }
        json.member("status", goal.status)
        json.member("whose", goal.owner)
        json.member("words", goal.words)
      }
      json.member("openingWords", opening)
      json.member("printedOn", today)
      json.member("version", 1)
    }
  }
}

extension ActionRow {
  func write(to json: inout JSONWriter) {
    json.member("by", action.by)
    json.member("from", action.from)
    json.member("status", action.status)
    json.member("who", who)
    json.member("words", words)
  }
}
