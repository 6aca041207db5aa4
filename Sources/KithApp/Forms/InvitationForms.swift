import Casework
import TextUI

/// One person on the way to the conference: how they take part, and what they need for it.
struct InvitationForm: EntryForm {
  let who: Party?

  func title(_ sources: FormSources) -> String {
    who.flatMap { party in sources.file.map { "Invitation of \($0.name(of: party))" } }
      ?? "Invite somebody"
  }

  private func invitation(_ sources: FormSources) -> Invitation? {
    sources.conference().conference.invitations.first { $0.who == who }
  }

  private func safety(_ sources: FormSources) -> Safety {
    sources.file?.family.safety ?? Safety()
  }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    let invitation = invitation(sources)
    var fields: [EntryField] = []
    if who == nil { fields.append(whoField(sources)) }
    let chosen = who ?? Party(choiceID: values["who"] ?? fields.first?.raw ?? "")
    fields += [
      .choice("part", "Takes part", invitation?.part ?? .room),
      .choice("reply", "Says", invitation?.reply ?? .waiting),
      .day("contactedOn", "Contacted on", invitation?.contactedOn, reading: .pastDay),
      .day("preparedOn", "Prepared on", invitation?.preparedOn, reading: .pastDay),
      .day("consentedOn", "Agreed to it on", invitation?.consentedOn, reading: .pastDay),
      .choices(
        "needs", "Needs", invitation?.needs.map(\.rawValue) ?? [],
        among: Invitation.Need.allCases.map { Choice(id: $0.rawValue, label: $0.rawValue) }),
      .line("needsNote", "About that", invitation?.needsNote ?? ""),
    ]
    fields += safetyFields(chosen, invitation, sources)
    fields += [
      .day("releasedOn", "Invitation out on", invitation?.releasedOn, reading: .pastDay),
      .area(
        "statement", "Their words", invitation?.statement ?? "", lines: 2, hint: "to be read out"),
      .choice(
        "readOutBy", "Read out by", invitation?.readOutBy?.choiceID ?? "",
        among: [Choice(id: "", label: "nobody yet")] + sources.parties(brief: true)),
      .yesNo("excluded", "Kept out", invitation?.exclusion != nil),
    ]
    if (values["excluded"] ?? (invitation?.exclusion == nil ? "no" : "yes")) == "yes" {
      fields += exclusionFields(invitation?.exclusion, sources)
    }
    return fields
  }

  private func whoField(_ sources: FormSources) -> EntryField {
    let invited = Set(sources.conference().conference.invitations.map(\.who.choiceID))
    let others = sources.parties().filter { !invited.contains($0.id) }
    return .choice("who", "Who", others.first?.id ?? "", among: others)
  }

  /// - Source: rules R-C7 and R-C8: asked only where domestic abuse is recorded.
  private func safetyFields(
    _ chosen: Party?, _ invitation: Invitation?, _ sources: FormSources
  ) -> [EntryField] {
    let safety = safety(sources)
    let harmed = safety.harmed.filter { .person($0) != chosen }
    var fields: [EntryField] = []
    if !harmed.isEmpty {
      let choices = harmed.map { id in
        Choice(id: "\(id)", label: sources.file?.name(of: .person(id)) ?? "")
      }
      fields.append(
        .choices(
          "harmedConsents", "Agreed to by", invitation?.harmedConsents.map { "\($0.by)" } ?? [],
          among: choices))
    }
    guard let person = chosen?.personID, safety.harmedBy.contains(person) else { return fields }
    let presence = invitation?.presence ?? PresenceConditions()
    return fields + [
      .yesNo("requested", "Who was harmed asks for it", presence.isRequestedByHarmed),
      .yesNo("acknowledges", "Acknowledges the abuse", presence.acknowledgesAbuse),
      .yesNo("willing", "Is willing to address it", presence.isWillingToAddressIt),
    ]
  }

  private func exclusionFields(
    _ exclusion: Exclusion?, _ sources: FormSources
  ) -> [EntryField] {
    [
      .day("excludedOn", "Since", exclusion?.on ?? sources.today, reading: .pastDay),
      .paragraph("exclusionReason", "Why", exclusion?.reason ?? ""),
      .line("instead", "Takes part instead", exclusion?.instead ?? "", hint: "words, a telephone"),
      .day("appealedOn", "Asked again on", exclusion?.appealedOn, reading: .pastDay),
      .line("appealAnswer", "Answer to that", exclusion?.appealAnswer ?? ""),
    ]
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    var reader = reader
    var (before, conference) = sources.conference()
    guard let who = who ?? reader.party("who") else {
      reader.add("who", "Whom? Everybody of the family and the team is invited already.")
      return try reader.finish(FormResult(changes: [], sentence: ""))
    }
    let index = conference.invitations.firstIndex { $0.who == who }
    var invitation = index.map { conference.invitations[$0] } ?? Invitation(who: who)
    read(&invitation, &reader, sources)
    if let index {
      conference.invitations[index] = invitation
    } else {
      conference.invitations.append(invitation)
    }
    let changes = [
      Change(before: before.map(Record.conference), after: .conference(conference))
    ].filter { $0.before != $0.after }
    let verb = index == nil ? "Invited" : "Changed the invitation of"
    do throws(FormFault) {
      return try reader.finish(
        FormResult(changes: changes, sentence: "\(verb) \(sources.file?.name(of: who) ?? "")"),
        extra: sources.refusals(of: changes))
    } catch {
      let presence = sources.file?.presenceRefusal(for: invitation)
      throw FormFault(breaches: error.breaches.map { placed($0, presence) })
    }
  }

  private func read(
    _ invitation: inout Invitation, _ reader: inout FormReader, _ sources: FormSources
  ) {
    invitation.part = reader.choice("part", .room)
    invitation.reply = reader.choice("reply", .waiting)
    invitation.contactedOn = reader.day("contactedOn")
    invitation.preparedOn = reader.day("preparedOn")
    invitation.consentedOn = reader.day("consentedOn")
    invitation.releasedOn = reader.day("releasedOn")
    let needs = reader.values["needs"] ?? ""
    invitation.needs = needs.split(separator: ",").compactMap {
      Invitation.Need(rawValue: String($0))
    }
    invitation.needsNote = reader.text("needsNote")
    invitation.statement = reader.text("statement")
    invitation.readOutBy = reader.party("readOutBy")
    if let ids = reader.values["harmedConsents"] {
      let agreed = ids.split(separator: ",").compactMap { Person.ID(String($0)) }
      invitation.harmedConsents = agreed.map { id in
        invitation.harmedConsents.first { $0.by == id }
          ?? HarmedConsent(by: id, on: sources.today)
      }
    }
    if reader.values["requested"] != nil {
      invitation.presence = PresenceConditions(
        isRequestedByHarmed: reader.isYes("requested"),
        acknowledgesAbuse: reader.isYes("acknowledges"),
        isWillingToAddressIt: reader.isYes("willing"))
    }
    invitation.exclusion = nil
    guard reader.isYes("excluded") else { return }
    let reason = reader.text("exclusionReason")
    if reason.isEmpty { reader.add("exclusionReason", "Why are they kept out?") }
    invitation.exclusion = Exclusion(
      on: reader.requiredDay("excludedOn"), reason: reason, instead: reader.text("instead"),
      appealedOn: reader.day("appealedOn"), appealAnswer: reader.text("appealAnswer"))
  }

  /// Puts a refusal at the field that can answer it.
  private func placed(_ breach: RuleBreach, _ presence: String?) -> RuleBreach {
    guard breach.field == "invitations" else { return breach }
    let field =
      breach.sentence == presence || breach.sentence.contains("in the room: choose")
      ? "part"
      : breach.sentence.contains("Why is somebody kept out")
        ? "exclusionReason"
        : breach.sentence.contains("be heard instead") ? "instead" : "releasedOn"
    return RuleBreach(field: field, sentence: breach.sentence)
  }
}

/// Who has to be kept safe from whom, and what the law says about it.
struct SafetyForm: EntryForm {
  func title(_ sources: FormSources) -> String { "Safety" }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    let safety = sources.file?.family.safety ?? Safety()
    let people = self.people(sources)
    var fields: [EntryField] = [
      .choices("harmed", "Harmed by abuse", safety.harmed.map { "\($0)" }, among: people),
      .choices("harmedBy", "By", safety.harmedBy.map { "\($0)" }, among: people),
    ]
    let nobody = [Choice(id: "", label: "nobody")]
    for index in 0..<rows("keeps", safety.conditions.count, values) {
      let condition = safety.conditions.indices.contains(index) ? safety.conditions[index] : nil
      fields.append(
        .choice(
          "keeps\(index)", "The law keeps away", condition.map { "\($0.keeps)" } ?? "",
          among: nobody + people))
      let chosen = values["keeps\(index)"] ?? condition.map { "\($0.keeps)" } ?? ""
      if !chosen.isEmpty { fields += conditionFields(index, condition, people, sources) }
    }
    for index in 0..<rows("of", safety.keptFrom.count, values) {
      let kept = safety.keptFrom.indices.contains(index) ? safety.keptFrom[index] : nil
      fields.append(
        .choice(
          "of\(index)", "Keep back details of", kept.map { "\($0.of)" } ?? "",
          among: nobody + people))
      let chosen = values["of\(index)"] ?? kept.map { "\($0.of)" } ?? ""
      guard !chosen.isEmpty else { continue }
      fields += [
        .choice(
          "keptFrom\(index)", "· from", kept.map { "\($0.from)" } ?? people.first?.id ?? "",
          among: people),
        .line("why\(index)", "· because", kept?.why ?? ""),
      ]
    }
    return fields
  }

  private func people(_ sources: FormSources) -> [Choice] {
    let file = sources.file
    return ((file?.children ?? []) + (file?.adults ?? [])).map {
      Choice(id: "\($0.id)", label: $0.shortName)
    }
  }

  /// One more than are filled in, so that there is always room for another.
  private func rows(_ id: String, _ count: Int, _ values: [String: String]) -> Int {
    var rows = count
    while !(values["\(id)\(rows)"] ?? "").isEmpty, rows < 9 { rows += 1 }
    return rows + 1
  }

  private func conditionFields(
    _ index: Int, _ condition: LegalCondition?, _ people: [Choice], _ sources: FormSources
  ) -> [EntryField] {
    [
      .choice("kind\(index)", "· by a", condition?.kind ?? .bail),
      .choices(
        "from\(index)", "· from", condition?.from.map { "\($0)" } ?? [], among: people),
      .line("place\(index)", "· from the place", condition?.place ?? ""),
      .day("begins\(index)", "· since", condition?.begins ?? sources.today),
      .day("ends\(index)", "· until", condition?.ends),
      .line("note\(index)", "· to know", condition?.note ?? ""),
    ]
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    var reader = reader
    guard let before = sources.file?.family else {
      preconditionFailure("safety belongs to a family")
    }
    func people(_ id: String) -> [Person.ID] {
      (reader.values[id] ?? "").split(separator: ",").compactMap { Person.ID(String($0)) }
    }
    var family = before
    family.safety = Safety(harmed: people("harmed"), harmedBy: people("harmedBy"))
    for index in 0..<10 {
      if let keeps: Person.ID = reader.recordID("keeps\(index)") {
        family.safety.conditions.append(
          LegalCondition(
            kind: reader.choice("kind\(index)", .bail), keeps: keeps, from: people("from\(index)"),
            place: reader.text("place\(index)"), begins: reader.requiredDay("begins\(index)"),
            ends: reader.day("ends\(index)"), note: reader.text("note\(index)")))
      }
      if let of: Person.ID = reader.recordID("of\(index)"),
        let from: Person.ID = reader.recordID("keptFrom\(index)")
      {
        family.safety.keptFrom.append(
          KeptFrom(of: of, from: from, why: reader.text("why\(index)")))
      }
    }
    let changes = before == family ? [] : [Change(before: .family(before), after: .family(family))]
    return try reader.finish(
      FormResult(changes: changes, sentence: "Changed what keeps the family safe"),
      extra: sources.refusals(of: changes, fields: ["safety": "harmed"]))
  }
}
