import Casework
import TextUI

/// One review on a page of its own, on a walk along a list of them.
public struct OneReview: Screen {
  // MARK: State

  private let place: ReviewPlace
  private let among: [ReviewPlace]
  private(set) var file: FamilyFile?
  private(set) var failure: String?
  private var cursor = LineCursor()

  private var family: Family.ID { place.familyID }
  private var review: Review? { file?.review(place.reviewID) }

  public init(_ place: ReviewPlace, among: [ReviewPlace]) {
    self.place = place
    self.among = among
  }

  // MARK: Action

  public enum Action: Equatable, Sendable {
    case left
    case moved(Key)
    case opened
    case walked(by: Int)
    case signedOff
    case sentBack
    case answered
    case edited
    case held
    case printed
  }

  // MARK: Keys

  public func keyBindings(_ context: Context) -> [KeyBinding<Action>] {
    let rights = Supervision(state: review?.state ?? .planned, me: context.me)
    let none = review == nil ? "no review is planned" : nil
    let lonely = among.count > 1 ? nil : "there is no list of reviews to go along"
    let answer = none ?? rights.answerReason(file?.family)
    let isHeld = review?.held != nil
    let isSupervisor = context.me.role == .supervisor
    let editing =
      isHeld
      ? KeyBinding(
        Key("e"), Action.edited, "Correct it: both stay", hint: isSupervisor ? nil : "correct")
      : KeyBinding(Key("e"), .edited, "Plan it, or change the plan", hint: "edit")
    return [
      KeyBinding(
        Key("s"), .signedOff, "Sign off", hint: isSupervisor ? "sign off" : nil,
        offReason: none ?? rights.signOffReason),
      KeyBinding(
        Key("b"), .sentBack, "Send back with a note", hint: isSupervisor ? "send back" : nil,
        offReason: none ?? rights.sendBackReason),
      KeyBinding(Key("a"), .answered, "Answer the supervisor", hint: "answer", offReason: answer),
      KeyBinding(Key("m"), .held, "Hold it", hint: "hold", offReason: rights.holdReason),
      editing,
      KeyBinding(
        Key("p"), .printed, "Print the minutes", hint: "print",
        offReason: none ?? rights.printReason),
      KeyBinding(Key("]"), .walked(by: 1), "Next review", hint: "next", offReason: lonely),
      KeyBinding(Key("["), .walked(by: -1), "Review before", offReason: lonely),
      KeyBinding([.enter, .right, Key("l")], .opened, "Open the family", hint: "family"),
      KeyBinding([.escape, .left, Key("h")], .left, "Back", group: .moving),
    ] + listKeys(Action.moved)
  }

  // MARK: Update

  public func moving(_ key: Key) -> Action? { .moved(key) }

  public mutating func update(_ action: Action, _ context: Context) -> [Step] {
    switch action {
    case .left: return [.back]
    case .moved(let key):
      let size = context.bodySize
      let lines = lines(width: size.width, context)
      _ = cursor.handle(key, lines: lines, height: LineCursor.pageHeight(size, lines))
      return []
    case .opened: return [.go(.family(family, .overview, among: []))]
    case .walked(let step): return walk(step)
    case .held:
      guard let file else { return [] }
      guard let review else { return Supervision.holdUnplanned(nil, file, context) }
      return [.go(.meeting(family, review.id))]
    case .edited where review == nil: return [.form(.review(family, nil))]
    default: break
    }
    guard let file, let review else { return [] }
    switch action {
    case .signedOff: return [Supervision.signOff(review, of: file.family.name, context)]
    case .sentBack: return [.form(.sendBack(family, review.id))]
    case .answered: return [.form(.answer(family, review.id))]
    case .edited:
      return [
        .form(review.held == nil ? .review(family, review.id) : .correction(family, review.id))
      ]
    case .printed: return [.form(.printMinutes(family, review.id))]
    default: return []
    }
  }

  private func walk(_ step: Int) -> [Step] {
    guard let index = among.firstIndex(of: place) else { return [] }
    let next = among[(index + step + among.count) % among.count]
    return [.replace(.reviewPage(next, among: among))]
  }

  // MARK: Request

  public func queries(_ context: Context) -> [Query] { [.family(family)] }

  public mutating func receive(_ query: Query, _ answer: Answer, _ context: Context) -> [Step] {
    switch answer {
    case .family(let new) where new.family.id == family:
      file = new
      failure = nil
    case .failed(let error): failure = error.sentence
    default: break
    }
    return []
  }

  // MARK: View

  public func title(_ context: Context) -> [String] {
    let name = file?.family.name ?? ""
    if among.count > 1, let index = among.firstIndex(of: place) {
      return ["Reviews", name, "\(index + 1) of \(among.count)"]
    }
    return ["Reviews", name]
  }

  func lines(width: Int, _ context: Context) -> [Line] {
    guard let file else { return [] }
    guard let review else {
      return ReviewPreview.lines(file, review: nil, width: width, context)
    }
    return ReviewWords(file: file, review: review, width: width, context: context).lines()
  }

  public func view(_ size: Size, _ context: Context) -> Canvas {
    var canvas = Canvas(size: size)
    guard file != nil else {
      canvas.put(failure ?? "", x: 4, y: 1, width: size.width - 5, style: .problem)
      canvas.cursor = Point(x: 0, y: 0)
      return canvas
    }
    cursor.drawPage(lines(width: size.width, context), on: &canvas)
    return canvas
  }
}
