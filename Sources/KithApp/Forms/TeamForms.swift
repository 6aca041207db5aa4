import Casework
import TextUI

/// A professional of the team around the family.
struct MemberForm: EntryForm {
  let id: TeamMember.ID?

  func title(_ sources: FormSources) -> String { id == nil ? "New professional" : "Professional" }

  static let roles = [
    "social worker", "teacher", "head of year", "mentor", "youth worker", "CAMHS", "school nurse",
    "health visitor", "family support worker", "mediator", "GP", "police", "housing officer",
  ]

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    let member = sources.file?.member(id)
    return [
      .line("name", "Name", member?.name ?? ""),
      .line(
        "role", "Role", member?.role ?? "", hint: "teacher, mentor",
        completions: MemberForm.roles),
      .line("organisation", "Organisation", member?.organisation ?? ""),
      .line("contact", "Contact", member?.contact ?? ""),
      .yesNo("isLeadProfessional", "Lead professional", member?.isLeadProfessional ?? false),
      .day("joined", "Joined", member.map { $0.joined } ?? sources.today),
      .day("left", "Left", member?.left),
    ]
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    var reader = reader
    let before = sources.file?.member(id)
    var member =
      before
      ?? TeamMember(
        id: sources.context.world.newID(), familyID: sources.familyID, name: "", role: "")
    member.name = reader.text("name")
    member.role = reader.text("role")
    member.organisation = reader.text("organisation")
    member.contact = reader.text("contact")
    member.isLeadProfessional = reader.isYes("isLeadProfessional")
    member.joined = reader.day("joined")
    member.left = reader.day("left")
    var changes = [Change(before: before.map(Record.member), after: .member(member))]
    if member.isLeadProfessional {
      changes += others(leading: member.id, sources)
    }
    return try reader.finish(
      FormResult(
        changes: changes,
        sentence: before == nil ? "\(member.name) joined the team" : "Changed \(member.name)"))
  }

  /// There is one lead professional: whoever was it before is it no longer.
  private func others(leading id: TeamMember.ID, _ sources: FormSources) -> [Change] {
    (sources.file?.team ?? []).filter { $0.isLeadProfessional && $0.id != id }.map { before in
      var after = before
      after.isLeadProfessional = false
      return Change(before: .member(before), after: .member(after))
    }
  }
}

/// What one person lets be shared with one agency.
struct ConsentForm: EntryForm {
  let id: Consent.ID?
  let person: Person.ID?

  func title(_ sources: FormSources) -> String { id == nil ? "New consent" : "Consent" }

  private func consent(_ sources: FormSources) -> Consent? {
    sources.file?.consents.first { $0.id == id }
  }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    let consent = consent(sources)
    let people = (sources.file?.people ?? []).map { Choice(id: "\($0.id)", label: $0.name) }
    let adult = sources.file?.adults.first ?? sources.file?.people.first
    let agencies = Set((sources.file?.team ?? []).map(\.organisation)).subtracting([""]).sorted()
    var fields: [EntryField] = [
      .choice(
        "person", "Who agrees", (consent?.person ?? person ?? adult?.id).map { "\($0)" } ?? "",
        among: people),
      .line("agency", "With which agency", consent?.agency ?? "", completions: agencies),
      .line(
        "purpose", "What is shared", consent?.purpose ?? "", hint: "plan and reviews",
        completions: ["plan and reviews", "health only", "education only", "her own views"]),
      .choice("answer", "Answer", consent?.answer ?? .given),
      .day("from", "From", consent?.from ?? sources.today),
      .day("until", "Until", consent?.until, hint: "no end, or 27 nov"),
    ]
    if let consent { fields.append(.day("withdrawnOn", "Withdrawn on", consent.withdrawnOn)) }
    return fields
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    var reader = reader
    let before = consent(sources)
    let from = reader.requiredDay("from")
    guard let person: Person.ID = reader.recordID("person") else {
      throw FormFault(breaches: [RuleBreach(field: "person", sentence: "Who agrees?")])
    }
    let consent = Consent(
      id: before?.id ?? sources.context.world.newID(), familyID: sources.familyID, person: person,
      agency: reader.text("agency"), purpose: reader.text("purpose"),
      answer: reader.choice("answer", .given), from: from, until: reader.day("until"),
      withdrawnOn: before == nil ? nil : reader.day("withdrawnOn"))
    return try reader.finish(
      FormResult(
        changes: [Change(before: before.map(Record.consent), after: .consent(consent))],
        sentence: "Consent for \(consent.agency): \(consent.answer.rawValue)"))
  }
}

/// Somebody who uses this store.
struct PractitionerForm: EntryForm {
  let id: Practitioner.ID?

  func title(_ sources: FormSources) -> String { id == nil ? "New practitioner" : "Practitioner" }

  private func practitioner(_ sources: FormSources) -> Practitioner? {
    sources.context.practitioners.first { $0.id == id }
  }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    let practitioner = practitioner(sources)
    return [
      .line("name", "Name", practitioner?.name ?? ""),
      .choice("role", "Role", practitioner?.role ?? .practitioner),
      .line(
        "team", "Team", practitioner?.team ?? sources.context.me.team,
        completions: Array(Set(sources.context.practitioners.map(\.team))).sorted()),
    ]
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    let before = practitioner(sources)
    let after = Practitioner(
      id: before?.id ?? sources.context.world.newID(), name: reader.text("name"),
      role: reader.choice("role", .practitioner), team: reader.text("team"))
    return try reader.finish(
      FormResult(
        changes: [Change(before: before.map(Record.practitioner), after: .practitioner(after))],
        sentence: "\(before == nil ? "Added" : "Changed") \(after.name)"))
  }
}
