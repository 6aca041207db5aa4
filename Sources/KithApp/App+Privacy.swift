import Casework
import TextUI

/// Privacy in the room: everything hidden at one key, names as initials, and the idle lock.
extension App {
  /// Keys that act wherever one is, also while something is typed, read or waited for.
  ///
  /// - Returns: whether the event was one of them, or means nothing while all is hidden.
  func takeAnywhere(_ event: Event) -> Bool {
    switch event {
    case .key, .paste, .mouse: lastInput = .now
    default: return false
    }
    if case .key(let key) = event,
      let action = Everywhere.anywhere(key, changes: context.settings.keys)
    {
      if hidden == nil || action == .privacy { everywhereAtOnce(action) }
      return true
    }
    guard hidden != nil else { return false }
    if event == .key(.control("l")) { terminal.redraw() }
    if event == .key(.control("z")), top.lockedReason == nil { wantsSuspend = true }
    return true
  }

  func everywhereAtOnce(_ action: Everywhere) {
    switch action {
    case .privacy: if hidden == nil { hide(.asked) } else { showAgain() }
    case .initials:
      showsInitials.toggle()
      say(
        showsInitials
          ? "Names are initials now; F3 shows them whole, F2 hides everything."
          : "Names are whole again.")
    case .mouse: switchMouse()
    default: break
    }
  }

  /// Keeps what is typed, then takes every name and word off the screen.
  func hide(_ reason: Hidden) {
    keepDraft()
    hidden = reason
  }

  private func showAgain() {
    hidden = nil
    if toast?.until != nil { toast?.until = .now + App.toastTime }
    refresh()
  }

  /// When the screen is hidden by itself; nil for never.
  ///
  /// Not in a family's own time: the page is theirs, and nobody is at the keys.
  var idleAt: ContinuousClock.Instant? {
    let minutes = context.settings.idleLock
    guard minutes > 0, hidden == nil, top.lockedReason == nil else { return nil }
    return lastInput + .seconds(60 * minutes)
  }

  /// What is shown of all, where the screen is hidden: not even where one is.
  func hiddenPage(of size: Size, _ reason: Hidden) -> Canvas {
    let why =
      switch reason {
      case .asked: "Hidden."
      case .idle(let minutes): "Hidden after \(counted(minutes, "minute")) without a key."
      }
    let keys = Everywhere.privacyKeys(context.settings.keys).map(\.label)
      .joined(separator: " or ")
    let words = "\(why) \(keys) shows it again. What was typed is kept; other keys do nothing."
    var canvas = Canvas(size: size)
    let room = min(size.width, Chrome.widest)
    let margin = room < Chrome.smallest.width ? 0 : 2
    let top = size.height < Chrome.smallest.height ? 0 : 2
    for (row, line) in TextLayout.wrapped(words, to: max(1, room - 2 * margin)).enumerated() {
      canvas.put(line, x: margin, y: top + row, style: .muted)
    }
    canvas.cursor = Point(x: min(margin, max(0, size.width - 1)), y: min(top, size.height - 1))
    return canvas
  }

  /// Charts become tables of the same numbers, for whoever does not see them, and charts again.
  func toggleTables() {
    context.showsTables.toggle()
    say(context.showsTables ? "Charts are numbers now; t draws them." : "Charts are drawn again.")
  }

  // MARK: Names

  /// Learns the names in what was read, so that they can be shown as initials.
  func learnNames(from delivery: Delivery) {
    switch delivery {
    case .answer(_, let answer, _): learnNames(from: answer)
    case .opened(_, .success(let file?), _, _): initials.learn(file)
    case .practitioners(let all): for person in all { initials.learn(person.name) }
    case .found(_, let all, let families): for found in all + families { initials.learn(found) }
    case .undoable(let steps):
      for step in [steps.undo, steps.redo].compactMap(\.self) { initials.learn(step.familyName) }
    default: break
    }
  }

  private func learnNames(from answer: Answer) {
    switch answer {
    case .today(let material):
      for entry in material.watchpoints {
        initials.learn(entry.familyName)
        if entry.watchpoint.kind == .action { initials.learn(entry.watchpoint.detail) }
        if entry.watchpoint.kind == .childWords { initials.learn(entry.watchpoint.subject) }
      }
      for name in material.meetings.map(\.familyName) + material.changes.map(\.familyName) {
        initials.learn(name)
      }
    case .caseload(let page): for entry in page.page.entries { initials.learn(entry) }
    case .family(let file): initials.learn(file)
    case .reviews(let page): for entry in page.page.entries { initials.learn(entry.familyName) }
    case .goals(let page):
      for entry in page.page.entries {
        initials.learn(entry.familyName)
        initials.learn(entry.whose)
      }
    case .removed(let page):
      for entry in page.entries { initials.learn(entry.change.familyName) }
    case .recordsRemoved(let records):
      for record in records {
        switch record {
        case .person(let person): initials.learn(person.name)
        case .member(let member): initials.learn(member.name)
        case .family(let family): initials.learn(family.name)
        default: break
        }
      }
    default: break
    }
  }
}

/// Why the screen is hidden.
enum Hidden: Equatable, Sendable {
  case asked
  /// After so many minutes without a key.
  case idle(Int)
}

extension Initials {
  fileprivate mutating func learn(_ found: Found) {
    learn(found.familyName)
    if case .person = found.target { learn(found.name) }
    for child in found.children { learn(child) }
  }

  fileprivate mutating func learn(_ entry: CaseloadEntry) {
    learn(entry.name)
    for child in entry.children { learn(child.name) }
  }

  fileprivate mutating func learn(_ file: FamilyFile) {
    learn(file.family.name)
    for person in file.people {
      learn(person.name)
      learn(person.knownAs)
    }
    for member in file.team { learn(member.name) }
  }
}
