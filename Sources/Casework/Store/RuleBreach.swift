/// A rule that a record breaks: which of its fields, and a sentence that says what to do.
public struct RuleBreach: Error, Hashable, Sendable {
  /// The field's name in the record, as in the JSON caseload; empty when it is about the whole.
  public var field: String
  public var sentence: String

  public init(field: String, sentence: String) {
    self.field = field
    self.sentence = sentence
  }
}
