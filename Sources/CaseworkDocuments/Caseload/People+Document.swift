import Casework

extension Person: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(
      id: fields.id(of: .person), familyID: fields.reader.familyID, name: fields.needed("name"),
      knownAs: fields.value("knownAs") ?? "", born: fields.value("born"),
      relationships: fields.value("relationships") ?? [],
      isChild: fields.value("isChild") ?? false, livesAtHome: fields.value("livesAtHome") ?? false,
      hasParentalResponsibility: fields.value("hasParentalResponsibility") ?? false,
      contact: fields.value("contact") ?? "", school: fields.value("school") ?? "",
      needs: fields.value("needs") ?? "", couldHelpWith: fields.value("couldHelpWith") ?? "",
      trusted: fields.value("trusted"))
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("born", born)
    json.member("contact", contact)
    json.member("couldHelpWith", couldHelpWith)
    json.member("hasParentalResponsibility", hasParentalResponsibility)
    json.member("id", id)
    json.member("isChild", isChild)
    json.member("knownAs", knownAs)
    json.member("livesAtHome", livesAtHome)
    json.member("name", name)
    json.member("needs", needs)
    json.member("relationships", relationships)
    json.member("school", school)
    json.member("trusted", trusted)
  }
}

extension Relationship: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(child: fields.needed("child"), kind: fields.needed("kind"))
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("child", child)
    json.member("kind", kind)
  }
}

extension TrustedPerson: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(
      who: fields.needed("who"), chosenByChild: fields.value("chosenByChild") ?? false,
      since: fields.needed("since"))
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("chosenByChild", chosenByChild)
    json.member("since", since)
    json.member("who", who)
  }
}

extension TeamMember: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(
      id: fields.id(of: .member), familyID: fields.reader.familyID, name: fields.needed("name"),
      role: fields.value("role") ?? "", organisation: fields.value("organisation") ?? "",
      contact: fields.value("contact") ?? "", joined: fields.value("joined"),
      left: fields.value("left"), isLeadProfessional: fields.value("isLeadProfessional") ?? false)
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("contact", contact)
    json.member("id", id)
    json.member("isLeadProfessional", isLeadProfessional)
    json.member("joined", joined)
    json.member("left", left)
    json.member("name", name)
    json.member("organisation", organisation)
    json.member("role", role)
  }
}

extension Consent: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(
      id: fields.id(of: .consent), familyID: fields.reader.familyID,
      person: fields.needed("person"), agency: fields.needed("agency"),
      purpose: fields.value("purpose") ?? "", answer: fields.needed("answer"),
      from: fields.needed("from"), until: fields.value("until"),
      withdrawnOn: fields.value("withdrawnOn"))
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("agency", agency)
    json.member("answer", answer)
    json.member("from", from)
    json.member("id", id)
    json.member("person", person)
    json.member("purpose", purpose)
    json.member("until", until)
    json.member("withdrawnOn", withdrawnOn)
  }
}

/// Somebody of the family, `{"person": id}`, or of the team, `{"member": id}`.
extension Party: RequiredValue {
  static let words = "{\"person\": an id} or {\"member\": an id}"
  static let placeholder = Party.person(.placeholder)

  func write(to json: inout JSONWriter) {
    json.object { json in
      switch self {
      case .person(let id): json.member("person", id)
      case .member(let id): json.member("member", id)
      }
    }
  }

  static func read(_ value: JSONValue, _ reader: DocumentReader) -> Party? {
    guard case .object(let members) = value else {
      reader.expected(words, found: value)
      return nil
    }
    let count = reader.faults.count
    var fields = Fields(members, reader)
    let person: Person.ID? = fields.value("person")
    let member: TeamMember.ID? = fields.value("member")
    fields.end()
    switch (person, member) {
    case (let id?, nil): return .person(id)
    case (nil, let id?): return .member(id)
    default:
      if reader.faults.count == count { reader.fault("This has to be \(words), one of the two.") }
      return nil
    }
  }
}
