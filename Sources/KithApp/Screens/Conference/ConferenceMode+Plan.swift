import Casework
import TextUI

/// Typing the plan, and changing what stands in it.
extension ConferenceMode {
  // MARK: Keys

  var lineKeys: [KeyBinding<Action>] {
    let fields = line.kind == .action ? "who, by, from" : "whose, about, 0–10"
    return [
      KeyBinding(
        [.enter, .control("s")], .submitted, "Add what is typed to the plan",
        hint: line.subject == .new ? "add" : "correct"),
      KeyBinding(Key(">"), .actionBegun, "Who does what: an action", hint: "who does what"),
      KeyBinding(.tab, .fieldMoved(by: 1), "On to what belongs to the line", hint: fields),
      KeyBinding(.up, .listOpened, "Into the plan, to change it", hint: "change"),
      KeyBinding(.backTab, .fieldMoved(by: -1), "Back to what comes before"),
      KeyBinding(Key("\""), .wishBegun, "What the family wants, in its own words"),
      KeyBinding(
        Key("!"), .endingBegun, "What happens if it isn't working, and who keeps it going"),
      KeyBinding(.control("o"), .cutAtCaret, "Split the line at the caret"),
    ] + redoKey
  }

  private var redoKey: [KeyBinding<Action>] {
    guard isLocked || live?.canDoAgain == true else { return [] }
    let reason = live?.canDoAgain == true ? nil : "nothing was taken back"
    return [
      KeyBinding(.control("r"), .doneAgain, "Do again what was taken back", offReason: reason)
    ]
  }

  func listKeys(_ context: Context) -> [KeyBinding<Action>] {
    let target = selected
    let nothing = target == nil ? "there is nothing yet" : nil
    let noWords = target?.isWords == true ? "select a goal or an action" : nothing
    let noGoal = target?.goal == nil ? "select a goal" : nil
    let noAction = target?.action == nil ? "select an action" : nil
    var keys: [KeyBinding<Action>] = [
      KeyBinding(
        [.enter, Key("e")], .corrected, refusedHere ? "Try to save it again" : "Correct it",
        hint: refusedHere ? "try again" : "correct", offReason: nothing),
      KeyBinding(
        Key("d"), .done, "Done, or not yet", hint: noAction == nil ? "done" : nil,
        offReason: noAction),
      KeyBinding(
        Key("r"), .rated, "Rate it: now and hoped for", hint: noGoal == nil ? "rate" : nil,
        offReason: noGoal),
      KeyBinding(Key("J"), .reordered(by: 1), "Move it down", offReason: noWords),
      KeyBinding(Key("K"), .reordered(by: -1), "Move it up", hint: "move", offReason: noWords),
      KeyBinding(Key("S"), .split, "Split it in two", hint: "split", offReason: noWords),
      KeyBinding(
        Key("M"), .joined, "Make it one with the one above", hint: "join", offReason: noWords),
      KeyBinding(
        [Key("x"), .delete], .removed, "Remove it", hint: "remove", offReason: noWords),
      KeyBinding(Key(">"), .actionBegun, "Who does what, for this goal"),
      KeyBinding(Key("\""), .wishBegun, "What the family wants, in its own words"),
      KeyBinding(
        Key("!"), .endingBegun, "What happens if it isn't working, and who keeps it going"),
      KeyBinding(.escape, .lineOpened, "Back to typing", hint: "back to typing"),
    ]
    if isLocked || live?.canTakeBack == true {
      let reason = live?.canTakeBack == true ? nil : "there is nothing of this conference"
      keys.append(
        KeyBinding(Key("u"), .takenBack, "Take back your last change", offReason: reason))
    }
    keys += redoKey
    let moving = KithApp.listKeys(Action.moved).map { row in
      var row = row
      row.keys.removeAll { [.pageUp, .pageDown].contains($0) }
      return row
    }
    return keys + moving
  }

  private var refusedHere: Bool {
    guard let record = selected?.record(live?.file) else { return false }
    if case .refused = live?.mark(record) { return true }
    return false
  }

  // MARK: Typing

  public mutating func type(_ event: Event, _ context: Context) -> [Step]? {
    // Only Esc leads out of the mode: a family may see what comes after it.
    guard showsPlan else { return [.key(.left), .key(Key("h"))].contains(event) ? [] : nil }
    guard focus == .line else { return typeInList(event, context) }
    if line.field != nil, event == .key(.escape) {
      line.go(to: nil)
      return []
    }
    if case .key(let key) = event {
      let isOurs: [Key] = [
        .enter, .escape, .tab, .backTab, .pageUp, .pageDown, .control("s"), .control("o"),
        .control("v"), .control("g"), .control("p"), .control("l"), .control("r"), .control("z"),
        .control("c"),
      ]
      // What was taken back of the line comes before what was taken back of the plan.
      let isOfLine = key == .control("r") && line.field == nil && line.text.canRedo
      guard !isOurs.contains(key) || isOfLine else { return nil }
      if key == .up, line.field != nil || !line.isTall(at: textWidth(context)) { return nil }
    }
    if case .paste(let text) = event, line.field == nil, text.contains(where: \.isNewline) {
      return paste(text, context)
    }
    let wasEmpty = line.isEmpty
    guard line.handle(event, file, context) else {
      // What means nothing to the line must not act on the screen beneath it.
      if case .key(let key) = event, [.left, .right, .down].contains(key) || key.isText {
        return []
      }
      return nil
    }
    mayHaveDraft = true
    guard line.isEmpty, !wasEmpty else { return [] }
    takeLater(context)
    return dropDraft(context)
  }

  /// Takes every line end of a paste as Enter; what stands behind the last one stays in the line.
  private mutating func paste(_ text: String, _ context: Context) -> [Step] {
    let pieces = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    let lines = pieces.filter { !$0.allSatisfy(\.isWhitespace) }
    mayHaveDraft = true
    guard lines.count <= Self.longestPaste else {
      _ = line.handle(.paste(text), file, context)
      return [.say("\(lines.count) lines are no plan: they are one line here, and not saved yet.")]
    }
    var rest = lines[...]
    if pieces.first == lines.first, let first = rest.popFirst() {
      _ = line.handle(.paste(first), file, context)
    }
    // What could not be saved yet stays in the line; the rest comes after it.
    later.insert(contentsOf: rest, at: 0)
    var steps: [Step] = []
    for _ in 0..<(rest.count + (pieces.last == lines.last ? 0 : 1)) {
      let before = line
      if line.isEmpty { takeLater(context) } else { steps += submit(context) }
      if line == before { break }
    }
    return steps
  }

  /// More lines than a plan has: they were not meant for it.
  private static let longestPaste = 60

  /// A letter that means nothing in the list begins a line.
  private mutating func typeInList(_ event: Event, _ context: Context) -> [Step]? {
    if case .key(let key) = event {
      // Sideways there is nothing; it must not lead out of the mode.
      if key == .left || key == .right { return [] }
      guard key.isText, !listKeys(context).contains(where: { $0.keys.contains(key) }),
        key == Key(" ") || ![":", "q", "?", "u"].contains(key.label)
      else { return nil }
      if key == Key("h") || key == Key("l") || key == Key(" ") { return [] }
    } else if case .paste = event {
    } else {
      return nil
    }
    focus = .line
    return type(event, context) ?? []
  }

  func textWidth(_ context: Context) -> Int {
    PlanView.textWidth(context.bodySize.width, isRoomy: isRoomy(context.bodySize))
  }

  // MARK: Update

  mutating func updatePlan(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .submitted: return submit(context)
    case .fieldMoved(let step):
      if line.isEmpty, context.isSpoken { return correctLatest(context) }
      if !line.isEmpty { line.move(by: step) }
    case .listOpened:
      guard let file, !PlanItem.all(in: file).isEmpty else { return [] }
      focus = .list
      line.go(to: nil)
      list.item = PlanItem.index(of: latest, in: file) ?? PlanItem.all(in: file).count - 1
    case .lineOpened: focus = .line
    case .actionBegun: begin("> ", above: selected?.goalID, context)
    case .wishBegun: begin("“", above: nil, context)
    case .endingBegun: begin("! ", above: nil, context)
    case .cutAtCaret: return cutAtCaret(context)
    case .takenBack: return live?.takeBack(context) ?? []
    case .doneAgain: return live?.doAgain(context) ?? []
    default: return change(action, context)
    }
    return []
  }

  mutating func move(_ key: Key, _ context: Context) -> [Step] {
    guard showsPlan else { return movePage(key, context) }
    guard let file else { return [] }
    let count = PlanItem.all(in: file).count
    if key == .down, list.item >= count - 1 {
      focus = .line
      return []
    }
    var cursor = ListCursor()
    cursor.index = list.item
    _ = cursor.handle(key, count: count, page: max(1, context.bodySize.height / 3))
    list.item = cursor.index
    return []
  }

  var selected: PlanItem? {
    guard focus == .list, let file else { return nil }
    let all = PlanItem.all(in: file)
    return all.indices.contains(list.item) ? all[list.item] : all.last
  }

  /// Begins a line with a sign; what was typed there goes behind the sign.
  private mutating func begin(_ sign: String, above: Goal.ID?, _ context: Context) {
    guard let file else { return }
    focus = .line
    guard line.subject == .new else { return }
    let words = line.words
    line.begin(sign + words, file, context)
    line.above = above ?? line.above
  }

  /// Saves the line and makes room for the next.
  private mutating func submit(_ context: Context) -> [Step] {
    guard let file else { return [] }
    if let fault = line.fault(on: context.today) { return [.problem(fault)] }
    guard !line.isEmpty else {
      return live?.hasRefused == true ? live?.retry() ?? [] : []
    }
    guard line.subject != .new || !line.words.isEmpty else {
      line = PlanLine()
      return dropDraft(context)
    }
    if line.words.isEmpty { return [.problem("It needs words. x in the plan removes it.")] }
    let edit = line.edit(in: file, context)
    let above = line.kind == .action ? line.above : nil
    line = PlanLine()
    line.above = above
    takeLater(context)
    guard let edit else { return dropDraft(context) }
    latest = edit.changes.compactMap(\.after).first { $0.isTyped(in: edit) }
    return beginNow(context) + (live?.send(edit) ?? [])
  }

  /// What stands behind the caret becomes a line of its own, behind this one.
  private mutating func cutAtCaret(_ context: Context) -> [Step] {
    guard let file else { return [] }
    let kind = line.kind
    let subject = line.subject
    let values = line.touchedValues
    let tail = line.cutAtCaret(file, context).drop { $0 == " " || $0 == "," || $0 == ";" }
    guard !line.words.isEmpty, !tail.isEmpty else {
      return [.say("Put the caret where the second line begins.")]
    }
    let steps = submit(context)
    guard let file = self.file else { return steps }
    line.begin(
      (kind == .action ? "> " : "") + tail, set: subject == .new ? [:] : values, file, context)
    line.behind = latest
    if case .action(let action) = latest { line.above = action.goalID }
    return steps + [.ask(.keepDraft)]
  }

  mutating func takeLater(_ context: Context) {
    guard line.isEmpty, !later.isEmpty, let file else { return }
    let above = line.above
    line.begin(later.removeFirst(), file, context)
    line.above = above
  }

  private mutating func dropDraft(_ context: Context) -> [Step] {
    guard mayHaveDraft, draft(context) == nil, live?.waiting.isEmpty == true else { return [] }
    mayHaveDraft = false
    return [.ask(.discardDraftLater(ConferenceMode.draftKey(of: family)))]
  }
}

extension Key {
  /// Whether it is a letter, a figure or a sign that would be typed.
  var isText: Bool {
    guard case .character = code else { return false }
    return modifiers.isDisjoint(with: [.control, .alt])
  }
}

extension Record {
  /// Whether it is the record that an edit's sentence is about, not one that only moved.
  fileprivate func isTyped(in edit: Edit) -> Bool {
    switch self {
    case .goal(let goal): edit.sentence.contains(goal.words)
    case .action(let action): edit.sentence.contains(action.words)
    default: true
    }
  }
}
