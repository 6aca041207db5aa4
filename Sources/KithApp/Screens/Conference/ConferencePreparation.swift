import Casework
import TextUI

/// Preparing a family group conference: its stages, clocks, questions and invitations.
public struct ConferencePreparation: Screen {
  // MARK: State

  private let family: Family.ID
  private(set) var file: FamilyFile?
  private(set) var missing: String?
  var cursor = LineCursor()

  public init(_ family: Family.ID) {
    self.family = family
  }

  // MARK: Action

  public enum Action: Equatable, Sendable {
    case moved(Key)
    case invited, edited, offered, referred, asked, booked, released, safetyOpened
    case stopped, shared, withdrawn, closed, removed
    case modeOpened, printed
    case left
  }

  // MARK: Keys

  public func keyBindings(_ context: Context) -> [KeyBinding<Action>] {
    guard let file else {
      return [KeyBinding([.escape, .left, Key("h")], .left, "Back", group: .moving)]
    }
    return actionKeys(file, context) + listKeys(Action.moved) + [
      KeyBinding([.escape, .left, Key("h")], .left, "Back", group: .moving)
    ]
  }

  /// The keys as they are with a conference in preparation.
  static func keyRows(_ file: FamilyFile, _ context: Context) -> [KeyRow] {
    var screen = ConferencePreparation(file.family.id)
    screen.file = file
    return screen.keyRows(context)
  }

  private func actionKeys(_ file: FamilyFile, _ context: Context) -> [KeyBinding<Action>] {
    let conference = file.conference
    let none = conference == nil ? "nothing is offered yet" : nil
    let over = conference.map { $0.isOpen ? nil : "this conference is over" } ?? none
    let notHeld = conference?.heldOn == nil ? "it was not held yet" : over
    let guest = selected?.invitation
    let invitation = conference?.invitations.first { $0.who == guest }
    let isOut = invitation?.releasedOn != nil
    let canRemove = guest != nil || selected?.isOffer == true
    return [
      KeyBinding(
        [Key("e"), .enter, .right, Key("l")], .edited, "Change what is selected", hint: "change"),
      KeyBinding(Key("a"), .invited, "Invite somebody", hint: "invite", offReason: over),
      KeyBinding(
        Key("R"), .released, isOut ? "Take the invitation back" : "The invitation goes out today",
        hint: guest == nil ? nil : isOut ? "take back" : "send out",
        offReason: guest == nil ? "select an invitation" : over),
      KeyBinding(Key("o"), .offered, "Offer a conference to somebody", hint: "offer"),
      KeyBinding(
        Key("c"), .modeOpened, "Conference mode: the plan, typed live", hint: "conference mode",
        offReason: ConferenceMode.offReason(file, context)),
      KeyBinding(Key("f"), .referred, "Referral: from whom, and how quickly they heard"),
      KeyBinding(Key("i"), .asked, "Questions, bottom lines, resources"),
      KeyBinding(Key("w"), .booked, "When and where it is held"),
      KeyBinding(Key("S"), .safetyOpened, "Who is kept safe from whom"),
      KeyBinding(
        Key("H"), .stopped,
        conference?.isStopped == true ? "Let it go on" : "Stop it to keep somebody safe",
        offReason: over),
      KeyBinding(
        Key("T"), .shared,
        conference?.sharedOn == nil ? "Everybody has the typed plan" : "Not everybody has it",
        hint: notHeld == nil && conference?.sharedOn == nil ? "typed plan given out" : nil,
        offReason: notHeld),
      KeyBinding(Key("p"), .printed, "Print the plan"),
      KeyBinding(
        Key("W"), .withdrawn,
        conference?.withdrawnOn == nil ? "Consent to it was withdrawn" : "It was not withdrawn",
        offReason: conference?.closedOn == nil ? none : "this conference is closed"),
      KeyBinding(
        Key("F"), .closed, conference?.closedOn == nil ? "Close it" : "Open it again",
        offReason: conference?.withdrawnOn == nil ? notHeldUnlessClosed(conference) : over),
      KeyBinding(
        [Key("x"), .delete], .removed, "Remove the invitation or the offer",
        offReason: canRemove ? over : "select an invitation or an offer"),
    ]
  }

  private func notHeldUnlessClosed(_ conference: Conference?) -> String? {
    conference?.heldOn == nil ? "it was not held yet" : nil
  }

  // MARK: Update

  public func moving(_ key: Key) -> Action? { .moved(key) }

  public mutating func update(_ action: Action, _ context: Context) -> [Step] {
    if action == .left { return [.back] }
    guard let file else { return [] }
    switch action {
    case .moved(let key):
      let size = context.bodySize
      _ = cursor.handle(key, lines: page(file, size.width, context).lines, height: size.height)
      return []
    case .edited: return selected.map { edit($0) } ?? []
    case .invited: return [.form(.invitation(family, nil))]
    case .offered: return [.form(.offer(family, to: nil))]
    case .referred: return [.form(.referral(family))]
    case .asked: return [.form(.baseline(family))]
    case .booked: return [.form(.conference(family))]
    case .safetyOpened: return [.form(.safety(family))]
    case .stopped: return [.form(.stop(family))]
    case .modeOpened: return [.go(.conference(family))]
    case .printed: return [.form(.printPlan(family))]
    default: return change(action, file, context)
    }
  }

  private func edit(_ item: PreparationPage.Item) -> [Step] {
    switch item {
    case .offer(let to): [.form(.offer(family, to: to))]
    case .noOffer: [.form(.offer(family, to: nil))]
    case .referral: [.form(.referral(family))]
    case .baseline: [.form(.baseline(family))]
    case .booking: [.form(.conference(family))]
    case .invitation(let who): [.form(.invitation(family, who))]
    case .noInvitation: [.form(.invitation(family, nil))]
    case .safety: [.form(.safety(family))]
    case .stop: [.form(.stop(family))]
    }
  }

  private func change(_ action: Action, _ file: FamilyFile, _ context: Context) -> [Step] {
    guard let before = file.conference else { return [] }
    var after = before
    let today = context.today
    let sentence: String
    switch action {
    case .released:
      guard let who = selected?.invitation,
        let index = after.invitations.firstIndex(where: { $0.who == who })
      else { return [] }
      let isOut = after.invitations[index].releasedOn != nil
      after.invitations[index].releasedOn = isOut ? nil : today
      sentence = "\(file.name(of: who))'s invitation \(isOut ? "is kept back" : "went out")"
    case .shared:
      after.sharedOn = before.sharedOn == nil ? today : nil
      sentence = "\(after.sharedOn == nil ? "Not everybody" : "Everybody") has the typed plan"
    case .withdrawn:
      after.withdrawnOn = before.withdrawnOn == nil ? today : nil
      sentence = "Consent to the conference was \(after.withdrawnOn == nil ? "not " : "")withdrawn"
    case .closed:
      after.closedOn = before.closedOn == nil ? today : nil
      sentence = after.closedOn == nil ? "Opened the conference again" : "Closed the conference"
    case .removed:
      if let who = selected?.invitation {
        after.invitations.removeAll { $0.who == who }
        sentence = "Removed the invitation of \(file.name(of: who))"
      } else if case .offer(let to)? = selected {
        after.offers.removeAll { $0.to == to }
        sentence = "Removed the offer to \(file.name(of: .person(to)))"
      } else {
        return []
      }
    default: return []
    }
    let edit = context.edit(
      sentence, in: family, [Change(before: .conference(before), after: .conference(after))])
    let save = Step.ask(.commit(edit, said: sentence))
    return ending(before, after).map { [.confirm($0, then: [save])] } ?? [save]
  }

  /// What is asked before a conference ends; nil for anything else.
  private func ending(_ before: Conference, _ after: Conference) -> Question? {
    let name = file.map { "\($0.family.name): " } ?? ""
    if before.withdrawnOn == nil, after.withdrawnOn != nil {
      return Question(
        title: "Consent was withdrawn",
        message: "\(name)The family may withdraw at any time. Nothing goes on with this "
          + "conference then.",
        yes: "It was withdrawn")
    }
    if before.closedOn == nil, after.closedOn != nil {
      return Question(
        title: "Close this conference",
        message: "\(name)Its review no longer waits. Closing can be put right.", yes: "Close it")
    }
    return nil
  }

  private var selected: PreparationPage.Item? {
    guard let file else { return nil }
    let items = PreparationPage.items(file)
    return items.indices.contains(cursor.item) ? items[cursor.item] : items.last
  }

  // MARK: Request

  public func queries(_ context: Context) -> [Query] { [.family(family)] }

  public mutating func receive(_ query: Query, _ answer: Answer, _ context: Context) -> [Step] {
    switch answer {
    case .family(let new) where new.family.id == family:
      let old = file.map { PreparationPage.items($0).map(\.id) } ?? []
      let wasOn = selected?.id
      file = new
      missing = nil
      if !old.isEmpty {
        cursor.follow(
          ids: PreparationPage.items(new).map(\.id), after: old, selected: wasOn)
      }
    case .failed(let error): missing = error.sentence
    default: break
    }
    return []
  }

  // MARK: View

  public func title(_ context: Context) -> [String] {
    ["Families", file?.family.name ?? "", "Conference"]
  }

  func page(_ file: FamilyFile, _ width: Int, _ context: Context) -> PreparationPage {
    PreparationPage(file: file, width: width, context: context)
  }

  public func view(_ size: Size, _ context: Context) -> Canvas {
    var canvas = Canvas(size: size)
    guard let file else {
      canvas.put(missing ?? "", x: 4, y: 1, width: size.width - 5, style: .problem)
      canvas.cursor = Point(x: 0, y: 0)
      return canvas
    }
    cursor.draw(
      page(file, size.width, context).lines, on: &canvas,
      in: Rect(x: 0, y: 0, width: size.width, height: size.height))
    return canvas
  }
}
