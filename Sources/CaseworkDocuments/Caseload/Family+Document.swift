import Casework

extension Practitioner: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(
      id: fields.id(of: .practitioner), name: fields.needed("name"), role: fields.needed("role"),
      team: fields.value("team") ?? "")
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("id", id)
    json.member("name", name)
    json.member("role", role)
    json.member("team", team)
  }
}

extension FamilyFile: DocumentObject {
  init(_ fields: inout Fields) {
    let family = Family(&fields)
    self.init(
      family: family, people: fields.records("people"), team: fields.records("team"),
      consents: fields.records("consents"), conferences: fields.records("conferences"),
      plan: fields.value("plan"), goals: fields.records("goals"),
      actions: fields.records("actions"), ratings: fields.records("ratings"),
      reviews: fields.records("reviews"), notes: fields.records("notes"))
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("actions", actions.sorted(by: \.id))
    json.member("conferences", conferences.sorted(by: \.id))
    json.member("consents", consents.sorted(by: \.id))
    json.member("coordinator", family.coordinator)
    json.member("flags", family.flags)
    json.member("goals", goals.sorted(by: \.id))
    json.member("id", family.id)
    json.member("interpreter", family.interpreter)
    json.member("languages", family.languages)
    json.member("leadProfessional", family.leadProfessional)
    json.member("locality", family.locality)
    json.member("name", family.name)
    json.member("notes", notes.sorted(by: \.id))
    json.member("people", people.sorted(by: \.id))
    json.member("plan", plan)
    json.member("ratings", ratings.sorted(by: \.id))
    json.member("reference", family.reference)
    json.member("reviews", reviews.sorted(by: \.id))
    json.member("safety", family.safety == Safety() ? nil : family.safety)
    json.member("statusHistory", family.statusHistory)
    json.member("supervisor", family.supervisor)
    json.member("supportHistory", family.supportHistory)
    json.member("team", team.sorted(by: \.id))
  }
}

extension Family {
  /// The family's own fields; its members are written with its file's.
  fileprivate init(_ fields: inout Fields) {
    let id: Family.ID = fields.id(of: .family)
    fields.reader.familyID = id
    let reference: String = fields.needed("reference")
    if !reference.isEmpty {
      fields.reader.within(.key("reference")) { fields.reader.noteReference(reference) }
    }
    self.init(
      id: id, reference: reference, name: fields.needed("name"),
      statusHistory: fields.history("statusHistory"),
      supportHistory: fields.history("supportHistory"),
      locality: fields.value("locality") ?? "", languages: fields.value("languages") ?? [],
      interpreter: fields.value("interpreter"),
      leadProfessional: fields.practitioner("leadProfessional"),
      coordinator: fields.practitioner("coordinator"),
      supervisor: fields.practitioner("supervisor"), flags: fields.value("flags") ?? [],
      safety: fields.value("safety") ?? Safety())
  }
}

extension Fields {
  /// The records of one kind; none when the key is missing.
  fileprivate mutating func records<Element: DocumentObject>(_ key: String) -> [Element] {
    value(key) ?? []
  }

  /// A history that has to be there; `FamilyFile.breaches` tells an empty one.
  fileprivate mutating func history<Value: DocumentWord>(_ key: String) -> [Dated<Value>] {
    value(key) ?? []
  }
}

extension Sequence {
  /// In ascending order of a property.
  func sorted<Key: Comparable>(by key: KeyPath<Element, Key>) -> [Element] {
    sorted { $0[keyPath: key] < $1[keyPath: key] }
  }
}

extension Dated: DocumentValue where Value: DocumentWord {}

extension Dated: DocumentObject where Value: DocumentWord {
  init(_ fields: inout Fields) {
    self.init(from: fields.needed("from"), value: fields.needed("value"))
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("from", from)
    json.member("value", value)
  }
}

extension Flag: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(kind: fields.needed("kind"), note: fields.value("note") ?? "")
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("kind", kind)
    json.member("note", note)
  }
}
