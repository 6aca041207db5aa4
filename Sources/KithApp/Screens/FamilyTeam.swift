import Casework
import TextUI

/// Section 3 of a family: the family network, the team around it, and what may be shared.
public struct FamilyTeam: Equatable, Sendable {
  // MARK: State

  var cursor = LineCursor()
  /// Whom to go to when the file comes.
  private var wanted: Party?

  public init() {}

  mutating func select(_ person: Party?) { wanted = person }

  // MARK: Action

  public enum Action: Equatable, Sendable {
    case moved(Key)
    case personAdded
    case professionalAdded
    case consentAdded
    case edited
    case trustedChosen
    case removed
  }

  // MARK: Keys

  func keyBindings(_ file: FamilyFile, _ context: Context) -> [KeyBinding<Action>] {
    let target = selected(file)
    let none = target == nil ? "nobody is selected" : nil
    let noChild = file.children.isEmpty ? "no child is in this family yet" : nil
    let alone = file.people.isEmpty ? "add a person first" : nil
    return [
      KeyBinding(Key("a"), .personAdded, "Add a person", hint: "person"),
      KeyBinding(Key("A"), .professionalAdded, "Add a professional", hint: "professional"),
      KeyBinding([Key("e"), .enter], .edited, "Change it", hint: "edit", offReason: none),
      KeyBinding(
        Key("*"), .trustedChosen, "The person a child trusts", hint: "trusted person",
        offReason: noChild),
      KeyBinding(
        Key("y"), .consentAdded, "Record a consent to share", hint: "consent", offReason: alone),
      KeyBinding([Key("x"), .delete], .removed, "Remove", hint: "remove", offReason: none),
    ] + listKeys(Action.moved)
  }

  // MARK: Update

  mutating func update(_ action: Action, _ file: FamilyFile, _ context: Context) -> [Step] {
    let id = file.family.id
    let target = selected(file)
    switch action {
    case .moved(let key):
      let size = context.bodySize
      _ = cursor.handle(
        key, lines: lines(file, width: size.width, context), height: size.height)
      return []
    case .personAdded: return [.form(.person(id, nil))]
    case .professionalAdded: return [.form(.member(id, nil))]
    case .consentAdded: return [.form(.consent(id, nil, of: target?.person?.id))]
    case .trustedChosen: return [.form(.trusted(id, target?.trustable))]
    case .edited:
      switch target {
      case .person(let person): return [.form(.person(id, person.id))]
      case .member(let member): return [.form(.member(id, member.id))]
      case .consent(let consent): return [.form(.consent(id, consent.id, of: nil))]
      case nil: return []
      }
    case .removed: return target.map { remove($0, file, context) } ?? []
    }
  }

  private func remove(_ target: Target, _ file: FamilyFile, _ context: Context) -> [Step] {
    let record: Record
    let sentence: String
    switch target {
    case .person(let person):
      record = .person(person)
      sentence = "Removed \(person.name)"
    case .member(let member):
      record = .member(member)
      sentence = "Removed \(member.name) from the team"
    case .consent(let consent):
      record = .consent(consent)
      sentence = "Removed the consent for \(consent.agency)"
    }
    let change = Change(before: record, after: nil)
    let naming = Set(file.applying([change]).breaches(on: context.today).map(\.record.kind))
    guard naming.isEmpty else {
      let kinds = Record.Kind.allCases.filter(naming.contains).map {
        $0 == .action ? "an action" : "a \($0.words)"
      }
      let leaving = record.kind == .member ? ", or give them a leaving day" : ""
      return [.problem("Still named in \(listed(kinds)): change that first\(leaving).")]
    }
    return [
      .ask(.commit(context.edit(sentence, in: file.family.id, [change]), said: sentence))
    ]
  }

  /// Goes to whom was asked for or is new in the file, else stays on whoever was selected.
  mutating func follow(from old: FamilyFile, to new: FamilyFile) {
    if let place = targets(new).firstIndex(where: { $0.party == wanted && wanted != nil }) {
      cursor.item = place
      wanted = nil
      return
    }
    let selectedID = selected(old)?.id
    cursor.follow(
      ids: targets(new).map(\.id), after: targets(old).map(\.id), selected: selectedID)
  }

  // MARK: View

  private enum Target: Equatable {
    case person(Person)
    case member(TeamMember)
    case consent(Consent)

    var person: Person? { if case .person(let person) = self { person } else { nil } }

    /// Somebody whom a child may trust: not the child.
    var trustable: Party? {
      switch self {
      case .person(let person): person.isChild ? nil : .person(person.id)
      case .member(let member): .member(member.id)
      case .consent: nil
      }
    }

    var party: Party? {
      switch self {
      case .person(let person): .person(person.id)
      case .member(let member): .member(member.id)
      case .consent: nil
      }
    }

    var id: String {
      switch self {
      case .person(let person): "\(person.id)"
      case .member(let member): "\(member.id)"
      case .consent(let consent): "\(consent.id)"
      }
    }
  }

  private func targets(_ file: FamilyFile) -> [Target] {
    (file.children + file.adults).map(Target.person) + members(file).map(Target.member)
      + file.consents.map(Target.consent)
  }

  /// Lead professional first, those who left last.
  private func members(_ file: FamilyFile) -> [TeamMember] {
    file.team.sorted { left, right in
      let leftKey = (left.left == nil ? 0 : 1, left.isLeadProfessional ? 0 : 1)
      let rightKey = (right.left == nil ? 0 : 1, right.isLeadProfessional ? 0 : 1)
      return leftKey == rightKey ? left.id < right.id : leftKey < rightKey
    }
  }

  private func selected(_ file: FamilyFile) -> Target? {
    let all = targets(file)
    return all.indices.contains(cursor.item) ? all[cursor.item] : all.last
  }

  func view(_ file: FamilyFile, _ size: Size, _ context: Context) -> Canvas {
    var canvas = Canvas(size: size)
    cursor.draw(
      lines(file, width: size.width, context), on: &canvas,
      in: Rect(x: 0, y: 0, width: size.width, height: size.height))
    return canvas
  }

  func lines(_ file: FamilyFile, width: Int, _ context: Context) -> [Line] {
    let words = TeamWords(file: file, today: context.today)
    var people = (file.children + file.adults).map(words.person)
    var members = members(file).map(words.member)
    let consents = file.consents.map(words.consent)
    if context.isSpoken {
      for index in people.indices { people[index].share = "may share: \(people[index].share)" }
      for index in members.indices { members[index].share = "may share: \(members[index].share)" }
    }
    let table = TeamTable(
      people + members + consents, width: width, limit: context.isSpoken ? width : 40)
    var item = 0
    func numbered(_ rows: [TeamRow]) -> [Line] {
      rows.map { row in
        defer { item += 1 }
        return Line(table.spans(row), item: item)
      }
    }
    var lines =
      [context.isSpoken ? .heading("Family network") : table.heading("Family network")]
      + numbered(people)
    if people.isEmpty {
      lines += Line.note("Nobody is recorded yet. a adds the first person.", width: width)
    }
    lines += [.blank, .heading("Team around the family")] + numbered(members)
    if members.isEmpty { lines += Line.note("No professional yet. A adds one.", width: width) }
    if !consents.isEmpty { lines += [.blank, .heading("Consents")] + numbered(consents) }
    return lines
  }
}

/// One person, professional or consent as a row.
private struct TeamRow {
  var isTrusted = false
  var name: String
  var role: String
  var fact: String
  var share: String
}

/// The columns of a team, as wide as its own names and roles want them.
private struct TeamTable {
  private var name: Int
  private var role: Int
  private var fact: Int
  /// 0 where there is no room for it.
  private var share: Int

  /// - Parameter limit: the most columns that anything takes; names and roles take 26 at most
  ///   where it is 40.
  init(_ rows: [TeamRow], width: Int, limit: Int) {
    let most = limit == 40 ? 26 : limit
    func widest(_ text: (TeamRow) -> String, _ limits: ClosedRange<Int>) -> Int {
      let wanted = rows.map { TextLayout.width(text($0)) }.max() ?? 0
      return min(max(wanted, limits.lowerBound), limits.upperBound)
    }
    name = widest(\.name, 10...most)
    role = widest(\.role, 10...most)
    fact = widest(\.fact, 8...min(limit, limit == 40 ? 18 : limit))
    share = width < 72 ? 0 : widest(\.share, 10...limit)
    var over = 4 + name + role + fact + share + (share > 0 ? 6 : 4) + 1 - width
    func shrink(_ column: inout Int, to least: Int) {
      let less = max(0, min(over, column - least))
      column -= less
      over -= less
    }
    // The wider of the two gives way first, so that neither is cut for the other's room.
    while over > 0, role > 12 || share > 14 {
      if share > 14, share >= role || role <= 12 { share -= 1 } else { role -= 1 }
      over -= 1
    }
    shrink(&name, to: 12)
    shrink(&fact, to: 0)
    if fact < 6 {
      role += max(0, fact - 1)
      fact = 0
    }
  }

  private var roleX: Int { 4 + name + 2 }
  private var factX: Int { roleX + role + 2 }
  private var shareX: Int { factX + fact + 2 }

  func heading(_ text: String) -> Line {
    let share = share > 0 ? [Span(shareX, "may share", .muted)] : []
    return Line([Span(2, text, .heading)] + share)
  }

  func spans(_ row: TeamRow) -> [Span] {
    let all = [
      Span(2, row.isTrusted ? "★" : "", .accent),
      Span(4, TextLayout.truncated(row.name, to: name), .strong),
      Span(roleX, TextLayout.truncated(row.role, to: role)),
      Span(factX, TextLayout.truncated(row.fact, to: fact), .muted),
      Span(shareX, TextLayout.truncated(row.share, to: share), .muted),
    ]
    return all.filter { !$0.text.isEmpty }
  }
}

/// What a team's rows say.
private struct TeamWords {
  let file: FamilyFile
  let today: Day

  func person(_ person: Person) -> TeamRow {
    let kinds = person.relationships.map(\.kind)
    var role = kinds.first ?? ""
    if person.isChild {
      role = person.age(on: today).map { "\($0), child" } ?? "child"
    }
    var fact = person.livesAtHome ? "lives here" : ""
    if file.plan?.keptGoingBy == .person(person.id) { fact = "keeps the plan" }
    let actions = file.actions.filter { $0.who == .person(person.id) && $0.status != .done }.count
    if actions > 0, !person.isChild { fact = counted(actions, "action") }
    let isTrusted = file.children.contains { $0.trusted?.who == .person(person.id) }
    return TeamRow(
      isTrusted: isTrusted, name: person.name, role: role, fact: fact,
      share: shareWords(person.id))
  }

  /// With whom a person lets something be shared.
  private func shareWords(_ id: Person.ID) -> String {
    let own = file.consents.filter { $0.person == id }
    guard !own.isEmpty else { return "not asked yet" }
    let holding = own.filter { $0.allowsSharing(on: today) }
    guard let first = holding.first else {
      return own.contains { $0.withdrawnOn != nil } ? "withdrawn" : "no"
    }
    return holding.count == 1
      ? first.agency : "yes, with \(counted(holding.count, "agency", plural: "agencies"))"
  }

  func member(_ member: TeamMember) -> TeamRow {
    let chooser = file.children.first { $0.trusted?.who == .member(member.id) }
    var fact = member.isLeadProfessional ? "lead" : ""
    if let left = member.left {
      fact = "left \(left.dayAndMonth(on: today))"
    } else if let chooser {
      let chose = chooser.trusted?.chosenByChild ?? false
      fact = "\(chooser.shortName) \(chose ? "chose" : "trusts") them"
    } else if fact.isEmpty, let joined = member.joined {
      fact = "since \(joined.dayAndMonth(on: today))"
    }
    return TeamRow(
      isTrusted: chooser != nil, name: member.name, role: member.role, fact: fact,
      share: sharedWith(member))
  }

  /// What may be shared with a professional's agency.
  private func sharedWith(_ member: TeamMember) -> String {
    guard member.left.map({ $0 > today }) ?? true else { return "no longer" }
    let named = file.consents.filter { $0.agency.hasPrefix(member.name) }
    let own =
      named.isEmpty
      ? file.consents.filter {
        !member.organisation.isEmpty && $0.agency == member.organisation
      } : named
    guard !own.isEmpty else { return "no consent yet" }
    if let holding = own.first(where: { $0.allowsSharing(on: today) }) { return holding.purpose }
    if let day = own.compactMap(\.withdrawnOn).max() {
      return "withdrawn \(day.dayAndMonth(on: today))"
    }
    return "refused"
  }

  func consent(_ consent: Consent) -> TeamRow {
    let holds = consent.allowsSharing(on: today)
    var answer = consent.answer.rawValue
    if let day = consent.withdrawnOn {
      answer = "withdrawn \(day.dayAndMonth(on: today))"
    } else if consent.answer != .refused, !holds {
      answer = "ended"
    }
    let until = consent.until.map { " until \($0.dayAndMonth(on: today))" } ?? ""
    return TeamRow(
      name: file.name(of: .person(consent.person)), role: consent.agency, fact: answer,
      share: consent.purpose + until)
  }
}
