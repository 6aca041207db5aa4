import Casework

extension FamilyText {
  mutating func writePeople() {
    page.heading("Family network")
    if file.people.isEmpty { page.paragraph("Nobody is recorded yet.") }
    for person in file.children + file.adults { write(person) }
  }

  private mutating func write(_ person: Person) {
    page.paragraph(joined(facts(of: person)))
    page.entry("Needs", person.needs, indent: 4)
    page.entry("Could help with", person.couldHelpWith, indent: 4)
    page.entry("Contact", person.contact, indent: 4)
    if let trusted = person.trusted {
      let chosen = trusted.chosenByChild ? ", their own choice" : ""
      page.entry(
        "Trusts most",
        "\(file.name(of: trusted.who))\(chosen), since \(trusted.since.words(on: today))", indent: 4
      )
    }
    for consent in file.consents where consent.person == person.id { write(consent) }
  }

  private func facts(of person: Person) -> [(label: String, text: String)] {
    let age = person.age(on: today).map(String.init) ?? ""
    let year = person.schoolYear(on: today).map { "year \($0)" } ?? ""
    let school = person.school.isEmpty ? "" : "at \(person.school)"
    let relations = person.relationships
      .map { "\($0.kind) of \(file.name(of: .person($0.child)))" }.joined(separator: ", ")
    return [
      ("", person.name), ("known as", person.knownAs),
      ("", person.isChild ? (age.isEmpty ? "child" : age) : ""),
      ("", person.isChild ? [year, school].filter { !$0.isEmpty }.joined(separator: " ") : ""),
      ("", relations), ("", person.livesAtHome ? "lives at home" : ""),
      ("", person.hasParentalResponsibility ? "parental responsibility" : ""),
    ]
  }

  private mutating func write(_ consent: Consent) {
    let holds = consent.allowsSharing(on: today) ? "" : ", not shared today"
    let until = consent.until.map { " until \($0.words(on: today))" } ?? ""
    let withdrawn = consent.withdrawnOn.map { ", withdrawn \($0.words(on: today))" } ?? ""
    let purpose = consent.purpose.isEmpty ? "" : " (\(consent.purpose))"
    page.paragraph(
      "Sharing with \(consent.agency)\(purpose): \(consent.answer.rawValue) "
        + "\(consent.from.words(on: today))\(until)\(withdrawn)\(holds)", indent: 4)
  }

  mutating func writeTeam() {
    page.heading("Team around the family")
    if file.team.isEmpty { page.paragraph("Nobody is in the team yet.") }
    for member in file.team.sorted(by: {
      ($0.isInTeam(on: today) ? 0 : 1, $0.id) < ($1.isInTeam(on: today) ? 0 : 1, $1.id)
    }) {
      page.paragraph(
        joined([
          ("", member.name), ("", member.role), ("", member.organisation),
          ("", member.isLeadProfessional ? "lead professional" : ""),
          ("since", member.joined?.words(on: today) ?? ""),
          (member.isInTeam(on: today) ? "until" : "left", member.left?.words(on: today) ?? ""),
        ]))
      page.entry("Contact", member.contact, indent: 4)
    }
    for conference in file.conferences.sorted(by: \.id) { write(conference) }
  }

  private mutating func write(_ conference: Conference) {
    var stand = conference.week(on: today).map { "waits for a day, week \($0)" } ?? "offered"
    if let planned = conference.planned {
      stand = "planned for \(planned.words(on: today))"
    }
    if let held = conference.heldOn { stand = "held on \(held.words(on: today))" }
    if let day = conference.withdrawnOn { stand = "withdrawn on \(day.words(on: today))" }
    page.paragraph(
      joined([
        ("", "Family group conference: \(stand)"), ("", conference.place),
        ("agreed by", names(of: conference.agreedBy)),
      ]))
    page.entry("Stage", stage(of: conference), indent: 4)
    for stop in conference.stops {
      let end = stop.resumedOn.map { ", went on \($0.words(on: today))" } ?? ""
      page.entry("Stopped", "\(stop.on.words(on: today))\(end): \(stop.reason)", indent: 4)
    }
  }

  /// `preparation · said yes: Mum · 5 of 7 invited are coming`; empty for one that was withdrawn.
  private func stage(of conference: Conference) -> String {
    guard conference.withdrawnOn == nil else { return "" }
    let yes = conference.offers.filter { $0.answer == .yes }.map { Party.person($0.to) }
    let coming = conference.invitations.filter { $0.reply == .coming }.count
    return joined([
      ("", conference.stage.rawValue), ("said yes:", names(of: yes)),
      (
        "",
        conference.invitations.isEmpty
          ? "" : "\(coming) of \(conference.invitations.count) are coming"
      ),
      ("plan:", conference.agreement?.verdict.rawValue ?? ""),
      ("given out", conference.sharedOn?.words(on: today) ?? ""),
      ("review on", conference.reviewOn?.words(on: today) ?? ""),
    ])
  }
}

extension MeetingTime {
  /// `Fri 27 Nov 16:30`.
  func words(on today: Day) -> String {
    day.words(on: today) + (time.map { " \($0)" } ?? "")
  }
}
