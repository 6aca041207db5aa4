import Casework
import TextUI

/// Tab 1: what needs somebody today, what is coming, and what others changed.
public struct Today: Screen {
  // MARK: State

  private var material: TodayMaterial?
  private var rows: [TodayRow] = []
  /// The columns that the longest family name of the material takes.
  private var longestName = 0
  private var drafts: [Draft] = []
  var cursor = LineCursor()
  private var scope: Scope
  private let me: Practitioner.ID
  private var detail: FamilyFile?
  /// Whether no family is in the store at all; asked for when there is nothing to show.
  private var isEmptyStore = false

  public init(me: Practitioner.ID) {
    self.me = me
    scope = .mine(me)
  }

  // MARK: Action

  public enum Action: Equatable, Sendable {
    case moved(Key)
    case opened
    case filterChanged
    case draftDiscarded
    case familyAdded
  }

  // MARK: Keys

  public func keyBindings(_ context: Context) -> [KeyBinding<Action>] {
    let targets = targets(context)
    let none = targets.isEmpty ? "nothing is selected" : nil
    var bindings: [KeyBinding<Action>] = [
      KeyBinding([.enter, .right, Key("l")], .opened, "Open", hint: "open", offReason: none)
    ]
    if case .draft? = selected(context) {
      bindings.append(
        KeyBinding([Key("x"), .delete], .draftDiscarded, "Discard the draft", hint: "discard"))
    }
    bindings.append(
      KeyBinding(Key("f"), .filterChanged, "Mine, or everyone's", hint: "filter"))
    bindings.append(
      KeyBinding(
        Key("a"), .familyAdded, "Add a family", hint: isEmptyStore ? "first family" : nil))
    return bindings + listKeys(Action.moved)
  }

  // MARK: Update

  public func moving(_ key: Key) -> Action? { .moved(key) }

  public mutating func update(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .moved(let key):
      _ = cursor.handle(
        key, lines: lines(width: listWidth(context.bodySize), context),
        height: context.bodySize.height)
      return detailSteps(context)
    case .opened: return open(context)
    case .filterChanged:
      if case .mine = scope { scope = .everyone } else { scope = .mine(me) }
      cursor = LineCursor()
      return [
        .ask(.load(.today(scope))), .say(scope == .everyone ? "Now: everyone's." : "Now: yours."),
      ]
    case .draftDiscarded:
      guard case .draft(let draft)? = selected(context) else { return [] }
      let question = Question(
        title: "Discard this draft",
        message: "“\(draft.title)”: what was typed is gone then. It cannot be brought back.",
        yes: "Discard it")
      return [.confirm(question, then: [.ask(.discardDraft(draft.key))])]
    case .familyAdded: return [.form(.family(nil))]
    }
  }

  private func open(_ context: Context) -> [Step] {
    switch selected(context) {
    case .draft(let draft):
      if let family = ConferenceMode.family(ofDraft: draft.key) {
        return [.go(.conference(family))]
      }
      guard let purpose = FormPurpose(key: draft.key) else {
        return [.problem("This draft is of a form that this kith does not know.")]
      }
      if case .meetingStep(let family, let review, _) = purpose {
        return [.go(.meeting(family, review))]
      }
      return [.form(purpose)]
    case .row(let row):
      if let place = reviewPlace(row) { return [.go(.reviewPage(place, among: []))] }
      return [.go(route(to: row, among: families(context)))]
    case .meeting(let meeting):
      let (family, others) = (meeting.familyID, families(context))
      return [
        .go(
          meeting.reviewID.map { .review(family, $0, among: others) }
            ?? .family(family, .overview, among: others))
      ]
    case .change(let change):
      return change.familyID.map { [.go(.family($0, .overview, among: families(context)))] } ?? []
    case nil: return []
    }
  }

  /// The place in its family where a row is dealt with, on the very thing that it names.
  private func route(to row: TodayRow, among others: [Family.ID]) -> Route {
    let (family, id) = (row.familyID, row.recordID)
    switch row.kind {
    case .review where id != family.uuid: return .review(family, RecordID(id), among: others)
    case .action: return .action(family, RecordID(id), among: others)
    case .stuck, .ratersApart: return .goal(family, RecordID(id), among: others)
    case .review, .sentBack, .answered: return .family(family, .reviews, among: others)
    case .conference, .referrer, .planCopy: return .family(family, .overview, among: others)
    case .childWords: return .family(family, .record, among: others)
    }
  }

  /// The review that a row is about, where it is one that a supervisor sent back, or one that was
  /// begun and is not complete.
  private func reviewPlace(_ row: TodayRow) -> ReviewPlace? {
    let isBegun = material?.watchpoints.contains {
      $0.watchpoint.kind == .review && $0.watchpoint.recordID == row.recordID
        && $0.watchpoint.dueOn == nil
    }
    guard row.kind == .sentBack || row.kind == .answered || row.kind == .review && isBegun == true
    else { return nil }
    return ReviewPlace(familyID: row.familyID, reviewID: RecordID(row.recordID))
  }

  private func detailSteps(_ context: Context) -> [Step] {
    guard SplitView(context.bodySize).detail != nil, let family = selected(context)?.familyID,
      detail?.family.id != family
    else { return [] }
    return [.ask(.loadSoon(.family(family)))]
  }

  // MARK: Request

  public func queries(_ context: Context) -> [Query] {
    [.today(scope), .drafts] + (detail.map { [.family($0.family.id)] } ?? [])
  }

  public mutating func receive(_ query: Query, _ answer: Answer, _ context: Context) -> [Step] {
    let before = selected(context)
    var steps: [Step] = []
    switch (query, answer) {
    case (.caseload, .caseload(let answer)):
      isEmptyStore = answer.openCount + answer.closedCount == 0
      return []
    case (.today(let asked), .today(var new)) where asked == scope:
      new.changes.removeAll { $0.by == context.me.id }
      longestName = new.familyNames.map { TextLayout.width($0) }.max() ?? 0
      rows = todayRows(
        from: new.watchpoints, on: context.today, settings: context.world.settings)
      material = new
      if rows.isEmpty, new.meetings.isEmpty {
        let all = CaseloadQuery(scope: .everyone, includesClosed: true, limit: 0)
        steps = [.ask(.load(.caseload(all)))]
      } else {
        isEmptyStore = false
      }
    case (.drafts, .drafts(let new)): drafts = new
    case (.family, .family(let file)):
      detail = file
      return []
    default: return []
    }
    if let before, let same = targets(context).firstIndex(where: { $0.isSame(as: before) }) {
      cursor.item = same
    }
    cursor.follow(
      lines: lines(width: listWidth(context.bodySize), context), height: context.bodySize.height)
    return steps + detailSteps(context)
  }

  // MARK: View

  public func title(_ context: Context) -> [String] {
    scope == .everyone ? ["Today · everyone"] : ["Today"]
  }

  /// Something on the page that can be opened.
  private enum Target: Equatable {
    case draft(Draft)
    case row(TodayRow)
    case meeting(Meeting)
    case change(ChangeEntry)

    /// Whether it is the same thing, read again.
    func isSame(as other: Target) -> Bool {
      switch (self, other) {
      case (.draft(let left), .draft(let right)): left.key == right.key
      case (.row(let left), .row(let right)):
        left.familyID == right.familyID && left.kind == right.kind
          && left.recordID == right.recordID
      case (.change(let left), .change(let right)): left.edit == right.edit
      default: self == other
      }
    }

    var familyID: Family.ID? {
      switch self {
      case .draft: nil
      case .row(let row): row.familyID
      case .meeting(let meeting): meeting.familyID
      case .change(let change): change.familyID
      }
    }
  }

  private func targets(_ context: Context) -> [Target] {
    guard let material else { return drafts.map(Target.draft) }
    return drafts.map(Target.draft) + rows.map(Target.row)
      + material.meetings.map(Target.meeting) + material.changes.map(Target.change)
  }

  private func selected(_ context: Context) -> Target? {
    let all = targets(context)
    return all.indices.contains(cursor.item) ? all[cursor.item] : nil
  }

  private func families(_ context: Context) -> [Family.ID] {
    var seen: Set<Family.ID> = []
    return targets(context).compactMap(\.familyID).filter { seen.insert($0).inserted }
  }

  private func listWidth(_ size: Size) -> Int { SplitView(size).list.width }

  public func view(_ size: Size, _ context: Context) -> Canvas {
    var canvas = Canvas(size: size)
    let split = SplitView(size)
    cursor.draw(lines(width: split.list.width, context), on: &canvas, in: split.list)
    if let rect = split.detail {
      split.drawRule(on: &canvas)
      // As in the list of families: the last one stays until the next is there.
      if let file = detail, selected(context) != nil {
        LineCursor.drawBrief(
          FamilyOverview.brief(file, width: rect.width, context), on: &canvas, in: rect)
      }
    }
    return canvas
  }

  func lines(width: Int, _ context: Context) -> [Line] {
    guard let material else { return [] }
    var lines: [Line] = []
    var item = 0
    func add(_ heading: String, _ block: [[Line]]) {
      guard !block.isEmpty else { return }
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(.heading(heading))
      for part in block {
        lines += part.map { Line($0.spans, item: item) }
        item += 1
      }
    }
    add("Not saved yet", drafts.map { [draftLine($0, width)] })
    add("Needs you", rows.map { rowLines($0, width) })
    if rows.isEmpty {
      if !lines.isEmpty { lines.append(.blank) }
      lines +=
        [.heading("Needs you")]
        + Line.note(
          isEmptyStore
            ? "Welcome. No family is here yet: a adds the first. ? shows every key, : finds any "
              + "command by its name."
            : "Nothing is due or overdue. 2 shows your families, a adds one.", width: width)
    }
    add(
      "Next \(context.world.settings.soon) days", material.meetings.map { [meetingLine($0, width)] }
    )
    add("Since you were last here", material.changes.map { changeLines($0, width, context) })
    return lines
  }

  private func draftLine(_ draft: Draft, _ width: Int) -> Line {
    Line([Span(4, draft.title, .strong)])
  }

  /// The room for names: that of the longest, within reason.
  private func nameWidth(_ width: Int) -> Int {
    min(max(longestName + 2, width < 60 ? 11 : 13), width / 3)
  }

  /// One line; a supervisor's note or an answer stands whole under it.
  private func rowLines(_ row: TodayRow, _ width: Int) -> [Line] {
    guard row.kind == .sentBack || row.kind == .answered else { return [rowLine(row, width)] }
    var short = row
    short.detail = ""
    let x = 4 + nameWidth(width)
    let note = TextLayout.wrapped(row.detail, to: max(10, width - x - 1))
    return [rowLine(short, width)]
      + (row.detail.isEmpty ? [] : note.map { Line([Span(x, $0, .voice)]) })
  }

  private func rowLine(_ row: TodayRow, _ width: Int) -> Line {
    let reasonX = 4 + nameWidth(width)
    let room = width - reasonX - 1
    // The reason matters more: where it is long it takes the room of the detail.
    let usual = reasonX + max(26, (width - reasonX) * 11 / 20)
    let isLong = TextLayout.width(row.reason) > usual - reasonX - 2 && !row.kind.hasDay
    let hasDetail = !isLong && width - usual - 1 >= TextLayout.width(row.detail)
    let detailX = isLong ? reasonX + TextLayout.width(row.reason) + 2 : usual
    var spans = [
      Span(4, TextLayout.truncated(row.familyName, to: nameWidth(width) - 2), .strong),
      Span(
        reasonX,
        TextLayout.truncated(row.reason, to: min(room, hasDetail ? usual - reasonX - 2 : room)),
        row.isOverdue ? .overdue : .text),
    ]
    if row.isOverdue { spans.append(Span(2, "!", .overdue)) }
    if width - detailX - 1 >= TextLayout.width(row.detail) {
      spans.append(Span(detailX, row.detail, .muted))
    }
    return Line(spans)
  }

  private func meetingLine(_ meeting: Meeting, _ width: Int) -> Line {
    let day = "\(meeting.when.day.weekdayName) \(meeting.when.day.parts.day)"
    let time = meeting.when.time.map { "\($0)" } ?? ""
    let titleX = 19 + nameWidth(width)
    let placeX = titleX + max(26, (width - titleX) / 2)
    var spans = [
      Span(4, day), Span(11, time),
      Span(19, TextLayout.truncated(meeting.familyName, to: nameWidth(width) - 2), .strong),
      Span(titleX, TextLayout.truncated(meeting.title, to: min(width, placeX) - titleX - 1)),
    ]
    if width - placeX > 10 {
      spans.append(
        Span(placeX, TextLayout.truncated(meeting.place, to: width - placeX - 1), .muted))
    }
    return Line(spans)
  }

  private func changeLines(_ change: ChangeEntry, _ width: Int, _ context: Context) -> [Line] {
    let x = 4 + nameWidth(width)
    let by = context.shortName(of: change.by)
    let words = TextLayout.wrapped("\(change.sentence) (\(by))", to: max(10, width - x - 1))
    return words.enumerated().map { index, part in
      let name = TextLayout.truncated(change.familyName, to: nameWidth(width) - 2)
      return Line((index == 0 ? [Span(4, name, .strong)] : []) + [Span(x, part)])
    }
  }
}

extension TodayMaterial {
  fileprivate var familyNames: [String] {
    watchpoints.map(\.familyName) + meetings.map(\.familyName) + changes.map(\.familyName)
  }
}

extension Watchpoint.Kind {
  /// Whether its row says who and when, which then keeps its column.
  fileprivate var hasDay: Bool {
    switch self {
    case .action, .conference, .referrer, .planCopy: true
    case .review, .sentBack, .answered, .childWords, .stuck, .ratersApart: false
    }
  }
}
