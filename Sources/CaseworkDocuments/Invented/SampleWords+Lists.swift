import Casework

/// Lists to choose from; what is in one twice is twice as likely.
extension SampleWords {
  /// One for each hundredth of a caseload.
  static let statuses: [Family.Status] =
    Array(repeating: .open, count: 74) + Array(repeating: .closed, count: 12)
    + Array(repeating: .steppingDown, count: 8) + Array(repeating: .referred, count: 6)

  static let supportLevels: [Family.SupportLevel] = [
    .universal, .earlyHelp, .earlyHelp, .earlyHelp, .targetedEarlyHelp, .targetedEarlyHelp,
    .childInNeed, .childInNeed, .childInNeed, .childProtection,
  ]

  static let outcomes: [Review.Outcome] = [
    .continueSupport, .continueSupport, .continueSupport, .continueSupport, .stepDown, .stepUp,
  ]

  static let noteKinds: [CaseNote.Kind] = [
    .visit, .visit, .visit, .call, .call, .meeting, .message, .directWork, .other,
  ]

  static let localities = ["North", "East", "South", "West", "Central"]

  static let languages = [
    "Arabic", "Bengali", "Cantonese", "French", "Kurdish", "Polish", "Portuguese", "Romanian",
    "Somali", "Spanish", "Tigrinya", "Turkish", "Ukrainian", "Urdu", "Welsh",
  ]

  static let flagNotes = [
    "", "Ask before a visit.", "See the latest note.", "Talked about with all.",
  ]

  static let schools = [
    "Highfield Academy", "Southbrook School", "Mill Street Primary", "Fleet Lane Primary",
    "Bridge Road School", "Harbour Way School", "St Anne's Primary", "The Orchard School",
    "Weavers' Field Primary", "Quarry Hill Academy",
  ]

  static let places = [
    "At home", "The school", "The library", "The children's centre", "The church hall",
    "The community rooms", "The health centre",
  ]

  static let parents = ["mother", "mother", "mother", "father", "grandmother"]

  static let relatives = [
    "father", "grandmother", "grandfather", "aunt", "uncle", "stepfather", "neighbour",
    "friend of the family", "grown-up sister", "godmother",
  ]

  static let roles = [
    ("teacher", "The school"), ("mentor", "The school"), ("head of year", "The school"),
    ("school nurse", "Health"), ("health visitor", "Health"), ("psychologist", "CAMHS"),
    ("youth worker", "The youth club"), ("housing officer", "Council housing"),
    ("alcohol worker", "Adult recovery service"), ("education adviser", "Virtual school"),
    ("young carers worker", "Young carers team"), ("police officer", "Neighbourhood police"),
  ]

  static let purposes = [
    "plan and reviews", "plan and reviews", "health only", "attendance only", "times and places",
    "that there is a plan",
  ]

  static let childNeeds = [
    "Asthma.", "Glasses for reading.", "Hearing aid, left side.", "Hates loud rooms.",
    "Needs to know a day ahead.", "Speech and language therapy on Mondays.", "Eats no nuts.",
  ]

  static let help = [
    "Lifts.", "Sunday dinner.", "A bed at weekends.", "The school run.", "Listening.",
    "Forms and letters.", "Football on Saturdays.", "Shopping.",
  ]
}
