extension Review {
  /// The steps in which a review is held, in their usual order.
  ///
  /// - Source: Oxfordshire committee paper 2019, paragraphs 31–35.
  public enum Step: String, CaseIterable, Sendable, Codable {
    case present = "who is here"
    case childVoice = "the child’s voice"
    case voices = "family, school, others"
    case goals
    case assessment = "where we are"
    case education
    case actions
    case outcome
    case next = "next date"

    /// As it is said; the raw value is how a correction keeps it.
    public var words: String { self == .childVoice ? "the child's voice" : rawValue }
  }

  /// What is still missing before it can be called complete.
  public struct Missing: Hashable, Sendable {
    public var step: Step
    /// `Nobody is written down as here.`
    public var sentence: String

    public init(step: Step, sentence: String) {
      self.step = step
      self.sentence = sentence
    }
  }
}
