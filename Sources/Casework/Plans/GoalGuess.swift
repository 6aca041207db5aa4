/// What a goal is probably about, from its words; a first guess, to be changed.
public struct GoalGuess: Hashable, Sendable {
  public var whose: Party?
  public var about: Person.ID?
  public var category: Goal.Category

  public init(whose: Party? = nil, about: Person.ID? = nil, category: Goal.Category = .other) {
    self.whose = whose
    self.about = about
    self.category = category
  }
}

extension FamilyFile {
  /// Whose is whoever spoke last, else the first child; about is the child who is named, else the
  /// only child, else the child whose goal it is; the category comes from the words.
  ///
  /// - Parameter last: whose goal was typed before; the same person often goes on.
  public func guess(goal words: String, last: Party?) -> GoalGuess {
    let children = children
    let whose = last ?? children.first.map { .person($0.id) }
    let owner = children.first { .person($0.id) == whose }?.id
    return GoalGuess(
      whose: whose,
      about: children.count == 1 ? children.first?.id : childNamed(in: words) ?? owner,
      category: Goal.Category(guessing: words))
  }
}

extension Goal.Category {
  /// The first category of which a word stands in a goal's words; `other` when none does.
  ///
  /// - Source: our own decision; the categories are those of rule R-D3.
  init(guessing words: String) {
    guard !words.isEmpty else {
      self = .other
      return
    }
    let plain = String(Folding.letters(words).map { $0.isInWord || $0 == "'" ? $0 : " " })
    let text = Array(" \(plain.split(separator: " ").joined(separator: " ")) ".utf8)
    // Asked at every key: words are compared where one begins, byte by byte.
    let starts = text.indices.filter { text[$0] == UInt8(ascii: " ") }.map { text[($0 + 1)...] }
    let found = Goal.Category.tellingBytes.first { entry in
      entry.words.contains { word in starts.contains { $0.starts(with: word) } }
    }
    self = found?.category ?? .other
  }

  private static let tellingBytes = telling.map { entry in
    (category: entry.category, words: entry.words.map { Array($0.utf8) })
  }

  /// Beginnings of words that tell a category; a word that ends with a space is a whole one. The
  /// plainest first: `shouting at my match` is about the shouting before it is about the match.
  private static let telling: [(category: Goal.Category, words: [String])] = [
    (
      .engagement,
      [
        "on time", "late ", "lateness", "attend", "to school", "into school", "in every day",
        "going in ", "skipping", "bunking", "truan", "until the end", "every lesson", "school bus",
      ]
    ),
    (
      .learning,
      [
        "homework", "maths", "english", "science", "reading", "spelling", "writing", "exam", "gcse",
        "grade", "lesson", "revis", "study", "tutor", "coursework", "sats ", "college", "learn",
        "catch up", "catching up",
      ]
    ),
    (
      .trustedRelationship,
      [
        "mentor", "somebody i can", "someone i can", "somebody to", "someone to", "somebody asks",
        "someone asks", "somebody who", "someone who", "grown up", "trust", "one person",
        "an adult who",
      ]
    ),
    (
      .activities,
      [
        "club", "football", "swim", "team ", "danc", "drama", "music", "guitar", "drum", "piano",
        "choir", "boxing", "karate", "judo", "skat", "scouts", "guides", "cadets", "youth", "hobb",
        "cooking", "drawing", "painting", "art ", "gym", "rugby", "cricket", "netball", "running",
        "cycling", "bike", "climbing", "riding", "camp", "sport", "training",
      ]
    ),
    (
      .parentChild,
      [
        "time with", "time for just", "time together", "just mum", "just dad", "with mum",
        "with dad", "with mummy", "with daddy", "mum and me", "dad and me", "me and mum",
        "me and dad", "mum on ", "dad on ", "dad at ", "mum at ", "seeing mum", "seeing dad",
        "getting on with", "get on with", "eating together", "eat together", "talking to mum",
        "talking to dad", "listen", "less shouting", "shouting", "cuddl", "as a family",
        "all of us",
      ]
    ),
    (
      .behaviour,
      [
        "fight", "hitting", "hit ", "kick", "swear", "temper", "anger", "angry", "argu", "rude",
        "bed ", "bedtime", "own bed", "home by", "home when", "gets dark", "after dark", "rules",
        "phone", "screen", "tidy", "calm down", "running off", "where she is", "where he is",
        "excluded", "detention", "behav",
      ]
    ),
    (
      .wellbeing,
      [
        "sleep", "worr", "anxi", "nervous", "sad ", "happ", "scared", "afraid", "nightmare", "feel",
        "mood", "confiden", "quiet", "calm", "safe", "panic", "stress", "cry", "sick", "lonely",
        "eating", "panic",
      ]
    ),
  ]
}
