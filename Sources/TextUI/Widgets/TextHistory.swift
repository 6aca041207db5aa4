/// What was done to a text, to be taken back and done again; it keeps the changes, never whole texts.
struct TextHistory: Sendable {
  /// Some characters that others took the place of.
  struct Delta: Sendable {
    var start: Int
    var old: [Character]
    var new: [Character]
  }

  /// One step to go back: a word typed, a run of deletions, a paste.
  struct Step: Sendable {
    var deltas: [Delta]
    var placeBefore: Int
    var placeAfter: Int

    var size: Int { deltas.reduce(0) { $0 + $1.old.count + $1.new.count } }
  }

  enum Kind: Sendable { case word, gap, deletion, kill, other }

  private var past: [Step] = []
  private var future: [Step] = []
  /// What the last step was, while the next may join it; nil after a move or a rest.
  private(set) var lastKind: Kind?
  /// The characters that the steps to go back hold together.
  private var size = 0

  private static let stepLimit = 500
  private static let roomLimit = 1_000_000
  /// A text without gaps is cut into steps too.
  private static let joinLimit = 40

  var canUndo: Bool { !past.isEmpty }
  var canRedo: Bool { !future.isEmpty }

  /// The next change is a step of its own.
  mutating func rest() { lastKind = nil }

  /// Begins a step, or goes on with the last one where they are one in a person's eyes.
  mutating func begin(_ kind: Kind, at place: Int) {
    let joins =
      switch (lastKind, kind) {
      case (.word, .word), (.word, .gap), (.gap, .gap), (.deletion, .deletion), (.kill, .kill):
        (past.last?.deltas.count ?? .max) < Self.joinLimit
      default: false
      }
    lastKind = kind
    for step in future { size -= step.size }
    future = []
    if !joins { past.append(Step(deltas: [], placeBefore: place, placeAfter: place)) }
  }

  mutating func note(_ delta: Delta) {
    guard !past.isEmpty else { return }
    past[past.count - 1].deltas.append(delta)
    size += delta.old.count + delta.new.count
  }

  mutating func end(at place: Int) {
    guard !past.isEmpty else { return }
    past[past.count - 1].placeAfter = place
    while past.count > Self.stepLimit || past.count > 1 && size > Self.roomLimit {
      size -= past.removeFirst().size
    }
  }

  mutating func back() -> Step? {
    lastKind = nil
    guard let step = past.popLast() else { return nil }
    future.append(step)
    return step
  }

  mutating func forward() -> Step? {
    lastKind = nil
    guard let step = future.popLast() else { return nil }
    past.append(step)
    return step
  }
}
