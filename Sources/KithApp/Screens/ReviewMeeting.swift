// Over 400 lines: the run through the steps and what each key does in them.
import Casework
import TextUI

/// Holding a review: one step a screen, the steps down the left with what is still missing.
public struct ReviewMeeting: Screen {
  // MARK: State

  let family: Family.ID
  let id: Review.ID
  private(set) var file: FamilyFile?
  private(set) var failure: String?
  /// Steps with typing that is not saved; nil until it is known.
  private(set) var drafts: Set<Review.Step>?
  /// Which row of the steps is selected; the last completes the review.
  var row = 0
  private(set) var focus = Focus.steps
  var grid = RatingGrid()
  var actionCursor = LineCursor()
  /// Whether what was not begun yet counts as missing too: after completing it was tried.
  private(set) var showsMissing = false
  private var hasOpened = false
  /// The edits that begin and complete it, while they are on their way.
  private var beginning: Edit.ID?
  private var completing: Edit.ID?

  /// What the keys act on.
  enum Focus: Equatable, Sendable { case steps, form, grid, actions }

  public init(_ family: Family.ID, _ review: Review.ID) {
    self.family = family
    id = review
  }

  var review: Review? { file?.review(id) }

  var step: Review.Step? {
    Review.Step.allCases.indices.contains(row) ? Review.Step.allCases[row] : nil
  }

  static let completeRow = Review.Step.allCases.count

  // MARK: Action

  public enum Action: Equatable, Sendable {
    case left
    case moved(Key)
    case opened
    case numberNeeded
    case turned(by: Int)
    case completePressed
    case cellMoved(Key)
    case cellPassed(by: Int)
    case rated(Int?)
    case wordsPressed
    case raterAdded
    case actionMoved(Key)
    case actionDone
    case actionPartly
    case actionEdited
    case actionAdded
  }

  // MARK: Keys

  public func keyBindings(_ context: Context) -> [KeyBinding<Action>] {
    switch focus {
    case .steps, .form: stepKeys
    case .grid: gridKeys
    case .actions: actionKeys(context)
    }
  }

  /// The rows of every step, each row once: for the README.
  static func everyKeyRow(_ context: Context) -> [KeyRow] {
    var screen = ReviewMeeting(RecordID(context.world.newUUID()), RecordID(context.world.newUUID()))
    var rows: [KeyRow] = []
    for focus in [Focus.steps, .grid, .actions] {
      screen.focus = focus
      rows += screen.keyRows(context).filter { !rows.contains($0) }
    }
    return rows
  }

  private static let digits = (0...9).map { Key(Character("\($0)")) }

  private static let turning: [KeyBinding<Action>] = [
    KeyBinding(.pageDown, .turned(by: 1), "Next step", hint: "next step"),
    KeyBinding(.pageUp, .turned(by: -1), "Step before"),
  ]

  private var stepKeys: [KeyBinding<Action>] {
    let moving: [(Key, [Key], String)] = [
      (.up, [.up, Key("k")], "Up"), (.down, [.down, Key("j")], "Down"),
      (.home, [.home, Key("g")], "To the first"), (.end, [.end, Key("G")], "To the last"),
    ]
    return [
      KeyBinding([.enter, .right, Key("l")], .opened, "Open the step", hint: "open"),
      KeyBinding(Key("F"), .completePressed, "Complete the review", hint: "complete"),
      KeyBinding(
        Array(ReviewMeeting.digits.dropFirst()), .numberNeeded, "To a step by its number",
        hint: "to 9 a step"),
    ] + ReviewMeeting.turning + [
      KeyBinding([.escape, .left, Key("h")], .left, "Leave it unfinished", hint: "leave")
    ] + moving.map { KeyBinding($1, .moved($0), $2, group: .moving) }
  }

  private var gridKeys: [KeyBinding<Action>] {
    let none = cell == nil ? "nobody rates yet" : nil
    let noRating = meantRating == nil ? "rate it first" : nil
    return [
      KeyBinding(
        ReviewMeeting.digits, .numberNeeded, "Rate 0 to 9 at once", hint: "to 9 rates",
        offReason: none),
      KeyBinding(Key("+"), .rated(10), "Rate 10", hint: "is 10", offReason: none),
      KeyBinding(
        [.backspace, Key("x"), .delete], .rated(nil), "Take the rating back", offReason: noRating),
      KeyBinding(
        [Key("w"), .enter], .wordsPressed, "What they said with it", hint: "words",
        offReason: noRating),
      KeyBinding(Key("a"), .raterAdded, "Somebody else who rates", hint: "rater"),
      KeyBinding(.tab, .cellPassed(by: 1), "Pass this one over", hint: "pass over"),
      KeyBinding(.backTab, .cellPassed(by: -1), "The one before"),
    ] + ReviewMeeting.turning + [
      KeyBinding(.escape, .left, "To the steps", hint: "steps")
    ] + arrowKeys
  }

  private var arrowKeys: [KeyBinding<Action>] {
    let keys: [([Key], String)] = [
      ([.up, Key("k")], "Goal above"), ([.down, Key("j")], "Goal below"),
      ([.left, Key("h")], "Rater on the left"), ([.right, Key("l")], "Rater on the right"),
      ([.home], "To the first"), ([.end], "To the last"),
    ]
    return keys.map { keys, title in
      KeyBinding(keys, .cellMoved(keys[0]), title, group: .moving)
    }
  }

  private func actionKeys(_ context: Context) -> [KeyBinding<Action>] {
    let none = selectedAction == nil ? "the plan has no action yet" : nil
    return [
      KeyBinding(Key("d"), .actionDone, "Done, or not yet", hint: "done", offReason: none),
      KeyBinding(Key("P"), .actionPartly, "Partly done", hint: "partly", offReason: none),
      KeyBinding(
        [Key("e"), .enter], .actionEdited, "How it went", hint: "how it went", offReason: none),
      KeyBinding(Key("a"), .actionAdded, "A new action", hint: "new"),
    ] + ReviewMeeting.turning + [
      KeyBinding([.escape, .left, Key("h")], .left, "To the steps", hint: "steps")
    ]
      + listKeys(Action.actionMoved).filter {
        !$0.keys.contains(.pageUp) && !$0.keys.contains(.pageDown)
      }
  }

  public var typingHints: [(key: String, label: String)]? {
    if focus == .grid, grid.offered != nil {
      return [(key: "↵", label: "rates too"), (key: "Esc", label: "nobody")]
    }
    return [
      (key: "Ctrl-S", label: "save, go on"), (key: "Tab", label: "next"),
      (key: "PgDn", label: "next step"), (key: "Esc", label: "steps"),
    ]
  }

  public var isTyping: Bool { focus == .grid && grid.offered != nil }

  // MARK: Update

  public func moving(_ key: Key) -> Action? {
    switch focus {
    case .steps, .form: nil
    case .grid: .cellMoved(key)
    case .actions: .actionMoved(key)
    }
  }

  public func showing(section: Int) -> Action? { .turned(by: section - row) }

  public func turns(to section: Int) -> Int? { section - row }

  public mutating func update(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .left: return leave(context)
    case .moved(let key):
      var list = ListCursor()
      list.index = row
      _ = list.handle(key, count: ReviewMeeting.completeRow + 1, page: 5)
      row = list.index
      return []
    case .opened: return enter(row, context)
    case .numberNeeded: return [.say("Type the number itself.")]
    case .turned(let step): return enter(row + step, context)
    case .completePressed: return complete(context)
    default: break
    }
    guard let file, let review else { return [] }
    switch action {
    case .cellMoved(let key): grid.move(key, file, review)
    case .cellPassed(let step):
      if step > 0 { grid.advance(file, review) } else { grid.goBack(file, review) }
    case .rated(let score): return rate(score, file, review, context)
    case .wordsPressed:
      guard let rating = meantRating else { return [] }
      return [.form(.ratingWords(family, rating.id))]
    case .raterAdded:
      guard !grid.candidates(file, review, context).isEmpty else {
        return [.say("Everybody rates already.")]
      }
      grid.offered = 0
    default: return updateActions(action, file, context)
    }
    return []
  }

  /// Digits act at once: a step by its number, a rating; and a rater is chosen from a list.
  public mutating func type(_ event: Event, _ context: Context) -> [Step]? {
    guard let file, let review, case .key(let key) = event else { return nil }
    if isTyping { return chooseRater(key, file, review, context) }
    guard case .character(let character) = key.code, key.modifiers.isEmpty,
      character.isASCII, let number = character.wholeNumberValue
    else { return nil }
    switch focus {
    case .steps where number > 0: return enter(number - 1, context)
    case .grid: return rate(number, file, review, context)
    default: return nil
    }
  }

  private mutating func leave(_ context: Context) -> [Step] {
    guard focus == .steps else {
      focus = .steps
      return []
    }
    guard let file, let review, review.held == nil else { return [.back] }
    let steps = Set(file.missing(in: review).map(\.step))
    let words = Review.Step.allCases.filter(steps.contains).map(\.words)
    let missing = words.isEmpty ? "nothing is missing" : "missing: \(words.joined(separator: ", "))"
    return [.back, .say("The review stays underway; \(missing).")]
  }

  /// Opens a step; the row after the last completes the review.
  private mutating func enter(_ wanted: Int, _ context: Context) -> [Step] {
    if row == ReviewMeeting.completeRow, wanted == row { return complete(context) }
    row = max(0, min(wanted, ReviewMeeting.completeRow))
    switch step {
    case nil:
      focus = .steps
      return []
    case .goals?:
      focus = .grid
      if let file, let review { grid.resume(file, review) }
    case .actions?: focus = .actions
    case let step?:
      focus = .form
      return [.form(.meetingStep(family, id, step))]
    }
    return []
  }

  public mutating func formLeft(by step: Int, _ context: Context) -> [Step] {
    guard step != 0 else {
      focus = .steps
      return []
    }
    if row + step < 0 {
      focus = .steps
      return []
    }
    return enter(row + step, context)
  }

  // MARK: Completing

  /// Says what is missing and goes there; asks once nothing is.
  private mutating func complete(_ context: Context) -> [Step] {
    guard let file, let review else { return [] }
    showsMissing = true
    let wasThere = row == ReviewMeeting.completeRow
    row = ReviewMeeting.completeRow
    focus = .steps
    if let first = Review.Step.allCases.first(where: { drafts?.contains($0) ?? false }) {
      return (wasThere ? enter(first.number - 1, context) : [])
        + [.say("Typed and not saved yet: \(first.words).")]
    }
    if let first = file.missing(in: review).first {
      return (wasThere ? enter(first.step.number - 1, context) : []) + [.say(first.sentence)]
    }
    let edit = completion(file, review, context)
    completing = edit.id
    return [
      .confirm(
        Question(
          title: "Complete this review",
          message: "\(file.family.name), \(reviewWords(review, on: context.today)). It is frozen "
            + "from then on; corrections are added beside it.",
          yes: "Complete the review"),
        then: [.ask(.commit(edit, said: edit.sentence))])
    ]
  }

  private func completion(_ file: FamilyFile, _ review: Review, _ context: Context) -> Edit {
    var after = review
    let begun = review.begun ?? MeetingTime(day: context.today)
    after.held = begun
    var changes = [Change(before: .review(review), after: .review(after))]
    let isPlanned = file.reviews.contains { $0.id != id && $0.state == .planned }
    if let day = review.nextOn, day > begun.day, !isPlanned {
      let next = Review(
        id: context.world.newID(), familyID: family, kind: review.kind,
        planned: MeetingTime(day: day, time: begun.time), place: review.place,
        invited: review.invited)
      changes.append(Change(before: nil, after: .review(next)))
    }
    var edit = context.edit(
      "Completed the review of \(begun.day.words(on: context.today))", in: family, changes)
    edit.isUndoable = false
    return edit
  }

  // MARK: Request

  public func queries(_ context: Context) -> [Query] { [.family(family), .drafts] }

  public mutating func receive(_ query: Query, _ answer: Answer, _ context: Context) -> [Step] {
    switch answer {
    case .family(let new) where new.family.id == family:
      file = new
      failure = nil
    case .drafts(let all):
      drafts = Set(
        all.compactMap { draft in
          guard case .meetingStep(_, id, let step) = FormPurpose(key: draft.key) else { return nil }
          return step
        })
    case .failed(let error): failure = error.sentence
    default: break
    }
    return begin(context)
  }

  /// Once everything is there: notes that it is being held, and opens the step to go on with.
  private mutating func begin(_ context: Context) -> [Step] {
    guard !hasOpened, let file, let review, let drafts else { return [] }
    hasOpened = true
    if review.held != nil {
      return [.replace(.reviewPage(ReviewPlace(familyID: family, reviewID: id), among: []))]
    }
    guard review.begun != nil else {
      let edit = ReviewMeeting.beginning(review, context)
      beginning = edit.id
      return [.ask(.commitQuietly(edit))]
    }
    let steps = Review.Step.allCases
    let first =
      steps.first(where: drafts.contains) ?? file.missing(in: review).first?.step ?? .present
    return enter(first.number - 1, context)
  }

  /// Notes that somebody has begun to hold a review, today.
  static func beginning(_ review: Review, _ context: Context) -> Edit {
    var after = review
    let time = review.planned?.day == context.today ? review.planned?.time : nil
    after.begun = MeetingTime(day: context.today, time: time)
    return context.edit(
      "Began \(reviewWords(review, on: context.today))", in: review.familyID,
      [Change(before: .review(review), after: .review(after))])
  }

  public mutating func saved(
    _ edit: Edit, _ result: Result<Void, StoreError>, _ context: Context
  ) -> [Step] {
    switch result {
    case .success:
      file = file?.applying(edit.changes)
      if edit.id == beginning { return enter(0, context) }
      if edit.id == completing {
        return [.replace(.reviewPage(ReviewPlace(familyID: family, reviewID: id), among: []))]
      }
      return []
    case .failure(.conflict) where edit.id == beginning: return [.ask(.load(.family(family)))]
    case .failure(let error):
      return [.problem("Not saved: \(error.sentence)"), .ask(.load(.family(family)))]
    }
  }

  // MARK: View

  public func title(_ context: Context) -> [String] {
    ["Families", file?.family.name ?? "", "Review"]
  }

  public func formRect(in size: Size) -> Rect? {
    guard focus == .form else { return nil }
    return MeetingLayout(size).page(below: missingLines(width: MeetingLayout(size).pageWidth).count)
  }

  public func view(_ size: Size, _ context: Context) -> Canvas {
    guard file != nil, review != nil else {
      var canvas = Canvas(size: size)
      canvas.put(failure ?? "", x: 4, y: 1, width: size.width - 5, style: .problem)
      canvas.cursor = Point(x: 0, y: 0)
      return canvas
    }
    return draw(size, context)
  }
}
