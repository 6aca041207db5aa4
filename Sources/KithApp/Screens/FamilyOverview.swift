import Casework
import TextUI

/// Section 1 of a family: everything at a glance.
public struct FamilyOverview: Equatable, Sendable {
  // MARK: State

  private var cursor = LineCursor()

  public init() {}

  // MARK: Action

  public enum Action: Equatable, Sendable {
    case moved(Key)
    case edited
    case noteAdded
    case childWordsAdded
    case personAdded
    case printPressed
    case preparationOpened
    case conferenceOpened
  }

  // MARK: Keys

  func keyBindings(_ file: FamilyFile, _ context: Context) -> [KeyBinding<Action>] {
    let childless = file.children.isEmpty ? "no child is in this family yet" : nil
    return [
      KeyBinding(Key("e"), .edited, "Change the family's facts", hint: "edit"),
      KeyBinding(Key("a"), .noteAdded, "Write a note", hint: "note"),
      KeyBinding(
        Key("A"), .childWordsAdded, "Write down a child's words", hint: "child's words",
        offReason: childless),
      KeyBinding(
        Key("n"), .personAdded, "Add a person to the family network",
        hint: file.adults.isEmpty ? "person" : nil),
      KeyBinding(
        Key("p"), .printPressed, "Print the plan, or everybody's own actions", hint: "print"),
      KeyBinding(Key("C"), .preparationOpened, "Prepare the family group conference"),
      KeyBinding(
        Key("c"), .conferenceOpened, "Conference mode: the plan, typed live",
        offReason: ConferenceMode.offReason(file, context)),
    ] + listKeys(Action.moved)
  }

  // MARK: Update

  mutating func update(_ action: Action, _ file: FamilyFile, _ context: Context) -> [Step] {
    let id = file.family.id
    switch action {
    case .moved(let key):
      let size = context.bodySize
      let lines = FamilyOverview.lines(file, width: size.width, context)
      _ = cursor.handle(key, lines: lines, height: LineCursor.pageHeight(size, lines))
      return []
    case .edited: return [.form(.family(id))]
    case .noteAdded: return [.form(.note(id, nil))]
    case .childWordsAdded: return [.form(.childWords(id))]
    case .personAdded: return [.form(.person(id, nil))]
    case .printPressed: return [.form(.printPlan(id))]
    case .preparationOpened: return [.go(.preparation(id))]
    case .conferenceOpened: return [.go(.conference(id))]
    }
  }

  // MARK: View

  func view(_ file: FamilyFile, _ size: Size, _ context: Context) -> Canvas {
    var canvas = Canvas(size: size)
    cursor.drawPage(FamilyOverview.lines(file, width: size.width, context), on: &canvas)
    return canvas
  }

  /// The page.
  static func lines(_ file: FamilyFile, width: Int, _ context: Context) -> [Line] {
    let words = OverviewWords(file: file, context: context)
    var lines = plain(words.children, width: width) + plain(words.support, width: width)
    lines.append(.blank)
    lines += now(words, width: width) + safety(words, width: width)
    lines += present(words, width: width)
    if let conference = words.conference {
      lines += labelled("Conference", conference, width: width)
    }
    lines.append(.blank)
    lines += labelled("Family", words.network, width: width)
    if let trusted = words.trusted { lines += labelled("Trusts", trusted, width: width) }
    if let other = words.otherFlags { lines += labelled("To know", other, width: width) }
    if let languages = words.languages { lines += labelled("Languages", languages, width: width) }
    lines += labelled("Reference", words.reference, width: width, style: .muted)
    return lines
  }

  /// What stands beside a list: how things are now. Less is also less to send to the terminal for
  /// every step in the list.
  static func brief(_ file: FamilyFile, width: Int, _ context: Context) -> [Line] {
    let words = OverviewWords(file: file, context: context)
    var lines = [Line([Span(2, file.family.name, .title)]), .blank]
    lines += plain(words.childrenInBrief, width: width)
    lines += plain(words.supportInBrief, width: width)
    lines.append(.blank)
    lines += now(words, width: width)
    if words.hasSafety { lines += safety(words, width: width) }
    lines += present(words, width: width)
    if let trusted = words.trusted { lines += labelled("Trusts", trusted, width: width) }
    return lines
  }

  private static func now(_ words: OverviewWords, width: Int) -> [Line] {
    labelled("Now", words.now, width: width, style: .strong)
  }

  private static func present(_ words: OverviewWords, width: Int) -> [Line] {
    var lines =
      words.childSays.map { quoted("The child", $0.words, $0.source, width: width) }
      ?? labelled(
        "The child", "No words are recorded yet. A writes them down.", width: width, style: .muted)
    if let working = words.workingWell { lines += labelled("Working well", working, width: width) }
    return lines + labelled("Goals", words.goals, width: width)
  }

  /// One fact a line, so that none hides behind another.
  private static func safety(_ words: OverviewWords, width: Int) -> [Line] {
    let isFlagged = words.file.family.flags.contains(where: \.concernsSafety)
    return words.safety.enumerated().flatMap { index, fact in
      labelled(
        index == 0 ? "Safety" : "", fact, width: width, style: isFlagged ? .overdue : .text)
    }
  }

  private static func plain(_ text: String, width: Int) -> [Line] {
    TextLayout.wrapped(TextLayout.sanitised(text), to: max(10, width - 4)).map {
      Line([Span(2, $0)])
    }
  }
}

/// The sentences of a family's overview.
struct OverviewWords {
  let file: FamilyFile
  let context: Context

  private var today: Day { context.today }

  var children: String {
    guard !file.children.isEmpty else { return "No child is recorded yet. n adds a person." }
    let each = file.children.map { child in
      var parts = [child.shortName]
      if let age = child.age(on: today) { parts.append("\(age)") }
      if let year = child.schoolYear(on: today), !child.school.isEmpty {
        parts.append("year \(year) at \(child.school)")
      } else if !child.school.isEmpty {
        parts.append(child.school)
      }
      return parts.joined(separator: ", ")
    }
    return each.joined(separator: " · ") + home
  }

  /// Without schools.
  var childrenInBrief: String {
    let each = file.children.map { child in
      child.age(on: today).map { "\(child.shortName) \($0)" } ?? child.shortName
    }
    return each.isEmpty ? children : listed(each) + home
  }

  private var home: String {
    let home = file.adults.filter(\.livesAtHome).map { addressed($0) }
    return home.isEmpty ? "" : " · at home with \(listed(home))"
  }

  var supportLevel: String {
    let family = file.family
    let level =
      family.supportLevel.rawValue.prefix(1).uppercased()
      + family.supportLevel.rawValue.dropFirst()
    let since = family.supportSince.map { " since \(sinceWords($0))" } ?? ""
    return level + since + (family.status == .open ? "" : " · \(family.status.rawValue)")
  }

  var support: String {
    let family = file.family
    let practitioner = context.name(of: family.leadProfessional)
    let named = [
      ("lead professional", lead ?? practitioner),
      ("practitioner", lead == nil || lead == practitioner ? "" : practitioner),
      ("coordinator", context.name(of: family.coordinator)),
      ("supervisor", context.name(of: family.supervisor)),
    ]
    let people = named.filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1)" }
    return ([supportLevel] + people).joined(separator: " · ")
  }

  /// Of the people only the lead professional, where that is somebody else.
  var supportInBrief: String {
    let practitioner = context.name(of: file.family.leadProfessional)
    let name = lead ?? practitioner
    let isMine = file.family.leadProfessional == context.me.id && name == practitioner
    return supportLevel + (isMine || name.isEmpty ? "" : " · lead professional \(name)")
  }

  /// Of the team around the family, today.
  private var lead: String? {
    file.team.first { $0.isLeadProfessional && $0.isInTeam(on: today) }?.name
  }

  private func sinceWords(_ day: Day) -> String {
    day.parts.year == today.parts.year ? day.dayAndMonth : "\(day.dayAndMonth) \(day.parts.year)"
  }

  var now: String {
    guard file.family.isOpen else { return "Closed." }
    let watchpoints = file.watchpoints(settings: context.world.settings)
      .map { FamilyWatchpoint(familyID: file.family.id, familyName: "", watchpoint: $0) }
    let rows = todayRows(from: watchpoints, on: today, settings: context.world.settings)
    var parts = rows.filter { $0.kind != .review || $0.isOverdue }.prefix(3).map(\.reason)
    let due = file.reviewDue(settings: context.world.settings)
    if let due, !due.state(on: today).isOverdue {
      let planned = due.planned == nil ? " (not planned)" : ""
      parts.append("next review \(due.day.words(on: today))\(planned)")
    } else if due == nil {
      parts.append("no review is planned")
    }
    return parts.joined(separator: "; ")
  }

  /// A child's latest words, and whose they are, who heard them and when.
  var childSays: (words: String, source: String)? {
    file.latestWords().map { said in
      var source: [String] = []
      if let child = said.child, file.children.count > 1 {
        source.append(file.name(of: .person(child)))
      }
      if let heard = said.saidTo { source.append("to \(file.name(of: heard))") }
      source.append(said.day.words(on: today))
      return (said.words, source.joined(separator: ", "))
    }
  }

  private var lastHeld: Review? {
    file.reviews.filter { $0.held != nil }.max { left, right in
      (left.held?.day.number ?? 0) < (right.held?.day.number ?? 0)
    }
  }

  var workingWell: String? {
    lastHeld.flatMap { $0.workingWell.isEmpty ? nil : $0.workingWell }
  }

  var goals: String {
    let progress = file.progress
    guard !progress.goals.isEmpty else { return "No goal is set yet. Tab goes to the plan." }
    let open = progress.open
    var parts = open.isEmpty ? [] : ["\(progress.movingUp) of \(open.count) moving up"]
    let unrated = open.filter { $0.now == nil }
    if unrated.count == 1, let goal = unrated.first {
      parts.append("“\(goal.goal.words)” not rated yet")
    } else if unrated.count > 1 {
      parts.append("\(unrated.count) not rated yet")
    }
    let stuck = open.filter { $0.stuckSince != nil }.count
    if stuck > 0 { parts.append("\(stuck) stuck") }
    let reached = file.goals.filter { $0.status == .reached }.count
    if reached > 0 { parts.append("\(reached) reached") }
    return parts.joined(separator: " · ")
  }

  var conference: String? {
    guard let conference = file.conference else { return nil }
    if conference.withdrawnOn != nil { return "withdrawn" }
    if let held = conference.heldOn {
      let agreed = conference.agreedBy.count
      return held.words(on: today)
        + (agreed > 0 ? ", plan agreed by \(agreed == 1 ? "1 person" : "\(agreed) people")" : "")
    }
    if let planned = conference.planned {
      let time = planned.time.map { " at \($0)" } ?? ""
      let place = conference.place.isEmpty ? "" : ", \(conference.place)"
      return "planned for \(planned.day.words(on: today))\(time)\(place)"
    }
    let weeks = context.world.settings.conferenceDue / 7
    guard let referred = conference.referredOn, let week = conference.week(on: today) else {
      return "offered, not referred yet"
    }
    return "referred \(referred.words(on: today)), not booked, "
      + "week \(min(week, weeks)) of \(weeks). C prepares it."
  }

  var network: String {
    let names = file.adults.map { addressed($0) } + siblingsWords
    return names.isEmpty ? "Nobody yet. n adds a person." : names.joined(separator: " · ")
  }

  private var siblingsWords: [String] {
    file.children.count > 1 || file.adults.isEmpty && !file.children.isEmpty
      ? ["children \(listed(file.children.map(\.shortName)))"] : []
  }

  /// `Mum Dawn`, `uncle Joe`: what the family calls them, else what they are, and the name.
  private func addressed(_ person: Person) -> String {
    let first = person.name.split(separator: " ").first.map(String.init) ?? person.name
    let called = person.knownAs
    guard called.isEmpty else {
      let isName = called.contains(" ") || called.contains(first) || first.hasPrefix(called)
      return isName ? called : "\(called) \(first)"
    }
    let kind = person.relationships.first?.kind ?? ""
    return kind.isEmpty ? first : "\(kind) \(first)"
  }

  var trusted: String? {
    let each = file.children.compactMap { child in
      child.trusted.map { trusted in
        let chose = trusted.chosenByChild ? "chose" : "trusts"
        let role = file.member(trusted.who.memberID).map { ", \($0.role)" } ?? ""
        return "\(child.shortName) \(chose) \(file.name(of: trusted.who))\(role)"
      }
    }
    return each.isEmpty ? nil : each.joined(separator: " · ")
  }

  private var safetyParts: [String] {
    file.family.flags.filter(\.concernsSafety).map(flagWords) + file.safetyWords(on: today)
  }

  var hasSafety: Bool { !safetyParts.isEmpty }

  var safety: [String] { hasSafety ? safetyParts : ["Nothing recorded"] }

  var otherFlags: String? {
    let flags = file.family.flags.filter { !$0.concernsSafety }.map(flagWords)
    return flags.isEmpty ? nil : flags.joined(separator: " · ")
  }

  private func flagWords(_ flag: Flag) -> String {
    flag.note.isEmpty ? flag.kind.rawValue : "\(flag.kind.rawValue): \(flag.note)"
  }

  var languages: String? {
    let family = file.family
    guard !family.languages.isEmpty || family.interpreter != nil else { return nil }
    let interpreter = family.interpreter.map { "interpreter for \($0)" }
    return (family.languages + [interpreter].compactMap(\.self)).joined(separator: ", ")
  }

  var reference: String {
    [file.family.reference, file.family.locality].filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

/// `a, b and c`.
func listed(_ names: [String]) -> String {
  guard let last = names.last, names.count > 1 else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " and " + last
}
