import Casework
import TextUI

extension FormSources {
  /// The conference that is worked on; a new one before there is any.
  func conference() -> (before: Conference?, conference: Conference) {
    let before = file?.conference.flatMap { $0.isOpen ? $0 : nil }
    return (before, before ?? Conference(id: context.world.newID(), familyID: familyID))
  }

  /// Why the store would not take changes of this family, by the fields of a form.
  ///
  /// - Parameter fields: the form's field for a field of the record.
  func refusals(of changes: [Change], fields: [String: String] = [:]) -> [RuleBreach] {
    guard let file else { return [] }
    let settings = context.world.settings
    return file.refusals(of: changes, by: context.me, on: today, settings: settings).map {
      RuleBreach(field: fields[$0.field] ?? $0.field, sentence: $0.sentence)
    }
  }

  /// The adults of the family, with what makes their agreement count.
  fileprivate var askable: [Choice] {
    let people =
      (file?.adults ?? []) + (file?.children ?? []).filter { ($0.age(on: today) ?? 0) >= 16 }
    return people.map { person in
      let right = person.hasParentalResponsibility ? ", parental responsibility" : ""
      let known = person.knownAs.isEmpty ? "" : " · \(person.knownAs)"
      return Choice(id: "\(person.id)", label: person.name + known + right)
    }
  }
}

extension FormReader {
  /// Saves a conference, once neither the form nor a rule stands in the way.
  fileprivate func finish(
    _ before: Conference?, _ after: Conference, _ sentence: String, also: [Change] = [],
    isUndoable: Bool = true, fields: [String: String] = [:], _ sources: FormSources
  ) throws(FormFault) -> FormResult {
    let own = Change(before: before.map(Record.conference), after: .conference(after))
    let changes = also + (before == after ? [] : [own])
    return try finish(
      FormResult(changes: changes, sentence: sentence, isUndoable: isUndoable),
      extra: sources.refusals(of: changes, fields: fields))
  }
}

/// A conference is offered to somebody, who answers.
struct OfferForm: EntryForm {
  let person: Person.ID?

  func title(_ sources: FormSources) -> String { "Offer a family group conference" }

  private func offer(_ sources: FormSources) -> ConferenceOffer? {
    sources.conference().conference.offers.last { $0.to == person }
  }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    let offer = offer(sources)
    let asked = person.map { "\($0)" } ?? sources.askable.first?.id ?? ""
    var fields: [EntryField] = [
      .choice("to", "Offered to", asked, among: sources.askable),
      .day("on", "On", offer?.on ?? sources.today, reading: .pastDay),
      .choice("answer", "Their answer", offer?.answer ?? .waiting),
    ]
    let answer = values["answer"] ?? offer?.answer.rawValue ?? ""
    guard answer == "yes" || answer == "no" else { return fields }
    fields.append(
      .day("answeredOn", "Answered on", offer?.answeredOn ?? sources.today, reading: .pastDay))
    if answer == "no" { fields.append(.paragraph("reason", "Why not", offer?.reason ?? "")) }
    return fields
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    var reader = reader
    var (before, conference) = sources.conference()
    guard let to: Person.ID = reader.recordID("to") else {
      reader.add("to", "To whom? Add the family's people in Team first.")
      return try reader.finish(FormResult(changes: [], sentence: ""))
    }
    let answer: ConferenceOffer.Answer = reader.choice("answer", .waiting)
    let offer = ConferenceOffer(
      to: to, on: reader.requiredDay("on"), answer: answer,
      answeredOn: answer == .waiting ? nil : reader.day("answeredOn"),
      reason: answer == .no ? reader.text("reason") : "")
    if person != nil, let index = conference.offers.lastIndex(where: { $0.to == person }) {
      conference.offers[index] = offer
    } else {
      conference.offers.append(offer)
    }
    let name = sources.file?.name(of: .person(to)) ?? ""
    let said = answer == .waiting ? "" : ", who said \(answer.rawValue)"
    return try reader.finish(
      before, conference, "Offered a conference to \(name)\(said)", fields: ["offers": "to"],
      sources)
  }
}

/// Who referred the family, and how quickly they heard.
struct ReferralForm: EntryForm {
  func title(_ sources: FormSources) -> String { "Referral" }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    let conference = sources.conference().conference
    let referral = conference.referral
    return [
      .day(
        "referredOn", "Referred on", conference.referredOn ?? sources.today, reading: .pastDay),
      .line("from", "By whom", referral.from, hint: "who, and from where"),
      .day("answeredOn", "They had an answer on", referral.answeredOn, reading: .pastDay),
      .day("allocatedOn", "A coordinator since", referral.allocatedOn, reading: .pastDay),
      .day("contactedOn", "Coordinator rang them on", referral.contactedOn, reading: .pastDay),
    ]
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    var reader = reader
    var (before, conference) = sources.conference()
    conference.referredOn = reader.day("referredOn")
    conference.referral = Referral(
      from: reader.text("from"), allocatedOn: reader.day("allocatedOn"),
      answeredOn: reader.day("answeredOn"), contactedOn: reader.day("contactedOn"))
    return try reader.finish(
      before, conference, "Changed the referral to a conference",
      fields: ["referral": "from"], sources)
  }
}

/// Questions for the family, bottom lines, what the agencies can bring.
struct BaselineForm: EntryForm {
  func title(_ sources: FormSources) -> String { "What the family is asked" }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    let baseline = sources.conference().conference.baseline
    return [
      .area(
        "questions", "Questions", baseline.questions.joined(separator: "\n"), lines: 4,
        hint: "plain words, a question a line"),
      .area(
        "bottomLines", "Bottom lines", baseline.bottomLines.joined(separator: "\n"), lines: 3,
        hint: "what the plan has to hold, a line each"),
      .area(
        "resources", "Agencies can bring", baseline.resources, lines: 2,
        hint: "people, places, money, time"),
    ]
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    var (before, conference) = sources.conference()
    func lines(_ id: String) -> [String] {
      reader.text(id).split(whereSeparator: \.isNewline)
        .map { line in
          var line = line.drop { $0.isWhitespace || $0 == "-" || $0 == "·" }
          while line.last?.isWhitespace == true { line.removeLast() }
          return String(line)
        }.filter { !$0.isEmpty }
    }
    conference.baseline = Baseline(
      questions: lines("questions"), bottomLines: lines("bottomLines"),
      resources: reader.text("resources"))
    return try reader.finish(
      before, conference, "Changed what the family is asked", fields: ["baseline": "questions"],
      sources)
  }
}

/// The day, the time and the place of the conference.
struct ConferenceForm: EntryForm {
  func title(_ sources: FormSources) -> String { "Book the conference" }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    let conference = sources.conference().conference
    return [
      .day("planned", "Day", conference.planned?.day),
      .time("time", "Time", conference.planned?.time),
      .line("place", "Place", conference.place, hint: "somewhere the family likes to be"),
    ]
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    var reader = reader
    var (before, conference) = sources.conference()
    let day = reader.day("planned")
    let time = reader.time("time")
    conference.planned = day.map { MeetingTime(day: $0, time: time) }
    conference.place = reader.text("place")
    let sentence =
      day.map { "Booked the conference for \($0.words(on: sources.today))" }
      ?? "Took the conference's day back"
    return try reader.finish(before, conference, sentence, sources)
  }
}

/// The coordinator stops the conference to keep somebody safe, or lets it go on.
///
/// - Source: rule R-C11.
struct StopForm: EntryForm {
  func title(_ sources: FormSources) -> String {
    sources.conference().conference.isStopped
      ? "Let the conference go on" : "Stop the conference"
  }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    if sources.conference().conference.isStopped {
      return [.day("resumedOn", "It goes on from", sources.today, reading: .pastDay)]
    }
    return [
      .day("on", "Stopped on", sources.today, reading: .pastDay),
      .paragraph("reason", "Why", ""),
      .paragraph("supportOffered", "Support offered", ""),
    ]
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    var reader = reader
    var (before, conference) = sources.conference()
    if conference.isStopped {
      conference.stops[conference.stops.count - 1].resumedOn = reader.requiredDay("resumedOn")
      return try reader.finish(before, conference, "The conference goes on", sources)
    }
    let reason = reader.text("reason")
    if reason.isEmpty { reader.add("reason", "Why is it stopped?") }
    conference.stops.append(
      ConferenceStop(
        on: reader.requiredDay("on"), by: sources.context.me.id, reason: reason,
        supportOffered: reader.text("supportOffered")))
    return try reader.finish(
      before, conference, "Stopped the conference: \(reason)", fields: ["stops": "reason"],
      sources)
  }
}

// MARK: - Agreeing

/// What is said of the plan at the end of the conference.
///
/// - Source: rules R-C13, R-C15.
struct VerdictForm: EntryForm {
  func title(_ sources: FormSources) -> String { "What is agreed" }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] {
    let conference = sources.conference().conference
    let agreement = conference.agreement
    let verdict = values["verdict"] ?? agreement?.verdict.rawValue ?? "agreed"
    let everyone = sources.parties(brief: true)
    let there = conference.agreedBy.isEmpty ? conference.came : conference.agreedBy
    var said = EntryField.choice("verdict", "The plan is", agreement?.verdict ?? .agreed)
    said.remark = remark(conference, sources)
    var fields = [said]
    if verdict == Agreement.Verdict.agreedWithPoints.rawValue {
      fields.append(.paragraph("points", "With these points", agreement?.points ?? ""))
    }
    if verdict == Agreement.Verdict.notSafe.rawValue {
      fields += refusalFields(conference)
    } else {
      fields.append(
        .choices("agreedBy", "Agreed by", there.map(\.choiceID), among: everyone))
    }
    let settings = sources.context.world.settings
    let review = conference.reviewOn ?? sources.today + settings.conferenceReviewDue
    fields += [
      .day("reviewOn", "Review conference", review, hint: "+12w, 27 nov"),
      .line("place", "Where", conference.place),
    ]
    return fields
  }

  /// What to know before it is said: that today is not the day, and which actions are nobody's.
  private func remark(_ conference: Conference, _ sources: FormSources) -> String {
    var words: [String] = []
    if conference.heldOn == nil, let planned = conference.planned?.day, planned != sources.today {
      words.append(
        "Booked for \(planned.words(on: sources.today)); it counts as held today, "
          + "\(sources.today.words(on: sources.today))")
    }
    let nobodys = (sources.file?.actions ?? []).filter { action in
      action.who == nil && action.status == .notYet
        && sources.file?.goal(action.goalID)?.status ?? .open == .open
    }
    if !nobodys.isEmpty {
      words.append("Nobody yet for \(listed(nobodys.map { "“\($0.words)”" }))")
    }
    return words.joined(separator: ". ")
  }

  /// A bottom line, and why the plan does not hold it; left empty where it does.
  private func refusalFields(_ conference: Conference) -> [EntryField] {
    let refusals = conference.agreement?.refusals ?? []
    let lines = conference.baseline.bottomLines.enumerated().map { index, line in
      EntryField.paragraph(
        "line\(index)", "Not “\(TextLayout.truncated(line, to: 20))”",
        refusals.first { $0.line == line }?.why ?? "", lines: 1)
    }
    return lines + [
      .paragraph(
        "unsafe", "Unsafe otherwise", refusals.first { $0.line.isEmpty }?.why ?? "",
        lines: 2)
    ]
  }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    var reader = reader
    guard let file = sources.file else { preconditionFailure("a verdict belongs to a family") }
    var (before, conference) = sources.conference()
    let verdict: Agreement.Verdict = reader.choice("verdict", .agreed)
    var refusals: [Refusal] = []
    if verdict == .notSafe {
      for (index, line) in conference.baseline.bottomLines.enumerated() {
        let why = reader.text("line\(index)")
        if !why.isEmpty { refusals.append(Refusal(line: line, why: why)) }
      }
      let unsafe = reader.text("unsafe")
      if !unsafe.isEmpty { refusals.append(Refusal(line: "", why: unsafe)) }
      if refusals.isEmpty {
        reader.add(
          conference.baseline.bottomLines.isEmpty ? "unsafe" : "line0",
          "Which line does it not hold? Say why.")
        return try reader.finish(FormResult(changes: [], sentence: ""))
      }
    }
    let points = verdict == .agreedWithPoints ? reader.text("points") : ""
    if verdict == .agreedWithPoints, points.isEmpty { reader.add("points", "With which points?") }
    let today = sources.today
    conference.agreement = Agreement(
      verdict: verdict, on: today, points: points, refusals: refusals)
    conference.agreedBy = verdict == .notSafe ? [] : reader.parties("agreedBy")
    conference.heldOn = conference.heldOn ?? today
    conference.reviewOn = reader.day("reviewOn")
    var also: [Change] = []
    var breaches: [RuleBreach] = []
    if verdict != .notSafe {
      var plan = file.plan ?? Plan(id: sources.context.world.newID(), familyID: file.family.id)
      do throws(RuleBreach) {
        try plan.agree(
          on: today, at: "the conference", by: conference.agreedBy, goals: file.goals,
          actions: file.actions)
      } catch {
        let field = error.field == "by" ? "agreedBy" : "verdict"
        breaches.append(RuleBreach(field: field, sentence: error.sentence))
      }
      also.append(Change(before: file.plan.map(Record.plan), after: .plan(plan)))
    }
    also += review(conference, place: reader.text("place"), sources)
    guard breaches.isEmpty else {
      return try reader.finish(.init(changes: [], sentence: ""), extra: breaches)
    }
    return try reader.finish(
      before, conference, sentence(verdict, refusals), also: also, isUndoable: false,
      fields: ["agreement": "verdict", "heldOn": "verdict"], sources)
  }

  private func sentence(_ verdict: Agreement.Verdict, _ refusals: [Refusal]) -> String {
    switch verdict {
    case .agreed: return "The plan is agreed"
    case .agreedWithPoints: return "The plan is agreed, with points"
    case .notSafe:
      let first = refusals.first.map { $0.line.isEmpty ? $0.why : "“\($0.line)”" } ?? ""
      return "The plan is not safe yet: \(first)"
    }
  }

  /// The review conference is planned like any review, so that it stands in every list.
  private func review(
    _ conference: Conference, place: String, _ sources: FormSources
  ) -> [Change] {
    guard let day = conference.reviewOn, let file = sources.file else { return [] }
    let before = file.reviews.first {
      $0.kind == .familyGroupConference && $0.state == .planned
    }
    var review =
      before
      ?? Review(
        id: sources.context.world.newID(), familyID: file.family.id, kind: .familyGroupConference)
    review.planned = MeetingTime(day: day, time: review.planned?.time)
    if !place.isEmpty { review.place = place }
    review.invited = conference.invitations.filter { $0.exclusion == nil && $0.part != .none }
      .map(\.who)
    return before == review
      ? [] : [Change(before: before.map(Record.review), after: .review(review))]
  }
}
