import Casework

/// Chidi and Adaeze Okoro, 10 and 14: a father on his own, a cold flat, and maths club.
extension DemoCaseload {
  static func okoro(_ world: World, _ crew: Crew) -> FamilyFile {
    var family = FamilyBuilder(
      world, crew, "Okoro", "F-1027", lead: crew.dan, leadRole: "early help practitioner",
      status: [(-123, .referred), (-116, .open)], support: [(-116, .targetedEarlyHelp)],
      locality: "North", languages: ["English", "Igbo"])
    okoroPeople(&family)
    okoroPlan(&family)
    okoroReviews(&family)
    okoroRecord(&family)
    return family.finished()
  }

  private static func okoroPeople(_ f: inout FamilyBuilder) {
    f.child("Chidi Okoro", 10, 11, school: "Fleet Lane Primary", sibling: "brother")
    f.child("Adaeze Okoro", 14, 3, school: "Carlton School", sibling: "sister")
    f.adult(
      "Emeka Okoro", knownAs: "Dad", "father", home: true, parental: true,
      contact: "07700 900902", needs: "Lost his wife three years ago. Does not say so.")
    f.adult(
      "Ngozi Eze", knownAs: "Aunty Ngozi", "aunt", contact: "07700 900917",
      help: "Plaits Adaeze's hair on Sundays, and listens.")
    f.professional("Mrs Ellis", "maths club", "Fleet Lane Primary", joined: -114)
    f.professional("Phil Toller", "housing officer", "Council housing", joined: -80)
    f.trusts("Chidi", "Mrs Ellis", since: -109)
    f.trusts("Adaeze", "Aunty Ngozi", since: -109)
    f.consent("Dad", "Fleet Lane Primary", "plan and reviews", from: -114)
    f.consent("Dad", "Council housing", "the state of the flat", .limited, from: -80)
  }

  private static func okoroPlan(_ f: inout FamilyBuilder) {
    f.conference(referred: -114, withdrawn: -100)
    f.prepare(
      yes: "Dad", from: "Carlton School", asking: ["Who could be here on a weekday?"],
      lines: ["Somebody is at home at night."])
    f.plan(
      opening: "We were a loud, happy house once. Happy first; loud we can manage.",
      ifNotWorking: "Aunty Ngozi comes on a weekday and we begin again.",
      keptGoingBy: "Aunty Ngozi")
    f.goal("Sleep by ten", whose: "Dad", about: "Chidi", .behaviour, from: 3, to: 8, set: -109)
    f.action("Dad", "all three phones in the kitchen drawer at nine", .done, since: -74)
    f.action("Phil Toller", "gets the boiler looked at", by: 4)
    f.rate("Dad", (-109, 3), (-74, 3), (-39, 3))
    f.rate("Dad", -4, 5, says: "Five nights out of seven. The cold wakes him, not the noise.")
    f.goal(
      "Maths club", whose: "Chidi", about: "Chidi", .activities, from: 2, to: 7, set: -109)
    f.action("Mrs Ellis", "saves him the seat by the window", .done, since: -102)
    f.rate("Chidi", (-109, 2), (-74, 4), (-39, 5), (-4, 6))
    f.goal(
      "Calm evenings", whose: "Adaeze", about: "Adaeze", .wellbeing, from: 4, to: 8, set: -39)
    f.action("Aunty Ngozi", "takes Chidi on Wednesdays so that Adaeze can have the sofa", by: 10)
    f.rate("Adaeze", (-39, 4), (-4, 4))
    f.agree(
      -39, at: "the review at Fleet Lane Primary", by: ["Dad", "Chidi", "Adaeze", "Aunty Ngozi"])
  }

  private static func okoroReviews(_ f: inout FamilyBuilder) {
    f.review(
      .teamAroundFamily, -74, at: "15:30", place: "Fleet Lane Primary",
      came: ["Dad", "Chidi", "Mrs Ellis", "Dan Lane"], well: "Dad came, and came early.",
      worries: "Chidi falls asleep in the afternoons.", needs: "Phones out of the bedrooms.",
      scales: [("Dad", 5), ("Dan Lane", 5)], education: "Attendance 71 %.", next: -39,
      signed: -70)
    f.voice(.child, "Chidi", "I'm not tired, I'm resting my eyes.")
    f.review(
      .teamAroundFamily, -39, at: "15:30", place: "Fleet Lane Primary",
      came: ["Dad", "Chidi", "Adaeze", "Mrs Ellis", "Dan Lane"], apologies: ["Phil Toller"],
      well: "The drawer for the phones. Adaeze came and said what she wanted.",
      worries: "The boiler. Everybody is in one room by eight.", needs: "Housing at the next one.",
      scales: [("Dad", 5), ("Adaeze", 4), ("Dan Lane", 6)], education: "Attendance 82 %.",
      next: -4, signed: -36)
    f.voice(.child, "Adaeze", "I'm not his mum. I want to be his sister.")
    f.review(
      .teamAroundFamily, -4, at: "15:30", place: "Fleet Lane Primary",
      came: ["Dad", "Chidi", "Mrs Ellis", "Dan Lane"], apologies: ["Adaeze"],
      well: "Dad at every session; attendance 71 → 88 %.",
      worries: "Sleep; the flat is still cold.",
      needs: "A date for the boiler, in writing. A Wednesday for Adaeze.",
      scales: [("Dad", 6), ("Chidi", 7), ("Mrs Ellis", 7), ("Dan Lane", 6)],
      education: "Attendance 88 %. Chidi a year ahead in maths.", next: 31)
    f.voice(.child, "Chidi", "I like maths club. I want the house to stop being loud.")
    f.voice(.child, "Adaeze", "It's better. It's just freezing.", heardBy: "Aunty Ngozi")
    f.voice(.school, "Mrs Ellis", "He explained fractions to my year 3s with a sandwich.")
    f.planReview(.teamAroundFamily, 31, at: "15:30", place: "Fleet Lane Primary")
  }

  private static func okoroRecord(_ f: inout FamilyBuilder) {
    f.note(.visit, -115, at: "18:30", "Emeka cooked. He would not sit down until we had eaten.")
    f.note(
      .call, -100, at: "12:00", by: f.crew.priya,
      "Emeka would rather not have a conference: his family is in Enugu, and it is a hard call.")
    f.note(.visit, -12, at: "19:00", "Fourteen degrees in the bedroom. Took a photograph of it.")
  }
}
