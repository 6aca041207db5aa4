import Casework
import TextUI

/// The lines of the day's calm pages.
struct ConferencePages {
  let file: FamilyFile
  let conference: Conference
  let width: Int
  let isTight: Bool
  let context: Context

  private var today: Day { context.today }
  private var isNarrow: Bool { width < 64 }
  private var air: [Line] { isTight ? [] : [.blank] }

  private func text(_ words: String, _ style: Style = .text, x: Int = 4) -> [Line] {
    TextLayout.wrapped(words, to: max(10, width - x - 2)).map { Line([Span(x, $0, style)]) }
  }

  private func listed(_ heading: String, _ items: [String], none: String) -> [Line] {
    [.heading(heading)]
      + (items.isEmpty
        ? text(none, .muted)
        : items.flatMap { item in
          TextLayout.wrapped(item, to: max(10, width - 8)).enumerated().map {
            Line([Span(4, $0.offset == 0 ? "·" : " ", .muted), Span(6, $0.element)])
          }
        })
  }

  // MARK: Welcome

  func welcome(_ guests: [Party]) -> [Line] {
    let here = guests.filter(conference.came.contains).count
    var lines = air + text(whereAndWhen, .muted, x: 2) + air
    lines.append(
      Line([
        Span(2, "Who is here", .heading),
        Span(18, guests.isEmpty ? "" : "\(here) of \(guests.count)", .muted),
      ]))
    if guests.isEmpty { lines += text("Nobody is invited yet. a adds somebody.", .muted) }
    for (index, guest) in guests.enumerated() {
      lines += row(guest, index)
    }
    return lines
  }

  private var whereAndWhen: String {
    var parts: [String] = []
    if let planned = conference.planned {
      parts.append(planned.day.words(on: today) + (planned.time.map { " at \($0)" } ?? ""))
    }
    if !conference.place.isEmpty { parts.append(conference.place) }
    if conference.begunAt == nil {
      parts.append("not begun yet")
    }
    return parts.isEmpty ? "Welcome." : parts.joined(separator: " · ")
  }

  private func row(_ guest: Party, _ index: Int) -> [Line] {
    let invitation = conference.invitations.first { $0.who == guest }
    let isHere = conference.came.contains(guest)
    let role = file.role(of: guest)
    let replyX = isNarrow ? width : max(36, width - 30)
    let roleX = isNarrow ? width : 24
    let name = TextLayout.truncated(
      file.name(of: guest),
      to: isTight ? max(8, width / 2) : isNarrow || context.isSpoken ? max(8, width - 8) : roleX - 8
    )
    let sign = context.isSpoken ? "here:" : "✓"
    var spans = [Span(4, isHere ? sign : "", .good), Span(6, name, .strong)]
    let reply = invitation.map(replyWords) ?? "came without an invitation"
    if isNarrow {
      if isTight {
        let x = 8 + TextLayout.width(name)
        spans.append(Span(x, TextLayout.truncated(reply, to: width - x - 1), .muted))
        return [Line(spans, item: index)]
      }
      let more = [role, reply].filter { !$0.isEmpty }.joined(separator: " · ")
      return [
        Line(spans, item: index),
        Line([Span(8, TextLayout.truncated(more, to: width - 9), .muted)], item: index),
      ]
    }
    spans.append(Span(roleX, TextLayout.truncated(role, to: replyX - roleX - 2), .muted))
    spans.append(
      Span(replyX, TextLayout.truncated(reply, to: width - replyX - 1), .muted))
    return [Line(spans, item: index)]
  }

  private func replyWords(_ invitation: Invitation) -> String {
    switch (invitation.reply, invitation.part) {
    case (.sendingWords, _), (_, .words): "sending words"
    case (.notComing, _): "not coming"
    case (_, .shuttle): "somebody goes between"
    case (.waiting, _): "no answer yet"
    case (.coming, _): "coming"
    }
  }

  // MARK: Information

  func information(_ statements: [Invitation]) -> [Line] {
    let baseline = conference.baseline
    var lines = air
    if !statements.isEmpty {
      lines.append(.heading("To be read out"))
      for (index, statement) in statements.enumerated() {
        lines += self.statement(statement, index)
      }
      lines += air
    }
    lines += listed("Questions for the family", baseline.questions, none: "None are written yet.")
    lines += air
    lines += listed(
      "What the plan has to hold", baseline.bottomLines, none: "No bottom line is set.")
    if !baseline.resources.isEmpty {
      lines += air + [.heading("What the agencies can bring")] + text(baseline.resources)
    }
    return lines
  }

  private func statement(_ statement: Invitation, _ item: Int) -> [Line] {
    let by = statement.readOutBy.map { ", read by \(file.name(of: $0))" } ?? ""
    let done = statement.isReadOut ? " · read out" : ""
    var lines = [
      Line(
        [
          Span(4, statement.isReadOut && !context.isSpoken ? "✓" : "", .good),
          Span(6, file.name(of: statement.who), .strong),
          Span(7 + TextLayout.width(file.name(of: statement.who)), by + done, .muted),
        ], item: item)
    ]
    lines += TextLayout.wrapped("“\(statement.statement)”", to: max(10, width - 8)).map {
      Line([Span(6, $0, .voice)], item: item)
    }
    return lines
  }

  // MARK: Family time

  var familyTime: [Line] {
    var lines = air
    lines += text("The family has the room to itself, and makes its plan.", .strong, x: 2)
    lines += text(
      "Nothing but the questions and the plan can be reached until the coordinator is back.",
      .muted, x: 2)
    lines += air
    lines += listed("Questions", conference.baseline.questions, none: "None are written yet.")
    let times = conference.familyTimes.filter { $0.ended != nil }.map { $0.words(context.world) }
    if !times.isEmpty {
      lines += air + text("The family was by itself: \(KithApp.listed(times)).", .muted, x: 2)
    }
    return lines + air + text("Space begins it.", .text, x: 2)
  }

  // MARK: Agreeing

  /// The bottom lines beside the plan where there is room, else above it.
  var agreeing: [Line] {
    let verdict = verdictLines
    let lines = air + verdict + (verdict.isEmpty ? [] : air)
    guard width >= 76, !context.isSpoken else {
      return lines + bottomLines(in: width) + air + plan(in: width, x: 0)
    }
    let left = width * 2 / 5
    let rightX = left + 2
    let (lefts, rights) = (bottomLines(in: left), plan(in: width - rightX, x: rightX))
    let rows = max(lefts.count, rights.count)
    return lines
      + (0..<rows).map { row in
        Line(
          (row < lefts.count ? lefts[row].spans : [])
            + (row < rights.count ? rights[row].spans : []))
      }
  }

  private func bottomLines(in width: Int) -> [Line] {
    var pages = self
    pages = ConferencePages(
      file: file, conference: conference, width: width, isTight: isTight, context: context)
    return pages.listed(
      "What the plan has to hold", conference.baseline.bottomLines, none: "No bottom line is set.")
  }

  private func plan(in width: Int, x: Int) -> [Line] {
    var lines = [Line([Span(x + 2, "Our plan", .heading)])]
    func add(_ words: String, at indent: Int, _ style: Style = .text) {
      lines += TextLayout.wrapped(words, to: max(10, width - indent - 2)).map {
        Line([Span(x + indent, $0, style)])
      }
    }
    for (index, goal) in file.goalsInOrder.enumerated() where goal.status == .open {
      let first = lines.count
      add(goal.words, at: 6, .strong)
      lines[first].spans.insert(Span(x + (index < 9 ? 4 : 3), "\(index + 1)", .muted), at: 0)
      for action in file.actions(of: goal.id) { add(actionWords(action), at: 8) }
    }
    for action in file.actions(of: nil) { add(actionWords(action), at: 6) }
    if file.goals.isEmpty { add("No goal is set yet.", at: 4, .muted) }
    return lines
  }

  private func actionWords(_ action: PlanAction) -> String {
    let who = action.who.map { "\(file.name(of: $0)) " } ?? ""
    let from = action.from.map { ", from \($0.words(on: today))" } ?? ""
    let by = action.by.map { ", by \($0.words(on: today))" } ?? ""
    return who + action.words + from + by
  }

  private var verdictLines: [Line] {
    guard let agreement = conference.agreement else {
      return text("Does the plan hold every line? Enter says what is agreed.", .text, x: 2)
    }
    var lines: [Line] = []
    let on = agreement.on.words(on: today)
    let by =
      conference.agreedBy.isEmpty
      ? "" : " by \(KithApp.listed(file.inOrder(conference.agreedBy).map { file.name(of: $0) }))"
    switch agreement.verdict {
    case .agreed: lines += text("✓ Agreed on \(on)\(by).", .good, x: 2)
    case .agreedWithPoints:
      lines += text("✓ Agreed on \(on)\(by), with this besides:", .good, x: 2)
      lines += text(agreement.points)
    case .notSafe:
      lines += text("! Not safe yet, said on \(on):", .overdue, x: 2)
      for refusal in agreement.refusals {
        let line = refusal.line.isEmpty ? "" : "“\(refusal.line)” "
        lines += text("\(line)because \(refusal.why)")
      }
    }
    if let review = conference.reviewOn {
      lines += text("The review conference is on \(review.words(on: today)).", .muted, x: 2)
    }
    let changed = file.differenceSinceAgreed()
    if !changed.isEmpty, agreement.verdict != .notSafe {
      lines += air + [.heading("Changed since it was agreed")] + changed.flatMap { text($0) }
    }
    return lines
  }
}
