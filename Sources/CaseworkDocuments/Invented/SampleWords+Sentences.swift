import Casework

/// What sample families say and what is said about them: a beginning and an end, put together.
extension SampleWords {
  static func goal(_ random: inout SplitMix64) -> (String, Goal.Category) {
    let (category, words) = random.pick(goals)
    return (random.pick(words) + random.pick(goalEnds), category)
  }

  static func action(_ random: inout SplitMix64) -> String {
    random.pick(actionStarts) + " " + random.pick(actionEnds)
  }

  static func howItWent(_ random: inout SplitMix64) -> String {
    random.pick(["Went well", "Took two tries", "Better than we thought", "Happens most weeks"])
      + random.pick([".", "; nobody had to be asked twice.", ", and it costs nothing."])
  }

  static func childSays(_ random: inout SplitMix64) -> String {
    random.pick(childStarts) + " " + random.pick(childEnds)
  }

  static func adultSays(_ random: inout SplitMix64) -> String {
    random.pick(adultStarts) + " " + random.pick(adultEnds)
  }

  static func schoolSays(_ random: inout SplitMix64) -> String {
    random.pick(["In class,", "At break,", "Since the last review,", "On most days,"]) + " "
      + random.pick([
        "there is a friend now.", "the work gets finished.", "a quiet corner is still needed.",
        "we see more of the smile.", "the mornings go better than the afternoons.",
      ])
  }

  static func withRating(_ random: inout SplitMix64) -> String {
    random.pick([
      "It's going all right.", "Same as last time.", "Better on school days.", "I want more of it.",
      "Ask me again in a month.", "Not what I hoped, but not nothing.", "Good, honestly.",
      "Mum would say lower.", "It was a bad week for it.", "I'm proud of that one.",
    ])
  }

  static func opening(_ random: inout SplitMix64) -> String {
    random.pick(["We want", "All of us want", "What we'd like is", "It comes down to"]) + " "
      + random.pick([
        "a home where nobody tiptoes.", "school to be just school again.",
        "the children to know who is picking them up.", "one good meal together every week.",
        "to sort things out before they get big.", "evenings that end quietly.",
      ])
  }

  static func ifNotWorking(_ name: String, _ random: inout SplitMix64) -> String {
    name + " "
      + random.pick([
        "rings everybody and we meet that week.", "says so, and nobody argues.",
        "asks for a review.", "comes round with cake and we start again.",
      ])
  }

  static func note(_ name: String, _ random: inout SplitMix64) -> String {
    "\(name) \(random.pick(noteMiddles)) \(random.pick(noteEnds))"
  }

  static func workingWell(_ random: inout SplitMix64) -> String {
    random.pick(wellStarts) + " " + random.pick(["Attendance is up.", "The plan is kept.", "", ""])
  }

  static func worry(_ random: inout SplitMix64) -> String { random.pick(worries) }

  static func need(_ random: inout SplitMix64) -> String {
    random.pick(actionStarts) + " " + random.pick(actionEnds) + "."
  }

  private static let goals: [(Goal.Category, [String])] = [
    (.learning, ["Getting my reading up", "Catching up in maths", "Doing my homework at a table"]),
    (.activities, ["Going swimming", "Being in the football team", "A night at drama club"]),
    (.trustedRelationship, ["Somebody I can ring", "A grown-up who stays", "One person who asks"]),
    (.parentChild, ["Time with Dad", "Less shouting", "Eating together", "A walk with Mum"]),
    (.engagement, ["Getting to school on time", "Going in every day", "Staying until the end"]),
    (.behaviour, ["Bed when we say bed", "No fighting on the stairs", "Home when it gets dark"]),
    (.wellbeing, ["Sleeping through", "Not worrying at night", "Feeling all right on Sundays"]),
    (.other, ["Getting on top of the post", "A room that is warm", "Not hiding things any more"]),
  ]
  private static let goalEnds = [
    "", "", ", most days", ", without being told", " again", ", just us", ", like before",
  ]
  private static let actionStarts = [
    "ring", "write to", "go and see", "ask", "meet", "sit down with", "fix a day with",
    "find out from", "make a list with", "check in with",
  ]
  private static let actionEnds = [
    "the school about mornings", "the GP", "CAMHS", "housing about the damp", "the club on Tuesday",
    "Nan about the weekends", "the school nurse", "the neighbours", "the library about a card",
    "the bus company about a pass", "the tutor", "the family in the holidays",
  ]
  private static let childStarts = [
    "I like it when", "I don't like it when", "It's better if", "I wish", "You can tell them",
    "Sometimes", "At Nan's,", "On Fridays",
  ]
  private static let childEnds = [
    "we eat at the table.", "the telly is off and we talk.", "it goes quiet and nobody says why.",
    "Mum laughs like that.", "I get to choose.", "there's somebody at the gate.",
    "they ask me first.", "we walk the long way.", "it's only us.", "nobody is late.",
    "the dog sleeps on my bed.", "I can hear them all downstairs.",
  ]
  private static let adultStarts = [
    "I didn't think it would, but", "Some weeks", "To be fair,", "If I'm honest,", "These days",
  ]
  private static let adultEnds = [
    "we talk before it gets loud.", "I'm too tired to be any use.",
    "it's the little ones who help.",
    "I ask for help and it comes.", "the mornings are a different house.", "we're getting there.",
  ]
  private static let noteMiddles = [
    "was in, and made tea.", "rang back after work.", "showed me the new timetable.",
    "said the weekend had been long.", "had written three things on the back of an envelope.",
    "was pleased about the report.", "could not talk for long.", "asked what happens next.",
  ]
  private static let noteEnds = [
    "We looked at the plan together.", "Agreed to ring again on Thursday.",
    "Nothing else to worry about today.", "The children were doing their homework.",
    "Passed it on to school.", "Will bring it to the next review.", "A good conversation.",
  ]
  private static let wellStarts = [
    "Mornings.", "Everybody came.", "The uncle's lifts to school.", "Bedtimes, five out of seven.",
    "The mentor at the gate.", "They asked for what they needed.", "Swimming on Saturdays.",
  ]
  private static let worries = [
    "Sleep.", "Money at the end of the month.", "Weekends without a plan.", "The damp in the flat.",
    "Two weeks without hearing from Dad.", "Who does the school run when Nan is away.",
    "A row that the children heard.", "The wait for an appointment.", "Nothing new.",
  ]
}

// MARK: - Supervision

extension SampleWords {
  static let supervisorAsks = [
    "Whose words are these, and who heard them?", "What happens in the holidays?",
    "Who does the second action if it is not Mum?", "The outcome and the worries do not match yet.",
    "Please say what school thinks.", "How do we know it is better, and since when?",
  ]
  static let leadAnswers = [
    "She said it to her teacher; it is in the record now.", "Gran has them, and knows it.",
    "Asked them both; it is written beside the plan.", "School rang back: they agree.",
    "The worry is from before; it is smaller now, in their words.",
  ]
}
