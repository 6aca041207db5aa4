import Casework
import TextUI

/// The calm pages of the day: welcome, information, the family's own time, agreeing.
extension ConferenceMode {
  // MARK: Keys

  func pageKeys(_ context: Context) -> [KeyBinding<Action>] {
    let own: [KeyBinding<Action>]
    switch stage {
    case .welcome:
      own = [
        KeyBinding(
          [Key(" "), .enter], .marked, "Here, or not here", hint: "is here",
          offReason: guests.isEmpty ? "nobody is invited yet" : nil),
        KeyBinding(Key("a"), .invited, "Somebody else has come", hint: "somebody else"),
      ]
    case .information:
      own = [
        KeyBinding(
          [Key(" "), .enter], .marked, "Read out, or not yet", hint: "read out",
          offReason: statements.isEmpty ? "nobody sent words" : nil),
        KeyBinding(
          Key("e"), .baselineEdited, "Change the questions, bottom lines and resources",
          hint: "change"),
      ]
    case .familyTime:
      own = [
        KeyBinding(
          [Key(" "), .enter], .timeBegun, "The family has the room to itself from now on",
          hint: "begin it")
      ]
    case .plan: own = []
    case .agreeing:
      let noGoal = file?.goals.isEmpty == false ? nil : "the plan has no goal yet"
      let verdict = conference?.agreement?.verdict
      let isSaid = verdict != nil && verdict != .notSafe
      let over = isSaid ? "it is agreed; a review agrees a new version" : noGoal
      own = [
        KeyBinding(
          [.enter, Key("a")], .verdictGiven, "Say what is agreed", hint: "say what is agreed",
          offReason: over),
        KeyBinding(Key("p"), .printed, "Print the plan", hint: "print", offReason: noGoal),
      ]
    }
    let moving = KithApp.listKeys(Action.moved).map { row in
      var row = row
      row.keys.removeAll { [.pageUp, .pageDown].contains($0) }
      return row
    }
    return own + moving
  }

  // MARK: Update

  mutating func updatePage(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .marked: return mark(context)
    case .invited: return [.form(.invitation(family, nil))]
    case .baselineEdited: return [.form(.baseline(family))]
    case .verdictGiven: return [.form(.verdict(family))]
    case .printed: return [.form(.printPlan(family))]
    case .timeBegun: return beginTime(context)
    case .coordinatorBack: return coordinatorBack(context)
    default: return []
    }
  }

  private mutating func change(
    _ sentence: String, isUndoable: Bool = true, _ context: Context,
    _ change: (inout Conference) -> Void
  ) -> [Step] {
    guard let before = conference else { return [] }
    var after = before
    change(&after)
    var edit = context.edit(
      sentence, in: family, [Change(before: .conference(before), after: .conference(after))])
    edit.isUndoable = isUndoable
    return live?.send(edit, as: .step) ?? []
  }

  /// Ticks who is here, or what was read out.
  private mutating func mark(_ context: Context) -> [Step] {
    guard let file else { return [] }
    if stage == .welcome {
      guard guests.indices.contains(page.item) else { return [] }
      let who = guests[page.item]
      let name = file.name(of: who)
      return change("\(name) is here", context) { conference in
        if let index = conference.came.firstIndex(of: who) {
          conference.came.remove(at: index)
        } else {
          conference.came.append(who)
        }
      }
    }
    guard statements.indices.contains(page.item) else { return [] }
    let who = statements[page.item].who
    return change("Read out the words of \(file.name(of: who))", context) { conference in
      for index in conference.invitations.indices where conference.invitations[index].who == who {
        conference.invitations[index].isReadOut.toggle()
      }
    }
  }

  /// From now on nothing but the plan is reached.
  private mutating func beginTime(_ context: Context) -> [Step] {
    focus = .line
    let begun = beginNow(context)
    let now = context.world.now()
    let steps = change("The family has the room to itself", isUndoable: false, context) {
      $0.familyTimes.append(FamilyTime(began: now))
    }
    // Kept before the save, so that a program that dies in between opens here again.
    mayHaveDraft = true
    return [.ask(.keepDraft)] + begun + steps
  }

  /// Ends the family's own time once the coordinator says so.
  ///
  /// A store with passphrases asks for the coordinator's here, in the place of the question; a
  /// training store has none.
  private mutating func coordinatorBack(_ context: Context) -> [Step] {
    guard let before = conference, before.isFamilyTime else { return [] }
    var after = before
    after.familyTimes[after.familyTimes.count - 1].ended = context.world.now()
    var edit = context.edit(
      "The family's time to itself has ended", in: family,
      [Change(before: .conference(before), after: .conference(after))])
    edit.isUndoable = false
    let question = Question(
      title: "Is the coordinator back?",
      message: "The family's time to itself ends, and the rest of kith can be reached again.",
      yes: "The coordinator is back")
    return [.confirm(question, then: [.ask(.commitQuietly(edit))])]
  }

  mutating func movePage(_ key: Key, _ context: Context) -> [Step] {
    guard let file else { return [] }
    let size = context.bodySize
    _ = page.handle(key, lines: pageLines(file, size, context), height: size.height)
    return []
  }

  // MARK: View

  func viewPage(_ file: FamilyFile, _ size: Size, _ context: Context) -> Canvas {
    var canvas = Canvas(size: size)
    let margin = isRoomy(size) && size.width >= 70 ? 4 : 0
    let inner = Size(width: size.width - 2 * margin, height: size.height)
    page.draw(
      pageLines(file, inner, context), on: &canvas,
      in: Rect(x: margin, y: 0, width: inner.width, height: inner.height))
    return canvas
  }

  func pageLines(_ file: FamilyFile, _ size: Size, _ context: Context) -> [Line] {
    guard let conference = file.conference else {
      return Line.note("No conference is prepared for this family.", width: size.width)
    }
    let pages = ConferencePages(
      file: file, conference: conference, width: size.width, isTight: size.height < 13,
      context: context)
    switch stage {
    case .welcome: return pages.welcome(guests)
    case .information: return pages.information(statements)
    case .familyTime: return pages.familyTime
    case .plan: return []
    case .agreeing: return pages.agreeing
    }
  }

  /// The clock and the questions over the plan, while the family has the room to itself.
  func timeHeading(_ size: Size, _ context: Context) -> [Line] {
    guard isLocked, let conference, let time = conference.familyTimes.last else { return [] }
    let minutes = time.minutes(until: context.world.now())
    let clock = "Your own time: \(counted(minutes, "minute"))"
    var lines = [Line([Span(2, clock, .heading)])]
    for question in conference.baseline.questions {
      lines += TextLayout.wrapped(question, to: max(10, size.width - 14)).enumerated().map {
        Line([Span($0.offset == 0 ? 2 : 4, ($0.offset == 0 ? "? " : "") + $0.element, .muted)])
      }
    }
    return size.height < 13 ? [lines[0]] : lines + [.blank]
  }

  /// Everybody who takes part, the children first; who is kept out is not shown to a room.
  var guests: [Party] {
    guard let file, let conference else { return [] }
    let invited = conference.invitations.filter { $0.part != .none && $0.exclusion == nil }
      .map(\.who)
    let all = invited + conference.came.filter { !invited.contains($0) }
    return file.inOrder(all)
  }

  /// Words to be read out, a child's first.
  var statements: [Invitation] {
    guard let file, let conference else { return [] }
    let all = conference.invitations.filter { !$0.statement.isEmpty && $0.exclusion == nil }
    return file.inOrder(all.map(\.who)).compactMap { who in all.first { $0.who == who } }
  }
}

extension FamilyFile {
  /// The children first, oldest first, then the rest of the family, then the team.
  func inOrder(_ parties: [Party]) -> [Party] {
    let order =
      (children + adults).map { Party.person($0.id) } + team.map { Party.member($0.id) }
    return parties.sorted { left, right in
      (order.firstIndex(of: left) ?? .max) < (order.firstIndex(of: right) ?? .max)
    }
  }

  /// What somebody is to the first child, or does in the team; empty when nobody knows.
  func role(of party: Party) -> String {
    switch party {
    case .person(let id):
      let person = person(id)
      return person?.isChild == true ? "" : person?.relationships.first?.kind ?? ""
    case .member(let id): return member(id)?.role ?? ""
    }
  }
}

extension FamilyTime {
  /// Whole minutes from its beginning.
  func minutes(until now: Moment) -> Int {
    Int(max(0, (ended ?? now).milliseconds - began.milliseconds) / 60_000)
  }

  /// When the clock shows another number.
  func nextMinute(after now: Moment) -> Moment {
    Moment(milliseconds: began.milliseconds + Int64(minutes(until: now) + 1) * 60_000)
  }
}
