import Casework
import FoundationEssentials

/// A value that a document holds: how it is written, and how it is read with its faults told.
protocol DocumentValue {
  /// What has to stand there, for a sentence: `a text`, `a day like 2026-11-27`.
  static var words: String { get }

  func write(to json: inout JSONWriter)

  /// Reads it; nil, with the fault told to the reader, when it is not there.
  static func read(_ value: JSONValue, _ reader: DocumentReader) -> Self?
}

/// A value that some record needs.
protocol RequiredValue: DocumentValue {
  /// Stands for one that could not be read, so that the rest of its record still can be; it breaks
  /// no rule about the order of days.
  static var placeholder: Self { get }
}

/// A value that is an object: its keys written in ascending order, and read.
protocol DocumentObject: DocumentValue {
  init(_ fields: inout Fields)

  func writeMembers(to json: inout JSONWriter)
}

extension DocumentObject {
  static var words: String { "an object" }

  func write(to json: inout JSONWriter) { json.object(writeMembers) }

  static func read(_ value: JSONValue, _ reader: DocumentReader) -> Self? {
    guard case .object(let members) = value else {
      reader.expected(words, found: value)
      return nil
    }
    var fields = Fields(members, reader)
    let result = Self(&fields)
    fields.end()
    return result
  }
}

extension String: RequiredValue {
  static let words = "a text"
  static let placeholder = ""

  func write(to json: inout JSONWriter) { json.string(self) }

  static func read(_ value: JSONValue, _ reader: DocumentReader) -> String? {
    guard case .string(let text) = value else {
      reader.expected(words, found: value)
      return nil
    }
    return text
  }
}

extension Bool: DocumentValue {
  static let words = "true or false"

  func write(to json: inout JSONWriter) { json.literal(self ? "true" : "false") }

  static func read(_ value: JSONValue, _ reader: DocumentReader) -> Bool? {
    guard case .bool(let truth) = value else {
      reader.expected(words, found: value)
      return nil
    }
    return truth
  }
}

extension Int: RequiredValue {
  static let words = "a whole number"
  static let placeholder = 0

  func write(to json: inout JSONWriter) { json.literal(String(self)) }

  static func read(_ value: JSONValue, _ reader: DocumentReader) -> Int? {
    guard case .number(let text) = value else {
      reader.expected(words, found: value)
      return nil
    }
    if let number = Int(text) ?? Double(text).flatMap({ Int(exactly: $0) }) { return number }
    reader.fault("This has to be a whole number, not \(text.prefix(40)).")
    return nil
  }
}

extension Array: DocumentValue where Element: DocumentValue {
  static var words: String { "a list" }

  func write(to json: inout JSONWriter) { json.array(self) }

  static func read(_ value: JSONValue, _ reader: DocumentReader) -> [Element]? {
    reader.elements(of: value) { Element.read($0, reader) }
  }
}

// MARK: - Values written as texts

extension DocumentValue {
  /// Reads a text and tells when it is none, or makes no value.
  fileprivate static func readText(
    _ value: JSONValue, _ reader: DocumentReader, _ make: (String) -> Self?
  ) -> Self? {
    guard case .string(let text) = value else {
      reader.expected(words, found: value)
      return nil
    }
    if let result = make(text) { return result }
    reader.fault("“\(visible(String(text.prefix(60))))” is not \(words).")
    return nil
  }
}

extension Day: RequiredValue {
  static let words = "a day like 2026-11-27"
  static let placeholder = Day(number: -719_162)

  func write(to json: inout JSONWriter) { json.string(iso) }

  static func read(_ value: JSONValue, _ reader: DocumentReader) -> Day? {
    readText(value, reader) { Day(iso: $0) }
  }
}

extension TimeOfDay: DocumentValue {
  static let words = "a time like 16:30"

  func write(to json: inout JSONWriter) { json.string(description) }

  static func read(_ value: JSONValue, _ reader: DocumentReader) -> TimeOfDay? {
    readText(value, reader) { text in
      TimeOfDay(typed: text).flatMap { $0.description == text ? $0 : nil }
    }
  }
}

extension Moment: RequiredValue {
  static let words = "a moment like 2026-11-27T16:30:05.250Z"
  static let placeholder = Moment(milliseconds: 0)

  func write(to json: inout JSONWriter) {
    let (day, rest) = milliseconds.quotientAndRemainder(dividingBy: Moment.millisecondsADay)
    let (number, inDay) = rest < 0 ? (day - 1, rest + Moment.millisecondsADay) : (day, rest)
    func padded(_ value: Int64, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - String(value).count)) + String(value)
    }
    let time = [inDay / 3_600_000, inDay / 60_000 % 60, inDay / 1000 % 60]
      .map { padded($0, 2) }.joined(separator: ":")
    json.string("\(Day(number: Int(number)).iso)T\(time).\(padded(inDay % 1000, 3))Z")
  }

  static func read(_ value: JSONValue, _ reader: DocumentReader) -> Moment? {
    readText(value, reader) { Moment(utc: $0) }
  }

  private static let millisecondsADay: Int64 = 86_400_000

  /// Reads `2026-11-27T16:30:05.250Z`; the thousandths may be missing.
  private init?(utc text: String) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let day = Day(iso: parts[0]), parts[1].last == "Z" else { return nil }
    let time = parts[1].dropLast().split(separator: ".", omittingEmptySubsequences: false)
    let clock = time[0].split(separator: ":", omittingEmptySubsequences: false)
    let numbers = clock.compactMap { Moment.number($0, digits: 2) }
    let rest = time.count == 2 ? Moment.number(time[1], digits: 3) : 0
    guard time.count <= 2, clock.count == 3, numbers.count == 3, let rest, numbers[0] < 24,
      numbers[1] < 60, numbers[2] < 60
    else { return nil }
    let seconds = numbers[0] * 3600 + numbers[1] * 60 + numbers[2]
    self.init(
      milliseconds: Int64(day.number) * Moment.millisecondsADay + Int64(seconds * 1000 + rest))
  }

  private static func number(_ text: Substring, digits: Int) -> Int? {
    guard text.utf8.count == digits, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}

extension RecordID: RequiredValue {
  static var words: String { "an id, 36 characters like 0190b3c4-5d6e-7f80-91a2-b3c4d5e6f708" }
  static var placeholder: RecordID { RecordID(placeholderUUID) }

  func write(to json: inout JSONWriter) { json.string(description) }

  static func read(_ value: JSONValue, _ reader: DocumentReader) -> RecordID? {
    readText(value, reader) { RecordID($0) }
  }
}

/// An id that no document can hold, since it is made anew whenever the program starts.
private let placeholderUUID = UUID()

/// One of a few words.
protocol DocumentWord: RequiredValue, RawRepresentable, CaseIterable where RawValue == String {}

extension DocumentWord {
  static var words: String { "one of: " + allCases.map(\.rawValue).joined(separator: ", ") }

  static var placeholder: Self {
    guard let first = allCases.first else { preconditionFailure("there is a word to choose") }
    return first
  }

  func write(to json: inout JSONWriter) { json.string(rawValue) }

  static func read(_ value: JSONValue, _ reader: DocumentReader) -> Self? {
    readText(value, reader) { text in
      Self(rawValue: text) ?? allCases.first { $0.typed == text }
    }
  }

  /// The word as it is typed on a plain keyboard, which has no long dash.
  private var typed: String { String(rawValue.map { $0 == "–" ? "-" : $0 }) }
}

extension Practitioner.Role: DocumentWord {}
extension Family.Status: DocumentWord {}
extension Family.SupportLevel: DocumentWord {}
extension Flag.Kind: DocumentWord {}
extension Consent.Answer: DocumentWord {}
extension Goal.Status: DocumentWord {}
extension Goal.Category: DocumentWord {}
extension PlanAction.Status: DocumentWord {}
extension Review.Kind: DocumentWord {}
extension Review.Outcome: DocumentWord {}
extension Review.Step: DocumentWord {}
extension Voice.Source: DocumentWord {}
extension CaseNote.Kind: DocumentWord {}
extension ConferenceOffer.Answer: DocumentWord {}
extension Invitation.Part: DocumentWord {}
extension Invitation.Reply: DocumentWord {}
extension Invitation.Need: DocumentWord {}
extension Agreement.Verdict: DocumentWord {}
extension LegalCondition.Kind: DocumentWord {}
