import Casework
import TextUI

/// The lines of a conference's preparation at a width.
struct PreparationPage {
  let file: FamilyFile
  let width: Int
  let context: Context

  private var today: Day { context.today }
  private var isNarrow: Bool { width < 64 }

  /// What can be selected.
  enum Item: Equatable {
    case offer(Person.ID)
    case noOffer, referral, baseline, booking
    case invitation(Party)
    case noInvitation, safety, stop

    var id: String {
      switch self {
      case .offer(let to): "offer \(to)"
      case .invitation(let who): who.choiceID
      case .noOffer: "no offer"
      case .referral: "referral"
      case .baseline: "baseline"
      case .booking: "booking"
      case .noInvitation: "no invitation"
      case .safety: "safety"
      case .stop: "stop"
      }
    }

    var invitation: Party? { if case .invitation(let who) = self { who } else { nil } }
    var isOffer: Bool { if case .offer = self { true } else { false } }
  }

  static func items(_ file: FamilyFile) -> [Item] {
    let conference = file.conference
    let offers = conference?.offers.map { Item.offer($0.to) } ?? []
    let invited = file.inOrder(conference?.invitations.map(\.who) ?? []).map(Item.invitation)
    return (offers.isEmpty ? [.noOffer] : offers) + [.referral, .baseline, .booking]
      + (invited.isEmpty ? [.noInvitation] : invited)
      + (conference?.stops.isEmpty == false ? [.safety, .stop] : [.safety])
  }

  var lines: [Line] {
    let conference =
      file.conference ?? Conference(id: RecordID(file.family.id.uuid), familyID: file.family.id)
    var lines = stageLines(conference) + [.blank]
    let facts = after(conference)
    if !facts.isEmpty { lines += facts + [.blank] }
    var table: PreparationTable?
    for (index, item) in PreparationPage.items(file).enumerated() {
      switch item {
      case .offer(let to): lines += offer(to, conference, index)
      case .noOffer:
        lines += labelled("Offered", "Nobody was asked yet. o offers it.", index, .muted)
      case .referral: lines += referral(conference, index)
      case .baseline: lines += baseline(conference.baseline, index)
      case .booking: lines += booking(conference, index)
      case .noInvitation:
        lines += [.blank] + labelled("Invited", "Nobody yet. a invites somebody.", index, .muted)
      case .invitation(let who):
        guard let invitation = conference.invitations.first(where: { $0.who == who }) else { break }
        let rows = table ?? PreparationTable(file: file, width: width, today: today)
        if table == nil { lines += [.blank] + rows.titles }
        table = rows
        lines += rows.row(invitation, item: index)
      case .safety: lines += [.blank] + safety(index)
      case .stop: lines += stop(conference, index)
      }
    }
    return lines
  }

  private func labelled(
    _ label: String, _ text: String, _ item: Int, _ style: Style = .text
  ) -> [Line] {
    KithApp.labelled(label, text, width: width, style: style).map {
      var line = $0
      line.item = item
      return line
    }
  }

  // MARK: Stage and clocks

  private func stageLines(_ conference: Conference) -> [Line] {
    if let day = conference.withdrawnOn {
      return [Line([Span(2, "Withdrawn on \(day.words(on: today)).", .strong)])]
    }
    let names = Conference.Stage.allCases.map(\.short)
    let now = Conference.Stage.allCases.firstIndex(of: conference.stage) ?? 0
    if context.isSpoken {
      return [Line([Span(2, "Stage \(now + 1) of \(names.count): \(names[now])", .strong)])]
    }
    let isWide = names.map { TextLayout.width($0) + 3 }.reduce(2, +) < width
    func shown(_ index: Int) -> String {
      let name = index == now ? "[\(names[index])]" : isWide ? names[index] : " \(names[index]) "
      return isWide && index > 0 ? "› \(name)" : name
    }
    func wide(_ range: ClosedRange<Int>) -> Int {
      range.reduce(0) { $0 + TextLayout.width(shown($1)) + (isWide ? 1 : 0) }
    }
    // Where it is narrow those behind it give way first: what comes next is asked for.
    var range = 0...(names.count - 1)
    while range.lowerBound < now, wide(range) > width - 4 {
      range = (range.lowerBound + 1)...range.upperBound
    }
    while range.upperBound > now, wide(range) > width - 4 {
      range = range.lowerBound...(range.upperBound - 1)
    }
    var spans: [Span] = []
    var x = isWide ? 2 : 1
    if range.lowerBound > 0 {
      spans.append(Span(x, "…", .muted))
      x += 1
    }
    for index in range {
      let text = shown(index)
      spans.append(Span(x, text, index == now ? .tabActive : .muted))
      x += TextLayout.width(text) + (isWide ? 1 : 0)
    }
    if range.upperBound < names.count - 1 { spans.append(Span(x, "…", .muted)) }
    return [Line(spans)]
  }

  /// What waits for a day, and what came of the conference.
  private func after(_ conference: Conference) -> [Line] {
    var lines: [Line] = []
    for clock in conference.clocks(settings: context.world.settings) {
      guard conference.isOpen, let state = clock.state(on: today) else { continue }
      let isLate = state.isOverdue
      let isSoon = clock.amberFrom.map { today >= $0 } ?? false
      let words = "by \(clock.due.words(on: today)), \(state.words)"
      lines += KithApp.labelled(
        isLate ? "! Waits" : "Waits", "\(clock.title) \(words)", width: width,
        style: isLate ? .overdue : isSoon ? .strong : .text)
    }
    let times = conference.familyTimes.map { $0.words(context.world) }
    if !times.isEmpty {
      lines += KithApp.labelled("Family time", KithApp.listed(times), width: width)
    }
    if let said = agreementWords(conference) {
      lines += KithApp.labelled("Agreed", said, width: width)
    }
    if let shared = conference.sharedOn {
      lines += KithApp.labelled(
        "Typed plan", "given out \(shared.words(on: today))", width: width)
    }
    return lines
  }

  private func agreementWords(_ conference: Conference) -> String? {
    guard let agreement = conference.agreement else { return nil }
    let on = agreement.on.words(on: today)
    switch agreement.verdict {
    case .agreed:
      let people = conference.agreedBy.count
      return on + (people == 0 ? "" : ", by \(counted(people, "person", plural: "people"))")
    case .agreedWithPoints: return "\(on), with points: \(agreement.points)"
    case .notSafe:
      let why = agreement.refusals.map { refusal in
        (refusal.line.isEmpty ? "" : "“\(refusal.line)” ") + "because \(refusal.why)"
      }
      return "not safe yet: \(why.joined(separator: "; "))"
    }
  }

  // MARK: What is prepared

  private func offer(_ to: Person.ID, _ conference: Conference, _ item: Int) -> [Line] {
    guard let offer = conference.offers.last(where: { $0.to == to }) else { return [] }
    let name = file.name(of: .person(to))
    let on = offer.on.words(on: today)
    let answered = offer.answeredOn.map { " on \($0.words(on: today))" } ?? ""
    let words: String =
      switch offer.answer {
      case .waiting: "to \(name) on \(on), no answer yet"
      case .yes: "to \(name) on \(on): yes\(answered)"
      case .no:
        "to \(name) on \(on): no\(answered)\(offer.reason.isEmpty ? "" : ", \(offer.reason)")"
      }
    return labelled(item == 0 ? "Offered" : "", words, item)
  }

  private func referral(_ conference: Conference, _ item: Int) -> [Line] {
    guard let on = conference.referredOn else {
      return labelled("Referral", "Not referred yet. f writes it down.", item, .muted)
    }
    let from = conference.referral.from.isEmpty ? "" : " by \(conference.referral.from)"
    let coordinator = context.name(of: file.family.coordinator)
    let who = coordinator.isEmpty ? "no coordinator yet" : "coordinator \(coordinator)"
    return labelled("Referral", "\(on.words(on: today))\(from); \(who)", item)
  }

  private func baseline(_ baseline: Baseline, _ item: Int) -> [Line] {
    guard baseline != Baseline() else {
      return labelled("Questions", "None are written yet. i writes them.", item, .muted)
    }
    var lines: [Line] = []
    for (index, question) in baseline.questions.enumerated() {
      lines += labelled(index == 0 ? "Questions" : "", question, item)
    }
    for (index, line) in baseline.bottomLines.enumerated() {
      lines += labelled(index == 0 ? "Bottom lines" : "", line, item)
    }
    if !baseline.resources.isEmpty { lines += labelled("Agencies bring", baseline.resources, item) }
    return lines
  }

  private func booking(_ conference: Conference, _ item: Int) -> [Line] {
    if let held = conference.heldOn {
      return labelled("Held", held.words(on: today) + place(conference), item)
    }
    guard let planned = conference.planned else {
      return labelled("Day", "Not booked yet. w books it.", item, .muted)
    }
    let time = planned.time.map { " at \($0)" } ?? ""
    return labelled("Day", planned.day.words(on: today) + time + place(conference), item, .strong)
  }

  private func place(_ conference: Conference) -> String {
    conference.place.isEmpty ? "" : ", \(conference.place)"
  }

  private func safety(_ item: Int) -> [Line] {
    var words = file.safetyWords(on: today)
    if words.isEmpty, file.hasDomesticAbuse {
      words = ["Domestic abuse is recorded; S writes down who was harmed."]
    }
    guard !words.isEmpty else {
      return labelled("Safety", "Nothing recorded. S writes it down.", item, .muted)
    }
    return labelled("Safety", words.joined(separator: "; "), item, .overdue)
  }

  private func stop(_ conference: Conference, _ item: Int) -> [Line] {
    conference.stops.enumerated().flatMap { index, stop in
      let on = stop.resumedOn.map { "; went on \($0.words(on: today))" } ?? "; H lets it go on"
      return labelled(
        index == 0 ? "Stopped" : "", "\(stop.on.words(on: today)): \(stop.reason)\(on)", item,
        stop.resumedOn == nil ? .overdue : .text)
    }
  }
}

extension Conference.Stage {
  /// For one line of stages.
  fileprivate var short: String {
    switch self {
    case .planShared: "shared"
    case .reviewBooked: "review"
    default: rawValue
    }
  }
}

/// The invitations as a table.
struct PreparationTable {
  private let file: FamilyFile
  private let today: Day
  private let widths: [Int]
  private let isNarrow: Bool
  private let width: Int

  private static let columns = [
    TableColumn(title: "Invited", width: .flexible(min: 12), importance: 10),
    TableColumn(title: "Takes part", width: .fixed(12), importance: 9),
    TableColumn(title: "Says", width: .fixed(13), importance: 8),
    TableColumn(title: "Told", width: .fixed(6), importance: 3),
    TableColumn(title: "Ready", width: .fixed(6), importance: 6),
    TableColumn(title: "Out", width: .fixed(6), importance: 7),
    TableColumn(title: "Needs", width: .flexible(min: 10), importance: 4),
  ]

  init(file: FamilyFile, width: Int, today: Day) {
    self.file = file
    self.today = today
    self.width = width
    isNarrow = width < 56
    widths = TableLayout.widths(for: PreparationTable.columns, in: max(1, width - 5))
  }

  var titles: [Line] {
    if isNarrow || width >= spokenWidth { return [Line([Span(2, "Invited", .muted)])] }
    return [Line(spans(PreparationTable.columns.map { RowCell($0.title, .muted) }, from: 2))]
  }

  func row(_ invitation: Invitation, item: Int) -> [Line] {
    let missing =
      file.hasDomesticAbuse && invitation.releasedOn == nil && invitation.part != .none
      ? file.missingConsents(for: invitation) : []
    let waits =
      missing.isEmpty
      ? "" : "waits for \(listed(missing.map { file.name(of: .person($0)) }))"
    let needs = (invitation.needs.map(\.rawValue) + [invitation.needsNote])
      .filter { !$0.isEmpty }.joined(separator: ", ")
    let isOut = invitation.exclusion != nil
    let cells = [
      RowCell(file.name(of: invitation.who), .strong),
      RowCell(isOut ? "kept out" : invitation.part.short, isOut ? .overdue : .text),
      RowCell(invitation.reply == .waiting ? "no answer" : invitation.reply.rawValue, .muted),
      day(invitation.contactedOn), day(invitation.preparedOn), day(invitation.releasedOn),
      waits.isEmpty ? RowCell(needs, .muted) : RowCell(waits, .overdue),
    ]
    if width >= spokenWidth { return [spokenRow(cells, PreparationTable.columns, item: item)] }
    guard isNarrow else { return [Line(spans(cells, from: 4), item: item)] }
    let more = [cells[1].text, cells[2].text].joined(separator: " · ")
    return [
      Line([Span(4, TextLayout.truncated(cells[0].text, to: width - 5), .strong)], item: item),
      Line([Span(6, TextLayout.truncated(more, to: width - 7), .muted)], item: item),
    ]
  }

  private func day(_ day: Day?) -> RowCell { RowCell(day?.dayAndMonth ?? "–", .muted) }

  private func spans(_ cells: [RowCell], from start: Int) -> [Span] {
    var x = 4
    var spans: [Span] = []
    for (index, width) in widths.enumerated() where width > 0 {
      let place = index == 0 ? start : x
      spans.append(
        Span(place, TextLayout.truncated(cells[index].text, to: width), cells[index].style))
      x += width + 2
    }
    return spans
  }
}

extension Invitation.Part {
  /// For a narrow column.
  fileprivate var short: String {
    switch self {
    case .room: "in the room"
    case .shuttle: "goes between"
    case .words: "words read"
    case .none: "not included"
    }
  }
}

extension FamilyTime {
  /// `11:05 to 12:00, 55 minutes`, `since 11:05`.
  func words(_ world: World) -> String {
    let start = world.wallClock(began)
    guard let ended else { return "since \(start)" }
    let length = counted(minutes(until: ended), "minute")
    return "\(start) to \(world.wallClock(ended)), \(length)"
  }
}
