import Casework

/// Tobi and Ife Adeyemi, 11 and 13: the first year at secondary school, and a wait for CAMHS.
extension DemoCaseload {
  static func adeyemi(_ world: World, _ crew: Crew) -> FamilyFile {
    var family = FamilyBuilder(
      world, crew, "Adeyemi", "F-1024", lead: crew.maya,
      status: [(-132, .referred), (-125, .open)],
      support: [(-125, .targetedEarlyHelp), (-96, .childInNeed)], locality: "North",
      languages: ["English", "Yoruba"])
    adeyemiPeople(&family)
    adeyemiPlan(&family)
    adeyemiFurtherGoals(&family)
    adeyemiReviews(&family)
    adeyemiRecord(&family)
    return family.finished()
  }

  private static func adeyemiPeople(_ f: inout FamilyBuilder) {
    f.child(
      "Oluwatobi Adeyemi", knownAs: "Tobi", 11, 4, school: "Carlton School", sibling: "brother",
      needs: "Tummy aches on school mornings; seen by the GP, nothing found.")
    f.child("Ifeoluwa Adeyemi", knownAs: "Ife", 13, 1, school: "Carlton School", sibling: "sister")
    f.adult(
      "Folake Adeyemi", knownAs: "Mum", "mother", home: true, parental: true,
      contact: "07700 900307")
    f.adult(
      "Kunle Adeyemi", knownAs: "Dad", "father", home: true, parental: true,
      contact: "07700 900318", needs: "Drives nights; mornings are his evenings.")
    f.adult(
      "Femi Adeyemi", knownAs: "Uncle Femi", "uncle", contact: "07700 900346",
      help: "Phone calls nobody else has the patience for. Sunday rice.")
    f.professional("Miss Baptiste", "head of year", "Carlton School", joined: -90)
    f.professional("Hannah Cole", "education adviser", "Virtual school", joined: -60)
    f.trusts("Tobi", "Uncle Femi", since: -84)
    f.trusts("Ife", "Miss Baptiste", chosen: false, since: -84)
    f.consent("Mum", "Carlton School", "plan and reviews", from: -92)
    f.consent("Dad", "Carlton School", "plan and reviews", from: -84)
    f.consent("Mum", "CAMHS", "Tobi's health only", .limited, from: -84, until: 98)
  }

  private static func adeyemiPlan(_ f: inout FamilyBuilder) {
    f.conference(
      referred: -125, held: -84, at: "14:00", place: "Church hall, Vale Road",
      agreedBy: ["Tobi", "Ife", "Mum", "Dad", "Uncle Femi"], review: 70)
    f.prepare(
      yes: "Mum", from: "Carlton School",
      asking: ["What would make mornings without a stomach ache?", "Who can Tobi ring?"],
      lines: ["Tobi sees a doctor when he is sick for a third morning."],
      resources: "A place at singing club, the school nurse on Tuesdays.")
    f.invite(["Tobi", "Ife", "Mum", "Dad", "Uncle Femi"])
    f.plan(
      opening: "Tobi used to sing in the bath. We want to hear it again.",
      ifNotWorking: "Uncle Femi rings Maya the same week, and the family meets on a Sunday.",
      keptGoingBy: "Uncle Femi")
    f.goal(
      "Not feeling sick before school", whose: "Tobi", about: "Tobi", .wellbeing, from: 2, to: 9,
      set: -84, look: 3)
    f.action("Uncle Femi", "ring CAMHS", by: -3)
    f.action("Miss Baptiste", "lets him come in by the side door at ten to nine", .done, since: -62)
    f.rate("Tobi", (-84, 2), (-60, 4))
    f.rate("Tobi", -32, 6, says: "Mondays are still bad. Thursdays are fine because it's DT.")
    f.rate("Mum", (-60, 4), (-32, 6))
    f.goal(
      "Tobi sleeping in his own bed", whose: "Mum", about: "Tobi", .behaviour, from: 3, to: 8,
      set: -84, look: 3)
    f.action("Dad", "reads to him at seven before he drives", .done, since: -74)
    f.rate("Mum", (-84, 3), (-60, 5))
    f.rate("Mum", -32, 6, says: "Four nights last week. I slept like the dead.")
  }

  private static func adeyemiFurtherGoals(_ f: inout FamilyBuilder) {
    f.goal(
      "Getting my science up so I can do triple", whose: "Ife", about: "Ife", .learning, from: 4,
      to: 9, set: -84, look: 3)
    f.action("Hannah Cole", "finds a tutor on Tuesdays", .done, since: -46)
    f.action("Ife", "has the small bedroom from four to five, door shut", .done, since: -74)
    f.rate("Ife", (-84, 4), (-60, 5))
    f.rate("Ife", -32, 7, says: "I got 31 out of 40. Out loud, in front of everyone.")
    f.rate("Miss Baptiste", (-32, 7))
    f.goal(
      "One meal a week, all of us, no phones", whose: "Dad", about: nil, .parentChild, from: 4,
      to: 8, set: -84, look: 3)
    f.action("Ife", "chooses what we eat", .done, since: -70)
    f.rate("Dad", (-84, 4), (-60, 6), (-32, 6))
    f.agree(
      -84, at: "the family group conference", by: ["Tobi", "Ife", "Mum", "Dad", "Uncle Femi"])
  }

  private static func adeyemiReviews(_ f: inout FamilyBuilder) {
    f.review(
      .teamAroundFamily, -60, at: "10:00", place: "Carlton School",
      came: ["Tobi", "Mum", "Uncle Femi", "Miss Baptiste", "Maya Osei"], apologies: ["Dad"],
      well: "The side door. Dad's reading at seven. Ife has somewhere to work.",
      worries: "Still no word from CAMHS. Tobi has missed six Mondays.",
      needs: "Somebody to chase CAMHS who will not give up. A tutor for Ife.",
      scales: [("Tobi", 4), ("Mum", 5), ("Maya Osei", 6)],
      education: "Tobi 82 %, Ife 97 %. Ife predicted a 6 in science.", next: -32, signed: -57)
    f.voice(.child, "Tobi", "My stomach knows what day it is before I do.")
    f.voice(.family, "Uncle Femi", "Leave the telephone to me.")
    f.review(
      .teamAroundFamily, -32, at: "10:00", place: "Carlton School",
      came: ["Tobi", "Ife", "Mum", "Dad", "Miss Baptiste", "Hannah Cole", "Maya Osei"],
      apologies: ["Uncle Femi"], well: "Four nights in his own bed. Ife's test. Sunday rice.",
      worries: "CAMHS has closed the referral once already because a letter went astray.",
      needs: "Uncle Femi rings CAMHS and asks for a name, not a department.",
      scales: [("Tobi", 6), ("Mum", 7), ("Dad", 6), ("Maya Osei", 6)],
      education: "Tobi 90 % since the last review; all three misses were Mondays. Ife 98 %.",
      next: 3)
    f.voice(.child, "Ife", "When Tobi's all right I can do my homework. It's as simple as that.")
    f.voice(.child, "Tobi", "I sang a bit. Not in the bath.")
    f.voice(.school, "Miss Baptiste", "He told a joke in assembly. It was not a good joke.")
    f.sentBack(
      -29, "Who holds the CAMHS referral if Uncle Femi is away?", answered: -25,
      "Folake has the name and the number too. It is on the fridge and in the plan.")
    f.planReview(.teamAroundFamily, 3, at: "10:00", place: "Carlton School")
    f.planReview(
      .familyGroupConference, 17, at: "11:00", place: "Carlton School",
      invited: ["Tobi", "Ife", "Mum", "Dad", "Uncle Femi", "Miss Baptiste"])
  }

  private static func adeyemiRecord(_ f: inout FamilyBuilder) {
    f.note(.visit, -124, at: "17:00", "Folake had kept every letter since Year 3, in order.")
    f.note(
      .meeting, -96, "Stepped up to child in need after Tobi was found on the landing at four.")
    f.note(
      .call, -39, at: "11:40", "CAMHS: the referral was closed; it can be opened by telephone.")
    f.says("Ife", -18, to: "Hannah Cole", "I'd like one week where nobody has an appointment.")
    f.says("Tobi", -12, to: "Uncle Femi", "Can you come on the Monday as well?")
  }
}
