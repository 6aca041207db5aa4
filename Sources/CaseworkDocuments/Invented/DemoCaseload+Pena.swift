import Casework

/// Inés Peña, 12, who looks after her mother and her little brother.
extension DemoCaseload {
  static func pena(_ world: World, _ crew: Crew) -> FamilyFile {
    var family = FamilyBuilder(
      world, crew, "Peña", "F-1020", lead: crew.dan, leadRole: "early help practitioner",
      status: [(-150, .referred), (-140, .open)], support: [(-140, .targetedEarlyHelp)],
      locality: "Central", languages: ["Spanish", "English"], interpreter: "Spanish",
      flags: [
        Flag(kind: .youngCarer, note: "Inés does the cooking, the tablets and Mateo's bath."),
        Flag(kind: .outOfBorough, note: "Inés goes to school across the river."),
      ])
    penaPeople(&family)
    penaPlan(&family)
    penaReviews(&family)
    penaRecord(&family)
    return family.finished()
  }

  private static func penaPeople(_ f: inout FamilyBuilder) {
    f.child(
      "Inés Peña", 12, 4, school: "Bridge Road School", sibling: "sister",
      needs: "A phone she may keep on in lessons, in case.")
    f.child("Mateo Peña", 6, 1, school: "Fleet Lane Primary", sibling: "brother")
    f.adult(
      "Lucía Peña", knownAs: "Mamá", "mother", home: true, parental: true,
      contact: "07700 900955, mornings", needs: "Multiple sclerosis. Good until about two.")
    f.adult(
      "Gloria Boateng", knownAs: "Mrs Boateng", "neighbour", contact: "020 7946 0958",
      help: "Has a key. Mateo eats with hers on Mondays.")
    f.professional("Ravi Menon", "young carers worker", "Young carers team", joined: -130)
    f.professional("Sister Agnes", "nurse", "Community health", joined: -128)
    f.trusts("Inés", "Ravi Menon", since: -110)
    f.trusts("Mateo", "Inés", since: -110)
    f.consent("Mamá", "Young carers team", "plan and reviews", from: -130)
    f.consent("Mamá", "Bridge Road School", "that Inés is a carer", .limited, from: -130)
    f.consent("Mamá", "Council housing", "her health", from: -120, withdrawn: -34)
  }

  private static func penaPlan(_ f: inout FamilyBuilder) {
    f.plan(
      opening: "Mamá is the mother. Inés helps. It should not be the other way round.",
      ifNotWorking: "Inés tells Ravi on a Wednesday. She does not need a reason.",
      keptGoingBy: "Mrs Boateng")
    f.goal(
      "One night a week that is mine", whose: "Inés", about: "Inés", .activities, from: 1, to: 8,
      set: -110)
    f.action(
      "Ravi Menon", "Wednesdays at the young carers' club, taxi both ways", .done, since: -96)
    f.action("Mrs Boateng", "has Mateo on Wednesdays too", .done, since: -96)
    f.rate("Inés", (-110, 1), (-82, 4))
    f.rate("Inés", -47, 6, says: "I painted a thing. It isn't for anybody.")
    f.goal(
      "That I can get down the stairs by myself", whose: "Mamá", about: nil, .other, from: 2,
      to: 7, set: -110)
    f.action("Dan Lane", "second handrail and a seat on the landing", by: -8)
    f.rate("Mamá", (-110, 2), (-82, 2), (-47, 2))
    f.agree(-110, at: "home", by: ["Mamá", "Inés", "Mrs Boateng", "Ravi Menon"])
  }

  private static func penaReviews(_ f: inout FamilyBuilder) {
    f.review(
      .teamAroundFamily, -82, at: "10:30", place: "At home",
      came: ["Mamá", "Mrs Boateng", "Ravi Menon", "Dan Lane"], apologies: ["Sister Agnes"],
      well: "The club on Wednesdays. Mateo asks whether it is Mrs Boateng's night.",
      worries: "Inés was late eleven times, each time for a good reason.",
      needs: "A nurse who comes before school, not after.", scales: [("Mamá", 5), ("Dan Lane", 5)],
      education: "Inés 91 %. Her teachers did not know.", next: -47, signed: -79)
    f.voice(
      .child, "Inés", "I like looking after them. I just want to be asked.", heardBy: "Ravi Menon")
    f.review(
      .teamAroundFamily, -47, at: "10:30", place: "At home",
      came: ["Mamá", "Inés", "Ravi Menon", "Sister Agnes", "Dan Lane"],
      well: "The nurse comes at seven. Inés was late twice in six weeks.",
      worries: "The handrail has been promised for nine weeks. Lucía fell on the landing.",
      needs: "The handrail.", scales: [("Mamá", 6), ("Inés", 6), ("Dan Lane", 6)],
      education: "Inés 96 %. School has given her a card to leave a lesson and ring home.",
      next: -5, signed: -44)
    f.voice(.child, "Inés", "If I'm at school and I know she's all right I can actually listen.")
    f.voice(.family, "Mamá", "She is a child with very strong arms. I want her to draw with them.")
    f.planReview(.teamAroundFamily, -5, at: "10:30", place: "At home")
  }

  private static func penaRecord(_ f: inout FamilyBuilder) {
    f.note(
      .visit, -139, at: "16:30", "Inés interpreted until I stopped her. Interpreter from now on.")
    f.note(.call, -34, at: "11:15", "Lucía does not want housing to have her letters any more.")
    f.says("Mateo", -26, to: "Mrs Boateng", "Inés makes it stop when I have the dream.")
    f.says("Inés", -17, to: "Ravi Menon", "I got the bus home with people. Just people, talking.")
    f.note(.message, -4, "Council: handrail now booked. Asked for the day and a name.")
  }
}
