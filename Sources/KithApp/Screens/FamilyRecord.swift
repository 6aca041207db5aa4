import Casework
import Synchronization
import TextUI

/// Section 6 of a family: notes, the child's words, reviews and changes of the team, latest first.
public struct FamilyRecord: Equatable, Sendable {
  // MARK: State

  var cursor = LineCursor()
  private var find = FindLine()
  private var shows = Filter.everything
  private let wraps = WrappedWords()

  public init() {}

  enum Filter: CaseIterable, Equatable {
    case everything, notes, childWords

    var words: String {
      switch self {
      case .everything: "everything"
      case .notes: "notes only"
      case .childWords: "the children's own words"
      }
    }
  }

  var isTyping: Bool { find.isTyping }

  /// What alone is shown; nil for everything.
  var filterWords: String? { shows == .everything ? nil : shows.words }

  // MARK: Action

  public enum Action: Equatable, Sendable {
    case moved(Key)
    case noteAdded
    case childWordsAdded
    case edited
    case removed
    case filterChanged
    case findOpened
    case findCleared
  }

  // MARK: Keys

  func keyBindings(_ file: FamilyFile, _ context: Context) -> [KeyBinding<Action>] {
    let isNote = selected(file, context)?.note == nil ? "select a note" : nil
    let childless = file.children.isEmpty ? "no child is in this family yet" : nil
    let clearing: [KeyBinding<Action>] =
      find.text.isEmpty ? [] : [KeyBinding(.escape, .findCleared, "Show all again", hint: "all")]
    return [
      KeyBinding(Key("a"), .noteAdded, "Write a note", hint: "note"),
      KeyBinding(
        Key("A"), .childWordsAdded, "Write down a child's words", hint: "child's words",
        offReason: childless),
      KeyBinding([Key("e"), .enter], .edited, "Change the note", hint: "edit", offReason: isNote),
      KeyBinding([Key("x"), .delete], .removed, "Remove the note", offReason: isNote),
      KeyBinding(
        Key("f"), .filterChanged, "Everything, notes, the children's words", hint: "filter"),
      KeyBinding(Key("/"), .findOpened, "Find in the record", hint: "find"),
    ] + clearing + listKeys(Action.moved)
  }

  // MARK: Update

  mutating func update(_ action: Action, _ file: FamilyFile, _ context: Context) -> [Step] {
    let id = file.family.id
    switch action {
    case .moved(let key):
      move(key, file, context)
      return []
    case .noteAdded: return [.form(.note(id, nil))]
    case .childWordsAdded: return [.form(.childWords(id))]
    case .edited: return selected(file, context)?.note.map { [.form(.note(id, $0.id))] } ?? []
    case .removed:
      guard let note = selected(file, context)?.note else { return [] }
      let what =
        note.kind == .childWords
        ? "\(file.person(note.child)?.shortName ?? "the child")’s words"
        : "the \(note.kind.rawValue)"
      let sentence = "Removed \(what) of \(note.day.words(on: context.today))"
      let change = Change(before: .note(note), after: nil)
      return [.ask(.commit(context.edit(sentence, in: id, [change]), said: sentence))]
    case .filterChanged:
      let all = Filter.allCases
      shows = all[((all.firstIndex(of: shows) ?? 0) + 1) % all.count]
      cursor = LineCursor()
      return [.say("Now: \(shows.words).")]
    case .findOpened:
      find.open()
      return []
    case .findCleared:
      find.clear()
      cursor = LineCursor()
      return []
    }
  }

  private mutating func move(_ key: Key, _ file: FamilyFile, _ context: Context) {
    let size = context.bodySize
    _ = cursor.handle(
      key, lines: lines(file, width: size.width, context), height: bodyHeight(size))
  }

  mutating func type(_ event: Event, _ file: FamilyFile, _ context: Context) -> [Step]? {
    guard find.isTyping else { return nil }
    switch find.handle(event) {
    case .changed: cursor = LineCursor()
    case .moved(let key): move(key, file, context)
    case .left, .ignored: break
    }
    return []
  }

  /// Goes to what is new in the record, else stays on what was selected.
  mutating func follow(from old: FamilyFile, to new: FamilyFile, _ context: Context) {
    let selectedID = selected(old, context)?.id
    cursor.follow(
      ids: entries(new, context).map(\.id), after: entries(old, context).map(\.id),
      selected: selectedID)
  }

  // MARK: View

  private func selected(_ file: FamilyFile, _ context: Context) -> RecordEntry? {
    let all = entries(file, context)
    return all.indices.contains(cursor.item) ? all[cursor.item] : all.last
  }

  private func entries(_ file: FamilyFile, _ context: Context) -> [RecordEntry] {
    let wanted = Fuzzy.folded(find.text)
    return RecordEntry.all(of: file, context).filter { entry in
      switch shows {
      case .everything: break
      case .notes: if entry.note == nil { return false }
      case .childWords: if !entry.isChildWords { return false }
      }
      return wanted.isEmpty
        || Fuzzy.folded(entry.kind + " " + entry.who + " " + entry.words)
          .contains(wanted)
    }
  }

  private func bodyHeight(_ size: Size) -> Int { size.height - (find.field == nil ? 0 : 1) }

  func view(_ file: FamilyFile, _ size: Size, _ context: Context) -> Canvas {
    var canvas = Canvas(size: size)
    let top = size.height - bodyHeight(size)
    cursor.draw(
      lines(file, width: size.width, context), on: &canvas,
      in: Rect(x: 0, y: top, width: size.width, height: bodyHeight(size)))
    find.draw(
      on: &canvas, y: 0, width: size.width, count: entries(file, context).count)
    return canvas
  }

  func lines(_ file: FamilyFile, width: Int, _ context: Context) -> [Line] {
    let all = entries(file, context)
    guard !all.isEmpty else {
      return Line.note(
        find.text.isEmpty
          ? "Nothing is recorded yet. a writes a note, A a child's own words."
          : "Nothing is found by “\(find.text)”. Esc shows all again.", width: width)
    }
    var lines: [Line] = []
    var month = ""
    for (item, entry) in all.enumerated() {
      let name = "\(entry.day.fullMonthName) \(entry.day.parts.year)"
      if name != month {
        if !lines.isEmpty { lines.append(.blank) }
        lines.append(.heading(name))
        month = name
      }
      lines += entry.lines(width: width, item: item, wraps)
    }
    return lines
  }
}

/// What the entries of a record wrap into, worked out once for a width and what they say: so a key in a
/// long record wraps nothing again. The record's copies share it; it is no part of what they say.
private final class WrappedWords: Sendable, Equatable {
  private struct Known {
    var width = 0
    var entries: [String: (words: String, rows: [String])] = [:]
  }

  private let known = Mutex(Known())

  func rows(of words: String, id: String, width: Int) -> [String] {
    known.withLock { known in
      if known.width != width { known = Known(width: width) }
      if let same = known.entries[id], same.words == words { return same.rows }
      let rows = TextLayout.wrapped(words, to: width)
      known.entries[id] = (words, rows)
      return rows
    }
  }

  static func == (left: WrappedWords, right: WrappedWords) -> Bool { true }
}

/// One entry of a family's record.
private struct RecordEntry: Equatable {
  var day: Day
  var kind: String
  var who: String
  var words: String
  var isChildWords = false
  /// The note itself, when it is one.
  var note: CaseNote?

  var id: String { note.map { "\($0.id)" } ?? "\(day) \(kind) \(words)" }

  static func all(of file: FamilyFile, _ context: Context) -> [RecordEntry] {
    (notes(file, context) + voices(file) + reviews(file) + team(file) + agreements(file))
      .enumerated().sorted { ($0.element.day, $1.offset) > ($1.element.day, $0.offset) }
      .map(\.element)
  }

  private static func notes(_ file: FamilyFile, _ context: Context) -> [RecordEntry] {
    file.notes.sorted {
      ($0.day, $0.time?.minutes ?? 0, $0.id) > ($1.day, $1.time?.minutes ?? 0, $1.id)
    }
    .map { note in
      guard note.kind == .childWords else {
        return RecordEntry(
          day: note.day, kind: note.kind.rawValue, who: context.name(of: note.author),
          words: note.words, note: note)
      }
      let child = file.children.count > 1 ? file.person(note.child)?.shortName : nil
      return RecordEntry(
        day: note.day, kind: child.map { "\($0) says" } ?? note.kind.rawValue,
        who: note.saidTo.map { "to \(file.name(of: $0))" } ?? "",
        words: "“\(note.words)”", isChildWords: true, note: note)
    }
  }

  private static func reviews(_ file: FamilyFile) -> [RecordEntry] {
    file.reviews.compactMap { review in
      review.held.map {
        RecordEntry(
          day: $0.day, kind: "review", who: "",
          words: "\(review.kind.short)"
            + (review.outcome.map { ": \($0.rawValue)" } ?? "") + ". \(review.workingWell)")
      }
    }
  }

  /// What children said at reviews.
  private static func voices(_ file: FamilyFile) -> [RecordEntry] {
    file.reviews.flatMap { review -> [RecordEntry] in
      guard let day = review.held?.day else { return [] }
      return review.voices.filter { $0.source == .child && !$0.words.isEmpty }.map { voice in
        let says = voice.speaker.map { "\(file.name(of: $0)) says" } ?? "children say"
        return RecordEntry(
          day: day, kind: file.children.count > 1 ? says : CaseNote.Kind.childWords.rawValue,
          who: voice.heardBy.map { "to \(file.name(of: $0))" } ?? "at the review",
          words: "“\(voice.words)”", isChildWords: true)
      }
    }
  }

  private static func team(_ file: FamilyFile) -> [RecordEntry] {
    file.team.flatMap { member -> [RecordEntry] in
      let joined = member.joined.map {
        RecordEntry(day: $0, kind: "change", who: "", words: "\(member.name) joined the team")
      }
      let left = member.left.map {
        RecordEntry(day: $0, kind: "change", who: "", words: "\(member.name) left the team")
      }
      return [joined, left].compactMap(\.self)
    }
  }

  private static func agreements(_ file: FamilyFile) -> [RecordEntry] {
    (file.plan?.agreed ?? []).map {
      RecordEntry(
        day: $0.on, kind: "plan", who: "",
        words: "Plan agreed\($0.at.isEmpty ? "" : " at \($0.at)"), "
          + counted($0.goals.count, "goal"))
    }
  }

  func lines(width: Int, item: Int, _ wraps: WrappedWords) -> [Line] {
    let isNarrow = width < 72
    let dayText = "\(day.weekdayName) \(day.parts.day < 10 ? " " : "")\(day.parts.day)"
    let wordsX = isNarrow ? 6 : 39
    let isCut = width < spokenWidth
    let shortKind = isCut ? TextLayout.truncated(kind, to: 12) : kind
    var head = [Span(4, dayText, .strong), Span(12, shortKind, .muted)]
    if isChildWords { head.append(Span(2, "“", .voice)) }
    let who = TextLayout.truncated(self.who, to: isNarrow ? width - 26 : isCut ? 13 : width)
    if !who.isEmpty { head.append(Span(25, who, .muted)) }
    let body = wraps.rows(of: words, id: id, width: max(10, width - wordsX - 1))
      .map { Span(wordsX, $0, isChildWords ? .voice : .text) }
    if isNarrow { return [Line(head, item: item)] + body.map { Line([$0], item: item) } }
    return body.enumerated().map { index, span in
      Line((index == 0 ? head : []) + [span], item: item)
    }
  }
}
