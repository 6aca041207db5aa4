import Casework
import TextUI

/// A family's own facts.
struct FamilyForm: EntryForm {
  let id: Family.ID?

  func title(_ sources: FormSources) -> String { id == nil ? "New family" : "The family" }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    let family = sources.file?.family
    let me = sources.context.me
    let lead = family.map { $0.leadProfessional } ?? (me.role == .practitioner ? me.id : nil)
    let flags = family?.flags ?? []
    let chosen =
      values["flags"].map { $0.split(separator: ",").map(String.init) }
      ?? flags.map(\.kind.rawValue)
    var fields: [EntryField] = [
      .line("name", "Family name", family?.name ?? ""),
      .line(
        "reference", "Reference", family?.reference ?? newReference(sources),
        hint: "your agency's number"),
      .choice("status", "Status", family?.status ?? .open),
      .choice("supportLevel", "Support", family?.supportLevel ?? .earlyHelp),
      .choice("lead", "Lead professional", written(lead), among: sources.practitioners),
      .choice(
        "coordinator", "Coordinator", written(family?.coordinator), among: sources.practitioners),
      .choice(
        "supervisor", "Supervisor", written(family?.supervisor), among: sources.practitioners),
      .line("locality", "Locality", family?.locality ?? ""),
      .line(
        "languages", "Languages", (family?.languages ?? []).joined(separator: ", "),
        hint: "English, Somali"),
      .line("interpreter", "Interpreter for", family?.interpreter ?? ""),
      .choices(
        "flags", "To know", chosen,
        among: Flag.Kind.allCases.map { Choice(id: $0.rawValue, label: $0.rawValue) }),
    ]
    for kind in Flag.Kind.allCases where chosen.contains(kind.rawValue) {
      let note = flags.first { $0.kind == kind }?.note ?? ""
      fields.append(
        .line("flag.\(kind.rawValue)", "· \(kind.rawValue)", note, hint: "what to know about it"))
    }
    return fields
  }

  private func written<Entity>(_ id: RecordID<Entity>?) -> String { id.map { "\($0)" } ?? "" }

  /// A reference that nobody else has, until the agency's own is typed.
  private func newReference(_ sources: FormSources) -> String {
    let digits = sources.today.iso.filter { $0 != "-" }.dropFirst(2)
    return "K\(digits)-\(sources.context.world.newUUID().uuidString.suffix(4))"
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    let before = sources.file?.family
    let today = sources.today
    var family =
      before
      ?? Family(
        id: sources.context.world.newID(), reference: "", name: "", statusHistory: [],
        supportHistory: [])
    family.name = reader.text("name")
    family.reference = reader.text("reference")
    family.setStatus(reader.choice("status", .open), from: today)
    family.setSupportLevel(reader.choice("supportLevel", .earlyHelp), from: today)
    family.leadProfessional = reader.recordID("lead")
    family.coordinator = reader.recordID("coordinator")
    family.supervisor = reader.recordID("supervisor")
    family.locality = reader.text("locality")
    family.languages = reader.text("languages").split(separator: ",")
      .map { String($0.drop(while: \.isWhitespace)) }.filter { !$0.isEmpty }
    let interpreter = reader.text("interpreter")
    family.interpreter = interpreter.isEmpty ? nil : interpreter
    let chosen = (reader.values["flags"] ?? "").split(separator: ",").map(String.init)
    family.flags = Flag.Kind.allCases.filter { chosen.contains($0.rawValue) }
      .map { Flag(kind: $0, note: reader.text("flag.\($0.rawValue)")) }
    return try reader.finish(
      FormResult(
        changes: [Change(before: before.map(Record.family), after: .family(family))],
        sentence: before == nil ? "New family \(family.name)" : "Changed the family's facts"))
  }
}

/// Somebody of the family network.
struct PersonForm: EntryForm {
  let id: Person.ID?

  func title(_ sources: FormSources) -> String { id == nil ? "New person" : "Person" }

  static let relationships = [
    "mother", "father", "stepfather", "stepmother", "grandmother", "grandfather", "aunt", "uncle",
    "brother", "sister", "cousin", "family friend", "neighbour", "foster carer", "godmother",
  ]

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    let person = sources.file?.person(id)
    let noChild = sources.file?.children.isEmpty ?? true
    let isChild = values["isChild"].map { $0 == "yes" } ?? person?.isChild ?? noChild
    var fields: [EntryField] = [
      .line("name", "Name", person?.name ?? ""),
      .line("knownAs", "Known as", person?.knownAs ?? ""),
      .yesNo("isChild", "A child", isChild),
      .day("born", "Born", person?.born, hint: "3/9/2014", reading: .birthDay),
    ]
    if isChild {
      fields.append(.line("school", "School", person?.school ?? ""))
    } else {
      for child in sources.file?.children ?? [] where child.id != id {
        let kind = person?.relationships.first { $0.child == child.id }?.kind ?? ""
        fields.append(
          .line(
            "to.\(child.id)", "To \(child.shortName)", kind, hint: "mother, uncle, neighbour",
            completions: PersonForm.relationships))
      }
      fields.append(
        .yesNo(
          "hasParentalResponsibility", "Parental responsibility",
          person?.hasParentalResponsibility ?? false))
    }
    return fields + [
      .yesNo("livesAtHome", "Lives at home", person?.livesAtHome ?? isChild),
      .line("contact", "Contact", person?.contact ?? "", hint: "phone, or how to reach them"),
      .line("couldHelpWith", "Could help with", person?.couldHelpWith ?? ""),
      .area("needs", "Needs", person?.needs ?? "", lines: 2),
    ]
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    var reader = reader
    let before = sources.file?.person(id)
    var person =
      before
      ?? Person(id: sources.context.world.newID(), familyID: sources.familyID, name: "")
    person.name = reader.text("name")
    person.knownAs = reader.text("knownAs")
    person.isChild = reader.isYes("isChild")
    person.born = reader.day("born")
    if let age = person.age(on: sources.today), age < 16, !person.isChild {
      reader.add("isChild", "\(counted(age, "year")) old: a child? y says yes.")
    }
    person.school = person.isChild ? reader.text("school") : person.school
    if !person.isChild {
      person.hasParentalResponsibility = reader.isYes("hasParentalResponsibility")
      person.relationships = (sources.file?.children ?? []).filter { $0.id != person.id }
        .compactMap { child in
          let kind = reader.text("to.\(child.id)")
          return kind.isEmpty ? nil : Relationship(child: child.id, kind: kind)
        }
    }
    person.livesAtHome = reader.isYes("livesAtHome")
    person.contact = reader.text("contact")
    person.couldHelpWith = reader.text("couldHelpWith")
    person.needs = reader.text("needs")
    return try reader.finish(
      FormResult(
        changes: [Change(before: before.map(Record.person), after: .person(person))],
        sentence: "\(before == nil ? "Added" : "Changed") \(person.name)"))
  }
}

/// The one person a child trusts, and whether the child chose them.
struct TrustedPersonForm: EntryForm {
  let offered: Party?

  func title(_ sources: FormSources) -> String { "The person a child trusts" }

  private func child(_ sources: FormSources, _ values: [String: String]) -> Person? {
    let children = sources.file?.children ?? []
    return children.first { "\($0.id)" == values["child"] } ?? children.first
  }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    let child = child(sources, values)
    let trusted = child?.trusted
    return [
      .choice("child", "Child", child.map { "\($0.id)" } ?? "", among: sources.children),
      .choice(
        "who", "Trusts", (trusted?.who ?? offered)?.choiceID ?? "",
        among: [Choice(id: "", label: "nobody yet")] + sources.parties(keeping: [trusted?.who])),
      .yesNo("chosenByChild", "The child chose them", trusted?.chosenByChild ?? true),
      .day("since", "Since", trusted?.since ?? sources.today),
    ]
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    var reader = reader
    let since = reader.requiredDay("since")
    guard let before = child(sources, reader.values) else {
      throw FormFault(breaches: [RuleBreach(field: "child", sentence: "Choose a child.")])
    }
    var after = before
    let who = reader.party("who")
    if who == .person(before.id) { reader.add("who", "That is the child.") }
    after.trusted = who.map {
      TrustedPerson(who: $0, chosenByChild: reader.isYes("chosenByChild"), since: since)
    }
    let name = sources.file.map { file in who.map { file.name(of: $0) } ?? "nobody" } ?? ""
    let verb = after.trusted?.chosenByChild ?? false ? "chose" : "trusts"
    return try reader.finish(
      FormResult(
        changes: [Change(before: .person(before), after: .person(after))],
        sentence: "\(before.shortName) \(verb) \(name)"))
  }
}
